"""Which topics a member takes, and how they come: at once, or gathered for a day or a week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller, demand_member
from bot.delivery.digest_days import digest_at, gathering, next_daily, next_weekly
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.delivery import digest_gathering, digests
from storage.organisation import organisation, people, topics
from storage.organisation.people import Member
from storage.organisation.topics import Choice, Setting, Topic
from storage.states import Address, Lane, MemberKind, Rhythm


@dataclass(frozen=True)
class TopicLine:
    """One topic as its member sees it.

    Args:
        taken: whether they receive it.
        rhythm: how what asks nothing of them comes.
        locked_by: the unit that made it mandatory, where it is not the whole office.
        locked_because: why it is mandatory, in the office's words; empty when they may choose, or where
            nobody wrote it down.
    """

    id: int
    name: str
    taken: bool
    mandatory: bool
    rhythm: Rhythm
    locked_by: str
    locked_because: str


@dataclass(frozen=True)
class Subscriptions:
    """The caller's topics, in the office's order.

    Args:
        is_candidate: not a member yet: no publication goes to them, only invitations.
    """

    member_id: int
    given_name: str
    address_form: Address
    is_candidate: bool
    topics: tuple[TopicLine, ...]


@dataclass(frozen=True)
class RhythmChosen:
    """What became of a choice of rhythm.

    Args:
        waiting: publications that had been put by.
        goes_at: when they come, or when the first digest does; None: at once.
    """

    rhythm: Rhythm
    waiting: int
    goes_at: datetime | None


async def topics_of(caller: Caller, office: Office) -> Subscriptions:
    """The caller's own topics.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Subscriptions:
        member = _member(connection, member_id)
        is_candidate = member.kind is MemberKind.CANDIDATE
        lines = () if is_candidate else tuple(lines_for(connection, member))
        return Subscriptions(member_id, member.given_name, member.address_form, is_candidate, lines)

    return await office.database.read(body)


def lines_for(connection: Connection, member: Member) -> list[TopicLine]:
    """The topics on offer as they stand for this member; the rule of `storage.audience.audiences.covered`."""
    nearest = topics.nearest_settings(connection, member.unit_id)
    chosen = topics.choices_of(connection, member.id)
    return [_line(connection, topic, nearest, chosen) for topic in topics.in_order(connection)]


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


async def set_rhythm(caller: Caller, office: Office, *, topic_id: int, rhythm: Rhythm) -> RhythmChosen:
    """Have what asks nothing of the caller come in this rhythm; what asks for acknowledgement never waits.

    Whoever goes back to "at once" gets what waits now, unless today's digest has been sent; whoever asks for
    it more often gets what waits with the next digest.

    Raises:
        Refused: NOT_FOUND (also for a topic they do not take), NOT_ALLOWED.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> RhythmChosen:
        before = _line_of(connection, member_id, topic_id)
        if not before.taken:
            raise Refused(Refusal.NOT_FOUND)
        if before.rhythm is not rhythm:
            topics.choose_rhythm(
                connection,
                member_id=member_id,
                topic_id=topic_id,
                subscribed=_kept_choice(connection, member_id, before),
                rhythm=rhythm,
                now=office.clock.now(),
            )
            _note(connection, caller, office, topic_id, before.rhythm, rhythm, detail="rhythm")
        return _bring_forward(connection, office, member_id, topic_id, rhythm)

    return await office.perform(caller, "set rhythm", body, outcome=RhythmChosen)


def _kept_choice(connection: Connection, member_id: int, line: TopicLine) -> bool:
    """Whoever left a topic before it became mandatory is not subscribed to it by asking for a digest."""
    chosen = topics.choices_of(connection, member_id).get(line.id)
    return line.taken if chosen is None else chosen.subscribed


def _bring_forward(
    connection: Connection, office: Office, member_id: int, topic_id: int, rhythm: Rhythm
) -> RhythmChosen:
    if rhythm is Rhythm.WEEKLY:
        return RhythmChosen(rhythm, 0, digest_at(office, next_weekly(office)))
    daily = next_daily(office)
    if rhythm is Rhythm.DAILY:
        digests.bring_forward(connection, member_id=member_id, topic_id=topic_id, due_on=daily)
        return RhythmChosen(rhythm, 0, digest_at(office, daily))
    now = gathering(office, member_id=member_id, lane=Lane.REPLY)
    had_one = digest_gathering.had_one_today(connection, now)
    due_on = daily if had_one else now.day
    waiting = digests.bring_forward(connection, member_id=member_id, topic_id=topic_id, due_on=due_on)
    if waiting and not had_one:
        digest_gathering.gather(connection, now)
    return RhythmChosen(rhythm, waiting, digest_at(office, daily) if waiting and had_one else None)


async def _choose(caller: Caller, office: Office, *, topic_id: int, subscribed: bool) -> None:
    member_id = demand_member(caller)

    def body(connection: Connection) -> None:
        before = _line_of(connection, member_id, topic_id)
        if before.taken == subscribed:
            return
        if before.mandatory:
            raise Refused(Refusal.MANDATORY)
        topics.choose(
            connection,
            member_id=member_id,
            topic_id=topic_id,
            subscribed=subscribed,
            now=office.clock.now(),
        )
        _note(connection, caller, office, topic_id, _word(before.taken), _word(subscribed))

    step = "subscribe" if subscribed else "unsubscribe"
    await office.perform(caller, step, body, outcome=type(None))


def _member(connection: Connection, member_id: int) -> Member:
    member = people.member(connection, member_id)
    if member is None:
        raise Refused(Refusal.NOT_FOUND)
    return member


def _line_of(connection: Connection, member_id: int, topic_id: int) -> TopicLine:
    """One topic on offer, for somebody to whom topics go."""
    member = _member(connection, member_id)
    topic = topics.topic(connection, topic_id)
    if topic is None or topic.closed_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    if member.kind is MemberKind.CANDIDATE:
        raise Refused(Refusal.NOT_ALLOWED)
    nearest = topics.nearest_settings(connection, member.unit_id)
    return _line(connection, topic, nearest, topics.choices_of(connection, member_id))


def _line(
    connection: Connection, topic: Topic, nearest: Mapping[int, Setting], chosen: Mapping[int, Choice]
) -> TopicLine:
    setting, choice = nearest.get(topic.id), chosen.get(topic.id)
    holds: Topic | Setting = setting or topic
    unit = organisation.unit(connection, setting.unit_id) if setting and setting.mandatory else None
    return TopicLine(
        id=topic.id,
        name=topic.name,
        taken=holds.mandatory or (choice.subscribed if choice else holds.on_by_default),
        mandatory=holds.mandatory,
        rhythm=(choice.rhythm if choice else None) or holds.rhythm,
        locked_by=unit.name if unit else "",
        locked_because=holds.locked_because if holds.mandatory else "",
    )


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
        thing="subscription",
        thing_id=topic_id,
        from_state=before,
        to_state=after,
        member_id=caller.member_id,
        detail=detail,
    )
    history.append(connection, line)


def _word(subscribed: bool) -> str:
    return "subscribed" if subscribed else "left"
