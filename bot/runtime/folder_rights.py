"""Who may read the data folder and what lies in it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from bot.runtime.findings import Finding, fault, ok, warn
from bot.runtime.opening import KEY_FILE
from bot.settings import Settings

_DATABASE_FILES = ("loa.db", "loa.db-wal", "loa.db-shm")
_ABOUT = "rights"


def rights_lines(settings: Settings) -> list[Finding]:
    """The lines about the data folder, the key, the database's files and the files with secrets."""
    folder = settings.data_folder
    if not folder.is_dir():
        return [warn(_ABOUT, f"{folder} is not there yet", "loa init, or loa run")]
    found = [*_folder(folder), *_own(folder), *_secrets(settings)]
    return found or [ok(_ABOUT, f"{folder} and the secrets are its owner's only")]


def _folder(folder: Path) -> Iterator[Finding]:
    status = folder.stat()
    if _of_others(status):
        yield fault(_ABOUT, f"{folder} can be entered by others", f"chmod 700 {folder}")
    if status.st_uid != os.geteuid():
        words = f"{folder} belongs to account {status.st_uid}, this is {os.geteuid()}"
        yield warn(_ABOUT, words, "run loa as that account, or it cannot use what this one makes")


def _own(folder: Path) -> Iterator[Finding]:
    for file in (folder / name for name in (KEY_FILE, *_DATABASE_FILES)):
        if file.exists() and _of_others(file.stat()):
            yield fault(_ABOUT, f"{file} can be read by others", f"chmod 600 {file}")
    if not (folder / KEY_FILE).exists():
        yield warn(_ABOUT, f"{folder / KEY_FILE} is not there yet", "loa init, or the one from the backup")


def _secrets(settings: Settings) -> Iterator[Finding]:
    named = [settings.database.password_file]
    for connection in settings.connections.values():
        named += [connection.token_file, connection.webhook_secret_file]
    for file in map(Path, filter(None, named)):
        # What everybody can read is a fault of its own; a group may be how a service gets its secrets.
        mode = file.stat().st_mode
        if mode & stat.S_IRWXG and not mode & stat.S_IRWXO:
            yield warn(_ABOUT, f"{file} holds a secret and its group can read it", f"chmod 600 {file}")


def _of_others(status: os.stat_result) -> bool:
    return bool(status.st_mode & (stat.S_IRWXG | stat.S_IRWXO))
