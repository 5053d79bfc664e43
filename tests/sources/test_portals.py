from datetime import date

import pytest

from bot.sources.fetched import Unfetched
from bot.sources.portals import items_of_page, page_of
from bot.sources.seen import fingerprint
from bot.sources.selectors import PORTALS, Selectors
from storage.states import SourceFault
from tests.sources.fetching import fetcher_for, page
from tests.standins.portals import (
    Asked,
    Liferay,
    NukeViet,
    PortalServer,
    SharePoint,
    Site,
    conference,
    docx_of,
    notice,
    pdf_of,
    plan,
)

URL = "http://portal.example/ds/"
MAKES: list[tuple[str, type[Site], str]] = [
    ("nukeviet", NukeViet, NukeViet.list_path),
    ("nukeviet_laws", NukeViet, NukeViet.laws_path),
    ("sharepoint", SharePoint, SharePoint.list_path),
    ("print", SharePoint, SharePoint.prints_path),
    ("liferay", Liferay, Liferay.list_path),
]
each_make = pytest.mark.parametrize(("name", "make", "path"), MAKES, ids=[name for name, _, _ in MAKES])


def simple(**page_selectors: str) -> Selectors:
    return Selectors.of({"item": "li", "page": {"body": "#text", **page_selectors}})


def listed(site: Site, path: str, selectors: Selectors) -> list[str]:
    found = items_of_page(site.show(Asked(path, {}, {})).body, url=URL, selectors=selectors)
    return [fingerprint(one) for one in found]


@each_make
async def test_a_list_leads_to_the_paper_and_its_file(name: str, make: type[Site], path: str) -> None:
    selectors = PORTALS[name]
    async with PortalServer(make()) as portal, fetcher_for(portal) as fetcher:
        file = docx_of(plan())
        portal.site.publishes(notice())
        paper = portal.site.publishes(plan(files=(file,)))
        found = await page(fetcher, portal.url + path)
        newest, _ = items_of_page(
            found.content, url=found.url_final, selectors=selectors, charset=found.charset
        )
        its = await page(fetcher, newest.link)
        read = page_of(its.content, url=its.url_final, selectors=selectors, charset=its.charset)
        [attachment] = read.attachments
        assert (await page(fetcher, attachment.url)).content == file.content
    assert newest.title == read.title == paper.title
    assert newest.published_on == date(2026, 11, 20)
    assert attachment.name == file.name
    assert "20/11/2026" in read.date_text
    assert "Số 21-KH/ĐU" in read.text_markup
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in read.text_markup
    assert "trước ngày 05/12/2026" in read.text_markup
    for furniture in ("Trang chủ", "Lượt truy cập", "Các tin khác", notice().title, "script"):
        assert furniture not in read.text_markup


@pytest.mark.parametrize("name", ["nukeviet_laws", "sharepoint"])
def test_the_number_is_read_where_the_page_has_a_field_for_it(name: str) -> None:
    site: Site = NukeViet() if name == "nukeviet_laws" else SharePoint()
    paper = site.publishes(plan())
    if isinstance(site, SharePoint):
        shown = site.show(Asked(SharePoint.page_path, {"ItemID": str(paper.paper_id)}, {}))
    else:
        shown = site.show(Asked(f"{NukeViet.laws_path}detail/x-{paper.paper_id}/", {}, {}))
    assert page_of(shown.body, url=URL, selectors=PORTALS[name]).number == "21-KH/ĐU"


@each_make
def test_a_page_that_only_points_to_its_file_is_taken_with_the_file(
    name: str, make: type[Site], path: str
) -> None:
    site = make()
    site.publishes(plan(is_cover=True, files=(pdf_of(plan()),)))
    [item] = items_of_page(site.show(Asked(path, {}, {})).body, url=URL, selectors=PORTALS[name])
    address, _, query = item.link.removeprefix("http://portal.example").partition("?")
    fields = dict(one.split("=", 1) for one in query.replace("%20", "").split("&") if one)
    read = page_of(site.show(Asked(address, fields, {})).body, url=item.link, selectors=PORTALS[name])
    assert "Xem tại đây" in read.text_markup
    assert [one.name for one in read.attachments] == ["van-ban.pdf"]


@each_make
def test_items_are_known_again_in_any_order_edited_undated_and_after_a_removal(
    name: str, make: type[Site], path: str
) -> None:
    site = make()
    first, second = site.publishes(plan()), site.publishes(notice())
    before = set(listed(site, path, PORTALS[name]))
    site.turns_round()
    site.is_dated = False
    if name != "nukeviet":
        # There the words of the title are in the address.
        site.edits(first, number="22-KH/ĐU", abstract="sửa đổi")
    assert set(listed(site, path, PORTALS[name])) == before
    assert len(before) == 2
    site.removes(second)
    assert set(listed(site, path, PORTALS[name])) < before


@each_make
def test_a_site_with_another_layout_is_told_so_instead_of_being_empty(
    name: str, make: type[Site], path: str
) -> None:
    site = make()
    paper = site.publishes(plan())
    links = {
        "nukeviet": Asked(f"/vi/news/van-ban/x-{paper.paper_id}.html", {}, {}),
        "nukeviet_laws": Asked(f"/vi/laws/detail/x-{paper.paper_id}/", {}, {}),
        "sharepoint": Asked(SharePoint.page_path, {"ItemID": str(paper.paper_id)}, {}),
        "print": Asked(SharePoint.print_path, {"p": str(paper.paper_id)}, {}),
        "liferay": Asked(f"{Liferay.list_path}/-/asset_publisher/q4USy75NdpUZ/content/van-ban-101", {}, {}),
    }
    site.is_changed_in_layout = True
    with pytest.raises(Unfetched) as caught:
        page_of(site.show(links[name]).body, url=URL, selectors=PORTALS[name])
    assert caught.value.fault is SourceFault.NOTHING_FOUND
    if name != "print":
        with pytest.raises(Unfetched) as caught:
            listed(site, path, PORTALS[name])
        assert caught.value.fault is SourceFault.NOTHING_FOUND


