"""A message where there is nothing but text: against the sketch in look-and-words.md."""

import unicodedata

import pytest

from bot.messages.acts import Act
from bot.messages.blocks import AskContact, Block, Bold, Button, Buttons, File, Folded, Line, Link, Message
from bot.messages.numbered.codes import coded
from bot.messages.plain import AIM, Ways, as_text, plain
from bot.messages.splitting import utf16_length
from bot.texts import cards

ACKNOWLEDGE = Button("✅ Đã nắm", Act.ACKNOWLEDGE, subject=12)
FULL_TEXT = Button("📄 Toàn văn", Act.FULL_TEXT, subject=12)
ASK = Button("❓ Hỏi lại", Act.ASK, subject=12)
PAGE = "https://loa.example.vn/v/IjEyMyI.abc"
FOOTER = "Tin tự động của Văn phòng Đảng ủy."


def card(*more: Block, buttons: tuple[Button, ...] = (ACKNOWLEDGE, FULL_TEXT, ASK)) -> Message:
    return coded(
        Message(
            (
                Bold("VĂN BẢN CHỈ ĐẠO · cần xác nhận"),
                Line("Số 12-KH/ĐU · Kế hoạch"),
                Bold("Nền nếp sinh hoạt chi bộ quý IV"),
                Line("Đảng ủy LĐLĐ tỉnh, 20/11/2026"),
                Line("⏰ Hạn: 17:00 thứ Sáu, 27/11/2026"),
                Line(""),
                Line("Đồng chí Bình cần làm:"),
                Line("1. Đọc kế hoạch, chuẩn bị ý kiến"),
                *more,
                Buttons((buttons,)),
            )
        ),
        number=27,
    )


POINTS = Folded(cards.MAIN_POINTS, "Sinh hoạt đủ kỳ.\nNêu gương.")


def test_a_card_reads_as_on_paper_with_what_to_answer_at_its_foot() -> None:
    assert as_text(card(POINTS), ways=Ways(full_text=PAGE), footer=FOOTER).splitlines() == [
        "VĂN BẢN CHỈ ĐẠO – cần xác nhận",
        "Số 12-KH/ĐU · Kế hoạch",
        "Nền nếp sinh hoạt chi bộ quý IV",
        "Đảng ủy LĐLĐ tỉnh, 20/11/2026",
        "Hạn: 17:00 thứ Sáu, 27/11/2026",
        "",
        "Đồng chí Bình cần làm:",
        "1. Đọc kế hoạch, chuẩn bị ý kiến",
        "",
        "Ý chính:",
        "Sinh hoạt đủ kỳ.",
        "Nêu gương.",
        "",
        "Đã nắm: trả lời 27",
        "Hỏi lại: gõ 27 và câu hỏi",
        f"Toàn văn: {PAGE}",
        FOOTER,
    ]


def test_without_a_page_the_full_text_is_asked_for_by_its_word() -> None:
    assert as_text(card()).splitlines()[-3:] == [
        "Đã nắm: trả lời 27",
        "Toàn văn: trả lời 27 toàn văn",
        "Hỏi lại: gõ 27 và câu hỏi",
    ]


def test_what_is_internal_leads_to_the_same_page_and_not_to_two() -> None:
    internal = card(Link(cards.READ_ON_PAGE, "https://loa.example.vn/w/x"), buttons=(ACKNOWLEDGE, ASK))
    text = as_text(internal, ways=Ways(full_text=PAGE))
    assert text.splitlines()[-1] == f"Toàn văn: {PAGE}"
    assert "/w/x" not in text
    assert "Đọc toàn văn (hộp thư web): https://loa.example.vn/w/x" in as_text(internal)


def test_a_page_is_not_named_under_what_has_no_full_text() -> None:
    assert PAGE not in as_text(card(buttons=(ACKNOWLEDGE, ASK)), ways=Ways(full_text=PAGE))


def test_a_part_that_makes_a_card_too_long_is_left_to_the_page() -> None:
    long = Folded(cards.MAIN_POINTS, "Sinh hoạt đủ kỳ. " * 40)
    text = as_text(card(long), ways=Ways(full_text=PAGE), footer=FOOTER)
    assert "Ý chính: có trong toàn văn" in text
    assert "Sinh hoạt đủ kỳ" not in text
    assert utf16_length(text) <= AIM


