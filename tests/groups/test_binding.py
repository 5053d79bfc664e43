"""A group chat stands for a unit when somebody who leads the unit has typed the unit's own code in it."""

from typing import Any

import pytest
import sqlalchemy as sa

from bot.audience import Audience, AudienceKind
from bot.delivery.composing import Skip
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.groups import binding
from bot.publication.group_cards import compose_group_card
from storage import tables
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import groups
from storage.states import AddressState, Purpose, Reason
from tests.cast import BRANCH_1, BRANCH_2, COMMITTEE, Cast, clock_of
from tests.publication.steps import owed, published

CHAT = "-100500"


async def binds(office: Office, cast: Cast, given: str, unit: str, *, chat: str = CHAT) -> binding.BoundGroup:
    code = await binding.group_code(cast.caller(given), office, unit_id=cast.units[unit])
    return await binding.bind_group(cast.caller(given), office, code=code.code, group_chat_id=chat)


async def told(office: Office) -> list[str]:
    """The chats that are owed a card, by chat id."""
    cards = await owed(office, Purpose.GROUP_CARD)

    def body(connection: Connection) -> list[str]:
        question = sa.select(tables.addresses.c.chat_id).where(
            tables.addresses.c.id.in_([card["address_id"] for card in cards])
        )
        return sorted(connection.execute(question).scalars())

    return await office.database.read(body)


async def test_a_secretary_binds_the_group_of_the_own_branch(office: Office, cast: Cast) -> None:
    bound = await binds(office, cast, "Hòa", BRANCH_1)
    assert bound.unit_name == "Chi bộ 1"
    standing = await binding.group_standing(cast.caller("Hòa"), office, unit_id=cast.units[BRANCH_1])
    assert (standing.is_bound, standing.is_reached) == (True, True)
    replies = await owed(office, Purpose.REPLY)
    assert len(replies) == 1
    assert "số, tên văn bản và hạn" in replies[0]["content"]


@pytest.mark.parametrize("given", ["Hòa", "Bình", "Lan", "Kiên", "Thuận"])
async def test_nobody_else_gets_a_code_for_a_branch(office: Office, cast: Cast, given: str) -> None:
    with pytest.raises(Refused) as refused:
        await binding.group_code(cast.caller(given), office, unit_id=cast.units[BRANCH_2])
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_leaked_code_binds_nothing_for_who_does_not_lead_the_unit(office: Office, cast: Cast) -> None:
    code = await binding.group_code(cast.caller("Hòa"), office, unit_id=cast.units[BRANCH_1])
    with pytest.raises(Refused) as refused:
        await binding.bind_group(cast.caller("Bình"), office, code=code.code, group_chat_id=CHAT)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    again = await binding.bind_group(cast.caller("Hòa"), office, code=code.code, group_chat_id=CHAT)
    assert again.unit_id == cast.units[BRANCH_1]


async def test_a_code_is_used_once(office: Office, cast: Cast) -> None:
    code = await binding.group_code(cast.caller("Hòa"), office, unit_id=cast.units[BRANCH_1])
    await binding.bind_group(cast.caller("Hòa"), office, code=code.code, group_chat_id=CHAT)
    with pytest.raises(Refused) as refused:
        await binding.bind_group(cast.caller("Hòa"), office, code=code.code, group_chat_id="-7")
    assert refused.value.reason is Refusal.CODE_INVALID


async def test_a_code_ends_after_a_day_and_when_a_newer_one_is_made(office: Office, cast: Cast) -> None:
    first = await binding.group_code(cast.caller("Hòa"), office, unit_id=cast.units[BRANCH_1])
    second = await binding.group_code(cast.caller("Hòa"), office, unit_id=cast.units[BRANCH_1])
    for code in (first.code, "CFHJ-KLMN-PQRT", "x"):
        with pytest.raises(Refused):
            await binding.bind_group(cast.caller("Hòa"), office, code=code, group_chat_id=CHAT)
    clock_of(office).forward(hours=24)
    with pytest.raises(Refused) as refused:
        await binding.bind_group(cast.caller("Hòa"), office, code=second.code, group_chat_id=CHAT)
    assert refused.value.reason is Refusal.CODE_INVALID


async def test_a_new_group_takes_the_place_of_the_old_one(office: Office, cast: Cast) -> None:
    await binds(office, cast, "Hòa", BRANCH_1)
    await binds(office, cast, "Dũng", BRANCH_1, chat="-7")
    await published(office, cast)
    assert await told(office) == ["-7"]


