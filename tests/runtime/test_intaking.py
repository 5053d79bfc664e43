"""Sources are looked at beside the clock's rules: a knock waits for no site, and stopping for none either."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.office import Office
from bot.runtime import intaking
from bot.runtime.intaking import LOOK, Intake
from tests.cast import Cast
from tests.intake.web import FEED, Web
from tests.intake.world import World


@pytest.fixture
def prepared_url(prepared_sqlite_url: str) -> str:
    """One engine: the rules themselves run on both in their own room."""
    return prepared_sqlite_url


async def test_a_knock_waits_for_no_site_and_stopping_for_none_either(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = Web()
    monkeypatch.setattr(intaking, "fetcher_for", lambda _office: web)
    world = World(office, cast, web)
    await world.adds()
    web.stuck[FEED] = asyncio.Event()
    intake = Intake(office)
    for _ in range(2):
        await intake.rules[LOOK](office)
    await web.hangs.wait()
    await intake.stop()
    # Asked once however often the clock knocked, and nothing half done.
    assert web.asked == [FEED]
    assert (await world.rows("sources"))[0].looked_at is None
    web.stuck.clear()
    web.shows_feed("cu-1")
    again = Intake(office)
    await again.rules[LOOK](office)
    await again.settled()
    await again.stop()
    assert await world.states() == ["imported"]


async def test_without_sources_no_way_out_is_made_ready(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Office] = []
    monkeypatch.setattr(intaking, "fetcher_for", made.append)
    await Intake(office).rules[LOOK](office)
    assert made == []


async def test_a_rule_that_fails_is_only_logged(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = Web()
    monkeypatch.setattr(intaking, "fetcher_for", lambda _office: web)
    await World(office, cast, web).adds()

    async def fails(*_: object, **__: object) -> int:
        raise RuntimeError

    monkeypatch.setattr(intaking, "look_at_due", fails)
    intake = Intake(office)
    with capture_logs() as logs:
        await intake.rules[LOOK](office)
        await intake.settled()
    await intake.stop()
    assert [line["event"] for line in logs] == ["a rule failed"]
