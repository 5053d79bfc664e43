"""The errors that Loa raises on purpose.

Each has two faces: the log gets its English message, a person gets the Vietnamese sentence that
`bot.texts` keeps for the reason.
"""

from enum import StrEnum


class LoaError(Exception):
    """Base of every error that Loa raises on purpose."""


class SettingsError(LoaError):
    """A setting is unknown, missing or has a bad value; the message is one line that names the key."""


class AlreadyRunning(LoaError):
    """Another Loa process holds this data folder or this port."""


class Refusal(StrEnum):
    """Why a use case said no. Each has a sentence in `bot.texts.refusals`."""

    NOT_ALLOWED = "not_allowed"
    """The caller's roles do not reach this."""
    NOT_FOUND = "not_found"
    """There is no such thing, or the caller may not know of it."""
    GONE_ON = "gone_on"
    """The thing has moved on since the message was made (another revision, another state)."""
    WITHDRAWN = "withdrawn"
    """The publication was withdrawn."""
    INCOMPLETE = "incomplete"
    """The draft lacks a field that must be filled first; `field` names it."""
    SAME_PERSON = "same_person"
    """The office wants a second person to approve, and the caller drafted it."""
    SAME_NUMBER = "same_number"
    """A publication with this number exists already; `first` names it."""
    SECRET = "secret"
    """The text carries a state secrecy mark."""
    NOT_A_DATE = "not_a_date"
    """The date or time could not be read."""
    IN_THE_PAST = "in_the_past"
    """The moment named is already over."""
    EMPTY = "empty"
    """There is no text where text was asked for."""
    TOO_LONG = "too_long"
    """The text is longer than the place for it."""
    UNREADABLE = "unreadable"
    """The file is not one that can be read; `kind` says why."""
    CODE_INVALID = "code_invalid"
    """The invitation code is unknown, used, revoked or expired."""
    ADDRESS_TAKEN = "address_taken"
    """This chat account stands for somebody already."""
    MANDATORY = "mandatory"
    """The topic is mandatory and cannot be left."""
    ENOUGH_TODAY = "enough_today"
    """Everybody who is left had as many reminders today as one person may get."""
    JUST_REMINDED = "just_reminded"
    """A reminder of this minute is on its way to everybody who is left."""
    NO_ANSWER_NEEDED = "no_answer_needed"
    """Who asked has acknowledged in the meantime, or withdrawn the question."""
    NOBODY = "nobody"
    """Nobody is left to whom this would go."""
    AUDIENCE_CLOSED = "audience_closed"
    """The unit or topic `name` for which the draft is, is closed: nobody would get it."""
    NO_APPROVER = "no_approver"
    """Nobody but the drafter may approve."""
    NOT_QUOTED = "not_quoted"
    """What was typed as a main point does not stand in the text."""
    ALREADY_THERE = "already_there"
    """Somebody of this name is on the roster of this unit."""
    UNIT_NAME_TAKEN = "unit_name_taken"
    """A unit of this name hangs under the same unit already; `name` says which."""
    CIRCLE = "circle"
    """A unit cannot hang under, or be merged into, itself or a unit below it."""
    NOT_EMPTY = "not_empty"
    """The unit has members or open units below it; `members` and `units` say how many."""
    NOT_OPEN_THEN = "not_open_then"
    """The unit `name` was not open on that day, or no longer is."""
    CHANGED_SINCE = "changed_since"
    """What happened to `name` on the day `since` contradicts a change dated before it."""
    NO_CHANGE = "no_change"
    """It is so already."""
    ODD_LETTERS = "odd_letters"
    """The name has letters of another script, or signs that names do not have."""
    OWN_ROLE = "own_role"
    """Nobody gives themselves a role."""
    LAST_ADMIN = "last_admin"
    """The office would be without an admin, now or at a later moment."""
    ENDS_FIRST = "ends_first"
    """What was typed ends before it begins."""
    NOT_OWN_NUMBER = "not_own_number"
    """The telephone number is not vouched for as the sender's own."""
    NUMBER_UNKNOWN = "number_unknown"
    """The number leads to nobody who may be connected by it."""
    CODES_REST = "codes_rest"
    """So many wrong codes came from strangers that every stranger has to wait."""
    SHORT_CODES_REST = "short_codes_rest"
    """So many wrong six-digit codes came from strangers that these are not looked at for a while."""
    ASKED_ALREADY = "asked_already"
    """A request to be connected waits for an answer already."""
    ASKED_OFTEN = "asked_often"
    """This conversation has asked as often as it may in one day."""
    TOO_MANY = "too_many"
    """More people than one sheet holds; `limit` says how many it does."""
    NOBODY_TO_INVITE = "nobody_to_invite"
    """Everybody whom a sheet would invite is reached already."""
    NO_WEB_INBOX = "no_web_inbox"
    """The office has no address on the web yet, so there are no pages to lead to."""
    LINK_ENDED = "link_ended"
    """A genuine link of the web inbox that has expired or was revoked."""
    FILE_GONE = "file_gone"
    """A genuine link to a file that is no longer kept."""
    WEB_CODE_WRONG = "web_code_wrong"
    """The one-time code of the web inbox is wrong, used, or has ended."""
    WEB_CODES_REST = "web_codes_rest"
    """So many wrong codes were tried that codes are not looked at for a while."""
    CODE_JUST_SENT = "code_just_sent"
    """A code was sent a moment ago, or as many as an hour may bring."""
    NOT_AGREED_TO = "not_agreed_to"
    """The member did not agree to what this needs (a purpose of consent)."""
    REQUEST_STANDS = "request_stands"
    """As many requests of this kind as may stand open are waiting; the next clock ends at `until`."""
    EXTENDED_ONCE = "extended_once"
    """The law allows one extension, and it was used."""
    SAME_TOPIC = "same_topic"
    """A topic of this name is there; `name` is how it is written."""
    TOPIC_CLOSED = "topic_closed"
    """The topic is no longer offered, so that nothing about it changes any more."""
    NOT_HOURS = "not_hours"
    """The hours could not be read."""
    NO_HOURS_LEFT = "no_hours_left"
    """Less than an hour of the sending hours would remain on a working day; `office` names them."""
    ROSTER_FILE = "roster_file"
    """The roster file cannot be read; `because` is the sentence that says why and what to do."""
    ROSTER_LAPSED = "roster_lapsed"
    """The roster file that was shown is applied, dropped or too old."""
    NOT_ASKED = "not_asked"
    """The publication is not asked of this member: they are exempt, or it no longer is."""
    EXEMPT_ALREADY = "exempt_already"
    """The member is let off already, so that a new exemption adds nothing."""
    GROUPS_FULL = "groups_full"
    """The bot holds as many groups as it may (`most`); `step` says where to go instead."""
    OWN_HISTORY = "own_history"
    """The history of others is not theirs to read; their own is elsewhere."""


class Refused(LoaError):
    """A use case refused.

    Args:
        reason: from the closed list.
        details: what the sentence names (`field`, `first`, `kind`, ...), already fit to be shown.
    """

    def __init__(self, reason: Refusal, **details: str) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.details = details
