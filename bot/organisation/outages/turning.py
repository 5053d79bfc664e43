"""The clock's rule: word goes around what is out, and back to it when it has answered for a while."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.access import Caller, Door
from bot.delivery.lines import in_service, is_stopped, out_of_service
from bot.history import entry
from bot.logs import get
from bot.office import Office
from bot.organisation.outages.flapping import LOOK_BACK, flaps
from bot.organisation.outages.judging import Judgement, Patience, judge
from bot.organisation.outages.moving import move_around, return_held
from bot.organisation.outages.telling import tell_back, tell_out
from storage import history
from storage.channels import connections, outages
from storage.channels.connections import Line
from storage.channels.outages import GOOD, OUT
from storage.database import Connection
from storage.delivery import renewals
from storage.states import Platform, Reason

log = get(__name__)
_CLOCK = Caller(member_id=None, door=Door.CLOCK)

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
    now = office.clock.machine()
    patience = await office.database.read(partial(_patience, office=office, lines=lines))
    judgement = judge(lines, patience, now=now)
    _log_alone(judgement, now, patience.out_after)
    for line in judgement.out:
        await office.database.transaction(partial(_go_out, office=office, line=line))
    for back in _by_platform(judgement.back):
        # First: whoever is stopped in between finds them out, and does it again.
        await return_held(office, back)
        await office.database.transaction(partial(_come_back, office=office, lines=back))
    moved = await move_around(office)
    await tell_out(office)
    return moved


def _is_quiet(line: Line) -> bool:
    return line.failing_since is None and line.out_since is None and not line.stopped_reason


def _patience(connection: Connection, office: Office, lines: Sequence[Line]) -> Patience:
    settings, now = office.settings.outages, office.clock.now()
    begun = outages.begun(connection, [line.id for line in lines], from_at=now - LOOK_BACK)
    times = {number: flaps({number: each}, now) for number, each in begun.items()}
    return Patience(settings.out_after, settings.back_after, times)


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
