"""Read the settings: the one place that looks at the environment."""

import os
import stat
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import EnvSettingsSource
from pydantic_settings import SettingsError as SourceError

from bot.errors import SettingsError
from bot.settings.whole import Settings

CONFIG_FILE = "config.toml"
NAMES_THE_FILE = "LOA_CONFIG"
PREFIX = "LOA_"
SECRETS = ("password", "token", "webhook_secret")
SECTIONS = Settings.model_fields.keys() - {"config_file"}

# What a person reads instead of pydantic's words for these kinds of error.
PLAIN_WORDS = {
    "extra_forbidden": "unknown key",
    "string_pattern_mismatch": "a name here is small letters and digits, with single _ between them",
}

Values = dict[str, Any]


def load(path: Path | None = None, *, environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings.

    The file is `path`, else the one that LOA_CONFIG names, else config.toml in the working folder if there
    is one. Relative paths in the settings start at the file's folder, or at the working folder without it.

    Args:
        path: the file that the command line named.
        environ: the process's environment unless a test hands in its own.

    Raises:
        SettingsError: a file is missing, a key is unknown or a value is bad; one line, no secret in it.
    """
    environ = os.environ if environ is None else environ
    file = _file(path, environ)
    base = Path.cwd() if file is None else file.parent
    from_file = {} if file is None else _toml(file)
    values = _merged(_with_secrets(from_file, base), _with_secrets(_environment(environ), base))
    office = values.setdefault("office", {})
    if isinstance(office, dict) and isinstance(office.setdefault("data_folder", "data"), str):
        office["data_folder"] = base / Path(office["data_folder"]).expanduser()
    sources = values.get("sources")
    if isinstance(sources, dict) and sources.get("folder") and isinstance(sources["folder"], str):
        sources["folder"] = base / Path(sources["folder"]).expanduser()
    try:
        return Settings(**values, config_file=file)
    except ValidationError as error:
        raise SettingsError("; ".join(map(_line, error.errors(include_input=False)))) from None


def warnings_of(settings: Settings) -> list[str]:
    """Say which files with secrets in them everybody on this machine can read."""
    return [
        f"{file} holds a secret and everybody on this machine can read it: chmod 600 {file}"
        for file in _files_with_secrets(settings)
        if file.exists() and file.stat().st_mode & stat.S_IRWXO
    ]


def _file(path: Path | None, environ: Mapping[str, str]) -> Path | None:
    named = path or environ.get(NAMES_THE_FILE)
    file = Path(named or CONFIG_FILE).expanduser().absolute()
    if file.is_file():
        return file
    if named:
        raise SettingsError(f"{file}: no such file")
    return None


def _toml(file: Path) -> Values:
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{file}: {error}") from None
    for section in values.keys() - SECTIONS:
        raise SettingsError(f"{section}: unknown key")
    return values


def _environment(environ: Mapping[str, str]) -> Values:
    named = {
        name: value for name, value in environ.items() if name.startswith(PREFIX) and name != NAMES_THE_FILE
    }
    for name in named:
        if name.removeprefix(PREFIX).lower().split("__")[0] not in SECTIONS:
            raise SettingsError(f"{name}: unknown key")
    source = EnvSettingsSource(Settings)
    values: Values = {}
    for name, value in named.items():
        # One at a time, so that a value that cannot be read is named.
        source.env_vars = {name.lower(): value}
        try:
            values = _merged(values, source())
        except SourceError:
            raise SettingsError(f"{name}: a list is written as in JSON") from None
    return values


def _with_secrets(values: Values, base: Path) -> Values:
    """Read each `..._file` into the secret that it stands for."""
    for place, section in _sections_with_secrets(values):
        for secret in SECRETS:
            key = f"{secret}_file"
            written = section.get(key)
            if not written or not isinstance(written, str):
                continue
            if section.get(secret):
                raise SettingsError(f"{place}.{key}: {secret} is set as well")
            file = base / Path(written).expanduser()
            section |= {key: str(file), secret: _secret(file, f"{place}.{key}")}
    return values


def _sections_with_secrets(values: Values) -> Iterator[tuple[str, Values]]:
    connections = values.get("connections")
    named = connections if isinstance(connections, dict) else {}
    places = {"database": values.get("database")} | {
        f"connections.{name}": one for name, one in named.items()
    }
    for place, section in places.items():
        if isinstance(section, dict):
            yield place, section


def _secret(file: Path, place: str) -> str:
    try:
        secret = file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise SettingsError(f"{place}: {error}") from None
    if not secret:
        raise SettingsError(f"{place}: {file} is empty")
    return secret


def _merged(below: Values, above: Values) -> Values:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        merged[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _line(error: ErrorDetails) -> str:
    words = PLAIN_WORDS.get(error["type"]) or error["msg"].removeprefix("Value error, ")
    key = ".".join(str(part) for part in error["loc"] if part != "[key]")
    return f"{key}: {words}" if key else words


def _files_with_secrets(settings: Settings) -> Iterator[Path]:
    file = settings.config_file
    if file is not None and any(
        section.get(secret)
        for _, section in _sections_with_secrets(_toml(file))
        for secret in (*SECRETS, "proxy")
    ):
        yield file
    yield from map(Path, filter(None, [settings.database.password_file]))
    for connection in settings.connections.values():
        yield from map(Path, filter(None, [connection.token_file, connection.webhook_secret_file]))
