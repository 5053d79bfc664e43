"""Joining with a code: shown, consented, bound; and every way in which it is not."""

import asyncio
from datetime import timedelta

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.consent import text_version
from bot.organisation.joining.inviting import VALID_FOR
from bot.organisation.joining.joining import Standing, consent, refuse_consent, show_invitation
from storage import tables
from storage.database import Connection
from storage.organisation import people
from storage.states import ConsentPurpose, MemberKind
from tests.cast import START, Cast, clock_of
from tests.organisation.joined import do, invited, join, new_phone, rows


async def test_a_code_shows_whom_it_will_bind_and_binds_nobody_yet(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    phone = await new_phone(office, cast)
    offer = await show_invitation(phone, office, code=invitation.code)
    assert (offer.full_name, offer.unit_name, offer.already) == ("Phan Văn Tâm", "Chi bộ 2", False)
    assert (await new_phone(office, cast)).member_id is None
    assert await rows(office, tables.consents) == []


async def test_consent_binds_the_conversation_and_records_each_purpose_and_the_words(
    office: Office, cast: Cast
) -> None:
    phone = await join(office, cast)
    assert phone.member_id == cast["Tâm"]
    given = await rows(office, tables.consents, member_id=cast["Tâm"])
    assert [row["purpose"] for row in given] == [purpose.value for purpose in ConsentPurpose]
    assert {row["text_version"] for row in given} == {text_version(MemberKind.OFFICIAL, abroad=True)}
    assert {(row["address_id"], row["given_at"]) for row in given} == {(phone.address_id, START)}
    (invitation,) = await rows(office, tables.invitations)
    assert (invitation["used_at"], invitation["used_by"]) == (START, phone.address_id)


async def test_a_union_member_agrees_to_words_of_their_own(office: Office, cast: Cast) -> None:
    await join(office, cast, given="Ngọc")
    versions = {row["text_version"] for row in await rows(office, tables.consents)}
    assert versions == {text_version(MemberKind.UNION, abroad=True)}
    assert versions != {text_version(MemberKind.PROBATIONARY, abroad=True)}


async def test_a_second_press_changes_nothing(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    phone = await new_phone(office, cast)
    await show_invitation(phone, office, code=invitation.code)
    first = await consent(phone, office, invitation_id=invitation.id)
    second = await consent(phone, office, invitation_id=invitation.id)
    assert (first.already, second.already) == (False, True)
    assert len(await rows(office, tables.consents)) == len(ConsentPurpose)


async def test_a_code_works_once_and_no_second_account_can_use_it(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    phone, other = await new_phone(office, cast), await new_phone(office, cast, "other-phone")
    for caller in (phone, other):
        await show_invitation(caller, office, code=invitation.code)
    await consent(phone, office, invitation_id=invitation.id)
    with pytest.raises(Refused) as refused:
        await consent(other, office, invitation_id=invitation.id)
    assert refused.value.reason is Refusal.CODE_INVALID
    assert (await new_phone(office, cast, "other-phone")).member_id is None
    with pytest.raises(Refused) as refused:
        await show_invitation(other, office, code=invitation.code)
    assert refused.value.reason is Refusal.CODE_INVALID


async def test_of_two_accounts_that_consent_at_once_one_is_bound(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    phones = [await new_phone(office, cast, f"phone-{number}") for number in range(4)]
    for phone in phones:
        await show_invitation(phone, office, code=invitation.code)
    outcomes = await asyncio.gather(
        *(consent(phone, office, invitation_id=invitation.id) for phone in phones), return_exceptions=True
    )
    assert sum(isinstance(outcome, Standing) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 3
    assert len(await rows(office, tables.addresses, member_id=cast["Tâm"])) == 1


async def test_of_two_invitations_in_one_conversation_only_one_binds(office: Office, cast: Cast) -> None:
    mine, another = await invited(office, cast, "Tâm"), await invited(office, cast, "Thu")
    phone = await new_phone(office, cast)
    for invitation in (mine, another):
        await show_invitation(phone, office, code=invitation.code)
    await consent(phone, office, invitation_id=mine.id)
    with pytest.raises(Refused) as refused:
        await consent(phone, office, invitation_id=another.id)
    assert refused.value.reason is Refusal.ADDRESS_TAKEN
    assert (await new_phone(office, cast)).member_id == cast["Tâm"]
    (unused,) = await rows(office, tables.invitations, member_id=cast["Thu"])
    assert unused["used_at"] is None


async def test_an_account_that_stands_for_somebody_cannot_become_somebody_else(
    office: Office, cast: Cast
) -> None:
    invitation = await invited(office, cast)
    with pytest.raises(Refused) as refused:
        await show_invitation(cast.caller("Bình"), office, code=invitation.code)
    assert refused.value.reason is Refusal.ADDRESS_TAKEN
    assert (await new_phone(office, cast, "chat-Bình")).member_id == cast["Bình"]


async def test_ones_own_code_in_ones_own_conversation_is_only_a_welcome_back(
    office: Office, cast: Cast
) -> None:
    invitation = await invited(office, cast, "Bình")
    offer = await show_invitation(cast.caller("Bình"), office, code=invitation.code)
    assert offer.already
    (row,) = await rows(office, tables.invitations)
    assert row["used_at"] is None


async def test_an_account_of_somebody_who_left_can_join_anew(office: Office, cast: Cast) -> None:
    def leave(connection: Connection) -> None:
        connection.execute(
            tables.members.update().where(tables.members.c.id == cast["Bình"]).values(left_at=START)
        )

    await do(office, leave)
    assert (await join(office, cast, chat_id="chat-Bình")).member_id == cast["Tâm"]


async def test_an_expired_code_shows_and_binds_nobody(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    phone = await new_phone(office, cast)
    await show_invitation(phone, office, code=invitation.code)
    clock_of(office).forward(seconds=VALID_FOR.total_seconds())
    for attempt in (
        consent(phone, office, invitation_id=invitation.id),
        show_invitation(phone, office, code=invitation.code),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.CODE_INVALID
    assert (await new_phone(office, cast)).member_id is None


async def test_a_code_holds_until_the_last_moment(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    clock_of(office).forward(seconds=(VALID_FOR - timedelta(seconds=1)).total_seconds())
    offer = await show_invitation(await new_phone(office, cast), office, code=invitation.code)
    assert offer.invitation_id == invitation.id


async def test_a_revoked_code_shows_and_binds_nobody(office: Office, cast: Cast) -> None:
    first = await invited(office, cast)
    phone = await new_phone(office, cast)
    await show_invitation(phone, office, code=first.code)
    await invited(office, cast)
    for attempt in (
        consent(phone, office, invitation_id=first.id),
        show_invitation(phone, office, code=first.code),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.CODE_INVALID


async def test_consent_counts_only_where_the_code_was_named(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    await show_invitation(await new_phone(office, cast), office, code=invitation.code)
    other = await new_phone(office, cast, "other-phone")
    for attempt in (
        consent(other, office, invitation_id=invitation.id),
        refuse_consent(other, office, invitation_id=invitation.id),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.CODE_INVALID


async def test_a_group_can_stand_for_nobody(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    phone = await new_phone(office, cast)

    def make_a_group(connection: Connection) -> None:
        connection.execute(
            tables.addresses.update().where(tables.addresses.c.id == phone.address_id).values(is_group=True)
        )

    await show_invitation(phone, office, code=invitation.code)
    await do(office, make_a_group)
    for attempt in (
        show_invitation(phone, office, code=invitation.code),
        consent(phone, office, invitation_id=invitation.id),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.CODE_INVALID


async def test_the_newest_conversation_is_written_to_first(office: Office, cast: Cast) -> None:
    phone = await join(office, cast, given="Bình")

    def first(connection: Connection) -> int | None:
        return people.first_address(connection, cast["Bình"])

    assert await office.database.read(first) == phone.address_id != cast.addresses["Bình"]
