"""A request handed over to the process that works with the data folder already."""

import asyncio
import json
import os
import shutil
import socket
import stat
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.settings import Settings
from bot.settings.sections import OfficeSection
from handlers.cli.acting import act
from handlers.serve import handover as module
from handlers.serve.contract import BadInput, Request, Say, Values
from handlers.serve.handover import HandoverFailed, NobodyListens, hand_over, handover, listens
from handlers.serve.inviting import INVITE, Whom
from handlers.serve.requests import REQUESTS
from storage.database import Database
from storage.lock import FileLock
from tests.cast import Cast, FixedClock, fill


def _quiet(_words: str) -> None:
    return None


class Question(Values):
    """Args: words: what is asked."""

    words: str


class Said(Values):
    """Args: words: what is said."""

    words: str


async def _echo(_office: Office, question: Question, say: Say) -> Said:
    match question.words:
        case "refuse":
            raise Refused(Refusal.SAME_NUMBER, first="12-KH/ĐU")
        case "misunderstand":
            raise BadInput("say something else")
        case "fail":
            raise ZeroDivisionError("an invented secret")
    say("half way")
    return Said(words=question.words.upper())


ECHO = Request("echo", Question, Said, _echo)


@pytest.fixture(autouse=True)
def _knows_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REQUESTS, "echo", ECHO)


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir(mode=0o700)
    return made


def _office(folder: Path) -> Office:
    settings = Settings(office=OfficeSection(data_folder=folder))
    database = Database(settings.database_url.get_secret_value())
    return Office(database=database, clock=FixedClock(), settings=settings, key=b"k" * 32)


@pytest.fixture
async def office(folder: Path, prepared_sqlite_url: str) -> AsyncIterator[Office]:
    shutil.copyfile(prepared_sqlite_url.removeprefix("sqlite:///"), folder / "loa.db")
    made = _office(folder)
    yield made
    await made.database.close()


@pytest.fixture
async def cast(office: Office) -> Cast:
    return await office.database.transaction(fill)


async def _asks(folder: Path, words: str, say: Say = _quiet) -> object:
    return await hand_over(folder, ECHO, Question(words=words), say=say)


async def test_what_was_asked_is_done_and_its_progress_is_told(office: Office, folder: Path) -> None:
    said: list[str] = []
    async with handover(office):
        assert await _asks(folder, "xin chào", said.append) == {"words": "XIN CHÀO"}
    assert said == ["half way"]


async def test_the_socket_is_its_owners_only_and_gone_afterwards(office: Office, folder: Path) -> None:
    async with handover(office):
        mode = (folder / "socket").stat().st_mode
        assert stat.S_ISSOCK(mode)
        assert stat.S_IMODE(mode) == 0o600
        assert await listens(folder)
    assert not (folder / "socket").exists()
    assert not await listens(folder)
    with pytest.raises(NobodyListens):
        await _asks(folder, "anybody?")


async def test_a_refusal_and_a_misunderstanding_come_back_as_what_they_are(
    office: Office, folder: Path
) -> None:
    async with handover(office):
        with pytest.raises(Refused) as refused:
            await _asks(folder, "refuse")
        with pytest.raises(BadInput, match="say something else"):
            await _asks(folder, "misunderstand")
    assert (refused.value.reason, refused.value.details) == (Refusal.SAME_NUMBER, {"first": "12-KH/ĐU"})


async def test_a_request_that_fails_tells_no_secret_and_does_not_end_the_others(
    office: Office, folder: Path
) -> None:
    async with handover(office):
        with pytest.raises(HandoverFailed) as failed:
            await _asks(folder, "fail")
        assert await _asks(folder, "still there") == {"words": "STILL THERE"}
    assert "secret" not in str(failed.value)


async def test_a_socket_that_a_killed_process_left_is_replaced(office: Office, folder: Path) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(folder / "socket"))
    left.close()
    assert not await listens(folder)
    async with handover(office):
        assert await _asks(folder, "a") == {"words": "A"}


