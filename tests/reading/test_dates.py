from datetime import date

import pytest

from bot.reading.recognisers.dates import find_dates

ANCHOR = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 06/7/2023", date(2023, 7, 6)),
        ("06/07/2023", date(2023, 7, 6)),
        ("ngày 26.8.2026", date(2026, 8, 26)),
        ("ngày 1-10-2026", date(2026, 10, 1)),
        ("ngày 12/6/2021của Bộ", date(2021, 6, 12)),
        ("Hà Nội, ngày 09 tháng 01 năm 2026", date(2026, 1, 9)),
        ("ngày 25 tháng7 năm 2026", date(2026, 7, 25)),
        ("ngày 13\ntháng 01 năm 2026", date(2026, 1, 13)),
        ("ngày 5 tháng 10/2026", date(2026, 10, 5)),
        ("ngày 20/11", date(2026, 11, 20)),
        ("sáng 3/12", date(2026, 12, 3)),
        ("ngày 5/1", date(2027, 1, 5)),
        ("trước ngày 30 tháng 11", date(2026, 11, 30)),
        ("ngày 20/11/2026 đảng bộ họp", date(2026, 11, 20)),
        ("ngày 20/11 Chi bộ 3 họp", date(2026, 11, 20)),
    ],
)
def test_a_date_is_read_day_before_month(text: str, day: date) -> None:
    assert [printed.on(ANCHOR) for printed in find_dates(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "13/17 đơn vị",
        "19/23",
        "đạt 10/10 chi bộ",
        "ngày 10/10 đảng viên",
        "26.8% hồ sơ",
        "6 tháng đầu năm 2026",
        "nhiệm kỳ 2020-2025",
        "ngày tháng 11 năm 2026",
        "30/2020/NĐ-CP",
        "2.909 đoàn viên",
        "91/2025/QH15",
        "45/13/2026",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert list(find_dates(text)) == []


def test_a_day_that_does_not_exist_is_none() -> None:
    assert [printed.on(ANCHOR) for printed in find_dates("ngày 31/2/2026")] == [None]


def test_a_day_without_a_year_far_from_the_anchor_is_none() -> None:
    assert [printed.on(ANCHOR) for printed in find_dates("ngày 19/5")] == [None]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026", True),
        ("Kế hoạch số 52/KH-TLĐ ngày 20/10/2026", True),
        ("Chỉ thị số 17 ngày 20/10/2026", True),
        ("Hội nghị ngày 20/10/2026", False),
    ],
)
def test_the_date_of_a_cited_document_is_told_from_others(text: str, cited: bool) -> None:
    assert [printed.cited for printed in find_dates(text)] == [cited]


@pytest.mark.parametrize(
    "text",
    ["ngày 24, 25/9/2026", "ngày 24 và 25/9/2026", "từ ngày 24 đến ngày 25/9/2026", "ngày 24-25/9/2026"],
)
def test_a_run_of_days_keeps_its_first(text: str) -> None:
    (printed,) = find_dates(text)
    assert (printed.first_day, printed.on(ANCHOR)) == (24, date(2026, 9, 25))
