"""Saying things to a command, and reading what it answers."""

from bot.access import Caller
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Message
from bot.messages.reply import Reply
from bot.messages.splitting import visible_text
from handlers.conversation import Content, Incoming, Press, Text


def says(caller: Caller, text: str) -> Incoming:
    return _incoming(caller, Text(text))


def presses(caller: Caller, button: Button) -> Incoming:
    return _incoming(caller, Press(button.act, button.subject, button.argument))


def read(reply: Reply) -> str:
    """Everything that the reply shows, what it replaces first."""
    shown = ([reply.replaces] if reply.replaces else []) + list(reply.messages)
    return "\n".join(visible_text(message) for message in shown)


def buttons(message: Message | None) -> list[Button]:
    assert message is not None
    rows = [row for block in message.blocks if isinstance(block, Buttons) for row in block.rows]
    return [button for row in rows for button in row]


def button(message: Message | None, act: Act, *, subject: int | None = None) -> Button:
    """The only button of that act (about that subject)."""
    (found,) = [
        one for one in buttons(message) if one.act is act and (subject is None or one.subject == subject)
    ]
    return found


def _incoming(caller: Caller, content: Content) -> Incoming:
    return Incoming(
        caller=caller,
        address_id=caller.address_id or 0,
        content=content,
        knows_contacts=True,
    )
