"""Logs: everybody's lines in one form, and never a token or a telephone number in any of them."""

import asyncio
import json
import logging
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
import structlog
from telegram import Bot

from bot import logs

TOKEN = "123456789:AAF-invented_for_this_test_only_00000"
Form = Literal["text", "json"]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """What `set_up` changes belongs to the process."""
    root = logging.getLogger()
    before = root.handlers, root.level, sys.excepthook, warnings.showwarning
    levels = {name: logging.getLogger(name).level for name in logs.FLOORS}
    yield
    logging.captureWarnings(capture=False)
    root.handlers, level, sys.excepthook, warnings.showwarning = before
    root.setLevel(level)
    for name, one in levels.items():
        logging.getLogger(name).setLevel(one)
    structlog.reset_defaults()


def _call(token: str) -> None:
    raise ValueError(f"no answer from https://api.telegram.org/bot{token}/getMe")


def _in_the_message(token: str) -> None:
    logs.get("loa").debug(f"calling with {token}")
    message = f"calling with {token}"
    logging.getLogger("library").debug(message)


def _in_an_argument(token: str) -> None:
    logs.get("loa").debug("calling", token=token, nested={"deep": [{"url": f"/bot{token}/getMe"}]})
    logs.get("loa").debug("calling %s", token)
    logging.getLogger("library").debug("calling %s", token)


def _in_an_object(token: str) -> None:
    logs.get("loa").debug("calling", bot=Bot(token), path=f"/file/bot{token}/a.pdf".encode())
    logging.getLogger("library").debug("calling %r", Bot(token))


def _in_an_exception(token: str) -> None:
    try:
        _call(token)
    except ValueError as error:
        logs.get("loa").exception("failed", error=error)
        logging.getLogger("library").exception("failed")


def _in_a_chain_of_exceptions(token: str) -> None:
    try:
        try:
            _call(token)
        except ValueError as error:
            raise ExceptionGroup("several", [RuntimeError(token)]) from error
    except ExceptionGroup:
        logs.get("loa").exception("failed")
        logging.getLogger("library").exception("failed")


def _in_a_local_variable(token: str) -> None:
    held = token
    try:
        _call(str(len(held)))
    except ValueError:
        logs.get("loa").exception("failed")


def _in_the_context(token: str) -> None:
    with structlog.contextvars.bound_contextvars(connection=token):
        logs.get("loa").debug("calling")


def _in_a_line_that_cannot_be_formatted(token: str) -> None:
    logging.getLogger("library").debug("%d calls", token)


def _in_a_warning(token: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=False)
        logging.captureWarnings(capture=True)
        warnings.warn(f"careful with {token}", stacklevel=1)


def _in_a_crash(token: str) -> None:
    try:
        _call(token)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def _in_a_forgotten_coroutine(token: str) -> None:
    loop = asyncio.new_event_loop()
    loop.call_exception_handler({"message": "lost", "exception": ValueError(token)})
    loop.close()


