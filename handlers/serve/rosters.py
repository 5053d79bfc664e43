"""Roster files, asked for at the command line: the difference, applying it, the program's own template."""

import asyncio
import base64
from collections import Counter
from collections.abc import Callable

from pydantic import Base64Bytes

from bot.office import Office
from bot.organisation.roster import applying, importing
from bot.organisation.roster.difference import Part
from bot.organisation.roster.difference_files import difference_workbook
from bot.organisation.roster.importing import Shown
from bot.organisation.roster.tables import rows_of
from bot.organisation.roster.template import make_template, places_named
from handlers.serve.contract import COMMAND_LINE, BadInput, Request, Say, Values

_MOST_OF_A_KIND = 20
_MOST_CANDIDATES = 12


class RosterFile(Values):
    """A file to be compared.

    Args:
        name: with its ending.
        content: its bytes; base64 on the wire.
        opens_units: open the units that it names and that are not there.
        keeps: keep the difference for applying it.
        writes_table: give the whole difference as an .xlsx back.
    """

    name: str
    content: Base64Bytes
    opens_units: bool = False
    keeps: bool = False
    writes_table: bool = False


class ShownRow(Values):
    """One thing that would happen; see `bot.organisation.roster.tables.TableRow`."""

    row: int
    does: str
    name: str
    now: str
    then: str
    words: str


class Emptied(Values):
    """A unit of which more than a third would leave."""

    unit: str
    leaving: int
    whole: int


class Compared(Values):
    """What the file would change.

    Args:
        lines: how many people it lists.
        counts: how many rows of each kind.
        rows: the first of each kind.
        changes: how many would change by applying everything.
        seen: the checksum of the difference.
        table: the bytes of an .xlsx, where it was asked for; base64 on the wire.
    """

    import_id: int
    seen: int
    lines: int
    sheet: str
    other_sheets: tuple[str, ...]
    left_out: tuple[str, ...]
    unknown_units: tuple[str, ...]
    opens_units: bool
    emptied: tuple[Emptied, ...]
    counts: dict[str, int]
    rows: tuple[ShownRow, ...]
    changes: int
    table: Base64Bytes = b""


class Choice(Values):
    """Args: seen: the checksum of the difference kept under that number; parts: of it."""

    import_id: int
    seen: int
    parts: tuple[Part, ...]


class Changed(Values):
    """How many were changed; `moved_on`: nothing, the roster has changed in between."""

    moved_on: bool
    joined: int
    moved: int
    changed: int
    left: int
    opened: int


class Wanted(Values):
    """Args: unit: a number or a name, empty for all; empty: without anybody in it."""

    unit: str = ""
    empty: bool = False


class Template(Values):
    """The bytes of the file; base64 on the wire."""

    content: Base64Bytes


async def compare(office: Office, file: RosterFile, say: Say) -> Compared:
    """Read the file and say what it would change.

    Raises:
        Refused: ROSTER_FILE, SECRET.
    """
    import_id = await importing.show_file(
        COMMAND_LINE,
        office,
        name=file.name,
        content=file.content,
        opens_units=file.opens_units,
        told=_teller(say, "reading"),
    )
    say("comparing")
    shown = await importing.look_at(COMMAND_LINE, office, import_id=import_id)
    if not file.keeps:
        await importing.drop(COMMAND_LINE, office, import_id=import_id)
    table = await asyncio.to_thread(difference_workbook, shown) if file.writes_table else b""
    return _compared(shown, table)


async def apply(office: Office, choice: Choice, say: Say) -> Changed:
    """Apply the parts.

    Raises:
        Refused: ROSTER_LAPSED.
    """
    say("applying")
    done = await applying.apply_part(
        COMMAND_LINE,
        office,
        import_id=choice.import_id,
        seen=choice.seen,
        parts=choice.parts,
        told=_teller(say, "applying"),
    )
    if not (done.is_done or done.moved_on):
        await importing.drop(COMMAND_LINE, office, import_id=choice.import_id)
    return Changed(
        moved_on=done.moved_on,
        joined=done.joined,
        moved=done.moved,
        changed=done.changed,
        left=done.left,
        opened=done.opened,
    )


async def template(office: Office, wanted: Wanted, say: Say) -> Template:
    """Write the template.

    Raises:
        BadInput: no unit, or more than one, is meant.
    """
    unit_id = 0
    if wanted.unit:
        found = await places_named(office, wanted.unit)
        if len(found) != 1:
            listed = ", ".join(f"{number} {name}" for number, name in found[:_MOST_CANDIDATES])
            raise BadInput(
                f"--unit {wanted.unit}: may be {listed}; say the number"
                if found
                else f"--unit {wanted.unit}: there is no such unit"
            )
        unit_id = found[0][0]
    say("writing")
    content = await make_template(COMMAND_LINE, office, unit_id=unit_id, empty=wanted.empty)
    return Template(content=base64.b64encode(content))


def _teller(say: Say, doing: str) -> Callable[[int, int], None]:
    """Says how far it is, from whichever thread."""
    loop = asyncio.get_running_loop()

    def told(done: int, whole: int) -> None:
        loop.call_soon_threadsafe(say, f"{doing}: {done} of {whole}")

    return told


def _compared(shown: Shown, table: bytes) -> Compared:
    made = shown.difference
    rows = list(rows_of(shown))
    seen: Counter[str] = Counter()
    first: list[ShownRow] = []
    for row in rows:
        seen[row.does] += 1
        if seen[row.does] <= _MOST_OF_A_KIND:
            words = row.words.replace("_", " ")
            first.append(
                ShownRow(row=row.row, does=row.does, name=row.name, now=row.now, then=row.then, words=words)
            )
    leaving = Counter(one.unit_id for one in made.left)
    return Compared(
        import_id=shown.import_id,
        seen=made.checksum,
        lines=shown.lines,
        sheet=shown.sheet,
        other_sheets=shown.other_sheets,
        left_out=shown.left_out,
        unknown_units=tuple(name for name, _ in made.unknown_units),
        opens_units=bool(made.opened_units),
        emptied=tuple(
            Emptied(unit=shown.unit_names.get(one, ""), leaving=leaving[one], whole=shown.whole[one])
            for one in made.emptied_units
        ),
        counts=dict(seen),
        rows=tuple(first),
        changes=shown.count(Part.ALL),
        table=base64.b64encode(table),
    )


COMPARE = Request("compare roster", RosterFile, Compared, compare)
APPLY = Request("apply roster", Choice, Changed, apply)
TEMPLATE = Request("roster template", Wanted, Template, template)
