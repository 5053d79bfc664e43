import json
from typing import Any

import pytest
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest, InvalidToken

from tests.standins.calling import TAP, bot_for, raw
from tests.standins.telegram import Person, TelegramServer


async def test_the_right_token_is_known(bot: Bot) -> None:
    assert (await bot.get_me()).username == "vanphong_bot"


@pytest.mark.parametrize("token", ["123456:wrong", "nonsense"])
async def test_a_wrong_token_is_not(server: TelegramServer, token: str) -> None:
    with pytest.raises(InvalidToken):
        async with bot_for(server, token):
            pass


async def test_names_of_methods_have_no_case(server: TelegramServer) -> None:
    assert (await raw(server, "getme"))[0] == 200
    assert (await raw(server, "GETME"))[0] == 200


async def test_an_unknown_method_is_not_found(server: TelegramServer) -> None:
    assert await raw(server, "sendTelepathy") == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found"},
    )


async def test_a_message_is_shown_with_its_buttons(bot: Bot, server: TelegramServer, binh: Person) -> None:
    sent = await bot.send_message(1001, "<b>Số 12</b>", parse_mode=ParseMode.HTML, reply_markup=TAP)
    (shown,) = binh.chat
    assert (shown.message_id, shown.text, shown.buttons) == (sent.message_id, "Số 12", (("✅ Đã nắm",),))
    assert [one.text for one in server.accepted] == ["Số 12"]


async def test_white_space_around_a_text_is_dropped_and_entities_move_along(bot: Bot, binh: Person) -> None:
    sent = await bot.send_message(1001, "\n 📄 <b>Số</b> 12 \n", parse_mode=ParseMode.HTML)
    assert sent.text == "📄 Số 12"
    assert [(one.type, one.offset, one.length) for one in sent.entities] == [("bold", 3, 2)]


async def test_without_a_parse_mode_a_tag_is_only_text(bot: Bot, binh: Person) -> None:
    await bot.send_message(1001, "<b>x")
    assert binh.chat[0].text == "<b>x"


REFUSED = [
    ("", "Message text is empty"),
    (" \n ", "Text must be non-empty"),
    ("x" * 4097, "Message is too long"),
    ("x" * 4095 + "📄", "Message is too long"),
    ("<b>x", "Can't parse entities: can't find end tag"),
    ("<script>", "Can't parse entities: unsupported start tag"),
]


@pytest.mark.parametrize(("text", "words"), REFUSED)
async def test_bad_content_is_refused_in_the_originals_words(
    bot: Bot, server: TelegramServer, binh: Person, text: str, words: str
) -> None:
    with pytest.raises(BadRequest) as caught:
        await bot.send_message(1001, text, parse_mode=ParseMode.HTML)
    assert caught.value.message.lower().startswith(words.lower())
    assert not server.accepted


async def test_the_length_is_counted_without_tags(bot: Bot, binh: Person) -> None:
    sent = await bot.send_message(1001, "<b>" + "ộ" * 4096 + "</b>", parse_mode=ParseMode.HTML)
    assert sent.text is not None
    assert len(sent.text) == 4096


BAD_MARKUP = [
    ([[{"text": "x", "callback_data": "đ" * 33}]], "BUTTON_DATA_INVALID"),
    ([[{"text": "x", "callback_data": ""}]], "Text buttons are unallowed"),
    ([[{"text": "", "callback_data": "x"}]], 'Field "text"'),
    ([[{"text": "x", "callback_data": "x"}] * 9], "reply markup is too long"),
    ([[{"text": "x", "callback_data": "x"}]] * 101, "reply markup is too long"),
    ([["x"]], "must be an Object"),
    ("x", "must be an Array"),
]


@pytest.mark.parametrize(("rows", "words"), BAD_MARKUP)
async def test_bad_buttons_are_refused(server: TelegramServer, binh: Person, rows: Any, words: str) -> None:
    status, answer = await raw(
        server, "sendMessage", chat_id=1001, text="x", reply_markup=json.dumps({"inline_keyboard": rows})
    )
    assert status == 400
    assert words in answer["description"]


async def test_good_buttons_at_the_limit_are_taken(server: TelegramServer, binh: Person) -> None:
    rows = [[{"text": "x", "callback_data": "đ" * 32}] * 8] * 12
    status, _ = await raw(
        server, "sendMessage", chat_id=1001, text="x", reply_markup=json.dumps({"inline_keyboard": rows})
    )
    assert status == 200


async def test_an_edit_changes_what_is_shown_and_counts_as_no_new_message(
    bot: Bot, server: TelegramServer, binh: Person
) -> None:
    sent = await bot.send_message(1001, "trước", reply_markup=TAP)
    await bot.edit_message_text("sau", chat_id=1001, message_id=sent.message_id)
    (shown,) = binh.chat
    assert (shown.text, shown.buttons, shown.edited) == ("sau", (), True)
    assert (len(server.accepted), len(server.edited)) == (1, 1)


@pytest.mark.parametrize(
    ("number", "text", "words"),
    [(0, "trước", "is not modified"), (1, "x", "to edit not found"), (2, "x", "can't be edited")],
)
async def test_an_edit_that_cannot_be_is_refused(
    bot: Bot, binh: Person, number: int, text: str, words: str
) -> None:
    sent = await bot.send_message(1001, "trước")
    binh.says("của tôi")
    target = [sent.message_id, 404, binh.chat[-1].message_id][number]
    with pytest.raises(BadRequest, match=words):
        await bot.edit_message_text(text, chat_id=1001, message_id=target)


async def test_an_edit_of_the_buttons_alone_is_a_change(bot: Bot, binh: Person) -> None:
    sent = await bot.send_message(1001, "x", reply_markup=TAP)
    await bot.edit_message_text("x", chat_id=1001, message_id=sent.message_id)
    assert binh.chat[0].buttons == ()
