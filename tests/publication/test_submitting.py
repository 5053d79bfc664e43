from dataclasses import replace

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval import submitting
from bot.publication.approval.approval_cards import approval_card
from bot.publication.draft import correcting, drafting
from bot.publication.draft.correcting import DraftField
from bot.publication.draft.draft_menus import Menu, simple_menu
from bot.settings import Settings
from bot.settings.sections import WebSection
from bot.texts import draft_fields as texts
from bot.texts.acknowledging import undone
from bot.texts.approving import published
from storage import tables
from storage.states import DraftState, Purpose, Role
from tests.cast import BRANCH_1, START, Cast, clock_of
from tests.publication.steps import DIRECTIVE, draft_of, drafted, execute, owed, submitted, words


async def test_a_submitted_draft_is_owed_to_every_approver(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    (row,) = await owed(office, Purpose.APPROVAL)
    assert (row["member_id"], row["subject"]) == (cast["Minh"], waiting.draft_id)
    assert waiting.approvers == ("đồng chí Minh",)
    assert waiting.unreached == 0


@pytest.mark.parametrize("public_url", ["", "https://loa.example"])
async def test_menu_and_preview_say_alike_where_the_whole_text_is_read(
    office: Office, cast: Cast, public_url: str
) -> None:
    office = replace(office, settings=Settings(web=WebSection(public_url=public_url)))
    waiting = await submitted(office, cast)
    draft = await draft_of(office, waiting.draft_id)
    preview = words(await office.database.read(lambda connection: approval_card(connection, office, draft)))
    menu = words(
        await office.database.read(lambda connection: simple_menu(connection, office, draft, Menu.SENDING))
    )
    on_page = bool(public_url)
    assert ("toàn văn mở riêng cho từng người" in menu) is on_page
    assert ("toàn văn đọc tại văn phòng" in menu) is not on_page
    assert ("Đọc toàn văn (hộp thư web)" in preview) is on_page
    assert ("Toàn văn: xin đọc tại văn phòng" in preview) is not on_page


@pytest.mark.parametrize(("name", "end"), [("Kế hoạch", "Kế hoạch."), ("Sơ kết công tác Đảng " * 6, "…")])
def test_a_receipt_ends_with_one_sign_where_the_title_is_cut_too(name: str, end: str) -> None:
    receipts = (
        texts.submitted(name, ["đồng chí Minh"]),
        texts.discarded(name),
        published(name),
        undone("", name),
    )
    assert all(end in said and "…." not in said for said in receipts)
    assert texts.submitted(name, []).endswith(end)


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
    assert refused.value.reason is Refusal.NO_APPROVER
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


async def _make_approver(office: Office, cast: Cast, given: str) -> None:
    await execute(
        office,
        tables.role_grants.insert().values(
            member_id=cast[given], role=Role.APPROVER, unit_id=cast.units["Liên đoàn"], from_at=START
        ),
    )
