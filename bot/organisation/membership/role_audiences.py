"""Who holds a role gets what is in force for its holders; who no longer does keeps what was asked of them."""

from collections.abc import Sequence

from bot.access import Caller, Door
from bot.audience import Audience
from bot.office import Office
from bot.organisation.membership.joining_late import ask_late
from storage.database import Connection
from storage.publication import joining_late


def ask_holders(connection: Connection, office: Office, caller: Caller, *, member_ids: Sequence[int]) -> int:
    """Ask these members of what is in force for the holders of a role that they hold by now.

    Returns:
        How many obligations are new.
    """
    now = office.clock.now()
    return ask_late(connection, office, caller, member_ids=member_ids, now=now, by=_goes_by_roles)


async def ask_new_holders(office: Office) -> int:
    """Ask those whose role has begun; the clock knocks here, and a second knock changes nothing.

    Returns:
        How many obligations are new.
    """

    def waiting(connection: Connection) -> list[int]:
        return _waiting(connection, office)

    if not await office.database.read(waiting):
        return 0
    clock = Caller(member_id=None, door=Door.CLOCK)

    def body(connection: Connection) -> int:
        return ask_holders(connection, office, clock, member_ids=_waiting(connection, office))

    return await office.perform(clock, "ask who holds a role now", body, outcome=int)


def _goes_by_roles(rule: Audience) -> bool:
    return bool(rule.roles)


def _waiting(connection: Connection, office: Office) -> list[int]:
    now = office.clock.now()
    found: set[int] = set()
    for rule, publication_ids in joining_late.rules_in_force(connection).items():
        if rule.roles:
            found |= joining_late.new_holders(connection, rule, publication_ids, now=now)
    return sorted(found)
