"""What typed words are taken for: commands without a slash, numbers, or just words."""

from dataclasses import replace

import pytest

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Message
from bot.messages.numbered.codes import Choices, Offered, Thing, Unknown, buttons_of, coded
from bot.messages.numbered.told import Told
from bot.messages.reply import Awaited
from handlers.commands.dispatch import Token
from handlers.conversation import Text
from handlers.zalo.mentions import without_mention
from handlers.zalo.typed import meant, meant_in_group
from handlers.zalo.typed_commands import as_command

CARD = Message(
    (
        Buttons(
            (
                (Button("✅ Đã nắm", Act.ACKNOWLEDGE, 5),),
                (Button("📄 Toàn văn", Act.FULL_TEXT, 5), Button("❓ Hỏi lại", Act.ASK, 5)),
            )
        ),
    )
)
MENU = Message((Buttons(((Button("Mở số 1", Act.OPEN_CARD, 5),), (Button("Mở số 2", Act.OPEN_CARD, 6),))),))


def offered(message: Message, number: int | None) -> tuple[Button, ...]:
    """Its buttons, with any token at all: a signature is looked at elsewhere."""
    buttons = buttons_of(coded(message, number=number, taken=frozenset({27})))
    return tuple(replace(button, token=f"{number}:{button.label}") for button in buttons)


OFFERS = (
    Offered(27, Thing.PUBLICATION, 5, offered(CARD, 27)),
    Offered(0, Thing.MENU, 0, offered(MENU, None)),
)


def taken_for(text: str, *, awaited: Awaited | None = None) -> object:
    return meant(text, offers=OFFERS, awaited=awaited)


def act_of(found: object) -> tuple[Act, str]:
    assert isinstance(found, Token), found
    (act,) = [button.act for one in OFFERS for button in one.buttons if button.token == found.token]
    return act, found.words


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("canlam", "/canlam"),
        ("Cần làm", "/canlam"),
        ("can  lam.", "/canlam"),
        ("/canlam", "/canlam"),
        ("/Cần làm", "/canlam"),
        ("chưa đọc", "/canlam"),
        ("TRỢ GIÚP", "/trogiup"),
        ("Tôi", "/toi"),
        ("start CFHJ-KLMN-PQRT", "/start CFHJ-KLMN-PQRT"),
        ("bắt đầu CFHJ KLMN PQRT", "/start CFHJ KLMN PQRT"),
        ("nhóm cfhj-klmn-pqrt", "/nhom cfhj-klmn-pqrt"),
        ("mời Bình", "/moi Bình"),
        ("giờ nghỉ 21:00-06:00", "/gionghi 21:00-06:00"),
        ("soạn\nVăn bản của tôi\ncó hai dòng", "/soan\nVăn bản của tôi\ncó hai dòng"),
    ],
)
def test_a_command_needs_neither_slash_nor_accents(typed: str, command: str) -> None:
    assert as_command(typed) == command


@pytest.mark.parametrize(
    "typed",
    [
        "Tôi xin nghỉ vì ốm",
        "Lịch họp tuần này thế nào ạ?",
        "Nhắc lại giúp: nộp trước thứ Sáu",
        "Báo cáo: đã làm xong ba việc",
        "mời " + "các đồng chí dự họp đầy đủ " * 4,
        "Cần làm\nrồi gửi ai?",
        "xin chào",
        "",
        "/",
    ],
)
def test_a_sentence_that_begins_like_a_command_is_none(typed: str) -> None:
    assert as_command(typed) == ""


def test_what_is_waited_for_is_not_mistaken_for_a_command_with_words() -> None:
    assert as_command("Mời đồng chí Hòa phát biểu", alone=True) == ""
    assert as_command("cần làm", alone=True) == "/canlam"
    assert as_command("/moi Hòa", alone=True) == "/moi Hòa"


@pytest.mark.parametrize(
    ("typed", "act", "words"),
    [
        ("27", Act.ACKNOWLEDGE, ""),
        ("27 đã rõ", Act.ACKNOWLEDGE, ""),
        ("27 toan van", Act.FULL_TEXT, ""),
        ("27 có phải nộp bản giấy không?", Act.ASK, "có phải nộp bản giấy không?"),
        ("2", Act.OPEN_CARD, ""),
    ],
)
def test_a_number_presses_what_was_offered(typed: str, act: Act, words: str) -> None:
    assert act_of(taken_for(typed)) == (act, words)


def test_a_number_that_nobody_offered_is_said_to_be_unknown() -> None:
    assert taken_for("31") == Unknown(31)


def test_where_nothing_was_offered_at_all_a_number_is_just_words() -> None:
    assert meant("31", offers=(), awaited=None) == Text("31")


@pytest.mark.parametrize("typed", ["31", "27 tháng này nhiều việc", "17 giờ thứ Sáu"])
def test_what_is_waited_for_is_not_mistaken_for_a_number(typed: str) -> None:
    assert taken_for(typed, awaited=Awaited.DECLINE_REASON) == Text(typed)


@pytest.mark.parametrize("typed", ["27 người của chi bộ có phải dự không?", "số 27", "27 hạn nào?"])
def test_a_question_that_is_waited_for_is_not_taken_for_one_about_another_card(typed: str) -> None:
    assert taken_for(typed, awaited=Awaited.QUESTION) == Text(typed)


