"""Saying no to what the office wants to keep."""

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining import six_digits
from bot.organisation.joining.joining import (
    consent,
    give_back,
    refuse_consent,
    show_invitation,
    waiting_offer,
)
from storage import tables
from tests.cast import COMMAND_LINE, START, Cast
from tests.organisation.joined import invited, join, new_phone, rows


async def test_who_refuses_goes_onto_the_paper_list_and_leaves_nothing_else(
    office: Office, cast: Cast
) -> None:
    invitation = await invited(office, cast)
    phone = await new_phone(office, cast)
    await show_invitation(phone, office, code=invitation.code)
    await refuse_consent(phone, office, invitation_id=invitation.id)
    (member,) = await rows(office, tables.members, id=cast["Tâm"])
    assert member["on_paper"]
    (used,) = await rows(office, tables.invitations)
    assert (used["used_at"], used["used_by"]) == (START, None)
    assert await rows(office, tables.consents) == []
    assert (await new_phone(office, cast)).member_id is None
    with pytest.raises(Refused):
        await consent(phone, office, invitation_id=invitation.id)


async def test_history_does_not_tell_a_refusal_from_a_consent(office: Office, cast: Cast) -> None:
    for given, answer in (("Tâm", refuse_consent), ("Thu", consent)):
        invitation = await invited(office, cast, given)
        phone = await new_phone(office, cast, f"phone-{given}")
        await show_invitation(phone, office, code=invitation.code)
        await answer(phone, office, invitation_id=invitation.id)
    told = [
        [
            row["to_state"]
            for row in await rows(office, tables.history, thing="invitation", thing_id=row["id"])
        ]
        for row in await rows(office, tables.invitations)
    ]
    assert told[0] == told[1] == ["open", "shown", "used"]


async def test_who_refuses_on_a_second_telephone_stays_reachable_on_the_first(
    office: Office, cast: Cast
) -> None:
    invitation = await invited(office, cast, "Bình")
    phone = await new_phone(office, cast)
    await show_invitation(phone, office, code=invitation.code)
    await refuse_consent(phone, office, invitation_id=invitation.id)
    (member,) = await rows(office, tables.members, id=cast["Bình"])
    assert not member["on_paper"]


async def test_who_changes_their_mind_leaves_the_paper_list(office: Office, cast: Cast) -> None:
    invitation = await invited(office, cast)
    phone = await new_phone(office, cast)
    await show_invitation(phone, office, code=invitation.code)
    await refuse_consent(phone, office, invitation_id=invitation.id)
    await join(office, cast)
    (member,) = await rows(office, tables.members, id=cast["Tâm"])
    assert not member["on_paper"]


async def test_who_got_somebody_elses_code_puts_nobody_on_paper(office: Office, cast: Cast) -> None:
    code = (await invited(office, cast, "Tâm")).code
    stranger = await new_phone(office, cast)
    offer = await show_invitation(stranger, office, code=code)
    await give_back(stranger, office, invitation_id=offer.invitation_id)
    (member,) = await rows(office, tables.members, id=cast["Tâm"])
    assert not member["on_paper"]
    # It is no longer theirs to answer, and stays good for whom it names.
    assert await waiting_offer(stranger, office) is None
    with pytest.raises(Refused) as refused:
        await consent(stranger, office, invitation_id=offer.invitation_id)
    assert refused.value.reason is Refusal.CODE_INVALID
    own = await new_phone(office, cast, "own-phone")
    shown = await show_invitation(own, office, code=code)
    await consent(own, office, invitation_id=shown.invitation_id)
    assert (await new_phone(office, cast, "own-phone")).member_id == cast["Tâm"]


async def test_six_digits_of_somebody_else_end_when_they_are_given_back(office: Office, cast: Cast) -> None:
    digits = await six_digits.for_member(COMMAND_LINE, office, member_id=cast["Tâm"])
    stranger = await new_phone(office, cast)
    offer = await show_invitation(stranger, office, code=digits.code)
    await give_back(stranger, office, invitation_id=offer.invitation_id)
    with pytest.raises(Refused):
        await show_invitation(await new_phone(office, cast, "own-phone"), office, code=digits.code)


async def test_who_has_joined_cannot_say_afterwards_that_nothing_was_written(
    office: Office, cast: Cast
) -> None:
    code = (await invited(office, cast, "Tâm")).code
    phone = await new_phone(office, cast)
    offer = await show_invitation(phone, office, code=code)
    await consent(phone, office, invitation_id=offer.invitation_id)
    with pytest.raises(Refused) as refused:
        await give_back(await new_phone(office, cast), office, invitation_id=offer.invitation_id)
    assert refused.value.reason is Refusal.CODE_INVALID
    assert (await new_phone(office, cast)).member_id == cast["Tâm"]
