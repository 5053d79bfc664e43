"""The clock's rule: word goes around what is out, and back to it when it has answered for a while."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from bot.access import Caller, Door
from bot.delivery.lines import in_service, is_stopped, out_of_service
from bot.history import entry
from bot.logs import get
from bot.office import Office
from bot.organisation.outages.judging import Judgement, Patience, judge
from bot.organisation.outages.telling import tell_back, tell_out
from storage import (
    history,
)
from storage.channels import (
    connections,
    outages,
)
from storage.channels.connections import Line
from storage.channels.outages import Ways
from storage.chasing import (
    outage_moves,
)
from storage.chasing.outage_moves import Moved
from storage.database import Connection
from storage.delivery import (
    renewals,
)
from storage.states import DeliveryState, Platform, Reason

log = get(__name__)
_CLOCK = Caller(member_id=None, door=Door.CLOCK)
OUT, GOOD = "out", "good"
"""In history, of a connection."""

# Deliveries in one transaction: the writer is free again for people's taps in between.
_AT_ONCE = 200
# The rule runs every few seconds; what lasts is said once in the log, or twice.
_NEWS = timedelta(seconds=10)


async def turn_around_outages(office: Office) -> int:
    """Have word go around connections that are out, and as before when they are back.

    What waits there for members who have another way goes that way; what others wait for stays, and goes
    out by itself afterwards. Leaders are told of both. Calling it again changes nothing more.

    Returns:
        How many deliveries went another way.
    """
    lines = await office.database.read(partial(in_service, office=office))
    unserved = await office.database.read(out_of_service)
    if not unserved and all(_is_quiet(line) for line in lines):
        return 0
    settings = office.settings.outages
    now = office.clock.machine()
    judgement = judge(lines, Patience(settings.out_after, settings.back_after), now=now)
    _log_alone(judgement, now, settings.out_after)
    for line in judgement.out:
        await office.database.transaction(partial(_go_out, office=office, line=line))
    for back in _by_platform(judgement.back):
        await office.database.transaction(partial(_come_back, office=office, lines=back))
    moved = await _move_all(office)
    await tell_out(office)
    return moved


def _is_quiet(line: Line) -> bool:
    return line.failing_since is None and line.out_since is None and not line.stopped_reason


def _log_alone(judgement: Judgement, now: datetime, out_after: timedelta) -> None:
    for line in judgement.alone:
        if line.failing_since is not None and now - line.failing_since - out_after < _NEWS:
            log.error("nothing can be reached, the office's own line may be down", connection=line.id)


def _by_platform(lines: Sequence[Line]) -> list[list[Line]]:
    found: dict[Platform, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.platform].append(line)
    return list(found.values())


def _go_out(connection: Connection, office: Office, line: Line) -> None:
    since = line.failing_since or office.clock.machine()
    # Who waits there without another way is to be called: the leaders' cards say so. Deliveries are held
    # before connections, as where an attempt is settled.
    _renew_progress(connection, office, [line.id])
    if not connections.note_out(connection, line.id, since=since):
        return
    log.warning("a connection is out", connection=line.id, reason=line.stopped_reason or "failing")
    detail = line.stopped_reason if is_stopped(line) else Reason.OUTAGE.value
    _note(connection, office, line, to=OUT, detail=detail)


def _come_back(connection: Connection, office: Office, lines: Sequence[Line]) -> None:
    waited = outages.waiting(connection, [line.id for line in lines])
    _renew_progress(connection, office, [line.id for line in lines])
    back = [line for line in lines if connections.note_back(connection, line.id)]
    for line in back:
        log.info("a connection is back", connection=line.id)
        _note(connection, office, line, to=GOOD)
    if back:
        tell_back(connection, office, back, waited=waited)


def _note(connection: Connection, office: Office, line: Line, *, to: str, detail: str = "") -> None:
    was = GOOD if to == OUT else OUT
    row = entry(
        _CLOCK, office, thing="connection", thing_id=line.id, from_state=was, to_state=to, detail=detail
    )
    history.append(connection, row)


def _renew_progress(connection: Connection, office: Office, connection_ids: Sequence[int]) -> None:
    found = outages.publications_waiting(connection, connection_ids)
    renewals.progress(connection, publication_ids=found, now=office.clock.machine())


async def _move_all(office: Office) -> int:
    moved = last = 0
    while True:
        ways, found = await office.database.read(partial(_movable, office=office, after_id=last))
        if not found:
            break
        last = found[-1]
        moved += await office.database.transaction(partial(_move, office=office, ways=ways, found=found))
    if moved:
        log.warning("deliveries go around an outage", deliveries=moved)
        office.bell.ring()
    return moved


def _movable(connection: Connection, office: Office, after_id: int) -> tuple[Ways, list[int]]:
    ways = ways_of(in_service(connection, office))
    # Nobody sends there: of these leaders are not told, but what waits there goes on.
    unserved = [line.id for line in out_of_service(connection)]
    ways = replace(ways, out=(*ways.out, *unserved))
    if not ways.out:
        return ways, []
    now = office.clock.machine()
    return ways, outage_moves.movable(connection, ways, after_id=after_id, limit=_AT_ONCE, now=now)


def ways_of(lines: Sequence[Line]) -> Ways:
    """Which of these are out, and which are not."""
    return Ways(
        out=tuple(line.id for line in lines if line.out_since is not None),
        others=tuple(line.id for line in lines if line.out_since is None and not is_stopped(line)),
    )


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
