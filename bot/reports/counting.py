"""Counting what a publication has come to, in the units that somebody may look at."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.chasing.reaching import Reach, has_not_arrived, lacks_room, reach_of, silent_since
from bot.office import Office
from bot.reports.day_tree import Moved, moves_of, units_then
from bot.reports.nesting import Counts, UnitCounts, nested
from bot.reports.task_progress import taken_of
from storage.acknowledgement import obligations, reports
from storage.acknowledgement.obligations import OwnDues, Total
from storage.acknowledgement.reports import NotCounted
from storage.chasing import reminding
from storage.chasing.reminding import TraceCount
from storage.database import Connection
from storage.organisation.units import UnitOnDay
from storage.publication.publications import Publication
from storage.states import ObligationState, Platform, PublicationState

Units = Collection[int] | None
"""The units that are looked at; None means every unit."""


@dataclass(frozen=True)
class Ways:
    """What is known of the ways to those outstanding.

    Args:
        not_arrived: no card is known to have got there, and none is on its way.
        waiting: the card is queued or under way.
        in_doubt: the card may or may not have arrived.
        call: no message gets there.
        remind: a message gets there.
        held: the card waits for a month with room, and comes in time.
        no_room: of those to call, those for whose card alone the month has no room in time.
    """

    not_arrived: int = 0
    waiting: int = 0
    in_doubt: int = 0
    call: int = 0
    remind: int = 0
    held: int = 0
    no_room: int = 0


@dataclass(frozen=True)
class Progress:
    """How far a publication has come; the same until something changes.

    Args:
        own_dues: of those outstanding who have more time than the publication gives; None: nobody has.
        changed_at: when an obligation changed last (office time).
        units: as they were on the publication's day, in protocol order.
        names: of every unit as it was then, in full and short.
        moves: what was open and has gone from one unit to another since.
        seen: the units that were looked at; None means every unit.
        traces: of those outstanding, by unit.
        opens_at: when cards that the sending hours hold will go; None: none is held.
        tasks: who took what they were named for, who was named, of whom a leader wrote it down: how many.
        has_questions: they stand before the acknowledgement.
        full: the platforms whose month has no room for cards of those outstanding.
    """

    publication_id: int
    number: str
    title: str
    state: PublicationState
    due_at: datetime | None
    own_dues: OwnDues | None
    changed_at: datetime
    totals: Counts
    units: tuple[UnitCounts, ...]
    names: Mapping[int, tuple[str, str]]
    moves: tuple[Moved, ...]
    seen: frozenset[int] | None
    not_counted: tuple[NotCounted, ...]
    traces: tuple[TraceCount, ...]
    opens_at: datetime | None
    tasks: tuple[int, int, int] = (0, 0, 0)
    has_questions: bool = False
    full: tuple[Platform, ...] = ()

    def outstanding_in(self, units: Units) -> int:
        """How many have not answered in these units."""
        return sum(one.counts.outstanding for one in self.units if _is_in(one.unit_id, units))

    def ways_in(self, units: Units) -> Ways:
        """The ways to those outstanding in these units."""
        return _ways(one for one in self.traces if _is_in(one.unit_id, units))


def progress_of(
    connection: Connection, office: Office, publication: Publication, *, units: Units
) -> Progress:
    """Count it."""
    totals = [
        total for total in obligations.totals(connection, publication.id) if _is_in(total.unit_id, units)
    ]
    since = silent_since(office)
    traces = reminding.trace_counts(connection, publication.id, unit_ids=units, silent_since=since)
    ways = _ways(traces)
    lacks = ways.held or ways.no_room
    full = reminding.platforms_without_room(connection, publication.id) if lacks else ()
    changed_at = reports.changed_at(connection, publication.id, unit_ids=units)
    then = units_then(connection, office, publication)
    return Progress(
        publication_id=publication.id,
        number=publication.number,
        title=publication.title,
        state=publication.state,
        due_at=publication.due_at,
        own_dues=obligations.own_dues(connection, publication.id, unit_ids=units),
        changed_at=changed_at or publication.published_at,
        totals=_counts(totals),
        units=_by_unit(then, totals, units),
        names={unit.id: (unit.name, unit.short_name) for unit in then},
        moves=moves_of(connection, office, publication.id, units_seen=units),
        seen=None if units is None else frozenset(units),
        not_counted=tuple(reports.not_counted(connection, publication.id, unit_ids=units)),
        traces=tuple(traces),
        opens_at=_opens_at(office, publication) if ways.waiting else None,
        tasks=taken_of(connection, publication, units=units),
        has_questions=bool(publication.quiz),
        full=tuple(full),
    )


def _is_in(unit_id: int, units: Units) -> bool:
    return units is None or unit_id in units


def _counts(totals: Iterable[Total]) -> Counts:
    amounts: Counter[ObligationState] = Counter()
    for total in totals:
        amounts[total.state] += total.amount
    return Counts(
        acknowledged=amounts[ObligationState.ACKNOWLEDGED],
        questions=amounts[ObligationState.QUESTION],
        read_aloud=amounts[ObligationState.READ_ALOUD],
        outstanding=amounts[ObligationState.EXPECTED],
    )


def _by_unit(then: Sequence[UnitOnDay], totals: Sequence[Total], seen: Units) -> tuple[UnitCounts, ...]:
    by_unit = {
        unit_id: _counts(total for total in totals if total.unit_id == unit_id)
        for unit_id in {total.unit_id for total in totals}
    }
    return nested(then, by_unit, lambda unit_id: _is_in(unit_id, seen))


def _ways(traces: Iterable[TraceCount]) -> Ways:
    reaches: Counter[Reach] = Counter()
    not_arrived = in_doubt = held = no_room = 0
    for one in traces:
        reaches[reach_of(one.trace)] += one.amount
        if reach_of(one.trace) is Reach.WAITING and not one.trace.waiting:
            held += one.amount
        if lacks_room(one.trace):
            no_room += one.amount
        if has_not_arrived(one.trace):
            # What is on its way alarms nobody.
            not_arrived += one.amount if reach_of(one.trace) is not Reach.WAITING else 0
        elif not one.trace.arrived:
            in_doubt += one.amount
    return Ways(
        not_arrived=not_arrived,
        waiting=reaches[Reach.WAITING] - held,
        in_doubt=in_doubt,
        call=reaches[Reach.CALL],
        remind=reaches[Reach.REMIND],
        held=held,
        no_room=no_room,
    )


def _opens_at(office: Office, publication: Publication) -> datetime | None:
    now = office.clock.now()
    if office.calendar.is_open(now, publication.urgency):
        return None
    return office.calendar.next_opening(now, publication.urgency)
