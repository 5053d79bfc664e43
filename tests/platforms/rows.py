"""What a row of the table is, and what a cell of it can be."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from storage.states import Platform
from tests.platforms.person import Instead
from tests.platforms.recording import Played, Step
from tests.platforms.stage import Stage

Story = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True)
class Works:
    """As everywhere."""

    story: Story

    @property
    def instead(self) -> frozenset[Instead]:
        """Nothing."""
        return frozenset()

    @property
    def words(self) -> str:
        """For the page."""
        return "works"


@dataclass(frozen=True)
class Substitute:
    """It works, in another way.

    Args:
        story: which uses all that is named and nothing else.
        instead: what stands for what is lacking.
    """

    story: Story
    instead: frozenset[Instead]

    @property
    def words(self) -> str:
        """For the page."""
        return "works: " + ", ".join(one.value for one in Instead if one in self.instead)


@dataclass(frozen=True)
class NotThere:
    """It cannot be had.

    Args:
        story: what the person is told who tries.
        why: and what there is to do about it.
        instead: what the story uses while they are told.
    """

    story: Story
    why: str
    instead: frozenset[Instead] = frozenset()

    @property
    def words(self) -> str:
        """For the page."""
        return f"not there: {self.why}"


Cell = Works | Substitute | NotThere


@dataclass(frozen=True)
class Row:
    """One thing that people do.

    Args:
        what: it is.
        commands: the names of the commands that it goes through.
        cells: by platform.
        steps: the choices and answered questions that each cell plays, except where something is not there.
        on_both: it is played on PostgreSQL as well.
    """

    what: str
    commands: tuple[str, ...]
    cells: dict[Platform, Cell]
    steps: frozenset[Step] = frozenset()
    on_both: bool = False

    def not_played(self, played: Played) -> dict[Platform, list[str]]:
        """The steps that the row names and nobody took, by platform."""
        missing = {
            platform: sorted(step.name for step in self.steps - played[platform])
            for platform, cell in self.cells.items()
            if not isinstance(cell, NotThere)
        }
        return {platform: names for platform, names in missing.items() if names}


def row(
    what: str,
    *commands: str,
    story: Story | None = None,
    telegram: Cell | None = None,
    zalo: Cell | None = None,
    web: Cell | None = None,
    zalo_has: tuple[Instead, ...] = (),
    steps: Iterable[Step] = (),
    on_both: bool = False,
) -> Row:
    """A row whose story plays everywhere where no other cell is named.

    Args:
        what: it is.
        commands: that it goes through.
        story: of the cells that are not named.
        telegram: another cell there.
        zalo: another cell there.
        web: another cell there.
        zalo_has: what the common story uses on Zalo in place of something else.
        steps: that each cell plays.
        on_both: on PostgreSQL as well.
    """
    named = {Platform.TELEGRAM: telegram, Platform.ZALO: zalo, Platform.WEB: web}
    if story is not None:
        there = Substitute(story, frozenset(zalo_has)) if zalo_has else Works(story)
        named = {
            platform: cell or (there if platform is Platform.ZALO else Works(story))
            for platform, cell in named.items()
        }
    cells = {platform: cell for platform, cell in named.items() if cell is not None}
    assert len(cells) == len(named), f"{what}: a cell is missing"
    return Row(what, commands, cells, frozenset(steps), on_both)
