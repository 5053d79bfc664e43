"""Working days and sending hours, at the days and borders where they are easily got wrong."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar import Calendar
from storage.states import Urgency

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CALENDAR = Calendar(
    zone=ZONE,
    normal=((time(7), time(11, 15)), (time(13, 30), time(17))),
    urgent=(time(6), time(21)),
    reminders=(time(8), time(14)),
)
# Tết 2027: the eve's eve to the fifth day, Thursday 4 to Wednesday 10 February.
BEFORE_TET, AFTER_TET = date(2027, 2, 3), date(2027, 2, 11)
FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 11, day) for day in (27, 28, 29, 30))


MOMENTS = st.builds(
    datetime.combine, st.dates(date(2026, 1, 1), date(2034, 12, 31)), st.times(), tzinfo=st.just(ZONE)
)


def at(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute, second), ZONE)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 11, 23),
        date(2026, 11, 25),
        BEFORE_TET,
        AFTER_TET,
        date(2026, 12, 24),
    ],
)
def test_an_ordinary_day_is_working(day: date) -> None:
    assert CALENDAR.is_working(day)


@pytest.mark.parametrize(
    "day",
    [
        SATURDAY,
        SUNDAY,
        date(2026, 11, 24),  # Ngày Văn hóa các dân tộc Việt Nam, since 2026
        date(2027, 11, 24),
        date(2026, 9, 1),
        date(2026, 9, 2),
        date(2026, 4, 27),  # for Giỗ Tổ, which fell on a Sunday
        *(date(2027, 2, day) for day in range(4, 11)),
    ],
)
def test_a_weekend_or_a_holiday_is_not_working(day: date) -> None:
    assert not CALENDAR.is_working(day)


def test_swapped_days_follow_the_office_s_table_and_nothing_else_moves() -> None:
    # 2 January 2026 was swapped for Saturday the 10th, announced a week before: no library knows it.
    swapped = replace(CALENDAR, working={date(2026, 1, 10)}, free={date(2026, 1, 2)})
    assert not swapped.is_working(date(2026, 1, 2))
    assert swapped.is_working(date(2026, 1, 10))
    assert CALENDAR.is_working(date(2026, 1, 2))
    assert not CALENDAR.is_working(date(2026, 1, 10))
    assert swapped.is_working(date(2026, 1, 5))
    assert not swapped.is_working(date(2026, 1, 11))


def test_a_holiday_declared_working_is_working() -> None:
    assert replace(CALENDAR, working={date(2026, 11, 24)}).is_working(date(2026, 11, 24))


@pytest.mark.parametrize(
    ("day", "amount", "then"),
    [
        (date(2026, 11, 23), 1, date(2026, 11, 25)),  # over Ngày Văn hóa
        (FRIDAY, 1, MONDAY),
        (SATURDAY, 1, MONDAY),
        (SUNDAY, 1, MONDAY),
        (SATURDAY, 2, date(2026, 12, 1)),
        (FRIDAY, 0, FRIDAY),
        (SATURDAY, 0, MONDAY),
        (BEFORE_TET, 1, AFTER_TET),
        (date(2027, 2, 6), 1, AFTER_TET),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
    ],
)
def test_working_days_after_a_day(day: date, amount: int, then: date) -> None:
    assert CALENDAR.working_days_after(day, amount) == then


@pytest.mark.parametrize(
    ("day", "amount", "then"),
    [
        (date(2026, 11, 25), 1, date(2026, 11, 23)),
        (MONDAY, 1, FRIDAY),
        (SUNDAY, 1, FRIDAY),
        (MONDAY, 0, MONDAY),
        (AFTER_TET, 1, BEFORE_TET),
        (date(2026, 12, 3), 3, MONDAY),
    ],
)
def test_working_days_before_a_day(day: date, amount: int, then: date) -> None:
    assert CALENDAR.working_days_before(day, amount) == then


@given(day=st.dates(date(2026, 1, 1), date(2035, 12, 31)), amount=st.integers(1, 15))
def test_so_many_working_days_later_there_were_so_many_working_days(day: date, amount: int) -> None:
    then = CALENDAR.working_days_after(day, amount)
    between = [day + timedelta(days=ahead) for ahead in range(1, (then - day).days + 1)]
    assert sum(CALENDAR.is_working(one) for one in between) == amount
    assert CALENDAR.is_working(then)


@given(day=st.dates(date(2026, 1, 1), date(2035, 12, 31)), amount=st.integers(1, 15))
def test_there_and_back_again_from_a_working_day(day: date, amount: int) -> None:
    start = CALENDAR.working_days_after(day, 0)
    assert CALENDAR.working_days_before(CALENDAR.working_days_after(start, amount), amount) == start


@pytest.mark.parametrize(
    ("hour", "minute", "second", "is_open"),
    [
        (6, 59, 59, False),
        (7, 0, 0, True),
        (11, 14, 59, True),
        (11, 15, 0, False),
        (13, 29, 59, False),
        (13, 30, 0, True),
        (16, 59, 59, True),
        (17, 0, 0, False),
    ],
)
def test_normal_hours_open_and_close_on_the_minute(
    hour: int, minute: int, second: int, is_open: bool
) -> None:
    assert CALENDAR.is_open(at(FRIDAY, hour, minute, second), Urgency.NORMAL) is is_open


@pytest.mark.parametrize(
    ("hour", "minute", "is_open"), [(5, 59, False), (6, 0, True), (20, 59, True), (21, 0, False)]
)
def test_urgent_hours_are_those_of_any_day(hour: int, minute: int, is_open: bool) -> None:
    for day in (FRIDAY, SUNDAY, date(2027, 2, 6)):
        assert CALENDAR.is_open(at(day, hour, minute), Urgency.URGENT) is is_open


@pytest.mark.parametrize("moment", [time.min, time(3), time(23, 59, 59), time.max])
def test_what_is_immediate_goes_at_any_moment(moment: time) -> None:
    now = datetime.combine(SUNDAY, moment, ZONE)
    assert CALENDAR.is_open(now, Urgency.IMMEDIATE)
    assert CALENDAR.next_opening(now, Urgency.IMMEDIATE) == now


@pytest.mark.parametrize("day", [SATURDAY, SUNDAY, date(2026, 11, 24), date(2027, 2, 6)])
def test_nothing_normal_goes_on_a_free_day(day: date) -> None:
    assert not CALENDAR.is_open(at(day, 9), Urgency.NORMAL)
    assert CALENDAR.open_urgencies(at(day, 9)) == {Urgency.URGENT, Urgency.IMMEDIATE}


def test_on_a_day_of_mourning_only_what_is_urgent_goes() -> None:
    mourning = replace(CALENDAR, mourning={FRIDAY})
    assert mourning.open_urgencies(at(FRIDAY, 9)) == {Urgency.URGENT, Urgency.IMMEDIATE}
    assert mourning.next_opening(at(FRIDAY, 9), Urgency.NORMAL) == at(MONDAY, 7)
    assert mourning.is_working(FRIDAY)


def test_the_hours_are_the_office_s_and_not_utc() -> None:
    assert CALENDAR.is_open(datetime(2026, 11, 27, 0, 0, tzinfo=UTC), Urgency.NORMAL)
    assert not CALENDAR.is_open(datetime(2026, 11, 27, 15, 0, tzinfo=UTC), Urgency.NORMAL)
    # Sunday evening in UTC is Monday morning at the office.
    assert CALENDAR.is_open(datetime(2026, 11, 30, 0, 30, tzinfo=UTC), Urgency.NORMAL)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (at(FRIDAY, 9), at(FRIDAY, 9)),
        (at(FRIDAY, 5), at(FRIDAY, 7)),
        (at(FRIDAY, 11, 15), at(FRIDAY, 13, 30)),
        (at(FRIDAY, 17), at(MONDAY, 7)),
        (at(FRIDAY, 23, 59), at(MONDAY, 7)),
        (at(SUNDAY, 9), at(MONDAY, 7)),
        (at(date(2026, 11, 23), 17), at(date(2026, 11, 25), 7)),
        (at(BEFORE_TET, 17), at(AFTER_TET, 7)),
    ],
)
def test_the_next_opening_in_normal_hours(now: datetime, opens: datetime) -> None:
    assert CALENDAR.next_opening(now, Urgency.NORMAL) == opens


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (at(FRIDAY, 22), at(SATURDAY, 6)),
        (at(SATURDAY, 9), at(SATURDAY, 9)),
        (at(date(2027, 2, 6), 3), at(date(2027, 2, 6), 6)),
    ],
)
def test_what_is_urgent_does_not_wait_for_a_working_day(now: datetime, opens: datetime) -> None:
    assert CALENDAR.next_opening(now, Urgency.URGENT) == opens


def test_an_office_that_never_opens_says_so() -> None:
    with pytest.raises(ValueError, match="never open"):
        replace(CALENDAR, normal=()).next_opening(at(FRIDAY, 9), Urgency.NORMAL)


@given(now=MOMENTS, urgency=st.sampled_from(Urgency))
def test_at_the_next_opening_it_is_open(now: datetime, urgency: Urgency) -> None:
    opens = CALENDAR.next_opening(now, urgency)
    assert opens >= now
    assert CALENDAR.is_open(opens, urgency)


@pytest.mark.parametrize(
    ("due", "working_days", "reminds"),
    [
        (at(FRIDAY, 17), 1, at(date(2026, 11, 26), 8)),
        (at(MONDAY, 17), 1, at(FRIDAY, 8)),
        (at(SUNDAY, 17), 1, at(FRIDAY, 8)),
        (at(date(2026, 11, 25), 17), 1, at(date(2026, 11, 23), 8)),
        (at(AFTER_TET, 17), 1, at(BEFORE_TET, 8)),
        (at(FRIDAY, 17), 3, at(date(2026, 11, 23), 8)),
        (at(FRIDAY, 17), 0, at(FRIDAY, 14)),
        (at(FRIDAY, 14), 0, at(FRIDAY, 8)),
        (at(FRIDAY, 8), 0, at(date(2026, 11, 26), 14)),
        (at(MONDAY, 7), 0, at(FRIDAY, 14)),
        # On a free day no reminder could go out before it is due.
        (at(SATURDAY, 17), 0, at(FRIDAY, 14)),
        (at(date(2026, 11, 24), 17), 0, at(date(2026, 11, 23), 14)),
    ],
)
def test_when_the_reminder_of_something_due_goes_out(
    due: datetime, working_days: int, reminds: datetime
) -> None:
    assert CALENDAR.reminder_before(due, working_days=working_days) == reminds


@given(due=MOMENTS, working_days=st.integers(0, 5))
def test_a_reminder_can_go_out_and_comes_before_what_is_due(due: datetime, working_days: int) -> None:
    reminds = CALENDAR.reminder_before(due, working_days=working_days)
    assert reminds < due
    assert CALENDAR.is_open(reminds, Urgency.NORMAL)
