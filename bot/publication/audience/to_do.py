"""What each must do: lines for everybody, and lines for a part of the audience (a kind of member, a role)."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.texts import audiences as texts
from storage.publication.drafts import Content
from storage.states import MemberKind, Role


@dataclass(frozen=True)
class Part:
    """A part of an audience.

    Args:
        members: these kinds of member; empty: all.
        roles: who holds one of these roles; empty: whoever.
    """

    members: frozenset[MemberKind] = frozenset()
    roles: frozenset[Role] = frozenset()

    @property
    def words(self) -> str:
        """Phó bí thư."""
        return texts.for_whom(self.members, self.roles)

    def has(self, kind: MemberKind, roles: Collection[Role]) -> bool:
        """Whether a member of that kind who holds these roles is of this part."""
        return (not self.members or kind in self.members) and (
            not self.roles or not self.roles.isdisjoint(roles)
        )


PARTS = {
    1: Part(members=texts.PARTY),
    2: Part(members=frozenset({MemberKind.OFFICIAL})),
    3: Part(members=frozenset({MemberKind.PROBATIONARY})),
    4: Part(members=frozenset({MemberKind.UNION})),
    5: Part(roles=frozenset({Role.SECRETARY})),
    6: Part(roles=frozenset({Role.DEPUTY_SECRETARY})),
    7: Part(roles=frozenset({Role.COMMITTEE_LEADER})),
}
"""On offer. The numbers are signed into buttons: never reuse one."""


def lines_for(content: Content, member_kind: MemberKind, roles: Collection[Role]) -> list[str]:
    """What a member has to do: the lines for everybody, then those of each part that they are of.

    Args:
        content: a draft or a version.
        member_kind: how the member belongs.
        roles: what they hold now, for whatever unit.
    """
    lines = list(content.to_do)
    for part, own in parts_of(content):
        if part.has(member_kind, roles):
            lines += own
    return list(dict.fromkeys(lines))


def parts_of(content: Content) -> list[tuple[Part, list[str]]]:
    """The parts that have lines of their own, in their order."""
    return [
        (
            Part(frozenset(map(MemberKind, one["members"])), frozenset(map(Role, one["roles"]))),
            [str(line) for line in one["lines"]],
        )
        for one in content.to_do_for
    ]


def part_lines(content: Content) -> list[str]:
    """The lines of every part, each under its name, for who drafts and who approves."""
    said: list[str] = []
    for part, own in parts_of(content):
        said += [texts.part_title(part.words), *(f"• {line}" for line in own)]
    return said
