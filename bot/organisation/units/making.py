"""Making a change of the tree, with everything that follows from it, in the caller's transaction."""

from collections.abc import Sequence
from datetime import datetime

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from bot.organisation.membership.moving import move_members
from bot.organisation.units.fates import fates, hand_back, hand_on
from bot.organisation.units.sessions import give_sessions, take_sessions_back
from bot.organisation.units.wishes import Wish, open_below, returning_units
from storage import history
from storage.database import Connection
from storage.organisation import groups, organisation, unit_changes, units
from storage.organisation.unit_changes import ChangeRow
from storage.organisation.units import UnitRow
from storage.states import AddressState, UnitChange


class Maker:
    """Makes one confirmed change; every line of history that follows from it names the change.

    Args:
        connection: an open transaction that holds the tree.
        office: whose tree.
        caller: who wished it.
        change_id: its row.
        now: office time of the change: what it ends and begins is known again by it.
    """

    def __init__(
        self, connection: Connection, office: Office, caller: Caller, change_id: int, *, now: datetime
    ) -> None:
        self._connection = connection
        self._office = office
        self._caller = caller
        self._change_id = change_id
        self._now = now

    def make(self, wish: Wish) -> int:
        """Fulfil the wish, which is possible; returns the unit's number."""
        if wish.unit_id is None:
            return self._open(wish)
        unit = self._unit(wish.unit_id)
        if wish.reopens:
            self._reopen(wish, unit)
        elif wish.change is UnitChange.RENAME:
            names = {"name": wish.name, "short_name": wish.short_name}
            units.begin_span(self._connection, unit.id, wish.on, **names, parent_id=unit.parent_id)
            units.set_row(self._connection, unit.id, **names)
            self._note("unit", unit.id, "open", "renamed", unit_id=unit.id)
        elif wish.change is UnitChange.MOVE:
            self._hang(unit, wish, under=wish.target_id)
        else:
            self._end(wish, unit)
        return unit.id

    def _open(self, wish: Wish) -> int:
        if wish.kind is None:
            raise ValueError("a unit without a kind cannot be opened")
        unit_id = organisation.add_unit(
            self._connection,
            kind=wish.kind,
            name=wish.name,
            short_name=wish.short_name,
            parent_id=wish.target_id,
            opened_on=wish.on,
        )
        unit_changes.set_values(self._connection, self._change_id, unit_id=unit_id)
        self._note("unit", unit_id, "", "open", unit_id=unit_id)
        return unit_id

    def _hang(self, unit: UnitRow, wish: Wish, *, under: int | None) -> None:
        names = {"name": unit.name, "short_name": unit.short_name}
        units.begin_span(self._connection, unit.id, wish.on, **names, parent_id=under)
        position = units.last_position(self._connection, under) + 1
        units.set_row(self._connection, unit.id, parent_id=under, position=position)
        self._note("unit", unit.id, "open", "moved", unit_id=unit.id)

    def _end(self, wish: Wish, unit: UnitRow) -> None:
        # Before the members go: who leaves a unit loses the roles that are still held for it.
        roles = fates(self._connection, self._office, wish, unit)
        hand_on(self._connection, self._office, self._caller, roles, now=self._now)
        heir = wish.target_id if wish.change is UnitChange.MERGE else unit.parent_id
        for one in open_below(self._connection, unit.id):
            self._hang(one, wish, under=heir)
        # Before the members go: the lists of sessions follow them.
        give_sessions(
            self._connection,
            self._office,
            self._caller,
            unit_id=unit.id,
            target_id=wish.target_id,
            change_id=self._change_id,
        )
        if wish.target_id is not None:
            placed = unit_changes.placed_in(self._connection, unit.id)
            self._move([one.member_id for one in placed], wish, to=wish.target_id)
        for address_id in groups.release(self._connection, unit.id):
            self._note("group", address_id, AddressState.ACTIVE, "released", unit_id=unit.id)
        for planned in unit_changes.planned(self._connection):
            if planned.unit_id == unit.id and planned.id != self._change_id:
                self._call_off(planned)
        units.end_span(self._connection, unit.id, wish.on)
        ended = {"closed_on": wish.on, "merged_into_id": wish.target_id}
        units.set_row(self._connection, unit.id, **ended)
        self._note("unit", unit.id, "open", f"{wish.change}d", unit_id=unit.id)

    def _reopen(self, wish: Wish, unit: UnitRow) -> None:
        latest = units.spans_of(self._connection, unit.id)[-1]
        ended = unit_changes.last_ending(self._connection, unit.id)
        # Where its end put them is read from the span before this one.
        below = [] if ended is None else returning_units(self._connection, unit, ended)
        if (latest.until_on, latest.parent_id) == (wish.on, wish.target_id):
            units.prolong_span(self._connection, unit.id)
        else:
            names = {"name": unit.name, "short_name": unit.short_name}
            units.begin_span(self._connection, unit.id, wish.on, **names, parent_id=wish.target_id)
        reopened = {"closed_on": None, "merged_into_id": None, "parent_id": wish.target_id}
        units.set_row(self._connection, unit.id, **reopened)
        self._note("unit", unit.id, "closed", "open", unit_id=unit.id)
        if ended is not None:
            self._take_back(wish, unit, ended, below=below)

    def _take_back(self, wish: Wish, unit: UnitRow, ended: ChangeRow, *, below: Sequence[int]) -> None:
        for below_id in below:
            self._hang(self._unit(below_id), wish, under=unit.id)
        take_sessions_back(
            self._connection,
            self._office,
            self._caller,
            ended,
            unit_id=unit.id,
            change_id=self._change_id,
        )
        self._move(unit_changes.moved_by(self._connection, ended.id), wish, to=unit.id)
        if ended.applied_at is not None:
            hand_back(
                self._connection,
                self._office,
                self._caller,
                unit_id=unit.id,
                ended_at=ended.applied_at,
                now=self._now,
            )

    def _move(self, member_ids: Sequence[int], wish: Wish, *, to: int) -> None:
        move_members(
            self._connection,
            self._office,
            self._caller,
            to_units=dict.fromkeys(member_ids, to),
            on=wish.on,
            change_id=self._change_id,
        )

    def _call_off(self, planned: ChangeRow) -> None:
        unit_changes.set_values(self._connection, planned.id, called_off_at=self._now)
        self._note("unit_change", planned.id, "planned", "called_off", unit_id=planned.unit_id)

    def _unit(self, unit_id: int) -> UnitRow:
        found = units.row(self._connection, unit_id)
        if found is None:
            raise ValueError(f"no unit {unit_id}")
        return found

    def _note(
        self,
        thing: str,
        thing_id: int,
        from_state: str,
        to_state: str,
        *,
        unit_id: int | None,
    ) -> None:
        line = entry(
            self._caller,
            self._office,
            thing=thing,
            thing_id=thing_id,
            from_state=from_state,
            to_state=to_state,
            unit_id=unit_id,
            detail=str(self._change_id),
        )
        history.append(self._connection, line)
