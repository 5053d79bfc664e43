"""Units, people, roles, how they are reached and how they joined."""

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
    CANDIDATE = "candidate"
    """Quần chúng ưu tú: not a member yet, gets invitations only."""


class UnitChange(StrEnum):
    """What happens to a unit on a date."""

    OPEN = "open"
    RENAME = "rename"
    MOVE = "move"
    """It hangs under another unit from then on."""
    MERGE = "merge"
    """It ends, and its members belong to another unit."""
    CLOSE = "close"


class ExemptFrom(StrEnum):
    """What a member is let off."""

    MEETINGS = "meetings"
    """Miễn công tác và sinh hoạt: study sessions do not count them."""
    EVERYTHING = "everything"
    """Neither sessions nor acknowledgements are asked of them."""


class ExemptReason(StrEnum):
    """Why a member is let off; reports count by it."""

    AGE_OR_HEALTH = "age_or_health"
    ILL = "ill"
    POSTED_AWAY = "posted_away"
    LEAVE = "leave"
    """Maternity, unpaid or other long leave."""
    OTHER = "other"


class Rhythm(StrEnum):
    """When what is not asked to be acknowledged reaches a subscriber."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"


class JoinState(StrEnum):
    """Where the request of somebody unknown stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    """Matched to a member: the conversation was offered that member's invitation."""
    REFUSED = "refused"
    LAPSED = "lapsed"


class ImportState(StrEnum):
    """Where a roster file stands."""

    SHOWN = "shown"
    """The difference was shown, nothing applied yet."""
    PARTLY = "partly"
    """Chosen parts were applied."""
    APPLIED = "applied"
    DROPPED = "dropped"


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
