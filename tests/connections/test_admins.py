"""The admins hear although their own bot is spent, or as soon as it is not; and are warned before."""

from datetime import date, timedelta

import pytest

from bot.calendar import Calendar
from bot.organisation.connections.alarming import tell_of_quotas
from bot.organisation.connections.pacing import used_up_on
from bot.organisation.connections.spreading import connection_for
from bot.settings.sections import HoursSection
from handlers.commands.table import BY_WORD
from storage import tables
from storage.channels import connections, usages
from storage.states import DeliveryState, Platform, Purpose, Reason
from tests.cast import ZONE, clock_of
from tests.commands.saying import read, says
from tests.connections.bots import MONTH, Bots

HOURS = HoursSection()
CALENDAR = Calendar(zone=ZONE, normal=HOURS.normal, urgent=HOURS.urgent, reminders=HOURS.reminders)
WARNING = "không nhận được cảnh báo"


async def only_on_first(bots: Bots) -> None:
    """The admin stands on the one Zalo bot and nowhere else."""
    table = tables.addresses
    others = table.update().where(table.c.member_id == bots.cast["Dũng"]).values(member_id=None)
    await bots.do(lambda connection: connection.execute(others))
    await bots.joined("Dũng", "first")


async def told_percent(bots: Bots) -> int:
    return await bots.do(
        lambda connection: usages.of_month(connection, bots.ids["first"], MONTH).told_percent
    )


async def test_an_alarm_that_goes_nowhere_is_not_noted_and_comes_when_the_bot_may_be_asked(
    bots: Bots,
) -> None:
    await only_on_first(bots)
    await bots.is_spent("first")
    await tell_of_quotas(bots.office)
    assert await told_percent(bots) == 0
    assert await bots.owed(Purpose.QUOTA_NEWS) == []

    clock_of(bots.office).forward(hours=6)
    await tell_of_quotas(bots.office)
    await tell_of_quotas(bots.office)
    (row,) = await bots.owed(Purpose.QUOTA_NEWS)
    assert (row.connection_id, row.rank) == (bots.ids["first"], 0)
    assert await told_percent(bots) == 100


async def test_an_alarm_that_was_skipped_for_want_of_room_is_told_again_by_another_way(bots: Bots) -> None:
    await only_on_first(bots)
    await bots.has_used("first", 96)
    await tell_of_quotas(bots.office)
    table = tables.deliveries
    skipped = table.update().where(table.c.purpose == Purpose.QUOTA_NEWS)
    await bots.do(
        lambda connection: connection.execute(
            skipped.values(state=DeliveryState.SKIPPED, reason=Reason.QUOTA)
        )
    )
    await bots.has_used("second", 10)
    await bots.joined("Dũng", "second")
    clock_of(bots.office).forward(minutes=1)
    await tell_of_quotas(bots.office)
    await tell_of_quotas(bots.office)

    news = await bots.owed(Purpose.QUOTA_NEWS)
    assert [row.connection_id for row in news] == [bots.ids["first"], bots.ids["second"]]


async def test_kenh_warns_while_every_admin_has_limited_bots_only(bots: Bots) -> None:
    async def kenh() -> str:
        return read(await BY_WORD["kenh"].run(bots.office, says(bots.cast.caller("Dũng"), "/kenh")))

    await only_on_first(bots)
    assert WARNING in await kenh()
    await bots.joined("Dũng", "tele", preference=1)
    assert WARNING not in await kenh()


async def test_a_spent_bot_says_when_it_is_asked_again(bots: Bots) -> None:
    await bots.is_spent("first")
    said = read(await BY_WORD["kenh"].run(bots.office, says(bots.cast.caller("Dũng"), "/kenh")))
    assert "nền tảng báo hết lượt lúc 08:00, 23/11" in said
    assert "tự thử lại lúc 14:00, 23/11" in said

    still = bots.with_settings(asks_again_after=timedelta())
    assert "tự thử lại" not in read(
        await BY_WORD["kenh"].run(still.office, says(bots.cast.caller("Dũng"), "/kenh"))
    )


async def test_an_invitation_names_no_bot_that_is_spent_or_out_while_there_is_another(bots: Bots) -> None:
    from_there = bots.office.clock.machine()
    await bots.wrote("second", 3)
    place = await named(bots)
    assert place == "first"

    await bots.is_spent("first")
    assert await named(bots) == "second"
    await bots.do(lambda connection: connections.note_out(connection, bots.ids["second"], since=from_there))
    assert await named(bots) in {"first", "second"}
    await bots.do(lambda connection: usages.note_spent(connection, bots.ids["first"], MONTH, at=None))
    assert await named(bots) == "first"


async def named(bots: Bots) -> str:
    found = await bots.do(
        lambda connection: connection_for(connection, bots.office, bots.cast["Bình"], platform=Platform.ZALO)
    )
    assert found is not None
    return found.name


@pytest.mark.parametrize(
    ("used", "day"),
    [
        # Sixteen working days of November are over on the 23rd: five are left, the 24th is free.
        (1600, date(2026, 11, 30)),
        (1800, date(2026, 11, 25)),
        (2000 // 2, None),
        (0, None),
    ],
)
def test_the_pace_of_a_month_says_on_which_working_day_it_ends(used: int, day: date | None) -> None:
    assert used_up_on(CALENDAR, date(2026, 11, 23), used=used, limit=2000) == day
