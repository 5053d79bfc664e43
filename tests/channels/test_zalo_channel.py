import asyncio
from datetime import timedelta

import pytest

from bot.channels.contract import Attached, OutcomeKind
from bot.channels.zalo import ZaloChannel
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Folded, Line, Link, Message
from storage.states import Reason
from tests.channels.messages import line
from tests.channels.zalo_side import BINH, odd, to
from tests.standins.zalo import FREE, Limits, Person, Switches, ZaloServer, others


async def test_a_message_arrives_as_plain_text_with_nothing_marked_up(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person
) -> None:
    message = Message(
        (
            Bold("VĂN BẢN CHỈ ĐẠO"),
            Line("Số 12_KH*ĐU #1"),
            Folded("Ý chính", "Đọc kế hoạch"),
            Link("Toàn văn", "https://loa.example/v/abc"),
        )
    )
    outcome = await zalo_channel.send(BINH, message)
    (shown,) = ted.got
    assert (outcome.kind, outcome.message_id) == (OutcomeKind.SENT, shown.message_id)
    assert shown.text.splitlines()[:2] == ["VĂN BẢN CHỈ ĐẠO", "Số 12_KH*ĐU #1"]
    assert "https://loa.example/v/abc" in shown.text
    assert (shown.parse_mode, shown.text_styles) == ("", "")
    assert zalo.unknown_parameters == []


async def test_a_button_whose_number_nobody_remembers_is_not_offered(
    zalo_channel: ZaloChannel, ted: Person
) -> None:
    buttons = Buttons(((Button("Đã nắm", Act.ACKNOWLEDGE, subject=1),),))
    await zalo_channel.send(BINH, Message((Line("Số 12"), buttons)))
    assert [one.text for one in ted.got] == ["Số 12"]


async def test_a_file_is_left_out_and_the_words_arrive(zalo_channel: ZaloChannel, ted: Person) -> None:
    attached = Attached("12.pdf", "application/pdf", b"%PDF")
    assert (await zalo_channel.send(BINH, line("Số 12"), attached=attached)).kind is OutcomeKind.SENT
    assert [(one.kind, one.text) for one in ted.got] == [("text", "Số 12")]


@pytest.mark.parametrize(
    "text", ["x" * 2000, "xx" + "😀" * 999, "e\u0302\u0301" * 2000], ids=["x", "emoji", "nfd"]
)
async def test_2000_units_in_nfc_are_sent(zalo_channel: ZaloChannel, ted: Person, text: str) -> None:
    assert (await zalo_channel.send(BINH, line(text))).kind is OutcomeKind.SENT
    assert len(ted.got) == 1


@pytest.mark.parametrize("text", ["", " \n ", "x" * 2001, "x" + "😀" * 1000])
async def test_what_is_empty_or_over_2000_units_is_refused_without_a_call(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person, text: str
) -> None:
    outcome = await zalo_channel.send(BINH, line(text))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.REFUSED, Reason.CONTENT)
    assert zalo.calls == []


async def test_half_a_letter_does_not_raise(zalo_channel: ZaloChannel, ted: Person) -> None:
    assert (await zalo_channel.send(BINH, line("x\ud83d"))).kind is OutcomeKind.SENT


async def test_nothing_can_be_edited_and_nobody_is_called_for_it(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person
) -> None:
    outcome = await zalo_channel.edit(BINH, "82599fa32f56d00e8941", line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.REFUSED, Reason.NO_EDITS)
    assert zalo.calls == []


async def test_a_toast_shows_nothing(zalo_channel: ZaloChannel, zalo: ZaloServer) -> None:
    await zalo_channel.toast("1", "Đã ghi nhận")
    assert zalo.calls == []


async def test_it_can_do_text_and_nothing_else(zalo_channel: ZaloChannel) -> None:
    can = zalo_channel.abilities
    assert not any((can.buttons, can.edits, can.folds, can.toasts, can.files))
    assert can.text_limit == 2000


