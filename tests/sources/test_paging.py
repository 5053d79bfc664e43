"""Where the next page of a list or feed stands."""

import pytest

from bot.sources.feeds import next_of_feed
from bot.sources.portals import items_of_page, next_of_page
from bot.sources.seen import fingerprint
from bot.sources.selectors import PORTALS, Selectors
from tests.standins.portals import Asked, Liferay, NukeViet, Site, plan

HOST = "http://portal.example"


def asked(link: str) -> Asked:
    path, _, query = link.removeprefix(HOST).partition("?")
    return Asked(path, dict(one.split("=", 1) for one in query.split("&") if one), {})


@pytest.mark.parametrize(("name", "make"), [("nukeviet", NukeViet), ("liferay", Liferay)])
def test_the_pages_of_a_portal_are_followed_to_the_last_and_each_paper_stands_on_one(
    name: str, make: type[NukeViet] | type[Liferay]
) -> None:
    site: Site = make()
    assert isinstance(site, NukeViet | Liferay)
    site.per_page = 3
    for number in range(8):
        site.publishes(plan(number=f"{number}-KH/ĐU", title=f"Kế hoạch số {number}"))
    link, links, known = f"{HOST}{site.list_path}", list[str](), list[str]()
    selectors = PORTALS[name]
    while link:
        links.append(link)
        shown = site.show(asked(link)).body
        known += [fingerprint(one) for one in items_of_page(shown, url=link, selectors=selectors)]
        link = next_of_page(shown, url=link, selectors=selectors, number=len(links))
        assert len(links) <= 3
    assert len(links) == 3
    assert len(known) == len(set(known)) == 8
    # A paper that moved to the next page is the same one, though Liferay writes the page into its link.
    site.publishes(plan(number="9-KH/ĐU", title="Kế hoạch số 9"))
    second = items_of_page(site.show(asked(links[1])).body, url=links[1], selectors=selectors)
    assert {fingerprint(one) for one in second} < set(known)


def simple(**keys: str) -> Selectors:
    return Selectors.of({"item": "li", "page": {"body": "p"}} | keys)


URL = f"{HOST}/vb/ds.aspx?cat=5"


@pytest.mark.parametrize(
    ("selectors", "markup", "number", "link"),
    [
        (simple(), "<a rel=next href='?p=2'>2</a>", 1, ""),
        (simple(next_page="a.n"), "<a class=n href='?p=2'>»</a>", 1, f"{HOST}/vb/ds.aspx?p=2"),
        (simple(next_page="a.n"), "<a class=n href='#'>»</a>", 1, ""),
        (simple(next_page="a.n"), "<a class=n href='javascript:go(2)'>»</a>", 1, ""),
        (simple(next_page="a.n"), "<a class=n href='?cat=5&utm_source=x'>»</a>", 1, ""),
        (simple(next_pattern="?cat=5&trang={page}"), "", 3, f"{HOST}/vb/ds.aspx?cat=5&trang=4"),
        (simple(next_pattern="/vb/trang-{page}.html"), "", 1, f"{HOST}/vb/trang-2.html"),
        (
            simple(next_page="a.n", next_pattern="?t={page}"),
            "<a class=n href='?p=2'>»</a>",
            1,
            f"{HOST}/vb/ds.aspx?p=2",
        ),
        (simple(next_page="a.n", next_pattern="?t={page}"), "", 1, f"{HOST}/vb/ds.aspx?t=2"),
    ],
)
def test_the_next_page_is_where_the_list_or_the_pattern_says(
    selectors: Selectors, markup: str, number: int, link: str
) -> None:
    assert next_of_page(markup.encode(), url=URL, selectors=selectors, number=number) == link


@pytest.mark.parametrize("pattern", ["?page=2", "?{page}&{page}", "?{trang}"])
def test_a_pattern_says_once_where_the_number_stands(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"^next_pattern: "):
        simple(next_pattern=pattern)


NEXT = "<atom:link rel='next' href='/rss/?trang=2&amp;a=1'/>"


@pytest.mark.parametrize(
    ("head", "url", "number", "link"),
    [
        (NEXT, f"{HOST}/rss/", 1, f"{HOST}/rss/?trang=2&a=1"),
        ("<link href='https://a.vn/2' rel='prev-archive' />", f"{HOST}/rss/", 1, "https://a.vn/2"),
        ("<link rel='self' href='/rss/'/><link>/</link>", f"{HOST}/rss/", 1, ""),
        ("<generator>https://wordpress.org/?v=6.4</generator>", f"{HOST}/feed/", 1, f"{HOST}/feed/?paged=2"),
        (
            "<generator>https://wordpress.org/?v=6.4</generator>",
            f"{HOST}/feed/?cat=3&paged=2",
            2,
            f"{HOST}/feed/?cat=3&paged=3",
        ),
        ("<generator>NukeViet v4.5</generator>", f"{HOST}/rss/", 1, ""),
    ],
)
def test_a_feed_is_followed_where_it_goes_on(head: str, url: str, number: int, link: str) -> None:
    feed = f"<rss version='2.0'><channel>{head}<item><title>Kế hoạch</title></item></channel></rss>"
    assert next_of_feed(feed.encode(), url=url, number=number) == link


def test_what_an_entry_says_leads_nowhere() -> None:
    feed = f"<rss><channel><title>T</title><item>{NEXT}</item></channel></rss>"
    assert next_of_feed(feed.encode(), url=HOST) == ""
