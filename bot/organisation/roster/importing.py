"""A roster file from an admin: read, compared, shown, kept until somebody decides, or dropped."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.access import Caller, Door, demand
from bot.history import entry
from bot.office import Office
from bot.organisation.roster.difference import Difference, Part
from bot.organisation.roster.lines import Unclear
from bot.organisation.roster.places import labels
from bot.organisation.roster.plans import (
    Plan,
    Roster,
    Standing,
    open_places,
    plan_of,
    roster_now,
    stand,
    written,
)
from bot.organisation.roster.reading import read_roster
from bot.reading.tables.sheets import Told, tidy_cell
from storage import history
from storage.database import Connection
from storage.organisation import roster_files
from storage.organisation.roster_files import Import
from storage.states import ImportState, Role

KEPT_FOR = timedelta(hours=24)
_LONGEST_FILE_NAME = 80
_CLOCK = Caller(member_id=None, door=Door.CLOCK)


@dataclass(frozen=True)
class Shown:
    """What a file would change, as it is at this moment.

    Args:
        lines: how many people the file lists.
        units: how many units it lists.
        left_out: headings of what is not kept.
        noted: lines that are taken without something.
        unit_names: by number.
        whole: how many are on the roster, by unit.
        until_at: the buttons work until then.
    """

    import_id: int
    file_name: str
    lines: int
    units: int
    sheet: str
    other_sheets: tuple[str, ...]
    left_out: tuple[str, ...]
    noted: tuple[Unclear, ...]
    difference: Difference
    unit_names: Mapping[int, str]
    whole: Mapping[int, int] = field(repr=False)
    until_at: datetime

    def count(self, part: Part) -> int:
        """How many would be changed by applying this part."""
        made = self.difference
        counts = {
            Part.JOINED: len(made.joined),
            Part.MOVED: len(made.moved),
            Part.CHANGED: len(made.changed),
            Part.LEFT: len(made.left_few),
            Part.EMPTIED: len(made.left_many),
        }
        # The whole is all but those who are asked about by themselves.
        return sum(counts.values()) - counts[Part.EMPTIED] if part is Part.ALL else counts[part]


def demand_import(caller: Caller) -> None:
    """Refuse whoever may not import, before they have sent anything.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.ADMIN})


async def show_file(
    caller: Caller,
    office: Office,
    *,
    name: str,
    content: bytes,
    opens_units: bool = False,
    told: Told | None = None,
) -> int:
    """Read the file and keep what it would change; nothing is changed yet.

    Args:
        caller: an admin, or the command line.
        office: the office.
        name: of the file.
        content: its bytes; they are kept nowhere.
        opens_units: whether units that are not there are to be opened.
        told: told how far reading is; from another thread.

    Returns:
        The number under which `look_at` finds it for a day.

    Raises:
        Refused: NOT_ALLOWED, ROSTER_FILE, SECRET.
    """
    demand(caller, {Role.ADMIN})
    places = await office.database.read(lambda connection: open_places(connection, office))
    units = [word for place in places for word in (place.name, place.short_name)]
    # Reading takes seconds: meanwhile the others go on.
    file = await asyncio.to_thread(read_roster, name, content, key=office.key, units=units, told=told)
    plan = Plan(
        file.lines,
        file.unclear,
        file.noted,
        file.left_out,
        file.sheet,
        file.other_sheets,
        opens_units=opens_units,
        sent_by=caller.member_id,
    )
    fingerprint = hashlib.sha256(content).hexdigest()
    kept = await asyncio.to_thread(written, plan)

    def body(connection: Connection) -> int:
        for earlier in roster_files.open_of(connection, caller.member_id):
            _end(connection, office, caller, earlier, because="replaced")
        now = office.clock.now()
        import_id = roster_files.add(
            connection,
            file_name=tidy_cell(name)[-_LONGEST_FILE_NAME:],
            fingerprint=fingerprint,
            difference=kept,
            made_by=caller.member_id,
            now=now,
            until_at=now + KEPT_FOR,
        )
        note(connection, office, caller, import_id, "", ImportState.SHOWN, detail=fingerprint[:16])
        return import_id

    return await office.perform(caller, "show roster file", body, outcome=int)


async def look_at(caller: Caller, office: Office, *, import_id: int) -> Shown:
    """What the file would change now.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, ROSTER_LAPSED.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> tuple[Import | None, Roster]:
        return roster_files.look(connection, import_id), roster_now(connection, office)

    found, roster = await office.database.read(body)
    return _shown(await asyncio.to_thread(stand, found, roster))


async def open_units_too(caller: Caller, office: Office, *, import_id: int) -> None:
    """Let applying open the units that the file names and that are not there.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, ROSTER_LAPSED.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> int:
        found, before = plan_of(roster_files.find(connection, import_id))
        plan = replace(before, opens_units=True)
        roster_files.settle(connection, found.id, state=found.state, difference=written(plan))
        return found.id

    await office.perform(caller, "open units of roster file", body, outcome=int)


async def drop(caller: Caller, office: Office, *, import_id: int) -> bool:
    """Forget the file; what was applied of it stays.

    Returns:
        Whether some of it was applied before.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, ROSTER_LAPSED.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> bool:
        found, _ = plan_of(roster_files.find(connection, import_id))
        _end(connection, office, caller, found, because="")
        return found.state is ImportState.PARTLY

    return await office.perform(caller, "drop roster file", body, outcome=bool)


async def lapse_due(office: Office) -> int:
    """Forget the files that nobody decided about within a day; how many."""

    def body(connection: Connection) -> int:
        found = roster_files.lapsed(connection, now=office.clock.now())
        for one in found:
            _end(connection, office, _CLOCK, one, because="lapsed")
        return len(found)

    return await office.database.transaction(body)


def note(
    connection: Connection,
    office: Office,
    caller: Caller,
    import_id: int,
    before: str,
    after: str,
    *,
    detail: str = "",
) -> None:
    """Write into history where the file stands."""
    line = entry(
        caller,
        office,
        thing="roster_import",
        thing_id=import_id,
        from_state=before,
        to_state=after,
        detail=detail,
    )
    history.append(connection, line)


def _end(connection: Connection, office: Office, caller: Caller, found: Import, *, because: str) -> None:
    # What was applied of it in part was applied: only the rest is dropped.
    roster_files.settle(connection, found.id, state=ImportState.DROPPED, difference="")
    note(connection, office, caller, found.id, found.state, ImportState.DROPPED, detail=because)


def _shown(standing: Standing) -> Shown:
    found, plan = standing.found, standing.plan
    return Shown(
        import_id=found.id,
        file_name=found.file_name,
        lines=len(plan.lines) + len(plan.misread),
        units=len({line.unit for line in plan.lines}),
        sheet=plan.sheet,
        other_sheets=plan.other_sheets,
        left_out=plan.left_out,
        noted=plan.noted,
        difference=standing.difference,
        unit_names=labels(standing.roster.places),
        whole=Counter(member.unit_id for member in standing.roster.members),
        until_at=found.until_at,
    )
