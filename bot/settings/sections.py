"""The sections of config.toml as values: names, defaults, and what is refused.

Lengths are seconds where they are written and `timedelta` where they are used.
"""

import re
from datetime import date, time, timedelta
from enum import StrEnum
from ipaddress import IPv6Address
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, model_validator

from bot.states import Role

POSTGRESQL = "postgresql+psycopg"

_LETTERS_OF_HOST = re.compile(r"[A-Za-z0-9._-]*")


class Receive(StrEnum):
    """How a connection gets what people send."""

    POLLING = "polling"
    """Loa asks; nothing has to reach it from outside."""
    WEBHOOK = "webhook"
    """The platform calls `web.public_url`."""


class Span(NamedTuple):
    """A part of a day, in the office's time zone."""

    opens: time
    closes: time


def _span(written: object) -> object:
    if isinstance(written, Span):
        return written
    try:
        opens, closes = (time.fromisoformat(part.strip()) for part in str(written).split("-"))
    except ValueError:
        raise ValueError("should be two times of day such as 07:00-11:15") from None
    if opens >= closes:
        raise ValueError("should end after it begins")
    return Span(opens, closes)


def _seconds(written: object) -> object:
    if isinstance(written, str) and written.isdecimal():
        return timedelta(seconds=int(written))
    return written


def _web_address(written: object) -> object:
    if not isinstance(written, str) or not written:
        return written
    try:
        parts = urlsplit(written)
        host, _port = _host_as_called(parts.hostname or ""), parts.port
    except ValueError:
        # The libraries' own words would quote a part of it.
        raise ValueError("should have a host, and a port up to 65535, that can exist") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise ValueError("should be an address that begins with http:// or https://")
    return written.rstrip("/")


def _host_as_called(host: str) -> str:
    if ":" in host:
        return str(IPv6Address(host))
    called = host.encode("idna").decode()
    # Decoded once: what only looks like an encoded name is refused when it is called, too late.
    called.encode().decode("idna")
    if not _LETTERS_OF_HOST.fullmatch(called):
        raise ValueError
    return called


def _none_if_empty(written: object) -> object:
    return None if written == "" else written


WrittenSpan = Annotated[Span, BeforeValidator(_span)]
Seconds = Annotated[timedelta, BeforeValidator(_seconds), Field(gt=timedelta())]
Pause = Annotated[timedelta, BeforeValidator(_seconds), Field(ge=timedelta())]
WebAddress = Annotated[str, BeforeValidator(_web_address)]


class Section(BaseModel):
    """What all sections share: they do not change, know their keys, and show no value in an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class OfficeSection(Section):
    """Who speaks, and where on earth."""

    name: str = Field(default="Văn phòng Đảng ủy", min_length=1)
    time_zone: ZoneInfo = ZoneInfo("Asia/Ho_Chi_Minh")
    data_folder: Path = Path("data")
    second_person_approves: bool = True
    language: Literal["vi"] = "vi"


class DatabaseSection(Section):
    """Which engine remembers; an empty `url` is the SQLite file in the data folder."""

    url: str = ""
    password: SecretStr = SecretStr("")
    password_file: str = ""

    @model_validator(mode="after")
    def _is_postgresql_without_a_password(self) -> Self:
        if self.url and urlsplit(self.url).scheme not in {"postgresql", POSTGRESQL}:
            raise ValueError("url should be empty (SQLite) or begin with postgresql://")
        if self.url and urlsplit(self.url).password is not None:
            raise ValueError("url should hold no password: it belongs in password or password_file")
        return self


class WebSection(Section):
    """Where the web inbox listens, and how the outside calls it."""

    host: str = "127.0.0.1"
    port: int = Field(default=8765, ge=0, le=65535)
    public_url: WebAddress = ""
    inbox: bool = False

    @model_validator(mode="after")
    def _inbox_can_be_reached(self) -> Self:
        if self.inbox and not self.public_url:
            raise ValueError("inbox needs public_url, the address that stands in members' links")
        return self


class HoursSection(Section):
    """When something may be sent (design section 6)."""

    normal: tuple[WrittenSpan, ...] = (Span(time(7), time(11, 15)), Span(time(13, 30), time(17)))
    reminders: tuple[time, ...] = (time(8), time(14))
    urgent: WrittenSpan = Span(time(6), time(21))

    @model_validator(mode="after")
    def _are_in_order(self) -> Self:
        if not self.normal or not self.reminders:
            raise ValueError("normal and reminders should name at least one time")
        if any(earlier.closes > later.opens for earlier, later in pairwise(self.normal)):
            raise ValueError("normal should name its parts of the day in order")
        for moment in self.reminders:
            if not any(span.opens <= moment < span.closes for span in self.normal):
                raise ValueError(f"reminders: {moment:%H:%M} lies outside normal")
        return self


class CalendarSection(Section):
    """Days on which the office differs from the law's calendar, which `holidays` knows."""

    # The government announces swapped days shortly before them; no library can know.
    working: frozenset[date] = frozenset()
    free: frozenset[date] = frozenset()
    mourning: frozenset[date] = frozenset()

    @model_validator(mode="after")
    def _decides(self) -> Self:
        if self.working & self.free:
            raise ValueError("a day should be either working or free")
        return self