def test_padding_in_the_address_and_views_beside_the_date_do_no_harm() -> None:
    site = SharePoint()
    paper = site.publishes(conference())
    shown = site.show(Asked(SharePoint.list_path, {"Page": "0001"}, {}))
    assert b"| 9079" in shown.body
    [item] = items_of_page(shown.body, url=URL, selectors=PORTALS["sharepoint"])
    assert (
        item.link == f"http://portal.example{SharePoint.page_path}?ItemID=000{paper.paper_id}%20%20&sid=9f3e"
    )
    assert item.published_on == date(2026, 11, 20)
    assert item.title == paper.title


@pytest.mark.parametrize(("charset", "told"), [("utf-8", "iso-8859-1"), ("utf-8", ""), ("utf-16", "utf-16")])
async def test_a_wrong_or_missing_charset_spoils_no_letter(charset: str, told: str) -> None:
    async with PortalServer(NukeViet()) as portal, fetcher_for(portal) as fetcher:
        portal.site.charset, portal.site.told_charset = charset, told
        paper = portal.site.publishes(plan())
        found = await page(fetcher, portal.url + NukeViet.list_path)
        [item] = items_of_page(
            found.content, url=found.url_final, selectors=PORTALS["nukeviet"], charset=found.charset
        )
    assert item.title == paper.title


def test_a_base_that_the_page_names_is_where_its_links_begin() -> None:
    markup = b"<base href='/vb/'><ul><li><a href='1.html'>Mot</a></li></ul>"
    [item] = items_of_page(markup, url=URL, selectors=simple())
    assert item.link == "http://portal.example/vb/1.html"


def test_links_that_are_no_pages_are_no_items_and_each_page_is_one() -> None:
    markup = "".join(
        f"<li><a href='{link}'>x</a></li>"
        for link in (
            "javascript:void(0)",
            "#",
            "mailto:a@b.example",
            "file:///etc/passwd",
            "/1",
            "/1?utm_source=a",
        )
    )
    assert len(items_of_page(markup.encode(), url=URL, selectors=simple())) == 1


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("<a href='/f/KH%2021.docx'>Xem tại đây</a>", "KH 21.docx"),
        ("<a href='/f/download?id=5.pdf' class='f'>Kế hoạch 21</a>", "Kế hoạch 21"),
        ("<a href='/f/5' class='f' title='Phụ lục'>Tải về</a>", "Phụ lục"),
        ("<a href='/f/5' class='f'>Tải về</a>", ""),
        ("<a href='/f/..%2F..%2Fetc%2Fa.pdf'>x</a>", "a.pdf"),
        ("<a href='/documents/1/2/KH+21.docx/0a1b-2c3d?t=1'>x</a>", "KH 21.docx"),
        ("<a href='/f/a%22%3Cb%3E.pdf'>x</a>", "a b .pdf"),
    ],
)
def test_a_file_has_a_name_that_can_be_shown(link: str, name: str) -> None:
    markup = f"<div id='text'><p>Chữ</p>{link}</div>"
    [attachment] = page_of(markup.encode(), url=URL, selectors=simple(attachments=".f")).attachments
    assert attachment.name == name


def test_what_is_to_be_dropped_is_no_part_of_the_text() -> None:
    markup = b"<div id='text'><p>A</p><div class='share'>B</div><style>C</style></div>"
    read = page_of(markup, url=URL, selectors=simple(drop=".share"))
    assert read.text_markup == '<div id="text"><p>A</p></div>'


def test_a_text_in_another_is_taken_once() -> None:
    markup = b"<div class='t'>A<div class='t'>B</div></div><div class='t'>C</div>"
    read = page_of(markup, url=URL, selectors=Selectors.of({"item": "li", "page": {"body": ".t"}}))
    assert read.text_markup.count("B") == 1
    assert read.text_markup.count("C") == 1


@pytest.mark.parametrize(
    "markup", ["<div>" * 50_000, "<p>x" * 50_000, "x" * 9_000_000], ids=["deep", "many", "long"]
)
def test_a_page_that_would_take_too_long_is_not_read(markup: str) -> None:
    with pytest.raises(Unfetched) as caught:
        items_of_page(markup.encode(), url=URL, selectors=simple())
    assert caught.value.fault is SourceFault.TOO_LARGE


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ({}, "item"),
        ({"item": "li"}, "page"),
        ({"item": "", "page": {"body": "p"}}, "item"),
        ({"item": "li[[", "page": {"body": "p"}}, "item"),
        ({"item": "li", "page": {"body": "p", "color": "p"}}, "page.color"),
        ({"item": "li", "page": {"body": "p", "title": "a" * 600}}, "page.title"),
        ({"item": ["li"], "page": {"body": "p"}}, "item"),
    ],
)
def test_selectors_that_cannot_be_used_are_refused_by_name(told: dict[str, object], key: str) -> None:
    with pytest.raises(ValueError, match=rf"^{key}: [^\n]+$"):
        Selectors.of(told)
