"""Opening the office: the data folder, the key, the database at today's tables, the clock where it stood."""

import asyncio
import os
import secrets
import shutil
from datetime import timedelta
from pathlib import Path

from bot.clock import OfficeClock
from bot.errors import AlreadyRunning, SettingsError
from bot.logs import get
from bot.office import Office
from bot.settings import Settings
from storage import migrate
from storage.database import Database
from storage.lock import FileLock
from storage.organisation import organisation

log = get(__name__)

_KEY_LENGTH = 32
KEY_FILE = "key"
LOCK_FILE = "lock"


def prepare_folder(settings: Settings) -> Path:
    """The data folder, made if need be, readable by its owner only.

    Raises:
        SettingsError: it cannot be made or written to.
    """
    folder = settings.data_folder
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
    except OSError as error:
        raise SettingsError(f"office.data_folder: {folder}: {error.strerror}") from None
    return folder


def make_key(folder: Path) -> bytes:
    """The key that signs buttons: read, or made once, 0600."""
    path = folder / KEY_FILE
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_KEY_LENGTH))
    key = path.read_bytes()
    if len(key) != _KEY_LENGTH:
        raise SettingsError(f"{path}: not a key of {_KEY_LENGTH} bytes; put the one from the backup there")
    return key


def lock_folder(settings: Settings) -> FileLock:
    """The proof that this process alone works with the data folder.

    Raises:
        AlreadyRunning: another process has it.
    """
    lock = FileLock(prepare_folder(settings) / LOCK_FILE)
    if not lock.take():
        raise AlreadyRunning(f"Loa is already running on {settings.data_folder}")
    return lock


def upgrade_database(settings: Settings) -> None:
    """Bring the database to today's tables; a SQLite file is copied first.

    Raises:
        SettingsError: the database cannot be reached.
    """
    url = settings.database_url.get_secret_value()
    standing = migrate.reachable_standing(url)
    if isinstance(standing, str):
        raise SettingsError(f"database.url: {standing}")
    if standing.revision == standing.head:
        return
    if standing.revision:
        _keep_a_copy(settings, standing.revision)
    migrate.upgrade(url)
    log.info("database upgraded", before=standing.revision or "new", now=standing.head)


def _keep_a_copy(settings: Settings, revision: str) -> None:
    file = settings.data_folder / "loa.db"
    if not settings.database.url and file.exists():
        shutil.copyfile(file, file.with_name(f"loa.db.before-{revision}"))


async def open_office(settings: Settings) -> Office:
    """The office as it stood when it was last closed. The database must be at today's tables."""
    key = make_key(prepare_folder(settings))
    database = Database(settings.database_url.get_secret_value())
    installation = await database.read(organisation.installation)
    offset = timedelta(seconds=installation.clock_offset_seconds) if installation else timedelta()
    return Office(database=database, clock=OfficeClock(offset), settings=settings, key=key)


async def open_prepared(settings: Settings) -> Office:
    """Prepare folder and database, then open the office; for the command line."""
    prepare_folder(settings)
    await asyncio.to_thread(upgrade_database, settings)
    return await open_office(settings)
