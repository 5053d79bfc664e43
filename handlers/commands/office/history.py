"""/nhatky: who did what to whom, when, from where, as far as one may read it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from bot.access import LEADERS_OF_A_UNIT, Door
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, File, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.rights import history_reading as reading
from bot.organisation.rights.history_exporting import MOST_IN_A_CHAT, export
from bot.organisation.rights.history_reading import Filter, Page, Told
from bot.organisation.rights.history_sight import Theme
from bot.states import Role
from bot.texts import history as texts
from handlers.conversation import Command, Handler, Incoming

_THEMES, _DOORS = tuple(Theme), tuple(Door)
# Everybody else finds their own history under /toi.
_READERS = LEADERS_OF_A_UNIT | {Role.AUDITOR, Role.ADMIN, Role.CLERK, Role.APPROVER}
_ANY = 255
_ANY_DAY = 9999
_MOST_PEOPLE = 12
_Choice = TypeVar("_Choice", Theme, Door)


async def show(office: Office, incoming: Incoming) -> Reply:
    """The newest; with words after the command, what they ask for."""
    words = " ".join(incoming.text.split()[1:])
    if not words:
        page = await reading.look(incoming.caller, office, wanted=Filter())
        return Reply(messages=(_message(office, page),))
    try:
        page = await reading.look_typed(incoming.caller, office, words=words)
    except Refused as refused:
        if refused.reason is not Refusal.NOT_FOUND:
            raise
        # The general sentence leads elsewhere; here it is the words that fit nothing.
        return Reply(messages=(Message((Line(texts.NOTHING_CALLED_SO),)),))
    return Reply(messages=(_message(office, page),))


async def go_on(office: Office, incoming: Incoming) -> Reply:
    """What is older than what the card shows, in the same place; without either one's own history."""
    press = incoming.press
    if not press.subject and not press.argument:
        return Reply(messages=(_message(office, await reading.look_own(incoming.caller, office)),))
    page = await reading.look_again(incoming.caller, office, look=press.subject, before_id=press.argument)
    return Reply(replaces=_message(office, page))


async def by_theme(office: Office, incoming: Incoming) -> Reply:
    """The themes to choose among, or the list narrowed to one."""
    press = incoming.press
    if not press.argument:
        page = await reading.look_again(incoming.caller, office, look=press.subject, before_id=0)
        choices = [(texts.THEMES[theme], _THEMES.index(theme) + 1) for theme in page.themes]
        return _choose(Act.HISTORY_THING, press.subject, [*choices, (texts.ANY_THEME, _ANY)])
    theme = _chosen(_THEMES, press.argument)
    return await _narrowed(office, incoming, lambda one: replace(one, theme=theme))


async def by_door(office: Office, incoming: Incoming) -> Reply:
    """The doors to choose among, or the list narrowed to one."""
    press = incoming.press
    if not press.argument:
        choices = [(texts.DOORS[door], number) for number, door in enumerate(_DOORS, start=1)]
        return _choose(Act.HISTORY_DOOR, press.subject, [*choices, (texts.ANY_DOOR, _ANY)])
    door = _chosen(_DOORS, press.argument)
    return await _narrowed(office, incoming, lambda one: replace(one, door=door))


async def by_days(office: Office, incoming: Incoming) -> Reply:
    """The spans to choose among, or the list narrowed to one."""
    press = incoming.press
    if not press.argument:
        choices = [(label, days) for days, label in texts.DAYS.items()]
        return _choose(Act.HISTORY_DAYS, press.subject, [*choices, (texts.ANY_DAY, _ANY_DAY)])
    if press.argument != _ANY_DAY and press.argument not in texts.DAYS:
        raise Refused(Refusal.NOT_FOUND)
    today = office.clock.now().astimezone(office.zone).date()
    first_on = None if press.argument == _ANY_DAY else today - timedelta(days=press.argument - 1)
    return await _narrowed(office, incoming, lambda one: replace(one, first_on=first_on, last_on=None))


async def by_person(office: Office, incoming: Incoming) -> Reply:
    """The list narrowed to the person of the button."""
    member_id = incoming.press.argument
    return await _narrowed(office, incoming, lambda one: replace(one, person_id=member_id))


