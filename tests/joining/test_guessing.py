"""Guessing over many conversations: keeps nobody out who holds a code, and is shown to the admins."""

import asyncio

import pytest

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.enrolling import enrol
from bot.organisation.joining import guessing
from bot.organisation.joining.contacts import offer_for_number
from bot.organisation.joining.guessing import MOST_OF_STRANGERS, wrong_tries_lately
from bot.organisation.joining.joining import show_invitation
from bot.texts import inviting as texts
from bot.texts import joining as joining_texts
from bot.texts import refusals
from storage import tables
from storage.database import Connection
from tests.cast import BRANCH_1, COMMAND_LINE, Cast, clock_of
from tests.joining.house import House
from tests.organisation.joined import do, invited, new_phone, rows

WRONG = "CCCC-CCCC-CCCC"
INVALID = refusals.SENTENCES[Refusal.CODE_INVALID]


async def guess(office: Office, cast: Cast, times: int, *, named: str = "guesser") -> list[Refusal]:
    """Wrong codes from ever new accounts, as many from each as are looked at."""
    return [
        await refusal_of(await new_phone(office, cast, f"{named}-{number // 5}"), office, WRONG)
        for number in range(times)
    ]


async def refusal_of(caller: Caller, office: Office, code: str) -> Refusal:
    with pytest.raises(Refused) as refused:
        await show_invitation(caller, office, code=code)
    return refused.value.reason


async def refusal_of_number(caller: Caller, office: Office) -> Refusal:
    with pytest.raises(Refused) as refused:
        await offer_for_number(caller, office, phone="0912345678", is_own=True)
    return refused.value.reason


