"""/nguon in the chat, before two portals of different make over real HTTP."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.intake import guessing
from bot.intake.sources import set_publishing
from bot.messages.acts import Act
from bot.messages.reply import Reply
from bot.office import Office
from bot.sources.fetched import Fetched
from handlers.commands.office import sources
from handlers.commands.table import BY_WORD, PRESSES, commands_for
from handlers.conversation import FileSent, Incoming
from storage.states import SourceFault
from tests.cast import Cast, clock_of
from tests.commands.saying import buttons, presses, read, says
from tests.intake.texts import directive
from tests.intake.web import FEED, Web
from tests.intake.world import World
from tests.standins.portals import Fault, NukeViet, PortalServer, SharePoint, notice, plan

FILE = """name = "Cổng tỉnh"
kind = "feed"
place = "{place}"
audience = "everyone"
scope = "public"
every = 60
"""


@pytest_asyncio.fixture
async def nukeviet() -> AsyncIterator[PortalServer[NukeViet]]:
    async with PortalServer(NukeViet()) as server:
        server.site.publishes(plan())
        server.site.publishes(notice())
        yield server


@pytest_asyncio.fixture
async def sharepoint() -> AsyncIterator[PortalServer[SharePoint]]:
    async with PortalServer(SharePoint()) as server:
        server.site.publishes(plan())
        yield server


@pytest.fixture
def open_office(office: Office, nukeviet: PortalServer[Any], sharepoint: PortalServer[Any]) -> Office:
    """One that may reach the stand-ins."""
    let_in = {"allow_hosts": nukeviet.allow | sharepoint.allow, "pause": timedelta(0)}
    wanted = office.settings.sources.model_copy(update=let_in)
    return replace(office, settings=office.settings.model_copy(update={"sources": wanted}))


@pytest.fixture
def talk(open_office: Office, cast: Cast) -> "Admin":
    return Admin(open_office, cast)


class Admin:
    """Dũng, or whoever else, in front of /nguon."""

    def __init__(self, office: Office, cast: Cast, given: str = "Dũng") -> None:
        self.office, self.cast, self.given = office, cast, given
        self.reply = Reply()

    async def opens(self) -> str:
        return await self._took(sources.show, says(self._caller, "/nguon"))

    async def answers(self, content: str | bytes) -> str:
        """Types, or sends a file, to what was asked."""
        assert self.reply.asking is not None
        incoming = says(self._caller, content if isinstance(content, str) else "")
        if isinstance(content, bytes):
            incoming = replace(incoming, content=FileSent("nguon.toml", content))
        asked = self.reply
        said = await self._took(sources.take_place, replace(incoming, asking=asked.asking))
        if self.reply.keeps_asking:
            self.reply = replace(self.reply, asking=asked.asking)
        return said

    async def presses(self, act: Act, argument: int | None = None) -> str:
        message = self.reply.replaces or self.reply.messages[-1]
        (found,) = [one for one in buttons(message) if one.act is act and argument in (None, one.argument)]
        return await self._took(PRESSES[act], presses(self._caller, found))

    async def _took(self, run: Any, incoming: Incoming) -> str:
        self.reply = await run(self.office, incoming)
        return read(self.reply)

    @property
    def _caller(self) -> Any:
        return self.cast.caller(self.given)


async def test_an_address_is_pasted_known_for_what_it_is_and_looked_at(
    talk: Admin, nukeviet: PortalServer[NukeViet], world: World
) -> None:
    assert "Chưa có nguồn tin nào" in await talk.opens()
    assert "Xin dán địa chỉ RSS" in await talk.presses(Act.ADD_SOURCE)
    said = await talk.answers(nukeviet.url + nukeviet.site.feed_path)
    assert "Nhận ra: RSS, thấy 2 văn bản." in said
    assert "được ghi nhận, không gửi" in said
    assert "1. Đảng ủy Liên đoàn Lao động tỉnh" in await talk.opens()
    assert [row.kind for row in await world.rows("sources")] == ["feed"]


async def test_a_page_that_names_its_feed_is_read_by_the_feed(
    talk: Admin, nukeviet: PortalServer[NukeViet], world: World
) -> None:
    await talk.opens()
    await talk.presses(Act.ADD_SOURCE)
    assert "Nhận ra: RSS" in await talk.answers(nukeviet.url + nukeviet.site.feeds_path)
    assert [row.place for row in await world.rows("sources")] == [nukeviet.url + nukeviet.site.feed_path]


async def test_a_list_page_of_a_known_make_is_taken_as_one(
    talk: Admin, sharepoint: PortalServer[SharePoint], world: World
) -> None:
    await talk.opens()
    await talk.presses(Act.ADD_SOURCE)
    said = await talk.answers(sharepoint.url + sharepoint.site.list_path)
    assert "Nhận ra: Trang danh sách, thấy 1 văn bản." in said
    (row,) = await world.rows("sources")
    assert row.selectors == {"portal": "sharepoint"}


async def test_what_cannot_be_read_is_said_and_asked_for_again(
    talk: Admin, nukeviet: PortalServer[NukeViet], world: World
) -> None:
    await talk.opens()
    await talk.presses(Act.ADD_SOURCE)
    for typed, said in (
        ("xin chào", "Địa chỉ phải bắt đầu bằng"),
        ("169 .254 .169 .254 /rss", "dẫn vào mạng nội bộ"),
        ("file:///etc/passwd", "Địa chỉ phải bắt đầu bằng"),
        ("http://169.254.169.254/latest", "dẫn vào mạng nội bộ"),
        (nukeviet.url + "/khong-co", "địa chỉ không còn"),
    ):
        assert said in await talk.answers(typed)
        assert talk.reply.keeps_asking
    nukeviet.goes_wrong(Fault(status=500))
    assert "trang đang có lỗi" in await talk.answers(nukeviet.url + nukeviet.site.feed_path)
    assert await world.rows("sources") == []


@pytest.mark.parametrize(
    ("fault", "is_found"),
    [(SourceFault.NOT_REACHED, True), (SourceFault.TOO_SLOW, True), (SourceFault.CERTIFICATE, False)],
)
async def test_a_site_that_is_there_by_http_only_is_found_by_its_bare_address(
    talk: Admin, world: World, monkeypatch: pytest.MonkeyPatch, fault: SourceFault, is_found: bool
) -> None:
    site = FEED.removeprefix("https://")
    web = Web()
    web.shows_feed("Một", url=f"http://{site}")
    web.fails(fault)
    monkeypatch.setattr(guessing, "fetcher_for", lambda _office: web)
    await talk.opens()
    await talk.presses(Act.ADD_SOURCE)
    assert ("Nhận ra: RSS" in await talk.answers(site)) is is_found
    assert [row.place for row in await world.rows("sources")] == ([f"http://{site}"] if is_found else [])


async def test_a_file_describes_a_source_and_changes_it(
    talk: Admin, nukeviet: PortalServer[NukeViet], world: World
) -> None:
    place = nukeviet.url + nukeviet.site.feed_path
    await talk.opens()
    await talk.presses(Act.ADD_SOURCE)
    assert "chưa đọc được tệp" in (await talk.answers(b"\xff\xfe name =")).casefold()
    said = await talk.answers(FILE.format(place=place).encode())
    assert "Đọc lại sau mỗi 1 giờ" in said
    assert "phạm vi công khai" in said
    await talk.presses(Act.ADD_SOURCE)
    said = await talk.answers(FILE.format(place=place).replace("60", "30").encode())
    assert "Đọc lại sau mỗi 30 phút" in said
    assert len(await world.rows("sources")) == 1


async def test_trying_shows_what_would_be_drafted_and_stores_nothing(
    talk: Admin, nukeviet: PortalServer[NukeViet], world: World
) -> None:
    await talk.opens()
    await talk.presses(Act.ADD_SOURCE)
    await talk.answers(nukeviet.url + nukeviet.site.feed_path)
    said = await talk.presses(Act.TRY_SOURCE)
    assert "Tìm thấy 2 văn bản" in said
    assert f"Số {plan().number}: Triển khai đợt sinh hoạt chuyên đề" in said
    assert await world.rows("items") == await world.rows("drafts") == []
    nukeviet.goes_wrong(Fault(status=404))
    assert "Chưa đọc được: địa chỉ không còn." in await talk.presses(Act.TRY_SOURCE)


async def test_a_source_rests_goes_on_and_is_given_up_after_a_question(
    talk: Admin, nukeviet: PortalServer[NukeViet], world: World
) -> None:
    await talk.opens()
    await talk.presses(Act.ADD_SOURCE)
    await talk.answers(nukeviet.url + nukeviet.site.feed_path)
    assert "đang tạm dừng" in await talk.presses(Act.PAUSE_SOURCE)
    assert "chưa đọc lần nào" in await talk.presses(Act.PAUSE_SOURCE)
    assert "Bỏ hẳn nguồn này?" in await talk.presses(Act.CLOSE_SOURCE)
    assert (await world.rows("sources"))[0].state == "active"
    assert "đã bỏ" in await talk.presses(Act.CLOSE_SOURCE, 1)
    assert "Chưa có nguồn tin nào" in await talk.opens()


async def test_publishing_by_itself_wants_an_audience_and_a_second_yes(
    talk: Admin, nukeviet: PortalServer[NukeViet], world: World
) -> None:
    place = nukeviet.url + nukeviet.site.feed_path
    await talk.opens()
    await talk.presses(Act.ADD_SOURCE)
    await talk.answers(FILE.format(place=place).encode())
    asked = await talk.presses(Act.SOURCE_PUBLISHES)
    for words in ("không qua người duyệt", "đăng từ nay", "mỗi ngày nhiều nhất 3 văn bản"):
        assert words in asked
    assert not (await world.rows("sources"))[0].publishes_itself
    assert "TỰ PHÁT HÀNH" in await talk.presses(Act.SOURCE_PUBLISHES, 2)
    assert (await world.rows("sources"))[0].publishes_itself
    assert "TỰ PHÁT HÀNH" not in await talk.presses(Act.SOURCE_PUBLISHES)


async def test_the_clerk_sees_what_came_and_takes_or_leaves_it(
    open_office: Office, cast: Cast, world: World, folder: Path
) -> None:
    (folder / "ke-hoach.txt").write_text(_PLAN, encoding="utf-8")
    # It has lain there for long, whatever day it is.
    clock = clock_of(world.office)
    clock.set(max(clock.now(), datetime.now(UTC) + timedelta(days=1)))
    await world.adds_folder()
    await world.looks(hours=1)
    lan = Admin(open_office, cast, "Lan")
    assert "1. Thư mục" in await lan.opens()
    assert "có từ trước 1" in (await lan.presses(Act.SOURCE)).casefold()
    assert "có từ trước" in await lan.presses(Act.SOURCE_ITEMS)
    assert "chờ đọc" in await lan.presses(Act.TAKE_ITEM)
    assert "đã bỏ qua" in await lan.presses(Act.DROP_ITEM)


async def test_what_came_is_called_by_its_listed_title_and_drafted_by_its_number(
    open_office: Office, cast: Cast, world: World
) -> None:
    world.web.shows_feed("Kế hoạch cũ", "TỐI MẬT Kế hoạch")
    await world.adds_public()
    await world.looks()
    lan = Admin(open_office, cast, "Lan")
    await set_publishing(
        cast.caller("Dũng"), world.office, source_id=1, publishes_itself=True, confirmed=True
    )
    world.web.shows_page("moi", directive("9-KH/ĐU"))
    world.web.shows_page("moi-2", directive("10-KH/ĐU", issued="", about="đảng phí"))
    world.web.shows_feed("Chưa đọc được", "moi-2", "moi", "Kế hoạch cũ")
    await world.looks(hours=1)
    await lan.opens()
    await lan.presses(Act.SOURCE)
    said = await lan.presses(Act.SOURCE_ITEMS)
    assert "Kế hoạch cũ – có từ trước" in said
    assert "Chưa đọc được – chưa đọc được" in said
    assert "(không lưu tên) – không nhận: có dấu chỉ độ mật" in said
    assert "TỐI MẬT" not in said
    assert "Số 9-KH/ĐU: Về học tập chuyên đề trong các chi bộ – đã phát hành" in said
    assert "Số 10-KH/ĐU: Về đảng phí trong các chi bộ – đã soạn" in said


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("<![CDATA[Cổng   thông tin\n tỉnh &amp; xã]]>", "Cổng thông tin tỉnh & xã"),
        ("Đ" * 100, "Đ" * 79 + "…"),
        ("MẬT: Cổng tỉnh", "congdoan.example.vn"),
        ("", "congdoan.example.vn"),
    ],
)
async def test_a_source_is_called_as_its_feed_calls_itself_else_by_its_host(
    talk: Admin, world: World, monkeypatch: pytest.MonkeyPatch, title: str, name: str
) -> None:
    web = Web()
    web.shows_feed("Một")
    feed = web.pages[FEED]
    assert isinstance(feed, Fetched)
    titled = f"<title>{title}</title>".encode()
    web.pages[FEED] = replace(feed, content=feed.content.replace(b"<title>Tin</title>", titled))
    monkeypatch.setattr(guessing, "fetcher_for", lambda _office: web)
    await talk.opens()
    await talk.presses(Act.ADD_SOURCE)
    await talk.answers(FEED)
    assert [row.name for row in await world.rows("sources")] == [name]


async def test_who_keeps_no_sources_neither_finds_nor_changes_them(
    open_office: Office, cast: Cast, world: World
) -> None:
    assert "nguon" not in {one.name for one in commands_for(cast.caller("Bình"))}
    await world.adds()
    lan = Admin(open_office, cast, "Lan")
    await lan.opens()
    await lan.presses(Act.SOURCE)
    message = lan.reply.replaces
    assert [one.act for one in buttons(message)] == [Act.SOURCE_ITEMS, Act.SOURCES]
    assert BY_WORD["nguon"].roles


_PLAN = """ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH
Số 9-KH/ĐU
KẾ HOẠCH
về kiểm tra việc thu nộp đảng phí
Các chi bộ tự kiểm tra.
"""
