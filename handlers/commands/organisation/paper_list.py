"""Putting a member who wishes it onto the paper list, from their card."""

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.membership import paper, viewing
from bot.texts import roster as texts
from handlers.commands.organisation.roster import member_card
from handlers.conversation import Command, Handler, Incoming


async def ask(office: Office, incoming: Incoming) -> Reply:
    """Whether the member really wishes for paper."""
    card = await viewing.card(incoming.caller, office, member_id=incoming.press.subject)
    member = card.member
    words = texts.ask_paper(member.address_form, member.full_name)
    confirm = Button(texts.BUTTON_PAPER_CONFIRMED, Act.PUT_ON_PAPER_CONFIRMED, member.id)
    back = Button(texts.BUTTON_BACK, Act.MEMBER_CARD, member.id)
    return Reply(replaces=Message((Line(words), Buttons(((confirm,), (back,))))))


async def put(office: Office, incoming: Incoming) -> Reply:
    """Put the member of the button onto the paper list."""
    member_id = incoming.press.subject
    await paper.put_on_paper(incoming.caller, office, member_id=member_id)
    found = await viewing.card(incoming.caller, office, member_id=member_id)
    line = texts.put_on_paper(found.member.address_form, found.member.full_name)
    card = await member_card(office, incoming, member_id)
    return Reply(messages=(Message((Line(line),)), card), toast=texts.DONE)


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {Act.PUT_ON_PAPER: ask, Act.PUT_ON_PAPER_CONFIRMED: put}
AWAITED: dict[Awaited, Handler] = {}
