"""/nguon: where newly published documents are looked for, how it goes there, and adding another."""

from datetime import timedelta

from bot.access import SEE_COUNTS, demand
from bot.errors import Refusal, Refused
from bot.intake import guessing, sources, trying
from bot.intake.cards import SourceCard
from bot.intake.describing import NewSource, source_of_file
from bot.intake.publishing_itself import MOST_IN_A_DAY
from bot.intake.trying import Tried, TriedItem
from bot.messages.acts import Act
from bot.messages.blocks import AskFile, Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.states import Role, SourceFault, SourceState
from bot.texts import drafting
from bot.texts import source_menus as texts
from handlers.commands.paging import page_of, turns
from handlers.conversation import Command, FileSent, Handler, Incoming

_WAITS = timedelta(hours=1)
_IN_A_ROW = 2
_ADMINS = frozenset({Role.ADMIN})
_SEE = SEE_COUNTS | {Role.CLERK}
_ASKS, _CONFIRMED = 0, 1
# Signed into buttons: never reuse a number.
_NO_LONGER, _ASK_FIRST, _LET = 0, 1, 2


async def show(office: Office, incoming: Incoming) -> Reply:
    """The sources, in the order in which they were added."""
    return Reply(messages=(await _list(office, incoming, 0),))


async def turn_page(office: Office, incoming: Incoming) -> Reply:
    """Another page of them, in the same place."""
    return Reply(replaces=await _list(office, incoming, incoming.press.argument))


async def open_source(office: Office, incoming: Incoming) -> Reply:
    """One source's card."""
    found = await sources.source_card(incoming.caller, office, source_id=incoming.press.subject)
    return Reply(replaces=_card(office, incoming, found))


async def ask_new(office: Office, incoming: Incoming) -> Reply:
    """Ask for an address or a file; with a source, for its file."""
    demand(incoming.caller, _ADMINS)
    subject = incoming.press.subject
    by_file = AskFile(texts.ASK_FILE if subject else texts.ASK_PLACE_FILE, otherwise=texts.NO_FILES_HERE)
    wanted = (by_file,) if subject else (Line(texts.ASK_PLACE), by_file)
    never_mind = Button(texts.NEVER_MIND, Act.NEVER_MIND)
    until = office.clock.now() + _WAITS
    asking = Asking(Awaited.SOURCE_PLACE, subject, until)
    return Reply(messages=(Message((*wanted, Buttons(((never_mind,),)))),), asking=asking)


