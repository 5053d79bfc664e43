"""From a site to a draft before the clerk: once, and nothing that was there before."""

from dataclasses import replace

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.intake.items import items_of, take_item
from bot.publication.approval.approving import approve_now, return_draft
from bot.publication.approval.submitting import discard, submit
from storage.states import ItemState, Purpose
from tests.intake.texts import directive
from tests.intake.world import World


async def test_what_was_there_at_first_contact_is_noted_and_never_drafted(world: World) -> None:
    for name in ("cu-1", "cu-2"):
        world.web.shows_page(name, directive(name))
    world.web.shows_feed("cu-2", "cu-1")
    await world.adds()
    await world.looks()
    await world.looks(hours=1)
    assert await world.states() == ["imported", "imported"]
    assert await world.rows("drafts") == []
    assert await world.told(Purpose.SOURCE_NEWS) == []


async def test_what_comes_later_is_drafted_once_and_the_clerk_gets_word(world: World) -> None:
    world.web.shows_feed("cu-1")
    await world.adds(audience=Audience(AudienceKind.EVERYONE))
    await world.looks()
    world.web.shows_page("moi", directive("21-KH/ĐU"))
    # Reordered and dated anew: neither makes it another one.
    world.web.shows_feed("moi", "cu-1")
    await world.looks(hours=1)
    world.web.shows_feed("cu-1", "moi", day=21)
    await world.looks(hours=1)
    (draft,) = await world.rows("drafts")
    assert (draft.number, draft.created_by, draft.state.value) == ("21-KH/ĐU", None, "open")
    assert draft.audience == {"kind": "everyone", "subject": 0}
    items = await world.rows("items")
    assert [item.state for item in items] == [ItemState.IMPORTED, ItemState.DRAFTED]
    assert (draft.item_id, items[1].draft_id) == (items[1].id, draft.id)
    (told,) = await world.told(Purpose.SOURCE_NEWS)
    assert told.startswith("VĂN BẢN MỚI · Cổng tỉnh")
    assert "1. Số 21-KH/ĐU" in told


async def test_a_site_that_says_nothing_has_changed_is_asked_no_further(world: World) -> None:
    world.web.shows_feed("cu-1", etag='"a"')
    await world.adds()
    await world.looks()
    world.web.asked.clear()
    await world.looks(hours=1)
    (source,) = await world.rows("sources")
    assert len(world.web.asked) == 1
    assert (source.failures, source.fault) == (0, None)


async def test_one_look_brings_no_flood(world: World) -> None:
    world.web.shows_feed("cu-1")
    await world.adds()
    await world.looks()
    names = [f"moi-{number}" for number in range(1, 6)]
    for number, name in enumerate(names):
        world.web.shows_page(name, directive(f"{30 + number}-KH/ĐU"))
    world.web.shows_feed(*reversed(names), "cu-1")
    await world.looks(hours=1)
    assert [row.number for row in await world.rows("drafts")] == ["30-KH/ĐU", "31-KH/ĐU", "32-KH/ĐU"]
    assert len(await world.told(Purpose.SOURCE_NEWS)) == 1
    await world.looks(hours=1)
    assert len(await world.rows("drafts")) == 5
    assert len(await world.told(Purpose.SOURCE_NEWS)) == 2


async def test_two_sources_that_show_the_same_document_make_one_draft(world: World) -> None:
    other = "https://tinh.example.vn/rss/"
    for url in (other, world.web.home):
        world.web.shows_feed("cu-1", url=url)
        await world.adds(place=url, name=url)
    await world.looks()
    world.web.shows_page("ban-a", directive("22-KH/ĐU", issued="Hà Nội, ngày 20 tháng 11 năm 2026"))
    world.web.shows_page(
        "ban-b", directive("22-KH/ĐU", issued="Hà Nội, ngày 20 tháng 11 năm 2026") + "\nNguồn: tỉnh đoàn"
    )
    world.web.shows_feed("ban-a", "cu-1")
    world.web.shows_feed("ban-b", "cu-1", url=other)
    await world.looks(hours=1)
    (draft,) = await world.rows("drafts")
    items = [item for item in await world.rows("items") if item.state is ItemState.DRAFTED]
    assert [item.draft_id for item in items] == [draft.id, draft.id]
    # Both are told to nobody twice.
    assert len(await world.told(Purpose.SOURCE_NEWS)) == 1


@pytest.mark.parametrize("issued", ["Hà Nội, ngày 20 tháng 11 năm 2025", ""])
async def test_the_same_number_of_another_day_is_another_document(world: World, issued: str) -> None:
    world.web.shows_feed("cu-1")
    await world.adds()
    await world.looks()
    world.web.shows_page("ban-a", directive("22-KH/ĐU", issued="Hà Nội, ngày 20 tháng 11 năm 2026"))
    world.web.shows_page("ban-b", directive("22-KH/ĐU", issued=issued, about="việc khác"))
    world.web.shows_feed("ban-b", "ban-a", "cu-1")
    await world.looks(hours=1)
    assert len(await world.rows("drafts")) == 2


async def test_word_of_a_draft_that_was_dealt_with_meanwhile_is_left_out(world: World) -> None:
    world.web.shows_feed("cu-1")
    await world.adds()
    await world.looks()
    world.web.shows_page("moi", directive("21-KH/ĐU"))
    world.web.shows_feed("moi", "cu-1")
    await world.looks(hours=1)
    await discard(world.cast.caller("Lan"), world.office, draft_id=1)
    assert await world.told(Purpose.SOURCE_NEWS) == [""]


async def test_who_hands_a_sources_draft_in_is_its_drafter_and_hears_of_it(world: World) -> None:
    world.web.shows_feed("cu-1")
    await world.adds(audience=Audience(AudienceKind.EVERYONE))
    await world.looks()
    world.web.shows_page("moi", directive("21-KH/ĐU"))
    world.web.shows_feed("moi", "cu-1")
    await world.looks(hours=1)
    lan, minh = world.cast.caller("Lan"), world.cast.caller("Minh")
    both = replace(lan, grants=(*lan.grants, *minh.grants))
    handed_in = await submit(both, world.office, draft_id=1, revision=1)
    with pytest.raises(Refused) as refused:
        await approve_now(both, world.office, draft_id=1, revision=handed_in.revision)
    assert refused.value.reason is Refusal.SAME_PERSON
    await return_draft(minh, world.office, draft_id=1, revision=handed_in.revision, note="Xin sửa tên.")
    (told,) = await world.told(Purpose.DRAFT_NEWS)
    assert "Xin sửa tên." in told


async def test_an_item_can_be_taken_by_hand_that_was_there_before(world: World) -> None:
    world.web.shows_page("cu-1", directive("20-KH/ĐU"))
    world.web.shows_feed("cu-1")
    card = await world.adds()
    await world.looks()
    (item,) = await items_of(world.cast.caller("Lan"), world.office, source_id=card.id)
    await take_item(world.cast.caller("Lan"), world.office, item_id=item.id)
    await world.looks()
    assert [row.number for row in await world.rows("drafts")] == ["20-KH/ĐU"]
