"""Who hears of outages, and where: never so that the news uses up the month of another bot."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.access import LEADERS_OF_A_UNIT
from bot.delivery.lines import open_lines
from bot.delivery.quotas.standing import standing_at
from bot.office import Office
from storage.database import Connection
from storage.organisation import people
from storage.states import Role

TOLD = LEADERS_OF_A_UNIT | {Role.ADMIN, Role.COMMITTEE_LEADER}


@dataclass(frozen=True)
class Hearer:
    """Somebody who is to hear of it.

    Args:
        address_id: where.
    """

    member_id: int
    address_id: int


def hearers(connection: Connection, office: Office, *, among: Collection[int] | None = None) -> list[Hearer]:
    """Who leads, and who looks after the machine (of these members; None: all), each with where they hear.

    On a connection whose month is limited only admins do. The others hear on one that is not, if they have
    such; if not, the cards that they get name whom to call.
    """
    held = people.holders(connection, TOLD, now=office.clock.now())
    admins = {member_id for member_id, one in held if one.role is Role.ADMIN}
    free = [
        line.id for line in open_lines(connection, office) if standing_at(connection, office, line.id) is None
    ]
    found = []
    for member_id in dict.fromkeys(member_id for member_id, _ in held):
        if among is not None and member_id not in among:
            continue
        ways = people.addresses_of(connection, member_id)
        fits = [way.id for way in ways if way.connection_id in free]
        if member_id in admins:
            fits = [way.id for way in ways]
        if fits:
            found.append(Hearer(member_id, fits[0]))
    return found
