"""One person's conversation through the whole table of commands, and what the database says afterwards."""

from collections.abc import Callable
from typing import Any, TypeVar

import sqlalchemy as sa

from bot.access import Caller
from bot.messages.acts import Act
from bot.messages.blocks import Button, Message
from bot.messages.reply import Asking, Reply
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.joining.inviting import invite
from bot.runtime.rooms import COMPOSERS
from handlers.commands.joining.joining import PRESSES as STRANGER_PRESSES
from handlers.commands.joining.joining import start
from handlers.commands.table import AWAITED, BY_WORD, PRESSES
from handlers.conversation import Content, Incoming, Press, Text
from storage import tables
from storage.database import Connection
from tests.cast import COMMAND_LINE, Cast, clock_of
from tests.commands.saying import buttons
from tests.delivery.scripted import ScriptedChannel, drain, sender
from tests.organisation.joined import new_phone

T = TypeVar("T")


class Talk:
    """What somebody says and presses, and what they hear."""

    def __init__(self, office: Office, caller: Caller) -> None:
        self.office = office
        self.caller = caller
        self.asking: Asking | None = None
        self.reply = Reply()

    async def say(self, text: str) -> str:
        """Type a command, or the answer to what is asked."""
        if text.startswith("/"):
            return self._heard(await BY_WORD[text[1:]].run(self.office, self._incoming(Text(text))))
        assert self.asking is not None, "nothing is asked"
        return self._heard(await AWAITED[self.asking.awaited](self.office, self._incoming(Text(text))))

    async def press(self, label: str) -> str:
        """Press a button of the last answer."""
        (found,) = [one for one in self.buttons if one.label == label]
        return await self.act(found.act, found.subject, found.argument)

    async def act(self, act: Act, subject: int = 0, argument: int = 0) -> str:
        """Press a button that stood anywhere."""
        table = STRANGER_PRESSES if self.caller.member_id is None else PRESSES
        return self._heard(await table[act](self.office, self._incoming(Press(act, subject, argument))))

    @property
    def messages(self) -> list[Message]:
        replaced = [] if self.reply.replaces is None else [self.reply.replaces]
        return [*replaced, *self.reply.messages]

    @property
    def buttons(self) -> list[Button]:
        return [one for message in self.messages for one in buttons(message)]

    @property
    def labels(self) -> list[str]:
        return [one.label for one in self.buttons]

    def _incoming(self, content: Content) -> Incoming:
        return Incoming(
            caller=self.caller,
            address_id=self.caller.address_id or 0,
            content=content,
            asking=self.asking,
        )

    def _heard(self, reply: Reply) -> str:
        self.reply = reply
        if not reply.keeps_asking:
            self.asking = reply.asking
        return self.heard

    @property
    def heard(self) -> str:
        """What can be read of the last answer."""
        return "\n".join(visible_text(one) for one in self.messages)


async def names_a_code(office: Office, cast: Cast, given: str = "Tâm", chat_id: str = "new-phone") -> Talk:
    """A stranger who has typed the member's code, with the offer at hand."""
    invitation = await invite(COMMAND_LINE, office, member_id=cast[given])
    talk = Talk(office, await new_phone(office, cast, chat_id))
    talk._heard(await start(office, talk._incoming(Text(f"/start {invitation.code}"))))
    return talk


async def member_at(office: Office, cast: Cast, chat_id: str = "new-phone") -> Talk:
    """Whoever this conversation stands for now."""
    return Talk(office, await new_phone(office, cast, chat_id))


async def sent(office: Office, cast: Cast) -> list[tuple[str, str]]:
    """Send all that may go now: (chat, what can be read) of each message. A broadcast takes its moments."""
    channel = ScriptedChannel()
    one, before = sender(office, cast, channel, per_second=1000, table=COMPOSERS, paced=False), -1
    while len(channel.sent) > before:
        before = len(channel.sent)
        await drain(one)
        clock_of(office).forward(milliseconds=10)
    return [(chat, visible_text(message)) for chat, message in channel.sent]


async def rows(office: Office, table: sa.Table, **wanted: object) -> list[dict[str, Any]]:
    """The rows with these values, oldest first."""

    def body(connection: Connection) -> list[dict[str, Any]]:
        question = sa.select(table).filter_by(**wanted).order_by(*table.primary_key.columns)
        return [dict(row) for row in connection.execute(question).mappings()]

    return await office.database.read(body)


async def do(office: Office, body: Callable[[Connection], T]) -> T:
    return await office.database.transaction(body)


async def on_paper(office: Office, member_id: int) -> bool:
    (row,) = await rows(office, tables.members, id=member_id)
    return bool(row["on_paper"])
