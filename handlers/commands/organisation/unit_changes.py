"""Changing the tree from a unit's card: what is missing is asked for, what it brings is shown first."""

from collections.abc import Awaitable, Callable

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.units import changing, planning, viewing, words
from bot.organisation.units.cards import heading, preview_card
from bot.organisation.units.planning import Draft, Step
from bot.states import UnitChange, UnitKind
from bot.texts import refusals
from bot.texts import units as texts
from handlers.commands.organisation.units import (
    PER_PAGE,
    WAITS,
    pager,
    planned_words,
    rows_of_units,
    unit_message,
)
from handlers.conversation import Command, Handler, Incoming

# What was typed cannot be taken as it is: it is asked for again.
_ASK_AGAIN = frozenset(Refusal) - {Refusal.GONE_ON, Refusal.NOT_ALLOWED, Refusal.NOT_FOUND}


async def begin_opening(office: Office, incoming: Incoming) -> Reply:
    """Open a unit under that of the button (0: under none); without a kind, asks which."""
    press = incoming.press
    if not press.argument:
        return await _ask_kind(office, incoming)
    kinds = list(UnitKind)
    if not 0 < press.argument <= len(kinds):
        raise Refused(Refusal.NOT_FOUND)
    draft = await planning.begin(
        incoming.caller,
        office,
        change=UnitChange.OPEN,
        target_id=press.subject or None,
        kind=kinds[press.argument - 1],
    )
    return await _next(office, incoming, draft)


async def begin_renaming(office: Office, incoming: Incoming) -> Reply:
    """Another name for the unit."""
    return await _begin(office, incoming, UnitChange.RENAME)


async def begin_moving(office: Office, incoming: Incoming) -> Reply:
    """Another unit above it."""
    return await _begin(office, incoming, UnitChange.MOVE)


async def begin_merging(office: Office, incoming: Incoming) -> Reply:
    """It goes into another unit, with its members and what hangs below it."""
    return await _begin(office, incoming, UnitChange.MERGE)


async def begin_closing(office: Office, incoming: Incoming) -> Reply:
    """It is no more; what hangs below it goes to the unit above."""
    return await _begin(office, incoming, UnitChange.CLOSE)


async def begin_reopening(office: Office, incoming: Incoming) -> Reply:
    """It is again, and who and what left it then comes back."""
    return await _begin(office, incoming, UnitChange.OPEN)


async def show_targets(office: Office, incoming: Incoming) -> Reply:
    """A page of the units to choose from."""
    press = incoming.press
    draft = await planning.draft_of(incoming.caller, office, change_id=press.subject)
    return await _ask_target(office, incoming, draft, number=press.argument)


async def take_target(office: Office, incoming: Incoming) -> Reply:
    """Take the chosen unit (0: none)."""
    press = incoming.press
    target_id = press.argument or None
    await planning.give_target(incoming.caller, office, change_id=press.subject, unit_id=target_id)
    draft = await planning.draft_of(incoming.caller, office, change_id=press.subject)
    return await _next(office, incoming, draft)


async def find_target(office: Office, incoming: Incoming) -> Reply:
    """The units whose names have the typed words."""
    draft = await planning.draft_of(incoming.caller, office, change_id=_asked(incoming).subject)
    return await _ask_target(office, incoming, draft, typed=incoming.text)


async def ask_name(office: Office, incoming: Incoming) -> Reply:
    """Ask for the short name, or (argument 1) for the name, once more."""
    awaited = Awaited.UNIT_NAME if incoming.press.argument else Awaited.UNIT_SHORT_NAME
    question = texts.ASK_NAME if incoming.press.argument else texts.ASK_SHORT_NAME
    return _ask(office, question, awaited, incoming.press.subject)


async def ask_day(office: Office, incoming: Incoming) -> Reply:
    """Ask from which day on it holds."""
    return _ask(office, texts.ASK_DAY, Awaited.UNIT_DATE, incoming.press.subject)


async def take_name(office: Office, incoming: Incoming) -> Reply:
    """Take the typed name."""
    return await _take(office, incoming, planning.give_name)


async def take_short_name(office: Office, incoming: Incoming) -> Reply:
    """Take the typed short name."""
    return await _take(office, incoming, planning.give_short_name)


async def take_day(office: Office, incoming: Incoming) -> Reply:
    """Take the typed day."""
    return await _take(office, incoming, planning.give_day)


async def confirm(office: Office, incoming: Incoming) -> Reply:
    """Make the change as it was shown; the unit's card as it is then stands below what was done."""
    press, caller = incoming.press, incoming.caller
    made = await planning.confirm(caller, office, change_id=press.subject, checksum=press.argument)
    card = None if made.unit_id is None else await viewing.unit_card(caller, office, unit_id=made.unit_id)
    said = texts.done(
        made.change,
        made.on,
        name=card.name if card else "",
        is_planned=made.is_planned,
        reopens=made.reopens,
    )
    below = (unit_message(card),) if card else ()
    return Reply(replaces=Message((Bold(said),)), messages=below, toast=said, receipt=said)


async def drop(office: Office, incoming: Incoming) -> Reply:
    """Throw the change away."""
    await planning.drop(incoming.caller, office)
    return Reply(replaces=Message((Line(texts.DROPPED),)), toast=texts.DROPPED, receipt=texts.DROPPED)


async def ask_call_off(office: Office, incoming: Incoming) -> Reply:
    """Ask once more before a plan is called off."""
    change_id = incoming.press.subject
    found = await viewing.planned_change(incoming.caller, office, change_id=change_id)
    button = Button(texts.CALL_OFF_CONFIRM, Act.UNIT_CALL_OFF_CONFIRMED, change_id)
    back = Button(texts.BACK_TO_LIST, Act.UNITS)
    question = Line(texts.call_off_ask(planned_words(found)))
    return Reply(replaces=Message((question, Buttons(((button, back),)))))