async def test_a_second_process_of_the_same_folder_leaves_the_first_its_socket(
    office: Office, folder: Path
) -> None:
    async with handover(office):
        async with handover(office):
            assert await listens(folder)
        assert await _asks(folder, "a") == {"words": "A"}


async def test_a_folder_with_a_path_too_long_for_a_socket_is_served_from_a_short_one(
    tmp_path: Path,
) -> None:
    folder = tmp_path / ("d" * 60) / ("e" * 60)
    folder.mkdir(parents=True)
    office = _office(folder)
    async with handover(office):
        named = folder / "socket.path"
        path = Path(named.read_text(encoding="utf-8"))
        assert len(os.fsencode(path)) <= 107
        assert [stat.S_IMODE(one.stat().st_mode) for one in (named, path.parent, path)] == [
            0o600,
            0o700,
            0o600,
        ]
        assert await _asks(folder, "a") == {"words": "A"}
    assert not path.parent.exists()
    assert not named.exists()
    await office.database.close()


@pytest.mark.parametrize(
    "line",
    [
        b"not json\n",
        b"[]\n",
        b'{"request": "delete everything", "arguments": {}}\n',
        b'{"request": "echo"}\n',
        b'{"request": ["echo"]}\n',
        b'{"request": "echo", "arguments": {"words": "a", "more": 1}}\n',
    ],
)
async def test_what_is_no_request_is_answered_and_not_done(office: Office, folder: Path, line: bytes) -> None:
    async with handover(office):
        reader, writer = await asyncio.open_unix_connection(str(folder / "socket"))
        writer.write(line)
        answer = json.loads(await reader.readline())
        writer.close()
        assert list(answer) == ["bad"]
        assert await _asks(folder, "a") == {"words": "A"}


async def test_a_request_that_never_ends_is_not_kept(
    office: Office, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST_LINE", 1000)
    async with handover(office):
        reader, writer = await asyncio.open_unix_connection(str(folder / "socket"))
        writer.write(b"x" * 5000)
        answer = json.loads(await reader.readline())
        writer.close()
    assert "1000 bytes" in answer["bad"]


async def test_who_goes_away_in_the_middle_disturbs_nobody(office: Office, folder: Path) -> None:
    async with handover(office):
        _, writer = await asyncio.open_unix_connection(str(folder / "socket"))
        writer.write(b'{"request": "ec')
        writer.close()
        assert await _asks(folder, "a") == {"words": "A"}


async def test_a_command_hands_over_while_the_folder_is_locked_and_acts_when_it_is_free(
    office: Office, cast: Cast, folder: Path
) -> None:
    whom = Whom(member=str(cast["Bình"]))
    (folder / "key").write_bytes(b"k" * 32)
    lock = FileLock(folder / "lock")
    assert lock.take()
    async with handover(office):
        there = await act(office.settings, INVITE, whom, say=_quiet)
    lock.give_back()
    here = await act(office.settings, INVITE, whom, say=_quiet)
    assert there.full_name == here.full_name == "Nguyễn Văn Bình"
    assert there.code != here.code
    # The running process has an office time of its own; a command by itself goes by the machine's.
    assert there.expires_at.tzinfo is not None
    assert there.expires_at.year == 2026


async def test_a_command_waits_for_a_process_that_is_just_starting(
    office: Office, cast: Cast, folder: Path
) -> None:
    lock = FileLock(folder / "lock")
    assert lock.take()
    asked = asyncio.create_task(act(office.settings, INVITE, Whom(member="Bình"), say=_quiet))
    await asyncio.sleep(0)
    assert not asked.done()
    async with handover(office):
        assert (await asked).full_name == "Nguyễn Văn Bình"
    lock.give_back()


async def test_a_locked_folder_in_which_nobody_answers_is_told(
    office: Office, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.cli.acting._LISTENS_WITHIN", timedelta())
    lock = FileLock(folder / "lock")
    assert lock.take()
    with pytest.raises(NobodyListens):
        await act(office.settings, INVITE, Whom(member="Bình"), say=_quiet)
    lock.give_back()
