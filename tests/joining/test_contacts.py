"""A telephone number that its owner sends."""

import logging

import pytest
import sqlalchemy as sa

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining.contacts import offer_for_number
from bot.organisation.joining.phones import phone_hash
from bot.states import AddressState
from bot.texts import join_requests as texts
from bot.texts import joining as joining_texts
from bot.texts import refusals
from storage import tables
from storage.database import Connection
from tests.cast import COMMAND_LINE, KEY, PEOPLE, START, Cast, clock_of
from tests.joining.house import House
from tests.organisation.joined import do, new_phone, rows

NUMBER = "0912 345 678"
AS_TELEGRAM_WRITES_IT = "84912345678"
NOT_FOUND = refusals.SENTENCES[Refusal.NUMBER_UNKNOWN]


async def has_number(office: Office, cast: Cast, *given: str, number: str = NUMBER) -> None:
    hashed = phone_hash(KEY, number)
    assert hashed is not None

    def body(connection: Connection) -> None:
        members = tables.members
        connection.execute(
            members.update().where(members.c.id.in_([cast[one] for one in given])).values(phone_hash=hashed)
        )

    await do(office, body)


async def test_ones_own_number_leads_to_the_same_offer_as_a_code(house: House) -> None:
    await has_number(house.office, house.cast, "Tâm")
    phone = house.phone("new", account="Tam Phan")
    await phone.says("/start")
    assert phone.asks_for_number
    offer = await phone.sends_number(AS_TELEGRAM_WRITES_IT)
    assert "đồng chí Phan Văn Tâm, Chi bộ 2" in offer
    assert joining_texts.account_line("Tam Phan") in offer
    assert (await phone.who()).member_id is None
    assert "Cảm ơn đồng chí Tâm" in await phone.presses(joining_texts.CONSENT_BUTTON)
    assert (await phone.who()).member_id == house.cast["Tâm"]


async def test_somebody_elses_number_is_refused_and_not_looked_up(house: House) -> None:
    await has_number(house.office, house.cast, "Tâm")
    phone = house.phone("new")
    assert await phone.sends_number(NUMBER, own=False) == refusals.SENTENCES[Refusal.NOT_OWN_NUMBER]
    assert await rows(house.office, tables.invitations) == []


@pytest.mark.parametrize("whose", [(), ("Tâm", "Thu"), ("Yến",), ("left",)])
async def test_nobody_several_and_who_holds_a_role_look_alike(house: House, whose: tuple[str, ...]) -> None:
    office, cast = house.office, house.cast
    if whose == ("left",):
        await has_number(office, cast, "Tâm")
        members = tables.members
        await do(
            office,
            lambda connection: connection.execute(
                members.update().where(members.c.id == cast["Tâm"]).values(left_at=START)
            ),
        )
    else:
        await has_number(office, cast, *whose)
    phone = house.phone("new")
    answer = await phone.sends_number(NUMBER)
    assert answer == NOT_FOUND
    assert not [person for person in PEOPLE if person.full_name in answer]
    assert await rows(office, tables.invitations) == []


async def test_where_several_share_a_number_the_secretary_decides(house: House) -> None:
    await has_number(house.office, house.cast, "Tâm", "Thu")
    phone = house.phone("new")
    await phone.says("/start")
    await phone.sends_number(NUMBER)
    await phone.presses(texts.ASK_BUTTON)
    await phone.says("Phan Văn Tâm")
    await phone.says("Chi bộ 2")
    assert texts.choose_button("Phan Văn Tâm", "Chi bộ 2") in house.of("Sơn").labels


@pytest.mark.parametrize("written", ["", "abc", "0", "1" * 500, "+84 12"])
async def test_what_is_no_number_is_nobodys(house: House, written: str) -> None:
    """Those without a number all have the same empty hash: nothing may match it."""
    assert await house.phone("new").sends_number(written) == NOT_FOUND
    assert await rows(house.office, tables.invitations) == []


async def test_trying_numbers_is_slowed_like_trying_codes(house: House) -> None:
    await has_number(house.office, house.cast, "Tâm")
    phone = house.phone("new")
    for number in range(5):
        assert await phone.sends_number(f"090812345{number}") == NOT_FOUND
    assert await phone.sends_number(NUMBER) == NOT_FOUND
    assert len(await rows(house.office, tables.history, thing="number_try")) == 5
    clock_of(house.office).forward(minutes=15)
    assert "Phan Văn Tâm" in await phone.sends_number(NUMBER)


async def test_who_is_connected_hears_that_no_number_is_needed(house: House) -> None:
    await has_number(house.office, house.cast, "Tâm")
    assert await house.of("Bình").sends_number(NUMBER) == texts.NO_CONTACT_NEEDED
    assert await rows(house.office, tables.invitations) == []


async def test_the_offer_of_a_number_ends_after_an_hour(house: House) -> None:
    await has_number(house.office, house.cast, "Tâm")
    phone = house.phone("new")
    await phone.sends_number(NUMBER)
    clock_of(house.office).forward(hours=1)
    await phone.presses(joining_texts.CONSENT_BUTTON)
    assert (await phone.who()).member_id is None


async def test_it_works_again_for_who_lost_their_conversation(house: House) -> None:
    await has_number(house.office, house.cast, "Bình")

    def close(connection: Connection) -> None:
        connection.execute(
            tables.addresses.update()
            .where(tables.addresses.c.member_id == house.cast["Bình"])
            .values(state=AddressState.GONE)
        )

    await do(house.office, close)
    phone = house.phone("new")
    await phone.sends_number(NUMBER)
    await phone.presses(joining_texts.CONSENT_BUTTON)
    assert (await phone.who()).member_id == house.cast["Bình"]


async def test_outside_a_conversation_there_is_nobody_to_offer_to(office: Office, cast: Cast) -> None:
    for caller, reason in (
        (COMMAND_LINE, Refusal.NOT_ALLOWED),
        (cast.caller("Bình"), Refusal.ADDRESS_TAKEN),
    ):
        with pytest.raises(Refused) as refused:
            await offer_for_number(caller, office, phone=NUMBER, is_own=True)
        assert refused.value.reason is reason


async def test_the_number_stands_nowhere_afterwards(
    office: Office, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await has_number(office, cast, "Tâm")
    await offer_for_number(await new_phone(office, cast), office, phone=AS_TELEGRAM_WRITES_IT, is_own=True)

    def everything(connection: Connection) -> str:
        return "\n".join(
            str(row)
            for table in tables.metadata.sorted_tables
            for row in connection.execute(sa.select(table))
        )

    kept = await do(office, everything)
    assert str(phone_hash(KEY, NUMBER)) in kept, "the search looks at the right database"
    for written in (NUMBER, AS_TELEGRAM_WRITES_IT, "912345678"):
        assert written not in kept
        assert written not in caplog.text
