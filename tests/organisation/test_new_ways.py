"""A member is told in their own chat when another account begins to act in their name."""

import asyncio

import pytest

from bot.errors import Refused
from bot.messages.acts import Act
from bot.messages.blocks import Buttons, Line, from_json
from bot.office import Office
from bot.organisation.joining import guessing, joining
from storage import tables
from storage.joining import code_tries
from storage.states import Lane, Purpose
from tests.cast import Cast
from tests.organisation.joined import invited, join, new_phone, rows


async def test_the_first_chat_hears_of_the_second_and_can_let_it_go(office: Office, cast: Cast) -> None:
    second = await join(office, cast, given="Bình")
    (told,) = await rows(office, tables.deliveries, address_id=cast.addresses["Bình"])
    assert (told["purpose"], told["lane"]) == (Purpose.REPLY, Lane.REPLY)
    message = from_json(told["content"])
    (line,) = [block.text for block in message.blocks if isinstance(block, Line)]
    assert "vừa kết nối với tên đồng chí Bình, lúc 08:00 thứ Hai, 23/11/2026." in line
    (buttons,) = [block for block in message.blocks if isinstance(block, Buttons)]
    assert [[(one.label, one.act) for one in row] for row in buttons.rows] == [[("Gỡ", Act.ADDRESS_ORDER)]]
    assert await rows(office, tables.deliveries, address_id=second.address_id) == []


async def test_who_comes_for_the_first_time_is_told_nothing_of_it(office: Office, cast: Cast) -> None:
    await join(office, cast, given="Tâm")
    assert await rows(office, tables.deliveries) == []


async def test_pressing_twice_tells_once(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast, "Bình")
    phone = await new_phone(office, cast)
    await joining.show_invitation(phone, office, code=invitation.code)
    for _ in range(2):
        await joining.consent(phone, office, invitation_id=invitation.id)
    assert len(await rows(office, tables.deliveries)) == 1


async def test_tries_at_the_same_moment_are_counted_one_by_one(office: Office, cast: Cast) -> None:
    phone = await new_phone(office, cast)

    async def guess() -> None:
        with pytest.raises(Refused):
            await joining.show_invitation(phone, office, code="CFHJ-KLMN-PQRT")

    await asyncio.gather(*(guess() for _ in range(4 * guessing.MOST_OF_ONE)))
    assert len(await rows(office, tables.history, thing=code_tries.THING)) == guessing.MOST_OF_ONE
