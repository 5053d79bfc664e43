"""One person's conversation with the whole house, with the roles they hold at that moment."""

from collections.abc import Awaitable
from dataclasses import replace

from bot.access import Caller, Door
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Message
from bot.messages.reply import Asking, Reply
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.callers import grants_of
from handlers.commands.table import AWAITED, BY_WORD, PRESSES
from handlers.conversation import Incoming
from storage import tables
from storage.database import Connection
from tests.cast import Cast
from tests.commands.saying import buttons, presses, says


class Talk:
    """Remembers what was asked, and every button that was ever shown."""

    def __init__(self, office: Office, cast: Cast, given: str) -> None:
        self.office, self.cast, self.given = office, cast, given
        self.asking: Asking | None = None
        self.at_hand: Message | None = None
        self.text = ""

    async def caller(self) -> Caller:
        def body(connection: Connection) -> Caller:
            granted = grants_of(connection, self.office, member_id=self.cast[self.given])
            return replace(self.cast.caller(self.given, door=Door.TELEGRAM), grants=granted)

        return await self.office.database.read(body)

    async def says(self, text: str) -> str:
        incoming = says(await self.caller(), text)
        if text.startswith("/"):
            run = BY_WORD[text[1:].split(maxsplit=1)[0]].run
        else:
            assert self.asking is not None, "nothing was asked"
            run = AWAITED[self.asking.awaited]
        return self._took(await run(self.office, self._with_asking(incoming)))

    async def presses(self, act: Act, *, label: str = "", subject: int | None = None) -> str:
        return await self.presses_this(self.button(act, label=label, subject=subject))

    def button(self, act: Act, *, label: str = "", subject: int | None = None) -> Button:
        found = [
            one
            for one in buttons(self.at_hand)
            if one.act is act and label in ("", one.label) and subject in (None, one.subject)
        ]
        assert len(found) == 1, [one.label for one in buttons(self.at_hand)]
        return found[0]

    async def presses_this(self, button: Button) -> str:
        return self._took(await self.replies(button))

    async def replies(self, button: Button) -> Reply:
        incoming = self._with_asking(presses(await self.caller(), button))
        return await PRESSES[button.act](self.office, incoming)

    def _with_asking(self, incoming: Incoming) -> Incoming:
        waiting = self.asking
        if waiting is not None and waiting.until <= self.office.clock.now():
            waiting = None
        return replace(incoming, asking=waiting)

    def _took(self, reply: Reply) -> str:
        if not reply.keeps_asking:
            self.asking = reply.asking
        shown = [*([reply.replaces] if reply.replaces else []), *reply.messages]
        self.at_hand = next((one for one in shown if _has_buttons(one)), None)
        self.text = "\n".join(visible_text(one) for one in shown)
        return self.text


def _has_buttons(message: Message) -> bool:
    return bool(buttons(message))


async def refused(awaited: Awaitable[object]) -> Refusal | None:
    """The reason with which it was refused; None: it was not."""
    try:
        await awaited
    except Refused as error:
        return error.reason
    return None


async def rows_of(office: Office, thing: str) -> list[tuple[str, str, int | None, str]]:
    """(to, detail, actor, door) of what history holds about a kind of thing, in order."""

    def body(connection: Connection) -> list[tuple[str, str, int | None, str]]:
        table = tables.history
        found = connection.execute(table.select().where(table.c.thing == thing).order_by(table.c.id))
        return [(row.to_state, row.detail, row.actor_id, row.door) for row in found]

    return await office.database.read(body)
