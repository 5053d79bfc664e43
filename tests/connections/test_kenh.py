"""/kenh: how each connection stands, in words, and what to do about it."""

from functools import partial
from typing import Any

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from handlers.commands.table import BY_WORD, PRESSES
from storage import tables
from storage.channels import connections
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.inbox import inbox
from storage.inbox.inbox import Arrived
from storage.states import DeliveryState, Purpose, Reason
from tests.cast import BRANCH_1, clock_of
from tests.commands.saying import button, buttons, presses, read, says
from tests.connections.bots import Bots


async def kenh(bots: Bots, given: str = "Dũng") -> str:
    return read(await BY_WORD["kenh"].run(bots.office, says(bots.cast.caller(given), "/kenh")))


async def details(bots: Bots, bot: str, given: str = "Dũng") -> str:
    caller = bots.cast.caller(given)
    shown = await BY_WORD["kenh"].run(bots.office, says(caller, "/kenh"))
    pressed = button(shown.messages[0], Act.CONNECTION, subject=bots.ids[bot])
    return read(await PRESSES[Act.CONNECTION](bots.office, presses(caller, pressed)))


async def presses_try(bots: Bots, bot: str, given: str = "Dũng") -> str:
    caller = bots.cast.caller(given)
    pressed = says(caller, "")
    shown = await BY_WORD["kenh"].run(bots.office, pressed)
    open_it = button(shown.messages[0], Act.CONNECTION, subject=bots.ids[bot])
    card = await PRESSES[Act.CONNECTION](bots.office, presses(caller, open_it))
    again = button(card.messages[0], Act.TRY_CONNECTION)
    return read(await PRESSES[Act.TRY_CONNECTION](bots.office, presses(caller, again)))


async def test_an_admin_sees_every_connection_in_a_few_lines(bots: Bots) -> None:
    await bots.joined("Bình", "first")
    await bots.wrote("first", 2)
    await bots.group("first", BRANCH_1)
    await bots.has_used("first", 81)

    shown = await kenh(bots)

    assert "Zalo (first): chạy tốt" in shown
    assert "3/5 người · 1/2 nhóm · 81/100 tin (81%)" in shown
    assert "Telegram: chạy tốt" in shown
    assert "Hộp thư web: chạy tốt" in shown
    assert "15 người · 0 nhóm\n" in shown


async def test_thousands_are_written_as_an_office_writes_them(bots: Bots) -> None:
    await bots.has_used("first", 2410)

    assert "2.410/3.000 tin (80%)" in await kenh(bots.with_settings(messages_a_month=3000))


async def test_the_auditor_reads_it_and_may_change_nothing(bots: Bots) -> None:
    await bots.is_spent("first")
    kien = bots.cast.caller("Kiên")

    assert "nền tảng báo hết lượt" in await kenh(bots, "Kiên")
    card = await PRESSES[Act.CONNECTION](bots.office, presses(kien, await _button(bots, "first")))
    assert [one.act for one in buttons(card.messages[0])] == [Act.CONNECTIONS]


async def _button(bots: Bots, bot: str) -> Any:
    shown = await BY_WORD["kenh"].run(bots.office, says(bots.cast.caller("Dũng"), "/kenh"))
    return button(shown.messages[0], Act.CONNECTION, subject=bots.ids[bot])


@pytest.mark.parametrize("given", ["Bình", "Hòa", "Lan", "Minh", "Thuận"])
async def test_nobody_else_sees_it(bots: Bots, given: str) -> None:
    with pytest.raises(Refused) as refused:
        await kenh(bots, given)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_stopped_one_says_why_and_what_to_do(bots: Bots) -> None:
    stop = partial(connections.note_stopped, connection_id=bots.ids["first"], reason=Reason.TOKEN)
    await bots.do(stop)

    assert "Zalo (first): dừng vì mã truy cập của bot không còn đúng" in await kenh(bots)
    assert "1. Lấy token mới" in await details(bots, "first")
    assert "connections.first.token" in await details(bots, "first")


async def test_one_that_is_out_says_since_when(bots: Bots) -> None:
    now = bots.office.clock.machine()

    def body(connection: Connection) -> None:
        table = tables.connections
        connection.execute(
            table.update().where(table.c.id == bots.ids["first"]).values(failing_since=now, out_since=now)
        )

    await bots.do(body)
    clock_of(bots.office).forward(hours=2)

    assert "Zalo (first): đang gián đoạn từ 08:00, 23/11" in await kenh(bots)
    assert "sẽ tự trở lại" in await details(bots, "first")


