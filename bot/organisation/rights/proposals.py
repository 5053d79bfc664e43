"""What is about to be given, as a value that fits into a dialogue."""

from dataclasses import dataclass, field
from zlib import crc32

from bot.errors import Refusal, Refused
from bot.organisation.rights.terms import Term, day_of, number_of
from storage.states import Role

ROLES = (
    Role.SECRETARY,
    Role.DEPUTY_SECRETARY,
    Role.COMMITTEE_LEADER,
    Role.CLERK,
    Role.APPROVER,
    Role.ADMIN,
    Role.AUDITOR,
)
"""As they are offered. Their places stand in buttons: never another order, new ones at the end."""

EVERYWHERE = frozenset(Role) - {Role.SECRETARY, Role.DEPUTY_SECRETARY}
"""Held for the whole organisation (design.md section 8): the use cases do not ask for which unit."""

_DAY_BITS, _ROLE_BITS = 15, 4


@dataclass(frozen=True)
class Proposal:
    """A role that somebody may be given.

    Args:
        unit_id: for this unit and all below it.
    """

    member_id: int
    role: Role
    unit_id: int
    term: Term = field(default_factory=Term)

    @property
    def number(self) -> int:
        """Role, unit and days in one number of less than 63 bits."""
        days = number_of(self.term.first_on) << _DAY_BITS | number_of(self.term.last_on)
        return (self.unit_id << _ROLE_BITS | ROLES.index(self.role)) << 2 * _DAY_BITS | days

    @property
    def checksum(self) -> int:
        """Tells whether a confirmation is about this very proposal; 32 bits."""
        return crc32(f"{self.member_id}:{self.number}".encode())


def proposal_of(member_id: int, number: int) -> Proposal:
    """The proposal that `Proposal.number` came from.

    Raises:
        Refused: NOT_FOUND, for a number that stands for none.
    """
    mask = (1 << _DAY_BITS) - 1
    what = number >> 2 * _DAY_BITS
    term = Term(day_of(number >> _DAY_BITS & mask), day_of(number & mask))
    return Proposal(member_id, role_of(what & (1 << _ROLE_BITS) - 1), what >> _ROLE_BITS, term)


def role_of(number: int) -> Role:
    """The role with that place among those offered.

    Raises:
        Refused: NOT_FOUND.
    """
    if not 0 <= number < len(ROLES):
        raise Refused(Refusal.NOT_FOUND)
    return ROLES[number]
