"""For whom a publication is, as a rule; `storage.audience.audiences` finds who that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from storage.states import AudienceKind, MemberKind, Role


@dataclass(frozen=True)
class Audience:
    """A rule.

    Args:
        kind: what it goes by.
        subject: the unit or topic, 0 for everyone.
        also: further units; only beside a unit.
        members: only these kinds of member; empty: all of them. Candidates are never covered.
        roles: only who holds one of these roles now; empty: whoever.
        without: members who are left out by name.
    """

    kind: AudienceKind
    subject: int = 0
    also: frozenset[int] = frozenset()
    members: frozenset[MemberKind] = frozenset()
    roles: frozenset[Role] = frozenset()
    without: frozenset[int] = frozenset()

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        """The rule that a row holds."""
        return cls(
            AudienceKind(stored["kind"]),
            int(stored["subject"]),
            also=frozenset(stored.get("also", ())),
            members=frozenset(map(MemberKind, stored.get("members", ()))),
            roles=frozenset(map(Role, stored.get("roles", ()))),
            without=frozenset(stored.get("without", ())),
        )

    @property
    def unit_ids(self) -> tuple[int, ...]:
        """The units that it goes by; none unless it goes by units."""
        return (self.subject, *sorted(self.also)) if self.kind is AudienceKind.UNIT else ()

    @property
    def is_narrowed(self) -> bool:
        """Whether only a part of the units or takers is covered."""
        return bool(self.members or self.roles or self.without)

    def stored(self) -> dict[str, Any]:
        """As a row holds it; what is empty is left out."""
        rule: dict[str, Any] = {"kind": self.kind.value, "subject": self.subject}
        narrower: dict[str, list[Any]] = {
            "also": sorted(self.also),
            "members": sorted(self.members),
            "roles": sorted(self.roles),
            "without": sorted(self.without),
        }
        return rule | {name: found for name, found in narrower.items() if found}
