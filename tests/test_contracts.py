"""The import contracts of pyproject.toml: the house keeps them, and a breach of each is noticed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINTER = Path(sys.executable).parent / "lint-imports"
COMMANDS = sorted([*(ROOT / "handlers" / "commands").rglob("*.py"), ROOT / "handlers" / "conversation.py"])
# Their names, their addresses, and what tells one door or platform from another.
_MESSENGERS = re.compile(r"(?i:telegram|zalo|t\.me/)|\bPlatform\b|\bDoor\.[A-Z]+")


def test_the_house_keeps_its_contracts() -> None:
    checked = _lint(ROOT)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("room", "line", "contract"),
    [
        ("storage/rows.py", "import bot", "Imports run downwards only"),
        ("bot/office.py", "import handlers", "Imports run downwards only"),
        ("handlers/web/pages.py", "import storage", "Handlers never import storage"),
        ("bot/settings/__init__.py", "import bot.office", "A room of bot"),
        ("bot/delivery/claim.py", "import bot.inbox", "A room of bot"),
        ("bot/cellar.py", "", "A room of bot"),
        ("handlers/commands/agenda.py", "import handlers.telegram", "A door imports only doors below"),
        ("handlers/telegram/menus.py", "import handlers.zalo", "A door imports only doors below"),
        ("handlers/zalo/hints.py", "import handlers.telegram", "A door imports only doors below"),
        ("handlers/webhooks.py", "import handlers.zalo", "A door imports only doors below"),
        ("bot/delivery/claim.py", "from telegram import Bot", "The library telegram"),
        ("handlers/commands/agenda.py", "import telegram.ext", "The library telegram"),
        ("bot/publication.py", "import sqlalchemy", "SQLAlchemy"),
        ("bot/runtime.py", "import apscheduler", "APScheduler"),
        ("handlers/web/pages.py", "import httpx", "httpx"),
        ("bot/runtime.py", "import starlette", "The web framework"),
    ],
)
def test_a_breach_is_noticed(tmp_path: Path, room: str, line: str, contract: str) -> None:
    _build(tmp_path, {room: line})
    checked = _lint(tmp_path)
    assert checked.returncode == 1
    broken = [found for found in checked.stdout.splitlines() if found.endswith(" BROKEN")]
    assert len(broken) == 1, checked.stdout
    assert broken[0].startswith(contract)


def test_libraries_are_imported_where_they_belong(tmp_path: Path) -> None:
    _build(
        tmp_path,
        {
            "bot/channels/telegram/calls.py": "import telegram.error\nimport httpx",
            "handlers/telegram/menus.py": "from telegram import BotCommand",
            "bot/schedule.py": "import apscheduler",
            "bot/sources/page.py": "import httpx",
            "storage/rows.py": "import sqlalchemy",
            "handlers/web/pages.py": "import starlette\nimport bot.reports",
        },
    )
    checked = _lint(tmp_path)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.name)
def test_a_command_knows_no_messenger(path: Path) -> None:
    assert _MESSENGERS.findall(path.read_text(encoding="utf-8")) == []


def test_a_command_that_named_a_messenger_would_be_found() -> None:
    for line in (
        "x is Platform.WEB",
        "# as Telegram does",
        'url = "https://t.me/bot"',
        "Door.LINK",
        "so zalo",
    ):
        assert _MESSENGERS.search(line), line
    for line in ("door: Door", "from handlers.commands import web_inbox", "item.measure", "one.platform"):
        assert not _MESSENGERS.search(line), line


def _build(folder: Path, modules: dict[str, str]) -> None:
    """A house of empty rooms with the modules in it, under the project's own contracts."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    rooms = ["bot/inbox", "bot/reports", "bot/office", "handlers/telegram", "handlers/zalo", "storage"]
    for path in [*(f"{room}/__init__.py" for room in rooms), *modules]:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        for package in file.relative_to(folder).parents:
            if package.name:
                (folder / package / "__init__.py").touch()
        file.touch()
    for path, line in modules.items():
        (folder / path).write_text(line + "\n")


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINTER, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False, env={"NO_COLOR": "1"}
    )
