"""Waiting for the house, not for ever."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.office import Office

PATIENCE_SECONDS = 8
_LOOK_EVERY_SECONDS = 0.1


async def comes_true(office: Office, look: Callable[[], Awaitable[bool]]) -> bool:
    """Look until it is so; False when that takes longer than a person waits.

    Args:
        office: whose bell is rung after changes.
        look: asks.
    """
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            heard = office.bell.rung
            while not await look():
                await _a_moment(office, heard)
                heard = office.bell.rung
    except TimeoutError:
        return False
    return True


async def _a_moment(office: Office, heard: int) -> None:
    """Until something changes; not everything rings, so not for long."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_LOOK_EVERY_SECONDS):
            await office.bell.after(heard)
