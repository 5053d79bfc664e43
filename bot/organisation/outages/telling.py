"""Telling leaders, secretaries and admins: a messenger is out, is back, or comes and goes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.delivery.lines import in_service
from bot.messages.blocks import Bold, Line, Message, to_json
from bot.office import Office
from bot.organisation.outages.flapping import LOOK_BACK, Word, word_of
from bot.organisation.outages.hearers import Hearer, hearers
from bot.organisation.outages.naming import office_time, what_of
from bot.texts import outages as texts
from storage.channels import connections, outages
from storage.channels.connections import Line as ConnectionLine
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import RANKS, NewDelivery
from storage.states import Platform, Purpose, Repeat, Urgency

_AT_ONCE = 100
_AGAIN_AFTER = timedelta(hours=1)
"""A platform that comes and goes is told of once in this time, and then of how it stands."""
_WORTH_FOR = timedelta(days=1)


@dataclass(frozen=True)
class _News:
    """What is to be told of connections of one platform that are out."""

    lines: tuple[ConnectionLine, ...]
    word: Word

    @property
    def key(self) -> str:
        """The beginning of what its deliveries are called."""
        return f"{_key(self.lines)}:{self.word}"


async def tell_out(office: Office) -> int:
    """Owe the news of what is out to all who are to hear it, once for each outage.

    The first outages of a day are told one by one; of a platform that comes and goes so much is said once a
    day.

    Returns:
        To how many it is owed.
    """
    told = 0
    for news in await office.database.read(partial(_untold, office=office)):
        told += await _tell(office, news)
    if told:
        office.bell.ring()
    return told


def _untold(connection: Connection, office: Office) -> list[_News]:
    """What is out and nobody was told of, by platform, unless they heard of that platform just before."""
    lines = in_service(connection, office)
    just = office.clock.machine() - _AGAIN_AFTER
    heard = {line.platform for line in lines if line.outage_told_at and line.outage_told_at > just}
    found: dict[Platform, list[ConnectionLine]] = defaultdict(list)
    for line in lines:
        if line.out_since is not None and line.platform not in heard and not _was_told(line):
            found[line.platform].append(line)
    news = [
        _News(tuple(out), _word(connection, office, [line for line in lines if line.platform is platform]))
        for platform, out in found.items()
    ]
    return [one for one in news if one.word is not Word.NONE]


def _was_told(line: ConnectionLine) -> bool:
    """Whether they were told of this outage, which is over or not."""
    return (
        line.out_since is not None
        and line.outage_told_at is not None
        and line.outage_told_at >= line.out_since
    )


def _word(connection: Connection, office: Office, fellows: Sequence[ConnectionLine]) -> Word:
    now = office.clock.now()
    begun = outages.begun(connection, [line.id for line in fellows], from_at=now - LOOK_BACK)
    told = [office_time(office, line.outage_told_at) for line in fellows if line.outage_told_at is not None]
    return word_of(begun, max(told, default=None), now=now)


async def _tell(office: Office, news: _News) -> int:
    whom = await office.database.read(partial(hearers, office=office))
    queued = 0
    # Whoever is stopped before it is noted begins anew: what is queued already is not queued twice.
    for first in range(0, len(whom), _AT_ONCE):
        some = whom[first : first + _AT_ONCE]
        queued += await office.database.transaction(partial(_queue, office=office, key=news.key, whom=some))
    ids = [line.id for line in news.lines]
    note = partial(connections.note_outage_told, connection_ids=ids, now=office.clock.machine())
    return queued if await office.database.transaction(note) else 0


def _key(lines: Sequence[ConnectionLine]) -> str:
    since = min(line.out_since for line in lines if line.out_since is not None)
    return f"outage:{lines[0].platform}:{since:%Y-%m-%dT%H:%M:%S}"


def tell_back(connection: Connection, office: Office, back: Sequence[ConnectionLine], *, waited: int) -> int:
    """Owe the news that these are back to all who heard that they were out, in the transaction of it.

    Nobody is told of the end of what they did not hear of, nor while others of the platform are still out.

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
    heard = outages.heard(connection, f"outage:{told[0].platform}:%:{Word.OUT}:m%", since=since)
    what = what_of(told, served)
    lines = [texts.lasted(office_time(office, since), office.clock.now(), zone=office.zone)]
    if waited:
        lines.append(texts.goes_now(waited))
    lines.append(texts.AS_BEFORE)
    content = to_json(Message((Bold(texts.back_title(what)), *map(Line, lines))))
    whom = hearers(connection, office, among=heard)
    return _queue(connection, office, key=f"{_key(told)}:back", whom=whom, content=content)


def _queue(
    connection: Connection, office: Office, *, key: str, whom: Iterable[Hearer], content: str | None = None
) -> int:
    return deliveries.add(
        connection,
        *(
            NewDelivery(
                once_key=f"{key}:m{one.member_id}",
                address_id=one.address_id,
                purpose=Purpose.CONNECTION_NEWS,
                due_at=office.clock.machine(),
                urgency=Urgency.URGENT,
                repeat=Repeat.ONCE,
                rank=RANKS[Urgency.URGENT],
                content=content,
                expires_at=office.clock.now() + _WORTH_FOR,
            )
            for one in whom
        ),
    )
