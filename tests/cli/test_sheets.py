"""`loa invite --unit ... --sheet ...`."""

import sqlite3
from pathlib import Path

import pytest

from tests.cast import Cast
from tests.cli.conftest import Loa, lines_with, one_line

SHEET = ("invite", "--unit", "chi bo 2", "--sheet", "phieu.pdf")


def open_codes(place: Path) -> tuple[int, int]:
    """How many codes there are, and how many of them were revoked."""
    connection = sqlite3.connect(place / "data/loa.db")
    row = connection.execute("SELECT count(*), count(revoked_at) FROM invitations").fetchone()
    connection.close()
    return row[0], row[1]


def test_a_sheet_is_written_after_it_was_said_what_ends(loa: Loa, cast: Cast, place: Path) -> None:
    loa("invite", str(cast["Tâm"]))
    result = loa(*SHEET, typed="y\n")
    assert result.exit_code == 0, result.output
    assert lines_with(result, "A sheet for Chi bộ 2 and below: 1 people")
    assert lines_with(result, "Earlier codes of theirs that nobody used end: 1")
    assert (place / "phieu.pdf").read_bytes().startswith(b"%PDF-")
    assert (place / "phieu.pdf").stat().st_mode & 0o077 == 0
    assert open_codes(place) == (2, 1)


@pytest.mark.parametrize("typed", ["n\n", "", None])
def test_without_a_yes_nothing_is_made(loa: Loa, cast: Cast, place: Path, typed: str | None) -> None:
    result = loa(*SHEET, typed=typed)
    assert result.exit_code == 2
    assert not (place / "phieu.pdf").exists()
    assert open_codes(place) == (0, 0)


def test_yes_can_be_said_beforehand(loa: Loa, cast: Cast, place: Path) -> None:
    assert loa(*SHEET, "--yes").exit_code == 0
    assert open_codes(place) == (1, 0)


def test_a_file_that_is_there_is_not_written_over(loa: Loa, cast: Cast, place: Path) -> None:
    (place / "phieu.pdf").write_text("mine", encoding="utf-8")
    one_line(loa(*SHEET, "--yes"), 2, "phieu.pdf", "there already")
    assert (place / "phieu.pdf").read_text(encoding="utf-8") == "mine"
    one_line(loa("invite", "--unit", "chi bo 2", "--sheet", "none/phieu.pdf", "--yes"), 2, "no such folder")
    assert open_codes(place) == (0, 0)


@pytest.mark.parametrize(
    ("unit", "code", "words"),
    [("chi bo 9", 2, "no unit called 'chi bo 9'"), ("", 2, "--unit"), ("Chi bộ 3", 1, "reached already")],
)
def test_a_unit_that_is_not_there_or_needs_none_is_said_in_one_line(
    loa: Loa, cast: Cast, unit: str, code: int, words: str
) -> None:
    one_line(loa("invite", "--unit", unit, "--sheet", "phieu.pdf", "--yes"), code, words)


@pytest.mark.parametrize(
    "arguments", [(), ("Bình", "--unit", "chi bo 1"), ("--sheet", "x.pdf"), ("Bình", "--sheet", "x.pdf")]
)
def test_half_a_request_is_refused(loa: Loa, cast: Cast, arguments: tuple[str, ...]) -> None:
    one_line(loa("invite", *arguments), 2, "MEMBER", "--unit")
