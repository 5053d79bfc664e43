from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.sources.answers import Head, retry_after
from bot.sources.fetched import Unfetched
from bot.sources.robots import Rules
from storage.states import SourceFault
from tests.sources.fetching import fault, fetcher_for, page, refused
from tests.standins.portals import Fault, NukeViet, PortalServer

URL = NukeViet.list_path
FEED = NukeViet.feed_path


class Rests:
    """Pauses that take no time and are remembered."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def rest(self, seconds: float) -> None:
        self.taken.append(round(seconds))


async def test_robots_txt_is_read_once_a_day_and_nothing_is_fetched_that_it_forbids() -> None:
    rules = f"User-agent: *\nDisallow: {URL}\n\nUser-agent: Ant\nDisallow: /\n"
    async with PortalServer(NukeViet(), robots=rules) as portal, fetcher_for(portal) as fetcher:
        failed = await refused(fetcher, portal.url + URL)
        await page(fetcher, portal.url + FEED)
    assert (failed.fault, failed.detail) == (SourceFault.REFUSED_BY_SITE, "its robots.txt forbids it")
    assert [one.path for one in portal.asked] == ["/robots.txt", FEED]


async def test_robots_txt_that_speaks_of_loa_by_name_counts_before_the_rest() -> None:
    rules = "User-agent: Loa\nAllow: /\n\nUser-agent: *\nDisallow: /\n"
    async with PortalServer(NukeViet(), robots=rules) as portal, fetcher_for(portal) as fetcher:
        assert (await page(fetcher, portal.url + URL)).status == 200


@pytest.mark.parametrize(
    ("rules", "path", "is_allowed"),
    [
        ("Disallow: /*print=", "/van-ban/21.html?print=1", False),
        ("Disallow: /*print=", "/van-ban/21.html", True),
        ("Disallow: /*.pdf$", "/uploads/kh-21.pdf", False),
        ("Disallow: /*.pdf$", "/uploads/kh-21.pdf?v=2", True),
        ("Disallow: /\nAllow: /van-ban/", "/van-ban/21.html", True),
        ("Disallow: /\nAllow: /van-ban/", "/noi-bo/21.html", False),
        ("Allow: /van-ban/\nDisallow: /van-ban/cu/", "/van-ban/cu/1.html", False),
        ("Disallow: /v%C4%83n-b%E1%BA%A3n/", "/văn-bản/1.html", False),
        ("Disallow:", "/van-ban/21.html", True),
    ],
)
def test_a_star_a_dollar_and_the_longest_rule_count(rules: str, path: str, is_allowed: bool) -> None:
    read = Rules(f"User-agent: *\n{rules}\n".encode(), agent="Loa/0.1")
    assert read.allow(f"https://congdoan.example.vn{path}") is is_allowed


@pytest.mark.parametrize(
    ("named", "is_allowed"),
    [("Loa", False), ("loa", False), ("https", True), ("example", True), ("*", False)],
)
def test_only_the_name_counts_not_what_stands_behind_it(named: str, is_allowed: bool) -> None:
    read = Rules(f"User-agent: {named}\nDisallow: /\n".encode(), agent="Loa/0.1 (+https://loa.example)")
    assert read.allow("https://congdoan.example.vn/") is is_allowed


@pytest.mark.parametrize(
    ("asked", "pause"),
    [("0.5", 0.5), ("10", 10), ("1e300", 86_400), ("-1", None), ("inf", None), ("nan", None), ("x", None)],
)
def test_any_number_that_is_a_pause_is_one_up_to_a_day(asked: str, pause: float | None) -> None:
    read = Rules(f"User-agent: *\nCrawl-delay: {asked}\n".encode(), agent="Loa")
    assert read.pause == (None if pause is None else timedelta(seconds=pause))


def test_a_robots_txt_that_would_take_too_long_is_not_read_and_its_site_left_alone() -> None:
    groups = "".join(f"User-agent: a{number}\n" for number in range(15_000))
    rules = "Disallow: /x\n" * 15_000
    with pytest.raises(Unfetched) as caught:
        Rules(f"{groups}{rules}".encode(), agent="Loa")
    assert caught.value.fault is SourceFault.SITE_FAULT


async def test_robots_txt_that_has_grown_old_is_read_anew() -> None:
    async with PortalServer(NukeViet()) as portal, fetcher_for(portal, robots_for=timedelta()) as fetcher:
        await page(fetcher, portal.url + URL)
        portal.robots = "User-agent: *\nDisallow: /\n"
        assert await fault(fetcher, portal.url + URL) is SourceFault.REFUSED_BY_SITE


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418])
async def test_a_site_without_robots_txt_forbids_nothing(status: int) -> None:
    async with PortalServer(NukeViet(), robots=status) as portal, fetcher_for(portal) as fetcher:
        assert (await page(fetcher, portal.url + URL)).status == 200


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_site_whose_robots_txt_is_in_trouble_is_left_alone(status: int) -> None:
    async with PortalServer(NukeViet(), robots=status) as portal, fetcher_for(portal) as fetcher:
        failed = await refused(fetcher, portal.url + URL)
    assert (failed.fault, failed.detail) == (SourceFault.SITE_FAULT, f"robots.txt: HTTP {status}")
    assert portal.paths == []


async def test_a_redirect_to_what_robots_txt_forbids_is_not_followed() -> None:
    async with PortalServer(NukeViet(), robots="User-agent: *\nDisallow: /vi/\n") as portal:
        portal.goes_wrong(Fault(path="/cu", location=URL))
        async with fetcher_for(portal) as fetcher:
            assert await fault(fetcher, f"{portal.url}/cu") is SourceFault.REFUSED_BY_SITE
    assert portal.paths == ["/cu"]


async def test_between_two_calls_to_a_host_lies_a_pause_and_none_between_hosts() -> None:
    rests = Rests()
    async with PortalServer(NukeViet()) as one, PortalServer(NukeViet()) as other:
        names = {"mot.example": ["127.0.0.1"], "hai.example": ["127.0.0.1"]}
        allow = frozenset({f"mot.example:{one.port}", f"hai.example:{other.port}"})
        pause = timedelta(seconds=1000)
        async with fetcher_for(allow=allow, names=names, rest=rests.rest, pause=pause) as fetcher:
            await page(fetcher, one.at("mot.example") + URL)
            assert rests.taken == [1000]
            await page(fetcher, other.at("hai.example") + URL)
            assert rests.taken == [1000, 1000]


async def test_a_longer_pause_that_robots_txt_asks_for_is_kept_up_to_a_limit() -> None:
    for asked, kept in ((900, 900), (86_400, 5000)):
        rests = Rests()
        rules = f"User-agent: *\nCrawl-delay: {asked}\nAllow: /\n"
        limit = timedelta(seconds=5000)
        server = PortalServer(NukeViet(), robots=rules)
        async with (
            server as portal,
            fetcher_for(portal, rest=rests.rest, longest_pause=limit) as fetcher,
        ):
            await page(fetcher, portal.url + URL)
            await page(fetcher, portal.url + URL)
        assert rests.taken == [kept]


@pytest.mark.parametrize("status", [429, 503])
async def test_a_host_that_asks_to_be_left_alone_is_not_asked_until_then(status: int) -> None:
    async with PortalServer(NukeViet()) as portal, fetcher_for(portal) as fetcher:
        portal.goes_wrong(Fault(status=status, headers=(("Retry-After", "120"),), times=1))
        first = await refused(fetcher, portal.url + URL)
        second = await refused(fetcher, portal.url + FEED)
    assert first.retry_after == timedelta(seconds=120)
    assert second.fault is SourceFault.SITE_FAULT
    assert second.retry_after is not None
    assert timedelta(seconds=100) < second.retry_after <= timedelta(seconds=120)
    assert portal.paths == [URL]


async def test_a_host_that_says_nothing_of_waiting_may_be_asked_again() -> None:
    async with PortalServer(NukeViet()) as portal, fetcher_for(portal) as fetcher:
        portal.goes_wrong(Fault(status=500, times=1))
        await refused(fetcher, portal.url + URL)
        assert (await page(fetcher, portal.url + URL)).status == 200


NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("120", timedelta(seconds=120)),
        (format_datetime(NOW + timedelta(hours=2), usegmt=True), timedelta(hours=2)),
        (format_datetime(NOW - timedelta(hours=2), usegmt=True), timedelta()),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_how_long_to_wait_is_read_as_seconds_or_as_a_date(written: str, expected: timedelta | None) -> None:
    assert retry_after(Head(503, {"retry-after": written}), now=NOW) == expected
    assert retry_after(Head(500, {"retry-after": written}), now=NOW) is None


def test_no_number_of_seconds_is_too_large_to_be_read() -> None:
    waits = retry_after(Head(429, {"retry-after": "9" * 400}), now=NOW)
    assert waits is not None
    assert waits > timedelta(days=1)
