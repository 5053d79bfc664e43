"""The hint to somebody whose message came without words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.access import Caller
from bot.acknowledgement import listing
from bot.inbox.dialogue import open_question
from bot.inbox.hinting import hint
from bot.messages.acts import Act
from bot.messages.blocks import Block, Button, Buttons, Line, Message
from bot.office import Office
from bot.texts import cards
from bot.texts import zalo as texts
from handlers.zalo.updates import EventName

# What is lost while something is waited for is told again and again, but not to each of ten stickers.
_ASKED_AGAIN_AFTER = timedelta(seconds=20)
_KINDS: Mapping[str, str] = {
    EventName.VOICE: texts.VOICE,
    EventName.IMAGE: texts.PICTURE,
    EventName.STICKER: texts.STICKER,
}


@dataclass(frozen=True)
class _Unread:
    message: Message
    newest: int = 0
    """The newest publication that waits for the person; 0: none does."""


async def hint_at(office: Office, caller: Caller, *, address_id: int, event_name: str) -> None:
    """Say that nothing was recorded, and what to do instead.

    Once a day for each kind of message, and again as soon as something new waits; while the conversation
    waits for an answer it is always said.
    """
    lost = _KINDS.get(event_name, texts.UNREAD)
    if await open_question(office, address_id) is not None:
        message = Message(tuple(map(Line, texts.unread_answer(lost))), keeps_menu=True)
        turn = int(office.clock.machine().timestamp() // _ASKED_AGAIN_AFTER.total_seconds())
        await hint(office, message, address_id=address_id, about=f"asked:{turn}")
        return
    found = await _unread(office, caller, lost)
    today = office.clock.now().astimezone(office.zone).date()
    kind = event_name.split(".")[1] if event_name in _KINDS else "other"
    about = f"{today.isoformat()}:{kind}:{found.newest}"
    await hint(office, found.message, address_id=address_id, about=about)


async def _unread(office: Office, caller: Caller, lost: str) -> _Unread:
    """What to do instead: write without a link, answer by number, or open the page of what waits.

    Some people's words never arrive (facts/zalo.md 1.3): only the page is left to them.
    """
    if caller.member_id is None:
        return _Unread(Message(tuple(map(Line, texts.unread_of_stranger(lost))), keeps_menu=True))
    mine = await listing.mine(caller, office)
    blocks: list[Block] = [Line(line) for line in texts.unread(mine.called, lost)]
    if not mine.open:
        return _Unread(Message((*blocks, Line(texts.CALL)), keeps_menu=True))
    first = mine.open[0]
    blocks.append(Line(texts.waiting(first.number, first.title)))
    if office.settings.web.public_url:
        blocks.append(Line(texts.ON_THE_PAGE))
    # Under the number that it has already; "Đã nắm" stands under the card itself, never under a hint.
    about = first.publication_id
    row = (Button(cards.FULL_TEXT, Act.FULL_TEXT, about), Button(cards.ASK, Act.ASK, about))
    newest = max(one.publication_id for one in mine.open)
    return _Unread(Message((*blocks, Buttons((row,))), keeps_menu=True), newest)
