"""Sources, what they show, and why something could not be taken from them."""

from enum import StrEnum


class SourceKind(StrEnum):
    """What a source is."""

    FEED = "feed"
    """RSS or Atom."""
    PORTAL = "portal"
    """A page that lists documents."""
    FOLDER = "folder"
    """Files that the office puts into a folder of this machine."""


class SourceState(StrEnum):
    """Where a source stands."""

    ACTIVE = "active"
    PAUSED = "paused"
    """An admin let it rest."""
    CLOSED = "closed"
    """It is no longer looked at; what came from it stays."""


class ItemState(StrEnum):
    """Where something that a source showed stands."""

    IMPORTED = "imported"
    """Was there at first contact: noted, not drafted."""
    WAITING = "waiting"
    """Seen; it will be read."""
    DRAFTED = "drafted"
    REFUSED = "refused"
    """Not to be kept at all: a mark of secrecy, a file that hides something."""
    UNREADABLE = "unreadable"
    """Its files cannot be read; a person has to take it by hand."""
    DROPPED = "dropped"
    """A clerk said it is nothing for the members."""


class ItemNews(StrEnum):
    """What the clerks are to hear of an item."""

    TAKEN = "taken"
    """It was drafted, or could not be taken: its state says which."""
    EDITED = "edited"
    """The source shows it otherwise than it was drafted."""


class SourceFault(StrEnum):
    """Why a source or an item could not be taken; each has a sentence in `bot.texts.sources`."""

    NOT_REACHED = "not_reached"
    """No connection, or it broke off."""
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    REFUSED_BY_SITE = "refused_by_site"
    """401, 403, or robots.txt forbids it."""
    GONE = "gone"
    """404 or 410."""
    SITE_FAULT = "site_fault"
    """5xx, or 429."""
    PRIVATE_ADDRESS = "private_address"
    """The name leads into a private network, at once or by a redirect."""
    REDIRECTED_AWAY = "redirected_away"
    """Too many redirects, or to something that is no web page."""
    CERTIFICATE = "certificate"
    NOT_A_FEED = "not_a_feed"
    NOTHING_FOUND = "nothing_found"
    """It answers, but the selectors find nothing: the site has changed."""
    OTHER_FORMAT = "other_format"
    SECRET = "secret"
    HIDES_SOMETHING = "hides_something"
    """A macro, a script, a file in a file, two formats in one."""
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_FOLDER = "no_folder"
