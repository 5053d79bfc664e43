"""Cards that stand in a chat go on telling the truth, whoever changed it and wherever."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.access import Door
from bot.acknowledgement.acknowledging import acknowledge, undo
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Message
from bot.messages.sealing import Sealer, owner
from bot.organisation.callers import caller_of_member
from storage import tables
from storage.database import Connection
from storage.organisation import people
from storage.states import DeliveryState, Purpose
from tests.flows.house import House, open_house
from tests.flows.test_the_whole_way import DIRECTIVE, publishes
from tests.standins.telegram import FREE, TelegramServer

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
async def house(prepared_url: str) -> AsyncIterator[House]:
    async with TelegramServer(limits=FREE) as server, open_house(prepared_url, server) as one:
        yield one


async def test_after_an_undo_the_card_asks_again(house: House) -> None:
    binh = await house.joins("Bình")
    await publishes(house)
    card = await binh.receives("VĂN BẢN CHỈ ĐẠO · cần xác nhận")
    binh.presses("✅ Đã nắm", on=card)
    await binh.receives("đã xác nhận lúc")
    binh.says("/canlam")
    await binh.receives("Hoàn tác số 11-KH/ĐU")
    binh.presses("Hoàn tác số 11-KH/ĐU")
    await binh.receives("Hoàn tác xác nhận")
    binh.presses("Hoàn tác xác nhận")
    await house.settles()

    stands = next(shown for shown in binh.got if shown.message_id == card.message_id)
    assert "đã xác nhận lúc" not in stands.text
    assert stands.button("✅ Đã nắm") is not None


async def test_a_card_answered_elsewhere_says_so(house: House) -> None:
    binh = await house.joins("Bình")
    await publishes(house)
    card = await binh.receives("VĂN BẢN CHỈ ĐẠO · cần xác nhận")
    binh.says("đã nắm")
    await binh.receives("Đã ghi nhận")
    await house.settles()
    stands = next(shown for shown in binh.got if shown.message_id == card.message_id)
    assert "đã xác nhận lúc" in stands.text


async def test_the_progress_card_tells_that_everybody_was_reached(house: House) -> None:
    for given in ("Bình", "Mai", "An"):
        await house.joins(given)
    hoa = await house.joins("Hòa")
    await publishes(house)
    await hoa.receives("TIẾN ĐỘ")
    await house.forwards(seconds=2)
    await hoa.receives("🔔 Nhắc")
    shown = hoa.sees("TIẾN ĐỘ")
    assert shown is not None
    assert "Đang gửi" not in shown.text
    assert "chưa nhận được tin" not in shown.text


async def test_the_card_of_every_approver_says_what_became_of_the_draft(house: House) -> None:
    minh = await house.joins("Minh")
    await publishes(house)
    await house.settles()
    card = minh.sees("Duyệt, phát hành ngay")
    assert card is None
    assert minh.sees("đã phát hành") is not None


async def test_a_due_date_with_the_wrong_weekday_is_asked_for_again(house: House) -> None:
    lan = await house.joins("Lan")
    lan.says(DIRECTIVE)
    await lan.receives("DỰ THẢO")
    lan.presses("⏰ Xác nhận, hạn")
    await lan.receives("YÊU CẦU XÁC NHẬN")
    lan.presses("⏰ Hạn xác nhận")
    asked = await lan.receives("Hạn xác nhận?")
    lan.says("17:00 thứ Hai 27/11/2026")
    await lan.receives("Chưa đọc được ngày giờ", newer_than=asked)
    lan.says("17:00 thứ Sáu 27/11/2026")
    await lan.receives("17:00 thứ Sáu, 27/11/2026")


async def test_taking_back_and_noting_again_at_once_leaves_the_card_true(house: House) -> None:
    binh = await house.joins("Bình")
    await publishes(house)
    card = await binh.receives("VĂN BẢN CHỈ ĐẠO · cần xác nhận")
    await house.settles()
    about = 1
    caller = await caller_of_member(house.office, house.cast["Bình"], door=Door.TELEGRAM)
    for _ in range(3):
        await acknowledge(caller, house.office, publication_id=about)
        await undo(caller, house.office, publication_id=about)
    await acknowledge(caller, house.office, publication_id=about)
    await house.settles()
    stands = next(shown for shown in binh.got if shown.message_id == card.message_id)
    assert "đã xác nhận lúc" in stands.text

    def states(connection: Connection) -> list[DeliveryState]:
        table = tables.deliveries
        chosen = sa.select(table.c.state).where(
            table.c.purpose == Purpose.CARD, table.c.member_id == house.cast["Bình"]
        )
        return list(connection.execute(chosen).scalars())

    assert await house.office.database.read(states) == [DeliveryState.SENT]


async def test_a_button_that_has_expired_is_called_old_and_not_foreign(house: House) -> None:
    binh = await house.joins("Bình")
    await publishes(house)
    card = await binh.receives("VĂN BẢN CHỈ ĐẠO · cần xác nhận")
    reach = await house.office.database.read(
        lambda connection: people.address_at(connection, house.line.connection_id, str(binh.id))
    )
    assert reach is not None
    expired = Sealer(house.office.key).seal(
        Message((Buttons(((Button("x", Act.ACKNOWLEDGE, 1),),)),)),
        owner=owner(
            member_id=house.cast["Bình"], address_id=reach.id, connection_id=house.line.connection_id
        ),
        now=house.office.clock.machine(),
        valid_for=timedelta(days=-1),
    )
    (block,) = expired.blocks
    assert isinstance(block, Buttons)
    binh.presses_data(block.rows[0][0].token, card)
    await binh.gets_toast("Lựa chọn này đã cũ")
