"""The admins hear once of what is nearly used up, by a way that is not."""

import asyncio
from datetime import datetime

from bot.organisation.connections.alarming import tell_of_quotas
from bot.states import Reason
from storage import tables
from storage.states import Purpose
from tests.cast import ZONE, clock_of
from tests.connections.bots import Bots


async def alarms(bots: Bots) -> list[str]:
    return [await bots.shown(row) for row in await bots.owed(Purpose.QUOTA_NEWS)]


async def test_the_admins_hear_at_80_at_95_and_at_100_percent_once_each(bots: Bots) -> None:
    told = []
    for used in (79, 80, 81, 94, 95, 99, 100):
        await bots.has_used("first", used)
        await tell_of_quotas(bots.office)
        await tell_of_quotas(bots.office)
        told.append(len(await bots.owed(Purpose.QUOTA_NEWS)))

    assert told == [0, 1, 1, 1, 2, 2, 3]
    last = (await alarms(bots))[-1]
    assert "Zalo (first): 100%" in last
    assert "Đã dùng 100/100 tin của tháng 11/2026." in last
    assert "thứ Ba, 01/12/2026" in last


async def test_a_jump_over_two_steps_is_one_alarm(bots: Bots) -> None:
    await bots.has_used("first", 97)
    await tell_of_quotas(bots.office)

    assert len(await bots.owed(Purpose.QUOTA_NEWS)) == 1


async def test_the_next_month_begins_anew(bots: Bots) -> None:
    await bots.has_used("first", 96)
    await tell_of_quotas(bots.office)
    clock_of(bots.office).set(datetime(2026, 12, 1, 8, 0, tzinfo=ZONE))
    await tell_of_quotas(bots.office)
    assert len(await bots.owed(Purpose.QUOTA_NEWS)) == 1

    assert (await alarms(bots)) == [Reason.CHANGED]


async def test_only_admins_hear_it(bots: Bots) -> None:
    await bots.has_used("first", 80)
    await tell_of_quotas(bots.office)

    (row,) = await bots.owed(Purpose.QUOTA_NEWS)
    assert row.member_id == bots.cast["Dũng"]


async def test_it_goes_by_another_connection_than_the_one_it_tells_of(bots: Bots) -> None:
    await bots.joined("Dũng", "first")
    await bots.has_used("first", 80)
    await bots.has_used("second", 80)
    await tell_of_quotas(bots.office)

    of_first, of_second = await bots.owed(Purpose.QUOTA_NEWS)
    assert of_first.connection_id == bots.cast.connection_id
    assert of_second.connection_id == bots.ids["first"]


async def test_where_there_is_no_other_way_it_goes_by_this_one(bots: Bots) -> None:
    await bots.do(lambda connection: connection.execute(tables.addresses.update().values(member_id=None)))
    await bots.joined("Dũng", "first")
    await bots.has_used("first", 80)
    await tell_of_quotas(bots.office)

    (row,) = await bots.owed(Purpose.QUOTA_NEWS)
    assert row.connection_id == bots.ids["first"]


async def test_a_month_that_the_platform_calls_used_up_is_told_as_such(bots: Bots) -> None:
    await bots.has_used("first", 40)
    await bots.is_spent("first")
    await tell_of_quotas(bots.office)

    (told,) = await alarms(bots)
    assert "Nền tảng báo đã hết lượt gửi của tháng 11/2026." in told


async def test_of_people_the_admins_hear_once_and_again_only_after_there_was_room(bots: Bots) -> None:
    counts = []
    for step in (3, 1, 0, 1):
        if step:
            await bots.wrote("first", step)
        await tell_of_quotas(bots.office)
        counts.append(len(await bots.owed(Purpose.QUOTA_NEWS)))
    clock_of(bots.office).set(datetime(2026, 12, 1, 8, 0, tzinfo=ZONE))
    await tell_of_quotas(bots.office)
    counts.append(len(await bots.owed(Purpose.QUOTA_NEWS)))
    assert counts == [0, 1, 1, 2, 2]

    gone = tables.addresses.update().where(tables.addresses.c.connection_id == bots.ids["first"])
    await bots.do(lambda connection: connection.execute(gone.values(state="gone")))
    await tell_of_quotas(bots.office)
    await bots.wrote("first", 4)
    await tell_of_quotas(bots.office)
    assert len(await bots.owed(Purpose.QUOTA_NEWS)) == 3


async def test_it_says_where_the_next_ones_go(bots: Bots) -> None:
    await bots.wrote("first", 4)
    await tell_of_quotas(bots.office)
    assert "Lời mời mới chỉ sang Zalo (second)." in (await alarms(bots))[0]

    await bots.wrote("second", 5)
    assert "tạo thêm một bot" in (await alarms(bots))[0]


async def test_an_unlimited_connection_never_alarms(bots: Bots) -> None:
    free = bots.with_settings(messages_a_month=0, most_people=0)
    await bots.has_used("first", 5000)
    await bots.wrote("first", 60)

    assert await tell_of_quotas(free.office) == 0


async def test_who_is_no_admin_any_more_does_not_hear_it(bots: Bots) -> None:
    await bots.has_used("first", 80)
    await tell_of_quotas(bots.office)
    await bots.do(lambda connection: connection.execute(tables.role_grants.delete()))

    assert await alarms(bots) == [Reason.LEFT]


async def test_two_clocks_tell_it_once(bots: Bots) -> None:
    await bots.has_used("first", 96)
    await bots.wrote("first", 5)

    await asyncio.gather(*(tell_of_quotas(bots.office) for _ in range(4)))

    assert len(await bots.owed(Purpose.QUOTA_NEWS)) == 2
