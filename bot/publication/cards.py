"""The card of a publication, as one member sees it."""

from datetime import datetime

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Button, Buttons, Line, Message
from bot.messages.links import PATH, Links
from bot.office import Office
from bot.publication.faces import face
from bot.texts import cards as texts
from bot.texts import people as forms
from bot.texts.approving import ISSUER_EXEMPT
from storage import consents, obligations, people, publications
from storage.database import Connection
from storage.obligations import Obligation
from storage.people import Member
from storage.publications import Publication
from storage.states import ConsentPurpose, ObligationState, PublicationState, Scope

OPEN = frozenset({ObligationState.EXPECTED, ObligationState.QUESTION})


def card(connection: Connection, office: Office, *, publication_id: int, member_id: int) -> Message:
    """The card as it stands now: asked, acknowledged, a question waiting, read aloud, withdrawn.

    Raises:
        Refused: NOT_FOUND, when there is no such publication or member.
    """
    publication = publications.publication(connection, publication_id)
    member = people.member(connection, member_id)
    if publication is None or member is None:
        raise Refused(Refusal.NOT_FOUND)
    asked = obligations.of_member(connection, publication_id=publication_id, member_id=member_id)
    state = _state(office, publication, member, asked)
    blocks = face(
        publication,
        asked=publication.asks_acknowledgement and asked is not None,
        due_at=asked.due_at if asked and asked.due_at else publication.due_at,
        called=forms.call_capital(member.address_form, member.given_name),
        zone=office.zone,
        lines_below=len(state),
        read_at=_read_here(office, publication, member),
    )
    by_chat = not consents.withholds(connection, member_id, ConsentPurpose.ACKNOWLEDGEMENT)
    if not by_chat and asked is not None and asked.state in OPEN:
        state.append(Line(texts.TOLD_TO_SECRETARY))
    rows = _rows(publication, asked, by_chat=by_chat)
    blocks += [*state, *([Buttons(rows)] if rows else [])]
    return Message(tuple(blocks), protected=publication.scope is Scope.INTERNAL)


def _read_here(office: Office, publication: Publication, member: Member) -> str:
    """Where this reader, and nobody else, reads the whole text; empty while the office has no web inbox."""
    public_url = office.settings.web.public_url
    if not public_url:
        return ""
    token = Links(office.key).document(
        member_id=member.id, publication_id=publication.id, published_at=publication.published_at
    )
    return f"{public_url}{PATH}/{token}"


def _state(office: Office, publication: Publication, member: Member, asked: Obligation | None) -> list[Block]:
    if publication.state is PublicationState.WITHDRAWN:
        return [Line(texts.WITHDRAWN)]
    if asked is None:
        return []
    form = forms.form(member.address_form)
    match asked.state:
        case ObligationState.ACKNOWLEDGED:
            return [Line(texts.acknowledged(form, asked.changed_at, office.zone))]
        case ObligationState.READ_ALOUD:
            return [Line(texts.read_aloud(form, _read_at(asked), office.zone))]
        case ObligationState.QUESTION:
            return [Line(texts.question_waits(form))]
        case ObligationState.EXEMPT:
            is_issuer = asked.because == ISSUER_EXEMPT
            return [Line(texts.issued(form, asked.because) if is_issuer else texts.exempt(form))]
        case ObligationState.WITHDRAWN:
            return [Line(texts.NO_LONGER_ASKED)]
        case _:
            return []


def _read_at(asked: Obligation) -> datetime:
    return asked.read_aloud_at or asked.changed_at


def _rows(
    publication: Publication, asked: Obligation | None, *, by_chat: bool
) -> tuple[tuple[Button, ...], ...]:
    if publication.state is PublicationState.WITHDRAWN:
        return ()
    rows: list[tuple[Button, ...]] = []
    if by_chat and asked is not None and asked.state in OPEN:
        rows.append((Button(texts.ACKNOWLEDGE, Act.ACKNOWLEDGE, publication.id),))
    lower: list[Button] = []
    if publication.scope is Scope.PUBLIC:
        lower.append(Button(texts.FULL_TEXT, Act.FULL_TEXT, publication.id))
    if _may_ask(publication, asked):
        lower.append(Button(texts.ASK, Act.ASK, publication.id))
    if lower:
        rows.append(tuple(lower))
    return tuple(rows)


def _may_ask(publication: Publication, asked: Obligation | None) -> bool:
    if asked is None:
        return not publication.asks_acknowledgement
    return asked.state not in (ObligationState.EXEMPT, ObligationState.WITHDRAWN)
