"""A form whose body does not come holds no connection, and is read by nobody."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from handlers.web.look import forms
from handlers.web.look.forms import fields_of


def posting(parts: AsyncIterator[Message]) -> Request:
    async def receive() -> Message:
        return await anext(parts)

    return Request({"type": "http", "method": "POST", "path": "/", "headers": []}, receive)


async def begun(rest: asyncio.Event) -> AsyncIterator[Message]:
    yield {"type": "http.request", "body": b"co", "more_body": True}
    await rest.wait()
    yield {"type": "http.request", "body": b"de=1", "more_body": False}


async def test_what_does_not_come_in_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "WITHIN", timedelta(milliseconds=20))
    with pytest.raises(HTTPException) as refused:
        await fields_of(posting(begun(asyncio.Event())))
    assert refused.value.status_code == 408
    assert refused.value.headers == {"Connection": "close"}


async def test_what_comes_in_parts_is_read_whole() -> None:
    rest = asyncio.Event()
    rest.set()
    assert await fields_of(posting(begun(rest))) == {"code": ["1"]}
