"""A change of the tree is one moment, though the clock goes on while it is made."""

from dataclasses import replace
from datetime import datetime

from bot.office import Office
from bot.organisation.units.changing import change_tree
from bot.organisation.units.wishes import Wish
from bot.states import UnitChange
from storage import tables
from storage.states import Role
from tests.acknowledgement.story import rows
from tests.cast import BRANCH_1, BRANCH_2, COMMITTEE, START, Cast, FixedClock

TODAY = START.date()


class GoingClock(FixedClock):
    """A second later at each look."""

    def now(self) -> datetime:
        self.forward(seconds=1)
        return super().now()


async def test_roles_come_back_with_the_unit_though_the_clock_goes_on(office: Office, cast: Cast) -> None:
    going = replace(office, clock=GoingClock())
    one, dung = cast.units[BRANCH_1], cast.caller("Dũng")
    merge = Wish(UnitChange.MERGE, one, TODAY, target_id=cast.units[BRANCH_2])
    await change_tree(dung, going, wish=merge)
    assert await _held(going, cast) == []
    await change_tree(dung, going, wish=Wish(UnitChange.OPEN, one, TODAY, target_id=cast.units[COMMITTEE]))
    assert await _held(going, cast) == [(Role.SECRETARY, one)]


async def _held(office: Office, cast: Cast) -> list[tuple[Role, int]]:
    found = await rows(office, tables.role_grants, member_id=cast["Hòa"])
    return [(row.role, row.unit_id) for row in found if row.until_at is None]
