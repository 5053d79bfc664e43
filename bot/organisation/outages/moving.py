"""What waits where it is out goes another way with room; what waits for room goes to what is back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from bot.access import Caller, Door
from bot.delivery.lines import in_service, is_stopped, out_of_service
from bot.delivery.quotas.purposes import FIRST, Part
from bot.delivery.quotas.standing import room_at
from bot.history import entry
from bot.logs import get
from bot.office import Office
from storage import history
from storage.channels.connections import Line
from storage.channels.outages import Ways
from storage.chasing import outage_moves
from storage.chasing.outage_moves import Moved
from storage.database import Connection
from storage.delivery import held_back
from storage.states import DeliveryState, Reason

log = get(__name__)
_CLOCK = Caller(member_id=None, door=Door.CLOCK)

# Deliveries in one transaction: the writer is free again for people's taps in between.
_AT_ONCE = 200
_PARTS = {
    Part.ANSWER: (FIRST.is_for_answers,),
    Part.COMPULSORY: (FIRST.fits & ~FIRST.is_for_answers,),
    Part.ORDINARY: (~FIRST.fits & ~FIRST.is_for_answers,),
}
"""Which deliveries may reach how far into a month: those that come first move first."""


async def move_around(office: Office) -> int:
    """Have what waits where it is out go the member's next way that has room in its month; how many went."""
    moved = 0
    # One look first: mostly nobody who still waits there has another way.
    _, waits = await office.database.read(
        partial(_movable, office=office, ways_now=partial(_around_with_all, office=office), after_id=0)
    )
    for part in _PARTS if waits else ():
        moved += await _move_all(office, partial(_around, office=office, part=part))
    if moved:
        log.warning("deliveries go around an outage", deliveries=moved)
        office.bell.ring()
    return moved


async def return_held(office: Office, back: Sequence[Line]) -> int:
    """Have what waits for the next month elsewhere go to these, which are back; how many went."""
    moved = 0
    for part in _PARTS:
        ways = partial(_to_what_is_back, office=office, part=part, back=[line.id for line in back])
        moved += await _move_all(office, ways)
    if moved:
        log.info("held deliveries go where it is back", deliveries=moved)
        office.bell.ring()
    return moved


def ways_of(connection: Connection, office: Office, *, part: Part) -> Ways:
    """Which of the connections that are served are out, and which others have room for such deliveries."""
    lines = in_service(connection, office)
    open_ids = [line.id for line in lines if line.out_since is None and not is_stopped(line)]
    room = _rooms(connection, office, open_ids, part)
    return Ways(
        out=tuple(line.id for line in lines if line.out_since is not None),
        others=tuple(one for one in open_ids if room.get(one, 1) > 0),
        room=room,
    )


def _rooms(
    connection: Connection, office: Office, connection_ids: Sequence[int], part: Part
) -> dict[int, int]:
    found = {}
    for number in connection_ids:
        room = room_at(connection, office, number, part)
        if room and part is Part.ORDINARY:
            # What was moved before and has not gone out yet takes the same room.
            now = office.clock.machine()
            room -= held_back.ordinary_due(connection, number, FIRST, now=now, most=room)
        if room is not None:
            found[number] = room
    return found


def _around(connection: Connection, office: Office, part: Part) -> Ways:
    ways = ways_of(connection, office, part=part)
    # Nobody sends there: of these leaders are not told, but what waits there goes on.
    unserved = [line.id for line in out_of_service(connection)]
    return Ways((*ways.out, *unserved), ways.others, ways.room, _PARTS[part])


def _around_with_all(connection: Connection, office: Office) -> Ways:
    # Where there is no room for an answer, there is none for anything else.
    return replace(_around(connection, office, Part.ANSWER), rows=())


def _to_what_is_back(connection: Connection, office: Office, part: Part, back: Sequence[int]) -> Ways:
    held = [line.id for line in in_service(connection, office) if line.id not in back]
    room = _rooms(connection, office, back, part)
    others = [one for one in back if room.get(one, 1) > 0]
    waits = outage_moves.waits_for_room(office.clock.machine())
    return Ways(held, others, room, (*_PARTS[part], waits))


async def _move_all(office: Office, ways_now: Callable[[Connection], Ways]) -> int:
    moved = last = 0
    while True:
        ways, found = await office.database.read(
            partial(_movable, office=office, ways_now=ways_now, after_id=last)
        )
        if not found:
            return moved
        last = found[-1]
        moved += await office.database.transaction(partial(_move, office=office, ways=ways, found=found))


def _movable(
    connection: Connection, office: Office, ways_now: Callable[[Connection], Ways], after_id: int
) -> tuple[Ways, list[int]]:
    ways = ways_now(connection)
    if not ways.out or not ways.others:
        return ways, []
    now = office.clock.machine()
    return ways, outage_moves.movable(connection, ways, after_id=after_id, limit=_AT_ONCE, now=now)


def _move(connection: Connection, office: Office, ways: Ways, found: Sequence[int]) -> int:
    moved = outage_moves.move(connection, ways, found, now=office.clock.machine())
    history.append(connection, *(_line_of(office, one) for one in moved))
    return len(moved)


def _line_of(office: Office, moved: Moved) -> history.Entry:
    return entry(
        _CLOCK,
        office,
        thing="delivery",
        thing_id=moved.id,
        from_state=DeliveryState.QUEUED,
        to_state=DeliveryState.QUEUED,
        publication_id=moved.publication_id,
        member_id=moved.member_id,
        version=moved.version,
        detail=Reason.OUTAGE,
    )
