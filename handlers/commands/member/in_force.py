"""/vanban: what is in force, page by page, of all kinds or of one."""

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.publication.member.in_force import InForce, in_force_for
from bot.states import Kind
from bot.texts import acknowledging as texts
from bot.texts import drafting
from bot.texts import roster as pages
from bot.texts import searching as search_texts
from handlers.commands.paging import PAGE
from handlers.conversation import Command, Handler, Incoming

# Signed into buttons: never reuse a number; 0 is every kind.
_KINDS = {1: Kind.DIRECTIVE, 2: Kind.MEETING_SUMMARY, 3: Kind.NOTICE}
_IN_A_ROW = 2


async def show(office: Office, incoming: Incoming) -> Reply:
    """The first page, of every kind."""
    return Reply(messages=(await _list(office, incoming, number=0, page=0),))


async def turn_page(office: Office, incoming: Incoming) -> Reply:
    """Another page, or another kind, in the same place."""
    number, page = incoming.press.subject, incoming.press.argument
    return Reply(replaces=await _list(office, incoming, number=number, page=page))


async def _list(office: Office, incoming: Incoming, *, number: int, page: int) -> Message:
    kind = _KINDS.get(number)
    found = await in_force_for(incoming.caller, office, limit=PAGE + 1, skip=page * PAGE, kind=kind)
    if not found and kind is None and not page:
        return Message((Line(texts.NOTHING_PUBLISHED),))
    shown = found[:PAGE]
    heading = (
        texts.HEADING_PUBLISHED if kind is None else f"{texts.HEADING_PUBLISHED}: {drafting.KINDS[kind]}"
    )
    lines: list[Block] = [Bold(heading)]
    lines += [
        Line(texts.published_line(place, one.number, one.title, one.published_at, office.zone))
        for place, one in enumerate(shown, start=1)
    ]
    if not shown:
        lines.append(Line(search_texts.NOTHING_OF_KIND))
    rows = (*_opening(shown), *_turns(number, page, has_next=len(found) > PAGE), *_choosing(number))
    return Message((*lines, Buttons(rows)))


def _opening(shown: tuple[InForce, ...]) -> list[tuple[Button, ...]]:
    buttons = [
        Button(texts.open_button(place), Act.OPEN_CARD, one.publication_id)
        for place, one in enumerate(shown, start=1)
    ]
    return [tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW)]


def _turns(number: int, page: int, *, has_next: bool) -> list[tuple[Button, ...]]:
    row = [Button(pages.PAGE_BEFORE, Act.IN_FORCE, number, page - 1)] if page else []
    row += [Button(pages.NEXT_PAGE, Act.IN_FORCE, number, page + 1)] if has_next else []
    return [tuple(row)] if row else []


def _choosing(chosen: int) -> list[tuple[Button, ...]]:
    labels = {0: search_texts.ALL_KINDS} | {number: drafting.KINDS[kind] for number, kind in _KINDS.items()}
    others = [Button(label, Act.IN_FORCE, number) for number, label in labels.items() if number != chosen]
    first, *rest = others
    return [(first,), tuple(rest)]


COMMANDS: tuple[Command, ...] = (Command("vanban", texts.HELP_PUBLISHED, show),)
PRESSES: dict[Act, Handler] = {Act.IN_FORCE: turn_page}
AWAITED: dict[Awaited, Handler] = {}
