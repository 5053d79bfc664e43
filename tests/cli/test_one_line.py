"""What goes wrong is said in one line, with an exit code, and never with a secret."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.errors import Refusal, Refused
from handlers.cli import app, refusals, shell
from tests.cast import Cast
from tests.cli.conftest import Loa, one_line

COMMANDS = [
    [],
    ["init"],
    ["check"],
    ["run"],
    ["sandbox"],
    ["invite"],
    ["publish"],
    ["report"],
    ["db"],
    ["db", "upgrade"],
    ["db", "check"],
    ["db", "backup"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_its_help(loa: Loa, command: list[str]) -> None:
    result = loa(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ")
    assert "--help" in result.stdout
    assert result.stderr == ""


def test_loa_alone_names_every_command(loa: Loa) -> None:
    result = loa()
    assert result.exit_code == 0
    for command in COMMANDS[1:9]:
        assert re.search(rf"^  {command[0]}  +[A-Z].*\.$", result.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["frobnicate"], "frobnicate"),
        (["invite"], "MEMBER"),
        (["report", "one"], "valid integer"),
        (["report", "0"], "N"),
        (["publish", "a.txt"], "--to"),
        (["publish", "a.txt", "--to", "everyone", "--kind", "poem"], "directive"),
        (["publish", "there-is-none.txt", "--to", "everyone"], "there-is-none.txt"),
        (["publish", "a.txt", "--to", "everyone", "--due", "1/12", "--no-ack"], "--no-ack"),
        (["--config", "there-is-none.toml", "check"], "there-is-none.toml"),
        (["sandbox", "--port", "70000"], "65535"),
        (["db", "backup", "there/is/none.db"], "there is no database"),
        (["init", "--yes"], "--admin-name"),
        (["--sandbox", "init"], "loa sandbox"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_bad_input_is_one_line_and_code_two(loa: Loa, place: Path, given: list[str], words: str) -> None:
    (place / "data").mkdir()
    (place / "data/key").write_bytes(b"k" * 32)
    one_line(loa(*given), 2, words)


def test_an_unknown_key_in_the_settings_is_one_line_that_names_it(loa: Loa, place: Path) -> None:
    (place / "config.toml").write_text('[office]\nnmae = "Văn phòng"\n', encoding="utf-8")
    for command in (["check"], ["run"], ["invite", "1"], ["db", "check"], ["init", "--yes"]):
        one_line(loa(*command), 2, "office.nmae", "unknown key")


def test_a_command_before_init_says_to_begin_with_it(loa: Loa) -> None:
    one_line(loa("invite", "1"), 2, "loa init")
    one_line(loa("report", "1"), 2, "loa init")


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("unit:Chi bộ 9", ["no such unit", "Chi bộ 1"]),
        ("unit:chi bo", ["may be", "Chi bộ 1", "Chi bộ 3", "say the number"]),
        ("topic:Bóng đá", ["no such topic", "Học tập chuyên đề"]),
        ("topic:", ["should be everyone"]),
        ("all", ["no such unit", "Chi bộ 1"]),
    ],
)
def test_an_audience_that_is_not_there_is_one_line_with_what_there_is(
    loa: Loa, cast: Cast, place: Path, to: str, words: list[str]
) -> None:
    (place / "a.txt").write_text("Thông báo lịch trực.", encoding="utf-8")
    one_line(loa("publish", "a.txt", "--to", to), 2, *words)


@pytest.mark.parametrize(("due", "words"), [("31/11/2030", "cannot be read"), ("17:00 27/11/2020", "over")])
def test_a_bad_due_date_is_one_line(loa: Loa, cast: Cast, place: Path, due: str, words: str) -> None:
    (place / "a.txt").write_text("Thông báo lịch trực.", encoding="utf-8")
    one_line(loa("publish", "a.txt", "--to", "everyone", "--due", due), 2, words)


def test_a_marked_text_is_refused_and_its_words_are_not_repeated(loa: Loa, cast: Cast, place: Path) -> None:
    (place / "a.txt").write_text("TỐI MẬT\n\nKế hoạch hoa sữa", encoding="utf-8")
    result = loa("publish", "a.txt", "--to", "everyone")
    one_line(result, 1, "secrecy")
    assert "hoa sữa" not in result.output
    one_line(loa("report", "1"), 2, "no publication 1")


def test_every_refusal_has_an_english_sentence() -> None:
    for reason in Refusal:
        said = refusals.sentence(Refused(reason))
        assert said.isascii()
        assert "{" not in said


def test_a_token_in_an_error_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        raise OSError(
            2, "no way to https://api.telegram.org/bot123456789:AAEinvented-for-this-test-0000000/x"
        )

    assert shell._said(fails) == 2
    said = capsys.readouterr().err
    assert "no way to" in said
    assert "AAEinvented" not in said


def test_ctrl_c_is_quiet(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_settings: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("handlers.cli.serving.serve", interrupted)
    result = CliRunner().invoke(app, ["sandbox"])
    assert (result.exit_code, result.stderr) == (130, "")