async def test_whoever_has_a_code_joins_while_others_mistype(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    reasons = await guess(office, cast, MOST_OF_STRANGERS + 5)
    assert set(reasons) == {Refusal.CODE_INVALID}
    stranger = await new_phone(office, cast, "honest")
    assert await refusal_of(stranger, office, WRONG) is Refusal.CODE_INVALID
    offer = await show_invitation(stranger, office, code=invitation.code)
    assert offer.invitation_id == invitation.id


async def test_a_right_code_is_no_use_where_five_were_wrong(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    await guess(office, cast, guessing.MOST_OF_ONE)
    guesser = await new_phone(office, cast, "guesser-0")
    assert await refusal_of(guesser, office, invitation.code) is Refusal.CODE_INVALID


async def test_many_wrong_numbers_stop_numbers_and_no_codes(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    for number in range(MOST_OF_STRANGERS):
        phone = await new_phone(office, cast, f"caller-{number // guessing.MOST_OF_ONE}")
        assert await refusal_of_number(phone, office) is Refusal.NUMBER_UNKNOWN
    stranger = await new_phone(office, cast, "honest")
    assert await refusal_of_number(stranger, office) is Refusal.CODES_REST
    offer = await show_invitation(stranger, office, code=invitation.code)
    assert offer.invitation_id == invitation.id
    clock_of(office).forward(hours=1)
    assert await refusal_of_number(stranger, office) is Refusal.NUMBER_UNKNOWN


async def test_many_wrong_codes_do_not_stop_numbers(office: Office, cast: Cast) -> None:
    await guess(office, cast, MOST_OF_STRANGERS)
    stranger = await new_phone(office, cast, "honest")
    assert await refusal_of_number(stranger, office) is Refusal.NUMBER_UNKNOWN


async def test_where_many_are_still_to_join_more_slips_are_nothing_strange(
    office: Office, cast: Cast
) -> None:
    def many(connection: Connection) -> None:
        for number in range(MOST_OF_STRANGERS):
            unit_id, name = cast.units[BRANCH_1], f"Tạ Văn Xuân {number:03}"
            enrol(connection, office, COMMAND_LINE, full_name=name, unit_id=unit_id)

    await do(office, many)
    await guess(office, cast, MOST_OF_STRANGERS)
    assert await rows(office, tables.deliveries, purpose="code_tries") == []
    await guess(office, cast, MOST_OF_STRANGERS + 20, named="second")
    assert await rows(office, tables.deliveries, purpose="code_tries")


async def test_one_less_is_no_alarm(office: Office, cast: Cast) -> None:
    await guess(office, cast, MOST_OF_STRANGERS - 1)
    assert await rows(office, tables.deliveries, purpose="code_tries") == []


async def test_wrong_codes_of_members_do_not_make_strangers_wait(office: Office, cast: Cast) -> None:
    for given in ("Bình", "Mai", "An", "Hòa", "Sơn", "Thu", "Ngọc"):
        for _ in range(5):
            with pytest.raises(Refused):
                await show_invitation(cast.caller(given), office, code=WRONG)
    invitation = await invited(office, cast)
    offer = await show_invitation(await new_phone(office, cast), office, code=invitation.code)
    assert offer.invitation_id == invitation.id


async def test_the_admin_gets_one_message_a_day_and_nobody_else_does(house: House) -> None:
    for _ in range(2):
        await guess(house.office, house.cast, MOST_OF_STRANGERS + 5)
        await house.goes_on()
        clock_of(house.office).forward(hours=1, minutes=10)
    told = [chat for chat, message in house.channel.sent if texts.GUESSING_TITLE in str(message)]
    assert told == ["chat-Dũng"]
    assert texts.OPEN_TITLE in await house.of("Dũng").presses(texts.OPEN_CODES_BUTTON)


async def test_the_admins_list_says_how_many_tries_were_wrong_lately(house: House) -> None:
    admin, secretary = house.of("Dũng"), house.of("Sơn")
    assert "Mã nhập sai" not in await admin.says("/moi")
    await guess(house.office, house.cast, 7)
    assert texts.wrong_tries(7) in await admin.says("/moi")
    assert "Mã nhập sai" not in await secretary.says("/moi")
    clock_of(house.office).forward(days=1)
    assert "Mã nhập sai" not in await admin.says("/moi")


@pytest.mark.parametrize("given", ["Sơn", "Bình", "Lan", "Kiên", "Thuận", "Minh"])
async def test_who_is_no_admin_does_not_see_the_number(office: Office, cast: Cast, given: str) -> None:
    with pytest.raises(Refused) as refused:
        await wrong_tries_lately(cast.caller(given), office)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_guesses_that_come_at_once_are_all_counted(office: Office, cast: Cast) -> None:
    phones = [await new_phone(office, cast, f"guesser-{number}") for number in range(12)]
    outcomes = await asyncio.gather(
        *(show_invitation(phone, office, code=WRONG) for phone in phones for _ in range(2)),
        return_exceptions=True,
    )
    assert all(isinstance(one, Refused) for one in outcomes)
    assert await wrong_tries_lately(cast.caller("Dũng"), office) == 24


async def test_a_guesser_in_the_chat_hears_no_name(house: House) -> None:
    phone = house.phone("new")
    assert await phone.says(WRONG) == INVALID
    await guess(house.office, house.cast, MOST_OF_STRANGERS)
    assert await phone.says(WRONG) == INVALID


async def test_of_two_accounts_that_race_for_one_code_one_is_bound(house: House) -> None:
    code = (await invited(house.office, house.cast)).code
    first, second = house.phone("one"), house.phone("two")
    for phone in (first, second):
        assert "Phan Văn Tâm" in await phone.says(code)
    assert "Cảm ơn" in await first.presses(joining_texts.CONSENT_BUTTON)
    assert await second.presses(joining_texts.CONSENT_BUTTON) == INVALID
    assert await second.says(code) == INVALID
    assert ((await first.who()).member_id, (await second.who()).member_id) == (house.cast["Tâm"], None)


async def test_a_button_of_one_phone_is_no_use_on_another_and_forged_ones_are_nobodys(house: House) -> None:
    code = (await invited(house.office, house.cast)).code
    phone, thief = house.phone("one"), house.phone("thief")
    await phone.says(code)
    token = phone.button(joining_texts.CONSENT_BUTTON).token
    for made_up in (token, token[::-1], token[:-1] + ("A" if token[-1] != "A" else "B"), "", "a" * 64):
        await thief.presses_token(made_up)
        assert (await thief.who()).member_id is None
    await phone.presses_token(token)
    assert (await phone.who()).member_id == house.cast["Tâm"]
    again = await phone.presses_token(token)
    assert "Tài khoản này đã kết nối" in again


def test_the_limit_over_all_is_above_that_of_one_conversation() -> None:
    assert guessing.MOST_OF_ONE < MOST_OF_STRANGERS
