"""The table leaves nothing out, and the page made from it is up to date."""

from handlers.commands.table import AWAITED, COMMANDS, PRESSES
from storage.states import Platform
from tests.platforms.not_played import NOT_PLAYED
from tests.platforms.page import PAGE, page
from tests.platforms.recording import Step
from tests.platforms.rows import NotThere, Substitute
from tests.platforms.table import ROWS


def test_every_command_has_a_row() -> None:
    shown = {name for row in ROWS for name in row.commands}
    assert shown == {command.name for command in COMMANDS}


def test_everything_that_can_be_pressed_or_answered_is_played_or_says_why_not() -> None:
    played = frozenset[Step]().union(*(row.steps for row in ROWS))
    can_be_taken: set[Step] = {*PRESSES, *AWAITED}
    assert played | set(NOT_PLAYED) == can_be_taken
    assert not played & set(NOT_PLAYED)
    assert all(len(why) > 10 for why in NOT_PLAYED.values())


def test_every_row_has_a_cell_for_each_platform() -> None:
    assert all(set(row.cells) == set(Platform) for row in ROWS)


def test_no_two_rows_are_called_alike() -> None:
    names = [row.what for row in ROWS]
    assert len(names) == len(set(names))


def test_a_substitute_is_named_and_what_is_not_there_says_why() -> None:
    cells = [cell for row in ROWS for cell in row.cells.values()]
    assert all(cell.instead for cell in cells if isinstance(cell, Substitute))
    assert all(len(cell.why) > 10 for cell in cells if isinstance(cell, NotThere))


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.platforms"
