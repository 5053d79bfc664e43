import asyncio

import httpx
import pytest

from tests.standins.calling import Clock
from tests.standins.zalo import Switches, ZaloServer
from tests.standins.zalo_calling import Hook, call, hooked, poll


async def test_an_empty_poll_is_http_408(zalo: ZaloServer) -> None:
    assert await call(zalo, "getUpdates", timeout="0") == (
        408,
        {"ok": False, "description": "Request timeout"},
    )


async def test_a_poll_brings_one_event_however_many_wait(zalo: ZaloServer) -> None:
    binh = zalo.person("Bình")
    for text in ("một", "hai"):
        binh.says(text)
    events = [await poll(zalo), await poll(zalo), await poll(zalo)]
    assert [one["message"]["text"] for one in events if one] == ["một", "hai"]
    assert events[2] is None


async def test_a_poll_waits_for_the_next_event(zalo: ZaloServer) -> None:
    polling = asyncio.create_task(poll(zalo, 20))
    await zalo.is_called("getUpdates")
    zalo.person("Bình").says("chào")
    event = await polling
    assert event is not None
    assert event["message"]["text"] == "chào"


async def test_two_pollers_split_the_events(zalo: ZaloServer) -> None:
    polls = [asyncio.create_task(poll(zalo, 20)) for _ in range(2)]
    await zalo.is_called("getUpdates", times=2)
    for text in ("một", "hai"):
        zalo.person("Bình").says(text)
    events = await asyncio.gather(*polls)
    assert sorted(one["message"]["text"] for one in events if one) == ["hai", "một"]


async def test_what_a_poller_that_went_away_would_have_got_is_for_the_next(zalo: ZaloServer) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        with pytest.raises(httpx.ReadTimeout):
            await client.post(f"{zalo.url}/bot{zalo.token}/getUpdates?timeout=30", timeout=0.1)
    polling = asyncio.create_task(poll(zalo, 20))
    await zalo.is_called("getUpdates", times=2)
    zalo.person("Bình").says("chào")
    assert await polling is not None


async def test_an_event_may_come_back_on_later_polls() -> None:
    async with ZaloServer(switches=Switches(replays=2)) as zalo:
        zalo.person("Bình").says("một")
        zalo.person("Bình").says("hai")
        events = [await poll(zalo) for _ in range(7)]
    assert [one["message"]["text"] for one in events if one] == ["một", "hai"] * 3
    assert len({one["message"]["message_id"] for one in events if one}) == 2


async def test_events_may_be_lost_while_nobody_polls() -> None:
    clock = Clock()
    async with ZaloServer(switches=Switches(lost_after=5), now=clock) as zalo:
        binh = zalo.person("Bình")
        binh.says("before anybody polls")
        assert await poll(zalo) is None
        clock.seconds += 4
        binh.says("soon enough")
        assert await poll(zalo) is not None
        binh.says("polled for too late")
        clock.seconds += 6
        assert await poll(zalo) is None
        clock.seconds += 6
        binh.says("too late")
        assert zalo.waiting == []


async def test_polls_are_refused_while_a_webhook_is_set_also_those_under_way(zalo: ZaloServer) -> None:
    async with Hook() as hook:
        polling = asyncio.create_task(call(zalo, "getUpdates", timeout="20"))
        await zalo.is_called("getUpdates")
        await hooked(zalo, hook)
        assert (await polling)[0] == 409
        assert (await call(zalo, "getUpdates", timeout="20"))[0] == 409
        await call(zalo, "deleteWebhook")
    assert await call(zalo, "getWebhookInfo") == (
        404,
        {"ok": False, "description": "Not Found", "error_code": 404},
    )
    zalo.person("Bình").says("chào")
    assert await poll(zalo) is not None
