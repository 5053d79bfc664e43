"""`loa run` with bots of several messengers side by side."""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.cast import Cast
from tests.cli.conftest import Loa, lines_with
from tests.standins import telegram, zalo

PROGRAM = (sys.executable, "-c", "from handlers.cli import main; main()")
ROOT = Path(__file__).parents[2]
SECRET = "a-secret-of-this-test"


async def _run(place: Path) -> Process:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LOA_")}
    return await asyncio.create_subprocess_exec(
        *PROGRAM,
        "run",
        cwd=place,
        env=environment | {"PYTHONPATH": str(ROOT)},
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
    )


async def _until(process: Process, words: str) -> str:
    assert process.stdout is not None
    heard = ""
    while words not in heard:
        line = await process.stdout.readline()
        assert line, heard
        heard += line.decode()
    return heard


def _section(name: str, platform: str, token: str, url: str, *more: str) -> str:
    lines = [f"[connections.{name}]", f'platform = "{platform}"', f'token = "{token}"', f'api_url = "{url}"']
    return "\n".join([*lines, *more, ""])


@pytest.fixture
async def one() -> AsyncIterator[telegram.TelegramServer]:
    async with telegram.TelegramServer(limits=telegram.FREE) as server:
        yield server


@pytest.fixture
async def other() -> AsyncIterator[zalo.ZaloServer]:
    async with zalo.ZaloServer(limits=zalo.FREE) as server:
        yield server


async def _ended(process: Process) -> str:
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
    said, logged = await process.communicate()
    return (said + logged).decode()


@pytest.mark.timeout(120)
async def test_bots_of_two_messengers_are_served_side_by_side(
    place: Path, cast: Cast, loa: Loa, one: telegram.TelegramServer, other: zalo.ZaloServer
) -> None:
    parts = [
        _section("te", "telegram", one.token, one.url),
        _section("za", "zalo", other.token, other.url),
    ]
    (place / "config.toml").write_text("\n".join(parts), encoding="utf-8")
    (place / "config.toml").chmod(0o600)
    process = await _run(place)
    try:
        assert "Loa serves te, za." in await _until(process, "Ctrl+C")
        made = await asyncio.to_thread(loa, "invite", "Bình")
        code = lines_with(made, "Code for")[0].rpartition(" ")[2]
        on_zalo, on_telegram = other.person("Bình"), one.person("Bình", 7)
        on_telegram.joins()
        on_zalo.says(code)
        await on_zalo.receives("Nguyễn Văn Bình")
        on_telegram.says("/start")
        await on_telegram.receives("Kính chào")
        assert on_zalo.sees("Đồng ý") is not None
    finally:
        everything = await _ended(process)
    assert process.returncode == 0
    assert "Traceback" not in everything
    for token in (one.token, other.token):
        assert token.partition(":")[2] not in everything
    assert re.search(code, everything) is None


@pytest.mark.timeout(120)
@pytest.mark.parametrize("receive", ["polling", "webhook"])
async def test_one_messenger_that_is_away_keeps_nobody_from_the_other(
    place: Path, cast: Cast, one: telegram.TelegramServer, other: zalo.ZaloServer, receive: str
) -> None:
    receiving = (f'receive = "{receive}"', f'webhook_secret = "{SECRET}"')
    parts = [
        '[web]\nport = 0\npublic_url = "https://127.0.0.1:9"',
        _section("za", "zalo", other.token, other.url, *receiving),
        _section("te", "telegram", one.token, one.url),
    ]
    (place / "config.toml").write_text("\n".join(parts), encoding="utf-8")
    (place / "config.toml").chmod(0o600)
    await other.stop()
    process = await _run(place)
    try:
        await _until(process, "Ctrl+C")
        person = one.person("Bình", 7)
        person.joins()
        person.says("/start")
        await person.receives("Kính chào")
    finally:
        everything = await _ended(process)
    assert process.returncode == 0
    assert "the platform is away; trying on" in everything
    assert "Traceback" not in everything


@pytest.mark.timeout(120)
async def test_bots_that_their_platform_refuses_keep_nobody_from_the_others(
    place: Path, cast: Cast, loa: Loa, one: telegram.TelegramServer, other: zalo.ZaloServer
) -> None:
    receiving = ('receive = "webhook"', f'webhook_secret = "{SECRET}"')
    parts = [
        '[web]\nport = 0\npublic_url = "https://127.0.0.1:9"',
        _section("unreached", "zalo", other.token, other.url, *receiving),
        _section("reset", "zalo", "123456789:was-reset-in-the-night", other.url, *receiving),
        _section("te", "telegram", one.token, one.url),
    ]
    (place / "config.toml").write_text("\n".join(parts), encoding="utf-8")
    (place / "config.toml").chmod(0o600)
    process = await _run(place)
    try:
        assert "Loa serves unreached, reset, te, the web inbox." in await _until(process, "Ctrl+C")
        person = one.person("Bình", 7)
        person.joins()
        person.says("/start")
        await person.receives("Kính chào")
        shown = (await asyncio.to_thread(loa, "connections")).output
    finally:
        everything = await _ended(process)
    assert process.returncode == 0
    assert "unreached (zalo): sends, but what people write does not come in" in shown
    assert "reset (zalo): stopped: token" in shown
    assert "te (telegram): running" in shown
    assert "Zalo cannot reach https://127.0.0.1:9/webhook/zalo/unreached (webhook.err." in everything
    assert "Traceback" not in everything
    assert not [part for part in (SECRET, other.token, "was-reset-in-the-night") if part in everything]
