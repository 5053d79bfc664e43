"""An official site that sends anybody anywhere lends its name to nothing that goes out by itself."""

from dataclasses import replace

import pytest

from bot.sources.fetched import Fetched
from storage.states import Purpose
from tests.intake.test_publishing_itself import PARTY, publishes, shows
from tests.intake.web import SITE
from tests.intake.world import World

ELSEWHERE = "https://elsewhere.example.org/moi.html"


async def test_what_a_redirect_of_the_own_site_brings_from_elsewhere_waits_for_a_person(world: World) -> None:
    await publishes(world)
    link = world.web.shows_page("moi", PARTY)
    page = world.web.pages[link]
    assert isinstance(page, Fetched)
    world.web.pages[link] = replace(page, url_final=ELSEWHERE)
    world.web.shows_feed("moi", "cu-1")
    await world.looks(hours=1)
    assert (len(await world.rows("drafts")), await world.rows("publications")) == (1, [])
    (told,) = await world.told(Purpose.SOURCE_NEWS)
    assert "Chưa tự phát hành: văn bản nằm ở trang khác với nguồn tin." in told
    assert "dẫn sang trang khác" in told
    assert (await world.rows("items"))[1].fault_detail == "it comes from elsewhere.example.org"


@pytest.mark.parametrize(
    ("url", "final", "goes_out"),
    [
        (f"{SITE}/files/a.txt", ELSEWHERE, False),
        ("https://elsewhere.example.org/a.txt", "https://elsewhere.example.org/a.txt", False),
        (f"{SITE}/files/a.txt", f"{SITE}/kho/a.txt", True),
        (f"{SITE}/files/a.txt", "https://files.congdoan.example.vn/a.txt", True),
    ],
)
async def test_a_file_from_elsewhere_waits_too_and_one_of_the_own_site_does_not(
    world: World, url: str, final: str, goes_out: bool
) -> None:
    await publishes(world)
    world.web.pages[url] = Fetched(final, 200, PARTY.encode(), media_type="text/plain")
    await shows(world, PARTY, files={"a.txt": url})
    assert len(await world.rows("publications")) == int(goes_out)
    assert ("dẫn sang trang khác" in (await world.told(Purpose.SOURCE_NEWS))[-1]) is not goes_out


async def test_where_a_person_looks_anyway_a_redirect_is_no_matter(world: World) -> None:
    world.web.shows_feed("cu-1")
    await world.adds_public()
    await world.looks()
    link = world.web.shows_page("moi", PARTY)
    page = world.web.pages[link]
    assert isinstance(page, Fetched)
    world.web.pages[link] = replace(page, url_final=ELSEWHERE)
    world.web.shows_feed("moi", "cu-1")
    await world.looks(hours=1)
    assert "dẫn sang" not in (await world.told(Purpose.SOURCE_NEWS))[-1]
