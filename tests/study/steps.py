"""What the tests of study sessions do again and again: planning, announcing, reading what is queued."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from bot.delivery.composing import Skip
from bot.messages.blocks import Buttons, Message
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.study import announcing, planning
from bot.study.composers import COMPOSERS
from storage import tables
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.states import DeliveryState, Purpose, Reason, Urgency
from storage.study import study
from storage.study.study import Session
from tests.cast import Cast

WHEN = "19:30-21:00 03/12/2026"
"""A Thursday, ten days after the cast's Monday."""


async def plan(office: Office, cast: Cast, *, by: str = "Hòa", when: str = WHEN) -> int:
    """A plan that lacks nothing; returns its number."""
    caller = cast.caller(by)
    begun = await planning.begin(caller, office)
    session_id = begun.session_id
    await planning.give_title(caller, office, session_id=session_id, text="Sinh hoạt chuyên đề quý IV")
    await planning.give_time(caller, office, session_id=session_id, text=when)
    await planning.give_place(caller, office, session_id=session_id, text="Phòng họp tầng 2")
    await planning.give_chair(caller, office, session_id=session_id, member_id=cast[by])
    return session_id


async def announced(office: Office, cast: Cast, *, by: str = "Hòa", when: str = WHEN) -> int:
    """An announced session; returns its number."""
    session_id = await plan(office, cast, by=by, when=when)
    seen = await session(office, session_id)
    await announcing.announce(cast.caller(by), office, session_id=session_id, revision=seen.revision)
    return session_id


async def session(office: Office, session_id: int) -> Session:
    """The row as it stands."""
    found = await office.database.read(lambda connection: study.session(connection, session_id))
    assert found is not None
    return found


async def revision(office: Office, session_id: int) -> int:
    """Its revision."""
    return (await session(office, session_id)).revision


@dataclass(frozen=True)
class Word:
    """One delivery, and what it would be if its turn came now."""

    id: int
    once_key: str
    member_id: int
    purpose: Purpose
    state: DeliveryState
    reason: Reason | None
    urgency: Urgency
    would_be: Message | Skip

    @property
    def text(self) -> str:
        """What the person would read."""
        assert isinstance(self.would_be, Message), self.would_be
        return visible_text(self.would_be)

    @property
    def labels(self) -> list[str]:
        """The words of its buttons."""
        return labels(self.would_be) if isinstance(self.would_be, Message) else []


def labels(message: Message) -> list[str]:
    """The words of a message's buttons."""
    return [
        button.label
        for block in message.blocks
        if isinstance(block, Buttons)
        for row in block.rows
        for button in row
    ]


async def words(
    office: Office, *, purpose: Purpose | None = None, member_id: int | None = None
) -> list[Word]:
    """The deliveries so far, in order."""

    def body(connection: Connection) -> list[Word]:
        table = tables.deliveries
        rows = connection.execute(
            sa.select(table, tables.addresses.c.member_id.label("owner_id"))
            .join(tables.addresses, tables.addresses.c.id == table.c.address_id)
            .order_by(table.c.id)
        ).mappings()
        return [_word(connection, office, dict(row)) for row in rows.all()]

    found = await office.database.read(body)
    return [word for word in found if purpose in (None, word.purpose) and member_id in (None, word.member_id)]


def _word(connection: Connection, office: Office, row: dict[str, Any]) -> Word:
    fields = {name: row[name] for name in Claimed.__dataclass_fields__ if name in row and name != "worker"}
    claimed = Claimed(**fields, chat_id="", is_group=False)
    return Word(
        id=claimed.id,
        once_key=claimed.once_key,
        member_id=claimed.member_id or 0,
        purpose=claimed.purpose,
        state=row["state"],
        reason=row["reason"],
        urgency=row["urgency"],
        would_be=COMPOSERS[claimed.purpose](connection, office, claimed),
    )


async def send_all(office: Office) -> None:
    """Everything that is queued has arrived."""
    table = tables.deliveries
    await office.database.transaction(
        lambda connection: connection.execute(
            table.update().where(table.c.state == DeliveryState.QUEUED).values(state=DeliveryState.SENT)
        ).close()
    )


async def has_left(office: Office, member_id: int) -> None:
    """The member leaves the roster."""
    await _set(office, member_id, left_at=office.clock.now())


async def is_on_paper(office: Office, member_id: int) -> None:
    """The member takes word on paper only."""
    await _set(office, member_id, on_paper=True)


async def _set(office: Office, member_id: int, **values: object) -> None:
    table = tables.members
    await office.database.transaction(
        lambda connection: connection.execute(
            table.update().where(table.c.id == member_id).values(**values)
        ).close()
    )


async def knock_of(office: Office, cast: Cast) -> int:
    """A knock that is being handled; returns its number."""
    now = office.clock.machine()
    values = {
        "connection_id": cast.connection_id,
        "update_id": "1",
        "conversation": "chat",
        "state": "handling",
        "body": "",
        "size": 0,
        "refused_because": "",
        "failures": 0,
        "due_at": now,
        "received_at": now,
    }
    return await office.database.transaction(
        lambda connection: int(
            connection.execute(tables.inbox.insert().values(values).returning(tables.inbox.c.id)).scalar_one()
        )
    )
