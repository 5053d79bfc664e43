"""What is in force, for one member, the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from bot.access import Caller, demand_member
from bot.audience import Audience
from bot.office import Office
from bot.publication.member.published import is_for
from storage.database import Connection
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import Kind

MOST_LISTED = 20
_AT_ONCE = 100


@dataclass(frozen=True)
class InForce:
    """One line of the list of what is in force."""

    publication_id: int
    kind: Kind
    number: str
    title: str
    published_at: datetime
    due_at: datetime | None


async def in_force_for(
    caller: Caller, office: Office, *, limit: int = MOST_LISTED, skip: int = 0, kind: Kind | None = None
) -> tuple[InForce, ...]:
    """The publications in force that are for the caller, the newest first.

    Args:
        caller: a member.
        office: whose.
        limit: at most so many.
        skip: after so many.
        kind: of this kind only; None: of all.

    Raises:
        Refused: NOT_ALLOWED, when no member calls.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> tuple[InForce, ...]:
        found = _for_member(connection, office, member_id, kind)
        return tuple(_line(one) for one in islice(found, skip, skip + limit))

    return await office.database.read(body)


def _for_member(
    connection: Connection, office: Office, member_id: int, kind: Kind | None
) -> Iterator[Publication]:
    rules: dict[Audience, bool] = {}
    before_id: int | None = None
    while some := publications.in_force(connection, before_id=before_id, limit=_AT_ONCE):
        for found in some:
            if kind in (None, found.kind) and is_for(connection, office, found, member_id, rules):
                yield found
        before_id = some[-1].id


def _line(found: Publication) -> InForce:
    return InForce(found.id, found.kind, found.number, found.title, found.published_at, found.due_at)
