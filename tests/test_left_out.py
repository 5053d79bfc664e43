"""What a machine cannot test is counted and named, and in CI it is a failure."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BROWSER_TESTS = """
import pytest

@pytest.mark.browser
@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_a_screen_is_shown(screen, chromium):
    assert chromium.name == "chromium"
"""
# The first lines are what a machine without PostgreSQL looks like to `tests.postgres`.
POSTGRES_TEST = """
import tests.postgres

def _none():
    raise tests.postgres.NoPostgresError("none installed")

tests.postgres._binaries = _none

def test_a_database_is_there(database_url):
    assert database_url
"""
WAYS_OUT = """
import socket
import pytest

@pytest.mark.parametrize("host", ["192.0.2.1", "example.org"])
def test_another_machine_is_out_of_reach(host):
    with pytest.raises(RuntimeError, match=f"tests use the loopback only, not {host}"):
        socket.create_connection((host, 80), timeout=1)

def test_this_machine_is_within_reach():
    with socket.create_server(("localhost", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
"""


def test_what_cannot_run_is_left_out_and_counted(tmp_path: Path) -> None:
    run = _pytest(tmp_path, BROWSER_TESTS + POSTGRES_TEST)
    assert run.returncode == 0, run.stdout
    assert "2 browser tests left out: no Chromium or Chrome found" in run.stdout
    assert "1 PostgreSQL test left out: none installed" in run.stdout
    assert "1 passed, 3 skipped" in run.stdout


def test_in_ci_what_cannot_run_is_a_failure(tmp_path: Path) -> None:
    run = _pytest(tmp_path, BROWSER_TESTS + POSTGRES_TEST, CI="true")
    assert run.returncode == 1, run.stdout
    assert "browser: no Chromium or Chrome found, and in CI no test is left out" in run.stdout
    assert "PostgreSQL: none installed, and in CI no test is left out" in run.stdout
    assert "skipped" not in run.stdout


def test_browser_tests_are_not_left_out_where_there_is_a_browser(tmp_path: Path) -> None:
    browser = tmp_path / "bin" / "chromium"
    browser.parent.mkdir()
    browser.touch(mode=0o755)
    run = _pytest(tmp_path, BROWSER_TESTS, PATH=str(browser.parent))
    assert run.returncode == 0, run.stdout
    assert "2 passed" in run.stdout
    assert "left out" not in run.stdout


def test_tests_reach_this_machine_and_no_other(tmp_path: Path) -> None:
    run = _pytest(tmp_path, WAYS_OUT)
    assert run.returncode == 0, run.stdout
    assert "3 passed" in run.stdout


def _pytest(folder: Path, tests: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run pytest on a file of its own under the project's conftest, on a machine with nothing installed."""
    file = folder / "test_of_its_own.py"
    file.write_text(tests)
    outside = {key: value for key, value in os.environ.items() if key not in {"CI", "TEST_PG_DSN"}}
    options = ["-c", "pyproject.toml", "--rootdir", ".", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(file)],
        cwd=ROOT,
        env=outside | {"PATH": str(folder)} | environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
