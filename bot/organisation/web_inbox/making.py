"""A link and a one-time code for a member's page, to be handed over by who may invite them; ending them."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from io import BytesIO

import segno

from bot.access import Caller, demand_member
from bot.errors import Refusal, Refused
from bot.messages.links import PATH, Links
from bot.office import Office
from bot.organisation.joining.inviting import demand_invitable
from bot.organisation.web_inbox import secrets_kept
from bot.organisation.web_inbox.noting import note
from storage import files
from storage.database import Connection
from storage.organisation import people
from storage.organisation.people import Member
from storage.states import Address
from storage.web_inbox import web_inboxes, web_sessions

LINK_FOR = timedelta(days=90)
PAPER_CODE_FOR = timedelta(days=7)
"""Long enough to be carried to somebody's home."""
_PICTURE_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Made:
    """A way to a member's page, shown this once.

    Args:
        url: the link; it opens nothing without a code.
        code: as a person types it.
        link_ends_at: of the link (office time).
        code_ends_at: of the code.
        picture_id: the link as a QR code, a PNG among the files.
    """

    member_id: int
    full_name: str
    address_form: Address
    link_ends_at: datetime
    code_ends_at: datetime
    picture_id: int
    url: str = field(repr=False)
    code: str = field(repr=False)


@dataclass(frozen=True)
class OwnLink:
    """The way to the caller's own page; a code is sent to their chat when they open it."""

    ends_at: datetime
    url: str = field(repr=False)


async def make(caller: Caller, office: Office, *, member_id: int) -> Made:
    """Make a link and a code for the member's page; earlier ones end, open browsers stay.

    An admin and the command line do it for anybody; a secretary or deputy for the members of the units
    they lead, except those who hold a role: whoever has both acts as that person.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED; NO_WEB_INBOX while the office has no address on the web.
    """
    _demand_web(office)
    code = secrets_kept.new_code()

    def body(connection: Connection) -> Made:
        now = office.clock.now()
        member = demand_invitable(connection, office, caller, member_id)
        _end_ways(connection, office, caller, member)
        url = _new_link(connection, office, caller, member)
        code_id = web_inboxes.add_code(
            connection,
            member_id=member_id,
            code_hash=secrets_kept.hash_of_code(office.key, code, member_id=member_id),
            made_by=caller.member_id,
            now=now,
            expires_at=now + PAPER_CODE_FOR,
        )
        note(connection, office, caller, member, thing=web_inboxes.CODE, things=[code_id], to="open")
        return Made(
            member_id=member_id,
            full_name=member.full_name,
            address_form=member.address_form,
            link_ends_at=now + LINK_FOR,
            code_ends_at=now + PAPER_CODE_FOR,
            picture_id=files.keep(
                connection, _picture(url), media_type="image/png", now=now, until_at=now + _PICTURE_FOR
            ),
            url=url,
            code=secrets_kept.shown(code),
        )

    # Without the knock: its recorded outcome would keep the code in clear. A second run ends the first one's.
    return await office.perform(replace(caller, knock=None), "web_link", body, outcome=Made)


async def own_link(caller: Caller, office: Office) -> OwnLink:
    """A link to the caller's own page; earlier ones end.

    Raises:
        Refused: NOT_ALLOWED for a stranger; NO_WEB_INBOX while the office has no address on the web.
    """
    member_id = demand_member(caller)
    _demand_web(office)

    def body(connection: Connection) -> OwnLink:
        member = _demand_on_roster(connection, member_id)
        ended = web_inboxes.revoke_links(connection, member_id=member_id, now=office.clock.now())
        note(
            connection, office, caller, member, thing=web_inboxes.LINK, things=ended, was="open", to="revoked"
        )
        return OwnLink(office.clock.now() + LINK_FOR, _new_link(connection, office, caller, member))

    return await office.perform(caller, "own_web_link", body, outcome=OwnLink)


async def end_everything(caller: Caller, office: Office, *, member_id: int) -> int:
    """End the member's links and codes, and log every browser out; by themselves, or by who may invite them.

    Returns:
        How many browsers were logged out.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED.
    """

    def body(connection: Connection) -> int:
        if caller.member_id == member_id:
            member = _demand_on_roster(connection, member_id)
        else:
            member = demand_invitable(connection, office, caller, member_id)
        return end(connection, office, caller, member=member)

    return await office.perform(caller, f"end_web_inbox {member_id}", body, outcome=int)


def end(connection: Connection, office: Office, caller: Caller, *, member: Member) -> int:
    """As `end_everything`, in the transaction of what makes it needed (leaving, erasing); asks no rights."""
    _end_ways(connection, office, caller, member)
    ended = web_sessions.end_sessions(connection, member_id=member.id, now=office.clock.now())
    note(connection, office, caller, member, thing=web_sessions.SESSION, things=ended, was="open", to="ended")
    return len(ended)


def _end_ways(connection: Connection, office: Office, caller: Caller, member: Member) -> None:
    now = office.clock.now()
    links = web_inboxes.revoke_links(connection, member_id=member.id, now=now)
    codes = web_inboxes.revoke_codes(connection, member_id=member.id, now=now)
    note(connection, office, caller, member, thing=web_inboxes.LINK, things=links, was="open", to="revoked")
    note(connection, office, caller, member, thing=web_inboxes.CODE, things=codes, was="open", to="revoked")


def _new_link(connection: Connection, office: Office, caller: Caller, member: Member) -> str:
    now = office.clock.now()
    link_id = web_inboxes.add_link(
        connection, member_id=member.id, made_by=caller.member_id, now=now, expires_at=now + LINK_FOR
    )
    note(connection, office, caller, member, thing=web_inboxes.LINK, things=[link_id], to="open")
    return f"{office.settings.web.public_url}{PATH}/{Links(office.key).inbox(link_id)}"


def _demand_web(office: Office) -> None:
    if not office.settings.web.public_url:
        raise Refused(Refusal.NO_WEB_INBOX)


def _demand_on_roster(connection: Connection, member_id: int) -> Member:
    member = people.member(connection, member_id)
    if member is None or member.left_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    return member


def _picture(url: str) -> bytes:
    picture = BytesIO()
    segno.make(url, error="m", micro=False).save(picture, kind="png", scale=8, border=4)
    return picture.getvalue()
