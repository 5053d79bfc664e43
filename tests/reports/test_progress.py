from dataclasses import replace

import pytest

from bot.access import Caller
from bot.acknowledgement.acknowledging import acknowledge, undo
from bot.acknowledgement.asking import ask
from bot.acknowledgement.reading_aloud import Told, record
from bot.audience import Audience, AudienceKind
from bot.delivery.composing import Skip
from bot.delivery.preparing import fingerprint
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Message
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.reports.composers import compose_progress
from bot.reports.naming import names_to_call, outstanding_names
from bot.reports.progress import followed, progress
from storage import tables
from storage.delivery.claims import Claimed
from storage.states import AddressState, DeliveryState, Purpose, Reason
from tests.acknowledgement.story import cards_stand, change, composed, owed, published, rows
from tests.cast import BRANCH_1, BRANCH_2, START, Cast, clock_of
from tests.commands.saying import buttons

TOLD = Told(START.replace(hour=7), "phòng họp tầng 2", "Lý Thị Thu")


async def test_the_card_counts_with_denominators_in_protocol_order(office: Office, cast: Cast) -> None:
    about = await _half_answered(office, cast)
    card = await progress(cast.caller("Thuận"), office, publication_id=about)
    assert visible_text(card).splitlines()[:7] == [
        "TIẾN ĐỘ · Số 12-KH/ĐU",
        "08:10 thứ Hai, 23/11 · hạn 17:00 thứ Sáu, 27/11",
        "Đã xác nhận 2/15 người",
        "Đang hỏi 1 · Đọc trực tiếp 1",
        "Chưa xác nhận 11",
        "Không tính: 1 người ban hành",
        "Đảng ủy: 0/4 · CB 1: 2/4 · CB 2: 0/4 · CB 3: 0/3",
    ]
    assert "%" not in visible_text(card)


async def test_a_secretary_sees_the_own_units_only(office: Office, cast: Cast) -> None:
    about = await _half_answered(office, cast)
    text = visible_text(await progress(cast.caller("Hòa"), office, publication_id=about))
    assert "Đã xác nhận 2/4 người" in text
    assert "CB 2" not in text
    assert "người ban hành" not in text


async def test_the_buttons_follow_what_one_may_do(office: Office, cast: Cast) -> None:
    about = await _half_answered(office, cast)
    acts = {
        who: [
            (one.act, one.label)
            for one in buttons(await progress(cast.caller(who), office, publication_id=about))
        ]
        for who in ("Hòa", "Lan", "Dũng", "Kiên")
    }
    report = (Act.REPORT, "📊 Báo cáo")
    assert acts["Hòa"] == [(Act.NAMES, "👥 Xem tên (1)"), (Act.REMIND, "🔔 Nhắc (1)"), report]
    assert acts["Lan"] == [(Act.NAMES, "👥 Xem tên (11)"), (Act.REMIND, "🔔 Nhắc (11)"), report]
    assert acts["Dũng"] == acts["Kiên"] == [report]


