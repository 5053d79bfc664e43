"""The page on a small screen with large letters, without a script, by keyboard alone."""

import asyncio
import logging
import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, ViewportSize, async_playwright, expect

from handlers.serve.listening import web_server
from storage import tables
from storage.database import Connection
from tests.browser.sandbox_page import FLAGS
from tests.inbox_page.conftest import Site
from tests.personal_page.conftest import Cards
from tests.personal_page.test_the_page import DUE

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

SMALL: ViewportSize = {"width": 360, "height": 640}


@pytest_asyncio.fixture
async def served(site: Site, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """The address of the pages on the loopback."""
    # uvicorn shuts its log for the whole process.
    monkeypatch.setattr(logging.getLogger("uvicorn.access"), "propagate", True)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = web_server(site.app)
        serving = asyncio.create_task(server.serve([listening]))
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await serving


@pytest_asyncio.fixture
async def phone(chromium: Path) -> AsyncIterator[Page]:
    """A small screen; no script runs."""
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        context = await launched.new_context(viewport=SMALL, locale="vi-VN", java_script_enabled=False)
        yield await context.new_page()
        await launched.close()


async def test_title_due_date_and_the_button_are_in_sight_and_a_press_is_answered(
    site: Site, cards: Cards, served: str, phone: Page, tmp_path: Path
) -> None:
    about = await _published(site)
    await phone.goto(served + cards.link("Tâm", about))
    main = phone.get_by_role("button", name="Đã nắm")
    for seen in (phone.get_by_text("Nâng cao chất lượng").last, phone.get_by_text("Hạn: 17:00"), main):
        await _is_in_sight(seen)
    await phone.screenshot(path=tmp_path / "1-card.png")
    await phone.screenshot(path=tmp_path / "2-whole.png", full_page=True)
    box = await main.bounding_box()
    assert box is not None
    await main.click()
    await _is_in_sight(phone.get_by_role("status"))
    # A slow finger taps twice: nothing lies under it now.
    await phone.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    await expect(phone).to_have_url(re.compile(r"\?said=taken$"))
    assert await site.rows(tables.openings) == []
    await expect(phone.get_by_role("status")).to_contain_text("Đã ghi nhận: 12-KH/ĐU")
    await phone.screenshot(path=tmp_path / "3-taken.png")
    await phone.get_by_role("button", name="Đọc toàn văn").click()
    await expect(phone.get_by_role("heading", name="Toàn văn")).to_be_visible()
    await phone.screenshot(path=tmp_path / "4-text.png", full_page=True)


async def test_a_question_is_asked_by_keyboard_alone(
    site: Site, cards: Cards, served: str, phone: Page, tmp_path: Path
) -> None:
    about = await _published(site)
    await phone.goto(served + cards.link("Tâm", about))
    await _tabs_to(phone, phone.get_by_label("Xin gõ câu hỏi vào đây"))
    await phone.keyboard.type("Có phải mang tài liệu không?")
    await phone.screenshot(path=tmp_path / "5-asking.png")
    await _tabs_to(phone, phone.get_by_role("button", name="Gửi câu hỏi"))
    await phone.keyboard.press("Enter")
    await expect(phone.get_by_role("status")).to_contain_text("Đã chuyển câu hỏi")
    await phone.screenshot(path=tmp_path / "6-asked.png")
    await _tabs_to(phone, phone.get_by_role("link", name="Đã nắm rồi"))
    await phone.keyboard.press("Enter")
    await _tabs_to(phone, phone.get_by_role("button", name="Đã nắm"))
    await phone.keyboard.press("Enter")
    await expect(phone.get_by_role("status")).to_contain_text("Đã ghi nhận")


async def _published(site: Site) -> int:
    about = await site.publishes("Tâm")

    def body(connection: Connection) -> None:
        connection.execute(
            tables.versions.update().values(
                title="Nâng cao chất lượng sinh hoạt chi bộ quý IV năm 2026",
                to_do=["Đọc kế hoạch, chuẩn bị ý kiến", "Dự sinh hoạt ngày 03/12"],
                main_points=[],
            )
        )
        connection.execute(tables.publications.update().values(due_at=DUE))

    await site.change(body)
    return about


async def _is_in_sight(wanted: Locator) -> None:
    box = await wanted.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= SMALL["height"]


async def _tabs_to(page: Page, wanted: Locator) -> None:
    for _ in range(40):
        if await wanted.evaluate("one => one === document.activeElement"):
            return
        await page.keyboard.press("Tab")
    raise AssertionError("the keyboard does not get there")
