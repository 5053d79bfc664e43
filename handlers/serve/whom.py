"""Which member is meant at the command line: a number, or a name with or without accents."""

import re

from bot.office import Office
from bot.organisation.rights.listing import named
from bot.reading.folding import fold
from handlers.serve.contract import COMMAND_LINE, BadInput


async def member_meant(office: Office, member: str) -> int:
    """The member's number.

    Raises:
        BadInput: nobody, or more than one, is meant.
    """
    if re.fullmatch(r"\d{1,9}", member, re.ASCII):
        return int(member)
    found = await named(COMMAND_LINE, office, words=member)
    exact = [one for one in found if fold(one.full_name) == fold(member)]
    match exact or list(found):
        case []:
            raise BadInput(f"nobody on the roster is called {member!r}")
        case [one]:
            return one.member_id
        case several:
            shown = ", ".join(f"{one.member_id} {one.full_name} ({one.unit_name})" for one in several)
            raise BadInput(f"{member!r} may be {shown}; say the number")
