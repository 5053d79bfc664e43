"""What the page of an invitation leads to: a bot whose link carries the code, or six digits to be typed."""

from dataclasses import dataclass

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining import codes, handing_over
from storage.database import Connection


@dataclass(frozen=True)
class WaysIn:
    """The ways from an invitation into a chat.

    Args:
        bot_link: opens the bot with the code; empty where no bot takes it that way.
    """

    bot_link: str


async def ways_in(office: Office, *, code: str) -> WaysIn:
    """The ways, whether the code still works or not: only who uses one hears of that.

    Raises:
        Refused: NOT_FOUND, for what cannot be a long code.
    """
    written = codes.read(code)
    if written is None or codes.is_short(written):
        raise Refused(Refusal.NOT_FOUND)

    def body(connection: Connection) -> WaysIn:
        return WaysIn(handing_over.bot_link(connection, written))

    return await office.database.read(body)
