"""Saying no to what the office wants to keep."""

import pytest

from bot.errors import Refused
from bot.office import Office
from bot.organisation.joining.joining import consent, refuse_consent, show_invitation
from storage import tables
from tests.cast import START, Cast
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
