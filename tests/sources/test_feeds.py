from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.sources.feeds import items_of_feed
from bot.sources.fetched import Unfetched
from bot.sources.seen import Seen, fingerprint
from storage.states import SourceFault
from tests.sources.fetching import fetcher_for, page, refused
from tests.standins.portals import Asked, NukeViet, PortalServer, conference, notice, plan

URL = "http://portal.example/vi/rss/"


def shown(site: NukeViet) -> list[Seen]:
    answer = site.show(Asked(NukeViet.feed_path, {}, {}))
    charset = answer.kind.partition("charset=")[2]
    return items_of_feed(answer.body, url=URL, charset=charset)


def rss(*items: str, head: str = "") -> bytes:
    return f'{head}<rss version="2.0"><channel><title>t</title>{"".join(items)}</channel></rss>'.encode()


async def test_a_feed_is_read_as_it_comes_over_the_line() -> None:
    async with PortalServer(NukeViet()) as portal, fetcher_for(portal) as fetcher:
        paper = portal.site.publishes(plan())
        found = await page(fetcher, portal.url + NukeViet.feed_path)
        [item] = items_of_feed(found.content, url=found.url_final, charset=found.charset)
        assert (await page(fetcher, item.link)).status == 200
    assert item.guid == f"news_{paper.paper_id}"
    assert item.title == paper.title
    assert item.summary == paper.abstract


def test_the_month_where_the_minutes_belong_changes_neither_the_day_nor_who_is_who() -> None:
    site = NukeViet()
    at = datetime(2026, 11, 19, 17, 50, tzinfo=UTC)
    first = site.publishes(plan(published_at=at))
    second = site.publishes(notice(published_at=at.replace(minute=10)))
    assert b"17:11:00 GMT" in site.show(Asked(NukeViet.feed_path, {}, {})).body
    later, earlier = shown(site)
    assert (later.guid, earlier.guid) == (f"news_{second.paper_id}", f"news_{first.paper_id}")
    # 17:50 in Greenwich is the next day here.
    assert later.published_on == earlier.published_on == date(2026, 11, 20)
    assert fingerprint(later) != fingerprint(earlier)


def test_only_the_newest_thirty_stand_in_the_feed_and_each_is_known_again() -> None:
    site = NukeViet()
    for number in range(35):
        site.publishes(plan(title=f"Kế hoạch số {number}"))
    before = {fingerprint(one) for one in shown(site)}
    site.publishes(notice())
    after = {fingerprint(one) for one in shown(site)}
    assert len(before) == len(after) == 30
    assert len(after - before) == 1


def test_another_order_an_edit_and_a_removal_make_no_new_items() -> None:
    site = NukeViet()
    papers = [site.publishes(make()) for make in (plan, notice, conference)]
    before = {fingerprint(one) for one in shown(site)}
    site.turns_round()
    site.edits(papers[0], title="Kế hoạch (sửa đổi)", published_at=datetime(2027, 1, 1, tzinfo=UTC))
    assert {fingerprint(one) for one in shown(site)} == before
    site.removes(papers[1])
    assert {fingerprint(one) for one in shown(site)} < before


def test_items_without_a_date_are_items_all_the_same() -> None:
    site = NukeViet()
    site.is_dated = False
    site.publishes(plan())
    [item] = shown(site)
    assert item.published_on is None
    assert item.title


@pytest.mark.parametrize(
    ("charset", "told"), [("utf-8", "iso-8859-1"), ("utf-8", "us-ascii"), ("utf-16", "")]
)
def test_a_wrong_charset_in_the_head_spoils_no_letter(charset: str, told: str) -> None:
    site = NukeViet()
    site.charset, site.told_charset = charset, told
    paper = site.publishes(plan())
    [item] = shown(site)
    assert item.title == paper.title


