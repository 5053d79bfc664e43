"""What a newcomer finds in the sample organisation, in the order in which they may look: nothing is reset."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.sandbox_page import FLAGS, Sandbox, running_sandbox

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[str]:
    assert chromium.exists()
    with running_sandbox(tmp_path_factory.mktemp("sandbox"), is_short=False) as found:
        yield found


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    yield opened
    opened.close()


def test_the_page_opens_on_a_card_that_waits_whatever_came_before_it(page: Page, address: str) -> None:
    sandbox = Sandbox(page, address)
    expect(sandbox.step("Xác nhận")).to_have_attribute("aria-current", "step")
    expect(sandbox.step("Tiến độ")).to_contain_text("Đã xác nhận 6/14")
    expect(sandbox.step("Tiến độ")).to_contain_text("1 câu hỏi đang chờ")
    expect(page.locator("#chat-whose")).to_contain_text("Nguyễn Thanh Bình")
    card = sandbox.message("11-KH/ĐU")
    expect(card.get_by_role("button", name="Đã nắm")).to_be_in_viewport()


def test_a_member_meets_a_correction_and_a_task_and_finds_what_there_is(page: Page, address: str) -> None:
    sandbox = Sandbox(page, address)
    sandbox.acts_as("Nguyễn Thanh Bình")
    corrected = sandbox.message("Bản 2, sửa")
    expect(corrected).to_contain_text("Thay đổi: Gửi biên bản trước ngày 05")
    expect(corrected.get_by_role("button", name="Đã nắm")).to_be_visible()
    expect(sandbox.message("Bản mới ở tin dưới").get_by_role("button", name="Đã nắm")).to_have_count(0)

    meeting = sandbox.message("KẾT QUẢ HỘI NGHỊ")
    expect(meeting).to_contain_text("Kết quả: Cả 3/3")
    sandbox.presses("✅ Đã nhận việc", under="KẾT QUẢ HỘI NGHỊ")
    expect(meeting).to_contain_text("đã nhận việc lúc")
    sandbox.acts_as("Vũ Thị Hòa")
    expect(sandbox.message("KẾT QUẢ HỘI NGHỊ")).to_contain_text("đã nhận việc lúc 08:40")
    sandbox.acts_as("Đỗ Thị Mai")
    expect(sandbox.message("KẾT QUẢ HỘI NGHỊ")).to_contain_text("Hạn chế: Văn bản đến đảng viên còn chậm")
    sandbox.does_not_see("nhận việc")

    sandbox.says("tìm bien ban")
    expect(sandbox.newest()).to_contain_text("09-HD/ĐU")
    sandbox.says("văn bản")
    expect(sandbox.newest()).to_contain_text("11-KH/ĐU")
    expect(sandbox.newest()).not_to_contain_text("10-KH/ĐU")


def test_two_questions_stand_before_the_acknowledgement(page: Page, address: str) -> None:
    sandbox = Sandbox(page, address)
    sandbox.acts_as("Cao Bích Ngọc")
    sandbox.presses("✅ Đã nắm", under="10-KH/ĐU")
    expect(sandbox.newest()).to_contain_text("Ai tắt điện, khóa nước ở mỗi phòng?")
    sandbox.presses("Chọn số 1")
    expect(sandbox.newest()).to_contain_text("Người về sau cùng của mỗi phòng tắt điện")
    sandbox.presses("Chọn số 2")
    sandbox.presses("Chọn số 3")
    expect(sandbox.message("10-KH/ĐU · Kế hoạch")).to_contain_text("đã xác nhận lúc")
    sandbox.acts_as("Mai Hồng Phúc")
    expect(sandbox.message("Số 10-KH/ĐU · Kế hoạch")).to_contain_text("Đã nắm: trả lời ")


def test_a_file_from_the_watched_folder_waits_for_the_clerk(page: Page, address: str) -> None:
    sandbox = Sandbox(page, address)
    sandbox.acts_as("Trần Thị Lan")
    sandbox.presses("Mở số 1", under="VĂN BẢN MỚI · Thư mục văn bản đến")
    expect(sandbox.message("DỰ THẢO")).to_contain_text("214-CV/BTCTU")
    expect(sandbox.message("DỰ THẢO")).to_contain_text("Gửi cho: cần chọn")
    sandbox.acts_as("Phạm Quốc Dũng")
    sandbox.commands("/nguon")
    sandbox.presses("Mở số 1")
    sandbox.presses("Đọc thử")
    expect(sandbox.newest()).to_contain_text("214-CV/BTCTU")


def test_a_newcomer_with_a_small_phone_sees_whom_they_are_and_what_to_press(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640}, locale="vi-VN")
    sandbox = Sandbox(page, address)
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    expect(page.locator("#step-now")).to_have_text("4/5 Xác nhận")
    expect(sandbox.message("11-KH/ĐU").get_by_role("button", name="Đã nắm")).to_be_in_viewport()
    page.close()
