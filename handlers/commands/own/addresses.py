"""One's own conversations: which is written to first, letting one go, a code for another messenger."""

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, File, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.addresses import address_order
from bot.organisation.addresses.address_order import Order
from bot.organisation.joining import inviting
from bot.texts import addresses as texts
from bot.texts import inviting as code_texts
from bot.texts import self_service as words
from bot.texts import six_digits as digits
from handlers.commands.places import place_words
from handlers.conversation import Command, Handler, Incoming


async def show(office: Office, incoming: Incoming) -> Reply:
    """The conversations in their order."""
    return Reply(messages=(_card(await address_order.own_addresses(incoming.caller, office)),))


async def put_first(office: Office, incoming: Incoming) -> Reply:
    """Have one written to before the others."""
    order = await address_order.put_first(incoming.caller, office, address_id=incoming.press.subject)
    first = order.addresses[0]
    said = texts.put_first(texts.called(words.PLATFORMS[first.platform], first.name))
    return Reply(replaces=_card(order), toast=said, receipt=said)


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
    said = texts.removed(words.PLATFORMS[removed.platform], is_last=removed.is_last)
    return Reply(replaces=Message((Line(said),)), receipt=said)


async def add(office: Office, incoming: Incoming) -> Reply:
    """A code with which the member joins from another messenger too."""
    made = await inviting.own_code(incoming.caller, office)
    lines = code_texts.own_code_lines(
        code=made.code,
        link=made.link,
        place=place_words(made.place),
        others=made.others,
        expires_at=made.expires_at,
        zone=office.zone,
    )
    blocks: list[Block] = [Bold(code_texts.OWN_TITLE), *map(Line, lines)]
    if made.picture_id is not None:
        blocks.append(File(code_texts.PICTURE_NAME, made.picture_id))
    blocks.append(Buttons(((Button(digits.BUTTON, Act.OWN_SIX_DIGITS),),)))
    return Reply(messages=(Message(tuple(blocks)),), toast=code_texts.OWN_CODE_MADE)


def _card(order: Order) -> Message:
    lines: list[Block] = []
    first_rows: list[tuple[Button, ...]] = []
    gone_rows: list[tuple[Button, ...]] = []
    for number, one in enumerate(order.addresses, start=1):
        called = texts.called(words.PLATFORMS[one.platform], one.name)
        lines.append(Line(texts.line(number, called, words.STATES[one.state], is_here=one.is_here)))
        gone = Button(texts.remove_button(number, called), Act.ADDRESS_REMOVE, one.id)
        first = Button(texts.first_button(number, called), Act.ADDRESS_FIRST, one.id)
        first_rows += [] if number == 1 else [(first,)]
        gone_rows.append((gone,))
    # What takes something away stands last: where choices are numbered, 1 is typed without looking.
    rows = [
        (Button(texts.ADD_BUTTON, Act.ADDRESS_ADD),),
        *first_rows,
        *gone_rows,
        (Button(words.BACK_BUTTON, Act.OWN_RECORD),),
    ]
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
