"""One working day before a clock of the law runs out, the admins are told again."""

from dataclasses import dataclass

from bot.delivery import queueing
from bot.logs import get
from bot.office import Office
from bot.organisation.privacy import clocks
from bot.organisation.privacy.asking import admins
from storage.database import Connection
from storage.organisation import people
from storage.privacy import data_requests
from storage.privacy.data_requests import Request
from storage.states import Purpose

log = get(__name__)


@dataclass(frozen=True)
class _Owed:
    """One reminder for one admin."""

    once_key: str
    member_id: int
    request_id: int


async def remind_of_requests(office: Office) -> int:
    """Queue the reminders whose hour has come; calling it again changes nothing. How many."""
    # A look without a transaction first: mostly there is nothing to do.
    owed = await office.database.read(lambda connection: _owed(connection, office))
    if not owed:
        return 0

    def body(connection: Connection) -> int:
        return sum(
            queueing.to_member(
                connection,
                office,
                member_id=one.member_id,
                once_key=one.once_key,
                purpose=Purpose.DATA_REQUEST,
                subject=one.request_id,
            )
            for one in _owed(connection, office)
        )

    reminded = await office.database.transaction(body)
    log.info("admins reminded of requests about data", amount=reminded)
    office.bell.ring()
    return reminded


def _owed(connection: Connection, office: Office) -> list[_Owed]:
    clocked = [
        (one, clock) for one in data_requests.open_ones(connection) for clock in _ending_soon(office, one)
    ]
    if not clocked:
        return []
    told = [one for one in admins(connection, office) if people.first_address(connection, one) is not None]
    owed = [
        _Owed(f"data:{one.id}:m{admin_id}:{clock}", admin_id, one.id)
        for one, clock in clocked
        for admin_id in told
    ]
    queued = data_requests.queued(connection, [one.once_key for one in owed])
    return [one for one in owed if one.once_key not in queued]


def _ending_soon(office: Office, request: Request) -> list[str]:
    """The clocks that end within a working day, each as a word with its day: an extension makes a new one."""
    ends = {"due": request.due_by}
    if request.acknowledged_at is None:
        ends["acknowledge"] = request.acknowledge_by
    now = office.clock.now()
    return [
        f"{word}:{at.astimezone(office.zone).date()}"
        for word, at in ends.items()
        if clocks.remind_at(office, at) <= now
    ]
