"""From a path to a method, with whatever goes wrong on the way."""

import asyncio
import json
from urllib.parse import unquote

from tests.standins.telegram.methods import METHODS
from tests.standins.telegram.refusals import Refused
from tests.standins.telegram.state import State
from tests.standins.wire import Answer, HangUp, Request


async def called(state: State, request: Request) -> Answer:
    """One call of the Bot API, or one download."""
    parts = unquote(request.path).removeprefix("/").split("/")
    download = parts[0] == "file"
    token, *rest = parts[1:] if download else parts
    if not token.startswith("bot") or ":" not in token or not rest:
        raise Refused(404, "Not Found")
    if token != f"bot{state.token}":
        raise Refused(401, "Unauthorized")
    if download:
        file = state.files.get(rest[-1])
        if file is None:
            raise Refused(404, "Not Found")
        return Answer(200, file[1])
    return await _performed(state, rest[0].lower(), request)


async def _performed(state: State, name: str, request: Request) -> Answer:
    method = METHODS.get(name)
    if method is None:
        raise Refused(404, "Not Found")
    state.calls.append((name, request.fields))
    fault = state.faults.take(name, _chat_id(request))
    if fault.delay:
        await asyncio.sleep(fault.delay)
    fault.strike()
    result = await method(state, request)
    if fault.drops_reply:
        raise HangUp
    return Answer(200, json.dumps({"ok": True, "result": result}).encode())


def _chat_id(request: Request) -> int | None:
    try:
        return int(request.fields.get("chat_id", ""))
    except ValueError:
        return None