@pytest.mark.parametrize(
    "awaited", [Awaited.QUESTION, Awaited.DUE, Awaited.WHY_NUMBER, Awaited.SESSION_WHERE]
)
def test_whatever_is_waited_for_a_number_alone_acknowledges_nothing(awaited: Awaited) -> None:
    found = taken_for("27", awaited=awaited)
    assert isinstance(found, Choices)
    assert found.waiting
    assert act_of(taken_for("27 đã nắm", awaited=awaited)) == (Act.ACKNOWLEDGE, "")
    assert taken_for("số 27", awaited=awaited) == Text("số 27")


def test_the_word_of_a_menu_is_no_command_and_elsewhere_it_is() -> None:
    progress = Message((Buttons(((Button("🔔 Nhắc (5)", Act.REMIND, 5),),)),))
    offers = (Offered(0, Thing.MENU, 0, offered(progress, None)),)
    assert meant("nhắc 5 người", offers=offers, awaited=None) == Token("None:🔔 Nhắc (5)")
    for typed in ("nhắc", "nhac", "Nhắc ạ", "/nhac"):
        assert meant(typed, offers=offers, awaited=None) == Text("/nhac")
    assert taken_for("nhắc") == Text("/nhac")


@pytest.mark.parametrize("typed", ["Số 27-KH/ĐU hạn bao giờ?", "27-kh/đu hạn nào", "27–CV gửi ai?", "27/11"])
def test_the_own_number_of_a_document_is_no_code(typed: str) -> None:
    assert taken_for(typed) == Text(typed)


def test_a_question_that_is_waited_for_may_begin_with_a_number_but_is_not_a_number() -> None:
    begun = "31 đồng chí có cần đăng ký không?"
    assert taken_for(begun, awaited=Awaited.QUESTION) == Text(begun)
    assert taken_for("31", awaited=Awaited.QUESTION) == Unknown(31)


@pytest.mark.parametrize("typed", ["ok 27", "27 vâng", "27 👍"])
def test_a_nod_does_not_acknowledge(typed: str) -> None:
    found = taken_for(typed)
    assert not isinstance(found, Token)


NAMES = frozenset({"bot.VDKyGxQvc", "Văn phòng Đảng ủy", "Bot Văn phòng Đảng ủy"})


def in_group(text: str) -> Text | Token | Told | None:
    return meant_in_group(text, names=NAMES, offers=OFFERS)


@pytest.mark.parametrize(
    "text",
    [
        "@Bot Văn phòng Đảng ủy cần làm",
        "@bot văn phòng đảng ủy /canlam",
        "cần làm @bot.VDKyGxQvc",
        "cần làm",
        "@Bot Tên Khác Hẳn cần làm",
    ],
)
def test_in_a_group_a_command_is_found_behind_the_bots_name(text: str) -> None:
    assert in_group(text) == Text("/canlam")


def test_in_a_group_a_number_counts_behind_the_bots_own_name() -> None:
    assert act_of(in_group("@Bot Văn phòng Đảng ủy 27 đã rõ")) == (Act.ACKNOWLEDGE, "")


@pytest.mark.parametrize(
    "text",
    [
        "@Bot Văn phòng Đảng ủy chiều nay họp mấy giờ?",
        "@Mai 27",
        "@Bot Văn phòng Đảng ủy 31",
        "@Bot Văn phòng Đảng ủy 1",
        "1",
        "mở số 2",
        "Mở số 1",
        "toàn văn",
        "@Bot Văn phòng Đảng ủy 27 người của chi bộ đã dự",
        "27 hỏi lại",
        "27?",
        "27 ok",
        "@Bot Văn phòng Đảng ủy",
        "@",
        "",
    ],
)
def test_in_a_group_nothing_else_is_heard(text: str) -> None:
    assert in_group(text) is None


def test_a_name_inside_a_longer_one_is_not_cut_out() -> None:
    assert without_mention("@Văn phòng Đảng ủyabc xin chào", NAMES) == "@Văn phòng Đảng ủyabc xin chào"


def test_the_answer_to_a_question_does_not_get_into_a_document_that_is_being_pasted() -> None:
    ask = Button("💬 Trả lời", Act.ANSWER_QUESTION, 9, token="sealed")
    offers = [Offered(41, Thing.MESSAGE, 41, offered(Message((Buttons(((ask,),)),)), 41))]
    typed = "41 nộp ở văn phòng tầng 2 trước 17 giờ thứ Sáu nhé đồng chí"
    found = meant(typed, offers=offers, awaited=Awaited.DRAFT_TEXT)
    assert isinstance(found, Told)
    assert "chưa đưa tin này vào văn bản" in found.sentence
    answered = meant(typed, offers=offers, awaited=Awaited.ANSWER)
    assert isinstance(answered, Token)
    assert answered.words == typed.removeprefix("41 ")
    for part in (f"{typed}\nĐiều 42", "41. Các chi bộ nộp báo cáo trước ngày 30/11", "Điều 41 nêu rõ"):
        assert meant(part, offers=offers, awaited=Awaited.DRAFT_TEXT) == Text(part)
