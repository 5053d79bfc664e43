"""A command typed while the conversation waits for something, commands as people say them, ways to stop."""

import pytest

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Message
from bot.messages.numbered.codes import Offered, Thing, buttons_of, coded
from bot.messages.numbered.told import Told
from bot.messages.reply import Awaited
from handlers.commands.dispatch import Token
from handlers.commands.leaving import leaves
from handlers.conversation import Text
from handlers.zalo.interrupting import answer_meant
from handlers.zalo.typed import meant
from handlers.zalo.typed_commands import as_command


def taken_for(typed: str, awaited: Awaited | None) -> object:
    return meant(typed, offers=(), awaited=awaited)


@pytest.mark.parametrize(
    ("typed", "awaited", "command"),
    [
        ("danhsach Yến", Awaited.SESSION_TITLE, "/danhsach Yến"),
        ("danhsach Yến", Awaited.ROSTER_FILE, "/danhsach Yến"),
        ("danh sách Yến", Awaited.ROSTER_FILE, "/danhsach Yến"),
        ("mời Tâm", Awaited.SESSION_WHEN, "/moi Tâm"),
        ("tìm sinh hoạt", Awaited.DUE, "/tim sinh hoạt"),
        ("cần làm", Awaited.SESSION_TITLE, "/canlam"),
        ("cần làm ạ", Awaited.DECLINE_REASON, "/canlam"),
    ],
)
def test_a_command_goes_before_what_it_cannot_be(typed: str, awaited: Awaited, command: str) -> None:
    assert taken_for(typed, awaited) == Text(command)


@pytest.mark.parametrize(
    ("typed", "awaited"),
    [
        ("danhsach Yến", Awaited.QUESTION),
        ("Mời đồng chí Hòa phát biểu về chuyên đề", Awaited.SESSION_TITLE),
        ("danh sách các đồng chí dự họp", Awaited.ROSTER_FILE),
        ("lịch họp tháng 12", Awaited.SEARCH_WORDS),
        ("Sinh hoạt chi bộ", Awaited.SESSION_TITLE),
    ],
)
def test_what_may_be_the_answer_stays_the_answer(typed: str, awaited: Awaited) -> None:
    assert taken_for(typed, awaited) == Text(typed)


def test_where_both_may_be_meant_it_is_asked_which_and_one_word_more_answers() -> None:
    found = taken_for("mời Hòa", Awaited.SESSION_TITLE)
    assert isinstance(found, Told)
    assert "gõ: là mời Hòa." in found.sentence
    assert "gõ: thôi" in found.sentence
    assert taken_for("là mời Hòa", Awaited.SESSION_TITLE) == Text("mời Hòa")
    assert taken_for("Là một buổi vui", Awaited.SESSION_TITLE) == Text("Là một buổi vui")


def test_the_word_for_searching_is_no_part_of_what_is_searched_for() -> None:
    assert answer_meant("tìm sinh hoạt", Awaited.SEARCH_WORDS) == "sinh hoạt"
    assert answer_meant("tim", Awaited.SEARCH_WORDS) == "tim"
    assert answer_meant("tìm sinh hoạt", Awaited.QUESTION) == "tìm sinh hoạt"


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        *(
            (said, "/canlam")
            for said in ("cần làm ạ", "canlam ạ", "việc cần làm", "Dạ, cần làm ạ", "gõ cần làm")
        ),
        *((said, "/trogiup") for said in ("trợ giúp ạ", "hướng dẫn", "giúp với", "menu")),
        *((said, "/lich") for said in ("lịch sinh hoạt", "lich hop", "cho tôi xem lịch")),
        ("văn bản còn hiệu lực", "/vanban"),
        ("mời Tâm", "/moi Tâm"),
    ],
)
def test_a_command_may_be_asked_for_politely_or_by_its_title(typed: str, command: str) -> None:
    assert as_command(typed) == command


@pytest.mark.parametrize(
    "typed", ["lịch họp?", "lịch họp tuần này thế nào ạ", "hướng dẫn 45 ở đâu", "giúp tôi sửa tên"]
)
def test_a_question_that_begins_so_is_no_command(typed: str) -> None:
    assert as_command(typed) == ""


@pytest.mark.parametrize(
    "typed",
    ["thôi", "Thôi ạ", "bỏ", "bỏ qua", "hủy", "huỷ", "Hủy ạ", "thoát", "dừng", "dừng lại", "không hỏi nữa"],
)
def test_there_are_many_words_to_stop(typed: str) -> None:
    assert leaves(typed)


@pytest.mark.parametrize(
    "typed",
    ["Huy", "huy", "đúng", "dung", "bộ", "Bố", "đừng", "dùng", "bỏ họp", "hủy buổi 3", "thôi việc", ""],
)
def test_a_name_or_another_word_stops_nothing(typed: str) -> None:
    assert not leaves(typed)


def test_a_word_to_stop_takes_the_choice_of_a_menu_that_leaves_all_as_it_is() -> None:
    rows = Buttons(
        ((Button("Vẫn thu hồi", Act.TAKE_OUT_CONFIRMED, 3), Button("Giữ nguyên", Act.NEVER_MIND)),)
    )
    shown = tuple(
        Button(one.label, one.act, one.subject, one.argument, f"sealed {one.act.name}", one.code)
        for one in buttons_of(coded(Message((rows,)), number=None))
    )
    offers = (Offered(0, Thing.MENU, 0, shown),)
    for typed in ("bỏ", "hủy", "thôi ạ"):
        assert meant(typed, offers=offers, awaited=None) == Token("sealed NEVER_MIND")
    assert meant("Huy", offers=offers, awaited=None) == Text("Huy")
