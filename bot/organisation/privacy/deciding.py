"""The admins answer what members ask about their data; the member is told of each step."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.access import Caller, demand
from bot.delivery import queueing
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.privacy import clocks
from bot.organisation.privacy.agreeing import Agreed, agreed_of
from bot.organisation.privacy.asking import LONGEST, note, whose
from bot.organisation.privacy.erasing import erase_member
from storage.database import Connection
from storage.organisation import organisation, people
from storage.privacy import data_requests
from storage.privacy.data_requests import Request
from storage.states import DataRequest, DataRequestState, Lane, Purpose, Role

_MOST_ENDED = 8


@dataclass(frozen=True)
class Case:
    """A request as the admins see it.

    Args:
        days_left: until the clock that runs now ends; negative: it has ended.
        is_reached: whether the member can be told by message; if not, on paper.
    """

    request: Request
    member_id: int
    full_name: str
    unit_name: str
    days_left: int
    is_reached: bool


@dataclass(frozen=True)
class Cases:
    """What waits, the first clock at the top; and what was answered lately."""

    open: tuple[Case, ...]
    ended: tuple[Case, ...]


@dataclass(frozen=True)
class MemberData:
    """What an admin sees of a member's rights: what they agreed to and what they asked."""

    member_id: int
    full_name: str
    consents: tuple[Agreed, ...]
    requests: tuple[Request, ...]


async def cases(caller: Caller, office: Office) -> Cases:
    """All requests, for an admin.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> Cases:
        return Cases(
            tuple(_case(connection, office, one) for one in data_requests.open_ones(connection)),
            tuple(
                _case(connection, office, one)
                for one in data_requests.ended_lately(connection, limit=_MOST_ENDED)
            ),
        )

    return await office.database.read(body)


async def case(caller: Caller, office: Office, *, request_id: int) -> Case:
    """One request, for an admin.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> Case:
        return case_of(connection, office, request_id)

    return await office.database.read(body)


async def member_data(caller: Caller, office: Office, *, member_id: int) -> MemberData:
    """What a member agreed to and asked, for an admin, who has to be able to prove it.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> MemberData:
        member = whose(connection, caller, member_id)
        asked = data_requests.of_member(connection, member_id)
        return MemberData(member_id, member.full_name, agreed_of(connection, office, member), tuple(asked))

    return await office.database.read(body)


async def receive(caller: Caller, office: Office, *, request_id: int) -> Case:
    """Tell the member that the request was received: the first clock stops.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON when it was received or answered already.
    """

    def change(connection: Connection, found: Request) -> None:
        if found.acknowledged_at is not None:
            raise Refused(Refusal.GONE_ON)
        _change(connection, found, acknowledged_at=office.clock.now())

    return await _decide(caller, office, request_id, "received", change)


async def finish(caller: Caller, office: Office, *, request_id: int) -> Case:
    """Do what was asked: data are deleted now; a correction was made on the roster by whoever says so.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON; LAST_ADMIN when nobody else would keep the roster.
    """
    now = office.clock.now()

    def change(connection: Connection, found: Request) -> None:
        _change(
            connection,
            found,
            state=DataRequestState.DONE,
            done_at=now,
            acknowledged_at=found.acknowledged_at or now,
            decided_by=caller.member_id,
            wish="",
        )
        if found.request is DataRequest.DELETE:
            erase_member(connection, office, caller, member_id=found.member_id)

    return await _decide(caller, office, request_id, DataRequestState.DONE, change)


async def extend(caller: Caller, office: Office, *, request_id: int, because: str) -> Case:
    """Give the second clock as many days again, once; the member is told why.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON, EXTENDED_ONCE, EMPTY, TOO_LONG.
    """
    words, now = _words(because), office.clock.now()

    def change(connection: Connection, found: Request) -> None:
        if found.extended_at is not None:
            raise Refused(Refusal.EXTENDED_ONCE)
        _change(
            connection,
            found,
            extended_at=now,
            acknowledged_at=found.acknowledged_at or now,
            due_by=clocks.extended(found.due_by, found.request),
            because=words,
        )

    return await _decide(caller, office, request_id, "extended", change)


async def refuse(caller: Caller, office: Office, *, request_id: int, because: str) -> Case:
    """Say no, with the law's reason; the member is told it.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON, EMPTY, TOO_LONG.
    """
    words, now = _words(because), office.clock.now()

    def change(connection: Connection, found: Request) -> None:
        _change(
            connection,
            found,
            state=DataRequestState.REFUSED,
            done_at=now,
            acknowledged_at=found.acknowledged_at or now,
            decided_by=caller.member_id,
            wish="",
            because=words,
        )

    return await _decide(caller, office, request_id, DataRequestState.REFUSED, change)


def case_of(connection: Connection, office: Office, request_id: int) -> Case:
    """The request inside a transaction.

    Raises:
        Refused: NOT_FOUND.
    """
    found = data_requests.request(connection, request_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return _case(connection, office, found)


async def _decide(
    caller: Caller,
    office: Office,
    request_id: int,
    step: str,
    change: Callable[[Connection, Request], None],
) -> Case:
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> None:
        found = data_requests.request(connection, request_id)
        if found is None:
            raise Refused(Refusal.NOT_FOUND)
        change(connection, found)
        note(connection, office, caller, found, to=step)
        # Whose data were deleted has had their last message.
        if step != DataRequestState.DONE or found.request is not DataRequest.DELETE:
            _tell(connection, office, found, step)

    # The outcome that a knock records says nothing of who asked what.
    await office.perform(caller, f"{step} request", body, outcome=type(None))
    return await case(caller, office, request_id=request_id)


def _change(connection: Connection, found: Request, **values: object) -> None:
    if not data_requests.change(connection, found.id, **values):
        raise Refused(Refusal.GONE_ON)


def _tell(connection: Connection, office: Office, found: Request, step: str) -> None:
    queueing.to_member(
        connection,
        office,
        member_id=found.member_id,
        once_key=f"data:{found.id}:{step}",
        purpose=Purpose.DATA_ANSWER,
        lane=Lane.REPLY,
        subject=found.id,
    )


def _words(because: str) -> str:
    words = " ".join(because.split())
    if not words:
        raise Refused(Refusal.EMPTY)
    if len(words) > LONGEST:
        raise Refused(Refusal.TOO_LONG, limit=str(LONGEST))
    return words


def _case(connection: Connection, office: Office, found: Request) -> Case:
    member = people.member(connection, found.member_id)
    unit = None if member is None else organisation.unit(connection, member.unit_id)
    if member is None or unit is None:
        raise Refused(Refusal.NOT_FOUND)
    return Case(
        request=found,
        member_id=member.id,
        full_name=member.full_name,
        unit_name=unit.name,
        days_left=clocks.days_left(office, found.next_by),
        is_reached=people.first_address(connection, member.id) is not None,
    )
