"""Joining: a code shows whom it will bind, consent is asked once, then the conversation is bound."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from bot.access import Caller, demand_member
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.consent import EVERYTHING
from bot.organisation.joining import binding, codes, guessing
from bot.organisation.joining.binding import Bound, bind, decline, demand_free, demand_open
from bot.organisation.joining.makers import stands_by
from storage import history
from storage.acknowledgement import obligations
from storage.database import Connection
from storage.joining import code_tries, invitations
from storage.organisation import organisation, people
from storage.states import Address, ConsentPurpose, MemberKind

DECIDES_WITHIN = timedelta(hours=1)
"""Six digits live for minutes; who typed them in time may read what they agree to without haste."""


@dataclass(frozen=True)
class Offer:
    """Whom a code will bind.

    Args:
        already: this conversation stands for that very person; nothing is left to do.
    """

    invitation_id: int
    full_name: str
    address_form: Address
    kind: MemberKind
    unit_name: str
    already: bool = False


@dataclass(frozen=True)
class Standing:
    """A member as the welcome needs them.

    Args:
        waiting: how many publications in force wait for their acknowledgement.
        already: they had joined before.
        follows: these come at once, in this conversation; else they stand in another one.
    """

    given_name: str
    address_form: Address
    waiting: int
    already: bool = False
    follows: bool = False


@dataclass(frozen=True)
class _Tried:
    """What a code came to; 0 where it leads nowhere."""

    invitation_id: int
    already: bool = False


async def show_invitation(caller: Caller, office: Office, *, code: str) -> Offer:
    """Say whom the code will bind; nothing is bound yet.

    A wrong code is counted: after five within a quarter of an hour every code from this conversation gets
    the same answer, right or wrong, until it has rested; after ten wrong six digits in a day, six digits do.
    When too many come in from everywhere, the admins hear of it (`bot.organisation.joining.guessing`).

    Raises:
        Refused: CODE_INVALID; SHORT_CODES_REST; ADDRESS_TAKEN when this account stands for somebody else.
    """
    address_id = _demand_address(caller)

    def body(connection: Connection) -> _Tried:
        return _try_code(connection, office, caller, code, address_id)

    tried = await office.perform(caller, "show_invitation", body, outcome=_Tried)
    if not tried.invitation_id:
        raise Refused(Refusal.CODE_INVALID)

    def read(connection: Connection) -> Offer:
        return _offer(connection, tried)

    return await office.database.read(read)


async def consent(
    caller: Caller,
    office: Office,
    *,
    invitation_id: int,
    purposes: Collection[ConsentPurpose] = EVERYTHING,
) -> Standing:
    """Bind this conversation to the member whom the invitation names, and record the consent.

    The purposes that were chosen have the notices among them: without these there is nothing to bind a
    conversation for (`refuse_consent`).

    Only a conversation that has named the code can do it. What is open for the member follows as cards.

    Raises:
        Refused: CODE_INVALID when it was used, revoked, has expired or was never shown here;
            ADDRESS_TAKEN when this conversation stands for somebody else.
    """
    address_id = _demand_address(caller)

    def body(connection: Connection) -> Bound:
        return bind(
            connection,
            office,
            caller,
            invitation_id=invitation_id,
            address_id=address_id,
            purposes=purposes,
        )

    bound = await office.perform(caller, "consent", body, outcome=Bound)

    def read(connection: Connection) -> Standing:
        return _standing(connection, bound.member_id, already=bound.already, follows=bound.follow > 0)

    return await office.database.read(read)


async def offered(caller: Caller, office: Office, *, invitation_id: int) -> Offer:
    """The invitation that this conversation has named, while it can still be answered.

    Raises:
        Refused: CODE_INVALID.
    """
    address_id = _demand_address(caller)

    def body(connection: Connection) -> Offer:
        demand_open(connection, office, invitation_id, address_id)
        return _offer(connection, _Tried(invitation_id))

    return await office.database.read(body)


async def waiting_offer(caller: Caller, office: Office) -> Offer | None:
    """The invitation that this conversation named last, while it waits for an answer."""
    address_id = _demand_address(caller)

    def body(connection: Connection) -> Offer | None:
        invitation_id = invitations.shown_last(connection, address_id=address_id)
        if invitation_id is None:
            return None
        try:
            demand_open(connection, office, invitation_id, address_id)
            return _offer(connection, _Tried(invitation_id))
        except Refused:
            return None

    return await office.database.read(body)


async def refuse_consent(caller: Caller, office: Office, *, invitation_id: int) -> None:
    """Use the invitation up without binding: word reaches this member on paper. Nothing else is kept.

    A member who joined from another conversation stays reachable there.

    Raises:
        Refused: CODE_INVALID.
    """
    address_id = _demand_address(caller)

    def body(connection: Connection) -> None:
        decline(connection, office, caller, invitation_id=invitation_id, address_id=address_id)

    await office.perform(caller, "refuse_consent", body, outcome=type(None))


async def give_back(caller: Caller, office: Office, *, invitation_id: int) -> None:
    """Say that the code names somebody else: nothing is bound, and nobody is put on paper by it.

    Raises:
        Refused: CODE_INVALID.
    """
    address_id = _demand_address(caller)

    def body(connection: Connection) -> None:
        binding.give_back(connection, office, caller, invitation_id=invitation_id, address_id=address_id)

    await office.perform(caller, "give_back", body, outcome=type(None))


async def standing(caller: Caller, office: Office) -> Standing:
    """The caller, for a short welcome back.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Standing:
        return _standing(connection, member_id, already=True)

    return await office.database.read(body)


