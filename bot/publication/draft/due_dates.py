"""When a draft is due unless somebody says otherwise: as its text says, else in some working days."""

from datetime import datetime

from bot import reading
from bot.calendar import Calendar
from bot.office import Office
from bot.publication.draft.typed import DUE_HOUR
from bot.reading import ReadDocument

DUE_AFTER_WORKING_DAYS = 5


def due_after(calendar: Calendar, now: datetime, working_days: int) -> datetime:
    """The end of office hours so many working days from now."""
    today = now.astimezone(calendar.zone).date()
    return calendar.at(calendar.working_days_after(today, working_days), DUE_HOUR)


def due_in_text(office: Office, body: str) -> datetime | None:
    """The one deadline that the text sets, if it is certain and still to come; without an hour 17:00."""
    today = office.clock.now().astimezone(office.zone).date()
    return due_as_read(office, reading.read_document(body, today=today))


def due_by_default(office: Office, body: str) -> datetime:
    """As the text says; else at 17:00 in five working days."""
    return due_in_text(office, body) or _usual(office)


def due_by_default_as_read(office: Office, document: ReadDocument) -> datetime:
    """`due_by_default` of what was read already."""
    return due_as_read(office, document) or _usual(office)


def due_as_read(office: Office, document: ReadDocument) -> datetime | None:
    """`due_in_text` of what was read already."""
    deadline = document.deadline
    if deadline is None or not deadline.sure:
        return None
    due_at = office.calendar.at(deadline.value.last_day, deadline.value.due_time or DUE_HOUR)
    return due_at if due_at > office.clock.now() else None


def _usual(office: Office) -> datetime:
    return due_after(office.calendar, office.clock.now(), DUE_AFTER_WORKING_DAYS)
