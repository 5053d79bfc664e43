"""Writing config.toml and the files with secrets beside the database; nothing that exists is changed."""

import json
import os
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bot.states import Platform
from handlers.serve.contract import BadInput

CONNECTION = "office"
BOT_FILE = "token"
ACCOUNT_FILE = "database-password"


class Messenger(StrEnum):
    """On which platform a bot is."""

    TELEGRAM = Platform.TELEGRAM.value
    ZALO = Platform.ZALO.value


GIVEN_BY = {
    Messenger.TELEGRAM: "Telegram bot, from @BotFather",
    Messenger.ZALO: "Zalo bot, from Zalo Bot Creator",
}
# https://core.telegram.org/bots/api#authorizing-your-bot; Zalo's has the same form (facts/zalo.md 1.1), its
# length is not documented.
_TOKENS = {
    Messenger.TELEGRAM: re.compile(r"\d+:[\w-]{20,}", re.ASCII),
    Messenger.ZALO: re.compile(r"\d+:[\w-]{3,}", re.ASCII),
}
_LONGEST_SECRET = 4096


@dataclass(frozen=True)
class Answers:
    """What was asked.

    Args:
        office: the name that members see.
        data_folder: as written into the file; relative ones start at the file's folder.
        token: the bot's, empty for none.
        platform: of the bot.
        link: opens a chat with the bot, where it does not follow from its name.
        api_url: empty for Telegram's own.
        proxy: empty for none.
        database_url: empty for SQLite; it may hold a password, which is put into a file of its own.
    """

    office: str
    data_folder: str = "data"
    token: str = ""
    platform: Messenger = Messenger.TELEGRAM
    link: str = ""
    api_url: str = ""
    proxy: str = ""
    database_url: str = ""


def write(file: Path, answers: Answers) -> list[Path]:
    """Write the settings file and the secrets that it names, each 0600; returns what was written.

    Raises:
        BadInput: an answer cannot be used.
        FileExistsError: the settings file, or one with a secret, is there already.
    """
    url, password = _without_password(answers.database_url)
    sections = [_section("office", name=answers.office, data_folder=_unless_usual(answers))]
    folder = file.parent / Path(answers.data_folder).expanduser()
    secrets: dict[str, str] = {}
    if url:
        secrets |= {ACCOUNT_FILE: password} if password else {}
        kept = str(Path(answers.data_folder) / ACCOUNT_FILE) if password else ""
        sections.append(_section("database", url=url, password_file=kept))
    if answers.token:
        secrets[BOT_FILE] = checked_token(answers.token, answers.platform)
        kept = str(Path(answers.data_folder) / BOT_FILE)
        more = {
            "token_file": kept,
            "link": answers.link,
            "api_url": answers.api_url,
            "proxy": answers.proxy,
        }
        sections.append(_section(f"connections.{CONNECTION}", platform=answers.platform.value, **more))
    _refuse_what_exists([file, *(folder / name for name in secrets)])
    file.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, secret in secrets.items():
        _write_secret(folder / name, f"{secret}\n")
    _write_secret(file, "# config.example.toml explains every key.\n\n" + "\n".join(sections))
    return [file, *(folder / name for name in secrets)]


def read_secret(file: Path) -> str:
    """The secret in a file; `-` is standard input.

    Raises:
        BadInput: there is none.
    """
    try:
        with Path("/dev/stdin" if str(file) == "-" else file).open(encoding="utf-8") as opened:
            secret = opened.read(_LONGEST_SECRET).strip()
    except ValueError:
        raise BadInput(f"{file}: this is no text") from None
    if not secret:
        raise BadInput(f"{file}: there is nothing in it")
    return secret


def checked_token(token: str, platform: Messenger = Messenger.TELEGRAM) -> str:
    """The token, if it can be one.

    Raises:
        BadInput: it cannot.
    """
    if not _TOKENS[platform].fullmatch(token):
        raise BadInput(f"this is no token of a {GIVEN_BY[platform]}; one looks like 123456789:AAE...")
    return token


def _without_password(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
        password = parts.password
    except ValueError:
        raise BadInput("--database-url cannot be read") from None
    if password is None:
        return url, ""
    place = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{parts.username}@{place}").geturl(), unquote(password)


def _unless_usual(answers: Answers) -> str:
    return "" if answers.data_folder == "data" else answers.data_folder


def _section(heading: str, **values: str) -> str:
    # A JSON string is a TOML basic string: the same quotes, the same escapes.
    written = [f"{key} = {_quoted(value)}" for key, value in values.items() if value]
    return "\n".join([f"[{heading}]", *written, ""])


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _refuse_what_exists(files: list[Path]) -> None:
    for file in files:
        if file.exists():
            raise BadInput(f"{file} exists already and is not overwritten; move it away first")


def _write_secret(file: Path, text: str) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(text)
