import pytest
from telegram import Bot
from telegram.error import NetworkError

from tests.standins.calling import TAP, Clock, bot_for, raw
from tests.standins.telegram import Limits, Person, TelegramServer


async def paced(limits: Limits, chat_ids: list[int]) -> tuple[list[int], Clock, TelegramServer]:
    """The statuses of one message to each chat, all in the same moment."""
    clock = Clock()
    async with TelegramServer(limits=limits, now=clock) as server:
        for number in set(chat_ids):
            if number > 0:
                server.person("Người", number).joins()
            else:
                server.group("Chi bộ", number)
        statuses = [(await raw(server, "sendMessage", chat_id=one, text="x"))[0] for one in chat_ids]
        return statuses, clock, server


async def test_more_than_thirty_a_second_are_refused() -> None:
    limits = Limits(per_second=30, tolerance=1, chat_burst=0)
    statuses, _, server = await paced(limits, list(range(1, 41)))
    assert statuses == [200] * 31 + [429] * 9
    assert len(server.accepted) == 31


async def test_after_the_wait_there_is_room_again_and_before_it_there_is_not() -> None:
    clock = Clock()
    limits = Limits(per_second=2, tolerance=0, chat_burst=0, wait=3)
    async with TelegramServer(limits=limits, now=clock) as server:
        for number in range(1, 6):
            server.person("Người", number).joins()
        assert [(await raw(server, "sendMessage", chat_id=n, text="x"))[0] for n in (1, 2)] == [200, 200]
        status, answer = await raw(server, "sendMessage", chat_id=3, text="x")
        assert (status, answer["parameters"]) == (429, {"retry_after": 3})
        clock.seconds += 2
        assert (await raw(server, "sendMessage", chat_id=3, text="x"))[0] == 429
        clock.seconds += 1
        assert (await raw(server, "sendMessage", chat_id=3, text="x"))[0] == 200


async def test_one_chat_takes_a_short_burst_and_then_one_a_second() -> None:
    clock = Clock()
    async with TelegramServer(limits=Limits(per_second=0, chat_burst=2), now=clock) as server:
        server.person("Bình", 1).joins()
        server.person("Hòa", 2).joins()
        sent = [(await raw(server, "sendMessage", chat_id=1, text="x"))[0] for _ in range(3)]
        other = (await raw(server, "sendMessage", chat_id=2, text="x"))[0]
        clock.seconds += 1
        again = [(await raw(server, "sendMessage", chat_id=1, text="x"))[0] for _ in range(2)]
    assert (sent, other, again) == ([200, 200, 429], 200, [200, 429])


async def test_one_group_takes_twenty_a_minute_and_the_others_go_on() -> None:
    limits = Limits(per_second=0, chat_burst=0)
    statuses, _, _ = await paced(limits, [-5] * 21 + [-6, 7])
    assert statuses == [200] * 20 + [429, 200, 200]


async def test_toasts_and_menus_cost_nothing() -> None:
    async with TelegramServer(limits=Limits(per_second=1, tolerance=0, chat_burst=0)) as server:
        binh = server.person("Bình", 1)
        binh.joins()
        async with bot_for(server) as bot:
            await bot.send_message(1, "x", reply_markup=TAP)
            for _ in range(5):
                assert await bot.answer_callback_query(binh.presses("Đã nắm"), "ghi nhận")
                assert await bot.set_my_commands([("trogiup", "Trợ giúp")])
    assert len(binh.toasts) == 5


async def test_a_dropped_reply_was_accepted_once(bot: Bot, server: TelegramServer, binh: Person) -> None:
    server.drops_reply(1001)
    with pytest.raises(NetworkError):
        await bot.send_message(1001, "một")
    await bot.send_message(1001, "hai")
    assert [one.text for one in server.accepted] == ["một", "hai"]


async def test_a_line_cut_before_acceptance_leaves_nothing(
    bot: Bot, server: TelegramServer, binh: Person
) -> None:
    server.hangs_up(1001, times=2)
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(1001, "x")
    assert not server.accepted
    await bot.send_message(1001, "x")


async def test_a_fault_for_one_chat_leaves_the_others_alone(
    bot: Bot, server: TelegramServer, binh: Person
) -> None:
    server.person("Hòa", 1002).joins()
    server.answers(502, "Bad Gateway", 1002)
    await bot.send_message(1001, "x")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(1002, "x")
