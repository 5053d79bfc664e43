"""Coming in: a link says whose page it is, a one-time code proves that its member holds it."""

from dataclasses import dataclass, field
from datetime import timedelta

from bot.access import Caller, Door
from bot.errors import Refusal, Refused
from bot.logs import get
from bot.office import Office
from bot.organisation.addresses.new_ways import tell_elsewhere
from bot.organisation.joining.makers import stands_by
from bot.organisation.web_inbox import secrets_kept
from bot.organisation.web_inbox.chats import chat_for_codes
from bot.organisation.web_inbox.consenting import bind, has_consented
from bot.organisation.web_inbox.noting import note
from bot.organisation.web_inbox.sessions import SESSION_FOR
from bot.organisation.web_inbox.ways import Way, way_of
from storage.database import Connection
from storage.joining import code_tries
from storage.organisation import grants, organisation, people
from storage.states import Platform
from storage.web_inbox import web_inboxes, web_sessions

log = get(__name__)

_WRONG_TRIES = 5
_A_DAY, _WRONG_IN_A_DAY = timedelta(days=1), 20
# Over all links: no single one gets this far. Where many are on the roster, many mistype.
_A_WHILE, _WRONG_IN_A_WHILE, _MEMBERS_FOR_ONE = timedelta(minutes=15), 60, 20


@dataclass(frozen=True)
class Doorstep:
    """What somebody without a session sees of a link: no name.

    Args:
        member_id: whose page it is, for comparing with a session.
        publication_id: which publication it leads to, if it does.
        chat: the messenger to which a code can be sent, if there is one.
        file_name: of the file it leads to; empty: to none. Shown in its member's session only.
    """

    member_id: int
    publication_id: int | None
    chat: Platform | None
    file_name: str = ""


@dataclass(frozen=True)
class Entered:
    """A browser has shown link and code.

    Args:
        leads_on: the link leads to one thing, not to the whole page.
        token: for its cookie; a new one each time, whatever the browser brought along.
    """

    member_id: int
    leads_on: bool
    token: str = field(repr=False)


async def look(office: Office, token: str) -> Doorstep:
    """What the link leads to; nothing changes: previews and scanners open links too.

    Raises:
        Refused: NOT_FOUND, LINK_ENDED, FILE_GONE.
    """

    def body(connection: Connection) -> Doorstep:
        way = way_of(connection, office, token)
        chat = chat_for_codes(connection, way.member.id)
        return Doorstep(
            member_id=way.member.id,
            publication_id=way.publication_id,
            chat=None if chat is None else chat.platform,
            file_name=way.file.name if way.file else "",
        )

    return await office.database.read(body)


async def enter(office: Office, token: str, *, connection_id: int, typed: str) -> Entered:
    """Use a one-time code up and begin a session.

    Each wrong try is counted on the member's open codes, which end after five; twenty in a day end the
    trying at this member's links. At everybody's links sixty in a quarter of an hour do, or one for each
    twenty members where that is more.

    Args:
        office: the office.
        token: of the link.
        connection_id: the web connection.
        typed: the code as typed.

    Raises:
        Refused: NOT_FOUND, LINK_ENDED, FILE_GONE, WEB_CODE_WRONG, WEB_CODES_REST.
    """
    begun = secrets_kept.new_token()

    def body(connection: Connection) -> Entered | None:
        way = way_of(connection, office, token)
        # Tries that come at the same moment are counted one after the other; a role that is being given at
        # this moment is waited for.
        grants.hold_member(connection, way.member.id)
        _demand_not_guessing(connection, office, way)
        if not _use(connection, office, way, typed):
            return None
        _begin(connection, office, way, connection_id=connection_id, token=begun)
        leads_on = way.publication_id is not None or way.file is not None
        return Entered(way.member.id, leads_on, begun)

    # A wrong try is kept, so it is no refusal inside the transaction.
    entered = await office.database.transaction(body)
    office.bell.ring()
    if entered is None:
        raise Refused(Refusal.WEB_CODE_WRONG)
    return entered


def _demand_not_guessing(connection: Connection, office: Office, way: Way) -> None:
    now = office.clock.now()
    here = web_inboxes.wrong_tries(connection, since=now - _A_DAY, member_id=way.member.id)
    everywhere = web_inboxes.wrong_tries(connection, since=now - _A_WHILE)
    most = max(_WRONG_IN_A_WHILE, code_tries.on_roster(connection) // _MEMBERS_FOR_ONE)
    if here >= _WRONG_IN_A_DAY or everywhere >= most:
        log.warning("codes of the web inbox are tried too often", member=way.member.id, everywhere=everywhere)
        raise Refused(Refusal.WEB_CODES_REST)


def _use(connection: Connection, office: Office, way: Way, typed: str) -> bool:
    now = office.clock.now()
    member = way.member
    offered = secrets_kept.hash_of_code(office.key, secrets_kept.read(typed), member_id=member.id)
    codes = web_inboxes.open_codes(connection, member.id, now=now, most_tries=_WRONG_TRIES)
    right = next((code for code in codes if secrets_kept.equal(code.code_hash, offered)), None)
    if right is not None and not stands_by(connection, office, made_by=right.made_by, member_id=member.id):
        right = None
    if right is not None and web_inboxes.use_code(connection, right.id, now=now):
        note(
            connection,
            office,
            _as(member.id),
            member,
            thing=web_inboxes.CODE,
            things=[right.id],
            was="open",
            to="used",
        )
        return True
    web_inboxes.count_wrong(connection, [code.id for code in codes])
    tried = [code.id for code in codes] or [0]
    note(connection, office, _NOBODY, member, thing=web_inboxes.CODE, things=tried[:1], to=web_inboxes.WRONG)
    log.warning("wrong code at a link of the web inbox", member=member.id)
    return False


def _begin(connection: Connection, office: Office, way: Way, *, connection_id: int, token: str) -> None:
    now = office.clock.now()
    member = way.member
    address_id = web_sessions.page_of(connection, connection_id=connection_id, member_id=member.id)
    if address_id is None:
        address_id = organisation.address_for(
            connection,
            connection_id=connection_id,
            chat_id=secrets_kept.new_chat_id(),
            is_group=False,
            now=now,
        )
    session_id = web_sessions.add_session(
        connection,
        member_id=member.id,
        address_id=address_id,
        token_hash=secrets_kept.hash_of_token(office.key, token),
        now=now,
        ends_at=now + SESSION_FOR,
    )
    caller = _as(member.id, address_id=address_id)
    note(connection, office, caller, member, thing=web_sessions.SESSION, things=[session_id], to="open")
    tell_elsewhere(
        connection, office, member=member, address_id=address_id, came_by=f"web_session:{session_id}"
    )
    if way.link_id is not None and web_inboxes.open_link(connection, way.link_id, now=now):
        note(
            connection,
            office,
            caller,
            member,
            thing=web_inboxes.LINK,
            things=[way.link_id],
            was="open",
            to="opened",
        )
    address = people.address(connection, address_id)
    if address is not None and address.member_id is None and has_consented(connection, member):
        bind(connection, office, caller, member=member, address_id=address_id)


_NOBODY = Caller(member_id=None, door=Door.WEB)


def _as(member_id: int, *, address_id: int | None = None) -> Caller:
    return Caller(member_id=member_id, door=Door.WEB, address_id=address_id)
