"""A marked document leaves nothing but that it was there; what cannot be read goes to a person."""

from dataclasses import replace
from datetime import date
from typing import NoReturn

import pytest
import sqlalchemy as sa

from bot.errors import Refusal, Refused
from bot.intake import gate, guessing, taking
from bot.intake.documents import MOST_FILES, chosen, is_cover, lead_nowhere_inside
from bot.intake.faults import Untaken
from bot.intake.gate import GatedFile
from bot.reading.files import FileFault, ReadFile, UnreadableDocument
from bot.sources.fetched import Fetched, Unfetched
from storage import tables
from storage.database import Connection
from storage.intake import sources
from storage.intake.sources import Source
from storage.states import ItemState, Purpose, SourceFault
from tests.intake.texts import directive
from tests.intake.web import FEED, SITE
from tests.intake.world import World

TODAY = date(2026, 11, 23)
SECRET_WORDS = "chuyến đi bí ẩn"


async def shows_new(world: World, name: str) -> None:
    """A new entry beside an old one, an hour later."""
    world.web.shows_feed("cu-1")
    await world.adds()
    await world.looks()
    world.web.shows_feed(name, "cu-1")
    await world.looks(hours=1)


async def everything(world: World) -> str:
    """Each value of each table."""

    def body(connection: Connection) -> str:
        found = (connection.execute(sa.select(table)).all() for table in tables.metadata.sorted_tables)
        return "\n".join(str(row) for rows in found for row in rows)

    return await world.office.database.read(body)


@pytest.mark.parametrize("where", ["page", "file", "file name", "list title"])
async def test_a_marked_document_leaves_nothing_but_that_it_was_there(world: World, where: str) -> None:
    marked = directive("23-KH/ĐU", about=SECRET_WORDS, mark="MẬT")
    name = "mat" if where != "list title" else "TỐI MẬT"
    if where == "file":
        world.web.shows_page(
            name, "Xem tại đây", files={"ke-hoach": world.web.shows_file("a.txt", marked.encode())}
        )
    elif where == "file name":
        clean = directive("23-KH/ĐU", about=SECRET_WORDS).encode()
        url = world.web.shows_file("MẬT.txt", clean)
        world.web.shows_page(name, "Xem tại đây", files={"tệp kèm theo": url})
    else:
        world.web.shows_page(name, marked)
    await shows_new(world, name)
    item = (await world.rows("items"))[1]
    assert (item.state, item.fault) == (ItemState.REFUSED, SourceFault.SECRET)
    assert (item.title, item.link, item.stamp, item.published_on) == ("", "", "", None)
    assert await world.rows("drafts") == await world.rows("files") == []
    stored = await everything(world)
    assert SECRET_WORDS not in stored
    assert f"/{name}.html" not in stored
    (told,) = await world.told(Purpose.SOURCE_NEWS)
    assert "1 mục có dấu chỉ độ mật" in told
    # It is not asked for again either.
    world.web.asked.clear()
    await world.looks(hours=1)
    assert len(world.web.asked) == 1


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", "<table><tr><td>Độ mật</td><td>Mật</td></tr></table>"),
        ("<form id='aspnetForm'>", "<p>Độ khẩn: Khẩn</p><p>Độ mật: Tối mật</p></form>"),
        ("<header><div>TUYỆT MẬT</div></header>", ""),
        ("", "<div style='display: none'>MẬT</div>"),
        ("<h1>MẬT<br>Kế hoạch tuần</h1>", ""),
    ],
    ids=["a field beside the text", "a form round it", "above it", "hidden", "a title of two lines"],
)
async def test_a_mark_anywhere_on_the_page_refuses_it(world: World, before: str, behind: str) -> None:
    await _shows_between(world, before, behind)
    item = (await world.rows("items"))[1]
    assert (item.state, item.fault, item.link) == (ItemState.REFUSED, SourceFault.SECRET, "")
    assert await world.rows("drafts") == []


async def test_what_can_be_searched_by_is_no_mark(world: World) -> None:
    search = "<form>Độ mật <select><option>Thường</option><option>Mật</option></select></form>"
    await _shows_between(world, search, "<p>Độ mật: Thường</p><p>Luật Bảo vệ bí mật nhà nước</p>")
    assert await world.states() == ["imported", "drafted"]


async def _shows_between(world: World, before: str, behind: str) -> None:
    url = world.web.shows_page("moi", directive("23-KH/ĐU"))
    page = world.web.pages[url]
    assert isinstance(page, Fetched)
    markup = page.content.decode().replace("<body>", f"<body>{before}").replace("</body>", f"{behind}</body>")
    world.web.pages[url] = replace(page, content=markup.encode())
    await shows_new(world, "moi")


