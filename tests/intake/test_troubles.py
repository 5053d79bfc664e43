"""A site that fails, changes, hangs, or is cut off in the middle: nothing is lost, doubled, or told twice."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.intake.looking import look_at_due
from bot.intake.sources import pause_source
from bot.intake.taking import take_waiting
from bot.intake.turns import Turns
from bot.retry import after_failed_look
from bot.sources.fetched import Unfetched
from storage.intake import items
from storage.states import Purpose, SourceFault
from tests.cast import clock_of
from tests.intake.texts import directive
from tests.intake.web import FEED
from tests.intake.world import World

OTHER = "https://tinh.example.vn/rss/"
HALF_HOUR = timedelta(minutes=30)


async def begins(world: World) -> None:
    """One source whose first contact is over."""
    world.web.shows_feed("cu-1")
    await world.adds()
    await world.looks()


async def test_the_admins_hear_once_that_a_site_fails_for_a_day_and_once_that_it_is_back(
    world: World,
) -> None:
    await begins(world)
    world.web.fails(SourceFault.SITE_FAULT)
    for _ in range(3):
        await world.looks(hours=6, minutes=40)
    assert await world.told(Purpose.SOURCE_TROUBLE) == []
    for _ in range(3):
        await world.looks(hours=6, minutes=40)
    (told,) = await world.told(Purpose.SOURCE_TROUBLE)
    assert told.startswith("NGUỒN TIN · Cổng tỉnh: chưa đọc được")
    assert "trang đang có lỗi" in told
    world.web.shows_feed("cu-1")
    await world.looks(hours=7)
    before, after = await world.told(Purpose.SOURCE_TROUBLE)
    # What is over by the time it would be sent is left out.
    assert (before, after.splitlines()[0]) == ("", "NGUỒN TIN · Cổng tỉnh: đã đọc lại được")
    await world.looks(hours=1)
    assert len(await world.told(Purpose.SOURCE_TROUBLE)) == 2


async def test_the_admins_hear_that_a_site_has_changed_after_three_looks_that_found_nothing(
    world: World,
) -> None:
    await begins(world)
    world.web.shows_feed()
    for _ in range(2):
        await world.looks(hours=1)
    assert await world.told(Purpose.SOURCE_TROUBLE) == []
    for _ in range(2):
        await world.looks(hours=1)
    (told,) = await world.told(Purpose.SOURCE_TROUBLE)
    assert "không tìm thấy văn bản nào" in told
    (source,) = await world.rows("sources")
    assert source.fault is SourceFault.NOTHING_FOUND


async def test_first_contact_that_finds_nothing_is_no_first_contact(world: World) -> None:
    world.web.shows_feed()
    await world.adds()
    await world.looks()
    world.web.shows_feed("cu-1")
    await world.looks(hours=1)
    assert await world.states() == ["imported"]


async def test_a_site_that_asks_for_patience_gets_it(world: World) -> None:
    await begins(world)
    world.web.pages[FEED] = Unfetched(SourceFault.SITE_FAULT, "429", retry_after=timedelta(hours=3))
    await world.looks(hours=1)
    (source,) = await world.rows("sources")
    assert source.next_look_at - clock_of(world.office).now() == timedelta(hours=3)
    # However long it asks for, it is looked at again the next day.
    world.web.pages[FEED] = Unfetched(SourceFault.SITE_FAULT, "429", retry_after=timedelta(days=300))
    await world.looks(hours=4)
    (source,) = await world.rows("sources")
    assert source.next_look_at - clock_of(world.office).now() == timedelta(days=1)


async def test_a_first_contact_that_was_cut_off_drafts_nothing_of_what_was_there(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"cu-{number}" for number in range(5)]
    for name in names:
        world.web.shows_page(name, directive(name))
    world.web.shows_feed(*names)
    await world.adds()
    cut_after(monkeypatch, 3)
    await world.looks()
    monkeypatch.undo()
    assert await world.rows("items") == []
    await world.looks(minutes=1)
    await world.looks(hours=1)
    assert await world.states() == ["imported"] * 5
    assert await world.rows("drafts") == []


def cut_after(monkeypatch: pytest.MonkeyPatch, amount: int) -> None:
    """Loa is killed while it notes the items of a list, after so many of them."""
    whole: Callable[..., int] = items.note

    def cut(connection: object, source_id: int, new: list[items.NewItem], **more: object) -> int:
        whole(connection, source_id, new[:amount], **more)
        raise ConnectionAbortedError

    monkeypatch.setattr(items, "note", cut)


async def test_a_kill_between_draft_and_word_of_it_loses_neither_and_doubles_neither(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begins(world)
    world.web.shows_page("moi", directive("21-KH/ĐU"))
    world.web.shows_feed("moi", "cu-1")

    async def killed(*_: object) -> int:
        raise ConnectionAbortedError

    monkeypatch.setattr("bot.intake.taking.tell_clerks", killed)
    await world.looks(hours=1)
    monkeypatch.undo()
    assert await world.told(Purpose.SOURCE_NEWS) == []
    for _ in range(2):
        await take_waiting(world.office, world.web)
    assert len(await world.rows("drafts")) == 1
    assert len(await world.told(Purpose.SOURCE_NEWS)) == 1


async def test_a_site_that_never_answers_holds_up_no_other(world: World) -> None:
    world.web.shows_feed("cu-1")
    world.web.shows_feed("cu-2", url=OTHER)
    await world.adds()
    await world.adds(place=OTHER, name="Tỉnh")
    world.web.stuck[FEED] = asyncio.Event()
    turns = Turns(at_once=2)
    rung = world.office.bell.rung
    looking = asyncio.create_task(look_at_due(world.office, world.web, turns=turns))
    await world.office.bell.after(rung)
    assert await world.states() == ["imported"]
    # The next round looks at the other one again, and leaves the stuck one to its first look.
    clock_of(world.office).forward(hours=1)
    world.web.asked.clear()
    assert await look_at_due(world.office, world.web, turns=turns) == 1
    assert world.web.asked == [OTHER]
    looking.cancel()
    await asyncio.gather(looking, return_exceptions=True)


async def test_what_was_asked_before_an_admin_changed_the_source_is_not_taken_for_the_new_one(
    world: World,
) -> None:
    world.web.shows_feed("cu-1")
    card = await world.adds()
    world.web.stuck[FEED] = asyncio.Event()
    looking = asyncio.create_task(look_at_due(world.office, world.web))
    await world.web.hangs.wait()
    await pause_source(world.cast.caller("Dũng"), world.office, source_id=card.id)
    world.web.stuck[FEED].set()
    await looking
    assert await world.rows("items") == []
    (source,) = await world.rows("sources")
    assert (source.looked_at, source.imported_at) == (None, None)


def test_a_site_that_fails_is_left_alone_longer_each_time_up_to_six_hours() -> None:
    rests = [after_failed_look(failures, every=HALF_HOUR, chance=0) for failures in range(1, 8)]
    assert rests == [HALF_HOUR * times for times in (1, 2, 4, 8, 12, 12, 12)]
    assert after_failed_look(9, every=timedelta(days=1), chance=1) == timedelta(days=1, hours=2.4)
