"""Codes that were handed out: which are open, what became of the others, and ending one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining.inviting import INVITERS, demand_invitable, may_invite, units_to_invite
from bot.organisation.joining.making_codes import write_history
from storage.database import Connection
from storage.joining import invitation_lists, invitations
from storage.joining.invitation_lists import Handed
from storage.organisation import grants
from storage.states import Address

AT_ONCE = 8
_LATELY = timedelta(days=30)


class Fate(StrEnum):
    """What became of a code."""

    OPEN = "open"
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True)
class HandedOut:
    """One code, without the code.

    Args:
        at: when that came about; for an open one, until when it can be used (office time).
        may_end: the caller may revoke it.
    """

    id: int
    member_id: int
    full_name: str
    unit_name: str
    fate: Fate
    at: datetime
    may_end: bool


@dataclass(frozen=True)
class Page:
    """Some of the open codes, those that end first before the others.

    Args:
        total: how many are open.
        lately: what became of the newest others.
    """

    handed_out: tuple[HandedOut, ...]
    number: int
    total: int
    lately: tuple[HandedOut, ...]

    @property
    def has_more(self) -> bool:
        """Whether a page follows."""
        return self.number * AT_ONCE < self.total


async def open_invitations(caller: Caller, office: Office, *, page: int = 1) -> Page:
    """The open codes of those whom the caller may invite; a page from 1.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, INVITERS)
    unit_ids, now = units_to_invite(caller), office.clock.now()

    def body(connection: Connection) -> Page:
        total = invitation_lists.count_open(connection, unit_ids=unit_ids, now=now)
        number = max(1, min(page, -(-total // AT_ONCE)))
        found = invitation_lists.open_ones(
            connection, unit_ids=unit_ids, now=now, offset=(number - 1) * AT_ONCE, limit=AT_ONCE
        )
        lately = invitation_lists.ended(
            connection, unit_ids=unit_ids, now=now, since=now - _LATELY, limit=AT_ONCE
        )
        seen = partial(_seen, connection, office, caller)
        return Page(tuple(map(seen, found)), number, total, tuple(map(seen, lately)))

    return await office.database.read(body)


@dataclass(frozen=True)
class Revoked:
    """Whose code was ended."""

    full_name: str
    address_form: Address


async def revoke(caller: Caller, office: Office, *, invitation_id: int) -> Revoked:
    """End a code that nobody used yet; whoever may make one for this member may end it.

    Raises:
        Refused: NOT_ALLOWED; NOT_FOUND; GONE_ON when it was used, revoked or has expired.
    """

    def body(connection: Connection) -> Revoked:
        demand(caller, INVITERS)
        invitation = invitations.by_id(connection, invitation_id)
        if invitation is None:
            raise Refused(Refusal.NOT_FOUND)
        member = demand_invitable(connection, office, caller, invitation.member_id)
        if not invitation_lists.revoke(connection, invitation_id, now=office.clock.now()):
            raise Refused(Refusal.GONE_ON)
        changes = [(invitation_id, Fate.OPEN.value, Fate.REVOKED.value)]
        write_history(connection, office, caller, member, changes=changes)
        return Revoked(member.full_name, member.address_form)

    return await office.perform(caller, "revoke", body, outcome=Revoked)


def _seen(connection: Connection, office: Office, caller: Caller, handed: Handed) -> HandedOut:
    now = office.clock.now()
    fate, at = Fate.OPEN if handed.expires_at > now else Fate.EXPIRED, handed.expires_at
    if handed.used_at is not None:
        fate, at = Fate.USED, handed.used_at
    elif handed.revoked_at is not None:
        fate, at = Fate.REVOKED, handed.revoked_at
    has_role = bool(grants.of_member(connection, handed.member_id, now=now))
    may_end = fate is Fate.OPEN and may_invite(caller, handed.member_id, has_role=has_role)
    return HandedOut(handed.id, handed.member_id, handed.full_name, handed.unit_name, fate, at, may_end)
