"""A code stands only as long as its maker could make it: not when its member was given a role since."""

from datetime import timedelta

import pytest

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining import joining
from bot.organisation.joining.inviting import Invitation, invite, own_code
from bot.organisation.rights.granting import give
from bot.organisation.rights.proposals import Proposal
from bot.organisation.rights.terms import Term
from storage import tables
from storage.states import Role
from tests.cast import COMMAND_LINE, ROOT, START, Cast
from tests.organisation.joined import do, new_phone, rows

TOMORROW = (START + timedelta(days=1)).date()


async def make_admin(office: Office, cast: Cast, *, from_tomorrow: bool = False) -> None:
    term = Term(first_on=TOMORROW) if from_tomorrow else Term()
    proposal = Proposal(cast["Bình"], Role.ADMIN, cast.units[ROOT], term)
    await give(cast.caller("Dũng"), office, proposal=proposal)


async def shown(office: Office, cast: Cast, invitation: Invitation) -> Caller:
    phone = await new_phone(office, cast)
    await joining.show_invitation(phone, office, code=invitation.code)
    return phone


async def refused(office: Office, phone: Caller, invitation: Invitation) -> None:
    with pytest.raises(Refused) as told:
        await joining.consent(phone, office, invitation_id=invitation.id)
    assert told.value.reason is Refusal.CODE_INVALID


@pytest.mark.parametrize("from_tomorrow", [False, True])
async def test_a_role_ends_the_code_that_a_secretary_had_made(
    office: Office, cast: Cast, from_tomorrow: bool
) -> None:
    invitation = await invite(cast.caller("Hòa"), office, member_id=cast["Bình"])
    phone = await shown(office, cast, invitation)
    await make_admin(office, cast, from_tomorrow=from_tomorrow)
    (row,) = await rows(office, tables.invitations)
    assert row["revoked_at"] == START
    await refused(office, phone, invitation)
    assert (await new_phone(office, cast)).member_id is None


@pytest.mark.parametrize("maker", ["admin", "command line", "member"])
async def test_a_role_leaves_other_codes(office: Office, cast: Cast, maker: str) -> None:
    if maker == "member":
        invitation = await own_code(cast.caller("Bình"), office)
    else:
        caller = cast.caller("Dũng") if maker == "admin" else COMMAND_LINE
        invitation = await invite(caller, office, member_id=cast["Bình"])
    await make_admin(office, cast)
    phone = await shown(office, cast, invitation)
    await joining.consent(phone, office, invitation_id=invitation.id)
    assert (await new_phone(office, cast)).member_id == cast["Bình"]


async def test_who_will_hold_a_role_is_invited_by_an_admin_only(office: Office, cast: Cast) -> None:
    await make_admin(office, cast, from_tomorrow=True)
    with pytest.raises(Refused) as told:
        await invite(cast.caller("Hòa"), office, member_id=cast["Bình"])
    assert told.value.reason is Refusal.NOT_ALLOWED


async def test_the_code_of_who_has_lost_the_right_is_worth_nothing(office: Office, cast: Cast) -> None:
    invitation = await invite(cast.caller("Hòa"), office, member_id=cast["Bình"])
    phone = await shown(office, cast, invitation)
    hoa = tables.role_grants.c.member_id == cast["Hòa"]
    await do(office, lambda connection: connection.execute(tables.role_grants.delete().where(hoa)))
    await refused(office, phone, invitation)
    with pytest.raises(Refused):
        await joining.show_invitation(phone, office, code=invitation.code)


async def test_the_code_of_who_has_left_is_worth_nothing(office: Office, cast: Cast) -> None:
    invitation = await invite(cast.caller("Dũng"), office, member_id=cast["Bình"])
    phone = await shown(office, cast, invitation)
    dung = tables.members.c.id == cast["Dũng"]
    await do(office, lambda one: one.execute(tables.members.update().where(dung).values(left_at=START)))
    await refused(office, phone, invitation)
    with pytest.raises(Refused):
        await joining.refuse_consent(phone, office, invitation_id=invitation.id)
