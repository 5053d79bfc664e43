"""The page of the sandbox as a person uses it: look, choose, press, type; what they see is asserted."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_STARTS_WITHIN = 100
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


@contextmanager
def running_sandbox(folder: Path, *, is_short: bool = True) -> Iterator[str]:
    """`loa sandbox` on a free port; its address.

    Beginning again takes less than half as long with the short story; a newcomer has the whole one.
    """
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("LOA_")}
    printed = folder / "printed"
    asked = ["--short"] if is_short else []
    with printed.open("w") as output:
        process = subprocess.Popen(
            [Path(sys.executable).with_name("loa"), "sandbox", "--port", "0", *asked],
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=surroundings | {"PYTHONUNBUFFERED": "1", "LOA_OFFICE__DATA_FOLDER": str(folder / "data")},
        )
    try:
        yield _address(process, printed)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _address(process: subprocess.Popen[bytes], printed: Path) -> str:
    give_up_at = time.monotonic() + _STARTS_WITHIN
    while process.poll() is None and time.monotonic() < give_up_at:
        if found := _ADDRESS.search(printed.read_text(encoding="utf-8")):
            return found[0]
        time.sleep(0.1)
    raise AssertionError(f"loa sandbox did not start: {printed.read_text(encoding='utf-8')}")


class Sandbox:
    """The page, with a person before it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.goto(address)
        self._comes_to_rest()

    def acts_as(self, name: str) -> None:
        """Choose a person by a part of their name."""
        option = self.page.locator("#act-as option").filter(has_text=name)
        self.page.select_option("#act-as", value=option.first.get_attribute("value"))
        expect(self.page.locator("#chat-whose")).to_contain_text(name)
        self._comes_to_rest()

    def follows_step(self, title: str) -> None:
        """Press the button of one of the five steps."""
        self.step(title).get_by_role("button").click()
        self._comes_to_rest()

    def step(self, title: str) -> Locator:
        heading = self.page.get_by_role("heading", name=re.compile(f"^{title}"))
        return self.page.locator("#steps li").filter(has=heading)

    def says(self, text: str) -> None:
        """Type and send."""
        self.page.locator("#write").fill(text)
        self.sends()

    def sends(self) -> None:
        self.page.get_by_role("button", name="Gửi", exact=True).click()
        self._comes_to_rest()

    def commands(self, name: str) -> None:
        """Choose a command from the menu."""
        self.page.locator("#menu-button").click()
        self.page.locator("#commands b").get_by_text(name, exact=True).click()
        self._comes_to_rest()

    def uses_sample(self, label: str) -> None:
        self.page.locator("#samples").get_by_role("button", name=label).click()
        self.sends()

    def sends_file(self, name: str, content: str) -> None:
        file: FilePayload = {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
        self.page.locator("#file").set_input_files(files=[file])
        self._comes_to_rest()

    def presses(self, label: str, *, under: str = "", exactly: bool = False) -> None:
        """Press a button by its words, in the newest message that has it (and these words)."""
        messages = (
            self.page.locator(".message").filter(has_text=under) if under else self.page.locator("#log")
        )
        buttons = messages.locator(".keys")
        buttons.get_by_role("button", name=label, exact=exactly).last.click()
        self._comes_to_rest()

    def sees(self, words: str) -> None:
        """Find the words in the conversation."""
        expect(self.page.locator(".bubble").filter(has_text=words).last).to_be_visible()

    def does_not_see(self, words: str) -> None:
        expect(self.page.locator(".bubble").filter(has_text=words)).to_have_count(0)

    def newest(self) -> Locator:
        return self.page.locator(".message.theirs").last

    def message(self, words: str) -> Locator:
        return self.page.locator(".message").filter(has_text=words).last

    def turns_clock(self, label: str) -> None:
        self.page.locator("#turns button").filter(has_text=label).click()
        self._comes_to_rest()

    def turns_clock_to(self, day: int, hour: str) -> None:
        """Turn it to an hour of the day that stands at this place of the list (0: today)."""
        self.page.locator("#moment-day").select_option(index=day)
        self.page.locator("#moment-hour").select_option(hour)
        self.page.get_by_role("button", name="Chuyển", exact=True).click()
        self._comes_to_rest()

    def shows_as(self, platform: str) -> None:
        self.page.locator("#shown-as").get_by_text(platform, exact=True).click()
        self._comes_to_rest()

    def today(self) -> date:
        """The day that the office's clock shows."""
        shown = self.page.locator(".big-clock").inner_text()
        return datetime.strptime(shown[-10:], "%d/%m/%Y").replace(tzinfo=UTC).date()

    def starts_over(self) -> None:
        self.page.locator("#start-over").click()
        self.page.locator("#sure").get_by_role("button", name="Làm lại từ đầu").click()
        expect(self.page.locator("#toast")).to_contain_text("Đã đưa về như lúc đầu", timeout=60_000)
        self._comes_to_rest()

    def starts_over_narrow(self) -> None:
        """The same where the clock and the rest are folded away."""
        self.page.locator("#desk > summary").click()
        self.starts_over()
        self.page.locator("#desk > summary").click()

    def has_new_messages_for(self, name: str) -> None:
        expect(self.page.locator("#act-as option").filter(has_text=name).first).to_contain_text("tin mới")

    def is_in_no_trouble(self) -> None:
        expect(self.page.locator("#trouble")).to_be_hidden()

    def _comes_to_rest(self) -> None:
        expect(self.page.locator("body[data-ready]")).to_be_attached()
        expect(self.page.locator("#phone[aria-busy]")).to_have_count(0, timeout=20_000)
        self.is_in_no_trouble()
