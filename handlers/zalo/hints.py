"""The hint to somebody whose message came without its content."""

from bot.access import Caller
from bot.acknowledgement import listing
from bot.messages.acts import Act
from bot.messages.blocks import Block, Button, Buttons, Line, Message
from bot.office import Office
from bot.texts import cards
from bot.texts import zalo as texts


async def unread(office: Office, caller: Caller) -> Message:
    """What to do instead: write without a link, answer by number, or open the page of what waits.

    Some people's words never arrive (facts/zalo.md 1.3): only the page is left to them.
    """
    if caller.member_id is None:
        return Message(tuple(map(Line, texts.unread_of_stranger())))
    mine = await listing.mine(caller, office)
    blocks: list[Block] = [Line(line) for line in texts.unread(mine.called)]
    if not mine.open:
        return Message((*blocks, Line(texts.CALL)))
    first = mine.open[0]
    blocks.append(Line(texts.waiting(first.number, first.title)))
    if office.settings.web.public_url:
        blocks.append(Line(texts.ON_THE_PAGE))
    # Under the number that it has already; "Đã nắm" stands under the card itself, never under a hint.
    about = first.publication_id
    row = (Button(cards.FULL_TEXT, Act.FULL_TEXT, about), Button(cards.ASK, Act.ASK, about))
    return Message((*blocks, Buttons((row,))))
