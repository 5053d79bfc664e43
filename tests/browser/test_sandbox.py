"""Steps 2 to 5 of the first story, through the page of `loa sandbox`, as a person would walk them."""

from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.sandbox_page import FLAGS, Sandbox, running_sandbox

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PLAN = "12-KH/ĐU"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[str]:
    assert chromium.exists()
    with running_sandbox(tmp_path_factory.mktemp("sandbox")) as found:
        yield found


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def sandbox(browser: Browser, address: str) -> Iterator[Sandbox]:
    """The story from its beginning, on a wide screen; nothing may go wrong in the page's own code."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    opened = Sandbox(page, address)
    opened.starts_over()
    yield opened
    page.close()
    assert faults == []


def test_the_clerk_drafts_the_deputy_secretary_approves_and_a_member_receives(sandbox: Sandbox) -> None:
    sandbox.follows_step("Soạn")
    sandbox.commands("/soan")
    sandbox.uses_sample("Kế hoạch")
    expect(sandbox.message("DỰ THẢO")).to_contain_text(f"số {PLAN}")
    expect(sandbox.step("Soạn")).to_have_attribute("aria-current", "step")

    sandbox.presses("✏️ Sửa thông tin")
    sandbox.presses("✏️ Trích yếu", exactly=True)
    sandbox.says("Nền nếp sinh hoạt chi bộ, bản đúng")
    sandbox.presses("Gửi cho ai")
    sandbox.presses("Toàn tổ chức")
    sandbox.presses("⏰ Xác nhận, hạn")
    sandbox.presses("⏰ Hạn xác nhận")
    sandbox.presses("3 ngày làm việc")
    expect(sandbox.message("DỰ THẢO")).to_contain_text("Nền nếp sinh hoạt chi bộ, bản đúng")
    expect(sandbox.message("DỰ THẢO")).to_contain_text("Hạn: 17:00")
    sandbox.presses("Xem người nhận")
    sandbox.sees("15 người, gửi tin được cho 14 người")
    sandbox.sees("Phan Văn Tâm (Chi bộ 2)")
    sandbox.presses("Trình duyệt")

    expect(sandbox.step("Duyệt")).to_have_attribute("aria-current", "step")
    sandbox.has_new_messages_for("Lê Thu Minh")
    sandbox.follows_step("Duyệt")
    expect(sandbox.message("CHỜ DUYỆT")).to_contain_text("bản đúng")
    sandbox.presses("✅ Duyệt, phát hành ngay")
    sandbox.sees("Đã duyệt và phát hành")

    sandbox.has_new_messages_for("Nguyễn Thanh Bình")
    sandbox.acts_as("Bình")
    expect(sandbox.message(PLAN)).to_contain_text("bản đúng")
    expect(sandbox.step("Xác nhận")).to_have_attribute("aria-current", "step")


def test_a_file_is_drafted_returned_and_published_at_a_set_time(sandbox: Sandbox) -> None:
    text = files("bot.samples").joinpath("hoi-nghi-so-ket.txt").read_text(encoding="utf-8")
    sandbox.acts_as("Lan")
    sandbox.commands("/soan")
    sandbox.sends_file("tin hội nghị.txt", text)
    sandbox.sees("tin hội nghị.txt")
    draft = sandbox.message("DỰ THẢO")
    expect(draft).to_contain_text("Kết quả hội nghị")
    expect(draft).to_contain_text("Hà Văn Thuận")
    sandbox.presses("Gửi cho ai")
    sandbox.presses("Chọn đơn vị")
    sandbox.presses("– – Chi bộ 1")
    sandbox.presses("‹ Về chọn người nhận")
    sandbox.presses("‹ Về bản dự thảo")
    sandbox.presses("Trình duyệt")

    sandbox.acts_as("Minh")
    sandbox.presses("↩️ Trả lại", under="CHỜ DUYỆT")
    sandbox.says("Xin ghi rõ cơ quan ban hành.")
    sandbox.acts_as("Lan")
    sandbox.sees("Xin ghi rõ cơ quan ban hành.")
    sandbox.presses("Mở bản dự thảo")
    sandbox.presses("Trình duyệt")

    sandbox.acts_as("Minh")
    sandbox.presses("🕑 Duyệt, hẹn giờ phát hành", under="CHỜ DUYỆT")
    sandbox.says(f"15:00 {sandbox.today():%d/%m/%Y}")
    sandbox.sees("sẽ phát hành lúc 15:00")
    sandbox.acts_as("Bình")
    sandbox.does_not_see("KẾT QUẢ HỘI NGHỊ")
    sandbox.turns_clock_to(0, "15:00")
    sandbox.sees("KẾT QUẢ HỘI NGHỊ")
    sandbox.acts_as("Yến")
    sandbox.does_not_see("KẾT QUẢ HỘI NGHỊ")


def test_a_member_acknowledges_takes_it_back_asks_and_reads(sandbox: Sandbox) -> None:
    publish(sandbox)
    sandbox.acts_as("Bình")
    sandbox.presses("✅ Đã nắm", under=PLAN)
    expect(sandbox.page.locator("#toast")).to_contain_text("Đã ghi nhận")
    expect(sandbox.message(PLAN)).to_contain_text("đã xác nhận lúc")

    sandbox.commands("/canlam")
    sandbox.presses(f"Hoàn tác số {PLAN}")
    sandbox.presses("Hoàn tác xác nhận")
    sandbox.sees("Đã hoàn tác")
    sandbox.commands("/canlam")
    expect(sandbox.newest()).to_contain_text(PLAN)

    sandbox.presses("📄 Toàn văn", under=PLAN)
    sandbox.sees("Mọi đảng viên nắm được kế hoạch, chuẩn bị ý kiến")
    sandbox.presses("❓ Hỏi lại", under=PLAN)
    sandbox.says("Có phải viết tham luận không ạ?")
    sandbox.sees("Đã chuyển câu hỏi")

    sandbox.acts_as("Khôi")
    sandbox.presses("💬 Trả lời", under="Có phải viết tham luận không ạ?")
    sandbox.says("Mỗi tổ chuẩn bị một tham luận.")
    sandbox.acts_as("Bình")
    expect(sandbox.message("TRẢ LỜI CÂU HỎI")).to_contain_text("Mỗi tổ chuẩn bị một tham luận.")
    expect(sandbox.message("TRẢ LỜI CÂU HỎI").get_by_role("button", name="Đã nắm")).to_be_visible()


def test_a_member_finds_documents_topics_the_agenda_and_help(sandbox: Sandbox) -> None:
    sandbox.acts_as("Bình")
    sandbox.commands("/vanban")
    expect(sandbox.newest()).to_contain_text("VĂN BẢN CÒN HIỆU LỰC")
    sandbox.commands("/lich")
    expect(sandbox.newest()).to_contain_text("LỊCH SINH HOẠT")
    sandbox.commands("/dangky")
    topics = sandbox.message("CHỦ ĐỀ NHẬN TIN")
    expect(topics).to_contain_text("🔒 bắt buộc nhận")
    expect(topics.get_by_role("button", name="Thôi nhận “Văn bản chỉ đạo”")).to_have_count(0)
    sandbox.presses("Thôi nhận “Kết quả hội nghị”")
    expect(topics).to_contain_text("Kết quả hội nghị: không nhận")
    sandbox.presses("Nhận “Kết quả hội nghị”", exactly=True)
    expect(topics).to_contain_text("Kết quả hội nghị: ✅ đang nhận")
    sandbox.says("/trogiup")
    expect(sandbox.newest()).to_contain_text("/canlam")
    assert "/soan" not in sandbox.page.locator("#commands").inner_text()


def test_tomorrow_brings_the_reminder_to_those_only_who_have_not_answered(sandbox: Sandbox) -> None:
    publish(sandbox)
    sandbox.acts_as("Bình")
    sandbox.presses("✅ Đã nắm", under=PLAN)
    sandbox.acts_as("Mai")
    for _ in range(10):
        if sandbox.message("NHẮC VIỆC").count():
            break
        sandbox.turns_clock("Sang sáng mai")
    expect(sandbox.message("NHẮC VIỆC")).to_contain_text(PLAN)
    sandbox.acts_as("Bình")
    expect(sandbox.page.locator(".bubble").filter(has_text="NHẮC VIỆC").filter(has_text=PLAN)).to_have_count(
        0
    )


def test_a_secretary_sees_progress_names_and_reminds(sandbox: Sandbox) -> None:
    publish(sandbox)
    sandbox.acts_as("Khôi")
    progress = f"TIẾN ĐỘ · Số {PLAN}"
    expect(sandbox.message(progress)).to_contain_text("Đã xác nhận 0/4")
    sandbox.acts_as("Bình")
    sandbox.presses("✅ Đã nắm", under=PLAN)
    sandbox.acts_as("Khôi")
    expect(sandbox.message(progress)).to_contain_text("Đã xác nhận 1/4")
    expect(sandbox.page.locator(".message").filter(has_text=progress)).to_have_count(1)

    sandbox.presses("Xem tên", under=progress)
    sandbox.sees("Đỗ Thị Mai")
    sandbox.does_not_see("Lý Ngọc Thu")
    sandbox.presses("🔔 Nhắc", under=progress)
    sandbox.acts_as("Bùi Hoàng An")
    sandbox.sees("NHẮC VIỆC")
    sandbox.acts_as("Bình")
    sandbox.does_not_see("NHẮC VIỆC")


def test_a_secretary_records_a_reading_aloud(sandbox: Sandbox) -> None:
    publish(sandbox)
    sandbox.acts_as("Sơn")
    sandbox.turns_clock("Thêm một giờ")
    sandbox.commands("/doctructiep")
    sandbox.presses(PLAN)
    sandbox.presses("Tâm")
    sandbox.says(f"08:30 {sandbox.today():%d/%m/%Y}, nhà riêng, Lý Ngọc Thu")
    expect(sandbox.page.locator("#toast")).to_contain_text("Đã ghi đọc trực tiếp")
    expect(sandbox.message(f"TIẾN ĐỘ · Số {PLAN}")).to_contain_text("Đọc trực tiếp 1")


def test_a_study_session_is_announced_answered_reminded_of_and_moved(sandbox: Sandbox) -> None:
    day = sandbox.today() + timedelta(days=3)
    sandbox.acts_as("Khôi")
    sandbox.commands("/taolich")
    sandbox.says("Bàn việc cuối năm")
    sandbox.says(f"19:30-21:00 {day:%d/%m/%Y}")
    sandbox.says("Phòng họp tầng 3")
    sandbox.presses("Vũ Đình Khôi")
    sandbox.presses("✉️ Gửi thư mời")

    sandbox.acts_as("Bình")
    invitation = "THƯ MỜI · Bàn việc cuối năm"
    expect(sandbox.message(invitation)).to_contain_text("Phòng họp tầng 3")
    sandbox.presses("✅ Dự", under=invitation)
    expect(sandbox.message(invitation)).to_contain_text("đã trả lời lúc")
    sandbox.acts_as("Bùi Hoàng An")
    sandbox.presses("🙏 Xin vắng", under=invitation)
    sandbox.says("Đi công tác cơ sở")
    sandbox.sees("Đã ghi lý do xin vắng")

    sandbox.acts_as("Khôi")
    sandbox.commands("/lich")
    expect(sandbox.newest()).to_contain_text("Bàn việc cuối năm")
    sandbox.presses("Mở số 2")
    sandbox.presses("Đổi lịch")
    sandbox.says(f"20:00-21:30 {day:%d/%m/%Y}")
    sandbox.acts_as("Bình")
    expect(sandbox.message("ĐỔI LỊCH · Bàn việc cuối năm")).to_contain_text("20:00")
    sandbox.does_not_see("NHẮC LỊCH · Bàn việc cuối năm")
    sandbox.turns_clock("Sang sáng mai")
    sandbox.turns_clock("Sang sáng mai")
    sandbox.turns_clock_to(0, "14:30")
    expect(sandbox.message("NHẮC LỊCH · Bàn việc cuối năm")).to_contain_text("20:00")


def test_any_chat_is_shown_as_zalo_text_and_answered_by_number(sandbox: Sandbox) -> None:
    publish(sandbox)
    sandbox.acts_as("Bùi Hoàng An")
    sandbox.shows_as("Zalo")
    card = sandbox.message(PLAN)
    expect(card.get_by_role("button")).to_have_count(0)
    [line] = [one for one in card.inner_text().splitlines() if one.startswith("Đã nắm: trả lời ")]
    sandbox.says(line.removeprefix("Đã nắm: trả lời "))
    expect(sandbox.message(PLAN)).to_contain_text("Đã ghi nhận")
    sandbox.says("cần làm")
    sandbox.sees("không còn văn bản nào cần xác nhận")
    sandbox.shows_as("Telegram")
    expect(sandbox.message("VĂN BẢN CHỈ ĐẠO").get_by_role("button", name="Toàn văn")).to_be_visible()


def test_messages_outside_sending_hours_are_held_and_the_page_says_until_when(sandbox: Sandbox) -> None:
    sandbox.turns_clock_to(0, "18:00")
    publish(sandbox)
    expect(sandbox.page.locator("#held")).to_contain_text("đang chờ tới giờ gửi: 07:00")
    expect(sandbox.step("Nhận")).to_have_attribute("aria-current", "step")
    sandbox.acts_as("Bình")
    sandbox.does_not_see(PLAN)
    sandbox.turns_clock("Tới giờ gửi tin")
    sandbox.sees(PLAN)
    expect(sandbox.page.locator("#held")).to_be_hidden()


def test_a_marked_text_is_refused_and_stands_nowhere(sandbox: Sandbox) -> None:
    sandbox.acts_as("Lan")
    sandbox.commands("/soan")
    sandbox.says("MẬT\n\nKẾ HOẠCH\nBảo vệ trụ sở cơ quan")
    expect(sandbox.newest()).to_contain_text("không nhận, không lưu")
    sandbox.does_not_see("Bảo vệ trụ sở cơ quan")


def test_the_page_works_on_a_narrow_screen_with_the_keyboard_alone(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640}, locale="vi-VN")
    sandbox = Sandbox(page, address)
    sandbox.starts_over_narrow()
    sandbox.acts_as("Mai")
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    page.locator("#menu-button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#commands button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#menu-button")).to_be_focused()
    page.locator("#write").focus()
    page.keyboard.type("cần làm")
    page.keyboard.press("Enter")
    sandbox.sees("văn bản cần xác nhận")
    expect(page.locator("#write")).to_be_focused()
    page.close()


def publish(sandbox: Sandbox) -> None:
    """The plan goes to everybody, with its text, to be acknowledged in three working days."""
    sandbox.acts_as("Lan")
    sandbox.commands("/soan")
    sandbox.uses_sample("Kế hoạch")
    sandbox.presses("Gửi cho ai")
    sandbox.presses("Toàn tổ chức")
    sandbox.presses("⏰ Xác nhận, hạn")
    sandbox.presses("⏰ Hạn xác nhận")
    sandbox.presses("3 ngày làm việc")
    sandbox.presses("Phạm vi, mức độ")
    sandbox.presses("Chuyển sang công khai")
    sandbox.presses("Trình duyệt")
    sandbox.acts_as("Minh")
    sandbox.presses("✅ Duyệt, phát hành ngay", under=PLAN)
