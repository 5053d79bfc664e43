"""The look at the reader's own quiet hours before something ordinary is sent."""

from datetime import datetime

from bot.delivery.quiet import Quiet, leaves_enough, quiet_of, quiet_until
from bot.office import Office
from storage.database import Connection
from storage.delivery import settlements
from storage.delivery.claims import Claimed
from storage.delivery.settlements import Ending
from storage.organisation import people, quiet_hours
from storage.states import DeliveryState, Lane, Reason, Urgency


def hold_while_quiet(connection: Connection, office: Office, row: Claimed) -> bool:
    """Put the delivery back into the queue until its reader's quiet hours are over; whether that was needed.

    With it goes what waits for others who are quiet by the same hours, so that a broadcast spends one token
    on all of them. What is urgent, answers a person, edits what stands in a chat or continues a text that
    has begun passes at any hour.
    """
    if not _may_disturb(row):
        return False
    quiet = _quiet(connection, row)
    if quiet is not None and not leaves_enough(office.calendar.normal, quiet):
        # The office has changed its hours since: the member would hear nothing at any hour.
        return False
    ends_at = quiet_until(quiet, office.clock.now(), office.zone)
    if quiet is None or ends_at is None:
        return False
    again_at = office.clock.machine() + (ends_at - office.clock.now())
    _put_back(connection, office, row, again_at)
    quiet_hours.put_off(connection, row, begins=quiet.begins, ends=quiet.ends, until=again_at)
    return True


def _may_disturb(row: Claimed) -> bool:
    is_ordinary = row.lane is Lane.BROADCAST and row.urgency is Urgency.NORMAL
    return is_ordinary and row.message_id is None and row.after_id is None


def _quiet(connection: Connection, row: Claimed) -> Quiet | None:
    member = None if row.member_id is None else people.member(connection, row.member_id)
    return None if member is None else quiet_of(member.quiet_from, member.quiet_until)


def _put_back(connection: Connection, office: Office, row: Claimed, again_at: datetime) -> None:
    ending = Ending(outcome="quiet hours", state=DeliveryState.QUEUED, reason=Reason.HOURS, again_at=again_at)
    settlements.settle(connection, row, ending, now=office.clock.machine())
