"""The gate, and the inbox behind it: nothing is confirmed to a platform before it is stored here."""

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Any

from bot.channels.contract import Received
from bot.logs import get
from bot.office import Office
from bot.reading.recognisers.secrecy import find_mark, find_mark_in_name
from storage.channels import usages
from storage.database import Connection
from storage.inbox import inbox
from storage.inbox.inbox import Arrived

log = get(__name__)

# A forwarded album or a long text arrives in parts: what follows a refusal this soon belongs to it.
PARTS_WITHIN = timedelta(minutes=1)


async def take(
    office: Office, connection_id: int, received: Sequence[Received], *, offset: int | None = None
) -> int:
    """Store what came in, each update once, and where to go on from; then it may be confirmed.

    An update that carries a secrecy mark is stored without content (Law 117/2025/QH15 Art. 5 forbids
    even keeping it on a machine on the Internet): connection, update id, who, when, size and reason.

    Returns:
        How many were new.
    """
    # A megabyte takes the gate a second or more: meanwhile the others go on.
    looked = [(one, await asyncio.to_thread(_mark, one)) for one in received]

    def body(connection: Connection) -> int:
        new = _store(connection, connection_id, looked, office.clock.machine(), offset)
        _count(connection, office, connection_id, new)
        return new

    new = await office.database.transaction(body)
    if new:
        office.bell.ring()
    return new


def _count(connection: Connection, office: Office, connection_id: int, new: int) -> None:
    """Where the platform counts what comes in, it costs messages of the month."""
    if not new or not any(one.counts_incoming for one in office.settings.connections.values()):
        return
    settings = office.settings.connections.get(usages.name_of(connection, connection_id))
    if settings is not None and settings.counts_incoming:
        month = office.calendar.month_of(office.clock.now())
        usages.count_incoming(connection, connection_id, month, amount=new)


def _mark(received: Received) -> str:
    for text in (*_strings(received.body), *received.texts):
        found = find_mark(text)
        if found is not None:
            log.warning("refused at the gate", update=received.update_id, size=len(text))
            return found.level.value
    for name in _file_names(received.body):
        found = find_mark_in_name(PurePath(name).stem)
        if found is not None:
            log.warning("a file was refused at the gate for its name", update=received.update_id)
            return found.level.value
    return ""


def _file_names(value: object) -> Iterator[str]:
    """Names of files: a mark in one stands before the ending."""
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    if isinstance(value, Mapping) and isinstance(name := value.get("file_name"), str):
        yield name
    for one in inner:
        yield from _file_names(one)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield str(name)
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


def _store(
    connection: Connection,
    connection_id: int,
    looked: Sequence[tuple[Received, str]],
    now: datetime,
    offset: int | None,
) -> int:
    # One after the other: a refusal in this batch must be seen by the parts behind it.
    new = 0
    for received, mark in looked:
        because = mark or _because_of_the_part_before(connection, connection_id, received, now=now)
        arrived = _arrived(received.body, received, because)
        new += inbox.store(connection, connection_id, [arrived], now=now)
    inbox.store(connection, connection_id, [], now=now, offset=offset)
    return new


def _because_of_the_part_before(
    connection: Connection, connection_id: int, received: Received, *, now: datetime
) -> str:
    if not received.carries_content:
        # A tap or a notice of the platform is no part of a document.
        return ""
    refused = inbox.refused_since(connection, connection_id, received.conversation, since=now - PARTS_WITHIN)
    return inbox.AFTER_REFUSAL if refused else ""


def _arrived(body: Mapping[str, Any], received: Received, because: str) -> Arrived:
    # Escaped: a lone surrogate, which no database takes, must not hold up the updates behind it.
    raw = json.dumps(body)
    return Arrived(
        update_id=received.update_id,
        conversation=received.conversation,
        body="" if because else raw,
        size=len(raw.encode()),
        refused_because=because,
    )
