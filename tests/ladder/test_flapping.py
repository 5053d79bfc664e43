"""A messenger that comes and goes is trusted more slowly, and the news of it costs nobody's month."""

from datetime import datetime, timedelta

import pytest

from bot.organisation.outages.flapping import Word, flaps, trusted_after, word_of
from storage import tables
from tests.acknowledgement.story import rows
from tests.cast import START
from tests.ladder.house import TELEGRAM, WEB, ZALO, House
from tests.ladder.test_around import limited
from tests.ladder.test_outages import LEADERS, everybody, out, told

DAY = timedelta(days=1)


def hours_ago(*hours: float) -> list[datetime]:
    return [START - timedelta(hours=one) for one in hours]


# ---- the rule


@pytest.mark.parametrize(
    ("begun", "told_hours_ago", "word"),
    [
        ((0,), None, Word.OUT),
        ((5, 0), 5, Word.OUT),
        ((5, 3, 0), 3, Word.FLAPPING),
        ((9, 7, 5, 0), 5, Word.NONE),
        ((30, 28, 26, 20, 10, 0), 25, Word.FLAPPING),
        ((30, 28, 26, 0), 26, Word.OUT),
        # Of what came and went a week ago nobody thinks any more.
        ((0,), 7 * 24, Word.OUT),
    ],
)
def test_two_outages_of_a_day_are_told_then_that_it_comes_and_goes_then_nothing_for_a_day(
    begun: tuple[float, ...], told_hours_ago: float | None, word: Word
) -> None:
    told_at = None if told_hours_ago is None else START - timedelta(hours=told_hours_ago)
    assert word_of({1: hours_ago(*begun)}, told_at, now=START) is word


def test_bots_of_a_platform_that_go_out_together_are_one_outage() -> None:
    assert flaps({1: hours_ago(5, 0), 2: hours_ago(5, 0), 3: hours_ago(0)}, START) == 2


@pytest.mark.parametrize(("times", "minutes"), [(0, 2), (1, 2), (2, 4), (4, 16), (6, 60), (40, 60)])
def test_with_each_outage_it_has_to_answer_twice_as_long_but_an_hour_at_most(
    times: int, minutes: int
) -> None:
    assert trusted_after(timedelta(minutes=2), times) == timedelta(minutes=minutes)


def test_an_office_that_waits_longer_than_an_hour_by_itself_waits_no_less() -> None:
    assert trusted_after(timedelta(hours=2), 1) == timedelta(hours=2)


# ---- told


async def hours_of_outages(house: House) -> None:
    """Eleven minutes out, three back, as it happens where a country hampers a platform."""
    for _ in range(14):
        await house.fails(TELEGRAM)
        house.forward(minutes=11)
        await house.turns()
        await house.send()
        await house.answers(TELEGRAM)
        house.forward(minutes=3)
        await house.turns()
        await house.send()


async def test_coming_and_going_costs_each_leader_a_few_messages_and_a_limited_bot_the_admins(
    house: House,
) -> None:
    await limited(house, limit=3000, used=0)
    await everybody(house, TELEGRAM, ZALO)
    await house.reach("Hòa", TELEGRAM, ZALO, WEB)
    await hours_of_outages(house)
    assert await told(house) == {"Dũng", "Hòa"}
    assert 1 <= len(house.got("Dũng", ZALO)) <= 3
    assert house.counts("Hòa").keys() <= {WEB, TELEGRAM}
    assert len(house.got("Hòa", WEB)) <= 3
    assert house.counts("Thuận") == {}


async def flaps_now(house: House) -> None:
    """Out and back once, three hours long altogether."""
    await out(house, TELEGRAM)
    await house.send()
    house.forward(hours=1)
    await house.answers(TELEGRAM)
    house.forward(hours=1, minutes=49)
    await house.turns()
    await house.send()


async def test_the_third_outage_of_a_day_says_that_it_comes_and_goes_and_the_fourth_nothing(
    house: House,
) -> None:
    await everybody(house, TELEGRAM, ZALO)
    for _ in range(4):
        await flaps_now(house)
    said = [*house.got("Dũng", ZALO), *house.got("Dũng", TELEGRAM)]
    titles = [text.splitlines()[0] for text in said]
    assert sorted(titles) == [
        "KHÔNG GỬI ĐƯỢC TIN QUA Telegram",
        "KHÔNG GỬI ĐƯỢC TIN QUA Telegram",
        "KẾT NỐI QUA Telegram CHẬP CHỜN",
        "ĐÃ GỬI LẠI ĐƯỢC TIN QUA Telegram",
        "ĐÃ GỬI LẠI ĐƯỢC TIN QUA Telegram",
    ]
    (text,) = [one for one in said if "CHẬP CHỜN" in one]
    assert "đã gián đoạn 3 lần" in text


async def test_that_it_is_back_hear_only_those_who_heard_that_it_was_out(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await out(house, TELEGRAM)
    await house.send()
    (heard,) = await rows(
        house.office, tables.deliveries, member_id=house.cast["Dũng"], connection_id=house.lines[ZALO]
    )
    await house.reach("Sơn")
    await house.answers(TELEGRAM)
    house.forward(minutes=3)
    await house.turns()
    back = {
        row.member_id
        for row in await rows(house.office, tables.deliveries)
        if ":back:" in row.once_key and row.id > heard.id
    }
    assert back == {house.cast[given] for given in LEADERS - {"Sơn"}}
