"""Refusals that nobody can explain: one says nothing of a person, three in a row do."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.channels.contract import Outcome, OutcomeKind
from bot.messages.blocks import to_json
from bot.office import Office
from storage import tables
from storage.database import Connection
from storage.delivery.deliveries import NewDelivery
from storage.rows import insert_row
from storage.states import AddressState, DeliveryState, InboxState, Lane, Purpose, Reason
from tests.cast import Cast, clock_of
from tests.delivery.scripted import ScriptedChannel, drain, owe, say, sender

UNEXPLAINED = Outcome(OutcomeKind.REFUSED, reason=Reason.OTHER, status=400, detail="no")


async def sends(office: Office, cast: Cast, channel: ScriptedChannel, given: str, *answers: Outcome) -> None:
    """As many answers to this person as there are outcomes; the next day begins after each."""
    one = sender(office, cast, channel, paced=False)
    for answer in answers:
        channel.script.append(answer)
        await owe(
            office,
            NewDelivery(
                once_key=f"{given}:{len(channel.sent)}",
                address_id=cast.addresses[given],
                purpose=Purpose.REPLY,
                lane=Lane.REPLY,
                content=to_json(say("Kính chào")),
                due_at=office.clock.machine(),
            ),
        )
        await drain(one)
        clock_of(office).forward(seconds=1)


async def state_of(office: Office, cast: Cast, given: str) -> AddressState:
    def body(connection: Connection) -> AddressState:
        question = sa.select(tables.addresses.c.state).where(tables.addresses.c.id == cast.addresses[given])
        state: AddressState = connection.execute(question).scalar_one()
        return state

    return await office.database.read(body)


SENT = Outcome(OutcomeKind.SENT, message_id="7")


async def test_three_in_a_row_while_others_are_served_close_the_address(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    await sends(office, cast, channel, "Bình", UNEXPLAINED, UNEXPLAINED)
    await sends(office, cast, channel, "Mai", SENT)
    assert await state_of(office, cast, "Bình") is AddressState.ACTIVE
    await sends(office, cast, channel, "Bình", UNEXPLAINED)
    assert await state_of(office, cast, "Bình") is AddressState.BLOCKED


async def test_one_that_arrived_in_between_begins_the_count_anew(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    await sends(office, cast, channel, "Bình", UNEXPLAINED, UNEXPLAINED, SENT, UNEXPLAINED)
    await sends(office, cast, channel, "Mai", SENT)
    await sends(office, cast, channel, "Bình", UNEXPLAINED)
    assert await state_of(office, cast, "Bình") is AddressState.ACTIVE


async def test_where_nobody_is_served_it_is_not_the_person(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    await sends(office, cast, channel, "Bình", *[UNEXPLAINED] * 5)
    assert await state_of(office, cast, "Bình") is AddressState.ACTIVE


@pytest.mark.parametrize(
    ("update_id", "conversation", "in_group", "state"),
    [
        ("u1", "chat-Bình", False, AddressState.ACTIVE),
        ("u1", "group:chat-Bình", True, AddressState.ACTIVE),
        ("-7", "chat-Bình", True, AddressState.ACTIVE),
        ("u1", "group:chat-Bình", False, AddressState.BLOCKED),
        ("u1", "chat-Mai", False, AddressState.BLOCKED),
        # Refused on the personal page: it came from no messenger.
        ("page:c0ffee", "chat-Bình", False, AddressState.BLOCKED),
    ],
)
async def test_only_where_somebody_wrote_in_the_meantime_it_can_be_written_to(
    office: Office, cast: Cast, update_id: str, conversation: str, in_group: bool, state: AddressState
) -> None:
    channel = ScriptedChannel()

    def is_group(connection: Connection) -> None:
        address = tables.addresses.c.id == cast.addresses["Bình"]
        connection.execute(tables.addresses.update().where(address).values(is_group=in_group))

    await office.database.transaction(is_group)
    await sends(office, cast, channel, "Bình", UNEXPLAINED, UNEXPLAINED)
    await sends(office, cast, channel, "Mai", SENT)

    def writes(connection: Connection) -> None:
        knock = {
            "connection_id": cast.connection_id,
            "update_id": update_id,
            "conversation": conversation,
            "state": InboxState.DONE,
            "body": "",
            "size": 0,
            "refused_because": "",
            "failures": 0,
            "due_at": office.clock.machine(),
            "received_at": office.clock.machine(),
        }
        insert_row(connection, tables.inbox, knock)

    await office.database.transaction(writes)
    await sends(office, cast, channel, "Bình", UNEXPLAINED)
    assert await state_of(office, cast, "Bình") is state


@pytest.mark.parametrize("reason", [Reason.CONTENT, Reason.MESSAGE_GONE])
async def test_a_refusal_that_is_known_says_nothing_of_the_person(
    office: Office, cast: Cast, reason: Reason
) -> None:
    channel = ScriptedChannel()
    known = Outcome(OutcomeKind.REFUSED, reason=reason, status=400, detail="no")
    await sends(office, cast, channel, "Bình", known, known)
    await sends(office, cast, channel, "Mai", SENT)
    await sends(office, cast, channel, "Bình", known, known)
    assert await state_of(office, cast, "Bình") is AddressState.ACTIVE


PERSONAL = Outcome(
    OutcomeKind.MAYBE,
    reason=Reason.PLATFORM_FAULT,
    status=403,
    detail="403 Internal server error",
    may_be_personal=True,
)


async def states(office: Office, cast: Cast, given: str) -> list[DeliveryState]:
    def body(connection: Connection) -> list[DeliveryState]:
        table = tables.deliveries
        question = sa.select(table.c.state).where(table.c.address_id == cast.addresses[given])
        return list(connection.execute(question.order_by(table.c.id)).scalars())

    return await office.database.read(body)


async def test_what_may_be_said_of_one_person_closes_the_address_when_it_is_said_of_that_one_alone(
    office: Office, cast: Cast
) -> None:
    channel = ScriptedChannel()
    await sends(office, cast, channel, "Bình", PERSONAL)
    await sends(office, cast, channel, "Mai", SENT)
    await sends(office, cast, channel, "Bình", PERSONAL)
    await sends(office, cast, channel, "Mai", SENT)
    assert await state_of(office, cast, "Bình") is AddressState.ACTIVE
    await sends(office, cast, channel, "Bình", PERSONAL)
    assert await state_of(office, cast, "Bình") is AddressState.BLOCKED
    assert (await states(office, cast, "Bình"))[-1] is DeliveryState.UNREACHABLE
    assert await state_of(office, cast, "Mai") is AddressState.ACTIVE
    assert set(await states(office, cast, "Mai")) == {DeliveryState.SENT}


async def test_a_fault_of_the_platform_itself_says_nothing_of_a_person_however_often(
    office: Office, cast: Cast
) -> None:
    channel = ScriptedChannel()
    for _ in range(4):
        fault = replace(PERSONAL, status=500, detail="500 Internal server error", may_be_personal=False)
        await sends(office, cast, channel, "Bình", fault)
        # Until then the whole connection rests.
        clock_of(office).forward(minutes=1)
        await sends(office, cast, channel, "Mai", SENT)
    assert await state_of(office, cast, "Bình") is AddressState.ACTIVE
