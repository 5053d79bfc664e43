"""The closed lists: every state, reason and role that a row may hold. Each has its sentence."""

from enum import StrEnum


class Platform(StrEnum):
    """Where a connection leads."""

    TELEGRAM = "telegram"
    ZALO = "zalo"
    WEB = "web"
    """The office's own web inbox (and the sandbox)."""


class UnitKind(StrEnum):
    """What a unit is."""

    FEDERATION = "federation"
    COMMITTEE = "committee"
    BRANCH = "branch"
    GROUP = "group"


class MemberKind(StrEnum):
    """How a person belongs."""

    OFFICIAL = "official"
    """Đảng viên chính thức."""
    PROBATIONARY = "probationary"
    """Đảng viên dự bị."""
    UNION = "union"
    """Đoàn viên công đoàn, not a Party member."""


class Address(StrEnum):
    """The form of address the office uses for a member."""

    COMRADE = "comrade"
    BROTHER = "brother"
    SISTER = "sister"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What a person may do, for a unit and what is below it."""

    SECRETARY = "secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    COMMITTEE_LEADER = "committee_leader"
    CLERK = "clerk"
    APPROVER = "approver"
    ADMIN = "admin"
    AUDITOR = "auditor"


class AddressState(StrEnum):
    """Whether an address can be written to."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    """The person blocked the bot, or left it; it may come back by itself."""
    GONE = "gone"
    """The account or group is no more."""


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


class DeliveryState(StrEnum):
    """One call owed to one address."""

    QUEUED = "queued"
    """Owed; it goes when its time, its lane and its chat allow."""
    SENDING = "sending"
    """A worker holds it under a lease; the attempt is written."""
    SENT = "sent"
    """The platform accepted it."""
    MAYBE = "maybe"
    """Cut off between sending and recording: it may have arrived."""
    UNKNOWN = "unknown"
    """Was *maybe* and its policy is used up; shown to the sender until a tap proves it."""
    FAILED = "failed"
    """The platform refused it for good."""
    UNREACHABLE = "unreachable"
    """The person or group cannot be written to."""
    SKIPPED = "skipped"
    """No longer needed when its turn came."""
    EXPIRED = "expired"
    """Its time had passed when its turn came."""
    CANCELLED = "cancelled"
    """Called off by a person."""


class Lane(StrEnum):
    """Answers to people overtake broadcasts."""

    REPLY = "reply"
    BROADCAST = "broadcast"


class Repeat(StrEnum):
    """What happens to a delivery that may or may not have arrived."""

    NEVER = "never"
    """Reminders, digests, polls: a second one annoys."""
    ONCE = "once"
    """Directives that ask for acknowledgement, and answers to a person: once more, marked."""
    THREE_TIMES = "three_times"
    """Urgent ones."""
    FREELY = "freely"
    """Edits, and the web inbox, whose send is a commit."""


class Purpose(StrEnum):
    """Why a delivery exists; `runtime` has one way to compose each."""

    REPLY = "reply"
    """The answer to a knock; its content stands in the row."""
    CARD = "card"
    REMINDER = "reminder"
    PROGRESS = "progress"
    """One row per leader, edited when it has changed."""
    APPROVAL = "approval"
    """To the approver: a draft waits."""
    DRAFT_NEWS = "draft_news"
    """To the clerk: approved, returned, published."""
    QUESTION = "question"
    """To the secretary: a member asks."""
    QUESTION_ANSWER = "question_answer"
    """To the member: the answer."""
    INVITATION = "invitation"
    """To a study session."""
    SESSION_REMINDER = "session_reminder"
    SESSION_CHANGE = "session_change"
    """Time or place changed, or called off."""


class Reason(StrEnum):
    """Why a delivery did not simply arrive; each has the next human step in `bot.texts.reasons`."""

    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    NEVER_STARTED = "never_started"
    CHAT_NOT_FOUND = "chat_not_found"
    GROUP_LEFT = "group_left"
    GROUP_MOVED = "group_moved"
    NO_RIGHT_TO_WRITE = "no_right_to_write"
    CONTENT = "content"
    """The platform refused the message itself."""
    MESSAGE_GONE = "message_gone"
    """The message to be edited is no longer there."""
    TOKEN = "token"
    """The connection's token is wrong or revoked."""
    TWO_INSTANCES = "two_instances"
    """Another program receives with the same token."""
    TOO_FAST = "too_fast"
    """429: asked to wait."""
    NOT_CONNECTED = "not_connected"
    """No connection was made, so nothing was sent."""
    CUT_OFF = "cut_off"
    """The line broke after sending."""
    PLATFORM_FAULT = "platform_fault"
    """5xx: the platform had a fault."""
    KILLED = "killed"
    """Loa itself stopped between sending and recording."""
    HOURS = "hours"
    """Held until the next sending hours."""
    ANSWERED = "answered"
    """Answered in the meantime."""
    PUBLICATION_WITHDRAWN = "publication_withdrawn"
    PUBLICATION_HALTED = "publication_halted"
    LEFT = "left"
    """The member left, or the address no longer belongs to them."""
    NO_CONSENT = "no_consent"
    CHANGED = "changed"
    """Overtaken by a newer one."""
    LATE = "late"
    NO_ADDRESS = "no_address"
    TOLD_BY_TAP = "told_by_tap"
    """A tap on a copy proved that it had arrived."""
    OTHER = "other"
    """A refusal that the table does not know."""


class InboxState(StrEnum):
    """Where one knock stands."""

    WAITING = "waiting"
    HANDLING = "handling"
    DONE = "done"
    SET_ASIDE = "set_aside"
    """Failed five times; a person has to look."""
    REFUSED = "refused"
    """Carried a secrecy mark: kept without content."""
