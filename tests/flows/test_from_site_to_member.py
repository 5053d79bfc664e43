"""From what a site publishes to what a member acknowledges, by no hand but the clerk's and approver's."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.intake.describing import NewSource
from bot.intake.sources import add_source, source_card
from bot.settings.sections import SourcesSection
from storage.states import ItemState, SourceKind
from tests.cast import COMMAND_LINE
from tests.flows.house import House, open_house
from tests.standins.portals import NukeViet, PortalServer, docx_of, plan
from tests.standins.telegram import FREE, TelegramServer

PLAN = plan(number="21-KH/ĐU")


@pytest_asyncio.fixture
async def portal() -> AsyncIterator[PortalServer[NukeViet]]:
    async with PortalServer(NukeViet(), has_etag=True) as server:
        server.site.publishes(plan(number="20-KH/ĐU"))
        yield server


@pytest_asyncio.fixture
async def house(prepared_url: str, portal: PortalServer[NukeViet]) -> AsyncIterator[House]:
    sources = SourcesSection(allow_hosts=portal.allow, pause=timedelta())
    async with (
        TelegramServer(limits=FREE) as server,
        open_house(prepared_url, server, sources=sources) as one,
    ):
        yield one


@pytest.mark.timeout(120)
async def test_what_a_site_publishes_reaches_the_members_and_is_acknowledged(
    house: House, portal: PortalServer[NukeViet]
) -> None:
    lan, minh, binh = [await house.joins(one) for one in ("Lan", "Minh", "Bình")]
    new = NewSource(
        name="Cổng tỉnh",
        kind=SourceKind.FEED,
        place=portal.url + portal.site.feed_path,
        selectors={"portal": "nukeviet"},
    )
    source = await add_source(COMMAND_LINE, house.office, new=new)
    await house.forwards(seconds=1)
    await house.forwards(minutes=31)
    # What was there before is known, and drafted by nobody.
    counts = (await source_card(COMMAND_LINE, house.office, source_id=source.id)).counts
    assert counts == {ItemState.IMPORTED: 1}
    assert lan.sees("VĂN BẢN MỚI") is None

    # The page says "Xem tại đây"; the document is its .docx.
    portal.site.publishes(replace(PLAN, files=(docx_of(PLAN),), is_cover=True))
    await house.forwards(minutes=31)
    await house.forwards(minutes=1)
    word = await lan.receives("VĂN BẢN MỚI · Cổng tỉnh")
    assert "Số 21-KH/ĐU" in word.text

    lan.presses("Mở số 1", on=word)
    await lan.receives("DỰ THẢO")
    lan.presses("👥 Gửi cho ai")
    await lan.receives("Gửi cho ai?")
    lan.presses("Toàn tổ chức")
    await lan.receives("Gửi cho: Toàn tổ chức")
    lan.presses("📨 Trình duyệt")
    await minh.receives("CHỜ DUYỆT")
    minh.presses("✅ Duyệt, phát hành ngay")

    await binh.receives("Số 21-KH/ĐU")
    binh.presses("✅ Đã nắm")
    await binh.receives("đã xác nhận lúc")

    # The same list again brings nothing more.
    portal.site.turns_round()
    await house.forwards(minutes=31)
    await house.forwards(minutes=1)
    assert sum("VĂN BẢN MỚI" in shown.text for shown in lan.got) == 1
