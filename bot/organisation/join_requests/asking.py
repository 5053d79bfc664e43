"""A stranger says who they are; nothing about anybody is told to them."""

from dataclasses import dataclass
from datetime import timedelta

from bot.access import Caller
from bot.acknowledgement.passing_on import leaders_above
from bot.delivery import queueing
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.join_requests.wording import said, unit_meant
from storage import history
from storage.database import Connection
from storage.joining import join_requests
from storage.joining.join_requests import JoinRequest
from storage.organisation import people
from storage.states import JoinState, Purpose, Repeat, Role

MOST_A_DAY = 3


@dataclass(frozen=True)
class Passed:
    """A request that is on its way.

    Args:
        told: whether somebody who decides could be told at once; else it waits for the office to look.
    """

    told: bool


async def begin(caller: Caller, office: Office) -> int:
    """Let this conversation ask to be connected; what was begun and left is gone on with.

    Returns:
        The request, in which nothing is said yet.

    Raises:
        Refused: ASKED_ALREADY, ASKED_OFTEN; ADDRESS_TAKEN for who is connected; NOT_ALLOWED outside a
            conversation.
    """
    address_id = _demand_stranger(caller)

    def body(connection: Connection) -> int:
        now = office.clock.now()
        waiting = join_requests.waiting_of(connection, address_id)
        if waiting is not None and waiting.is_complete:
            raise Refused(Refusal.ASKED_ALREADY)
        if waiting is not None:
            return waiting.id
        since = now - timedelta(days=1)
        if join_requests.made_since(connection, address_id, since=since) >= MOST_A_DAY:
            raise Refused(Refusal.ASKED_OFTEN)
        return join_requests.begin(connection, address_id=address_id, now=now)

    return await office.perform(caller, "ask_to_join", body, outcome=int)


async def say_name(caller: Caller, office: Office, *, request_id: int, name: str) -> None:
    """Keep the name that the person wrote.

    Raises:
        Refused: EMPTY, TOO_LONG; GONE_ON when the request is over.
    """
    address_id, words = _demand_stranger(caller), said(name)

    def body(connection: Connection) -> None:
        request = _demand_begun(connection, request_id, address_id)
        join_requests.say_name(connection, request.id, said_name=words)

    await office.perform(caller, "say_name", body, outcome=type(None))


async def say_unit(caller: Caller, office: Office, *, request_id: int, unit: str, account: str) -> Passed:
    """Keep the unit that the person wrote, and tell those who decide.

    They are who leads the unit that is meant, or the nearest above it; where the words fit no unit, or
    nobody leads it who can be told, the admins.

    Args:
        caller: the stranger.
        office: the office.
        request_id: from `begin`.
        unit: in the person's own words.
        account: how the messenger calls the account that asks.

    Raises:
        Refused: EMPTY, TOO_LONG; GONE_ON when the request is over.
    """
    address_id, words = _demand_stranger(caller), said(unit)

    def body(connection: Connection) -> Passed:
        request = _demand_begun(connection, request_id, address_id)
        if not request.said_name:
            raise Refused(Refusal.GONE_ON)
        unit_id = unit_meant(connection, office, words)
        join_requests.complete(
            connection,
            request.id,
            said_unit=words,
            account=said(account or "?", cut=True),
            unit_id=unit_id,
            now=office.clock.now(),
        )
        line = entry(
            caller,
            office,
            thing=join_requests.THING,
            thing_id=request.id,
            from_state="",
            to_state=JoinState.WAITING,
            unit_id=unit_id,
        )
        history.append(connection, line)
        return Passed(_tell(connection, office, request.id, unit_id))

    return await office.perform(caller, "say_unit", body, outcome=Passed)


def _demand_stranger(caller: Caller) -> int:
    if caller.address_id is None:
        raise Refused(Refusal.NOT_ALLOWED)
    if caller.member_id is not None:
        raise Refused(Refusal.ADDRESS_TAKEN)
    return caller.address_id


def _demand_begun(connection: Connection, request_id: int, address_id: int) -> JoinRequest:
    request = join_requests.by_id(connection, request_id)
    if request is None or request.address_id != address_id:
        raise Refused(Refusal.NOT_FOUND)
    if request.state is not JoinState.WAITING or request.is_complete:
        raise Refused(Refusal.GONE_ON)
    return request


def _tell(connection: Connection, office: Office, request_id: int, unit_id: int | None) -> bool:
    leaders = [] if unit_id is None else leaders_above(connection, office, unit_id=unit_id, but=None)
    admins = people.holders(connection, {Role.ADMIN}, now=office.clock.now())
    for deciders in (leaders, list(dict.fromkeys(member_id for member_id, _ in admins))):
        told = [_queue(connection, office, request_id, member_id) for member_id in deciders]
        if any(told):
            return True
    return False


def _queue(connection: Connection, office: Office, request_id: int, member_id: int) -> bool:
    return queueing.to_member(
        connection,
        office,
        member_id=member_id,
        once_key=f"join:{request_id}:m{member_id}",
        purpose=Purpose.JOIN_REQUEST,
        repeat=Repeat.ONCE,
        subject=request_id,
    )
