"""What has served its term goes at night, once, in slices; what has not stays."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.privacy import sweeping
from bot.organisation.privacy.sweeping import sweep, sweep_due, sweepable
from bot.settings import Settings
from bot.settings.sections import RetentionSection
from bot.texts.privacy import ERASED_NAME
from storage import files, tables
from storage.database import Connection
from storage.inbox import knocks
from storage.intake import items, sources
from storage.intake.items import NewItem
from storage.privacy.retention import Stored
from storage.rows import insert_row
from storage.states import ImportState, InboxState, ItemState, JoinState
from tests.acknowledgement.story import published
from tests.cast import COMMAND_LINE, START, ZONE, Cast, clock_of, make_office
from tests.privacy.talking import do, rows

OLD = START - timedelta(days=800)
NEW = START - timedelta(days=1)


def _write(connection: Connection, cast: Cast, at: datetime) -> None:
    """One row of each kind, as it was at that moment."""
    _write_traffic(connection, cast, at)
    _write_ways(connection, cast, at)
    _write_words(connection, cast, at)
    _write_item(connection, at)
    files.keep(connection, f"{at}".encode(), media_type="text/plain", now=at, until_at=at)
    left = tables.members.c.id == cast["Phúc" if at == OLD else "Ngọc"]
    connection.execute(tables.members.update().where(left).values(left_at=at))


def _write_traffic(connection: Connection, cast: Cast, at: datetime) -> None:
    binh, mine = cast["Bình"], cast.addresses["Bình" if at == OLD else "Mai"]
    key = f"{at:%Y%m%d}"
    knock = {
        "connection_id": cast.connection_id,
        "update_id": key,
        "conversation": "c",
        "state": InboxState.DONE,
        "body": "",
        "size": 1,
        "refused_because": "",
        "failures": 0,
        "due_at": at,
        "received_at": at,
    }
    knock_id = insert_row(connection, tables.inbox, knock)
    knocks.record(connection, knock_id=knock_id, step="x", outcome="null")
    delivery = {
        "once_key": key,
        "connection_id": cast.connection_id,
        "address_id": mine,
        "member_id": binh,
        "purpose": "reply",
        "lane": "reply",
        "urgency": "normal",
        "repeat": "never",
        "rank": 1,
        "content": "{}",
        "state": "failed",
        "detail": "400",
        "due_at": at,
        "attempt_number": 1,
        "failures": 1,
        "maybe_count": 0,
        "fingerprint": "",
        "created_at": at,
    }
    delivery_id = insert_row(connection, tables.deliveries, delivery)
    attempt = {"delivery_id": delivery_id, "attempt_number": 1, "worker": "w", "started_at": at, "detail": ""}
    connection.execute(tables.attempts.insert().values(attempt))


def _write_ways(connection: Connection, cast: Cast, at: datetime) -> None:
    binh, mine = cast["Bình"], cast.addresses["Bình" if at == OLD else "Mai"]
    key = f"{at:%Y%m%d}"
    said = {"address_id": mine, "content": "{}", "from_member": False, "created_at": at}
    insert_row(connection, tables.web_messages, said)
    waits = {"address_id": mine, "awaited": "question", "subject": 1, "argument": 0, "until_at": at}
    connection.execute(tables.dialogues.insert().values(waits))
    offered = {"address_id": mine, "number": 27, "thing": "message", "thing_id": 1, "buttons": "[]"}
    insert_row(connection, tables.offers, offered | {"offered_at": at})
    invited = {"code_hash": key, "member_id": binh, "created_at": at, "expires_at": at, "short": False}
    invitation_id = insert_row(connection, tables.invitations, invited)
    asked = {"address_id": mine, "state": JoinState.WAITING, "said_name": "x", "said_unit": "", "account": ""}
    insert_row(connection, tables.join_requests, asked | {"made_at": at, "invitation_id": invitation_id})
    term = {"member_id": binh, "made_at": at}
    insert_row(connection, tables.web_links, term | {"expires_at": at})
    insert_row(connection, tables.web_codes, term | {"code_hash": key, "expires_at": at, "wrong_tries": 0})
    page = {"address_id": mine, "token_hash": key, "seen_at": at, "ends_at": at}
    insert_row(connection, tables.web_sessions, term | page)
    shown = {"state": ImportState.SHOWN, "file_name": "ds.xlsx", "fingerprint": key, "difference": "[]"}
    insert_row(connection, tables.roster_imports, shown | {"made_at": at, "until_at": at})


def _write_item(connection: Connection, at: datetime) -> None:
    source: dict[str, Any] = {
        "name": "Cổng",
        "kind": "feed",
        "place": "https://congdoan.example.vn/rss/",
        "selectors": {},
    }
    source |= {"audience": None, "scope": "internal", "every_minutes": 30}
    source_id = sources.add(connection, source, now=at)
    shown = NewItem(f"{at}", ItemState.IMPORTED, link="https://congdoan.example.vn/1", title="Kế hoạch")
    items.note(connection, source_id, [shown], now=at)


def _write_words(connection: Connection, cast: Cast, at: datetime) -> None:
    binh, key = cast["Bình"], f"{at:%Y%m%d}"
    about = connection.execute(sa.select(tables.publications.c.id)).scalar_one()
    looked = {"publication_id": about, "member_id": binh, "through": key, "opened_at": at}
    insert_row(connection, tables.openings, looked)
    unit = {"member_id": binh, "unit_id": cast.units["Chi bộ 1"]}
    wrote = {"state": "answered", "question": "?", "answer": "!", "asked_at": at, "answered_at": at}
    insert_row(connection, tables.questions, unit | {"publication_id": about} | wrote)
    session = {
        "unit_id": cast.units["Chi bộ 1"],
        "state": "announced",
        "revision": 1,
        "title": "",
        "place": "",
    }
    session_id = insert_row(connection, tables.study_sessions, session | {"created_at": at})
    declined = {"session_id": session_id, "answer": "no", "revision": 1, "because": "ốm", "answered_at": at}
    insert_row(connection, tables.invitees, unit | declined)
    who = tables.obligations.c.member_id == cast["An" if at == OLD else "Mai"]
    read = {"read_aloud_at": at, "place": "nhà", "witness": "ai đó"}
    connection.execute(tables.obligations.update().where(who).values(read))
    request = {"member_id": binh, "request": "correct", "state": "refused", "wish": "", "because": "không"}
    insert_row(
        connection,
        tables.data_requests,
        request | {"made_at": at, "acknowledge_by": at, "due_by": at, "done_at": at},
    )


async def old_and_new(office: Office, cast: Cast) -> None:
    await published(office, cast)
    await do(office, lambda connection: _write(connection, cast, OLD))
    await do(office, lambda connection: _write(connection, cast, NEW))


async def test_one_of_each_kind_goes_and_the_young_one_stays(office: Office, cast: Cast) -> None:
    await old_and_new(office, cast)
    # A file's own term is over for both.
    counted = await sweepable(COMMAND_LINE, office)
    assert counted.amounts == {what: 2 if what is Stored.FILES else 1 for what in Stored}
    assert (await sweep(COMMAND_LINE, office)).amounts == counted.amounts
    assert (await sweepable(COMMAND_LINE, office)).amounts == {}
    for table in (
        tables.inbox,
        tables.knock_outcomes,
        tables.attempts,
        tables.web_messages,
        tables.dialogues,
        tables.offers,
    ):
        assert len(await rows(office, table)) == 1, table.name
    for table in (tables.invitations, tables.join_requests, tables.web_sessions, tables.openings):
        assert len(await rows(office, table)) == 1, table.name


async def test_words_go_and_rows_that_are_counted_stay(office: Office, cast: Cast) -> None:
    await old_and_new(office, cast)
    before = len(await rows(office, tables.obligations)), len(await rows(office, tables.deliveries))
    await sweep(COMMAND_LINE, office)
    assert [row["question"] for row in await rows(office, tables.questions)] == ["", "?"]
    assert [row["because"] for row in await rows(office, tables.invitees)] == ["", "ốm"]
    assert [row["because"] for row in await rows(office, tables.data_requests)] == ["", "không"]
    shown = [
        (row["title"], row["link"] != "", row["fingerprint"]) for row in await rows(office, tables.items)
    ]
    assert shown == [("", False, f"{OLD}"), ("Kế hoạch", True, f"{NEW}")]
    imports = [(row["difference"], row["state"]) for row in await rows(office, tables.roster_imports)]
    assert imports == [("", ImportState.DROPPED), ("[]", ImportState.SHOWN)]
    assert (len(await rows(office, tables.obligations)), len(await rows(office, tables.deliveries))) == before
    (phuc,) = await rows(office, tables.members, id=cast["Phúc"])
    (ngoc,) = await rows(office, tables.members, id=cast["Ngọc"])
    assert (phuc["full_name"], ngoc["full_name"]) == (ERASED_NAME, "Cao Thị Ngọc")


async def test_what_still_waits_is_kept_however_old(office: Office, cast: Cast) -> None:
    await old_and_new(office, cast)

    def wait(connection: Connection) -> None:
        connection.execute(tables.inbox.update().values(state=InboxState.WAITING))
        connection.execute(tables.deliveries.update().values(state="maybe"))
        connection.execute(tables.questions.update().values(state="waiting"))

    await do(office, wait)
    kept = {Stored.INBOX, Stored.ATTEMPTS, Stored.MESSAGE_WORDS, Stored.QUESTION_TEXTS}
    assert not kept & set((await sweepable(COMMAND_LINE, office)).amounts)


async def test_history_and_consents_are_never_swept() -> None:
    assert not {"history", "consents"} & {what.value for what in Stored}


@pytest.mark.parametrize("name", RetentionSection.model_fields)
async def test_nought_keeps_for_ever(prepared_url: str, name: str) -> None:
    settings = Settings(retention=RetentionSection(**{name: 0}))
    office = make_office(prepared_url, settings=settings)
    try:
        terms = sweeping._terms(office)
        days: dict[str, Any] = settings.retention.model_dump()
        assert len(terms) == len(Stored) - sum(
            kind is not None for kind, kept in sweeping._days(settings.retention).items() if not kept
        )
        assert list(days.values()).count(0) == 1
    finally:
        await office.database.close()


async def test_once_a_night_at_two_and_missed_nights_are_merged(office: Office, cast: Cast) -> None:
    clock = clock_of(office)
    await sweep_due(office)
    await old_and_new(office, cast)
    assert await sweep_due(office) == 0, "this night's is over"
    clock.set(datetime(2026, 11, 24, 1, 59, tzinfo=ZONE))
    assert await sweep_due(office) == 0
    clock.set(datetime(2026, 11, 24, 2, 0, tzinfo=ZONE))
    assert await sweep_due(office) == len(Stored) + 1
    assert await sweep_due(office) == 0
    clock.forward(days=1200)
    assert await sweep_due(office) > 0
    assert await sweep_due(office) == 0, "a thousand nights are one"
    told = await rows(office, tables.history, thing="sweep")
    assert [row["thing_id"] for row in told] == [20261124, 20300308]
    assert "inbox:1" in told[0]["detail"].split()


async def test_a_night_with_nothing_to_do_leaves_no_line(office: Office, cast: Cast) -> None:
    assert await sweep_due(office) == 0
    assert await rows(office, tables.history) == []


async def test_more_than_a_slice_goes_slice_by_slice(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "_AT_ONCE", 3)

    def fill(connection: Connection) -> None:
        said = {"address_id": cast.addresses["An"], "content": "{}", "from_member": False, "created_at": OLD}
        connection.execute(tables.web_messages.insert(), [said] * 10)

    await do(office, fill)
    assert (await sweep(COMMAND_LINE, office)).amounts == {Stored.WEB_MESSAGES: 10}


@pytest.mark.parametrize("given", ["Bình", "Hòa", "Lan", "Kiên"])
async def test_nobody_but_an_admin_sweeps(office: Office, cast: Cast, given: str) -> None:
    for attempt in (sweep(cast.caller(given), office), sweepable(cast.caller(given), office)):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_ALLOWED
