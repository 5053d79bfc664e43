"""What the tests of the probes of a Zalo bot share."""

import sqlite3
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from bot.runtime import probing_polls
from bot.runtime.findings import Finding
from bot.runtime.probing import probe
from bot.settings import Settings
from bot.settings.connection import Connection
from bot.settings.sections import DatabaseSection, OfficeSection, WebSection
from tests.cast import Cast
from tests.standins.zalo import FREE, ZaloServer

PUBLIC = "https://loa.example.vn"


@pytest.fixture
async def zalo() -> AsyncIterator[ZaloServer]:
    async with ZaloServer(limits=FREE) as zalo:
        yield zalo


@pytest.fixture
def data(cast: Cast, place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # A second between two polls would be a slow test.
    monkeypatch.setattr(probing_polls, "_BETWEEN", timedelta())
    (place / "data/key").write_bytes(b"k" * 32)
    (place / "data/key").chmod(0o600)
    return place / "data"


def settings(
    zalo: ZaloServer, *, place: Path = Path(), receive: str = "polling", url: str = "", token: str = ""
) -> Settings:
    """An office with one Zalo bot; on the SQLite file of a folder unless a database is named."""
    connection = {
        "platform": "zalo",
        "token": token or zalo.token,
        "api_url": zalo.url,
        "receive": receive,
        "webhook_secret": "s3cret_-8",
    }
    return Settings(
        office=OfficeSection(data_folder=place / "data"),
        database=DatabaseSection(url=url),
        web=WebSection(public_url=PUBLIC),
        connections={"hoa": Connection.model_validate(connection)},
    )


async def found(settings: Settings) -> dict[str, Finding]:
    """The probes' lines by what they are about."""
    findings = [finding async for finding in probe(settings, "hoa")]
    return {finding.about.removeprefix("connection hoa, "): finding for finding in findings}


def stored(data: Path) -> Sequence[tuple[str, str]]:
    """Connection and update of each row of the inbox."""
    connection = sqlite3.connect(data / "loa.db")
    try:
        question = "SELECT name, update_id FROM inbox JOIN connections ON connections.id = connection_id"
        return connection.execute(question).fetchall()
    finally:
        connection.close()
