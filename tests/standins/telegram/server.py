"""One bot's Bot API on a port of the loopback."""

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.standins.telegram.calls import called
from tests.standins.telegram.chats import Accepted, Chat, ChatState
from tests.standins.telegram.control import controlled
from tests.standins.telegram.faults import SENDING, Fault
from tests.standins.telegram.pace import Limits, Pace
from tests.standins.telegram.people import Group, Person
from tests.standins.telegram.refusals import Refused
from tests.standins.telegram.state import State
from tests.standins.telegram.updates import Updates
from tests.standins.wire import Answer, Request, Wire

# Far from 1, as there: ids of updates say nothing about their number.
_FIRST_UPDATE = 471_100_001


class TelegramServer:
    """A stand-in as strict as the original.

    Args:
        token: the one it knows.
        limits: of speed; the original's by default.
        log: a file for one JSON line per accepted message, edits included.
        now: its clock in seconds, for tests of limits and of the 24 hours.
        upload_limit: bytes in one document.
        webhook_retry_after: seconds before the first repetition (the original: 1).
        control: whether `/standin/...` answers (see `control`), for a stand-in in a process of its own.
    """

    def __init__(
        self,
        token: str = "123456:stand-in-of-the-bot-api-00000000000",
        *,
        limits: Limits | None = None,
        log: Path | None = None,
        now: Callable[[], float] = time.monotonic,
        upload_limit: int = 50 * 1024 * 1024,
        webhook_retry_after: float = 0.02,
        control: bool = False,
    ) -> None:
        self.token = token
        updates = Updates(now, first_id=_FIRST_UPDATE, webhook_retry_after=webhook_retry_after)
        bot = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Văn phòng Đảng ủy",
            "username": "vanphong_bot",
        }
        self.state = State(token, bot, Pace(limits or Limits(), now), updates, now, log)
        self._wire = Wire(self._handle, largest_body=upload_limit + 65536)
        self._control = control
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
        self.port = await self._wire.start(port)

    async def stop(self) -> None:
        """Stop listening; what was accepted stays to be looked at."""
        await self.state.updates.stop()
        await self._wire.stop()

    @property
    def url(self) -> str:
        """What goes into `api_url`."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def accepted(self) -> list[Accepted]:
        """Every message that was accepted, whether its sender heard of it or not."""
        return self.state.accepted

    @property
    def edited(self) -> list[Accepted]:
        """Every edit that took effect."""
        return self.state.edited

    @property
    def calls(self) -> list[tuple[str, dict[str, str]]]:
        """Every call with a good token: method in small letters, fields."""
        return self.state.calls

    def person(self, name: str, number: int) -> Person:
        """Somebody with a telephone; the same one when the number is known."""
        chat = self.state.chats.setdefault(number, Chat(number, name, ChatState.NEVER_STARTED))
        return Person(self.state, chat)

    def group(self, name: str, number: int, *, supergroup: bool = False) -> Group:
        """A group with the bot in it; its number is negative."""
        chat = Chat(number, name, ChatState.OPEN, supergroup=supergroup)
        return Group(self.state, self.state.chats.setdefault(number, chat))

    def menu(self, number: int, *, language: str = "vi") -> list[dict[str, str]]:
        """The commands that a person sees, by the original's order of scopes."""
        for scope in (f"chat:{number}", "all_private_chats", "default"):
            for code in (language, ""):
                if (scope, code) in self.state.menus:
                    return self.state.menus[scope, code]
        return []

    def pushes(self, **content: Any) -> int | None:
        """Any update at all, malformed ones included; returns its id."""
        return self.state.updates.push(content)

    def goes_wrong(self, fault: Fault) -> None:
        """Any fault at all."""
        self.state.faults.add(fault)

    def drops_reply(self, chat_id: int | None = None, *, times: int = 1) -> None:
        """Accept, then cut the line instead of answering."""
        self.goes_wrong(Fault(chat_id, times=times, drops_reply=True))

    def hangs_up(self, chat_id: int | None = None, *, times: int = 1) -> None:
        """Cut the line before accepting."""
        self.goes_wrong(Fault(chat_id, times=times, hangs_up=True))

    def delays(self, seconds: float, chat_id: int | None = None, *, times: int = 1) -> None:
        """Take long, and then do it: whoever has hung up by then is served all the same."""
        self.goes_wrong(Fault(chat_id, times=times, delay=seconds))

    def answers(
        self,
        status: int,
        description: str,
        chat_id: int | None = None,
        *,
        times: int = 1,
        methods: frozenset[str] = SENDING,
        body: bytes | None = None,
        **parameters: int,
    ) -> None:
        """Refuse with any answer of the original, or with a page (`body`) that is not of the Bot API.

        `methods` are names in small letters; all that send, unless said otherwise.
        """
        refusal = Refused(status, description, parameters=parameters, body=body)
        self.goes_wrong(Fault(chat_id, methods, times=times, refusal=refusal))

    async def _handle(self, request: Request) -> Answer:
        if self._control and request.path.startswith("/standin/"):
            return controlled(self.person, self.goes_wrong, request)
        return await called(self.state, request)