class RemindersSection(Section):
    """How often the office asks again; the ceiling of three a day has no switch."""

    working_days_before: int = Field(default=1, ge=0, le=30)
    most_per_day: int = Field(default=2, ge=1, le=3)


class DigestsSection(Section):
    """When what was gathered for a day or a week goes out, on working days."""

    at: time = time(7, 30)
    weekly_on: Literal["monday", "tuesday", "wednesday", "thursday", "friday"] = "monday"


class LadderSection(Section):
    """How long one address of a member has before the next one is tried as well."""

    # 0: the next address is tried only where one cannot be reached.
    normal_after: Pause = timedelta(hours=24)
    urgent_after: Pause = timedelta(hours=2)
    immediate_after: Pause = timedelta(minutes=30)


class OutagesSection(Section):
    """When a whole platform counts as out, and as back."""

    out_after: Seconds = timedelta(minutes=10)
    back_after: Seconds = timedelta(minutes=2)


class SourcesSection(Section):
    """How documents are looked for on web sites and in a folder, and how politely."""

    folder: Annotated[Path | None, BeforeValidator(_none_if_empty)] = None
    # host:port of a portal inside the office's own network, which no source could reach otherwise.
    allow_hosts: frozenset[Annotated[str, Field(pattern=r"^[^\s/@]+:\d{1,5}$")]] = frozenset()
    contact: str = Field(default="", max_length=200, pattern=r"^[\x20-\x7e]*$")
    every: Seconds = timedelta(minutes=30)
    pause: Pause = timedelta(seconds=2)
    gives_up_after: Seconds = timedelta(seconds=60)
    pages: int = Field(default=10, ge=1, le=50)
    at_once: int = Field(default=4, ge=1, le=20)
    drafts_per_look: int = Field(default=5, ge=1, le=20)
    most_megabytes: int = Field(default=20, ge=1, le=20)
    edits_days: int = Field(default=7, ge=0, le=90)


class UrgencySection(Section):
    """Who may call something khẩn or hỏa tốc, at drafting and at approving alike."""

    urgent_roles: frozenset[Role] = frozenset({Role.CLERK, Role.APPROVER, Role.COMMITTEE_LEADER})
    immediate_roles: frozenset[Role] = frozenset({Role.APPROVER, Role.COMMITTEE_LEADER})

    @model_validator(mode="after")
    def _can_be_approved(self) -> Self:
        # Whoever approves has to hold one of them, or nothing urgent would ever go out.
        for name, roles in (("urgent_roles", self.urgent_roles), ("immediate_roles", self.immediate_roles)):
            if not roles:
                raise ValueError(f"{name} should name at least one role")
        return self


class SendingSection(Section):
    """How deliveries go out (design section 5)."""

    in_flight: int = Field(default=8, ge=1, le=100)
    lease_after: Seconds = timedelta(seconds=120)
    connect_gives_up_after: Seconds = timedelta(seconds=5)
    read_gives_up_after: Seconds = timedelta(seconds=25)

    @model_validator(mode="after")
    def _ends_before_the_lease(self) -> Self:
        # A send that outlives its lease could run twice at once.
        if (self.connect_gives_up_after + self.read_gives_up_after) * 2 >= self.lease_after:
            raise ValueError(
                "connect_gives_up_after and read_gives_up_after together should be under half of lease_after"
            )
        return self


Days = Annotated[int, Field(ge=0, le=36_500)]


class RetentionSection(Section):
    """After how many days what has served its term goes, in the night; 0 is never."""

    inbox_days: Days = 30
    deliveries_days: Days = 180
    web_messages_days: Days = 365
    dialogues_days: Days = 7
    invitations_days: Days = 180
    web_access_days: Days = 90
    join_requests_days: Days = 90
    roster_files_days: Days = 30
    openings_days: Days = 365
    written_texts_days: Days = 730
    source_items_days: Days = 365
    left_members_days: Days = 730


class LogsSection(Section):
    """What is written to standard error."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    format: Literal["text", "json"] = "text"
