"""What the command line can ask for: done by itself, or handed over to the process that runs already."""

from typing import Any

from handlers.serve.adding import ADD
from handlers.serve.connections import LIST_CONNECTIONS, TRY_CONNECTION
from handlers.serve.contract import Request
from handlers.serve.history import EXPORT_HISTORY
from handlers.serve.inviting import INVITE
from handlers.serve.personal_data import SWEEP
from handlers.serve.publishing import PUBLISH
from handlers.serve.reporting import REPORT
from handlers.serve.roles import END_ROLE, GIVE_ROLE, LIST_ROLES
from handlers.serve.rosters import APPLY as APPLY_ROSTER
from handlers.serve.rosters import COMPARE as COMPARE_ROSTER
from handlers.serve.rosters import TEMPLATE as ROSTER_TEMPLATE
from handlers.serve.sheets import DRAW_SHEET, PLAN_SHEET
from handlers.serve.sources import ADD_SOURCE, LIST_SOURCES, TRY_SOURCE, TURN_SOURCE
from handlers.serve.units import CHANGE_UNIT, LIST_UNITS
from handlers.serve.web_links import MAKE_WEB_LINK
from handlers.serve.withdrawing import WITHDRAW

_ALL: tuple[Request[Any, Any], ...] = (
    ADD,
    INVITE,
    MAKE_WEB_LINK,
    PLAN_SHEET,
    DRAW_SHEET,
    PUBLISH,
    REPORT,
    WITHDRAW,
    SWEEP,
    LIST_ROLES,
    GIVE_ROLE,
    END_ROLE,
    LIST_UNITS,
    LIST_CONNECTIONS,
    TRY_CONNECTION,
    CHANGE_UNIT,
    EXPORT_HISTORY,
    COMPARE_ROSTER,
    APPLY_ROSTER,
    ROSTER_TEMPLATE,
    ADD_SOURCE,
    LIST_SOURCES,
    TURN_SOURCE,
    TRY_SOURCE,
)
REQUESTS: dict[str, Request[Any, Any]] = {request.name: request for request in _ALL}
