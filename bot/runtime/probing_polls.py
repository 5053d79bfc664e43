"""How an empty poll of a real Zalo bot looks; whatever it brings is stored before anything is said of it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.channels.contract import Received
from bot.channels.zalo.answers import classify
from bot.channels.zalo.channel import is_empty_poll
from bot.channels.zalo.noticing import forms_of
from bot.channels.zalo.requests import Answer, Broken, Line
from bot.channels.zalo.updates import all_received
from bot.clock import OfficeClock
from bot.inbox.intake import take
from bot.office import Office
from bot.runtime.findings import Finding, ok, warn
from bot.runtime.inspecting import standing_of
from bot.runtime.opening import LOCK_FILE
from bot.settings import Settings
from storage.channels import connections
from storage.database import Database
from storage.lock import FileLock, Leadership
from storage.migrate import Standing
from storage.states import Platform

_WAIT = timedelta(seconds=1)
# With something in its queue the platform answers at once, a dozen times a second [REAL].
_BETWEEN = timedelta(seconds=1)
_MARGIN = timedelta(seconds=15)
_EMPTY = 408
TELL = "differs from what Loa was built on: tell the makers"
"""The next step where an answer is news."""


async def probe_poll(about: str, settings: Settings, name: str, line: Line) -> AsyncIterator[Finding]:
    """Poll once, unless another process does, or there is no database that could keep what comes.

    Once more after one that brought something, to see whether that comes again.

    Args:
        about: what the finding is about.
        settings: as read.
        name: the connection's.
        line: to its bot.
    """
    standing = await asyncio.to_thread(standing_of, settings)
    if not isinstance(standing, Standing) or not standing.current:
        yield ok(about, "not tried: there is no database at today's tables to keep what it may bring")
        return
    async with _alone(settings) as alone:
        if not alone:
            yield ok(about, "not tried: Loa is running and polls itself")
            return
        once = await _polled(about, settings, name, line)
        yield once.finding
        if once.brought:
            await asyncio.sleep(_BETWEEN.total_seconds())
            again = await _polled(about, settings, name, line)
            yield _again(f"{about} again", once, again)


@asynccontextmanager
async def _alone(settings: Settings) -> AsyncIterator[bool]:
    """Whether nobody serves this office now; then nobody begins to until the end either."""
    if settings.alone:
        lock = FileLock(settings.data_folder / LOCK_FILE)
        taken = lock.take()
        try:
            yield taken
        finally:
            lock.give_back()
        return
    leadership = Leadership(settings.database_url.get_secret_value())
    try:
        yield await leadership.lead()
    finally:
        await leadership.resign()


@dataclass(frozen=True)
class _Polled:
    finding: Finding
    brought: frozenset[str] = frozenset()


async def _polled(about: str, settings: Settings, name: str, line: Line) -> _Polled:
    try:
        asked = {"timeout": str(int(_WAIT.total_seconds()))}
        answer = await line.call("getUpdates", asked, read_after=_WAIT + _MARGIN)
    except Broken as broken:
        return _Polled(warn(about, f"no answer: {broken}", "try again; if it stays so, tell the makers"))
    if is_empty_poll(answer):
        return _Polled(_nothing_came(about, answer))
    # One event a call [REAL]; a list would be news, and is kept as well.
    brought = all_received(answer.body)
    if not brought:
        reason = classify(answer).reason
        words = f"HTTP {answer.status}, code {answer.code}, {reason or 'an event of unknown form'}"
        return _Polled(warn(about, f"expected an event, or a 408; found {words}", TELL))
    await _keep(settings, name, brought)
    ids = frozenset(one.update_id for one in brought)
    return _Polled(_something_came(about, answer, brought), ids)


def _again(about: str, once: _Polled, again: _Polled) -> Finding:
    # Sources conflict: measured, events come again [REAL]; another saw each come once [3P].
    if once.brought & again.brought:
        return ok(about, "an event came again: polls repeat what they brought (it is read once)")
    if again.brought:
        return ok(about, "another event came, and not the same again; it is kept in the inbox")
    return ok(about, f"the event did not come again ({again.finding.words})")


def _nothing_came(about: str, answer: Answer) -> Finding:
    # [REAL]; the same in HTTP 200 is reported too, and read.
    words = f"empty: expected HTTP {_EMPTY}; found HTTP {answer.status}"
    if answer.status == _EMPTY:
        return ok(about, words)
    return warn(about, f"{words}, code {answer.code}", f"understood all the same, but {TELL}")


async def _keep(settings: Settings, name: str, brought: Sequence[Received]) -> None:
    database = Database(settings.database_url.get_secret_value())
    try:
        ensure = partial(connections.ensure, platform=Platform.ZALO, name=name)
        connection_id = await database.transaction(ensure)
        # Storing signs nothing, so that no key has to be there.
        office = Office(database=database, clock=OfficeClock(), settings=settings, key=b"")
        await take(office, connection_id, brought)
    finally:
        await database.close()


def _something_came(about: str, answer: Answer, brought: Sequence[Received]) -> Finding:
    """What its form was; never what it says, nor who said it."""
    notes = forms_of(answer.body, brought)
    news = [note for note in notes if note.startswith(("a list", "no message_id"))]
    words = f"brought {len(brought)}, kept in the inbox: {'; '.join(notes)}"
    return warn(about, words, TELL) if news else ok(about, f"{words} (each form is read)")
