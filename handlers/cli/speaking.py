"""What several commands print."""

from collections.abc import Sequence
from datetime import datetime

from handlers.cli.shell import screen


def tell_code(
    full_name: str, code: str, in_link: str, expires_at: datetime, bots: Sequence[str]
) -> None:
    """Print a single-use code and how it is used; it is shown this once.

    The link is Telegram's: https://core.telegram.org/api/links#bot-links (up to 64 of A-Z a-z 0-9 _ -).
    """
    screen.print(f"Code for {full_name}: {code}")
    screen.print(f"It works once, until {expires_at:%H:%M %d/%m/%Y}, and is not shown again.")
    for bot in bots:
        screen.print(f"Link: https://t.me/{bot}?start={in_link}")
    screen.print(f"Without a link: send /start {code} to the office's bot.")
