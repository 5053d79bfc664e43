import asyncio

import pytest
from telegram import Bot
from telegram.error import BadRequest, Conflict

from tests.standins.calling import TAP, Clock, bot_for
from tests.standins.telegram import FREE, Person, TelegramServer


async def test_updates_come_again_until_they_are_confirmed(bot: Bot, binh: Person) -> None:
    binh.says("một")
    binh.says("hai")
    first = await bot.get_updates()
    assert [one.message.text for one in first if one.message] == ["một", "hai"]
    assert await bot.get_updates(offset=first[0].update_id) == first
    assert await bot.get_updates(offset=first[1].update_id) == first[1:]
    assert await bot.get_updates(offset=first[1].update_id + 1) == ()
    assert await bot.get_updates() == ()


async def test_a_limit_and_a_negative_offset_are_kept_to(bot: Bot, binh: Person) -> None:
    for number in range(5):
        binh.says(str(number))
    assert len(await bot.get_updates(limit=2)) == 2
    assert [one.message.text for one in await bot.get_updates(offset=-2) if one.message] == ["3", "4"]
    assert len(await bot.get_updates()) == 2


async def test_kinds_that_were_not_asked_for_do_not_come(bot: Bot, binh: Person) -> None:
    await bot.get_updates(allowed_updates=["message"])
    binh.blocks_bot()
    binh.says("x")
    assert [one.my_chat_member for one in await bot.get_updates()] == [None]


async def test_updates_are_forgotten_after_a_day() -> None:
    clock = Clock()
    async with TelegramServer(now=clock) as server, bot_for(server) as bot:
        server.person("Bình", 1).says("cũ")
        clock.seconds += 23 * 3600
        assert len(await bot.get_updates()) == 1
        clock.seconds += 3601
        assert await bot.get_updates() == ()


async def test_a_second_poller_ends_the_first(server: TelegramServer, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)
    async with bot_for(server) as other:
        assert await other.get_updates() == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates"):
        await first


async def test_a_poller_that_hung_up_disturbs_nobody(server: TelegramServer, bot: Bot, binh: Person) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    binh.says("x")
    async with bot_for(server) as other:
        assert len(await other.get_updates(timeout=5)) == 1


async def test_a_press_carries_its_message_and_is_answered_once_it_is_known(bot: Bot, binh: Person) -> None:
    sent = await bot.send_message(1001, "x", reply_markup=TAP)
    binh.presses("Đã nắm")
    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert (query.data, query.from_user.id) == ("a:1", 1001)
    assert query.message is not None
    assert query.message.message_id == sent.message_id
    await query.answer("Đã ghi nhận")
    assert await binh.gets_toast("ghi nhận") == "Đã ghi nhận"


async def test_an_old_or_unknown_press_and_a_long_toast_are_refused() -> None:
    clock = Clock()
    async with TelegramServer(limits=FREE, now=clock) as server, bot_for(server) as bot:
        binh = server.person("Bình", 1)
        binh.joins()
        await bot.send_message(1, "x", reply_markup=TAP)
        press_id = binh.presses("Đã nắm")
        with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
            await bot.answer_callback_query(press_id, "x" * 201)
        clock.seconds += 61
        for old in (press_id, "404"):
            with pytest.raises(BadRequest, match="Query is too old"):
                await bot.answer_callback_query(old)
    assert binh.toasts == []


async def test_nobody_presses_a_button_that_is_not_there(bot: Bot, binh: Person) -> None:
    await bot.send_message(1001, "x", reply_markup=TAP)
    with pytest.raises(AssertionError, match="sees no button"):
        binh.presses("Hỏi lại")


async def test_waiting_for_what_does_not_come_shows_what_did(bot: Bot, binh: Person) -> None:
    await bot.send_message(1001, "Số 12")
    with pytest.raises(AssertionError, match="Số 12"):
        await binh.receives("Số 45", within=0.05)


async def test_in_a_group_the_bot_is_shown_commands_only(
    bot: Bot, server: TelegramServer, binh: Person
) -> None:
    group = server.group("Chi bộ 1", -5)
    binh.says("chuyện riêng", to=group)
    binh.says("/tiendo", to=group)
    updates = await bot.get_updates()
    assert [one.message.text for one in updates if one.message] == ["/tiendo"]
    assert [one.text for one in group.chat] == ["chuyện riêng", "/tiendo"]


async def test_a_contact_and_a_start_with_its_code_arrive(bot: Bot, server: TelegramServer) -> None:
    hoa = server.person("Hòa", 1002)
    hoa.starts("CODE-1")
    hoa.shares_contact("+84900000000")
    start, contact = await bot.get_updates()
    assert start.message is not None
    assert (start.message.text, start.message.entities[0].type) == ("/start CODE-1", "bot_command")
    assert contact.message is not None
    assert contact.message.contact is not None
    assert contact.message.contact.user_id == 1002
