"""What goes out without a person: only where the admin said so twice, and nothing speaks against it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.intake.describing import NewSource
from bot.intake.looking import look_at_due
from bot.intake.publishing_itself import MOST_IN_A_DAY, is_same_site
from bot.intake.sources import change_source, set_publishing
from bot.publication.audience.choosing import toggle_acknowledgement
from bot.sources.fetched import Fetched
from storage.states import Purpose, Scope, SourceKind
from tests.cast import clock_of
from tests.intake.texts import directive
from tests.intake.web import FEED, SITE, Web
from tests.intake.world import SELECTORS, World

PARTY = directive("21-KH/ĐU", issued="Hưng Yên, ngày 20 tháng 11 năm 2026")


async def publishes(world: World) -> None:
    """A source whose first contact is over, and that may publish by itself."""
    world.web.shows_feed("cu-1")
    card = await world.adds_public()
    await world.looks()
    dung = world.cast.caller("Dũng")
    asked = await set_publishing(dung, world.office, source_id=card.id, publishes_itself=True)
    assert asked.asks_again
    assert not asked.card.publishes_itself
    done = await set_publishing(dung, world.office, source_id=card.id, publishes_itself=True, confirmed=True)
    assert done.card.publishes_itself


async def shows(world: World, text: str, **more: Any) -> None:
    world.web.shows_page("moi", text, **more)
    world.web.shows_feed("moi", "cu-1")
    await world.looks(hours=1)


async def test_a_sure_public_document_goes_out_by_the_clock_and_history_says_so(world: World) -> None:
    await publishes(world)
    await shows(world, PARTY)
    (publication,) = await world.rows("publications")
    assert (publication.created_by, publication.approved_by) == (None, None)
    (draft,) = await world.rows("drafts")
    lines = [
        (row.to_state, row.detail, row.door, row.actor_id)
        for row in await world.rows("history")
        if row.thing == "draft" and row.thing_id == draft.id
    ]
    assert [line[:2] for line in lines] == [
        ("open", "begun"),
        ("submitted", "submitted_by_source"),
        ("published", "published"),
    ]
    assert {line[2:] for line in lines} == {("clock", None)}
    (told,) = await world.told(Purpose.SOURCE_NEWS)
    assert "Đã tự phát hành" in told
    await world.looks(hours=1)
    assert len(await world.rows("publications")) == 1


def _breaks_file(web: Web) -> dict[str, Any]:
    url = web.shows_file("phu-luc.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    return {"files": {"phu-luc.xls": url}}


@pytest.mark.parametrize(
    ("text", "more", "because"),
    [
        (directive("21-KH/ĐU", issued=""), lambda _web: {}, "ngày ban hành"),
        (PARTY.replace("năm 2026", "năm 2025"), lambda _web: {}, "ngày ban hành đã lâu"),
        (f"LƯU HÀNH NỘI BỘ\n{PARTY}", lambda _web: {}, "dấu lưu hành"),
        (f"HỎA TỐC\n{PARTY}", lambda _web: {}, "hỏa tốc"),
        (PARTY, _breaks_file, "tệp kèm"),
    ],
)
async def test_what_is_not_sure_stays_a_draft_and_says_why(
    world: World, text: str, more: Callable[[Web], dict[str, Any]], because: str
) -> None:
    await publishes(world)
    await shows(world, text, **more(world.web))
    assert len(await world.rows("drafts")) == 1
    assert await world.rows("publications") == []
    (told,) = await world.told(Purpose.SOURCE_NEWS)
    assert "Chưa tự phát hành" in told
    assert because in told


@pytest.mark.parametrize(
    ("place", "link", "is_same"),
    [
        ("https://congdoan.vn/rss/", "http://www.congdoan.vn/a.html", True),
        ("https://www.tinh.gov.vn/", "https://vanban.tinh.gov.vn/1", True),
        ("https://tuyengiao.tinh.gov.vn/", "https://tinh.gov.vn/1", True),
        ("https://tinh.gov.vn/", "https://xa.gov.vn/1", False),
        ("https://tinh.gov.vn/", "https://gov.vn/1", False),
        ("https://tinh.gov.vn/", "https://tinh.gov.vn.elsewhere.vn/1", False),
        ("https://tinh.gov.vn/", "https://xtinh.gov.vn/1", False),
        ("https://tinh.gov.vn/", "", False),
    ],
)
def test_only_what_stands_at_the_sources_own_site_may_go_out_by_itself(
    place: str, link: str, is_same: bool
) -> None:
    assert is_same_site(place, link) is is_same


async def test_a_document_of_another_site_waits_for_a_person(world: World) -> None:
    await publishes(world)
    world.web.shows_page("moi", PARTY)
    page = world.web.pages.pop(f"{SITE}/moi.html")
    world.web.pages["https://elsewhere.example.org/moi.html"] = page
    world.web.shows_feed("moi", "cu-1")
    feed = world.web.pages[FEED]
    assert isinstance(feed, Fetched)
    led = feed.content.replace(f"{SITE}/moi".encode(), b"https://elsewhere.example.org/moi")
    world.web.pages[FEED] = replace(feed, content=led)
    await world.looks(hours=1)
    assert len(await world.rows("drafts")) == 1
    assert await world.rows("publications") == []
    assert "trang khác" in (await world.told(Purpose.SOURCE_NEWS))[-1]


async def test_a_source_that_may_not_publishes_nothing_by_itself(world: World) -> None:
    world.web.shows_feed("cu-1")
    await world.adds_public()
    await world.looks()
    await shows(world, PARTY)
    assert len(await world.rows("drafts")) == 1
    assert await world.rows("publications") == []
    (told,) = await world.told(Purpose.SOURCE_NEWS)
    assert "tự phát hành" not in told


async def test_a_number_that_was_published_before_waits_for_a_person(world: World) -> None:
    await publishes(world)
    await shows(world, PARTY)
    later = PARTY.replace("ngày 20 tháng", "ngày 21 tháng").replace("học tập", "một việc khác: học tập")
    world.web.shows_page("moi-2", later)
    world.web.shows_feed("moi-2", "moi", "cu-1")
    await world.looks(hours=1)
    assert len(await world.rows("drafts")) == 2
    assert len(await world.rows("publications")) == 1
    assert "số đã được dùng" in (await world.told(Purpose.SOURCE_NEWS))[-1]


async def test_an_edit_of_what_went_out_is_told_and_changes_nothing_that_is_out(world: World) -> None:
    await publishes(world)
    await shows(world, PARTY)
    world.web.shows_page("moi", PARTY.replace("một việc làm", "hai việc làm"))
    for _ in range(2):
        await world.looks(days=1, hours=1)
    assert len(await world.rows("drafts")) == len(await world.rows("versions")) == 1
    (version,) = await world.rows("versions")
    assert "một việc làm" in version.body
    assert "đã sửa nội dung" in (await world.told(Purpose.SOURCE_NEWS))[-1]


async def test_what_was_drafted_before_the_admin_said_so_waits_for_a_person(world: World) -> None:
    world.web.shows_feed("cu-1")
    card = await world.adds_public()
    await world.looks()
    await shows(world, PARTY)
    await set_publishing(
        world.cast.caller("Dũng"), world.office, source_id=card.id, publishes_itself=True, confirmed=True
    )
    await world.looks(days=1, hours=1)
    assert await world.rows("publications") == []


async def test_what_was_seen_before_the_admin_said_so_waits_for_a_person_what_comes_later_does_not(
    world: World,
) -> None:
    names = [f"cho-{number}" for number in range(5)]
    world.web.shows_feed("cu-1")
    card = await world.adds_public()
    await world.looks()
    for number, name in enumerate(names):
        world.web.shows_page(name, numbered(30 + number))
    world.web.shows_feed(*names, "cu-1")
    # Three are read with each look: two are seen, and wait to be read, when the right is given.
    await world.looks(hours=1)
    assert (await world.states()).count("waiting") == 2
    await set_publishing(
        world.cast.caller("Dũng"), world.office, source_id=card.id, publishes_itself=True, confirmed=True
    )
    await world.looks(hours=1)
    assert len(await world.rows("drafts")) == 5
    assert await world.rows("publications") == []
    told = (await world.told(Purpose.SOURCE_NEWS))[-1]
    assert told.count("Chưa tự phát hành: nguồn đã đăng trước khi được cho tự phát hành.") == 2
    await shows(world, PARTY)
    assert len(await world.rows("publications")) == 1


async def test_given_back_the_right_begins_anew(world: World) -> None:
    await publishes(world)
    dung = world.cast.caller("Dũng")
    await set_publishing(dung, world.office, source_id=1, publishes_itself=False)
    assert (await world.rows("sources"))[0].publishes_since is None
    world.web.shows_page("moi", PARTY)
    world.web.shows_feed("moi", "cu-1")
    clock_of(world.office).forward(hours=1)
    await look_at_due(world.office, world.web)
    await set_publishing(dung, world.office, source_id=1, publishes_itself=True, confirmed=True)
    await world.looks(minutes=1)
    assert (len(await world.rows("drafts")), await world.rows("publications")) == (1, [])


async def test_a_few_of_a_day_go_out_by_themselves_and_the_rest_says_why_it_waits(world: World) -> None:
    await publishes(world)
    names = [f"moi-{number}" for number in range(MOST_IN_A_DAY + 2)]
    for number, name in enumerate(names):
        world.web.shows_page(name, numbered(30 + number))
    world.web.shows_feed(*names, "cu-1")
    await world.looks(hours=1)
    await world.looks(hours=1)
    assert len(await world.rows("drafts")) == MOST_IN_A_DAY + 2
    assert len(await world.rows("publications")) == MOST_IN_A_DAY
    assert "đủ số văn bản cho một ngày" in (await world.told(Purpose.SOURCE_NEWS))[-1]
    # The next day is another one; what was left over stays with the clerk.
    world.web.shows_page("mai", numbered(60))
    world.web.shows_feed("mai", *names, "cu-1")
    await world.looks(days=1)
    assert len(await world.rows("publications")) == MOST_IN_A_DAY + 1


def numbered(number: int) -> str:
    return directive(
        f"{number}-KH/ĐU", issued="Hưng Yên, ngày 20 tháng 11 năm 2026", about=f"việc thứ {number}"
    )


async def test_what_a_person_has_touched_is_theirs(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await publishes(world)

    async def killed(*_: object) -> None:
        raise ConnectionAbortedError

    monkeypatch.setattr("bot.intake.taking.publish_what_may", killed)
    await shows(world, PARTY)
    monkeypatch.undo()
    (draft,) = await world.rows("drafts")
    await toggle_acknowledgement(
        world.cast.caller("Lan"), world.office, draft_id=draft.id, revision=draft.revision
    )
    await world.looks(minutes=1)
    assert await world.rows("publications") == []
    assert len(await world.told(Purpose.SOURCE_NEWS)) == 1


async def test_a_change_of_its_audience_takes_the_right_away(world: World) -> None:
    await publishes(world)
    new = NewSource(
        name="Cổng tỉnh",
        kind=SourceKind.FEED,
        place=FEED,
        selectors=SELECTORS,
        audience_words="unit:Chi bộ 1",
        scope=Scope.PUBLIC,
    )
    changed = await change_source(world.cast.caller("Dũng"), world.office, source_id=1, new=new)
    assert (changed.publishes_itself, changed.audience) == (False, "Chi bộ 1")


async def test_another_way_of_finding_things_takes_it_away_too_another_name_does_not(world: World) -> None:
    await publishes(world)
    said: dict[str, Any] = {"kind": SourceKind.FEED, "place": FEED, "scope": Scope.PUBLIC}
    said["audience_words"] = "everyone"
    same = NewSource(**said | {"name": "Cổng của tỉnh", "selectors": SELECTORS})
    admin = world.cast.caller("Dũng")
    assert (await change_source(admin, world.office, source_id=1, new=same)).publishes_itself
    other = NewSource(**said | {"name": "Cổng của tỉnh", "selectors": {"portal": "nukeviet"}})
    assert not (await change_source(admin, world.office, source_id=1, new=other)).publishes_itself
