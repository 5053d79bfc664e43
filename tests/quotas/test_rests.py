"""The platform says that a month is used up: a rest, after which one message asks again."""

from datetime import datetime, timedelta

from bot.channels.contract import Outcome, OutcomeKind
from bot.delivery.quotas.releasing import release_held
from storage.states import DeliveryState, Lane, Purpose, Reason, Repeat, Urgency
from tests.cast import ZONE, clock_of
from tests.quotas.bots import ORDINARY, QUOTA, Bots

ANSWER = {"purpose": Purpose.REPLY, "lane": Lane.REPLY}
NIGHT = datetime(2026, 12, 1, 0, 30, tzinfo=ZONE)
DECEMBER = "2026-12"


async def is_refused(bots: Bots) -> int:
    """What is in the queue is refused, and looked at once more; how many calls that took."""
    bots.channel.script.append(QUOTA)
    await bots.sends()
    clock_of(bots.office).forward(minutes=1)
    await bots.sends()
    return len(bots.channel.sent)


async def test_an_answer_refused_in_the_first_night_does_not_silence_the_month(bots: Bots) -> None:
    clock_of(bots.office).set(NIGHT)
    await bots.owes("knock:1:1", **ANSWER)
    await is_refused(bots)
    assert await bots.spent_at(DECEMBER) is not None

    await bots.owes("knock:2:1", **ANSWER)
    assert await bots.sends() == []
    clock_of(bots.office).forward(minutes=61)
    await bots.owes("knock:3:1", "knock:4:1", **ANSWER)

    assert await bots.sends() == ["zalo-Bình", "zalo-Bình"]
    assert await bots.spent_at(DECEMBER) is None
    assert (await bots.used(month=DECEMBER)).outgoing == 2


async def test_what_was_held_waits_for_the_first_working_moment_and_not_for_midnight(bots: Bots) -> None:
    await bots.has_used(10)
    await bots.owes("card", urgency=Urgency.IMMEDIATE, repeat=Repeat.THREE_TIMES)
    await bots.sends()
    clock_of(bots.office).set(NIGHT)

    assert await release_held(bots.office) == 0
    assert await bots.sends() == []
    clock_of(bots.office).set(datetime(2026, 12, 1, 7, 0, tzinfo=ZONE))
    assert await bots.sends() == ["zalo-Bình"]


async def test_one_held_card_asks_again_and_where_it_goes_the_others_follow(bots: Bots) -> None:
    await bots.owes("card:1", "card:2", "card:3")
    await bots.owes("news", **ORDINARY)
    tried = await is_refused(bots)
    clock_of(bots.office).forward(hours=5)
    assert await release_held(bots.office) == 0

    clock_of(bots.office).forward(hours=1)
    assert await release_held(bots.office) == 1
    assert await release_held(bots.office) == 0
    assert len(await bots.sends()) == 1
    assert await bots.spent_at() is None
    await release_held(bots.office)
    await bots.sends()

    assert len(bots.channel.sent) == tried + 4
    assert {row.state for row in await bots.rows()} == {DeliveryState.SENT}


async def test_where_it_is_refused_again_it_rests_again_and_costs_nothing(bots: Bots) -> None:
    await bots.owes("card:1", "card:2")
    tried = await is_refused(bots)
    clock_of(bots.office).forward(hours=6)
    await release_held(bots.office)

    assert await is_refused(bots) == tried + 1
    assert await release_held(bots.office) == 0
    clock_of(bots.office).forward(hours=1)
    assert await bots.sends() == []
    assert (await bots.used()).outgoing == 0


async def test_nothing_asks_outside_of_working_hours_but_an_answer_does(bots: Bots) -> None:
    await bots.owes("card:1")
    await is_refused(bots)
    clock_of(bots.office).forward(hours=11)

    assert await release_held(bots.office) == 0
    await bots.owes("knock:1:1", **ANSWER)
    assert await bots.sends() == ["zalo-Bình"]
    assert await bots.spent_at() is None


async def test_an_asking_that_fails_otherwise_is_made_again_at_once(bots: Bots) -> None:
    await bots.owes("card:1")
    await is_refused(bots)
    clock_of(bots.office).forward(hours=6)
    bots.channel.script.append(Outcome(OutcomeKind.UNREACHABLE, reason=Reason.BLOCKED))
    await bots.owes("card:2", given="Mai")
    await bots.sends()

    assert await bots.spent_at() is not None
    await bots.owes("card:3", given="An")
    assert await bots.sends() == ["zalo-An"]
    assert await bots.spent_at() is None


async def test_an_office_that_wants_no_asking_waits_for_the_month(bots: Bots) -> None:
    still = bots.richer(asks_again_after=timedelta())
    await still.owes("card:1")
    await is_refused(still)
    clock_of(still.office).forward(days=3)

    assert await release_held(still.office) == 0
    await still.owes("knock:1:1", **ANSWER)
    assert await still.sends() == []
