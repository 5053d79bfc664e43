"""Lists in pages: noted whole at first contact, and followed later as far as something is new."""

from dataclasses import replace

import pytest

from bot.intake.cards import SourceCard
from bot.intake.looking import look_at_due
from bot.intake.sources import close_source
from bot.settings import Settings
from bot.settings.sections import SourcesSection
from bot.sources.fetched import Fetched
from storage.states import ItemState, SourceFault, SourceKind
from tests.cast import clock_of
from tests.intake.texts import directive
from tests.intake.web import LIST, SITE, page_link
from tests.intake.world import World
from tests.sources.fetching import fetcher_for
from tests.standins.portals import NukeViet, PortalServer, plan

SELECTORS = {"item": "li.vb", "next_page": "a.next", "page": {"title": "h1", "body": ".body"}}
OLD = [f"cu-{number}" for number in range(9)]
NEW = [f"moi-{number}" for number in range(7)]


def in_pages(names: list[str], size: int = 3) -> list[list[str]]:
    return [names[at : at + size] for at in range(0, len(names), size)]


async def adds_list(world: World) -> SourceCard:
    return await world.adds(kind=SourceKind.PORTAL, place=LIST, selectors=SELECTORS)


async def looks_at_list(world: World, **later: float) -> list[str]:
    """The addresses of the list that are asked for in one look."""
    clock_of(world.office).forward(**later)
    world.web.asked.clear()
    await look_at_due(world.office, world.web)
    return world.web.asked


async def begins(world: World, names: list[str] = OLD) -> None:
    """First contact is over."""
    world.web.shows_list(*in_pages(names))
    await adds_list(world)
    await looks_at_list(world)


async def waiting(world: World) -> list[str]:
    return [item.title for item in await world.rows("items") if item.state is ItemState.WAITING]


def with_pages(world: World, pages: int) -> World:
    settings = Settings(sources=SourcesSection(pages=pages, drafts_per_look=20))
    return World(replace(world.office, settings=settings), world.cast, world.web)


async def test_first_contact_notes_all_pages_and_drafts_nothing(world: World) -> None:
    world.web.shows_list(*in_pages(OLD))
    await adds_list(world)
    assert await looks_at_list(world) == [page_link(1), page_link(2), page_link(3)]
    assert await world.states() == ["imported"] * 9
    # Nothing is new: the first page says so.
    assert await looks_at_list(world, hours=1) == [page_link(1)]


async def test_one_new_item_is_found_and_only_as_many_pages_are_asked_for_as_it_takes(world: World) -> None:
    await begins(world)
    world.web.shows_list(*in_pages(["moi", *OLD]))
    assert await looks_at_list(world, hours=1) == [page_link(1), page_link(2)]
    assert await waiting(world) == ["moi"]


async def test_an_office_that_was_off_for_two_weeks_misses_nothing_and_reads_the_oldest_first(
    world: World,
) -> None:
    await begins(world)
    for number, name in enumerate(NEW):
        world.web.shows_page(name, directive(f"{30 + number}-KH/ĐU", about=f"việc thứ {number}"))
    world.web.shows_list(*in_pages([*reversed(NEW), *OLD]))
    assert await looks_at_list(world, days=14) == [page_link(number) for number in range(1, 5)]
    assert await waiting(world) == NEW
    for _ in range(3):
        await world.looks(hours=1)
    assert sorted(row.number for row in await world.rows("drafts")) == [f"{30 + at}-KH/ĐU" for at in range(7)]


async def test_what_a_site_keeps_on_top_of_each_page_hides_nothing(world: World) -> None:
    kept, old = OLD[:1], OLD[1:]
    await begins(world)
    pages = [[*kept, *page] for page in in_pages([*reversed(NEW), *old])]
    world.web.shows_list(*pages)
    await looks_at_list(world, hours=1)
    assert await waiting(world) == NEW


@pytest.mark.parametrize("new", [["moi"], list(reversed(NEW))], ids=["one", "more than a page"])
async def test_what_was_below_the_first_contact_of_an_earlier_version_is_noted_and_not_drafted(
    world: World, new: list[str]
) -> None:
    await begins(with_pages(world, 1))
    assert len(await world.rows("items")) == 3
    world.web.shows_list(*in_pages([*new, *OLD]))
    await looks_at_list(with_pages(world, 10), hours=1)
    assert await waiting(world) == list(reversed(new))
    assert (await world.states()).count("imported") == len(OLD)


