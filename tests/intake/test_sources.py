"""Sources are kept by the admins: said in a file or in chat, changed, resting, closed."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.intake import trying
from bot.intake.cards import Health
from bot.intake.describing import Flaw, NewSource, source_of_file
from bot.intake.items import drop_item, items_of, take_item
from bot.intake.sources import (
    add_source,
    change_source,
    close_source,
    pause_source,
    resume_source,
    set_publishing,
    source_card,
    source_cards,
)
from bot.intake.trying import try_source
from bot.texts.sources import FAULTS, FLAWS
from storage.states import Kind, Scope, SourceFault, SourceKind, SourceState
from tests.cast import COMMAND_LINE
from tests.intake.texts import directive
from tests.intake.web import FEED, SITE
from tests.intake.world import SELECTORS, World

WHOLE = f"""
name = "Cổng  tỉnh"
kind = "portal"
place = "{SITE}/van-ban/"
portal = "nukeviet"
audience = "unit:Chi bo 1"
scope = "public"
every = 60
"""


def test_a_file_says_a_source() -> None:
    assert source_of_file(WHOLE.encode()) == NewSource(
        name="Cổng tỉnh",
        kind=SourceKind.PORTAL,
        place=f"{SITE}/van-ban/",
        selectors={"portal": "nukeviet"},
        audience_words="unit:Chi bo 1",
        scope=Scope.PUBLIC,
        every=timedelta(hours=1),
    )


@pytest.mark.parametrize(
    ("old", "new", "flaw"),
    [
        ("name", "= name", Flaw.NOT_TOML),
        ('kind = "portal"', 'kind = "mailbox"', Flaw.UNKNOWN_KEY),
        ('scope = "public"', "token = 3", Flaw.UNKNOWN_KEY),
        ("Cổng  tỉnh", " ", Flaw.NO_NAME),
        ("Cổng  tỉnh", "x" * 81, Flaw.NO_NAME),
        ("https://", "file:///", Flaw.PLACE),
        ("https://", "https://a:b@", Flaw.PLACE),
        ("https://", "", Flaw.PLACE),
        ("every = 60", "every = 1", Flaw.EVERY),
        ('portal = "nukeviet"', "", Flaw.NO_SELECTORS),
        ('"nukeviet"', '"nothing"', Flaw.UNKNOWN_PORTAL),
        ('portal = "nukeviet"', 'selectors = {item = "a["}', Flaw.SELECTORS),
        (f'kind = "portal"\nplace = "{SITE}/van-ban/"', 'kind = "folder"\nplace = "../.."', Flaw.OUTSIDE),
        (f'kind = "portal"\nplace = "{SITE}/van-ban/"', 'kind = "folder"\nplace = "/etc"', Flaw.OUTSIDE),
    ],
)
def test_what_of_a_file_cannot_be_used_is_said(old: str, new: str, flaw: Flaw) -> None:
    assert old in WHOLE
    with pytest.raises(Refused) as refused:
        source_of_file(WHOLE.replace(old, new).encode())
    assert refused.value.reason is Refusal.SOURCE_FLAW
    assert refused.value.details["because"] == FLAWS[flaw.name]
    assert refused.value.details["fault"].startswith(flaw.value)


def test_every_flaw_and_every_fault_has_its_sentence() -> None:
    assert set(FLAWS) == set(Flaw.__members__)
    assert set(FAULTS) == set(SourceFault)


async def test_a_source_is_added_changed_paused_resumed_and_closed_with_a_line_of_history_each(
    world: World,
) -> None:
    dung, office = world.cast.caller("Dũng"), world.office
    world.web.shows_feed("cu-1")
    added = await add_source(dung, office, new=source_of_file(WHOLE.encode()))
    assert (added.audience, added.every, added.health) == ("Chi bộ 1", timedelta(hours=1), Health.NEW)
    feed = NewSource(name="Tỉnh", kind=SourceKind.FEED, place=FEED, selectors=SELECTORS)
    changed = await change_source(dung, office, source_id=added.id, new=feed)
    assert (changed.kind, changed.audience, changed.every) == (SourceKind.FEED, "", timedelta(minutes=30))
    await pause_source(dung, office, source_id=added.id)
    await world.looks(hours=1)
    assert world.web.asked == []
    await resume_source(dung, office, source_id=added.id)
    await world.looks()
    assert (await source_card(dung, office, source_id=added.id)).counts == {"imported": 1}
    await close_source(dung, office, source_id=added.id)
    await world.looks(days=1)
    assert world.web.asked == [FEED]
    assert await source_cards(dung, office) == ()
    assert (await source_card(dung, office, source_id=added.id)).state is SourceState.CLOSED
    lines = [
        (row.from_state, row.to_state, row.detail, row.actor_id is not None)
        for row in await world.rows("history")
        if row.thing == "source"
    ]
    assert lines == [
        ("", "active", "added", True),
        ("active", "active", "changed", True),
        ("active", "paused", "paused", True),
        ("paused", "active", "active", True),
        ("active", "active", "imported", False),
        ("active", "closed", "closed", True),
    ]


async def test_another_place_is_contacted_for_the_first_time_and_another_selector_is_not(
    world: World,
) -> None:
    world.web.shows_feed("cu-1")
    card = await world.adds()
    await world.looks()
    dung, office = world.cast.caller("Dũng"), world.office
    same = NewSource(name="Tỉnh", kind=SourceKind.FEED, place=FEED, selectors={"portal": "article"})
    await change_source(dung, office, source_id=card.id, new=same)
    (source,) = await world.rows("sources")
    assert source.imported_at is not None
    elsewhere = NewSource(name="Tỉnh", kind=SourceKind.FEED, place=f"{SITE}/moi/", selectors=SELECTORS)
    world.web.shows_feed("khac-1", "khac-2", url=f"{SITE}/moi/")
    await change_source(dung, office, source_id=card.id, new=elsewhere)
    await world.looks(hours=1)
    assert await world.states() == ["imported"] * 3


@pytest.mark.parametrize(
    ("said", "flaw"),
    [
        ({"audience_words": "unit:Chi bộ 99"}, Flaw.AUDIENCE),
        ({"audience_words": "somebody"}, Flaw.AUDIENCE),
        ({"place": FEED}, Flaw.KNOWN_ALREADY),
    ],
)
async def test_what_cannot_be_found_is_refused_when_a_source_is_added(
    world: World, said: dict[str, Any], flaw: Flaw
) -> None:
    await world.adds()
    with pytest.raises(Refused) as refused:
        await world.adds(**{"place": f"{SITE}/b/"} | said)
    assert refused.value.details["because"] == FLAWS[flaw.name]
    assert len(await world.rows("sources")) == 1


async def test_only_a_public_source_with_an_audience_may_publish_by_itself(world: World) -> None:
    await world.adds(audience=Audience(AudienceKind.EVERYONE))
    with pytest.raises(Refused) as refused:
        await set_publishing(
            world.cast.caller("Dũng"), world.office, source_id=1, publishes_itself=True, confirmed=True
        )
    assert refused.value.details["because"] == FLAWS["NO_AUDIENCE"]


ADMINS: dict[str, Callable[..., Awaitable[object]]] = {
    "add": lambda caller, office: add_source(caller, office, new=source_of_file(WHOLE.encode())),
    "try": lambda caller, office: try_source(caller, office, new=1),
    "change": lambda caller, office: change_source(
        caller, office, source_id=1, new=source_of_file(WHOLE.encode())
    ),
    "pause": lambda caller, office: pause_source(caller, office, source_id=1),
    "resume": lambda caller, office: resume_source(caller, office, source_id=1),
    "close": lambda caller, office: close_source(caller, office, source_id=1),
    "publish": lambda caller, office: set_publishing(
        caller, office, source_id=1, publishes_itself=True, confirmed=True
    ),
}
CLERKS: dict[str, Callable[..., Awaitable[object]]] = {
    "take": lambda caller, office: take_item(caller, office, item_id=1),
    "drop": lambda caller, office: drop_item(caller, office, item_id=1),
}
SEEN: dict[str, Callable[..., Awaitable[object]]] = {
    "list": source_cards,
    "card": lambda caller, office: source_card(caller, office, source_id=1),
    "items": lambda caller, office: items_of(caller, office, source_id=1),
}


@pytest.mark.parametrize(
    ("cases", "others"),
    [(ADMINS, "Lan Minh Hòa Bình Kiên Thuận"), (CLERKS, "Dũng Minh Hòa Bình Kiên"), (SEEN, "Minh Hòa Bình")],
)
async def test_nobody_else_may(
    world: World, cases: dict[str, Callable[..., Awaitable[object]]], others: str
) -> None:
    await world.adds()
    for given in others.split():
        for name, case in cases.items():
            with pytest.raises(Refused) as refused:
                await case(world.cast.caller(given), world.office)
            assert refused.value.reason is Refusal.NOT_ALLOWED, (given, name)


async def test_trying_a_source_shows_what_it_would_bring_and_stores_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.web.shows_page("moi", directive("21-KH/ĐU"), files={"a.txt": world.web.shows_file("a.txt", b"abc")})
    world.web.shows_page("mat", directive("22-KH/ĐU", mark="TỐI MẬT"))
    world.web.shows_feed("moi", "mat", "gone", "more")
    monkeypatch.setattr(trying, "fetcher_for", lambda _office: world.web)
    new = NewSource(name="Tỉnh", kind=SourceKind.FEED, place=FEED, selectors=SELECTORS)
    said: list[str] = []
    tried = await try_source(world.cast.caller("Dũng"), world.office, new=new, say=said.append)
    assert (tried.found, tried.fault, len(tried.items)) == (4, None, 3)
    first, marked, gone = tried.items
    assert (first.number, first.kind, first.files) == ("21-KH/ĐU", Kind.DIRECTIVE, 1)
    assert (marked.fault, marked.title, marked.link) == (SourceFault.SECRET, "", "")
    assert gone.fault is SourceFault.GONE
    assert said[-1] == "reading documents: 3 of 3"
    for table in ("sources", "items", "drafts", "files", "history"):
        assert await world.rows(table) == []


async def test_trying_a_source_that_is_no_feed_says_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.web.shows_page("page", "Trang chủ")
    monkeypatch.setattr(trying, "fetcher_for", lambda _office: world.web)
    new = NewSource(name="Tỉnh", kind=SourceKind.FEED, place=f"{SITE}/page.html")
    tried = await try_source(COMMAND_LINE, world.office, new=new)
    assert (tried.items, tried.fault) == ((), SourceFault.NOT_A_FEED)


async def test_a_source_that_is_tried_by_its_number_stays_as_it_was(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = await world.adds_folder()
    before = await world.rows("sources")
    monkeypatch.setattr(trying, "fetcher_for", lambda _office: world.web)
    tried = await try_source(COMMAND_LINE, world.office, new=card.id)
    assert (tried.found, tried.fault) == (0, None)
    assert await world.rows("sources") == before
