"""Calls to the stand-in, through the library and without it."""

from typing import Any

import httpx
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.request import HTTPXRequest

from tests.standins.telegram import TelegramServer

TAP = InlineKeyboardMarkup([[InlineKeyboardButton("✅ Đã nắm", callback_data="a:1")]])


class Clock:
    """A clock that only moves when told."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def bot_for(server: TelegramServer, token: str = "") -> Bot:
    return Bot(
        token or server.token,
        base_url=f"{server.url}/bot",
        base_file_url=f"{server.url}/file/bot",
        request=HTTPXRequest(httpx_kwargs={"trust_env": False}),
        get_updates_request=HTTPXRequest(httpx_kwargs={"trust_env": False}),
    )


async def raw(server: TelegramServer, method: str, **fields: Any) -> tuple[int, dict[str, Any]]:
    """A call without the library, for answers that the library cannot take."""
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(f"{server.url}/bot{server.token}/{method}", data=fields)
    content: dict[str, Any] = answer.json()
    return answer.status_code, content
