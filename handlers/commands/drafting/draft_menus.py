"""The menus behind a draft's card, and what is chosen there at once: topic, signatory, a scan seen."""

from functools import partial

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.draft import classifying, clearing, due_days, menu_opening
from bot.publication.draft.attaching import attached_files
from bot.publication.draft.draft_menus import FILE_STEPS, LOOK, Menu
from bot.publication.draft.menu_opening import Place
from bot.texts import draft_fields as field_texts
from bot.texts import draft_menus as texts
from bot.texts import drafting as draft_texts
from handlers.commands.drafting.drafting import WAITS, card, with_new_card
from handlers.commands.paging import page_of, turns
from handlers.conversation import Command, Handler, Incoming

_PAGES = 10
"""A button says the number of the menu + so many times the page."""


async def open_menu(office: Office, incoming: Incoming) -> Reply:
    """A menu in the card's place; the files' menu also waits for more files."""
    press = incoming.press
    page, number = divmod(press.argument, _PAGES)
    if number not in set(Menu):
        raise Refused(Refusal.NOT_FOUND)
    menu = Menu(number)
    if menu is Menu.TOPIC:
        return Reply(replaces=await _topics(office, incoming, page))
    message = await menu_opening.open_menu(incoming.caller, office, draft_id=press.subject, menu=menu)
    if menu is not Menu.FILES:
        return Reply(replaces=message)
    asking = Asking(Awaited.DRAFT_FILE, press.subject, office.clock.now() + WAITS)
    return Reply(replaces=message, asking=asking)


async def _topics(office: Office, incoming: Incoming, page: int) -> Message:
    subject = incoming.press.subject
    found = await menu_opening.topics_on_offer(incoming.caller, office, draft_id=subject)
    rows: list[tuple[Button, ...]] = [
        (Button(name, Act.DRAFT_TOPIC, subject, topic_id),) for topic_id, name in page_of(found, page)
    ]
    rows += turns(found, page, partial(_to_topics, subject))
    none = (Button(texts.NO_TOPIC, Act.DRAFT_TOPIC, subject, 0),)
    explained = Line(texts.TOPIC_EXPLAINED)
    return Message((Bold(texts.TOPIC_TITLE), explained, Buttons((*rows, none, _back(subject)))))


def _to_topics(subject: int, label: str, page: int) -> Button:
    return Button(label, Act.DRAFT_MENU, subject, Menu.TOPIC.value + _PAGES * page)


async def set_topic(office: Office, incoming: Incoming) -> Reply:
    """Take the chosen topic."""
    press = incoming.press
    await classifying.set_topic(incoming.caller, office, draft_id=press.subject, topic_id=press.argument)
    return await _changed(office, incoming, field_texts.CHANGED)


async def set_signatory(office: Office, incoming: Incoming) -> Reply:
    """Take who on the roster has signed."""
    press = incoming.press
    await classifying.set_signatory(incoming.caller, office, draft_id=press.subject, member_id=press.argument)
    return await _changed(office, incoming, field_texts.CHANGED)


async def move_due(office: Office, incoming: Incoming) -> Reply:
    """Have it due on the next working day."""
    await due_days.move_due(incoming.caller, office, draft_id=incoming.press.subject)
    return await _changed(office, incoming, field_texts.CHANGED)


async def show_places(office: Office, incoming: Incoming) -> Reply:
    """Where each field stands in the text, and how sure the reader was."""
    press = incoming.press
    found = await menu_opening.places(incoming.caller, office, draft_id=press.subject)
    blocks: list[Block] = [Bold(texts.PLACES_TITLE)]
    for place in page_of(found, press.argument):
        blocks += [Line(texts.place_line(place.label, sure=place.sure)), Line(_around(place))]
    blocks.append(Line(texts.PLACES_EXPLAINED if found else texts.NO_PLACES))
    rows = turns(found, press.argument, lambda label, to: Button(label, Act.DRAFT_PLACES, press.subject, to))
    back = (Button(texts.BACK_TO_FIELDS, Act.DRAFT_MENU, press.subject, Menu.FIELDS.value),)
    return Reply(replaces=Message((*blocks, Buttons((*rows, back))), protected=True))


def _around(place: Place) -> str:
    return texts.around(place.before, place.found, place.after)


async def ask_clearing(office: Office, incoming: Incoming) -> Reply:
    """Ask whether somebody has looked at every page; the files are at hand to be looked at."""
    press = incoming.press
    await clearing.demand_unread(incoming.caller, office, draft_id=press.subject, revision=press.argument)
    found = await attached_files(incoming.caller, office, draft_id=press.subject)
    rows: list[tuple[Button, ...]] = [
        (Button(texts.look_at(one.name), Act.DRAFT_FILE, press.subject, one.id * FILE_STEPS + LOOK),)
        for one in found
    ]
    # The button that changes nothing stands where the first one was pressed: older people tap twice.
    yes = Button(texts.CLEAR_YES, Act.CLEAR_SCAN_CONFIRMED, press.subject, press.argument)
    blocks = (Bold(texts.CLEAR_TITLE), Line(texts.CLEAR_EXPLAINED))
    return Reply(replaces=Message((*blocks, Buttons((_back(press.subject), *rows, (yes,))))))


async def clear(office: Office, incoming: Incoming) -> Reply:
    """It was looked through, and there is no mark."""
    press = incoming.press
    await clearing.clear(incoming.caller, office, draft_id=press.subject, revision=press.argument)
    return await _changed(office, incoming, texts.CLEARED)


def _back(subject: int) -> tuple[Button, ...]:
    return (Button(draft_texts.BACK, Act.OPEN_DRAFT, subject, 1),)


async def _changed(office: Office, incoming: Incoming, said: str) -> Reply:
    return Reply(replaces=await card(office, incoming, incoming.press.subject), toast=said)


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.DRAFT_MENU: with_new_card(open_menu),
    Act.DRAFT_TOPIC: with_new_card(set_topic),
    Act.DRAFT_SIGNATORY: with_new_card(set_signatory),
    Act.DUE_ON_WORKING_DAY: with_new_card(move_due),
    Act.DRAFT_PLACES: with_new_card(show_places),
    Act.CLEAR_SCAN: with_new_card(ask_clearing),
    Act.CLEAR_SCAN_CONFIRMED: with_new_card(clear),
}
AWAITED: dict[Awaited, Handler] = {}
