"""To whom a link belongs, and where it leads."""

from dataclasses import dataclass

from bot.errors import Refusal, Refused
from bot.messages.links import DocumentLink, FileLink, InboxLink, LinkForged, Links, tag_of
from bot.office import Office
from storage import files
from storage.database import Connection
from storage.organisation import people
from storage.organisation.people import Member
from storage.web_inbox import web_inboxes


@dataclass(frozen=True)
class Way:
    """What a genuine link says.

    Args:
        member: whose it is; they are on the roster.
        link_id: the row of a link to the whole page; None for a link to one thing.
        publication_id: what it leads to, if that is a publication.
        file: what it leads to, if that is a file.
    """

    member: Member
    link_id: int | None = None
    publication_id: int | None = None
    file: FileLink | None = None


def way_of(connection: Connection, office: Office, token: str) -> Way:
    """To whom this link belongs.

    Raises:
        Refused: NOT_FOUND for what is no link of this office, and for whoever has left: one answer, no
            information; LINK_ENDED for a genuine one that has expired or was revoked, or whose conversation
            is no longer the member's; FILE_GONE for one to a file that is no longer kept.
    """
    try:
        found = Links(office.key).read(token)
    except LinkForged:
        raise Refused(Refusal.NOT_FOUND) from None
    match found:
        case InboxLink():
            return _to_the_page(connection, office, found)
        case DocumentLink():
            member = _on_roster(connection, found.member_id)
            _demand(office.clock.now() < found.until)
            return Way(member, publication_id=found.publication_id)
        case FileLink():
            return _to_a_file(connection, office, found)
    # The link of a card leads elsewhere.
    raise Refused(Refusal.NOT_FOUND)


def _to_the_page(connection: Connection, office: Office, found: InboxLink) -> Way:
    row = web_inboxes.link(connection, found.link_id)
    if row is None:
        raise Refused(Refusal.NOT_FOUND)
    member = _on_roster(connection, row.member_id)
    _demand(row.is_open(office.clock.now()))
    return Way(member, row.id)


def _to_a_file(connection: Connection, office: Office, found: FileLink) -> Way:
    member = _on_roster(connection, found.member_id)
    address = people.address(connection, found.address_id)
    _demand(address is not None and address.member_id == member.id)
    kept = files.hash_of(connection, found.file_id, now=office.clock.now())
    # Its number may stand for another file by now.
    if kept is None or tag_of(bytes.fromhex(kept)) != found.tag:
        raise Refused(Refusal.FILE_GONE)
    return Way(member, file=found)


def _demand(is_open: bool) -> None:
    if not is_open:
        raise Refused(Refusal.LINK_ENDED)


def _on_roster(connection: Connection, member_id: int) -> Member:
    member = people.member(connection, member_id)
    if member is None or member.left_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    return member
