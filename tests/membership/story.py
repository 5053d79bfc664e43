"""One person's conversation with the roster, and what the roster's changes left behind."""

from dataclasses import replace
from datetime import date

from bot.access import Caller
from bot.messages.acts import Act
from bot.messages.blocks import Button, Message
from bot.messages.reply import Asking, Reply
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.callers import grants_of
from bot.organisation.membership.composers import compose_induction, compose_news
from bot.organisation.membership.moving import Moved, move_member
from handlers.commands.table import AWAITED, BY_WORD, PRESSES
from handlers.conversation import Incoming
from storage import tables
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.states import Purpose
from tests.acknowledgement.story import composed, owed, rows
from tests.cast import START, Cast
from tests.commands.saying import button, buttons, presses, says

TODAY = START.date()


_PARTS = range(1, 7)


class Chat:
    """Types commands, presses buttons under the newest message that has any, and reads the answers."""

    def __init__(self, office: Office, cast: Cast, given: str) -> None:
        self.office = office
        self.caller = cast.caller(given)
        self.asking: Asking | None = None
        self.at_hand: Message | None = None

    async def say(self, text: str) -> str:
        if text.startswith("/"):
            run = BY_WORD[text[1:].split(maxsplit=1)[0]].run
        else:
            assert self.asking is not None, "nothing was asked"
            run = AWAITED[self.asking.awaited]
        return self._took(await run(self.office, replace(says(self.caller, text), asking=self.asking)))

    async def press(self, act: Act, *, label: str = "", subject: int | None = None) -> str:
        parts = [
            one for one in buttons(self.at_hand) if one.act is Act.MEMBER_CARD and one.argument in _PARTS
        ]
        while parts and act not in {one.act for one in buttons(self.at_hand)}:
            # It stands in a part of the card.
            await self.press_this(parts.pop(0))
        if not label:
            return await self.press_this(button(self.at_hand, act, subject=subject))
        (found,) = [one for one in buttons(self.at_hand) if one.act is act and one.label == label]
        return await self.press_this(found)

    async def press_this(self, pressed: Button) -> str:
        incoming: Incoming = presses(self.caller, pressed)
        return self._took(await PRESSES[pressed.act](self.office, incoming))

    @property
    def labels(self) -> list[str]:
        return [one.label for one in buttons(self.at_hand)]

    def _took(self, reply: Reply) -> str:
        if not reply.keeps_asking:
            self.asking = reply.asking
        shown = [*([reply.replaces] if reply.replaces else []), *reply.messages]
        self.at_hand = next((one for one in reversed(shown) if buttons(one)), self.at_hand)
        return "\n".join(visible_text(one) for one in shown)


async def moves(
    office: Office, cast: Cast, given: str, to: str, *, by: Caller | None = None, on: date = TODAY
) -> Moved:
    """The member moves to the unit, by the admin's hand."""
    caller = by or cast.caller("Dũng")

    def body(connection: Connection) -> Moved:
        return move_member(
            connection, office, caller, member_id=cast[given], to_unit_id=cast.units[to], on=on
        )

    return await office.database.transaction(body)


async def now_caller(office: Office, cast: Cast, given: str) -> Caller:
    """The member with the roles they hold now."""

    def body(connection: Connection) -> Caller:
        grants = grants_of(connection, office, member_id=cast[given])
        return replace(cast.caller(given), grants=grants)

    return await office.database.read(body)


async def news(office: Office) -> dict[int, str]:
    """The news of the roster that is queued, as each reader would read it."""
    return {row.member_id or 0: await read(office, row) for row in await owed(office, Purpose.ROSTER_NEWS)}


async def induction(office: Office, cast: Cast, given: str) -> tuple[str, list[int]]:
    """What the member would read who came later, and the publications its buttons open."""
    (row,) = [one for one in await owed(office, Purpose.INDUCTION) if one.member_id == cast[given]]
    message = await composed(office, compose_induction, row)
    assert isinstance(message, Message)
    return visible_text(message), [one.subject for one in buttons(message)]


async def read(office: Office, row: Claimed) -> str:
    message = await composed(office, compose_news, row)
    return visible_text(message) if isinstance(message, Message) else str(message)


async def told(office: Office, **fits: object) -> list[tuple[str, str, str]]:
    """History with these values: from, to, detail; in order."""
    return [(row.from_state, row.to_state, row.detail) for row in await rows(office, tables.history, **fits)]
