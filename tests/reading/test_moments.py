"""What people type for a day and an hour, and what is not safe to take for one."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.reading.moments import JUST_PASSED, parse_day, parse_moment, parse_span
from bot.texts.times import span_day, weekday_day

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=ZONE)
TODAY = NOW.date()
FIVE = time(17)


def moment(text: str) -> datetime | None:
    return parse_moment(text, now=NOW, zone=ZONE, default_time=FIVE)


def span(text: str) -> tuple[datetime, datetime | None] | None:
    return parse_span(text, now=NOW, zone=ZONE)


def on(day: int, month: int, hour: int, minute: int = 0, *, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("17:00 27/11/2026", on(27, 11, 17)),
        ("17h 27/11", on(27, 11, 17)),
        ("17h27/11", on(27, 11, 17)),
        ("17 h 27-11", on(27, 11, 17)),
        ("27/11 17h", on(27, 11, 17)),
        ("27.11.26 lúc 8h15", on(27, 11, 8, 15)),
        ("19h30 ngày 3/12", on(3, 12, 19, 30)),
        ("ngày 3/12 lúc 19h30", on(3, 12, 19, 30)),
        ("3/12/2026 - 19h30", on(3, 12, 19, 30)),
        ("19g30 thứ Năm, 03/12", on(3, 12, 19, 30)),
        ("T5 3/12 19h30", on(3, 12, 19, 30)),
        ("thứ 5 3/12 19 giờ 30", on(3, 12, 19, 30)),
        ("Chủ nhật, 06/12 8h", on(6, 12, 8)),
        ("17 giờ 30 phút, ngày 27 tháng 11 năm 2026", on(27, 11, 17, 30)),
        ("7 giờ rưỡi tối 3/12", on(3, 12, 19, 30)),
        ("2h chiều mai", on(23, 11, 14)),
        ("1h trưa mai", on(23, 11, 13)),
        ("8h sáng mai", on(23, 11, 8)),
        ("17h hôm nay", on(22, 11, 17)),
        ("19h toi 3/12", on(3, 12, 19)),
        ("2026-11-27T17:30", on(27, 11, 17, 30)),
        ("NGÀY 3/12 LÚC 19H30", on(3, 12, 19, 30)),
        ("27/11", on(27, 11, 17)),
        ("27 tháng 11", on(27, 11, 17)),
        ("mai", on(23, 11, 17)),
    ],
)
def test_a_moment_is_read(text: str, meant: datetime) -> None:
    assert moment(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17h",
        "31/11",
        "29/2/2027",
        "17h 31/11/2026",
        "17h 13/13/2026",
        "24h 27/11",
        "25:00 27/11",
        "17:60 27/11",
        "17: 27/11",
        "17:3 27/11",
        "17h5 27/11",
        "17h 27",
        "thứ Tư 3/12 19h30",
        "thứ Năm 19h30",
        "thứ 5/12",
        "sáng mai",
        "7h chiều mai",
        "9h tối 3/12 sáng",
        # "tới" is not "tối", and without accents it may be either: no hour is moved to the evening for it.
        "7h ngày 3/12 tới",
        "7h toi 3/12",
        "trước 17h 27/11",
        "trước ngày 27/11",
        "17h 27/11 hoặc 28/11",
        "17h hoặc 18h 27/11",
        "3 - 5/12",
        "1/2/3/4",
        "27/11/2026 17",
        "27/11/126",
        "19:30-21:00 3/12",
        "17h <d2026-11-27>",
        "17h 27/11 " * 20,
    ],
)
def test_what_is_not_clear_is_not_guessed(text: str) -> None:
    assert moment(text) is None


def test_the_day_comes_before_the_month() -> None:
    assert parse_day("06/07/2027", today=TODAY) == date(2027, 7, 6)
    assert parse_day("07/13/2027", today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("19:30-21:00 03/12/2026", on(3, 12, 19, 30), on(3, 12, 21)),
        ("19:30-21:00 thứ Năm 03/12", on(3, 12, 19, 30), on(3, 12, 21)),
        ("từ 19h30 đến 21h ngày 3/12", on(3, 12, 19, 30), on(3, 12, 21)),
        ("7h tới 9h 3/12", on(3, 12, 7), on(3, 12, 9)),
        ("8h10-11h 3/12", on(3, 12, 8, 10), on(3, 12, 11)),
        ("17h 30-18h 27.11.26", on(27, 11, 17, 30), on(27, 11, 18)),
        ("2h-4h chiều 3/12", on(3, 12, 14), on(3, 12, 16)),
        ("2h chiều đến 4h chiều mai", on(23, 11, 14), on(23, 11, 16)),
        ("19h30 3/12", on(3, 12, 19, 30), None),
    ],
)
def test_a_span_is_read(text: str, start: datetime, end: datetime | None) -> None:
    assert span(text) == (start, end)


@pytest.mark.parametrize(
    "text", ["3/12", "21:00-19:30 3/12", "19:30-19:30 3/12", "8-11h 3/12", "6h-11h chiều 3/12"]
)
def test_a_span_that_is_not_clear_is_not_guessed(text: str) -> None:
    assert span(text) is None


def test_a_day_with_an_hour_is_not_only_a_day() -> None:
    assert parse_day("17h 27/11", today=TODAY) is None


def test_a_day_without_a_year_is_the_next_one() -> None:
    assert parse_day("1/10", today=TODAY) == date(2027, 10, 1)
    assert parse_day("22/11", today=TODAY) == TODAY
    assert parse_day("15/1", today=date(2026, 12, 20)) == date(2027, 1, 15)


def test_a_day_without_a_year_that_has_just_passed_does_not_become_next_years() -> None:
    assert parse_day("20/11", today=TODAY) == date(2026, 11, 20)
    assert parse_day("20/12", today=date(2027, 1, 5)) == date(2026, 12, 20)


def test_the_zone_says_which_day_it_is() -> None:
    late = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)  # 01:00 on the 23rd at the office
    assert parse_moment("8h mai", now=late, zone=ZONE, default_time=FIVE) == on(24, 11, 8)


@given(
    day=st.dates(date(2020, 1, 1), date(2079, 12, 31)),
    start=st.times().map(lambda hour: hour.replace(second=0, microsecond=0)),
    end=st.times().map(lambda hour: hour.replace(second=0, microsecond=0)),
)
def test_what_the_office_prints_can_be_typed_back(day: date, start: time, end: time) -> None:
    begins, ends = datetime.combine(day, start, ZONE), datetime.combine(day, end, ZONE)
    assert parse_day(weekday_day(day), today=TODAY) == day
    assert span(span_day(begins, ends, ZONE)) == ((begins, ends) if start < end else None)


@given(today=st.dates(date(2020, 1, 1), date(2079, 1, 1)), ahead=st.integers(-JUST_PASSED.days, 330))
@example(today=date(2027, 12, 31), ahead=60)  # 29/2/2028
def test_a_day_of_the_coming_months_needs_no_year(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    assert parse_day(f"{day.day}/{day.month}", today=today) == day


@given(st.text(alphabet="0123456789:/.-hg <>thứnămngàytối mai", max_size=40))
def test_nothing_that_is_typed_breaks_the_reading(text: str) -> None:
    read = moment(text)
    assert read is None or read.tzinfo is ZONE