async def test_no_more_pages_are_asked_for_than_the_settings_say(world: World) -> None:
    few = with_pages(world, 2)
    world.web.shows_list(*in_pages(OLD))
    await adds_list(few)
    assert await looks_at_list(few) == [page_link(1), page_link(2)]
    world.web.shows_list(*in_pages([*reversed(NEW), *OLD]))
    assert await looks_at_list(few, hours=1) == [page_link(1), page_link(2)]
    # All that is shown there is new, also below what the site keeps on top.
    assert len(await waiting(few)) == 6
    later = [f"sau-{number}" for number in range(9)]
    world.web.shows_list([*OLD[:1], *later[:3]], later[3:6], later[6:])
    await looks_at_list(few, hours=1)
    assert len(await waiting(few)) == 12


async def test_a_further_page_in_trouble_is_waited_for_and_then_done_without(world: World) -> None:
    await begins(world)
    world.web.shows_list(*in_pages([*reversed(NEW), *OLD]))
    whole = world.web.pages[page_link(2)]
    world.web.fails(SourceFault.SITE_FAULT, page_link(2))
    await looks_at_list(world, hours=1)
    (source,) = await world.rows("sources")
    # Were the first page noted now, nobody would look behind it again.
    assert (source.fault, await waiting(world)) == (SourceFault.SITE_FAULT, [])
    world.web.pages[page_link(2)] = whole
    await looks_at_list(world, days=1)
    assert await waiting(world) == NEW
    world.web.shows_list(*in_pages(["moi-8", *reversed(NEW), *OLD]))
    world.web.fails(SourceFault.SITE_FAULT, page_link(2))
    for _ in range(4):
        await looks_at_list(world, days=1)
    assert await waiting(world) == [*NEW, "moi-8"]


@pytest.mark.parametrize("fault", [SourceFault.GONE, SourceFault.REFUSED_BY_SITE, SourceFault.TOO_LARGE])
async def test_a_page_that_is_none_or_forbidden_is_the_end_of_the_list(
    world: World, fault: SourceFault
) -> None:
    await begins(world)
    world.web.shows_list(*in_pages([*reversed(NEW), *OLD]))
    world.web.fails(fault, page_link(2))
    await looks_at_list(world, hours=1)
    (source,) = await world.rows("sources")
    assert (source.fault, await waiting(world)) == (None, NEW[4:])


async def test_a_list_that_leads_to_itself_or_elsewhere_is_followed_no_further(world: World) -> None:
    world.web.shows_list(OLD[:3], OLD[3:6])
    second = page_link(2)
    for href in (f"{LIST}?utm_source=x", "https://elsewhere.example.org/van-ban/", second):
        markup = f'<li class="vb"><a href="/x.html">x</a></li><a class="next" href="{href}">»</a>'
        page = Fetched(second, 200, markup.encode(), media_type="text/html")
        world.web.pages[second] = page
        await adds_list(other := with_pages(world, 10))
        assert await looks_at_list(other, hours=1) == [LIST, second]
        await _closes(other)
    # By a redirect neither.
    page = Fetched("https://elsewhere.example.org/", 200, b'<li class="vb"><a href="/x.html">x</a></li>')
    world.web.pages[second] = page
    await adds_list(world)
    await looks_at_list(world, hours=1)
    noted = [item.link for item in await world.rows("items") if item.source_id == 4]
    assert noted == [f"{SITE}/{name}.html" for name in OLD[:3]]


async def _closes(world: World) -> None:
    """The newest source is looked at no more."""
    source = (await world.rows("sources"))[-1]
    from_admin = world.cast.caller("Dũng")
    await close_source(from_admin, world.office, source_id=source.id)


async def test_the_pages_of_a_real_portal_are_asked_for_with_its_pause_in_between(world: World) -> None:
    rests: list[float] = []

    async def rest(seconds: float) -> None:
        rests.append(round(seconds))

    site = NukeViet()
    site.per_page = 2
    for number in range(5):
        site.publishes(plan(number=f"{number}-KH/ĐU", title=f"Kế hoạch số {number}"))
    server = PortalServer(site, robots="User-agent: *\nCrawl-delay: 20\nDisallow: /*?\n")
    async with server as portal, fetcher_for(portal, rest=rest) as fetcher:
        place = portal.url + NukeViet.list_path
        office = replace(world.office, settings=Settings(sources=SourcesSection(allow_hosts=portal.allow)))
        real = World(office, world.cast, world.web)
        await real.adds(kind=SourceKind.PORTAL, place=place, selectors={"portal": "nukeviet"})
        await look_at_due(office, fetcher)
        assert await real.states() == ["imported"] * 5
        paths = [NukeViet.list_path, f"{NukeViet.list_path}page-2/", f"{NukeViet.list_path}page-3/"]
        assert (portal.paths, rests) == (paths, [20, 20])
        site.publishes(plan(number="6-KH/ĐU", title="Kế hoạch số 6"))
        clock_of(office).forward(hours=1)
        await look_at_due(office, fetcher)
    assert await waiting(real) == ["Kế hoạch số 6"]
    assert portal.paths[3:] == paths[:2]