async def test_a_check_names_the_bot(zalo_channel: ZaloChannel) -> None:
    health = await zalo_channel.check()
    assert health.reachable
    assert health.name.startswith("bot.")
    assert health.detail == "BASIC, cannot join groups"


async def test_a_check_says_the_name_that_people_see_where_it_is_told() -> None:
    async with odd(display_name=True) as zalo:
        channel = to(zalo)
        assert (await channel.check()).detail == "Bot Văn phòng Đảng ủy, BASIC, cannot join groups"
        await channel.close()


@pytest.mark.parametrize("status", [200, 401])
async def test_a_rejected_token_is_no_success_whatever_the_status(status: int) -> None:
    async with odd(bad_token_status=status) as zalo:
        channel = to(zalo, token="123456789:not-this-one")
        health = await channel.check()
        assert not health.reachable
        assert health.detail.startswith("token: ")
        outcome = await channel.send(BINH, line("x"))
        assert (outcome.kind, outcome.reason) == (OutcomeKind.STOPPED, Reason.TOKEN)
        await channel.close()


async def test_a_check_without_the_platform_says_what_is_wrong(
    zalo: ZaloServer, zalo_channel: ZaloChannel
) -> None:
    await zalo.stop()
    health = await zalo_channel.check()
    assert (health.reachable, health.detail) == (False, "not_connected: ConnectError")


@pytest.mark.parametrize("body", [b'{"ok": true}', b'{"ok": true, "result": {"id": 7, "account_name": []}}'])
async def test_a_check_survives_a_bot_without_a_name(
    zalo: ZaloServer, zalo_channel: ZaloChannel, body: bytes
) -> None:
    zalo.answers(200, status=200, methods=frozenset({"getMe"}), body=body)
    health = await zalo_channel.check()
    assert (health.reachable, health.name) == (True, "a bot without a name")


async def test_the_months_quota_holds_the_connection_and_sends_nothing() -> None:
    async with ZaloServer(limits=Limits(messages_a_month=1), switches=Switches(quota_status=200)) as zalo:
        zalo.person("Bình", BINH).joins()
        channel = to(zalo)
        assert (await channel.send(BINH, line("1"))).kind is OutcomeKind.SENT
        outcome = await channel.send(BINH, line("2"))
        assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.QUOTA)
        assert (outcome.whole_connection, outcome.retry_after) == (True, None)
        assert [one.text for one in zalo.accepted] == ["1"]
        await channel.close()


@pytest.mark.parametrize("code", [400, 404])
async def test_a_stranger_is_refused_in_words_that_blame_nobody_yet(code: int) -> None:
    async with ZaloServer(limits=FREE, switches=Switches(unknown_chat=code)) as zalo:
        channel = to(zalo)
        outcome = await channel.send("0000000000000000dead", line("x"))
        assert (outcome.kind, outcome.reason) == (OutcomeKind.REFUSED, Reason.OTHER)
        await channel.close()


@pytest.mark.parametrize(("switch", "value"), list(others()))
async def test_whichever_guess_is_right_word_goes_out_and_comes_in(switch: str, value: object) -> None:
    async with odd(**{switch: value}) as zalo:
        binh = zalo.person("Bình", BINH)
        binh.joins()
        channel = to(zalo)
        assert (await channel.check()).reachable
        polling = asyncio.create_task(channel.poll(None, wait=timedelta(seconds=30)))
        await zalo.is_called("getUpdates")
        said = binh.says("27")
        (one,) = (await polling).received
        assert one.update_id.endswith(f":{said.message_id}")
        assert one.conversation == BINH
        assert (await channel.send(BINH, line("Đã ghi nhận"))).kind is OutcomeKind.SENT
        await binh.receives("Đã ghi nhận")
        assert zalo.unknown_parameters == []
        await channel.close()
