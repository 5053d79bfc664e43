"""On the real door: courtesy counts, a report is asked back, and an answer closes the menu before it."""

from collections.abc import AsyncIterator

import pytest

from tests.flows.zalo_house import AT_ONCE, ZaloHouse, number_of, open_zalo_house
from tests.standins.zalo import FREE, ZaloServer
from tests.zalo.test_unread_menus import approver, says


@pytest.fixture
async def house(prepared_url: str) -> AsyncIterator[ZaloHouse]:
    async with (
        ZaloServer(limits=FREE) as server,
        open_zalo_house(prepared_url, server, to_read=AT_ONCE) as one,
    ):
        yield one


@pytest.mark.timeout(200)
async def test_an_elderly_member_is_understood_and_no_old_figure_presses_anything(house: ZaloHouse) -> None:
    mai = await house.joins("Mai")
    minh = await approver(house, "11")
    await says(house, minh, "duyệt phát hành")
    number = number_of("Đã nắm", await mai.receives("Số 11-KH/ĐU"))
    listed = await says(house, mai, "việc cần làm ạ")
    assert "1 văn bản cần xác nhận" in listed
    asked = await says(house, mai, f"{number} tôi đã đọc kỹ văn bản và nắm được nội dung, xin cảm ơn")
    assert f"Đã nắm thì gõ: {number} đã nắm." in asked
    assert "Số 11-KH/ĐU" in await says(house, mai, "mở 11-KH/ĐU")
    assert "Không có việc nào mang số 1" in await says(house, mai, "1")
    assert "Đã ghi nhận" in await says(house, mai, f"Dạ, {number} 🙏")
