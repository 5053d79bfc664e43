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
    NO_APPROVER = "no_approver"
    """Nobody but the drafter may approve."""
    NOT_QUOTED = "not_quoted"
    """What was typed as a main point does not stand in the text."""
    ALREADY_THERE = "already_there"
    """Somebody of this name is on the roster of this unit."""


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
