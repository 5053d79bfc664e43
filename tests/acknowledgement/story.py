"""A publication among the cast, and what became of its cards, for the tests on answering and chasing."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from bot.access import Caller
from bot.audience import Audience, AudienceKind
from bot.office import Office
from bot.publication.publishing import publish
from storage import tables
from storage.acknowledgement.obligations import Obligation, of_member
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import people
from storage.organisation.people import Reach
from storage.publication import drafts
from storage.publication.drafts import Content
from storage.states import DeliveryState, Kind, Purpose, Reason, Scope, Urgency
from tests.cast import START, Cast

T = TypeVar("T")
ISSUER = "Minh"
EVERYONE = Audience(AudienceKind.EVERYONE)
DUE_AT = START.replace(day=27, hour=17)
"""Friday, 17:00."""


async def published(
    office: Office,
    cast: Cast,
    *,
    number: str = "12-KH/ĐU",
    audience: Audience = EVERYONE,
    asks: bool = True,
    due_at: datetime | None = DUE_AT,
    scope: Scope = Scope.PUBLIC,
    urgency: Urgency = Urgency.NORMAL,
    arrives: bool = True,
) -> int:
    """Lan drafted it, Minh issues it; with `arrives` every card is taken by the platform."""
    content = Content(
        kind=Kind.DIRECTIVE,
        type_name="Kế hoạch",
        number=number,
        number_key=number.casefold(),
        title="Nền nếp sinh hoạt chi bộ quý IV",
        issuer="Đảng ủy LĐLĐ tỉnh",
        issued_on=START.date(),
        event_on=None,
        chair="",
        main_points=[],
        to_do=["Đọc kế hoạch, chuẩn bị ý kiến"],
        body="Các chi bộ sinh hoạt đủ kỳ.\nĐảng viên đọc trước tài liệu.",
        scope=scope,
        urgency=urgency,
    )

    def body(connection: Connection) -> int:
        draft_id = drafts.add(
            connection,
            content,
            asks_acknowledgement=asks,
            due_at=due_at,
            unsure=(),
            created_by=cast["Lan"],
            created_at=office.clock.now(),
        )
        rule = tables.drafts.update().where(tables.drafts.c.id == draft_id)
        connection.execute(rule.values(audience=audience.stored()))
        draft = drafts.draft(connection, draft_id)
        assert draft is not None
        caller = cast.caller(ISSUER)
        return publish(connection, office, caller, draft, approved_by=caller.member_id)

    publication_id = await office.database.transaction(body)
    if arrives:
        await cards_stand(office, publication_id, DeliveryState.SENT)
    return publication_id


async def cards_stand(
    office: Office,
    publication_id: int,
    state: DeliveryState,
    *,
    members: Collection[int] | None = None,
    reason: Reason | None = None,
) -> None:
    """The delivery engine brought the cards (of these members) there."""
    table = tables.deliveries
    fits = [table.c.publication_id == publication_id, table.c.purpose == Purpose.CARD]
    if members is not None:
        fits.append(table.c.member_id.in_(members))

    def body(connection: Connection) -> None:
        connection.execute(table.update().where(*fits).values(state=state, reason=reason))

    await office.database.transaction(body)


async def rows(office: Office, table: sa.Table, **fits: Any) -> Sequence[sa.Row[Any]]:
    """The rows of the table with these values, by number."""

    def body(connection: Connection) -> Sequence[sa.Row[Any]]:
        question = sa.select(table).where(*(table.c[name] == value for name, value in fits.items()))
        return connection.execute(question.order_by(table.c.id)).all()

    return await office.database.read(body)


async def change(office: Office, table: sa.Table, row_id: int, **values: Any) -> None:
    """Give one row other values."""

    def body(connection: Connection) -> None:
        connection.execute(table.update().where(table.c.id == row_id).values(values))

    await office.database.transaction(body)


async def obligation(office: Office, publication_id: int, member_id: int) -> Obligation:
    """What the publication asks of the member."""

    def body(connection: Connection) -> Obligation:
        found = of_member(connection, publication_id=publication_id, member_id=member_id)
        assert found is not None
        return found

    return await office.database.read(body)


async def owed(office: Office, purpose: Purpose) -> list[Claimed]:
    """The queued deliveries of this purpose, as the engine hands them to a composer."""

    def body(connection: Connection) -> list[Claimed]:
        table = tables.deliveries
        found = connection.execute(
            sa.select(table)
            .where(table.c.purpose == purpose, table.c.state == DeliveryState.QUEUED)
            .order_by(table.c.id)
        )
        return [_claimed(connection, row) for row in found]

    return await office.database.read(body)


async def composed(office: Office, compose: Callable[[Connection, Office, Claimed], T], row: Claimed) -> T:
    """What the composer makes of the delivery now."""

    def body(connection: Connection) -> T:
        return compose(connection, office, row)

    return await office.database.read(body)


def without_roles(caller: Caller) -> Caller:
    """The same person with no role at all."""
    return Caller(member_id=caller.member_id, door=caller.door, address_id=caller.address_id)


def _claimed(connection: Connection, row: sa.Row[Any]) -> Claimed:
    reach: Reach | None = people.address(connection, row.address_id)
    assert reach is not None
    own = {name: getattr(row, name) for name in _SHARED}
    return Claimed(**own, chat_id=reach.chat_id, is_group=reach.is_group, owner_id=reach.member_id)


_SHARED = frozenset(Claimed.__dataclass_fields__) - {"chat_id", "is_group", "owner_id", "worker"}
