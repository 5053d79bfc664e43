"""To whom the link of a card belongs, and whether it still leads anywhere."""

from dataclasses import dataclass

from bot.access import Caller, Door
from bot.errors import Refusal, Refused
from bot.messages.links import CardLink, LinkForged, Links
from bot.office import Office
from storage.database import Connection
from storage.organisation import people
from storage.organisation.people import Member, Reach


@dataclass(frozen=True)
class Way:
    """What a genuine link says that is still good.

    Args:
        member: whose card it stood in; they are on the roster.
        address: the conversation to which it was sent, still theirs.
        publication_id: the one publication that it lets them see and answer.
    """

    member: Member
    address: Reach
    publication_id: int

    @property
    def caller(self) -> Caller:
        """Who stands on the page: the member without any role, since a link may have been passed on."""
        return Caller(member_id=self.member.id, door=Door.LINK, address_id=self.address.id)


def card_of(office: Office, token: str) -> CardLink:
    """What a genuine link to a card says, without a look at the database.

    Raises:
        Refused: NOT_FOUND for what is no card's link of this office.
    """
    try:
        found = Links(office.key).read(token)
    except LinkForged:
        raise Refused(Refusal.NOT_FOUND) from None
    if not isinstance(found, CardLink):
        raise Refused(Refusal.NOT_FOUND)
    return found


def way_of(connection: Connection, office: Office, token: str) -> Way:
    """To whom this link belongs; a conversation that is blocked is still theirs.

    Raises:
        Refused: NOT_FOUND for what is no card's link of this office; LINK_ENDED for one whose time is over,
            whose conversation is no longer the member's, or whose member has left.
    """
    found = card_of(office, token)
    member = people.member(connection, found.member_id)
    address = people.address(connection, found.address_id)
    is_over = office.clock.now() >= found.until
    if is_over or member is None or member.left_at is not None:
        raise Refused(Refusal.LINK_ENDED)
    if address is None or address.is_group or address.member_id != member.id:
        raise Refused(Refusal.LINK_ENDED)
    return Way(member, address, found.publication_id)
