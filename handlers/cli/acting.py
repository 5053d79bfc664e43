"""Doing a request: here when the office is free, otherwise by the process that runs already."""

import asyncio
from datetime import timedelta

from bot.errors import AlreadyRunning, SettingsError
from bot.runtime.founding import demand_founded
from bot.runtime.opening import lock_folder, open_prepared
from bot.settings import Settings
from handlers.serve.contract import Arguments, Request, Result, Say
from handlers.serve.handover import NobodyListens, hand_over

# A process that is just starting holds the lock before it listens.
_LISTENS_WITHIN = timedelta(seconds=10)
_LOOK_EVERY = timedelta(milliseconds=200)


async def act(
    settings: Settings, request: Request[Arguments, Result], arguments: Arguments, *, say: Say
) -> Result:
    """Do what was asked for.

    Raises:
        SettingsError: the office cannot be opened, or there is none yet.
        BadInput: what was asked for cannot be understood.
        Refused: the use case said no.
        NobodyListens: a process holds the folder and does not answer.
        HandoverFailed: it answered, but could not do it.
    """
    if not settings.alone:
        # PostgreSQL lets several processes work at once.
        return await _here(settings, request, arguments, say)
    if not settings.data_folder.is_dir():
        raise SettingsError(f"office.data_folder: {settings.data_folder} does not exist; begin with loa init")
    try:
        lock = lock_folder(settings)
    except AlreadyRunning:
        return await _there(settings, request, arguments, say)
    try:
        return await _here(settings, request, arguments, say)
    finally:
        lock.give_back()


async def _here(
    settings: Settings, request: Request[Arguments, Result], arguments: Arguments, say: Say
) -> Result:
    office = await open_prepared(settings)
    try:
        await demand_founded(office)
        return await request.run(office, arguments, say)
    finally:
        await office.database.close()


async def _there(
    settings: Settings, request: Request[Arguments, Result], arguments: Arguments, say: Say
) -> Result:
    loop = asyncio.get_running_loop()
    until = loop.time() + _LISTENS_WITHIN.total_seconds()
    while True:
        try:
            values = await hand_over(settings.data_folder, request, arguments, say=say)
        except NobodyListens:
            if loop.time() >= until:
                raise
            await asyncio.sleep(_LOOK_EVERY.total_seconds())
        else:
            return request.result.model_validate(values)
