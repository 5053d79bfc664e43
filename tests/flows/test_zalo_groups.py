"""A branch's group chat on Zalo: it calls the bot by name, is answered elsewhere, and is told no names."""

from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.organisation.groups.binding import group_code
from storage import tables
from storage.database import Connection
from tests.cast import BRANCH_1, COMMAND_LINE, PEOPLE
from tests.flows.test_zalo import publishes
from tests.flows.zalo_house import ZaloHouse, number_of, open_zalo_house
from tests.standins.zalo import FREE, Group, Switches, ZaloServer


@pytest.fixture
async def house(prepared_url: str) -> AsyncIterator[ZaloHouse]:
    async with (
        ZaloServer(limits=FREE, switches=Switches(tells_of_groups=True)) as server,
        open_zalo_house(prepared_url, server) as one,
    ):
        yield one


async def bound_group(house: ZaloHouse) -> Group:
    """Hòa binds the group of her branch."""
    hoa = await house.joins("Hòa")
    group = house.server.group("Chi bộ 1")
    code = await group_code(COMMAND_LINE, house.office, unit_id=house.cast.units[BRANCH_1])
    group.says(hoa, f"nhóm {code.code}")
    await group.receives("Nhóm này từ nay nhận tin của Chi bộ 1")
    await hoa.receives("Đã gắn nhóm chat với Chi bộ 1")
    return group


async def addresses(house: ZaloHouse) -> int:
    def body(connection: Connection) -> int:
        return connection.execute(sa.select(sa.func.count()).select_from(tables.addresses)).scalar_one()

    return await house.office.database.read(body)


@pytest.mark.timeout(180)
async def test_a_group_hears_of_a_directive_but_never_a_name_and_a_number_there_counts(
    house: ZaloHouse,
) -> None:
    group = await bound_group(house)
    binh = await house.joins("Bình")
    await publishes(house)
    card = await group.receives("Số 11-KH/ĐU")
    assert "Hạn" in card.text
    assert "trả lời" not in card.text
    said = len(group.got)
    number = number_of("Đã nắm", await binh.receives("cần xác nhận"))
    # A number counts once its message is known to have gone out.
    await house.settles()
    group.says(binh, f"{number} đã rõ")
    await binh.receives("Đã ghi nhận")
    group.says(binh, "cần làm", mention=False, quotes=card)
    await binh.receives("CẦN XÁC NHẬN")
    await house.settles()
    assert len(group.got) == said
    everything = "\n".join(one.text for one in group.got)
    assert not [one.full_name for one in PEOPLE if one.full_name in everything]
    assert "%" not in everything


@pytest.mark.timeout(120)
async def test_what_people_say_to_each_other_in_a_group_is_not_answered(house: ZaloHouse) -> None:
    group = await bound_group(house)
    hoa = house.people["Hòa"]
    in_group, alone, known = len(group.got), len(hoa.got), await addresses(house)
    for words in ("chiều nay họp mấy giờ?", "99", "Tôi đến muộn", "https://example.vn", ""):
        group.says(hoa, words)
    group.sends_picture(hoa, "ảnh họp")
    # Without a name before it: a mark stands alone on its line.
    group.says(hoa, "MẬT\nKế hoạch không được lưu ở đâu cả", mention=False, quotes=group.got[0])
    await house.settles()
    assert (len(group.got), len(hoa.got)) == (in_group, alone)
    # Nor is anything owed to a chat that there is not.
    assert await addresses(house) == known


@pytest.mark.timeout(120)
async def test_a_stranger_in_a_group_hears_nothing_anywhere_and_is_noted_nowhere(house: ZaloHouse) -> None:
    group = await bound_group(house)
    said, known = len(group.got), await addresses(house)
    stranger = house.server.person("Người lạ")
    stranger.joins()
    for words in ("start", "cần làm", "nhóm CFHJ-KLMN-PQRT", "1", "27 đã rõ"):
        group.says(stranger, words)
    await house.settles()
    assert len(group.got) == said
    assert stranger.got == []
    assert await addresses(house) == known


@pytest.mark.timeout(120)
async def test_the_way_to_bind_a_group_says_that_the_bot_wants_to_be_called(house: ZaloHouse) -> None:
    hoa = await house.joins("Hòa")
    hoa.says("đơn vị")
    await house.settles()
    for label in ("Chi bộ 1", "Gắn nhóm chat"):
        hoa.says(number_of(label, hoa.got[-1]))
        await house.settles()
    told = hoa.got[-1].text
    assert "NHÓM CHAT" in told
    assert "gõ @ và chọn tên tài khoản này, rồi gõ tiếp: nhóm " in told
    assert "t.me" not in told
