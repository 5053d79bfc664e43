import gzip
import tracemalloc
import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.sources.answers import Head, retry_after
from bot.sources.feeds import items_of_feed
from bot.sources.fetched import Unfetched
from bot.sources.markup import absolute, tree_of
from bot.sources.portals import items_of_page, page_of
from bot.sources.robots import Rules
from bot.sources.selectors import PORTALS
from bot.sources.unfolding import Unfolding
from storage.states import SourceFault
from tests.sources.fetching import MOST_BYTES, fault, fetcher_for, page, refused
from tests.standins.portals import Fault, NukeViet, PortalServer

URL = NukeViet.list_path


@pytest.fixture
async def portal() -> AsyncIterator[PortalServer[NukeViet]]:
    async with PortalServer(NukeViet()) as server:
        yield server


async def test_an_answer_that_drips_is_given_up_after_one_span_for_all(
    portal: PortalServer[NukeViet],
) -> None:
    portal.goes_wrong(Fault(drips=True))
    async with fetcher_for(portal, gives_up_after=timedelta(seconds=0.3)) as fetcher:
        assert await fault(fetcher, portal.url + URL) is SourceFault.TOO_SLOW


async def test_an_answer_that_never_ends_is_read_to_the_limit_only(portal: PortalServer[NukeViet]) -> None:
    portal.goes_wrong(Fault(is_endless=True))
    async with fetcher_for(portal) as fetcher:
        assert await fault(fetcher, portal.url + URL) is SourceFault.TOO_LARGE


async def test_an_answer_that_announces_too_much_is_not_read_at_all(portal: PortalServer[NukeViet]) -> None:
    portal.goes_wrong(Fault(headers=(("Content-Length", "2000000000"),), drips=True))
    async with fetcher_for(portal) as fetcher:
        failed = await refused(fetcher, portal.url + URL)
    assert failed.fault is SourceFault.TOO_LARGE
    assert failed.detail.startswith("2000000000 bytes announced")


async def test_a_small_answer_that_unfolds_beyond_the_limit_is_refused(
    portal: PortalServer[NukeViet],
) -> None:
    portal.goes_wrong(Fault(unfolds_to=20_000_000))
    async with fetcher_for(portal) as fetcher:
        assert await fault(fetcher, portal.url + URL) is SourceFault.TOO_LARGE


async def test_a_packed_answer_within_the_limit_is_unpacked(portal: PortalServer[NukeViet]) -> None:
    portal.goes_wrong(Fault(unfolds_to=MOST_BYTES))
    async with fetcher_for(portal) as fetcher:
        assert (await page(fetcher, portal.url + URL)).content == b"0" * MOST_BYTES


