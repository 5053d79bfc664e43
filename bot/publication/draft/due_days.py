"""A due date on a day when nobody works, and the working day that is offered in its place."""

from datetime import datetime

from bot.access import Caller, demand
from bot.calendar import Calendar
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from storage.database import Connection
from storage.states import Role


def on_working_day(calendar: Calendar, due_at: datetime) -> datetime | None:
    """The same hour of the next working day; None where the due date is on a working day already."""
    local = due_at.astimezone(calendar.zone)
    if calendar.is_working(local.date()):
        return None
    return calendar.at(calendar.working_days_after(local.date(), 0), local.time())


async def move_due(caller: Caller, office: Office, *, draft_id: int) -> Changed:
    """Have the draft due on the next working day.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND; GONE_ON, also where it is due on a working day.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id)
        due_at = on_working_day(office.calendar, draft.due_at) if draft.due_at else None
        if due_at is None:
            raise Refused(Refusal.GONE_ON)
        return changed(change_draft(connection, office, caller, draft, "due_at", {"due_at": due_at}))

    return await office.perform(caller, "move due", body, outcome=Changed)
