"""The scene of the kill tests: an office of sixty, a stand-in that outlives Loa, and the killing."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx
import sqlalchemy as sa
from sqlalchemy.engine import make_url

from bot.calendar import Calendar
from bot.settings import Settings
from storage import tables
from storage.database import Connection, sync_engine
from storage.rows import insert_row
from storage.states import Address, AddressState, MemberKind, Platform, Role
from tests.cast import ROOT, fill

T = TypeVar("T")
PEOPLE = range(1001, 1061)
TOKEN = "123456:stand-in-of-the-bot-api-00000000000"
_ROOT = Path(__file__).parents[2]


@dataclass
class Scene:
    """What a kill test works with.

    Args:
        url: the database.
        api: the stand-in's address.
        log: its ground truth: one line per accepted message.
        config: the settings of the Loa that is killed.
    """

    url: str
    api: str
    log: Path
    config: Path

    def ask(self, question: Callable[[Connection], T]) -> T:
        """Look, without standing in Loa's way."""
        engine = sync_engine(self.url, read_only=True)
        try:
            with engine.begin() as connection:
                return question(connection)
        finally:
            engine.dispose()

    def change(self, change: Callable[[Connection], None]) -> None:
        """Change something while Loa is dead."""
        engine = sync_engine(self.url)
        try:
            with engine.begin() as connection:
                change(connection)
        finally:
            engine.dispose()

    def accepted(self) -> Counter[str]:
        """How many messages each chat got, edits left out."""
        lines = [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]
        return Counter(str(line["chat_id"]) for line in lines if line["method"] == "sendMessage")

    def person(self, number: int, verb: str, **words: str) -> None:
        """Have a person do something."""
        fields = {"id": number, "name": f"Người {number}", "does": verb, "with": words}
        answer = httpx.post(f"{self.api}/standin/person", json=fields, trust_env=False)
        assert answer.status_code == 200

    def slow(self, seconds: float) -> None:
        """Have Telegram take its time over each message: so there is always one under way to be cut off."""
        fault = {"chat_id": None, "times": 100_000, "delay": seconds}
        answer = httpx.post(f"{self.api}/standin/fault", json=fault, trust_env=False)
        assert answer.status_code == 200

    @contextmanager
    def loa(self) -> Iterator[subprocess.Popen[bytes]]:
        """Loa at work; killed with SIGKILL at the end if it still runs."""
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.kills.serving", str(self.config)],
            cwd=_ROOT,
            stdout=subprocess.DEVNULL,
        )
        try:
            yield process
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()

    def wait(self, done: Callable[[], bool], *, within: float = 60) -> None:
        """Wait until it is so."""
        deadline = time.monotonic() + within
        while not done():
            assert time.monotonic() < deadline, "it did not come about in time"
            time.sleep(0.1)


def deliveries(connection: Connection) -> list[Any]:
    """The cards."""
    table = tables.deliveries
    joined = sa.select(table, tables.addresses.c.chat_id).join(
        tables.addresses, tables.addresses.c.id == table.c.address_id
    )
    return list(connection.execute(joined.where(table.c.purpose == "card")))


def hurry_copies(connection: Connection) -> None:
    """Let the rest of what is *maybe* be over."""
    connection.execute(
        tables.deliveries.update()
        .where(tables.deliveries.c.state == "maybe")
        .values(due_at=datetime.now(UTC) - timedelta(seconds=1))
    )


def expire_leases(connection: Connection) -> None:
    """Let the leases of the killed be over, as they would be two minutes later."""
    past = datetime.now(UTC) - timedelta(seconds=1)
    for table in (tables.deliveries, tables.inbox):
        connection.execute(table.update().where(table.c.lease_until.is_not(None)).values(lease_until=past))


def settle_the_office(connection: Connection) -> None:
    """The cast, sixty more people on Telegram, and the office's clock on the morning of a working day."""
    cast = fill(connection)
    now = datetime.now(UTC)
    connection_id = insert_row(
        connection,
        tables.connections,
        {"platform": Platform.TELEGRAM, "name": "main", "stopped_reason": "", "account": ""},
    )
    for number in PEOPLE:
        member_id = insert_row(connection, tables.members, _member(cast.units[ROOT], number, now))
        insert_row(connection, tables.addresses, _address(connection_id, member_id, number, now))
    connection.execute(
        tables.installation.update().values(clock_offset_seconds=_seconds_to_a_working_morning(now))
    )


def _member(unit_id: int, number: int, now: datetime) -> dict[str, Any]:
    return {
        "full_name": f"Người Thứ {number}",
        "sort_key": str(number),
        "address_form": Address.COMRADE,
        "kind": MemberKind.OFFICIAL,
        "position": "",
        "unit_id": unit_id,
        "joined_at": now - timedelta(days=400),
        "on_paper": False,
        "language": "vi",
        "phone_hash": "",
    }


def _address(connection_id: int, member_id: int, number: int, now: datetime) -> dict[str, Any]:
    return {
        "connection_id": connection_id,
        "chat_id": str(number),
        "is_group": False,
        "member_id": member_id,
        "state": AddressState.ACTIVE,
        "preference": 0,
        "created_at": now,
    }


def _seconds_to_a_working_morning(now: datetime) -> int:
    hours = Settings().hours
    calendar = Calendar(
        zone=Settings().office.time_zone, normal=hours.normal, urgent=hours.urgent, reminders=hours.reminders
    )
    today = now.astimezone(calendar.zone).date()
    day = calendar.working_days_after(today + timedelta(days=1), 0)
    return int((calendar.at(day, hours.reminders[0]) - now).total_seconds())


def config_text(url: str, api: str, folder: Path) -> str:
    """The settings of the Loa that is killed; `folder` holds its key and lock."""
    lines = [f'[office]\ndata_folder = "{folder}"']
    if not url.startswith("sqlite"):
        # SQLAlchemy writes the socket's folder as a query; the settings take the same form.
        parsed = make_url(url)
        written = parsed.set(drivername="postgresql").render_as_string(hide_password=False)
        lines.append(f'[database]\nurl = "{written}"')
    lines.append(f'[connections.main]\ntoken = "{TOKEN}"\napi_url = "{api}"')
    return "\n".join(lines) + "\n"


@contextmanager
def stand_in(log: Path) -> Iterator[str]:
    """Telegram, in a process of its own; its address."""
    people = f"{PEOPLE.start}-{PEOPLE.stop - 1}"
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.standins.telegram",
            "--log",
            str(log),
            "--people",
            people,
            "--token",
            TOKEN,
        ],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ},
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().decode().strip()
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


__all__ = [
    "PEOPLE",
    "Role",
    "Scene",
    "config_text",
    "deliveries",
    "expire_leases",
    "hurry_copies",
    "settle_the_office",
    "stand_in",
    "sync_engine",
]
