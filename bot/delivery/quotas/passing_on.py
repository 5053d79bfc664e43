"""What becomes of a delivery for which its connection's month has no room: another way, later, or never."""

from datetime import datetime

from bot.delivery.lines import in_service, is_stopped, open_lines
from bot.delivery.quotas import reminders
from bot.delivery.quotas.months import machine_time, works_again_at
from bot.delivery.quotas.purposes import FATES, FIRST, Part, part_of
from bot.delivery.quotas.standing import room_at
from bot.office import Office
from storage.chasing import ladders
from storage.database import Connection
from storage.delivery import deliveries, digests, held_back, kept_back, parts, settlements
from storage.delivery.claims import Claimed
from storage.delivery.deliveries import NewDelivery
from storage.delivery.settlements import Ending
from storage.organisation import people
from storage.states import DeliveryState, Purpose, Reason

_OUTCOME = "quota"


def pass_on(connection: Connection, office: Office, row: Claimed) -> None:
    """Close the delivery in hand, or put it back into the queue for the next month.

    The member's next address on another connection gets it where there is one; where that is only out for
    the moment, it waits there. Otherwise it waits for the first working moment of the next month, or is
    skipped: where it is worthless by then, or stands in another conversation of theirs already. The ladder
    makes such a copy anew when there is room, under that day's ceiling.
    """
    address_id = _other_way(connection, office, row)
    if address_id is not None:
        # It may have come to nothing there before, and go again.
        deliveries.add_again(connection, _copy(office, row, address_id))
        skip(connection, office, row)
        return
    again_at = works_again_at(office, row.urgency, lane=row.lane)
    expires_first = row.expires_at is not None and row.expires_at <= again_at
    is_worthless = expires_first or not FATES[row.purpose].keeps
    if is_worthless or kept_back.stands_elsewhere(connection, row.id):
        skip(connection, office, row)
        if row.purpose is Purpose.REMINDER:
            reminders.take_back(connection, office, row)
        return
    until = machine_time(office, again_at)
    _settle(connection, office, row, Ending(_OUTCOME, DeliveryState.QUEUED, Reason.QUOTA, again_at=until))
    if part_of(connection, row) is Part.ORDINARY:
        _put_off_others(connection, office, row, again_at)


def skip(connection: Connection, office: Office, row: Claimed) -> None:
    """Close the delivery in hand: nothing more of it goes out here.

    One that may have gone out before stays in doubt. The moment at which there is room again says how long
    this address is none for it (`storage.chasing.ladders.has_it`).
    """
    until = machine_time(office, works_again_at(office, row.urgency, lane=row.lane))
    is_in_doubt = row.maybe_count > 0 and row.message_id is None
    ending = Ending(_OUTCOME, DeliveryState.SKIPPED, Reason.QUOTA, again_at=until)
    if is_in_doubt:
        ending = Ending(_OUTCOME, DeliveryState.UNKNOWN, Reason.CUT_OFF)
    _settle(connection, office, row, ending)
    if row.attempt_number > 1:
        parts.call_off(connection, row.once_key, row.address_id, from_number=2)
    if row.purpose is Purpose.DIGEST:
        # Unless a copy goes elsewhere, the next digest has what this one had taken along.
        digests.release_unsent(connection, [row.id])


def _other_way(connection: Connection, office: Office, row: Claimed) -> int | None:
    # A row with content is an answer or a further part: only what is composed anew goes elsewhere.
    if row.member_id is None or row.content is not None or not FATES[row.purpose].goes_elsewhere:
        return None
    are_open = {line.id for line in open_lines(connection, office)}
    others = _others(connection, office, row)
    ways = [way for way in people.addresses_of(connection, row.member_id) if way.connection_id in others]
    now = office.clock.machine()
    had = ladders.addresses_with(connection, row, among=[way.id for way in ways], now=now)
    part = part_of(connection, row)
    fresh = [way for way in ways if way.id not in had]
    for way in fresh:
        if way.connection_id in are_open and room_at(connection, office, way.connection_id, part) != 0:
            return way.id
    # A platform is back in hours, a month in weeks.
    return next((way.id for way in fresh if way.connection_id not in are_open), None)


def _others(connection: Connection, office: Office, row: Claimed) -> list[int]:
    """Where another address of the member counts: what is out too, if the delivery can wait for it."""
    waits = FATES[row.purpose].keeps
    lines = in_service(connection, office) if waits else open_lines(connection, office)
    return [line.id for line in lines if line.id != row.connection_id and not is_stopped(line)]


def _copy(office: Office, row: Claimed, address_id: int) -> NewDelivery:
    return NewDelivery(
        once_key=ladders.rung_key(row.once_key, address_id),
        address_id=address_id,
        purpose=row.purpose,
        due_at=office.clock.machine(),
        lane=row.lane,
        urgency=row.urgency,
        repeat=row.repeat,
        rank=row.rank,
        subject=row.subject,
        publication_id=row.publication_id,
        session_id=row.session_id,
        version=row.version,
        expires_at=row.expires_at,
        maybe_count=row.maybe_count,
    )


def _put_off_others(connection: Connection, office: Office, row: Claimed, again_at: datetime) -> None:
    held_back.put_off(
        connection,
        row.connection_id,
        FIRST,
        held_back.Later(
            now=office.clock.machine(),
            until=machine_time(office, again_at),
            worth_until=again_at,
            keeps=[purpose for purpose, fate in FATES.items() if fate.keeps],
            goes_elsewhere=[purpose for purpose, fate in FATES.items() if fate.goes_elsewhere],
            others=_others(connection, office, row),
        ),
    )


def _settle(connection: Connection, office: Office, row: Claimed, ending: Ending) -> None:
    settlements.settle(connection, row, ending, now=office.clock.machine())
