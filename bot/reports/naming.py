"""Who has not answered, by name, for those who may know; a committee leader's look is written down."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.access import Caller
from bot.chasing.reaching import Reach, has_not_arrived, reach_of, silent_since
from bot.office import Office
from bot.reports.day_tree import units_then, ways_of
from bot.reports.sight import Seen, demand_names, demand_publication, log_names
from storage.chasing import reminding
from storage.chasing.reminding import Outstanding
from storage.database import Connection
from storage.publication.publications import Publication

MOST_NAMES = 60
"""Names in one message; when there are more, a unit is chosen first."""


@dataclass(frozen=True)
class Named:
    """A member who has not answered.

    Args:
        arrived: a card is known to have got there.
        in_doubt: nobody knows whether it did.
        came_from: the unit in which it was asked of them, if it is counted in another one now.
    """

    full_name: str
    arrived: bool
    in_doubt: bool
    came_from: str = ""


@dataclass(frozen=True)
class UnitNames:
    """Those of one unit.

    Args:
        members: by given name; empty where the list is too long and a unit has to be chosen.
    """

    unit_id: int
    name: str
    amount: int
    members: tuple[Named, ...]


@dataclass(frozen=True)
class Names:
    """Those who have not answered, by unit in protocol order."""

    publication_id: int
    number: str
    title: str
    units: tuple[UnitNames, ...]

    @property
    def amount(self) -> int:
        """How many."""
        return sum(unit.amount for unit in self.units)

    @property
    def is_cut(self) -> bool:
        """Whether the list was too long for one message, so that it holds no names."""
        return any(unit.amount and not unit.members for unit in self.units)


async def outstanding_names(
    caller: Caller, office: Office, *, publication_id: int, unit_id: int = 0
) -> Names:
    """Who has not answered in the units whose names the caller may see, or in the one that is named.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    units = demand_names(caller, unit_id=unit_id)
    await log_names(
        caller, office, publication_id=publication_id, units=units, unit_id=unit_id, shown_in="outstanding"
    )
    return await _read(office, publication_id, units, only=None, whole=bool(unit_id))


async def names_to_call(caller: Caller, office: Office, *, publication_id: int) -> Names:
    """Who has not answered and is reached by no message, in the units whose names the caller may see.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    units = demand_names(caller)
    await log_names(caller, office, publication_id=publication_id, units=units, shown_in="call")
    return await _read(office, publication_id, units, only=Reach.CALL, whole=True)


async def _read(
    office: Office, publication_id: int, units: Seen, *, only: Reach | None, whole: bool
) -> Names:
    def body(connection: Connection) -> Names:
        publication = demand_publication(connection, publication_id)
        since = silent_since(office)
        found = [
            one
            for one in reminding.outstanding(connection, publication_id, unit_ids=units, silent_since=since)
            if only is None or reach_of(one.trace) is only
        ]
        is_whole = whole or len(found) <= MOST_NAMES
        by_unit = _by_unit(connection, office, publication, found, is_whole=is_whole)
        return Names(publication.id, publication.number, publication.title, by_unit)

    return await office.database.read(body)


def _by_unit(
    connection: Connection,
    office: Office,
    publication: Publication,
    found: Sequence[Outstanding],
    *,
    is_whole: bool,
) -> tuple[UnitNames, ...]:
    then = units_then(connection, office, publication)
    names = {unit.id: unit.name for unit in then}
    ways = ways_of(connection, office, publication.id)
    came_from = {member_id: names[way.from_id] for member_id, way in ways.items() if way.from_id != way.to_id}
    units: list[UnitNames] = []
    for unit in then:
        theirs = [one for one in found if one.unit_id == unit.id]
        if theirs:
            members = tuple(_named(theirs, came_from)) if is_whole else ()
            units.append(UnitNames(unit.id, unit.name, len(theirs), members))
    return tuple(units)


def _named(found: Iterable[Outstanding], came_from: Mapping[int, str]) -> Iterable[Named]:
    for one in found:
        missing = has_not_arrived(one.trace)
        in_doubt = not missing and not one.trace.arrived
        yield Named(one.full_name, not missing, in_doubt, came_from.get(one.member_id, ""))
