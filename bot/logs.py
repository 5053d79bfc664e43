"""Logs: structured, in English, on standard error, and with no token or telephone number in them.

Everything goes through the standard library's root logger, so that what python-telegram-bot, httpx,
APScheduler, uvicorn and Alembic say is formatted and redacted like Loa's own lines.
"""

import logging
import re
import sys
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Literal, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

REDACTED = "[redacted]"

SECRETS = (
    # https://core.telegram.org/bots/api#authorizing-your-bot, as it stands and as part of an address.
    re.compile(r"\d{6,12}(?::|%3A)[\w-]{30,}", re.IGNORECASE),
    # The path of a call or a file, whatever stands for a token there; folders called /bottom/ stay.
    re.compile(r"(?<=/bot)(?<!//bot)(?![a-z]*/)[^/\s\"'?#]+(?=/)"),
    # repr(telegram.Bot) shows it.
    re.compile(r"(?<=\[token=)[^\]\s]+"),
    # Signed links of members' own pages (bot.messages.links), also as somebody garbled them.
    re.compile(r"(?<=/[vw]/)[^\s/?#\"']*?(?:\.|%2E)[^\s/?#\"']{20,}", re.IGNORECASE),
    # Invitations: who has the link can join (bot.messages.links, JOIN_PATH).
    re.compile(r"(?<=/j/)[^\s/?#\"']{6,}"),
    # A Vietnamese telephone number, also in groups: +84 or 0 and 8 to 10 digits, or as Telegram writes it.
    re.compile(r"(?<![\w.+-])(?:\+84(?:[ .-]?\d){8,10}|84\d{9}|0(?:[ .-]?\d){9,10})(?!\w)"),
)

# Below these levels the libraries tell addresses with secrets, people's words, or every tick of a clock.
FLOORS = {
    "alembic": logging.WARNING,
    "apscheduler": logging.WARNING,
    # Names the letters that a sheet prints, those of names and codes.
    "fontTools": logging.WARNING,
    "fpdf": logging.WARNING,
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "sqlalchemy": logging.WARNING,
    "telegram": logging.INFO,
    "uvicorn.access": logging.WARNING,
    "uvicorn.error": logging.WARNING,
}


# A shorter one would take ordinary words out of the logs.
_SHORTEST_OWN = 6
_own: list[re.Pattern[str]] = []


def set_up(level: str, *, format: Literal["text", "json"], secrets: Iterable[str] = ()) -> None:
    """Send the process's logs to standard error; called again, the last call counts.

    Args:
        level: DEBUG, INFO, WARNING or ERROR.
        format: `text` for people, `json` for machines (one object a line).
        secrets: what this office set; redacted wherever it stands, whatever its form.
    """
    _own[:] = [spellings(secret) for secret in secrets if len(secret) >= _SHORTEST_OWN]
    handler = _Handler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *_shared()],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                # Plain tracebacks: those with local variables would show settings and messages.
                structlog.processors.format_exc_info,
                _redacted,
                _renderer(format),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name, floor in FLOORS.items():
        logging.getLogger(name).setLevel(max(floor, root.level))
    logging.captureWarnings(capture=True)
    sys.excepthook = _crashed
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def get(name: str) -> structlog.stdlib.BoundLogger:
    """The logger of a module; `name` is its `__name__`."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return logger


# PostgreSQL quotes the refused row here: names, questions, texts. It ends where the next part begins.
_DETAIL = re.compile(
    r"DETAIL: .*?(?=\n\[SQL|\n(?:HINT|CONTEXT|LINE \d+):|\n\nThe above|\n\nDuring|\Z)", re.DOTALL
)


def spellings(secret: str) -> re.Pattern[str]:
    """Finds a secret as it stands and as part of an address, escaped once or twice, in any case."""
    letters = (re.escape(letter) if letter.isalnum() else _letter(letter) for letter in secret)
    return re.compile("".join(letters), re.IGNORECASE)


def _letter(letter: str) -> str:
    escaped = "".join(f"%(?:25)*{byte:02x}" for byte in letter.encode(errors="replace"))
    return f"(?:{re.escape(letter)}|{escaped})"


def redact(text: str) -> str:
    """Take tokens, telephone numbers and the values of refused rows out of a text."""
    text = _DETAIL.sub(f"DETAIL: {REDACTED}", text)
    for secret in (*_own, *SECRETS):
        text = secret.sub(REDACTED, text)
    return text


class _Handler(logging.StreamHandler[TextIO]):
    """Writes to standard error."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Say which line was lost; the library's own way shows its arguments, which may be secret."""
        error = sys.exc_info()[0]
        name = "" if error is None else error.__name__
        sys.stderr.write(f"a log line of {record.name} at {record.module}:{record.lineno} was lost: {name}\n")


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]


def _renderer(format: Literal["text", "json"]) -> Processor:
    if format == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())


def _redacted(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    return {key: _plain(value) for key, value in event.items()}


def _plain(value: object) -> object:
    """A value without secrets; what is no plain value is shown as its `repr`, so that nothing hides in it."""
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return REDACTED if redact(str(value)) != str(value) else value
    if isinstance(value, Mapping):
        return {redact(str(key)): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(one) for one in value]
    return redact(value if isinstance(value, str) else repr(value))


def _crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    get(__name__).critical("crashed", exc_info=(kind, error, trace))
