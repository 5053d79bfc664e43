"""The first time: the member agrees, and the page becomes one of their conversations."""

from collections.abc import Collection

from bot.access import Caller, Door
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.addresses.owed_cards import queue_owed_cards
from bot.organisation.privacy.recording import give, put_on_paper
from bot.organisation.web_inbox.making import end
from bot.organisation.web_inbox.noting import note
from bot.organisation.web_inbox.sessions import Visitor
from storage.database import Connection
from storage.organisation import organisation, people
from storage.organisation.people import Member
from storage.privacy import consents
from storage.states import AddressState, ConsentPurpose
from storage.web_inbox import web_sessions


def has_consented(connection: Connection, member: Member) -> bool:
    """Whether the member agreed to get word, wherever they were asked, and has not taken it back."""
    given = consents.consents_of(connection, member.id)
    return not member.on_paper and any(
        one.purpose == ConsentPurpose.NOTICES and one.withdrawn_at is None for one in given
    )


async def consent(visitor: Visitor, office: Office, *, purposes: Collection[ConsentPurpose]) -> None:
    """Record what the member agrees to, and let the page stand for them; what is open follows as cards.

    Doing it twice changes nothing.

    Raises:
        Refused: EMPTY without the notices, for which the page is there; NOT_FOUND for who has left.
    """
    if ConsentPurpose.NOTICES not in purposes:
        raise Refused(Refusal.EMPTY)

    def body(connection: Connection) -> None:
        member = _demand_here(connection, visitor)
        address = people.address(connection, visitor.address_id)
        if address is not None and address.member_id == member.id and not member.on_paper:
            return
        caller = _caller(visitor)
        _bind(connection, office, caller, member=member, address_id=visitor.address_id)
        give(connection, office, caller, member=member, purposes=purposes, address_id=visitor.address_id)

    await office.database.transaction(body)
    office.bell.ring()


async def decline(visitor: Visitor, office: Office) -> None:
    """Word reaches the member on paper: link, codes and sessions end, and nothing is bound.

    A member who has a messenger stays reachable there.

    Raises:
        Refused: NOT_FOUND for who has left.
    """

    def body(connection: Connection) -> None:
        member = _demand_here(connection, visitor)
        caller = _caller(visitor)
        end(connection, office, caller, member=member)
        if not member.on_paper and not organisation.conversations_of(connection, member.id):
            put_on_paper(connection, office, member, on_paper=True)

    await office.database.transaction(body)
    office.bell.ring()


def bind(connection: Connection, office: Office, caller: Caller, *, member: Member, address_id: int) -> None:
    """Let the conversation stand for a member who has agreed before; the cards they are owed follow."""
    _bind(connection, office, caller, member=member, address_id=address_id)
    queue_owed_cards(connection, office, member_id=member.id, address_id=address_id)


def _bind(connection: Connection, office: Office, caller: Caller, *, member: Member, address_id: int) -> None:
    if web_sessions.bind_page(connection, address_id, member_id=member.id):
        note(
            connection,
            office,
            caller,
            member,
            thing="address",
            things=[address_id],
            to=AddressState.ACTIVE,
        )


def _demand_here(connection: Connection, visitor: Visitor) -> Member:
    member = people.member(connection, visitor.member_id)
    if member is None or member.left_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    return member


def _caller(visitor: Visitor) -> Caller:
    return Caller(member_id=visitor.member_id, door=Door.WEB, address_id=visitor.address_id)
