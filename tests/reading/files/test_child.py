"""The process that reads: what it may use, how it ends, and that nothing of it stays behind."""

import asyncio
import base64
import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from bot.reading.files import FileFault, FileForm, ReadFile, UnreadableDocument, asking, read_file
from bot.reading.files.asking import ask_child
from tests.reading.files import bombs, making

HERE = Path(__file__).parents[3]
PARENT_LIMIT, CHILD_LIMIT = 80_000, 200_000
DOCX = making.saved(making.document())


def test_what_unfolds_to_hundreds_of_megabytes_is_refused_in_flat_memory() -> None:
    bomb = bombs.bomb(declares=300 * bombs.MEGABYTE, parts=2)
    assert len(bomb) < 350_000, "600 MB in 300 KB"
    files = {
        "bomb.docx": bomb,
        "liar.docx": bombs.bomb(declares=bombs.MEGABYTE, parts=1),
        "many.docx": bombs.millions_of_paragraphs(),
        "stream.pdf": bombs.pdf_of(zlib.compress(bytes(80 * bombs.MEGABYTE), 1)),
        "plan.docx": DOCX,
    }
    asked = json.dumps({name: base64.b64encode(content).decode() for name, content in files.items()})
    done = subprocess.run(
        [sys.executable, "-m", "tests.reading.files.measuring"],
        input=asked.encode(),
        capture_output=True,
        check=True,
        cwd=HERE,
    )
    measured = json.loads(done.stdout)
    assert measured["told"] == {
        "bomb.docx": "too_large",
        "liar.docx": "damaged",
        "many.docx": "too_large",
        "stream.pdf": "too_large",
        "plan.docx": "docx",
    }
    assert measured["parent"] < PARENT_LIMIT
    assert measured["child"] < CHILD_LIMIT


def test_the_child_imports_little_and_may_write_nothing() -> None:
    asked = """
import json, resource, sys
from bot.reading.files.limits import confine
import bot.reading.files.child
confine()
limits = [resource.getrlimit(getattr(resource, f"RLIMIT_{one}"))[0] for one in ("AS", "CPU", "FSIZE")]
print(json.dumps([limits, sorted({name.partition(".")[0] for name in sys.modules})]))
"""
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    limits, modules = json.loads(done.stdout)
    assert limits == [512 * 1024 * 1024, 15, 0]
    assert {"bot", "pypdf", "selectolax"} <= set(modules)
    heavy = {"sqlalchemy", "storage", "telegram", "httpx", "pydantic", "starlette", "docx", "lxml"}
    assert not heavy & set(modules)


async def test_every_form_is_read_by_a_child_that_gets_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    environments: list[dict[str, str]] = []
    real = asyncio.create_subprocess_exec

    async def begun(*words: str, env: dict[str, str], **pipes: int) -> asyncio.subprocess.Process:
        environments.append(env)
        return await real(*words, env=env, stdin=pipes["stdin"], stdout=pipes["stdout"])

    monkeypatch.setattr(asyncio, "create_subprocess_exec", begun)
    monkeypatch.setenv("LOA_TELEGRAM_TOKEN", "123:abc")
    page = f"<html><body><p>{making.BODY}</p></body></html>".encode()
    read = await asyncio.gather(
        read_file(DOCX, name="a.docx"),
        read_file(making.printed(making.paper()), name="a.pdf"),
        read_file(page, name="a.html"),
        return_exceptions=True,
    )
    assert [one.form for one in read if isinstance(one, ReadFile)] == [
        *(FileForm.DOCX, FileForm.PDF, FileForm.HTML)
    ]
    assert all(isinstance(one, ReadFile) and making.BODY in one.text for one in read)
    assert [set(one) for one in environments] == [{"PYTHONPATH"}] * 3


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> list[asyncio.subprocess.Process]:
    """Children that never get their file to the end."""
    children: list[asyncio.subprocess.Process] = []

    async def never(child: asyncio.subprocess.Process, _: bytes) -> None:
        children.append(child)
        await asyncio.Event().wait()

    monkeypatch.setattr(asking, "_feed", never)
    return children


async def test_a_child_that_takes_too_long_is_killed_and_reaped(
    stuck: list[asyncio.subprocess.Process],
) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        await ask_child(DOCX, FileForm.DOCX, within=0.01)
    assert refused.value.fault is FileFault.TOO_SLOW
    assert [child.returncode for child in stuck] == [-9]


async def two_begun(stuck: list[asyncio.subprocess.Process]) -> None:
    """Two have begun, and the loop has gone round often enough for a third."""
    turns = 0
    while turns < 20:
        turns += len(stuck) >= 2
        await asyncio.sleep(0.001)


async def test_whoever_gives_up_leaves_no_child_behind_and_only_two_read_at_once(
    stuck: list[asyncio.subprocess.Process],
) -> None:
    asked = [asyncio.create_task(ask_child(DOCX, FileForm.DOCX)) for _ in range(4)]
    await asyncio.wait_for(two_begun(stuck), 10)
    assert len(stuck) == 2
    for one in reversed(asked):
        one.cancel()
    ended = await asyncio.gather(*asked, return_exceptions=True)
    assert all(isinstance(one, asyncio.CancelledError) for one in ended)
    assert [child.returncode for child in stuck] == [-9, -9]


async def test_a_child_that_dies_or_babbles_makes_the_file_a_damaged_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(UnreadableDocument) as refused:
        await ask_child(DOCX, FileForm.DOCX)
    assert refused.value.fault is FileFault.DAMAGED
    monkeypatch.setattr(sys, "executable", "/bin/echo")
    with pytest.raises(UnreadableDocument) as refused:
        await ask_child(DOCX, FileForm.DOCX)
    assert refused.value.fault is FileFault.DAMAGED
