"""Cards of consent and of requests, the same for who asks for them and for who is sent them."""

from collections.abc import Sequence

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.organisation.consent import goes_abroad, mark_of, version
from bot.organisation.privacy.agreeing import Agreed, OwnConsent
from bot.organisation.privacy.deciding import Case
from bot.texts import data_requests as texts
from bot.texts import privacy as words
from bot.texts import self_service as own_texts
from storage.states import DataRequest, DataRequestState

Row = tuple[Button, ...]


def consent_card(office: Office, own: OwnConsent, *, anew: bool = False) -> Message:
    """The words, what the member agrees to, and how to give or withdraw each.

    Args:
        office: who asks.
        own: how the member stands.
        anew: the words have changed, and they are asked again.
    """
    abroad = goes_abroad(office)
    body = words.body(
        address_form=own.address_form,
        kind=own.kind,
        office=office.settings.office.name,
        left_days=office.settings.retention.left_members_days,
        abroad=abroad,
    )
    blocks: list[Block] = [Bold(own_texts.CONSENT_TITLE)]
    if anew:
        blocks.append(Line(own_texts.ASKED_ANEW))
    lines = [*body, own_texts.version(version(abroad=abroad)), "", *consent_lines(office, own.purposes)]
    return Message((*blocks, *map(Line, lines), Buttons(tuple(_consent_rows(own)))))


def consent_lines(office: Office, purposes: Sequence[Agreed]) -> list[str]:
    """How somebody stands to each purpose, with its date."""
    return [
        own_texts.consent(
            words.purpose(one.purpose),
            given_at=one.given_at,
            withdrawn_at=one.withdrawn_at,
            is_old=one.is_old,
            zone=office.zone,
        )
        for one in purposes
    ]


def case_card(office: Office, case: Case) -> Message:
    """One request with its clocks and what an admin can do."""
    request = case.request
    lines = texts.case_lines(
        full_name=case.full_name,
        unit_name=case.unit_name,
        made_at=request.made_at,
        acknowledge_by=None if request.acknowledged_at else request.acknowledge_by,
        due_by=request.due_by,
        left=texts.left(case.days_left),
        state=request.state,
        zone=office.zone,
    )
    blocks: list[Block] = [Bold(texts.case_title(request.request)), *map(Line, lines)]
    if request.wish:
        blocks.append(Line(texts.wish(request.wish)))
    if request.because:
        blocks.append(Line(texts.because(request.because)))
    if not case.is_reached:
        blocks.append(Line(texts.NOT_REACHED))
    blocks.append(Buttons(tuple(_case_rows(case))))
    return Message(tuple(blocks), protected=True)


def _consent_rows(own: OwnConsent) -> list[Row]:
    # The four come first: the number of a purpose is the number of its choice, also where it is typed.
    single = [_consent_button(one) for one in own.purposes]
    rows: list[Row] = [tuple(single[:2]), tuple(single[2:])]
    everything = own.to_give
    if len(everything) > 1:
        rows.append((Button(own_texts.GIVE_ALL, Act.GIVE_CONSENT, 0, mark_of(everything)),))
    if len(own.in_force) > 1:
        rows.append((Button(own_texts.WITHDRAW_ALL, Act.WITHDRAW_CONSENT, 0, mark_of(own.in_force)),))
    rows.append((Button(own_texts.BACK_BUTTON, Act.MEMBER_DATA),))
    return rows


def _consent_button(one: Agreed) -> Button:
    place = words.number(one.purpose)
    if one.given_at is None or one.is_old:
        return Button(own_texts.give_button(place), Act.GIVE_CONSENT, 0, mark_of({one.purpose}))
    return Button(own_texts.withdraw_button(place), Act.WITHDRAW_CONSENT, 0, mark_of({one.purpose}))


def _case_rows(case: Case) -> list[Row]:
    request = case.request
    rows: list[Row] = []
    if request.state is DataRequestState.OPEN:
        if request.acknowledged_at is None:
            rows.append((Button(texts.RECEIVED_BUTTON, Act.REQUEST_RECEIVED, request.id),))
        rows.append((Button(texts.DONE_BUTTON[request.request], Act.REQUEST_DONE, request.id),))
        later = [Button(texts.REFUSE_BUTTON, Act.REFUSE_REQUEST, request.id)]
        if request.extended_at is None:
            later.insert(0, Button(texts.EXTEND_BUTTON, Act.EXTEND_REQUEST, request.id))
        rows.append(tuple(later))
        if request.request is DataRequest.CORRECT:
            rows.append((Button(texts.MEMBER_BUTTON, Act.MEMBER_CARD, case.member_id),))
    rows.append((Button(texts.BACK_BUTTON, Act.DATA_REQUESTS),))
    return rows
