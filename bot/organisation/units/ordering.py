"""Protocol order: a unit stands before or after those beside it."""

from dataclasses import dataclass

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.units.wishes import open_below
from storage import history
from storage.database import Connection
from storage.organisation import units
from storage.states import Role


@dataclass(frozen=True)
class Order:
    """The units that hang under one, in protocol order."""

    name: str
    beside: tuple[str, ...]


async def reorder(caller: Caller, office: Office, *, unit_id: int, up: bool) -> Order:
    """Let the unit change places with the one before (or after) it; how they stand now.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, NO_CHANGE at the end of the row.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> Order:
        units.hold_tree(connection)
        unit = units.row(connection, unit_id)
        if unit is None or unit.closed_on is not None:
            raise Refused(Refusal.NOT_FOUND)
        beside = open_below(connection, unit.parent_id)
        place = [one.id for one in beside].index(unit_id)
        other = place + (-1 if up else 1)
        if not 0 <= other < len(beside):
            raise Refused(Refusal.NO_CHANGE)
        beside[place], beside[other] = beside[other], beside[place]
        # All anew: rows of older databases may share a position.
        for position, one in enumerate(beside, start=1):
            units.set_row(connection, one.id, position=position)
        line = entry(
            caller,
            office,
            thing="unit",
            thing_id=unit_id,
            from_state="open",
            to_state="reordered",
            unit_id=unit_id,
            detail="up" if up else "down",
        )
        history.append(connection, line)
        return Order(unit.name, tuple(one.name for one in beside))

    return await office.perform(caller, "reorder", body, outcome=Order)


async def order_of(caller: Caller, office: Office, *, unit_id: int) -> Order:
    """How the unit and those beside it stand.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> Order:
        unit = units.row(connection, unit_id)
        if unit is None or unit.closed_on is not None:
            raise Refused(Refusal.NOT_FOUND)
        return Order(unit.name, tuple(one.name for one in open_below(connection, unit.parent_id)))

    return await office.database.read(body)
