"""Invitations, and what was tried with them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, one
from storage.tables import history, invitations

THING = "invitation"
SHOWN = "shown"
NOT_MINE = "not_mine"


@dataclass(frozen=True)
class Invitation:
    """The row; the code itself is nowhere."""

    id: int
    member_id: int
    made_by: int | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    used_by: int | None
    revoked_at: datetime | None
    short: bool

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be used (office time)."""
        return self.used_at is None and self.revoked_at is None and now < self.expires_at


_INVITATION = tuple(invitations.c[name] for name in Invitation.__dataclass_fields__)


def add(
    connection: Connection,
    *,
    code_hash: str,
    member_id: int,
    made_by: int | None,
    now: datetime,
    expires_at: datetime,
    short: bool = False,
) -> int:
    """Write an invitation; only the code's hash is kept. `short` says that the code is six digits."""
    values = {
        "code_hash": code_hash,
        "member_id": member_id,
        "made_by": made_by,
        "created_at": now,
        "expires_at": expires_at,
        "short": short,
    }
    return insert_row(connection, invitations, values)


def by_id(connection: Connection, invitation_id: int) -> Invitation | None:
    """The invitation with this number."""
    return one(connection, sa.select(*_INVITATION).where(invitations.c.id == invitation_id), Invitation)


def by_hash(connection: Connection, code_hash: str) -> Invitation | None:
    """The invitation whose code has this hash."""
    return one(connection, sa.select(*_INVITATION).where(invitations.c.code_hash == code_hash), Invitation)


def revoke_unused(
    connection: Connection,
    *,
    member_id: int,
    now: datetime,
    but_of: Collection[int] | None = None,
) -> list[int]:
    """Close the member's invitations that nobody used, and say which.

    Args:
        connection: inside a transaction.
        member_id: whose.
        now: office time.
        but_of: leave those that these members made, and those of the command line; None: leave none.
    """
    fits = [
        invitations.c.member_id == member_id,
        invitations.c.used_at.is_(None),
        invitations.c.revoked_at.is_(None),
    ]
    if but_of is not None:
        fits.append(invitations.c.made_by.is_not(None) & invitations.c.made_by.not_in(but_of))
    return list(
        connection.execute(
            invitations.update().where(*fits).values(revoked_at=now).returning(invitations.c.id)
        ).scalars()
    )


def revoke_short(connection: Connection, *, member_id: int, now: datetime, but_typed: int) -> list[int]:
    """Close the member's six digits that nobody used, and say which.

    Args:
        connection: inside a transaction.
        member_id: whose.
        now: office time.
        but_typed: leave as many that a conversation has typed and can still answer, the latest ones.
    """
    own = invitations.c.short & (invitations.c.member_id == member_id)
    unused = invitations.c.used_at.is_(None) & invitations.c.revoked_at.is_(None)
    typed = invitations.c.used_by.is_not(None) & (invitations.c.expires_at > now)
    question = sa.select(invitations.c.id).where(own, unused, typed)
    latest_first = question.order_by(invitations.c.expires_at.desc(), invitations.c.id.desc())
    # Asked first, so that digits which are being typed at this moment are not among those that end.
    too_many = list(connection.execute(latest_first).scalars())[but_typed:]
    ends = sa.not_(typed) | invitations.c.id.in_(too_many)
    return list(
        connection.execute(
            invitations.update().where(own, unused, ends).values(revoked_at=now).returning(invitations.c.id)
        ).scalars()
    )


def take_short(connection: Connection, invitation_id: int, *, address_id: int, until: datetime) -> bool:
    """Keep six digits that were typed in time for this conversation alone, while its person decides.

    Returns:
        Whether no other conversation was first, and nobody ended them meanwhile.
    """
    return (
        connection.execute(
            invitations.update()
            .where(
                invitations.c.id == invitation_id,
                invitations.c.used_at.is_(None),
                invitations.c.revoked_at.is_(None),
                invitations.c.used_by.is_(None) | (invitations.c.used_by == address_id),
            )
            .values(used_by=address_id, expires_at=until)
        ).rowcount
        == 1
    )


def use(connection: Connection, invitation_id: int, *, address_id: int | None, now: datetime) -> bool:
    """Use the invitation up.

    Returns:
        Whether it was still open; of two who try at once, one hears no.
    """
    return (
        connection.execute(
            invitations.update()
            .where(
                invitations.c.id == invitation_id,
                invitations.c.used_at.is_(None),
                invitations.c.revoked_at.is_(None),
                invitations.c.expires_at > now,
            )
            .values(used_at=now, used_by=address_id)
        ).rowcount
        == 1
    )


def shown_last(connection: Connection, *, address_id: int) -> int | None:
    """The invitation whose code this conversation named last, unless it said that it is somebody else's."""
    question = _newest(address_id).with_only_columns(history.c.thing_id, history.c.to_state)
    found = connection.execute(question).first()
    return None if found is None or found.to_state == NOT_MINE else int(found.thing_id)


def is_shown(connection: Connection, invitation_id: int, *, address_id: int) -> bool:
    """Whether this conversation has named the invitation's code, and not said since that it is not theirs."""
    question = _newest(address_id).where(history.c.thing_id == invitation_id)
    return bool(connection.execute(question).scalar() == SHOWN)


def _newest(address_id: int) -> sa.Select[Any]:
    said = history.c.to_state.in_((SHOWN, NOT_MINE)) & (history.c.detail == str(address_id))
    return (
        sa.select(history.c.to_state)
        .where(history.c.thing == THING, said)
        .order_by(history.c.id.desc())
        .limit(1)
    )
