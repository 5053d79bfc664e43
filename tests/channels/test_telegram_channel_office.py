import logging
import traceback

import pytest

from bot.channels.contract import OutcomeKind, Unavailable
from bot.channels.telegram import TelegramChannel
from storage.states import Reason
from tests.channels.messages import CARD, NOW, quick
from tests.standins.telegram import Person, TelegramServer


async def test_a_press_is_answered_with_a_toast(channel: TelegramChannel, binh: Person) -> None:
    await channel.send("1001", CARD)
    press_id = binh.presses("Đã nắm")
    await channel.toast(press_id, "Đã ghi nhận")
    assert binh.toasts == ["Đã ghi nhận"]


async def test_a_toast_is_cut_at_200_characters(channel: TelegramChannel, binh: Person) -> None:
    await channel.send("1001", CARD)
    await channel.toast(binh.presses("Đã nắm"), "x" * 300)
    assert binh.toasts == ["x" * 200]


async def test_a_press_that_is_too_old_is_passed_over_in_silence(
    channel: TelegramChannel, binh: Person, caplog: pytest.LogCaptureFixture
) -> None:
    await channel.toast("404", "Đã ghi nhận")
    assert binh.toasts == []
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_a_toast_that_fails_otherwise_is_logged_and_raises_nothing(
    channel: TelegramChannel, server: TelegramServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers(502, "Bad Gateway", methods=frozenset({"answercallbackquery"}))
    await channel.toast("1", "Đã ghi nhận")
    assert "a toast was not shown: platform_fault" in caplog.text


async def test_a_check_names_the_bot(channel: TelegramChannel) -> None:
    health = await channel.check()
    assert (health.reachable, health.name) == (True, "@vanphong_bot")


async def test_a_check_without_telegram_says_what_is_wrong(server: TelegramServer) -> None:
    channel = quick(server, connect_after=1)
    await server.stop()
    health = await channel.check()
    assert not health.reachable
    assert "not_connected" in health.detail
    await channel.close()


async def test_a_chat_has_its_own_menu_and_the_others_the_common_one(
    channel: TelegramChannel, server: TelegramServer, binh: Person
) -> None:
    await channel.set_commands(None, [("trogiup", "Trợ giúp")])
    await channel.set_commands("1001", [("tiendo", "Tiến độ"), ("trogiup", "Trợ giúp")])
    assert [one["command"] for one in server.menu(1001, language="en")] == ["tiendo", "trogiup"]
    assert [one["command"] for one in server.menu(1002, language="vi")] == ["trogiup"]


async def test_a_menu_for_nobody_is_refused(channel: TelegramChannel) -> None:
    outcome = await channel.set_commands("404", [("trogiup", "Trợ giúp")])
    assert outcome.reason is Reason.CHAT_NOT_FOUND


async def test_polling_is_refused_while_a_webhook_is_set_and_not_after(
    channel: TelegramChannel, server: TelegramServer
) -> None:
    outcome = await channel.set_webhook(f"{server.url}/nowhere", secret="s3cret_-")
    assert outcome.kind is OutcomeKind.SENT
    with pytest.raises(Unavailable):
        await channel.poll(None, wait=NOW)
    assert (await channel.delete_webhook()).kind is OutcomeKind.SENT
    assert (await channel.poll(None, wait=NOW)).received == ()


async def test_a_file_that_a_person_sent_can_be_fetched(channel: TelegramChannel, binh: Person) -> None:
    binh.sends_file("kế hoạch.txt", "Nền nếp".encode())
    (one,) = (await channel.poll(None, wait=NOW)).received
    file_id = one.body["message"]["document"]["file_id"]
    assert await channel.fetch_file(file_id, limit=100) == "Nền nếp".encode()


async def test_a_file_over_the_limit_is_not_fetched(channel: TelegramChannel, binh: Person) -> None:
    binh.sends_file("kế hoạch.txt", b"x" * 101)
    (one,) = (await channel.poll(None, wait=NOW)).received
    with pytest.raises(Unavailable) as caught:
        await channel.fetch_file(one.body["message"]["document"]["file_id"], limit=100)
    assert caught.value.reason is Reason.CONTENT


async def test_the_token_stands_in_no_log_record_error_or_repr(
    server: TelegramServer, binh: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("telegram", "httpx", "httpcore"):
        caplog.set_level(logging.DEBUG, logger=name)
    channel = quick(server, read_after=0.2, connect_after=1)
    errors = []
    await channel.send("1001", CARD)
    server.answers(429, "Too Many Requests: retry after 1", retry_after=1)
    await channel.send("1001", CARD)
    server.delays(0.4)
    await channel.send("1001", CARD)
    await server.stop()
    await channel.send("1001", CARD)
    try:
        await channel.poll(None, wait=NOW)
    except Unavailable as error:
        errors = traceback.format_exception(error)
    await channel.close()
    secret = server.token.partition(":")[2]
    text = caplog.text + "".join(errors) + repr(channel) + repr(vars(channel))
    assert "sendMessage" in text
    assert "not_connected" in text
    assert secret not in text
