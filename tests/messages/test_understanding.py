"""What old members type on Zalo with a number, and what comes of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.numbered.codes import Choices, Offered, Pressed, Thing, Unknown, buttons_of, coded, key_of
from bot.messages.numbered.document_numbers import About
from bot.messages.numbered.told import Told
from bot.messages.numbered.understanding import said_to, understood
from bot.messages.plain import as_text

ACKNOWLEDGE, FULL_TEXT, ASK = (
    Button(label, act, 12)
    for label, act in (
        ("✅ Đã nắm", Act.ACKNOWLEDGE),
        ("📄 Toàn văn", Act.FULL_TEXT),
        ("❓ Hỏi lại", Act.ASK),
    )
)
ATTEND, DECLINE = Button("✅ Dự", Act.ATTEND, 3, 1), Button("🙏 Xin vắng", Act.DECLINE, 3, 1)
ANSWER = Button("💬 Trả lời", Act.ANSWER_QUESTION, 9)
NAMES, REMIND = Button("👥 Xem tên (8)", Act.NAMES, 12), Button("🔔 Nhắc (5)", Act.REMIND, 12)


def thing(
    number: int, *buttons: Button, kind: Thing = Thing.PUBLICATION, about: About | None = None
) -> Offered:
    shown = coded(Message((Line("x"), Buttons((buttons,)))), number=number)
    return Offered(number, kind, number, buttons_of(shown), about=about or About())


CARD = thing(27, ACKNOWLEDGE, FULL_TEXT, ASK, about=About("12-KH/ĐU", "Đồng chí Bình", is_open=True))
SECOND = thing(
    56,
    *(replace(one, subject=13) for one in (ACKNOWLEDGE, FULL_TEXT, ASK)),
    about=About("61-KH/ĐU", is_open=True),
)
TO_KNOW = thing(85, ASK, about=About("7-TB/ĐU"))
INVITATION = thing(31, ATTEND, DECLINE, kind=Thing.SESSION)
QUESTION = thing(41, ANSWER, kind=Thing.MESSAGE)
PROGRESS = thing(63, NAMES, REMIND, kind=Thing.MESSAGE)
ALL = (CARD, SECOND, TO_KNOW, INVITATION, QUESTION, PROGRESS)


def pressed(typed: str, *offers: Offered, waiting: bool = False) -> tuple[str, str] | object:
    found = understood(typed, offers or ALL, waiting=waiting)
    return (key_of(found.button), found.words) if isinstance(found, Pressed) else found


def told(typed: str, *offers: Offered) -> str:
    found = understood(typed, offers or ALL)
    assert isinstance(found, Told), found
    return found.sentence


@pytest.mark.parametrize(
    "typed",
    [
        *("27", "27 da nam", "27 da nam roi", "27 đã nắm rồi ạ", "27 toi da nam", "số 27 tôi đã nắm"),
        *("27 đã nắm, cảm ơn đồng chí", "27 đã nắm rồi nhé", "27 da ro roi a", "27: Dạ, em đã nắm ạ."),
        *(
            "Dạ 27",
            "Dạ, 27",
            "dạ,27",
            "vâng 27",
            "thưa đồng chí 27",
            "cháu 27 ạ",
            "em 27",
            "27 🙏",
            "🙏🏻 27 🌹",
        ),
        *("(27)", "“27”", "[27].", "27 đã nắm 🙏", "27 đã nắm 👍", "da ro 27 🙏"),
        *("12-KH/ĐU đã nắm", "đã nắm 12-KH/ĐU", "Dạ số 12 kh đu đã rõ ạ", "tôi đã nắm văn bản 12KH/ĐU"),
        *("tôi đã nắm số 27", "da nam van ban 27", "27/ da nam", "27/da nam", "27đã nắm rồi", "27. Đã rõ!"),
    ],
)
def test_a_polite_word_more_still_acknowledges(typed: str) -> None:
    assert pressed(typed) == (key_of(ACKNOWLEDGE), "")


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "27 da doc",
            "27 da xem",
            "27 da hieu",
            "27 da nhan duoc",
            "27 nhat tri",
            "27 xac nhan",
            "27 cam on",
        ),
        *(
            "27 tiep thu",
            "27 đã nắn",
            "toi da doc 27",
            "27 đã đọc kỹ văn bản rồi ạ",
            "27 tôi đã nhận được, cảm ơn",
        ),
        *("27 xong", "27 tuân lệnh", "27 đã thông", "27 tôi đã nắm rõ nội dung chỉ đạo của Đảng ủy", "2 7"),
        "27 tôi đã đọc kỹ văn bản và nắm được nội dung, xin cảm ơn",
    ],
)
def test_what_only_reports_presses_nothing_and_is_asked_back(typed: str) -> None:
    assert told(typed) == (
        "Đồng chí Bình đã nắm văn bản số 12-KH/ĐU chưa? "
        "Đã nắm thì gõ: 27 đã nắm. Muốn hỏi thì gõ: 27 hỏi, rồi câu hỏi. Chưa ghi nhận gì."
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("27 đã rõ nhưng nộp ở đâu?", "đã rõ nhưng nộp ở đâu?"),
        ("27 da ro nhung nop o dau", "da ro nhung nop o dau"),
        ("27 có phải mang tài liệu không", "có phải mang tài liệu không"),
        ("27 đã đọc nhưng chưa hiểu mục 2", "đã đọc nhưng chưa hiểu mục 2"),
        ("27 chưa rõ", "chưa rõ"),
        ("27 2 giờ chiều được không?", "2 giờ chiều được không?"),
        ("27 30 người dự được không?", "30 người dự được không?"),
        ("27 hỏi: tôi đã đọc mà thiếu phụ lục", "tôi đã đọc mà thiếu phụ lục"),
        ("12-KH/ĐU nộp ở đâu?", "nộp ở đâu?"),
    ],
)
def test_what_asks_stays_a_question(typed: str, words: str) -> None:
    assert pressed(typed) == (key_of(ASK), words)


@pytest.mark.parametrize(
    "typed", ["27 56", "27,56", "27, 56 đã nắm", "27 va 56 da ro", "da nam 27 56", "27 đã nắm, 56 đã nắm"]
)
def test_several_numbers_press_nothing(typed: str) -> None:
    assert told(typed) == (
        "Xin trả lời từng văn bản một, mỗi tin một số. Ví dụ gõ: 27 đã nắm. Chưa ghi nhận gì."
    )


def test_three_numbers_press_nothing_although_one_of_them_is_unknown() -> None:
    assert "từng văn bản một" in told("27 30 61 da nam")


@pytest.mark.parametrize("typed", ["27/11 họp à?", "48 29 13", "0912 345 678", "27 20/11 họp lúc nào?"])
def test_figures_of_another_kind_are_no_numbers_in_a_row(typed: str) -> None:
    assert not isinstance(understood(typed, ALL), Told)


@pytest.mark.parametrize(
    ("typed", "button"),
    [
        ("toan van 27", FULL_TEXT),
        ("27 cho tôi xin toàn văn ạ", FULL_TEXT),
        ("31 tôi dự", ATTEND),
        ("31 dự, cảm ơn đồng chí", ATTEND),
        ("31 dạ, em xin vắng ạ", DECLINE),
        ("63 xin xem tên", NAMES),
    ],
)
def test_courtesy_around_a_label_is_no_part_of_it(typed: str, button: Button) -> None:
    assert pressed(typed) == (key_of(button), "")


@pytest.mark.parametrize("typed", ["31 tôi vâng", "27 tối 2", "63 xin nhắc", "31 có ai đi cùng không?"])
def test_courtesy_makes_no_loose_word_a_label(typed: str) -> None:
    found = understood(typed, ALL)
    assert not isinstance(found, Pressed) or found.button.act is Act.ASK


def test_words_of_ones_own_behind_a_label_stay() -> None:
    assert pressed("31 xin vắng vì ốm") == (key_of(DECLINE), "vì ốm")


@pytest.mark.parametrize("typed", ["85 da nam", "85 đã rõ ạ", "85 cảm ơn"])
def test_what_asks_nothing_says_so(typed: str) -> None:
    assert told(typed) == "Văn bản này để biết, không cần xác nhận. Muốn hỏi: gõ 85 và câu hỏi."


@pytest.mark.parametrize(
    "typed",
    ["27 ok", "27 vâng ạ", "27 👍", "27?", "27 9", "ok 27", "đã 27", "27 nhầm", "27 đã nắm 👎", "vâng ok 27"],
)
def test_a_nod_is_told_what_to_type(typed: str) -> None:
    assert told(typed) == (
        "Văn bản số 12-KH/ĐU (số trả lời 27): chưa ghi nhận gì. "
        "Đã nắm: gõ 27 đã nắm. Muốn hỏi: gõ 27 và câu hỏi."
    )


def test_an_answer_goes_to_the_question_under_its_number() -> None:
    assert pressed("41 Nộp ở văn phòng") == (key_of(ANSWER), "Nộp ở văn phòng")
    assert pressed("41 trả lời: Nộp ở văn phòng") == (key_of(ANSWER), "Nộp ở văn phòng")
    assert pressed("41") == (key_of(ANSWER), "")


@pytest.mark.parametrize("typed", ["41 ok", "41 đã nắm", "41 cảm ơn", "41 đã nhận được"])
def test_a_nod_to_a_question_is_not_sent_as_its_answer(typed: str) -> None:
    assert told(typed) == "Số 41 là câu hỏi đang chờ. Chưa gửi gì. Muốn trả lời: gõ 41 và câu trả lời."


def test_a_number_that_begins_the_number_of_another_document_presses_nothing() -> None:
    later = replace(SECOND, about=About("27-KH/ĐU", is_open=True))
    first = replace(CARD, about=About("85-KH/ĐU", is_open=True))
    for typed in ("27", "27 đã nắm", "27 đã nắm rồi ạ"):
        found = understood(typed, (later, first))
        assert isinstance(found, Told)
        assert found.sentence == "27 là số trả lời của văn bản 85-KH/ĐU; văn bản 27-KH/ĐU thì gõ 56."
        asked = coded(said_to(found), number=None)
        assert [(one.subject, one.act) for one in buttons_of(asked)] == [
            (12, Act.ACKNOWLEDGE),
            (13, Act.ACKNOWLEDGE),
        ]
        assert "1. Đã nắm: 85-KH/ĐU" in as_text(asked)
    assert pressed("56", later, first) == ("2:13:0", "")
    assert pressed("27 nộp ở đâu?", later, first) == (key_of(ASK), "nộp ở đâu?")


def test_a_document_that_is_done_with_is_not_offered_again() -> None:
    done = replace(CARD, about=About("85-KH/ĐU", "Đồng chí Bình"))
    later = replace(SECOND, about=About("27-KH/ĐU", is_open=True))
    for typed in ("27", "27 đã nắm"):
        found = understood(typed, (later, done))
        assert isinstance(found, Told)
        assert not found.buttons
        assert found.sentence == (
            "27 là số trả lời của văn bản 85-KH/ĐU, không còn chờ xác nhận. "
            "Văn bản 27-KH/ĐU đang chờ: đã nắm thì gõ: 56 đã nắm. Chưa ghi nhận gì."
        )
    assert pressed("27-KH/ĐU đã nắm", later, done) == ("2:13:0", "")


def test_a_whole_number_alone_or_inside_a_sentence_presses_nothing() -> None:
    assert told("12-KH/ĐU").startswith("Văn bản 12-KH/ĐU có số trả lời 27, chưa ghi nhận gì.")
    assert told("Dạ, số 12-KH/ĐU").startswith("Văn bản 12-KH/ĐU có số trả lời 27")
    for typed in (
        "theo kế hoạch 12-KH/ĐU thì họp ở đâu?",
        "12-KH/TU đã nắm",
        "12 kh",
        "12-KH/ĐU và 61-KH/ĐU",
    ):
        assert not isinstance(understood(typed, ALL), Pressed), typed


OPEN_CARD = Button("Mở", Act.OPEN_CARD, 12)
OPENED = replace(CARD, buttons=(*CARD.buttons, OPEN_CARD))


@pytest.mark.parametrize(
    "typed", ["27 mở", "mở 27", "xem 27", "mở số 27", "27 xem lại", "27 mo", "mở 12-KH/ĐU"]
)
def test_a_document_is_opened_by_its_number_although_no_line_says_so(typed: str) -> None:
    assert pressed(typed, OPENED) == (key_of(OPEN_CARD), "")


@pytest.mark.parametrize(
    ("typed", "button"),
    [
        *((f"31 {said}", ATTEND) for said in ("tham dự", "sẽ dự", "tôi đi được", "có mặt ạ", "Dạ, tôi dự")),
        *(
            (f"31 {said}", DECLINE)
            for said in ("không dự", "không đi được", "xin phép vắng", "tôi xin nghỉ ạ")
        ),
    ],
)
def test_an_invitation_is_answered_in_ones_own_words(typed: str, button: Button) -> None:
    assert pressed(typed) == (key_of(button), "")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("31 không đi được, tôi đi viện", "tôi đi viện"),
        ("31 xin phép vắng, tôi đi viện ạ", "tôi đi viện"),
        ("31 tôi không tham dự được vì bận họp", "bận họp"),
        ("31 bận", "bận"),
    ],
)
def test_a_reason_is_read_back_once_and_kept(typed: str, reason: str) -> None:
    found = understood(typed, ALL)
    assert isinstance(found, Told)
    assert found.sentence == f"Xin vắng với lý do “{reason}”?"
    asked = coded(said_to(found), number=None)
    assert as_text(asked).endswith(f"1. Xin vắng: {reason}\n2. Không")
    menu = Offered(0, Thing.MENU, 0, buttons_of(asked))
    for yes in ("đúng", "dạ đúng ạ"):
        assert pressed(yes, menu) == (key_of(DECLINE), reason)


@pytest.mark.parametrize(
    "typed", ["31 vâng", "31 có đi được không?", "31 vang", "31 đi đâu", "31 để tôi xem"]
)
def test_what_answers_no_invitation_is_asked_about(typed: str) -> None:
    found = understood(typed, (INVITATION,))
    assert not isinstance(found, Pressed)


def test_without_a_number_the_newest_invitation_is_answered_and_an_older_one_named() -> None:
    assert pressed("tôi dự", INVITATION, CARD) == (key_of(ATTEND), "")
    assert told("tôi dự", CARD, INVITATION) == (
        "Thư mời có số trả lời 31: dự thì gõ: 31 dự. Không dự được thì gõ: 31 xin vắng."
    )
    assert understood("tôi dự", (CARD,)) is None


def test_a_document_that_waits_no_longer_or_has_the_very_number_is_in_nobodys_way() -> None:
    first = replace(CARD, about=About("85-KH/ĐU", is_open=True))
    closed = replace(SECOND, about=About("27-KH/ĐU"))
    assert pressed("27", closed, first) == (key_of(ACKNOWLEDGE), "")
    own = replace(CARD, about=About("27-CV/ĐU", is_open=True))
    other = replace(SECOND, about=About("27-KH/ĐU", is_open=True))
    assert pressed("27", other, own) == (key_of(ACKNOWLEDGE), "")


def test_an_unknown_number_that_begins_an_open_documents_number_is_led_to_it() -> None:
    assert told("12") == (
        "Văn bản 12-KH/ĐU có số trả lời 27, chưa ghi nhận gì. "
        "Đã nắm thì gõ: 27 đã nắm. Muốn xem thì gõ: 27 mở."
    )
    assert understood("13", ALL) == Unknown(13)
    said = as_text(said_to(Unknown(13)))
    assert said.startswith("Không có việc nào mang số 13, hoặc số đã hết hạn.")
    assert "Gõ “cần làm”" in said


def test_the_whole_text_is_shown_where_the_card_has_no_button_for_it() -> None:
    hidden = replace(
        CARD, buttons=(*(one for one in CARD.buttons if one.act is not Act.FULL_TEXT), FULL_TEXT)
    )
    assert pressed("27 toan van", hidden) == (key_of(FULL_TEXT), "")
    assert pressed("toàn văn 27", hidden) == (key_of(FULL_TEXT), "")
    quiet = replace(TO_KNOW, buttons=(*TO_KNOW.buttons, FULL_TEXT))
    assert pressed("85", quiet) == (key_of(ASK), "")


def test_where_something_is_waited_for_only_a_plain_code_counts() -> None:
    assert pressed("27 đã nắm rồi ạ", waiting=True) == (key_of(ACKNOWLEDGE), "")
    for typed in ("27 tháng 11", "27 56", "41 nộp ở văn phòng"):
        assert understood(typed, ALL, waiting=True) is None
    for typed in ("27 đã đọc xong", "27 56 đã nắm"):
        assert isinstance(understood(typed, ALL, waiting=True), Told)


@given(st.text(max_size=60), st.booleans())
def test_no_words_are_a_fault_and_no_question_acknowledges(typed: str, waiting: bool) -> None:
    understood(typed, ALL, waiting=waiting)
    found = understood(f"27 {typed}?", ALL, waiting=waiting)
    assert not isinstance(found, Pressed) or found.button.act is not Act.ACKNOWLEDGE


def test_choices_of_other_things_are_still_a_menu() -> None:
    assert isinstance(understood("31", ALL), Choices)
