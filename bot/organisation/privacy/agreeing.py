"""A member gives or withdraws consent, purpose by purpose; both hold at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller, demand_member
from bot.delivery import queueing
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.consent import PURPOSES, goes_abroad, holds, text_version
from bot.organisation.privacy import recording
from bot.organisation.privacy.asking import record_done
from storage.database import Connection
from storage.organisation import people
from storage.organisation.people import Member
from storage.privacy import consents, data_requests
from storage.states import Address, ConsentPurpose, DataRequest, Lane, MemberKind, Purpose


@dataclass(frozen=True)
class Agreed:
    """How a member stands to one purpose.

    Args:
        given_at: when the consent in force was given (office time); None: there is none.
        is_old: the words have changed since.
        withdrawn_at: when they withdrew it last; None: they have not, or agree again.
    """

    purpose: ConsentPurpose
    given_at: datetime | None
    is_old: bool
    withdrawn_at: datetime | None


@dataclass(frozen=True)
class OwnConsent:
    """What the caller agreed to, in the order of the words."""

    address_form: Address
    kind: MemberKind
    purposes: tuple[Agreed, ...]

    @property
    def in_force(self) -> frozenset[ConsentPurpose]:
        """What they agree to."""
        return frozenset(one.purpose for one in self.purposes if one.given_at is not None)

    @property
    def to_give(self) -> frozenset[ConsentPurpose]:
        """What they do not agree to, or to earlier words only."""
        return frozenset(one.purpose for one in self.purposes if one.given_at is None or one.is_old)

    @property
    def has_old(self) -> bool:
        """Whether they agreed to something in words that have changed since."""
        return any(one.is_old for one in self.purposes)


async def own_consent(caller: Caller, office: Office) -> OwnConsent:
    """What the caller agreed to.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> OwnConsent:
        member = _member(connection, member_id)
        return OwnConsent(member.address_form, member.kind, agreed_of(connection, office, member))

    return await office.database.read(body)


async def give(caller: Caller, office: Office, *, purposes: Collection[ConsentPurpose]) -> None:
    """Agree to these purposes from now on, in today's words.

    Raises:
        Refused: NOT_ALLOWED, when no member or no conversation stands behind the call.
    """
    member_id, address_id = demand_member(caller), caller.address_id
    if address_id is None:
        raise Refused(Refusal.NOT_ALLOWED)

    def body(connection: Connection) -> None:
        member = _member(connection, member_id)
        recording.give(connection, office, caller, member=member, purposes=purposes, address_id=address_id)

    await office.perform(caller, "give_consent", body, outcome=type(None))


async def withdraw(
    caller: Caller, office: Office, *, purposes: Collection[ConsentPurpose]
) -> frozenset[ConsentPurpose]:
    """Agree no longer to these purposes: nothing more is sent for them, not even what is queued.

    Returns:
        Those that were in force.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> list[ConsentPurpose]:
        member = _member(connection, member_id)
        gone = recording.end(connection, office, caller, member=member, purposes=purposes)
        if gone:
            record_done(connection, office, caller, member_id=member_id, request=DataRequest.WITHDRAW)
        return recording.agreed_in_order(gone)

    ended = await office.perform(caller, "withdraw_consent", body, outcome=list[ConsentPurpose])
    return frozenset(ended)


async def ask_anew(caller: Caller, office: Office) -> None:
    """Show who has just spoken the words once more, once, where they agreed to earlier ones.

    Until they answer, their consent to the earlier words holds.
    """
    member_id = caller.member_id
    if member_id is None or caller.address_id is None:
        return

    def look(connection: Connection) -> str:
        member = people.member(connection, member_id)
        if member is None or not any(one.is_old for one in agreed_of(connection, office, member)):
            return ""
        once_key = f"consent:m{member_id}:{text_version(member.kind, abroad=goes_abroad(office))}"
        return "" if data_requests.queued(connection, [once_key]) else once_key

    def ask(connection: Connection) -> None:
        queueing.to_member(
            connection,
            office,
            member_id=member_id,
            once_key=once_key,
            purpose=Purpose.DATA_ANSWER,
            lane=Lane.REPLY,
        )

    once_key = await office.database.read(look)
    if once_key:
        await office.database.transaction(ask)
        office.bell.ring()


def agreed_of(connection: Connection, office: Office, member: Member) -> tuple[Agreed, ...]:
    """How the member stands to each purpose."""
    given = consents.consents_of(connection, member.id)
    abroad = goes_abroad(office)
    return tuple(
        _agreed([one for one in given if one.purpose == purpose], purpose, member.kind, abroad=abroad)
        for purpose in PURPOSES
    )


def _agreed(
    given: list[consents.Consent], purpose: ConsentPurpose, kind: MemberKind, *, abroad: bool
) -> Agreed:
    held = next((one for one in reversed(given) if one.withdrawn_at is None), None)
    if held is None:
        ended = max((one.withdrawn_at for one in given if one.withdrawn_at), default=None)
        return Agreed(purpose, None, is_old=False, withdrawn_at=ended)
    is_old = not holds(held.text_version, kind, abroad=abroad)
    return Agreed(purpose, held.given_at, is_old=is_old, withdrawn_at=None)


def _member(connection: Connection, member_id: int) -> Member:
    member = people.member(connection, member_id)
    if member is None or member.left_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    return member
