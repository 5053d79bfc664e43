"""Fixtures that every ring of tests uses: databases on both engines, a browser, and no way out."""

import ipaddress
import os
import re
import shutil
import sqlite3
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from storage.migrate import upgrade
from tests.compiled import share_compiled_statements
from tests.postgres import NoPostgresError, Server, server

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
ON_BOTH_ENGINES = frozenset({"delivery", "inbox", "kills", "storage"})
"""The rooms in which every test runs on both engines (docs/decisions/0009); with TEST_ENGINES=both all do."""
_DRAWN = (
    "Outside of the rooms about storing and sending each test runs on SQLite or on PostgreSQL, not on both; "
    "TEST_ENGINES=both runs all on both."
)
_LEFT_OUT = re.compile(r"left out, (?P<kind>[^:]+): (?P<why>[^'\")]+)")

# A busy machine is slow; no test asserts how fast it is.
settings.register_profile("loa", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("loa")


def pytest_configure() -> None:
    """Shut the way to other machines, and let all databases of this process share what is compiled."""
    sys.addaudithook(_only_the_loopback)
    share_compiled_statements()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave each test outside of the rooms about storing and sending to one engine, drawn by its name."""
    if os.environ.get("TEST_ENGINES") == "both":
        return
    kept: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        (kept if _stays(item) else left).append(item)
    if left:
        items[:] = kept
        config.hook.pytest_deselected(items=left)


def _stays(item: pytest.Item) -> bool:
    engine = getattr(getattr(item, "callspec", None), "params", {}).get("url_on_drawn_engine")
    if engine is None or item.path.parent.name in ON_BOTH_ENGINES:
        return True
    base = item.nodeid.replace(str(engine), "")
    return bool(engine == ("sqlite", "postgresql")[zlib.crc32(base.encode()) % 2])


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out a browser test where there is no browser."""
    if item.get_closest_marker("browser") and find_browser() is None:
        leave_out("browser", "no Chromium or Chrome found")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly what this machine could not test, also what its workers left out."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = [_LEFT_OUT.search(str(report.longrepr)) for report in skipped]
    counted = Counter((found["kind"], found["why"]) for found in reasons if found)
    for (kind, why), count in sorted(counted.items()):
        tests = "test" if count == 1 else "tests"
        terminalreporter.write_line(f"{count} {kind} {tests} left out: {why}", yellow=True, bold=True)
    if os.environ.get("TEST_ENGINES") != "both":
        terminalreporter.write_line(_DRAWN)


def leave_out(kind: str, why: str) -> NoReturn:
    """Skip the running test and count it; in CI, where nothing may be left out, fail it.

    Args:
        kind: what the test needs, as in "browser tests".
        why: the reason shown in the summary.
    """
    if os.environ.get("CI") == "true":
        pytest.fail(f"{kind}: {why}, and in CI no test is left out", pytrace=False)
    pytest.skip(f"left out, {kind}: {why}")


def find_browser() -> Path | None:
    """The first of the usual browsers that is installed."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return None if found is None else Path(found)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The developer's own LOA_... settings do not reach the tests."""
    for name in [name for name in os.environ if name.startswith("LOA_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's path, for playwright's `executable_path`; mark such tests with `browser`."""
    found = find_browser()
    assert found is not None, "mark the test with `browser`"
    return found


@pytest.fixture(scope="session")
def _server_or_reason() -> Iterator[Server | NoPostgresError]:
    try:
        with server() as started:
            yield started
    except NoPostgresError as error:
        yield error


@pytest.fixture
def postgres(_server_or_reason: Server | NoPostgresError) -> Server:
    """The session's PostgreSQL server, for tests that need more than one database of it."""
    if isinstance(_server_or_reason, NoPostgresError):
        leave_out("PostgreSQL", str(_server_or_reason))
    return _server_or_reason


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of an SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'loa.db'}"


@pytest.fixture
def postgres_url(postgres: Server) -> Iterator[str]:
    """The URL of a new, empty PostgreSQL database, dropped afterwards."""
    with postgres.database() as url:
        yield url


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of a new, empty database; the test runs once on each engine."""
    return _url_of(request, {"sqlite": "sqlite_url", "postgresql": "postgres_url"})


@pytest.fixture
def prepared_sqlite_url(_sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a new SQLite file with all tables."""
    return f"sqlite:///{shutil.copyfile(_sqlite_template, tmp_path / 'loa.db')}"


@pytest.fixture
def prepared_postgres_url(postgres: Server, _prepared_postgres: str) -> Iterator[str]:
    """The URL of a PostgreSQL database with all tables, empty; one for all tests, emptied after each."""
    yield _prepared_postgres
    postgres.empty(_prepared_postgres)


@pytest.fixture(params=ENGINES)
def url_on_each_engine(request: pytest.FixtureRequest) -> str:
    """The URL of a new database with all tables; the test runs once on each engine."""
    return _url_of(request, {"sqlite": "prepared_sqlite_url", "postgresql": "prepared_postgres_url"})


@pytest.fixture(params=ENGINES)
def url_on_drawn_engine(request: pytest.FixtureRequest) -> str:
    """The same; outside of the rooms about storing and sending the test is left to one engine."""
    return _url_of(request, {"sqlite": "prepared_sqlite_url", "postgresql": "prepared_postgres_url"})


@pytest.fixture
def prepared_url(url_on_drawn_engine: str) -> str:
    """The same, unless a room of doors is content with SQLite (docs/decisions/0009)."""
    return url_on_drawn_engine


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "loa.db"
    upgrade(f"sqlite:///{path}")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


@pytest.fixture(scope="session")
def _prepared_postgres(_server_or_reason: Server | NoPostgresError) -> Iterator[str]:
    # `postgres` has left the test out already when there is no server.
    assert isinstance(_server_or_reason, Server)
    with _server_or_reason.database() as url:
        upgrade(url)
        yield url


def _url_of(request: pytest.FixtureRequest, names: dict[str, str]) -> str:
    url = request.getfixturevalue(names[request.param])
    assert isinstance(url, str)
    return url


def _only_the_loopback(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: a test that would reach another machine fails instead (PEP 578)."""
    if event not in {"socket.connect", "socket.getaddrinfo"}:
        return
    address = arguments[1] if event == "socket.connect" else arguments[:1]
    if isinstance(address, tuple) and address and not _is_loopback(address[0]):
        raise RuntimeError(f"tests use the loopback only, not {address[0]}")


def _is_loopback(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode()
    if not isinstance(host, str) or host in {"", "localhost"}:
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
