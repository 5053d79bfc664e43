"""What a request of the command line is, whoever does it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from bot.access import Caller, Door
from bot.errors import LoaError
from bot.office import Office

COMMAND_LINE = Caller(member_id=None, door=Door.COMMAND_LINE)
Say = Callable[[str], object]
"""Told, in one line of English, how far long work is."""


class BadInput(LoaError):
    """What was asked for cannot be understood; the message is one line that says what would be."""


class Values(BaseModel):
    """Arguments or a result: plain values that travel as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Arguments = TypeVar("Arguments", bound=Values)
Result = TypeVar("Result", bound=Values)


@dataclass(frozen=True)
class Request(Generic[Arguments, Result]):
    """One thing that can be asked for.

    Args:
        name: as it stands on the wire.
        arguments: what it needs.
        result: what it gives.
        run: does it; raises `BadInput` and `Refused`.
    """

    name: str
    arguments: type[Arguments]
    result: type[Result]
    run: Callable[[Office, Arguments, Say], Awaitable[Result]]
