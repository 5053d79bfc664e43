"""What a real Zalo bot answers, beside what Loa was built on: much of that is known from others only.

The facts are those of facts/zalo.md, with their strength: [OFF] a mirror of the documentation, [REAL]
measured by somebody, [UNVERIFIED] neither. No probe sends a message, sets anything, or costs any of the
month's messages.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from bot.channels.contract import OutcomeKind, Unavailable
from bot.channels.zalo.about import account_in, tested, webhook_in
from bot.channels.zalo.answers import classify
from bot.channels.zalo.requests import Answer, Broken, Line
from bot.runtime.findings import Finding, Level, ok, warn
from bot.runtime.linking import ANSWERS_WITHIN, CONNECTS_WITHIN
from bot.runtime.noticed import noticed
from bot.runtime.probing_polls import TELL, probe_poll
from bot.settings import Connection, Receive, Settings
from storage.states import Reason

_NO_BOT = "100000000:loa-asks-how-a-wrong-token-is-answered"
_UNKNOWN_METHOD = "loaAsksForWhatDoesNotExist"
_NOBODY = "loa-asks-how-an-unknown-chat-is-answered"


async def probe(settings: Settings, name: str) -> AsyncIterator[Finding]:
    """Ask one Zalo bot, and say of each answer what was expected and what was found.

    Only a poll can bring anything in; that is stored in the inbox like every other.

    Args:
        settings: as read.
        name: the connection's; its token must be known to be good.
    """
    one, about = settings.connections[name], f"connection {name}"
    async with _line(one, one.token.get_secret_value()) as line:
        yield await _account(f"{about}, account", line)
        async with _line(one, _NO_BOT) as wrong:
            yield await _wrong_token(f"{about}, wrong token", wrong)
        yield await _unknown_method(f"{about}, unknown method", line)
        yield await _unknown_chat(f"{about}, unknown chat", line)
        try:
            address = webhook_in(await line.call("getWebhookInfo"))
        except (Broken, Unavailable) as unknown:
            yield warn(f"{about}, webhook", f"cannot be told: {unknown}", "try again")
            return
        held = _webhook(f"{about}, webhook", settings, name, address)
        yield held
        if one.receive is Receive.WEBHOOK and address is not None and held.level is Level.OK:
            yield await _reached(f"{about}, webhook reached", line)
        if one.receive is Receive.POLLING and address is None:
            async for finding in probe_poll(f"{about}, poll", settings, name, line):
                yield finding
    yield _seen(f"{about}, seen while serving", noticed(settings.data_folder, name))


@asynccontextmanager
async def _line(settings: Connection, token: str) -> AsyncIterator[Line]:
    line = Line(
        token,
        api_url=settings.api_url,
        connections=2,
        connect_after=CONNECTS_WITHIN,
        read_after=ANSWERS_WITHIN,
        proxy=settings.proxy.get_secret_value() or None,
    )
    try:
        yield line
    finally:
        await line.close()


async def _account(about: str, line: Line) -> Finding:
    expected = "id, account_name, account_type and can_join_groups"
    answer = await _asked(line, "getMe")
    if isinstance(answer, Broken):
        return _unanswered(about, answer)
    account = account_in(answer)
    if account is None:
        return warn(about, f"getMe: expected {expected}; found {_said(answer)}", TELL)
    words = f"{account.name or 'no account_name'} ({account.words})"
    if account.id and account.name and account.kind and account.joins_groups is not None:
        return ok(about, words)
    return warn(about, f"{words}: expected {expected}, of which something is missing", TELL)


async def _wrong_token(about: str, line: Line) -> Finding:
    # Measured [REAL], against what the status would lead one to expect.
    expected = "HTTP 200, ok false, code 401"
    answer = await _asked(line, "getMe")
    if isinstance(answer, Broken):
        return _unanswered(about, answer)
    alike = answer.status == 200 and answer.ok is False and answer.code == 401
    if not alike and classify(answer).reason is Reason.TOKEN:
        return warn(about, _beside(expected, answer), f"understood all the same, but {TELL}")
    return _compared(about, expected, answer, alike=alike)


async def _unknown_method(about: str, line: Line) -> Finding:
    # [OFF]: 400 is a bad path or method, 404 is not found.
    answer = await _asked(line, _UNKNOWN_METHOD)
    if isinstance(answer, Broken):
        return _unanswered(about, answer)
    alike = answer.ok is False and answer.code in {400, 404}
    return _compared(about, "ok false, code 400 or 404", answer, alike=alike)


async def _unknown_chat(about: str, line: Line) -> Finding:
    # [UNVERIFIED]: documented nowhere, so that any clear refusal is as good as another.
    answer = await _asked(line, "sendChatAction", {"chat_id": _NOBODY, "action": "typing"})
    if isinstance(answer, Broken):
        return _unanswered(about, answer)
    kind = classify(answer).kind
    alike = kind in {OutcomeKind.UNREACHABLE, OutcomeKind.REFUSED}
    meaning = "the person cannot be reached" if kind is OutcomeKind.UNREACHABLE else f"counted as {kind}"
    expected = "any refusal that is not 401, 403 or 429 (which one is documented nowhere)"
    return _compared(about, expected, answer, alike=alike, meaning=meaning)


def _webhook(about: str, settings: Settings, name: str, address: str | None) -> Finding:
    webhook = settings.connections[name].receive is Receive.WEBHOOK
    at_start = "nothing to do: Loa puts it right when it starts"
    if address is None:
        if webhook:
            return warn(about, "none is set, though receive is webhook", at_start)
        return ok(about, "none is set, as polling needs it")
    public_url = settings.web.public_url
    ours = bool(public_url) and address.startswith(f"{public_url}/") and address.endswith(f"/{name}")
    # Its path may be another program's secret.
    words = "Loa's own" if ours else f"another address, at {urlsplit(address).hostname}"
    if not webhook:
        return warn(about, f"{words} is set, so that polling brings nothing", at_start)
    if ours:
        return ok(about, f"{words} is set")
    step = f"Loa puts its own there when it starts; see who else uses this bot, and connections.{name}"
    return warn(about, f"{words} is set, so that Loa gets nothing", step)


async def _reached(about: str, line: Line) -> Finding:
    """Whether Zalo reaches the address now: which one is set says nothing of that."""
    answer = await _asked(line, "testWebhook")
    if isinstance(answer, Broken):
        return _unanswered(about, answer)
    found = tested(answer)
    if found.outcome.reason is Reason.QUOTA:
        return ok(about, "not tried: it was tried too often today")
    if found.verified:
        return ok(about, "Zalo reaches it")
    if found.verified is None:
        return warn(about, f"testWebhook: expected ok and outcome; found {_said(answer)}", TELL)
    step = "make web.public_url reachable from outside (certificate, name, front server), or set polling"
    return warn(about, f"Zalo does not reach it ({found.finding})", step)


def _seen(about: str, seen: Mapping[str, str]) -> Finding:
    """What Loa noticed where the sources differ; each form is read."""
    if not seen:
        return ok(about, "nothing yet: forms of events, replays and the first 429 are noted here")
    things = (thing if words == "yes" else f"{thing}: {words}" for thing, words in seen.items())
    return ok(about, "; ".join(things))


async def _asked(line: Line, method: str, fields: dict[str, str] | None = None) -> Answer | Broken:
    try:
        return await line.call(method, fields)
    except Broken as broken:
        return broken


def _compared(about: str, expected: str, answer: Answer, *, alike: bool, meaning: str = "") -> Finding:
    words = _beside(expected, answer) + (f" ({meaning})" if meaning else "")
    return ok(about, words) if alike else warn(about, words, TELL)


def _beside(expected: str, answer: Answer) -> str:
    return f"expected {expected}; found {_said(answer)}"


def _said(answer: Answer) -> str:
    if answer.body is None:
        return f"HTTP {answer.status} without JSON"
    truth = {True: "ok true", False: "ok false", None: "no ok"}[answer.ok]
    words = f', "{answer.description}"' if answer.description else ""
    return f"HTTP {answer.status}, {truth}, code {answer.code}{words}"


def _unanswered(about: str, broken: Broken) -> Finding:
    return warn(about, f"no answer: {broken}", "try again; if it stays so, tell the makers")