async def test_a_moment_of_failing_is_no_outage(bots: Bots) -> None:
    now = bots.office.clock.machine()
    table = tables.connections
    failing = table.update().where(table.c.id == bots.ids["first"]).values(failing_since=now)
    await bots.do(lambda connection: connection.execute(failing))

    assert "Zalo (first): không liên lạc được từ 08:00, 23/11" in await kenh(bots)


async def test_a_connection_that_the_settings_name_no_more_is_told(bots: Bots) -> None:
    def body(connection: Connection) -> None:
        table = tables.connections
        connection.execute(table.update().where(table.c.id == bots.ids["tele"]).values(name="old"))

    await bots.do(body)

    assert "Telegram: không còn trong cấu hình" in await kenh(bots)


async def test_a_bot_that_runs_well_needs_nothing(bots: Bots) -> None:
    assert "Không có việc gì cần làm." in await details(bots, "first")


async def test_what_is_nearly_full_or_lacks_a_link_is_told_with_the_next_step(bots: Bots) -> None:
    await bots.wrote("first", 6)
    await bots.has_used("first", 96)
    without_link = bots.with_settings(link="")

    shown = await details(without_link, "first")

    assert "lời mời mới tự chỉ sang Zalo (second)" in shown
    assert "connections.first.link" in shown
    assert "1 người đã nhắn tới khi bot hết chỗ" in shown
    assert "thứ Ba, 01/12/2026" in shown
    assert "20 tin cuối chỉ dành cho" in shown


async def test_what_waits_and_what_last_came_and_went_is_told(bots: Bots) -> None:
    address_id = await bots.joined("Bình", "first")
    now = bots.office.clock.machine()

    def body(connection: Connection) -> None:
        for number in range(3):
            new = NewDelivery(f"x:{number}", address_id, Purpose.ROSTER_NEWS, due_at=now)
            deliveries.add(connection, new)
        table = tables.deliveries
        sent = table.update().where(table.c.once_key == "x:0")
        connection.execute(sent.values(state=DeliveryState.SENT, sent_at=now))
        later = now.replace(month=12)
        held = table.update().where(table.c.once_key == "x:1")
        connection.execute(held.values(reason=Reason.QUOTA, due_at=later))
        arrived = Arrived("u1", "first-Bình", "{}", 2)
        inbox.store(connection, bots.ids["first"], [arrived], now=now)

    await bots.do(body)
    shown = await details(bots, "first")

    assert "Chờ gửi 1 tin · Chờ sang tháng 1 tin" in shown
    assert "Nhận gần nhất 08:00, 23/11 · gửi 08:00, 23/11" in shown


async def test_an_admin_has_it_try_again_and_what_was_held_goes(bots: Bots) -> None:
    address_id = await bots.joined("Bình", "first")
    await bots.is_spent("first")
    later = bots.office.clock.machine().replace(month=12)

    def body(connection: Connection) -> None:
        deliveries.add(connection, NewDelivery("x", address_id, Purpose.ROSTER_NEWS, due_at=later))
        connection.execute(tables.deliveries.update().values(reason=Reason.QUOTA))

    await bots.do(body)
    assert "nền tảng báo hết lượt lúc 08:00, 23/11" in await kenh(bots)

    assert "chạy tốt" in await presses_try(bots, "first")
    (row,) = await bots.owed(Purpose.ROSTER_NEWS)
    assert row.due_at == bots.office.clock.machine()


async def test_trying_again_where_nothing_is_marked_changes_nothing(bots: Bots) -> None:
    pressed = await _button(bots, "first")
    with pytest.raises(Refused) as refused:
        await PRESSES[Act.TRY_CONNECTION](bots.office, presses(bots.cast.caller("Dũng"), pressed))
    assert refused.value.reason is Refusal.NO_CHANGE


@pytest.mark.parametrize("act", [Act.CONNECTION, Act.TRY_CONNECTION])
async def test_a_button_of_a_connection_that_never_was_finds_nothing(bots: Bots, act: Act) -> None:
    pressed = (await _button(bots, "first")).__class__("x", act, 9999)
    with pytest.raises(Refused) as refused:
        await PRESSES[act](bots.office, presses(bots.cast.caller("Dũng"), pressed))
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_no_name_of_a_person_stands_there(bots: Bots) -> None:
    await bots.joined("Bình", "first")

    shown = await kenh(bots) + await details(bots, "first")

    assert "Bình" not in shown
