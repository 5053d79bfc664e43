"""/chude: the topics, what holds for each, and for which unit something else does."""

from collections.abc import Sequence
from datetime import timedelta

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.topics import changing, listing
from bot.organisation.topics.changing import Changes
from bot.organisation.topics.leaving import Leaving, who_would_leave
from bot.organisation.topics.listing import CHANGE_TOPICS, SEE_TOPICS, Holds, TopicCard, TopicItem
from bot.reading.folding import fold
from bot.states import Rhythm
from bot.texts import topics as texts
from handlers.conversation import Command, Handler, Incoming

WAITS = timedelta(hours=1)
PAGE = 8
_IN_A_ROW = 2
UNITS_FROM = 16
# Signed into buttons: never reuse a number; below 16, see Act.CHANGE_TOPIC_UNIT.
TAKING = {
    1: (texts.MANDATORY, Changes(mandatory=True)),
    2: (texts.ON_BY_DEFAULT, Changes(mandatory=False, on_by_default=True)),
    3: (texts.OFF_BY_DEFAULT, Changes(mandatory=False, on_by_default=False)),
}
RHYTHMS = {4: Rhythm.AT_ONCE, 5: Rhythm.DAILY, 6: Rhythm.WEEKLY}
_TAKING_MENU, _MORE_MENU = 1, 2
RENAME, BECAUSE, UP, DOWN, CLOSE, CLOSE_CONFIRMED, REOPEN, REMOVE = range(7, 15)
CHANGES: dict[int, Changes] = {number: changes for number, (_, changes) in TAKING.items()} | {
    number: Changes(rhythm=rhythm) for number, rhythm in RHYTHMS.items()
}


async def show(office: Office, incoming: Incoming) -> Reply:
    """The topics; with words after the command, those whose name has them."""
    found = await listing.list_topics(incoming.caller, office)
    words = set(fold(" ".join(incoming.text.split()[1:])).split())
    wanted = [topic for topic in found if words <= set(fold(topic.name).split())]
    if words and not wanted:
        return Reply(messages=(Message((Line(texts.NONE_FOUND),)),))
    return Reply(messages=(_list(wanted, may_change=incoming.caller.has(CHANGE_TOPICS), page=0),))


async def back(office: Office, incoming: Incoming) -> Reply:
    """The list again, in the place of what stood there."""
    found = await listing.list_topics(incoming.caller, office)
    may_change = incoming.caller.has(CHANGE_TOPICS)
    return Reply(replaces=_list(found, may_change=may_change, page=incoming.press.argument))


async def open_topic(office: Office, incoming: Incoming) -> Reply:
    """One topic's card, or one of its menus."""
    press = incoming.press
    if press.argument in (_TAKING_MENU, _MORE_MENU):
        found = await listing.topic_card(incoming.caller, office, topic_id=press.subject)
        if found.may_change and not found.is_closed:
            return Reply(replaces=_menu(found, press.argument))
    return Reply(replaces=await card(office, incoming, press.subject))


async def ask_new(office: Office, incoming: Incoming) -> Reply:
    """Ask for the new topic's name."""
    return _ask(office, texts.ASK_NAME, Awaited.TOPIC_NAME, 0)


async def change(office: Office, incoming: Incoming) -> Reply:
    """Do what the button says, or ask for the words that it needs."""
    topic_id, number = incoming.press.subject, incoming.press.argument
    caller = incoming.caller
    if number == RENAME:
        return _ask(office, texts.ASK_NAME, Awaited.TOPIC_NAME, topic_id)
    if number == BECAUSE:
        return _ask(office, texts.ASK_BECAUSE, Awaited.TOPIC_BECAUSE, topic_id)
    if number == CLOSE:
        return await _confirm_close(office, incoming)
    if number in (UP, DOWN):
        await changing.move_topic(caller, office, topic_id=topic_id, up=number == UP)
        # One place further is often not far enough.
        moved = await listing.topic_card(caller, office, topic_id=topic_id)
        return Reply(replaces=_menu(moved, _MORE_MENU), toast=texts.SAVED)
    toast = texts.SAVED
    if number == CLOSE_CONFIRMED:
        await changing.close_topic(caller, office, topic_id=topic_id)
        toast = texts.CLOSED_NOW
    elif number == REOPEN:
        await changing.reopen_topic(caller, office, topic_id=topic_id)
        toast = texts.REOPENED_NOW
    elif number in CHANGES:
        changes = CHANGES[number]
        found = await who_would_leave(caller, office, topic_id=topic_id, changes=changes)
        if found.amount:
            return confirm_leaving(found, topic_id, number)
        await changing.change_topic(caller, office, topic_id=topic_id, changes=changes)
    else:
        raise Refused(Refusal.NOT_FOUND)
    return Reply(replaces=await card(office, incoming, topic_id), toast=toast)


