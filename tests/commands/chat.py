"""One person's conversation with the drafting and approving commands, button after button."""

from collections.abc import Callable
from dataclasses import replace

from bot.messages.acts import Act
from bot.messages.blocks import Button, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from handlers.commands import approving, draft_fields, drafting
from handlers.conversation import FileSent, Handler, Incoming
from tests.cast import Cast
from tests.commands.saying import buttons, presses, says
from tests.publication.steps import DIRECTIVE

PRESSES: dict[Act, Handler] = {**drafting.PRESSES, **draft_fields.PRESSES, **approving.PRESSES}
AWAITED: dict[Awaited, Handler] = {**drafting.AWAITED, **draft_fields.AWAITED, **approving.AWAITED}


class Chat:
    """One person's conversation: it remembers what was asked, and the message at hand."""

    def __init__(self, office: Office, cast: Cast, given: str) -> None:
        self.office = office
        self.caller = cast.caller(given)
        self.asking: Asking | None = None
        self.at_hand: Message | None = None

    async def command(self, run: Handler, text: str) -> Reply:
        return self._took(await run(self.office, says(self.caller, text)))

    async def say(self, text: str) -> Reply:
        assert self.asking is not None
        return await self._answer(says(self.caller, text))

    async def send(self, name: str, content: bytes) -> Reply:
        return await self._answer(replace(says(self.caller, ""), content=FileSent(name, content)))

    async def press(self, act: Act, *, where: Callable[[Button], bool] = lambda one: True) -> Reply:
        (found,) = [one for one in buttons(self.at_hand) if one.act is act and where(one)]
        return await self.press_this(found)

    async def press_this(self, found: Button) -> Reply:
        return self._took(await PRESSES[found.act](self.office, presses(self.caller, found)))

    async def _answer(self, incoming: Incoming) -> Reply:
        assert self.asking is not None
        handler = AWAITED[self.asking.awaited]
        return self._took(await handler(self.office, replace(incoming, asking=self.asking)))

    def _took(self, reply: Reply) -> Reply:
        if not reply.keeps_asking:
            self.asking = reply.asking
        shown = [*reply.messages, *([reply.replaces] if reply.replaces else [])]
        self.at_hand = next((one for one in shown if buttons(one)), self.at_hand)
        return reply


async def drafted(office: Office, cast: Cast) -> Chat:
    """Lan has pasted the directive; the draft's card is at hand."""
    lan = Chat(office, cast, "Lan")
    await lan.command(drafting.ask_text, "/soan")
    await lan.say(DIRECTIVE)
    return lan


async def submitted(office: Office, cast: Cast) -> Chat:
    """Lan has handed it in; Minh has the approver's card at hand."""
    lan = await drafted(office, cast)
    await lan.press(Act.CHOOSE_AUDIENCE)
    await lan.press(Act.AUDIENCE_EVERYONE)
    await lan.press(Act.SUBMIT)
    minh = Chat(office, cast, "Minh")
    await minh.command(approving.show_waiting, "/duyet")
    return minh


def field(number: int) -> Callable[[Button], bool]:
    return lambda one: one.argument % 100 == number
