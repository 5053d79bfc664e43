"""Adding a topic, renaming it, its place, what holds for it, closing it."""

from dataclasses import dataclass
from typing import Any

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.names import tidy
from bot.organisation.topics.listing import CHANGE_TOPICS, demand_open_topic, demand_topic
from bot.reading.folding import fold
from storage import history
from storage.database import Connection
from storage.organisation import topics
from storage.organisation.topics import Topic
from storage.states import Rhythm

LONGEST_NAME = 60
LONGEST_BECAUSE = 160
_OPEN, _CLOSED = "open", "closed"


@dataclass(frozen=True)
class Changes:
    """What is to hold; None leaves as it is.

    Args:
        mandatory: whether nobody can leave the topic.
        on_by_default: whether who was never asked takes it.
        rhythm: how it comes to who chose none.
        locked_because: who locked a mandatory topic and why, in words for the member.
    """

    mandatory: bool | None = None
    on_by_default: bool | None = None
    rhythm: Rhythm | None = None
    locked_because: str | None = None

    def values(self) -> dict[str, Any]:
        """What is named, by column.

        Raises:
            Refused: TOO_LONG.
        """
        named = {name: value for name, value in self.__dict__.items() if value is not None}
        if "locked_because" in named:
            named["locked_because"] = _limited(tidy(named["locked_because"]), LONGEST_BECAUSE)
        return named


async def add_topic(caller: Caller, office: Office, *, name: str) -> int:
    """Open a topic as the last of the list: free, not taken by who was never asked, at once.

    Raises:
        Refused: NOT_ALLOWED, EMPTY, TOO_LONG, SAME_TOPIC.
    """
    demand(caller, CHANGE_TOPICS)

    def body(connection: Connection) -> int:
        topic_id = topics.add(
            connection,
            name=_new_name(connection, name),
            mandatory=False,
            on_by_default=False,
            locked_because="",
        )
        _note(connection, caller, office, topic_id, "", _OPEN)
        return topic_id

    return await office.perform(caller, "add topic", body, outcome=int)


async def rename_topic(caller: Caller, office: Office, *, topic_id: int, name: str) -> None:
    """Call the topic by another name; the same name again changes nothing.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, TOPIC_CLOSED, EMPTY, TOO_LONG, SAME_TOPIC.
    """
    demand(caller, CHANGE_TOPICS)

    def body(connection: Connection) -> None:
        topic = demand_open_topic(connection, topic_id)
        wanted = _new_name(connection, name, besides=topic_id)
        if wanted == topic.name:
            return
        topics.change(connection, topic_id, name=wanted)
        _note(connection, caller, office, topic_id, _OPEN, _OPEN, detail="renamed")

    await office.perform(caller, "rename topic", body, outcome=type(None))


async def change_topic(caller: Caller, office: Office, *, topic_id: int, changes: Changes) -> None:
    """Have these hold from now on, where no unit has something of its own.

    What a member chose stays, and counts again as soon as the topic is not mandatory any more.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, TOPIC_CLOSED, TOO_LONG.
    """
    demand(caller, CHANGE_TOPICS)
    values = changes.values()

    def body(connection: Connection) -> None:
        topic = demand_open_topic(connection, topic_id)
        new = {name: value for name, value in values.items() if getattr(topic, name) != value}
        if not new:
            return
        topics.change(connection, topic_id, **new)
        _note(connection, caller, office, topic_id, _OPEN, _OPEN, detail=",".join(sorted(new)))

    await office.perform(caller, "change topic", body, outcome=type(None))


async def move_topic(caller: Caller, office: Office, *, topic_id: int, up: bool) -> None:
    """Put the topic one place up or down in the list; at the end of it nothing happens.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, TOPIC_CLOSED.
    """
    demand(caller, CHANGE_TOPICS)

    def body(connection: Connection) -> None:
        demand_open_topic(connection, topic_id)
        order = [topic.id for topic in topics.in_order(connection)]
        place = order.index(topic_id)
        other = place + (-1 if up else 1)
        if not 0 <= other < len(order):
            return
        order[place], order[other] = order[other], order[place]
        # All anew: two that share a place (from before, or by a race) come apart.
        for position, one in enumerate(order, start=1):
            topics.change(connection, one, position=position)
        _note(connection, caller, office, topic_id, _OPEN, _OPEN, detail="moved")

    await office.perform(caller, "move topic", body, outcome=type(None))


async def close_topic(caller: Caller, office: Office, *, topic_id: int) -> None:
    """Offer the topic no longer; what was published under it stays.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, TOPIC_CLOSED when it is closed already.
    """
    demand(caller, CHANGE_TOPICS)

    def body(connection: Connection) -> None:
        demand_topic(connection, topic_id)
        if not topics.close(connection, topic_id, now=office.clock.now()):
            raise Refused(Refusal.TOPIC_CLOSED)
        _note(connection, caller, office, topic_id, _OPEN, _CLOSED)

    await office.perform(caller, "close topic", body, outcome=type(None))


async def reopen_topic(caller: Caller, office: Office, *, topic_id: int) -> None:
    """Offer a closed topic again, with everything that was set and chosen; again changes nothing.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, CHANGE_TOPICS)

    def body(connection: Connection) -> None:
        demand_topic(connection, topic_id)
        if topics.reopen(connection, topic_id):
            _note(connection, caller, office, topic_id, _CLOSED, _OPEN)

    await office.perform(caller, "reopen topic", body, outcome=type(None))


def _new_name(connection: Connection, typed: str, *, besides: int = 0) -> str:
    name = tidy(typed)
    if not fold(name):
        raise Refused(Refusal.EMPTY)
    _limited(name, LONGEST_NAME)
    same = _same_name(topics.in_order(connection, with_closed=True), name, besides)
    if same is not None:
        raise Refused(Refusal.SAME_TOPIC, name=same.name)
    return name


def _same_name(found: list[Topic], name: str, besides: int) -> Topic | None:
    # As members type and remember them: accents and capitals make no other topic.
    return next((one for one in found if one.id != besides and fold(one.name) == fold(name)), None)


def _limited(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Refused(Refusal.TOO_LONG, limit=str(limit))
    return text


def _note(
    connection: Connection,
    caller: Caller,
    office: Office,
    topic_id: int,
    before: str,
    after: str,
    *,
    detail: str = "",
) -> None:
    line = entry(
        caller,
        office,
        thing="topic",
        thing_id=topic_id,
        from_state=before,
        to_state=after,
        detail=detail,
    )
    history.append(connection, line)