WAYS = [
    _in_the_message,
    _in_an_argument,
    _in_an_object,
    _in_an_exception,
    _in_a_chain_of_exceptions,
    _in_a_local_variable,
    _in_the_context,
    _in_a_line_that_cannot_be_formatted,
    _in_a_warning,
    _in_a_crash,
    _in_a_forgotten_coroutine,
]


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.strip("_"))
def test_a_token_never_appears(
    way: Callable[[str], None], form: Form, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up("DEBUG", format=form)
    way(TOKEN)
    written = capsys.readouterr()
    assert written.err.strip()
    assert written.out == ""
    assert TOKEN not in written.err
    assert TOKEN.split(":")[1] not in written.err


@pytest.mark.parametrize(
    "written",
    [
        f"x{TOKEN}x",
        f"https://api.telegram.org/bot{TOKEN}/sendMessage",
        f"https://api.telegram.org/file/bot{TOKEN.replace(':', '%3A')}/documents/a.pdf",
        "http://127.0.0.1:8081/bot1:hush/getMe",
        "http://127.0.0.1:8081/bothush-42/getMe",
        "Bot[token=1:hush]",
    ],
)
def test_a_token_is_taken_out_of_a_text(written: str) -> None:
    cleaned = logs.redact(written)
    assert logs.REDACTED in cleaned
    assert "hush" not in cleaned
    assert "invented" not in cleaned


@pytest.mark.parametrize(
    "written",
    [
        "1459232241454765289:hush-42",
        "calling 1459232241454765289%3Ahush-42.",
        "1459232241454765289%253ahush%2D42",
        "1459232241454765289:HUSH-42",
        "the secret hush/of+a hook",
    ],
)
def test_what_the_office_set_is_taken_out_wherever_it_stands(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up("INFO", format="json", secrets=["1459232241454765289:hush-42", "hush/of+a", "", "it"])
    logs.get("loa").info("with it", found=written)
    line = capsys.readouterr().err
    assert logs.REDACTED in line
    assert "hush" not in line.lower()
    assert "with it" in line
    logs.set_up("INFO", format="json")
    assert logs.redact("hush/of+a") == "hush/of+a"


@pytest.mark.parametrize(
    "written",
    [
        "/v/hush-1.0123456789_0123456789-a",
        "/v/hush~~1.0123456789_hush456789/ask",
        "/w/hush=.0123456789_0123456789-a~hush?x=1",
        "/w/hush%2e0123456789_0123456789-a",
        "POST /j/HUSHHUSHHUSH",
        "https://loa.example/j/hush-hush-hush?a",
        '"/j/hush%20hush"',
    ],
)
def test_a_members_own_link_is_taken_out_of_a_text(written: str) -> None:
    cleaned = logs.redact(written)
    assert logs.REDACTED in cleaned
    assert "hush" not in cleaned.lower()


@pytest.mark.parametrize(
    "number",
    [
        "0912345678",
        "+84912345678",
        "84912345678",
        "0912 345 678",
        "091.234.5678",
        "+84 91-234-5678",
        "02412345678",
    ],
)
@pytest.mark.parametrize("around", ["{}", "phone={}", "tel:{}", "({})", "gọi {}.", "{}: busy", "'{}'"])
def test_a_telephone_number_is_taken_out_of_a_text(number: str, around: str) -> None:
    assert logs.redact(around.format(number)) == around.format(logs.REDACTED)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22T07:00:00.123456Z",
        "chat -1001234567890, update 912345678, member 8412345678",
        "pub:12:v1:m7:remind:2",
        "sha256 00123456789abcdef",
        "GET /bot/style.css, /bottom/line, /srv/bot/delivery/claim.py",
        "GET /w/style.css, /v/, /j/, https://bot-api.zaloplatforms.com/",
        "số 05-CV/ĐU, 31 of 2026",
        "12.0912345678",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert logs.redact(text) == text


def test_a_number_that_is_a_telephone_number_goes_and_an_id_stays(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", format="json")
    logs.get("loa").info("found", contact=84912345678, chat=8412345678, late=True, after=0.5, member=None)
    line = json.loads(capsys.readouterr().err)
    assert line["contact"] == logs.REDACTED
    assert (line["chat"], line["late"], line["after"], line["member"]) == (8412345678, True, 0.5, None)


def test_json_is_one_object_a_line_for_loa_and_for_libraries(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", format="json")
    logs.get("bot.delivery").info("sent", delivery=7)
    logging.getLogger("alembic.runtime").warning("to %s", "0001")
    own, foreign = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert (own["event"], own["logger"], own["level"], own["delivery"]) == ("sent", "bot.delivery", "info", 7)
    assert (foreign["event"], foreign["logger"], foreign["level"]) == (
        "to 0001",
        "alembic.runtime",
        "warning",
    )
    assert own["timestamp"].endswith("Z")


def test_text_shows_name_event_and_values(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", format="text")
    logs.get("bot.delivery").info("sent", delivery=7)
    written = capsys.readouterr().err
    for part in ("sent", "bot.delivery", "delivery=7", "info"):
        assert part in written


def test_a_traceback_is_shown_without_local_variables(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", format="text")
    _in_a_local_variable("only in a variable")
    written = capsys.readouterr().err
    assert "Traceback" in written
    assert "_call" in written
    assert "only in a variable" not in written


def test_lines_below_the_level_are_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("WARNING", format="text")
    logs.get("loa").info("sent")
    logging.getLogger("library").info("sent")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["httpx", "httpcore.http11", "sqlalchemy.engine.Engine", "uvicorn.access"])
def test_libraries_that_tell_too_much_are_quiet_at_debug(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A server that another test started here may have cut its own logger off.
    monkeypatch.setattr(logging.getLogger(name), "propagate", True)
    logs.set_up("DEBUG", format="text")
    logging.getLogger(name).info("HTTP Request: POST ...")
    assert capsys.readouterr().err == ""
    logging.getLogger(name).error("broken")
    assert "broken" in capsys.readouterr().err


def test_a_higher_level_holds_for_the_quiet_libraries_too(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("ERROR", format="text")
    logging.getLogger("httpx").warning("slow")
    assert capsys.readouterr().err == ""


def test_set_up_twice_writes_each_line_once(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", format="json")
    logs.set_up("INFO", format="json")
    logs.get("loa").info("sent")
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_line_that_cannot_be_formatted_is_named_by_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("DEBUG", format="text")
    _in_a_line_that_cannot_be_formatted(TOKEN)
    assert "a log line of library at test_logs:" in capsys.readouterr().err
