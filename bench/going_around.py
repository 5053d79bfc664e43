"""Which way to whom, for everybody at once: a few statements beside questions for each person."""

from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from bench.steps import TIMED, Step, expect, office_does
from bot.chasing.climbing import climb_ladders
from bot.office import Office
from bot.organisation.outages.turning import turn_around_outages
from bot.publication.approval.approving import approve_now
from storage import tables
from storage.channels import connections
from storage.database import Connection
from storage.migrate import upgrade
from storage.organisation import people
from storage.publication import forecasts
from storage.states import AddressState, DeliveryState, Platform, Purpose
from tests.cast import BRANCH_1, START, Cast, FixedClock, fill
from tests.ladder.house import TELEGRAM, ZALO, settings
from tests.publication.steps import EVERYONE, submitted

PEOPLE = 10_000
_LINES = ((ZALO, Platform.ZALO), (TELEGRAM, Platform.TELEGRAM))
"""In the order in which each of them is written to."""
_FIRST = 1_000
"""The smallest number of those who join the cast of the tests."""
_LATER = timedelta(days=4)
"""Everybody has had their time, and it is not due yet."""


def publish(_folder: Path, url: str) -> None:
    """To everybody, from the approver's press to the last card in the queue."""
    upgrade(url)

    async def do(office: Office) -> None:
        cast = await office.database.transaction(_fill)
        draft = await submitted(office, cast)
        TIMED.restart()
        await approve_now(cast.caller("Minh"), office, draft_id=draft.draft_id, revision=draft.revision)

    _at(url, do)


def forecast(_folder: Path, url: str) -> None:
    """What a publication to everybody would cost each connection."""
    _read(url, lambda connection: _is_all(forecasts.messages(connection, EVERYONE, now=START)))


def forecast_naively(_folder: Path, url: str) -> None:
    """Ask for each person's addresses, and count the first."""

    def body(connection: Connection) -> None:
        found = Counter(
            ways[0].connection_id
            for member_id in _everybody(connection)
            if (ways := people.addresses_of(connection, member_id))
        )
        _is_all(found)

    _read(url, body)


def look_naively(_folder: Path, url: str) -> None:
    """Ask for each person's answer, addresses and cards: who has one more to which nothing went yet?"""

    def body(connection: Connection) -> None:
        ripe = 0
        for member_id in _everybody(connection):
            asked = tables.obligations.select().where(tables.obligations.c.member_id == member_id)
            cards = tables.deliveries.select().where(
                tables.deliveries.c.member_id == member_id, tables.deliveries.c.purpose == Purpose.CARD
            )
            owed = connection.execute(asked).first()
            had = {card.address_id for card in connection.execute(cards)}
            ripe += bool(owed and {way.id for way in people.addresses_of(connection, member_id)} - had)
        expect(ripe, PEOPLE)

    _read(url, body)


def climb(_folder: Path, url: str) -> None:
    """Nobody answers: each card is queued for the next address, with its line of history."""

    async def do(office: Office) -> None:
        await office.database.transaction(_all_sent)
        TIMED.restart()
        expect(await climb_ladders(office), PEOPLE)

    _at(url, do, later=_LATER)


def look_again(_folder: Path, url: str) -> None:
    """The same question with nothing left to be done, as it is asked every few seconds."""

    async def do(office: Office) -> None:
        TIMED.restart()
        expect(await climb_ladders(office), 0)

    _at(url, do, later=_LATER)


def move(_folder: Path, url: str) -> None:
    """The first connection is out with everything still in its queue: all of it goes the other way."""

    async def do(office: Office) -> None:
        await office.database.transaction(_goes_out)
        TIMED.restart()
        expect(await turn_around_outages(office), PEOPLE)

    _at(url, do, later=_LATER)


def _at(url: str, do: Callable[[Office], Awaitable[None]], *, later: timedelta = timedelta()) -> None:
    office_does(url, do, FixedClock(START + later), settings=settings())


def _read(url: str, body: Callable[[Connection], None]) -> None:
    async def do(office: Office) -> None:
        TIMED.restart()
        await office.database.read(body)

    _at(url, do)


def _fill(connection: Connection) -> Cast:
    cast = fill(connection)
    lines = [connections.ensure(connection, platform=platform, name=name) for name, platform in _LINES]
    person = connection.execute(sa.select(tables.members).order_by(tables.members.c.id)).mappings().first()
    way = connection.execute(sa.select(tables.addresses).order_by(tables.addresses.c.id)).mappings().first()
    numbers = range(_FIRST, _FIRST + PEOPLE)
    own = [{"id": one, "full_name": f"Nguyễn Văn {one}", "unit_id": cast.units[BRANCH_1]} for one in numbers]
    connection.execute(tables.members.insert(), [dict(person or {}) | one for one in own])
    for place, line in enumerate(lines):
        ways = [
            {
                "id": (place + 1) * 2 * PEOPLE + one,
                "connection_id": line,
                "chat_id": str(one),
                "member_id": one,
                "preference": place,
                "state": AddressState.ACTIVE,
            }
            for one in numbers
        ]
        connection.execute(tables.addresses.insert(), [dict(way or {}) | one for one in ways])
    return cast


def _everybody(connection: Connection) -> list[int]:
    members = tables.members
    question = sa.select(members.c.id).where(members.c.id >= _FIRST).order_by(members.c.id)
    return list(connection.execute(question).scalars())


def _is_all(found: Counter[int] | dict[int, int]) -> None:
    expect(max(found.values()), PEOPLE)


def _all_sent(connection: Connection) -> None:
    sent = {"state": DeliveryState.SENT, "sent_at": START, "message_id": "1"}
    connection.execute(tables.deliveries.update().values(sent))


def _goes_out(connection: Connection) -> None:
    """Everything waits again at the first connection, which has not answered for a day."""
    first = connection.execute(
        sa.select(tables.connections.c.id).where(tables.connections.c.name == ZALO)
    ).scalar_one()
    rows = tables.deliveries
    elsewhere = rows.c.connection_id != first, rows.c.member_id >= _FIRST
    connection.execute(rows.update().where(*elsewhere).values(state=DeliveryState.CANCELLED))
    waits = {"state": DeliveryState.QUEUED, "sent_at": None, "message_id": None}
    connection.execute(rows.update().where(rows.c.connection_id == first).values(waits))
    connections.note_failing(connection, first, now=START)


MOVING = {
    "publish": Step(f"publish to {PEOPLE:,}", publish),
    "forecast naively": Step("ask each one's first address", forecast_naively),
    "forecast": Step("forecast, Loa", forecast, "forecast naively"),
    "look naively": Step("ask each one's answer, addresses and cards", look_naively),
    "climb": Step(f"queue {PEOPLE:,} cards for the next address", climb, "look naively"),
    "look again": Step("look again, nothing to be done", look_again, "look naively"),
    "move": Step(f"move {PEOPLE:,} around an outage", move, "climb"),
}
