"""A folder of this machine into which the office puts files. Nothing in it is ever changed."""

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.sources.fetched import Unfetched
from storage.states import SourceFault

_MOST_FILES = 1000
# What office programs and downloads leave while they are at work.
_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".swp", ".lock")
# Not to be followed elsewhere, and not to be waited for where a pipe was put in its place.
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that lies still. `changed_at` is aware, UTC; `size` in bytes."""

    name: str
    size: int
    changed_at: datetime
    path: Path
    most_bytes: int

    def read(self) -> bytes:
        """Its content. It blocks: call it in a thread.

        Raises:
            Unfetched: TOO_LARGE; GONE when it is no longer there; NOT_REACHED when it changed meanwhile or
                may not be read.
        """
        if self.size > self.most_bytes:
            raise Unfetched(SourceFault.TOO_LARGE, f"{self.size} bytes, {self.most_bytes} allowed")
        try:
            number = os.open(self.path, _FLAGS)
        except FileNotFoundError:
            raise Unfetched(SourceFault.GONE, "the file is no longer there") from None
        except OSError as error:
            raise Unfetched(SourceFault.NOT_REACHED, f"it cannot be read: {type(error).__name__}") from None
        with os.fdopen(number, "rb") as file:
            before = os.fstat(number)
            content = file.read(self.most_bytes + 1) if stat.S_ISREG(before.st_mode) else b""
        if _changed_at(before) != self.changed_at or len(content) != self.size:
            raise Unfetched(SourceFault.NOT_REACHED, "the file changed while it was looked at")
        return content


def folder_in(root: Path, place: str) -> Path:
    """The folder that a source names, below the one that the settings allow.

    Args:
        root: of the settings.
        place: relative to it; "." for itself.

    Raises:
        Unfetched: NO_FOLDER, when there is none, or it lies elsewhere, be it by a link.
    """
    try:
        top = root.resolve(strict=True)
        folder = (top / place).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        raise Unfetched(SourceFault.NO_FOLDER, "there is no such folder") from None
    if not folder.is_dir() or not folder.is_relative_to(top):
        raise Unfetched(SourceFault.NO_FOLDER, "there is no such folder below the one of the settings")
    return folder


def files_in(
    folder: Path, *, now: datetime, most_bytes: int, still_for: timedelta = timedelta(seconds=60)
) -> list[FoundFile]:
    """The files of a folder, by name, without those in folders below it. It blocks: call it in a thread.

    Args:
        folder: see `folder_in`.
        now: of the machine's clock; aware, UTC.
        most_bytes: a longer file is named, but not read.
        still_for: a file that was written to since is perhaps still being copied, and left for the next look.

    Returns:
        At most 1,000; without links, hidden files, and what programs leave while they are at work.

    Raises:
        Unfetched: NO_FOLDER.
    """
    found: list[FoundFile] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith((".", "~$")) or entry.name.lower().endswith(_UNFINISHED):
                    continue
                if not _is_text(entry.name):
                    continue
                state = _state_of(entry)
                if state is not None and _touched_at(state, now=now) + still_for <= now:
                    path = folder / entry.name
                    found.append(FoundFile(entry.name, state.st_size, _changed_at(state), path, most_bytes))
    except OSError as error:
        raise Unfetched(SourceFault.NO_FOLDER, f"it cannot be listed: {type(error).__name__}") from None
    return sorted(found, key=lambda one: one.name)[:_MOST_FILES]


def _is_text(name: str) -> bool:
    """A name in another encoding could not be written down, and would hold up all others."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _state_of(entry: os.DirEntry[str]) -> os.stat_result | None:
    """Of a file and nothing else; it may be gone by now."""
    try:
        state = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return state if stat.S_ISREG(state.st_mode) else None


def _touched_at(state: os.stat_result, *, now: datetime) -> datetime:
    """When it was last written to. Programs that copy set the date of change back to the original's, so the
    system's own date counts as well; a date of change in the future says nothing.
    """
    touched = datetime.fromtimestamp(state.st_ctime, UTC)
    changed = _changed_at(state)
    return touched if changed > now else max(touched, changed)


def _changed_at(state: os.stat_result) -> datetime:
    return datetime.fromtimestamp(state.st_mtime, UTC)
