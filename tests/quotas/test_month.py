"""A month of messages: reserved, given back, compulsory first; another way or a later day for the rest."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

from bot.channels.contract import Outcome, OutcomeKind
from bot.delivery.quota import MOST_TO_A_STRANGER
from bot.delivery.quotas.purposes import FATES, FIRST, Part
from bot.delivery.quotas.releasing import release_held
from bot.delivery.rescuing import sweep
from bot.delivery.settling import settle
from bot.delivery.taking import Room, take
from bot.messages.blocks import to_json
from bot.office import Office
from bot.settings import Settings
from storage import tables
from storage.channels import usages
from storage.database import Connection
from storage.delivery import kept_back
from storage.rows import insert_row
from storage.states import DeliveryState, Lane, Purpose, Reason, Repeat, Urgency
from tests.cast import START, ZONE, Cast, add_address, clock_of
from tests.delivery.scripted import TABLE, drain, say
from tests.publication.steps import published
from tests.quotas.bots import MONTH, ORDINARY, QUOTA, Bots, limited


async def test_each_message_costs_one_and_an_ordinary_one_leaves_what_is_kept(bots: Bots) -> None:
    await bots.owes(*(f"news:{number}" for number in range(12)), **ORDINARY)

    assert len(await bots.sends()) == 8
    assert (await bots.used()).outgoing == 8

    states = [(row.state, row.reason) for row in await bots.rows()]
    assert states == [(DeliveryState.SENT, None)] * 8 + [(DeliveryState.QUEUED, Reason.QUOTA)] * 4


async def test_compulsory_ones_use_what_is_kept_and_no_more(bots: Bots) -> None:
    await bots.has_used(8)
    await bots.owes("card:1", "card:2", "card:3")

    assert len(await bots.sends()) == 2
    assert (await bots.used()).outgoing == 10
    assert [row.state for row in await bots.rows()][2] is DeliveryState.QUEUED


async def test_an_ordinary_one_leaves_room_for_the_compulsory_ones_in_the_queue(bots: Bots) -> None:
    await bots.has_used(4)
    later = bots.office.clock.machine() + timedelta(hours=1)
    await bots.owes("news", **ORDINARY)
    await bots.owes(*(f"card:{number}" for number in range(6)), due_at=later)

    assert await bots.sends() == []
    assert (await bots.rows())[0].reason is Reason.QUOTA


async def test_compulsory_ones_of_the_next_month_take_no_room_of_this_one(bots: Bots) -> None:
    await bots.has_used(4)
    next_month = bots.office.clock.machine() + timedelta(days=20)
    await bots.owes(*(f"card:{number}" for number in range(6)), due_at=next_month)
    await bots.owes("news", **ORDINARY)

    assert await bots.sends() == ["zalo-Bình"]


async def test_what_has_no_other_way_waits_for_the_first_working_moment_of_the_next_month(bots: Bots) -> None:
    await bots.has_used(10)
    await bots.owes("card")

    assert await bots.sends() == []
    (row,) = await bots.rows()
    assert (row.state, row.reason) == (DeliveryState.QUEUED, Reason.QUOTA)
    assert row.due_at == datetime(2026, 12, 1, 7, 0, tzinfo=ZONE)

    clock_of(bots.office).set(datetime(2026, 12, 1, 7, 0, tzinfo=ZONE))
    assert await bots.sends() == ["zalo-Bình"]
    assert (await bots.used(month="2026-12")).outgoing == 1


async def test_the_members_next_address_on_another_connection_gets_it(bots: Bots, office: Office) -> None:
    def body(connection: Connection) -> int:
        return add_address(
            connection, bots.ids["second"], chat_id="zalo-2", member_id=bots.cast["Bình"], preference=1
        )

    address_id = await office.database.transaction(body)
    await bots.has_used(10)
    await bots.owes("card")

    assert await bots.sends() == []
    first, copy = await bots.rows()
    assert (first.state, first.reason) == (DeliveryState.SKIPPED, Reason.QUOTA)
    assert (copy.once_key, copy.repeat) == (f"card:a{address_id}", Repeat.ONCE)
    assert await bots.sends("second") == ["zalo-2"]


async def test_it_does_not_go_to_and_fro_between_two_that_are_used_up(bots: Bots, office: Office) -> None:
    def body(connection: Connection) -> int:
        return add_address(
            connection, bots.ids["second"], chat_id="zalo-2", member_id=bots.cast["Bình"], preference=1
        )

    await office.database.transaction(body)
    await bots.has_used(10)
    await bots.owes("card")
    await bots.sends()
    await bots.has_used(10, "second")
    await bots.has_used(0)

    assert await bots.sends("second") == []
    assert await bots.sends() == []
    assert [row.once_key.count(":a") for row in await bots.rows()] == [0, 1]
    assert (await bots.rows())[1].reason is Reason.QUOTA


async def test_an_address_of_somebody_else_gets_nothing(bots: Bots) -> None:
    await bots.has_used(10)
    await bots.owes("card", given="Mai")

    await bots.sends()

    assert len(await bots.rows()) == 1


@pytest.mark.parametrize(
    "purpose",
    [Purpose.REMINDER, Purpose.PROGRESS, Purpose.SESSION_REMINDER, Purpose.HINT, Purpose.DRAFT_NEWS],
)
async def test_what_is_worthless_by_the_next_month_is_skipped(bots: Bots, purpose: Purpose) -> None:
    await bots.has_used(9)
    await bots.owes("x", purpose=purpose, urgency=Urgency.IMMEDIATE)

    assert await bots.sends() == []
    (row,) = await bots.rows()
    assert (row.state, row.reason) == (DeliveryState.SKIPPED, Reason.QUOTA)


async def test_what_expires_before_the_next_month_is_skipped_and_not_held(bots: Bots) -> None:
    await bots.has_used(10)
    await bots.owes("invitation", purpose=Purpose.INVITATION, expires_at=START + timedelta(days=3))

    await bots.sends()

    assert (await bots.rows())[0].state is DeliveryState.SKIPPED


async def test_a_receipt_uses_what_is_kept_but_not_the_very_last_message(bots: Bots) -> None:
    await bots.has_used(8)
    answer = {"purpose": Purpose.REPLY, "lane": Lane.REPLY, "content": to_json(say("Đây"))}
    await bots.owes("knock:1:1", repeat=Repeat.NEVER, **answer)
    await bots.owes("knock:2:1", repeat=Repeat.ONCE, given="Mai", **answer)

    def parts(connection: Connection) -> list[int]:
        return [kept_back.part_of(connection, row.id, FIRST) for row in rows]

    rows = await bots.rows()
    assert await bots.office.database.read(parts) == [Part.COMPULSORY, Part.ANSWER]
    assert await bots.sends() == ["zalo-Bình", "zalo-Mai"]


async def test_a_question_waits_for_no_other_month(bots: Bots) -> None:
    await bots.has_used(8)
    await bots.owes("question", purpose=Purpose.QUESTION)

    assert await bots.sends() == ["zalo-Bình"]


async def test_a_receipt_goes_while_there_is_enough(bots: Bots) -> None:
    await bots.owes("knock:1:1", purpose=Purpose.REPLY, lane=Lane.REPLY, repeat=Repeat.NEVER)

    assert await bots.sends() == ["zalo-Bình"]


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(OutcomeKind.NOT_SENT, reason=Reason.NOT_CONNECTED),
        Outcome(OutcomeKind.NOT_SENT, reason=Reason.TOO_FAST, retry_after=timedelta(hours=3)),
        Outcome(OutcomeKind.REFUSED, reason=Reason.CONTENT),
        Outcome(OutcomeKind.UNREACHABLE, reason=Reason.BLOCKED),
        Outcome(OutcomeKind.STOPPED, reason=Reason.TOKEN),
    ],
)
async def test_what_was_certainly_not_accepted_is_given_back(bots: Bots, outcome: Outcome) -> None:
    bots.channel.script.append(outcome)
    await bots.owes("card")

    await drain(bots.sender())

    assert (await bots.used()).outgoing == 0


async def test_what_may_have_arrived_counts_and_so_does_its_copy(bots: Bots) -> None:
    bots.channel.script.append(Outcome(OutcomeKind.MAYBE, reason=Reason.CUT_OFF))
    await bots.owes("card")

    await drain(bots.sender())
    assert (await bots.used()).outgoing == 1

    clock_of(bots.office).forward(minutes=5)
    await sweep(bots.office)
    await bots.sends()
    assert (await bots.used()).outgoing == 2


async def test_what_is_not_needed_any_more_costs_nothing(bots: Bots) -> None:
    def body(connection: Connection) -> None:
        connection.execute(tables.addresses.update().values(member_id=bots.cast["Mai"]))

    await bots.owes("card")
    await bots.office.database.transaction(body)

    assert await bots.sends() == []
    assert (await bots.used()).outgoing == 0


async def test_it_is_given_back_in_the_month_in_which_it_was_counted(bots: Bots) -> None:
    clock_of(bots.office).set(datetime(2026, 11, 30, 16, 59, 59, tzinfo=ZONE))
    await bots.owes("card", urgency=Urgency.IMMEDIATE)
    one = bots.sender()

    def taking(connection: Connection) -> Any:
        return take(connection, bots.office, one.wire, TABLE, room=Room(8, 8))

    (ready,) = (await bots.office.database.transaction(taking)).ready
    assert (await bots.used()).outgoing == 1
    clock_of(bots.office).forward(days=1)
    outcome = Outcome(OutcomeKind.NOT_SENT, reason=Reason.NOT_CONNECTED)
    await bots.office.database.transaction(partial(settle, office=bots.office, ready=ready, outcome=outcome))

    assert (await bots.used()).outgoing == 0
    assert (await bots.used(month="2026-12")).outgoing == 0


async def test_a_month_that_the_platform_calls_used_up_is_not_tried_again(bots: Bots) -> None:
    bots.channel.script.append(QUOTA)
    await bots.owes("card:1", "card:2")

    assert len(await bots.sends()) <= 2
    tried = len(bots.channel.sent)
    clock_of(bots.office).forward(hours=3)
    await bots.sends()

    assert len(bots.channel.sent) == tried
    used = await bots.used()
    assert used.spent_at is not None
    rows = await bots.rows()
    assert rows[0].due_at == datetime(2026, 12, 1, 7, 0, tzinfo=ZONE)
    assert rows[0].reason is Reason.QUOTA


async def test_a_429_for_going_too_fast_leaves_the_month_alone(bots: Bots) -> None:
    wait = timedelta(seconds=5)
    bots.channel.script.append(
        Outcome(OutcomeKind.NOT_SENT, reason=Reason.TOO_FAST, retry_after=wait, whole_connection=True)
    )
    await bots.owes("card:1")
    await bots.sends()
    clock_of(bots.office).forward(minutes=2)
    await bots.sends()

    assert (await bots.used()).spent_at is None
    assert (await bots.rows())[0].state is DeliveryState.SENT


async def test_even_an_unlimited_connection_rests_when_its_platform_says_so(bots: Bots) -> None:
    office = replace(bots.office, settings=limited(messages_a_month=0))
    free = Bots(office, bots.cast, bots.ids, bots.addresses)
    free.channel.script.append(QUOTA)
    await free.owes("card:1")
    await free.sends()
    clock_of(office).forward(hours=3)
    await free.sends()

    assert len(free.channel.sent) == 1
    assert (await free.used()).outgoing == 0


async def test_without_limits_nothing_is_counted(bots: Bots, office: Office, cast: Cast) -> None:
    free = Bots(replace(office, settings=Settings()), cast, bots.ids, bots.addresses)
    await free.owes(*(f"card:{number}" for number in range(12)))

    assert len(await free.sends()) == 12
    assert (await free.used()).outgoing == 0


async def test_an_edit_costs_no_message(bots: Bots) -> None:
    await bots.has_used(10)
    await bots.owes("progress", purpose=Purpose.PROGRESS, message_id="77")

    await bots.sends()

    assert len(bots.channel.edited) == 1
    assert (await bots.used()).outgoing == 10


async def test_messages_that_came_in_count_where_the_platform_counts_them(bots: Bots) -> None:
    def came(connection: Connection) -> None:
        usages.count_incoming(connection, bots.ids["main"], MONTH, amount=9)

    await bots.office.database.transaction(came)
    await bots.owes("card:1", "card:2")
    assert len(await bots.sends()) == 2

    counting = Bots(
        replace(bots.office, settings=limited(messages_a_month=10, counts_incoming=True)),
        bots.cast,
        bots.ids,
        bots.addresses,
    )
    await counting.owes("card:3")
    assert await counting.sends() == []


async def test_what_was_held_goes_when_the_office_has_bought_more(bots: Bots) -> None:
    await bots.has_used(10)
    await bots.owes("card:1", "card:2")
    await bots.owes("news:1", "news:2", **ORDINARY)
    await bots.sends()
    assert await release_held(bots.office) == 0

    more = replace(bots.office, settings=limited(messages_a_month=14, kept_for_compulsory=0))
    assert await release_held(more) == 4
    richer = Bots(more, bots.cast, bots.ids, bots.addresses)
    assert len(await richer.sends()) == 4
    assert await release_held(more) == 0


async def test_what_is_let_go_again_is_no_more_than_there_is_room_for(bots: Bots) -> None:
    await bots.has_used(10)
    await bots.owes("card:1", "card:2")
    await bots.owes("news:1", "news:2", **ORDINARY)
    await bots.sends()

    more = replace(bots.office, settings=limited(messages_a_month=13, kept_for_compulsory=0))
    assert await release_held(more) == 3
    richer = Bots(more, bots.cast, bots.ids, bots.addresses)
    assert len(await richer.sends()) == 3
    waiting = [row.once_key for row in await bots.rows() if row.state is DeliveryState.QUEUED]
    assert waiting == ["news:2"]


async def test_a_stranger_cannot_use_the_month_up(bots: Bots, office: Office) -> None:
    generous = Bots(
        replace(office, settings=limited(messages_a_month=3000)), bots.cast, bots.ids, bots.addresses
    )

    def stranger(connection: Connection) -> int:
        return add_address(connection, bots.ids["main"], chat_id="stranger", member_id=None)

    generous.addresses["stranger"] = await office.database.transaction(stranger)
    answer = {"purpose": Purpose.REPLY, "lane": Lane.REPLY, "given": "stranger"}
    keys = [f"knock:{number}:1" for number in range(MOST_TO_A_STRANGER + 5)]
    for key in keys:
        await generous.owes(key, **answer)
        await generous.sends()

    assert (await generous.used()).outgoing == MOST_TO_A_STRANGER
    clock_of(office).forward(days=1)
    await generous.owes("knock:tomorrow:1", **answer)
    assert await generous.sends() == ["stranger"]


async def test_a_member_is_answered_as_often_as_they_ask(bots: Bots, office: Office) -> None:
    generous = Bots(
        replace(office, settings=limited(messages_a_month=3000)), bots.cast, bots.ids, bots.addresses
    )
    keys = [f"knock:{number}:1" for number in range(MOST_TO_A_STRANGER + 5)]
    await generous.owes(*keys, purpose=Purpose.REPLY, lane=Lane.REPLY)

    assert len(await generous.sends()) == len(keys)


async def test_of_several_workers_that_reach_for_the_last_messages_no_more_are_sent(bots: Bots) -> None:
    await bots.has_used(7)
    await bots.owes(*(f"card:{number}" for number in range(12)))
    clock_of(bots.office).forward(seconds=5)

    await asyncio.gather(*(drain(bots.sender()) for _ in range(4)))
    await bots.sends()

    assert len(bots.channel.sent) == 3
    assert (await bots.used()).outgoing == 10


async def test_with_several_workers_and_any_outcome_the_count_is_what_may_have_been_accepted(
    bots: Bots, office: Office
) -> None:
    roomy = Bots(
        replace(office, settings=limited(messages_a_month=1000)), bots.cast, bots.ids, bots.addresses
    )
    outcomes = [
        Outcome(OutcomeKind.NOT_SENT, reason=Reason.NOT_CONNECTED),
        Outcome(OutcomeKind.MAYBE, reason=Reason.CUT_OFF),
        Outcome(OutcomeKind.REFUSED, reason=Reason.CONTENT, detail="too odd"),
        Outcome(OutcomeKind.SENT, message_id="1"),
    ]
    roomy.channel.script.extend(outcomes * 4)
    urgent = {"repeat": Repeat.NEVER, "urgency": Urgency.URGENT}
    await roomy.owes(*(f"news:{number}" for number in range(18)), **ORDINARY, **urgent)

    while any(row.state is DeliveryState.QUEUED for row in await roomy.rows()):
        await asyncio.gather(*(drain(roomy.sender()) for _ in range(3)))
        clock_of(office).forward(minutes=6)

    def accepted(connection: Connection) -> int:
        question = sa.select(sa.func.count()).where(tables.attempts.c.outcome.in_(("sent", "maybe")))
        return int(connection.execute(question).scalar_one())

    assert (await roomy.used()).outgoing == await office.database.read(accepted)


async def test_what_a_skipped_digest_had_taken_along_waits_for_the_next(bots: Bots, office: Office) -> None:
    await bots.has_used(9)
    publication_id = await published(office, bots.cast)
    await bots.owes("digest", purpose=Purpose.DIGEST, subject=20261123)

    def gathered(connection: Connection) -> None:
        delivery_id = connection.execute(
            sa.select(tables.deliveries.c.id).where(tables.deliveries.c.once_key == "digest")
        ).scalar_one()
        insert_row(
            connection,
            tables.digest_items,
            {
                "member_id": bots.cast["Bình"],
                "publication_id": publication_id,
                "waits_since": START,
                "due_on": START.date(),
                "delivery_id": delivery_id,
            },
        )

    def waiting(connection: Connection) -> list[int | None]:
        return list(connection.execute(sa.select(tables.digest_items.c.delivery_id)).scalars())

    await office.database.transaction(gathered)
    await bots.sends()

    assert await office.database.read(waiting) == [None]


def test_every_purpose_has_its_fate() -> None:
    assert set(FATES) == set(Purpose)


async def test_a_group_card_is_held_and_goes_to_nobody_else(bots: Bots, office: Office) -> None:
    def group(connection: Connection) -> int:
        return insert_row(
            connection,
            tables.addresses,
            {
                "connection_id": bots.ids["main"],
                "chat_id": "group",
                "is_group": True,
                "state": "active",
                "preference": 0,
                "created_at": START,
            },
        )

    bots.addresses["group"] = await office.database.transaction(group)
    await bots.has_used(10)
    await bots.owes("group", given="group", purpose=Purpose.GROUP_CARD)

    assert await bots.sends() == []
    assert (await bots.rows())[0].reason is Reason.QUOTA


async def test_how_far_into_the_end_of_a_month_each_may_reach(bots: Bots) -> None:
    asking, telling = {"purpose": Purpose.CARD}, {"purpose": Purpose.CARD, "repeat": Repeat.NEVER}
    cases: list[tuple[Part, dict[str, Any]]] = [
        (Part.ORDINARY, ORDINARY),
        (Part.COMPULSORY, asking),
        (Part.ORDINARY, telling | {"version": 1}),
        (Part.COMPULSORY, telling | {"version": 2}),
        (Part.COMPULSORY, ORDINARY | {"urgency": Urgency.URGENT}),
        (Part.COMPULSORY, {"purpose": Purpose.PUBLICATION_CHANGE, "repeat": Repeat.NEVER}),
        (Part.COMPULSORY, {"purpose": Purpose.SESSION_CHANGE}),
        (Part.ORDINARY, {"purpose": Purpose.REMINDER, "urgency": Urgency.URGENT}),
        (Part.COMPULSORY, {"purpose": Purpose.REMINDER, "rank": 0}),
        (Part.ORDINARY, {"purpose": Purpose.PROGRESS, "rank": 0}),
        (Part.ANSWER, {"purpose": Purpose.REPLY, "lane": Lane.REPLY}),
        (Part.COMPULSORY, {"purpose": Purpose.REPLY, "lane": Lane.REPLY, "repeat": Repeat.NEVER}),
        (Part.ANSWER, {"purpose": Purpose.APPROVAL}),
        (Part.ANSWER, {"purpose": Purpose.QUOTA_NEWS}),
        (Part.ANSWER, ORDINARY | {"after": "0", "content": "{}"}),
        (Part.ORDINARY, ORDINARY | {"after": "0"}),
    ]
    for number, (_, fields) in enumerate(cases):
        await bots.owes(str(number), **fields)

    def parts(connection: Connection) -> list[int]:
        ids = connection.execute(sa.select(tables.deliveries.c.id).order_by(tables.deliveries.c.id)).scalars()
        return [kept_back.part_of(connection, number, FIRST) for number in ids]

    assert await bots.office.database.transaction(parts) == [part for part, _ in cases]
