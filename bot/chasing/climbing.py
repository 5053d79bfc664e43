"""The next address: where nothing comes back through one of a member's conversations, another is tried too.

How long one has is reckoned in sending hours (`bot.calendar.Calendar.waited_since`): with the 24 hours of
`settings.ladder.normal_after`, what went out on Friday at 16:00 goes further on Monday at 16:00. Reckoned by
the clock, a weekend would use the wait up, and everybody who reads their mail on Monday would get it twice.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.access import Caller, Door
from bot.chasing.queueing import Moment, contacts_on
from bot.delivery.lines import open_lines
from bot.history import entry
from bot.logs import get
from bot.office import Office
from storage import history
from storage.chasing import ladders, reminding, rungs
from storage.chasing.rungs import Climbing, Look, Rung
from storage.database import Connection
from storage.delivery.deliveries import RANKS, new_row_defaults
from storage.states import DeliveryState, Lane, Purpose, Repeat, Urgency

log = get(__name__)
_CLOCK = Caller(member_id=None, door=Door.CLOCK)

# Members in one transaction: the writer is free again for people's taps in between.
_AT_ONCE = 200
_UNDATED_FOR = timedelta(days=30)
"""So long after publication something without a due date is still tried elsewhere."""
_TURNED = timedelta(seconds=1)


async def climb_ladders(office: Office) -> int:
    """Queue the cards whose next address has come; calling it again changes nothing.

    A card that was sent, or may have been, goes to the member's next address when nobody acknowledged,
    asked, or recorded a reading for as long as `settings.ladder` says: one address a time until there is
    no more. It counts as one of the day's reminders. What asks for no acknowledgement goes further only
    where it is urgent, and until it was opened.

    Returns:
        How many cards were queued.
    """
    climbed = 0
    for what, look in await office.database.read(partial(_looks, office=office)):
        climbed += await _climb_all(office, what, look)
    if climbed:
        log.info("cards go to further addresses", cards=climbed)
        office.bell.ring()
    return climbed


def _looks(connection: Connection, office: Office) -> list[tuple[Climbing, Look]]:
    open_ways = [line.id for line in open_lines(connection, office)]
    waits = _waits(office)
    if not waits:
        return []
    now = office.clock.now()
    since = {urgency: office.calendar.waited_since(now, urgency, wait) for urgency, wait in waits.items()}
    found = rungs.in_force(connection, now=now, undated_from=now - _UNDATED_FOR)
    return [
        (what, _look(office, what, since[what.urgency], open_ways))
        for what in found
        if what.urgency in since and what.published_at <= since[what.urgency]
    ]


def _waits(office: Office) -> Mapping[Urgency, timedelta]:
    settings = office.settings.ladder
    waits = {
        Urgency.NORMAL: settings.normal_after,
        Urgency.URGENT: settings.urgent_after,
        Urgency.IMMEDIATE: settings.immediate_after,
    }
    return {urgency: wait for urgency, wait in waits.items() if wait}


def _look(office: Office, what: Climbing, since: datetime, open_ways: Sequence[int]) -> Look:
    now, machine = office.clock.now(), office.clock.machine()
    # The clock of a sandbox was turned: when something went out by the machine's says nothing there.
    is_turned = now - machine > _TURNED
    return Look(
        since=since,
        sent_before=machine if is_turned else since,
        due_after=office.calendar.next_opening(now, what.urgency),
        connection_ids=open_ways,
        now=machine,
    )


async def _climb_all(office: Office, what: Climbing, look: Look) -> int:
    climbed = last = 0
    while True:
        # A look without a transaction first: mostly there is nothing to do.
        member_ids = await office.database.read(
            partial(rungs.ripe, what=what, look=look, after_member=last, limit=_AT_ONCE)
        )
        if not member_ids:
            return climbed
        last = member_ids[-1]
        body = partial(_climb, office=office, what=what, look=look, member_ids=member_ids)
        climbed += await office.database.transaction(body)


def _climb(
    connection: Connection, office: Office, what: Climbing, look: Look, member_ids: Sequence[int]
) -> int:
    reminding.hold(connection, member_ids)
    # Read again: somebody may have answered, or another process may have been first.
    still = rungs.hold(connection, what, member_ids)
    found = rungs.rungs(connection, what, look, member_ids=still)
    today = Moment(office.clock.now().astimezone(office.zone))
    had = contacts_on(connection, today, [one.member_id for one in found])
    most = office.settings.reminders.most_per_day
    may = [one for one in found if had[one.member_id] < most]
    queued = ladders.queue(connection, [_row(office, what, one) for one in may])
    _note(connection, office, what, {queued[key]: one for one in may if (key := _key(what, one)) in queued})
    return len(queued)


def _key(what: Climbing, rung: Rung) -> str:
    card = f"pub:{what.publication_id}:v{what.version}:m{rung.member_id}:card"
    return ladders.rung_key(card, rung.address_id)


def _row(office: Office, what: Climbing, rung: Rung) -> dict[str, object]:
    now = office.clock.machine()
    return {
        **new_row_defaults(now),
        "once_key": _key(what, rung),
        "connection_id": rung.connection_id,
        "address_id": rung.address_id,
        "member_id": rung.member_id,
        "purpose": Purpose.CARD,
        "publication_id": what.publication_id,
        "version": what.version,
        "lane": Lane.BROADCAST,
        "urgency": what.urgency,
        "repeat": _repeat(what),
        "rank": RANKS[what.urgency],
        "due_at": now,
        "expires_at": rung.due_at,
    }


def _repeat(what: Climbing) -> Repeat:
    if not what.asks:
        return Repeat.NEVER
    return Repeat.ONCE if what.urgency is Urgency.NORMAL else Repeat.THREE_TIMES


def _note(connection: Connection, office: Office, what: Climbing, climbed: Mapping[int, Rung]) -> None:
    history.append(
        connection,
        *(
            entry(
                _CLOCK,
                office,
                thing="delivery",
                thing_id=delivery_id,
                from_state="",
                to_state=DeliveryState.QUEUED,
                publication_id=what.publication_id,
                member_id=rung.member_id,
                unit_id=rung.unit_id,
                version=what.version,
                detail=ladders.NEXT_ADDRESS,
            )
            for delivery_id, rung in climbed.items()
        ),
    )
