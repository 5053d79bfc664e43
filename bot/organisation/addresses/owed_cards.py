"""What was published while a member could not be reached arrives when they can be."""

from collections.abc import Sequence

from bot.office import Office
from bot.organisation.membership.joining_late import MOST_CARDS
from storage.acknowledgement import obligations
from storage.acknowledgement.obligations import OwedCard
from storage.database import Connection
from storage.delivery import deliveries, held_back
from storage.delivery.deliveries import RANKS, NewDelivery
from storage.states import Lane, Purpose, Repeat, Urgency


def queue_owed_cards(
    connection: Connection,
    office: Office,
    *,
    member_id: int,
    address_id: int,
    lane: Lane = Lane.REPLY,
) -> int:
    """Owe the member the cards of their open obligations that stand in no conversation of theirs yet.

    More than three become one message that lists them. They go out at once, as an answer does: the person
    has just come; with another lane, within the sending hours. What waits elsewhere for a month with room
    is looked at anew: there is another way to them.

    Returns:
        How many publications are told of.
    """
    held_back.look_at_again(connection, member_id, now=office.clock.machine())
    owed = obligations.owed_cards(connection, member_id)
    if len(owed) > MOST_CARDS:
        induction = _induction(office, owed, member_id=member_id, address_id=address_id, lane=lane)
        return len(owed) if deliveries.add_again(connection, induction) else 0
    return sum(
        deliveries.add_again(
            connection, _card(office, one, member_id=member_id, address_id=address_id, lane=lane)
        )
        for one in owed
    )


def _card(office: Office, owed: OwedCard, *, member_id: int, address_id: int, lane: Lane) -> NewDelivery:
    once_key = f"pub:{owed.publication_id}:v{owed.version}:m{member_id}:card"
    if owed.once_key_taken:
        # The one queued at publication did not arrive; another conversation has a key of its own.
        once_key = f"{once_key}:a{address_id}"
    return NewDelivery(
        once_key=once_key,
        address_id=address_id,
        purpose=Purpose.CARD,
        due_at=office.clock.machine(),
        lane=lane,
        urgency=owed.urgency,
        repeat=Repeat.ONCE if owed.urgency is Urgency.NORMAL else Repeat.THREE_TIMES,
        rank=RANKS[owed.urgency],
        publication_id=owed.publication_id,
        version=owed.version,
    )


def _induction(
    office: Office, owed: Sequence[OwedCard], *, member_id: int, address_id: int, lane: Lane
) -> NewDelivery:
    newest = max(one.id for one in owed)
    return NewDelivery(
        once_key=f"induction:m{member_id}:o{newest}:a{address_id}",
        address_id=address_id,
        purpose=Purpose.INDUCTION,
        due_at=office.clock.machine(),
        lane=lane,
        repeat=Repeat.ONCE,
        subject=newest,
    )
