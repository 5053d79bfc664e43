"""/dangky: the topics one takes."""

from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation import subscriptions
from bot.organisation.subscriptions import Subscriptions, TopicLine
from bot.texts import subscriptions as texts
from handlers.conversation import Command, Handler, Incoming


async def show(office: Office, incoming: Incoming) -> Reply:
    """The topics, each with what can be done about it."""
    return Reply(messages=(_message(await subscriptions.topics_of(incoming.caller, office)),))


async def toggle(office: Office, incoming: Incoming) -> Reply:
    """Take or leave the topic of the button; the list stands in the same place, as it is now."""
    taken = bool(incoming.press.argument)
    change = subscriptions.subscribe if taken else subscriptions.unsubscribe
    await change(incoming.caller, office, topic_id=incoming.press.subject)
    now = await subscriptions.topics_of(incoming.caller, office)
    return Reply(replaces=_message(now), toast=texts.TAKEN_NOW if taken else texts.LEFT_NOW)


def _message(mine: Subscriptions) -> Message:
    if not mine.topics:
        return Message((Bold(texts.TITLE), Line(texts.NO_TOPICS)))
    lines = [
        Line(
            texts.line(
                number=number,
                name=topic.name,
                taken=topic.taken,
                locked_because=_locked_because(topic),
            )
        )
        for number, topic in enumerate(mine.topics, start=1)
    ]
    free = [topic for topic in mine.topics if not topic.mandatory]
    intro = Line(texts.intro(address_form=mine.address_form, given_name=mine.given_name))
    if not free:
        return Message((Bold(texts.TITLE), intro, *lines))
    return Message((Bold(texts.TITLE), intro, *lines, Line(texts.CHANGED), _buttons(free)))


def _locked_because(topic: TopicLine) -> str:
    return (topic.locked_because or texts.LOCKED_WITHOUT_WORDS) if topic.mandatory else ""


def _buttons(free: list[TopicLine]) -> Buttons:
    return Buttons(
        tuple(
            (
                Button(
                    texts.toggle_button(topic.name, taken=topic.taken),
                    Act.TOGGLE_TOPIC,
                    topic.id,
                    int(not topic.taken),
                ),
            )
            for topic in free
        )
    )


COMMANDS: tuple[Command, ...] = (Command("dangky", texts.HELP, show),)
PRESSES: dict[Act, Handler] = {Act.TOGGLE_TOPIC: toggle}
AWAITED: dict[Awaited, Handler] = {}
