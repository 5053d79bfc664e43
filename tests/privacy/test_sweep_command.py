"""`loa db sweep`."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.cast import Cast
from tests.cli.conftest import Loa, _logs_as_before, cast, loa, one_line, place

__all__ = ["_logs_as_before", "cast", "loa", "place"]


def _put(folder: Path, cast: Cast) -> None:
    old = datetime.now(UTC) - timedelta(days=500)
    with closing(sqlite3.connect(folder / "data/loa.db")) as connection, connection:
        connection.execute(
            "INSERT INTO web_messages (address_id, content, from_member, created_at) VALUES (?, '{}', 0, ?)",
            (cast.addresses["An"], f"{old:%Y-%m-%d %H:%M:%S.%f}"),
        )


def _amount(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "data/loa.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM web_messages").fetchone()[0])


def test_a_dry_run_counts_by_kind_and_changes_nothing(loa: Loa, cast: Cast, place: Path) -> None:
    _put(place, cast)
    shown = loa("db", "sweep", "--dry-run")
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.splitlines() == ["web messages: 1", "Would remove 1 rows"]
    assert _amount(place) == 1


def test_a_sweep_removes_what_was_counted_and_no_more(loa: Loa, cast: Cast, place: Path) -> None:
    _put(place, cast)
    assert loa("db", "sweep").stdout.splitlines() == ["web messages: 1", "Removed 1 rows"]
    assert _amount(place) == 0
    assert loa("db", "sweep").stdout.splitlines() == ["Removed 0 rows"]


def test_what_the_settings_keep_for_ever_is_not_swept(loa: Loa, cast: Cast, place: Path) -> None:
    _put(place, cast)
    (place / "config.toml").write_text("[retention]\nweb_messages_days = 0\n", encoding="utf-8")
    assert loa("db", "sweep").stdout.splitlines() == ["Removed 0 rows"]
    assert _amount(place) == 1


def test_a_term_below_nought_is_one_clear_line(loa: Loa, place: Path) -> None:
    (place / "config.toml").write_text("[retention]\ninbox_days = -1\n", encoding="utf-8")
    one_line(loa("db", "sweep"), 2, "retention.inbox_days")
