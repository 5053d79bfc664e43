"""`loa db`: copies that can be trusted, taken while the office works; faults that are found."""

import shutil
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from storage import backups
from storage.migrate import standing
from tests.cast import Cast
from tests.cli.conftest import Loa, lines_with, one_line


@pytest.fixture
def data(cast: Cast, place: Path) -> Path:
    (place / "data/key").write_bytes(b"k" * 32)
    (place / "data/key").chmod(0o600)
    return place / "data"


def _members(file: Path) -> list[tuple[str]]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute("SELECT full_name FROM members ORDER BY id").fetchall()
    finally:
        connection.close()


def test_a_backup_is_private_whole_and_has_the_key_beside_it(loa: Loa, data: Path) -> None:
    assert loa("db", "backup").exit_code == 0
    kept = sorted((data / "backups").iterdir())
    assert [file.suffix for file in kept] == [".db", ".key"]
    assert [stat.S_IMODE(file.stat().st_mode) for file in kept] == [0o600, 0o600]
    assert stat.S_IMODE((data / "backups").stat().st_mode) == 0o700
    assert _members(kept[0]) == _members(data / "loa.db")
    assert kept[1].read_bytes() == (data / "key").read_bytes()


def test_a_backup_goes_back_into_an_empty_folder_and_opens(
    loa: Loa, data: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert loa("db", "backup", "saved.db").exit_code == 0
    other = place / "other/data"
    other.mkdir(mode=0o700, parents=True)
    shutil.copy(place / "saved.db", other / "loa.db")
    shutil.copy(place / "saved.db.key", other / "key")
    monkeypatch.chdir(other.parent)
    assert loa("db", "check").exit_code == 0
    assert lines_with(loa("invite", "Bình"), "Code for Nguyễn Văn Bình")


def test_a_copy_taken_while_somebody_writes_is_of_one_moment(data: Path, place: Path) -> None:
    written, stop = threading.Event(), threading.Event()

    def write() -> None:
        connection = sqlite3.connect(data / "loa.db", isolation_level=None, timeout=20)
        for number in range(100_000):
            if stop.is_set():
                break
            # Always two rows at once: an odd count would be half a change.
            connection.execute("BEGIN IMMEDIATE")
            for half in "ab":
                connection.execute(
                    "INSERT INTO topics (name, position, mandatory, on_by_default, locked_because, rhythm)"
                    " VALUES (?, 9, 0, 0, '', 'at_once')",
                    (f"{number}{half}",),
                )
            connection.execute("COMMIT")
            written.set()
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert written.wait(30)
        copies = [backups.copy(data / "loa.db", place / f"{number}.db") for number in range(5)]
    finally:
        stop.set()
        writer.join()
    for copied in copies:
        connection = sqlite3.connect(copied.path)
        amount = connection.execute("SELECT count(*) FROM topics WHERE position = 9").fetchone()[0]
        connection.close()
        assert amount > 0
        assert amount % 2 == 0
        assert standing(f"sqlite:///{copied.path}").current


def test_a_copy_is_one_file(data: Path, place: Path) -> None:
    backups.copy(data / "loa.db", place / "saved.db")
    assert [file.name for file in place.iterdir() if "saved" in file.name] == ["saved.db"]


def test_a_backup_overwrites_nothing(loa: Loa, data: Path, place: Path) -> None:
    for name in ("saved.db", "saved.db.key"):
        (place / name).write_text("precious", encoding="utf-8")
        one_line(loa("db", "backup", "saved.db"), 2, name, "not overwritten")
        assert (place / name).read_text(encoding="utf-8") == "precious"
        (place / name).unlink()
    assert not list(place.glob("*.part"))


def test_a_database_that_is_damaged_is_not_called_whole(loa: Loa, data: Path, place: Path) -> None:
    file = data / "loa.db"
    whole = bytearray(file.read_bytes())
    connection = sqlite3.connect(file)
    page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'members'").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    whole[(page - 1) * size + 8 : page * size] = b"\x5a" * (size - 8)
    file.write_bytes(whole)
    assert loa("db", "check").exit_code == 1
    result = loa("db", "backup", "saved.db")
    assert result.exit_code != 0
    assert not (place / "saved.db").exists()
    assert len(result.stderr.splitlines()) == 1


def test_check_finds_a_table_that_somebody_changed(loa: Loa, data: Path) -> None:
    assert loa("db", "check").exit_code == 0
    connection = sqlite3.connect(data / "loa.db")
    connection.execute("ALTER TABLE topics ADD COLUMN colour TEXT")
    connection.commit()
    connection.close()
    result = loa("db", "check")
    assert result.exit_code == 1
    assert lines_with(result, "colour")


def test_check_finds_a_row_that_points_nowhere(loa: Loa, data: Path) -> None:
    connection = sqlite3.connect(data / "loa.db")
    connection.execute("UPDATE members SET unit_id = 999 WHERE id = 1")
    connection.commit()
    connection.close()
    result = loa("db", "check")
    assert result.exit_code == 1
    assert lines_with(result, "points to no row of units")


def test_upgrade_makes_the_database_and_a_second_one_changes_nothing(loa: Loa, place: Path) -> None:
    assert loa("db", "upgrade").stdout.startswith("Database at ")
    assert lines_with(loa("db", "upgrade"), "as before")
    assert loa("db", "check").exit_code == 0
