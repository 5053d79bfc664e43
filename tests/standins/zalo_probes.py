"""For each switch of the stand-in: what to look at so as to see which way it stands."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

from tests.standins.calling import Clock
from tests.standins.zalo import Limits, ZaloServer
from tests.standins.zalo_calling import SECRET, Hook, a_while, call, hooked, poll, send

LIMITS = Limits(people=2, groups=1, messages_a_month=3, webhooks_a_day=2, tests_a_day=0)

Probe = Callable[[ZaloServer, Clock], Awaitable[Any]]


async def _bad_token(zalo: ZaloServer, _: Clock) -> Any:
    return (await call(zalo, "getMe", token="1:x"))[0]


async def _unknown_method(zalo: ZaloServer, _: Clock) -> Any:
    return (await call(zalo, "getme"))[0]


async def _refusal(zalo: ZaloServer, _: Clock) -> Any:
    return await send(zalo, "nobody")


async def _unknown_parameter(zalo: ZaloServer, _: Clock) -> Any:
    return (await call(zalo, "getMe", offset=1))[0]


async def _me(zalo: ZaloServer, _: Clock) -> Any:
    return (await call(zalo, "getMe"))[1]["result"].keys()


async def _empty_poll(zalo: ZaloServer, _: Clock) -> Any:
    return await call(zalo, "getUpdates", timeout="0")


async def _poll_without_timeout(zalo: ZaloServer, _: Clock) -> Any:
    polling = asyncio.create_task(call(zalo, "getUpdates"))
    await zalo.is_called("getUpdates")
    await call(zalo, "getMe")
    zalo.person("Bình").says("x")
    return (await polling)[0]


async def _same_event_again(zalo: ZaloServer, _: Clock) -> Any:
    zalo.person("Bình").says("x")
    return [bool(await poll(zalo)) for _ in range(4)]


async def _while_nobody_polls(zalo: ZaloServer, clock: Clock) -> Any:
    await poll(zalo)
    came = []
    for pause in (2, 20):
        clock.seconds += pause
        zalo.person("Bình").says("x")
        came.append(len(zalo.waiting))
    return came


async def _poll_beside_webhook(zalo: ZaloServer, _: Clock) -> Any:
    async with Hook() as hook:
        await hooked(zalo, hook)
        return (await call(zalo, "getUpdates", timeout="0"))[0]


async def _webhook_after_event(zalo: ZaloServer, _: Clock) -> Any:
    zalo.person("Bình").says("x")
    async with Hook() as hook:
        await hooked(zalo, hook)
        await zalo.all_pushed()
        return len(hook.bodies)


async def _text_event(zalo: ZaloServer, _: Clock) -> Any:
    zalo.person("Bình").says("x")
    return zalo.waiting[0]["message"]["date"]


async def _picture_event(zalo: ZaloServer, _: Clock) -> Any:
    zalo.person("Bình").sends_picture()
    return sorted(zalo.waiting[0]["message"])


async def _sticker_event(zalo: ZaloServer, _: Clock) -> Any:
    zalo.person("Bình").sends_sticker()
    return sorted(zalo.waiting[0]["message"])


async def _domain(zalo: ZaloServer, _: Clock) -> Any:
    zalo.person("Bình").says("xem example.vn nhé")
    return zalo.waiting[0]["event_name"]


async def _group_event(zalo: ZaloServer, _: Clock) -> Any:
    zalo.group("Chi bộ 1").says(zalo.person("Bình"), "27")
    return [(one["event_name"], one["message"].get("text")) for one in zalo.waiting]


async def _loopback(zalo: ZaloServer, _: Clock) -> Any:
    async with Hook() as hook:
        return (await hooked(zalo, hook))["ok"]


async def _no_secret(zalo: ZaloServer, _: Clock) -> Any:
    async with Hook() as hook:
        return (await call(zalo, "setWebhook", url=hook.url))[0]


async def _third_webhook(zalo: ZaloServer, _: Clock) -> Any:
    async with Hook() as hook:
        calls = [await call(zalo, "setWebhook", url=hook.url, secret_token=SECRET) for _ in range(3)]
    return [status for status, _ in calls]


async def _test_without_webhook(zalo: ZaloServer, _: Clock) -> Any:
    return (await call(zalo, "testWebhook"))[0]


async def _posted(zalo: ZaloServer, _: Clock) -> Any:
    async with Hook(200, 500) as hook:
        await hooked(zalo, hook)
        zalo.person("Bình").says("x")
        await zalo.all_pushed()
    return [(one.headers.get("x-bot-api-secret-token"), "result" in one.fields) for one in hook.requests]


async def _slow_hook(zalo: ZaloServer, _: Clock) -> Any:
    async with Hook(before=a_while) as hook:
        return (await hooked(zalo, hook))["result"]["verification"]["outcome"]


async def _long_text(zalo: ZaloServer, _: Clock) -> Any:
    zalo.person("Bình").joins()
    return await send(zalo, zalo.person("Bình").id, "📄" * 2000)


async def _blank_text(zalo: ZaloServer, _: Clock) -> Any:
    zalo.person("Bình").joins()
    return await send(zalo, zalo.person("Bình").id, " ")


async def _blocked(zalo: ZaloServer, _: Clock) -> Any:
    binh = zalo.person("Bình")
    binh.joins()
    binh.blocks_bot()
    return await send(zalo, binh.id), len(binh.got)


async def _too_many(zalo: ZaloServer, _: Clock) -> Any:
    people = [zalo.person(str(number), number) for number in range(3)]
    for one in people:
        one.says("x")
    groups = [zalo.group(str(number), f"g{number}") for number in range(2)]
    for group in groups:
        group.says(people[0], "x")
    return len(zalo.waiting), await send(zalo, "2"), await send(zalo, "g1")


async def _month(zalo: ZaloServer, clock: Clock) -> Any:
    clock.seconds = 1_764_500_400  # 30 November 2025, 11:00 UTC
    zalo.has_used(3)
    binh = zalo.person("Bình")
    binh.joins()
    full = await send(zalo, binh.id)
    clock.seconds += 7 * 3600  # 1 December, 01:00 in Vietnam
    return full, zalo.used


async def _words_of_the_quota(zalo: ZaloServer, _: Clock) -> Any:
    zalo.has_used(3)
    binh = zalo.person("Bình")
    binh.joins()
    return (await call(zalo, "sendMessage", chat_id=binh.id, text="x"))[1]["description"]


async def _messages(zalo: ZaloServer, _: Clock) -> Any:
    binh = zalo.person("Bình")
    binh.says("x")
    await call(zalo, "sendChatAction", chat_id=binh.id, action="typing")
    return zalo.used, [await send(zalo, binh.id), await send(zalo, binh.id)]


async def _photo(zalo: ZaloServer, _: Clock) -> Any:
    binh = zalo.person("Bình")
    binh.joins()
    lost = await call(zalo, "sendPhoto", chat_id=binh.id, photo=f"{zalo.url}/media/none.jpg")
    async with httpx.AsyncClient(trust_env=False) as client:
        url = f"{zalo.url}/bot{zalo.token}/sendPhoto"
        upload = await client.post(url, data={"chat_id": binh.id}, files={"photo": ("x.jpg", b"x")})
    return lost[0], upload.status_code


async def _voice_in_a_group(zalo: ZaloServer, _: Clock) -> Any:
    group = zalo.group("Chi bộ 1")
    return (await call(zalo, "sendVoice", chat_id=group.id, voice_url="https://example.vn/x.aac"))[0]


async def _upload_photo(zalo: ZaloServer, _: Clock) -> Any:
    zalo.person("Bình").joins()
    return await call(zalo, "sendChatAction", chat_id=zalo.person("Bình").id, action="upload_photo")


PROBES: dict[str, Probe] = {
    "bad_token_status": _bad_token,
    "unknown_method_status": _unknown_method,
    "refusals_keep_status": _refusal,
    "unknown_parameters_pass": _unknown_parameter,
    "display_name": _me,
    "empty_poll_status": _empty_poll,
    "poll_seconds": _poll_without_timeout,
    "replays": _same_event_again,
    "lost_after": _while_nobody_polls,
    "poll_beside_webhook": _poll_beside_webhook,
    "waiting_go_to_webhook": _webhook_after_event,
    "dates_in": _text_event,
    "clock_behind": _text_event,
    "events_old_by": _text_event,
    "sticker_type": _sticker_event,
    "mentioned_as": _group_event,
    "verification_posts": _posted,
    "quota_words": _words_of_the_quota,
    "photo_field": _picture_event,
    "message_types": _picture_event,
    "bare_domains_are_links": _domain,
    "mention_in_text": _group_event,
    "tells_of_groups": _group_event,
    "loopback_webhook": _loopback,
    "secret_required": _no_secret,
    "webhook_cap_status": _third_webhook,
    "test_without_webhook": _test_without_webhook,
    "probe_has_secret": _posted,
    "wrapped": _posted,
    "webhook_waits": _slow_hook,
    "webhook_retries": _posted,
    "webhook_copies": _posted,
    "text_counted_in": _long_text,
    "blank_text_passes": _blank_text,
    "unknown_chat": _refusal,
    "blocked_chat": _blocked,
    "beyond_people": _too_many,
    "beyond_groups": _too_many,
    "quota_status": _month,
    "counts_incoming": _messages,
    "counts_actions": _messages,
    "month_zone": _month,
    "messages_a_second": _messages,
    "fetches_photos": _photo,
    "uploads_photos": _photo,
    "voice_to_groups": _voice_in_a_group,
    "upload_photo_action": _upload_photo,
}
