"""`loa invite`, `loa publish`, `loa report` on a free office."""

import re
import sqlite3
from pathlib import Path

import pytest

from tests.cast import Cast
from tests.cli.conftest import Loa, lines_with, one_line
from tests.reading.files import making

TEXT = (Path(__file__).parents[2] / "bot/samples/ke-hoach-sinh-hoat.txt").read_text(encoding="utf-8")
DUE = ("--due", "17:00 27/11/2099")


@pytest.fixture
def text(place: Path) -> str:
    (place / "van-ban.txt").write_text(TEXT, encoding="utf-8")
    return "van-ban.txt"


@pytest.fixture
def alone(place: Path) -> None:
    """The office asks for no second person."""
    (place / "config.toml").write_text("[office]\nsecond_person_approves = false\n", encoding="utf-8")


def _code(output: str) -> str:
    found = re.search(r"^Code for .+: (\S+)$", output, re.MULTILINE)
    assert found is not None, output
    return found[1]


def test_a_member_is_invited_by_number_and_by_name_without_accents(loa: Loa, cast: Cast) -> None:
    assert lines_with(loa("invite", str(cast["Bình"])), "Code for Nguyễn Văn Bình")
    assert lines_with(loa("invite", "nguyen van binh"), "Code for Nguyễn Văn Bình")


def test_a_second_code_ends_the_first(loa: Loa, cast: Cast, place: Path) -> None:
    first, second = _code(loa("invite", "Bình").stdout), _code(loa("invite", "Bình").stdout)
    assert first != second
    with sqlite3.connect(place / "data/loa.db") as connection:
        counted = connection.execute(
            "SELECT count(*), count(revoked_at) FROM invitations WHERE member_id = ?", (cast["Bình"],)
        ).fetchone()
    connection.close()
    assert counted == (2, 1)


def test_a_name_that_several_carry_lists_them_and_invites_nobody(loa: Loa, cast: Cast, place: Path) -> None:
    one_line(loa("invite", "Văn"), 2, f"{cast['Bình']} Nguyễn Văn Bình (Chi bộ 1)", "say the number")
    one_line(loa("invite", "999999"), 2, "nobody", "999999")
    one_line(loa("invite", "Zebedee"), 2, "nobody", "Zebedee")
    with sqlite3.connect(place / "data/loa.db") as connection:
        assert connection.execute("SELECT count(*) FROM invitations").fetchone() == (0,)
    connection.close()


def test_a_file_waits_for_the_approver_and_the_head_count_is_told(loa: Loa, cast: Cast, text: str) -> None:
    result = loa("publish", text, "--to", "unit:chi bo 2", *DUE)
    assert result.exit_code == 0, result.output
    assert lines_with(result, "waits for approval by")
    assert lines_with(result, ": 4, of whom 3 can be reached")
    assert lines_with(result, "  Phan Văn Tâm (CB 2): no conversation yet, invite them")
    one_line(loa("report", "1"), 2, "no publication 1")


def test_a_word_document_waits_too_and_one_that_cannot_be_read_says_why(
    loa: Loa, cast: Cast, place: Path
) -> None:
    made = making.saved(making.document())
    (place / "kh.docx").write_bytes(made)
    result = loa("publish", "kh.docx", "--to", "everyone", *DUE)
    assert result.exit_code == 0, result.output
    (place / "hong.docx").write_bytes(made[:-300])
    one_line(loa("publish", "hong.docx", "--to", "everyone"), 2, "cannot be read (damaged)", ".docx")


def test_several_units_are_narrowed_and_somebody_is_left_out(loa: Loa, cast: Cast, text: str) -> None:
    to = ("publish", text, "--to", "chi bo 1", "--to", "unit:Chi bộ 3", *DUE)
    one_line(loa(*to, "--without", "Hoàng Văn Sơn"), 2, "nobody of this name would get it")
    one_line(loa(*to, "--without", "Văn"), 2, f"{cast['Bình']} Nguyễn Văn Bình (CB 1)", "say the number")
    one_line(loa(*to, "--only", "candidate"), 2, "candidates get invitations only")
    one_line(loa(*to, "--to", "everyone"), 2, "only units can be several")
    one_line(loa(*to, "--without", "999999"), 1, "there is no such thing")
    one_line(loa(*to, "--only", "union", "--role", "secretary"), 1, "nobody")
    narrowed = (*to, "--only", "official", "--without", "nguyen van binh", "--without", str(cast["Mai"]))
    result = loa(*narrowed)
    assert result.exit_code == 0, result.output
    said = "For: Chi bộ 1, Chi bộ 3 – chỉ đảng viên chính thức; trừ 2 người: 2, of whom 2"
    assert said in " ".join(result.output.split())
    assert "Left out by name: Nguyễn Văn Bình (CB 1), Đỗ Thị Mai (CB 1)" in " ".join(result.output.split())


def test_a_file_is_published_where_no_second_person_is_asked_for(
    loa: Loa, cast: Cast, alone: None, text: str
) -> None:
    result = loa("publish", text, "--to", "everyone", *DUE)
    assert result.exit_code == 0, result.output
    assert lines_with(result, "Published as number 1")
    assert lines_with(result, f"{len(cast.everyone)}, of whom")
    report = loa("report", "1")
    assert report.exit_code == 0
    assert lines_with(report, "Nguyễn Văn Bình")
    one_line(loa("withdraw", "2", "--because", "nhầm", "--yes"), 2, "no publication 2")
    one_line(loa("withdraw", "1", "--because", " ", "--yes"), 2, "no text")
    assert lines_with(loa("withdraw", "1", "--because", "Nhầm ngày", "--yes"), "0 told")
    one_line(loa("withdraw", "1", "--because", "Nhầm ngày", "--yes"), 1, "withdrawn")
    # What was counted until then stays in the report.
    assert lines_with(loa("report", "1"), "Nguyễn Văn Bình")


def test_without_acknowledgement_there_is_no_report(loa: Loa, cast: Cast, alone: None, text: str) -> None:
    result = loa("publish", text, "--to", "topic:hoc tap chuyen de", "--no-ack")
    # Nobody takes this topic by default.
    one_line(result, 1, "nobody")
    assert lines_with(loa("publish", text, "--to", "everyone", "--no-ack"), "Published as number 1")
    one_line(loa("report", "1"), 2, "asks for acknowledgement")


def test_the_same_number_is_not_published_twice(loa: Loa, cast: Cast, alone: None, text: str) -> None:
    assert loa("publish", text, "--to", "everyone", *DUE).exit_code == 0
    one_line(loa("publish", text, "--to", "everyone", *DUE), 1, "number exists already")
    again = loa("publish", text, "--to", "everyone", *DUE, "--number", "99-KH/ĐU")
    assert lines_with(again, "Published as number 2")


@pytest.mark.postgresql
def test_on_postgresql_a_command_acts_while_others_work(loa: Loa, place: Path, postgres_url: str) -> None:
    url = postgres_url.replace("postgresql+psycopg://", "postgresql://")
    made = loa("init", "--yes", "--admin-name", "Phạm Quốc Dũng", "--database-url", url)
    assert made.exit_code == 0, made.output
    assert lines_with(loa("check"), "OK    schema")
    assert lines_with(loa("invite", "Dũng"), "Code for Phạm Quốc Dũng")
    assert loa("db", "check").exit_code == 0
    one_line(loa("db", "backup"), 2, "pg_dump", "--format=custom")
