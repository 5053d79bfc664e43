from dataclasses import replace
from datetime import datetime

import pytest

from bot.access import Caller, Grant
from bot.audience import Audience, AudienceKind
from bot.delivery.composing import Skip
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Message
from bot.office import Office
from bot.publication import choosing, correcting, drafting, submitting
from bot.publication.approving import DueTooSoon, approve_at, approve_now, return_draft
from bot.publication.composers import COMPOSERS
from bot.publication.correcting import DraftField
from bot.publication.opening import to_approve
from bot.publication.publishing import publish_due
from bot.settings import Settings
from storage import tables
from storage.states import DraftState, Purpose, Reason, Role
from storage.tables import deliveries
from tests.cast import BRANCH_1, COMMAND_LINE, START, ZONE, Cast, clock_of
from tests.publication.steps import (
    DIRECTIVE,
    acts,
    claimed,
    draft_of,
    drafted,
    execute,
    owed,
    published,
    rows,
    submitted,
    words,
)


def alone(office: Office) -> Office:
    """The same office without the rule of the second person."""
    section = office.settings.office.model_copy(update={"second_person_approves": False})
    return replace(office, settings=Settings(office=section))


def both(cast: Cast) -> Caller:
    """Lan, who is clerk and approver."""
    lan = cast.caller("Lan")
    grant = lan.grants[0]
    return replace(lan, grants=(grant, Grant(Role.APPROVER, grant.unit_id, grant.units)))


