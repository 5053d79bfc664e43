"""One person's conversation with the commands of this column, button after button."""

from dataclasses import replace

from bot.messages.acts import Act
from bot.messages.blocks import Button, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from handlers.commands.leading import why
from handlers.commands.organisation import topic_units, topics
from handlers.commands.own import quiet_hours, subscriptions
from handlers.conversation import Handler
from tests.cast import Cast
from tests.commands.saying import buttons, presses, read, says

_MODULES = (subscriptions, topics, topic_units, quiet_hours, why)
PRESSES: dict[Act, Handler] = {act: run for module in _MODULES for act, run in module.PRESSES.items()}
AWAITED: dict[Awaited, Handler] = {word: run for module in _MODULES for word, run in module.AWAITED.items()}
COMMANDS = {command.name: command.run for module in _MODULES for command in module.COMMANDS}


class Talk:
    """It remembers what was asked, and the message at hand."""

    def __init__(self, office: Office, cast: Cast, given: str) -> None:
        self.office = office
        self.caller = cast.caller(given)
        self.asking: Asking | None = None
        self.at_hand: Message | None = None
        self.toast = ""

    async def says(self, text: str) -> str:
        """Types a command, or what was asked for; what comes back."""
        if text.startswith("/"):
            run = COMMANDS[text[1:].split(maxsplit=1)[0]]
            return self._took(await run(self.office, says(self.caller, text)))
        assert self.asking is not None
        run = AWAITED[self.asking.awaited]
        return self._took(await run(self.office, replace(says(self.caller, text), asking=self.asking)))

    async def presses(self, label: str) -> str:
        """Presses the button with these words at hand, or in a menu at hand; what comes back."""
        menus = [one for one in buttons(self.at_hand) if one.label in {"Đổi cách nhận", "Việc khác"}]
        while label not in self.labels and menus:
            await self.presses_this(menus.pop(0))
        (found,) = [one for one in buttons(self.at_hand) if one.label == label]
        return await self.presses_this(found)

    async def presses_this(self, found: Button) -> str:
        """Presses a button kept from before."""
        return self._took(await PRESSES[found.act](self.office, presses(self.caller, found)))

    @property
    def labels(self) -> list[str]:
        """The buttons at hand."""
        return [one.label for one in buttons(self.at_hand)]

    def _took(self, reply: Reply) -> str:
        if not reply.keeps_asking:
            self.asking = reply.asking
        shown = [*reply.messages, *([reply.replaces] if reply.replaces else [])]
        self.at_hand = next((one for one in shown if buttons(one)), self.at_hand)
        self.toast = reply.toast
        return read(reply)
