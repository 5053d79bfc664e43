import asyncio
from datetime import timedelta

import pytest

from bot.channels.contract import Unavailable
from bot.channels.telegram import TelegramChannel
from storage.states import Reason
from tests.channels.messages import CARD, NOW, UPDATES, quick
from tests.standins.telegram import Person, TelegramServer


async def test_what_people_do_is_polled_raw_and_kept_until_confirmed(
    channel: TelegramChannel, binh: Person
) -> None:
    await channel.send("1001", CARD)
    binh.says("Đã rõ")
    binh.presses("Đã nắm")
    first = (await channel.poll(None, wait=NOW)).received
    assert [one.conversation for one in first] == ["1001", "1001"]
    assert first[0].body["message"]["text"] == "Đã rõ"
    assert first[1].body["callback_query"]["data"] == "tok"
    assert (await channel.poll(int(first[0].update_id), wait=NOW)).received == first
    assert (await channel.poll(int(first[0].update_id) + 1, wait=NOW)).received == first[1:]
    assert (await channel.poll(int(first[1].update_id) + 1, wait=NOW)).received == ()


async def test_a_long_poll_wakes_for_what_comes_in(channel: TelegramChannel, binh: Person) -> None:
    polling = asyncio.create_task(channel.poll(None, wait=timedelta(seconds=30)))
    await asyncio.sleep(0.1)
    binh.says("xin chào")
    (one,) = (await polling).received
    assert one.body["message"]["text"] == "xin chào"


async def test_a_long_poll_may_take_longer_than_a_call(server: TelegramServer) -> None:
    channel = quick(server, read_after=0.2)
    assert (await channel.poll(None, wait=timedelta(seconds=1))).received == ()
    await channel.close()


async def test_one_malformed_update_costs_none_of_the_others(
    channel: TelegramChannel, server: TelegramServer, binh: Person
) -> None:
    binh.says("trước")
    server.pushes(message={"message_id": "not a number", "chat": [], "date": None})
    server.pushes(callback_query="not an object")
    binh.says("sau")
    found = (await channel.poll(None, wait=NOW)).received
    assert [one.conversation for one in found] == ["1001", "", "", "1001"]
    assert found[3].body["message"]["text"] == "sau"


async def test_an_update_without_an_id_is_left_out_and_said_so(
    channel: TelegramChannel, server: TelegramServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers(200, "", methods=UPDATES, body=b'{"ok": true, "result": [{"update_id": 3}, {}]}')
    assert [one.update_id for one in (await channel.poll(None, wait=NOW)).received] == ["3"]
    assert "1 updates without an id" in caplog.text


async def test_a_poll_that_fails_says_why(channel: TelegramChannel, server: TelegramServer) -> None:
    for status, reason in ((409, Reason.TWO_INSTANCES), (502, Reason.PLATFORM_FAULT), (404, Reason.TOKEN)):
        server.answers(status, "Some words", methods=UPDATES)
        with pytest.raises(Unavailable) as caught:
            await channel.poll(None, wait=NOW)
        assert caught.value.reason is reason


async def test_a_poll_that_is_told_to_wait_says_how_long(
    channel: TelegramChannel, server: TelegramServer
) -> None:
    server.answers(429, "Too Many Requests: retry after 5", methods=UPDATES, retry_after=5)
    with pytest.raises(Unavailable) as caught:
        await channel.poll(None, wait=NOW)
    assert caught.value.retry_after == timedelta(seconds=5)


@pytest.mark.parametrize("body", [b'{"ok": true, "result": {}}', b'{"ok": true}', b"<html>"])
async def test_a_poll_answered_with_no_list_is_unavailable(
    channel: TelegramChannel, server: TelegramServer, body: bytes
) -> None:
    server.answers(200, "", methods=UPDATES, body=body)
    with pytest.raises(Unavailable):
        await channel.poll(None, wait=NOW)


async def test_two_pollers_disturb_each_other_and_are_told(
    channel: TelegramChannel, server: TelegramServer
) -> None:
    other = quick(server)
    first = asyncio.create_task(channel.poll(None, wait=timedelta(seconds=30)))
    await asyncio.sleep(0.1)
    second = (await other.poll(None, wait=NOW)).received
    with pytest.raises(Unavailable) as caught:
        await first
    assert caught.value.reason is Reason.TWO_INSTANCES
    assert second == ()
    await other.close()


async def test_what_is_pressed_in_a_group_belongs_to_the_group(
    channel: TelegramChannel, server: TelegramServer, binh: Person
) -> None:
    group = server.group("Chi bộ 1", -500)
    await channel.send("-500", CARD)
    binh.presses("Đã nắm", within=group)
    (one,) = (await channel.poll(None, wait=NOW)).received
    assert one.conversation == "-500"
