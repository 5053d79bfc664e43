"""One's own conversations: which is written to first, letting one go, a code for another messenger."""

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, File, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation import address_order, inviting
from bot.organisation.address_order import Order
from bot.texts import addresses as texts
from bot.texts import inviting as code_texts
from bot.texts import self_service as words
from handlers.conversation import Command, Handler, Incoming


async def show(office: Office, incoming: Incoming) -> Reply:
    """The conversations in their order."""
    return Reply(messages=(_card(await address_order.own_addresses(incoming.caller, office)),))


async def put_first(office: Office, incoming: Incoming) -> Reply:
    """Have one written to before the others."""
    order = await address_order.put_first(incoming.caller, office, address_id=incoming.press.subject)
    return Reply(replaces=_card(order), toast=texts.PUT_FIRST)


async def remove(office: Office, incoming: Incoming) -> Reply:
    """Let one go; the last one after a warning."""
    press = incoming.press
    removed = await address_order.remove(
        incoming.caller, office, address_id=press.subject, although_last=bool(press.argument)
    )
    if not removed.is_done:
        rows = (
            (Button(texts.KEEP_BUTTON, Act.ADDRESS_ORDER),),
            (Button(texts.REALLY_BUTTON, Act.ADDRESS_REMOVE, press.subject, 1),),
        )
        return Reply(messages=(Message((Line(texts.REALLY_LAST), Buttons(rows))),))
    return Reply(replaces=Message((Line(texts.REMOVED_LAST if removed.is_last else texts.REMOVED),)))


async def add(office: Office, incoming: Incoming) -> Reply:
    """A code with which the member joins from another messenger too."""
    made = await inviting.own_code(incoming.caller, office)
    lines = code_texts.own_code_lines(
        code=made.code, link=made.link, expires_at=made.expires_at, zone=office.zone
    )
    blocks: list[Block] = [Bold(code_texts.OWN_TITLE), *map(Line, lines)]
    if made.picture_id is not None:
        blocks.append(File(code_texts.PICTURE_NAME, made.picture_id))
    return Reply(messages=(Message(tuple(blocks)),), toast=code_texts.OWN_CODE_MADE)


def _card(order: Order) -> Message:
    lines, rows = [], []
    for number, one in enumerate(order.addresses, start=1):
        called = texts.called(words.PLATFORMS[one.platform], one.name)
        lines.append(Line(texts.line(number, called, words.STATES[one.state], is_here=one.is_here)))
        gone = Button(texts.remove_button(number, called), Act.ADDRESS_REMOVE, one.id)
        first = Button(texts.first_button(number, called), Act.ADDRESS_FIRST, one.id)
        rows.append((gone,) if number == 1 else (first, gone))
    rows.append((Button(texts.ADD_BUTTON, Act.ADDRESS_ADD),))
    rows.append((Button(words.BACK_BUTTON, Act.OWN_RECORD),))
    head = Line(texts.INTRO if order.addresses else texts.NONE)
    return Message((Bold(texts.TITLE), head, *lines, Buttons(tuple(rows))))


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.ADDRESS_ORDER: show,
    Act.ADDRESS_FIRST: put_first,
    Act.ADDRESS_REMOVE: remove,
    Act.ADDRESS_ADD: add,
}
AWAITED: dict[Awaited, Handler] = {}
