from datetime import date, time

import pytest

from bot.reading.document import Deadline
from bot.reading.recognisers.deadlines import find_deadlines, only_deadline

ISSUED_ON = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "last_day", "inclusive"),
    [
        ("Báo cáo trước ngày 30/11/2026.", date(2026, 11, 29), False),
        ("Báo cáo trước 30/11/2026.", date(2026, 11, 29), False),
        ("Hoàn thành trước ngày 01/12/2026.", date(2026, 11, 30), False),
        ("Đăng ký lớp học trước ngày 30/11/2026.", date(2026, 11, 29), False),
        ("Kế hoạch sinh hoạt chuyên đề xong trước ngày 30/11/2026.", date(2026, 11, 29), False),
        ("Thực hiện đến hết ngày 30/11/2026.", date(2026, 11, 30), True),
        ("Nộp chậm nhất là ngày 30/11/2026.", date(2026, 11, 30), True),
        ("Nộp chậm nhất vào ngày 30 tháng 11 năm 2026.", date(2026, 11, 30), True),
        ("Hạn: 30/11/2026", date(2026, 11, 30), True),
        ("Gửi trước 17 giờ ngày 30/11/2026.", date(2026, 11, 30), True),
        ("Xong trong tháng; hoàn thành trong tháng 12/2026.", date(2026, 12, 31), True),
        ("Hết tháng 2/2028 phải xong.", date(2028, 2, 29), True),
        ("Hoàn thành đại hội trong quý I/2027.", date(2027, 3, 31), True),
        ("Báo cáo cuối quý IV năm 2026.", date(2026, 12, 31), True),
    ],
)
def test_a_deadline_is_read(text: str, last_day: date, inclusive: bool) -> None:
    (field,) = find_deadlines(text, anchor=ISSUED_ON)
    assert (field.value.last_day, field.value.inclusive, field.sure) == (last_day, inclusive, True)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("trước 17 giờ ngày 27/11/2026", time(17)),
        ("trước 16h30 ngày 27/11/2026", time(16, 30)),
        ("trước 16 giờ 30 phút, ngày 27/11/2026", time(16, 30)),
        ("Hạn: 17:00 thứ Sáu, 27/11/2026", time(17)),
        ("trước 24 giờ ngày 27/11/2026", None),
        ("hết ngày 27/11/2026", None),
    ],
)
def test_the_printed_hour_is_kept(text: str, hour: time | None) -> None:
    (field,) = find_deadlines(text, anchor=ISSUED_ON)
    assert field.value == Deadline(date(2026, 11, 27), inclusive=True, due_time=hour)


@pytest.mark.parametrize(
    "text",
    [
        "Đảng viên kết nạp trước ngày 19/5/2027 được xét.",
        "Văn bản ban hành trước ngày 01/01/2027 hết hiệu lực.",
        "Tổ chức sinh hoạt trong quý I/2027.",
        "Sinh hoạt vào ngày 03/12/2026.",
        "Người sinh trước ngày 01/01/2027 được miễn.",
        "Hợp đồng ký trước ngày 01/01/2027 vẫn dùng.",
        "Trước ngày 30/4/1975, nơi đây là chiến trường.",
        "gửi trước buổi họp một ngày",
        "Các chi bộ đã gửi trước ngày 25/11/2026.",
    ],
)
def test_other_days_are_no_deadlines(text: str) -> None:
    assert find_deadlines(text, anchor=ISSUED_ON) == []


def test_a_deadline_without_a_year_is_inferred_and_says_so() -> None:
    (field,) = find_deadlines("Gửi trước ngày 05/01.", anchor=ISSUED_ON)
    assert (field.value.due_on, field.sure) == (date(2027, 1, 5), False)


def test_the_only_deadline_is_taken_even_if_it_is_said_twice() -> None:
    twice = find_deadlines("Gửi trước ngày 30/11/2026. Nhắc lại: trước ngày 30/11/2026.", anchor=ISSUED_ON)
    only = only_deadline(twice)
    assert only is not None
    assert only.value.due_on == date(2026, 11, 30)


def test_of_several_deadlines_none_is_chosen() -> None:
    several = find_deadlines(
        "Chi bộ 1 trước ngày 30/11/2026, chi bộ 2 hết ngày 30/11/2026.", anchor=ISSUED_ON
    )
    assert len(several) == 2
    assert only_deadline(several) is None
