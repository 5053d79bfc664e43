"""How Zalo says no: an envelope whose HTTP status may be anything."""

import json

from tests.standins.wire import Answer
from tests.standins.zalo.switches import Switches

WORDS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Internal server error",
    404: "Not Found",
    408: "Request timeout",
    409: "Conflict",
    426: "Upgrade Required",
    429: "Quota exceeded",
}
"""The words of the original's own table (403 is spelled so there); 409 and 426 are ours."""


class Refused(Exception):
    """Answer with `ok: false`.

    Args:
        code: `error_code`.
        description: the table's words unless said otherwise.
        status: of HTTP; without one, the switch decides.
        key: how the code is spelled; empty to leave it out.
    """

    def __init__(
        self, code: int, description: str = "", *, status: int | None = None, key: str = "error_code"
    ) -> None:
        super().__init__(f"{code} {description}")
        self._code = code
        self._description = description or WORDS[code]
        self._status = status
        self._key = key

    def answer(self, switches: Switches) -> Answer:
        """What goes back."""
        content: dict[str, object] = {"ok": False, "description": self._description}
        if self._key:
            content[self._key] = self._code
        status = self._status or (self._code if switches.refusals_keep_status else 200)
        return Answer(status, json.dumps(content).encode())
