"""What a new installation and the sandbox begin with."""

import pytest

from bot.access import Door
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.callers import caller_of_member
from bot.organisation.founding import AlreadyFounded, Founded, found_office
from bot.organisation.names import given_name
from bot.organisation.sample import SampleIds, found_sample
from bot.texts.sample import PEOPLE
from storage import tables
from storage.database import Connection
from storage.organisation import organisation, people
from storage.states import Address, MemberKind, Role
from tests.organisation.joined import do, rows


async def found(office: Office, *, name: str = " Trần  Văn Quản ", unit: str = "Đảng ủy Sở") -> Founded:
    def body(connection: Connection) -> Founded:
        return found_office(connection, office, first_admin_name=name, unit_name=unit)

    return await do(office, body)


async def sample(office: Office) -> SampleIds:
    def body(connection: Connection) -> SampleIds:
        return found_sample(connection, office)

    return await do(office, body)


async def test_a_new_office_has_a_unit_topics_and_one_person_who_can_begin(office: Office) -> None:
    founded = await found(office)
    admin = await caller_of_member(office, founded.admin_id, door=Door.COMMAND_LINE)
    assert admin.roles == {Role.ADMIN, Role.CLERK, Role.APPROVER}
    (member,) = await rows(office, tables.members)
    assert (member["full_name"], member["unit_id"]) == ("Trần Văn Quản", founded.unit_id)
    assert len(await rows(office, tables.topics, mandatory=True)) == 1
    installation = await office.database.read(organisation.installation)
    assert installation is not None
    assert not installation.sandbox


async def test_an_office_is_founded_once(office: Office) -> None:
    await found(office)
    with pytest.raises(AlreadyFounded):
        await found(office)
    with pytest.raises(AlreadyFounded):
        await sample(office)
    assert len(await rows(office, tables.members)) == 1


@pytest.mark.parametrize(("name", "unit"), [("  ", "Đảng ủy"), ("Trần Văn Quản", " ")])
async def test_an_office_without_a_name_is_not_founded(office: Office, name: str, unit: str) -> None:
    with pytest.raises(Refused) as refused:
        await found(office, name=name, unit=unit)
    assert refused.value.reason is Refusal.EMPTY
    assert await rows(office, tables.installation) == []


async def test_the_sample_has_three_branches_and_fifteen_people_with_every_role_it_needs(
    office: Office,
) -> None:
    ids = await sample(office)
    assert len(ids.members) == len(PEOPLE) == 15
    assert len([unit for unit in await rows(office, tables.units) if unit["kind"] == "branch"]) == 3
    held = {row["role"] for row in await rows(office, tables.role_grants)}
    assert held == set(Role) - {Role.AUDITOR}
    deputy = await caller_of_member(office, ids.members["Minh"], door=Door.WEB)
    assert deputy.units_of({Role.APPROVER}) == set(ids.units.values())
    secretary = await caller_of_member(office, ids.members["Hòa"], door=Door.WEB)
    assert secretary.units_of({Role.SECRETARY}) == {ids.units["Chi bộ 3"]}


async def test_everybody_in_the_sample_is_reached_but_the_one_without_a_telephone(office: Office) -> None:
    ids = await sample(office)

    def body(connection: Connection) -> list[str]:
        return [
            given for given, member in ids.members.items() if people.first_address(connection, member) is None
        ]

    assert await office.database.read(body) == ["Tâm"]
    assert set(ids.members) - set(ids.addresses) == {"Tâm"}
    shown = {row["shown_as"] for row in await rows(office, tables.addresses)}
    assert shown == {None, "telegram", "zalo"}
    consented = {row["member_id"] for row in await rows(office, tables.consents)}
    assert consented == {ids.members[given] for given in ids.addresses}


def test_the_sample_shows_several_forms_of_address_and_each_given_name_once() -> None:
    assert {person.address_form for person in PEOPLE} >= {Address.COMRADE, Address.SISTER, Address.BROTHER}
    # A candidate gets invitations only: the story has nothing to show of one.
    assert {person.kind for person in PEOPLE} == set(MemberKind) - {MemberKind.CANDIDATE}
    assert len({given_name(person.full_name) for person in PEOPLE}) == len(PEOPLE)
