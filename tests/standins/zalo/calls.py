"""From a path to a method, with whatever goes wrong on the way."""

import asyncio
import json
from typing import Any
from urllib.parse import unquote

from tests.standins.wire import Answer, HangUp, Request
from tests.standins.zalo.methods import METHODS
from tests.standins.zalo.refusals import Refused
from tests.standins.zalo.state import State


async def called(state: State, request: Request) -> Answer:
    """One call of the Bot API, or one download."""
    try:
        return await _called(state, request)
    except Refused as refusal:
        return refusal.answer(state.switches)


async def _called(state: State, request: Request) -> Answer:
    if state.away_status:
        return Answer(state.away_status, b"<html>Service Unavailable</html>", kind="text/html")
    root, _, name = unquote(request.path).removeprefix("/").partition("/")
    if root == "media" and name in state.media:
        return Answer(200, state.media[name], kind="image/jpeg")
    if request.verb not in {"GET", "POST"} or not root.startswith("bot"):
        raise Refused(400)
    if root != f"bot{state.token}":
        raise Refused(401, status=state.switches.bad_token_status)
    if name not in METHODS:
        raise Refused(state.switches.unknown_method_status)
    return await _performed(state, name, request)


async def _performed(state: State, name: str, request: Request) -> Answer:
    state.calls.append((name, request.fields))
    state.watched.tell()
    method, known = METHODS[name]
    strangers = [(name, one) for one in {*request.fields, *request.files} - known]
    state.strangers += strangers
    fault = state.faults.take(name, request.fields.get("chat_id", ""))
    if fault.delay:
        await asyncio.sleep(fault.delay)
    fault.strike()
    if strangers and not state.switches.unknown_parameters_pass:
        raise Refused(400)
    result = await method(state, request)
    if fault.drops_reply:
        raise HangUp
    content: dict[str, Any] = {"ok": True} if result is None else {"ok": True, "result": result}
    return Answer(200, json.dumps(content, ensure_ascii=False).encode())