async def typed_name(office: Office, incoming: Incoming) -> Reply:
    """Take the typed name, of a new topic or of one that is there."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.GONE_ON)
    if asking.subject:
        topic_id = asking.subject
        await changing.rename_topic(incoming.caller, office, topic_id=topic_id, name=incoming.text)
        said = texts.SAVED
    else:
        topic_id = await changing.add_topic(incoming.caller, office, name=incoming.text)
        said = texts.ADDED
    return Reply(messages=(await card(office, incoming, topic_id),), toast=said)


async def card(office: Office, incoming: Incoming, topic_id: int) -> Message:
    """A topic's card as it stands now, with the buttons that the caller may press."""
    found = await listing.topic_card(incoming.caller, office, topic_id=topic_id)
    blocks: list[Block] = [Bold(texts.card_title(found.name, is_closed=found.is_closed))]
    if found.is_closed:
        blocks.append(Line(texts.CLOSED_EXPLAINED))
    else:
        blocks += [Line(texts.takers(found.takers)), *holds_lines(found.holds)]
        blocks += _table(found)
    return Message((*blocks, Buttons(tuple(_rows(found)))))


def holds_lines(holds: Holds) -> list[Block]:
    """What holds, and why where nobody can leave."""
    lines: list[Block] = [Line(texts.whole_office(words_of(holds)))]
    return [*lines, Line(texts.because(holds.locked_because))] if holds.mandatory else lines


def words_of(holds: Holds) -> str:
    """What holds, in words."""
    return texts.holds(mandatory=holds.mandatory, on_by_default=holds.on_by_default, rhythm=holds.rhythm)


def choice_rows(holds: Holds, act: Act, topic_id: int, *, unit: int = 0) -> list[tuple[Button, ...]]:
    """Whether it is taken, and how it comes: what holds now is marked."""
    now = 1 if holds.mandatory else 2 if holds.on_by_default else 3
    taking = [
        Button(texts.chosen(label) if number == now else label, act, topic_id, number + UNITS_FROM * unit)
        for number, (label, _) in TAKING.items()
    ]
    coming = [
        Button(
            texts.chosen(texts.RHYTHMS[rhythm]) if rhythm is holds.rhythm else texts.RHYTHMS[rhythm],
            act,
            topic_id,
            number + UNITS_FROM * unit,
        )
        for number, rhythm in RHYTHMS.items()
    ]
    return [(taking[0],), tuple(taking[1:]), tuple(coming)]


def _rows(found: TopicCard) -> list[tuple[Button, ...]]:
    back_row = (Button(texts.BACK, Act.TOPICS),)
    if not found.may_change:
        return [back_row]

    def button(label: str, number: int) -> Button:
        return Button(label, Act.CHANGE_TOPIC, found.id, number)

    if found.is_closed:
        return [(button(texts.REOPEN, REOPEN),), back_row]
    taking = Button(texts.TAKING_MENU, Act.TOPIC_CARD, found.id, _TAKING_MENU)
    more = Button(texts.MORE_MENU, Act.TOPIC_CARD, found.id, _MORE_MENU)
    return [(taking, Button(texts.FOR_UNIT, Act.TOPIC_UNITS, found.id)), (more, *back_row)]


def _menu(found: TopicCard, number: int) -> Message:
    """How the topic is taken and comes; or its words, its place and its end."""
    title = Bold(texts.card_title(found.name, is_closed=False))
    back_row = (Button(texts.BACK_TO_TOPIC, Act.TOPIC_CARD, found.id),)
    if number == _TAKING_MENU:
        rows = choice_rows(found.holds, Act.CHANGE_TOPIC, found.id)
        return Message((title, *holds_lines(found.holds), Buttons((*rows, back_row))))
    numbers = [(texts.RENAME, RENAME)]
    numbers += [(texts.BECAUSE, BECAUSE)] if found.holds.mandatory else []
    numbers += [] if found.is_first else [(texts.UP, UP)]
    numbers += [] if found.is_last else [(texts.DOWN, DOWN)]
    acts = [Button(label, Act.CHANGE_TOPIC, found.id, one) for label, one in [*numbers, (texts.CLOSE, CLOSE)]]
    rows = [tuple(acts[at : at + _IN_A_ROW]) for at in range(0, len(acts), _IN_A_ROW)]
    return Message((title, Buttons((*rows, back_row))))


