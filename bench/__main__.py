"""`python -m bench`: every table, one after the other; with a step's name only that step, for its process."""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from bench import files, going_around, rosters, searching
from bench.steps import Figures, Step, Steps, measure, measure_here, print_table
from tests.postgres import NoPostgresError, Server, server

ON_NO_DATABASE: Mapping[str, Steps] = {
    f"Reading {rosters.PEOPLE:,} people": rosters.READING,
    f"Reading documents, {files.FEW} of {files.PARAGRAPHS} paragraphs": files.READING,
}
# Steps of the first kind have an empty database each; the others go on in one that their first step fills.
EACH_ITS_OWN: Mapping[str, Steps] = {"Rosters": rosters.APPLYING}
ONE_FOR_ALL: Mapping[str, Steps] = {
    f"Searching {searching.FEW:,} documents and {searching.MANY:,}": searching.SEARCHING,
    f"Ways to {going_around.PEOPLE:,} people": going_around.MOVING,
}


def main(arguments: Sequence[str]) -> None:
    """Measure everything, or one step when it is named."""
    if arguments:
        name, folder, url = arguments
        measure_here(_named(name), Path(folder), url)
        return
    with tempfile.TemporaryDirectory(prefix="loa-bench-") as made:
        _measure_all(Path(made))


def _named(name: str) -> Step:
    tables = (*ON_NO_DATABASE.values(), *EACH_ITS_OWN.values(), *ONE_FOR_ALL.values())
    return next(steps[name] for steps in tables if name in steps)


def _measure_all(folder: Path) -> None:
    rosters.write_files(folder)
    files.write_files(folder)
    own = 0.0
    for title, steps in ON_NO_DATABASE.items():
        figures = {name: measure(name, folder, "-") for name in steps}
        own = own or figures[rosters.NOTHING]["memory"]
        print_table(title, steps, figures, own)
    _measure_databases("SQLite", _Files(folder), folder, own)
    with suppress(NoPostgresError), server() as postgres:
        _measure_databases("PostgreSQL", postgres, folder, own)


class _Files:
    """SQLite databases of a run, each in a file."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._made = folder, 0

    @contextmanager
    def database(self) -> Iterator[str]:
        """An empty one."""
        self._made += 1
        yield f"sqlite:///{self._folder / f'{self._made}.db'}"


def _measure_databases(engine: str, databases: _Files | Server, folder: Path, own: float) -> None:
    for title, steps in EACH_ITS_OWN.items():
        figures: Figures = {}
        for name in steps:
            with databases.database() as url:
                figures[name] = measure(name, folder, url)
        print_table(f"{title}, {engine}", steps, figures, own)
    for title, steps in ONE_FOR_ALL.items():
        with databases.database() as url:
            figures = {name: measure(name, folder, url) for name in steps}
        print_table(f"{title}, {engine}", steps, figures, own)


if __name__ == "__main__":
    main(sys.argv[1:])