async def test_a_released_group_hears_nothing_more(office: Office, cast: Cast) -> None:
    await binds(office, cast, "Hòa", BRANCH_1)
    await binding.release_group(cast.caller("Hòa"), office, unit_id=cast.units[BRANCH_1])
    await published(office, cast)
    assert await told(office) == []
    with pytest.raises(Refused):
        await binding.release_group(cast.caller("Hòa"), office, unit_id=cast.units[BRANCH_1])


async def test_only_the_groups_of_the_units_meant_are_told(office: Office, cast: Cast) -> None:
    await binds(office, cast, "Hòa", BRANCH_1)
    await binds(office, cast, "Sơn", BRANCH_2, chat="-2")
    await binds(office, cast, "Dũng", COMMITTEE, chat="-3")
    await published(office, cast, audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_1]))
    assert await told(office) == [CHAT]


async def test_what_is_for_everyone_is_told_in_every_group(office: Office, cast: Cast) -> None:
    await binds(office, cast, "Hòa", BRANCH_1)
    await binds(office, cast, "Dũng", COMMITTEE, chat="-3")
    await published(office, cast)
    assert await told(office) == [CHAT, "-3"]


async def test_a_free_topic_is_not_told_in_groups_a_mandatory_one_is(office: Office, cast: Cast) -> None:
    await binds(office, cast, "Hòa", BRANCH_1)

    def both(connection: Connection) -> tuple[list[int], list[int]]:
        free, mandatory = cast.topics["Kết quả hội nghị"], cast.topics["Văn bản chỉ đạo"]
        told = [
            groups.to_be_told(connection, Audience(AudienceKind.TOPIC, topic), now=office.clock.now())
            for topic in (free, mandatory)
        ]
        return [one.id for one in told[0]], [one.id for one in told[1]]

    free, mandatory = await office.database.read(both)
    assert (free, len(mandatory)) == ([], 1)


async def test_a_group_that_the_bot_was_put_out_of_is_not_told(office: Office, cast: Cast) -> None:
    await binds(office, cast, "Hòa", BRANCH_1)

    def out(connection: Connection) -> None:
        group = tables.addresses.c.is_group
        connection.execute(tables.addresses.update().where(group).values(state=AddressState.BLOCKED))

    await office.database.transaction(out)
    await published(office, cast)
    assert await told(office) == []


async def test_a_group_bound_to_another_branch_before_the_card_goes_is_not_told(
    office: Office, cast: Cast
) -> None:
    await binds(office, cast, "Hòa", BRANCH_1)
    await published(office, cast, audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_1]))
    [card] = await owed(office, Purpose.GROUP_CARD)
    assert await composed(office, card["id"]) == "message"
    await binds(office, cast, "Dũng", BRANCH_2)
    assert await composed(office, card["id"]) is Reason.LEFT


async def composed(office: Office, delivery_id: int) -> Reason | str:
    """What becomes of the card at its last look."""

    def body(connection: Connection) -> Reason | str:
        row = connection.execute(
            sa.select(tables.deliveries).where(tables.deliveries.c.id == delivery_id)
        ).one()
        made = compose_group_card(connection, office, claimed_from(row))
        return made.reason if isinstance(made, Skip) else "message"

    return await office.database.read(body)


def claimed_from(row: sa.Row[Any]) -> Claimed:
    known = {name: row._mapping[name] for name in Claimed.__dataclass_fields__ if name in row._mapping}
    return Claimed(**known | {"chat_id": CHAT, "is_group": True, "owner_id": None, "worker": ""})


async def test_nobody_takes_another_branchs_group_away(office: Office, cast: Cast) -> None:
    await binds(office, cast, "Sơn", BRANCH_2)
    with pytest.raises(Refused) as refused:
        await binds(office, cast, "Hòa", BRANCH_1)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    standing = await binding.group_standing(cast.caller("Sơn"), office, unit_id=cast.units[BRANCH_2])
    assert standing.is_bound


async def test_what_a_group_stood_for_before_is_written_down(office: Office, cast: Cast) -> None:
    await binds(office, cast, "Sơn", BRANCH_2)
    await binds(office, cast, "Dũng", BRANCH_1)
    await binds(office, cast, "Dũng", BRANCH_1, chat="-7")

    def released(connection: Connection) -> list[int]:
        question = sa.select(tables.history.c.unit_id).where(
            tables.history.c.thing == "group", tables.history.c.to_state == "released"
        )
        return list(connection.execute(question.order_by(tables.history.c.id)).scalars())

    assert await office.database.read(released) == [cast.units[BRANCH_2], cast.units[BRANCH_1]]


async def test_without_the_name_of_a_bot_there_is_no_link_into_a_group(office: Office, cast: Cast) -> None:
    code = await binding.group_code(cast.caller("Hòa"), office, unit_id=cast.units[BRANCH_1])
    assert code.link == ""
    assert code.code not in repr(code)
