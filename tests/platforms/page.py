"""The table as a page for readers: docs/platforms.md."""

from pathlib import Path

from storage.states import Platform
from tests.platforms.rows import Row
from tests.platforms.table import PARTS

PAGE = Path(__file__).parents[2] / "docs" / "platforms.md"
_HEAD = """# What works where

Every command and every flow, on Telegram, on a Zalo bot, and at the web inbox. Made from
`tests/platforms/table.py`, where each cell is played end to end over HTTP, by `python -m tests.platforms`.
A cell says "works", or what stands for what the platform lacks, or why it is not there and what to do
instead. On Zalo every button is a number or a word to type; a cell names that where its story takes a choice.
"""
_COLUMNS = (Platform.TELEGRAM, Platform.ZALO, Platform.WEB)


def page() -> str:
    """The whole page."""
    parts = [f"## {name}\n\n{_table(rows)}\n" for name, rows in PARTS.items()]
    return "\n".join([_HEAD, *parts])


def _table(rows: tuple[Row, ...]) -> str:
    lines = ["| | command | Telegram | Zalo Bot | web inbox |", "|---|---|---|---|---|"]
    for one in rows:
        commands = ", ".join(f"`/{name}`" for name in one.commands)
        cells = " | ".join(one.cells[platform].words for platform in _COLUMNS)
        lines.append(f"| {one.what} | {commands} | {cells} |")
    return "\n".join(lines)
