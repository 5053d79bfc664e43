"""Where the heading of a roster is, and which column holds what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.organisation.roster.columns import SURE_NAMES, Column, Meaning, is_serial, meaning_of
from bot.reading.folding import fold

_LOOKED_AT = 20
Row = Sequence[str]


@dataclass(frozen=True)
class Header:
    """The heading.

    Args:
        columns: where each thing stands, from 0.
        first: the first row below it, from 0.
        left_out: the headings of columns that are not kept.
        double: headings of which only one can be meant.
        serial: where the lines are numbered.
    """

    columns: Mapping[Column, int]
    first: int
    left_out: tuple[str, ...]
    double: tuple[str, ...]
    serial: int | None = None

    @property
    def has_name(self) -> bool:
        """Whether it says where the names are."""
        return Column.NAME in self.columns or Column.GIVEN in self.columns


def find_header(rows: Sequence[Row]) -> Header | None:
    """The heading among the first rows: the one that names most, over one row or two.

    Returns:
        None where no row says where the names are.
    """
    best: tuple[int, Header] | None = None
    for place in range(min(_LOOKED_AT, len(rows))):
        for height in (1, 2):
            header = _read(rows, place, height)
            if header is None or not header.has_name:
                continue
            known = len(header.columns) + (header.serial is not None)
            # One row more has to name something more; "Tên" alone may be a word of the title.
            name = header.columns.get(Column.NAME)
            is_enough = known > 1 or (name is not None and fold(rows[place][name]) in SURE_NAMES)
            if is_enough and (best is None or known > best[0]):
                best = (known, header)
    return best[1] if best else None


def _read(rows: Sequence[Row], place: int, height: int) -> Header | None:
    top = rows[place]
    if height == 1:
        return _headed([(cell, _meaning(cell, "")) for cell in top], place + 1)
    if place + 1 >= len(rows) or not _goes_on(top, rows[place + 1]):
        return None
    above = _spread(top)
    return _headed(
        [
            (_joined(upper, lower), _meaning(upper, lower))
            for upper, lower in zip(above, rows[place + 1], strict=True)
        ],
        place + 2,
    )


def _goes_on(top: Row, below: Row) -> bool:
    """Whether the lower row is a second row of headings: it names something and has nothing that is none."""
    fresh = [lower for upper, lower in zip(top, below, strict=True) if lower and lower != upper]
    return any(meaning_of(lower) is not None for lower in fresh) and not any(
        any(sign.isdigit() for sign in lower) for lower in fresh
    )


def _spread(top: Row) -> list[str]:
    """A heading over several columns that were not merged, or whose merging was lost."""
    spread: list[str] = []
    for cell in top:
        spread.append(cell or (spread[-1] if spread else ""))
    return spread


def _joined(upper: str, lower: str) -> str:
    return lower if not upper or upper == lower else f"{upper} {lower}" if lower else upper


def _meaning(upper: str, lower: str) -> Meaning | None:
    """The lower heading decides, unless the one over it says that all below is private."""
    over = meaning_of(upper)
    if not lower or lower == upper:
        return over
    is_private = over is not None and over.column is None and not is_serial(upper)
    if is_private:
        return over
    whole = meaning_of(_joined(upper, lower))
    return whole if whole is not None and whole.column is not None else meaning_of(lower)


def _headed(headings: Sequence[tuple[str, Meaning | None]], first: int) -> Header:
    found: dict[Column, tuple[int, int]] = {}
    double: list[str] = []
    serial = next((place for place, (heading, _) in enumerate(headings) if is_serial(heading)), None)
    for place, (heading, meaning) in enumerate(headings):
        if meaning is None or meaning.column is None:
            continue
        before = found.get(meaning.column)
        if before is None or meaning.rank < before[0]:
            found[meaning.column] = (meaning.rank, place)
        elif meaning.rank == before[0] and heading not in _around(headings, before[1], place):
            double += [headings[before[1]][0], heading]
    columns = {column: place for column, (_, place) in found.items()}
    _settle_names(columns, headings)
    used = {*columns.values(), serial}
    left_out = [heading for place, (heading, _) in enumerate(headings) if heading and place not in used]
    kept = {headings[place][0] for place in columns.values()}
    return Header(
        columns,
        first,
        tuple(dict.fromkeys(one for one in left_out if one not in kept)),
        tuple(dict.fromkeys(double)),
        serial,
    )


def _around(headings: Sequence[tuple[str, Meaning | None]], before: int, place: int) -> set[str]:
    """The heading of the column before, where both are the same merged one."""
    same = {heading for heading, _ in headings[before : place + 1]}
    return same if len(same) == 1 else set()


def _settle_names(columns: dict[Column, int], headings: Sequence[tuple[str, Meaning | None]]) -> None:
    """Beside "Họ đệm" the column "Tên" holds the given name; "Họ và tên" merged over two holds both parts."""
    if Column.NAME not in columns or Column.GIVEN in columns:
        if Column.GIVEN in columns and Column.NAME in columns:
            columns.pop(Column.GIVEN)
            columns.pop(Column.FAMILY, None)
        return
    place = columns[Column.NAME]
    if Column.FAMILY in columns:
        columns[Column.GIVEN] = columns.pop(Column.NAME)
    elif place + 1 < len(headings) and headings[place + 1][0] == headings[place][0]:
        columns.pop(Column.NAME)
        columns |= {Column.FAMILY: place, Column.GIVEN: place + 1}
