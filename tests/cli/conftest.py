import logging
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

from bot import logs
from handlers.cli import app
from storage.database import sync_engine
from tests.cast import Cast, fill

Loa = Callable[..., Result]


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    """A command sets up the logs of its process, which here is the tests'."""
    root = logging.getLogger()
    before = root.handlers, root.level, sys.excepthook, warnings.showwarning
    levels = {name: logging.getLogger(name).level for name in logs.FLOORS}
    yield
    logging.captureWarnings(capture=False)
    root.handlers, level, sys.excepthook, warnings.showwarning = before
    root.setLevel(level)
    for name, one in levels.items():
        logging.getLogger(name).setLevel(one)
    structlog.reset_defaults()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which commands are given."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def loa(place: Path) -> Loa:
    """`loa("db", "check")` gives the command, in this process."""

    def give(*arguments: str, typed: str | None = None) -> Result:
        return CliRunner().invoke(app, arguments, input=typed)

    return give


@pytest.fixture
def cast(place: Path, prepared_sqlite_url: str) -> Cast:
    """The cast in the data folder of a place without config.toml."""
    data = place / "data"
    data.mkdir(mode=0o700)
    file = Path(shutil.move(prepared_sqlite_url.removeprefix("sqlite:///"), data))
    file.chmod(0o600)
    engine = sync_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        cast = fill(connection)
    engine.dispose()
    return cast


def one_line(result: Result, code: int, *words: str) -> None:
    """The command ended with this code and said just one line on standard error, with these words in it."""
    said = result.stderr.splitlines()
    assert (result.exit_code, len(said)) == (code, 1), result.output
    assert said[0].startswith("loa: ")
    for word in words:
        assert word in said[0]


def lines_with(result: Result, words: str) -> Sequence[str]:
    return [line for line in result.stdout.splitlines() if words in line]
