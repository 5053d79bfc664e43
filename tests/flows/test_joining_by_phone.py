"""Joining with one's own telephone number, and being let in by the secretary, over Telegram itself."""

from collections.abc import AsyncIterator

import pytest

from bot.organisation.joining.phones import phone_hash
from storage import tables
from storage.database import Connection
from tests.cast import KEY
from tests.flows.house import House, open_house
from tests.standins.telegram import FREE, TelegramServer

NUMBER = "0901 234 567"


@pytest.fixture
async def house(prepared_url: str) -> AsyncIterator[House]:
    async with TelegramServer(limits=FREE) as server, open_house(prepared_url, server) as one:
        await one.office.database.transaction(lambda connection: _number_of_binh(connection, one))
        yield one


def _number_of_binh(connection: Connection, house: House) -> None:
    members = tables.members
    hashed = phone_hash(KEY, NUMBER)
    connection.execute(members.update().where(members.c.id == house.cast["Bình"]).values(phone_hash=hashed))


@pytest.mark.timeout(180)
async def test_a_member_joins_with_the_own_number(house: House) -> None:
    binh = house.server.person("Nguyễn B", 3001)
    binh.starts()
    await binh.receives("Kính chào")
    binh.shares_contact("+84901234567")
    offer = await binh.receives("Đồng ý cả 4 mục")
    assert "Nguyễn Văn Bình" in offer.text
    assert "Nguyễn B" in offer.text
    binh.presses("✅ Đồng ý cả 4 mục")
    await binh.receives("Cảm ơn")


@pytest.mark.timeout(180)
async def test_somebody_elses_card_leads_nowhere(house: House) -> None:
    stranger = house.server.person("Người lạ", 3002)
    stranger.starts()
    await stranger.receives("Kính chào")
    stranger.shares_contact("+84901234567", of=3001)
    await house.settles()
    assert not [one for one in stranger.got if "Bình" in one.text or "Đồng ý" in str(one.buttons)]


@pytest.mark.timeout(180)
async def test_a_number_that_nobody_has_tells_nothing(house: House) -> None:
    stranger = house.server.person("Người lạ", 3002)
    stranger.starts()
    await stranger.receives("Kính chào")
    stranger.shares_contact("+84909999999")
    await stranger.receives("Không tìm thấy")


@pytest.mark.timeout(180)
async def test_who_has_no_code_is_let_in_by_the_secretary(house: House) -> None:
    hoa = await house.joins("Hòa")
    mai = house.server.person("Mai M", 3003)
    mai.starts()
    await mai.receives("Kính chào")
    mai.presses("Xin kết nối")
    await mai.receives("họ và tên")
    mai.says("đỗ thị mai")
    await mai.receives("sinh hoạt ở đơn vị nào")
    mai.says("chi bộ 1")
    await hoa.receives("Mai M")
    hoa.presses("Đỗ Thị Mai")
    await mai.receives("Xem lời mời")
    mai.presses("Xem lời mời")
    await mai.receives("Đồng ý cả 4 mục")
    mai.presses("✅ Đồng ý cả 4 mục")
    await mai.receives("Cảm ơn")
