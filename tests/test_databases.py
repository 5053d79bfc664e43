"""The databases that the tests stand on: real, empty, apart from each other, and gone afterwards."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, inspect, make_url, text

from tests.postgres import Server

DIES_WITH_A_SERVER = """
import os, signal
from tests.postgres import server
with server() as started:
    print(started.url.query["host"], flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_new_database_is_empty(database_url: str) -> None:
    assert _tables(database_url) == []


def test_a_prepared_database_has_tables(prepared_url: str) -> None:
    assert _tables(prepared_url)


def test_what_is_written_in_one_database_is_not_seen_in_another(postgres: Server) -> None:
    with postgres.database() as first, postgres.database() as second:
        _make_table(first)
        assert _tables(first) == ["unit"]
        assert _tables(second) == []


def test_a_database_is_dropped_although_somebody_is_connected(postgres: Server) -> None:
    with postgres.database() as url:
        still_open = psycopg.connect(url.replace("+psycopg", ""))
    with pytest.raises(psycopg.OperationalError):
        still_open.execute("SELECT 1")
    still_open.close()
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(url.replace("+psycopg", ""))


def test_a_copy_of_a_template_has_its_tables(postgres: Server) -> None:
    with postgres.database() as url:
        _make_table(url)
        name = make_url(url).database
        assert name is not None
        postgres.close_to_connections(name)
        with postgres.database(template=name) as copied:
            assert _tables(copied) == ["unit"]


@pytest.mark.skipif("TEST_PG_DSN" in os.environ, reason="the server is somebody else's")
def test_a_killed_test_run_leaves_neither_server_nor_folder_behind(
    postgres: Server,
) -> None:
    assert "host" in postgres.url.query
    killed = subprocess.run(
        [sys.executable, "-c", DIES_WITH_A_SERVER], capture_output=True, text=True, check=False, timeout=90
    )
    assert killed.returncode == -signal.SIGKILL
    folder = Path(killed.stdout.strip())
    for _ in range(600):
        if not folder.exists():
            break
        time.sleep(0.05)
    # The folder goes last: it is only emptied once the server has ended.
    assert not folder.exists()


def _make_table(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE unit (id int)"))
    engine.dispose()


def _tables(url: str) -> list[str]:
    engine = create_engine(url)
    try:
        return inspect(engine).get_table_names()
    finally:
        engine.dispose()
