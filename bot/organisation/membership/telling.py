"""News of the roster to those who lead the units concerned."""

from collections.abc import Collection

from bot.access import Caller
from bot.acknowledgement.passing_on import leaders_above
from bot.delivery import queueing
from bot.office import Office
from storage.database import Connection
from storage.states import Purpose, Repeat


def tell_leaders(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    news: str,
    unit_ids: Collection[int],
    about: Collection[int],
) -> int:
    """Owe one message to each who leads the nearest unit upwards of these; not to the caller.

    Args:
        connection: the transaction of the change itself.
        office: the office.
        caller: who made the change.
        news: says what it is, the same for all; `bot.organisation.membership.composers` reads it again.
        unit_ids: the units concerned.
        about: the members whom it is about: they are not told through their role.

    Returns:
        How many are told.
    """
    leaders = {
        leader
        for unit_id in unit_ids
        for leader in leaders_above(connection, office, unit_id=unit_id, but=None)
        if leader != caller.member_id and leader not in about
    }
    return sum(
        queueing.to_member(
            connection,
            office,
            member_id=leader,
            once_key=f"{news}:m{leader}",
            purpose=Purpose.ROSTER_NEWS,
            repeat=Repeat.ONCE,
        )
        for leader in sorted(leaders)
    )
