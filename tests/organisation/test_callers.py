"""From a conversation to who speaks in it."""

import pytest

from bot.access import Caller, Door
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.callers import address_for, caller_of, caller_of_member
from storage import tables
from storage.database import Connection
from storage.organisation import people
from storage.states import AddressState, Role
from tests.cast import BRANCH_1, BRANCH_2, START, Cast, clock_of
from tests.organisation.joined import do, new_phone, rows


async def who(office: Office, cast: Cast, chat_id: str) -> Caller:
    return await caller_of(
        office, connection_id=cast.connection_id, chat_id=chat_id, door=Door.WEB, knock=None
    )


async def test_a_member_is_known_by_their_conversation_with_their_roles(office: Office, cast: Cast) -> None:
    assert await who(office, cast, "chat-Hòa") == cast.caller("Hòa")


async def test_a_stranger_is_nobody_but_has_a_conversation_to_be_answered_in(
    office: Office, cast: Cast
) -> None:
    assert (await who(office, cast, "unknown")).address_id is None
    address_id = await address_for(office, connection_id=cast.connection_id, chat_id="unknown")
    again = await address_for(office, connection_id=cast.connection_id, chat_id="unknown")
    stranger = await who(office, cast, "unknown")
    assert again == address_id == stranger.address_id
    assert stranger.member_id is None
    assert stranger.grants == ()


async def test_the_same_chat_id_on_another_connection_is_somebody_else(office: Office, cast: Cast) -> None:
    other = await caller_of(
        office, connection_id=cast.connection_id + 1, chat_id="chat-Hòa", door=Door.WEB, knock=None
    )
    assert other.member_id is None


async def test_a_group_stands_for_no_member(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> None:
        connection.execute(
            tables.addresses.update()
            .where(tables.addresses.c.id == cast.addresses["Hòa"])
            .values(is_group=True)
        )

    await do(office, body)
    assert (await who(office, cast, "chat-Hòa")).member_id is None


async def test_who_has_left_is_a_stranger(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> None:
        connection.execute(
            tables.members.update().where(tables.members.c.id == cast["Hòa"]).values(left_at=START)
        )

    await do(office, body)
    caller = await who(office, cast, "chat-Hòa")
    assert caller.member_id is None
    assert caller.grants == ()
    with pytest.raises(Refused) as refused:
        await caller_of_member(office, cast["Hòa"], door=Door.WEB)
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_a_role_that_is_over_gives_no_right(office: Office, cast: Cast) -> None:
    clock = clock_of(office)

    def body(connection: Connection) -> None:
        connection.execute(
            tables.role_grants.update()
            .where(tables.role_grants.c.member_id == cast["Hòa"])
            .values(until_at=clock.now())
        )

    clock.forward(hours=1)
    await do(office, body)
    assert (await who(office, cast, "chat-Hòa")).grants == ()


async def test_a_member_can_be_spoken_for_without_a_conversation(office: Office, cast: Cast) -> None:
    caller = await caller_of_member(office, cast["Hòa"], door=Door.WEB)
    assert caller.has({Role.SECRETARY}, unit_id=cast.units[BRANCH_1])
    assert not caller.has({Role.SECRETARY}, unit_id=cast.units[BRANCH_2])
    assert caller.address_id is None


async def test_who_speaks_can_be_written_to_again(office: Office, cast: Cast) -> None:
    def block(connection: Connection) -> None:
        people.set_address_state(connection, cast.addresses["Bình"], AddressState.BLOCKED)

    await do(office, block)
    await new_phone(office, cast, "chat-Bình")
    (address,) = await rows(office, tables.addresses, id=cast.addresses["Bình"])
    assert address["state"] is AddressState.ACTIVE
