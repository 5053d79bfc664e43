"""An admin's conversation about roster files, button after button."""

from dataclasses import dataclass, field, replace

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, File, Message
from bot.messages.reply import Reply
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.roster.difference import Part
from handlers.commands.dispatch import _reply
from handlers.conversation import Content, FileSent, Incoming, Press, Text
from storage import files
from storage.files import Kept
from tests.cast import Cast


@dataclass
class Chat:
    """One person's chat; `last` is what was answered last."""

    office: Office
    cast: Cast
    given: str = "Dũng"
    last: Reply = field(default_factory=Reply)

    async def sends(self, content: bytes, name: str = "danh-sach.xlsx") -> str:
        return await self._say(FileSent(name, content))

    async def types(self, text: str) -> str:
        return await self._say(Text(text))

    async def presses(self, act: Act, *, part: Part | None = None) -> str:
        found = [one for one in self.buttons if one.act is act]
        [button] = [one for one in found if part is None or one.argument % 8 == part]
        return await self.presses_again(button)

    async def presses_again(self, button: Button) -> str:
        return await self._say(Press(button.act, button.subject, button.argument))

    @property
    def messages(self) -> list[Message]:
        return [*([self.last.replaces] if self.last.replaces else []), *self.last.messages]

    @property
    def buttons(self) -> list[Button]:
        blocks = [block for message in self.messages for block in message.blocks]
        return [
            button for block in blocks if isinstance(block, Buttons) for row in block.rows for button in row
        ]

    async def file(self) -> Kept:
        """The file that was answered last."""
        [block] = [one for message in self.messages for one in message.blocks if isinstance(one, File)]
        kept = await self.office.database.read(lambda c: files.file(c, block.file_id))
        assert kept is not None
        return kept

    async def _say(self, content: Content) -> str:
        caller = self.cast.caller(self.given)
        incoming = Incoming(caller, caller.address_id or 0, content)
        if self.last.asking is not None:
            incoming = replace(incoming, asking=self.last.asking)
        self.last = await _reply(self.office, incoming)
        return "\n".join(visible_text(message) for message in self.messages)
