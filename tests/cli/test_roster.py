"""`loa roster`: the template written, sent back, changed, applied."""

from pathlib import Path

import pytest
from python_calamine import load_workbook

from tests.cast import Cast
from tests.cli.conftest import Loa, lines_with, one_line
from tests.roster.files import workbook

FILE = "ds.xlsx"


def _branch_3(place: Path, *more: tuple[str, ...]) -> None:
    rows = [
        ("Họ và tên", "Chi bộ", "Chức vụ"),
        ("Trịnh Văn Đức", "Chi bộ 3", "Bí thư Chi bộ 3"),
        ("Cao Thị Ngọc", "Chi bộ 3", ""),
        ("Mai Hồng Phúc", "Chi bộ 3", ""),
        *more,
    ]
    (place / FILE).write_bytes(workbook(rows))


def test_the_template_sent_back_changes_nothing(loa: Loa, cast: Cast, place: Path) -> None:
    assert lines_with(loa("roster", "template", FILE), f"Wrote {FILE}")
    result = loa("roster", "import", FILE, "--apply", "all", "--yes")
    assert result.exit_code == 0, result.output
    assert lines_with(result, f"{len(cast.members)} people in the sheet 'Danh sách'")
    assert lines_with(result, "Nothing would change")


def test_the_template_of_a_unit_lists_it_and_an_empty_one_nobody(loa: Loa, cast: Cast, place: Path) -> None:
    loa("roster", "template", "mot.xlsx", "--unit", "chi bo 1")
    loa("roster", "template", "trong.xlsx", "--empty")
    listed = [
        len(load_workbook(place / name).get_sheet_by_index(0).to_python())
        for name in ("mot.xlsx", "trong.xlsx")
    ]
    assert listed == [1 + len(cast.of_unit("Chi bộ 1")), 1]
    one_line(loa("roster", "template", "hai.xlsx", "--unit", "chi bo"), 2, "say the number", "Chi bộ 2")
    one_line(loa("roster", "template", "hai.xlsx", "--unit", "zzz"), 2, "no such unit")
    one_line(loa("roster", "template", "mot.xlsx"), 2, "is there already")


def test_the_difference_is_shown_and_nothing_is_changed(loa: Loa, cast: Cast, place: Path) -> None:
    _branch_3(place, ("Hồ Thị Nga", "Chi bộ 3", "Thủ quỹ"), ("Bùi Văn Lộc", "Chi bộ 9", ""))
    for _ in range(2):
        result = loa("roster", "import", FILE)
        assert result.exit_code == 0, result.output
        assert lines_with(result, "row 5; Hồ Thị Nga; Chi bộ 3; official")
        assert lines_with(result, "row 6; Bùi Văn Lộc; unit unknown")
        assert lines_with(result, "--open-units opens them: Chi bộ 9")
        assert not lines_with(result, "Applied")


def test_what_was_chosen_is_applied_once(loa: Loa, cast: Cast, place: Path) -> None:
    _branch_3(place, ("Hồ Thị Nga", "Chi bộ 3", "Thủ quỹ"), ("Bùi Văn Lộc", "Chi bộ 9", ""))
    give = ("roster", "import", FILE, "--open-units", "--apply", "joined", "--yes", "--save", "bang.xlsx")
    assert lines_with(loa(*give), "Applied: 2 joined, 0 moved, 0 changed, 0 left, 1 units opened")
    assert len(load_workbook(place / "bang.xlsx").get_sheet_by_index(0).to_python()) == 3
    (place / "bang.xlsx").unlink()
    assert lines_with(loa(*give), "Nothing would change")


def test_without_yes_it_asks_and_no_is_no(loa: Loa, cast: Cast, place: Path) -> None:
    _branch_3(place, ("Hồ Thị Nga", "Chi bộ 3", ""))
    result = loa("roster", "import", FILE, "--apply", "all", typed="n\n")
    assert result.exit_code == 2
    assert not lines_with(result, "Applied")
    assert lines_with(loa("roster", "import", FILE, "--apply", "all", typed="y\n"), "Applied: 1 joined")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"0" * 600, "old excel"),
        ("a.xlsx", b"%PDF-1.7", "other format"),
        ("a.csv", "Tên;Tuổi\n".encode("utf-16-le"), "other format"),
        ("a.csv", "Họ và tên\nNguyễn Văn Bình\n".encode(), "no column for the unit (found: name)"),
        ("a.xlsx", b"0" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
    ],
)
def test_what_cannot_be_read_ends_with_two_and_one_line(
    loa: Loa, cast: Cast, place: Path, name: str, content: bytes, words: str
) -> None:
    (place / name).write_bytes(content)
    one_line(loa("roster", "import", name), 2, words)


def test_a_file_that_is_not_there_and_yes_alone_end_with_two(loa: Loa, cast: Cast, place: Path) -> None:
    one_line(loa("roster", "import", "khong-co.xlsx"), 2, "khong-co.xlsx")
    _branch_3(place)
    one_line(loa("roster", "import", FILE, "--yes"), 2, "--apply")
