"""What an admin says of a source, in chat or in a file, and what of it cannot be used."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.sources.selectors import PORTALS, Selectors
from bot.texts import sources as texts
from storage.states import Scope, SourceKind

LONGEST_NAME = 80
LONGEST_PLACE = 2000
LEAST_EVERY = timedelta(minutes=5)
MOST_EVERY = timedelta(days=7)
MOST_FILE_BYTES = 64 * 1024
_MINUTE = timedelta(minutes=1)


class Flaw(StrEnum):
    """Why what was said cannot be used, for the operator; an admin's sentences are in `bot.texts.sources`."""

    NOT_TOML = "the file is not TOML in UTF-8, or larger than 64 KB"
    UNKNOWN_KEY = "a key is missing, unknown or of another type"
    NO_NAME = "the name is empty or longer than 80 characters"
    PLACE = "the place is no address that begins with http:// or https://, or holds a password"
    OUTSIDE = "the folder has to lie below [sources] folder, and that has to be set"
    EVERY = "every is between 5 minutes and 7 days"
    NO_SELECTORS = "a portal needs portal = (a ready-made one) or a table [selectors]"
    SELECTORS = "the selectors cannot be used: a name is unknown, or one is no CSS selector"
    UNKNOWN_PORTAL = "there is no ready-made portal of this name"
    AUDIENCE = "no such audience: say everyone, unit:NAME or topic:NAME"
    KNOWN_ALREADY = "a source looks there already"
    NO_AUDIENCE = "a source that publishes by itself needs an audience and the scope public"
    RESTS = "a source that rests cannot publish by itself: resume it first"


def flawed(flaw: Flaw, detail: str = "") -> Refused:
    """The refusal, with a sentence for the admin and the operator's words; `detail` is for the operator."""
    fault = f"{flaw.value} ({detail})" if detail else flaw.value
    return Refused(Refusal.SOURCE_FLAW, because=texts.FLAWS[flaw.name], fault=fault)


@dataclass(frozen=True)
class NewSource:
    """What an admin says of a source.

    Args:
        place: the address of a feed or list page; of a folder its path below `[sources] folder`.
        selectors: as `bot.sources.selectors.Selectors.of` takes them, or {"portal": name}; empty: none.
        audience: for whom what comes from here usually is; None: the clerk chooses.
        audience_words: the same in words, as they stand in a file: everyone, unit:NAME, topic:NAME.
        scope: how far it may travel.
        every: how often to look; None: as the settings say.
    """

    name: str
    kind: SourceKind
    place: str
    selectors: Mapping[str, Any] = field(default_factory=dict)
    audience: Audience | None = None
    audience_words: str = ""
    topic_id: int | None = None
    scope: Scope = Scope.INTERNAL
    every: timedelta | None = None


class _File(BaseModel):
    """The file, key by key."""

    model_config = ConfigDict(extra="forbid", strict=False)

    name: str
    kind: SourceKind
    place: str
    portal: str = ""
    selectors: dict[str, Any] = {}
    audience: str = ""
    scope: Scope = Scope.INTERNAL
    every: int | None = Field(default=None, ge=0, le=1_000_000)


def source_of_file(content: bytes) -> NewSource:
    """Read a .toml file: name, kind, place, portal or [selectors], audience, scope, every (minutes).

    Raises:
        Refused: SOURCE_FLAW, with the sentence that says why and what to do.
    """
    if len(content) > MOST_FILE_BYTES:
        raise flawed(Flaw.NOT_TOML)
    try:
        written = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise flawed(Flaw.NOT_TOML) from None
    try:
        told = _File.model_validate(written)
    except ValidationError:
        raise flawed(Flaw.UNKNOWN_KEY) from None
    new = NewSource(
        name=told.name,
        kind=told.kind,
        place=told.place,
        selectors={"portal": told.portal} if told.portal else told.selectors,
        audience_words=told.audience,
        scope=told.scope,
        every=None if told.every is None else told.every * _MINUTE,
    )
    return sound(new)


def sound(new: NewSource) -> NewSource:
    """The same, tidied, if all of it that needs no look around can be used.

    Raises:
        Refused: SOURCE_FLAW.
    """
    name, place = " ".join(new.name.split()), new.place.strip()
    if not name or len(name) > LONGEST_NAME:
        raise flawed(Flaw.NO_NAME)
    if new.kind is SourceKind.FOLDER:
        place = _below(place)
    elif not _is_address(place):
        raise flawed(Flaw.PLACE)
    if new.every is not None and not LEAST_EVERY <= new.every <= MOST_EVERY:
        raise flawed(Flaw.EVERY)
    if new.kind is SourceKind.PORTAL and not new.selectors:
        raise flawed(Flaw.NO_SELECTORS)
    selectors_of(new.selectors)
    return replace(new, name=name, place=place)


def selectors_of(stored: Mapping[str, Any]) -> Selectors | None:
    """The selectors that a source says, ready-made or its own; None where it says none.

    Raises:
        Refused: SOURCE_FLAW.
    """
    if not stored:
        return None
    if "portal" in stored:
        if stored["portal"] not in PORTALS:
            raise flawed(Flaw.UNKNOWN_PORTAL)
        return PORTALS[stored["portal"]]
    try:
        return Selectors.of(stored)
    except ValueError as error:
        raise flawed(Flaw.SELECTORS, str(error)) from None


def audience_in(words: str) -> tuple[AudienceKind, str] | None:
    """What kind of audience the words name, and its name; None for no words.

    Raises:
        Refused: SOURCE_FLAW.
    """
    if not words.strip():
        return None
    kind, _, name = words.partition(":")
    match kind.strip().casefold():
        case "everyone" if not name.strip():
            return AudienceKind.EVERYONE, ""
        case "unit" | "topic" as found if name.strip():
            return AudienceKind(found), name.strip()
    raise flawed(Flaw.AUDIENCE)


def _below(place: str) -> str:
    path = PurePosixPath(place)
    # "" and "." are the folder of the settings itself.
    if path.is_absolute() or ".." in path.parts or "\\" in place or "\0" in place:
        raise flawed(Flaw.OUTSIDE)
    return str(path)


def _is_address(place: str) -> bool:
    if len(place) > LONGEST_PLACE or any(letter.isspace() or not letter.isprintable() for letter in place):
        return False
    try:
        parts = urlsplit(place)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and has_host and "@" not in parts.netloc
