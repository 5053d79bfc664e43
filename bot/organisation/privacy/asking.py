"""A member asks something about their own data; the admins are told, and the law's clocks run."""

from bot.access import Caller, demand, demand_member
from bot.delivery import queueing
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.privacy import clocks
from bot.texts import times
from storage import history
from storage.database import Connection
from storage.organisation import people
from storage.organisation.people import Member
from storage.privacy import data_requests
from storage.privacy.data_requests import NewRequest, Request
from storage.states import DataRequest, DataRequestState, Purpose, Role

LONGEST = 1000
_MOST_OPEN = {DataRequest.CORRECT: 3, DataRequest.DELETE: 1}


async def ask_correction(caller: Caller, office: Office, *, wish: str, member_id: int = 0) -> Request:
    """Ask that something be corrected.

    Args:
        caller: the member; an admin for somebody else, who asked by word of mouth or letter.
        office: the office.
        wish: what is wrong and what is right.
        member_id: for whom; 0: for the caller.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, EMPTY, TOO_LONG; REQUEST_STANDS when three wait already.
    """
    words = " ".join(wish.split())
    if not words:
        raise Refused(Refusal.EMPTY)
    if len(words) > LONGEST:
        raise Refused(Refusal.TOO_LONG, limit=str(LONGEST))
    return await _ask(caller, office, member_id, DataRequest.CORRECT, words)


async def ask_deletion(caller: Caller, office: Office, *, member_id: int = 0) -> Request:
    """Ask that everything that tells who one is be deleted.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND; REQUEST_STANDS.
    """
    return await _ask(caller, office, member_id, DataRequest.DELETE, "")


async def call_off(caller: Caller, office: Office, *, request_id: int) -> None:
    """Take one's own request back.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND; GONE_ON when it was answered already.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> None:
        found = data_requests.request(connection, request_id)
        if found is None or found.member_id != member_id:
            raise Refused(Refusal.NOT_FOUND)
        if not data_requests.change(
            connection, request_id, state=DataRequestState.CALLED_OFF, done_at=office.clock.now(), wish=""
        ):
            raise Refused(Refusal.GONE_ON)
        note(connection, office, caller, found, to=DataRequestState.CALLED_OFF)

    await office.perform(caller, "call_off_request", body, outcome=type(None))


def record_done(
    connection: Connection, office: Office, caller: Caller, *, member_id: int, request: DataRequest
) -> int:
    """Write down what was asked and done at once; its number."""
    now = office.clock.now()
    new = NewRequest(
        member_id=member_id,
        request=request,
        made_at=now,
        acknowledge_by=clocks.acknowledge_by(office, now),
        due_by=clocks.due_by(office, now, request),
        is_done=True,
    )
    request_id = data_requests.add(connection, new)
    _note(connection, office, caller, request_id, member_id, was="", to=DataRequestState.DONE, detail=request)
    return request_id


def note(
    connection: Connection, office: Office, caller: Caller, found: Request, *, to: str, detail: str = ""
) -> None:
    """Append the request's change to history; without the unit, so that who leads it does not find it."""
    _note(connection, office, caller, found.id, found.member_id, was=found.state, to=to, detail=detail)


def whose(connection: Connection, caller: Caller, member_id: int) -> Member:
    """The caller themselves (0), or the member for whom an admin acts.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    if member_id and member_id != caller.member_id:
        demand(caller, {Role.ADMIN})
    member = people.member(connection, member_id or demand_member(caller))
    if member is None or member.erased_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    return member


def admins(connection: Connection, office: Office) -> list[int]:
    """Who answers such requests."""
    held = people.holders(connection, {Role.ADMIN}, now=office.clock.now())
    return sorted({member_id for member_id, _ in held})


async def _ask(caller: Caller, office: Office, member_id: int, request: DataRequest, wish: str) -> Request:
    now = office.clock.now()

    def body(connection: Connection) -> int:
        member = whose(connection, caller, member_id)
        _demand_room(connection, office, member.id, request)
        new = NewRequest(
            member_id=member.id,
            request=request,
            made_at=now,
            acknowledge_by=clocks.acknowledge_by(office, now),
            due_by=clocks.due_by(office, now, request),
            wish=wish,
        )
        request_id = data_requests.add(connection, new)
        _note(
            connection,
            office,
            caller,
            request_id,
            member.id,
            was="",
            to=DataRequestState.OPEN,
            detail=request,
        )
        _tell_admins(connection, office, request_id)
        return request_id

    # The outcome that a knock records does not repeat the wish.
    request_id = await office.perform(caller, f"ask {request}", body, outcome=int)
    made = await office.database.read(lambda connection: data_requests.request(connection, request_id))
    if made is None:
        raise Refused(Refusal.NOT_FOUND)
    return made


def _demand_room(connection: Connection, office: Office, member_id: int, request: DataRequest) -> None:
    standing = [
        one
        for one in data_requests.of_member(connection, member_id)
        if one.request is request and one.state is DataRequestState.OPEN
    ]
    if len(standing) >= _MOST_OPEN[request]:
        until = min(one.due_by for one in standing)
        raise Refused(Refusal.REQUEST_STANDS, until=times.hour_day(until, office.zone))


def _tell_admins(connection: Connection, office: Office, request_id: int) -> None:
    for admin_id in admins(connection, office):
        queueing.to_member(
            connection,
            office,
            member_id=admin_id,
            once_key=f"data:{request_id}:m{admin_id}:new",
            purpose=Purpose.DATA_REQUEST,
            subject=request_id,
        )


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    request_id: int,
    member_id: int,
    *,
    was: str,
    to: str,
    detail: str = "",
) -> None:
    line = entry(
        caller,
        office,
        thing="data_request",
        thing_id=request_id,
        from_state=was,
        to_state=to,
        member_id=member_id,
        detail=detail,
    )
    history.append(connection, line)
