"""The tree as it was, or is, on one day."""

from dataclasses import dataclass
from datetime import date

from bot.access import Caller, demand
from bot.office import Office
from bot.organisation.units.viewing import SEE_ALL
from storage.database import Connection
from storage.organisation import units
from storage.states import UnitKind


@dataclass(frozen=True)
class DayLine:
    """One unit of a day's tree; `depth` says how many stand above it."""

    id: int
    kind: UnitKind
    name: str
    short_name: str
    depth: int


async def tree_of_day(caller: Caller, office: Office, *, on: date) -> tuple[DayLine, ...]:
    """The units that were open on that day, called and hung as on that day; plans are not in it.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, SEE_ALL)

    def body(connection: Connection) -> tuple[DayLine, ...]:
        depths: dict[int | None, int] = {}
        lines: list[DayLine] = []
        for unit in units.tree_on(connection, on):
            depths[unit.id] = depths.get(unit.parent_id, -1) + 1
            lines.append(DayLine(unit.id, unit.kind, unit.name, unit.short_name, depths[unit.id]))
        return tuple(lines)

    return await office.database.read(body)
