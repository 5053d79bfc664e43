"""`loa unit` on a free office."""

import sqlite3
from pathlib import Path

import pytest

from tests.cast import BRANCH_1, BRANCH_2, COMMITTEE, Cast
from tests.cli.conftest import Loa, _logs_as_before, cast, lines_with, loa, one_line, place

__all__ = ["_logs_as_before", "cast", "loa", "place"]


def test_the_tree_is_printed_with_numbers_as_on_a_day(loa: Loa, cast: Cast) -> None:
    assert loa("unit", "rename", "chi bo 1", "Chi bộ Cơ quan", "--short", "CB CQ").exit_code == 0
    assert lines_with(loa("unit", "list"), f"    {cast.units[BRANCH_1]} Chi bộ Cơ quan (branch)")
    then = loa("unit", "list", "--on", "2020-06-01")
    assert lines_with(then, f"    {cast.units[BRANCH_1]} Chi bộ 1 (branch)")
    assert not lines_with(then, "Cơ quan")


def test_a_unit_is_opened_moved_merged_and_closed(loa: Loa, cast: Cast, place: Path) -> None:
    opened = loa("unit", "open", "Chi bộ 4", "--kind", "branch", "--under", "Đảng ủy")
    assert lines_with(opened, "Opened unit")
    assert lines_with(loa("unit", "move", "Chi bộ 4", "--under", "ldld tinh"), "Moved unit")
    assert lines_with(loa("unit", "merge", "Chi bộ 2", "Chi bộ 4"), f"Merged unit {cast.units[BRANCH_2]}")
    assert lines_with(loa("unit", "close", "Đảng ủy", "--members-to", "Chi bộ 4"), "Closed unit")
    tree = loa("unit", "list").stdout.splitlines()
    assert [line.split(" ", maxsplit=1)[0] == "" for line in tree] == [False, True, True, True]
    with sqlite3.connect(place / "data/loa.db") as connection:
        found = connection.execute("SELECT count(*) FROM members WHERE unit_id = ?", (cast.units[COMMITTEE],))
        assert found.fetchone() == (0,)
    connection.close()


def test_a_day_to_come_is_planned(loa: Loa, cast: Cast) -> None:
    assert lines_with(
        loa("unit", "move", "Chi bộ 1", "--top", "--on", "2099-01-01"), "Planned for 2099-01-01"
    )
    assert lines_with(loa("unit", "list"), f"    {cast.units[BRANCH_1]} Chi bộ 1")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("close", "Đảng ủy"), 1, "--members-to"),
        (("move", "ldld tinh", "--under", "Chi bộ 1"), 1, "below it"),
        (("merge", "Chi bộ 1", "Chi bộ 9"), 2, "no open unit called 'Chi bộ 9'"),
        (("close", "99"), 2, "no open unit has the number 99"),
        (("rename", "Chi bộ 1", "chi bộ 2"), 1, "Chi bộ 2"),
        (("rename", "Chi bộ 1", "x" * 300), 2, "120"),
        (("rename", "Chi bộ 1", "\u0421hi bộ 2"), 2, "Vietnamese alphabet"),
        (("move", "Chi bộ 1", "--top", "--on", "1/12/2026"), 2, "--on"),
        (("move", "Chi bộ 1"), 2, "--under"),
        (("move", "Chi bộ 1", "--top", "--under", "ldld tinh"), 2, "--top"),
        (("open", "Chi bộ 4", "--kind", "tribe"), 2, "--kind"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    loa: Loa, cast: Cast, arguments: tuple[str, ...], code: int, words: str
) -> None:
    one_line(loa("unit", *arguments), code, words)
