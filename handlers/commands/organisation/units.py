"""/donvi: the tree, a unit's card, protocol order, and how kinds of units are called."""

from datetime import timedelta

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.units import ordering, viewing, words
from bot.organisation.units.viewing import MAY_LOOK, PlannedLine, Tree, UnitCard, UnitLine
from bot.states import UnitKind
from bot.texts import refusals, unit_words
from bot.texts import units as texts
from handlers.conversation import Command, Handler, Incoming

PER_PAGE = 8
WAITS = timedelta(hours=1)


async def show(office: Office, incoming: Incoming) -> Reply:
    """The first page of the tree; with words after the command the units so called."""
    wanted = " ".join(incoming.text.split()[1:])
    tree = await viewing.tree(incoming.caller, office, words=wanted)
    if wanted and not tree.lines:
        return Reply(messages=(Message((Line(texts.NOTHING_FOUND),)),))
    if wanted and len(tree.lines) == 1:
        card = await viewing.unit_card(incoming.caller, office, unit_id=tree.lines[0].id)
        return Reply(messages=(unit_message(card),))
    return Reply(messages=(_list(tree, 0, is_whole=not wanted),))


async def page(office: Office, incoming: Incoming) -> Reply:
    """Another page of the tree, in place of the message that was pressed."""
    tree = await viewing.tree(incoming.caller, office)
    return Reply(replaces=_list(tree, incoming.press.argument, is_whole=True))


async def card(office: Office, incoming: Incoming) -> Reply:
    """One unit, or what changes it, in place of the message that was pressed."""
    press = incoming.press
    found = await viewing.unit_card(incoming.caller, office, unit_id=press.subject)
    changes = press.argument and found.may_change and found.closed_on is None
    return Reply(replaces=_changing(found) if changes else unit_message(found))


async def order(office: Office, incoming: Incoming) -> Reply:
    """The unit among those beside it; up or down moves it at once, the other button moves it back."""
    press, caller = incoming.press, incoming.caller
    toast = ""
    if press.argument:
        try:
            found = await ordering.reorder(caller, office, unit_id=press.subject, up=press.argument == 1)
        except Refused as refused:
            if refused.reason is not Refusal.NO_CHANGE:
                raise
            toast = refusals.sentence(refused.reason, refused.details)
            found = await ordering.order_of(caller, office, unit_id=press.subject)
    else:
        found = await ordering.order_of(caller, office, unit_id=press.subject)
    lines = [
        Line(texts.place(number, name, is_it=name == found.name))
        for number, name in enumerate(found.beside, start=1)
    ]
    moves = (
        Button(texts.BUTTON_UP, Act.UNIT_ORDER, press.subject, 1),
        Button(texts.BUTTON_DOWN, Act.UNIT_ORDER, press.subject, 2),
    )
    back = (Button(texts.BACK, Act.UNIT_CARD, press.subject),)
    message = Message((Bold(texts.order_title(found.name)), *lines, Buttons((moves, back))))
    return Reply(replaces=message, toast=toast)


async def kind_words(office: Office, incoming: Incoming) -> Reply:
    """How the office calls its kinds of units; with a kind, asks for another word."""
    found = await words.kind_words(incoming.caller, office)
    number = incoming.press.argument
    if not 0 <= number <= len(found):
        raise Refused(Refusal.NOT_FOUND)
    if number:
        asking = Asking(Awaited.UNIT_WORD, number, office.clock.now() + WAITS)
        question = Line(unit_words.ask_word(found[number - 1].word))
        return Reply(messages=(Message((question,)),), asking=asking)
    return Reply(replaces=_words_message(found))


async def take_word(office: Office, incoming: Incoming) -> Reply:
    """Take the typed word for a kind."""
    if incoming.asking is None:
        raise Refused(Refusal.GONE_ON)
    kind = list(UnitKind)[incoming.asking.subject - 1]
    set_ = await words.reword(incoming.caller, office, kind=kind, text=incoming.text)
    said = Message((Line(unit_words.word_set(set_.word, set_.short_word)),))
    found = await words.kind_words(incoming.caller, office)
    return Reply(messages=(said, _words_message(found)))


def unit_message(found: UnitCard) -> Message:
    """The unit's card, with what the caller may do."""
    blocks: list[Block] = [Bold(texts.card_title(found.name))]
    blocks.append(Line(texts.kind(found.kind_word, found.parent_name)))
    if found.closed_on is not None:
        blocks.append(Line(texts.closed(found.closed_on, found.merged_into)))
    else:
        blocks.append(Line(texts.since(found.opened_on, found.since)))
        blocks.append(Line(texts.members(found.members, found.members_below, found.units_below)))
        blocks += [
            Line(texts.leader(one.role, one.full_name, one.address_form, one.position))
            for one in found.leaders
        ] or [Line(texts.NO_LEADER)]
    return Message((*blocks, *_planned(found), Buttons(tuple(_card_rows(found)))))


def _changing(found: UnitCard) -> Message:
    title = Bold(texts.card_title(found.name))
    return Message((title, *_planned(found), Buttons(tuple(_change_rows(found)))))


