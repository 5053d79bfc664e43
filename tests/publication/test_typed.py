"""Due dates as the clerk types them."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.errors import Refusal, Refused
from bot.publication.draft.typed import typed_moment

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 23, 8, tzinfo=ZONE)
FRIDAY = datetime(2026, 11, 27, 17, tzinfo=ZONE)


@pytest.mark.parametrize(
    "typed",
    ["17h thu sau 27/11", "17h thứ sáu 27/11", "17:00 27/11/2026", "17h ngay 27/11", "thu 6 27/11 luc 17h"],
)
def test_accents_are_forgiven(typed: str) -> None:
    assert typed_moment(typed, now=NOW, zone=ZONE, without_hour=None) == FRIDAY
    assert typed_moment(typed, now=NOW, zone=ZONE, without_hour=time(8)) == FRIDAY


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("17h thu bay 27/11", Refusal.NOT_A_DATE),
        ("thu sau 27/11", Refusal.NOT_A_DATE),
        ("17h 20/11", Refusal.IN_THE_PAST),
        ("17h-18h 27/11", Refusal.NOT_A_DATE),
    ],
)
def test_another_weekday_no_hour_or_a_day_that_is_over_is_refused(typed: str, why: Refusal) -> None:
    with pytest.raises(Refused) as refused:
        typed_moment(typed, now=NOW, zone=ZONE, without_hour=None)
    assert refused.value.reason is why