def _demand_address(caller: Caller) -> int:
    if caller.address_id is None:
        raise Refused(Refusal.NOT_ALLOWED)
    return caller.address_id


def _try_code(connection: Connection, office: Office, caller: Caller, code: str, address_id: int) -> _Tried:
    now = office.clock.now()
    if guessing.rests(connection, office, address_id):
        return _Tried(0)
    written = codes.read(code)
    is_short = written is not None and codes.is_short(written)
    thing = code_tries.SHORT if is_short else code_tries.THING
    if is_short:
        if guessing.short_rests(connection, office, address_id):
            return _Tried(0)
        guessing.demand_short_rested(connection, office)
    found = None if written is None else invitations.by_hash(connection, codes.hash_of(office.key, written))
    if found is not None and caller.member_id is None and not found.is_open(now):
        # The office made it, and it came too late: a slip of this person's, no guess over all conversations.
        thing = code_tries.THING
    address = people.address(connection, address_id)
    if found is not None and found.member_id == caller.member_id:
        return _Tried(found.id, already=True)
    if (
        found is None
        # Six digits can be guessed: a member does not learn that they are somebody's.
        or (is_short and caller.member_id is not None)
        or not found.is_open(now)
        or address is None
        or address.is_group
        or not stands_by(connection, office, made_by=found.made_by, member_id=found.member_id)
    ):
        guessing.note_wrong(connection, office, caller, address_id, thing=thing)
        return _Tried(0)
    demand_free(connection, caller, address_id, member_id=found.member_id)
    if found.short and not invitations.take_short(
        connection, found.id, address_id=address_id, until=now + DECIDES_WITHIN
    ):
        guessing.note_wrong(connection, office, caller, address_id, thing=thing)
        return _Tried(0)
    history.append(
        connection,
        entry(
            caller,
            office,
            thing=invitations.THING,
            thing_id=found.id,
            from_state="open",
            to_state=invitations.SHOWN,
            detail=str(address_id),
        ),
    )
    return _Tried(found.id)


def _offer(connection: Connection, tried: _Tried) -> Offer:
    invitation = invitations.by_id(connection, tried.invitation_id)
    member = None if invitation is None else people.member(connection, invitation.member_id)
    unit = None if member is None else organisation.unit(connection, member.unit_id)
    if member is None or unit is None or member.left_at is not None:
        raise Refused(Refusal.CODE_INVALID)
    return Offer(
        invitation_id=tried.invitation_id,
        full_name=member.full_name,
        address_form=member.address_form,
        kind=member.kind,
        unit_name=unit.name,
        already=tried.already,
    )


def _standing(connection: Connection, member_id: int, *, already: bool, follows: bool = False) -> Standing:
    member = people.member(connection, member_id)
    if member is None:
        raise Refused(Refusal.NOT_FOUND)
    waiting = obligations.open_ones(connection, member_id=member_id)
    return Standing(member.given_name, member.address_form, len(waiting), already, follows)
