"""What is handed over with a code: the link that opens the bot with it, and the link as a picture."""

import io

import segno

from bot.channels.abilities import ABILITIES
from bot.messages.links import JOIN_PATH
from bot.office import Office
from storage.channels import connections
from storage.database import Connection

PICTURE_TYPE = "image/png"
_DOTS = 8
"""Pixels to a dot: a phone reads it from another phone's screen."""


def link(connection: Connection, office: Office, code: str, *, account: str = "") -> str:
    """The link to hand over with a code; empty where there is none.

    Where people write to a bot whose links carry no code, it is the invitation's own page, which leads to
    each messenger; else it opens the bot itself.

    Args:
        connection: an open transaction.
        office: whose.
        code: as `codes.new_code` made it.
        account: the bot's name, where it is known but not in the database.
    """
    if leads_to_page(office):
        return f"{office.settings.web.public_url}{JOIN_PATH}/{code}"
    return bot_link(connection, code, account=account)


def leads_to_page(office: Office) -> bool:
    """Whether the link is that of the invitation's own page."""
    settings = office.settings
    all_carry = all(ABILITIES[one.platform].link for one in settings.connections.values())
    return bool(settings.web.public_url) and not all_carry


def bot_link(connection: Connection, code: str, *, account: str = "") -> str:
    """The link that opens the office's bot with the code; empty where no bot has said its name yet.

    Args:
        connection: an open transaction.
        code: as `codes.new_code` made it.
        account: the bot's name, where it is known but not in the database.
    """
    known = [
        ABILITIES[line.platform].link_with(code, account=line.account)
        for line in connections.every(connection)
    ]
    with_links = next(one for one in ABILITIES.values() if one.link)
    return next(filter(None, known), with_links.link_with(code, account=account))


def picture(address: str) -> bytes:
    """The address as a QR code, in PNG."""
    drawn = io.BytesIO()
    segno.make_qr(address, error="m").save(drawn, kind="png", scale=_DOTS)
    return drawn.getvalue()