@pytest.mark.parametrize("window", [31, 15, -15], ids=["gzip", "zlib", "raw deflate"])
def test_a_bomb_is_never_unpacked_in_memory(window: int) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, window)
    zeros = b"0" * 1_000_000
    bomb = b"".join(packer.compress(zeros) for _ in range(50)) + packer.flush()
    unfolding = Unfolding("gzip" if window == 31 else "deflate", most_bytes=1_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(Unfetched) as caught:
            unfolding.take(bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert caught.value.fault is SourceFault.TOO_LARGE
    assert peak < 8_000_000


def test_many_small_members_of_gzip_are_one_body_under_one_limit() -> None:
    member = gzip.compress(b"0" * 100_000)
    whole = Unfolding("gzip", most_bytes=250_000)
    whole.take(member[:50])
    whole.take(member[50:] + member + b"\0" * 9)
    assert len(whole.end()) == 200_000
    with pytest.raises(Unfetched):
        Unfolding("gzip", most_bytes=250_000).take(member * 3)


@pytest.mark.parametrize(
    ("coding", "expected"), [("br", SourceFault.OTHER_FORMAT), ("gzip, gzip", SourceFault.OTHER_FORMAT)]
)
async def test_what_was_not_asked_for_is_not_unpacked(
    portal: PortalServer[NukeViet], coding: str, expected: SourceFault
) -> None:
    portal.goes_wrong(Fault(headers=(("Content-Encoding", coding),)))
    async with fetcher_for(portal) as fetcher:
        assert await fault(fetcher, portal.url + URL) is expected


async def test_what_only_says_that_it_is_packed_is_damaged(portal: PortalServer[NukeViet]) -> None:
    portal.goes_wrong(Fault(headers=(("Content-Encoding", "gzip"),)))
    async with fetcher_for(portal) as fetcher:
        assert await fault(fetcher, portal.url + URL) is SourceFault.DAMAGED


@pytest.mark.parametrize("wrong", [Fault(hangs_up=True), Fault(breaks_off=True)], ids=["at once", "half-way"])
async def test_a_line_that_is_cut_is_no_answer(portal: PortalServer[NukeViet], wrong: Fault) -> None:
    portal.goes_wrong(wrong)
    async with fetcher_for(portal) as fetcher:
        assert await fault(fetcher, portal.url + URL) is SourceFault.NOT_REACHED


async def test_a_packed_answer_whose_end_is_missing_is_no_answer(portal: PortalServer[NukeViet]) -> None:
    portal.goes_wrong(Fault(body=gzip.compress(b"x" * 999)[:-4], headers=(("Content-Encoding", "gzip"),)))
    async with fetcher_for(portal) as fetcher:
        assert await fault(fetcher, portal.url + URL) is SourceFault.NOT_REACHED


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("http://169.254.169.254/latest/meta-data/", SourceFault.PRIVATE_ADDRESS),
        ("//127.0.0.1/", SourceFault.PRIVATE_ADDRESS),
        ("http://127.0.0.1:1/", SourceFault.PRIVATE_ADDRESS),
        ("http://[::ffff:127.0.0.1]/", SourceFault.PRIVATE_ADDRESS),
        ("http://trong-nha.example/", SourceFault.PRIVATE_ADDRESS),
        ("http://hai-mat.example/", SourceFault.PRIVATE_ADDRESS),
        ("file:///etc/passwd", SourceFault.REDIRECTED_AWAY),
        ("http://ai:do@portal.example/", SourceFault.REDIRECTED_AWAY),
        ("http://[", SourceFault.REDIRECTED_AWAY),
        ("/vong", SourceFault.REDIRECTED_AWAY),
    ],
)
async def test_a_redirect_that_leads_astray_is_not_followed(
    portal: PortalServer[NukeViet], location: str, expected: SourceFault
) -> None:
    portal.goes_wrong(Fault(location=location))
    names = {"trong-nha.example": ["10.0.0.8"], "hai-mat.example": ["93.184.215.14", "192.168.1.1"]}
    async with fetcher_for(portal, names=names) as fetcher:
        assert await fault(fetcher, f"{portal.url}/vong") is expected


async def test_a_circle_of_redirects_is_left_after_five(portal: PortalServer[NukeViet]) -> None:
    portal.goes_wrong(Fault(location="/vong"))
    async with fetcher_for(portal) as fetcher:
        await refused(fetcher, f"{portal.url}/vong")
    assert portal.paths == ["/vong"] * 6


async def test_another_service_of_this_machine_is_not_asked_by_a_redirect(
    portal: PortalServer[NukeViet],
) -> None:
    async with PortalServer(NukeViet()) as neighbour:
        portal.goes_wrong(Fault(location=f"{neighbour.url}/", times=1))
        async with fetcher_for(portal) as fetcher:
            assert await fault(fetcher, portal.url + URL) is SourceFault.PRIVATE_ADDRESS
        assert neighbour.asked == []


async def test_a_robots_file_that_leads_into_the_own_network_is_not_followed(
    portal: PortalServer[NukeViet],
) -> None:
    portal.goes_wrong(Fault(path="/robots.txt", location="http://127.0.0.1:1/"))
    async with fetcher_for(portal) as fetcher:
        assert await fault(fetcher, portal.url + URL) is SourceFault.PRIVATE_ADDRESS
    assert portal.paths == []


async def test_what_a_site_says_of_itself_is_neither_long_nor_of_several_lines() -> None:
    told = Unfetched(SourceFault.SITE_FAULT, "một\nhai\x1b[31m" + "x" * 500)
    assert len(told.detail) == 200
    assert told.detail.isprintable()


