"""Verbs over HTTP, for a stand-in in a process of its own.

    POST /standin/person  {"id": 1001, "name": "Bình", "does": "presses", "with": {"label": "Đã nắm"}}
    POST /standin/fault   {"chat_id": 1001, "times": 2, "drops_reply": true}   (or delay, hangs_up, status)

`does` is any verb of `Person` that is not waited for; without it the person is only made known.
"""

import json
from collections.abc import Callable
from http import HTTPStatus

from tests.standins.telegram.faults import Fault
from tests.standins.telegram.people import Person
from tests.standins.telegram.refusals import Refused
from tests.standins.wire import Answer, Request

_VERBS = frozenset({"starts", "says", "presses", "blocks_bot", "unblocks_bot", "deletes_account"})


def controlled(
    person: Callable[[str, int], Person], goes_wrong: Callable[[Fault], None], request: Request
) -> Answer:
    """Do what is asked, and answer {"ok": true} or with what stood in the way."""
    fields = request.fields
    if request.path == "/standin/fault":
        asked = {key: json.loads(value) for key, value in fields.items()}
        status = asked.pop("status", None)
        refusal = Refused(status, HTTPStatus(status).phrase) if status else None
        goes_wrong(Fault(**asked, refusal=refusal))
    elif request.path == "/standin/person":
        somebody = person(fields.get("name", "?"), int(fields["id"]))
        if fields.get("does"):
            _do(somebody, fields["does"], json.loads(fields.get("with", "{}")))
    else:
        raise Refused(404, "Not Found")
    return Answer(200, b'{"ok": true}')


def _do(somebody: Person, verb: str, words: dict[str, str]) -> None:
    if verb not in _VERBS:
        raise Refused(400, f"no such verb: {verb}")
    try:
        getattr(somebody, verb)(**words)
    except AssertionError as error:
        raise Refused(409, str(error)) from error
