"""What a member agrees to, purpose by purpose.

Law 91/2025/QH15 article 9 and decree 356/2025/NĐ-CP articles 4 and 6: consent is given for each purpose,
after being told what is kept and that it is sensitive; nothing is agreed to beforehand, silence is not
consent; who, when and to which words must be provable.
"""

from collections.abc import Collection

from bot.office import Office
from bot.texts.privacy import PARTY_MEMBERS
from storage.states import ConsentPurpose, MemberKind, Platform

PURPOSES = tuple(ConsentPurpose)
"""In the order in which the words number them."""
EVERYTHING = frozenset(PURPOSES)

# Raise it with every change of the words in `bot.texts.privacy`: a consent is to the words that were shown.
# Everybody is asked once more then, and until they answer their consent to the earlier words holds.
VERSION = "2026-11-4"


def goes_abroad(office: Office) -> bool:
    """Whether word goes through a messenger whose servers stand abroad, which has to be said.

    An office without any messenger yet says so too: what it will have is not known.
    """
    platforms = {one.platform for one in office.settings.connections.values()}
    return not platforms or Platform.TELEGRAM in platforms


def version(*, abroad: bool) -> str:
    """Which words an office shows; in one whose word stays in the country a sentence differs."""
    return VERSION if abroad else f"{VERSION}-inland"


def text_version(kind: MemberKind, *, abroad: bool) -> str:
    """Which words this member is shown: those for the Party's members, or those for everybody else."""
    whose = "party" if kind in PARTY_MEMBERS else "general"
    return f"{version(abroad=abroad)}-{whose}"


def holds(agreed_to: str, kind: MemberKind, *, abroad: bool) -> bool:
    """Whether a consent to that version is one to today's words.

    Who agreed to word's going abroad as well agreed to no less than to its staying here.
    """
    wider = {text_version(kind, abroad=True), text_version(kind, abroad=abroad)}
    return agreed_to in wider


def mark_of(purposes: Collection[ConsentPurpose]) -> int:
    """The purposes as one number, for a button."""
    return sum(1 << place for place, one in enumerate(PURPOSES) if one in purposes)


def marked(mark: int) -> frozenset[ConsentPurpose]:
    """The purposes that `mark_of` put into a number; what lies beyond them is left aside."""
    return frozenset(one for place, one in enumerate(PURPOSES) if mark >> place & 1)
