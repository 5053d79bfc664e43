"""The web inbox as an elderly member uses it: 360 x 640, letters of 20 px, keyboard, screen reader."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect, sync_playwright

from tests.browser.sandbox_page import FLAGS, Sandbox, running_sandbox
from tests.browser.test_sandbox import PLAN, publish

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

SMALL: ViewportSize = {"width": 360, "height": 640}
CODE = re.compile(r"\d{3} \d{3}")
LINK = re.compile(r"http://127\.0\.0\.1:\d+/w/\S+")


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
def office(browser: Browser, address: str) -> Iterator[Sandbox]:
    """The office's side of the story, from its beginning."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    opened = Sandbox(page, address)
    opened.starts_over()
    yield opened
    page.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a small screen with cookies of its own; nothing may go wrong in the page's own code."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opens(*, script: bool = True) -> Page:
        context = browser.new_context(viewport=SMALL, locale="vi-VN", java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        return page

    yield opens
    for context in contexts:
        context.close()
    assert faults == []


def test_a_member_without_a_phone_reads_takes_note_and_asks(
    office: Sandbox, phone: Callable[..., Page], tmp_path: Path
) -> None:
    publish(office)
    page = phone()
    _comes_in(office, page, pictures=tmp_path)

    main = page.get_by_role("button", name="Đã nắm").first
    expect(page.get_by_role("heading", level=1)).to_contain_text("văn bản cần xác nhận")
    card = page.get_by_role("article").filter(has_text=PLAN)
    for seen in (card.get_by_text("Hạn: 17:00"), main):
        _is_in_sight(seen)
    _is_large_and_narrow(page)
    page.screenshot(path=tmp_path / "3-inbox.png")

    card.get_by_role("button", name="Đã nắm").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã ghi nhận")
    expect(page.get_by_role("article").filter(has_text="đã xác nhận lúc").first).to_be_visible()
    page.screenshot(path=tmp_path / "4-taken-note.png")

    page.get_by_role("button", name="Hỏi lại").first.click()
    page.get_by_label("Xin gõ vào đây").fill("Có phải mang theo tài liệu không?")
    page.screenshot(path=tmp_path / "5-asking.png")
    page.get_by_role("button", name="Gửi", exact=True).click()
    expect(page.get_by_text("Đã chuyển câu hỏi").first).to_be_visible()
    _is_large_and_narrow(page)
    page.screenshot(path=tmp_path / "6-asked.png", full_page=True)

    page.get_by_role("button", name="Thoát").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã thoát")
    page.screenshot(path=tmp_path / "7-left.png")


def test_the_page_works_without_a_script_and_by_keyboard_alone(
    office: Sandbox, phone: Callable[..., Page]
) -> None:
    publish(office)
    page = phone(script=False)
    link, code = _handed_over(office)
    page.goto(link)
    _tabs_to(page, page.get_by_label("Mã 6 chữ số"))
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    _tabs_to(page, page.get_by_role("button", name="Đồng ý cả 4 mục"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("cần xác nhận")
    page.wait_for_load_state()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tới nội dung chính")).to_be_focused()
    expect(page.get_by_role("link", name="Tới nội dung chính")).to_be_in_viewport()
    main = page.get_by_role("button", name="Đã nắm").first
    _tabs_to(page, main)
    assert main.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Đã ghi nhận")


def test_a_screen_reader_finds_landmarks_headings_labels_and_an_order(
    office: Sandbox, phone: Callable[..., Page]
) -> None:
    publish(office)
    page = phone()
    link, code = _handed_over(office)
    page.goto(link)
    expect(page.locator("body")).to_match_aria_snapshot(
        """
        - link "Tới nội dung chính"
        - banner
        - main:
          - heading "Hộp thư web" [level=1]
          - textbox "Mã 6 chữ số"
          - button "Mở hộp thư"
        """
    )
    page.get_by_label("Mã 6 chữ số").fill(code)
    page.get_by_role("button", name="Mở hộp thư").click()
    expect(page.locator("body")).to_match_aria_snapshot(
        """
        - main:
          - heading "Mở hộp thư lần đầu" [level=1]
          - button "Đồng ý cả 4 mục"
          - group "Xin chọn những mục đồng ý":
            - checkbox /1\\./
            - checkbox /2\\./
            - checkbox /3\\./
            - checkbox /4\\./
          - button "Đồng ý các mục đã chọn ở trên"
          - button "Không đồng ý, nhận bản giấy"
        """
    )
    page.get_by_role("button", name="Đồng ý cả 4 mục").click()
    expect(page.locator("body")).to_match_aria_snapshot(
        """
        - banner:
          - link "Danh mục"
        - main:
          - heading /Đồng chí Tâm có \\d văn bản cần xác nhận/ [level=1]
          - region "Cần xác nhận":
            - heading "Cần xác nhận" [level=2]
            - article /VĂN BẢN CHỈ ĐẠO/:
              - heading /VĂN BẢN CHỈ ĐẠO/ [level=3]
              - button "Đã nắm"
          - region "Viết tin":
            - textbox "Gõ câu hỏi hoặc câu trả lời"
            - button "Gửi"
          - region "Tin đã nhận"
        - navigation "Danh mục việc"
        - contentinfo:
          - button "Thoát"
        """
    )


def test_what_is_being_typed_is_not_lost_and_news_are_told(
    office: Sandbox, phone: Callable[..., Page]
) -> None:
    page = phone()
    page.clock.install()
    _comes_in(office, page)
    page.get_by_role("textbox").fill("Đang gõ dở")
    page.reload()
    expect(page.get_by_role("textbox")).to_have_value("Đang gõ dở")
    expect(page.locator("#news")).to_be_hidden()
    publish(office)
    page.clock.run_for(31_000)
    expect(page.get_by_role("link", name="Xem tin mới")).to_be_visible()
    page.get_by_role("link", name="Xem tin mới").click()
    expect(page.get_by_role("article").filter(has_text=PLAN).first).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value("Đang gõ dở")


def test_an_internal_text_is_read_on_the_page(
    office: Sandbox, phone: Callable[..., Page], tmp_path: Path
) -> None:
    office.acts_as("Lan")
    office.commands("/soan")
    office.uses_sample("Kế hoạch")
    office.presses("Gửi cho ai")
    office.presses("Toàn tổ chức")
    office.presses("⏰ Xác nhận, hạn")
    office.presses("⏰ Hạn xác nhận")
    office.presses("3 ngày làm việc")
    office.presses("Trình duyệt")
    office.acts_as("Minh")
    office.presses("✅ Duyệt, phát hành ngay", under=PLAN)
    page = phone()
    _comes_in(office, page)
    card = page.get_by_role("article").filter(has_text=PLAN).first
    _is_in_sight(card.get_by_role("button", name="Đã nắm"))
    card.get_by_role("link", name="Đọc toàn văn").click()
    expect(page.get_by_role("heading", name="Toàn văn")).to_be_visible()
    expect(page.locator(".body")).to_contain_text("Mọi đảng viên nắm được kế hoạch")
    _is_large_and_narrow(page)
    page.screenshot(path=tmp_path / "document.png", full_page=True)


def _comes_in(office: Sandbox, page: Page, *, pictures: Path | None = None) -> None:
    link, code = _handed_over(office)
    page.goto(link)
    _is_large_and_narrow(page)
    if pictures:
        page.screenshot(path=pictures / "1-door.png")
    page.get_by_label("Mã 6 chữ số").fill(code)
    page.get_by_role("button", name="Mở hộp thư").click()
    expect(page.get_by_text("đồng chí Phan Văn Tâm")).to_be_visible()
    _is_large_and_narrow(page)
    if pictures:
        page.screenshot(path=pictures / "2-consent.png", full_page=True)
    page.get_by_role("button", name="Đồng ý cả 4 mục").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ồng chí Tâm")
    page.wait_for_load_state()


def _handed_over(office: Sandbox) -> tuple[str, str]:
    """What the secretary of Tâm's branch reads after pressing "Hộp thư web"."""
    office.acts_as("Sơn")
    office.says("/hopthu Tâm")
    handed = office.message("Mã dùng một lần")
    text = handed.inner_text()
    link, code = LINK.search(text), CODE.search(text)
    assert link is not None
    assert code is not None
    return link[0], code[0]


def _tabs_to(page: Page, wanted: Locator) -> None:
    for _ in range(40):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard does not get there")


def _is_in_sight(wanted: Locator) -> None:
    box = wanted.first.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= SMALL["height"]


def _is_large_and_narrow(page: Page) -> None:
    page.wait_for_load_state()
    assert page.evaluate("() => document.documentElement.scrollWidth") == SMALL["width"]
    assert page.evaluate("() => getComputedStyle(document.body).fontSize") == "20px"
    for target in page.locator("button:visible, input:visible, textarea:visible, summary:visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44 or target.get_attribute("type") == "checkbox"
