"""What was seen of a platform while it was served, kept for `loa check`."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from bot.channels.zalo.noticing import Note
from bot.logs import get
from bot.runtime.data_files import read_words, write_words

log = get(__name__)


def noticing_in(folder: Path, name: str) -> Note:
    """Where the connection of that name keeps what it notices.

    Args:
        folder: the data folder.
        name: the connection's.
    """
    return partial(_note, _file(folder, name), read_words(_file(folder, name)), name)


def noticed(folder: Path, name: str) -> Mapping[str, str]:
    """What was noticed so far, in the order in which it was."""
    return read_words(_file(folder, name))


def _note(file: Path, known: dict[str, str], name: str, about: str, words: str) -> None:
    if about in known:
        return
    known[about] = words
    log.info("seen of a platform for the first time", connection=name, about=about, words=words)
    try:
        write_words(file, known)
    except OSError as error:
        log.warning("what was seen of a platform is not kept", connection=name, why=error.strerror)


def _file(folder: Path, name: str) -> Path:
    return folder / f"seen-{name}.json"
