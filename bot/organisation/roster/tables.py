"""The difference row by row, for the message, the file and the terminal alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.organisation.roster.difference import Changes
from bot.organisation.roster.importing import Shown
from bot.organisation.roster.lines import Unclear
from bot.texts import roster_files as texts
from bot.texts import roster_tables


class Does(StrEnum):
    """What would happen."""

    JOINS = "joins"
    MOVES = "moves"
    CHANGES = "changes"
    LEAVES = "leaves"
    UNCLEAR = "unclear"
    NOTED = "noted"
    """It is taken, without something."""


@dataclass(frozen=True)
class TableRow:
    """One thing that would happen.

    Args:
        row: of the file; 0: of none.
        now: the unit in which the person stands.
        then: the unit in which the file has them.
        detail: the rest, in words.
        words: the same in words of closed lists: the kind, what changes, why the line is left alone.
    """

    row: int
    does: Does
    name: str
    now: str = ""
    then: str = ""
    detail: str = ""
    words: str = ""


def rows_of(shown: Shown) -> Iterator[TableRow]:
    """Everything that would happen, and every line that is left alone with its reason."""
    made, names = shown.difference, shown.unit_names
    for joins in made.joined:
        unit = _unit(joins.unit_id, joins.opens, names)
        detail = "; ".join(filter(None, (roster_tables.KINDS[joins.kind], joins.position)))
        yield TableRow(joins.row, Does.JOINS, joins.name, then=unit, detail=detail, words=joins.kind)
    for moves in made.moved:
        before, after = names.get(moves.from_unit_id, ""), _unit(moves.to_unit_id, moves.opens, names)
        yield TableRow(moves.row, Does.MOVES, moves.name, before, after)
    for changes in made.changed:
        detail, words = "; ".join(what_changes(changes)), " ".join(changes.fields)
        yield TableRow(changes.row, Does.CHANGES, changes.before, detail=detail, words=words)
    for leaves in made.left:
        unit = names.get(leaves.unit_id, "")
        yield TableRow(0, Does.LEAVES, leaves.name, now=unit)
    yield from (_unclear(one, Does.UNCLEAR) for one in made.unclear)
    yield from (_unclear(one, Does.NOTED) for one in shown.noted)


def what_changes(one: Changes) -> list[str]:
    """What would be kept otherwise of somebody, in words."""
    told: list[str] = []
    if one.name is not None:
        told.append(texts.renamed(one.name))
    if one.position is not None:
        told.append(texts.position_now(one.position))
    if one.kind is not None:
        told.append(texts.kind_now(one.kind))
    if one.form is not None:
        told.append(texts.form_now(one.form))
    if one.exempt is not None:
        told.append(texts.exempt_now(exempt=one.exempt))
    if one.phone is not None:
        told.append(texts.PHONE_NOW)
    if one.language is not None:
        told.append(texts.LANGUAGE_NOW)
    return told


def line_of(row: TableRow) -> str:
    """The row as one line of a message."""
    match row.does:
        case Does.JOINS:
            return texts.joined_line(row.name, row.then, row.row)
        case Does.MOVES:
            return texts.moved_line(row.name, row.now, row.then, row.row)
        case Does.CHANGES:
            return texts.changed_line(row.name, row.detail, row.row)
        case Does.LEAVES:
            return texts.left_line(row.name, row.now)
        case Does.UNCLEAR | Does.NOTED:
            return texts.unclear_line(row.name, row.detail, row.row)


def _unit(unit_id: int | None, opens: str, names: Mapping[int, str]) -> str:
    return texts.new_unit(opens) if unit_id is None else names.get(unit_id, "")


def _unclear(one: Unclear, does: Does) -> TableRow:
    detail = texts.trouble(one.trouble, one.what)
    return TableRow(one.row, does, one.about, detail=detail, words=one.trouble)