def test_of_two_long_parts_the_first_stays_where_there_is_room_for_it() -> None:
    to_do, points = Folded(cards.TO_DO_FOLDED, "Đọc kế hoạch."), Folded(cards.MAIN_POINTS, "chữ " * 200)
    text = as_text(card(to_do, points), ways=Ways(full_text=PAGE))
    assert "Việc cần làm:\nĐọc kế hoạch." in text
    assert "Ý chính: có trong toàn văn" in text


def test_a_long_part_is_opened_where_it_can_be_read_nowhere_else() -> None:
    text = as_text(card(Folded(cards.MAIN_POINTS, "Sinh hoạt đủ kỳ. " * 40)))
    assert text.count("Sinh hoạt đủ kỳ.") == 40
    assert "có trong toàn văn" not in text


def test_a_button_without_a_code_is_not_offered() -> None:
    text = as_text(Message((Line("x"), Buttons(((ACKNOWLEDGE, FULL_TEXT),)))))
    assert text == "x"


def test_a_reminder_opens_what_it_lists_with_one_line() -> None:
    rows = tuple((Button(f"Mở số {place}", Act.OPEN_CARD, place),) for place in (1, 2, 3))
    listed = Message((Line("1. a"), Line("2. b"), Line("3. c"), Buttons(rows)))
    assert as_text(coded(listed, number=31)).splitlines()[-1] == "Mở: trả lời 31 kèm số thứ tự, ví dụ 31 1"
    assert as_text(coded(listed, number=None)).splitlines()[-2:] == ["", "Mở: trả lời số thứ tự (1 đến 3)"]


def test_a_list_that_is_not_numbered_as_its_menu_is_written_out() -> None:
    rows = tuple((Button(f"Mở số {place}", Act.OPEN_CARD, place),) for place in (1, 2))
    other = (Button("Lịch", Act.OPEN_SESSION, 1),)
    text = as_text(coded(Message((Line("x"), Buttons((other, *rows)))), number=None))
    assert text.splitlines()[-4:] == ["Trả lời một số để chọn:", "1. Lịch", "2. Mở số 1", "3. Mở số 2"]


def test_a_menu_beside_a_list_goes_on_counting_below_it() -> None:
    rows = tuple((Button(f"Mở số {place}", Act.OPEN_CARD, place),) for place in (1, 2))
    undo = (Button("Hoàn tác Số 12-KH/ĐU", Act.UNDO, 12),)
    text = as_text(coded(Message((Line("x"), Buttons((*rows, undo)))), number=None))
    assert text.splitlines()[-2:] == ["Mở: trả lời số thứ tự (1 đến 2)", "Hoàn tác Số 12-KH/ĐU: trả lời 3"]


def test_several_choices_below_a_list_say_that_they_are_answered_by_number_too() -> None:
    rows = tuple((Button(f"Mở số {place}", Act.OPEN_CARD, place),) for place in (1, 2))
    others = ((Button("Hoàn tác số 12-KH/ĐU", Act.UNDO, 12),), (Button("Chi bộ 1: 2/4", Act.NAMES, 1),))
    text = as_text(coded(Message((Line("x"), Buttons((*rows, *others)))), number=None))
    assert text.splitlines()[-4:] == [
        "Mở: trả lời số thứ tự (1 đến 2)",
        "Việc khác, trả lời một số để chọn:",
        "3. Hoàn tác số 12-KH/ĐU",
        "4. Chi bộ 1: 2/4",
    ]


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Thôi", ["Thôi: trả lời 1"]),
        ("Số 11-KH/ĐU: 2/4", ["Trả lời một số để chọn:", "1. Số 11-KH/ĐU: 2/4"]),
        ("1. Hộp thư web", ["Trả lời một số để chọn:", "1. Hộp thư web"]),
        ("5 người", ["Trả lời một số để chọn:", "1. 5 người"]),
    ],
)
def test_a_single_choice_is_one_line_where_it_reads_well(label: str, lines: list[str]) -> None:
    menu = Message((Line("x"), Buttons(((Button(label, Act.NAMES, 1),),))))
    assert as_text(coded(menu, number=None)).splitlines()[2:] == lines


