"""A member's own conversations: which is written to first, and letting one go."""

from dataclasses import dataclass

from bot.access import Caller, demand_member
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.web_inbox import making
from storage import history
from storage.database import Connection
from storage.organisation import address_order, coverage, people
from storage.organisation.address_order import Bound
from storage.states import AddressState, Platform


@dataclass(frozen=True)
class OwnAddress:
    """One of one's conversations.

    Args:
        is_first: what comes goes here first.
        is_here: the caller speaks from it.
        name: of its connection, where the platform alone does not tell it from the others.
    """

    id: int
    platform: Platform
    state: AddressState
    is_first: bool
    is_here: bool
    name: str


@dataclass(frozen=True)
class Order:
    """One's conversations, the one that is written to first before the others."""

    addresses: tuple[OwnAddress, ...]


@dataclass(frozen=True)
class Removed:
    """A conversation that was let go, or that needs a second word.

    Args:
        is_last: nothing else of the member's can be written to.
        is_done: it stands for nobody now; otherwise the member has to say it again.
    """

    platform: Platform
    is_last: bool
    is_done: bool


async def own_addresses(caller: Caller, office: Office) -> Order:
    """The caller's conversations in their order.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)
    return await office.database.read(lambda connection: _own(connection, caller, member_id))


async def put_first(caller: Caller, office: Office, *, address_id: int) -> Order:
    """Have this conversation written to before the caller's others.

    Raises:
        Refused: NOT_ALLOWED for a stranger; NOT_FOUND where it is not one of the caller's.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Order:
        if not address_order.put_first(connection, address_id, member_id=member_id):
            raise Refused(Refusal.NOT_FOUND)
        _note(connection, office, caller, member_id, address_id, was="", to="first")
        return _own(connection, caller, member_id)

    return await office.perform(caller, "put_first", body, outcome=Order)


async def remove(caller: Caller, office: Office, *, address_id: int, although_last: bool) -> Removed:
    """Let a conversation of the caller's go: it stands for nobody from then on.

    What waits to go out there goes to the next one. The last that can be written to goes only when said so.
    With a page on the web every browser is logged out, and its links and codes end.

    Raises:
        Refused: NOT_ALLOWED for a stranger; NOT_FOUND where it is not one of the caller's.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Removed:
        own = address_order.of_member(connection, member_id)
        found = next((one for one in own if one.id == address_id), None)
        if found is None:
            raise Refused(Refusal.NOT_FOUND)
        others = [one for one in people.addresses_of(connection, member_id) if one.id != address_id]
        if not others and found.state is AddressState.ACTIVE and not although_last:
            return Removed(found.platform, is_last=True, is_done=False)
        if others:
            address_order.move_queued(connection, address_id, member_id=member_id, to_address_id=others[0].id)
        address_order.unbind(connection, address_id, member_id=member_id)
        _note(connection, office, caller, member_id, address_id, was=found.state, to=coverage.REMOVED)
        if found.platform is Platform.WEB:
            _log_browsers_out(connection, office, caller, member_id)
        return Removed(found.platform, is_last=not others, is_done=True)

    return await office.perform(caller, "remove_address", body, outcome=Removed)


def _log_browsers_out(connection: Connection, office: Office, caller: Caller, member_id: int) -> None:
    member = people.member(connection, member_id)
    if member is not None:
        making.end(connection, office, caller, member=member)


def _own(connection: Connection, caller: Caller, member_id: int) -> Order:
    found = address_order.of_member(connection, member_id)
    first = next((one.id for one in found if one.state is AddressState.ACTIVE), None)
    return Order(
        tuple(
            OwnAddress(
                id=one.id,
                platform=one.platform,
                state=one.state,
                is_first=one.id == first,
                is_here=one.id == caller.address_id,
                name=one.connection_name if _has_twin(one, found) else "",
            )
            for one in found
        )
    )


def _has_twin(one: Bound, found: list[Bound]) -> bool:
    return any(
        other.platform is one.platform and other.connection_name != one.connection_name for other in found
    )


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    member_id: int,
    address_id: int,
    *,
    was: str,
    to: str,
) -> None:
    line = entry(
        caller,
        office,
        thing="address",
        thing_id=address_id,
        from_state=was,
        to_state=to,
        member_id=member_id,
    )
    history.append(connection, line)
