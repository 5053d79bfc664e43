"""The office's clock: where it may be turned to, and what waits for the sending hours."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.clock import OfficeClock
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.sandbox.guarding import demand_sandbox
from storage import sandbox
from storage.database import Connection
from storage.organisation import organisation, quiet_hours
from storage.states import Urgency

_MORNING = time(8)
_FARTHEST = timedelta(days=366)


class Turn(StrEnum):
    """Where the buttons turn the clock to."""

    HOUR = "hour"
    """An hour on."""
    OPENING = "opening"
    """The next sending hours for normal messages, when they are closed."""
    TOMORROW = "tomorrow"
    """08:00 of the next day."""
    WORKING_DAY = "working_day"
    """08:00 of the next working day, when that is not the next day."""


@dataclass(frozen=True)
class Held:
    """Messages that wait for sending hours, and when the first of them go."""

    amount: int
    until: datetime


@dataclass(frozen=True)
class Clock:
    """What the page shows of the clock."""

    now: datetime
    turns: dict[Turn, datetime]
    held: Held | None


async def clock(office: Office) -> Clock:
    """The office's time, where the buttons lead, and what is held.

    Raises:
        Refused: NOT_ALLOWED where this is no sandbox.
    """
    now = office.clock.now()
    closed = [urgency for urgency in Urgency if not office.calendar.is_open(now, urgency)]

    def body(connection: Connection) -> Held | None:
        demand_sandbox(connection)
        held = sandbox.held(connection, now=office.clock.machine(), closed=closed)
        if not held:
            return None
        return Held(sum(held.values()), min(office.calendar.next_opening(now, urgency) for urgency in held))

    return Clock(now=now, turns=turns(office, now), held=await office.database.read(body))


def turns(office: Office, now: datetime) -> dict[Turn, datetime]:
    """Where each button leads from this moment, in the order in which they stand."""
    calendar = office.calendar
    today = now.astimezone(office.zone).date()
    tomorrow = today + timedelta(days=1)
    working_day = calendar.working_days_after(tomorrow, 0)
    found = {Turn.HOUR: now + timedelta(hours=1)}
    if not calendar.is_open(now, Urgency.NORMAL):
        found[Turn.OPENING] = calendar.next_opening(now, Urgency.NORMAL)
    found[Turn.TOMORROW] = calendar.at(tomorrow, _MORNING)
    if working_day != tomorrow:
        found[Turn.WORKING_DAY] = calendar.at(working_day, _MORNING)
    return found


def moment(office: Office, written: str) -> datetime:
    """The moment that a person picked, as the page's date field writes it (2026-11-24T08:00), at the office.

    Raises:
        Refused: NOT_A_DATE.
    """
    try:
        picked = datetime.fromisoformat(written)
    except ValueError:
        raise Refused(Refusal.NOT_A_DATE) from None
    return picked.replace(tzinfo=office.zone) if picked.tzinfo is None else picked


async def forward_clock(office: Office, to: datetime) -> None:
    """Turn the office's clock forward; the offset is stored, so that a restart keeps it.

    Args:
        office: whose clock.
        to: the new office time.

    Raises:
        Refused: IN_THE_PAST for a moment before now, NOT_A_DATE for one over a year ahead,
            NOT_ALLOWED where this is no sandbox.
    """
    now = office.clock.now()
    if to <= now:
        raise Refused(Refusal.IN_THE_PAST)
    if to - now > _FARTHEST:
        raise Refused(Refusal.NOT_A_DATE)
    turned = demand_turnable(office)
    # Whole seconds, as the offset is stored, and rounded up: 08:00 is not to be 07:59:59.
    offset = timedelta(seconds=int((to - office.clock.machine()).total_seconds()) + 1)

    def body(connection: Connection) -> None:
        demand_sandbox(connection)
        if not organisation.set_clock_offset(connection, int(offset.total_seconds())):
            raise Refused(Refusal.IN_THE_PAST)
        # Put off until a machine time that the turned clock has passed, perhaps.
        quiet_hours.look_again(connection, now=office.clock.machine())

    await office.database.transaction(body)
    turned.forward(offset)
    office.bell.ring()


def demand_turnable(office: Office) -> OfficeClock:
    """The office's clock as one that can be turned.

    Raises:
        Refused: NOT_ALLOWED, when this office has another kind of clock.
    """
    if not isinstance(office.clock, OfficeClock):
        raise Refused(Refusal.NOT_ALLOWED)
    return office.clock