def _planned(found: UnitCard) -> list[Block]:
    lines = [
        Line(texts.planned_line(number, planned_words(one)))
        for number, one in enumerate(found.planned, start=1)
    ]
    return [Line(texts.PLANNED), *lines] if lines else []


def planned_words(one: PlannedLine) -> str:
    """What is planned, in one line."""
    return texts.planned(
        one.change,
        one.on,
        name=one.name,
        new_name=one.new_name,
        target_name=one.target_name,
        reopens=one.reopens,
    )


def rows_of_units(lines: tuple[UnitLine, ...], act: Act, subject: int | None) -> list[tuple[Button, ...]]:
    """A button for each unit: about it (no subject), or with it as the argument."""
    return [
        (Button(_label(one), act, one.id) if subject is None else Button(_label(one), act, subject, one.id),)
        for one in lines
    ]


def pager(act: Act, subject: int, number: int, amount: int) -> list[tuple[Button, ...]]:
    """The buttons to the pages around this one (from 0), if there are any."""
    around = []
    if number > 0:
        around.append(Button(texts.BEFORE, act, subject, number - 1))
    if (number + 1) * PER_PAGE < amount:
        around.append(Button(texts.MORE, act, subject, number + 1))
    return [tuple(around)] if around else []


def _list(tree: Tree, number: int, *, is_whole: bool) -> Message:
    start = number * PER_PAGE
    shown = tree.lines[start : start + PER_PAGE] if is_whole else tree.lines[:PER_PAGE]
    rows = rows_of_units(shown, Act.UNIT_CARD, None)
    if is_whole:
        rows += pager(Act.UNITS, 0, number, len(tree.lines))
        if tree.may_change:
            rows.append(
                (
                    Button(texts.BUTTON_OPEN_TOP, Act.UNIT_OPEN),
                    Button(texts.BUTTON_WORDS, Act.UNIT_WORDS),
                )
            )
    return Message((Bold(texts.TITLE), Line(texts.LIST_INTRO), Buttons(tuple(rows))))


def _label(one: UnitLine) -> str:
    if one.closed_on is not None:
        return texts.closed_line(one.name, one.closed_on)
    return texts.line(one.name, one.members, depth=one.depth)


def _card_rows(found: UnitCard) -> list[tuple[Button, ...]]:
    about = found.id
    back = (Button(texts.BACK_TO_LIST, Act.UNITS),)
    if found.closed_on is not None:
        again = (Button(texts.BUTTON_REOPEN, Act.UNIT_REOPEN, about),)
        return [again, back] if found.may_change else [back]
    roster = (Button(texts.BUTTON_ROSTER, Act.ROSTER, about),)
    if not found.leads:
        return [roster, back]
    first = (*roster, Button(texts.BUTTON_SHEET, Act.INVITATION_SHEET, about))
    group = (Button(texts.BUTTON_GROUP, Act.BIND_GROUP, about),)
    if not found.may_change:
        return [first, group, back]
    change = Button(texts.BUTTON_CHANGE, Act.UNIT_CARD, about, 1)
    return [first, (*group, change), (Button(texts.BUTTON_OPEN_BELOW, Act.UNIT_OPEN, about),), back]


def _change_rows(found: UnitCard) -> list[tuple[Button, ...]]:
    about = found.id
    return [
        (
            Button(texts.BUTTON_RENAME, Act.UNIT_RENAME, about),
            Button(texts.BUTTON_MOVE, Act.UNIT_MOVE, about),
        ),
        (
            Button(texts.BUTTON_MERGE, Act.UNIT_MERGE, about),
            Button(texts.BUTTON_CLOSE, Act.UNIT_CLOSE, about),
        ),
        (
            Button(texts.BUTTON_ORDER, Act.UNIT_ORDER, about),
            Button(texts.BACK, Act.UNIT_CARD, about),
        ),
        *(
            (Button(texts.call_off_button(number), Act.UNIT_CALL_OFF, one.change_id),)
            for number, one in enumerate(found.planned, start=1)
        ),
    ]


def _words_message(found: tuple[words.Word, ...]) -> Message:
    rows = [
        (
            Button(
                unit_words.word(one.word, one.short_word, unit_words.WORDS[one.kind][0]),
                Act.UNIT_WORDS,
                0,
                number,
            ),
        )
        for number, one in enumerate(found, start=1)
    ]
    back = (Button(texts.BACK_TO_LIST, Act.UNITS),)
    return Message((Bold(unit_words.WORDS_TITLE), Line(unit_words.WORDS_INTRO), Buttons((*rows, back))))


COMMANDS: tuple[Command, ...] = (Command("donvi", texts.HELP, show, roles=MAY_LOOK, takes_words=True),)
PRESSES: dict[Act, Handler] = {
    Act.UNITS: page,
    Act.UNIT_CARD: card,
    Act.UNIT_ORDER: order,
    Act.UNIT_WORDS: kind_words,
}
AWAITED: dict[Awaited, Handler] = {Awaited.UNIT_WORD: take_word}
