import pytest

from bot.sources.steady import steady_words


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Lượt xem: 1.234", ""),
        ("Số lượt truy cập: 1 234 567", ""),
        ("(Đã xem: 57)", ""),
        ("Lượt đọc (12)", ""),
        ("1.234 lượt xem", ""),
        ("57 views", ""),
        ("Đang trực tuyến: 12", ""),
        ("Bình luận: 3", ""),
        ("20/11/2026 08:15 | Lượt xem: 99", "20/11/2026 08:15"),
        ("15/05/2015 | 9079", "15/05/2015"),
        ("Ban Tuyên giáo - 1.234 lượt xem", "Ban Tuyên giáo"),
        ("Hôm nay: Thứ Hai, 23/11/2026 14:05", ""),
        ("Bây giờ là 14:05, ngày 23 tháng 11 năm 2026", ""),
        ("Thứ hai, 23/11/2026, 14:05:31 (GMT+7)", ""),
        ("14:05:31 23/11/2026", ""),
        ("3 giờ trước", ""),
    ],
)
def test_counters_and_clocks_are_left_out(line: str, left: str) -> None:
    assert steady_words(f"Kế hoạch\n{line}\nThực hiện").split("\n") == ["Kế hoạch", left, "Thực hiện"]


@pytest.mark.parametrize(
    "line",
    [
        "Số 21-KH/ĐU",
        "Hà Nội, ngày 20 tháng 11 năm 2026",
        "Thời gian: 08:00 thứ Hai, 30/11/2026",
        "08 giờ 00, thứ Hai, ngày 30/11/2026",
        "Thứ hai - 23/11/2026 08:15",
        "Hôm nay, 20/11/2026, Đảng ủy tổ chức hội nghị sơ kết",
        "Trang đạt 1.234 lượt xem trong tháng 10",
        "Hội nghị trực tuyến: 12 điểm cầu",
        "Kinh phí: 1.200.000 đồng | Nguồn: công đoàn phí",
        "báo cáo trước ngày 05/12/2026",
        "3 tháng trước khi hết hạn phải báo cáo",
        "- 12 chi bộ - 3 tổ đảng",
        "  thụt đầu dòng 1  ",
        "Đã xem xét 12 hồ sơ",
        f"Lượt xem: 12 {'và phần còn lại của một câu dài ' * 5}",
    ],
)
def test_what_a_document_says_is_never_left_out(line: str) -> None:
    assert steady_words(line) == line


def test_a_line_made_to_be_slow_is_not() -> None:
    for hostile in ("1 " * 60, "thứ " * 30 + "1", "1.000" * 24, "(" * 119 + "1", "12:00:00" * 15):
        assert len(steady_words(f"{hostile}\n" * 2000)) <= len(f"{hostile}\n" * 2000)
