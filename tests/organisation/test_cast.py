"""The cast itself: what other tests lean on."""

from datetime import timedelta

from bot.office import Office
from storage.database import Connection
from storage.organisation import people
from storage.states import Role
from tests.cast import BRANCH_1, BRANCH_2, COMMITTEE, PEOPLE, ROOT, START, Cast, clock_of


async def test_every_one_but_one_has_an_address(office: Office, cast: Cast) -> None:
    def body(connection: Connection) -> dict[str, int | None]:
        return {person.given: people.first_address(connection, cast[person.given]) for person in PEOPLE}

    reached = await office.database.read(body)
    assert [given for given, address in reached.items() if address is None] == ["Tâm"]
    assert reached["Bình"] == cast.addresses["Bình"]


def test_a_branch_secretary_leads_their_own_branch_and_no_other(cast: Cast) -> None:
    secretary = cast.caller("Hòa")
    assert secretary.has({Role.SECRETARY}, unit_id=cast.units[BRANCH_1])
    assert not secretary.has({Role.SECRETARY}, unit_id=cast.units[BRANCH_2])


def test_the_clerk_works_for_the_whole_organisation(cast: Cast) -> None:
    assert cast.caller("Lan").units_of({Role.CLERK}) == frozenset(cast.units.values())
    assert cast.units[ROOT] != cast.units[COMMITTEE]


def test_the_clock_moves_only_when_it_is_moved(office: Office) -> None:
    clock = clock_of(office)
    assert clock.now() == START
    clock.forward(hours=31)
    assert clock.now() - START == timedelta(hours=31)
    assert clock.machine() == clock.now()
