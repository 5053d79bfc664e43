"""What the engines do differently: rows that are known already, locks, and two who take the same at once."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.intake.looking import look_at_due
from bot.intake.taking import take_waiting
from bot.office import Office
from storage.database import Database
from storage.states import Purpose
from tests.cast import KEY, FixedClock, clock_of
from tests.intake.texts import directive
from tests.intake.world import World

OTHER = "https://tinh.example.vn/rss/"


@pytest.fixture
def prepared_url(url_on_each_engine: str) -> str:
    return url_on_each_engine


@pytest_asyncio.fixture
async def second(prepared_url: str, office: Office) -> AsyncIterator[Office]:
    """The same office, as another process has it open."""
    database = Database(prepared_url)
    yield Office(database=database, clock=FixedClock(), settings=office.settings, key=KEY)
    await database.close()


async def test_two_processes_and_two_sources_make_one_draft_and_one_message(
    world: World, second: Office
) -> None:
    for url in (OTHER, world.web.home):
        world.web.shows_feed("cu-1", url=url)
        await world.adds(place=url, name=url)
    await world.looks()
    for name in ("ban-a", "ban-b"):
        world.web.shows_page(name, directive("22-KH/ĐU"))
    world.web.shows_feed("ban-a", "cu-1")
    world.web.shows_feed("ban-b", "cu-1", url=OTHER)
    both = (world.office, second)
    for office in both:
        clock_of(office).forward(hours=1)
    await asyncio.gather(*(look_at_due(office, world.web) for office in both))
    assert sorted(await world.states()) == ["imported", "imported", "waiting", "waiting"]
    await asyncio.gather(*(take_waiting(office, world.web) for office in both))
    assert sorted(await world.states()) == ["drafted", "drafted", "imported", "imported"]
    (draft,) = await world.rows("drafts")
    assert {item.draft_id for item in await world.rows("items")} == {None, draft.id}
    await asyncio.gather(*(take_waiting(office, world.web) for office in both))
    assert len(await world.told(Purpose.SOURCE_NEWS)) == 1


async def test_what_was_taken_is_found_again_after_everything_was_closed(
    world: World, second: Office
) -> None:
    world.web.shows_feed("cu-1")
    await world.adds()
    await world.looks()
    world.web.shows_page("moi", directive("22-KH/ĐU", mark="MẬT"))
    world.web.shows_feed("moi", "cu-1")
    await world.looks(hours=1)
    await world.office.database.close()
    clock_of(second).set(clock_of(world.office).now())
    again = World(second, world.cast, world.web)
    await again.looks(hours=1)
    assert await again.states() == ["imported", "refused"]
    assert len(await again.told(Purpose.SOURCE_NEWS)) == 1