async def test_a_submitted_draft_is_owed_to_every_approver(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    (row,) = await owed(office, Purpose.APPROVAL)
    assert (row["member_id"], row["subject"]) == (cast["Minh"], waiting.draft_id)
    assert waiting.approvers == ("đồng chí Minh",)
    assert waiting.unreached == 0


async def test_the_drafter_is_not_asked_to_approve(office: Office, cast: Cast) -> None:
    await _make_approver(office, cast, "Lan")
    await submitted(office, cast)
    assert [row["member_id"] for row in await owed(office, Purpose.APPROVAL)] == [cast["Minh"]]


async def test_an_approver_without_an_address_is_told_of(office: Office, cast: Cast) -> None:
    await execute(office, tables.addresses.delete().where(tables.addresses.c.member_id == cast["Minh"]))
    waiting = await submitted(office, cast)
    assert waiting.unreached == 1
    assert await owed(office, Purpose.APPROVAL) == []


async def test_without_an_approver_nothing_is_submitted(office: Office, cast: Cast) -> None:
    await execute(office, tables.role_grants.delete().where(tables.role_grants.c.role == Role.APPROVER))
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await submitting.submit(cast.caller("Lan"), office, draft_id=draft.draft_id, revision=draft.revision)
    assert refused.value.reason is Refusal.NOBODY
    assert (await draft_of(office, draft.draft_id)).state is DraftState.OPEN


async def test_a_draft_for_nobody_chosen_is_not_submitted(office: Office, cast: Cast) -> None:
    begun = await drafting.draft_from_text(cast.caller("Lan"), office, text=DIRECTIVE)
    with pytest.raises(Refused) as refused:
        await submitting.submit(cast.caller("Lan"), office, draft_id=begun.draft_id, revision=1)
    assert (refused.value.reason, refused.value.details) == (
        Refusal.INCOMPLETE,
        {"field": "Người nhận"},
    )


async def test_a_draft_with_a_field_to_fill_in_is_not_submitted(office: Office, cast: Cast) -> None:
    text = DIRECTIVE.replace("Số 12-KH/ĐU", "Số 12-kh/du")
    draft, caller = await drafted(office, cast, text=text), cast.caller("Lan")
    with pytest.raises(Refused) as refused:
        await submitting.submit(caller, office, draft_id=draft.draft_id, revision=draft.revision)
    assert refused.value.details == {"field": "Số"}
    mended = await correcting.correct(
        caller,
        office,
        draft_id=draft.draft_id,
        revision=draft.revision,
        field=DraftField.NUMBER,
        typed="12-KH/ĐU",
    )
    await submitting.submit(caller, office, draft_id=draft.draft_id, revision=mended.revision)


async def test_a_draft_for_an_empty_unit_is_not_submitted(office: Office, cast: Cast) -> None:
    members = tables.members
    unit_id = cast.units[BRANCH_1]
    await execute(office, members.update().where(members.c.unit_id == unit_id).values(left_at=START))
    with pytest.raises(Refused) as refused:
        await submitted(office, cast, audience=Audience(AudienceKind.UNIT, unit_id))
    assert refused.value.reason is Refusal.NOBODY


async def test_a_draft_that_is_overdue_already_is_not_submitted(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    clock_of(office).forward(days=30)
    with pytest.raises(Refused) as refused:
        await submitting.submit(cast.caller("Lan"), office, draft_id=draft.draft_id, revision=draft.revision)
    assert refused.value.reason is Refusal.IN_THE_PAST


async def test_an_older_revision_is_not_submitted(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await submitting.submit(cast.caller("Lan"), office, draft_id=draft.draft_id, revision=1)
    assert refused.value.reason is Refusal.GONE_ON
    assert (await draft_of(office, draft.draft_id)).state is DraftState.OPEN


async def test_an_approver_publishes_now(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    approved = await approve_now(
        cast.caller("Minh"), office, draft_id=waiting.draft_id, revision=waiting.revision
    )
    draft = await draft_of(office, waiting.draft_id)
    assert approved.publication_id is not None
    assert approved.goes_out_at is None
    assert (draft.state, draft.approved_by) == (DraftState.PUBLISHED, cast["Minh"])


@pytest.mark.parametrize("given", ["Lan", "Bình", "Hòa", "Thuận", "Dũng"])
async def test_nobody_else_approves(office: Office, cast: Cast, given: str) -> None:
    waiting = await submitted(office, cast)
    with pytest.raises(Refused) as refused:
        await approve_now(cast.caller(given), office, draft_id=waiting.draft_id, revision=waiting.revision)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    assert await rows(office, tables.publications) == []


async def test_the_command_line_approves_for_nobody(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    with pytest.raises(Refused) as refused:
        await approve_now(COMMAND_LINE, office, draft_id=waiting.draft_id, revision=waiting.revision)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_second_person_has_to_approve(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    with pytest.raises(Refused) as refused:
        await approve_now(both(cast), office, draft_id=waiting.draft_id, revision=waiting.revision)
    assert refused.value.reason is Refusal.SAME_PERSON


async def test_a_delegate_of_the_drafter_is_no_second_person(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    delegate = replace(cast.caller("Minh"), on_behalf_of=cast["Lan"])
    with pytest.raises(Refused) as refused:
        await approve_now(delegate, office, draft_id=waiting.draft_id, revision=waiting.revision)
    assert refused.value.reason is Refusal.SAME_PERSON


async def test_the_drafter_approves_where_no_second_person_is_wanted(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    approved = await approve_now(
        both(cast), alone(office), draft_id=waiting.draft_id, revision=waiting.revision
    )
    assert approved.publication_id is not None


async def test_a_draft_is_published_once_however_often_it_is_approved(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    which = {"draft_id": waiting.draft_id, "revision": waiting.revision}
    await approve_now(cast.caller("Minh"), office, **which)
    with pytest.raises(Refused) as refused:
        await approve_now(cast.caller("Minh"), office, **which)
    assert refused.value.reason is Refusal.GONE_ON
    assert len(await rows(office, tables.publications)) == 1


async def test_an_open_draft_is_not_approved_by_a_forged_subject(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await approve_now(cast.caller("Minh"), office, draft_id=draft.draft_id, revision=draft.revision)
    assert refused.value.reason is Refusal.GONE_ON
    with pytest.raises(Refused) as missing:
        await approve_now(cast.caller("Minh"), office, draft_id=9_999, revision=1)
    assert missing.value.reason is Refusal.NOT_FOUND


async def test_the_approver_hears_when_held_cards_will_go(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    clock_of(office).set(datetime(2026, 11, 23, 20, tzinfo=ZONE))
    approved = await approve_now(
        cast.caller("Minh"), office, draft_id=waiting.draft_id, revision=waiting.revision
    )
    # Tuesday 24/11 is a day off.
    assert approved.goes_out_at == datetime(2026, 11, 25, 7, tzinfo=ZONE)


async def test_hoa_toc_goes_out_only_after_a_second_confirmation(office: Office, cast: Cast) -> None:
    draft, caller = await drafted(office, cast), cast.caller("Lan")
    for _ in range(2):
        draft = await choosing.toggle_urgency(
            caller, office, draft_id=draft.draft_id, revision=draft.revision
        )
    waiting = await submitting.submit(caller, office, draft_id=draft.draft_id, revision=draft.revision)
    which = {"draft_id": waiting.draft_id, "revision": waiting.revision}
    first = await approve_now(cast.caller("Minh"), office, **which)
    assert (first.asks_again, first.publication_id) == (True, None)
    assert await rows(office, tables.publications) == []
    second = await approve_now(cast.caller("Minh"), office, **which, confirmed=True)
    assert second.publication_id is not None


async def scheduled(office: Office, cast: Cast, typed: str = "17:00 26/11/2026") -> int:
    waiting = await submitted(office, cast)
    await approve_at(
        cast.caller("Minh"), office, draft_id=waiting.draft_id, revision=waiting.revision, typed=typed
    )
    return waiting.draft_id


async def test_a_scheduled_draft_goes_out_at_its_time_and_not_before(office: Office, cast: Cast) -> None:
    draft_id = await scheduled(office, cast)
    assert (await draft_of(office, draft_id)).state is DraftState.SCHEDULED
    assert await publish_due(office) == 0
    clock_of(office).set(datetime(2026, 11, 26, 17, tzinfo=ZONE))
    assert await publish_due(office) == 1
    draft = await draft_of(office, draft_id)
    assert (draft.state, draft.approved_by) == (DraftState.PUBLISHED, cast["Minh"])
    (publication,) = await rows(office, tables.publications)
    assert publication["approved_by"] == cast["Minh"]


async def test_the_clock_may_knock_twice(office: Office, cast: Cast) -> None:
    await scheduled(office, cast)
    clock_of(office).forward(days=4)
    assert await publish_due(office) == 1
    assert await publish_due(office) == 0
    assert len(await rows(office, tables.publications)) == 1


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("27/11/2026", Refusal.NOT_A_DATE),
        ("chiều mai", Refusal.NOT_A_DATE),
        ("07:00 23/11/2026", Refusal.IN_THE_PAST),
    ],
)
async def test_a_set_time_has_to_be_a_moment_to_come(
    office: Office, cast: Cast, typed: str, reason: Refusal
) -> None:
    with pytest.raises(Refused) as refused:
        await scheduled(office, cast, typed)
    assert refused.value.reason is reason


async def test_a_set_time_after_the_due_date_is_refused(office: Office, cast: Cast) -> None:
    with pytest.raises(DueTooSoon):
        await scheduled(office, cast, "17:00 01/12/2026")


async def test_a_scheduled_draft_whose_number_was_taken_goes_back(office: Office, cast: Cast) -> None:
    draft_id = await scheduled(office, cast)
    await published(office, cast)
    clock_of(office).forward(days=4)
    assert await publish_due(office) == 0
    draft = await draft_of(office, draft_id)
    assert draft.state is DraftState.OPEN
    assert "số này đã được dùng" in draft.return_note
    assert len(await rows(office, tables.publications)) == 1


async def test_the_clerk_takes_a_scheduled_draft_back(office: Office, cast: Cast) -> None:
    draft_id = await scheduled(office, cast)
    await submitting.take_back(cast.caller("Lan"), office, draft_id=draft_id)
    clock_of(office).forward(days=4)
    assert await publish_due(office) == 0
    assert await rows(office, tables.publications) == []


async def test_an_open_draft_is_not_taken_back(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await submitting.take_back(cast.caller("Lan"), office, draft_id=draft.draft_id)
    assert refused.value.reason is Refusal.GONE_ON


async def test_a_returned_draft_comes_with_its_note(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    await return_draft(
        cast.caller("Minh"),
        office,
        draft_id=waiting.draft_id,
        revision=waiting.revision,
        note="Sửa lại hạn",
    )
    draft = await draft_of(office, waiting.draft_id)
    assert (draft.state, draft.return_note) == (DraftState.OPEN, "Sửa lại hạn")
    message = await composed(office, Purpose.DRAFT_NEWS)
    assert isinstance(message, Message)
    assert "Sửa lại hạn" in words(message)


async def test_a_draft_is_not_returned_without_a_note(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    with pytest.raises(Refused) as refused:
        await return_draft(
            cast.caller("Minh"),
            office,
            draft_id=waiting.draft_id,
            revision=waiting.revision,
            note=" ",
        )
    assert refused.value.reason is Refusal.EMPTY


async def test_the_drafter_hears_of_the_publication_and_not_of_own_doings(office: Office, cast: Cast) -> None:
    await submitted(office, cast)
    assert await owed(office, Purpose.DRAFT_NEWS) == []
    await published(office, cast, text=DIRECTIVE.replace("12-KH", "13-KH"))
    (row,) = await owed(office, Purpose.DRAFT_NEWS)
    assert row["member_id"] == cast["Lan"]


async def composed(office: Office, purpose: Purpose, **more: object) -> Message | Skip:
    row = (await owed(office, purpose))[-1]
    return await office.database.read(
        lambda connection: COMPOSERS[purpose](connection, office, claimed(row, **more))
    )


async def test_the_approver_gets_the_preview_with_three_answers(office: Office, cast: Cast) -> None:
    await submitted(office, cast)
    message = await composed(office, Purpose.APPROVAL)
    assert isinstance(message, Message)
    assert acts(message) == {Act.APPROVE_NOW, Act.APPROVE_AT, Act.RETURN_DRAFT, Act.DRAFT_TEXT}
    assert "16 người, gửi tin được cho 15 người" in words(message)
    assert "Nền nếp sinh hoạt chi bộ quý IV năm 2026" in words(message)
    assert "Phan Văn Tâm" not in words(message)


async def test_a_draft_taken_back_is_not_shown_to_the_approver(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    await submitting.take_back(cast.caller("Lan"), office, draft_id=waiting.draft_id)
    assert await composed(office, Purpose.APPROVAL) == Skip(Reason.CHANGED)


async def test_a_former_approver_is_not_shown_the_draft(office: Office, cast: Cast) -> None:
    await submitted(office, cast)
    await execute(office, tables.role_grants.delete().where(tables.role_grants.c.role == Role.APPROVER))
    assert await composed(office, Purpose.APPROVAL) == Skip(Reason.LEFT)


async def test_an_address_that_changed_hands_gets_no_news(office: Office, cast: Cast) -> None:
    await published(office, cast)
    assert await composed(office, Purpose.DRAFT_NEWS, owner_id=cast["Mai"]) == Skip(Reason.LEFT)
    assert (await rows(office, deliveries, deliveries.c.purpose == Purpose.DRAFT_NEWS)) != []


async def test_the_list_of_the_approver_leaves_out_own_drafts(office: Office, cast: Cast) -> None:
    await submitted(office, cast)
    assert len(await to_approve(cast.caller("Minh"), office)) == 1
    assert await to_approve(both(cast), office) == ()
    assert len(await to_approve(both(cast), alone(office))) == 1


async def _make_approver(office: Office, cast: Cast, given: str) -> None:
    await execute(
        office,
        tables.role_grants.insert().values(
            member_id=cast[given], role=Role.APPROVER, unit_id=cast.units["Liên đoàn"], from_at=START
        ),
    )
