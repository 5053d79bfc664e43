"""What a member agrees to, purpose by purpose.

Law 91/2025/QH15 article 9 and decree 356/2025/NĐ-CP articles 4 and 6: consent is given for each purpose,
after being told what is kept and that it is sensitive; who, when and to which words must be provable.
"""

from enum import StrEnum

from storage.states import MemberKind


class ConsentPurpose(StrEnum):
    """What the member's data are used for."""

    NOTICES = "notices"
    ACKNOWLEDGEMENT = "acknowledgement"
    REMINDERS = "reminders"
    STATISTICS = "statistics"


# Raise it with every change of the words in `bot.texts.joining`: a consent is to the words that were shown.
_VERSION = "2026-11"


def text_version(kind: MemberKind) -> str:
    """Which words this member is shown: the Party's members are told of theirs, union members of theirs."""
    return f"{_VERSION}-union" if kind is MemberKind.UNION else f"{_VERSION}-party"
