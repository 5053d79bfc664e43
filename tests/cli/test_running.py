"""`loa` as a process of its own: it serves, it is asked while it serves, it ends."""

import asyncio
import os
import re
import signal
import socket
import stat
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import Result

from tests.cli.conftest import Loa, lines_with, one_line
from tests.standins.telegram import FREE, TelegramServer

PROGRAM = (sys.executable, "-c", "from handlers.cli import main; main()")
ROOT = Path(__file__).parents[2]


async def _start(place: Path, *arguments: str) -> Process:
    # As a service manager would, with the usual umask.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LOA_")}
    return await asyncio.create_subprocess_exec(
        *PROGRAM,
        *arguments,
        cwd=place,
        env=environment | {"PYTHONPATH": str(ROOT)},
        umask=0o022,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
    )


async def _beside(loa: Loa, *arguments: str) -> Result:
    """A command given while the test's own loop goes on: the stand-in lives in it."""
    return await asyncio.to_thread(loa, *arguments)


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
async def founded(place: Path, loa: Loa, bot: TelegramServer) -> Result:
    """`loa init` of an office with this bot."""
    (place / "token").write_text(bot.token, encoding="utf-8")
    given = ("--yes", "--admin-name", "Phạm Quốc Dũng", "--token-file", "token", "--api-url", bot.url)
    made = await _beside(loa, "init", *given)
    assert made.exit_code == 0, made.output
    return made


@pytest.fixture
async def running(place: Path, founded: Result) -> AsyncIterator[Process]:
    process = await _start(place, "run")
    await _until(process, "Ctrl+C")
    yield process
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
    await process.communicate()


async def test_init_prints_a_link_that_opens_the_bot_with_the_code(founded: Result) -> None:
    code = re.search(r"^Code for .*: (\S+)$", founded.stdout, re.MULTILINE)
    assert code is not None
    assert f"https://t.me/vanphong_bot?start={code[1].replace('-', '')}" in founded.stdout


async def test_check_names_the_bot_that_the_token_belongs_to(founded: Result, loa: Loa) -> None:
    checked = await _beside(loa, "check")
    assert checked.exit_code == 0, checked.stdout
    assert "@vanphong_bot" in lines_with(checked, "OK    connection office: ")[0]


async def test_check_says_when_the_token_is_not_valid(founded: Result, loa: Loa, place: Path) -> None:
    (place / "data/token").write_text("999999:some-other-token-that-nobody-knows-00", encoding="utf-8")
    checked = await _beside(loa, "check")
    assert checked.exit_code == 1
    assert "the token is not valid" in lines_with(checked, "FAULT connection office: ")[0]
    assert lines_with(checked, "@BotFather")
    assert "some-other-token" not in checked.output


async def test_a_running_loa_is_asked_through_its_socket(running: Process, loa: Loa) -> None:
    first, second = await _beside(loa, "invite", "Dũng"), await _beside(loa, "invite", "1")
    assert lines_with(first, "Code for Phạm Quốc Dũng: ")
    assert lines_with(second, "Code for Phạm Quốc Dũng: ")
    assert lines_with(first, "Code for") != lines_with(second, "Code for")
    one_line(await _beside(loa, "invite", "Zebedee"), 2, "nobody")


async def test_a_second_loa_on_the_same_folder_is_one_line(running: Process, place: Path, loa: Loa) -> None:
    second = await _start(place, "run")
    said, faults = await second.communicate()
    assert (second.returncode, said) == (1, b"")
    assert re.fullmatch(r"loa: Loa is already running on .*\n", faults.decode())
    one_line(await _beside(loa, "db", "upgrade"), 1, "already running")


async def test_a_running_loa_is_checked_and_backed_up_and_leaves_nothing_open(
    running: Process, place: Path, loa: Loa
) -> None:
    checked = await _beside(loa, "check")
    assert checked.exit_code == 0, checked.stdout
    assert lines_with(checked, "running: yes")
    assert (await _beside(loa, "db", "backup", "saved.db")).exit_code == 0
    files = [place / "saved.db", *(place / "data").iterdir()]
    assert {"loa.db", "loa.db-wal", "key", "lock", "socket", "token"} <= {file.name for file in files}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


async def test_loa_ends_when_it_is_told_to_and_no_secret_was_printed_or_logged(
    running: Process, founded: Result, bot: TelegramServer, place: Path, loa: Loa
) -> None:
    said = [await _beside(loa, *given) for given in (["invite", "1"], ["check"], ["db", "check"])]
    running.send_signal(signal.SIGTERM)
    printed, logged = (part.decode() for part in await running.communicate())
    assert running.returncode == 0
    assert "Traceback" not in logged
    assert not (place / "data/socket").exists()
    assert lines_with(await _beside(loa, "check"), "running: no")
    everything = founded.output + printed + logged + "".join(one.output for one in said)
    assert bot.token.partition(":")[2] not in everything
    code = lines_with(said[0], "Code for")[0].rpartition(" ")[2]
    assert code not in logged


async def test_a_busy_port_is_one_line(place: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        process = await _start(place, "sandbox", "--port", port)
        _, faults = await process.communicate()
    assert process.returncode == 2
    assert re.fullmatch(rf"loa: .*{port} is taken.*\n", faults.decode())


async def test_without_a_bot_the_sandbox_starts_and_is_asked_through_its_own_socket(
    place: Path, loa: Loa
) -> None:
    (place / "config.toml").write_text("[web]\nport = 0\n", encoding="utf-8")
    process = await _start(place, "run")
    logged = asyncio.create_task(_drain(process))
    heard = await _until(process, "Ctrl+C")
    assert "sandbox" in heard.splitlines()[0]
    assert re.search(r"http://127\.0\.0\.1:\d+/", heard)
    # The story begins with what asks nothing of anybody.
    one_line(await _beside(loa, "--sandbox", "report", "1"), 2, "there is no publication 1")
    report = await _beside(loa, "--sandbox", "report", "2")
    assert report.exit_code == 0, report.output
    assert report.stdout.startswith("BÁO CÁO")
    one_line(await _beside(loa, "report", "1"), 2, "loa init")
    process.send_signal(signal.SIGINT)
    assert await process.wait() == 0
    await logged


async def _drain(process: Process) -> None:
    assert process.stderr is not None
    await process.stderr.read()
