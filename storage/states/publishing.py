"""Publications, what is asked of whom, questions and study sessions."""

from enum import StrEnum


class Kind(StrEnum):
    """The three kinds of publication."""

    DIRECTIVE = "directive"
    MEETING_SUMMARY = "meeting_summary"
    NOTICE = "notice"


class Scope(StrEnum):
    """How far a publication may travel."""

    PUBLIC = "public"
    """Công khai: text and file may go out."""
    INTERNAL = "internal"
    """Nội bộ: number, title, deadline and link only, protected from forwarding."""


class Urgency(StrEnum):
    """How urgent a publication is; the sending hours follow it."""

    NORMAL = "normal"
    URGENT = "urgent"
    """Khẩn."""
    IMMEDIATE = "immediate"
    """Hỏa tốc."""


class AudienceKind(StrEnum):
    """What an audience's rule goes by."""

    EVERYONE = "everyone"
    UNIT = "unit"
    """A unit with all below it."""
    TOPIC = "topic"
    """Those who take a topic: subscribed, or not asked where it is on by default or mandatory."""


class DraftState(StrEnum):
    """Where a draft stands."""

    OPEN = "open"
    """The clerk is at it."""
    SUBMITTED = "submitted"
    """It waits for the approver."""
    SCHEDULED = "scheduled"
    """Approved; it goes out at its set time."""
    PUBLISHED = "published"
    """It has become a publication."""
    DISCARDED = "discarded"
    """The clerk threw it away."""


class PublicationState(StrEnum):
    """Where a publication stands."""

    IN_FORCE = "in_force"
    HALTED = "halted"
    """Its deliveries were stopped after three equal content errors; a person has to look."""
    WITHDRAWN = "withdrawn"


class ObligationState(StrEnum):
    """What the organisation counts."""

    EXPECTED = "expected"
    """Asked, not yet answered: outstanding."""
    ACKNOWLEDGED = "acknowledged"
    """The member said so."""
    QUESTION = "question"
    """The member asked something; reminders rest until it is answered."""
    READ_ALOUD = "read_aloud"
    """The secretary read it to the member and recorded when, where and before whom."""
    EXEMPT = "exempt"
    """Outside the denominator, with a reason (the approver issued it, an exemption)."""
    WITHDRAWN = "withdrawn"
    """No longer asked, because the publication or the member left."""


class Origin(StrEnum):
    """How an obligation came to be."""

    PUBLISHED = "published"
    JOINED_LATER = "joined_later"
    ASKED_AGAIN = "asked_again"


class QuestionState(StrEnum):
    """Where a question stands."""

    WAITING = "waiting"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    """The member acknowledged without waiting for the answer."""


class SessionState(StrEnum):
    """Where a study session stands."""

    PLANNED = "planned"
    """Being put together by the secretary; nobody was invited yet."""
    ANNOUNCED = "announced"
    CANCELLED = "cancelled"


class Answer(StrEnum):
    """A member's answer to an invitation."""

    NONE = "none"
    """Not answered yet."""
    YES = "yes"
    NO = "no"
    MAYBE = "maybe"
