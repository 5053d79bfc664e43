"""Looking at the database without changing it: engine, schema, wholeness, and what waits for a person."""

import asyncio

from bot.runtime.findings import Finding, fault, ok, warn
from bot.runtime.quota_lines import quota_lines
from bot.settings import Settings
from storage import append_only, backups, inspecting, migrate
from storage.database import Database
from storage.inspecting import Waiting
from storage.migrate import Standing

_DATABASE, _SCHEMA, _WHOLE, _SQLITE = "database", "schema", "wholeness", "SQLite"
_HISTORY = "history"
_MOST_DIFFERENCES = 5


async def database_lines(settings: Settings, *, thoroughly: bool) -> list[Finding]:
    """The database's lines.

    Args:
        settings: whose.
        thoroughly: also have SQLite look through the whole file, which takes a while for a large one.
    """
    standing = await asyncio.to_thread(standing_of, settings)
    if standing is None:
        return [warn(_DATABASE, f"none yet at {settings.data_folder / 'loa.db'}", "loa init, or loa run")]
    if isinstance(standing, str):
        return [fault(_DATABASE, f"cannot be reached: {standing}", "see [database] in the settings")]
    lines = [ok(_DATABASE, f"{standing.engine}, reachable"), *_schema(standing)]
    if standing.current:
        lines.append(await _history_line(settings))
    if thoroughly:
        lines += await asyncio.to_thread(_whole, settings)
    return lines


def standing_of(settings: Settings) -> Standing | str | None:
    """Where the database stands, why it cannot be reached, or None for a SQLite file that is not there."""
    if settings.alone and not (settings.data_folder / "loa.db").exists():
        return None
    return migrate.reachable_standing(settings.database_url.get_secret_value())


def revision_of(settings: Settings) -> str:
    """The migration at which the database stands; empty for none, or where it cannot be reached."""
    standing = standing_of(settings)
    return standing.revision if isinstance(standing, Standing) else ""


def sqlite_line(settings: Settings) -> Finding:
    """Whether this machine's SQLite has the fault that may corrupt a file."""
    version = inspecting.sqlite_version()
    words = ".".join(map(str, version))
    if not inspecting.may_corrupt(version):
        return ok(_SQLITE, words)
    if not settings.alone:
        return ok(_SQLITE, f"{words}, not used")
    return warn(
        _SQLITE,
        f"{words} has the WAL-reset fault: two writers at once may corrupt the file",
        "never open loa.db with another program while Loa runs; take a Python with SQLite 3.51.3 or later",
    )


async def waiting_lines(settings: Settings) -> list[Finding]:
    """What waits for a person; the database must be at today's tables."""
    database = Database(settings.database_url.get_secret_value())
    try:
        waiting = _waiting(await database.read(inspecting.waiting))
        return [*waiting, *await quota_lines(settings, database)]
    finally:
        await database.close()


async def _history_line(settings: Settings) -> Finding:
    database = Database(settings.database_url.get_secret_value())
    try:
        gone = await database.read(append_only.missing)
    finally:
        await database.close()
    if not gone:
        return ok(_HISTORY, "cannot be changed or removed")
    words = f"may be changed by anybody who can write: {', '.join(gone)} is missing"
    return fault(_HISTORY, words, "somebody lifted the guard by hand: go back to a backup, and find out who")


def _schema(standing: Standing) -> list[Finding]:
    if not standing.revision:
        return [fault(_SCHEMA, "no tables yet", "loa db upgrade")]
    if standing.revision != standing.head:
        words = f"at {standing.revision}, this version needs {standing.head}"
        return [fault(_SCHEMA, words, "loa db upgrade, or start Loa, which does it")]
    if standing.current:
        return [ok(_SCHEMA, f"at {standing.revision}, as this version needs it")]
    shown = standing.differences[:_MOST_DIFFERENCES]
    rest = len(standing.differences) - len(shown)
    step = "somebody changed the tables by hand: go back to a backup, or undo it"
    lines = [fault(_SCHEMA, f"differs: {difference}", step) for difference in shown]
    return [*lines, fault(_SCHEMA, f"and {rest} more differences", step)] if rest else lines


def _whole(settings: Settings) -> list[Finding]:
    if not settings.alone:
        return [ok(_WHOLE, "PostgreSQL looks after it by itself")]
    found = backups.faults(settings.database_url.get_secret_value())
    step = "stop Loa, keep the file for whoever can mend it, go back to a backup"
    return [fault(_WHOLE, line, step) for line in found] or [
        ok(_WHOLE, "no fault in pages, indexes and references")
    ]


def _waiting(found: Waiting) -> list[Finding]:
    lines = [
        warn("connection", f"{name} was stopped: {reason}", "mend it in the settings, then start Loa again")
        for name, reason in found.stopped
    ]
    lines.append(_counted("knocks", found.set_aside, "set aside after five failures", "see the log for why"))
    lines.append(
        _counted(
            "deliveries", found.unknown, "may or may not have arrived", "ask these members, or remind them"
        )
    )
    step = "three equal refusals stopped each: see the log, correct the text, publish it again"
    lines.append(_counted("publications", found.halted, "halted", step))
    return lines


def _counted(about: str, amount: int, words: str, step: str) -> Finding:
    return warn(about, f"{amount} {words}", step) if amount else ok(about, f"none {words}")
