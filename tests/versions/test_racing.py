"""A correction or a withdrawal comes while others are at the same rows; only PostgreSQL has two writers."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.acknowledgement.acknowledging import take_note
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.membership.joining_late import ask_late
from bot.publication.draft.attaching import attach
from bot.publication.member.taking import take
from bot.publication.versions.withdrawing import take_out
from storage import files, tables
from storage.acknowledgement import task_takers
from storage.acknowledgement.task_takers import Taker
from storage.database import Connection, sync_engine
from storage.delivery.claims import OUTDATED
from storage.publication import attachments, publications
from storage.publication.attachments import Attachment
from storage.states import DeliveryState, ObligationState, Purpose
from storage.tables import deliveries, obligations
from tests.cast import CLOCK, Cast
from tests.publication.steps import DIRECTIVE, MEETING, drafted, execute, published, rows
from tests.versions.steps import asked, card_rows

_LONGEST = 20


@pytest.fixture
def prepared_url(prepared_postgres_url: str) -> str:
    return prepared_postgres_url


def _at_once(url: str, first: Callable[[Connection], None], second: Callable[[Connection], None]) -> None:
    """The second begins while the first has not committed yet, and waits for it or is through with it."""
    engine = sync_engine(url)

    def run() -> None:
        with engine.begin() as connection:
            second(connection)

    other = threading.Thread(target=run)
    with engine.begin() as connection:
        first(connection)
        other.start()
        until = time.monotonic() + _LONGEST
        while other.is_alive() and not _somebody_waits(engine) and time.monotonic() < until:
            other.join(0.01)
    other.join(_LONGEST)
    engine.dispose()


def _somebody_waits(engine: sa.Engine) -> bool:
    asked = sa.text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    with engine.connect() as connection:
        return bool(connection.execute(asked).scalar_one())


async def test_a_card_that_arrives_just_then_is_edited_too(
    office: Office, cast: Cast, prepared_url: str
) -> None:
    about = await published(office, cast)
    (card,) = await card_rows(office, cast, about, "Bình")

    def hand(connection: Connection) -> None:
        connection.execute(_of(card).values(state=DeliveryState.SENDING))

    await office.database.transaction(hand)

    def arrives(connection: Connection) -> None:
        connection.execute(_of(card).values(state=DeliveryState.SENT, message_id="m1"))

    _at_once(prepared_url, arrives, lambda connection: _taken_out(connection, office, cast, about))
    (card,) = await card_rows(office, cast, about, "Bình")
    assert (card["state"], card["message_id"]) == (DeliveryState.QUEUED, "m1")


async def test_who_acknowledges_while_the_card_is_just_taken_to_be_sent_has_it_edited_later(
    office: Office, cast: Cast, prepared_url: str
) -> None:
    about = await published(office, cast)
    (card,) = await card_rows(office, cast, about, "Bình")

    def taken(connection: Connection) -> None:
        connection.execute(_of(card).values(state=DeliveryState.SENDING))

    def acknowledges(connection: Connection) -> None:
        binh = cast.caller("Bình")
        take_note(connection, office, binh, member_id=cast["Bình"], publication_id=about, version=1)

    _at_once(prepared_url, taken, acknowledges)
    (card,) = await card_rows(office, cast, about, "Bình")
    assert (card["state"], card["fingerprint"]) == (DeliveryState.SENDING, OUTDATED)


async def test_whoever_is_being_sent_the_card_just_then_hears_of_its_end(
    office: Office, cast: Cast, prepared_url: str
) -> None:
    about = await published(office, cast)
    (card,) = await card_rows(office, cast, about, "Bình")

    def taken(connection: Connection) -> None:
        connection.execute(_of(card).values(state=DeliveryState.SENDING))

    _at_once(prepared_url, taken, lambda connection: _taken_out(connection, office, cast, about))
    news = await rows(office, deliveries, deliveries.c.purpose == Purpose.PUBLICATION_CHANGE)
    assert [(one["member_id"], one["after_id"]) for one in news] == [(cast["Bình"], card["id"])]


async def test_who_joins_just_then_is_not_asked_what_no_longer_stands(
    office: Office, cast: Cast, prepared_url: str
) -> None:
    about = await published(office, cast)
    gone = obligations.delete().where(obligations.c.member_id == cast["Bình"])
    await execute(office, gone)

    def joins(connection: Connection) -> None:
        ask_late(
            connection, office, CLOCK, member_ids=[cast["Bình"]], now=office.clock.now() + timedelta(days=1)
        )

    # Withdrawn by itself, as by a person.
    def withdrawn(connection: Connection) -> None:
        publications.one_at_a_time(connection)
        _taken_out(connection, office, cast, about)

    _at_once(prepared_url, joins, withdrawn)
    assert (await asked(office, cast, about, "Bình"))["state"] is ObligationState.WITHDRAWN


async def test_a_task_dropped_just_then_is_not_said_to_be_taken(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = await published(office, cast)

    def named(connection: Connection) -> None:
        task_takers.add(connection, publication_id=about, task=0, member_id=cast["Bình"])

    def dropped(connection: Connection, _seen: Taker, **_more: object) -> bool:
        connection.execute(tables.task_takers.delete())
        return False

    await office.database.transaction(named)
    monkeypatch.setattr(task_takers, "set_taken", dropped)
    with pytest.raises(Refused) as refused:
        await take(cast.caller("Bình"), office, publication_id=about, place=0)
    assert refused.value.reason is Refusal.NOT_TAKEN_ON


async def test_a_file_put_to_another_draft_just_then_is_kept(
    office: Office, cast: Cast, prepared_url: str
) -> None:
    one, other = [await drafted(office, cast, text=text) for text in (DIRECTIVE, MEETING)]

    def attached(connection: Connection) -> Attachment:
        return attach(connection, office, one.draft_id, content=b"x", name="x.txt")

    kept = await office.database.transaction(attached)

    def removes(connection: Connection) -> None:
        attachments.remove(connection, kept.id, now=office.clock.now())

    def puts(connection: Connection) -> None:
        attach(connection, office, other.draft_id, content=b"x", name="x.txt")

    _at_once(prepared_url, puts, removes)
    await office.database.transaction(lambda connection: files.sweep(connection, now=office.clock.now()))
    (file,) = await rows(office, tables.files)
    assert file["until_at"] is None


def _of(card: dict[str, object]) -> sa.Update:
    return deliveries.update().where(deliveries.c.id == card["id"])


def _taken_out(connection: Connection, office: Office, cast: Cast, about: int) -> None:
    found = publications.publication(connection, about)
    assert found is not None
    take_out(connection, office, cast.caller("Lan"), found, because="Ghi nhầm ngày họp")