@pytest.mark.parametrize(
    "markup",
    [
        "<p " + " ".join(f"a{at}" for at in range(20_000)) + ">",
        "<p x='>' " + "/".join(f"a{at}" for at in range(20_000)) + ">",
        "<p x='<' " + "".join(f"a{at}=''" for at in range(20_000)) + ">",
        ("<p " + " ".join(f"a{at}" for at in range(1000)) + ">") * 300,
        "<div>" * 2_500,
        "<b><span>" * 1_500,
        "<p>" * 30_000,
    ],
    ids=["attributes", "a quoted end", "a quoted beginning", "many such tags", "nested", "mixed", "tags"],
)
def test_a_page_whose_reading_grows_with_the_square_of_something_is_refused_unread(markup: str) -> None:
    with pytest.raises(Unfetched) as caught:
        tree_of(markup)
    assert caught.value.fault is SourceFault.TOO_LARGE


@pytest.mark.parametrize(
    "markup",
    [
        "<ul>" + "<li><a href='/1'>một</a><p>hai" * 3_000 + "</ul>",
        "<div><div><p>" * 500 + "</div></div>" * 500,
        "<pre>" + "từ ngữ dài dòng " * 3_000 + "</pre>",
        "<div></div>" * 5_000,
    ],
    ids=["a long list", "deep enough", "a long text", "side by side"],
)
def test_a_page_that_is_only_long_is_read(markup: str) -> None:
    assert tree_of(markup).body is not None


def test_a_page_of_entries_in_each_other_is_refused() -> None:
    nested = "<article>" * 1_500 + "<a href='/x'>x</a>"
    for read in (items_of_page, page_of):
        with pytest.raises(Unfetched) as caught:
            read(nested.encode(), url="https://a.vn/", selectors=PORTALS["article"])
        assert caught.value.fault is SourceFault.TOO_LARGE


@pytest.mark.parametrize(
    "number", ["&#xD800;", "&#xdfff", "&#57000;", "&#0;", "&#x110000;", "&#" + "9" * 5000 + ";"]
)
def test_a_letter_that_is_none_does_not_spoil_the_feed_around_it(number: str) -> None:
    entry = (
        f"<item><guid>{number}1</guid><link>https://a.vn/1</link><title>Kế &#104;oạch {number}</title></item>"
    )
    feed = f"<rss version='2.0'><channel>{entry}</channel></rss>"
    (seen,) = items_of_feed(feed.encode(), url="https://a.vn/")
    assert seen.title.startswith("Kế hoạch")
    assert f"{seen.title}{seen.guid}{seen.link}".encode()


@pytest.mark.parametrize(
    "robots",
    [
        "Crawl-delay: ²",
        f"Crawl-delay: {'9' * 5000}",
        "Request-rate: ²/1",
        "Disallow: http://[x/",
        "Allow: //a]/",
    ],
)
def test_a_robots_txt_that_breaks_its_reader_costs_only_that_line(robots: str) -> None:
    rules = Rules(f"User-agent: *\n{robots}\nDisallow: /kin\n".encode(), agent="Loa/1")
    assert rules.pause is None
    assert not rules.allow("https://a.vn/kin/1")
    assert rules.allow("https://a.vn/khac")


def test_a_robots_txt_with_numbers_is_heard() -> None:
    rules = Rules(b"User-agent: *\nCrawl-delay: 7 # seconds\nDisallow: /a[1]\n", agent="Loa/1")
    assert rules.pause == timedelta(seconds=7)
    assert not rules.allow("https://a.vn/a[1]/x")


@pytest.mark.parametrize(
    "said", ["Mon, 01 Jan 99999999999999999999 00:00:00 GMT", "Mon, 01 Jan 2027 00:00:00 +99999999999999"]
)
def test_a_time_that_no_calendar_has_is_none(said: str) -> None:
    assert retry_after(Head(429, {"retry-after": said}), now=datetime(2026, 11, 22, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("https://congdoan.vn@elsewhere.vn/", ""),
        ("//congdoan.vn:80@elsewhere.vn/", ""),
        ("javascript:alert(1)", ""),
        ("/" + "a" * 3000, ""),
        ("/a\u202eb", "https://a.vn/a%E2%80%AEb"),
        ("/văn-bản.pdf#trang=2", "https://a.vn/văn-bản.pdf"),
    ],
)
def test_a_link_that_deceives_is_none(written: str, link: str) -> None:
    assert absolute(written, base="https://a.vn/") == link
