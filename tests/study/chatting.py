"""One person's conversation about study sessions, command by command and button by button."""

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.messages.splitting import visible_text
from bot.office import Office
from handlers.commands.study import study, study_planning
from handlers.conversation import Handler, Incoming, Press, Text
from tests.cast import Cast

COMMANDS = {command.name: command.run for command in (*study.COMMANDS, *study_planning.COMMANDS)}
PRESSES: dict[Act, Handler] = {**study.PRESSES, **study_planning.PRESSES}
AWAITED: dict[Awaited, Handler] = {**study.AWAITED, **study_planning.AWAITED}


class Chat:
    """One person's conversation: what they say, and what the last answer was."""

    def __init__(self, office: Office, cast: Cast, given: str) -> None:
        self.office = office
        self.cast = cast
        self.given = given
        self.asking: Asking | None = None
        self.reply = Reply()

    async def say(self, text: str) -> str:
        """Type a command, or the answer to what is asked; returns what can be read then."""
        incoming = self._incoming(Text(text))
        if text.startswith("/"):
            return self._heard(await COMMANDS[text[1:]](self.office, incoming))
        assert self.asking is not None, "nothing is asked"
        return self._heard(await AWAITED[self.asking.awaited](self.office, incoming))

    async def press(self, label: str) -> str:
        """Press a button of the last answer."""
        found = [button for button in self.buttons if button.label == label]
        assert len(found) == 1, [button.label for button in self.buttons]
        return await self.act(found[0].act, found[0].subject, found[0].argument)

    async def act(self, act: Act, subject: int, argument: int = 0) -> str:
        """Press a button that stood anywhere."""
        incoming = self._incoming(Press(act, subject, argument))
        return self._heard(await PRESSES[act](self.office, incoming))

    @property
    def messages(self) -> list[Message]:
        """What the last answer put on the screen."""
        replaced = [] if self.reply.replaces is None else [self.reply.replaces]
        return [*replaced, *self.reply.messages]

    @property
    def buttons(self) -> list[Button]:
        """The buttons of the last answer."""
        blocks = [block for message in self.messages for block in message.blocks]
        return [
            button for block in blocks if isinstance(block, Buttons) for row in block.rows for button in row
        ]

    def _incoming(self, content: Text | Press) -> Incoming:
        return Incoming(
            caller=self.cast.caller(self.given),
            address_id=self.cast.addresses[self.given],
            content=content,
            asking=self.asking,
        )

    def _heard(self, reply: Reply) -> str:
        self.reply = reply
        if not reply.keeps_asking:
            self.asking = reply.asking
        return "\n".join(visible_text(message) for message in self.messages)
