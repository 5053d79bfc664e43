"""What a stopped process left behind, and copies whose time has come."""

from bot.access import Caller, Door
from bot.delivery.settling import after_doubt, policy
from bot.history import entry
from bot.logs import get
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.delivery import deliveries, settlements
from storage.delivery.settlements import Orphan
from storage.inbox import inbox
from storage.states import DeliveryState, Platform, Reason, Repeat

log = get(__name__)
_CLOCK = Caller(member_id=None, door=Door.CLOCK)


async def rescue(office: Office, *, alone: bool) -> int:
    """Take over what was in hand when somebody stopped: deliveries become *maybe*, knocks wait again.

    With `alone` a lock proves that no other process runs, so that nothing can be in hand; without it
    only what is held beyond its lease is taken over.

    Returns:
        How many rows were taken over.
    """
    now = None if alone else office.clock.machine()

    def body(connection: Connection) -> int:
        found = settlements.orphans(connection, now=now)
        for orphan in found:
            _abandon(connection, office, orphan)
        return len(found) + inbox.rescue(connection, now=now)

    rescued = await office.database.transaction(body)
    if rescued:
        log.warning("rescued what was in hand", rows=rescued)
    return rescued


def _abandon(connection: Connection, office: Office, orphan: Orphan) -> None:
    now = office.clock.machine()
    # The web inbox knows its deliveries by name: putting one there again changes nothing.
    once_known = orphan.platform is Platform.WEB
    repeat = Repeat.FREELY if once_known else policy(orphan.repeat, message_id=orphan.message_id)
    state, again_at = after_doubt(repeat, orphan.maybe_count, now=now)
    settlements.abandon(connection, orphan, state=state, again_at=again_at, now=now)
    history.append(
        connection,
        entry(
            _CLOCK,
            office,
            thing="delivery",
            thing_id=orphan.id,
            from_state=DeliveryState.SENDING,
            to_state=state,
            detail=Reason.KILLED,
        ),
    )


async def rescue_leases(office: Office) -> int:
    """Take over what is held beyond its lease; how many rows."""
    return await rescue(office, alone=False)


async def sweep(office: Office) -> int:
    """Queue copies whose rest is over, close what has expired; how many rows moved."""

    def body(connection: Connection) -> int:
        again = settlements.copies_due(connection, now=office.clock.machine())
        return again + deliveries.expire(connection, now=office.clock.now())

    moved = await office.database.transaction(body)
    if moved:
        office.bell.ring()
    return moved
