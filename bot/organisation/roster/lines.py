"""One line of a roster file, as it was understood; and why another could not be."""

from dataclasses import dataclass, field
from enum import StrEnum

from storage.states import Address, MemberKind


class Trouble(StrEnum):
    """Why a line is left alone. Each has its sentence in `bot.texts.roster_files`."""

    NO_NAME = "no_name"
    NAME_ODD = "name_odd"
    """Signs or letters that no name has."""
    NAME_LONG = "name_long"
    NAME_SHORT = "name_short"
    """Only one word: the family name is missing."""
    POSITION_LONG = "position_long"
    POSITION_ODD = "position_odd"
    """A date or a long number stands for the position: the column has slipped."""
    KIND_UNKNOWN = "kind_unknown"
    FORM_UNKNOWN = "form_unknown"
    EXEMPT_UNKNOWN = "exempt_unknown"
    LANGUAGE_UNKNOWN = "language_unknown"
    PHONE_ODD = "phone_odd"
    NUMBER_ODD = "number_odd"
    NUMBER_UNKNOWN = "number_unknown"
    """Nobody on the roster has this number."""
    NUMBER_OF_ANOTHER = "number_of_another"
    """The number is one person's, the name another's: the column has slipped."""
    NO_UNIT = "no_unit"
    UNIT_UNKNOWN = "unit_unknown"
    UNIT_DOUBLE = "unit_double"
    """Two units go by this name."""
    UNIT_ODD = "unit_odd"
    """Signs that the name of no unit has."""
    TWICE = "twice"
    """The same person stands in the file twice."""
    TWO_OF_THIS_NAME = "two_of_this_name"
    """Several on the roster bear the name: the number has to say who is meant."""
    SIMILAR_NAME = "similar_name"
    """Somebody of that unit has the same name with other accents."""
    NAMESAKE_ELSEWHERE = "namesake_elsewhere"
    """A unit that the file does not list has somebody of this name: moved, or another person?"""
    PHONE_OF_ANOTHER = "phone_of_another"
    """The number is that of somebody with quite another name."""
    KEEPS_THE_ROSTER = "keeps_the_roster"
    """Missing in the file, but an admin: never taken off by a file."""


@dataclass(frozen=True)
class RosterLine:
    """One person of the file. None: the file says nothing of it, so it stays as it is.

    Args:
        row: of the sheet, from 1.
        name: tidy.
        unit: as written.
        number: the member's number.
        is_new: the number's cell says that it is a new person.
        by_gender: the form of address was only inferred from the gender.
        phone: the keyed hash.
        exempt: from meetings.
    """

    row: int
    name: str
    unit: str
    number: int | None = None
    is_new: bool = False
    position: str | None = None
    kind: MemberKind | None = None
    form: Address | None = None
    by_gender: bool = False
    phone: str | None = field(default=None, repr=False)
    exempt: bool | None = None
    language: str | None = None


@dataclass(frozen=True)
class Unclear:
    """A line that is left alone.

    Args:
        row: of the sheet; 0: of no line, about a member of the roster.
        about: the person's name as written, cut.
        trouble: why.
        what: what the sentence names: a unit, a value, a name.
    """

    row: int
    about: str
    trouble: Trouble
    what: str = ""
