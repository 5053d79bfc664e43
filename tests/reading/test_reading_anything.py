"""No text stops the reader: whatever is thrown at it, it ends and says where what it found stands."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading import Field, normalise, read_document

TODAY = date(2026, 11, 22)
PIECES = (
    *(
        "số ",
        "Số 1-KH/ĐU\n",
        "1/2/",
        "ngày 1/1",
        "ngày 1 tháng ",
        "trước ngày ",
        "đồng chí ",
        "Đồng chí An An, ",
    ),
    *(
        "các đồng chí: A B, ",
        "Giao ",
        "Giao các ",
        "giao các chi bộ ",
        "Chi bộ ",
        "KẾ HOẠCH\n",
        "thay thế ",
        "TM. ",
    ),
    *(
        "T/M ĐẢNG ỦY\nBÍ THƯ\nLý A Páo\n",
        "A",
        "a ",
        "Á",
        " ",
        "\n",
        ".",
        ". A",
        "-",
        "1. ",
        "|",
        "…",
        "DỰ THẢO\n",
    ),
    *(
        "Phó Chủ tịch Lý ",
        "chủ trì ",
        "tổ chức hội nghị ",
        "Thời gian: ",
        "đảng viên ",
        "\ufffd",
        "a\u0302 ",
        "»",
        "%",
    ),
    *(
        "số 1-KH/ĐU bị thay thế bởi ",
        "số 1-KH/ĐU hết hiệu lực kể từ khi Kế hoạch ",
        "Các nội dung của Kế hoạch ",
        "- Giao các tổ:\n",
        "1. Phân công:\n- Đồng chí A B: ",
        "; đề nghị các chi bộ ",
        "nhận từ 1/1/2027 đến 2/1/2027 ",
        "Sáng 1/1/2026, chị A, ",
        "From: a\n",
        "CHI BỘ\n",
    ),
    *("a.b.c.", "http://a.b/", "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN\n", "Nơi nhận: ", "Lý Lý ", "12KH/ĐU "),
)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", PIECES)
def test_the_reader_ends_on_a_long_run_of_anything(piece: str) -> None:
    document = read_document(piece * (30_000 // len(piece.encode())), today=TODAY)
    assert document.damage is None or 0 < document.damage.share <= 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=30).map("".join))
def test_what_is_found_in_anything_stands_where_it_says(text: str) -> None:
    document = read_document(text, today=TODAY)
    body = document.body
    for point in document.main_points:
        assert body[point.start : point.end] == point.text
    for task in document.tasks:
        assert body[task.start : task.end] == task.value.text
    for name in document.__slots__:
        field = getattr(document, name)
        if isinstance(field, Field):
            assert 0 <= field.start <= field.end <= len(body)
            assert not (document.is_damaged and field.sure)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_the_written_form_is_reached_in_one_step(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
