"""Changing the tree: at once, dated back, or planned for a day to come; and calling a plan off."""

from dataclasses import dataclass
from datetime import date

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.units.making import Maker
from bot.organisation.units.wishes import Wish, demand_possible
from storage import history
from storage.database import Connection
from storage.organisation import unit_changes, units
from storage.organisation.unit_changes import ChangeRow
from storage.states import Role, UnitChange


@dataclass(frozen=True)
class Changed:
    """What was confirmed.

    Args:
        unit_id: the unit; None while one that is to be opened has no row yet.
        is_planned: it waits for its day.
        reopens: a closed unit was opened again.
    """

    change_id: int
    change: UnitChange
    unit_id: int | None
    on: date
    is_planned: bool
    reopens: bool


def today_of(office: Office) -> date:
    """The office day."""
    return office.clock.now().astimezone(office.zone).date()


async def change_tree(caller: Caller, office: Office, *, wish: Wish) -> Changed:
    """Make the change: on its day if that is to come, otherwise now, dated back where its day is over.

    Raises:
        Refused: NOT_ALLOWED; NOT_FOUND, EMPTY, TOO_LONG, ODD_LETTERS, UNIT_NAME_TAKEN, NO_CHANGE, CIRCLE,
            NOT_EMPTY, NOT_OPEN_THEN, CHANGED_SINCE, LAST_ADMIN.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> Changed:
        units.hold_tree(connection)
        demand_possible(connection, wish, today=today_of(office))
        change_id = unit_changes.add(
            connection,
            change=wish.change,
            unit_id=wish.unit_id,
            on_date=wish.on,
            made_by=caller.member_id,
            made_at=office.clock.now(),
            target_id=wish.target_id,
            kind=wish.kind,
        )
        return settle(connection, office, caller, change_id, wish)

    return await office.perform(caller, "change tree", body, outcome=Changed)


def settle(connection: Connection, office: Office, caller: Caller, change_id: int, wish: Wish) -> Changed:
    """Confirm the change of that row and make it, or let it wait; the transaction holds the tree.

    Raises:
        Refused: as `change_tree`.
    """
    now = office.clock.now()
    today = now.astimezone(office.zone).date()
    possible = demand_possible(connection, wish, today=today)
    names = {"name": possible.name, "short_name": possible.short_name}
    unit_changes.set_values(connection, change_id, confirmed_at=now, **names)
    is_planned = possible.on > today
    if is_planned:
        note_change(connection, office, caller, change_id, "", "planned", unit_id=possible.unit_id)
        return _changed(change_id, possible, possible.unit_id, is_planned=True)
    unit_id = Maker(connection, office, caller, change_id, now=now).make(possible)
    unit_changes.set_values(connection, change_id, applied_at=now)
    return _changed(change_id, possible, unit_id, is_planned=False)


def _changed(change_id: int, wish: Wish, unit_id: int | None, *, is_planned: bool) -> Changed:
    return Changed(change_id, wish.change, unit_id, wish.on, is_planned=is_planned, reopens=wish.reopens)


async def call_off(caller: Caller, office: Office, *, change_id: int) -> None:
    """A planned change will not be made.

    Raises:
        Refused: NOT_ALLOWED; NOT_FOUND; GONE_ON, when it was made or called off already.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> None:
        units.hold_tree(connection)
        row = demand_planned(connection, change_id)
        unit_changes.set_values(connection, change_id, called_off_at=office.clock.now())
        note_change(connection, office, caller, change_id, "planned", "called_off", unit_id=row.unit_id)

    await office.perform(caller, "call off change", body, outcome=type(None))


def demand_planned(connection: Connection, change_id: int) -> ChangeRow:
    """The change, if it still waits for its day.

    Raises:
        Refused: NOT_FOUND, GONE_ON.
    """
    row = unit_changes.find(connection, change_id)
    if row is None:
        raise Refused(Refusal.NOT_FOUND)
    if not row.is_planned:
        raise Refused(Refusal.GONE_ON)
    return row


def note_change(
    connection: Connection,
    office: Office,
    caller: Caller,
    change_id: int,
    before: str,
    after: str,
    *,
    unit_id: int | None,
    detail: str = "",
) -> None:
    """Append what became of a planned change."""
    line = entry(
        caller,
        office,
        thing="unit_change",
        thing_id=change_id,
        from_state=before,
        to_state=after,
        unit_id=unit_id,
        detail=detail,
    )
    history.append(connection, line)
