"""`loa web-link`: the way to a member's own page, for who has no messenger."""

import asyncio
from typing import Annotated

import typer

from handlers.cli.acting import act
from handlers.cli.shell import aside, asked_of, screen
from handlers.serve.web_links import MAKE_WEB_LINK, Owner


def web_link(
    context: typer.Context,
    member: Annotated[
        str, typer.Argument(metavar="MEMBER", help="A number, or a name; accents are optional.")
    ],
) -> None:
    """Make a link and a one-time code for a member's page of the web inbox; earlier ones end."""
    settings = asked_of(context).settings()
    with aside.status("making a link") as status:
        made = asyncio.run(act(settings, MAKE_WEB_LINK, Owner(member=member), say=status.update))
    screen.print(f"Page of {made.full_name}, until {made.link_ends_at:%d/%m/%Y}:")
    # On a line of its own and unbroken: it is copied from here.
    screen.print(made.url, soft_wrap=True)
    screen.print(f"Code: {made.code} (once, until {made.code_ends_at:%H:%M on %d/%m/%Y})")
    screen.print("Hand both to this person only.")
