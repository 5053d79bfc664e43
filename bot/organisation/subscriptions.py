"""Which topics a member takes."""

from dataclasses import dataclass

from bot.access import Caller, demand_member
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from storage import history, people, topics
from storage.database import Connection
from storage.states import Address
from storage.topics import Topic


@dataclass(frozen=True)
class TopicLine:
    """One topic as its member sees it.

    Args:
        taken: whether they receive it.
        locked_because: who locked it and why; empty when they may choose.
    """

    id: int
    name: str
    taken: bool
    mandatory: bool
    locked_because: str


@dataclass(frozen=True)
class Subscriptions:
    """The caller's topics, in the office's order."""

    given_name: str
    address_form: Address
    topics: tuple[TopicLine, ...]


async def topics_of(caller: Caller, office: Office) -> Subscriptions:
    """The caller's own topics.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Subscriptions:
        member = people.member(connection, member_id)
        if member is None:
            raise Refused(Refusal.NOT_FOUND)
        chosen = topics.choices_of(connection, member_id)
        lines = tuple(_line(topic, chosen) for topic in topics.in_order(connection))
        return Subscriptions(member.given_name, member.address_form, lines)

    return await office.database.read(body)


async def subscribe(caller: Caller, office: Office, *, topic_id: int) -> None:
    """Take the topic from now on; again changes nothing.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED.
    """
    await _choose(caller, office, topic_id=topic_id, subscribed=True)


async def unsubscribe(caller: Caller, office: Office, *, topic_id: int) -> None:
    """Leave the topic; again changes nothing.

    Raises:
        Refused: MANDATORY, NOT_FOUND, NOT_ALLOWED.
    """
    await _choose(caller, office, topic_id=topic_id, subscribed=False)


async def _choose(caller: Caller, office: Office, *, topic_id: int, subscribed: bool) -> None:
    member_id = demand_member(caller)

    def body(connection: Connection) -> None:
        topic = topics.topic(connection, topic_id)
        if topic is None:
            raise Refused(Refusal.NOT_FOUND)
        before = _line(topic, topics.choices_of(connection, member_id)).taken
        if before == subscribed:
            return
        if topic.mandatory:
            raise Refused(Refusal.MANDATORY)
        topics.choose(
            connection,
            member_id=member_id,
            topic_id=topic_id,
            subscribed=subscribed,
            now=office.clock.now(),
        )
        history.append(
            connection,
            entry(
                caller,
                office,
                thing="subscription",
                thing_id=topic_id,
                from_state=_word(before),
                to_state=_word(subscribed),
                member_id=member_id,
            ),
        )

    step = "subscribe" if subscribed else "unsubscribe"
    await office.perform(caller, step, body, outcome=type(None))


def _line(topic: Topic, chosen: dict[int, bool]) -> TopicLine:
    taken = topic.mandatory or chosen.get(topic.id, topic.on_by_default)
    return TopicLine(topic.id, topic.name, taken, topic.mandatory, topic.locked_because)


def _word(subscribed: bool) -> str:
    return "subscribed" if subscribed else "left"
