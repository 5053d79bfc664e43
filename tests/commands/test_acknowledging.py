from dataclasses import replace
from datetime import timedelta

import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.answering import answer
from bot.acknowledgement.asking import ask
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.messages.reply import Asking, Awaited, Reply
from bot.messages.splitting import visible_text
from bot.office import Office
from handlers.commands.member import published as commands
from handlers.commands.member.acknowledging import PRESSES, show_open
from handlers.commands.member.typed_words import not_understood, typed_words
from handlers.conversation import Incoming
from storage import tables
from storage.states import ObligationState, Scope
from tests.acknowledgement.story import obligation, published, rows
from tests.cast import Cast, clock_of
from tests.commands.saying import button, buttons, presses, read, says


async def test_the_tapped_card_shows_the_acknowledgement(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    clock_of(office).forward(minutes=14)
    reply = await _press(office, cast, "Bình", Act.ACKNOWLEDGE, about)
    assert reply.toast == "Đã ghi nhận: 12-KH/ĐU, 08:14 ngày 23/11."
    assert reply.replaces is not None
    assert "✅ Đồng chí đã xác nhận lúc 08:14, 23/11" in visible_text(reply.replaces)
    assert Act.ACKNOWLEDGE not in {one.act for one in buttons(reply.replaces)}
    assert Act.UNDO not in {one.act for one in buttons(reply.replaces)}


async def test_a_second_tap_says_since_when(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await _press(office, cast, "Bình", Act.ACKNOWLEDGE, about)
    clock_of(office).forward(minutes=14)
    reply = await _press(office, cast, "Bình", Act.ACKNOWLEDGE, about)
    assert reply.toast == "Đã ghi nhận từ trước: 12-KH/ĐU, 08:00 ngày 23/11."


async def test_a_tap_under_an_answer_leaves_the_answer_to_be_read(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    asked = await ask(cast.caller("Bình"), office, publication_id=about, text="Nộp ở đâu?")
    await answer(cast.caller("Hòa"), office, question_id=asked.question_id, text="Tại văn phòng.")
    reply = await _press(office, cast, "Bình", Act.ACKNOWLEDGE, about, asked.question_id)
    assert "Tại văn phòng." in read(reply)
    assert "✅ Đồng chí Bình đã xác nhận" in read(reply)


async def test_a_tap_ends_the_wait_for_a_question_about_the_same_publication_only(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    until = office.clock.now() + timedelta(hours=1)
    pressed = presses(cast.caller("Bình"), Button("", Act.ACKNOWLEDGE, about))
    same = replace(pressed, asking=Asking(Awaited.QUESTION, about, until))
    other = replace(pressed, asking=Asking(Awaited.QUESTION, about + 1, until))
    assert not (await PRESSES[Act.ACKNOWLEDGE](office, same)).keeps_asking
    assert (await PRESSES[Act.ACKNOWLEDGE](office, other)).keeps_asking


async def test_the_open_list_opens_cards_and_acknowledges_nothing_blindly(office: Office, cast: Cast) -> None:
    first = await published(office, cast)
    second = await published(office, cast, number="45/HD-LĐLĐ")
    reply = await show_open(office, says(cast.caller("Bình"), "/canlam"))
    assert "Đồng chí Bình còn 2 văn bản cần xác nhận:" in read(reply)
    assert "hạn 17:00 thứ Sáu, 27/11/2026" in read(reply)
    assert [(one.act, one.subject) for one in buttons(reply.messages[0])] == [
        (Act.OPEN_CARD, first),
        (Act.OPEN_CARD, second),
    ]


async def test_undoing_stands_under_the_open_list_and_is_confirmed_first(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    listed = await show_open(office, says(cast.caller("Bình"), "/canlam"))
    asked = await PRESSES[Act.UNDO](
        office, presses(cast.caller("Bình"), button(listed.messages[0], Act.UNDO))
    )
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.ACKNOWLEDGED
    confirm = button(asked.messages[0], Act.UNDO_CONFIRMED)
    done = await PRESSES[Act.UNDO_CONFIRMED](office, presses(cast.caller("Bình"), confirm))
    assert "Đã hoàn tác: 12-KH/ĐU." in read(done)
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.EXPECTED


async def test_keeping_it_changes_nothing(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    await _press(office, cast, "Bình", Act.NEVER_MIND, 0)
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.ACKNOWLEDGED


async def test_what_was_not_acknowledged_offers_no_undo(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    with pytest.raises(Refused) as refused:
        await _press(office, cast, "Bình", Act.UNDO, about)
    assert refused.value.reason is Refusal.GONE_ON


@pytest.mark.parametrize(
    "words", ["Đã nắm", "đã rõ", "rõ", "DA NAM", "Đã nắm.", "dạ rõ ạ", "Đã rõ ạ!", "da nam roi", "toi da nam"]
)
async def test_these_words_acknowledge_the_only_open_thing(office: Office, cast: Cast, words: str) -> None:
    about = await published(office, cast)
    reply = await typed_words(office, says(cast.caller("Bình"), words))
    assert reply is not None
    assert read(reply) == "Đã ghi nhận: 12-KH/ĐU, 08:00 ngày 23/11."
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.ACKNOWLEDGED


@pytest.mark.parametrize("words", ["vâng", "ok", "OK ạ", "đã nhận", "👍🏽", "Dạ", "tôi đã đọc", "đã nắn"])
async def test_these_words_get_a_question_back(office: Office, cast: Cast, words: str) -> None:
    about = await published(office, cast)
    reply = await typed_words(office, says(cast.caller("Bình"), words))
    assert reply is not None
    assert "Đồng chí Bình đã nắm văn bản số 12-KH/ĐU chưa?" in read(reply)
    assert [(one.act, one.subject) for one in buttons(reply.messages[0])] == [(Act.OPEN_CARD, about)]
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.EXPECTED


@pytest.mark.parametrize("words", ["không rõ", "chưa nắm", "đã nắm nhưng chưa hiểu", "", "👎"])
async def test_other_words_are_not_taken_for_it(office: Office, cast: Cast, words: str) -> None:
    about = await published(office, cast)
    assert await typed_words(office, says(cast.caller("Bình"), words)) is None
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.EXPECTED


@pytest.mark.parametrize(
    ("words", "said"), [("cho toi hoi hop o dau", "muốn hỏi về văn bản số 12-KH/ĐU?"), ("abc", "gõ: đã nắm")]
)
async def test_what_is_not_understood_is_told_about_what_is_open_and_nothing_is_sent(
    office: Office, cast: Cast, words: str, said: str
) -> None:
    about = await published(office, cast)
    reply = await not_understood(office, says(cast.caller("Bình"), words))
    assert reply is not None
    assert said in read(reply)
    assert "12-KH/ĐU" in read(reply)
    assert [(one.act, one.subject) for one in buttons(reply.messages[0])] == [
        (Act.FULL_TEXT, about),
        (Act.ASK, about),
    ]
    assert reply.asking is None
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.EXPECTED


async def test_what_is_not_understood_names_several_and_nothing_where_nothing_is_open(
    office: Office, cast: Cast
) -> None:
    caller = cast.caller("Bình")
    assert await not_understood(office, says(caller, "abc")) is None
    await published(office, cast)
    await published(office, cast, number="45/HD-LĐLĐ")
    reply = await not_understood(office, says(caller, "abc"))
    assert reply is not None
    assert "45/HD-LĐLĐ" in read(reply)


async def test_with_several_open_things_it_asks_which(office: Office, cast: Cast) -> None:
    first = await published(office, cast)
    second = await published(office, cast, number="45/HD-LĐLĐ")
    reply = await typed_words(office, says(cast.caller("Bình"), "đã nắm"))
    assert reply is not None
    assert "Xin mở từng văn bản rồi chọn “Đã nắm”" in read(reply)
    assert [one.subject for one in buttons(reply.messages[0])] == [first, second]
    assert (await obligation(office, first, cast["Bình"])).state is ObligationState.EXPECTED


async def test_with_nothing_open_it_says_so_and_leaves_ok_to_others(office: Office, cast: Cast) -> None:
    reply = await typed_words(office, says(cast.caller("Bình"), "đã nắm"))
    assert reply is not None
    assert read(reply) == "Đồng chí Bình không còn văn bản nào cần xác nhận."
    assert await typed_words(office, says(cast.caller("Bình"), "ok")) is None


async def test_a_strangers_words_are_left_alone(office: Office, cast: Cast) -> None:
    await published(office, cast)
    assert await typed_words(office, says(cast.stranger(), "đã nắm")) is None


async def test_the_whole_text_comes_and_is_noted(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    reply = await _published(office, presses(cast.caller("Bình"), Button("", Act.FULL_TEXT, about)))
    assert "Đảng viên đọc trước tài liệu." in reply
    (row,) = await rows(office, tables.openings)
    assert (row.member_id, row.through) == (cast["Bình"], "full_text")


async def test_an_internal_text_stays_in_the_office(office: Office, cast: Cast) -> None:
    about = await published(office, cast, scope=Scope.INTERNAL)
    reply = await _published(office, presses(cast.caller("Bình"), Button("", Act.FULL_TEXT, about)))
    assert "Đảng viên đọc trước tài liệu." not in reply
    assert "văn phòng hoặc trên Sổ tay đảng viên điện tử" in reply


async def _press(office: Office, cast: Cast, who: str, act: Act, subject: int, argument: int = 0) -> Reply:
    pressed = presses(cast.caller(who), Button("", act, subject, argument))
    return await PRESSES[act](office, pressed)


async def _published(office: Office, incoming: Incoming) -> str:
    return read(await commands.PRESSES[incoming.press.act](office, incoming))


async def test_of_several_the_one_named_by_its_whole_number_is_taken_note_of(
    office: Office, cast: Cast
) -> None:
    first = await published(office, cast)
    second = await published(office, cast, number="13-KH/ĐU")
    reply = await typed_words(office, says(cast.caller("Bình"), "Dạ tôi đã nắm 13-KH/ĐU ạ"))
    assert reply is not None
    assert "Đã ghi nhận: 13-KH/ĐU" in read(reply)
    assert (await obligation(office, second, cast["Bình"])).state is ObligationState.ACKNOWLEDGED
    assert (await obligation(office, first, cast["Bình"])).state is ObligationState.EXPECTED
    for words in ("13-KH/ĐU chưa rõ", "13-KH/TU đã nắm?"):
        assert await typed_words(office, says(cast.caller("Bình"), words)) is None
