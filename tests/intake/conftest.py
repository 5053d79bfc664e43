"""The cast, and a web that exists in the test only."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.office import Office
from bot.settings import Settings
from bot.settings.sections import SourcesSection
from storage.database import Database
from tests.cast import KEY, Cast, FixedClock, cast
from tests.intake.web import Web
from tests.intake.world import World

__all__ = ["cast"]


@pytest.fixture
def prepared_url(prepared_sqlite_url: str) -> str:
    """One engine; what differs between them asks for `url_on_each_engine`."""
    return prepared_sqlite_url


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where folders may be watched."""
    made = tmp_path / "watched"
    made.mkdir()
    return made


@pytest_asyncio.fixture
async def office(prepared_url: str, folder: Path) -> AsyncIterator[Office]:
    settings = Settings(sources=SourcesSection(folder=folder, drafts_per_look=3))
    made = Office(database=Database(prepared_url), clock=FixedClock(), settings=settings, key=KEY)
    yield made
    await made.database.close()


@pytest.fixture
def web() -> Web:
    return Web()


@pytest_asyncio.fixture
async def world(office: Office, cast: Cast, web: Web) -> World:
    return World(office, cast, web)
