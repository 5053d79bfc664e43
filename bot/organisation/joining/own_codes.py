"""A code that somebody types where it does nothing: they are connected there already, and it is theirs."""

from dataclasses import dataclass

from bot.access import Caller
from bot.office import Office
from bot.organisation.connections.spreading import Place, more_ways
from bot.organisation.joining import codes
from storage.database import Connection
from storage.joining import invitations
from storage.organisation import people
from storage.states import Address, Platform


@dataclass(frozen=True)
class Elsewhere:
    """Where a member's own code belongs.

    Args:
        place: the bot to which it has to be typed, where one is known.
        others: further platforms on which they are not yet, where there is no such bot.
    """

    given_name: str
    address_form: Address
    place: Place | None
    others: tuple[Platform, ...]


async def belongs_elsewhere(caller: Caller, office: Office, *, typed: str) -> Elsewhere | None:
    """Where the code is to be typed, if it is the caller's own and still good; None for anything else.

    Of nobody else's code a member learns anything, so nothing is counted as a guess.
    """
    member_id, code = caller.member_id, codes.read(typed)
    if member_id is None or code is None:
        return None

    def body(connection: Connection) -> Elsewhere | None:
        found = invitations.by_hash(connection, codes.hash_of(office.key, code))
        if found is None or found.member_id != member_id or not found.is_open(office.clock.now()):
            return None
        member = people.member(connection, member_id)
        if member is None:
            return None
        ways = more_ways(connection, office, member_id)
        return Elsewhere(member.given_name, member.address_form, ways.place, ways.others)

    return await office.database.read(body)
