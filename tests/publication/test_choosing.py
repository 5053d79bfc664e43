from datetime import datetime
from functools import partial

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval import submitting
from bot.publication.audience import choosing
from bot.publication.draft.drafts import audience_of
from storage.states import Kind, Scope, Urgency
from tests.cast import BRANCH_1, COMMAND_LINE, COMMITTEE, ROOT, ZONE, Cast
from tests.publication.steps import MEETING, draft_of, drafted, submitted


async def test_the_scope_goes_to_public_and_back(office: Office, cast: Cast) -> None:
    draft, caller = await drafted(office, cast), cast.caller("Lan")
    out = await choosing.toggle_scope(caller, office, draft_id=draft.draft_id, revision=draft.revision)
    assert (await draft_of(office, draft.draft_id)).scope is Scope.PUBLIC
    await choosing.toggle_scope(caller, office, draft_id=draft.draft_id, revision=out.revision)
    assert (await draft_of(office, draft.draft_id)).scope is Scope.INTERNAL


async def test_an_old_button_does_not_toggle(office: Office, cast: Cast) -> None:
    draft, caller = await drafted(office, cast), cast.caller("Lan")
    await choosing.toggle_scope(caller, office, draft_id=draft.draft_id, revision=draft.revision)
    with pytest.raises(Refused) as refused:
        await choosing.toggle_scope(caller, office, draft_id=draft.draft_id, revision=draft.revision)
    assert refused.value.reason is Refusal.GONE_ON
    assert (await draft_of(office, draft.draft_id)).scope is Scope.PUBLIC


async def test_urgency_is_for_named_roles_and_who_may_is_told(office: Office, cast: Cast) -> None:
    draft, lan, minh = await drafted(office, cast), cast.caller("Lan"), cast.caller("Minh")
    choose = partial(choosing.set_urgency, office=office, draft_id=draft.draft_id)
    khan = await choose(lan, revision=draft.revision, urgency=Urgency.URGENT)
    with pytest.raises(Refused) as refused:
        await choose(lan, revision=khan.revision, urgency=Urgency.IMMEDIATE)
    assert refused.value.reason is Refusal.URGENCY_OF_OTHERS
    assert refused.value.details == {
        "urgency": "hỏa tốc",
        "who": "Lãnh đạo Đảng ủy, Người duyệt phát hành",
    }
    # The command line holds no role; an approver has no hand in what the clerk is still at.
    with pytest.raises(Refused) as refused:
        await choose(COMMAND_LINE, revision=khan.revision, urgency=Urgency.URGENT)
    assert refused.value.reason is Refusal.URGENCY_OF_OTHERS
    with pytest.raises(Refused) as refused:
        await choose(minh, revision=khan.revision, urgency=Urgency.IMMEDIATE)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    waiting = await submitting.submit(lan, office, draft_id=draft.draft_id, revision=khan.revision)
    await choose(minh, revision=waiting.revision, urgency=Urgency.IMMEDIATE)
    assert (await draft_of(office, draft.draft_id)).urgency is Urgency.IMMEDIATE


async def test_asking_for_no_acknowledgement_keeps_the_due_date_for_later(office: Office, cast: Cast) -> None:
    draft, caller = await drafted(office, cast), cast.caller("Lan")
    out = await choosing.toggle_acknowledgement(
        caller, office, draft_id=draft.draft_id, revision=draft.revision
    )
    found = await draft_of(office, draft.draft_id)
    assert not found.asks_acknowledgement
    await choosing.toggle_acknowledgement(caller, office, draft_id=draft.draft_id, revision=out.revision)
    found = await draft_of(office, draft.draft_id)
    # The deadline of the text itself, with which the draft began.
    assert (found.asks_acknowledgement, found.due_at) == (True, datetime(2026, 11, 27, 17, tzinfo=ZONE))


async def test_the_kind_says_whether_acknowledgement_is_asked(office: Office, cast: Cast) -> None:
    draft, caller = await drafted(office, cast), cast.caller("Lan")
    await choosing.set_kind(caller, office, draft_id=draft.draft_id, revision=None, kind=Kind.NOTICE)
    assert not (await draft_of(office, draft.draft_id)).asks_acknowledgement
    await choosing.set_kind(caller, office, draft_id=draft.draft_id, revision=None, kind=Kind.DIRECTIVE)
    assert (await draft_of(office, draft.draft_id)).asks_acknowledgement


