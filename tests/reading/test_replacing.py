from datetime import date

import pytest

from bot.reading import DocumentNumber, Field, read_document
from bot.reading.recognisers.replacing import find_replaced
from bot.reading.sentences import sentences_of

HEAD = "ĐẢNG ỦY TỈNH\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 19-KH/ĐU\n\nKẾ HOẠCH\nHọp\n\n"


def replaced(text: str) -> Field[DocumentNumber] | None:
    return find_replaced(text, list(sentences_of(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch này thay thế Kế hoạch số 11-KH/ĐU, ngày 03/8/2026.",
        "Kế hoạch này thay thế cho Kế hoạch số 11-KH/ĐU.",
        "Thu hồi Kế hoạch số 11-KH/ĐU do có sai sót.",
        "Bãi bỏ Kế hoạch số 11 - KH/ĐU.",
        "Quyết định này có hiệu lực từ ngày ký và hủy bỏ Kế hoạch số 11-KH/ĐU.",
        "Căn cứ Công văn số 3-CV/TU; Kế hoạch này thay thế Kế hoạch số 11-KH/ĐU.",
        "Kế hoạch số 11-KH/ĐU không còn hiệu lực.",
        "Kế hoạch số 11-KH/ĐU, ngày 01/10/2026 hết hiệu lực từ hôm nay.",
        "Kế hoạch số 11-KH/ĐU, ngày 01/10/2026 được thay thế bằng Kế hoạch này.",
        "Kế hoạch số 11-KH/ĐU bị bãi bỏ bởi Quyết định này.",
        "Kế hoạch số 11-KH/ĐU bị bãi bỏ.",
        "Kế hoạch số 11-KH/ĐU hết hiệu lực kể từ ngày Kế hoạch này có hiệu lực.",
        "Kể từ ngày Kế hoạch này có hiệu lực, Kế hoạch số 11-KH/ĐU hết hiệu lực.",
        "Kế hoạch số 11-KH/ĐU và các văn bản trái với Kế hoạch này hết hiệu lực.",
    ],
)
def test_what_a_text_replaces_is_the_number_beside_the_verb(text: str) -> None:
    field = replaced(text)
    assert field is not None
    assert (field.value.key, field.sure) == (("11", "KH", "ĐU"), True)
    assert text[field.start : field.end] == field.value.printed


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch này thay thế các nội dung đã nêu trong Kế hoạch số 11-KH/ĐU.",
        "Quy định số 208-QĐ/TW thay thế Quy định số 24-QĐ/TW.",
        "Bãi bỏ Thông tư số 07/2021/TT-BNV và Thông tư số 02/2019/TT-BNV.",
        "Kế hoạch này thay thế Kế hoạch số 11-kh/du.",
        "Kế hoạch số 11-KH/ĐU được thay thế.",
        "Các nội dung của Kế hoạch số 11-KH/ĐU trái với Kế hoạch này hết hiệu lực.",
        "Kế hoạch số 11-KH/ĐU và Kế hoạch số 12-KH/ĐU được thay thế bằng Kế hoạch này.",
    ],
)
def test_what_only_may_be_replaced_is_not_sure(text: str) -> None:
    field = replaced(text)
    assert field is not None
    assert not field.sure


@pytest.mark.parametrize(
    "text",
    [
        "Quy định số 24-QĐ/TW được thay thế bằng Quy định số 208-QĐ/TW.",
        "Sửa đổi, bổ sung một số điều của Quy chế kèm theo Quyết định số 156/QĐ-UBND.",
        "Thực hiện Kế hoạch số 11-KH/ĐU. Người vắng được thay thế.",
        "Thu hồi tài liệu sau hội nghị. Kế hoạch số 11-KH/ĐU vẫn áp dụng.",
        "Kế hoạch này thay thế kế hoạch trước đây.",
        "Văn bản này bị bãi bỏ bởi Quyết định số 402/QĐ-UBND, ngày 01/9/2026.",
        "Kế hoạch này được thay thế bằng Kế hoạch số 30-KH/ĐU.",
        "Kế hoạch này hết hiệu lực khi có Kế hoạch số 30-KH/ĐU.",
        "Kể từ ngày Quyết định số 402/QĐ-UBND có hiệu lực, Văn bản này hết hiệu lực.",
        "Kế hoạch số 11-KH/ĐU hết hiệu lực kể từ ngày Kế hoạch số 20-KH/ĐU có hiệu lực.",
        "Kế hoạch số 11-KH/ĐU bị bãi bỏ, thay bằng Kế hoạch số 12-KH/ĐU.",
        "Kế hoạch số 11-KH/ĐU đã bị bãi bỏ từ năm 2020.",
        "Hướng dẫn số 1-HD/TU bị thay thế bởi Hướng dẫn số 2-HD/TU; số 3-HD/TU bị thu hồi theo số 4-QĐ/TU.",
    ],
)
def test_a_number_that_is_only_cited_is_not_replaced(text: str) -> None:
    assert replaced(text) is None


def test_what_news_says_to_be_replaced_is_never_sure() -> None:
    news = "Quy định mới\n\nĐảng ủy đã ban hành Kế hoạch số 19-KH/ĐU, thay thế Kế hoạch số 11-KH/ĐU."
    field = read_document(news, today=date(2026, 11, 22)).replaces
    assert field is not None
    assert not field.sure


def test_a_paper_that_replaces_another_says_which() -> None:
    paper = read_document(f"{HEAD}Kế hoạch này thay thế Kế hoạch số 11-KH/ĐU.", today=date(2026, 11, 22))
    assert paper.number is not None
    assert paper.replaces is not None
    assert (paper.number.value.number, paper.replaces.value.number, paper.replaces.sure) == ("19", "11", True)


@pytest.mark.parametrize(
    "line",
    [
        "Kế hoạch số 11-KH/ĐU được thay thế bằng Kế hoạch số 19-KH/ĐU.",
        "Kế hoạch số 19-KH/ĐU thay thế Kế hoạch số 11-KH/ĐU.",
        "Kế hoạch số 11-KH/ĐU hết hiệu lực khi Kế hoạch số 19-KH/ĐU có hiệu lực.",
    ],
)
def test_a_paper_that_names_itself_by_its_number_is_the_one_that_replaces(line: str) -> None:
    field = read_document(f"{HEAD}{line}", today=date(2026, 11, 22)).replaces
    assert field is not None
    assert (field.value.number, field.sure) == ("11", True)


def test_a_paper_that_was_itself_replaced_replaces_none() -> None:
    line = "Kế hoạch số 19-KH/ĐU bị thay thế bởi Kế hoạch số 30-KH/ĐU; Kế hoạch số 19-KH/ĐU hết hiệu lực."
    assert read_document(f"{HEAD}{line}", today=date(2026, 11, 22)).replaces is None
