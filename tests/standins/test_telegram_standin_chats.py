import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from tests.standins.calling import bot_for
from tests.standins.telegram import FREE, ChatState, Person, TelegramServer


async def test_somebody_who_never_started_the_bot_cannot_be_written_to(
    bot: Bot, server: TelegramServer
) -> None:
    hoa = server.person("Hòa", 1002)
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(1002, "x")
    hoa.starts()
    await bot.send_message(1002, "x")
    assert [one.text for one in hoa.got] == ["x"]


async def test_who_blocked_the_bot_cannot_be_written_to_until_it_is_unblocked(bot: Bot, binh: Person) -> None:
    binh.blocks_bot()
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(1001, "x")
    binh.unblocks_bot()
    await bot.send_message(1001, "x")
    updates = await bot.get_updates()
    statuses = [one.my_chat_member.new_chat_member.status for one in updates if one.my_chat_member]
    assert statuses == ["kicked", "member"]


async def test_a_deleted_account_and_an_unknown_chat_are_told_apart(bot: Bot, binh: Person) -> None:
    binh.deletes_account()
    with pytest.raises(Forbidden, match="deactivated"):
        await bot.send_message(1001, "x")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(404, "x")


@pytest.mark.parametrize("state", [ChatState.KICKED, ChatState.NOT_A_MEMBER, ChatState.DELETED])
async def test_a_group_without_the_bot_cannot_be_written_to(
    bot: Bot, server: TelegramServer, state: ChatState
) -> None:
    server.group("Chi bộ 1", -5).becomes(state)
    with pytest.raises(Forbidden):
        await bot.send_message(-5, "x")


async def test_a_group_that_moved_names_its_new_id(bot: Bot, server: TelegramServer) -> None:
    server.group("Chi bộ 1", -5).moves_to(-1005)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(-5, "x")
    assert caught.value.new_chat_id == -1005
    assert (await bot.send_message(-1005, "x")).chat.type == "supergroup"


async def test_a_document_goes_out_by_upload_and_again_by_its_id(bot: Bot, binh: Person) -> None:
    sent = await bot.send_document(1001, b"%PDF", filename="12-KH.pdf", caption="<i>x</i>", parse_mode="HTML")
    assert sent.document is not None
    await bot.send_document(1001, sent.document.file_id)
    assert [(one.document, one.text) for one in binh.chat] == [("12-KH.pdf", "x"), ("12-KH.pdf", "")]


async def test_an_unknown_file_an_empty_one_and_one_too_big_are_refused(binh: Person, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_document(1001, "file-404")
    with pytest.raises(BadRequest, match="non-empty"):
        await bot.send_document(1001, b"", filename="x.txt")
    async with TelegramServer(limits=FREE, upload_limit=1000) as server:
        server.person("Bình", 1001).joins()
        async with bot_for(server) as other:
            with pytest.raises(TelegramError):
                await other.send_document(1001, b"x" * 200_000, filename="x.txt")
        assert not server.accepted


async def test_what_a_person_sends_can_be_downloaded_and_nothing_else_can(bot: Bot, binh: Person) -> None:
    binh.sends_file("x.txt", b"abc", caption="đây")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.document is not None
    file = await bot.get_file(update.message.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"abc"
    with pytest.raises(BadRequest, match="file_id"):
        await bot.get_file("file-404")


async def test_menus_are_kept_by_scope_and_refused_when_malformed(bot: Bot, server: TelegramServer) -> None:
    await bot.set_my_commands([("trogiup", "Trợ giúp")])
    assert [one.command for one in await bot.get_my_commands()] == ["trogiup"]
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        await bot.set_my_commands([("Trợ giúp", "x")])
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()
    assert server.menu(1) == []
