"""How many messages a publication would cost each connection."""

from collections import Counter
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.audiences import covered, first_addresses
from storage.audience.rules import Audience
from storage.organisation import groups
from storage.organisation.exemptions import from_everything


def messages(
    connection: Connection, audience: Audience, *, now: datetime, let_off_at: datetime | None = None
) -> dict[int, int]:
    """By connection: one for each member of the rule who is written to there first, and for each group.

    Who is let off everything at `let_off_at` (office time) is left out: they are not asked. None: nobody.
    """
    who, first = covered(audience, now=now).subquery("who"), first_addresses()
    question = (
        sa.select(first.c.connection_id, sa.func.count().label("amount"))
        .join_from(who, first, first.c.member_id == who.c.member_id)
        .where(sa.not_(who.c.on_paper))
        .group_by(first.c.connection_id)
    )
    if let_off_at is not None:
        let_off = from_everything(let_off_at)
        question = question.where(who.c.member_id.not_in(sa.select(let_off.c.member_id)))
    found = Counter({row.connection_id: row.amount for row in connection.execute(question)})
    found.update(group.connection_id for group in groups.to_be_told(connection, audience, now=now))
    return dict(found)
