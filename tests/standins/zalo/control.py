"""Verbs over HTTP, for a stand-in in a process of its own.

    POST /standin/person  {"id": "a1", "name": "Bình", "does": "says", "with": {"text": "27"}}
    POST /standin/group   {"id": "g1", "name": "Chi bộ 1", "person": "a1", "with": {"text": "27"}}
    POST /standin/fault   {"chat_id": "a1", "times": 2, "drops_reply": true}   (or delay, hangs_up, status)
    POST /standin/away    {"status": 503}   (0: it is back)
    POST /standin/used    {"count": 2400}

`does` is any verb of `Person` that is not waited for; without it the person is only made known.
An outage in which nothing listens is made by stopping the process.
"""

import json
from typing import Any

from tests.standins.wire import Answer, Request
from tests.standins.zalo.faults import Fault
from tests.standins.zalo.refusals import WORDS
from tests.standins.zalo.server import ZaloServer

_VERBS = frozenset({"joins", "says", "sends_link", "sends_picture", "sends_sticker", "sends_voice"}) | {
    "sends_file",
    "blocks_bot",
    "unblocks_bot",
}


def controlled(server: ZaloServer, request: Request) -> Answer | None:
    """Do what is asked, and answer {"ok": true} or with what stood in the way; None for other requests."""
    if not request.path.startswith("/standin/"):
        return None
    try:
        _do(server, request.path.removeprefix("/standin/"), request.fields)
    except AssertionError as error:
        return Answer(409, str(error).encode(), kind="text/plain")
    except LookupError as error:
        return Answer(404, str(error).encode(), kind="text/plain")
    return Answer(200, b'{"ok": true}')


def _do(server: ZaloServer, what: str, fields: dict[str, str]) -> None:
    words = json.loads(fields.get("with", "{}"))
    match what:
        case "person":
            person = server.person(fields.get("name", "?"), fields["id"])
            verb = fields.get("does", "")
            if verb and verb not in _VERBS:
                raise LookupError(f"no such verb: {verb}")
            if verb:
                getattr(person, verb)(**words)
        case "group":
            person = server.person("?", fields["person"])
            server.group(fields.get("name", "?"), fields["id"]).says(person, **words)
        case "fault":
            server.goes_wrong(_fault(fields))
        case "away":
            server.state.away_status = int(fields["status"])
        case "used":
            server.has_used(int(fields["count"]))
        case _:
            raise LookupError(f"no such thing: {what}")


def _fault(fields: dict[str, str]) -> Fault:
    chat_id = fields.get("chat_id")
    asked: dict[str, Any] = {key: json.loads(value) for key, value in fields.items() if key != "chat_id"}
    status = asked.pop("status", None)
    if status is None:
        return Fault(chat_id, **asked)
    content = {"ok": False, "description": WORDS.get(status, ""), "error_code": status}
    return Fault(chat_id, answer=Answer(status, json.dumps(content).encode()), **asked)
