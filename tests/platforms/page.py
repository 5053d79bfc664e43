"""The table as a page for readers: docs/platforms.md."""

from pathlib import Path

from bot.messages.reply import Awaited
from storage.states import Platform
from tests.platforms.not_played import NOT_PLAYED
from tests.platforms.rows import Row
from tests.platforms.table import PARTS

PAGE = Path(__file__).parents[2] / "docs" / "platforms.md"
_HEAD = """# What works where

Every command, and what people do with it, on Telegram, on a Zalo bot, and at the web inbox. Made from
`tests/platforms/table.py`, where each cell is played end to end over HTTP, by `python -m tests.platforms`.
The table is held to the list of everything that can be pressed or answered: each of these is played in the
row that names it, or stands at the end of this page. A cell says "works", or what stands for what the
platform lacks, or why it is not there and what to do instead. On Zalo every button is a number or a word to
type; a cell names that where its story takes a choice.
"""
_NOT_PLAYED = (
    """These are pressed or answered in another ring of tests, in most cases through no messenger."""
)
_COLUMNS = (Platform.TELEGRAM, Platform.ZALO, Platform.WEB)


def page() -> str:
    """The whole page."""
    parts = [f"## {name}\n\n{_table(rows)}\n" for name, rows in PARTS.items()]
    return "\n".join([_HEAD, *parts, f"## Not played here\n\n{_not_played()}"])


def _not_played() -> str:
    """The reasons, each with the steps that it is about."""
    reasons: dict[str, list[str]] = {}
    for step, why in NOT_PLAYED.items():
        reasons.setdefault(why, []).append(
            f"`{step.name}`" + (" (answered)" if isinstance(step, Awaited) else "")
        )
    lines = (f"- {why[0].upper()}{why[1:]}: {', '.join(names)}." for why, names in reasons.items())
    return "\n".join([_NOT_PLAYED, "", *lines, ""])


def _table(rows: tuple[Row, ...]) -> str:
    lines = ["| | command | Telegram | Zalo Bot | web inbox |", "|---|---|---|---|---|"]
    for one in rows:
        commands = ", ".join(f"`/{name}`" for name in one.commands)
        cells = " | ".join(one.cells[platform].words for platform in _COLUMNS)
        lines.append(f"| {one.what} | {commands} | {cells} |")
    return "\n".join(lines)
