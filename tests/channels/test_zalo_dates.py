"""When something was said, by the platform's date and this machine's clock."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.zalo import ZaloChannel
from bot.channels.zalo.dates import ahead_of, moment, said_at
from bot.messages.blocks import Line, Message
from tests.channels.zalo_side import BINH, to
from tests.standins.zalo import FREE, Switches, ZaloServer

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def date(at: datetime) -> int:
    return int(at.timestamp() * 1000)


@pytest.mark.parametrize("written", [date(NOW), str(date(NOW)), float(date(NOW)), date(NOW) // 1000])
def test_a_date_is_in_milliseconds_or_in_seconds(written: object) -> None:
    assert moment(written) == NOW


@pytest.mark.parametrize(
    "written", [None, "", "x", True, [], {}, 0, -5, 10**14, 10**30, float("inf"), float("nan"), "9" * 30]
)
def test_what_is_no_date_says_nothing(written: object) -> None:
    assert moment(written) is None


@pytest.mark.parametrize("length", [SECOND / 1000, SECOND, timedelta(hours=9), timedelta(days=29)])
def test_what_waited_on_its_way_was_said_when_it_was_said(length: timedelta) -> None:
    assert said_at(NOW - length, received_at=NOW, ahead=timedelta()) == NOW - length


@pytest.mark.parametrize("written", [None, NOW + SECOND, NOW + timedelta(days=9), NOW - timedelta(days=31)])
def test_what_cannot_be_believed_was_said_when_it_came(written: datetime | None) -> None:
    assert said_at(written, received_at=NOW, ahead=timedelta()) == NOW


@pytest.mark.parametrize("ahead", [timedelta(hours=7), timedelta(hours=-7), timedelta(minutes=3)])
def test_a_platform_whose_clock_differs_makes_nothing_old_that_is_new(ahead: timedelta) -> None:
    said = NOW - 5 * SECOND
    assert said_at(said - ahead, received_at=NOW, ahead=ahead) == said


def test_how_far_the_clocks_differ_is_measured_never_beyond_what_is_certain() -> None:
    measured = ahead_of(date(NOW - timedelta(hours=7)), asked_at=NOW, answered_at=NOW + SECOND)
    assert measured == timedelta(hours=7)
    in_seconds = date(NOW - timedelta(hours=7)) // 1000
    assert ahead_of(in_seconds, asked_at=NOW, answered_at=NOW) == timedelta(hours=7) - SECOND


@pytest.mark.parametrize("behind", [timedelta(), SECOND / 2, SECOND])
def test_clocks_that_may_go_alike_go_alike(behind: timedelta) -> None:
    written = date(NOW + SECOND - behind)
    assert ahead_of(written, asked_at=NOW, answered_at=NOW + SECOND) == timedelta()


@pytest.mark.parametrize(
    ("written", "took"),
    [(None, SECOND), ("x", SECOND), (date(NOW), 3 * SECOND), (date(NOW - timedelta(days=2)), SECOND)],
)
def test_what_is_no_measure_is_left(written: object, took: timedelta) -> None:
    assert ahead_of(written, asked_at=NOW, answered_at=NOW + took) is None


async def test_each_message_that_is_accepted_tells_how_the_platforms_clock_goes() -> None:
    async with ZaloServer(limits=FREE, switches=Switches(clock_behind=600.0)) as zalo:
        zalo.person("Bình", BINH).joins()
        channel: ZaloChannel = to(zalo)
        assert channel.ahead == timedelta()
        await channel.send(BINH, Message((Line("xin chào"),)))
        assert timedelta(minutes=9, seconds=55) < channel.ahead <= timedelta(minutes=10, seconds=1)
        measured = channel.ahead
        zalo.answers(400)
        await channel.send(BINH, Message((Line("xin chào"),)))
        assert channel.ahead == measured
        await channel.close()
