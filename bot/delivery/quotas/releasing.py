"""What was put off to the next month goes earlier where there turns out to be room."""

from functools import partial

from bot.delivery.quotas.months import month_of, works_since
from bot.delivery.quotas.purposes import FIRST, Part
from bot.delivery.quotas.standing import Standing, compulsory_waiting, standing_of
from bot.logs import get
from bot.office import Office
from bot.settings import Connection as ConnectionSettings
from storage.channels import connections, usages
from storage.database import Connection
from storage.delivery import held_back
from storage.states import Urgency

log = get(__name__)

_AT_ONCE = 500
"""Of one connection in one round of the clock."""


async def release_held(office: Office) -> int:
    """Let deliveries go that wait for the next month, as far as this month has room after all.

    The office may have bought more messages, compulsory ones may have been answered before they went out, or
    the limit was taken away. Where the platform called the month over, one of them asks it again. Before the
    first working moment of a month nothing is let go: its platform may still count the month before. The
    clock knocks here.

    Returns:
        How many were let go.
    """
    if not office.settings.connections:
        return 0
    released = 0
    for connection_id in await office.database.read(partial(_holding, office=office)):
        released += await office.database.transaction(
            partial(release, office=office, connection_id=connection_id)
        )
    if released:
        log.info("held deliveries let go", deliveries=released)
        office.bell.ring()
    return released


def release(connection: Connection, office: Office, connection_id: int) -> int:
    """As `release_held`, for one connection, in a transaction."""
    settings = _settings(connection, office).get(connection_id)
    if settings is None or office.clock.now() < works_since(office):
        return 0
    now = office.clock.machine()
    standing = standing_of(office, settings, usages.hold(connection, connection_id, month_of(office)))
    if standing is not None and standing.spent_at is not None:
        return _ask(connection, office, connection_id, standing)
    released = 0
    for part in (Part.COMPULSORY, Part.ORDINARY):
        comes_first = part is Part.COMPULSORY
        most = _AT_ONCE
        if standing is not None:
            waiting = compulsory_waiting(connection, office, connection_id, most=standing.remaining)
            most = min(most, standing.room_for(part, waiting=waiting))
            if not comes_first and most > 0:
                # What was let go before and has not gone out yet takes the same room.
                most -= held_back.ordinary_due(connection, connection_id, FIRST, now=now, most=most)
        if most > 0:
            released += held_back.let_go(
                connection, connection_id, FIRST, comes_first=comes_first, now=now, most=most
            )
    return released


def _ask(connection: Connection, office: Office, connection_id: int, standing: Standing) -> int:
    """Let one go that asks the platform again, unless something is there that does."""
    now = office.clock.machine()
    is_open = office.calendar.is_open(office.clock.now(), Urgency.NORMAL)
    if not standing.may_ask(now) or not is_open or held_back.is_any_due(connection, connection_id, now=now):
        return 0
    for part in (Part.COMPULSORY, Part.ORDINARY):
        comes_first = part is Part.COMPULSORY
        if standing.unspent.room_for(part, waiting=0) and held_back.let_go(
            connection, connection_id, FIRST, comes_first=comes_first, now=now, most=1
        ):
            return 1
    return 0


def _holding(connection: Connection, office: Office) -> list[int]:
    now = office.clock.machine()
    known = _settings(connection, office)
    return [one for one in known if held_back.held(connection, one, now=now)]


def _settings(connection: Connection, office: Office) -> dict[int, ConnectionSettings]:
    found = office.settings.connections
    return {line.id: found[line.name] for line in connections.every(connection) if line.name in found}
