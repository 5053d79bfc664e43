"""`loa check`: what whoever looks after the machine can look at, on one page. It changes nothing.

Only what a Zalo bot hands out while it is looked at goes into the inbox: it might not come a second time.
"""

import asyncio
from calendar import day_name
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

from bot.channels.contract import Health
from bot.runtime.findings import Finding, fault, ok, warn
from bot.runtime.folder_rights import rights_lines
from bot.runtime.inspecting import database_lines, sqlite_line, standing_of, waiting_lines
from bot.runtime.linking import health_of
from bot.runtime.opening import LOCK_FILE
from bot.runtime.probing import probe
from bot.settings import Connection, Settings, warnings_of
from storage.database import Database
from storage.lock import FileLock
from storage.migrate import Standing
from storage.organisation import organisation
from storage.organisation.organisation import Installation
from storage.states import Platform, Reason

# Whom to ask for a token, and why a platform may be out of reach.
_ADVICE = {
    Platform.TELEGRAM: ("@BotFather (/token)", "Telegram is not reachable from every network"),
    Platform.ZALO: ("Zalo Bot Creator", "is this machine allowed to reach Zalo's servers?"),
}


async def check(settings: Settings) -> AsyncIterator[Finding]:
    """The lines of the page, in order, each as soon as it is known.

    Args:
        settings: as read.
    """
    for finding in [*_settings(settings), *rights_lines(settings)]:
        yield finding
    if not settings.connections:
        alone = "the web inbox alone is served" if settings.web.inbox else "loa run starts the sandbox"
        yield ok("connections", f"none set, so {alone}")
    for name in settings.connections:
        async for finding in _connection(settings, name):
            yield finding
    for finding in await database_lines(settings, thoroughly=False):
        yield finding
    yield sqlite_line(settings)
    standing = await asyncio.to_thread(standing_of, settings)
    current = isinstance(standing, Standing) and standing.current
    installation = await _installation(settings) if current else None
    yield _office(installation)
    yield _time(settings, installation)
    yield _running(settings)
    if current:
        for finding in await waiting_lines(settings):
            yield finding


def _settings(settings: Settings) -> list[Finding]:
    file = settings.config_file
    words = f"read from {file}" if file else "no config.toml here: everything is as usual"
    step = "make it its owner's only"
    return [
        ok("settings", words),
        *(fault("secrets", warning, step) for warning in warnings_of(settings)),
    ]


async def _connection(settings: Settings, name: str) -> AsyncIterator[Finding]:
    one = settings.connections[name]
    health = await health_of(one)
    yield _standing(name, one, health)
    if health.reachable and one.platform is Platform.ZALO:
        async for finding in probe(settings, name):
            yield finding


def _standing(name: str, settings: Connection, health: Health) -> Finding:
    about = f"connection {name}"
    way = f"{settings.platform} at {settings.api_url}"
    if settings.proxy.get_secret_value():
        way += ", through a proxy"
    if health.reachable:
        return ok(about, f"{way}: the token is {health.name}'s ({health.detail}); {settings.receive}")
    whom, why = _ADVICE[settings.platform]
    if health.detail.startswith(f"{Reason.TOKEN}:"):
        step = f"ask {whom} for the token and put it into the file that the settings name"
        return fault(about, f"{way}: the token is not valid", step)
    step = f"see connections.{name}.api_url and proxy: {why}"
    return fault(about, f"{way}: cannot be reached ({health.detail})", step)


async def _installation(settings: Settings) -> Installation | None:
    database = Database(settings.database_url.get_secret_value())
    try:
        return await database.read(organisation.installation)
    finally:
        await database.close()


def _office(found: Installation | None) -> Finding:
    if found is None:
        return warn("office", "not founded yet", "loa init")
    return ok("office", found.name + (" (the sandbox's invented one)" if found.sandbox else ""))


def _time(settings: Settings, found: Installation | None) -> Finding:
    offset = timedelta(seconds=found.clock_offset_seconds) if found else timedelta()
    zone = settings.office.time_zone
    now = (datetime.now(UTC) + offset).astimezone(zone)
    words = f"{zone}: it is {now:%H:%M} on {day_name[now.weekday()]}, {now:%d/%m/%Y}"
    return ok("time", words + (f", {offset} ahead of this machine" if offset else ""))


def _running(settings: Settings) -> Finding:
    file = settings.data_folder / LOCK_FILE
    if not settings.alone:
        return ok("running", "on PostgreSQL several processes may serve at once")
    if not file.exists():
        return ok("running", "no: Loa has not been started here yet")
    lock = FileLock(file)
    if not lock.take():
        return ok("running", "yes, Loa works with this data folder now")
    lock.give_back()
    return ok("running", "no")
