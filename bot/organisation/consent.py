"""What a member agrees to, purpose by purpose.

Law 91/2025/QH15 article 9 and decree 356/2025/NĐ-CP articles 4 and 6: consent is given for each purpose,
after being told what is kept and that it is sensitive; nothing is agreed to beforehand, silence is not
consent; who, when and to which words must be provable.
"""

from collections.abc import Collection

from bot.texts.privacy import PARTY_MEMBERS
from storage.states import ConsentPurpose, MemberKind

PURPOSES = tuple(ConsentPurpose)
"""In the order in which the words number them."""
EVERYTHING = frozenset(PURPOSES)

# Raise it with every change of the words in `bot.texts.privacy`: a consent is to the words that were shown.
# Everybody is asked once more then, and until they answer their consent to the earlier words holds.
VERSION = "2026-11-4"


def text_version(kind: MemberKind) -> str:
    """Which words this member is shown: those for the Party's members, or those for everybody else."""
    return f"{VERSION}-party" if kind in PARTY_MEMBERS else f"{VERSION}-general"


def mark_of(purposes: Collection[ConsentPurpose]) -> int:
    """The purposes as one number, for a button."""
    return sum(1 << place for place, one in enumerate(PURPOSES) if one in purposes)


def marked(mark: int) -> frozenset[ConsentPurpose]:
    """The purposes that `mark_of` put into a number; what lies beyond them is left aside."""
    return frozenset(one for place, one in enumerate(PURPOSES) if mark >> place & 1)
