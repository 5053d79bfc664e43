"""An address that cannot be written to: it is noted, and the next one takes over."""

from bot.access import Caller, Door
from bot.delivery.quotas.purposes import FATES
from bot.history import entry
from bot.office import Office
from storage import history
from storage.chasing import ladders
from storage.database import Connection
from storage.delivery import deliveries, digests, renewals
from storage.delivery.claims import Claimed
from storage.delivery.deliveries import RANKS, NewDelivery
from storage.organisation import people
from storage.states import AddressState, Purpose, Reason

_CLOCK = Caller(member_id=None, door=Door.CLOCK)
_GONE_FOR_GOOD = frozenset({Reason.DEACTIVATED, Reason.CHAT_NOT_FOUND, Reason.GROUP_LEFT})


def give_up_address(connection: Connection, office: Office, row: Claimed, reason: Reason) -> None:
    """Note that the address cannot be written to, and owe what it was to get to the member's next one."""
    state = AddressState.GONE if reason in _GONE_FOR_GOOD else AddressState.BLOCKED
    people.set_address_state(connection, row.address_id, state)
    history.append(
        connection,
        entry(
            _CLOCK,
            office,
            thing="address",
            thing_id=row.address_id,
            from_state=AddressState.ACTIVE,
            to_state=state,
            member_id=row.member_id,
            detail=reason,
        ),
    )
    if row.publication_id is not None:
        renewals.progress(connection, publication_ids=[row.publication_id], now=office.clock.machine())
    # A row with content is an answer or a further part: only what is composed anew goes elsewhere.
    if row.member_id is not None and row.content is None:
        _try_next_address(connection, office, row)


def _try_next_address(connection: Connection, office: Office, row: Claimed) -> None:
    now = office.clock.machine()
    address_id = ladders.next_address(connection, row, now=now)
    if address_id is None:
        if FATES[row.purpose].keeps and ladders.wait_for_room(connection, row, now=now):
            return
        if row.purpose is Purpose.DIGEST and row.member_id and row.subject:
            # Back among what waits: the first digest after they can be reached again has it.
            digests.release(connection, member_id=row.member_id, subject=row.subject)
        return
    deliveries.add_again(
        connection,
        NewDelivery(
            once_key=ladders.rung_key(row.once_key, address_id),
            address_id=address_id,
            purpose=row.purpose,
            due_at=now,
            lane=row.lane,
            urgency=row.urgency,
            repeat=row.repeat,
            rank=RANKS[row.urgency],
            subject=row.subject,
            publication_id=row.publication_id,
            session_id=row.session_id,
            version=row.version,
            expires_at=row.expires_at,
        ),
    )