def test_what_goes_on_with_the_persons_words_says_so() -> None:
    question = Message((Line("x"), Buttons(((Button("✍️ Trả lời", Act.ANSWER_QUESTION, 1), FULL_TEXT),))))
    assert "Trả lời: gõ 85 và câu trả lời" in as_text(coded(question, number=85))


def test_a_part_with_a_heading_of_its_own_needs_no_second_one() -> None:
    text = as_text(Message((Line("x"), Folded(cards.TO_DO_FOLDED, "Đồng chí Bình cần làm:\n1. Đọc"))))
    assert text == "x\n\nĐồng chí Bình cần làm:\n1. Đọc"


def test_in_a_menu_the_full_text_keeps_its_number_although_there_is_a_page() -> None:
    menu = coded(Message((Line("x"), Buttons(((ACKNOWLEDGE, FULL_TEXT, ASK),)))), number=None)
    text = as_text(menu, ways=Ways(full_text=PAGE))
    assert text.splitlines()[-3:] == ["1. Đã nắm", "2. Toàn văn", "3. Hỏi lại"]


def test_a_file_is_a_link_or_an_honest_word_and_promises_nothing_that_does_not_come() -> None:
    message = Message((Line("Báo cáo"), File("bao-cao.xlsx", 7)))
    url = "https://loa.example.vn/w/abc"
    assert as_text(message, ways=Ways(files={7: url})) == f"Báo cáo\nTệp bao-cao.xlsx: {url}"
    said = as_text(message)
    assert "Tệp bao-cao.xlsx:" not in said
    assert "không gửi kèm được tệp bao-cao.xlsx. Xin nhận tệp tại văn phòng." in said


def test_a_link_stands_on_one_line_and_one_to_press_at_the_foot() -> None:
    message = Message(
        (Link("🔎 Trang", "https://a.example"), Link("Mở", "https://b.example", as_button=True), Line("Hết"))
    )
    assert as_text(message) == "Trang: https://a.example\nHết\n\nMở: https://b.example"


def test_asking_for_a_contact_is_left_out() -> None:
    assert as_text(Message((Line("Chào"), AskContact("📱 Gửi số")))) == "Chào"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Gõ /canlam để xem, /trogiup để hỏi.", "Gõ “cần làm” để xem, “trợ giúp” để hỏi."),
        ("Xem https://a.example/gõ /moi", "Xem https://a.example/gõ mời"),
        ("Nơi nhận: /VPĐU; 12-KH/ĐU, và/hoặc /ban", "Nơi nhận: /VPĐU; 12-KH/ĐU, và/hoặc /ban"),
        ("⚠️ Chưa gửi", "Chưa gửi"),
        ("👨‍👩‍👧 Nhà", "Nhà"),
        ("‹ Quay lại", "Quay lại"),
        ("Trang sau ›", "Trang sau"),
        ("«Trích» ‹a›", "«Trích» ‹a›"),
        ("– gạch", "– gạch"),
        ("“Trích”", "“Trích”"),
        ("• điểm", "• điểm"),
        ("5 ✅ xong", "5 ✅ xong"),
        ("✅", "✅"),
    ],
)
def test_what_only_decorates_goes_and_every_word_stays(said: str, shown: str) -> None:
    assert as_text(Message((Line(said),))) == shown


def test_a_middle_dot_is_changed_in_headings_alone_also_behind_a_receipt() -> None:
    shown = Message((Line("Đã sửa"), Bold("DỰ THẢO · số 12"), Bold("Ca · kíp"), Line("E · F")))
    assert as_text(shown) == "Đã sửa\nDỰ THẢO – số 12\nCa · kíp\nE · F"


def test_what_is_plain_already_stays_as_it_is() -> None:
    once = plain(card(POINTS), ways=Ways(full_text=PAGE), footer=FOOTER)
    assert plain(once) == once


def test_protection_is_kept_for_who_can_give_it() -> None:
    assert plain(Message((Line("x"),), protected=True)).protected


def test_decomposed_letters_come_out_composed() -> None:
    assert as_text(Message((Line(unicodedata.normalize("NFD", "Nền nếp")),))) == "Nền nếp"


def test_a_message_without_text_is_empty() -> None:
    assert as_text(Message()) == ""
