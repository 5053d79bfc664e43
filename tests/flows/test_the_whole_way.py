"""The whole way, once: a directive goes out, is acknowledged, and the count is true."""

from collections.abc import AsyncIterator

import pytest

from bot.texts import sample_story
from tests.flows.house import House, open_house
from tests.standins.telegram import FREE, TelegramServer

DIRECTIVE = sample_story.DIRECTIVE.format(number="11")


@pytest.fixture
async def house(url_on_each_engine: str) -> AsyncIterator[House]:
    async with TelegramServer(limits=FREE) as server, open_house(url_on_each_engine, server) as one:
        yield one


async def publishes(house: House) -> None:
    """Lan drafts and submits; Minh approves."""
    lan = house.people.get("Lan") or await house.joins("Lan")
    minh = house.people.get("Minh") or await house.joins("Minh")
    lan.says("/soan")
    await lan.receives("Xin dán nội dung")
    lan.says(DIRECTIVE)
    await lan.receives("DỰ THẢO")
    lan.presses("👥 Gửi cho ai")
    await lan.receives("Gửi cho ai?")
    lan.presses("Toàn tổ chức")
    await lan.receives("Gửi cho: Toàn tổ chức")
    lan.presses("📨 Trình duyệt")
    await minh.receives("CHỜ DUYỆT")
    minh.presses("✅ Duyệt, phát hành ngay")


@pytest.mark.timeout(180)
async def test_a_directive_goes_out_is_acknowledged_and_the_count_is_true(house: House) -> None:
    binh, mai, hoa = [await house.joins(one) for one in ("Bình", "Mai", "Hòa")]
    await publishes(house)

    await binh.receives("VĂN BẢN CHỈ ĐẠO · cần xác nhận")
    await mai.receives("Số 11-KH/ĐU")
    progress = await hoa.receives("TIẾN ĐỘ")
    assert "0/4" in progress.text

    binh.presses("✅ Đã nắm")
    await binh.gets_toast("Đã ghi nhận")
    await binh.receives("Đồng chí đã xác nhận lúc 08:0")
    assert sum("VĂN BẢN CHỈ ĐẠO" in shown.text for shown in binh.got) == 1

    await hoa.receives("1/4")
    assert hoa.sees("TIẾN ĐỘ") is not None
    assert sum("TIẾN ĐỘ" in shown.text for shown in hoa.got) == 1


@pytest.mark.timeout(180)
async def test_one_reminder_reaches_only_those_who_have_not_answered(house: House) -> None:
    binh, mai = [await house.joins(one) for one in ("Bình", "Mai")]
    await publishes(house)
    await binh.receives("VĂN BẢN CHỈ ĐẠO")
    binh.presses("✅ Đã nắm")
    await binh.receives("đã xác nhận lúc")

    await house.forwards(days=8)
    await mai.receives("NHẮC VIỆC")
    await house.forwards(minutes=30)
    await house.settles()
    assert sum("NHẮC VIỆC" in shown.text for shown in mai.got) == 1
    assert binh.sees("NHẮC VIỆC") is None

    mai.presses("Mở số 1")
    await mai.receives("VĂN BẢN CHỈ ĐẠO", newer_than=mai.sees("NHẮC VIỆC"))


@pytest.mark.timeout(180)
async def test_a_question_reaches_the_secretary_and_its_answer_the_member(house: House) -> None:
    mai, hoa = [await house.joins(one) for one in ("Mai", "Hòa")]
    await publishes(house)
    await mai.receives("VĂN BẢN CHỈ ĐẠO")
    mai.presses("❓ Hỏi lại")
    await mai.receives("câu hỏi")
    mai.says("Đăng ký việc làm ở đâu ạ?")
    asked = await hoa.receives("Đăng ký việc làm ở đâu ạ?")
    assert "Mai" in asked.text
    hoa.presses(asked.buttons[0][0], on=asked)
    await hoa.receives("câu trả lời")
    hoa.says("Gửi cho văn phòng trong tuần này.")
    await mai.receives("Gửi cho văn phòng trong tuần này.")
    mai.presses("✅ Đã nắm")
    await mai.receives("đã xác nhận lúc")


