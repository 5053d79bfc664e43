"""Group chats: which unit one stands for, and the codes that bind them."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.audiences import covered
from storage.audience.rules import Audience
from storage.channels.connections import CAN_BE_WRITTEN_TO
from storage.organisation.people import units_below
from storage.rows import insert_row, many, one
from storage.states import AddressState, AudienceKind
from storage.tables import addresses, group_invitations, topics, units


@dataclass(frozen=True)
class GroupInvitation:
    """The row; the code itself is nowhere."""

    id: int
    unit_id: int
    expires_at: datetime
    used_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be used (office time)."""
        return self.used_at is None and now < self.expires_at


def invite(
    connection: Connection,
    *,
    code_hash: str,
    unit_id: int,
    made_by: int | None,
    now: datetime,
    expires_at: datetime,
) -> int:
    """Write a code for the unit's group; those made earlier and not used end."""
    earlier = (group_invitations.c.unit_id == unit_id) & group_invitations.c.used_at.is_(None)
    connection.execute(group_invitations.delete().where(earlier))
    values = {
        "code_hash": code_hash,
        "unit_id": unit_id,
        "made_by": made_by,
        "made_at": now,
        "expires_at": expires_at,
    }
    return insert_row(connection, group_invitations, values)


def by_hash(connection: Connection, code_hash: str) -> GroupInvitation | None:
    """The invitation whose code has this hash."""
    columns = [group_invitations.c[name] for name in GroupInvitation.__dataclass_fields__]
    question = sa.select(*columns).where(group_invitations.c.code_hash == code_hash)
    return one(connection, question, GroupInvitation)


def use(connection: Connection, invitation_id: int, *, address_id: int, now: datetime) -> bool:
    """Use the code up; of two who try at once, one hears no."""
    return (
        connection.execute(
            group_invitations.update()
            .where(group_invitations.c.id == invitation_id, group_invitations.c.used_at.is_(None))
            .values(used_at=now, used_by=address_id)
        ).rowcount
        == 1
    )


@dataclass(frozen=True)
class Group:
    """A group chat that stands for a unit."""

    id: int
    connection_id: int
    unit_id: int
    state: AddressState


_GROUP = tuple(addresses.c[name] for name in Group.__dataclass_fields__)


def of_unit(connection: Connection, unit_id: int) -> list[Group]:
    """The group chats of this very unit, whatever their state."""
    question = sa.select(*_GROUP).where(addresses.c.unit_id == unit_id, addresses.c.is_group)
    return many(connection, question.order_by(addresses.c.id), Group)


def at(connection: Connection, address_id: int) -> Group | None:
    """The group chat with this number, if it stands for a unit."""
    stands = (addresses.c.id == address_id) & addresses.c.unit_id.is_not(None)
    return one(connection, sa.select(*_GROUP).where(stands, addresses.c.is_group), Group)


def stand_for(connection: Connection, address_id: int, *, unit_id: int) -> list[int]:
    """Let the group chat stand for the unit, and no other chat of the same connection with it.

    Returns:
        The chats that stood for the unit before.
    """
    connection_id = sa.select(addresses.c.connection_id).where(addresses.c.id == address_id).scalar_subquery()
    others = (addresses.c.unit_id == unit_id) & (addresses.c.connection_id == connection_id)
    others &= addresses.c.id != address_id
    before = connection.execute(
        addresses.update().where(others).values(unit_id=None).returning(addresses.c.id)
    )
    released = list(before.scalars())
    bound = {"unit_id": unit_id, "state": AddressState.ACTIVE}
    connection.execute(addresses.update().where(addresses.c.id == address_id).values(bound))
    return released


def release(connection: Connection, unit_id: int) -> list[int]:
    """Let no group chat stand for the unit any more; the numbers of those that did."""
    return list(
        connection.execute(
            addresses.update()
            .where(addresses.c.unit_id == unit_id, addresses.c.is_group)
            .values(unit_id=None)
            .returning(addresses.c.id)
        ).scalars()
    )


def to_be_told(connection: Connection, audience: Audience, *, now: datetime) -> list[Group]:
    """The group chats that a publication of this audience is told in, by number.

    A group hears of what is for members of its own unit or below. What goes by a topic that people choose
    is for those who chose it; a mandatory one is for everybody. What is for holders of a role, or not for
    everybody there, is told in no group.
    """
    mandatory = sa.select(topics.c.mandatory).where(topics.c.id == audience.subject)
    is_chosen = audience.kind is AudienceKind.TOPIC and not connection.execute(mandatory).scalar_one_or_none()
    if is_chosen or audience.is_narrowed:
        return []
    who = covered(audience, now=now).subquery("who")
    # Upwards from every unit with somebody who is covered: CB1's members are the committee's as well.
    above = sa.select(units.c.id, units.c.parent_id).where(units.c.id.in_(sa.select(who.c.unit_id)))
    climb = above.cte("told", recursive=True)
    parent = units.alias("parent")
    climb = climb.union(sa.select(parent.c.id, parent.c.parent_id).where(parent.c.id == climb.c.parent_id))
    fits = [addresses.c.is_group, CAN_BE_WRITTEN_TO]
    if audience.unit_ids:
        # One branch's business is not told in the chat of the committee above it.
        below = (units_below(connection, unit_id) for unit_id in audience.unit_ids)
        fits.append(addresses.c.unit_id.in_(set().union(*below)))
    question = sa.select(*_GROUP).where(*fits, addresses.c.unit_id.in_(sa.select(climb.c.id)))
    return many(connection, question.order_by(addresses.c.id), Group)
