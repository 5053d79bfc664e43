"""What a form may be: its size, its fields, and the site it comes from."""

import asyncio
from datetime import timedelta
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.texts.web_inbox import PAGE

LARGEST = 64 * 1024
"""Bytes in one request."""
WITHIN = timedelta(seconds=10)
"""For a whole request: browsers send a form at once, and who dawdles over one holds a connection."""
_FIELDS = 20
_OWN_SITE = frozenset({"same-origin", "none"})


def is_of_this_site(request: Request) -> bool:
    """Whether the browser, if it says so at all, sends the form from this very site.

    Fetch Metadata: https://www.w3.org/TR/fetch-metadata/.
    """
    return request.headers.get("sec-fetch-site", "same-origin") in _OWN_SITE


async def fields_of(request: Request) -> dict[str, list[str]]:
    """The fields of a form, read whole and bounded in memory.

    Raises:
        HTTPException: 413 over the limit, 408 when it was not there in time, 400 for what no form of these
            pages sends.
    """
    raw = await _bounded(request)
    try:
        fields = parse_qsl(
            raw.decode(), keep_blank_values=True, strict_parsing=bool(raw), max_num_fields=_FIELDS
        )
    except ValueError:
        raise HTTPException(400, PAGE["strange"]) from None
    form: dict[str, list[str]] = {}
    for name, value in fields:
        form.setdefault(name, []).append(value)
    return form


async def _bounded(request: Request) -> bytes:
    content = bytearray()
    try:
        async with asyncio.timeout(WITHIN.total_seconds()):
            async for chunk in request.stream():
                content += chunk
                if len(content) > LARGEST:
                    raise HTTPException(413, PAGE["too_large"])
    except TimeoutError:
        raise HTTPException(408, PAGE["dawdled"], headers={"Connection": "close"}) from None
    return bytes(content)