async def test_who_cannot_be_reached_is_counted_and_named_for_a_call(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await change(office, tables.addresses, cast.addresses["Thu"], state=AddressState.BLOCKED)
    await cards_stand(office, about, DeliveryState.UNREACHABLE, members=[cast["Thu"]], reason=Reason.BLOCKED)
    card = await progress(cast.caller("Sơn"), office, publication_id=about)
    assert "Chưa xác nhận 4 (2 chưa nhận được tin)" in visible_text(card)
    assert [one.label for one in buttons(card)][:3] == ["👥 Xem tên (4)", "🔔 Nhắc (2)", "☎ Cần gọi (2)"]
    names = await names_to_call(cast.caller("Sơn"), office, publication_id=about)
    assert [one.full_name for unit in names.units for one in unit.members] == ["Phan Văn Tâm", "Lý Thị Thu"]


async def test_what_is_in_doubt_is_said(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await cards_stand(office, about, DeliveryState.UNKNOWN, members=[cast["An"]])
    text = visible_text(await progress(cast.caller("Lan"), office, publication_id=about))
    assert "Chưa rõ tin đã tới 1 người" in text
    names = await outstanding_names(cast.caller("Hòa"), office, publication_id=about)
    assert [one.full_name for one in names.units[0].members if one.in_doubt] == ["Bùi Văn An"]


async def test_cards_held_by_the_hours_are_said_with_when_they_go(office: Office, cast: Cast) -> None:
    clock_of(office).forward(hours=12)
    about = await published(office, cast, arrives=False)
    text = visible_text(await progress(cast.caller("Lan"), office, publication_id=about))
    assert "Chờ giờ gửi 14: sẽ gửi từ 07:00 thứ Tư, 25/11" in text
    clock_of(office).set(START.replace(day=25))
    text = visible_text(await progress(cast.caller("Lan"), office, publication_id=about))
    assert "Đang gửi 14" in text
    assert "Chờ giờ gửi" not in text


async def test_the_same_progress_makes_the_same_card_whatever_the_hour(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    (row,) = [one for one in await owed(office, Purpose.PROGRESS) if one.member_id == cast["Hòa"]]
    before = await _mark(office, row)
    clock_of(office).forward(hours=1)
    assert await _mark(office, row) == before
    await acknowledge(cast.caller("An"), office, publication_id=about)
    changed = await _mark(office, row)
    assert changed != before


async def test_what_happens_in_another_branch_does_not_change_a_secretarys_card(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    (row,) = [one for one in await owed(office, Purpose.PROGRESS) if one.member_id == cast["Hòa"]]
    before = await _mark(office, row)
    clock_of(office).forward(hours=1)
    await acknowledge(cast.caller("Thu"), office, publication_id=about)
    assert await _mark(office, row) == before


async def test_undoing_is_counted_back(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("An"), office, publication_id=about)
    await undo(cast.caller("An"), office, publication_id=about)
    text = visible_text(await progress(cast.caller("Hòa"), office, publication_id=about))
    assert "Đã xác nhận 0/4 người" in text


async def test_a_card_is_not_sent_to_who_no_longer_leads(office: Office, cast: Cast) -> None:
    await published(office, cast)
    (row,) = [one for one in await owed(office, Purpose.PROGRESS) if one.member_id == cast["Hòa"]]
    (grant,) = await rows(office, tables.role_grants, member_id=cast["Hòa"])
    await change(office, tables.role_grants, grant.id, until_at=office.clock.now())
    assert await composed(office, compose_progress, row) == Skip(Reason.CHANGED)


async def test_a_card_does_not_follow_an_address_to_somebody_else(office: Office, cast: Cast) -> None:
    await published(office, cast)
    (row,) = [one for one in await owed(office, Purpose.PROGRESS) if one.member_id == cast["Hòa"]]
    moved = replace(row, owner_id=cast["An"])
    assert await composed(office, compose_progress, moved) == Skip(Reason.LEFT)


async def test_a_member_sees_no_progress(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    for use_case in (
        progress(cast.caller("An"), office, publication_id=about),
        followed(cast.caller("An"), office),
        outstanding_names(cast.caller("An"), office, publication_id=about),
        names_to_call(cast.caller("An"), office, publication_id=about),
    ):
        with pytest.raises(Refused) as refused:
            await use_case
        assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_what_asks_for_nothing_has_no_progress(office: Office, cast: Cast) -> None:
    notice = await published(office, cast, asks=False)
    assert await followed(cast.caller("Lan"), office) == []
    with pytest.raises(Refused) as refused:
        await progress(cast.caller("Lan"), office, publication_id=notice)
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_the_list_holds_what_concerns_the_own_units(office: Office, cast: Cast) -> None:
    mine = await published(office, cast, audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_1]))
    theirs = await published(
        office, cast, number="45/HD", audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_2])
    )
    assert [one.publication_id for one in await followed(cast.caller("Hòa"), office)] == [mine]
    assert [one.publication_id for one in await followed(cast.caller("Kiên"), office)] == [theirs, mine]


async def test_names_stand_by_unit_and_given_name(office: Office, cast: Cast) -> None:
    about = await _half_answered(office, cast)
    names = await outstanding_names(cast.caller("Lan"), office, publication_id=about)
    assert [unit.name for unit in names.units] == ["Đảng ủy LĐLĐ tỉnh", BRANCH_1, BRANCH_2, "Chi bộ 3"]
    assert [one.full_name for one in names.units[2].members] == [
        "Hoàng Văn Sơn",
        "Lý Thị Thu",
        "Đặng Thị Yến",
    ]
    assert names.amount == 11


@pytest.mark.parametrize("who", ["Dũng", "Kiên"])
async def test_an_admin_and_an_auditor_see_no_names(office: Office, cast: Cast, who: str) -> None:
    about = await published(office, cast)
    for use_case in (
        outstanding_names(cast.caller(who), office, publication_id=about),
        outstanding_names(cast.caller(who), office, publication_id=about, unit_id=cast.units[BRANCH_1]),
        names_to_call(cast.caller(who), office, publication_id=about),
    ):
        with pytest.raises(Refused) as refused:
            await use_case
        assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_an_approver_who_is_nothing_else_sees_totals_without_names(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    caller = cast.caller("Minh")
    approver = replace(caller, grants=tuple(one for one in caller.grants if one.role == "approver"))
    assert "0/15" in visible_text(await progress(approver, office, publication_id=about))
    with pytest.raises(Refused) as refused:
        await outstanding_names(approver, office, publication_id=about)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_secretary_sees_no_names_of_another_branch(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    names = await outstanding_names(cast.caller("Sơn"), office, publication_id=about)
    assert [unit.name for unit in names.units] == [BRANCH_2]
    with pytest.raises(Refused) as refused:
        await outstanding_names(
            cast.caller("Sơn"), office, publication_id=about, unit_id=cast.units[BRANCH_1]
        )
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_committee_leaders_look_at_names_is_written_down(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await outstanding_names(cast.caller("Thuận"), office, publication_id=about, unit_id=cast.units[BRANCH_1])
    (line,) = await rows(office, tables.history, thing="names")
    assert (line.actor_id, line.thing_id, line.unit_id) == (cast["Thuận"], about, cast.units[BRANCH_1])


@pytest.mark.parametrize("who", ["Hòa", "Lan"])
async def test_a_secretarys_and_the_clerks_look_is_not(office: Office, cast: Cast, who: str) -> None:
    about = await published(office, cast)
    await outstanding_names(cast.caller(who), office, publication_id=about)
    assert await rows(office, tables.history, thing="names") == []


async def test_a_long_list_offers_the_units_first(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.reports.naming.MOST_NAMES", 10)
    about = await published(office, cast)
    caller: Caller = cast.caller("Lan")
    names = await outstanding_names(caller, office, publication_id=about)
    assert names.is_cut
    assert [unit.members for unit in names.units] == [()] * 4
    one = await outstanding_names(caller, office, publication_id=about, unit_id=cast.units[BRANCH_1])
    assert not one.is_cut
    assert len(one.units[0].members) == 4


async def _half_answered(office: Office, cast: Cast) -> int:
    """Bình and An have acknowledged, Mai asks, Tâm was read to."""
    about = await published(office, cast)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    await acknowledge(cast.caller("An"), office, publication_id=about)
    await ask(cast.caller("Mai"), office, publication_id=about, text="Nộp ở đâu?")
    clock_of(office).forward(minutes=10)
    await record(cast.caller("Sơn"), office, publication_id=about, member_id=cast["Tâm"], told=TOLD)
    clock_of(office).forward(minutes=10)
    return about


async def _mark(office: Office, row: Claimed) -> str:
    message = await composed(office, compose_progress, row)
    assert isinstance(message, Message)
    return fingerprint(message)
