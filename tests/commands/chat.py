"""One person's conversation with the drafting and approving commands, button after button."""

from collections.abc import Callable
from dataclasses import replace

from bot.messages.acts import Act
from bot.messages.blocks import Button, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.draft.draft_menus import Menu
from handlers.commands.drafting import approving, draft_fields, drafting, pasting
from handlers.conversation import FileSent, Handler, Incoming
from tests.cast import Cast
from tests.commands.saying import buttons, presses, read, says
from tests.publication.steps import DIRECTIVE

PRESSES: dict[Act, Handler] = {**drafting.PRESSES, **draft_fields.PRESSES, **approving.PRESSES}
AWAITED: dict[Awaited, Handler] = {
    **drafting.AWAITED,
    **pasting.AWAITED,
    **draft_fields.AWAITED,
    **approving.AWAITED,
}


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
        return await self.press_this(await self.find(act, where=where))

    async def opens(self, menu: Menu) -> str:
        """What that menu, to which the message at hand leads, says."""
        return read(await self.press(Act.DRAFT_MENU, where=lambda one: one.argument == menu.value))

    async def find(self, act: Act, *, where: Callable[[Button], bool] = lambda one: True) -> Button:
        """The only such button: on the message at hand, or in one of the menus behind it."""
        here = buttons(self.at_hand)
        menus = [one for one in here if one.act is Act.DRAFT_MENU]
        found = [one for one in here if one.act is act and where(one)]
        while not found and menus:
            inside = buttons((await self.press_this(menus.pop(0))).replaces)
            found = [one for one in inside if one.act is act and where(one)]
            menus += [one for one in inside if one.argument == Menu.MORE and one.act is Act.DRAFT_MENU]
        (only,) = found
        return only

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
    await lan.command(pasting.ask_text, "/soan")
    await lan.say(DIRECTIVE)
    return lan


async def handed_in(lan: Chat) -> str:
    """The card is at hand, and Lan hands it in for everybody; what she reads then."""
    await lan.press(Act.CHOOSE_AUDIENCE)
    await lan.press(Act.AUDIENCE_EVERYONE)
    return read(await lan.press(Act.SUBMIT))


async def submitted(office: Office, cast: Cast) -> Chat:
    """Lan has handed it in; Minh has the approver's card at hand."""
    await handed_in(await drafted(office, cast))
    minh = Chat(office, cast, "Minh")
    await minh.command(approving.show_waiting, "/duyet")
    return minh


def field(number: int) -> Callable[[Button], bool]:
    return lambda one: one.argument % 100 == number
