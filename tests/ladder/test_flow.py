"""Telegram goes away and comes back: the story over two messengers, each a stand-in over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from pydantic import SecretStr

from bot.channels.zalo.channel import ZaloChannel
from bot.clock import OfficeClock
from bot.inbox.handling import Handled
from bot.office import Office
from bot.organisation.joining.inviting import invite
from bot.runtime.connecting import Line, telegram_line
from bot.runtime.receiving import receive_as_set
from bot.runtime.running import Runtime
from bot.settings import Connection as ConnectionSettings
from bot.settings import Settings
from bot.settings.sections import OutagesSection
from handlers.serve.lines import ServedLine, serve_line
from storage import tables
from storage.channels import connections
from storage.database import Connection, Database
from storage.inbox.inbox import Knock
from storage.states import Platform
from tests.acknowledgement.story import published
from tests.cast import COMMAND_LINE, KEY, START, Cast, fill
from tests.flows.zalo_house import number_of
from tests.standins import telegram, zalo
from tests.standins.telegram import Person as OnTelegram
from tests.standins.zalo import Person as OnZalo

TELEGRAM, ZALO = "telegram", "zalo"
_LOOKS = 1500
_SHORT = OutagesSection(out_after=timedelta(seconds=1), back_after=timedelta(milliseconds=300))


@dataclass
class TwoMessengers:
    """Loa on both, and where its people can be written to."""

    office: Office
    cast: Cast
    telegram: telegram.TelegramServer
    zalo: zalo.ZaloServer
    runtime: Runtime
    lines: dict[str, int]

    async def joins_telegram(self, given: str) -> OnTelegram:
        invitation = await invite(COMMAND_LINE, self.office, member_id=self.cast[given])
        person = self.telegram.person(given, 3000 + self.cast[given])
        person.starts(invitation.in_link)
        await person.receives("Đồng ý cả 4 mục")
        person.presses("✅ Đồng ý cả 4 mục")
        await person.receives("Cảm ơn")
        return person

    async def joins_zalo(self, given: str) -> OnZalo:
        """As a second way, without the talk of joining: that has its own stories."""
        person = self.zalo.person(given)
        person.says("xin chào")
        await person.receives("")

        def body(connection: Connection) -> None:
            table = tables.addresses
            connection.execute(
                table.update()
                .where(table.c.connection_id == self.lines[ZALO], table.c.chat_id == person.id)
                .values(member_id=self.cast[given], preference=9)
            )

        await self.office.database.transaction(body)
        return person

    async def until(self, name: str, *, out: bool) -> None:
        """The clock's rules knock until word goes around the connection, or no more."""
        for _ in range(_LOOKS):
            await self.runtime.schedule.knock()
            line = await self.office.database.read(partial(connections.line, connection_id=self.lines[name]))
            if (line.out_since is not None) is out:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{name} is not {'out' if out else 'back'}")


@pytest.fixture
async def two(prepared_url: str) -> AsyncIterator[TwoMessengers]:
    async with (
        telegram.TelegramServer(limits=telegram.FREE) as one,
        zalo.ZaloServer(limits=zalo.FREE) as other,
        AsyncExitStack() as stack,
    ):
        named = {
            TELEGRAM: ConnectionSettings(token=SecretStr(one.token), api_url=one.url),
            # Where a month is limited, only admins are told of an outage at once.
            ZALO: ConnectionSettings(
                platform=Platform.ZALO,
                token=SecretStr(other.token),
                api_url=other.url,
                messages_a_month=0,
            ),
        }
        office = Office(
            database=Database(prepared_url),
            clock=OfficeClock(START - datetime.now(UTC)),
            settings=Settings(connections=named, outages=_SHORT),
            key=KEY,
        )
        stack.push_async_callback(office.database.close)
        cast = await office.database.transaction(_cast_without_web)
        on_telegram = await stack.enter_async_context(telegram_line(office, TELEGRAM, named[TELEGRAM]))
        await receive_as_set(office, on_telegram, path="")
        served = {
            TELEGRAM: serve_line(office, on_telegram),
            ZALO: serve_line(office, await _zalo_line(stack, office, named[ZALO])),
        }
        plugged = {
            one.plugged.connection_id: replace(one.plugged, paced=False, per_second=1000)
            for one in served.values()
        }
        runtime = Runtime(office, plugged, partial(_handle, served), alone=False)
        await runtime.start()
        stack.push_async_callback(runtime.stop)
        lines = {name: one.plugged.connection_id for name, one in served.items()}
        yield TwoMessengers(office, cast, one, other, runtime, lines)


async def _zalo_line(
    stack: AsyncExitStack, office: Office, settings: ConnectionSettings
) -> Line[ZaloChannel]:
    channel = ZaloChannel(
        settings.token.get_secret_value(),
        api_url=settings.api_url,
        between_polls=timedelta(milliseconds=5),
    )
    await channel.open()
    stack.push_async_callback(channel.close)
    ensure = partial(connections.ensure, platform=Platform.ZALO, name=ZALO)
    return Line(ZALO, await office.database.transaction(ensure), channel, settings)


async def _handle(served: dict[str, ServedLine], knock: Knock) -> Handled:
    (one,) = [one for one in served.values() if one.plugged.connection_id == knock.connection_id]
    return await one.handle(knock)


def _cast_without_web(connection: Connection) -> Cast:
    cast = fill(connection)
    connection.execute(tables.addresses.delete())
    return cast


@pytest.mark.timeout(240)
async def test_telegram_goes_away_word_comes_by_zalo_and_the_order_comes_back(two: TwoMessengers) -> None:
    hoa, binh, mai = [await two.joins_telegram(one) for one in ("Hòa", "Bình", "Mai")]
    hoa_on_zalo, binh_on_zalo = [await two.joins_zalo(one) for one in ("Hòa", "Bình")]

    port = two.telegram.port
    await two.telegram.stop()
    await published(two.office, two.cast, arrives=False)
    await two.until(TELEGRAM, out=True)
    card = await binh_on_zalo.receives("Số 12-KH/ĐU")
    told = await hoa_on_zalo.receives("KHÔNG GỬI ĐƯỢC TIN QUA Telegram")
    assert "1 người không có kênh khác." in told.text
    assert "• Đỗ Thị Mai" in told.text
    binh_on_zalo.says(number_of("Đã nắm", card))
    await binh_on_zalo.receives("Đã ghi nhận")

    await two.telegram.start(port)
    await two.until(TELEGRAM, out=False)
    await hoa.receives("ĐÃ GỬI LẠI ĐƯỢC TIN QUA Telegram")
    await mai.receives("Số 12-KH/ĐU")
    assert binh.sees("Số 12-KH/ĐU") is None
    heard = [shown.text for shown in hoa.got] + [shown.text for shown in hoa_on_zalo.got]
    assert sum("KHÔNG GỬI ĐƯỢC" in text for text in heard) == 1

    await published(two.office, two.cast, number="13-KH/ĐU", arrives=False)
    await binh.receives("Số 13-KH/ĐU")
    assert binh_on_zalo.sees("Số 13-KH/ĐU") is None
