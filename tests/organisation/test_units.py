"""Units, members, roles and the installation's row, on both engines."""

from datetime import date, timedelta

from bot.office import Office
from bot.organisation.names import sort_key
from storage import tables
from storage.database import Connection
from storage.organisation import grants, organisation, people
from storage.organisation.organisation import NewMember
from storage.states import Role, UnitKind
from tests.cast import BRANCH_1, BRANCH_2, COMMITTEE, PEOPLE, ROOT, START, Cast
from tests.organisation.joined import do


async def test_units_stand_in_protocol_order_each_above_those_below(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> list[str]:
        for name in ("Tổ 1", "Tổ 2"):
            organisation.add_unit(
                connection,
                kind=UnitKind.GROUP,
                name=name,
                short_name=name,
                parent_id=cast.units[BRANCH_1],
                opened_on=date(2026, 1, 1),
            )
        return [unit.name for unit in organisation.units_in_order(connection)]

    assert await do(office, body) == [
        "Liên đoàn Lao động tỉnh",
        "Đảng ủy LĐLĐ tỉnh",
        "Chi bộ 1",
        "Tổ 1",
        "Tổ 2",
        "Chi bộ 2",
        "Chi bộ 3",
    ]


async def test_a_closed_unit_is_left_out_but_what_is_below_it_stays(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> tuple[list[str], list[str]]:
        connection.execute(
            tables.units.update()
            .where(tables.units.c.id == cast.units[COMMITTEE])
            .values(closed_on=date(2026, 11, 1))
        )
        before = organisation.units_in_order(connection, on=date(2026, 10, 31))
        after = organisation.units_in_order(connection, on=date(2026, 11, 1))
        return [unit.name for unit in before], [unit.name for unit in after]

    before, after = await do(office, body)
    assert "Đảng ủy LĐLĐ tỉnh" in before
    assert "Đảng ủy LĐLĐ tỉnh" not in after
    assert set(before) - set(after) == {"Đảng ủy LĐLĐ tỉnh"}


async def test_members_are_listed_by_given_name_on_both_engines(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> list[str]:
        return [member.full_name for member in people.members_of(connection, None)]

    listed = await office.database.read(body)
    assert listed == sorted((person.full_name for person in PEOPLE), key=sort_key)
    assert [name.split()[-1] for name in listed[:4]] == ["An", "Bình", "Dũng", "Đức"]


async def test_a_new_member_is_on_the_roster_of_their_unit_and_no_other(office: Office, cast: Cast) -> None:
    new = NewMember("Tạ Thị Xuân", sort_key("Tạ Thị Xuân"), cast.units[BRANCH_2], START)

    def body(connection: Connection) -> tuple[list[int], list[int], int]:
        member_id = organisation.add_member(connection, new)
        return (
            [one.id for one in people.members_of(connection, [cast.units[BRANCH_2]])],
            [one.id for one in people.members_of(connection, [cast.units[BRANCH_1]])],
            member_id,
        )

    there, elsewhere, member_id = await do(office, body)
    assert member_id in there
    assert member_id not in elsewhere


async def test_a_role_holds_until_it_is_ended_and_not_after(office: Office, cast: Cast) -> None:
    later = START + timedelta(days=3)

    def body(connection: Connection) -> tuple[bool, bool, list[Role], list[Role]]:
        grant_id = grants.add(
            connection, member_id=cast["Mai"], role=Role.AUDITOR, unit_id=cast.units[ROOT], from_at=START
        )
        ended = grants.end(connection, grant_id, until_at=later)
        again = grants.end(connection, grant_id, until_at=later)
        before = people.roles_of(connection, cast["Mai"], now=later - timedelta(seconds=1))
        after = people.roles_of(connection, cast["Mai"], now=later)
        return ended, again, [held.role for held in before], [held.role for held in after]

    assert await do(office, body) == (True, False, [Role.AUDITOR], [])


async def test_the_clock_is_moved_forward_and_never_back(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> list[tuple[bool, int]]:
        seen = []
        for seconds in (3600, 60, 7200):
            done = organisation.set_clock_offset(connection, seconds)
            found = organisation.installation(connection)
            assert found is not None
            seen.append((done, found.clock_offset_seconds))
        return seen

    assert await do(office, body) == [(True, 3600), (False, 3600), (True, 7200)]


async def test_an_empty_database_has_no_installation(office: Office) -> None:
    assert await office.database.read(organisation.installation) is None
