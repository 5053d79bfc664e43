"""What was published while a member could not be reached arrives when they can be."""

from bot.office import Office
from storage import deliveries, invitations
from storage.database import Connection
from storage.deliveries import RANKS, NewDelivery
from storage.invitations import OwedCard
from storage.states import Lane, Purpose, Repeat, Urgency


def queue_owed_cards(connection: Connection, office: Office, *, member_id: int, address_id: int) -> int:
    """Owe the member the cards of their open obligations that stand in no conversation of theirs yet.

    They go out at once, as an answer does: the person has just come.

    Returns:
        How many were queued.
    """
    queued = 0
    for owed in invitations.owed_cards(connection, member_id):
        card = _card(office, owed, member_id=member_id, address_id=address_id)
        again = deliveries.queue_again(connection, card.once_key, now=card.due_at)
        queued += 1 if again else deliveries.add(connection, card)
    return queued


def _card(office: Office, owed: OwedCard, *, member_id: int, address_id: int) -> NewDelivery:
    once_key = f"pub:{owed.publication_id}:v{owed.version}:m{member_id}:card"
    if owed.once_key_taken:
        # The one queued at publication did not arrive; another conversation has a key of its own.
        once_key = f"{once_key}:a{address_id}"
    return NewDelivery(
        once_key=once_key,
        address_id=address_id,
        purpose=Purpose.CARD,
        due_at=office.clock.machine(),
        lane=Lane.REPLY,
        urgency=owed.urgency,
        repeat=Repeat.ONCE if owed.urgency is Urgency.NORMAL else Repeat.THREE_TIMES,
        rank=RANKS[owed.urgency],
        publication_id=owed.publication_id,
        version=owed.version,
    )
