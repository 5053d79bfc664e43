"""Units as they were on a publication's day, and who has been moved since with what was open."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from bot.office import Office
from storage.acknowledgement import reports
from storage.database import Connection
from storage.organisation import units
from storage.organisation.units import UnitOnDay
from storage.publication.publications import Publication


def units_then(connection: Connection, office: Office, publication: Publication) -> list[UnitOnDay]:
    """The tree of the publication's day, in protocol order.

    Units that were not there on that day stand in it as they are now: what was moved into a unit that was
    opened later is counted there.
    """
    day = published_on(office, publication)
    found = {unit.id: unit for unit in units.tree_on(connection, day)}
    # What hung below a unit that was no more stands on top: that unit's place of today could close a circle.
    then = {
        unit.id: unit if unit.parent_id in found else replace(unit, parent_id=None) for unit in found.values()
    }
    for one in units.every(connection):
        now = UnitOnDay(one.id, one.kind, one.name, one.short_name, one.parent_id, one.position)
        then.setdefault(one.id, now)
    return units.in_protocol_order(sorted(then.values(), key=lambda unit: (unit.position, unit.id)))


def published_on(office: Office, publication: Publication) -> date:
    """The office day on which it went out."""
    return publication.published_at.astimezone(office.zone).date()


@dataclass(frozen=True)
class Moved:
    """How many open obligations have gone from one unit to another since they were asked.

    Args:
        on: the office day of the last move.
    """

    from_id: int
    to_id: int
    on: date
    amount: int


def moves_of(
    connection: Connection, office: Office, publication_id: int, *, units_seen: Collection[int] | None
) -> tuple[Moved, ...]:
    """The moves out of or into these units (None: all), the earliest first; there and back is no move."""
    counted = Counter(
        (one.from_id, one.to_id, one.on)
        for one in ways_of(connection, office, publication_id).values()
        if one.from_id != one.to_id
        and (units_seen is None or one.from_id in units_seen or one.to_id in units_seen)
    )
    found = [Moved(from_id, to_id, on, amount) for (from_id, to_id, on), amount in counted.items()]
    return tuple(sorted(found, key=lambda one: (one.on, one.from_id, one.to_id)))


def ways_of(connection: Connection, office: Office, publication_id: int) -> dict[int, Moved]:
    """For each member whose obligation was moved: from where first, to where last, and when that was."""
    ways: dict[int, Moved] = {}
    for step in reports.moves(connection, publication_id):
        first = ways.get(step.member_id)
        from_id = step.from_unit_id if first is None else first.from_id
        on = step.moved_at.astimezone(office.zone).date()
        ways[step.member_id] = Moved(from_id, step.to_unit_id, on, 1)
    return ways
