"""Which connections are out: the rule alone, over what their rows say."""

from datetime import datetime, timedelta

import pytest

from bot.organisation.outages.judging import Patience, judge
from storage.channels.connections import Line
from storage.states import Platform
from tests.cast import START

DAYS = 3 * 24 * 60


def line(platform: Platform, *, failing: int = 0, out: int = 0, answers: int = 0) -> Line:
    """A connection: for how many minutes it has failed, been out, and answered again."""
    return Line(
        id=list(Platform).index(platform),
        platform=platform,
        name=platform,
        poll_offset=None,
        stopped_reason="",
        account="",
        failing_since=_ago(failing),
        out_since=_ago(out),
        good_since=_ago(answers),
        outage_told_at=None,
    )


def _ago(minutes: int) -> datetime | None:
    return START - timedelta(minutes=minutes) if minutes else None


def turned(*lines: Line) -> tuple[set[Platform], set[Platform]]:
    """What goes out, and what is left where it is: more likely the office's own line."""
    found = judge(lines, Patience(timedelta(minutes=10), timedelta(minutes=2)), now=START)
    return {one.platform for one in found.out}, {one.platform for one in found.alone}


WEB = line(Platform.WEB)
FAILING = line(Platform.ZALO, failing=11)
LONG_OUT = line(Platform.TELEGRAM, failing=DAYS, out=DAYS)


@pytest.mark.parametrize(
    "beside",
    [line(Platform.TELEGRAM, failing=11), LONG_OUT, line(Platform.TELEGRAM, out=DAYS)],
)
def test_beside_another_that_does_not_answer_a_fault_of_the_line_is_no_outage(beside: Line) -> None:
    out, alone = turned(FAILING, beside, WEB)
    assert Platform.ZALO not in out
    assert Platform.ZALO in alone


def test_what_fails_for_an_hour_beside_one_that_is_out_is_out_too() -> None:
    assert turned(line(Platform.ZALO, failing=61), LONG_OUT, WEB) == ({Platform.ZALO}, set())


def test_two_that_fail_together_are_the_offices_own_line_however_long() -> None:
    both = line(Platform.ZALO, failing=DAYS), line(Platform.TELEGRAM, failing=DAYS)
    assert turned(*both, WEB)[0] == set()


def test_without_the_web_inbox_nothing_can_be_reached_and_nothing_turns() -> None:
    assert turned(line(Platform.ZALO, failing=61), LONG_OUT)[0] == set()


@pytest.mark.parametrize("beside", [line(Platform.TELEGRAM), line(Platform.TELEGRAM, out=DAYS, answers=1)])
def test_beside_one_that_answers_it_is_out(beside: Line) -> None:
    assert turned(FAILING, beside, WEB)[0] == {Platform.ZALO}


def test_one_messenger_alone_beside_the_web_inbox_is_out() -> None:
    assert turned(FAILING, WEB)[0] == {Platform.ZALO}
