"""Who comes first when a connection's month runs short, and what becomes of what may not go: one table."""

from dataclasses import dataclass

from storage.delivery.claims import Claimed
from storage.delivery.held_back import Compulsory
from storage.states import Lane, Purpose, Repeat, Urgency


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
            # Joining: without them there is nobody to send to.
            Purpose.JOIN_ANSWER,
            Purpose.INDUCTION,
            # The law's clock runs (Decree 356/2025/NĐ-CP Art. 5: two working days).
            Purpose.DATA_REQUEST,
            Purpose.DATA_ANSWER,
            # The alarm is not to be stopped by what it tells of, nor the word that somebody has to be called.
            Purpose.QUOTA_NEWS,
            Purpose.CONNECTION_NEWS,
        }
    ),
    # However urgent what they tell of is, or that somebody wrote just before: nobody has to act on these.
    never=frozenset(purpose for purpose, fate in FATES.items() if not fate.keeps)
    - {Purpose.REPLY, Purpose.QUOTA_NEWS, Purpose.CONNECTION_NEWS},
)
"""Beside these come first: cards that ask for acknowledgement, what is urgent, answers to people unless they
are a mere receipt (never repeated), and the rest of a message that has begun."""


def comes_first(row: Claimed) -> bool:
    """Whether the delivery may use what is kept for the compulsory ones; as `FIRST` says in a question."""
    if row.purpose in FIRST.never:
        return False
    is_receipt = row.purpose is Purpose.REPLY and row.repeat is Repeat.NEVER
    return (
        row.purpose in FIRST.always
        or row.urgency is not Urgency.NORMAL
        or (row.lane is Lane.REPLY and not is_receipt)
        or (row.purpose is Purpose.CARD and row.repeat is not Repeat.NEVER)
        or (row.after_id is not None and row.content is not None)
    )
