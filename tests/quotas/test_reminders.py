"""A reminder for which there is no room is not told as one that was sent."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.chasing.asking_again import remind_now
from bot.chasing.reminding import remind_due
from storage import tables
from storage.database import Database
from storage.states import DeliveryState, Purpose, Reason
from tests.acknowledgement.story import obligation, published, rows
from tests.cast import ZONE, clock_of
from tests.quotas.bots import Bots

DUE = datetime(2026, 11, 27, 17, 0, tzinfo=ZONE)
EVE = datetime(2026, 11, 26, 8, 0, tzinfo=ZONE)
"""The hour of the clock's reminder."""


async def directive(bots: Bots, *, due_at: datetime = DUE) -> int:
    """It has arrived at Bình's, Mai's and An's, who stand on the one bot; Mai has acknowledged it."""
    about = await published(bots.office, bots.cast, due_at=due_at)
    await acknowledge(bots.cast.caller("Mai"), bots.office, publication_id=about)
    return about


async def reminders(bots: Bots) -> list[Any]:
    return list(await rows(bots.office, tables.deliveries, purpose=Purpose.REMINDER))


async def noted(bots: Bots, about: int, given: str = "Bình") -> tuple[int, datetime | None]:
    found = await rows(bots.office, tables.obligations, publication_id=about, member_id=bots.cast[given])
    return found[0].reminders, found[0].reminded_at


async def test_who_presses_reads_that_nobody_was_reminded_where_nothing_is_left(bots: Bots) -> None:
    about = await directive(bots)
    await bots.has_used(10)

    done = await remind_now(bots.cast.caller("Hòa"), bots.office, publication_id=about)

    assert (done.reminded, done.no_room) == (0, 2)
    assert await reminders(bots) == []
    assert await noted(bots, about) == (0, None)


async def test_pressing_uses_what_is_kept_and_tells_of_whom_it_does_not_reach(bots: Bots) -> None:
    about = await directive(bots)
    await bots.has_used(9)

    done = await remind_now(bots.cast.caller("Hòa"), bots.office, publication_id=about)

    assert (done.reminded, done.no_room) == (1, 1)
    assert len(await bots.sends()) == 1
    assert [row.state for row in await reminders(bots)] == [DeliveryState.SENT]


@pytest.mark.parametrize(("due_at", "goes"), [(DUE, True), (DUE + timedelta(days=3), False)])
async def test_the_clock_uses_what_is_kept_for_what_is_due_by_tomorrow_only(
    bots: Bots, due_at: datetime, goes: bool
) -> None:
    about = await directive(bots, due_at=due_at)
    await bots.has_used(8)
    clock_of(bots.office).set(EVE if goes else EVE + timedelta(days=1))
    await remind_due(bots.office)

    assert (len(await bots.sends()) > 0) is goes
    assert (await noted(bots, about))[0] == int(goes)


async def test_a_reminder_skipped_for_want_of_room_is_taken_back(bots: Bots) -> None:
    about = await directive(bots)
    hoa = bots.cast.caller("Hòa")
    await remind_now(hoa, bots.office, publication_id=about)
    await bots.sends()
    before = await noted(bots, about)
    clock_of(bots.office).forward(hours=1)
    await remind_now(hoa, bots.office, publication_id=about)
    await bots.has_used(10)

    assert await bots.sends() == []
    assert [(row.state, row.reason) for row in (await reminders(bots))[2:]] == [
        (DeliveryState.SKIPPED, Reason.QUOTA)
    ] * 2
    assert before[0] == 1
    assert await noted(bots, about) == before
    binh = bots.cast["Bình"]
    told = await rows(bots.office, tables.history, thing="obligation", member_id=binh)
    assert [one.detail for one in told if "reminded" in one.detail] == [
        "reminded",
        "reminded",
        "not_reminded",
    ]
    assert (await obligation(bots.office, about, binh)).state == "expected"


async def test_the_clock_begins_no_transaction_for_those_whom_the_month_has_no_room_for(
    bots: Bots, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = await directive(bots)
    await bots.has_used(10)
    clock_of(bots.office).set(EVE)
    begun: list[Any] = []
    transaction = Database.transaction

    async def noted_down(self: Database, body: Any) -> Any:
        begun.append(body)
        return await transaction(self, body)

    with monkeypatch.context() as patched:
        patched.setattr(Database, "transaction", noted_down)
        assert await remind_due(bots.office) == 0
        asked = len(begun)
    await bots.has_used(0)

    assert asked == 0
    assert await remind_due(bots.office) > 0
    assert (await noted(bots, about))[0] == 1