async def call_off(office: Office, incoming: Incoming) -> Reply:
    """The plan is called off."""
    await changing.call_off(incoming.caller, office, change_id=incoming.press.subject)
    back = Buttons(((Button(texts.BACK_TO_LIST, Act.UNITS),),))
    said = texts.CALLED_OFF
    return Reply(replaces=Message((Line(said), back)), toast=said, receipt=said)


async def _begin(office: Office, incoming: Incoming, change: UnitChange) -> Reply:
    draft = await planning.begin(incoming.caller, office, change=change, unit_id=incoming.press.subject)
    return await _next(office, incoming, draft)


async def _ask_kind(office: Office, incoming: Incoming) -> Reply:
    above = incoming.press.subject
    found = await words.kind_words(incoming.caller, office)
    rows = [(Button(one.word, Act.UNIT_OPEN, above, number),) for number, one in enumerate(found, start=1)]
    back = Button(texts.BACK, Act.UNIT_CARD, above) if above else Button(texts.BACK_TO_LIST, Act.UNITS)
    return Reply(replaces=Message((Line(texts.ASK_KIND), Buttons((*rows, (back,))))))


async def _next(office: Office, incoming: Incoming, draft: Draft) -> Reply:
    """What is still missing, or what the change would bring."""
    match draft.step:
        case Step.NAME:
            seen = draft.preview
            renames = seen.wish.change is UnitChange.RENAME
            question = texts.ask_new_name(seen.name) if renames else texts.ASK_NAME
            return _ask(office, question, Awaited.UNIT_NAME, draft.change_id)
        case Step.TARGET:
            return await _ask_target(office, incoming, draft)
    return _shown(incoming, preview_card(draft))


def _shown(incoming: Incoming, message: Message) -> Reply:
    """In place of the message that was pressed; a new one after typed words."""
    return Reply(messages=(message,)) if incoming.text else Reply(replaces=message)


def _ask(office: Office, question: str, awaited: Awaited, change_id: int) -> Reply:
    rows = Buttons(((Button(texts.BUTTON_DROP, Act.UNIT_DROP, change_id),),))
    asking = Asking(awaited, change_id, office.clock.now() + WAITS)
    return Reply(messages=(Message((Line(question), rows)),), asking=asking)


async def _ask_target(
    office: Office, incoming: Incoming, draft: Draft, *, number: int = 0, typed: str = ""
) -> Reply:
    found = await viewing.targets(incoming.caller, office, change_id=draft.change_id, words=typed)
    about, wish = draft.change_id, draft.preview.wish
    rows = rows_of_units(found[number * PER_PAGE :][:PER_PAGE], Act.UNIT_TARGET, about)
    if not typed:
        rows += pager(Act.UNIT_TARGETS, about, number, len(found))
    if wish.change is UnitChange.MOVE and draft.preview.parent_name and not typed:
        rows.append((Button(texts.NO_UNIT_ABOVE, Act.UNIT_TARGET, about),))
    rows.append((Button(texts.BUTTON_DROP, Act.UNIT_DROP, about),))
    question = texts.ask_target(wish.change) if found else texts.NOTHING_FOUND if typed else texts.NO_TARGET
    message = Message((Bold(heading(draft.preview)), Line(question), Buttons(tuple(rows))))
    asking = Asking(Awaited.UNIT_TARGET, about, office.clock.now() + WAITS)
    if typed:
        return Reply(messages=(message,), asking=asking)
    return Reply(replaces=message, asking=asking)


async def _take(office: Office, incoming: Incoming, give: Callable[..., Awaitable[None]]) -> Reply:
    asking = _asked(incoming)
    try:
        await give(incoming.caller, office, change_id=asking.subject, text=incoming.text)
    except Refused as refused:
        if refused.reason not in _ASK_AGAIN:
            raise
        is_day = refused.reason is Refusal.NOT_A_DATE
        words_ = texts.DAY_AGAIN if is_day else refusals.sentence(refused.reason, refused.details)
        return _ask(office, words_, asking.awaited, asking.subject)
    draft = await planning.draft_of(incoming.caller, office, change_id=asking.subject)
    return await _next(office, incoming, draft)


def _asked(incoming: Incoming) -> Asking:
    if incoming.asking is None:
        raise Refused(Refusal.GONE_ON)
    return incoming.asking


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.UNIT_OPEN: begin_opening,
    Act.UNIT_RENAME: begin_renaming,
    Act.UNIT_MOVE: begin_moving,
    Act.UNIT_MERGE: begin_merging,
    Act.UNIT_CLOSE: begin_closing,
    Act.UNIT_REOPEN: begin_reopening,
    Act.UNIT_TARGETS: show_targets,
    Act.UNIT_TARGET: take_target,
    Act.UNIT_SHORT_NAME: ask_name,
    Act.UNIT_DATE: ask_day,
    Act.UNIT_CONFIRM: confirm,
    Act.UNIT_DROP: drop,
    Act.UNIT_CALL_OFF: ask_call_off,
    Act.UNIT_CALL_OFF_CONFIRMED: call_off,
}
AWAITED: dict[Awaited, Handler] = {
    Awaited.UNIT_NAME: take_name,
    Awaited.UNIT_SHORT_NAME: take_short_name,
    Awaited.UNIT_TARGET: find_target,
    Awaited.UNIT_DATE: take_day,
}
