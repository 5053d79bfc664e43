"""`loa` as a process of its own: it serves, it is asked while it serves, it ends."""

import asyncio
import os
import re
import signal
import socket
import stat
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.standins.telegram import FREE, TelegramServer

PROGRAM = (sys.executable, "-c", "from handlers.cli import main; main()")
ROOT = Path(__file__).parents[2]


@dataclass
class Ended:
    code: int
    said: str
    faults: str


async def _start(place: Path, *arguments: str) -> Process:
    # As a service manager would, with the usual umask.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LOA_")}
    return await asyncio.create_subprocess_exec(
        *PROGRAM,
        *arguments,
        cwd=place,
        env=environment | {"PYTHONPATH": str(ROOT)},
        umask=0o022,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
    )


async def _loa(place: Path, *arguments: str) -> Ended:
    process = await _start(place, *arguments)
    said, faults = await process.communicate()
    return Ended(process.returncode or 0, said.decode(), faults.decode())


async def _until(process: Process, words: str) -> str:
    assert process.stdout is not None
    heard = ""
    while words not in heard:
        line = await process.stdout.readline()
        assert line, heard
        heard += line.decode()
    return heard


@pytest.fixture
async def bot() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(limits=FREE) as server:
        yield server


@pytest.fixture
async def founded(tmp_path: Path, bot: TelegramServer) -> str:
    """What `loa init` said of an office with this bot."""
    (tmp_path / "token").write_text(bot.token, encoding="utf-8")
    made = await _loa(
        tmp_path,
        "init",
        "--yes",
        "--admin-name",
        "Phạm Quốc Dũng",
        "--token-file",
        "token",
        "--api-url",
        bot.url,
    )
    assert made.code == 0, made.faults
    return made.said


@pytest.fixture
async def running(tmp_path: Path, founded: str) -> AsyncIterator[Process]:
    process = await _start(tmp_path, "run")
    await _until(process, "Ctrl+C")
    yield process
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
    await process.communicate()


async def test_init_prints_a_link_that_opens_the_bot_with_the_code(founded: str) -> None:
    code = re.search(r"^Code for .*: (\S+)$", founded, re.MULTILINE)
    assert code is not None
    assert f"https://t.me/vanphong_bot?start={code[1].replace('-', '')}" in founded


async def test_check_names_the_bot_that_the_token_belongs_to(founded: str, tmp_path: Path) -> None:
    checked = await _loa(tmp_path, "check")
    assert checked.code == 0, checked.said
    assert "OK    connection office: " in checked.said
    assert "@vanphong_bot" in checked.said


async def test_check_says_when_the_token_is_not_valid(founded: str, tmp_path: Path) -> None:
    (tmp_path / "data/token").write_text("999999:some-other-token-that-nobody-knows-00", encoding="utf-8")
    checked = await _loa(tmp_path, "check")
    assert checked.code == 1
    assert "FAULT connection office: " in checked.said
    assert "the token is not valid" in checked.said
    assert "@BotFather" in checked.said
    assert "some-other-token" not in checked.said + checked.faults


async def test_a_second_loa_on_the_same_folder_is_one_line(running: Process, tmp_path: Path) -> None:
    second = await _loa(tmp_path, "run")
    assert second.code == 1
    assert re.fullmatch(r"loa: Loa is already running on .*\n", second.faults)


async def test_a_running_loa_is_asked_through_its_socket(running: Process, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "data/socket").stat().st_mode) == 0o600
    first, second = await _loa(tmp_path, "invite", "Dũng"), await _loa(tmp_path, "invite", "1")
    assert (first.code, second.code) == (0, 0), first.faults + second.faults
    assert first.said.startswith("Code for Phạm Quốc Dũng: ")
    assert first.said.splitlines()[0] != second.said.splitlines()[0]
    nobody = await _loa(tmp_path, "invite", "Zebedee")
    assert (nobody.code, nobody.said) == (2, "")
    assert re.fullmatch(r"loa: nobody .*\n", nobody.faults)


async def test_while_loa_runs_it_is_checked_and_backed_up(running: Process, tmp_path: Path) -> None:
    checked = await _loa(tmp_path, "check")
    assert checked.code == 0, checked.said
    assert "running: yes" in checked.said
    saved = await _loa(tmp_path, "db", "backup", "saved.db")
    assert saved.code == 0, saved.faults
    assert stat.S_IMODE((tmp_path / "saved.db").stat().st_mode) == 0o600
    upgraded = await _loa(tmp_path, "db", "upgrade")
    assert upgraded.code == 1
    assert "already running" in upgraded.faults


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_loa_ends_when_it_is_told_to(running: Process, tmp_path: Path, number: signal.Signals) -> None:
    running.send_signal(number)
    _, faults = await running.communicate()
    assert running.returncode == 0
    assert b"Traceback" not in faults
    assert not (tmp_path / "data/socket").exists()
    assert "running: no" in (await _loa(tmp_path, "check")).said


async def test_what_a_running_loa_makes_is_its_owners_only(running: Process, tmp_path: Path) -> None:
    files = [file for file in (tmp_path / "data").iterdir() if not file.name.startswith("loa.db.before")]
    assert {"loa.db", "loa.db-wal", "key", "lock", "socket", "token"} <= {file.name for file in files}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


async def test_no_secret_is_printed_or_logged(
    running: Process, founded: str, bot: TelegramServer, tmp_path: Path
) -> None:
    said = [await _loa(tmp_path, *given) for given in (["check"], ["invite", "1"], ["db", "check"])]
    running.send_signal(signal.SIGTERM)
    printed, logged = await running.communicate()
    secret = bot.token.partition(":")[2]
    everything = founded + printed.decode() + logged.decode() + "".join(one.said + one.faults for one in said)
    assert secret not in everything
    code = said[1].said.splitlines()[0].rpartition(" ")[2]
    assert code not in logged.decode()


async def test_a_busy_port_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = await _loa(tmp_path, "sandbox", "--port", port)
    assert result.code == 2
    assert re.fullmatch(rf"loa: .*{port} is taken.*\n", result.faults)


async def test_the_sandbox_says_where_it_is_and_is_asked_through_its_own_socket(tmp_path: Path) -> None:
    process = await _start(tmp_path, "run")
    process_log = asyncio.create_task(_drain(process))
    heard = await _until(process, "Ctrl+C")
    assert "sandbox" in heard.splitlines()[0]
    assert re.search(r"http://127\.0\.0\.1:\d+/", heard)
    report = await _loa(tmp_path, "--sandbox", "report", "1")
    assert report.code == 0, report.faults
    assert report.said.startswith("BÁO CÁO")
    process.send_signal(signal.SIGINT)
    assert await process.wait() == 0
    await process_log


async def _drain(process: Process) -> None:
    assert process.stderr is not None
    await process.stderr.read()
