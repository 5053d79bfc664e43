"""Who is to hear of whom: the roles and the tree are read once, and each unit is climbed once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.access import LEADERS_OF_A_UNIT, Caller
from bot.office import Office
from storage.database import Connection
from storage.organisation import coverage, people
from storage.organisation.coverage import Lost
from storage.states import Role


def span_of(office: Office, day: date) -> tuple[datetime, datetime]:
    """Between which moments the daily message of that day looks."""
    calendar, hour = office.calendar, office.calendar.reminders[-1]
    return calendar.at(calendar.working_days_before(day, 1), hour), calendar.at(day, hour)


def of_gaps(connection: Connection, office: Office) -> list[int]:
    """Who leads a unit with somebody unreached in it or below it, and the admins; nobody without gaps."""
    gaps = [one.unit_id for one in coverage.by_unit(connection, unit_ids=None) if one.unreached]
    if not gaps:
        return []
    tree = _tree(connection, office, None)
    above = {unit for gap in gaps for unit in tree.above(gap)}
    leaders = sorted({member_id for unit in above for member_id in tree.leaders.get(unit, ())})
    return list(dict.fromkeys([*leaders, *_admins(connection, office)]))


def of_lost(connection: Connection, office: Office, day: date) -> list[int]:
    """Who leads the nearest unit above one who was lost, else the admins."""
    after, until = span_of(office, day)
    lost = coverage.lost(connection, after=after, until=until)
    if not lost:
        return []
    tree, admins = _tree(connection, office, None), _admins(connection, office)
    told = (tree.nearest(one.unit_id, but=one.member_id) or admins for one in lost)
    return list(dict.fromkeys(member_id for hearers in told for member_id in hearers))


def lost_for(connection: Connection, office: Office, caller: Caller, day: date) -> list[Lost]:
    """Of whom the caller is to hear, by given name; only the units they lead are looked at.

    An admin hears of those above whom nobody leads, so every unit is looked at for them.
    """
    is_admin = caller.has({Role.ADMIN})
    unit_ids = None if is_admin else caller.units_of(LEADERS_OF_A_UNIT)
    after, until = span_of(office, day)
    lost = coverage.lost(connection, after=after, until=until, unit_ids=unit_ids)
    if not lost:
        return []
    tree = _tree(connection, office, unit_ids)

    def hears(one: Lost) -> bool:
        nearest = tree.nearest(one.unit_id, but=one.member_id)
        return caller.member_id in nearest or (is_admin and not nearest)

    return [one for one in lost if hears(one)]


@dataclass(frozen=True)
class _Tree:
    """The units, and who leads each.

    Args:
        parents: the unit above each; the way up ends where one is missing.
        leaders: the members, by the very unit of their role.
    """

    parents: dict[int, int | None]
    leaders: dict[int, tuple[int, ...]]
    _ways: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def above(self, unit_id: int) -> tuple[int, ...]:
        """The unit and those above it, the nearest first."""
        if unit_id not in self._ways:
            way: list[int] = []
            at: int | None = unit_id
            while at in self.parents and at not in way:
                way.append(at)
                at = self.parents[at]
            self._ways[unit_id] = tuple(way)
        return self._ways[unit_id]

    def nearest(self, unit_id: int, *, but: int) -> tuple[int, ...]:
        """As `bot.acknowledgement.passing_on.leaders_above`: what concerns a leader goes further up."""
        for unit in self.above(unit_id):
            leaders = self.leaders.get(unit, ())
            if leaders and but not in leaders:
                return leaders
        return ()


def _tree(connection: Connection, office: Office, unit_ids: Collection[int] | None) -> _Tree:
    held = people.holders(connection, LEADERS_OF_A_UNIT, now=office.clock.now(), unit_ids=unit_ids)
    leaders: dict[int, list[int]] = {}
    for member_id, role in held:
        leaders.setdefault(role.unit_id, []).append(member_id)
    return _Tree(
        people.parents_of(connection, unit_ids), {unit: _once(found) for unit, found in leaders.items()}
    )


def _admins(connection: Connection, office: Office) -> tuple[int, ...]:
    return _once(
        member_id for member_id, _ in people.holders(connection, {Role.ADMIN}, now=office.clock.now())
    )


def _once(member_ids: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(member_ids))
