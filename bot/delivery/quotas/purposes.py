"""Who comes first when a connection's month runs short, and what becomes of what may not go: one table."""

from dataclasses import dataclass
from enum import IntEnum

from storage.database import Connection
from storage.delivery import kept_back
from storage.delivery.claims import Claimed
from storage.delivery.kept_back import Compulsory
from storage.states import Purpose


class Part(IntEnum):
    """How far into the end of a month a delivery may reach."""

    ORDINARY = 0
    """Not into what is kept."""
    COMPULSORY = 1
    """As far as what is kept for answers."""
    ANSWER = 2
    """To the last message."""


@dataclass(frozen=True)
class Fate:
    """What becomes of a delivery for which the month has no room.

    Args:
        goes_elsewhere: the member's next address on another connection gets it.
        keeps: it is still worth something in the next month, so it waits; else it is skipped.
    """

    goes_elsewhere: bool = True
    keeps: bool = True


_WAITS = Fate()
_HERE_OR_LATER = Fate(goes_elsewhere=False)
_ELSEWHERE_OR_NEVER = Fate(keeps=False)
_NEVER_MIND = Fate(goes_elsewhere=False, keeps=False)

FATES: dict[Purpose, Fate] = {
    # An answer weeks later answers nothing, and in another chat nobody asked.
    Purpose.REPLY: _NEVER_MIND,
    Purpose.HINT: _NEVER_MIND,
    # What the organisation has to say stays true; composing looks again whether it is still needed.
    Purpose.CARD: _WAITS,
    Purpose.INDUCTION: _WAITS,
    Purpose.QUESTION: _WAITS,
    Purpose.PUBLICATION_CHANGE: _WAITS,
    Purpose.TASK_NEWS: _WAITS,
    Purpose.QUESTION_ANSWER: _WAITS,
    Purpose.APPROVAL: _WAITS,
    Purpose.SOURCE_NEWS: _WAITS,
    Purpose.JOIN_REQUEST: _WAITS,
    Purpose.ROSTER_NEWS: _WAITS,
    Purpose.ROLE_NEWS: _WAITS,
    Purpose.DATA_REQUEST: _WAITS,
    Purpose.DATA_ANSWER: _WAITS,
    # Worthless from the session on: then `expires_at` skips it instead.
    Purpose.INVITATION: _WAITS,
    Purpose.SESSION_CHANGE: _WAITS,
    # A group, and somebody who is not joined yet, have no other address.
    Purpose.GROUP_CARD: _HERE_OR_LATER,
    Purpose.JOIN_ANSWER: _HERE_OR_LATER,
    # The next one of its kind tells everything that is open; what a digest took along waits for the next.
    Purpose.REMINDER: _ELSEWHERE_OR_NEVER,
    Purpose.SESSION_REMINDER: _ELSEWHERE_OR_NEVER,
    Purpose.DIGEST: _ELSEWHERE_OR_NEVER,
    Purpose.COVERAGE: _ELSEWHERE_OR_NEVER,
    # It can be looked up at any time: /tiendo, /choduyet.
    Purpose.PROGRESS: _ELSEWHERE_OR_NEVER,
    Purpose.DRAFT_NEWS: _ELSEWHERE_OR_NEVER,
    # Tells of this moment.
    Purpose.CODE_TRIES: _ELSEWHERE_OR_NEVER,
    Purpose.CONNECTION_NEWS: _ELSEWHERE_OR_NEVER,
    Purpose.QUOTA_NEWS: _ELSEWHERE_OR_NEVER,
    Purpose.SOURCE_TROUBLE: _ELSEWHERE_OR_NEVER,
}

FIRST = Compulsory(
    always=frozenset(
        {
            # Joining: without it nobody knows what is asked of them.
            Purpose.INDUCTION,
            # What has arrived holds no more: an order that stands is obeyed, a session is travelled to.
            Purpose.PUBLICATION_CHANGE,
            Purpose.SESSION_CHANGE,
            # Somebody has to do something by a day, and nobody else tells them.
            Purpose.TASK_NEWS,
            # A person waits, and was told that it was passed on.
            Purpose.QUESTION,
            # The law's clock runs (Decree 356/2025/NĐ-CP Art. 5: two working days).
            Purpose.DATA_REQUEST,
            Purpose.DATA_ANSWER,
            # The word that somebody has to be called is not to be stopped by what it tells of.
            Purpose.CONNECTION_NEWS,
        }
    ),
    # However urgent what they tell of is, or that somebody wrote just before: nobody has to act on these.
    never=frozenset(purpose for purpose, fate in FATES.items() if not fate.keeps)
    - {Purpose.REPLY, Purpose.QUOTA_NEWS, Purpose.CONNECTION_NEWS},
    # Who waits for an answer, who can decide, who can buy more.
    answers=frozenset({Purpose.APPROVAL, Purpose.JOIN_ANSWER, Purpose.QUOTA_NEWS}),
    # What a leader pressed for, or what is due by tomorrow (`bot.chasing.queueing`), is queued ahead.
    pressing=frozenset({Purpose.REMINDER}),
)
"""Beside these come first: the first cards of what asks for acknowledgement, cards of what was changed, group
cards of either, what is urgent, and answers to people. A mere receipt is one of them, for whoever hears
nothing types it again; only the very last messages are not for it. The rest of a message that has begun comes
before all. A card that stands in another conversation of the member already is ordinary here, unless it is
urgent: nobody without another way waits for its sake."""


def part_of(connection: Connection, row: Claimed) -> Part:
    """How far into the end of the month the delivery may reach."""
    return Part(kept_back.part_of(connection, row.id, FIRST))
