"""All sections together, and what follows from more than one of them."""

from pathlib import Path
from typing import Annotated, Self
from urllib.parse import quote

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.settings.connection import Connection
from bot.settings.sections import (
    POSTGRESQL,
    CalendarSection,
    DatabaseSection,
    DigestsSection,
    HoursSection,
    LadderSection,
    LogsSection,
    OfficeSection,
    OutagesSection,
    Receive,
    RemindersSection,
    RetentionSection,
    SendingSection,
    SourcesSection,
    UrgencySection,
    WebSection,
)
from bot.states import Platform

# The environment knows no capitals, and a name is part of addresses and of rows.
ConnectionName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", max_length=40)]


class Settings(BaseSettings):
    """Everything that an office set, checked. `load` reads it; made by hand it has the defaults."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        env_prefix="LOA_",
        env_nested_delimiter="__",
    )

    office: OfficeSection = OfficeSection()
    database: DatabaseSection = DatabaseSection()
    web: WebSection = WebSection()
    connections: dict[ConnectionName, Connection] = {}
    hours: HoursSection = HoursSection()
    calendar: CalendarSection = CalendarSection()
    reminders: RemindersSection = RemindersSection()
    digests: DigestsSection = DigestsSection()
    sources: SourcesSection = SourcesSection()
    urgency: UrgencySection = UrgencySection()
    sending: SendingSection = SendingSection()
    ladder: LadderSection = LadderSection()
    outages: OutagesSection = OutagesSection()
    retention: RetentionSection = RetentionSection()
    logs: LogsSection = LogsSection()

    config_file: Path | None = None
    """The file that was read; `load` says it, nobody sets it."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read nothing here: `load` says which file and which environment."""
        return (init_settings,)

    @property
    def data_folder(self) -> Path:
        """Where the database, the key and the backups lie."""
        return self.office.data_folder

    @property
    def alone(self) -> bool:
        """Whether the database is a SQLite file, which one process alone may work with."""
        return not self.database.url

    @property
    def database_url(self) -> SecretStr:
        """The URL for SQLAlchemy, with the password in it."""
        if not self.database.url:
            return SecretStr(f"sqlite:///{self.data_folder / 'loa.db'}")
        _, _, rest = self.database.url.partition("://")
        place, slash, name = rest.partition("/")
        password = self.database.password.get_secret_value()
        if password:
            account, _, host = place.rpartition("@")
            place = f"{account}:{quote(password, safe='')}@{host}"
        return SecretStr(f"{POSTGRESQL}://{place}{slash}{name}")

    @model_validator(mode="after")
    def _webhooks_can_be_reached(self) -> Self:
        for name, connection in self.connections.items():
            if connection.receive is Receive.WEBHOOK and not self.web.public_url.startswith("https://"):
                raise ValueError(f"connections.{name}.receive: webhook needs web.public_url with https://")
        return self

    @model_validator(mode="after")
    def _each_bot_is_served_once(self) -> Self:
        # Two that receive on one token split what comes in between them.
        names: dict[tuple[Platform, str], str] = {}
        for name, connection in self.connections.items():
            first = names.setdefault((connection.platform, connection.token.get_secret_value()), name)
            if first != name:
                raise ValueError(f"connections.{name}.token: is the token of connections.{first} already")
        return self

    @model_validator(mode="after")
    def _digests_go_out_in_time(self) -> Self:
        # After the last sending hour of the day no digest would ever be made.
        if not any(span.opens <= self.digests.at < span.closes for span in self.hours.normal):
            raise ValueError(f"digests.at: {self.digests.at:%H:%M} lies outside hours.normal")
        return self
