"""What a conversation may answer by number: what was shown there, to whom, for as long as it holds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.inbox.choosing import DANGEROUS_FOR, MENU_FOR, offers_at
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Message
from bot.messages.numbered.codes import Offered, Thing, buttons_of, coded
from bot.messages.numbered.standing import Standing, to_json
from bot.messages.sealing import Sealer, owner
from bot.office import Office
from storage import tables
from storage.database import Connection
from storage.inbox import offers
from storage.inbox.offers import Offer
from tests.cast import KEY, Cast, add_address, clock_of

OPEN, DISCARD = Button("Mở", Act.OPEN_CARD, 12), Button("Bỏ", Act.DISCARD_CONFIRMED, 3)


async def offered(
    office: Office,
    cast: Cast,
    *buttons: Button,
    number: int = 0,
    member: int | None,
    address_id: int,
    sent: tuple[int, ...] = (),
) -> None:
    """These buttons, sealed for the member (None: for a stranger) in that conversation."""
    whole = coded(Message((Buttons((buttons,)),)), number=number or None)
    whose = owner(member_id=member, address_id=address_id, connection_id=cast.connection_id)
    sealed = Sealer(KEY).seal(whole, owner=whose, now=office.clock.machine())
    thing = Thing.MESSAGE if number else Thing.MENU
    row = Offer(
        number, thing, 1, to_json([Standing(one, sent) for one in buttons_of(sealed)]), office.clock.now()
    )

    def body(connection: Connection) -> None:
        offers.put(connection, address_id, row)

    await office.database.transaction(body)


async def found(office: Office, cast: Cast, given: str = "Bình") -> list[Offered]:
    now = office.clock.machine()
    at = await offers_at(office, connection_id=cast.connection_id, chat_id=f"chat-{given}", asked_at=now)
    return list(at)


def acts(some: list[Offered]) -> list[list[Act]]:
    return [[button.act for button in one.buttons] for one in some]


async def test_what_was_offered_is_found_as_it_was_shown(office: Office, cast: Cast) -> None:
    await offered(office, cast, OPEN, number=27, member=cast["Bình"], address_id=cast.addresses["Bình"])
    [one] = await found(office, cast)
    assert (one.number, one.thing, one.thing_id) == (27, Thing.MESSAGE, 1)
    assert [(button.label, button.code, bool(button.token)) for button in one.buttons] == [("Mở", "27", True)]
    assert await found(office, cast, "Mai") == []


async def test_an_unknown_conversation_may_answer_nothing(office: Office, cast: Cast) -> None:
    assert await found(office, cast, "nobody") == []


async def test_the_newest_comes_first(office: Office, cast: Cast) -> None:
    mine = {"member": cast["Bình"], "address_id": cast.addresses["Bình"]}
    for number in (45, 27, 63):
        await offered(office, cast, OPEN, number=number, member=mine["member"], address_id=mine["address_id"])
        clock_of(office).forward(seconds=1)
    assert [one.number for one in await found(office, cast)] == [63, 27, 45]


@pytest.mark.parametrize(
    ("age", "left"),
    [
        (timedelta(), [Act.OPEN_CARD, Act.DISCARD_CONFIRMED]),
        (DANGEROUS_FOR - timedelta(seconds=1), [Act.OPEN_CARD, Act.DISCARD_CONFIRMED]),
        (DANGEROUS_FOR, [Act.OPEN_CARD]),
        (MENU_FOR - timedelta(seconds=1), [Act.OPEN_CARD]),
        (MENU_FOR, []),
    ],
)
async def test_a_menu_holds_a_day_and_what_is_dangerous_in_it_an_hour(
    office: Office, cast: Cast, age: timedelta, left: list[Act]
) -> None:
    await offered(office, cast, OPEN, DISCARD, member=cast["Bình"], address_id=cast.addresses["Bình"])
    clock_of(office).forward(seconds=age.total_seconds())
    assert acts(await found(office, cast)) == ([left] if left else [])


async def test_a_thing_holds_longer_than_a_menu(office: Office, cast: Cast) -> None:
    await offered(office, cast, OPEN, number=27, member=cast["Bình"], address_id=cast.addresses["Bình"])
    clock_of(office).forward(days=30)
    assert acts(await found(office, cast)) == [[Act.OPEN_CARD]]


async def test_who_has_just_joined_still_answers_what_the_stranger_was_offered(
    office: Office, cast: Cast
) -> None:
    def stranger(connection: Connection) -> int:
        return add_address(connection, cast.connection_id, chat_id="chat-new", member_id=None)

    address_id = await office.database.transaction(stranger)
    await offered(office, cast, OPEN, member=None, address_id=address_id)
    assert acts(await found(office, cast, "new")) == [[Act.OPEN_CARD]]

    def joins(connection: Connection) -> None:
        table = tables.addresses
        connection.execute(table.update().where(table.c.id == address_id).values(member_id=cast["Tâm"]))

    await office.database.transaction(joins)
    assert acts(await found(office, cast, "new")) == [[Act.OPEN_CARD]]


async def test_who_has_left_answers_nothing_of_what_they_were_offered_as_a_member(
    office: Office, cast: Cast
) -> None:
    await offered(office, cast, OPEN, member=cast["Bình"], address_id=cast.addresses["Bình"])

    def leaves(connection: Connection) -> None:
        table = tables.addresses
        connection.execute(table.update().where(table.c.member_id == cast["Bình"]).values(member_id=None))

    await office.database.transaction(leaves)
    assert await found(office, cast) == []


async def test_what_another_version_wrote_offers_nothing_and_disturbs_nothing(
    office: Office, cast: Cast
) -> None:
    mine = cast.addresses["Bình"]
    await offered(office, cast, OPEN, number=27, member=cast["Bình"], address_id=mine)

    def write(connection: Connection) -> None:
        [kept] = offers.of_address(connection, mine)
        offers.put(connection, mine, replace(kept, number=45, buttons='[{"label":"x","act":254}]'))

    await office.database.transaction(write)
    assert [one.number for one in await found(office, cast)] == [27]
