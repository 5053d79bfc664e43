"""What the people of a row really pressed and answered, platform by platform."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import TypeVar
from unittest.mock import patch

from bot.messages.acts import Act
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from handlers.commands import table
from handlers.commands.joining import join_requests, joining
from handlers.conversation import Handler, Incoming
from storage.states import Platform

Step = Act | Awaited
"""A button that is pressed, or a question that is answered."""

Played = dict[Platform, set[Step]]
_T = TypeVar("_T", Act, Awaited)


@contextmanager
def recording() -> Iterator[Played]:
    """Note each step that is answered without being refused; a stranger's steps have tables of their own."""
    played: Played = {platform: set() for platform in Platform}
    with ExitStack() as stack:
        for presses in (table.PRESSES, joining.PRESSES, join_requests.OF_STRANGERS):
            stack.enter_context(patch.dict(presses, _noted(presses, played)))
        for awaited in (table.AWAITED, join_requests.AWAITED):
            stack.enter_context(patch.dict(awaited, _noted(awaited, played)))
        yield played


def _noted(handlers: dict[_T, Handler], played: Played) -> dict[_T, Handler]:
    return {step: _noting(step, run, played) for step, run in handlers.items()}


def _noting(step: Step, run: Handler, played: Played) -> Handler:
    @wraps(run)
    async def noted(office: Office, incoming: Incoming) -> Reply:
        reply = await run(office, incoming)
        played[Platform(incoming.caller.door.value)].add(step)
        return reply

    return noted
