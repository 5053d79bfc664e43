"""Backups: the database as it stands at one moment, and the key without which its buttons mean nothing."""

import asyncio
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from bot.errors import SettingsError
from bot.runtime.opening import KEY_FILE
from bot.settings import Settings
from storage import backups
from storage.backups import Copied, NotWhole

BACKUPS_FOLDER = "backups"
DATABASE_FILE = "loa.db"


@dataclass(frozen=True)
class Kept:
    """A backup.

    Args:
        database: the copy.
        key: the copy of the key.
        rows: in the copy, all tables together.
        size: of the copy, bytes.
    """

    database: Path
    key: Path
    rows: int
    size: int


async def back_up(settings: Settings, target: Path | None, *, now: datetime) -> Kept:
    """Copy the SQLite database and the key beside it, each 0600; Loa may be running.

    Args:
        settings: whose database.
        target: a file, or a folder that is there; None: the data folder's `backups`.
        now: names the copy where no file is named.

    Raises:
        SettingsError: the database is PostgreSQL's, which brings its own way.
        FileExistsError: the target is there.
        NotADirectoryError: the target looks like a folder, and is not there.
        FileNotFoundError: there is no database yet.
        NotWhole: the copy could not be proven.
    """
    if not settings.alone:
        raise SettingsError(_the_way_of_postgresql(settings))
    folder = settings.data_folder
    file = _file(folder, target, now)
    key = file.with_name(f"{file.name}.key")
    _refuse_what_is_there(file, key)
    copied = await asyncio.to_thread(_copy, folder, file, key)
    return Kept(copied.path, key, copied.rows, copied.size)


def _refuse_what_is_there(*files: Path) -> None:
    for file in files:
        if file.exists():
            raise FileExistsError(17, "exists already and is not overwritten", str(file))


def _file(folder: Path, target: Path | None, now: datetime) -> Path:
    if target is not None and not target.is_dir():
        if not target.suffix:
            # A stick that is not plugged in: a file of its name would look like a backup and be none.
            raise NotADirectoryError(20, "no such folder; a file's name needs an ending (.db)", str(target))
        return target.absolute()
    place = folder / BACKUPS_FOLDER if target is None else target.absolute()
    return place / f"loa-{now:%Y%m%d-%H%M%S}.db"


def _copy(folder: Path, file: Path, key: Path) -> Copied:
    database = folder / DATABASE_FILE
    if not database.is_file():
        raise FileNotFoundError(2, "there is no database", str(database))
    # The key first: a copy of the database without it would look complete.
    secret = (folder / KEY_FILE).read_bytes()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    copied = backups.copy(database, file)
    handle = os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(secret)
    return copied


def _the_way_of_postgresql(settings: Settings) -> str:
    # A password never stands in the URL (bot.settings refuses it there).
    parts = urlsplit(settings.database.url)
    url = parts._replace(scheme="postgresql").geturl()
    return (
        f"PostgreSQL is backed up by its own tool: pg_dump --format=custom --file=loa.dump '{url}' "
        f"(and keep {settings.data_folder / KEY_FILE} with it)"
    )


__all__ = ["BACKUPS_FOLDER", "Kept", "NotWhole", "back_up"]
