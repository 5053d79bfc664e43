from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading import ReadDocument, normalise, read_document

TEXTS = Path(__file__).parent.parent / "texts"
TODAY = date(2026, 11, 22)

_PIECES = st.sampled_from(
    [
        "ĐẢNG ỦY LĐLĐ TỈNH",
        "Số 12-KH/ĐU\tSơn Giang, ngày 20 tháng 11 năm 2026",
        "KẾ HOẠCH",
        "Ngày 20/11/2026, Đảng bộ tổ chức Hội nghị sơ kết công tác Đảng.",
        "Tuy nhiên còn hạn chế: Một số chi bộ chưa sinh hoạt đúng kỳ, tài liệu gửi còn chậm.",
        "Đồng chí yêu cầu các chi bộ cần tập trung khắc phục ngay. Tăng cường kiểm tra, giám sát.",
        "1. Các chi bộ gửi báo cáo về Văn phòng trước ngày 30/11/2026.",
        "- Đọc tài liệu, chuẩn bị ý kiến phát biểu tại buổi sinh hoạt;",
        "Lượt xem: 12",
        "Đăng ngày 21/11/2026",
        "100%",
        "",
    ]
)
_OFFICE_TEXTS = st.lists(_PIECES | st.text(max_size=40), max_size=14).map("\n".join)


def assert_quoted(document: ReadDocument) -> None:
    for point in document.main_points:
        assert point.text == document.body[point.start : point.end]
        assert point.text.strip()
    assert len(document.main_points) <= 5
    fields = [getattr(document, name) for name in document.__dataclass_fields__]
    for field in fields:
        if hasattr(field, "sure"):
            assert 0 <= field.start <= field.end <= len(document.body)


@given(_OFFICE_TEXTS)
def test_every_main_point_is_a_quotation_whatever_the_text(text: str) -> None:
    assert_quoted(read_document(text, today=TODAY))


@pytest.mark.parametrize("name", sorted(path.name for path in TEXTS.glob("*.txt")))
def test_every_main_point_of_real_looking_texts_is_a_quotation(name: str) -> None:
    document = read_document((TEXTS / name).read_text(encoding="utf-8"), today=TODAY)
    assert_quoted(document)
    assert document.main_points


@given(_OFFICE_TEXTS)
def test_reading_adds_no_word_to_the_body(text: str) -> None:
    words = normalise(text).split()
    remaining = iter(words)
    assert all(word in remaining for word in read_document(text, today=TODAY).body.split())


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "piece",
    [
        "A. ",
        "1/",
        "số ",
        "trước ngày 1/2/2027 ",
        "1. Tổ chức họp ngày 3/12/2026.\n",
        "đồng chí Lê Văn Anh, Bí thư ",
    ],
)
def test_reading_ends_on_a_large_text_of_anything(piece: str) -> None:
    text = "KẾ HOẠCH\n" + piece * (100_000 // len(piece.encode()))
    assert_quoted(read_document(text, today=TODAY))
