"""What cannot be edited is told anew, seldom and truly: progress for leaders, corrections for everybody."""

from collections.abc import AsyncIterator

import pytest

from bot.publication.draft.correcting import DraftField
from tests.acknowledgement.story import published
from tests.flows.zalo_house import ZaloHouse, number_of, open_zalo_house
from tests.standins.zalo import FREE, Person, ZaloServer
from tests.versions.steps import NOTE, amended


@pytest.fixture
async def house(prepared_url: str) -> AsyncIterator[ZaloHouse]:
    async with ZaloServer(limits=FREE) as server, open_zalo_house(prepared_url, server) as one:
        yield one


def told(person: Person, words: str) -> list[str]:
    return [shown.text for shown in person.got if words in shown.text]


@pytest.mark.timeout(120)
async def test_a_secretary_is_not_alarmed_and_hears_of_all_directives_in_one_message_a_day(
    house: ZaloHouse,
) -> None:
    hoa, binh = [await house.joins(one) for one in ("Hòa", "Bình")]
    for number in ("12-KH/ĐU", "77-KH/ĐU"):
        await published(house.office, house.cast, number=number, arrives=False)
    await house.settles()
    card = await binh.receives("Số 12-KH/ĐU")
    assert told(hoa, "TIẾN ĐỘ") == []

    await house.forwards(hours=2, minutes=5)
    (first,) = told(hoa, "TIẾN ĐỘ")
    _, one, other, how = [line for line in first.splitlines() if line][:4]
    # Mai and An have no messenger: they are to be called, whoever got the card is not.
    assert one.endswith(" · 12-KH/ĐU: 0/4, cần gọi 2")
    assert other.endswith(" · 77-KH/ĐU: 0/4, cần gọi 2")
    number = one.split(" ", 1)[0]
    assert how == f"Xem tên, nhắc: gõ số rồi gõ tiến độ. Ví dụ: {number} tiến độ"
    hoa.says(f"{number} tiến độ")
    whole = await hoa.receives("Đã xác nhận 0/4")
    assert "Số 12-KH/ĐU" in whole.text
    assert hoa.sees("Đã ghi nhận") is None

    binh.says(number_of("Đã nắm", card))
    await binh.receives("Đã ghi nhận")
    # Thursday, half an hour after the reminders of 08:00.
    await house.forwards(days=2, hours=22, minutes=30)
    assert [text for text in told(hoa, "TIẾN ĐỘ – thứ Năm") if "12-KH/ĐU: 1/4, cần gọi 2" in text]
    assert "77-KH/ĐU" not in told(hoa, "TIẾN ĐỘ – thứ Năm")[0]
    await house.forwards(hours=3)
    assert len(told(hoa, "TIẾN ĐỘ – thứ Năm")) == 1


@pytest.mark.timeout(120)
async def test_a_corrected_slip_reaches_who_has_the_wrong_words_on_the_screen(house: ZaloHouse) -> None:
    binh, mai = [await house.joins(one) for one in ("Bình", "Mai")]
    about = await published(house.office, house.cast, arrives=False)
    await house.settles()
    number = number_of("Đã nắm", await binh.receives("Số 12-KH/ĐU"))
    binh.says(number)
    await binh.receives("Đã ghi nhận")
    await house.settles()
    await amended(house.office, house.cast, about, fields={DraftField.TITLE: "Nền nếp sinh hoạt chi bộ"})
    await house.settles()
    (news,) = told(binh, "ĐÍNH CHÍNH")
    assert news.startswith(f"ĐÍNH CHÍNH – Số 12-KH/ĐU\n{NOTE}\nKhông phải xác nhận lại.\n")
    assert f"Hỏi lại: gõ {number} và câu hỏi" in news
    (waits,) = told(mai, "ĐÍNH CHÍNH")
    assert "Đồng chí Mai chưa xác nhận văn bản này, xin xác nhận như đã báo." in waits
    assert "Không phải xác nhận lại" not in waits
    binh.says(f"{number} mở bản mới")
    assert "Nền nếp sinh hoạt chi bộ\n" in (await binh.receives("Bản 2")).text
