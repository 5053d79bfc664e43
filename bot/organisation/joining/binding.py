"""What happens when an invitation is answered: bound with consent, or put onto the paper list."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.addresses.new_ways import tell_elsewhere
from bot.organisation.addresses.owed_cards import queue_owed_cards
from bot.organisation.consent import EVERYTHING
from bot.organisation.joining.makers import stands_by
from bot.organisation.privacy.recording import put_on_paper, record_answer
from storage import history
from storage.database import Connection
from storage.joining import invitation_lists, invitations, join_requests
from storage.joining.invitations import Invitation
from storage.organisation import address_order, grants, organisation, people
from storage.organisation.people import Member, Reach
from storage.states import AddressState, ConsentPurpose, JoinState


@dataclass(frozen=True)
class Bound:
    """Whom a conversation stands for now.

    Args:
        already: it did before this press.
        follow: how many publications in force follow at once, as cards or in one list.
    """

    member_id: int
    already: bool
    follow: int = 0


def bind(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    invitation_id: int,
    address_id: int,
    purposes: Collection[ConsentPurpose] = EVERYTHING,
) -> Bound:
    """Use the invitation up for this conversation, with consent to these purposes (the notices among them).

    Raises:
        Refused: CODE_INVALID, ADDRESS_TAKEN.
    """
    invitation, member, address = _demand_shown(connection, invitation_id, address_id)
    owner_id = _owner_on_roster(connection, address)
    if owner_id == member.id and invitation.used_by == address_id:
        return Bound(member.id, already=True)
    if owner_id not in {None, member.id}:
        raise Refused(Refusal.ADDRESS_TAKEN)
    # A role that is being given at this moment is waited for.
    grants.hold_member(connection, member.id)
    _demand_stands(connection, office, invitation)
    _demand_nobody_elsewhere(connection, address_id, member_id=member.id)
    now = office.clock.now()
    if not invitations.use(connection, invitation_id, address_id=address_id, now=now):
        raise Refused(Refusal.CODE_INVALID)
    if not organisation.bind_address(
        connection, address_id, member_id=member.id, seen_owner=address.member_id
    ):
        raise Refused(Refusal.ADDRESS_TAKEN)
    record_answer(connection, office, caller, member=member, purposes=purposes, address_id=address_id)
    if member.on_paper:
        put_on_paper(connection, office, member, on_paper=False)
    _note(connection, office, caller, member, thing=invitations.THING, thing_id=invitation_id, to="used")
    _note(connection, office, caller, member, thing="address", thing_id=address_id, to=AddressState.ACTIVE)
    _close_the_rest(connection, office, caller, member, address_id=address_id)
    follow = queue_owed_cards(connection, office, member_id=member.id, address_id=address_id)
    if owner_id is None:
        tell_elsewhere(
            connection, office, member=member, address_id=address_id, came_by=f"invitation:{invitation_id}"
        )
    return Bound(member.id, already=False, follow=follow)


def decline(
    connection: Connection, office: Office, caller: Caller, *, invitation_id: int, address_id: int
) -> None:
    """Use the invitation up without binding anything.

    Raises:
        Refused: CODE_INVALID.
    """
    invitation, member, _ = _demand_shown(connection, invitation_id, address_id)
    _demand_stands(connection, office, invitation)
    # The conversation is not written down: who refuses leaves no trace of their account.
    if not invitations.use(connection, invitation_id, address_id=None, now=office.clock.now()):
        raise Refused(Refusal.CODE_INVALID)
    # The same word as after a consent: history does not tell who refused.
    _note(connection, office, caller, member, thing=invitations.THING, thing_id=invitation_id, to="used")
    if not member.on_paper and not organisation.conversations_of(connection, member.id):
        put_on_paper(connection, office, member, on_paper=True)


def give_back(
    connection: Connection, office: Office, caller: Caller, *, invitation_id: int, address_id: int
) -> None:
    """Note that the code is somebody else's: a long one stays good for them, six digits end.

    Raises:
        Refused: CODE_INVALID; also when it was answered already: then something was written.
    """
    demand_open(connection, office, invitation_id, address_id)
    invitation, member, _ = _demand_shown(connection, invitation_id, address_id)
    history.append(
        connection,
        entry(
            caller,
            office,
            thing=invitations.THING,
            thing_id=invitation_id,
            from_state=invitations.SHOWN,
            to_state=invitations.NOT_MINE,
            detail=str(address_id),
        ),
    )
    if invitation.short and invitation_lists.revoke(connection, invitation_id, now=office.clock.now()):
        _note(
            connection,
            office,
            caller,
            member,
            thing=invitations.THING,
            thing_id=invitation_id,
            to="revoked",
            was="open",
        )


def demand_open(connection: Connection, office: Office, invitation_id: int, address_id: int) -> None:
    """Refuse unless this conversation has named the invitation's code and it can still be answered.

    Raises:
        Refused: CODE_INVALID.
    """
    invitation, _, _ = _demand_shown(connection, invitation_id, address_id)
    if not invitation.is_open(office.clock.now()):
        raise Refused(Refusal.CODE_INVALID)
    _demand_stands(connection, office, invitation)


def demand_free(connection: Connection, caller: Caller, address_id: int, *, member_id: int) -> None:
    """Refuse where the account that speaks stands for somebody else, here or on another connection.

    Raises:
        Refused: ADDRESS_TAKEN.
    """
    if caller.member_id is not None:
        raise Refused(Refusal.ADDRESS_TAKEN)
    _demand_nobody_elsewhere(connection, address_id, member_id=member_id)


def _demand_stands(connection: Connection, office: Office, invitation: Invitation) -> None:
    # Whoever made it may have lost the right, or the member may have been given a role since.
    if not stands_by(connection, office, made_by=invitation.made_by, member_id=invitation.member_id):
        raise Refused(Refusal.CODE_INVALID)


def _demand_nobody_elsewhere(connection: Connection, address_id: int, *, member_id: int) -> None:
    # One person's account has the same number for every bot of a platform (bots/api#user).
    if set(address_order.other_owners(connection, address_id)) - {member_id}:
        raise Refused(Refusal.ADDRESS_TAKEN)


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
    if not invitations.is_shown(connection, invitation_id, address_id=address_id):
        raise Refused(Refusal.CODE_INVALID)
    return invitation, member, address


def _owner_on_roster(connection: Connection, address: Reach) -> int | None:
    owner = None if address.member_id is None else people.member(connection, address.member_id)
    return None if owner is None or owner.left_at is not None else owner.id


def _close_the_rest(
    connection: Connection, office: Office, caller: Caller, member: Member, *, address_id: int
) -> None:
    """End the member's other codes, on paper perhaps, and what this conversation had asked for."""
    now = office.clock.now()
    for invitation_id in invitations.revoke_unused(connection, member_id=member.id, now=now):
        _note(
            connection,
            office,
            caller,
            member,
            thing=invitations.THING,
            thing_id=invitation_id,
            to="revoked",
            was="open",
        )
    asked = join_requests.waiting_of(connection, address_id)
    if asked is not None:
        join_requests.decide(connection, asked.id, state=JoinState.LAPSED, now=now, decided_by=None)
        _note(
            connection,
            office,
            caller,
            member,
            thing=join_requests.THING,
            thing_id=asked.id,
            to=JoinState.LAPSED,
            was=JoinState.WAITING,
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
