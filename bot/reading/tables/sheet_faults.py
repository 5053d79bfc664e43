"""Why a table cannot be read, and the limits it is held to."""

from enum import StrEnum

from bot.errors import LoaError

# A roster of 20,000 with all the columns that offices keep folds to some 2 MB.
MAX_SHEET_BYTES = 5 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 50


class SheetFault(StrEnum):
    """Why a table cannot be read. Each has its sentence in `bot.texts.roster_files`."""

    EMPTY = "empty"
    TOO_LARGE = "too large"
    """More than MAX_SHEET_BYTES."""
    TOO_MANY_ROWS = "too many rows"
    TOO_MANY_COLUMNS = "too many columns"
    UNFOLDS_TOO_FAR = "unfolds too far"
    """A zip archive that would unfold to far more than a table has."""
    LOCKED = "locked"
    """Has a password."""
    MACROS = "macros"
    OLD_EXCEL = "old excel"
    """.xls of 1997-2003."""
    OTHER_FORMAT = "other format"
    """Something else, whatever its name says."""
    BROKEN = "broken"
    ENCODING = "encoding"
    """Text in an encoding that cannot be told for certain, or already damaged by a wrong one."""
    OLD_FONT = "old font"
    """Typed for a TCVN3 (.VnTime) or VNI font: the letters are others than what one sees."""


class UnreadableSheet(LoaError):
    """The file cannot be read as a table; `fault` says why. Carries nothing of the content."""

    def __init__(self, fault: SheetFault) -> None:
        super().__init__(fault.value)
        self.fault = fault
