"""The difference between a file and the roster, as values; and the roster's side of it."""

import hashlib
from dataclasses import dataclass, field
from enum import IntEnum

from pydantic import TypeAdapter

from bot.organisation.roster.lines import Unclear
from storage.states import Address, MemberKind


@dataclass(frozen=True)
class Listed:
    """Somebody on the roster.

    Args:
        phone: the keyed hash, empty if there is none.
        exempt: from meetings.
        is_exempt_wholly: from everything; a file neither says nor ends that.
        keeps_the_roster: an admin.
    """

    id: int
    name: str
    unit_id: int
    position: str
    kind: MemberKind
    form: Address
    language: str
    phone: str = field(repr=False)
    exempt: bool = False
    is_exempt_wholly: bool = False
    keeps_the_roster: bool = False


@dataclass(frozen=True)
class Place:
    """An open unit and how it may be called."""

    id: int
    name: str
    short_name: str
    above: str
    """The name of the unit above it; tells units of one name apart."""


@dataclass(frozen=True)
class Joins:
    """Somebody new. `opens` names a unit that has to be opened first."""

    row: int
    name: str
    unit_id: int | None
    opens: str
    position: str
    kind: MemberKind
    form: Address
    phone: str = field(repr=False)
    exempt: bool
    language: str


@dataclass(frozen=True)
class Moves:
    """Somebody who stands under another unit. `opens` names one that has to be opened first."""

    row: int
    member_id: int
    name: str
    from_unit_id: int
    to_unit_id: int | None
    opens: str


@dataclass(frozen=True)
class Changes:
    """Somebody of whom something else is to be kept; None: that stays."""

    row: int
    member_id: int
    before: str
    """The name until now."""
    name: str | None = None
    position: str | None = None
    kind: MemberKind | None = None
    form: Address | None = None
    language: str | None = None
    phone: str | None = field(default=None, repr=False)
    exempt: bool | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of what changes."""
        return tuple(name for name in _CHANGING if getattr(self, name) is not None)


_CHANGING = ("name", "position", "kind", "form", "language", "phone", "exempt")


@dataclass(frozen=True)
class Leaves:
    """Somebody of a unit that the file lists, who is not in it."""

    member_id: int
    name: str
    unit_id: int


class Part(IntEnum):
    """A part of the difference; its number stands in buttons."""

    ALL = 0
    JOINED = 1
    MOVED = 2
    CHANGED = 3
    LEFT = 4
    EMPTIED = 5
    """Those who leave units of which more than a third would."""


@dataclass(frozen=True)
class Difference:
    """All of it.

    Args:
        unknown_units: names in the file that no unit has, each with how many lines.
        opened_units: those of them that would be opened.
        emptied_units: the units of which more than a third would leave.
    """

    joined: tuple[Joins, ...] = ()
    moved: tuple[Moves, ...] = ()
    changed: tuple[Changes, ...] = ()
    left: tuple[Leaves, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    unknown_units: tuple[tuple[str, int], ...] = ()
    opened_units: tuple[str, ...] = ()
    emptied_units: tuple[int, ...] = ()

    @property
    def left_few(self) -> tuple[Leaves, ...]:
        """Those who leave units of which few do."""
        return tuple(one for one in self.left if one.unit_id not in self.emptied_units)

    @property
    def left_many(self) -> tuple[Leaves, ...]:
        """Those who leave units of which many do: asked about by themselves."""
        return tuple(one for one in self.left if one.unit_id in self.emptied_units)

    @property
    def amount(self) -> int:
        """How many changes."""
        return sum(map(len, (self.joined, self.moved, self.changed, self.left)))

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.joined or self.moved or self.changed or self.left)

    @property
    def digest(self) -> str:
        """Equal where the same would change; what is unclear changes nothing."""
        counted = (self.joined, self.moved, self.changed, self.left, self.emptied_units)
        return hashlib.sha256(_COUNTED.dump_json(counted)).hexdigest()

    @property
    def checksum(self) -> int:
        """The first 28 bits of the digest, which a button can carry."""
        return int(self.digest[:7], 16)


_COUNTED: TypeAdapter[
    tuple[tuple[Joins, ...], tuple[Moves, ...], tuple[Changes, ...], tuple[Leaves, ...], tuple[int, ...]]
] = TypeAdapter(
    tuple[tuple[Joins, ...], tuple[Moves, ...], tuple[Changes, ...], tuple[Leaves, ...], tuple[int, ...]]
)
