"""A code for a member, asked for at the command line."""

import re
from datetime import datetime

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining import handing_over
from bot.organisation.joining.inviting import Candidate, candidates
from bot.organisation.joining.inviting import invite as make_invitation
from bot.reading.folding import fold
from handlers.serve.contract import COMMAND_LINE, BadInput, Request, Say, Values

_MOST_CANDIDATES = 12


class Whom(Values):
    """Args: member: a number or (a part of) a name, accents optional."""

    member: str


class Invited(Values):
    """A single-use code, shown this once.

    Args:
        place: the bot to which it has to be typed, if there is one.
        page: the invitation's own page, which leads to every messenger, if there is one.
    """

    member_id: int
    full_name: str
    code: str
    in_link: str
    expires_at: datetime
    place: str = ""
    page: str = ""


async def invite(office: Office, whom: Whom, _say: Say) -> Invited:
    """Make a code for the member; an earlier one that nobody used ends.

    Raises:
        BadInput: nobody, or more than one, is meant.
    """
    is_number = re.fullmatch(r"\d{1,9}", whom.member, re.ASCII)
    member_id = int(whom.member) if is_number else await _named(office, whom.member)
    try:
        made = await make_invitation(COMMAND_LINE, office, member_id=member_id)
    except Refused as refused:
        if refused.reason is not Refusal.NOT_FOUND:
            raise
        raise BadInput(f"nobody on the roster has the number {member_id}") from None
    return Invited(
        member_id=made.member_id,
        full_name=made.full_name,
        code=made.code,
        in_link=made.in_link,
        expires_at=made.expires_at.astimezone(office.zone),
        place=(made.place.link or made.place.called) if made.place else "",
        page=made.link if handing_over.leads_to_page(office) else "",
    )


async def _named(office: Office, name: str) -> int:
    found = await candidates(COMMAND_LINE, office, words=name, only_unreached=False) if fold(name) else ()
    exact = [one for one in found if fold(one.full_name) == fold(name)]
    match exact or list(found):
        case []:
            raise BadInput(f"nobody on the roster is called {name!r}")
        case [one]:
            return one.member_id
        case several:
            raise BadInput(f"{name!r} may be {_listed(several)}; say the number")


def _listed(several: list[Candidate]) -> str:
    shown = [f"{one.member_id} {one.full_name} ({one.unit_name})" for one in several[:_MOST_CANDIDATES]]
    rest = len(several) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


INVITE = Request("invite", Whom, Invited, invite)
