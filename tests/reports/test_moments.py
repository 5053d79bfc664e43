"""When a leader is told of progress that cannot be edited: a rule without a database."""

from datetime import datetime, timedelta

import pytest

from bot.calendar import Calendar
from bot.reports.progress_moments import Going, Moment, comes_later_today, moment_of
from bot.settings.sections import HoursSection
from storage.states import Urgency
from tests.acknowledgement.story import DUE_AT
from tests.cast import START, ZONE

HOURS = HoursSection()
CALENDAR = Calendar(zone=ZONE, normal=HOURS.normal, urgent=HOURS.urgent, reminders=HOURS.reminders)
MONDAY, THURSDAY = START, START.replace(day=26)


def going(
    *,
    told: int = 0,
    due_at: datetime | None = DUE_AT,
    at: datetime = MONDAY,
    urgency: Urgency = Urgency.NORMAL,
) -> Going:
    return Going(at, due_at, urgency, told)


def at(
    now: datetime, one: Going | None = None, *, most: int = 3, still_open: int = 4, waiting: int = 0
) -> Moment:
    return moment_of(CALENDAR, one or going(), now=now, most=most, still_open=still_open, waiting=waiting)


@pytest.mark.parametrize(
    ("moment", "now", "more"),
    [
        (Moment.NONE, MONDAY, {}),
        (Moment.NONE, MONDAY + timedelta(hours=1, minutes=59), {}),
        (Moment.GONE_OUT, MONDAY + timedelta(hours=2), {}),
        (Moment.NONE, MONDAY + timedelta(hours=3), {"waiting": 1}),
        (Moment.NONE, MONDAY + timedelta(hours=3), {"most": 2}),
        (Moment.GONE_OUT, THURSDAY.replace(hour=8, minute=29), {"waiting": 0}),
        (Moment.DAY_BEFORE, THURSDAY.replace(hour=8, minute=30), {"waiting": 1}),
        (Moment.NONE, THURSDAY.replace(hour=9), {"most": 1}),
        (Moment.RESULT, DUE_AT, {"most": 1}),
        (Moment.RESULT, MONDAY, {"still_open": 0}),
        (Moment.NONE, DUE_AT, {"most": 0}),
    ],
)
def test_there_are_three_moments_and_fewer_where_the_office_wants_fewer(
    moment: Moment, now: datetime, more: dict[str, int]
) -> None:
    assert at(now, going(), **more) is moment


def test_a_moment_that_passed_does_not_come_again_and_a_missed_one_is_merged() -> None:
    assert at(THURSDAY.replace(hour=8, minute=29), going(told=1)) is Moment.NONE
    assert at(THURSDAY.replace(hour=10), going(told=2)) is Moment.NONE
    # Loa stood still from Monday to Saturday: one message, not three.
    assert at(DUE_AT + timedelta(days=1)) is Moment.RESULT
    assert at(DUE_AT + timedelta(days=1), going(told=3)) is Moment.NONE


def test_two_hours_are_sending_hours_and_urgent_ones_need_half_an_hour() -> None:
    noon = MONDAY.replace(hour=11)
    assert at(MONDAY.replace(hour=13, minute=45), going(at=noon)) is Moment.NONE
    assert at(MONDAY.replace(hour=15, minute=15), going(at=noon)) is Moment.GONE_OUT
    urgent = going(urgency=Urgency.URGENT)
    assert at(MONDAY + timedelta(minutes=29), urgent) is Moment.NONE
    assert at(MONDAY + timedelta(minutes=30), urgent) is Moment.GONE_OUT


def test_what_is_published_on_the_last_day_has_no_day_before_and_without_a_date_there_is_a_week() -> None:
    late = going(at=THURSDAY.replace(hour=10))
    assert at(THURSDAY.replace(hour=10, minute=5), late) is Moment.NONE
    dateless = going(due_at=None, told=1)
    # The 24th is a holiday.
    in_a_week = START.replace(month=12, day=1, hour=8, minute=30)
    assert at(in_a_week - timedelta(minutes=1), dateless) is Moment.NONE
    assert at(in_a_week, dateless) is Moment.DAY_BEFORE


def test_others_wait_for_what_is_still_to_come_on_the_same_day() -> None:
    early = THURSDAY.replace(hour=7)
    assert comes_later_today(CALENDAR, going(), now=early, most=3)
    for now, told, most in ((early, 2, 3), (early, 0, 1), (THURSDAY.replace(hour=9), 0, 3), (MONDAY, 0, 3)):
        assert not comes_later_today(CALENDAR, going(told=told), now=now, most=most)
