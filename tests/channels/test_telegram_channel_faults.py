from datetime import timedelta

import pytest

from bot.channels.contract import OutcomeKind, Unavailable
from bot.channels.telegram import TelegramChannel
from storage.states import Reason
from tests.channels.messages import NOW, line, quick
from tests.standins.telegram import Limits, Person, TelegramServer


async def test_a_dropped_reply_is_maybe_since_the_message_is_there(
    channel: TelegramChannel, server: TelegramServer, binh: Person
) -> None:
    server.drops_reply(1001)
    outcome = await channel.send("1001", line("một lần"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.CUT_OFF)
    assert [one.text for one in server.accepted] == ["một lần"]


async def test_a_line_cut_before_acceptance_is_maybe_and_nothing_is_repeated_by_itself(
    channel: TelegramChannel, server: TelegramServer, binh: Person
) -> None:
    server.hangs_up(1001)
    outcome = await channel.send("1001", line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.CUT_OFF)
    assert len(server.calls) == 1
    assert not server.accepted


async def test_a_slow_answer_is_maybe_and_arrives_later(server: TelegramServer, binh: Person) -> None:
    channel = quick(server, read_after=0.2)
    server.delays(0.6, 1001)
    outcome = await channel.send("1001", line("chậm"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.CUT_OFF)
    await binh.receives("chậm")
    await channel.close()


async def test_a_closed_port_has_sent_nothing(server: TelegramServer, binh: Person) -> None:
    channel = quick(server, connect_after=1)
    await server.stop()
    outcome = await channel.send("1001", line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)
    await channel.close()


async def test_a_proxy_that_is_away_has_sent_nothing(server: TelegramServer, binh: Person) -> None:
    async with TelegramServer() as other:
        closed = other.url
    channel = TelegramChannel(server.token, api_url=server.url, proxy=closed)
    outcome = await channel.send("1001", line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)
    assert not server.accepted
    await channel.close()


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_a_fault_of_the_platform_is_maybe(
    channel: TelegramChannel, server: TelegramServer, binh: Person, status: int
) -> None:
    server.answers(status, "Bad Gateway", body=b"<html>Bad Gateway</html>")
    outcome = await channel.send("1001", line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.PLATFORM_FAULT)
    assert outcome.status == status


async def test_a_page_in_telegrams_place_blames_nobody(
    channel: TelegramChannel, server: TelegramServer, binh: Person
) -> None:
    server.answers(403, "", body=b"<html>blocked by the user's provider</html>")
    outcome = await channel.send("1001", line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)


@pytest.mark.parametrize("body", [b"<html>ok</html>", b"[]", b'{"ok": true}', b'{"ok": true, "result": {}}'])
async def test_a_200_that_nobody_understands_is_maybe(
    channel: TelegramChannel, server: TelegramServer, binh: Person, body: bytes
) -> None:
    server.answers(200, "", body=body)
    outcome = await channel.send("1001", line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.PLATFORM_FAULT)


async def test_too_fast_for_everybody_holds_the_connection_for_the_time_asked(
    channel: TelegramChannel, server: TelegramServer, binh: Person
) -> None:
    server.answers(429, "Too Many Requests: retry after 7", retry_after=7)
    outcome = await channel.send("1001", line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.TOO_FAST)
    assert outcome.retry_after == timedelta(seconds=7)
    assert outcome.whole_connection


async def test_too_fast_for_one_group_does_not_hold_the_connection() -> None:
    async with TelegramServer(limits=Limits(per_second=0, chat_burst=0, group_per_minute=2)) as server:
        group = server.group("Chi bộ 1", -500)
        server.person("Bình", 1001).joins()
        channel = quick(server)
        outcomes = [await channel.send("-500", line(str(n))) for n in range(3)]
        assert [one.kind for one in outcomes] == [OutcomeKind.SENT, OutcomeKind.SENT, OutcomeKind.NOT_SENT]
        assert outcomes[2].retry_after is not None
        assert not outcomes[2].whole_connection
        assert (await channel.send("1001", line("x"))).kind is OutcomeKind.SENT
        assert len(group.chat) == 2
        await channel.close()


@pytest.mark.parametrize("token", ["123456:wrong", "no-token-at-all"])
async def test_a_wrong_token_stops_the_connection(server: TelegramServer, binh: Person, token: str) -> None:
    channel = TelegramChannel(token, api_url=server.url)
    outcome = await channel.send("1001", line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.STOPPED, Reason.TOKEN)
    with pytest.raises(Unavailable) as caught:
        await channel.poll(None, wait=NOW)
    assert caught.value.reason is Reason.TOKEN
    await channel.close()
