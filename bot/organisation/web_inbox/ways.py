"""To whom a link belongs, and where it leads."""

from dataclasses import dataclass

from bot.errors import Refusal, Refused
from bot.messages.links import InboxLink, LinkForged, Links
from bot.office import Office
from storage import people, web_inboxes
from storage.database import Connection
from storage.people import Member


@dataclass(frozen=True)
class Way:
    """What a genuine link says.

    Args:
        member: whose it is; they are on the roster.
        link_id: the row of a link to the whole page; None for a link to one publication.
        publication_id: what it leads to; None for the whole page.
    """

    member: Member
    link_id: int | None
    publication_id: int | None


def way_of(connection: Connection, office: Office, token: str) -> Way:
    """To whom this link belongs.

    Raises:
        Refused: NOT_FOUND for what is no link of this office, and for whoever has left: one answer, no
            information; LINK_ENDED for a genuine one that has expired or was revoked.
    """
    try:
        found = Links(office.key).read(token)
    except LinkForged:
        raise Refused(Refusal.NOT_FOUND) from None
    now = office.clock.now()
    if isinstance(found, InboxLink):
        row = web_inboxes.link(connection, found.link_id)
        if row is None:
            raise Refused(Refusal.NOT_FOUND)
        way = Way(_on_roster(connection, row.member_id), row.id, None)
        is_open = row.is_open(now)
    else:
        way = Way(_on_roster(connection, found.member_id), None, found.publication_id)
        is_open = now < found.until
    if not is_open:
        raise Refused(Refusal.LINK_ENDED)
    return way


def _on_roster(connection: Connection, member_id: int) -> Member:
    member = people.member(connection, member_id)
    if member is None or member.left_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    return member
