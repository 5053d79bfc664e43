"""What was published before somebody joined."""

from bot.office import Office
from bot.organisation.joining.joining import standing
from storage import tables
from storage.database import Connection
from storage.organisation import people
from storage.states import AddressState, DeliveryState, Lane, Purpose
from tests.cast import Cast
from tests.organisation.joined import do, join, publish, rows


async def test_what_was_published_before_follows_when_one_joins(office: Office, cast: Cast) -> None:
    def two(connection: Connection) -> list[int]:
        return [publish(connection, cast, "Tâm"), publish(connection, cast, "Tâm", number="13-KH/ĐU")]

    first, second = await do(office, two)
    phone = await join(office, cast)
    queued = await rows(office, tables.deliveries)
    assert [(row["once_key"], row["purpose"], row["lane"]) for row in queued] == [
        (f"pub:{publication}:v1:m{cast['Tâm']}:card", Purpose.CARD, Lane.REPLY)
        for publication in (first, second)
    ]
    assert {(row["address_id"], row["member_id"]) for row in queued} == {(phone.address_id, cast["Tâm"])}
    assert (await standing(phone, office)).waiting == 2


async def test_nothing_follows_that_is_not_asked_of_the_member(office: Office, cast: Cast) -> None:
    def one(connection: Connection) -> int:
        return publish(connection, cast, "Thu")

    await do(office, one)
    phone = await join(office, cast)
    assert await rows(office, tables.deliveries) == []
    assert (await standing(phone, office)).waiting == 0


async def test_a_card_that_is_there_already_does_not_come_again(office: Office, cast: Cast) -> None:
    await _joins_with_a_card_that_is(office, cast, DeliveryState.SENT)
    assert len(await rows(office, tables.deliveries, purpose=Purpose.CARD)) == 1


async def test_a_card_that_could_not_arrive_comes_to_the_new_conversation(office: Office, cast: Cast) -> None:
    await _joins_with_a_card_that_is(office, cast, DeliveryState.UNREACHABLE)
    old, new = await rows(office, tables.deliveries)
    assert new["once_key"] == f"{old['once_key']}:a{new['address_id']}"
    assert (old["state"], new["state"]) == (DeliveryState.UNREACHABLE, DeliveryState.QUEUED)


async def _joins_with_a_card_that_is(office: Office, cast: Cast, state: DeliveryState) -> None:
    def one(connection: Connection) -> int:
        return publish(connection, cast, "Tâm")

    await do(office, one)
    phone = await join(office, cast, chat_id="old-phone")

    def happens(connection: Connection) -> None:
        connection.execute(tables.deliveries.update().values(state=state))
        if state is DeliveryState.UNREACHABLE:
            people.set_address_state(connection, phone.address_id or 0, AddressState.BLOCKED)

    await do(office, happens)
    await join(office, cast)
