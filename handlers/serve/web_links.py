"""A link and a code for a member's own page, asked for at the command line."""

from datetime import datetime

from bot.office import Office
from bot.organisation.web_inbox.making import make
from handlers.serve.contract import COMMAND_LINE, Request, Say, Values
from handlers.serve.whom import member_meant


class Owner(Values):
    """Args: member: a number or (a part of) a name, accents optional."""

    member: str


class WebLink(Values):
    """The way to a member's page, shown this once; the moments are in the office's zone."""

    full_name: str
    url: str
    code: str
    link_ends_at: datetime
    code_ends_at: datetime


async def web_link(office: Office, owner: Owner, _say: Say) -> WebLink:
    """Make a link and a code; earlier ones end.

    Raises:
        BadInput: nobody, or more than one, is meant.
    """
    made = await make(COMMAND_LINE, office, member_id=await member_meant(office, owner.member))
    return WebLink(
        full_name=made.full_name,
        url=made.url,
        code=made.code,
        link_ends_at=made.link_ends_at.astimezone(office.zone),
        code_ends_at=made.code_ends_at.astimezone(office.zone),
    )


MAKE_WEB_LINK = Request("web_link", Owner, WebLink, web_link)
