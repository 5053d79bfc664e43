from typing import Any

import httpx
import pytest

from tests.standins.zalo import FREE, Limits, ZaloServer
from tests.standins.zalo_calling import call, send


async def test_the_right_token_is_known(zalo: ZaloServer) -> None:
    status, content = await call(zalo, "getMe")
    assert (status, content["ok"]) == (200, True)
    assert content["result"].keys() == {"id", "account_name", "account_type", "can_join_groups"}


@pytest.mark.parametrize("token", ["123456789:wrong", "nonsense"])
async def test_a_wrong_token_is_refused_with_http_200(zalo: ZaloServer, token: str) -> None:
    assert await call(zalo, "getMe", token=token) == (
        200,
        {"ok": False, "description": "Unauthorized", "error_code": 401},
    )
    assert not zalo.calls


@pytest.mark.parametrize("method", ["getme", "GETME", "sendTelepathy", "sendDocument", "editMessageText", ""])
async def test_an_unknown_method_or_one_in_the_wrong_case_is_not_found(zalo: ZaloServer, method: str) -> None:
    status, content = await call(zalo, method)
    assert (status, content["error_code"]) == (404, 404)


async def test_a_path_without_a_bot_and_another_verb_are_refused(zalo: ZaloServer) -> None:
    async with httpx.AsyncClient(trust_env=False, base_url=zalo.url) as client:
        assert (await client.get("/")).status_code == 400
        assert (await client.put(f"/bot{zalo.token}/getMe")).status_code == 400


async def test_query_form_json_and_multipart_are_the_same(zalo: ZaloServer) -> None:
    binh = zalo.person("Bình")
    binh.joins()
    fields = {"chat_id": binh.id, "text": "Chào đồng chí"}
    path = f"/bot{zalo.token}/sendMessage"
    async with httpx.AsyncClient(trust_env=False, base_url=zalo.url) as client:
        answers = [
            await client.get(path, params=fields),
            await client.post(path, data=fields),
            await client.post(path, json=fields),
            await client.post(path, files={key: (None, value) for key, value in fields.items()}),
        ]
    assert [one.json()["ok"] for one in answers] == [True] * 4
    assert [one.text for one in binh.got] == ["Chào đồng chí"] * 4


async def test_json_that_is_no_object_is_refused(zalo: ZaloServer) -> None:
    async with httpx.AsyncClient(trust_env=False, base_url=zalo.url) as client:
        for body in (b"[1]", b"{"):
            headers = {"content-type": "application/json"}
            answer = await client.post(f"/bot{zalo.token}/getMe", content=body, headers=headers)
            assert answer.status_code == 400


async def test_a_message_is_shown_and_has_an_opaque_id_and_a_date_in_milliseconds() -> None:
    async with ZaloServer(now=lambda: 1_749_632_637.5) as zalo:
        binh = zalo.person("Bình")
        binh.says("xin chào")
        _, content = await call(zalo, "sendMessage", chat_id=binh.id, text="Số 12")
    (shown,) = binh.got
    assert content["result"] == {"message_id": shown.message_id, "date": 1_749_632_637_500}
    assert len(shown.message_id) == 20
    assert [(one.chat_id, one.text) for one in zalo.accepted] == [(binh.id, "Số 12")]


@pytest.mark.parametrize(
    ("text", "code"), [("", 400), ("x" * 2000, 0), ("x" * 2001, 400), ("x" * 1999 + "📄", 400)]
)
async def test_a_text_has_1_to_2000_units(zalo: ZaloServer, text: str, code: int) -> None:
    binh = zalo.person("Bình")
    binh.joins()
    assert (await send(zalo, binh.id, text))[1] == code
    assert len(zalo.accepted) == (code == 0)


@pytest.mark.parametrize(
    "field", [{"parse_mode": "latex"}, {"text_styles": "x"}, {"text_styles": [{"start": "0"}]}]
)
async def test_malformed_styles_are_refused(zalo: ZaloServer, field: dict[str, Any]) -> None:
    binh = zalo.person("Bình")
    binh.joins()
    _, content = await call(zalo, "sendMessage", chat_id=binh.id, text="x", **field)
    assert content["error_code"] == 400


