from dataclasses import replace
from datetime import datetime
from functools import partial

import pytest

from bot.access import Caller, Grant
from bot.delivery.composing import Skip
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Message
from bot.office import Office
from bot.publication.approval import submitting
from bot.publication.approval.approving import approve_now, return_draft
from bot.publication.composers import COMPOSERS
from bot.publication.draft.opening import to_approve
from bot.settings import Settings
from storage import tables
from storage.states import DraftState, Purpose, Reason, Role, Urgency
from storage.tables import deliveries
from tests.cast import COMMAND_LINE, ZONE, Cast, clock_of
from tests.publication.steps import (
    DIRECTIVE,
    acts,
    claimed,
    draft_of,
    drafted,
    execute,
    made_urgent,
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
    approve = partial(approve_now, office=office, draft_id=waiting.draft_id, revision=waiting.revision)
    await approve(cast.caller("Minh"))
    with pytest.raises(Refused) as refused:
        await approve(cast.caller("Minh"))
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
    draft = await made_urgent(office, cast, draft, Urgency.IMMEDIATE)
    waiting = await submitting.submit(caller, office, draft_id=draft.draft_id, revision=draft.revision)
    approve = partial(approve_now, office=office, draft_id=waiting.draft_id, revision=waiting.revision)
    first = await approve(cast.caller("Minh"))
    assert (first.asks_again, first.publication_id) == (True, None)
    assert await rows(office, tables.publications) == []
    second = await approve(cast.caller("Minh"), confirmed=True)
    assert second.publication_id is not None


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
    answers = {Act.APPROVE_NOW, Act.APPROVE_AT, Act.RETURN_DRAFT}
    assert acts(message) == answers | {Act.DRAFT_TEXT, Act.SET_URGENCY}
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
