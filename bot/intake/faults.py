"""Why an item could not be taken, and what follows from it. Pure."""

from datetime import timedelta

from bot.reading.files import FileFault
from storage.states import SourceFault

FILE_FAULTS = {
    FileFault.OTHER_FORMAT: SourceFault.OTHER_FORMAT,
    FileFault.OLD_WORD: SourceFault.OTHER_FORMAT,
    FileFault.ARCHIVE: SourceFault.OTHER_FORMAT,
    FileFault.PICTURE: SourceFault.OTHER_FORMAT,
    FileFault.OLD_ENCODING: SourceFault.OTHER_FORMAT,
    FileFault.EMPTY: SourceFault.OTHER_FORMAT,
    FileFault.ENCRYPTED: SourceFault.ENCRYPTED,
    FileFault.MACROS: SourceFault.HIDES_SOMETHING,
    FileFault.HIDES_SOMETHING: SourceFault.HIDES_SOMETHING,
    FileFault.DAMAGED: SourceFault.DAMAGED,
    FileFault.TOO_LARGE: SourceFault.TOO_LARGE,
    FileFault.TOO_SLOW: SourceFault.TOO_SLOW,
}
NOT_TO_BE_KEPT = frozenset({SourceFault.SECRET, SourceFault.HIDES_SOMETHING})
"""Nothing of such an item stays but its fingerprint, when, and why."""
MAY_PASS = frozenset({SourceFault.NOT_REACHED, SourceFault.TOO_SLOW, SourceFault.SITE_FAULT})
"""What may be otherwise the next time."""


class Untaken(Exception):
    """Nothing could be taken of an item.

    Args:
        fault: from the closed list.
        detail: in English, for the admin; never anything of a document.
        may_pass: it may be otherwise the next time.
        retry_after: how long the site asks to be left alone.
    """

    def __init__(
        self,
        fault: SourceFault,
        detail: str = "",
        *,
        may_pass: bool = False,
        retry_after: timedelta | None = None,
    ) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.detail = detail
        self.may_pass = may_pass
        self.retry_after = retry_after or timedelta()