async def take_place(office: Office, incoming: Incoming) -> Reply:
    """Look at what was pasted or sent; what can be read becomes a source, the rest is asked for again."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.GONE_ON)
    try:
        if isinstance(incoming.content, FileSent):
            return await _from_file(office, incoming, asking.subject, incoming.content.content)
        if asking.subject or not incoming.text:
            return _again(texts.FILE_WANTED if asking.subject else texts.PLACE_WANTED)
        return await _from_address(office, incoming)
    except Refused as refused:
        if refused.reason is not Refusal.SOURCE_FLAW:
            raise
        return _again(refused.details["because"])


async def _from_address(office: Office, incoming: Incoming) -> Reply:
    guess = await guessing.guess_source(incoming.caller, office, place=incoming.text)
    if guess.new is None:
        if guess.fault is None or guess.fault is SourceFault.NOTHING_FOUND:
            return _again(texts.NOT_KNOWN)
        return _again(texts.not_read(guess.fault))
    card = await sources.add_source(incoming.caller, office, new=guess.new)
    said = [Line(texts.guessed(guess.new.kind, guess.found)), *(Line(f"• {one}") for one in guess.titles)]
    return _added(office, incoming, card, said)


async def _from_file(office: Office, incoming: Incoming, source_id: int, content: bytes) -> Reply:
    new: NewSource = source_of_file(content)
    if source_id:
        changed = await sources.change_source(incoming.caller, office, source_id=source_id, new=new)
        return Reply(messages=(_card(office, incoming, changed),), toast=texts.SAVED)
    return _added(office, incoming, await sources.add_source(incoming.caller, office, new=new), [])


def _added(office: Office, incoming: Incoming, card: SourceCard, said: list[Line]) -> Reply:
    first = Message((Bold(texts.ADDED), *said, Line(texts.FIRST_CONTACT)))
    return Reply(messages=(first, _card(office, incoming, card)), toast=texts.ADDED)


async def try_one(office: Office, incoming: Incoming) -> Reply:
    """Read what the source shows now, without storing any of it."""
    source_id = incoming.press.subject
    card = await sources.source_card(incoming.caller, office, source_id=source_id)
    tried = await trying.try_source(incoming.caller, office, new=source_id)
    return Reply(messages=(_tried(card, tried),))


async def pause(office: Office, incoming: Incoming) -> Reply:
    """Let it rest, or go on."""
    source_id, rests = incoming.press.subject, bool(incoming.press.argument)
    turn = sources.pause_source if rests else sources.resume_source
    card = await turn(incoming.caller, office, source_id=source_id)
    toast = texts.PAUSED_NOW if rests else texts.RESUMED_NOW
    return Reply(replaces=_card(office, incoming, card), toast=toast)


async def close(office: Office, incoming: Incoming) -> Reply:
    """Ask first; then it is looked at no more."""
    demand(incoming.caller, _ADMINS)
    source_id = incoming.press.subject
    if incoming.press.argument != _CONFIRMED:
        return _confirm(texts.CLOSE_ASKED, Button(texts.CLOSE_CONFIRMED, Act.CLOSE_SOURCE, source_id, 1))
    card = await sources.close_source(incoming.caller, office, source_id=source_id)
    return Reply(replaces=_card(office, incoming, card), toast=texts.CLOSED_NOW)


async def set_publishing(office: Office, incoming: Incoming) -> Reply:
    """Let it publish by itself, after asking once more; or no longer."""
    source_id, wish = incoming.press.subject, incoming.press.argument
    done = await sources.set_publishing(
        incoming.caller,
        office,
        source_id=source_id,
        publishes_itself=wish != _NO_LONGER,
        confirmed=wish == _LET,
    )
    if done.asks_again:
        button = Button(texts.LET_PUBLISH_CONFIRMED, Act.SOURCE_PUBLISHES, source_id, _LET)
        return _confirm(texts.PUBLISH_ASKED.format(most=MOST_IN_A_DAY), button)
    return Reply(replaces=_card(office, incoming, done.card), toast=texts.SAVED)


async def _list(office: Office, incoming: Incoming, page: int) -> Message:
    found = await sources.source_cards(incoming.caller, office)
    may_add = incoming.caller.has(_ADMINS)
    add = [(Button(texts.ADD, Act.ADD_SOURCE),)] if may_add else []
    if not found:
        return Message((Bold(texts.TITLE), Line(texts.NONE), *([Buttons(tuple(add))] if add else [])))
    shown = list(enumerate(page_of(found, page), start=1))
    lines = [Line(texts.source_line(place, one.name, one.health)) for place, one in shown]
    buttons = [Button(texts.open_button(place), Act.SOURCE, one.id) for place, one in shown]
    rows = [tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW)]
    rows += turns(found, page, lambda label, to: Button(label, Act.SOURCES, 0, to))
    return Message((Bold(texts.TITLE), *lines, Buttons((*rows, *add))))


def _card(office: Office, incoming: Incoming, one: SourceCard) -> Message:
    zone = office.zone
    counted = texts.counted(one.counts)
    lines = [
        texts.what(one.kind, one.place),
        texts.standing(one.health, one.fault, one.since, zone),
        *([texts.looked(one.looked_at, one.found_at, zone)] if one.state is SourceState.ACTIVE else []),
        texts.rhythm(one.every),
        *([counted[0].upper() + counted[1:]] if counted else []),
        texts.goes_to(one.audience, one.scope),
        *([texts.PUBLISHES_ITSELF] if one.publishes_itself else []),
    ]
    rows = _rows(one, may_change=incoming.caller.has(_ADMINS))
    return Message((Bold(one.name), *map(Line, lines), Buttons(rows)))


def _rows(one: SourceCard, *, may_change: bool) -> tuple[tuple[Button, ...], ...]:
    items = (Button(texts.ITEMS, Act.SOURCE_ITEMS, one.id),)
    back = (Button(texts.BACK, Act.SOURCES),)
    if not may_change or one.state is SourceState.CLOSED:
        return items, back
    is_paused = one.state is SourceState.PAUSED
    turn = Button(texts.RESUME if is_paused else texts.PAUSE, Act.PAUSE_SOURCE, one.id, int(not is_paused))
    wish = _NO_LONGER if one.publishes_itself else _ASK_FIRST
    label = texts.ASK_A_PERSON if one.publishes_itself else texts.LET_PUBLISH
    return (
        items,
        (Button(texts.TRY, Act.TRY_SOURCE, one.id), turn),
        (Button(texts.CHANGE, Act.ADD_SOURCE, one.id), Button(label, Act.SOURCE_PUBLISHES, one.id, wish)),
        (Button(texts.CLOSE, Act.CLOSE_SOURCE, one.id, _ASKS),),
        back,
    )


def _tried(card: SourceCard, tried: Tried) -> Message:
    lines: list[Block] = [Bold(texts.tried_title(card.name))]
    if tried.fault is not None:
        lines.append(Line(texts.try_failed(tried.fault)))
    elif not tried.items:
        lines.append(Line(texts.NOTHING_SHOWN))
    else:
        lines.append(Line(texts.tried_found(tried.found)))
        lines += [Line(_tried_line(place, one)) for place, one in enumerate(tried.items, start=1)]
    rows = (
        (Button(texts.TRY_AGAIN, Act.TRY_SOURCE, card.id),),
        (Button(texts.BACK_TO_SOURCE, Act.SOURCE, card.id),),
    )
    return Message((*lines, Buttons(rows)))


def _tried_line(place: int, one: TriedItem) -> str:
    if one.kind is None:
        return texts.tried_fault(place, one.fault) if one.fault is not None else str(place)
    kind = drafting.KINDS[one.kind]
    return texts.tried_line(place, one.number, one.title, kind, one.issued_on, one.files)


def _confirm(words: str, yes: Button) -> Reply:
    keep = Button(texts.KEEP, Act.SOURCE, yes.subject)
    return Reply(replaces=Message((Line(words), Buttons(((yes,), (keep,))))))


def _again(words: str) -> Reply:
    return Reply(messages=(Message((Line(words),)),), keeps_asking=True)


COMMANDS: tuple[Command, ...] = (Command("nguon", texts.HELP_SOURCES, show, roles=_SEE),)
PRESSES: dict[Act, Handler] = {
    Act.SOURCES: turn_page,
    Act.SOURCE: open_source,
    Act.ADD_SOURCE: ask_new,
    Act.TRY_SOURCE: try_one,
    Act.PAUSE_SOURCE: pause,
    Act.CLOSE_SOURCE: close,
    Act.SOURCE_PUBLISHES: set_publishing,
}
AWAITED: dict[Awaited, Handler] = {Awaited.SOURCE_PLACE: take_place}
