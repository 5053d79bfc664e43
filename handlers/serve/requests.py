"""What the command line can ask for: done by itself, or handed over to the process that runs already."""

from typing import Any

from handlers.serve.adding import ADD
from handlers.serve.contract import Request
from handlers.serve.inviting import INVITE
from handlers.serve.publishing import PUBLISH
from handlers.serve.reporting import REPORT

REQUESTS: dict[str, Request[Any, Any]] = {request.name: request for request in (ADD, INVITE, PUBLISH, REPORT)}
