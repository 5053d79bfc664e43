"""Who comes later gets what is in force, once, with time to read it."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.access import Door
from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.listing import mine
from bot.audience import Audience, AudienceKind
from bot.chasing.asking_again import remind_now
from bot.chasing.reminding import remind_due
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.adding import NewPerson, add_person
from bot.organisation.callers import caller_of
from bot.organisation.enrolling import enrol
from bot.organisation.membership.arriving import arrive
from bot.publication.member.cards import card
from bot.reports.progress import progress
from storage import tables
from storage.database import Connection
from storage.states import DeliveryState, MemberKind, ObligationState, Origin, PublicationState, Purpose
from tests.acknowledgement.story import change, obligation, owed, published, rows
from tests.cast import BRANCH_1, BRANCH_2, START, Cast, clock_of
from tests.membership.story import induction, moves, told
from tests.organisation.joined import join

FIVE_DAYS = START.replace(month=12, day=1, hour=17)
"""Monday, 23/11, and five working days: Tuesday, 24/11 is a holiday."""
TEN_DAYS = START.replace(month=12, day=8, hour=17)


async def adds(
    office: Office, cast: Cast, *, unit: str = BRANCH_1, kind: MemberKind = MemberKind.OFFICIAL
) -> int:
    person = NewPerson("Tạ Văn Quý", unit=unit, kind=kind)
    return (await add_person(cast.caller("Dũng"), office, person=person)).member_id


async def test_somebody_new_is_asked_of_what_is_in_force_for_them_and_of_nothing_else(
    office: Office, cast: Cast
) -> None:
    everyone = await published(office, cast, number="1")
    other_branch = await published(
        office, cast, number="2", audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_2])
    )
    withdrawn = await published(office, cast, number="3")
    await change(office, tables.publications, withdrawn, state=PublicationState.WITHDRAWN)
    to_know = await published(office, cast, number="4", asks=False, due_at=None)
    member_id = await adds(office, cast)
    asked = {row.publication_id: row for row in await rows(office, tables.obligations, member_id=member_id)}
    assert set(asked) == {everyone}
    assert {other_branch, withdrawn, to_know}.isdisjoint(asked)
    assert (asked[everyone].origin, asked[everyone].state) == (Origin.JOINED_LATER, ObligationState.EXPECTED)
    assert await told(office, thing="obligation", member_id=member_id) == [("", "expected", "joined_later")]


async def test_a_candidate_is_asked_of_nothing(office: Office, cast: Cast) -> None:
    await published(office, cast)
    member_id = await adds(office, cast, kind=MemberKind.CANDIDATE)
    assert await rows(office, tables.obligations, member_id=member_id) == []


@pytest.mark.parametrize(
    ("due_at", "own"),
    [
        (START.replace(day=27, hour=17), FIVE_DAYS),
        (START - timedelta(days=9), FIVE_DAYS),
        (FIVE_DAYS, None),
        (START.replace(month=12, day=31, hour=17), None),
    ],
)
async def test_the_due_date_is_fair_and_never_earlier_than_the_publications(
    office: Office, cast: Cast, due_at: datetime, own: datetime | None
) -> None:
    publication_id = await published(office, cast, due_at=due_at)
    member_id = await adds(office, cast)
    assert (await obligation(office, publication_id, member_id)).due_at == own


async def test_many_at_once_give_ten_working_days(office: Office, cast: Cast) -> None:
    for number in range(6):
        await published(office, cast, number=str(number))
    member_id = await adds(office, cast)
    assert {row.due_at for row in await rows(office, tables.obligations, member_id=member_id)} == {TEN_DAYS}


async def test_who_joins_on_the_day_of_publication_is_asked_once(office: Office, cast: Cast) -> None:
    member_id = await adds(office, cast)
    publication_id = await published(office, cast)
    await moves_there_and_back(office, cast)
    asked = await rows(office, tables.obligations, member_id=member_id)
    assert [(row.publication_id, row.origin) for row in asked] == [(publication_id, Origin.PUBLISHED)]


async def moves_there_and_back(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> int:
        members = connection.execute(sa.select(tables.members.c.id, tables.members.c.unit_id)).all()
        return arrive(connection, office, cast.caller("Dũng"), units={row.id: row.unit_id for row in members})

    assert await office.database.transaction(body) == 0, "everybody was asked before"


async def test_up_to_three_come_as_cards(office: Office, cast: Cast) -> None:
    unit = Audience(AudienceKind.UNIT, cast.units[BRANCH_2])
    numbers = [await published(office, cast, number=str(number), audience=unit) for number in range(3)]
    await moves(office, cast, "Bình", BRANCH_2)
    cards = await rows(office, tables.deliveries, member_id=cast["Bình"], purpose=Purpose.CARD)
    assert [row.publication_id for row in cards] == numbers
    assert await owed(office, Purpose.INDUCTION) == []


async def test_more_come_as_one_message_that_opens_each(office: Office, cast: Cast) -> None:
    unit = Audience(AudienceKind.UNIT, cast.units[BRANCH_2])
    numbers = [await published(office, cast, number=str(number), audience=unit) for number in range(4)]
    await moves(office, cast, "Bình", BRANCH_2)
    assert await rows(office, tables.deliveries, member_id=cast["Bình"], purpose=Purpose.CARD) == []
    said, opens = await induction(office, cast, "Bình")
    assert opens == numbers
    assert said.splitlines()[:3] == [
        "VĂN BẢN CÒN HIỆU LỰC · cần xác nhận",
        "Những văn bản này đang có hiệu lực. Kính đề nghị đồng chí Bình mở lần lượt 4 văn bản:",
        "1. Số 0 – hạn 17:00 thứ Ba, 01/12",
    ]
    await acknowledge(cast.caller("Bình"), office, publication_id=numbers[0])
    _, opens = await induction(office, cast, "Bình")
    assert opens == numbers[1:]


async def test_who_has_no_phone_is_asked_and_gets_one_message_when_they_join(
    office: Office, cast: Cast
) -> None:
    for number in range(4):
        await published(office, cast, number=str(number))
    assert await rows(office, tables.deliveries, member_id=cast["Tâm"]) == []
    await join(office, cast, given="Tâm")
    queued = await rows(office, tables.deliveries, member_id=cast["Tâm"])
    assert [row.purpose for row in queued] == [Purpose.INDUCTION]
    _, opens = await induction(office, cast, "Tâm")
    assert len(opens) == 4


async def test_what_the_message_listed_does_not_come_again_as_cards(office: Office, cast: Cast) -> None:
    for number in range(4):
        await published(office, cast, number=str(number))
    await join(office, cast, given="Tâm", chat_id="first")
    await join(office, cast, given="Tâm", chat_id="second")
    queued = await rows(office, tables.deliveries, member_id=cast["Tâm"])
    # The first conversation is told of the second one.
    assert [row.purpose for row in queued] == [Purpose.INDUCTION, Purpose.REPLY]


async def test_the_own_due_date_stands_on_the_card_and_in_the_list(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    await join_new(office, cast)
    caller = await caller_of(office, connection_id=cast.connection_id, chat_id="quy", door=Door.WEB)
    (item,) = (await mine(caller, office)).open
    assert item.due_at == FIVE_DAYS
    shown = await office.database.read(
        lambda connection: card(
            connection, office, publication_id=publication_id, member_id=caller.member_id or 0
        )
    )
    assert "⏰ Hạn: 17:00 thứ Ba, 01/12/2026" in visible_text(shown)
    theirs = await office.database.read(
        lambda connection: card(connection, office, publication_id=publication_id, member_id=cast["Bình"])
    )
    assert "⏰ Hạn: 17:00 thứ Sáu, 27/11/2026" in visible_text(theirs)


async def join_new(office: Office, cast: Cast) -> int:
    """Quý comes onto the roster and can be written to; the cards have arrived."""
    member_id = await adds(office, cast)
    row = {
        "connection_id": cast.connection_id,
        "chat_id": "quy",
        "is_group": False,
        "member_id": member_id,
        "state": "active",
        "preference": 0,
        "created_at": START,
    }
    await office.database.transaction(
        lambda connection: connection.execute(tables.addresses.insert().values(row)).close()
    )
    return member_id


async def test_reminders_keep_to_the_own_due_date(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    member_id = await join_new(office, cast)
    # Thursday, 26/11: the publication is due the next day, but not for who came later.
    clock_of(office).set(START.replace(day=26))
    await remind_due(office)
    assert (await obligation(office, publication_id, member_id)).reminders == 0
    assert (await obligation(office, publication_id, cast["Bình"])).reminders == 1
    # The publication's own date is over.
    clock_of(office).set(START.replace(day=30))
    assert await remind_due(office) == 1
    assert (await obligation(office, publication_id, member_id)).reminders == 1
    assert await remind_due(office) == 0
    (reminder,) = [one for one in await owed(office, Purpose.REMINDER) if one.member_id == member_id]
    assert reminder.expires_at is not None
    assert reminder.expires_at > START.replace(day=30)


async def test_who_got_the_one_message_counts_as_reached(office: Office, cast: Cast) -> None:
    unit = Audience(AudienceKind.UNIT, cast.units[BRANCH_2])
    numbers = [await published(office, cast, number=str(number), audience=unit) for number in range(4)]
    await moves(office, cast, "Bình", BRANCH_2)
    table = tables.deliveries
    await office.database.transaction(
        lambda connection: connection.execute(
            table.update().where(table.c.purpose == Purpose.INDUCTION).values(state=DeliveryState.SENT)
        ).close()
    )
    reminded = await remind_now(cast.caller("Sơn"), office, publication_id=numbers[0])
    # Yến, Thu and Bình; Tâm has no phone, and Sơn is asked too.
    assert reminded.reminded == 4
    assert reminded.no_way == 1


async def test_a_whole_roster_is_asked_by_a_handful_of_statements(office: Office, cast: Cast) -> None:
    many = 600
    for number in range(5):
        await published(office, cast, number=str(number))
    statements: list[str] = []

    def count(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    def body(connection: Connection) -> int:
        caller = cast.caller("Dũng")
        units = {
            enrol(connection, office, caller, full_name=f"Người {number}", unit_id=cast.units[BRANCH_2]): (
                cast.units[BRANCH_2]
            )
            for number in range(many)
        }
        sa.event.listen(connection, "before_cursor_execute", count)
        try:
            return arrive(connection, office, caller, units=units)
        finally:
            sa.event.remove(connection, "before_cursor_execute", count)

    assert await office.database.transaction(body) == 5 * many
    assert len(statements) < 20


async def test_a_leader_sees_that_some_have_a_date_of_their_own(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    before = visible_text(await progress(cast.caller("Hòa"), office, publication_id=publication_id))
    assert "Hạn riêng" not in before
    await adds(office, cast)
    after = visible_text(await progress(cast.caller("Hòa"), office, publication_id=publication_id))
    assert "Hạn riêng: 1 người vào sau, muộn nhất 17:00 thứ Ba, 01/12" in after
    elsewhere = visible_text(await progress(cast.caller("Sơn"), office, publication_id=publication_id))
    assert "Hạn riêng" not in elsewhere
