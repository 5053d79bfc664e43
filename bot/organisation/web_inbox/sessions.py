"""Who sits before a browser that has been here before."""

from dataclasses import dataclass
from datetime import timedelta

from bot.access import Caller, Door
from bot.office import Office
from bot.organisation.callers import grants_of
from bot.organisation.web_inbox import secrets_kept
from bot.organisation.web_inbox.noting import note
from storage.database import Connection
from storage.organisation import organisation, people
from storage.organisation.people import Member, Reach
from storage.states import Address, MemberKind
from storage.web_inbox import web_sessions
from storage.web_inbox.web_sessions import Session

SESSION_FOR = timedelta(days=30)
"""Since the member was last here."""
# Often enough for thirty days, seldom enough that reading does not write each time.
_NOTED_EVERY = timedelta(hours=1)


@dataclass(frozen=True)
class Visitor:
    """The member in whose session a request came.

    Args:
        chat_id: of their conversation on the web connection.
        has_agreed: False: the page has to ask for their consent first, and shows nothing else.
        caller: who they are to every use case.
    """

    session_id: int
    member_id: int
    address_id: int
    chat_id: str
    full_name: str
    given_name: str
    address_form: Address
    kind: MemberKind
    unit_name: str
    has_agreed: bool
    caller: Caller


async def visitor_of(office: Office, token: str) -> Visitor | None:
    """Whose session this is; None when it never was, was ended, lapsed, or its member has left.

    Args:
        office: the office.
        token: from the cookie.
    """
    if not token:
        return None
    token_hash = secrets_kept.hash_of_token(office.key, token)

    def body(connection: Connection) -> tuple[Visitor, Session] | None:
        session = web_sessions.session_of(connection, token_hash, now=office.clock.now())
        visitor = None if session is None else _visitor(connection, office, session)
        return None if session is None or visitor is None else (visitor, session)

    found = await office.database.read(body)
    if found is None:
        return None
    visitor, session = found
    if office.clock.now() - session.seen_at >= _NOTED_EVERY:
        await _prolong(office, session)
    return visitor


async def leave(visitor: Visitor, office: Office) -> None:
    """End this session; the member's other browsers stay."""

    def body(connection: Connection) -> None:
        member = people.member(connection, visitor.member_id)
        ended = web_sessions.end_session(connection, visitor.session_id, now=office.clock.now())
        if ended and member is not None:
            note(
                connection,
                office,
                visitor.caller,
                member,
                thing=web_sessions.SESSION,
                things=[visitor.session_id],
                was="open",
                to="ended",
            )

    await office.database.transaction(body)


def _visitor(connection: Connection, office: Office, session: Session) -> Visitor | None:
    member = people.member(connection, session.member_id)
    address = people.address(connection, session.address_id)
    unit = None if member is None else organisation.unit(connection, member.unit_id)
    if member is None or address is None or unit is None or not _belongs(member, address):
        return None
    return Visitor(
        session_id=session.id,
        member_id=member.id,
        address_id=address.id,
        chat_id=address.chat_id,
        full_name=member.full_name,
        given_name=member.given_name,
        address_form=member.address_form,
        kind=member.kind,
        unit_name=unit.name,
        has_agreed=address.member_id == member.id,
        caller=Caller(
            member_id=member.id,
            door=Door.WEB,
            grants=grants_of(connection, office, member_id=member.id),
            address_id=address.id,
        ),
    )


def _belongs(member: Member, address: Reach) -> bool:
    return member.left_at is None and address.member_id in {None, member.id}


async def _prolong(office: Office, session: Session) -> None:
    now = office.clock.now()

    def body(connection: Connection) -> None:
        web_sessions.prolong(connection, session.id, now=now, ends_at=now + SESSION_FOR)

    await office.database.transaction(body)
