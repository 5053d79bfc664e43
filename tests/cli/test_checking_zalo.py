"""What `loa check` finds out about a real Zalo bot: nothing sent, nothing set, nothing lost."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.zalo import ZaloChannel
from bot.channels.zalo.updates import all_received
from bot.messages.blocks import Line, Message
from bot.runtime.findings import Level
from bot.runtime.linking import bot_names
from bot.runtime.noticed import noticing_in
from bot.settings.connection import Connection
from tests.cli.conftest import Loa, lines_with
from tests.cli.zalo_probes import PUBLIC, data, found, settings, stored, zalo
from tests.standins.telegram import TelegramServer
from tests.standins.zalo import FREE, Fault, Switches, ZaloServer

__all__ = ["data", "zalo"]


async def test_a_bot_that_answers_as_expected_is_all_right_line_by_line(
    loa: Loa, data: Path, place: Path, zalo: ZaloServer
) -> None:
    section = (
        f'[connections.hoa]\nplatform = "zalo"\ntoken = {json.dumps(zalo.token)}\napi_url = "{zalo.url}"\n'
    )
    (place / "config.toml").write_text(section, encoding="utf-8")
    (place / "config.toml").chmod(0o600)
    result = await asyncio.to_thread(loa, "check")
    assert result.exit_code == 0, result.output
    for about in ("account", "wrong token", "unknown method", "unknown chat", "webhook", "poll"):
        assert lines_with(result, f"OK    connection hoa, {about}: "), about
    assert lines_with(result, "OK    connection hoa: zalo at http://127.0.0.1")
    assert zalo.token not in result.output
    assert zalo.token.partition(":")[2] not in result.output
    assert (zalo.accepted, zalo.used, zalo.unknown_parameters) == ([], 0, [])
    assert {method for method, _ in zalo.calls} <= {"getMe", "sendChatAction", "getWebhookInfo", "getUpdates"}
    assert stored(data) == []


async def test_a_rejected_token_is_a_fault_though_it_comes_with_a_200_and_nothing_else_is_asked(
    loa: Loa, data: Path, place: Path, zalo: ZaloServer
) -> None:
    section = f'[connections.hoa]\nplatform = "zalo"\ntoken = "1:wrong"\napi_url = "{zalo.url}"\n'
    (place / "config.toml").write_text(section, encoding="utf-8")
    (place / "config.toml").chmod(0o600)
    result = await asyncio.to_thread(loa, "check")
    assert result.exit_code == 1
    assert lines_with(result, "FAULT connection hoa: ")
    assert lines_with(result, "-> ask Zalo Bot Creator for the token")
    assert not lines_with(result, "connection hoa, ")
    assert "BotFather" not in result.output


async def test_a_zalo_that_is_away_is_a_fault_and_nothing_else_is_asked(
    loa: Loa, data: Path, place: Path, zalo: ZaloServer
) -> None:
    await zalo.stop()
    section = f'[connections.hoa]\nplatform = "zalo"\ntoken = "1:x"\napi_url = "{zalo.url}"\n'
    (place / "config.toml").write_text(section, encoding="utf-8")
    (place / "config.toml").chmod(0o600)
    result = await asyncio.to_thread(loa, "check")
    assert lines_with(result, "cannot be reached (not_connected: ConnectError)")
    assert not lines_with(result, "connection hoa, ")
    assert "Telegram is not reachable" not in result.output


@pytest.mark.parametrize(
    ("switch", "value", "about"),
    [
        ("bad_token_status", 401, "wrong token"),
        ("empty_poll_status", 200, "poll"),
    ],
)
async def test_another_form_that_loa_understands_is_told_as_such(
    data: Path, place: Path, switch: str, value: object, about: str
) -> None:
    async with ZaloServer(limits=FREE, switches=Switches.named(switch, value)) as zalo:
        lines = await found(settings(zalo, place=place))
    assert [name for name, line in lines.items() if line.level is not Level.OK] == [about]
    assert "expected" in lines[about].words
    assert lines[about].next_step.startswith("understood all the same")


@pytest.mark.parametrize("status", [400, 404])
async def test_an_unknown_method_is_400_or_404(data: Path, place: Path, status: int) -> None:
    async with ZaloServer(limits=FREE, switches=Switches(unknown_method_status=status)) as zalo:
        line = (await found(settings(zalo, place=place, receive="webhook")))["unknown method"]
    assert (line.level, f"code {status}" in line.words) == (Level.OK, True)


@pytest.mark.parametrize("code", [400, 404])
async def test_how_an_unknown_chat_is_refused_is_noted(data: Path, place: Path, code: int) -> None:
    async with ZaloServer(limits=FREE, switches=Switches(unknown_chat=code)) as zalo:
        line = (await found(settings(zalo, place=place, receive="webhook")))["unknown chat"]
    assert line.level is Level.OK
    assert f"code {code}" in line.words
    assert "counted as refused" in line.words


@pytest.mark.parametrize(
    ("method", "body", "about"),
    [
        ("sendChatAction", b'{"ok": true}', "unknown chat"),
        (
            "sendChatAction",
            b'{"ok": false, "error_code": 403, "description": "Internal server error"}',
            "unknown chat",
        ),
        ("sendChatAction", b"<html>", "unknown chat"),
        ("getWebhookInfo", b"<html>", "webhook"),
        ("getUpdates", b"<html>", "poll"),
        ("getUpdates", b'{"ok": false, "error_code": 400}', "poll"),
        ("getUpdates", b'{"ok": true, "result": {"update_id": 3}}', "poll"),
    ],
)
async def test_what_is_news_is_a_warning_for_the_makers(
    data: Path, place: Path, zalo: ZaloServer, method: str, body: bytes, about: str
) -> None:
    zalo.answers(200, status=200, methods=frozenset({method}), body=body)
    lines = await found(settings(zalo, place=place))
    assert [name for name, line in lines.items() if line.level is not Level.OK] == [about]
    assert lines[about].next_step


@pytest.mark.parametrize("body", [b'{"ok": true}', b'{"ok": true, "result": {"id": "7"}}', b"<html>"])
async def test_an_account_with_less_than_expected_is_a_warning(
    data: Path, place: Path, zalo: ZaloServer, body: bytes
) -> None:
    zalo.answers(200, status=200, methods=frozenset({"getMe"}), body=body)
    line = (await found(settings(zalo, place=place, receive="webhook")))["account"]
    assert line.level is Level.WARN
    assert line.next_step.endswith("tell the makers")


async def test_a_line_that_breaks_leaves_the_other_probes_to_be_asked(
    data: Path, place: Path, zalo: ZaloServer
) -> None:
    broken = frozenset({"sendChatAction", "getUpdates"})
    zalo.goes_wrong(Fault(methods=broken, times=None, hangs_up=True))
    lines = await found(settings(zalo, place=place))
    assert {name for name, line in lines.items() if line.level is Level.WARN} == {"unknown chat", "poll"}
    assert "RemoteProtocolError" in lines["poll"].words


@pytest.mark.parametrize(
    ("receive", "address", "level", "words"),
    [
        ("polling", "", Level.OK, "none is set, as polling needs it"),
        ("polling", f"{PUBLIC}/webhook/zalo/hoa", Level.WARN, "Loa's own is set, so that polling"),
        ("polling", "https://other.vn/s3cret-path", Level.WARN, "at other.vn is set, so that polling"),
        ("webhook", "", Level.WARN, "none is set, though receive is webhook"),
        ("webhook", f"{PUBLIC}/webhook/zalo/hoa", Level.OK, "Loa's own is set"),
        ("webhook", "https://other.vn/s3cret-path", Level.WARN, "at other.vn is set, so that Loa"),
        ("webhook", f"{PUBLIC}/webhook/zalo/other", Level.WARN, "at loa.example.vn is set"),
        ("webhook", f"{PUBLIC}.evil.vn/webhook/zalo/hoa", Level.WARN, "at loa.example.vn.evil.vn is set"),
    ],
)
async def test_where_events_go_is_held_against_the_settings(
    data: Path, place: Path, zalo: ZaloServer, receive: str, address: str, level: Level, words: str
) -> None:
    body = json.dumps({"ok": True, "result": {"url": address}}).encode()
    zalo.answers(200, status=200, methods=frozenset({"getWebhookInfo"}), body=body)
    lines = await found(settings(zalo, place=place, receive=receive))
    assert (lines["webhook"].level, words in lines["webhook"].words) == (level, True)
    assert "s3cret" not in lines["webhook"].words
    # It polls only where that is how the bot receives, and where it can bring something.
    assert ("poll" in lines) is (receive == "polling" and not address)
    assert ("getUpdates" in [method for method, _ in zalo.calls]) is ("poll" in lines)


TRIED = b'{"ok": true, "result": {"ok": %s, "outcome": "%s", "hint": "a hint\\u0007"}}'


@pytest.mark.parametrize(
    ("body", "level", "words"),
    [
        (TRIED % (b"true", b"webhook.ok"), Level.OK, "Zalo reaches it"),
        (TRIED % (b"false", b"webhook.http.403"), Level.WARN, "(webhook.http.403: a hint)"),
        (b'{"ok": false, "errorCode": 426}', Level.OK, "too often today"),
        (b'{"ok": true}', Level.WARN, "expected ok and outcome"),
        (b"<html>", Level.WARN, "HTTP 200 without JSON"),
    ],
)
async def test_whether_the_webhook_is_reached_is_tried_once(
    data: Path, place: Path, zalo: ZaloServer, body: bytes, level: Level, words: str
) -> None:
    set_ = json.dumps({"ok": True, "result": {"url": f"{PUBLIC}/webhook/zalo/hoa"}}).encode()
    zalo.answers(200, status=200, methods=frozenset({"getWebhookInfo"}), body=set_)
    zalo.answers(200, status=200, methods=frozenset({"testWebhook"}), body=body)
    line = (await found(settings(zalo, place=place, receive="webhook")))["webhook reached"]
    assert (line.level, words in line.words) == (level, True), line
    assert [method for method, _ in zalo.calls].count("testWebhook") == 1


async def test_what_was_seen_while_serving_is_told_without_anybodys_words(
    data: Path, place: Path, zalo: ZaloServer
) -> None:
    office = settings(zalo, place=place)
    assert (await found(office))["seen while serving"].words.startswith("nothing yet")
    channel = ZaloChannel(zalo.token, api_url=zalo.url, between_polls=timedelta())
    channel.noticing.keep(noticing_in(office.data_folder, "hoa"))
    binh = zalo.person("Bình", "aa")
    binh.sends_picture("một lời riêng")
    await channel.poll(None, wait=timedelta())
    event = {"event_name": "message.text.received", "message": {"message_id": "x", "text": "lời riêng"}}
    for _ in range(2):
        channel.noticing.came(event, all_received(event), way="webhook")
    for words in ("Bạn đã vượt quá hạn mức", "Another one"):
        zalo.answers(429, words, status=200)
        await channel.send("aa", Message((Line("xin chào"),)))
    await channel.close()
    line = (await found(office))["seen while serving"]
    seen = "poll: wrapped; poll: a photo in photo_url; webhook: bare; webhook: an event came again: after 0 s"
    assert line.words == f'{seen}; 429: HTTP 200, "Bạn đã vượt quá hạn mức"'
    kept = office.data_folder / "seen-hoa.json"
    assert "riêng" not in kept.read_text(encoding="utf-8")
    assert kept.stat().st_mode & 0o077 == 0


async def test_only_telegram_bots_have_names_for_links(zalo: ZaloServer) -> None:
    async with TelegramServer() as telegram:
        both = settings(zalo)
        bot = Connection.model_validate({"token": telegram.token, "api_url": telegram.url})
        both = both.model_copy(update={"connections": {**both.connections, "office": bot}})
        assert await bot_names(both) == ["vanphong_bot"]
    assert zalo.calls == []
