"""What a unit and all below it have instead of the topic's own; the nearest unit upwards decides."""

from dataclasses import asdict

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.topics.changing import Changes
from bot.organisation.topics.listing import CHANGE_TOPICS, demand_open_topic, demand_open_unit, unit_holds_in
from storage import history
from storage.database import Connection
from storage.organisation import topics
from storage.organisation.topics import Setting

_OWN, _FROM_ABOVE = "own", "from_above"


async def set_for_unit(
    caller: Caller, office: Office, *, topic_id: int, unit_id: int, changes: Changes
) -> None:
    """Have these hold for the unit and all below it; what is not named stays as it came from above.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND (also for a closed unit), TOPIC_CLOSED, TOO_LONG.
    """
    demand(caller, CHANGE_TOPICS)
    values = changes.values()

    def body(connection: Connection) -> None:
        topic = demand_open_topic(connection, topic_id)
        demand_open_unit(connection, office, unit_id)
        before = unit_holds_in(connection, topic, unit_id)
        wanted = asdict(before.holds) | values
        if before.is_own and wanted == asdict(before.holds):
            return
        topics.set_for_unit(connection, Setting(topic_id=topic_id, unit_id=unit_id, **wanted))
        was = _OWN if before.is_own else _FROM_ABOVE
        _note(connection, caller, office, topic_id, unit_id, was, _OWN, detail=",".join(sorted(values)))

    await office.perform(caller, "set topic for unit", body, outcome=type(None))


async def remove_for_unit(caller: Caller, office: Office, *, topic_id: int, unit_id: int) -> None:
    """Let the unit have again what holds above it.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, TOPIC_CLOSED; GONE_ON where it has nothing of its own.
    """
    demand(caller, CHANGE_TOPICS)

    def body(connection: Connection) -> None:
        demand_open_topic(connection, topic_id)
        if not topics.remove_for_unit(connection, topic_id=topic_id, unit_id=unit_id):
            raise Refused(Refusal.GONE_ON)
        _note(connection, caller, office, topic_id, unit_id, _OWN, _FROM_ABOVE)

    await office.perform(caller, "remove topic from unit", body, outcome=type(None))


def _note(
    connection: Connection,
    caller: Caller,
    office: Office,
    topic_id: int,
    unit_id: int,
    before: str,
    after: str,
    *,
    detail: str = "",
) -> None:
    line = entry(
        caller,
        office,
        thing="topic_setting",
        thing_id=topic_id,
        from_state=before,
        to_state=after,
        unit_id=unit_id,
        detail=detail,
    )
    history.append(connection, line)
