import unicodedata

from bot.channels.zalo.text import as_text, as_texts, key_of, numbered
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Folded, Line, Link, Message
from bot.messages.splitting import utf16_length

ACKNOWLEDGE = Button("✅ Đã nắm", Act.ACKNOWLEDGE, subject=12, token="t-ack")
ASK = Button("❓ Hỏi lại", Act.ASK, subject=12, token="t-ask")
CARD = Message(
    blocks=(
        Bold("VĂN BẢN CHỈ ĐẠO · cần xác nhận"),
        Line("Số 12-KH/ĐU · Kế hoạch"),
        Folded("▸ Ý chính", "Đọc kế hoạch.\nDự sinh hoạt."),
        Link("📄 Toàn văn", "https://vanphong.example.vn/v/1"),
        Buttons(rows=((ACKNOWLEDGE,), (ASK,))),
    )
)


def test_a_card_reads_as_on_paper_with_what_to_answer_at_its_foot() -> None:
    assert as_text(CARD, codes={"t-ack": "27", "t-ask": "27"}) == (
        "VĂN BẢN CHỈ ĐẠO · cần xác nhận\n"
        "Số 12-KH/ĐU · Kế hoạch\n"
        "Ý chính:\nĐọc kế hoạch.\nDự sinh hoạt.\n"
        "Toàn văn: https://vanphong.example.vn/v/1\n"
        "\n"
        "Đã nắm: trả lời 27\n"
        "Hỏi lại: gõ 27 và câu hỏi"
    )


def test_codes_may_be_given_by_what_the_button_asks_for() -> None:
    text = as_text(CARD, codes={key_of(ACKNOWLEDGE): "31"})
    assert "Đã nắm: trả lời 31" in text


def test_a_button_without_a_code_is_not_offered() -> None:
    text = as_text(CARD, codes={"t-ack": "27"})
    assert "Hỏi lại" not in text


def test_without_codes_the_buttons_are_numbered_from_one() -> None:
    text = as_text(CARD)
    assert "Đã nắm: trả lời 1" in text
    assert "Hỏi lại: gõ 2 và câu hỏi" in text
    assert numbered(CARD) == {key_of(ACKNOWLEDGE): "1", key_of(ASK): "2"}


def test_a_label_that_is_only_a_pictogram_is_kept() -> None:
    only = Button("🔔", Act.REMIND, subject=1)
    assert as_text(Message(blocks=(Line("Nhắc"), Buttons(rows=((only,),))))).endswith("🔔: trả lời 1")


def test_a_figure_or_a_bracket_at_the_start_of_a_label_is_kept() -> None:
    labels = ["5 người", "(tiếp)", "+84"]
    rows = tuple((Button(label, Act.REMIND, subject=n),) for n, label in enumerate(labels))
    text = as_text(Message(blocks=(Buttons(rows=rows),)))
    assert [line.partition(":")[0] for line in text.splitlines()] == labels


def test_a_long_text_is_cut_under_the_limit_and_loses_nothing() -> None:
    long = " ".join(f"câu{n}" for n in range(800))
    texts = as_texts(Message(blocks=(Bold("Toàn văn"), Line(long), Buttons(rows=((ACKNOWLEDGE,),)))))
    assert len(texts) > 1
    assert all(utf16_length(text) <= 2000 for text in texts)
    assert " ".join(" ".join(texts).split()) == f"Toàn văn {long} Đã nắm: trả lời 1"
    assert texts[-1].endswith("Đã nắm: trả lời 1")


def test_decomposed_letters_come_out_composed() -> None:
    text = as_text(Message(blocks=(Line(unicodedata.normalize("NFD", "Nền nếp")),)))
    assert text == "Nền nếp"


def test_a_message_without_text_is_empty_and_makes_no_message() -> None:
    assert as_text(Message()) == ""
    assert as_texts(Message()) == ()
