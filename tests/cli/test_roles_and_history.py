"""`loa roles` and `loa history export` on a free office."""

import csv
import sqlite3
import stat
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.cast import Cast
from tests.cli.conftest import Loa, lines_with, one_line


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_roles_are_listed_given_and_ended(loa: Loa, cast: Cast) -> None:
    assert lines_with(loa("roles", "list"), "Vũ Thị Hòa: secretary of Chi bộ 1")
    assert lines_with(loa("roles", "give", "binh", "secretary", "--unit", "chi bo 2"), "Given")
    (line,) = [one for one in loa("roles", "list").stdout.splitlines() if "Nguyễn Văn Bình" in one]
    assert "secretary of Chi bộ 2" in line
    number = line.partition(":")[0]
    assert lines_with(loa("roles", "end", number), "Ended")
    assert "Nguyễn Văn Bình" not in loa("roles", "list").stdout


def test_a_role_is_given_for_days(loa: Loa, cast: Cast) -> None:
    days = ("--from", "01/12/2099", "--until", "31/12/2099")
    assert lines_with(loa("roles", "give", "Bình", "auditor", *days), "Given")
    assert lines_with(loa("roles", "list"), "from 01/12/2099 until the end of 31/12/2099")


def test_what_is_not_clear_is_said_in_one_line_and_nothing_is_given(loa: Loa, cast: Cast) -> None:
    one_line(loa("roles", "give", "Văn", "secretary", "--unit", "Chi bộ 2"), 2, "say the number")
    one_line(loa("roles", "give", "Zebedee", "auditor"), 2, "nobody")
    one_line(loa("roles", "give", "999999", "auditor"), 2, "nobody", "999999")
    one_line(loa("roles", "give", "Bình", "secretary"), 2, "--unit")
    one_line(loa("roles", "give", "Bình", "secretary", "--unit", "Chi bộ 9"), 2, "no open unit")
    one_line(loa("roles", "give", "Bình", "auditor", "--unit", "Chi bộ 2"), 2, "held for", "only")
    one_line(loa("roles", "give", "Bình", "auditor", "--until", "01/01/2020"), 2, "over")
    one_line(loa("roles", "end", "999999"), 2, "no role", "999999")
    assert "Bình" not in loa("roles", "list").stdout


def test_the_last_admin_stays_even_for_the_command_line(loa: Loa, cast: Cast) -> None:
    (line,) = [one for one in loa("roles", "list").stdout.splitlines() if ": admin" in one]
    one_line(loa("roles", "end", line.partition(":")[0]), 1, "without an admin")


def test_history_is_written_as_csv_for_its_owner_only_and_tells_of_itself(
    loa: Loa, cast: Cast, place: Path
) -> None:
    loa("roles", "give", "Bình", "auditor")
    assert lines_with(loa("history", "export", "nhat-ky.csv"), "nhat-ky.csv: 2 rows")
    heading, newest, granted = _rows(place / "nhat-ky.csv")
    assert heading[4] == "Việc"
    assert newest[4] == "tải nhật ký ra tệp"
    assert granted[2] == "Người phụ trách kỹ thuật"
    assert "giao vai trò Kiểm tra, giám sát cho đồng chí Nguyễn Văn Bình" in granted[4]
    assert stat.S_IMODE((place / "nhat-ky.csv").stat().st_mode) == 0o600


def test_history_is_written_as_a_worksheet_of_strings(loa: Loa, cast: Cast, place: Path) -> None:
    loa("roles", "give", "Bình", "auditor")
    loa("history", "export", "nhat-ky.xlsx")
    rows = CalamineWorkbook.from_path(place / "nhat-ky.xlsx").get_sheet_by_index(0).to_python()
    assert rows[0][0] == "Số thứ tự"
    assert "Nguyễn Văn Bình" in str(rows[2][4])
    assert stat.S_IMODE((place / "nhat-ky.xlsx").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("option", "value", "things"),
    [
        ("--thing", "roles", {"role_grant"}),
        ("--member", "binh", {"role_grant", "history"}),
        ("--door", "telegram", set()),
        ("--to", "01/01/2020", set()),
        ("--from", "01/01/2020", {"role_grant", "invitation", "history"}),
    ],
)
def test_history_is_narrowed_by_thing_member_door_and_days(
    loa: Loa, cast: Cast, place: Path, option: str, value: str, things: set[str]
) -> None:
    loa("roles", "give", "Bình", "auditor")
    loa("invite", "do thi mai")
    loa("history", "export", "nhat-ky.csv", option, value)
    # The row about an export for somebody is about them too.
    assert {row[9] for row in _rows(place / "nhat-ky.csv")[1:]} == things


@pytest.mark.parametrize("name", ["nhat-ky.txt", "nhat-ky", "nowhere/nhat-ky.csv"])
def test_a_file_that_cannot_be_is_refused_in_one_line(loa: Loa, cast: Cast, name: str) -> None:
    one_line(loa("history", "export", name), 2, name)


def test_a_file_that_is_there_is_not_overwritten(loa: Loa, cast: Cast, place: Path) -> None:
    (place / "nhat-ky.csv").write_text("mine", encoding="utf-8")
    one_line(loa("history", "export", "nhat-ky.csv"), 2, "exists")
    assert (place / "nhat-ky.csv").read_text(encoding="utf-8") == "mine"


def test_the_check_says_that_history_is_guarded_and_when_it_is_not(loa: Loa, cast: Cast, place: Path) -> None:
    assert lines_with(loa("db", "check"), "cannot be changed or removed")
    with sqlite3.connect(place / "data/loa.db") as connection:
        connection.execute("DROP TRIGGER history_refuses_delete")
    connection.close()
    result = loa("db", "check")
    assert lines_with(result, "history_refuses_delete is missing")
    assert result.exit_code == 1
