"""A member's own conversations: their order, letting one go, a second messenger."""

import asyncio

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.organisation.addresses.address_order import own_addresses, put_first, remove
from bot.organisation.joining.joining import Standing, consent, show_invitation
from bot.states import AddressState, Platform, Purpose
from bot.texts import addresses as texts
from bot.texts import inviting as code_texts
from bot.texts import joining as joining_texts
from storage import tables
from storage.channels import connections
from storage.database import Connection
from storage.delivery.deliveries import NewDelivery
from storage.organisation import people
from tests.cast import Cast, add_address
from tests.delivery.scripted import owe
from tests.joining.house import House, Phone
from tests.organisation.joined import do, invited, join, new_phone, rows


async def second_of(house: House, given: str) -> Phone:
    """The member asks for a code themselves, and joins with it from another messenger."""
    first, second = house.of(given), house.phone("second")
    await first.says("/toi")
    await first.presses(_addresses_button(first))
    shown = await first.presses(texts.ADD_BUTTON)
    code = shown.split("gõ mã: ")[1].split()[0]
    await second.says(f"/start {code}")
    await second.presses(joining_texts.CONSENT_BUTTON)
    return second


def _addresses_button(phone: Phone) -> str:
    (label,) = [
        one.label for one in (phone.button(label) for label in phone.labels) if one.act is Act.ADDRESS_ORDER
    ]
    return label


async def first_of(office: Office, member_id: int) -> int | None:
    return await office.database.read(lambda connection: people.first_address(connection, member_id))


async def test_a_member_adds_a_second_messenger_and_says_which_comes_first(house: House) -> None:
    second = await second_of(house, "Bình")
    binh = house.cast["Bình"]
    old, new = house.cast.addresses["Bình"], (await second.who()).address_id
    assert await first_of(house.office, binh) == new
    phone = house.of("Bình")
    await phone.says("/toi")
    card = await phone.presses(_addresses_button(phone))
    assert "1. Hộp thư web: đang nhận tin" in card
    assert "2. Hộp thư web: đang nhận tin, đang dùng" in card
    changed = await phone.presses(texts.first_button(2, "Hộp thư web"))
    assert "1. Hộp thư web: đang nhận tin, đang dùng" in changed
    assert house.toasts[-1] == "Đã đổi thứ tự: từ nay tin đến Hộp thư web trước."
    assert await first_of(house.office, binh) == old


async def test_the_code_says_how_long_it_lasts_and_not_to_hand_it_on(house: House) -> None:
    phone = house.of("Bình")
    await phone.says("/toi")
    await phone.presses(_addresses_button(phone))
    shown = await phone.presses(texts.ADD_BUTTON)
    assert code_texts.OWN_TITLE in shown
    assert "08:00 thứ Ba, 24/11/2026" in shown
    assert "không đưa cho người khác" in shown


async def test_one_of_two_goes_at_once_and_what_waited_there_goes_to_the_other(house: House) -> None:
    second = await second_of(house, "Bình")
    gone, kept = (await second.who()).address_id, house.cast.addresses["Bình"]
    assert gone is not None
    await owe(
        house.office,
        NewDelivery("waits", gone, Purpose.COVERAGE, house.office.clock.machine()),
        NewDelivery("edit", gone, Purpose.CARD, house.office.clock.machine(), message_id="7"),
    )
    phone = house.of("Bình")
    await remove(house.cast.caller("Bình"), house.office, address_id=gone, although_last=False)
    assert (await second.who()).member_id is None
    assert (await phone.who()).member_id == house.cast["Bình"]
    owed = {row["once_key"]: row["address_id"] for row in await rows(house.office, tables.deliveries)}
    assert (owed["waits"], owed["edit"]) == (kept, gone)
    (line,) = await rows(house.office, tables.history, thing="address", to_state="removed")
    assert (line["thing_id"], line["member_id"], line["actor_id"]) == (gone, *[house.cast["Bình"]] * 2)


async def test_the_last_one_goes_only_after_a_warning(house: House) -> None:
    phone = house.of("Bình")
    await phone.says("/toi")
    await phone.presses(_addresses_button(phone))
    assert texts.REALLY_LAST in await phone.presses(texts.remove_button(1, "Hộp thư web"))
    assert (await phone.who()).member_id == house.cast["Bình"]
    assert "Đã gỡ kênh Hộp thư web, là kênh cuối cùng." in await phone.presses(texts.REALLY_BUTTON)
    assert (await phone.who()).member_id is None
    assert "Nếu có mã mời" in await phone.says("/canlam")


async def test_the_warning_can_be_left(house: House) -> None:
    phone = house.of("Bình")
    await phone.says("/toi")
    await phone.presses(_addresses_button(phone))
    await phone.presses(texts.remove_button(1, "Hộp thư web"))
    assert texts.TITLE in await phone.presses(texts.KEEP_BUTTON)
    assert (await phone.who()).member_id == house.cast["Bình"]


