"""What can go wrong once, or some times."""

from dataclasses import dataclass

from tests.standins.telegram.refusals import Refused
from tests.standins.wire import HangUp

SENDING = frozenset({"sendmessage", "editmessagetext", "senddocument"})


@dataclass
class Fault:
    """One thing that goes wrong.

    Args:
        chat_id: where; None for everywhere.
        methods: in which calls, in small letters.
        times: how often it still happens.
        delay: seconds before anything is done.
        refusal: answered instead of doing anything.
        hangs_up: cut the line instead of doing anything.
        drops_reply: do it, then cut the line.
    """

    chat_id: int | None = None
    methods: frozenset[str] = SENDING
    times: int = 1
    delay: float = 0.0
    refusal: Refused | None = None
    hangs_up: bool = False
    drops_reply: bool = False

    def strike(self) -> None:
        """Before the call is looked at."""
        if self.hangs_up:
            raise HangUp
        if self.refusal is not None:
            raise self.refusal


class Faults:
    """Those that are still to come; the first that fits strikes."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def take(self, method: str, chat_id: int | None) -> Fault:
        """The fault for this call; one that does nothing when there is none."""
        for fault in self._waiting:
            if method in fault.methods and fault.chat_id in {None, chat_id}:
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return Fault()
