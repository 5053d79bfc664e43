"""Reading what the page sends, whole and bounded in memory: nothing of it touches a disk."""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.sandbox.turning import Turn
from bot.states import Platform
from bot.texts import sandbox as words

LIMIT = 1_000_000
"""Bytes in a request without a file."""

T = TypeVar("T", bound="Body")


class Body(BaseModel):
    """What all bodies share: nothing that is not asked for."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class Said(Body):
    """Typed words of a member."""

    member: int
    text: str = Field(min_length=1)


class Pressed(Body):
    """A button under one of a member's messages."""

    member: int
    token: str = Field(min_length=1, max_length=200)
    message_id: str = Field(pattern=r"^[0-9]{1,18}$")


class Turned(Body):
    """One of the clock's buttons, or a moment as a date field writes it."""

    member: int
    turn: Turn | None = None
    moment: str = Field(default="", max_length=40)


class Shown(Body):
    """In which platform's manner a member's chat is shown."""

    member: int
    platform: Platform


class Nothing(Body):
    """Nothing but the wish itself."""


async def read(request: Request, of: type[T]) -> T:
    """The JSON body as an `of`.

    Raises:
        HTTPException: 413 over the limit, 400 for anything that the page does not send.
    """
    raw = await read_bytes(request)
    try:
        return of.model_validate_json(raw)
    except ValidationError:
        raise HTTPException(400, words.STRANGE_REQUEST) from None


async def read_bytes(request: Request, *, limit: int = LIMIT) -> bytes:
    """The raw body, of at most `limit` bytes.

    Raises:
        HTTPException: 413, as soon as it is over the limit.
    """
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced) > limit:
        raise HTTPException(413, words.TOO_LARGE)
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > limit:
            raise HTTPException(413, words.TOO_LARGE)
    return bytes(content)
