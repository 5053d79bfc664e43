"""What people agree to, and what they may ask of their own data."""

from enum import StrEnum


class ConsentPurpose(StrEnum):
    """What a member's data are used for; consent is given for each (law 91/2025/QH15 article 9)."""

    NOTICES = "notices"
    ACKNOWLEDGEMENT = "acknowledgement"
    REMINDERS = "reminders"
    STATISTICS = "statistics"


class DataRequest(StrEnum):
    """What a member may ask of their own data (decree 356/2025/NĐ-CP article 5)."""

    COPY = "copy"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    DELETE = "delete"


class DataRequestState(StrEnum):
    """Where such a request stands."""

    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"
    """With the law's reason beside it."""
    CALLED_OFF = "called_off"
    """The member took it back."""
