"""A member's own page on the web: the links and one-time codes that lead there."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one
from storage.tables import history, web_codes, web_links

LINK = "web_link"
CODE = "web_code"
WRONG = "wrong"
"""What these rows are called in history, and a wrong try."""


@dataclass(frozen=True)
class Link:
    """The row that a signed link names."""

    id: int
    member_id: int
    expires_at: datetime
    opened_at: datetime | None
    revoked_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Whether it still leads anywhere (office time)."""
        return self.revoked_at is None and now < self.expires_at


def add_link(
    connection: Connection, *, member_id: int, made_by: int | None, now: datetime, expires_at: datetime
) -> int:
    """Write a link."""
    values = {"member_id": member_id, "made_by": made_by, "made_at": now, "expires_at": expires_at}
    return insert_row(connection, web_links, values)


def link(connection: Connection, link_id: int) -> Link | None:
    """The link with this number."""
    columns = (web_links.c[name] for name in Link.__dataclass_fields__)
    return one(connection, sa.select(*columns).where(web_links.c.id == link_id), Link)


def open_link(connection: Connection, link_id: int, *, now: datetime) -> bool:
    """Note that its member came in by it; whether it was the first time."""
    return (
        connection.execute(
            web_links.update()
            .where(web_links.c.id == link_id, web_links.c.opened_at.is_(None))
            .values(opened_at=now)
        ).rowcount
        == 1
    )


def revoke_links(
    connection: Connection, *, member_id: int, now: datetime, but_of: Collection[int] | None = None
) -> list[int]:
    """End the member's links; the numbers of those that had not ended.

    With `but_of` those stay that these members made, and those of the command line.
    """
    fits = [
        web_links.c.member_id == member_id,
        web_links.c.revoked_at.is_(None),
        web_links.c.expires_at > now,
    ]
    if but_of is not None:
        fits.append(web_links.c.made_by.is_not(None) & web_links.c.made_by.not_in(but_of))
    return list(
        connection.execute(
            web_links.update().where(*fits).values(revoked_at=now).returning(web_links.c.id)
        ).scalars()
    )


@dataclass(frozen=True)
class Code:
    """A one-time code; the code itself is nowhere."""

    id: int
    member_id: int
    code_hash: str = field(repr=False)
    made_by: int | None
    made_at: datetime
    expires_at: datetime
    wrong_tries: int


_CODE = tuple(web_codes.c[name] for name in Code.__dataclass_fields__)


def add_code(
    connection: Connection,
    *,
    member_id: int,
    code_hash: str,
    made_by: int | None,
    now: datetime,
    expires_at: datetime,
) -> int:
    """Write a code; only its hash is kept."""
    values = {
        "member_id": member_id,
        "code_hash": code_hash,
        "made_by": made_by,
        "made_at": now,
        "expires_at": expires_at,
        "wrong_tries": 0,
    }
    return insert_row(connection, web_codes, values)


def open_codes(connection: Connection, member_id: int, *, now: datetime, most_tries: int) -> list[Code]:
    """The member's codes that can still be used, the newest first."""
    question = (
        sa.select(*_CODE)
        .where(
            web_codes.c.member_id == member_id,
            web_codes.c.used_at.is_(None),
            web_codes.c.revoked_at.is_(None),
            web_codes.c.expires_at > now,
            web_codes.c.wrong_tries < most_tries,
        )
        .order_by(web_codes.c.id.desc())
    )
    return many(connection, question, Code)


def own_codes_since(connection: Connection, member_id: int, *, since: datetime) -> list[datetime]:
    """When the member had codes sent to themselves since then, the newest first."""
    question = (
        sa.select(web_codes.c.made_at)
        .where(
            web_codes.c.member_id == member_id,
            web_codes.c.made_by == member_id,
            web_codes.c.made_at > since,
        )
        .order_by(web_codes.c.made_at.desc())
    )
    return list(connection.execute(question).scalars())


def count_wrong(connection: Connection, code_ids: Collection[int]) -> None:
    """Count a wrong try on each of these codes."""
    connection.execute(
        web_codes.update().where(web_codes.c.id.in_(code_ids)).values(wrong_tries=web_codes.c.wrong_tries + 1)
    )


def use_code(connection: Connection, code_id: int, *, now: datetime) -> bool:
    """Use the code up; of two who try at once, one hears no."""
    return (
        connection.execute(
            web_codes.update()
            .where(web_codes.c.id == code_id, web_codes.c.used_at.is_(None), web_codes.c.revoked_at.is_(None))
            .values(used_at=now)
        ).rowcount
        == 1
    )


def revoke_codes(
    connection: Connection,
    *,
    member_id: int,
    now: datetime,
    own: bool | None = None,
    but_of: Collection[int] | None = None,
) -> list[int]:
    """End the member's unused codes, and say which.

    Args:
        connection: inside a transaction.
        member_id: whose.
        now: office time.
        own: only those they had sent to themselves (True), or only those made for them (False); None: all.
        but_of: leave those that these members made, and those of the command line; None: leave none.
    """
    wanted = [
        web_codes.c.member_id == member_id,
        web_codes.c.used_at.is_(None),
        web_codes.c.revoked_at.is_(None),
        web_codes.c.expires_at > now,
    ]
    is_own = sa.func.coalesce(web_codes.c.made_by, 0) == member_id
    if own is not None:
        wanted.append(is_own if own else ~is_own)
    if but_of is not None:
        wanted.append(web_codes.c.made_by.is_not(None) & web_codes.c.made_by.not_in(but_of))
    return list(
        connection.execute(
            web_codes.update().where(*wanted).values(revoked_at=now).returning(web_codes.c.id)
        ).scalars()
    )


def wrong_tries(connection: Connection, *, since: datetime, member_id: int | None = None) -> int:
    """How many wrong codes were tried since then, at this member's links (None: at anybody's)."""
    question = sa.select(sa.func.count()).where(
        history.c.at > since, history.c.thing == CODE, history.c.to_state == WRONG
    )
    if member_id is not None:
        question = question.where(history.c.member_id == member_id)
    return int(connection.execute(question).scalar_one())