async def test_a_page_in_place_of_the_feed_is_told_with_the_feeds_it_names() -> None:
    async with PortalServer(NukeViet()) as portal, fetcher_for(portal) as fetcher:
        found = await page(fetcher, portal.url + NukeViet.feeds_path)
        with pytest.raises(Unfetched) as caught:
            items_of_feed(found.content, url=found.url_final, charset=found.charset)
        assert (await refused(fetcher, f"{portal.url}/rss/")).fault is SourceFault.GONE
    assert caught.value.fault is SourceFault.NOT_A_FEED
    assert caught.value.detail == f"a page that names other feeds: {portal.url}{NukeViet.feed_path}"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><body>Error</body></html>",
        b'{"items": []}',
        b"%PDF-1.7",
        b"\xff\xfe\x00",
        b"<?xml version='1.0'?><sitemap/>",
    ],
)
def test_what_is_no_feed_is_called_so(content: bytes) -> None:
    with pytest.raises(Unfetched) as caught:
        items_of_feed(content, url=URL)
    assert caught.value.fault is SourceFault.NOT_A_FEED


def test_an_empty_feed_is_a_feed() -> None:
    assert items_of_feed(rss(), url=URL) == []


def test_a_feed_that_declares_entities_is_not_read() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(Unfetched) as caught:
        items_of_feed(rss("<item><title>&b;&f;</title></item>", head=bomb), url=URL)
    assert caught.value.fault is SourceFault.NOT_A_FEED


@pytest.mark.parametrize(
    "content",
    ["<a>" * 50_000, "<a " + " ".join(f'a{n}="1"' for n in range(2000)) + "/>"],
    ids=["tags", "attributes"],
)
def test_a_feed_that_would_take_too_long_is_not_read(content: str) -> None:
    with pytest.raises(Unfetched) as caught:
        items_of_feed(rss(content), url=URL)
    assert caught.value.fault is SourceFault.TOO_LARGE


def test_content_that_reads_like_a_path_opens_no_file(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_bytes(rss("<item><title>x</title></item>"))
    for content in (str(feed).encode(), feed.as_uri().encode()):
        with pytest.raises(Unfetched):
            items_of_feed(content, url=URL)


def test_markup_and_what_cannot_be_seen_is_taken_out_of_titles() -> None:
    [item] = items_of_feed(
        rss(
            "<item><title>&lt;b&gt;Quy&lt;/b&gt;  định\u202e\n số&amp;nbsp;5</title>"
            "<description>&lt;script&gt;x()&lt;/script&gt;&lt;p&gt;Tóm tắt&lt;/p&gt;</description></item>"
        ),
        url=URL,
    )
    assert item.title == "Quy định số 5"
    assert "Tóm tắt" in item.summary
    assert "x()" not in item.summary


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example", "#", ""])
def test_a_link_that_is_no_page_is_left_out(link: str) -> None:
    [item] = items_of_feed(rss(f"<item><title>x</title><link>{link}</link></item>"), url=URL)
    assert item.link == ""


def test_a_relative_link_begins_at_the_feed() -> None:
    [item] = items_of_feed(rss("<item><title>x</title><link>../news/1.html</link></item>"), url=URL)
    assert item.link == "http://portal.example/vi/news/1.html"


def test_one_guid_for_all_items_tells_nothing_so_that_links_do() -> None:
    items = (
        f"<item><title>{n}</title><link>/{n}</link><guid>http://x.example/</guid></item>" for n in range(3)
    )
    seen = items_of_feed(rss(*items), url=URL)
    assert len({fingerprint(one) for one in seen}) == 3


def test_atom_is_read_like_rss() -> None:
    atom = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>
        <entry><id>urn:1</id><title>Quy định</title><link href="/1"/>
        <updated>2023-07-05T18:30:00Z</updated></entry></feed>"""
    [item] = items_of_feed(atom.encode(), url=URL)
    assert item == Seen("urn:1", "http://portal.example/1", "Quy định", date(2023, 7, 6))


def test_no_more_than_three_hundred_items_are_taken() -> None:
    items = (f"<item><title>{n}</title><link>/{n}</link></item>" for n in range(400))
    assert len(items_of_feed(rss(*items), url=URL)) == 300
