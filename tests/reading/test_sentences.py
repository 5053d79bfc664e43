import pytest

from bot.reading.lines import Span
from bot.reading.sentences import is_finished, is_listed, sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Một. Hai.", ["Một.", "Hai."]),
        ("Đ/c. Thuận chủ trì. Mọi người dự.", ["Đ/c. Thuận chủ trì.", "Mọi người dự."]),
        ("Do TM. BAN THƯỜNG VỤ ký. Hết.", ["Do TM. BAN THƯỜNG VỤ ký.", "Hết."]),
        ("Tại TP. Vinh họp. Hết.", ["Tại TP. Vinh họp.", "Hết."]),
        ("Có 2.909 đoàn viên. Đạt 97,5%.", ["Có 2.909 đoàn viên.", "Đạt 97,5%."]),
        ("Sáu tháng… Kết quả tốt...", ["Sáu tháng…", "Kết quả tốt..."]),
        ("gồm sách, báo... và tài liệu.", ["gồm sách, báo... và tài liệu."]),
        ("Hỏi: đủ chưa? Đủ!", ["Hỏi: đủ chưa?", "Đủ!"]),
        ("Ông nói: “Rõ.” Rồi về.", ["Ông nói: “Rõ.”", "Rồi về."]),
        ("Đồng chí A. B. Sơn dự.", ["Đồng chí A. B. Sơn dự."]),
        ("Có hai việc. 1. Đọc. 2. Ghi.", ["Có hai việc.", "1. Đọc.", "2. Ghi."]),
        ("1. Chuẩn bị. 2 chi bộ dự.", ["Chuẩn bị.", "2 chi bộ dự."]),
        ("II. NỘI DUNG\na) Đọc tài liệu;\n- Ghi ý kiến;", ["NỘI DUNG", "Đọc tài liệu;", "Ghi ý kiến;"]),
        ("1.2. Kế hoạch 6 tháng.", ["Kế hoạch 6 tháng."]),
        ("Họp năm 2026. Năm 2027 làm tiếp.", ["Họp năm 2026.", "Năm 2027 làm tiếp."]),
        ("", []),
    ],
)
def test_text_is_parted_into_sentences(text: str, sentences: list[str]) -> None:
    found = list(sentences_of(text))
    assert [sentence.text for sentence in found] == sentences
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)


def test_an_item_of_a_list_is_told_from_a_sentence_inside_a_line() -> None:
    text = "Mở đầu.\n1. Đọc kế hoạch. Ghi ý kiến."
    assert [is_listed(text, sentence) for sentence in sentences_of(text)] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "finished"),
    [("Hết.", True), ("Hết…", True), ("“Hết.”", True), ("Toàn cảnh hội nghị", False), ("gồm:", False)],
)
def test_captions_and_headings_are_not_finished(text: str, finished: bool) -> None:
    assert is_finished(Span(text, 0, len(text))) is finished