async def test_a_marked_file_name_in_a_link_is_never_noted(world: World) -> None:
    world.web.shows_feed("12-KH_MẬT")
    await world.adds()
    await world.looks()
    (item,) = await world.rows("items")
    assert (item.state, item.link) == (ItemState.REFUSED, "")


async def test_who_pastes_an_address_sees_no_marked_title_and_waits_for_no_deep_page(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guessing, "fetcher_for", lambda _office: world.web)
    dung = world.cast.caller("Dũng")
    world.web.shows_feed("TỐI MẬT", "moi")
    guess = await guessing.guess_source(dung, world.office, place=FEED)
    assert (guess.found, guess.titles) == (2, ("moi",))
    deep = b"<html>" + b"<div>" * 200_000
    world.web.pages[FEED] = Fetched(FEED, 200, deep, media_type="text/html")
    guess = await guessing.guess_source(dung, world.office, place=FEED)
    assert (guess.new, guess.fault) == (None, SourceFault.NOTHING_FOUND)


async def test_files_that_were_not_looked_into_leave_the_document_incomplete(world: World) -> None:
    files = {f"tệp {at}": world.web.shows_file(f"{at}.txt", f"Phụ lục {at}".encode()) for at in range(12)}
    world.web.shows_page("moi", directive("23-KH/ĐU"), files=files)
    await shows_new(world, "moi")
    item = (await world.rows("items"))[1]
    assert (item.state, item.fault) == (ItemState.DRAFTED, SourceFault.TOO_LARGE)
    assert len(await world.rows("attachments")) == MOST_FILES


async def test_an_item_that_cannot_be_kept_holds_up_none_behind_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object, **__: object) -> NoReturn:
        raise Refused(Refusal.FILES_FULL, limit="10")

    monkeypatch.setattr(taking, "attach", refuses)
    file = world.web.shows_file("a.txt", directive("24-KH/ĐU").encode())
    world.web.shows_page("dau", "Xem tại đây", files={"a": file})
    world.web.shows_page("sau", directive("25-KH/ĐU", about="việc khác"))
    world.web.shows_feed("cu-1")
    await world.adds()
    await world.looks()
    world.web.shows_feed("sau", "dau", "cu-1")
    await world.looks(hours=1)
    first, second = (await world.rows("items"))[1:]
    assert (first.state, first.fault) == (ItemState.UNREADABLE, SourceFault.DAMAGED)
    assert second.state is ItemState.DRAFTED
    assert len(await world.rows("drafts")) == 1
    assert len(await world.told(Purpose.SOURCE_NEWS)) == 1


@pytest.mark.parametrize(("link", "refused"), [("http://10.0.0.5:8080/a", True), (f"{SITE}/a", False)])
async def test_a_link_into_the_offices_own_network_is_followed_from_there_only(
    world: World, link: str, refused: bool
) -> None:
    opened = world.office.settings.sources.model_copy(
        update={"allow_hosts": frozenset({"10.0.0.5:8080", "10.0.0.6:80"})}
    )
    settings = world.office.settings.model_copy(update={"sources": opened})
    office = replace(world.office, settings=settings)
    await world.adds()

    def source(connection: Connection) -> Source:
        return sources.every(connection)[0]

    outside = await world.office.database.read(source)
    lead_nowhere_inside(office, replace(outside, place="http://10.0.0.6/"), link)
    if not refused:
        lead_nowhere_inside(office, outside, link)
        return
    with pytest.raises(Unfetched) as caught:
        lead_nowhere_inside(office, outside, link)
    assert caught.value.fault is SourceFault.PRIVATE_ADDRESS


async def test_a_page_that_points_to_its_file_takes_its_text_from_it_and_keeps_it(world: World) -> None:
    content = directive("24-KH/ĐU").encode()
    url = world.web.shows_file("ke-hoach.txt", content)
    world.web.shows_page("moi", "Kế hoạch. Xem tại đây", files={"Kế hoạch số 24": url})
    await shows_new(world, "moi")
    (draft,) = await world.rows("drafts")
    (attachment,), (kept,) = await world.rows("attachments"), await world.rows("files")
    assert (draft.number, attachment.draft_id, kept.content) == ("24-KH/ĐU", draft.id, content)
    assert attachment.name == "ke-hoach.txt"


@pytest.mark.parametrize("fault", [FileFault.HIDES_SOMETHING, FileFault.MACROS])
async def test_a_file_that_hides_something_refuses_the_item(
    world: World, monkeypatch: pytest.MonkeyPatch, fault: FileFault
) -> None:
    async def hides(_content: bytes, *, name: str) -> ReadFile:
        assert name == "a.docx"
        raise UnreadableDocument(fault)

    monkeypatch.setattr(gate, "read_file", hides)
    world.web.shows_page("moi", directive("23-KH/ĐU"), files={"a": world.web.shows_file("a.docx", b"PK")})
    await shows_new(world, "moi")
    item = (await world.rows("items"))[1]
    assert (item.state, item.fault) == (ItemState.REFUSED, SourceFault.HIDES_SOMETHING)
    assert await world.rows("drafts") == await world.rows("files") == []
    (told,) = await world.told(Purpose.SOURCE_NEWS)
    assert "chứa phần ẩn" in told


