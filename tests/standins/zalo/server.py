"""One bot of the Zalo Bot Platform on a port of the loopback."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.standins.wire import Answer, Request, Wire
from tests.standins.zalo.calls import called
from tests.standins.zalo.chats import Accepted, Chat
from tests.standins.zalo.faults import SENDING, Fault
from tests.standins.zalo.people import Group, Person
from tests.standins.zalo.refusals import WORDS
from tests.standins.zalo.state import State
from tests.standins.zalo.switches import Limits, Switches
from tests.standins.zalo.webhook import Pushed

_WAIT_SECONDS = 10.0
_UPLOAD_LIMIT = 10 * 1024 * 1024


class ZaloServer:
    """A stand-in as strict and as odd as the original; `BEHAVIOURS` says how sure each oddity is.

    Args:
        token: the one it knows.
        limits: of the plan; the free plan's by default, `FREE` for none.
        switches: what nobody is sure of.
        name: the bot's, as people see and mention it.
        log: a file for one JSON line per accepted message.
        now: its clock in seconds since 1970, for dates, months and what is lost.
        control: a look at each request before it is a call of the Bot API (see `control`).
    """

    def __init__(
        self,
        token: str = "123456789:stand-in-of-the-zalo-bot-platform",
        *,
        limits: Limits | None = None,
        switches: Switches | None = None,
        name: str = "Bot Văn phòng Đảng ủy",
        log: Path | None = None,
        now: Callable[[], float] = time.time,
        control: Callable[["ZaloServer", Request], Answer | None] | None = None,
    ) -> None:
        self.token = token
        self.state = State(token, name, limits or Limits(), switches or Switches(), now, log)
        self._control = control
        self._wire: Wire | None = None
        self.port = 0

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen; on any free port unless one is named."""
        await self._listen(port)

    async def stop(self) -> None:
        """Stop listening; what was accepted stays to be looked at."""
        await self.state.webhook.stop()
        await self._hush()

    @property
    def url(self) -> str:
        """What goes into `api_url`."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def accepted(self) -> list[Accepted]:
        """Every message that was accepted, whether its sender heard of it or not."""
        return self.state.accepted

    @property
    def calls(self) -> list[tuple[str, dict[str, str]]]:
        """Every call with a good token: method, fields."""
        return self.state.calls

    @property
    def unknown_parameters(self) -> list[tuple[str, str]]:
        """Every parameter that its method does not have: method, parameter."""
        return self.state.strangers

    @property
    def waiting(self) -> list[dict[str, Any]]:
        """The events that the next polls would bring."""
        return self.state.queue.waiting

    @property
    def is_all_fetched(self) -> bool:
        """Whether nothing waits and a poll is under way: who polls has dealt with all before it."""
        return self.state.queue.is_empty_and_polled

    @property
    def pushed(self) -> list[Pushed]:
        """Every request to the webhook, probes included, with how and when it was answered."""
        return self.state.webhook.pushed

    @property
    def used(self) -> int:
        """How much of this month's quota is used."""
        return self.state.quota.used

    def has_used(self, count: int) -> None:
        """So many messages of this month are used already."""
        self.state.quota.use(count)

    def person(self, name: str, chat_id: str | int = "", *, special: bool = False) -> Person:
        """Somebody with a telephone; the same one when the id, or without one the name, is known.

        A special person is a child, or somebody who cannot read: all of what they write is unsupported.
        """
        key = str(chat_id) or self.state.opaque(f"person {name}")
        chat = self.state.chats.setdefault(key, Chat(key, name, is_special=special))
        return Person(self.state, chat)

    def group(self, name: str, chat_id: str | int = "") -> Group:
        """A group with the bot in it."""
        key = str(chat_id) or self.state.opaque(f"group {name}")
        is_new = key not in self.state.chats
        chat = self.state.chats.setdefault(key, Chat(key, name, is_group=True))
        if is_new and self.state.admits(chat) and self.state.switches.tells_of_groups:
            message = {"chat": chat.described(), "date": self.state.date()}
            self.state.hears({"event_name": "group.bot.add", "message": message})
        return Group(self.state, chat)

    def pushes(self, event: dict[str, Any]) -> None:
        """Any event at all, malformed ones included, to the webhook or into the queue."""
        self.state.hears(event)

    async def posts(
        self,
        event: dict[str, Any] | bytes,
        *,
        secret: str | None = "",
        content_type: str | None = "application/json",
    ) -> Pushed:
        """One request to the webhook at once: any body, any secret.

        Args:
            event: or raw bytes.
            secret: the right one unless said otherwise; None for no header.
            content_type: None for no header.
        """
        body = event if isinstance(event, bytes) else json.dumps(event, ensure_ascii=False).encode()
        used = self.state.webhook.secret if secret == "" else secret
        return await self.state.webhook.post(body, secret=used, content_type=content_type)

    async def all_pushed(self, *, within: float = _WAIT_SECONDS) -> list[Pushed]:
        """Wait until the webhook has been told everything; all requests so far."""
        await self.state.webhook.settled(within=within)
        return self.pushed

    async def is_called(self, method: str, *, times: int = 1, within: float = _WAIT_SECONDS) -> None:
        """Wait until a method has been called so often in all."""
        await self.state.watched.until(
            lambda: len([one for one, _ in self.calls if one == method]) >= times, within=within
        )

    async def goes_away(self, status: int | None = None) -> None:
        """An outage: no connection, or with a status that answer to everything."""
        if status is None:
            await self._hush()
        else:
            self.state.away_status = status

    async def comes_back(self) -> None:
        """The outage is over; the address is the same."""
        self.state.away_status = 0
        if self._wire is None:
            await self._listen(self.port)

    @property
    def is_away(self) -> bool:
        return self._wire is None or self.state.away_status != 0

    def goes_wrong(self, fault: Fault) -> None:
        """Any fault at all."""
        self.state.faults.add(fault)

    def goes_right(self) -> None:
        """Nothing that was planned goes wrong any more."""
        self.state.faults.clear()

    def drops_reply(self, chat_id: str | None = None, *, times: int | None = 1) -> None:
        """Accept, then cut the line instead of answering."""
        self.goes_wrong(Fault(chat_id, times=times, drops_reply=True))

    def hangs_up(self, chat_id: str | None = None, *, times: int | None = 1) -> None:
        """Cut the line before accepting."""
        self.goes_wrong(Fault(chat_id, times=times, hangs_up=True))

    def delays(self, seconds: float, chat_id: str | None = None, *, times: int | None = 1) -> None:
        """Take long, and then do it: whoever has hung up by then is served all the same."""
        self.goes_wrong(Fault(chat_id, times=times, delay=seconds))

    def answers(
        self,
        code: int,
        description: str = "",
        chat_id: str | None = None,
        *,
        status: int | None = None,
        times: int | None = 1,
        methods: frozenset[str] = SENDING,
        body: bytes | None = None,
        location: str = "",
    ) -> None:
        """Refuse in the original's envelope, or with a page (`body`) that is not of it.

        Args:
            code: `error_code`, and the status of HTTP unless `status` is another (200 is usual here).
            description: the original's words for the code unless said otherwise.
            chat_id: where; None for everywhere.
            status: of HTTP.
            times: None for always.
            methods: spelled as in the original; all that send, unless said otherwise.
            body: instead of the envelope.
            location: where a redirect leads.
        """
        content = {"ok": False, "description": description or WORDS.get(code, ""), "error_code": code}
        answer = Answer(
            status or code,
            json.dumps(content, ensure_ascii=False).encode() if body is None else body,
            kind="application/json" if body is None else "text/html",
            headers=(("Location", location),) if location else (),
        )
        self.goes_wrong(Fault(chat_id, methods, times=times, answer=answer))

    async def _listen(self, port: int) -> None:
        wire = Wire(self._handle, largest_body=_UPLOAD_LIMIT)
        self.port = await wire.start(port)
        self.state.url = self.url
        self._wire = wire

    async def _hush(self) -> None:
        wire, self._wire = self._wire, None
        if wire is not None:
            await wire.stop()

    async def _handle(self, request: Request) -> Answer:
        if self._control is not None:
            answer = self._control(self, request)
            if answer is not None:
                return answer
        return await called(self.state, request)
