"""From a conversation to who speaks in it, with the roles in force now."""

from bot.access import Caller, Door, Grant
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.addresses.reachability import address_changed
from storage.database import Connection
from storage.organisation import organisation, people
from storage.organisation.people import Reach
from storage.states import AddressState


async def address_for(office: Office, *, connection_id: int, chat_id: str, is_group: bool = False) -> int:
    """The number of the conversation that somebody speaks in; an unknown one is noted, to be answered.

    Who speaks can be written to: a conversation that was thought closed is open again.
    """

    def look(connection: Connection) -> Reach | None:
        return people.address_at(connection, connection_id, chat_id)

    def note(connection: Connection) -> int:
        return organisation.address_for(
            connection,
            connection_id=connection_id,
            chat_id=chat_id,
            is_group=is_group,
            now=office.clock.now(),
        )

    known = await office.database.read(look)
    if known is None:
        return await office.database.transaction(note)
    if known.state is not AddressState.ACTIVE:
        await address_changed(office, connection_id, chat_id, blocked=False)
    return known.id


async def caller_of(
    office: Office, *, connection_id: int, chat_id: str, door: Door, knock: int | None = None
) -> Caller:
    """Who speaks in this conversation; a stranger has no member id."""

    def body(connection: Connection) -> Caller:
        return who(connection, office, connection_id=connection_id, chat_id=chat_id, door=door, knock=knock)

    return await office.database.read(body)


async def caller_of_member(office: Office, member_id: int, *, door: Door) -> Caller:
    """The member as a caller without a conversation.

    Raises:
        Refused: NOT_FOUND, when nobody on the roster has this number.
    """

    def body(connection: Connection) -> Caller:
        if not _on_roster(connection, member_id):
            raise Refused(Refusal.NOT_FOUND)
        return Caller(
            member_id=member_id, door=door, grants=grants_of(connection, office, member_id=member_id)
        )

    return await office.database.read(body)


def who(
    connection: Connection,
    office: Office,
    *,
    connection_id: int,
    chat_id: str,
    door: Door,
    knock: int | None = None,
) -> Caller:
    """As `caller_of`, inside a transaction."""
    address = people.address_at(connection, connection_id, chat_id)
    address_id = None if address is None else address.id
    member_id = None if address is None or address.is_group else address.member_id
    if member_id is None or not _on_roster(connection, member_id):
        # Who has left is nobody here any more, whatever conversation they still hold.
        return Caller(member_id=None, door=door, address_id=address_id, knock=knock)
    return Caller(
        member_id=member_id,
        door=door,
        grants=grants_of(connection, office, member_id=member_id),
        address_id=address_id,
        knock=knock,
    )


def grants_of(connection: Connection, office: Office, *, member_id: int) -> tuple[Grant, ...]:
    """The roles the member holds now, each with its unit and all below it."""
    return tuple(
        Grant(held.role, held.unit_id, people.units_below(connection, held.unit_id))
        for held in people.roles_of(connection, member_id, now=office.clock.now())
    )


def _on_roster(connection: Connection, member_id: int) -> bool:
    member = people.member(connection, member_id)
    return member is not None and member.left_at is None