def _table(found: TopicCard) -> list[Block]:
    if not found.units:
        return []
    shown = found.units[:PAGE]
    lines: list[Block] = [Line(texts.UNITS_HEADING)]
    lines += [Line(texts.unit_line(unit.unit_name, words_of(unit.holds))) for unit in shown]
    if len(found.units) > len(shown):
        lines.append(Line(texts.more_units(len(found.units) - len(shown))))
    return lines


async def _confirm_close(office: Office, incoming: Incoming) -> Reply:
    found = await listing.topic_card(incoming.caller, office, topic_id=incoming.press.subject)
    rows = (
        (Button(texts.CLOSE_CONFIRMED, Act.CHANGE_TOPIC, found.id, CLOSE_CONFIRMED),),
        (Button(texts.KEEP, Act.TOPIC_CARD, found.id),),
    )
    return Reply(replaces=Message((Line(texts.confirm_close(found.name, found.takers)), Buttons(rows))))


def _list(found: Sequence[TopicItem], *, may_change: bool, page: int) -> Message:
    start = page * PAGE
    shown = found[start : start + PAGE]
    lines = [
        Line(
            texts.line(place, topic.name, words_of(topic.holds), units=topic.units, is_closed=topic.is_closed)
        )
        for place, topic in enumerate(shown, start=1)
    ]
    # Numbered anew on each page: the first number is the first choice, also where it is typed.
    buttons = [
        Button(texts.open_button(place), Act.TOPIC_CARD, topic.id)
        for place, topic in enumerate(shown, start=1)
    ]
    rows = [tuple(buttons[at : at + _IN_A_ROW]) for at in range(0, len(buttons), _IN_A_ROW)]
    rows += paging(Act.TOPICS, 0, page=page, amount=len(found))
    rows += [(Button(texts.NEW, Act.NEW_TOPIC),)] if may_change else []
    said = texts.CHOOSE if found else texts.NO_TOPICS
    return Message((Bold(texts.TITLE), *lines, Line(said), *([Buttons(tuple(rows))] if rows else [])))


def confirm_leaving(found: Leaving, topic_id: int, number: int, *, unit: int = 0) -> Reply:
    """Ask before some no longer take the topic."""
    words = texts.confirm_leaving(found.amount, was_mandatory=found.was_mandatory)
    kept = Button(texts.KEEP, Act.TOPIC_UNIT if unit else Act.TOPIC_CARD, topic_id, unit)
    confirmed = Button(
        texts.CHANGE_CONFIRMED, Act.CHANGE_TOPIC_CONFIRMED, topic_id, number + UNITS_FROM * unit
    )
    return Reply(replaces=Message((Line(words), Buttons(((confirmed,), (kept,))))))


def paging(act: Act, subject: int, *, page: int, amount: int) -> list[tuple[Button, ...]]:
    """The row that leads to the pages before and after, where there are any."""
    row = [Button(texts.EARLIER_PAGE, act, subject, page - 1)] if page else []
    row += [Button(texts.NEXT_PAGE, act, subject, page + 1)] if (page + 1) * PAGE < amount else []
    return [tuple(row)] if row else []


def _ask(office: Office, words: str, awaited: Awaited, subject: int) -> Reply:
    rows = ((Button(texts.NEVER_MIND, Act.NEVER_MIND),),)
    asking = Asking(awaited, subject, office.clock.now() + WAITS)
    return Reply(messages=(Message((Line(words), Buttons(rows))),), asking=asking)


COMMANDS: tuple[Command, ...] = (Command("chude", texts.HELP, show, roles=SEE_TOPICS, takes_words=True),)
PRESSES: dict[Act, Handler] = {
    Act.TOPICS: back,
    Act.TOPIC_CARD: open_topic,
    Act.NEW_TOPIC: ask_new,
    Act.CHANGE_TOPIC: change,
}
AWAITED: dict[Awaited, Handler] = {Awaited.TOPIC_NAME: typed_name}
