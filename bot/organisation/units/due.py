"""Planned changes of the tree are made at the start of their office day."""

from bot.access import Caller, Door
from bot.errors import Refused
from bot.messages.blocks import Bold, Line, Message, to_json
from bot.office import Office
from bot.organisation.callers import grants_of
from bot.organisation.units.changing import demand_planned, note_change, settle, today_of
from bot.organisation.units.previews import preview
from bot.organisation.units.wishes import wish_of
from bot.texts import refusals
from bot.texts import units as texts
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.organisation import people, unit_changes, units
from storage.organisation.unit_changes import ChangeRow
from storage.states import Lane, Purpose, Repeat


async def apply_due_changes(office: Office) -> int:
    """Make every planned change whose day has come, one after the other; how many were made.

    One that has become impossible is called off; who planned it hears of either.
    """
    today = today_of(office)
    waiting = await office.database.read(lambda connection: unit_changes.due(connection, today))
    made = 0
    for row in waiting:
        made += await _apply(office, row)
    if waiting:
        office.bell.ring()
    return made


async def _apply(office: Office, row: ChangeRow) -> bool:
    def make(connection: Connection) -> bool:
        units.hold_tree(connection)
        current = unit_changes.find(connection, row.id)
        if current is None or not current.is_planned:
            return False
        words = _words(connection, office, current)
        caller = _caller(connection, office, row)
        changed = settle(connection, office, caller, row.id, wish_of(current))
        note_change(connection, office, caller, row.id, "planned", "applied", unit_id=changed.unit_id)
        _tell(connection, office, row, "applied", texts.DUE_MADE, words)
        return True

    try:
        return await office.database.transaction(make)
    except Refused as refused:
        # Nothing of it was kept; the plan is given up in a transaction of its own.
        await _give_up(office, row, refused)
        return False


async def _give_up(office: Office, row: ChangeRow, refused: Refused) -> None:
    def body(connection: Connection) -> None:
        units.hold_tree(connection)
        try:
            current = demand_planned(connection, row.id)
        except Refused:
            return
        caller = _caller(connection, office, row)
        unit_changes.set_values(connection, row.id, called_off_at=office.clock.now())
        note_change(
            connection,
            office,
            caller,
            row.id,
            "planned",
            "called_off",
            unit_id=row.unit_id,
            detail=refused.reason,
        )
        why = refusals.sentence(refused.reason, refused.details)
        words = _words(connection, office, current)
        _tell(connection, office, row, "called_off", texts.DUE_IMPOSSIBLE, words, why)

    await office.database.transaction(body)


def _caller(connection: Connection, office: Office, row: ChangeRow) -> Caller:
    """Who planned it, through the clock; the rights were asked when it was planned."""
    grants = () if row.made_by is None else grants_of(connection, office, member_id=row.made_by)
    return Caller(row.made_by, Door.CLOCK, grants)


def _words(connection: Connection, office: Office, row: ChangeRow) -> str:
    seen = preview(connection, office, wish_of(row))
    return texts.planned(
        row.change,
        row.on_date,
        name=seen.name,
        new_name=row.name,
        target_name=seen.target_name,
        reopens=seen.wish.reopens,
    )


def _tell(
    connection: Connection, office: Office, row: ChangeRow, outcome: str, title: str, *lines: str
) -> None:
    address_id = None if row.made_by is None else people.first_address(connection, row.made_by)
    if address_id is None:
        return
    message = Message((Bold(title), *map(Line, lines)))
    deliveries.add(
        connection,
        NewDelivery(
            once_key=f"unit_change:{row.id}:{outcome}",
            address_id=address_id,
            purpose=Purpose.REPLY,
            due_at=office.clock.machine(),
            lane=Lane.BROADCAST,
            repeat=Repeat.ONCE,
            content=to_json(message),
        ),
    )