@pytest.mark.timeout(180)
async def test_a_session_is_announced_answered_reminded_of_and_moved(house: House) -> None:
    hoa, binh, mai = [await house.joins(one) for one in ("Hòa", "Bình", "Mai")]
    hoa.says("/taolich")
    await hoa.receives("Tên")
    hoa.says("Sinh hoạt chuyên đề quý IV")
    await hoa.receives("Họp khi nào?")
    hoa.says("19:30-21:00 26/11/2026")
    await hoa.receives("Họp ở đâu?")
    hoa.says("Phòng họp tầng 2")
    await hoa.receives("hủ trì")
    hoa.presses(hoa.got[-1].buttons[0][0])
    await hoa.receives("Gửi thư mời")
    hoa.presses("Gửi thư mời")
    await binh.receives("THƯ MỜI")
    binh.presses("✅ Dự")
    await binh.receives("Dự")
    await mai.receives("THƯ MỜI")
    mai.presses("🙏 Xin vắng")
    await mai.receives("lý do")

    await house.forwards(days=2)
    await binh.receives("NHẮC")
    assert mai.sees("NHẮC") is None


@pytest.mark.timeout(120)
async def test_a_stranger_gets_one_polite_answer_and_no_information(house: House) -> None:
    stranger = house.server.person("Người lạ", 9)
    stranger.joins()
    stranger.says("/canlam")
    answer = await stranger.receives("Kính chào")
    for shown in stranger.got:
        assert "Bình" not in shown.text
        assert "KH/ĐU" not in shown.text
    assert "văn phòng" in answer.text.casefold()


@pytest.mark.timeout(120)
async def test_a_button_of_somebody_else_does_nothing(house: House) -> None:
    binh, mai = [await house.joins(one) for one in ("Bình", "Mai")]
    await publishes(house)
    card = await binh.receives("VĂN BẢN CHỈ ĐẠO")
    own = await mai.receives("VĂN BẢN CHỈ ĐẠO")
    mai.presses_data(card.data[0][0], own)
    await mai.gets_toast("không dùng được")
    await house.settles()
    assert mai.sees("đã xác nhận lúc") is None


@pytest.mark.timeout(120)
async def test_a_marked_text_is_refused_and_stays_nowhere(house: House) -> None:
    lan = await house.joins("Lan")
    lan.says("/soan")
    await lan.receives("Xin dán nội dung")
    lan.says("TỐI MẬT\nKế hoạch không được lưu ở đâu cả")
    refusal = await lan.receives("độ mật")
    assert "không được lưu ở đâu cả" not in refusal.text


@pytest.mark.timeout(120)
async def test_the_menu_follows_the_role(house: House) -> None:
    binh, lan = [await house.joins(one) for one in ("Bình", "Lan")]
    binh.says("/trogiup")
    lan.says("/trogiup")
    await binh.receives("/canlam")
    await lan.receives("/soan")
    await house.settles()
    of_binh = {one["command"] for one in house.server.menu(binh.id)}
    of_lan = {one["command"] for one in house.server.menu(lan.id)}
    assert {"canlam", "vanban", "lich", "dangky", "trogiup"} <= of_binh
    assert "soan" in of_lan
    assert "soan" not in of_binh


@pytest.mark.timeout(120)
async def test_a_clerk_who_sends_a_document_gets_a_draft_without_asking_for_it(house: House) -> None:
    lan, binh = [await house.joins(one) for one in ("Lan", "Bình")]
    lan.says(DIRECTIVE)
    await lan.receives("DỰ THẢO")
    lan.sends_file("ke-hoach.txt", DIRECTIVE.replace("11-KH", "12-KH").encode())
    await lan.receives("12-KH/ĐU")
    binh.says(DIRECTIVE)
    await house.settles()
    assert binh.sees("DỰ THẢO") is None
