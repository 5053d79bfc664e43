"""Telling leaders, secretaries and admins: once that a messenger is out, once that it is back."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import partial

from bot.access import LEADERS_OF_A_UNIT
from bot.delivery import queueing
from bot.delivery.lines import in_service
from bot.messages.blocks import Bold, Line, Message, to_json
from bot.office import Office
from bot.organisation.outages.naming import office_time, what_of
from bot.texts import outages as texts
from storage.channels import (
    connections,
)
from storage.channels.connections import Line as ConnectionLine
from storage.database import Connection
from storage.delivery import (
    deliveries,
)
from storage.delivery.deliveries import RANKS, NewDelivery
from storage.organisation import (
    people,
)
from storage.states import Platform, Purpose, Repeat, Role, Urgency

TOLD = LEADERS_OF_A_UNIT | {Role.ADMIN, Role.COMMITTEE_LEADER}
_AT_ONCE = 100
_AGAIN_AFTER = timedelta(hours=1)
"""A platform that comes and goes is told of once in this time, and then of how it stands."""
_WORTH_FOR = timedelta(days=1)


async def tell_out(office: Office) -> int:
    """Owe the news of what is out to all who are to hear it, once for each outage.

    Returns:
        To how many it is owed.
    """
    told = 0
    for lines in await office.database.read(partial(_untold, office=office)):
        told += await _tell(office, lines)
    if told:
        office.bell.ring()
    return told


def _untold(connection: Connection, office: Office) -> list[list[ConnectionLine]]:
    """What is out and nobody was told of, by platform, unless they heard of that platform just before."""
    lines = in_service(connection, office)
    just = office.clock.machine() - _AGAIN_AFTER
    heard = {line.platform for line in lines if line.outage_told_at and line.outage_told_at > just}
    found: dict[Platform, list[ConnectionLine]] = defaultdict(list)
    for line in lines:
        if line.out_since is not None and line.platform not in heard and not _was_told(line):
            found[line.platform].append(line)
    return list(found.values())


def _was_told(line: ConnectionLine) -> bool:
    """Whether they were told of this outage, which is over or not."""
    return (
        line.out_since is not None
        and line.outage_told_at is not None
        and line.outage_told_at >= line.out_since
    )


async def _tell(office: Office, lines: Sequence[ConnectionLine]) -> int:
    whom = await office.database.read(partial(_hearers, office=office))
    key = f"{_key(lines)}:out"
    queued = 0
    # Whoever is stopped before it is noted begins anew: what is queued already is not queued twice.
    for first in range(0, len(whom), _AT_ONCE):
        some = whom[first : first + _AT_ONCE]
        queued += await office.database.transaction(partial(_queue_all, office=office, key=key, whom=some))
    note = partial(
        connections.note_outage_told, connection_ids=[line.id for line in lines], now=office.clock.machine()
    )
    return queued if await office.database.transaction(note) else 0


def _hearers(connection: Connection, office: Office) -> list[int]:
    held = people.holders(connection, TOLD, now=office.clock.now())
    return list(dict.fromkeys(member_id for member_id, _ in held))


def _key(lines: Sequence[ConnectionLine]) -> str:
    since = min(line.out_since for line in lines if line.out_since is not None)
    return f"outage:{lines[0].platform}:{since:%Y-%m-%dT%H:%M:%S}"


def _queue_all(connection: Connection, office: Office, key: str, whom: Iterable[int]) -> int:
    return sum(
        queueing.to_member(
            connection,
            office,
            member_id=member_id,
            once_key=f"{key}:m{member_id}",
            purpose=Purpose.CONNECTION_NEWS,
            urgency=Urgency.URGENT,
            repeat=Repeat.ONCE,
            expires_at=office.clock.now() + _WORTH_FOR,
        )
        for member_id in whom
    )


def tell_back(connection: Connection, office: Office, back: Sequence[ConnectionLine], *, waited: int) -> int:
    """Owe the news that these are back to all who are to hear it, in the transaction in which they came back.

    Nobody is told of the end of what nobody was told of, nor while others of the platform are still out.

    Args:
        connection: of the transaction.
        office: the office.
        back: of one platform, as they were while they were out.
        waited: messages that waited there and go out now.

    Returns:
        To how many it is owed.
    """
    served = in_service(connection, office)
    told = [line for line in back if _was_told(line)]
    others_out = any(one.out_since is not None for one in served if one.platform is back[0].platform)
    if not told or others_out:
        return 0
    since = min(line.out_since for line in told if line.out_since is not None)
    what = what_of(told, served)
    lines = [texts.lasted(office_time(office, since), office.clock.now(), zone=office.zone)]
    if waited:
        lines.append(texts.goes_now(waited))
    lines.append(texts.AS_BEFORE)
    content = to_json(Message((Bold(texts.back_title(what)), *map(Line, lines))))
    return sum(
        _queue_back(connection, office, member_id, f"{_key(told)}:back:m{member_id}", content)
        for member_id in _hearers(connection, office)
    )


def _queue_back(connection: Connection, office: Office, member_id: int, once_key: str, content: str) -> int:
    address_id = people.first_address(connection, member_id)
    if address_id is None:
        return 0
    return deliveries.add(
        connection,
        NewDelivery(
            once_key=once_key,
            address_id=address_id,
            purpose=Purpose.CONNECTION_NEWS,
            due_at=office.clock.machine(),
            urgency=Urgency.URGENT,
            repeat=Repeat.ONCE,
            rank=RANKS[Urgency.URGENT],
            content=content,
            expires_at=office.clock.now() + _WORTH_FOR,
        ),
    )