async def test_what_cannot_be_read_is_told_to_the_clerk_with_its_link(world: World) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    url = world.web.shows_file("a.doc", old, "application/msword")
    world.web.shows_page("moi", "Xem tại đây", files={"a.doc": url})
    await shows_new(world, "moi")
    item = (await world.rows("items"))[1]
    assert (item.state, item.fault) == (ItemState.UNREADABLE, SourceFault.OTHER_FORMAT)
    (told,) = await world.told(Purpose.SOURCE_NEWS)
    assert "Không phải trang web, .docx, PDF hay .txt" in told
    assert "https://congdoan.example.vn/moi.html" in told


async def test_a_file_beside_a_document_that_cannot_be_read_is_left_out_and_said(world: World) -> None:
    url = world.web.shows_file("phu-luc.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    world.web.shows_page("moi", directive("25-KH/ĐU"), files={"phu-luc.xls": url})
    await shows_new(world, "moi")
    (draft,) = await world.rows("drafts")
    assert draft.number == "25-KH/ĐU"
    assert await world.rows("files") == []
    (told,) = await world.told(Purpose.SOURCE_NEWS)
    assert "Có tệp kèm chưa lấy được" in told


async def test_a_page_that_is_gone_for_a_while_is_asked_for_again_and_then_given_to_a_person(
    world: World,
) -> None:
    world.web.fails(SourceFault.SITE_FAULT, f"{world.web.site}/moi.html")
    await shows_new(world, "moi")
    assert (await world.states())[1] == "waiting"
    world.web.shows_page("moi", directive("26-KH/ĐU"))
    await world.looks(hours=1)
    assert (await world.states())[1] == "drafted"


async def test_a_page_that_stays_away_is_given_to_a_person_in_the_end(world: World) -> None:
    world.web.fails(SourceFault.NOT_REACHED, f"{world.web.site}/moi.html")
    await shows_new(world, "moi")
    for _ in range(6):
        await world.looks(hours=7)
    assert (await world.states())[1] == "unreadable"
    assert len(await world.told(Purpose.SOURCE_NEWS)) == 1


def test_a_page_is_the_document_unless_it_only_tells_of_a_file() -> None:
    whole, short = directive("12-KH/ĐU"), "Đảng ủy ban hành kế hoạch mới."
    file = GatedFile("a.txt", b"a", directive("13-KH/ĐU"))
    assert chosen("", whole, [file], today=TODAY).text == whole
    assert chosen("", short, [file], today=TODAY).text == file.text
    news = "Ngày 20/11, Đảng ủy đã họp và thống nhất nhiều nội dung quan trọng của năm. " * 20
    assert chosen("", news, [file], today=TODAY).text == file.text
    assert chosen("", news, [], today=TODAY).text == news


def test_a_scan_is_kept_for_a_person_to_clear_and_what_nobody_could_show_is_not() -> None:
    scan = GatedFile("a.pdf", b"scan", has_unread_pictures=True)
    found = chosen("Kế hoạch", "", [scan], today=TODAY)
    assert (found.has_unread, found.files, found.text) == (True, (scan,), "")
    locked = GatedFile("a.pdf", b"", left_out=SourceFault.ENCRYPTED)
    with pytest.raises(Untaken) as untaken:
        chosen("Kế hoạch", "Xem tại đây", [locked], today=TODAY)
    assert untaken.value.fault is SourceFault.ENCRYPTED


def test_equal_texts_are_the_same_however_they_are_spaced_and_scans_by_their_bytes() -> None:
    a = chosen("", directive("12-KH/ĐU"), [], today=TODAY)
    b = chosen("", directive("12-KH/ĐU").replace("\n", "\n\n "), [], today=TODAY)
    c = chosen("", directive("13-KH/ĐU"), [], today=TODAY)
    assert a.identity == b.identity != c.identity
    scans = [GatedFile("a.pdf", content, has_unread_pictures=True) for content in (b"1", b"1", b"2")]
    first, same, other = [chosen("", "", [scan], today=TODAY).identity for scan in scans]
    assert first == same != other


@pytest.mark.parametrize(
    ("text", "covers"),
    [("Xem chi tiết tại đây.", True), ("x" * 1000 + " Nội dung xem tại đây", True), ("x" * 1000, False)],
)
def test_a_page_that_says_little_or_points_elsewhere_is_a_cover(text: str, covers: bool) -> None:
    assert is_cover(text) is covers
