"""What `loa check` does with a poll of a Zalo bot: what it brings is kept, no other poll is disturbed."""

from pathlib import Path

import pytest

from bot.runtime.findings import Level
from storage.lock import FileLock, Leadership
from tests.cli.zalo_probes import data, found, settings, stored, zalo
from tests.standins.zalo import FREE, Switches, ZaloServer

SECRET_WORDS = "Đồng chí Bình hỏi về kế hoạch"

__all__ = ["data", "zalo"]


def names_in(place: Path) -> list[str]:
    return [one.name for one in place.iterdir()]


async def test_what_the_poll_brings_is_in_the_inbox_and_its_words_on_no_line(
    data: Path, place: Path, zalo: ZaloServer
) -> None:
    said = zalo.person("Bình", "6ede9afa66b88fe6d6a9").says(SECRET_WORDS)
    lines = await found(settings(zalo, place=place))
    assert (lines["poll"].level, "brought 1, kept in the inbox: wrapped" in lines["poll"].words) == (
        Level.OK,
        True,
    )
    ((name, update_id),) = stored(data)
    assert (name, update_id.split(":")[1]) == ("hoa", said.message_id)
    assert not any("Bình" in line.words for line in lines.values())
    assert "6ede9afa66b88fe6d6a9" not in lines["poll"].words


@pytest.mark.parametrize(("replays", "words"), [(1, "an event came again"), (0, "did not come again")])
async def test_a_second_poll_shows_whether_what_came_comes_again(
    data: Path, place: Path, replays: int, words: str
) -> None:
    async with ZaloServer(limits=FREE, switches=Switches(replays=replays)) as zalo:
        zalo.person("Bình", "aa").says("xin chào")
        line = (await found(settings(zalo, place=place)))["poll again"]
    assert (line.level, words in line.words) == (Level.OK, True)
    assert len(stored(data)) == 1


@pytest.mark.parametrize("field", ["photo", "photo_url"])
async def test_the_name_of_a_photo_is_noted(data: Path, place: Path, field: str) -> None:
    switches = Switches.named("photo_field", field)
    async with ZaloServer(limits=FREE, switches=switches) as zalo:
        zalo.person("Bình", "aa").sends_picture()
        line = (await found(settings(zalo, place=place)))["poll"]
    assert (line.level, f"a photo in {field} (" in line.words) == (Level.OK, True)
    assert len(stored(data)) == 1


@pytest.mark.parametrize(
    ("body", "level", "words"),
    [
        (b"%s", Level.OK, "bare"),
        (b'{"ok": true, "result": [%s]}', Level.WARN, "a list of 1, where one object was expected"),
    ],
)
async def test_another_form_of_an_event_is_noted_and_kept_all_the_same(
    data: Path, place: Path, zalo: ZaloServer, body: bytes, level: Level, words: str
) -> None:
    event = b'{"event_name": "message.text.received", "message": {"message_id": "aa", "chat": {"id": "bb"}}}'
    zalo.answers(200, status=200, methods=frozenset({"getUpdates"}), body=body % event)
    line = (await found(settings(zalo, place=place)))["poll"]
    assert (line.level, words in line.words) == (level, True)
    ((name, update_id),) = stored(data)
    assert (name, update_id.split(":")[1]) == ("hoa", "aa")


async def test_an_event_without_an_id_is_news_and_kept(data: Path, place: Path, zalo: ZaloServer) -> None:
    zalo.pushes({"event_name": "group.bot.add", "message": {"chat": {"id": "aa", "chat_type": "GROUP"}}})
    line = (await found(settings(zalo, place=place)))["poll"]
    assert (line.level, "no message_id" in line.words) == (Level.WARN, True)
    assert len(stored(data)) == 1


async def test_while_loa_runs_here_nothing_is_polled(data: Path, place: Path, zalo: ZaloServer) -> None:
    zalo.person("Bình", "aa").says("xin chào")
    lock = FileLock(data / "lock")
    assert lock.take()
    line = (await found(settings(zalo, place=place)))["poll"]
    assert (line.level, "not tried: Loa is running" in line.words) == (Level.OK, True)
    assert len(zalo.waiting) == 1
    lock.give_back()
    assert "brought 1" in (await found(settings(zalo, place=place)))["poll"].words


async def test_without_a_database_nothing_is_polled_and_nothing_is_made(
    place: Path, zalo: ZaloServer
) -> None:
    zalo.person("Bình", "aa").says("xin chào")
    line = (await found(settings(zalo, place=place)))["poll"]
    assert (line.level, "not tried: there is no database" in line.words) == (Level.OK, True)
    assert len(zalo.waiting) == 1
    assert names_in(place) == []


@pytest.mark.postgresql
async def test_on_postgresql_it_is_the_leader_who_polls(
    prepared_postgres_url: str, place: Path, zalo: ZaloServer
) -> None:
    zalo.person("Bình", "aa").says("xin chào")
    office = settings(zalo, place=place, url=prepared_postgres_url)
    leader = Leadership(office.database_url.get_secret_value())
    assert await leader.lead()
    assert "not tried: Loa is running" in (await found(office))["poll"].words
    await leader.resign()
    assert "brought 1, kept in the inbox" in (await found(office))["poll"].words
    assert zalo.waiting == []
    assert await leader.lead(), "checking holds on to nothing"
    await leader.resign()
