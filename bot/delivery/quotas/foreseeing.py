"""Of what was just queued: how many will wait for a month with room."""

from bot.delivery.quotas.standing import compulsory_waiting, standing_at
from bot.office import Office
from storage.database import Connection
from storage.delivery import held_back
from storage.states import Purpose

_ENOUGH = 10**6


def will_be_held(connection: Connection, office: Office, *, publication_id: int, purpose: Purpose) -> int:
    """How many messages about the publication, of a purpose that comes first, find no room this month.

    Some of them may go to another address of their member all the same.
    """
    held = 0
    for connection_id, amount in held_back.queued(connection, publication_id, purpose=purpose).items():
        standing = standing_at(connection, office, connection_id)
        if standing is None:
            continue
        left = max(0, standing.remaining - standing.kept_for_answers)
        waiting = compulsory_waiting(connection, office, connection_id, most=_ENOUGH)
        held += min(amount, max(0, waiting - left))
    return held
