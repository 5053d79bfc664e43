"""Where a month has no room and a platform is out, word takes the way that is left, or somebody is called."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from bot.chasing.reaching import Reach, reach_of
from bot.chasing.telling_no_room import tell_no_room
from bot.reports.naming import names_to_call
from bot.reports.progress import progress
from storage import tables
from storage.chasing.held_cards import untold
from storage.chasing.reminding import Trace
from storage.database import Connection
from storage.migrate import upgrade
from storage.states import Purpose, Reason
from tests.acknowledgement.story import DUE_AT, change, published, rows
from tests.cast import clock_of, fill, make_office
from tests.ladder.house import TELEGRAM, WEB, ZALO, ZALO_2, House, settings
from tests.ladder.test_around import DECEMBER, limited, out

LATER = DUE_AT + timedelta(days=60)


async def card_text(house: House, about: int) -> str:
    return str(await progress(house.cast.caller("Hòa"), house.office, publication_id=about))


# ---- who is held until the next month


def test_who_is_held_past_the_due_date_or_dropped_is_to_be_called_and_in_time_is_waited_for() -> None:
    nothing = Trace(True, False, False, False, False)
    assert reach_of(Trace(**{**nothing.__dict__, "no_room": True})) is Reach.CALL
    assert reach_of(Trace(**{**nothing.__dict__, "held": True})) is Reach.WAITING
    assert reach_of(Trace(**{**nothing.__dict__, "no_room": True, "arrived": True})) is Reach.REMIND
    assert reach_of(Trace(**{**nothing.__dict__, "no_room": True, "waiting": True})) is Reach.WAITING
    # Dropped at one bot, in time at the other.
    assert reach_of(Trace(**{**nothing.__dict__, "no_room": True, "held": True})) is Reach.WAITING


@pytest.mark.parametrize(
    ("due_at", "to_call", "line"),
    [
        (DUE_AT, 1, "Hết lượt Zalo: 1 người, cần gọi"),
        (LATER, 0, "Chờ lượt Zalo tháng sau: 1 người"),
    ],
)
async def test_a_leader_sees_whom_the_month_keeps_from_the_card(
    house: House, due_at: datetime, to_call: int, line: str
) -> None:
    await limited(house, limit=10, used=10)
    await house.only(["Hòa"], WEB)
    await house.reach("Bình", ZALO)
    about = await published(house.office, house.cast, arrives=False, due_at=due_at)
    before = (await names_to_call(house.cast.caller("Hòa"), house.office, publication_id=about)).amount
    await house.send()
    after = (await names_to_call(house.cast.caller("Hòa"), house.office, publication_id=about)).amount
    assert after - before == to_call
    text = await card_text(house, about)
    assert line in text
    assert "Đang gửi" not in text


async def test_who_published_hears_of_it_once_and_nobody_where_there_is_room(house: House) -> None:
    await limited(house, limit=10, used=10)
    await house.only(["Minh"], WEB)
    await house.reach("Bình", ZALO)
    await house.reach("Mai", ZALO_2)
    about = await published(house.office, house.cast, arrives=False)
    assert await tell_no_room(house.office) == 0
    await house.send()
    assert [await tell_no_room(house.office) for _ in range(2)] == [1, 0]
    await house.send()
    (text,) = [one for one in house.got("Minh", WEB) if "HẾT LƯỢT" in one]
    assert text.startswith("HẾT LƯỢT GỬI QUA Zalo · Số 12-KH/ĐU")
    assert "1 người chưa nhận được tin" in text
    assert "thứ Ba, 01/12/2026, sau hạn xác nhận" in text
    assert about


async def test_an_admin_hears_of_it_once_where_nothing_reaches_who_published(house: House) -> None:
    await limited(house, limit=10, used=10)
    await house.only(["Dũng"], WEB)
    await house.reach("Bình", ZALO)
    await published(house.office, house.cast, arrives=False)
    await house.send()
    assert [await tell_no_room(house.office) for _ in range(2)] == [1, 0]
    await house.send()
    assert [one for one in house.got("Dũng", WEB) if "HẾT LƯỢT" in one]


async def test_the_look_for_held_cards_takes_twice_as_long_for_twice_as_many(sqlite_url: str) -> None:
    upgrade(sqlite_url)
    office = make_office(sqlite_url, settings=settings())
    cast = await office.database.transaction(fill)
    about = await published(office, cast, arrives=False)
    (one, *_) = await rows(office, tables.deliveries, publication_id=about, purpose=Purpose.CARD)
    until = office.clock.machine() + timedelta(days=8)
    values = one._asdict() | {"reason": Reason.QUOTA, "due_at": until}
    own = tables.deliveries.c.publication_id == about

    def steps(connection: Connection, cards: int) -> int:
        """How far SQLite has to go for the answer."""
        first = cards * 1000
        held = [values | {"id": first + at, "once_key": f"held:{first + at}"} for at in range(cards)]
        connection.execute(tables.deliveries.delete().where(own))
        connection.execute(tables.deliveries.insert(), held)
        ticks: list[None] = []
        driver: Any = connection.connection.driver_connection
        driver.set_progress_handler(lambda: ticks.append(None), 100)
        (found,) = untold(connection, [cast.connection_id], now=office.clock.machine())
        driver.set_progress_handler(None, 0)
        assert found.amount == 1
        return len(ticks)

    few = await office.database.transaction(partial(steps, cards=300))
    many = await office.database.transaction(partial(steps, cards=600))
    await office.database.close()
    assert many < 3 * few


async def test_a_card_that_comes_after_its_due_date_says_so(house: House) -> None:
    await limited(house, limit=10, used=10)
    await house.only(["Bình"], ZALO)
    await published(house.office, house.cast, arrives=False)
    await house.send()
    clock_of(house.office).set(DECEMBER)
    await house.send()
    (text,) = house.got("Bình", ZALO)
    assert "Hạn: 17:00 thứ Sáu, 27/11/2026 (đã qua hạn)" in text


async def test_while_nothing_can_be_reached_at_all_those_who_wait_are_to_be_called(house: House) -> None:
    await house.only(["Bình", "Hòa"], TELEGRAM)
    about = await published(house.office, house.cast, arrives=False)
    caller = house.cast.caller("Hòa")

    async def to_call() -> int:
        return (await names_to_call(caller, house.office, publication_id=about)).amount

    before = await to_call()
    await house.fails(TELEGRAM, ZALO, ZALO_2, for_=timedelta(minutes=9))
    assert await to_call() == before
    house.forward(minutes=2)
    await house.turns()
    assert (await house.line(TELEGRAM)).out_since is None
    assert await to_call() > before


# ---- moving where there is room


async def test_what_waits_is_not_moved_to_a_month_without_room_and_goes_home_when_it_is_back(
    house: House,
) -> None:
    await limited(house, limit=10, used=10)
    await house.only(["Bình"], TELEGRAM, ZALO)
    await published(house.office, house.cast, arrives=False, due_at=LATER)
    await out(house, TELEGRAM)
    assert await house.cards("Bình") == [(TELEGRAM, "queued")]
    await house.answers(TELEGRAM)
    house.forward(minutes=5)
    await house.turns()
    await house.send()
    assert house.counts("Bình") == {TELEGRAM: 1}


async def test_as_many_move_as_there_is_room_for(house: House) -> None:
    await limited(house, limit=10, used=8)
    five = ["Bình", "Mai", "An", "Thu", "Lan"]
    await house.only(five, TELEGRAM, ZALO)
    await published(house.office, house.cast, arrives=False, due_at=LATER)
    await out(house, TELEGRAM)
    await house.turns()
    moved = [given for given in five if (ZALO, "queued") in await house.cards(given)]
    assert 1 <= len(moved) <= 2
    await house.send(ZALO)
    await house.turns()
    assert sum(len(house.got(given, ZALO)) for given in five) == len(moved)


async def test_what_was_held_elsewhere_goes_to_what_is_back(house: House) -> None:
    await house.only(["Bình"], TELEGRAM, ZALO)
    await published(house.office, house.cast, arrives=False, due_at=LATER)
    await out(house, TELEGRAM)
    (card,) = await rows(house.office, tables.deliveries, member_id=house.cast["Bình"], purpose=Purpose.CARD)
    later = house.office.clock.machine() + timedelta(days=8)
    await change(house.office, tables.deliveries, card.id, reason=Reason.QUOTA, due_at=later)
    await house.answers(TELEGRAM)
    house.forward(minutes=3)
    await house.turns()
    assert await house.cards("Bình") == [(TELEGRAM, "queued")]
    await house.send(TELEGRAM)
    assert house.counts("Bình") == {TELEGRAM: 1}


async def test_what_waits_there_because_the_other_month_is_full_does_not_go_to_and_fro(house: House) -> None:
    await limited(house, limit=10, used=10)
    await house.note(TELEGRAM, out_since=DUE_AT)
    await house.only(["Bình"], ZALO, TELEGRAM)
    await published(house.office, house.cast, arrives=False, due_at=LATER)
    await house.send(ZALO)
    assert await house.cards("Bình") == [(ZALO, "skipped"), (TELEGRAM, "queued")]
    assert await house.turns() == 0
    assert await house.cards("Bình") == [(ZALO, "skipped"), (TELEGRAM, "queued")]
