"""Who would no longer take a topic, looked at before it is changed."""

from dataclasses import asdict, dataclass

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.topics.changing import Changes
from bot.organisation.topics.listing import CHANGE_TOPICS, Holds, demand_open_topic, holds_of, unit_holds_in
from storage.audience import audiences
from storage.database import Connection
from storage.organisation import organisation
from storage.organisation.topics import Topic


@dataclass(frozen=True)
class Leaving:
    """What a change would do.

    Args:
        amount: how many take the topic now and would not.
        was_mandatory: nobody can leave it now.
    """

    amount: int
    was_mandatory: bool


async def who_would_leave(
    caller: Caller, office: Office, *, topic_id: int, unit_id: int = 0, changes: Changes | None
) -> Leaving:
    """What would come of the changes; nothing is changed.

    Args:
        caller: who wants to change it.
        office: where.
        topic_id: the topic.
        unit_id: the unit for which it would hold; 0: the whole office.
        changes: what would hold; None: the unit's own setting goes.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, TOPIC_CLOSED.
    """
    demand(caller, CHANGE_TOPICS)

    def body(connection: Connection) -> Leaving:
        topic = demand_open_topic(connection, topic_id)
        before = unit_holds_in(connection, topic, unit_id).holds if unit_id else holds_of(topic)
        if changes is None:
            after = _from_above(connection, topic, unit_id)
        else:
            after = Holds(**(asdict(before) | changes.values()))
        amount = audiences.leaving(
            connection,
            topic_id,
            unit_id=unit_id,
            mandatory=after.mandatory,
            on_by_default=after.on_by_default,
        )
        return Leaving(amount, before.mandatory)

    return await office.database.read(body)


def _from_above(connection: Connection, topic: Topic, unit_id: int) -> Holds:
    unit = organisation.unit(connection, unit_id)
    if unit is None:
        raise Refused(Refusal.NOT_FOUND)
    if unit.parent_id is None:
        return holds_of(topic)
    return unit_holds_in(connection, topic, unit.parent_id).holds
