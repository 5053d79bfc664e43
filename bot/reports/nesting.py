"""The share of each unit, and of a unit with all below it, in the tree of a day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from storage.organisation.units import UnitOnDay


@dataclass(frozen=True)
class Counts:
    """The obligations inside the denominator."""

    acknowledged: int = 0
    questions: int = 0
    read_aloud: int = 0
    outstanding: int = 0

    @property
    def expected(self) -> int:
        """The denominator."""
        return self.acknowledged + self.questions + self.read_aloud + self.outstanding

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.acknowledged + other.acknowledged,
            self.questions + other.questions,
            self.read_aloud + other.read_aloud,
            self.outstanding + other.outstanding,
        )


@dataclass(frozen=True)
class UnitCounts:
    """One unit's share.

    Args:
        counts: of the unit's own members.
        with_below: of the unit and all below it, where that is more than one unit's share and less than
            the whole; None: it says nothing more.
        depth: how many units with such a share stand above it.
    """

    unit_id: int
    name: str
    short_name: str
    counts: Counts
    with_below: Counts | None = None
    depth: int = 0


def nested(
    tree: Sequence[UnitOnDay], by_unit: Mapping[int, Counts], is_seen: Callable[[int], bool]
) -> tuple[UnitCounts, ...]:
    """The units with a share, in protocol order, each after those above it.

    Args:
        tree: in protocol order.
        by_unit: what each unit's own members have come to.
        is_seen: whether the reader sees this unit: sums are told of such units only, else they would not
            be whole.
    """
    own = {unit_id: counts for unit_id, counts in by_unit.items() if counts.expected}
    sums, shares = dict(own), dict.fromkeys(own, 1)
    for unit in reversed(tree):
        if unit.parent_id is not None and unit.id in sums:
            sums[unit.parent_id] = sums.get(unit.parent_id, Counts()) + sums[unit.id]
            shares[unit.parent_id] = shares.get(unit.parent_id, 0) + shares[unit.id]
    depths: dict[int | None, int] = {}
    lines: list[UnitCounts] = []
    for unit in tree:
        depth = depths.get(unit.parent_id, 0)
        # A unit whose only member issued the publication has no denominator.
        tells_more = is_seen(unit.id) and 1 < shares.get(unit.id, 0) < len(own)
        depths[unit.id] = depth + tells_more
        if tells_more or unit.id in own:
            with_below = sums[unit.id] if tells_more else None
            counts = own.get(unit.id, Counts())
            lines.append(UnitCounts(unit.id, unit.name, unit.short_name, counts, with_below, depth))
    return tuple(lines)
