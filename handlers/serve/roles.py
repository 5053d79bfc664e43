"""Roles, asked for at the command line: who holds what, giving one, ending one."""

from datetime import date, datetime

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.rights import granting, listing
from bot.organisation.rights.proposals import EVERYWHERE, Proposal
from bot.organisation.rights.terms import Term
from bot.reading.folding import fold
from bot.states import Role
from handlers.serve.contract import COMMAND_LINE, BadInput, Request, Say, Values
from handlers.serve.whom import member_meant


class Nothing(Values):
    """No arguments."""


class Line(Values):
    """One role held now, or from a day to come; the moments are in the office's zone."""

    grant_id: int
    member_id: int
    full_name: str
    role: Role
    unit_name: str
    from_at: datetime
    until_at: datetime | None


class Lines(Values):
    """Who holds what."""

    lines: tuple[Line, ...]


class Wish(Values):
    """What is to be given.

    Args:
        member: a number or a name.
        unit: its name; empty: the top one.
        first_on: the first day; None: from now on.
        last_on: the last day; None: until it is ended.
    """

    member: str
    role: Role
    unit: str = ""
    first_on: date | None = None
    last_on: date | None = None


class Done(Values):
    """Args: unchanged: it was so before. told: whether the person can be written to."""

    unchanged: bool
    told: bool


class Which(Values):
    """Args: grant_id: as listed. last_on: the last day; None: it ends now."""

    grant_id: int
    last_on: date | None = None


async def list_roles(office: Office, _nothing: Nothing, _say: Say) -> Lines:
    """Who holds or will hold what."""
    found = await listing.holders(COMMAND_LINE, office)
    zone = office.zone
    return Lines(
        lines=tuple(
            Line(
                grant_id=one.id,
                member_id=one.member_id,
                full_name=one.full_name,
                role=one.role,
                unit_name=one.unit_name,
                from_at=one.from_at.astimezone(zone),
                until_at=None if one.until_at is None else one.until_at.astimezone(zone),
            )
            for one in found
        )
    )


async def give_role(office: Office, wish: Wish, _say: Say) -> Done:
    """Give the role.

    Raises:
        BadInput: the member or the unit is not clear, or the role is not held for a single unit.
    """
    member_id = await member_meant(office, wish.member)
    try:
        units = await listing.units_for(COMMAND_LINE, office, member_id=member_id, role=wish.role)
    except Refused as refused:
        if refused.reason is not Refusal.NOT_FOUND:
            raise
        raise BadInput(f"nobody on the roster has the number {member_id}") from None
    if wish.role not in EVERYWHERE and not wish.unit:
        raise BadInput(f"{wish.role} is held for a unit: say which with --unit")
    unit = next((one for one in units if not wish.unit or fold(one.name) == fold(wish.unit)), None)
    if unit is None:
        about = f"there is no open unit called {wish.unit!r}"
        is_top = wish.role in EVERYWHERE
        raise BadInput(
            f"{about}; {wish.role} is held for {units[0].name!r} only" if is_top and units else about
        )
    term = Term(wish.first_on, wish.last_on)
    given = await granting.give(COMMAND_LINE, office, proposal=Proposal(member_id, wish.role, unit.id, term))
    return Done(unchanged=given.unchanged, told=given.told)


async def end_role(office: Office, which: Which, _say: Say) -> Done:
    """End the role.

    Raises:
        BadInput: there is no such grant.
    """
    try:
        ended = await granting.end(COMMAND_LINE, office, grant_id=which.grant_id, last_on=which.last_on)
    except Refused as refused:
        if refused.reason not in {Refusal.NOT_FOUND, Refusal.GONE_ON}:
            raise
        raise BadInput(f"no role with the number {which.grant_id} is held now; see loa roles list") from None
    return Done(unchanged=ended.unchanged, told=ended.told)


LIST_ROLES = Request("list roles", Nothing, Lines, list_roles)
GIVE_ROLE = Request("give role", Wish, Done, give_role)
END_ROLE = Request("end role", Which, Done, end_role)
