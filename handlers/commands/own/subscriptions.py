"""/dangky: the topics one takes, and how they come."""

from collections.abc import Sequence

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
from handlers.commands.paging import PAGE, page_of, turns
from handlers.conversation import Command, Handler, Incoming

# Signed into buttons: never reuse a number.
_RHYTHMS = {1: Rhythm.AT_ONCE, 2: Rhythm.DAILY, 3: Rhythm.WEEKLY}


async def show(office: Office, incoming: Incoming) -> Reply:
    """The topics, each with what can be done about it."""
    return Reply(messages=(_message(await subscriptions.topics_of(incoming.caller, office)),))


async def back(office: Office, incoming: Incoming) -> Reply:
    """The same list again, or another page of it, in the place of what stood there."""
    mine = await subscriptions.topics_of(incoming.caller, office)
    return Reply(replaces=_message(mine, page=incoming.press.argument))


async def toggle(office: Office, incoming: Incoming) -> Reply:
    """Take or leave the topic of the button; the list stands in the same place, as it is now."""
    taken = bool(incoming.press.argument)
    change = subscriptions.subscribe if taken else subscriptions.unsubscribe
    topic_id = incoming.press.subject
    await change(incoming.caller, office, topic_id=topic_id)
    now = await subscriptions.topics_of(incoming.caller, office)
    place, name = next(
        ((place, topic.name) for place, topic in enumerate(now.topics) if topic.id == topic_id), (0, "")
    )
    said = texts.toggled(name, taken=taken)
    return Reply(replaces=_message(now, page=place // PAGE), toast=said, receipt=said)


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
    return Reply(replaces=_rhythms(office, topic, words=words), toast=texts.RHYTHM_SAVED, receipt=words)


def _message(mine: Subscriptions, *, page: int = 0) -> Message:
    title = Bold(texts.TITLE)
    if mine.is_candidate:
        words = texts.candidate(address_form=mine.address_form, given_name=mine.given_name)
        return Message((title, Line(words)))
    if not mine.topics:
        return Message((title, Line(texts.NO_TOPICS)))
    intro = texts.intro(address_form=mine.address_form, given_name=mine.given_name)
    blocks: list[Block] = [title, Line(intro)]
    shown = page_of(mine.topics, page)
    blocks += [Line(_line(topic)) for topic in shown]
    blocks.append(Line(texts.ALWAYS_AT_ONCE))
    pages = turns(mine.topics, page, lambda label, to: Button(label, Act.MY_TOPICS, 0, to))
    more = (Button(texts.QUIET_HOURS, Act.QUIET_HOURS), Button(texts.WHY, Act.WHY, mine.member_id))
    rows = (*_toggles(shown), *_ways(shown), *pages, more)
    return Message((*blocks, Line(texts.CHANGED), Buttons(rows)))


def _line(topic: TopicLine) -> str:
    return texts.line(
        name=topic.name,
        taken=topic.taken,
        mandatory=topic.mandatory,
        rhythm=topic.rhythm,
        locked_by=topic.locked_by,
        because=topic.locked_because,
    )


def _toggles(shown: Sequence[TopicLine]) -> list[tuple[Button, ...]]:
    return [
        (
            Button(
                texts.toggle_button(topic.name, taken=topic.taken),
                Act.TOGGLE_TOPIC,
                topic.id,
                int(not topic.taken),
            ),
        )
        for topic in shown
        if not topic.mandatory
    ]


def _ways(shown: Sequence[TopicLine]) -> list[tuple[Button, ...]]:
    return [
        (Button(texts.rhythm_button(topic.name), Act.TOPIC_RHYTHMS, topic.id),)
        for topic in shown
        if topic.taken
    ]


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
