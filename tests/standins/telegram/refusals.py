"""How Telegram says no."""

import json
from typing import Any

from tests.standins.wire import Answer, Answered


class Refused(Answered):
    """Answer with an error of the Bot API, or with a page that is not of it."""

    def __init__(
        self,
        status: int,
        description: str,
        *,
        parameters: dict[str, Any] | None = None,
        body: bytes | None = None,
    ) -> None:
        content: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        if parameters:
            content["parameters"] = parameters
        super().__init__(Answer(status, json.dumps(content).encode() if body is None else body))
