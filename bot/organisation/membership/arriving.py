"""What follows when people come onto the roster."""

from collections.abc import Mapping

from bot.access import Caller
from bot.office import Office
from bot.organisation.membership.joining_late import ask_late
from bot.organisation.membership.session_lists import follow
from storage.database import Connection


def arrive(connection: Connection, office: Office, caller: Caller, *, units: Mapping[int, int]) -> int:
    """Ask the new members of everything in force, and put them on the lists of the sessions ahead.

    Flat for a whole roster: call it once for all who came in a transaction, not once for each.

    Args:
        connection: the transaction in which they came.
        office: the office.
        caller: through whom.
        units: the unit of each new member.

    Returns:
        How many obligations are new.
    """
    follow(connection, office, caller, units=units)
    return ask_late(connection, office, caller, member_ids=sorted(units), now=office.clock.now())
