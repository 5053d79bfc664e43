"""A page is read again for a week: what was edited is told once, what changes with each look is not."""

from dataclasses import replace

import pytest

from bot.errors import Refusal, Refused
from bot.intake.items import items_of, take_item
from bot.organisation.privacy.sweeping import sweep
from bot.sources.fetched import Fetched
from storage import tables
from storage.database import Connection
from storage.states import ItemState, Purpose, SourceFault
from tests.cast import COMMAND_LINE, clock_of
from tests.intake.texts import directive
from tests.intake.web import SITE
from tests.intake.world import World

TEXT = directive("21-KH/ĐU")
DAY = {"days": 1, "hours": 1}


async def drafted(world: World, text: str = TEXT) -> None:
    """One document was drafted, and the clerk heard of it."""
    world.web.shows_feed("cu-1")
    await world.adds()
    await world.looks()
    world.web.shows_page("moi", text)
    world.web.shows_feed("moi", "cu-1")
    await world.looks(hours=1)
    assert len(await world.told(Purpose.SOURCE_NEWS)) == 1


async def edits_told(world: World) -> int:
    return sum("đã sửa nội dung" in told for told in await world.told(Purpose.SOURCE_NEWS))


async def test_an_edit_is_told_once_when_a_second_look_agrees_and_the_draft_stays_as_it_is(
    world: World,
) -> None:
    await drafted(world)
    (before,) = await world.rows("drafts")
    world.web.shows_page("moi", directive("21-KH/ĐU", about="nội dung đã sửa"))
    told = []
    for _ in range(4):
        await world.looks(**DAY)
        told.append(await edits_told(world))
    assert told == [0, 1, 1, 1]
    assert await world.rows("drafts") == [before]


async def test_what_was_otherwise_for_one_look_only_is_not_told_though_it_comes_again(world: World) -> None:
    await drafted(world)
    closed = "Trang đang bảo trì, xin quay lại sau."
    for text in (closed, TEXT, closed, TEXT):
        world.web.shows_page("moi", text)
        await world.looks(**DAY)
    assert await edits_told(world) == 0


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Lượt xem: 12", "Lượt xem: 1.345"),
        ("Đăng ngày 20/11/2026 | 12 lượt xem", "Đăng ngày 20/11/2026 | 13 lượt xem"),
        ("Hôm nay: thứ Hai, 23/11/2026 08:15", "Hôm nay: thứ Ba, 24/11/2026 09:20"),
    ],
)
async def test_a_counter_or_a_clock_within_the_text_is_no_edit_however_often_it_agrees(
    world: World, first: str, later: str
) -> None:
    await drafted(world, f"{TEXT}\n{first}")
    world.web.shows_page("moi", f"{TEXT}\n{later}")
    for _ in range(3):
        await world.looks(**DAY)
    assert await edits_told(world) == 0


async def test_what_is_another_one_at_each_look_is_no_edit_whatever_it_is(world: World) -> None:
    await drafted(world)
    for number in range(9):
        world.web.shows_page("moi", f"{TEXT}\nThời tiết hôm nay {20 + number} độ, trời nắng nhẹ.")
        await world.looks(**DAY)
    assert await edits_told(world) == 0
    item = (await world.rows("items"))[1]
    assert item.next_try_at is None


async def test_an_edit_on_the_last_day_is_looked_at_once_more(world: World) -> None:
    await drafted(world)
    clock_of(world.office).forward(days=6, hours=20)
    world.web.shows_page("moi", directive("21-KH/ĐU", about="nội dung đã sửa"))
    for _ in range(2):
        await world.looks(**DAY)
    assert await edits_told(world) == 1
    assert (await world.rows("items"))[1].next_try_at is None


async def test_a_mark_that_was_put_on_it_is_told_at_once(world: World) -> None:
    await drafted(world)
    world.web.shows_page("moi", directive("21-KH/ĐU", mark="MẬT"))
    await world.looks(**DAY)
    assert "Nay trên trang có dấu chỉ độ mật" in (await world.told(Purpose.SOURCE_NEWS))[-1]


async def test_a_list_that_dates_all_it_shows_anew_makes_nothing_be_read_again(world: World) -> None:
    await drafted(world)
    world.web.asked.clear()
    for day in (21, 22):
        world.web.shows_feed("moi", "cu-1", day=day)
        await world.looks(hours=1)
    assert f"{SITE}/moi.html" not in world.web.asked


async def test_what_an_earlier_version_noted_of_a_list_is_not_compared_with(world: World) -> None:
    await drafted(world)

    def as_before(connection: Connection) -> None:
        connection.execute(tables.items.update().values(stamp="0a" * 32))

    await world.office.database.transaction(as_before)
    world.web.asked.clear()
    await world.looks(hours=1)
    assert world.web.asked == [world.web.home]
    assert "0a" * 32 not in {item.stamp for item in await world.rows("items")}


async def test_the_words_of_a_list_shown_otherwise_make_it_be_read_again_at_once(world: World) -> None:
    await drafted(world)
    feed = world.web.pages[world.web.home]
    assert isinstance(feed, Fetched)
    edited = feed.content.replace(b"<title>moi</title>", "<title>moi (đính chính)</title>".encode())
    world.web.pages[world.web.home] = replace(feed, content=edited)
    world.web.asked.clear()
    await world.looks(hours=1)
    assert f"{SITE}/moi.html" in world.web.asked


async def test_after_its_term_an_item_has_no_words_and_is_never_new_again(world: World) -> None:
    world.web.shows_page("hong", "x")
    world.web.fails(SourceFault.GONE, f"{SITE}/hong.html")
    await drafted(world)
    world.web.shows_feed("hong", "moi", "cu-1")
    await world.looks(hours=1)
    states = [ItemState.IMPORTED, ItemState.DRAFTED, ItemState.UNREADABLE]
    for _ in range(8):
        await world.looks(**DAY)
    clock_of(world.office).forward(days=365)
    await sweep(COMMAND_LINE, world.office)
    swept = await world.rows("items")
    assert [(item.state, item.title, item.link, item.stamp) for item in swept] == [
        (state, "", "", "") for state in states
    ]
    prints = [item.fingerprint for item in swept]
    told, world.web.asked[:] = await world.told(Purpose.SOURCE_NEWS), []
    # The site shows all of it still, and shows it otherwise.
    world.web.shows_feed("cu-1", "moi", "hong", day=25)
    for _ in range(2):
        await world.looks(**DAY)
    assert world.web.asked == [world.web.home] * 2
    assert [item.fingerprint for item in await world.rows("items")] == prints
    assert len(await world.rows("drafts")) == 1
    assert len(await world.told(Purpose.SOURCE_NEWS)) == len(told)
    # Nothing is left to be read, by hand neither.
    lan = world.cast.caller("Lan")
    for item in await items_of(lan, world.office, source_id=1):
        with pytest.raises(Refused) as refused:
            await take_item(lan, world.office, item_id=item.id)
        assert refused.value.reason is Refusal.GONE_ON
