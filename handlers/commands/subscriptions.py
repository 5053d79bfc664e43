"""/dangky: the topics one takes, and how they come."""

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation import subscriptions
from bot.organisation.subscriptions import Subscriptions, TopicLine
from bot.states import Rhythm
from bot.texts import people
from bot.texts import subscriptions as texts
from handlers.conversation import Command, Handler, Incoming

# Signed into buttons: never reuse a number.
_RHYTHMS = {1: Rhythm.AT_ONCE, 2: Rhythm.DAILY, 3: Rhythm.WEEKLY}
_IN_A_ROW = 2


async def show(office: Office, incoming: Incoming) -> Reply:
    """The topics, each with what can be done about it."""
    return Reply(messages=(_message(await subscriptions.topics_of(incoming.caller, office)),))


async def back(office: Office, incoming: Incoming) -> Reply:
    """The same list again, in the place of what stood there."""
    return Reply(replaces=_message(await subscriptions.topics_of(incoming.caller, office)))


async def toggle(office: Office, incoming: Incoming) -> Reply:
    """Take or leave the topic of the button; the list stands in the same place, as it is now."""
    taken = bool(incoming.press.argument)
    change = subscriptions.subscribe if taken else subscriptions.unsubscribe
    await change(incoming.caller, office, topic_id=incoming.press.subject)
    now = await subscriptions.topics_of(incoming.caller, office)
    return Reply(replaces=_message(now), toast=texts.TAKEN_NOW if taken else texts.LEFT_NOW)


async def choose_rhythm(office: Office, incoming: Incoming) -> Reply:
    """The ways in which one topic can come."""
    mine = await subscriptions.topics_of(incoming.caller, office)
    return Reply(replaces=_rhythms(office, _topic(mine, incoming.press.subject)))


async def set_rhythm(office: Office, incoming: Incoming) -> Reply:
    """Take the way of the button, and say what that means."""
    press = incoming.press
    if press.argument not in _RHYTHMS:
        raise Refused(Refusal.NOT_FOUND)
    done = await subscriptions.set_rhythm(
        incoming.caller, office, topic_id=press.subject, rhythm=_RHYTHMS[press.argument]
    )
    mine = await subscriptions.topics_of(incoming.caller, office)
    topic = _topic(mine, press.subject)
    words = texts.rhythm_now(
        called=people.call_capital(mine.address_form, mine.given_name),
        name=topic.name,
        rhythm=done.rhythm,
        waiting=done.waiting,
        goes_at=done.goes_at,
        zone=office.zone,
    )
    return Reply(replaces=_rhythms(office, topic, words=words), toast=texts.RHYTHM_SAVED)


def _message(mine: Subscriptions) -> Message:
    title = Bold(texts.TITLE)
    if mine.is_candidate:
        words = texts.candidate(address_form=mine.address_form, given_name=mine.given_name)
        return Message((title, Line(words)))
    if not mine.topics:
        return Message((title, Line(texts.NO_TOPICS)))
    intro = texts.intro(address_form=mine.address_form, given_name=mine.given_name)
    blocks: list[Block] = [title, Line(intro)]
    blocks += [Line(_line(number, topic)) for number, topic in enumerate(mine.topics, start=1)]
    blocks.append(Line(texts.ALWAYS_AT_ONCE))
    more = (Button(texts.QUIET_HOURS, Act.QUIET_HOURS), Button(texts.WHY, Act.WHY, mine.member_id))
    return Message((*blocks, Line(texts.CHANGED), Buttons((*_toggles(mine), *_ways(mine), more))))


def _line(number: int, topic: TopicLine) -> str:
    return texts.line(
        number=number,
        name=topic.name,
        taken=topic.taken,
        mandatory=topic.mandatory,
        rhythm=topic.rhythm,
        locked_by=topic.locked_by,
        because=topic.locked_because,
    )


def _toggles(mine: Subscriptions) -> list[tuple[Button, ...]]:
    return [
        (
            Button(
                texts.toggle_button(topic.name, taken=topic.taken),
                Act.TOGGLE_TOPIC,
                topic.id,
                int(not topic.taken),
            ),
        )
        for topic in mine.topics
        if not topic.mandatory
    ]


def _ways(mine: Subscriptions) -> list[tuple[Button, ...]]:
    buttons = [
        Button(texts.rhythm_button(number), Act.TOPIC_RHYTHMS, topic.id)
        for number, topic in enumerate(mine.topics, start=1)
        if topic.taken
    ]
    return [tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW)]


def _topic(mine: Subscriptions, topic_id: int) -> TopicLine:
    found = next((topic for topic in mine.topics if topic.id == topic_id and topic.taken), None)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found


def _rhythms(office: Office, topic: TopicLine, *, words: str = "") -> Message:
    digests = office.settings.digests
    rows = []
    for number, rhythm in _RHYTHMS.items():
        label = texts.rhythm_choice(rhythm, at=digests.at, weekly_on=digests.weekly_on)
        shown = texts.chosen(label) if rhythm is topic.rhythm else label
        rows.append((Button(shown, Act.SET_RHYTHM, topic.id, number),))
    rows.append((Button(texts.BACK, Act.MY_TOPICS),))
    lines = [words] if words else [texts.RHYTHM_QUESTION, texts.ALWAYS_AT_ONCE]
    return Message((Bold(texts.rhythm_title(topic.name)), *map(Line, lines), Buttons(tuple(rows))))


COMMANDS: tuple[Command, ...] = (Command("dangky", texts.HELP, show),)
PRESSES: dict[Act, Handler] = {
    Act.TOGGLE_TOPIC: toggle,
    Act.MY_TOPICS: back,
    Act.TOPIC_RHYTHMS: choose_rhythm,
    Act.SET_RHYTHM: set_rhythm,
}
AWAITED: dict[Awaited, Handler] = {}
