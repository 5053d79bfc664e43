"""One person's conversation about units, button after button; and looking at the tree afterwards."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.access import Caller
from bot.messages.acts import Act
from bot.messages.blocks import Button, Message
from bot.messages.reply import Asking, Reply
from bot.office import Office
from handlers.commands.organisation import unit_changes
from handlers.commands.organisation import units as looking
from storage.database import Connection
from storage.organisation import units
from storage.organisation.units import UnitRow
from tests.cast import Cast
from tests.commands.saying import buttons, presses, read, says

_PRESSES = {**looking.PRESSES, **unit_changes.PRESSES}
_AWAITED = {**looking.AWAITED, **unit_changes.AWAITED}
TODAY = date(2026, 11, 23)


class Chat:
    """Remembers what was asked, and the message at hand (the last one with buttons)."""

    def __init__(self, office: Office, cast: Cast, given: str = "Dũng", caller: Caller | None = None) -> None:
        self.office = office
        self.caller = caller or cast.caller(given)
        self.asking: Asking | None = None
        self.at_hand: Message | None = None
        self.presses = 0

    async def say(self, text: str) -> str:
        incoming = replace(says(self.caller, text), asking=self.asking)
        if text.startswith("/"):
            return self._took(await looking.show(self.office, incoming))
        assert self.asking is not None
        return self._took(await _AWAITED[self.asking.awaited](self.office, incoming))

    async def press(self, act: Act, *, where: Callable[[Button], bool] = lambda one: True) -> str:
        found = [one for one in buttons(self.at_hand) if one.act is act and where(one)]
        if not found:
            # It stands behind "Sửa đơn vị".
            (menu,) = [one for one in buttons(self.at_hand) if one.act is Act.UNIT_CARD and one.argument]
            await self.press_this(menu)
            found = [one for one in buttons(self.at_hand) if one.act is act and where(one)]
        (only,) = found
        return await self.press_this(only)

    async def press_unit(self, unit_id: int) -> str:
        return await self.press(Act.UNIT_CARD, where=lambda one: one.subject == unit_id)

    async def press_this(self, found: Button) -> str:
        self.presses += 1
        incoming = replace(presses(self.caller, found), asking=self.asking)
        return self._took(await _PRESSES[found.act](self.office, incoming))

    def button(self, act: Act) -> Button:
        (found,) = [one for one in buttons(self.at_hand) if one.act is act]
        return found

    def acts(self) -> set[Act]:
        return {one.act for one in buttons(self.at_hand)}

    def _took(self, reply: Reply) -> str:
        if not reply.keeps_asking:
            self.asking = reply.asking
        shown = [*([reply.replaces] if reply.replaces else []), *reply.messages]
        self.at_hand = next((one for one in reversed(shown) if buttons(one)), self.at_hand)
        return read(reply)


async def open_card(chat: Chat, unit_id: int) -> str:
    """The card of a unit, from the list."""
    await chat.say("/donvi")
    return await chat.press_unit(unit_id)


async def row(office: Office, unit_id: int) -> UnitRow:
    found = await office.database.read(lambda connection: units.row(connection, unit_id))
    assert found is not None
    return found


async def tree(office: Office, day: date = TODAY) -> list[tuple[str, str]]:
    """The units of a day in protocol order: (name, name of the unit above)."""

    def body(connection: Connection) -> list[tuple[str, str]]:
        found = units.tree_on(connection, day)
        names = {one.id: one.name for one in found}
        return [(one.name, names.get(one.parent_id or 0, "")) for one in found]

    return await office.database.read(body)
