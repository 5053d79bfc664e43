"""A conversation closed by its person, and opened again."""

from bot.office import Office
from bot.organisation.addresses.reachability import address_changed
from storage import tables
from storage.database import Connection
from storage.organisation import people
from storage.states import AddressState, DeliveryState
from tests.cast import Cast
from tests.organisation.joined import do, join, publish, rows


async def test_who_blocks_cannot_be_written_to_and_history_says_when(office: Office, cast: Cast) -> None:
    await address_changed(office, cast.connection_id, "chat-Bình", blocked=True)

    def first(connection: Connection) -> int | None:
        return people.first_address(connection, cast["Bình"])

    assert await office.database.read(first) is None
    (line,) = await rows(office, tables.history, thing="address")
    assert (line["from_state"], line["to_state"], line["member_id"], line["door"]) == (
        "active",
        "blocked",
        cast["Bình"],
        "web",
    )


async def test_hearing_it_twice_changes_nothing(office: Office, cast: Cast) -> None:
    for _ in range(2):
        await address_changed(office, cast.connection_id, "chat-Bình", blocked=True)
    await address_changed(office, cast.connection_id, "chat-Mai", blocked=False)
    assert len(await rows(office, tables.history, thing="address")) == 1


async def test_a_conversation_nobody_knows_is_not_noted(office: Office, cast: Cast) -> None:
    before = await rows(office, tables.addresses)
    await address_changed(office, cast.connection_id, "unknown", blocked=True)
    assert await rows(office, tables.addresses) == before


async def test_who_opens_again_gets_what_could_not_arrive(office: Office, cast: Cast) -> None:
    def one(connection: Connection) -> int:
        return publish(connection, cast, "Tâm")

    await do(office, one)
    await join(office, cast)

    def fails(connection: Connection) -> None:
        connection.execute(tables.deliveries.update().values(state=DeliveryState.UNREACHABLE))

    await do(office, fails)
    await address_changed(office, cast.connection_id, "new-phone", blocked=True)
    assert len(await rows(office, tables.deliveries)) == 1
    await address_changed(office, cast.connection_id, "new-phone", blocked=False)
    states = [row["state"] for row in await rows(office, tables.deliveries)]
    assert states == [DeliveryState.UNREACHABLE, DeliveryState.QUEUED]
    (address,) = await rows(office, tables.addresses, chat_id="new-phone")
    assert address["state"] is AddressState.ACTIVE
