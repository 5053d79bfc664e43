"""`loa connections` and the lines of `loa check` about what is nearly used up."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

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
