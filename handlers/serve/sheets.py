"""A sheet of invitations for a unit, asked for at the command line: told about first, then made."""

import base64

from pydantic import Base64Bytes

from bot.office import Office
from bot.organisation.invitation_sheets import making
from bot.reading.folding import fold
from handlers.serve.contract import COMMAND_LINE, BadInput, Request, Say, Values

MOST = 2000
"""People on one sheet: five hundred pages, some twenty seconds."""


class Sheet(Values):
    """Args: unit: its name, accents optional; account: of the office's bot, for the links, if it is known."""

    unit: str
    account: str = ""


class Planned(Values):
    """What a sheet would hold and end, as in `bot.organisation.invitation_sheets.making.Plan`."""

    unit: str
    people: int
    ends: int
    on_paper: int


class Drawn(Values):
    """The PDF."""

    unit: str
    people: int
    content: Base64Bytes


async def plan(office: Office, sheet: Sheet, _say: Say) -> Planned:
    """Say what making the sheet would do; nothing is made.

    Raises:
        BadInput: there is no such unit.
        Refused: everybody is reached, or there are too many for one sheet.
    """
    unit_id = await _named(office, sheet.unit)
    found = await making.plan_sheet(COMMAND_LINE, office, unit_id=unit_id, most=MOST)
    return Planned(unit=found.unit_name, people=found.people, ends=found.ends, on_paper=found.on_paper)


async def draw(office: Office, sheet: Sheet, say: Say) -> Drawn:
    """Make the codes and the sheet; earlier codes of these members that nobody used end.

    Raises:
        BadInput: there is no such unit.
        Refused: everybody is reached, or there are too many for one sheet.
    """
    unit_id = await _named(office, sheet.unit)
    say("drawing the sheet")
    made = await making.make_sheet(COMMAND_LINE, office, unit_id=unit_id, most=MOST, account=sheet.account)
    return Drawn(unit=made.unit_name, people=made.people, content=base64.b64encode(made.content))


async def _named(office: Office, name: str) -> int:
    found = list(await making.units_called(COMMAND_LINE, office, name=name)) if fold(name) else []
    match found:
        case []:
            raise BadInput(f"there is no unit called {name!r}")
        case [one]:
            return one
    raise BadInput(f"{name!r} may be any of {len(found)} units; say its whole name")


PLAN_SHEET = Request("plan_sheet", Sheet, Planned, plan)
DRAW_SHEET = Request("draw_sheet", Sheet, Drawn, draw)
