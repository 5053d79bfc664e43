"""What somebody hears whose words did not come: nothing was recorded, and how to say it otherwise."""

import pytest

from bot.settings import Settings
from bot.settings.sections import WebSection
from tests.flows.test_zalo import publishes
from tests.flows.zalo_house import ZaloHouse, number_of, open_zalo_house
from tests.standins.zalo import FREE, ZaloServer

PAGES = Settings(web=WebSection(public_url="https://loa.example"))


@pytest.mark.timeout(120)
async def test_a_message_that_cannot_be_read_is_hinted_at_once_a_day(prepared_url: str) -> None:
    async with (
        ZaloServer(limits=FREE) as server,
        open_zalo_house(prepared_url, server, settings=PAGES) as house,
    ):
        binh = await house.joins("Bình")
        await publishes(house)
        card = await binh.receives("Số 11-KH/ĐU")
        before = len(binh.got)
        for _ in range(3):
            binh.sends_link()
        binh.sends_file()
        await house.settles()
        (hint,) = binh.got[before:]
        assert "Kính báo đồng chí Bình" in hint.text
        assert "Số 11-KH/ĐU" in hint.text
        page = next(line for line in card.text.splitlines() if line.startswith("Toàn văn: "))
        assert page.startswith("Toàn văn: https://loa.example/v/")
        assert page in hint.text
        assert "Đã nắm" not in hint.text
        number = number_of("Hỏi lại", hint)
        assert number == number_of("Đã nắm", card)

        await house.forwards(days=1)
        told = len(binh.got)
        binh.sends_link()
        await house.settles()
        assert "Kính báo" in binh.got[-1].text
        assert len(binh.got) == told + 1
        binh.says(number)
        await binh.receives("Đã ghi nhận")


@pytest.mark.timeout(120)
async def test_somebody_unknown_whose_words_never_arrive_is_told_once_whom_to_ask(house: ZaloHouse) -> None:
    special = house.server.person("Người lạ", special=True)
    for words in ("xin chào", "123456"):
        special.says(words)
    await house.settles()
    (hint,) = special.got
    assert "xin liên hệ văn phòng" in hint.text


@pytest.mark.timeout(120)
async def test_a_picture_a_sticker_and_a_voice_are_answered_and_read_nowhere(house: ZaloHouse) -> None:
    binh = await house.joins("Bình")
    before = len(binh.got)
    binh.sends_picture("27 đã rõ")
    binh.sends_sticker()
    binh.sends_voice()
    await house.settles()
    picture, sticker, voice = (one.text for one in binh.got[before:])
    for what, answer in (("ảnh", picture), ("nhãn dán", sticker), ("tin thoại", voice)):
        assert what in answer
        assert "chưa ghi nhận gì" in answer
        assert "Xin gõ lại bằng chữ" in answer
    binh.sends_voice()
    await house.settles()
    assert len(binh.got) == before + 3


@pytest.mark.timeout(120)
async def test_what_is_lost_while_something_is_waited_for_or_new_is_told_again(house: ZaloHouse) -> None:
    binh = await house.joins("Bình")
    await house.settles()
    binh.sends_voice()
    await binh.receives("tin thoại")
    await publishes(house)
    await binh.receives("Số 11-KH/ĐU")
    await house.settles()
    told = len(binh.got)
    binh.sends_voice()
    await house.settles()
    assert "Đang chờ: Số 11-KH/ĐU" in binh.got[-1].text
    assert len(binh.got) == told + 1
    binh.says("tìm")
    await house.settles()
    for _ in range(3):
        binh.sends_voice()
    await house.settles()
    waiting = [one.text for one in binh.got[told + 2 :]]
    assert waiting
    assert set(waiting) == {waiting[0]}
    # At most one in each part of a minute: three at once may lie in two.
    assert len(waiting) <= 2
    assert "Câu trả lời vẫn đang được chờ" in waiting[0]
    assert "Muốn dừng: gõ thôi" in waiting[0]