async def send_file(office: Office, incoming: Incoming) -> Reply:
    """What was looked at, as a worksheet."""
    made = await export(incoming.caller, office, look=incoming.press.subject)
    lines = [texts.exported(made.rows)]
    if made.is_cut:
        lines.append(texts.CUT.format(amount=MOST_IN_A_CHAT))
    blocks: list[Block] = [Bold(texts.EXPORTED_TITLE), *map(Line, lines), File(made.name, made.file_id)]
    return Reply(messages=(Message(tuple(blocks), protected=True),))


async def _narrowed(office: Office, incoming: Incoming, change: Callable[[Filter], Filter]) -> Reply:
    page = await reading.look_narrowed(incoming.caller, office, look=incoming.press.subject, change=change)
    return Reply(replaces=_message(office, page))


def _message(office: Office, page: Page) -> Message:
    if page.people:
        return _choice_of_people(page)
    blocks: list[Block] = [Bold(texts.TITLE if page.sees_others else texts.OWN_TITLE)]
    filtered = texts.filtered(
        person=page.person,
        unit=page.unit,
        theme=page.filter.theme or "",
        door=page.filter.door or "",
        first_on=page.filter.first_on,
        last_on=page.filter.last_on,
    )
    blocks += [Line(filtered)] if filtered else []
    for one in page.told:
        blocks += _told(office, one)
    blocks += [] if page.told else [Line(texts.EMPTY)]
    if page.sees_others and page.is_newest:
        blocks += [Line(texts.HOW_TO_FILTER), Line(texts.IS_WRITTEN_DOWN)]
    rows = _rows(page)
    return Message((*blocks, Buttons(rows)) if rows else tuple(blocks), protected=page.sees_others)


def _told(office: Office, one: Told) -> list[Block]:
    said = texts.sentence(actor=one.actor, on_behalf_of=one.on_behalf_of, did=one.did)
    return [Line(texts.moment(one.at, one.came_from, office.zone)), Line(said), Line("")]


def _rows(page: Page) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    pages = ((texts.NEWER_PAGE, page.newer_before), (texts.NEXT_PAGE, page.next_before))
    turns = tuple(Button(label, Act.HISTORY, page.look, before) for label, before in pages if before)
    rows += [turns] if turns else []
    if page.sees_others:
        rows.append(
            (
                Button(texts.BY_THEME, Act.HISTORY_THING, page.look),
                Button(texts.BY_DOOR, Act.HISTORY_DOOR, page.look),
                Button(texts.BY_DAYS, Act.HISTORY_DAYS, page.look),
            )
        )
    if page.told:
        rows.append((Button(texts.EXPORT, Act.HISTORY_EXPORT, page.look),))
    return tuple(rows)


def _choice_of_people(page: Page) -> Message:
    rows = tuple(
        (Button(one.full_name, Act.HISTORY_PERSON, page.look, one.id),) for one in page.people[:_MOST_PEOPLE]
    )
    rows += ((Button(texts.NEVER_MIND, Act.NEVER_MIND),),)
    return Message((Bold(texts.TITLE), Line(texts.CHOOSE_PERSON), Buttons(rows)))


def _choose(act: Act, look: int, choices: Sequence[tuple[str, int]]) -> Reply:
    rows = tuple((Button(label, act, look, argument),) for label, argument in choices)
    rows += ((Button(texts.NEVER_MIND, Act.HISTORY, look),),)
    return Reply(replaces=Message((Bold(texts.TITLE), Line(texts.CHOOSE), Buttons(rows))))


def _chosen(offered: Sequence[_Choice], number: int) -> _Choice | None:
    if number == _ANY:
        return None
    if not 0 < number <= len(offered):
        raise Refused(Refusal.NOT_FOUND)
    return offered[number - 1]


COMMANDS: tuple[Command, ...] = (
    Command("nhatky", texts.HELP, show, roles=_READERS, otherwise=Refusal.OWN_HISTORY, takes_words=True),
)
PRESSES: dict[Act, Handler] = {
    Act.HISTORY: go_on,
    Act.HISTORY_THING: by_theme,
    Act.HISTORY_DOOR: by_door,
    Act.HISTORY_DAYS: by_days,
    Act.HISTORY_PERSON: by_person,
    Act.HISTORY_EXPORT: send_file,
}
AWAITED: dict[Awaited, Handler] = {}
