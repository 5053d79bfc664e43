"""Who is calling, and what they may do (design.md section 8). Every use case asks here."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from bot.errors import Refusal, Refused
from storage.states import Role


class Door(StrEnum):
    """Through which door a caller came; it stands in history."""

    TELEGRAM = "telegram"
    ZALO = "zalo"
    WEB = "web"
    LINK = "link"
    """The page of one publication, behind the signed link in a message, for whoever holds the link."""
    COMMAND_LINE = "command_line"
    CLOCK = "clock"
    """Nobody: a rule with a due time acted."""


@dataclass(frozen=True)
class Grant:
    """One role held for a unit and all below it.

    Args:
        role: which.
        unit_id: for which unit.
        units: that unit and every unit below it, as of now.
    """

    role: Role
    unit_id: int
    units: frozenset[int]


@dataclass(frozen=True)
class Caller:
    """Who knocks.

    Args:
        member_id: the member, or None for the command line (the machine's owner) and the clock.
        grants: the roles in force now.
        door: where they came in.
        address_id: the conversation they speak from, if any.
        knock: the inbox row being handled, so that a second run of it returns the first outcome.
        on_behalf_of: the member for whom a delegate acts.
    """

    member_id: int | None
    door: Door
    grants: tuple[Grant, ...] = field(default_factory=tuple)
    address_id: int | None = None
    knock: int | None = None
    on_behalf_of: int | None = None

    @property
    def roles(self) -> frozenset[Role]:
        """The roles held anywhere."""
        return frozenset(grant.role for grant in self.grants)

    def has(self, roles: Collection[Role], *, unit_id: int | None = None) -> bool:
        """Whether one of the roles is held, for that unit if one is named."""
        return any(
            grant.role in roles and (unit_id is None or unit_id in grant.units) for grant in self.grants
        )

    def units_of(self, roles: Collection[Role]) -> frozenset[int]:
        """The units for which one of the roles is held."""
        units: frozenset[int] = frozenset()
        return units.union(*(grant.units for grant in self.grants if grant.role in roles))


LEADERS_OF_A_UNIT = frozenset({Role.SECRETARY, Role.DEPUTY_SECRETARY})
SEE_NAMES_EVERYWHERE = frozenset({Role.CLERK})
SEE_NAMES_LOGGED = frozenset({Role.COMMITTEE_LEADER})
SEE_TOTALS = frozenset({Role.COMMITTEE_LEADER, Role.CLERK, Role.APPROVER})
SEE_COUNTS = frozenset({Role.ADMIN, Role.AUDITOR})


def demand(caller: Caller, roles: Collection[Role], *, unit_id: int | None = None) -> None:
    """Refuse unless the caller holds one of the roles (for the unit, if one is named).

    The command line is the owner of the machine and its database: nothing can be kept from it.

    Raises:
        Refused: NOT_ALLOWED.
    """
    if caller.door is Door.COMMAND_LINE or caller.has(roles, unit_id=unit_id):
        return
    raise Refused(Refusal.NOT_ALLOWED)


def demand_member(caller: Caller) -> int:
    """The caller's member id.

    Raises:
        Refused: NOT_ALLOWED, when no member stands behind the call.
    """
    if caller.member_id is None:
        raise Refused(Refusal.NOT_ALLOWED)
    return caller.member_id


def units_with_names(caller: Caller) -> frozenset[int] | None:
    """The units whose members the caller may see by name as outstanding; None means every unit.

    The committee leader sees them too, on a click that is written into history: the use case that
    shows them does so.
    """
    if caller.door is Door.COMMAND_LINE or caller.has(SEE_NAMES_EVERYWHERE | SEE_NAMES_LOGGED):
        return None
    return caller.units_of(LEADERS_OF_A_UNIT)


def units_with_totals(caller: Caller) -> frozenset[int] | None:
    """The units whose totals the caller may see; None means every unit."""
    if caller.door is Door.COMMAND_LINE or caller.has(SEE_TOTALS | SEE_COUNTS):
        return None
    return caller.units_of(LEADERS_OF_A_UNIT)
