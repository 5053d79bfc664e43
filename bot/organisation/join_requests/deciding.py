"""Who leads the unit says which member a stranger is, or that they are none."""

from dataclasses import dataclass
from datetime import timedelta

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.join_requests.wording import fit
from bot.organisation.joining.inviting import demand_invitable, units_to_invite
from bot.organisation.joining.offering import offer_to
from storage import history
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.joining import join_requests
from storage.joining.join_requests import JoinRequest
from storage.organisation import coverage, grants, people
from storage.organisation.people import Member
from storage.states import JoinState, Lane, Purpose, Repeat, Role

OFFER_VALID_FOR = timedelta(days=7)
MOST_CANDIDATES = 6


@dataclass(frozen=True)
class Fitting:
    """A member who is not reached and whose name fits what the stranger wrote."""

    member_id: int
    full_name: str
    unit_name: str


@dataclass(frozen=True)
class Approved:
    """Whose offer the stranger gets."""

    full_name: str


def may_decide(caller: Caller, request: JoinRequest) -> bool:
    """Whether the caller may: an admin, or who leads the unit that the stranger named."""
    if caller.door is Door.COMMAND_LINE or caller.has({Role.ADMIN}):
        return True
    return request.unit_id is not None and caller.has(LEADERS_OF_A_UNIT, unit_id=request.unit_id)


def fitting(
    connection: Connection, office: Office, caller: Caller, request: JoinRequest
) -> tuple[Fitting, ...]:
    """Whom the caller may choose: those whose names fit best before the others."""
    everybody = caller.has({Role.ADMIN})
    found = [
        (fits, Fitting(one.member_id, one.full_name, one.unit_name))
        for one in coverage.unreached(connection, unit_ids=units_to_invite(caller), now=office.clock.now())
        if (everybody or not one.has_role) and (fits := fit(request.said_name, one.full_name)) is not None
    ]
    found.sort(key=lambda one: one[0])
    return tuple(one for _, one in found[:MOST_CANDIDATES])


async def approve(caller: Caller, office: Office, *, request_id: int, member_id: int) -> Approved:
    """Say which member it is: the stranger's conversation is offered to stand for them, and answers itself.

    Raises:
        Refused: NOT_FOUND; NOT_ALLOWED, also for a member who holds a role, whom an admin alone may
            connect; GONE_ON when the request is decided, or the member is reached by now.
    """

    def body(connection: Connection) -> Approved:
        request = _demand_waiting(connection, caller, request_id)
        member = _demand_unreached(connection, office, caller, member_id)
        _demand_free(connection, request.address_id)
        invitation_id = offer_to(
            connection,
            office,
            caller,
            member=member,
            address_id=request.address_id,
            valid_for=OFFER_VALID_FOR,
        )
        _decide(
            connection,
            office,
            caller,
            request,
            to=JoinState.APPROVED,
            member=member,
            invitation_id=invitation_id,
        )
        return Approved(member.full_name)

    return await office.perform(caller, "approve_join", body, outcome=Approved)


async def refuse(caller: Caller, office: Office, *, request_id: int) -> None:
    """Say that it is nobody of the unit; the stranger hears so politely, and nothing more.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, GONE_ON.
    """

    def body(connection: Connection) -> None:
        request = _demand_waiting(connection, caller, request_id)
        _decide(connection, office, caller, request, to=JoinState.REFUSED)

    await office.perform(caller, "refuse_join", body, outcome=type(None))


def answer(connection: Connection, office: Office, request: JoinRequest) -> None:
    """Owe the stranger word of what became of the request."""
    deliveries.add(
        connection,
        NewDelivery(
            once_key=f"join:{request.id}:answer",
            address_id=request.address_id,
            purpose=Purpose.JOIN_ANSWER,
            due_at=office.clock.machine(),
            lane=Lane.REPLY,
            repeat=Repeat.ONCE,
            subject=request.id,
        ),
    )


def _demand_waiting(connection: Connection, caller: Caller, request_id: int) -> JoinRequest:
    demand(caller, LEADERS_OF_A_UNIT | {Role.ADMIN})
    request = join_requests.by_id(connection, request_id)
    if request is None or not may_decide(caller, request):
        raise Refused(Refusal.NOT_ALLOWED)
    if request.state is not JoinState.WAITING or not request.is_complete:
        raise Refused(Refusal.GONE_ON)
    return request


def _demand_unreached(connection: Connection, office: Office, caller: Caller, member_id: int) -> Member:
    member = demand_invitable(connection, office, caller, member_id)
    is_admin = caller.door is Door.COMMAND_LINE or caller.has({Role.ADMIN})
    if not is_admin and grants.of_member(connection, member_id, now=office.clock.now()):
        raise Refused(Refusal.NOT_ALLOWED)
    if people.addresses_of(connection, member_id) and not member.on_paper:
        raise Refused(Refusal.GONE_ON)
    return member


def _demand_free(connection: Connection, address_id: int) -> None:
    address = people.address(connection, address_id)
    owner_id = None if address is None else address.member_id
    owner = None if owner_id is None else people.member(connection, owner_id)
    if address is None or (owner is not None and owner.left_at is None):
        raise Refused(Refusal.GONE_ON)


def _decide(
    connection: Connection,
    office: Office,
    caller: Caller,
    request: JoinRequest,
    *,
    to: JoinState,
    member: Member | None = None,
    invitation_id: int | None = None,
) -> None:
    member_id = None if member is None else member.id
    if not join_requests.decide(
        connection,
        request.id,
        state=to,
        now=office.clock.now(),
        decided_by=caller.member_id,
        member_id=member_id,
        invitation_id=invitation_id,
    ):
        raise Refused(Refusal.GONE_ON)
    line = entry(
        caller,
        office,
        thing=join_requests.THING,
        thing_id=request.id,
        from_state=JoinState.WAITING,
        to_state=to,
        member_id=member_id,
        unit_id=request.unit_id if member is None else member.unit_id,
    )
    history.append(connection, line)
    answer(connection, office, request)
