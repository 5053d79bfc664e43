"""What is typed where there are no buttons, and what it stands for."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.folding import fold
from bot.messages.numbered.codes import (
    Choices,
    Offered,
    Pressed,
    Thing,
    Unknown,
    Unseen,
    buttons_of,
    choose,
    coded,
    key_of,
)
from bot.messages.numbered.saying_which import answer_to
from bot.messages.numbered.standing import Standing, from_json, to_json
from bot.messages.numbered.weighing import DANGEROUS, HARMLESS, WANTS_WORDS
from bot.messages.plain import as_text

ACKNOWLEDGE = Button("✅ Đã nắm", Act.ACKNOWLEDGE, 12)
FULL_TEXT = Button("📄 Toàn văn", Act.FULL_TEXT, 12)
ASK = Button("❓ Hỏi lại", Act.ASK, 12)
ATTEND = Button("✅ Dự", Act.ATTEND, 3, 1)
DECLINE = Button("🙏 Xin vắng", Act.DECLINE, 3, 1)
UNDECIDED = Button("Chưa chắc", Act.UNDECIDED, 3, 1)
OPEN_1, OPEN_2 = Button("Mở số 1", Act.OPEN_CARD, 12), Button("Mở số 2", Act.OPEN_CARD, 45)
APPROVE = Button("✅ Duyệt, phát hành ngay", Act.APPROVE_NOW, 7, 2)
APPROVE_AT = Button("🕑 Duyệt, hẹn giờ phát hành", Act.APPROVE_AT, 7, 2)
RETURN = Button("↩️ Trả lại", Act.RETURN_DRAFT, 7, 2)
REMIND = Button("🔔 Nhắc (5)", Act.REMIND, 12)
NAMES = Button("👥 Xem tên (8)", Act.NAMES, 12)


def message(*buttons: Button) -> Message:
    return Message((Line("x"), Buttons(tuple((button,) for button in buttons))))


def thing(number: int, *buttons: Button) -> Offered:
    return Offered(number, Thing.MESSAGE, number, buttons_of(coded(message(*buttons), number=number)))


def menu(*buttons: Button, taken: frozenset[int] = frozenset()) -> Offered:
    shown = coded(message(*buttons), number=None, taken=taken)
    return Offered(0, Thing.MENU, 1, buttons_of(shown))


CARD = thing(27, ACKNOWLEDGE, FULL_TEXT, ASK)
INVITATION = thing(31, ATTEND, DECLINE, UNDECIDED)
REMINDER = thing(40, OPEN_1, OPEN_2)
APPROVAL = thing(50, APPROVE, APPROVE_AT, RETURN)
PROGRESS = thing(63, NAMES, REMIND)
ALL = (INVITATION, CARD, REMINDER, APPROVAL, PROGRESS)


def codes_of(offered: Offered) -> list[str]:
    return [button.code for button in offered.buttons]


def pressed(typed: str, *offers: Offered, waiting: bool = False) -> tuple[str, str] | None:
    found = choose(typed, offers or ALL, waiting=waiting)
    return (key_of(found.button), found.words) if isinstance(found, Pressed) else None


def test_the_bare_number_is_for_taking_note_and_for_a_question_the_others_have_their_words() -> None:
    assert codes_of(CARD) == ["27", "27 toàn văn", "27"]
    assert codes_of(INVITATION) == ["31 dự", "31 xin vắng", "31 chưa chắc"]


def test_what_is_dangerous_never_has_the_bare_number() -> None:
    assert codes_of(APPROVAL) == ["50 duyệt phát hành", "50 duyệt hẹn giờ", "50 trả lại"]
    assert codes_of(thing(33, REMIND)) == ["33 nhắc"]


def test_the_only_button_of_a_thing_has_the_bare_number_where_it_only_shows() -> None:
    assert codes_of(thing(33, Button("📄 Mở văn bản", Act.OPEN_DRAFT, 1))) == ["33"]


def test_an_amount_behind_a_label_is_no_part_of_its_word() -> None:
    assert codes_of(PROGRESS) == ["63 xem tên", "63 nhắc"]


def test_labels_that_begin_alike_are_told_apart_or_counted() -> None:
    alike = thing(27, Button("Mở", Act.OPEN_CARD, 1), Button("Mở", Act.OPEN_CARD, 2))
    assert codes_of(alike) == ["27 1", "27 2"]
    people = [Button(f"Mời {name}", Act.INVITE, place) for place, name in enumerate(PEOPLE)]
    assert codes_of(thing(27, *people)) == ["27 1", "27 2", "27 3"]


PEOPLE = ("Nguyễn Văn An", "Nguyễn Văn Bình", "Đỗ Thị Mai")


def test_a_label_without_words_is_counted() -> None:
    assert codes_of(thing(27, Button("🔔", Act.NAMES, 1), Button("+84", Act.NAMES, 2))) == ["27 1", "27 2"]


def test_a_menu_counts_from_one_and_leaves_out_numbers_of_things() -> None:
    assert codes_of(menu(OPEN_1, OPEN_2, OPEN_1)) == ["1", "2"]
    many = [Button(f"Chi bộ {place}", Act.UNIT_CARD, place) for place in range(21)]
    assert codes_of(menu(*many, taken=frozenset({20, 21})))[18:] == ["19", "22", "23"]


def test_the_same_act_twice_in_a_message_has_one_code() -> None:
    shown = coded(message(ACKNOWLEDGE, FULL_TEXT, ACKNOWLEDGE), number=27)
    rows = [row for block in shown.blocks if isinstance(block, Buttons) for row in block.rows]
    assert [row[0].code for row in rows] == ["27", "27 toàn văn", "27"]


@pytest.mark.parametrize(
    ("typed", "button", "words"),
    [
        ("27", ACKNOWLEDGE, ""),
        (" 27.  ", ACKNOWLEDGE, ""),
        ("27 ạ", ACKNOWLEDGE, ""),
        ("số 27", ACKNOWLEDGE, ""),
        ("Trả lời 27", ACKNOWLEDGE, ""),
        ("27 đã rõ", ACKNOWLEDGE, ""),
        ("27 Da nam!", ACKNOWLEDGE, ""),
        ("27 rõ ạ", ACKNOWLEDGE, ""),
        ("27đã rõ", ACKNOWLEDGE, ""),
        ("27: đã nắm", ACKNOWLEDGE, ""),
        ("đã rõ 27", ACKNOWLEDGE, ""),
        ("Đã nắm: trả lời 27", ACKNOWLEDGE, ""),
        ("27 toàn văn", FULL_TEXT, ""),
        ("27 TOAN VAN", FULL_TEXT, ""),
        ("27 toàn", FULL_TEXT, ""),
        ("27 2", FULL_TEXT, ""),
        ("27 hỏi lại", ASK, ""),
        ("27 hỏi lại: mang gì?", ASK, "mang gì?"),
        ("27 có phải mang theo tài liệu?", ASK, "có phải mang theo tài liệu?"),
        ("27\ncó phải\nmang gì?", ASK, "có phải\nmang gì?"),
        ("27 2 giờ chiều được không?", ASK, "2 giờ chiều được không?"),
        ("27 chưa rõ", ASK, "chưa rõ"),
        ("27 năm", ASK, "năm"),
        ("31 dự", ATTEND, ""),
        ("31 du nhé", ATTEND, ""),
        ("31 vắng", DECLINE, ""),
        ("31 xin vắng, vì ốm", DECLINE, "vì ốm"),
        ("31 chưa", UNDECIDED, ""),
        ("Dự: trả lời 31 dự", ATTEND, ""),
        ("40 mở số 2", OPEN_2, ""),
        ("40 2", OPEN_2, ""),
        ("50 duyệt phát hành", APPROVE, ""),
        ("50 duyet, phat hanh ngay", APPROVE, ""),
        ("50 trả lại ghi thiếu hạn", RETURN, "ghi thiếu hạn"),
        ("63 nhắc", REMIND, ""),
        ("63 nhắc (5)", REMIND, ""),
        ("dự", ATTEND, ""),
    ],
)
def test_what_is_typed_stands_for_a_button(typed: str, button: Button, words: str) -> None:
    assert pressed(typed) == (key_of(button), words)


@pytest.mark.parametrize(
    "typed",
    [
        "27 ok",
        "27 vâng ạ",
        "ok 27",
        "27 đã nhận",
        "27 👍",
        "27?",
        "27 9",
        "31",
        "31 vâng",
        "31 vang",
        "31 có ai đi cùng không?",
        "50",
        "50 1",
        "50 duyệt",
        "50 phát",
        "63 2",
        "40",
    ],
)
def test_what_may_mean_several_things_presses_nothing_and_is_asked_about(typed: str) -> None:
    found = choose(typed, ALL)
    assert isinstance(found, Choices)
    assert found.number == int("".join(letter for letter in typed if letter.isdecimal())[:2])


@pytest.mark.parametrize(
    "typed",
    [
        *("", "đã nắm", "hỏi lại", "hạn 27", "thứ 6 ngày 27 họp", "2 giờ chiều được không?"),
        *("27/11 họp à?", "27-11", "27.11", "8:00", "27h", "27h họp", "27%", "270", "K27"),
        *("482913", "48 29 13", "0912 345 678"),
    ],
)
def test_other_words_stand_for_no_button(typed: str) -> None:
    assert choose(typed, ALL) is None


@pytest.mark.parametrize("typed", ["28", "1", "số 28", "28 đã rõ", "đã rõ 28", "28 có phải mang gì không?"])
def test_a_number_that_nothing_was_offered_under_is_unknown(typed: str) -> None:
    assert isinstance(choose(typed, ALL), Unknown)


def test_a_long_text_that_begins_with_a_number_is_no_code() -> None:
    assert choose("28 đồng chí " + "đã họp bàn " * 30, ALL) is None
    assert choose("28 đồng chí\nđã họp", ALL) is None


def test_a_menu_is_answered_by_its_numbers_or_by_its_words() -> None:
    offers = (menu(OPEN_1, Button("Thôi", Act.NEVER_MIND)), CARD)
    assert pressed("1", *offers) == (key_of(OPEN_1), "")
    assert pressed(" 2. ", *offers) == ("14:0:0", "")
    assert pressed("thoi", *offers) == ("14:0:0", "")
    assert pressed("mở số 1", *offers) == (key_of(OPEN_1), "")
    assert isinstance(choose("3", offers), Unknown)


def test_a_menu_number_with_words_behind_it_presses_nothing() -> None:
    assert choose("1 giờ chiều nay", (menu(OPEN_1),)) is None


def test_words_alone_press_only_what_the_newest_thing_offers_and_nothing_dangerous() -> None:
    assert choose("dự", (CARD, INVITATION)) is None
    assert choose("nhắc", (PROGRESS,)) is None
    assert choose("đã nắm", (CARD,)) is None


@pytest.mark.parametrize(
    "typed", ["27 tháng 11 tại phòng họp", "dự", "28", "28 có mang gì", "31 có ai đi cùng"]
)
def test_where_the_conversation_waits_for_words_they_are_not_taken_for_a_code(typed: str) -> None:
    assert choose(typed, ALL, waiting=True) is None


@pytest.mark.parametrize(
    ("typed", "button"),
    [
        *(("27 đã rõ", ACKNOWLEDGE), ("27 đã nắm", ACKNOWLEDGE), ("27 rõ ạ", ACKNOWLEDGE)),
        *(("trả lời 27 rõ", ACKNOWLEDGE), ("đã rõ 27", ACKNOWLEDGE), ("31 dự", ATTEND)),
    ],
)
def test_where_the_conversation_waits_a_plain_code_still_counts(typed: str, button: Button) -> None:
    assert pressed(typed, waiting=True) == (key_of(button), "")


@pytest.mark.parametrize("typed", ["27", "27.", "27 ạ", "trả lời 27", "27 vâng", "27?"])
def test_where_the_conversation_waits_a_number_alone_is_asked_about(typed: str) -> None:
    found = choose(typed, ALL, waiting=True)
    assert found == Choices(27, CARD.buttons, waiting=True)
    said = answer_to(found)
    assert buttons_of(said) == ()
    assert "Chưa ghi nhận gì cho việc số 27. Để chọn, xin gõ 27 đã nắm." in as_text(said)


@pytest.mark.parametrize("typed", ["số 27", "Mã số 27", "mục 27", "27 người của chi bộ", "số 27 của ban nào"])
def test_where_the_conversation_waits_an_answer_with_a_number_in_it_is_an_answer(typed: str) -> None:
    assert choose(typed, ALL, waiting=True) is None


@pytest.mark.parametrize(
    "typed",
    [
        "27 ạ?",
        "27 rõ?",
        "rõ 27?",
        "27 rõ 👎",
        "27 đã nắm???",
        "27 rõ ạ ?",
        "27 👍",
        "👎 27",
        "27？",
        "31 dự?",
    ],
)
def test_a_question_mark_or_a_pictogram_with_it_presses_nothing(typed: str) -> None:
    assert isinstance(choose(typed, ALL), Choices)


@pytest.mark.parametrize("typed", ["1?", "1 ạ?", "mở số 1?", "1 👎"])
def test_a_question_mark_behind_a_choice_of_a_menu_presses_nothing_either(typed: str) -> None:
    assert not isinstance(choose(typed, (menu(OPEN_1, OPEN_2),)), Pressed)


AGREE = Button("✅ Đồng ý cả 4 mục", Act.CONSENT, 4)
BY_ONE = Button("Chọn từng mục", Act.CHOOSE_CONSENT, 4)
REFUSE = Button("Không đồng ý, nhận bản giấy", Act.NO_CONSENT, 4)
OFFER = menu(AGREE, BY_ONE, REFUSE)


def test_in_a_menu_what_is_dangerous_has_words_and_what_agrees_has_few() -> None:
    assert codes_of(menu(APPROVE, APPROVE_AT, RETURN)) == ["duyệt phát hành", "1", "2"]
    assert codes_of(OFFER) == ["đồng ý", "1", "không đồng ý"]
    assert codes_of(menu(REMIND, NAMES)) == ["nhắc 5 người", "1"]


def test_what_would_be_called_alike_is_counted() -> None:
    people = [Button(f"Thu hồi {name}", Act.REVOKE_INVITATION, place) for place, name in enumerate(PEOPLE)]
    long = Button("Thu hồi Nguyễn Hoàng Phương Thảo Nguyên", Act.REVOKE_INVITATION, 7)
    assert codes_of(menu(*people, long))[:2] == ["thu hồi mã 1", "thu hồi mã 2"]
    assert codes_of(menu(long, replace(long, subject=8))) == ["thu hồi mã 1", "thu hồi mã 2"]
    assert codes_of(menu(long)) == ["thu hồi mã"]
    assert codes_of(menu(Button("🗑", Act.DISCARD, 1))) == ["đồng ý 1"]
    assert pressed("Thu hồi mã 2", menu(long, replace(long, subject=8))) == ("156:8:0", "")


@pytest.mark.parametrize(
    ("typed", "button"),
    [
        *((said, AGREE) for said in ("đồng ý", "Dong y.", "dạ đồng ý ạ", "Tôi đồng ý", "đồng ý cả")),
        *((said, AGREE) for said in ("Đồng ý cả 4 mục", "Đồng ý cả 4 mục: gõ đồng ý", "gõ đồng ý")),
        *((said, REFUSE) for said in ("không đồng ý", "Tôi không đồng ý", "không đồng ý, nhận bản giấy")),
    ],
)
def test_words_press_what_no_number_does(typed: str, button: Button) -> None:
    assert pressed(typed, OFFER) == (key_of(button), "")


@pytest.mark.parametrize(
    "typed", ["đồng ý?", "đồng", "không", "đồng ý cái gì", "chưa đồng ý", "4", "2", "vâng"]
)
def test_nothing_less_than_its_words_does(typed: str) -> None:
    assert not isinstance(choose(typed, (OFFER, CARD)), Pressed)


def test_what_cannot_have_been_read_is_not_pressed_and_what_was_is() -> None:
    unseen = replace(menu(OPEN_1, REMIND), unseen=frozenset({key_of(OPEN_1), key_of(REMIND)}))
    for typed in ("1", "nhắc", "mở số 1", "2", "9"):
        assert choose(typed, (unseen, CARD)) == Unseen()
    assert pressed("27", unseen, CARD) == (key_of(ACKNOWLEDGE), "")
    hidden = replace(CARD, unseen=frozenset(map(key_of, CARD.buttons)))
    assert choose("27", (hidden,)) == Unseen()
    assert choose("27 ok", (hidden,)) == Unseen()
    assert "Xin xem tin mới nhất rồi chọn lại" in as_text(answer_to(Unseen()))


def test_choices_are_a_menu_and_what_is_dangerous_keeps_its_word() -> None:
    found = choose("50", ALL)
    assert isinstance(found, Choices)
    asked = coded(answer_to(found), number=None)
    assert [button.code for button in buttons_of(asked)] == ["50 duyệt phát hành", "1", "2"]
    assert as_text(asked).splitlines() == [
        "Việc số 50 có nhiều lựa chọn nên chưa ghi nhận gì.",
        "",
        "Trả lời một số để chọn:",
        "1. Duyệt, hẹn giờ phát hành",
        "2. Trả lại",
        "Duyệt, phát hành ngay: trả lời 50 duyệt phát hành",
    ]


def test_an_unknown_number_is_answered_with_what_to_do_next() -> None:
    said = as_text(answer_to(Unknown(28)))
    assert "28" in said
    assert "“cần làm”" in said
    assert buttons_of(answer_to(Unknown(28))) == ()


@given(st.text(max_size=40), st.booleans())
def test_whatever_is_typed_a_number_alone_never_does_what_is_dangerous(typed: str, waiting: bool) -> None:
    found = choose(f"50{typed}", ALL, waiting=waiting)
    if isinstance(found, Pressed) and found.button.act in DANGEROUS:
        assert "duyet" in fold(typed)


@given(st.text(max_size=60))
def test_no_typed_words_are_a_fault(typed: str) -> None:
    choose(typed, (*ALL, menu(OPEN_1, OPEN_2)))


def test_every_confirmation_is_dangerous_and_nothing_dangerous_is_harmless() -> None:
    assert {act for act in Act if act.name.endswith("_CONFIRMED")} <= DANGEROUS < WANTS_WORDS
    assert not WANTS_WORDS & HARMLESS


@given(st.text(max_size=40), st.booleans())
def test_whatever_is_typed_a_menu_does_what_is_dangerous_by_its_words_alone(
    typed: str, waiting: bool
) -> None:
    offers = (menu(APPROVE, REMIND, OPEN_1), CARD)
    for head in ("", "1", "2", "27"):
        found = choose(f"{head}{typed}", offers, waiting=waiting)
        if isinstance(found, Pressed) and found.button.act in WANTS_WORDS:
            assert {"duyet", "nhac"} & set(fold(typed).split())


def test_buttons_are_written_and_read_and_what_cannot_be_read_offers_nothing() -> None:
    standing = tuple(Standing(button, (3, 5)) for button in CARD.buttons)
    assert from_json(to_json(standing)) == standing
    for content in ("", "{}", '[{"label":"x","act":254}]'):
        assert from_json(content) == ()
