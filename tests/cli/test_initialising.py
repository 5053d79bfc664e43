"""`loa init`: everything that an office needs, once, and nobody else's to read."""

import os
import re
import stat
import tomllib
from pathlib import Path

import pytest

from bot.settings import load
from tests.cli.conftest import Loa, lines_with, one_line

TOKEN = "123456789:AAEinvented-for-this-test-00000000"
ADMIN = ("--yes", "--admin-name", "Phạm Quốc Dũng")


@pytest.fixture
def token_file(place: Path) -> Path:
    file = place / "token.txt"
    file.write_text(f"{TOKEN}\n", encoding="utf-8")
    return file


def _mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_what_init_makes_is_its_owners_only_whatever_the_umask(
    loa: Loa, place: Path, token_file: Path
) -> None:
    before = os.umask(0o022)
    try:
        result = loa("init", *ADMIN, "--token-file", str(token_file), "--api-url", "http://127.0.0.1:9")
        after = os.umask(0o022)
    finally:
        os.umask(before)
    assert result.exit_code == 0, result.output
    assert after == 0o022
    assert _mode(place / "data") == 0o700
    made = {file.name for file in (place / "data").iterdir()}
    assert {"key", "loa.db", "token"} <= made
    assert {_mode(place / "data" / name) for name in made} == {0o600}
    assert _mode(place / "config.toml") == 0o600


def test_init_without_questions_makes_an_office_that_can_be_checked(loa: Loa) -> None:
    assert loa("init", *ADMIN).exit_code == 0
    checked = loa("check")
    assert checked.exit_code == 0
    assert lines_with(checked, "OK    office: Văn phòng Đảng ủy")
    assert lines_with(checked, "OK    schema")


def test_init_prints_a_code_that_works_once_and_names_the_next_step(loa: Loa) -> None:
    result = loa("init", *ADMIN)
    assert re.search(r"^Code for Phạm Quốc Dũng: \w{4}-\w{4}-\w{4}$", result.stdout, re.MULTILINE)
    assert lines_with(result, "Next: loa check, then loa run.")


def test_a_second_init_changes_nothing_and_says_what_is_there(loa: Loa, place: Path) -> None:
    loa("init", *ADMIN, "--office", "Văn phòng Đảng ủy A")
    before = (place / "config.toml").read_bytes(), (place / "data/key").read_bytes()
    result = loa("init", "--yes", "--admin-name", "Trần Thị Lan", "--office", "Văn phòng B")
    assert result.exit_code == 0
    assert lines_with(result, "Settings:")[0].endswith("there already, unchanged")
    assert lines_with(result, "Office: Văn phòng Đảng ủy A, there already, unchanged")
    assert not lines_with(result, "Code for")
    assert ((place / "config.toml").read_bytes(), (place / "data/key").read_bytes()) == before
    one_line(loa("invite", "Lan"), 2, "Lan")


def test_the_token_stands_in_a_file_of_its_own_and_is_never_printed(
    loa: Loa, place: Path, token_file: Path
) -> None:
    result = loa("init", *ADMIN, "--token-file", str(token_file), "--api-url", "http://127.0.0.1:9")
    written = (place / "config.toml").read_text(encoding="utf-8")
    assert TOKEN not in written
    assert load(place / "config.toml").connections["office"].token.get_secret_value() == TOKEN
    for said in (result, loa("check"), loa("invite", "1")):
        assert TOKEN not in said.output
        assert TOKEN.partition(":")[2] not in said.output


def test_the_databases_password_leaves_the_url_for_a_file_of_its_own(loa: Loa, place: Path) -> None:
    url = "postgresql://loa:s%40cret-invented@127.0.0.1:9/loa"
    result = loa("init", *ADMIN, "--database-url", url)
    one_line(result, 2, "database.url")
    assert "cret-invented" not in result.output
    written = tomllib.loads((place / "config.toml").read_text(encoding="utf-8"))
    assert written["database"] == {
        "url": "postgresql://loa@127.0.0.1:9/loa",
        "password_file": "data/database-password",
    }
    assert (place / "data/database-password").read_text(encoding="utf-8").strip() == "s@cret-invented"


def test_answers_may_be_typed_and_the_token_is_not_shown(loa: Loa, place: Path) -> None:
    result = loa("init", typed=f'Văn phòng "A"\n{TOKEN}\nPhạm Quốc Dũng\nĐảng ủy A\n')
    assert result.exit_code == 0, result.output
    assert TOKEN not in result.output
    settings = load(place / "config.toml")
    assert settings.office.name == 'Văn phòng "A"'
    assert settings.connections["office"].token.get_secret_value() == TOKEN
    assert lines_with(result, "made, with Đảng ủy A")


def test_without_a_terminal_and_without_options_nothing_is_made(loa: Loa, place: Path) -> None:
    result = loa("init", typed="")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith("loa: nothing was answered")
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("token", [b"hello", b"123456789", b"", b"\xff\xfe\x00"])
def test_what_is_no_token_is_refused_before_anything_is_written(loa: Loa, place: Path, token: bytes) -> None:
    (place / "t").write_bytes(token)
    one_line(loa("init", *ADMIN, "--token-file", "t"), 2)
    assert [file.name for file in place.iterdir()] == ["t"]


def test_settings_that_cannot_be_used_are_not_left_behind(loa: Loa, place: Path) -> None:
    result = loa("init", *ADMIN, "--database-url", "mysql://localhost/loa")
    one_line(result, 2, "database")
    assert not (place / "config.toml").exists()
    assert loa("init", *ADMIN).exit_code == 0


def test_another_place_for_settings_and_data_can_be_named(loa: Loa, place: Path) -> None:
    named = ("--config", "etc/loa.toml")
    assert loa(*named, "init", *ADMIN, "--data-folder", "../var").exit_code == 0
    assert (place / "var/loa.db").is_file()
    assert not (place / "data").exists()
    assert lines_with(loa(*named, "check"), "OK    office")


def test_a_bot_on_zalo_is_written_with_its_link(loa: Loa, place: Path) -> None:
    (place / "token.txt").write_text("987654321:abc-xyz\n", encoding="utf-8")
    given = ("--platform", "zalo", "--token-file", "token.txt", "--link", "https://zalo.example/bot")
    result = loa("init", *ADMIN, *given, "--api-url", "http://127.0.0.1:9")
    assert result.exit_code == 0, result.output
    made = load(place / "config.toml").connections["office"]
    assert (made.platform, made.link, made.most_people) == ("zalo", "https://zalo.example/bot", 50)
    assert made.token.get_secret_value() == "987654321:abc-xyz"
    assert "987654321" not in result.output


def test_a_token_that_cannot_be_one_names_who_gives_one(loa: Loa, place: Path) -> None:
    (place / "token.txt").write_text("no token\n", encoding="utf-8")
    result = loa("init", *ADMIN, "--platform", "zalo", "--token-file", "token.txt")
    one_line(result, 2, "Zalo Bot Creator")
