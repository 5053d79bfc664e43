"""Two admins at once: the tree stays a tree."""

import asyncio

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.units.changing import Changed, change_tree
from bot.organisation.units.due import apply_due_changes
from bot.organisation.units.wishes import Wish
from bot.states import UnitChange
from storage import tables
from tests.acknowledgement.story import rows
from tests.cast import BRANCH_1, BRANCH_2, COMMAND_LINE, ROOT, Cast, clock_of
from tests.units.chatting import TODAY, row, tree


async def test_two_moves_at_once_make_no_circle(office: Office, cast: Cast) -> None:
    one, two = cast.units[BRANCH_1], cast.units[BRANCH_2]
    ended = await asyncio.gather(
        _move(office, cast, one, two), _move(office, cast, two, one), return_exceptions=True
    )
    assert sorted(type(outcome).__name__ for outcome in ended) == ["Changed", "Refused"]
    (refused,) = [outcome for outcome in ended if isinstance(outcome, Refused)]
    assert refused.reason is Refusal.CIRCLE
    assert len(await tree(office)) == 5


async def test_two_merges_of_one_unit_move_everybody_once(office: Office, cast: Cast) -> None:
    wish = Wish(UnitChange.MERGE, cast.units[BRANCH_2], TODAY, target_id=cast.units[BRANCH_1])
    ended = await asyncio.gather(
        *(change_tree(COMMAND_LINE, office, wish=wish) for _ in range(2)), return_exceptions=True
    )
    assert sorted(type(outcome).__name__ for outcome in ended) == ["Changed", "Refused"]
    assert len(await rows(office, tables.member_moves)) == len(cast.of_unit(BRANCH_2))


async def test_two_knocks_of_the_clock_make_a_plan_once(office: Office, cast: Cast) -> None:
    tomorrow = TODAY.replace(day=24)
    wish = Wish(UnitChange.MOVE, cast.units[BRANCH_1], tomorrow, target_id=cast.units[ROOT])
    await change_tree(cast.caller("Dũng"), office, wish=wish)
    clock_of(office).forward(days=1)
    assert sorted(await asyncio.gather(*(apply_due_changes(office) for _ in range(2)))) == [0, 1]
    assert (await row(office, cast.units[BRANCH_1])).parent_id == cast.units[ROOT]
    assert len(await rows(office, tables.history, thing="unit")) == 1


async def _move(office: Office, cast: Cast, unit_id: int, target_id: int) -> Changed:
    wish = Wish(UnitChange.MOVE, unit_id, TODAY, target_id=target_id)
    return await change_tree(cast.caller("Dũng"), office, wish=wish)
