"""What can go wrong once, some times, or always."""

from dataclasses import dataclass

from tests.standins.wire import Answer, Answered, HangUp

SENDING = frozenset({"sendMessage", "sendPhoto", "sendSticker", "sendVoice"})


@dataclass
class Fault:
    """One thing that goes wrong.

    Args:
        chat_id: where; None for everywhere.
        methods: in which calls, spelled as in the original.
        times: how often it still happens; None for always.
        delay: seconds before anything is done.
        answer: goes back instead of doing anything.
        hangs_up: cut the line instead of doing anything.
        drops_reply: do it, then cut the line.
    """

    chat_id: str | None = None
    methods: frozenset[str] = SENDING
    times: int | None = 1
    delay: float = 0.0
    answer: Answer | None = None
    hangs_up: bool = False
    drops_reply: bool = False

    def strike(self) -> None:
        """Before the call is looked at."""
        if self.hangs_up:
            raise HangUp
        if self.answer is not None:
            raise Answered(self.answer)


class Faults:
    """Those that are still to come; the first that fits strikes."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._waiting.clear()

    def take(self, method: str, chat_id: str) -> Fault:
        """The fault for this call; one that does nothing when there is none."""
        for fault in self._waiting:
            if method in fault.methods and fault.chat_id in {None, chat_id}:
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._waiting.remove(fault)
                return fault
        return Fault()
