"""One person is added to the roster by hand."""

from functools import partial

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.adding import NewPerson, add_person
from bot.organisation.callers import caller_of_member
from bot.states import Role
from storage.organisation import people
from tests.cast import BRANCH_2, COMMAND_LINE, ROOT, Cast


async def test_the_command_line_adds_a_secretary_for_their_own_branch(office: Office, cast: Cast) -> None:
    person = NewPerson("  Hồ   Thị Nga ", BRANCH_2.lower(), roles=(Role.SECRETARY,))
    added = await add_person(COMMAND_LINE, office, person=person)
    member = await office.database.read(partial(people.member, member_id=added.member_id))
    assert member is not None
    assert (member.full_name, member.unit_id) == ("Hồ Thị Nga", cast.units[BRANCH_2])
    assert not added.unit_opened
    caller = await caller_of_member(office, added.member_id, door=COMMAND_LINE.door)
    assert caller.units_of({Role.SECRETARY}) == {cast.units[BRANCH_2]}


async def test_a_clerk_is_one_for_the_whole_organisation(office: Office, cast: Cast) -> None:
    person = NewPerson("Hồ Thị Nga", BRANCH_2, roles=(Role.CLERK,))
    added = await add_person(COMMAND_LINE, office, person=person)
    caller = await caller_of_member(office, added.member_id, door=COMMAND_LINE.door)
    assert cast.units[ROOT] in caller.units_of({Role.CLERK})


async def test_a_unit_is_opened_only_when_asked(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused, match=Refusal.NOT_FOUND):
        await add_person(COMMAND_LINE, office, person=NewPerson("Hồ Thị Nga", "Chi bộ 9"))
    added = await add_person(
        COMMAND_LINE, office, person=NewPerson("Hồ Thị Nga", "Chi bộ 9", opens_unit=True)
    )
    assert added.unit_opened
    again = await add_person(COMMAND_LINE, office, person=NewPerson("Hồ Văn Lộc", "chi bo 9"))
    assert (again.unit_name, again.unit_opened) == ("Chi bộ 9", False)
    assert cast.units


async def test_the_same_name_in_the_same_unit_is_refused(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused, match=Refusal.ALREADY_THERE):
        await add_person(COMMAND_LINE, office, person=NewPerson("Lý Thị Thu", BRANCH_2))
    assert cast["Thu"]


@pytest.mark.parametrize("given", ["Bình", "Hòa", "Lan", "Minh"])
async def test_nobody_but_the_admin_may(office: Office, cast: Cast, given: str) -> None:
    with pytest.raises(Refused, match=Refusal.NOT_ALLOWED):
        await add_person(cast.caller(given), office, person=NewPerson("Hồ Thị Nga", BRANCH_2))


async def test_the_admin_may(office: Office, cast: Cast) -> None:
    added = await add_person(cast.caller("Dũng"), office, person=NewPerson("Hồ Thị Nga", BRANCH_2))
    assert added.member_id
