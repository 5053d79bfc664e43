"""What the office keeps about the person who asks."""

from dataclasses import dataclass

from bot.access import Caller, demand_member
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.privacy.agreeing import Agreed, agreed_of
from storage.database import Connection
from storage.organisation import organisation, people
from storage.privacy import consents
from storage.states import Address, AddressState, MemberKind, Platform, Role


@dataclass(frozen=True)
class OwnRole:
    """A role one holds, and for which unit."""

    role: Role
    unit_name: str


@dataclass(frozen=True)
class OwnConversation:
    """One of one's conversations."""

    platform: Platform
    state: AddressState


@dataclass(frozen=True)
class OwnRecord:
    """Everything about oneself that stands on the roster.

    Args:
        consents: how one stands to each purpose; empty for who was never asked.
    """

    full_name: str
    address_form: Address
    kind: MemberKind
    position: str
    unit_name: str
    roles: tuple[OwnRole, ...]
    conversations: tuple[OwnConversation, ...]
    consents: tuple[Agreed, ...]


async def own_record(caller: Caller, office: Office) -> OwnRecord:
    """The caller's own data, nobody else's.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> OwnRecord:
        member = people.member(connection, member_id)
        if member is None:
            raise Refused(Refusal.NOT_FOUND)
        return OwnRecord(
            full_name=member.full_name,
            address_form=member.address_form,
            kind=member.kind,
            position=member.position,
            unit_name=_unit_name(connection, member.unit_id),
            roles=_roles(connection, office, member_id),
            conversations=tuple(
                OwnConversation(one.platform, one.state)
                for one in organisation.conversations_of(connection, member_id)
            ),
            consents=agreed_of(connection, office, member)
            if consents.consents_of(connection, member_id)
            else (),
        )

    return await office.database.read(body)


def _roles(connection: Connection, office: Office, member_id: int) -> tuple[OwnRole, ...]:
    return tuple(
        OwnRole(held.role, _unit_name(connection, held.unit_id))
        for held in people.roles_of(connection, member_id, now=office.clock.now())
    )


def _unit_name(connection: Connection, unit_id: int) -> str:
    unit = organisation.unit(connection, unit_id)
    if unit is None:
        raise Refused(Refusal.NOT_FOUND)
    return unit.name