@pytest.mark.parametrize(("days", "day"), [(3, 27), (5, 1), (7, 3)])
async def test_a_due_date_is_offered_in_working_days(office: Office, cast: Cast, days: int, day: int) -> None:
    draft = await drafted(office, cast)
    await choosing.set_due_after(
        cast.caller("Lan"), office, draft_id=draft.draft_id, revision=draft.revision, working_days=days
    )
    due_at = (await draft_of(office, draft.draft_id)).due_at
    assert due_at is not None
    assert (due_at.astimezone(ZONE).day, due_at.astimezone(ZONE).hour) == (day, 17)


async def test_a_number_of_days_that_is_not_offered_is_refused(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await choosing.set_due_after(
            cast.caller("Lan"), office, draft_id=draft.draft_id, revision=None, working_days=4
        )
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_the_deadline_of_the_text_may_be_taken_and_only_where_there_is_one(
    office: Office, cast: Cast
) -> None:
    caller, directive = cast.caller("Lan"), await drafted(office, cast)
    await choosing.set_due_in_text(caller, office, draft_id=directive.draft_id, revision=None)
    due_at = (await draft_of(office, directive.draft_id)).due_at
    assert due_at == datetime(2026, 11, 27, 17, tzinfo=ZONE)
    meeting = await drafted(office, cast, text=MEETING)
    with pytest.raises(Refused) as refused:
        await choosing.set_due_in_text(caller, office, draft_id=meeting.draft_id, revision=None)
    assert refused.value.reason is Refusal.NOT_FOUND


@pytest.mark.parametrize(
    ("typed", "hour"), [("16:30 27/11/2026", 16), ("27/11", 17), ("17h thứ Sáu, 27/11/2026", 17)]
)
async def test_a_due_date_may_be_typed(office: Office, cast: Cast, typed: str, hour: int) -> None:
    draft = await drafted(office, cast)
    await choosing.set_due_typed(
        cast.caller("Lan"), office, draft_id=draft.draft_id, revision=draft.revision, typed=typed
    )
    due_at = (await draft_of(office, draft.draft_id)).due_at
    assert due_at is not None
    local = due_at.astimezone(ZONE)
    assert (local.day, local.month, local.year, local.hour) == (27, 11, 2026, hour)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("thứ Sáu", Refusal.NOT_A_DATE),
        ("25:00 27/11/2026", Refusal.NOT_A_DATE),
        ("17:00 20/11/2026", Refusal.IN_THE_PAST),
        ("07:59 23/11/2026", Refusal.IN_THE_PAST),
    ],
)
async def test_a_due_date_that_cannot_be_is_refused(
    office: Office, cast: Cast, typed: str, reason: Refusal
) -> None:
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await choosing.set_due_typed(
            cast.caller("Lan"), office, draft_id=draft.draft_id, revision=draft.revision, typed=typed
        )
    assert refused.value.reason is reason


async def test_the_audience_may_be_a_unit_or_a_topic(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    for audience in (
        Audience(AudienceKind.UNIT, cast.units[BRANCH_1]),
        Audience(AudienceKind.TOPIC, cast.topics["Kết quả hội nghị"]),
    ):
        await choosing.set_audience(
            cast.caller("Lan"), office, draft_id=draft.draft_id, revision=None, audience=audience
        )
        assert audience_of(await draft_of(office, draft.draft_id)) == audience


async def test_the_audience_is_no_unit_that_is_not_there(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await choosing.set_audience(
            cast.caller("Lan"),
            office,
            draft_id=draft.draft_id,
            revision=None,
            audience=Audience(AudienceKind.UNIT, 9_999),
        )
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_units_are_offered_in_protocol_order_with_their_depth(office: Office, cast: Cast) -> None:
    choices = await choosing.choices(cast.caller("Lan"), office)
    by_id = {number: name for name, number in cast.units.items()}
    assert [(by_id[unit.id], unit.depth) for unit in choices.units][:3] == [
        (ROOT, 0),
        (COMMITTEE, 1),
        (BRANCH_1, 2),
    ]


async def test_nothing_is_chosen_on_a_draft_that_waits(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    with pytest.raises(Refused) as refused:
        await choosing.set_audience(
            cast.caller("Lan"),
            office,
            draft_id=waiting.draft_id,
            revision=None,
            audience=Audience(AudienceKind.EVERYONE),
        )
    assert refused.value.reason is Refusal.GONE_ON


async def test_a_secretary_does_not_choose(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await choosing.toggle_scope(
            cast.caller("Hòa"), office, draft_id=draft.draft_id, revision=draft.revision
        )
    assert refused.value.reason is Refusal.NOT_ALLOWED
