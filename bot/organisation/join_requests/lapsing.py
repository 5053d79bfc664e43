"""What nobody decided ends after a week, and what was written of it is emptied."""

from datetime import timedelta

from bot.access import Caller, Door
from bot.history import entry
from bot.office import Office
from bot.organisation.join_requests.deciding import answer
from storage import history
from storage.database import Connection
from storage.joining import join_requests
from storage.joining.join_requests import JoinRequest
from storage.states import JoinState

LAPSES_AFTER = timedelta(days=7)
_BEGUN_LAPSES_AFTER = timedelta(days=1)
_CLOCK = Caller(member_id=None, door=Door.CLOCK)


async def lapse_join_requests(office: Office) -> int:
    """Close the requests that waited a week; who asked is told. Those begun and left go silently.

    Returns:
        How many ended.
    """
    if not await office.database.read(lambda connection: _overdue(connection, office)):
        return 0

    def body(connection: Connection) -> int:
        found = _overdue(connection, office)
        for request in found:
            _lapse(connection, office, request)
        return len(found)

    ended = await office.database.transaction(body)
    office.bell.ring()
    return ended


def _overdue(connection: Connection, office: Office) -> list[JoinRequest]:
    now = office.clock.now()
    return join_requests.overdue(
        connection, complete_before=now - LAPSES_AFTER, begun_before=now - _BEGUN_LAPSES_AFTER
    )


def _lapse(connection: Connection, office: Office, request: JoinRequest) -> None:
    now = office.clock.now()
    if not join_requests.decide(connection, request.id, state=JoinState.LAPSED, now=now, decided_by=None):
        return
    line = entry(
        _CLOCK,
        office,
        thing=join_requests.THING,
        thing_id=request.id,
        from_state=JoinState.WAITING,
        to_state=JoinState.LAPSED,
        unit_id=request.unit_id,
    )
    history.append(connection, line)
    if request.is_complete:
        answer(connection, office, request)
