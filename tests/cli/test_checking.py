"""`loa check`: one page, a next step for each fault, and nothing changed."""

import json
import sqlite3
from pathlib import Path

import pytest

from storage.inspecting import may_corrupt
from storage.lock import FileLock
from tests.cast import Cast
from tests.cli.conftest import Loa, lines_with


@pytest.fixture
def data(cast: Cast, place: Path) -> Path:
    (place / "data/key").write_bytes(b"k" * 32)
    (place / "data/key").chmod(0o600)
    return place / "data"


def _change(data: Path, statement: str) -> None:
    connection = sqlite3.connect(data / "loa.db")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_an_office_in_order_has_no_fault(loa: Loa, data: Path) -> None:
    result = loa("check")
    assert result.exit_code == 0, result.output
    for about in (
        "settings",
        "rights",
        "database",
        "schema",
        "SQLite",
        "office",
        "time",
        "running",
        "knocks",
    ):
        assert lines_with(result, f" {about}: "), about
    assert not lines_with(result, "FAULT ")
    assert lines_with(result, "Asia/Ho_Chi_Minh")


def test_a_place_without_anything_is_told_to_begin_and_stays_empty(loa: Loa, place: Path) -> None:
    result = loa("check")
    assert result.exit_code == 0
    assert lines_with(result, "-> loa init")
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(("name", "mode"), [("", 0o755), ("key", 0o644), ("loa.db", 0o640)])
def test_what_others_can_read_is_a_fault_with_the_command_that_mends_it(
    loa: Loa, data: Path, name: str, mode: int
) -> None:
    file = data / name
    file.chmod(mode)
    result = loa("check")
    assert result.exit_code == 1
    assert lines_with(result, f"-> chmod {'600' if name else '700'} {file}")


def test_a_secret_that_everybody_can_read_is_a_fault(loa: Loa, data: Path, place: Path) -> None:
    (place / "config.toml").write_text('[database]\npassword = "invented"\n', encoding="utf-8")
    (place / "config.toml").chmod(0o644)
    result = loa("check")
    assert result.exit_code == 1
    assert lines_with(result, "FAULT secrets: ")
    assert "invented" not in result.output


def test_an_unreachable_bot_is_a_fault_and_its_token_is_not_printed(
    loa: Loa, data: Path, place: Path
) -> None:
    token = "123456789:AAEinvented-for-this-test-00000000"
    section = f'[connections.office]\ntoken = {json.dumps(token)}\napi_url = "http://127.0.0.1:9"\n'
    (place / "config.toml").write_text(section, encoding="utf-8")
    (place / "config.toml").chmod(0o600)
    result = loa("check")
    assert result.exit_code == 1
    assert lines_with(result, "FAULT connection office: ")
    assert token not in result.output


def test_an_older_schema_is_a_fault(loa: Loa, data: Path) -> None:
    _change(data, "UPDATE alembic_version SET version_num = ''")
    assert loa("check").exit_code == 1


def test_a_file_that_is_no_database_is_a_fault_and_no_traceback(loa: Loa, data: Path) -> None:
    (data / "loa.db").write_bytes(b"this is no database, whatever its name says" * 100)
    result = loa("check")
    assert result.exit_code == 1
    assert lines_with(result, "FAULT database: cannot be reached")
    assert "Traceback" not in result.output


def test_a_running_loa_is_seen_and_a_stopped_one_is_not(loa: Loa, data: Path) -> None:
    lock = FileLock(data / "lock")
    assert lock.take()
    assert lines_with(loa("check"), "running: yes")
    lock.give_back()
    assert lines_with(loa("check"), "running: no")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (
            (
                "INSERT INTO inbox (connection_id, update_id, conversation, state, body, size, "
                "refused_because, failures, due_at, received_at) "
                "VALUES (1, '1', 'c', 'set_aside', '', 0, '', 5,"
                " '2026-11-23 01:00:00.000000', '2026-11-23 01:00:00.000000')"
            ),
            "WARN  knocks: 1 set aside",
        ),
        ("UPDATE connections SET stopped_reason = 'token'", "WARN  connection: web was stopped: token"),
    ],
)
def test_what_waits_for_a_person_is_a_warning(loa: Loa, data: Path, statement: str, words: str) -> None:
    assert not lines_with(loa("check"), words)
    _change(data, statement)
    result = loa("check")
    assert result.exit_code == 0
    assert lines_with(result, words)


@pytest.mark.parametrize(
    ("version", "corrupts"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 54, 0), False),
    ],
)
def test_the_versions_of_sqlite_with_the_fault_are_known(version: tuple[int, ...], corrupts: bool) -> None:
    assert may_corrupt(version) is corrupts
