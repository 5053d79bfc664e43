import pytest

from bot.reading import read_document
from bot.reading.display import display_issuer, display_title
from tests.reading.expected import TODAY


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("về việc nộp ảnh", "Về việc nộp ảnh"),
        ("V/v báo cáo số liệu", "Về việc báo cáo số liệu"),
        ("v/v: báo cáo số liệu", "Về việc báo cáo số liệu"),
        ("đề nghị công nhận", "Đề nghị công nhận"),
        ("Sơ kết năm 2026", "Sơ kết năm 2026"),
        ("VỀ VIỆC GỬI VĂN BẢN", "VỀ VIỆC GỬI VĂN BẢN"),
        ("“Nhà giáo gương mẫu”", "“Nhà giáo gương mẫu”"),
        ("", ""),
    ],
)
def test_a_title_begins_with_a_capital(printed: str, shown: str) -> None:
    assert display_title(printed) == shown


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH", "Đảng ủy Liên đoàn Lao động tỉnh"),
        ("LĐLĐ TỈNH TRƯỜNG NGUYÊN", "LĐLĐ tỉnh Trường Nguyên"),
        ("UBND TỈNH BÀ RỊA - VŨNG TÀU", "UBND tỉnh Bà Rịa - Vũng Tàu"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("ĐẢNG UỶ XÃ HOÀ LÂM", "Đảng uỷ xã Hoà Lâm"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("SỞ Y TẾ - LIÊN ĐOÀN LAO ĐỘNG TỈNH", "Sở Y tế - Liên đoàn Lao động tỉnh"),
        ("CHI BỘ TỔ DÂN PHỐ SỐ 4", "Chi bộ tổ dân phố số 4"),
        ("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", "Đảng ủy các cơ quan Đảng tỉnh"),
        ("BẢO HIỂM XÃ HỘI TỈNH", "Bảo hiểm xã hội tỉnh"),
        ("KHU PHỐ III", "Khu phố III"),
        ("THÔN VI LĨNH", "Thôn Vi Lĩnh"),
    ],
)
def test_an_issuer_in_capitals_is_shown_as_it_is_written(printed: str, shown: str) -> None:
    assert display_issuer(printed) == shown


@pytest.mark.parametrize(
    "printed",
    [
        "CÔNG ĐOÀN CƠ SỞ CÔNG TY MAY SÔNG KHÊ",
        "TRUNG TÂM DỊCH VỤ CÔNG XÃ HÒA LÂM",
        "ỦY BAN NHÂN DÂN XÃ HÒA LÂM VÀ XÃ LỘC SƠN",
        "CHI BỘ XÃ LỘC SƠN ĐẢNG ỦY TỈNH",
        "CHI BỘ THÔN K'BANG",
        "ĐẢNG ỦY -",
        "Đảng ủy xã LỘC SƠN",
        "UBND",
        "",
    ],
)
def test_an_issuer_that_is_not_known_word_for_word_stays_as_printed(printed: str) -> None:
    assert display_issuer(printed) == printed


def test_the_places_of_title_and_issuer_are_those_of_what_is_printed() -> None:
    paper = read_document(
        "ĐẢNG ỦY XÃ LỘC SƠN\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-CV/ĐU\nV/v nộp ảnh\n\nKính gửi: Các chi bộ.",
        today=TODAY,
    )
    assert paper.title is not None
    assert paper.issuer is not None
    assert (paper.title.value, paper.body[paper.title.start : paper.title.end]) == (
        "Về việc nộp ảnh",
        "V/v nộp ảnh",
    )
    assert paper.body[paper.issuer.start : paper.issuer.end] == "ĐẢNG ỦY XÃ LỘC SƠN"


def test_half_a_name_goes_with_the_line_under_it() -> None:
    paper = read_document(
        "ĐẢNG BỘ XÃ LỘC SƠN\tĐẢNG CỘNG SẢN VIỆT NAM\nCHI BỘ\nTRẠM Y TẾ\nSố 5-TB/CB\n\nTHÔNG BÁO\nHọp\n",
        today=TODAY,
    )
    assert paper.issuer is not None
    assert paper.issuer.value == "Chi bộ Trạm Y tế"
