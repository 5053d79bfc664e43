"""Which consent a delivery needs: without it nothing is sent, whatever queued it."""

from storage.states import ConsentPurpose, Purpose

# What answers a person, what a conversation that nobody stands for gets, and what a group gets.
_NONE = frozenset(
    {
        Purpose.REPLY,
        Purpose.HINT,
        Purpose.DATA_ANSWER,
        Purpose.JOIN_ANSWER,
        Purpose.GROUP_CARD,
    }
)
_REMINDERS = frozenset({Purpose.REMINDER, Purpose.SESSION_REMINDER})


def needed_for(purpose: Purpose) -> ConsentPurpose | None:
    """The purpose that its member must agree to; None: an answer to what they did themselves."""
    if purpose in _NONE:
        return None
    return ConsentPurpose.REMINDERS if purpose in _REMINDERS else ConsentPurpose.NOTICES