async def test_styles_go_along_and_a_parse_mode_wins_over_them(zalo: ZaloServer) -> None:
    binh = zalo.person("Bình")
    binh.joins()
    styles = [{"start": 0, "len": 1, "st": ["b"]}]
    await call(zalo, "sendMessage", chat_id=binh.id, text="x", text_styles=styles)
    await call(zalo, "sendMessage", chat_id=binh.id, text="x", text_styles=styles, parse_mode="markdown")
    assert [(bool(one.text_styles), one.parse_mode) for one in binh.got] == [(True, ""), (False, "markdown")]


async def test_a_photo_is_fetched_before_the_answer(zalo: ZaloServer) -> None:
    binh = zalo.person("Bình")
    shown = binh.sends_picture()
    url = zalo.waiting[0]["message"]["photo_url"]
    assert (await call(zalo, "sendPhoto", chat_id=binh.id, photo=url, caption="đây"))[0] == 200
    for wrong in (f"{zalo.url}/media/none.jpg", "http://127.0.0.1:9/x.jpg", "x.jpg", ""):
        assert (await call(zalo, "sendPhoto", chat_id=binh.id, photo=wrong))[0] == 400
    assert (await call(zalo, "sendPhoto", chat_id=binh.id, photo=url, caption="x" * 2001))[0] == 400
    assert [(one.kind, one.text) for one in binh.got] == [("photo", "đây")]
    assert shown.number < binh.got[0].number


async def test_a_sticker_and_a_voice_arrive_but_no_voice_in_a_group(zalo: ZaloServer) -> None:
    binh, group = zalo.person("Bình"), zalo.group("Chi bộ 1")
    binh.joins()
    voice = "https://example.vn/x.aac"
    assert (await call(zalo, "sendSticker", chat_id=binh.id, sticker="a1"))[0] == 200
    for screen in (binh, group):
        assert (await call(zalo, "sendVoice", chat_id=screen.id, voice_url=voice))[1]["ok"]
    assert (await call(zalo, "sendVoice", chat_id=binh.id, voice_url="https://example.vn/x.mp3"))[0] == 400
    assert (await call(zalo, "sendSticker", chat_id=binh.id))[0] == 400
    assert [one.kind for one in binh.got] == ["sticker", "voice"]
    assert group.got == []


async def test_an_action_is_answered_without_a_result(zalo: ZaloServer) -> None:
    binh = zalo.person("Bình")
    binh.joins()
    assert await call(zalo, "sendChatAction", chat_id=binh.id, action="typing") == (200, {"ok": True})
    assert (await call(zalo, "sendChatAction", chat_id=binh.id, action="dancing"))[0] == 400
    assert (await call(zalo, "sendChatAction", chat_id="nobody", action="typing"))[0] == 400
    assert binh.actions == ["typing"]


async def test_a_parameter_that_does_not_exist_is_ignored_and_written_down(zalo: ZaloServer) -> None:
    binh = zalo.person("Bình")
    binh.says("chào")
    status, _ = await call(zalo, "getUpdates", timeout="0", offset=5)
    assert status == 200
    assert zalo.unknown_parameters == [("getUpdates", "offset")]


async def test_after_the_months_quota_all_is_refused_until_the_next_month() -> None:
    now = 1_764_000_000.0  # 24 November 2025
    async with ZaloServer(limits=Limits(messages_a_month=10), now=lambda: now) as zalo:
        binh = zalo.person("Bình")
        binh.says("chào")
        zalo.has_used(9)
        assert await send(zalo, binh.id) == (200, 0)
        assert await call(zalo, "sendMessage", chat_id=binh.id, text="x") == (
            429,
            {"ok": False, "description": "Quota exceeded", "error_code": 429},
        )
        now += 8 * 86400
        assert (zalo.used, await send(zalo, binh.id)) == (0, (200, 0))


async def test_without_limits_there_is_none() -> None:
    async with ZaloServer(limits=FREE) as zalo:
        zalo.has_used(5000)
        people = [zalo.person(f"Người {number}", number) for number in range(60)]
        for one in people:
            one.joins()
        assert await send(zalo, "59") == (200, 0)
