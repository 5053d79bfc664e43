"""What came from a source: taking or leaving one by hand, and the drafts that were made."""

from bot.intake import items
from bot.intake.items import DROPPABLE, TAKEABLE, ShownItem
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.states import Role
from bot.texts import source_menus as texts
from handlers.commands.paging import page_of, turns
from handlers.conversation import Command, Handler, Incoming


async def show(office: Office, incoming: Incoming) -> Reply:
    """What the source showed, what changed last first."""
    source_id, page = incoming.press.subject, incoming.press.argument
    return Reply(replaces=await _list(office, incoming, source_id, page))


async def take(office: Office, incoming: Incoming) -> Reply:
    """Have it read and drafted."""
    taken = await items.take_item(incoming.caller, office, item_id=incoming.press.subject)
    page = incoming.press.argument
    return Reply(replaces=await _list(office, incoming, taken.source_id, page), toast=texts.WILL_TAKE)


async def drop(office: Office, incoming: Incoming) -> Reply:
    """It is nothing for the members."""
    dropped = await items.drop_item(incoming.caller, office, item_id=incoming.press.subject)
    page = incoming.press.argument
    return Reply(replaces=await _list(office, incoming, dropped.source_id, page), toast=texts.SAVED)


async def _list(office: Office, incoming: Incoming, source_id: int, page: int) -> Message:
    found = await items.items_of(incoming.caller, office, source_id=source_id)
    back = (Button(texts.BACK_TO_SOURCE, Act.SOURCE, source_id),)
    if not found:
        return Message((Line(texts.NO_ITEMS), Buttons((back,))))
    shown = list(enumerate(page_of(found, page), start=1))
    lines = [Line(_line(place, one)) for place, one in shown]
    is_clerk = incoming.caller.has({Role.CLERK})
    rows = [row for place, one in shown if is_clerk and (row := _row(place, one, page))]
    rows += turns(found, page, lambda label, to: Button(label, Act.SOURCE_ITEMS, source_id, to))
    return Message((Bold(texts.ITEMS), *lines, Buttons((*rows, back))))


def _line(place: int, one: ShownItem) -> str:
    state = texts.item_state(one.state, is_published=one.is_published)
    return texts.item_line(place, one.number, one.title, state, one.fault)


def _row(place: int, one: ShownItem, page: int) -> tuple[Button, ...]:
    row: list[Button] = []
    if one.draft_id is not None:
        row.append(Button(texts.draft_button(place), Act.OPEN_DRAFT, one.draft_id))
    if one.state in TAKEABLE and one.link:
        row.append(Button(texts.take_button(place), Act.TAKE_ITEM, one.id, page))
    if one.state in DROPPABLE:
        row.append(Button(texts.drop_button(place), Act.DROP_ITEM, one.id, page))
    return tuple(row)


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.SOURCE_ITEMS: show,
    Act.TAKE_ITEM: take,
    Act.DROP_ITEM: drop,
}
AWAITED: dict[Awaited, Handler] = {}
