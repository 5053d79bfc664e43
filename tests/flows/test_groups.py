"""A branch's group chat: bound by its secretary, told without names, answered elsewhere."""

from collections.abc import AsyncIterator

import pytest

from bot.access import Door
from bot.organisation.callers import caller_of
from bot.organisation.groups.binding import group_code
from storage.channels import connections
from storage.database import Connection
from tests.cast import BRANCH_1, COMMAND_LINE, PEOPLE
from tests.flows.house import House, open_house
from tests.flows.test_the_whole_way import publishes
from tests.standins.telegram import FREE, Group, TelegramServer

GROUP = -100500


@pytest.fixture
async def house(prepared_url: str) -> AsyncIterator[House]:
    async with TelegramServer(limits=FREE) as server, open_house(prepared_url, server) as one:
        yield one


async def bound_group(house: House) -> Group:
    """Hòa binds the group of her branch."""
    hoa = await house.joins("Hòa")
    group = house.server.group("Chi bộ 1", GROUP)
    code = await group_code(COMMAND_LINE, house.office, unit_id=house.cast.units[BRANCH_1])
    hoa.says(f"/nhom {code.code}", to=group)
    await group.receives("Nhóm này từ nay nhận tin của Chi bộ 1")
    await hoa.receives("Đã gắn nhóm chat với Chi bộ 1")
    return group


@pytest.mark.timeout(180)
async def test_a_group_hears_number_title_and_due_date_but_never_a_name(house: House) -> None:
    await house.office.database.transaction(lambda connection: note_account(connection, house))
    group = await bound_group(house)
    binh = await house.joins("Bình")
    await publishes(house)
    card = await group.receives("Số 11-KH/ĐU")
    assert "⏰ Hạn" in card.text
    assert card.buttons == (("📖 Mở trong trò chuyện riêng",),)
    binh.presses("✅ Đã nắm")
    await binh.gets_toast("Đã ghi nhận")
    await house.settles()
    everything = "\n".join(one.text for one in group.got)
    assert not [
        one.full_name for one in PEOPLE if one.full_name in everything or f"chí {one.given}" in everything
    ]
    assert "%" not in everything
    assert "xác nhận 1" not in everything


def note_account(connection: Connection, house: House) -> None:
    connections.note_account(connection, house.line.connection_id, "loa_thu_bot")


@pytest.mark.timeout(180)
async def test_the_way_from_the_group_leads_to_the_own_card(house: House) -> None:
    binh = await house.joins("Bình")
    await publishes(house)
    await binh.receives("cần xác nhận")
    before = binh.got[-1]
    binh.starts("vb1")
    await binh.receives("Số 11-KH/ĐU", newer_than=before)


@pytest.mark.timeout(180)
async def test_a_command_in_a_group_is_answered_in_the_own_chat(house: House) -> None:
    group = await bound_group(house)
    said = len(group.got)
    hoa = house.people["Hòa"]
    hoa.says("/canlam", to=group)
    await hoa.receives("CẦN")
    hoa.says("/tiendo@loa_thu_bot", to=group)
    await house.settles()
    assert len(group.got) == said


@pytest.mark.timeout(180)
async def test_a_stranger_in_a_group_hears_nothing_anywhere(house: House) -> None:
    group = await bound_group(house)
    said = len(group.got)
    stranger = house.server.person("Người lạ", 9009)
    for words in ("/start", "/canlam", "/nhom CFHJ-KLMN-PQRT", "/start vb1"):
        stranger.says(words, to=group)
    await house.settles()
    assert len(group.got) == said
    assert stranger.got == []


@pytest.mark.timeout(180)
async def test_a_member_cannot_bind_a_group_with_a_code_found_somewhere(house: House) -> None:
    binh = await house.joins("Bình")
    group = house.server.group("Nhóm khác", GROUP)
    code = await group_code(COMMAND_LINE, house.office, unit_id=house.cast.units[BRANCH_1])
    binh.says(f"/nhom {code.code}", to=group)
    await binh.receives("dành cho người được giao quyền")
    assert group.got == []


@pytest.mark.timeout(180)
async def test_a_link_that_adds_the_bot_to_a_group_binds_it_too(house: House) -> None:
    hoa = await house.joins("Hòa")
    group = house.server.group("Chi bộ 1", GROUP)
    await house.office.database.transaction(lambda connection: note_account(connection, house))
    caller = await caller_of(
        house.office, connection_id=house.line.connection_id, chat_id=str(hoa.id), door=Door.TELEGRAM
    )
    code = await group_code(caller, house.office, unit_id=house.cast.units[BRANCH_1])
    bot, _, payload = code.link.removeprefix("https://t.me/").partition("?startgroup=")
    hoa.says(f"/start@{bot} {payload}", to=group)
    await group.receives("Nhóm này từ nay nhận tin của Chi bộ 1")


@pytest.mark.timeout(180)
async def test_a_strangers_way_from_a_group_is_no_wrong_code(house: House) -> None:
    stranger = house.server.person("Người lạ", 9009)
    for _ in range(7):
        stranger.starts("vb1")
    await house.settles()
    assert not [one for one in stranger.got if "Mã không đúng" in one.text]
