"""Whose menus go with their roles: who holds, lately held or will hold one; and when that changes next."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter

from bot.access import Caller, Door, Grant
from bot.office import Office
from storage.database import Connection
from storage.organisation import grants
from storage.organisation.grants import Held

# Whoever lost their last role longer ago had their menu set since, or opens the chat with a message first.
_LATELY = timedelta(days=30)


@dataclass(frozen=True)
class Holder:
    """A private chat, and who speaks in it now; who has left the roster is nobody."""

    chat_id: str
    caller: Caller


@dataclass(frozen=True)
class Holders:
    """The chats of one connection.

    Args:
        changes_at: when the next role begins or lapses by itself (office time); None: none does.
    """

    holders: tuple[Holder, ...]
    changes_at: datetime | None


async def holders_on(office: Office, *, connection_id: int, door: Door) -> Holders:
    """Those on this connection, one query however many there are."""
    now = office.clock.now()

    def body(connection: Connection) -> list[Held]:
        return grants.chats_of_holders(connection, connection_id)

    held = await office.database.read(body)
    found = []
    for chat_id, group in groupby(held, key=attrgetter("chat_id")):
        theirs = list(group)
        if any(one.until_at is None or one.until_at > now - _LATELY for one in theirs):
            found.append(Holder(chat_id, _caller(theirs, door, now)))
    moments = {moment for one in held for moment in (one.from_at, one.until_at) if moment and moment > now}
    return Holders(tuple(found), min(moments, default=None))


def _caller(theirs: list[Held], door: Door, now: datetime) -> Caller:
    if not theirs[0].is_here:
        return Caller(member_id=None, door=door)
    # A menu asks which roles are held, not for which units.
    in_force = tuple(
        Grant(one.role, one.unit_id, frozenset({one.unit_id}))
        for one in theirs
        if one.from_at <= now and (one.until_at is None or one.until_at > now)
    )
    return Caller(theirs[0].member_id, door, in_force)
