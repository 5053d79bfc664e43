"""How an empty poll of a real Zalo bot looks; whatever it brings is stored before anything is said of it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from bot.channels.contract import Received
from bot.channels.zalo.answers import classify
from bot.channels.zalo.channel import is_empty_poll
from bot.channels.zalo.requests import Answer, Broken, Line
from bot.channels.zalo.updates import FINGERPRINT, all_received, event_in
from bot.clock import OfficeClock
from bot.inbox.intake import take
from bot.office import Office
from bot.runtime.findings import Finding, ok, warn
from bot.runtime.inspecting import standing_of
from bot.runtime.opening import LOCK_FILE
from bot.settings import Settings
from storage.channels import (
    connections,
)
from storage.database import Database
from storage.lock import FileLock, Leadership
from storage.migrate import Standing
from storage.states import Platform

_WAIT = timedelta(seconds=1)
_MARGIN = timedelta(seconds=15)
_EMPTY = 408
TELL = "differs from what Loa was built on: tell the makers"
"""The next step where an answer is news."""


async def probe_poll(about: str, settings: Settings, name: str, line: Line) -> Finding:
    """Poll once, unless another process does, or there is no database that could keep what comes.

    Args:
        about: what the finding is about.
        settings: as read.
        name: the connection's.
        line: to its bot.
    """
    standing = await asyncio.to_thread(standing_of, settings)
    if not isinstance(standing, Standing) or not standing.current:
        return ok(about, "not tried: there is no database at today's tables to keep what it may bring")
    async with _alone(settings) as alone:
        if not alone:
            return ok(about, "not tried: Loa is running and polls itself")
        return await _polled(about, settings, name, line)


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


async def _polled(about: str, settings: Settings, name: str, line: Line) -> Finding:
    try:
        asked = {"timeout": str(int(_WAIT.total_seconds()))}
        answer = await line.call("getUpdates", asked, read_after=_WAIT + _MARGIN)
    except Broken as broken:
        return warn(about, f"no answer: {broken}", "try again; if it stays so, tell the makers")
    if is_empty_poll(answer):
        return _nothing_came(about, answer)
    # One event a call [REAL]; a list would be news, and is kept as well.
    brought = all_received(answer.body)
    if not brought:
        reason = classify(answer).reason
        words = f"HTTP {answer.status}, code {answer.code}, {reason or 'an event of unknown form'}"
        return warn(about, f"expected an event, or a 408; found {words}", TELL)
    await _keep(settings, name, brought)
    return _something_came(about, answer, brought)


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
    bare = answer.body is not None and event_in(answer.body) is answer.body
    photos = sorted({name for one in brought for name in _photo_fields(one.body.get("message"))})
    notes = ["bare" if bare else "wrapped", *(f"a photo in {name}" for name in photos)]
    news = []
    if isinstance(answer.result, list):
        news.append(f"a list of {len(answer.result)}, where one object was expected")
    if any(one.update_id.startswith(FINGERPRINT) for one in brought):
        news.append("no message_id")
    words = f"brought {len(brought)}, kept in the inbox: {'; '.join([*notes, *news])}"
    return warn(about, words, TELL) if news else ok(about, f"{words} (each form is read)")


def _photo_fields(message: object) -> list[str]:
    # The documentation says photo [OFF], what was captured says photo_url [REAL].
    return [name for name in ("photo", "photo_url") if isinstance(message, dict) and name in message]
