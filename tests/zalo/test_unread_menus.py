"""What is typed before the answer can have been read presses nothing that stands in it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.texts import sample_story
from storage import tables
from storage.database import Connection
from storage.states import DeliveryState
from tests.flows.zalo_house import ZaloHouse, number_of, open_zalo_house
from tests.standins.zalo import FREE, Person, ZaloServer
from tests.standins.zalo.faults import Fault

DIRECTIVE = sample_story.DIRECTIVE
LOOK_AGAIN = "Xin xem tin mới nhất rồi chọn lại"


@pytest.fixture
async def house(prepared_url: str) -> AsyncIterator[ZaloHouse]:
    """People here wait until the office has heard that its message went out, and then answer at once."""
    async with (
        ZaloServer(limits=FREE) as server,
        open_zalo_house(prepared_url, server, to_read=timedelta()) as one,
    ):
        yield one


async def says(house: ZaloHouse, person: Person, text: str) -> str:
    """The last message that stands there once everything is answered."""
    person.says(text)
    await house.settles()
    return person.got[-1].text


async def drafts(house: ZaloHouse, lan: Person, number: str) -> None:
    await says(house, lan, "soạn")
    await says(house, lan, DIRECTIVE.format(number=number))
    for label in ("Gửi cho ai", "Toàn tổ chức", "Trình duyệt"):
        await says(house, lan, number_of(label, lan.got[-1]))


async def approver(house: ZaloHouse, *numbers: str) -> Person:
    """Minh, before whom the list of what waits for approval stands; of one alone, its card."""
    lan, minh = await house.joins("Lan"), await house.joins("Minh")
    await house.settles()
    for number in numbers:
        await drafts(house, lan, number)
    await says(house, minh, "duyệt")
    return minh


async def is_being_sent(house: ZaloHouse) -> None:
    def body(connection: Connection) -> int:
        sending = tables.deliveries.c.state == DeliveryState.SENDING
        return int(connection.execute(sa.select(sa.func.count()).where(sending)).scalar_one())

    for _ in range(1000):
        if await house.office.database.read(body):
            return
        await asyncio.sleep(0.01)
    raise AssertionError("nothing is being sent")


async def published(house: ZaloHouse) -> int:
    def body(connection: Connection) -> int:
        return int(connection.execute(sa.select(sa.func.count(tables.publications.c.id))).scalar_one())

    return await house.office.database.read(body)


@pytest.mark.timeout(200)
async def test_a_number_sent_twice_publishes_nothing(house: ZaloHouse) -> None:
    minh = await approver(house, "11", "12")
    house.server.delays(3, minh.id, times=1)
    minh.says("1")
    await is_being_sent(house)
    minh.says("1")
    await house.settles()
    assert await published(house) == 0
    assert minh.sees(LOOK_AGAIN) is not None
    assert minh.sees("Duyệt, phát hành ngay: gõ duyệt phát hành") is not None
    await says(house, minh, "1")
    assert await published(house) == 0


@pytest.mark.timeout(200)
async def test_the_words_of_a_menu_that_was_read_publish(house: ZaloHouse) -> None:
    minh = await approver(house, "11")
    await says(house, minh, "duyệt phát hành")
    assert await published(house) == 1


@pytest.mark.timeout(200)
async def test_who_was_too_early_looks_and_says_it_again(house: ZaloHouse) -> None:
    minh = await approver(house, "11")
    house.server.delays(2, minh.id, times=1)
    minh.says("duyệt")
    await is_being_sent(house)
    assert LOOK_AGAIN in await says(house, minh, "duyệt phát hành")
    assert await published(house) == 0
    await says(house, minh, "duyệt phát hành")
    assert await published(house) == 1


@pytest.mark.timeout(200)
async def test_what_stands_in_an_answer_that_never_came_is_not_pressed(house: ZaloHouse) -> None:
    minh = await approver(house, "11", "12")
    before = len(minh.got)
    house.server.goes_wrong(Fault(minh.id, times=None, hangs_up=True))
    minh.says("2")
    await asyncio.sleep(1)
    for typed in ("1", "duyệt phát hành"):
        minh.says(typed)
        await asyncio.sleep(1)
    assert len(minh.got) == before
    assert await published(house) == 0


@pytest.mark.timeout(200)
async def test_in_a_group_nothing_of_the_speakers_own_menu_is_pressed(house: ZaloHouse) -> None:
    minh = await approver(house, "11")
    group = house.server.group("Chi bộ")
    for typed in ("1", "2", "duyệt phát hành", "Duyệt, phát hành ngay"):
        group.says(minh, typed)
    await house.settles()
    assert await published(house) == 0
    assert group.got == []
    await says(house, minh, "duyệt")
    await says(house, minh, "duyệt phát hành")
    assert await published(house) == 1


@pytest.mark.timeout(200)
async def test_what_is_said_behind_a_number_is_never_a_command(house: ZaloHouse) -> None:
    mai, hoa = [await house.joins(one) for one in ("Mai", "Hòa")]
    await house.settles()
    minh = await approver(house, "11")
    await says(house, minh, "duyệt phát hành")
    number = number_of("Đã nắm", await mai.receives("Số 11-KH/ĐU"))
    await says(house, mai, f"{number} /tôi hỏi: nộp ở đâu?")
    await hoa.receives("nộp ở đâu?")
    assert "Đã chuyển câu hỏi" in await says(house, mai, f"{number} /canlam")
    await hoa.receives("“cần làm”")
