"""What the command line can ask for: done by itself, or handed over to the process that runs already."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from bot.access import Caller, Door
from bot.errors import LoaError, Refusal, Refused
from bot.office import Office
from bot.organisation.inviting import Candidate, candidates
from bot.organisation.inviting import invite as make_invitation
from bot.reading.folding import fold

COMMAND_LINE = Caller(member_id=None, door=Door.COMMAND_LINE)
Say = Callable[[str], object]
"""Told, in one line of English, how far long work is."""

_MOST_CANDIDATES = 12


class BadInput(LoaError):
    """What was asked for cannot be understood; the message is one line that says what would be."""


class Values(BaseModel):
    """Arguments or a result: plain values that travel as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Arguments = TypeVar("Arguments", bound=Values)
Result = TypeVar("Result", bound=Values)


@dataclass(frozen=True)
class Request(Generic[Arguments, Result]):
    """One thing that can be asked for.

    Args:
        name: as it stands on the wire.
        arguments: what it needs.
        result: what it gives.
        run: does it; raises `BadInput` and `Refused`.
    """

    name: str
    arguments: type[Arguments]
    result: type[Result]
    run: Callable[[Office, Arguments, Say], Awaitable[Result]]


class Whom(Values):
    """Args: member: a number or (a part of) a name, accents optional."""

    member: str


class Invited(Values):
    """A single-use code, shown this once."""

    member_id: int
    full_name: str
    code: str
    in_link: str
    expires_at: datetime


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

REQUESTS: dict[str, Request[Any, Any]] = {request.name: request for request in (INVITE,)}