async def test_a_blocked_one_goes_without_a_warning_where_another_works(office: Office, cast: Cast) -> None:
    def more(connection: Connection) -> int:
        return add_address(
            connection,
            cast.connection_id,
            chat_id="old-phone",
            member_id=cast["Bình"],
            state=AddressState.BLOCKED,
            preference=5,
        )

    blocked = await do(office, more)
    removed = await remove(cast.caller("Bình"), office, address_id=blocked, although_last=False)
    assert (removed.is_done, removed.is_last) == (True, False)


async def test_somebody_elses_conversation_is_neither_ordered_nor_removed(office: Office, cast: Cast) -> None:
    others = cast.addresses["Mai"]
    for attempt in (
        put_first(cast.caller("Bình"), office, address_id=others),
        remove(cast.caller("Bình"), office, address_id=others, although_last=True),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_FOUND
    assert (await rows(office, tables.addresses, id=others))[0]["member_id"] == cast["Mai"]


async def test_a_stranger_has_no_order(office: Office, cast: Cast) -> None:
    stranger = await new_phone(office, cast)
    for attempt in (
        own_addresses(stranger, office),
        put_first(stranger, office, address_id=stranger.address_id or 0),
        remove(stranger, office, address_id=stranger.address_id or 0, although_last=True),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_an_account_let_go_can_stand_for_somebody_else(office: Office, cast: Cast) -> None:
    address_id = cast.addresses["Bình"]
    await remove(cast.caller("Bình"), office, address_id=address_id, although_last=True)
    assert (await join(office, cast, chat_id="chat-Bình")).member_id == cast["Tâm"]


async def test_a_forged_button_removes_nothing(house: House) -> None:
    address_id = house.cast.addresses["Mai"]
    for token in (f"161:{address_id}:1", Button("", Act.ADDRESS_REMOVE, address_id, 1).token, "zz"):
        await house.of("Bình").presses_token(token)
    assert (await house.of("Mai").who()).member_id == house.cast["Mai"]


# ---- one account, one person, also over several connections


async def twin(office: Office, cast: Cast, chat_id: str, *, platform: Platform = Platform.WEB) -> int:
    """The same account on a second connection; its address."""

    def body(connection: Connection) -> int:
        line = connections.ensure(connection, platform=platform, name=f"second {platform}")
        return add_address(connection, line, chat_id=chat_id, member_id=None)

    return await do(office, body)


async def test_one_account_does_not_stand_for_two_people_on_two_connections(
    office: Office, cast: Cast
) -> None:
    address_id = await twin(office, cast, "chat-Bình")
    stranger = cast.stranger(address_id=address_id)
    invitation = await invited(office, cast, "Tâm")
    with pytest.raises(Refused) as refused:
        await show_invitation(stranger, office, code=invitation.code)
    assert refused.value.reason is Refusal.ADDRESS_TAKEN
    (row,) = await rows(office, tables.addresses, id=address_id)
    assert row["member_id"] is None


async def test_the_same_person_may_use_both_connections(office: Office, cast: Cast) -> None:
    address_id = await twin(office, cast, "chat-Bình")
    stranger = cast.stranger(address_id=address_id)
    invitation = await invited(office, cast, "Bình")
    await show_invitation(stranger, office, code=invitation.code)
    await consent(stranger, office, invitation_id=invitation.id)
    (row,) = await rows(office, tables.addresses, id=address_id)
    assert row["member_id"] == cast["Bình"]


async def test_equal_numbers_on_different_platforms_are_different_people(office: Office, cast: Cast) -> None:
    address_id = await twin(office, cast, "chat-Bình", platform=Platform.TELEGRAM)
    stranger = cast.stranger(address_id=address_id)
    invitation = await invited(office, cast, "Tâm")
    await show_invitation(stranger, office, code=invitation.code)
    await consent(stranger, office, invitation_id=invitation.id)
    (row,) = await rows(office, tables.addresses, id=address_id)
    assert row["member_id"] == cast["Tâm"]


async def test_one_account_that_races_on_two_connections_becomes_one_person(
    office: Office, cast: Cast
) -> None:
    phones = [await new_phone(office, cast, "racer")]
    phones.append(cast.stranger(address_id=await twin(office, cast, "racer")))
    invitations = [await invited(office, cast, given) for given in ("Tâm", "Thu")]
    for phone, invitation in zip(phones, invitations, strict=True):
        await show_invitation(phone, office, code=invitation.code)
    outcomes = await asyncio.gather(
        *(
            consent(phone, office, invitation_id=invitation.id)
            for phone, invitation in zip(phones, invitations, strict=True)
        ),
        return_exceptions=True,
    )
    assert sum(isinstance(one, Standing) for one in outcomes) == 1
    (refused,) = [one for one in outcomes if isinstance(one, Refused)]
    assert refused.reason is Refusal.ADDRESS_TAKEN
    owners = [row["member_id"] for row in await rows(office, tables.addresses, chat_id="racer")]
    assert owners.count(None) == 1
