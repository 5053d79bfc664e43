"""`loa connections` and the lines of `loa check` about what is nearly used up."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from storage.lock import FileLock
from tests.cast import Cast
from tests.cli.conftest import Loa, lines_with

# Nobody answers there: port 9 of this machine.
CONFIG = """
[connections.main]
platform = "zalo"
token = "123456789:abc-xyz"
api_url = "http://127.0.0.1:9"
most_people = 2
messages_a_month = 1000
"""


@pytest.fixture
def bot(cast: Cast, place: Path) -> sqlite3.Connection:
    """A Zalo bot of two people, one of whom is there."""
    config = place / "config.toml"
    config.write_text(CONFIG, encoding="utf-8")
    config.chmod(0o600)
    (place / "data/key").write_bytes(b"k" * 32)
    (place / "data/key").chmod(0o600)
    connection = sqlite3.connect(place / "data/loa.db", isolation_level=None)
    connection.execute(
        "INSERT INTO connections (id, platform, name, stopped_reason, account)"
        " VALUES (7, 'zalo', 'main', '', '')"
    )
    _person(connection, "zalo-1")
    return connection


def _person(connection: sqlite3.Connection, chat_id: str) -> None:
    connection.execute(
        "INSERT INTO addresses (connection_id, chat_id, is_group, state, preference, created_at)"
        " VALUES (7, ?, 0, 'active', 0, '2026-11-23 01:00:00')",
        (chat_id,),
    )


def _used(connection: sqlite3.Connection, outgoing: int, *, spent: bool = False) -> None:
    month = f"{datetime.now(UTC).astimezone(ZoneInfo('Asia/Ho_Chi_Minh')):%Y-%m}"
    at = "2026-11-23 01:00:00" if spent else None
    connection.execute(
        "INSERT INTO usages (connection_id, month, outgoing, incoming, told_percent, spent_at)"
        " VALUES (7, ?, ?, 0, 0, ?)",
        (month, outgoing, at),
    )


def test_it_says_how_each_connection_stands(loa: Loa, bot: sqlite3.Connection) -> None:
    _used(bot, 810)

    result = loa("connections")

    assert result.exit_code == 0, result.output
    assert lines_with(result, "main (zalo): running")
    assert lines_with(result, "people 1/2, groups 0/3, messages 810/1,000 (81%)")
    assert lines_with(result, "web (web): running")
    assert lines_with(result, "last in never, last out never")


def test_a_stopped_one_and_one_that_its_platform_calls_used_up_say_so(
    loa: Loa, bot: sqlite3.Connection
) -> None:
    _used(bot, 10, spent=True)
    assert lines_with(loa("connections"), "main (zalo): the platform says that the month is used up, since")

    bot.execute("UPDATE connections SET stopped_reason = 'token' WHERE id = 7")
    assert lines_with(loa("connections"), "main (zalo): stopped: token")


def test_the_check_has_one_line_for_each_limited_connection(loa: Loa, bot: sqlite3.Connection) -> None:
    _used(bot, 10)

    result = loa("check")

    assert lines_with(result, "OK    limits of main: 10 of 1,000 messages")
    assert lines_with(result, "1 of 2 people")
    assert not lines_with(result, "limits of web")


@pytest.mark.parametrize(
    ("used", "spent", "words"),
    [(800, False, "set connections.main.messages_a_month"), (3, True, "the platform says")],
)
def test_the_check_warns_when_a_month_is_nearly_used_up(
    loa: Loa, bot: sqlite3.Connection, used: int, spent: bool, words: str
) -> None:
    _used(bot, used, spent=spent)

    result = loa("check")

    assert lines_with(result, "WARN  limits of main")
    assert lines_with(result, words)


def test_the_check_warns_when_a_bot_is_nearly_full(loa: Loa, bot: sqlite3.Connection) -> None:
    _person(bot, "zalo-2")

    result = loa("check")

    assert lines_with(result, "WARN  limits of main")
    assert lines_with(result, "make another bot")


def test_without_connections_the_check_says_nothing_of_limits(loa: Loa, cast: Cast) -> None:
    assert not lines_with(loa("check"), "limits of")


def test_it_tries_again_where_its_platform_called_the_month_over(loa: Loa, bot: sqlite3.Connection) -> None:
    _used(bot, 10, spent=True)
    assert lines_with(loa("connections"), "asks again at")

    assert lines_with(loa("connections", "try", "main"), "main tries again; messages let go: 0")

    assert lines_with(loa("connections"), "main (zalo): running")
    assert loa("connections", "try", "main").exit_code == 1
    assert loa("connections", "try", "nobody").exit_code == 1


def test_the_check_warns_while_every_admin_has_limited_bots_only(loa: Loa, bot: sqlite3.Connection) -> None:
    assert lines_with(loa("check"), "WARN  alarms")


@contextmanager
def held(lock: FileLock) -> Iterator[None]:
    """Another process works with the folder."""
    assert lock.take()
    yield
    lock.give_back()


def test_a_bot_gets_the_name_that_the_settings_have_for_it_now(
    loa: Loa, bot: sqlite3.Connection, place: Path
) -> None:
    bot.execute("UPDATE connections SET name = 'old' WHERE id = 7")
    bot.execute("UPDATE addresses SET member_id = 1 WHERE connection_id = 7")
    # As a start leaves it that could not ask the platform.
    bot.execute(
        "INSERT INTO connections (id, platform, name, stopped_reason, account)"
        " VALUES (8, 'zalo', 'main', '', '')"
    )
    for wrong in (("never", "main"), ("old", "nowhere"), ("main", "old"), ("old", "old")):
        assert loa("connections", "rename", *wrong).exit_code == 2

    with held(FileLock(place / "data/lock")):
        refused = loa("connections", "rename", "old", "main")
        assert refused.exit_code == 1
        assert "stop it first" in refused.output

    result = loa("connections", "rename", "old", "main")

    assert result.exit_code == 0, result.output
    assert lines_with(result, "old is called main from now on, with 1 people.")
    names = bot.execute("SELECT id, name FROM connections WHERE id > 6 ORDER BY id").fetchall()
    assert names == [(7, "main"), (8, "old")]
    said = bot.execute("SELECT thing_id, to_state, detail FROM history WHERE thing = 'connection'").fetchall()
    assert said == [(7, "renamed", "main")]


def test_a_name_that_has_people_of_its_own_is_not_given_to_another_bot(
    loa: Loa, bot: sqlite3.Connection
) -> None:
    bot.execute("UPDATE addresses SET member_id = 1 WHERE connection_id = 7")
    bot.execute(
        "INSERT INTO connections (id, platform, name, stopped_reason, account)"
        " VALUES (8, 'zalo', 'old', '', '')"
    )
    result = loa("connections", "rename", "old", "main")
    assert result.exit_code == 2
    assert "main has people of its own" in result.output
