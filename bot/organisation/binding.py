"""What happens when an invitation is answered: bound with consent, or put onto the paper list."""

from dataclasses import dataclass

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.consent import ConsentPurpose, text_version
from bot.organisation.owed_cards import queue_owed_cards
from storage import history, invitations, organisation, people
from storage.database import Connection
from storage.invitations import Invitation
from storage.people import Member, Reach
from storage.states import AddressState


@dataclass(frozen=True)
class Bound:
    """Whom a conversation stands for now.

    Args:
        already: it did before this press.
    """

    member_id: int
    already: bool


def bind(
    connection: Connection, office: Office, caller: Caller, *, invitation_id: int, address_id: int
) -> Bound:
    """Use the invitation up for this conversation.

    Raises:
        Refused: CODE_INVALID, ADDRESS_TAKEN.
    """
    invitation, member, address = _demand_shown(connection, invitation_id, address_id)
    owner_id = _owner_on_roster(connection, address)
    if owner_id == member.id and invitation.used_by == address_id:
        return Bound(member.id, already=True)
    if owner_id not in {None, member.id}:
        raise Refused(Refusal.ADDRESS_TAKEN)
    now = office.clock.now()
    if not invitations.use(connection, invitation_id, address_id=address_id, now=now):
        raise Refused(Refusal.CODE_INVALID)
    if not organisation.bind_address(
        connection, address_id, member_id=member.id, seen_owner=address.member_id
    ):
        raise Refused(Refusal.ADDRESS_TAKEN)
    invitations.record_consents(
        connection,
        member_id=member.id,
        purposes=[purpose.value for purpose in ConsentPurpose],
        text_version=text_version(member.kind),
        address_id=address_id,
        now=now,
    )
    _leave_paper(connection, office, caller, member)
    _note(connection, office, caller, member, thing=invitations.THING, thing_id=invitation_id, to="used")
    _note(connection, office, caller, member, thing="address", thing_id=address_id, to=AddressState.ACTIVE)
    queue_owed_cards(connection, office, member_id=member.id, address_id=address_id)
    return Bound(member.id, already=False)


def decline(
    connection: Connection, office: Office, caller: Caller, *, invitation_id: int, address_id: int
) -> None:
    """Use the invitation up without binding anything.

    Raises:
        Refused: CODE_INVALID.
    """
    _, member, _ = _demand_shown(connection, invitation_id, address_id)
    # The conversation is not written down: who refuses leaves no trace of their account.
    if not invitations.use(connection, invitation_id, address_id=None, now=office.clock.now()):
        raise Refused(Refusal.CODE_INVALID)
    # The same word as after a consent: history does not tell who refused.
    _note(connection, office, caller, member, thing=invitations.THING, thing_id=invitation_id, to="used")
    if not member.on_paper and not organisation.conversations_of(connection, member.id):
        organisation.set_on_paper(connection, member.id, on_paper=True)
        _note(connection, office, caller, member, thing="member", thing_id=member.id, to="on_paper")


def _demand_shown(
    connection: Connection, invitation_id: int, address_id: int
) -> tuple[Invitation, Member, Reach]:
    invitation = invitations.by_id(connection, invitation_id)
    address = people.address(connection, address_id)
    member = None if invitation is None else people.member(connection, invitation.member_id)
    if invitation is None or member is None or member.left_at is not None:
        raise Refused(Refusal.CODE_INVALID)
    if address is None or address.is_group:
        raise Refused(Refusal.CODE_INVALID)
    if not invitations.was_shown(connection, invitation_id, address_id=address_id):
        raise Refused(Refusal.CODE_INVALID)
    return invitation, member, address


def _owner_on_roster(connection: Connection, address: Reach) -> int | None:
    owner = None if address.member_id is None else people.member(connection, address.member_id)
    return None if owner is None or owner.left_at is not None else owner.id


def _leave_paper(connection: Connection, office: Office, caller: Caller, member: Member) -> None:
    if member.on_paper:
        organisation.set_on_paper(connection, member.id, on_paper=False)
        _note(
            connection,
            office,
            caller,
            member,
            thing="member",
            thing_id=member.id,
            to="reached",
            was="on_paper",
        )


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    member: Member,
    *,
    thing: str,
    thing_id: int,
    to: str,
    was: str = "",
) -> None:
    history.append(
        connection,
        entry(
            caller,
            office,
            thing=thing,
            thing_id=thing_id,
            from_state=was,
            to_state=to,
            member_id=member.id,
            unit_id=member.unit_id,
        ),
    )
