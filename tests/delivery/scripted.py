"""A channel that answers as a test says, and keeps what it was given."""

from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta

from bot.channels.contract import Abilities, Attached, Health, Outcome, OutcomeKind
from bot.delivery.composing import ComposeTable
from bot.delivery.preparing import Wire
from bot.delivery.sending import Sender
from bot.messages.blocks import Line, Message
from bot.office import Office
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.claims import Claimed
from storage.delivery.deliveries import NewDelivery
from storage.states import Purpose
from tests.cast import Cast


@dataclass
class ScriptedChannel:
    """Sent unless the script says otherwise; an exception in the script is raised."""

    script: deque[Outcome | Exception] = field(default_factory=deque)
    sent: list[tuple[str, Message]] = field(default_factory=list)
    edited: list[tuple[str, str, Message]] = field(default_factory=list)
    attached: list[Attached] = field(default_factory=list)

    abilities = Abilities(buttons=True, edits=True, folds=True, toasts=True, files=True, text_limit=4096)

    async def send(
        self, chat_id: str, message: Message, *, once: str = "", attached: Attached | None = None
    ) -> Outcome:
        self.sent.append((chat_id, message))
        if attached is not None:
            self.attached.append(attached)
        return self._next(Outcome(OutcomeKind.SENT, message_id=str(100 + len(self.sent))))

    async def edit(self, chat_id: str, message_id: str, message: Message) -> Outcome:
        self.edited.append((chat_id, message_id, message))
        return self._next(Outcome(OutcomeKind.SENT, message_id=message_id))

    async def toast(self, press_id: str, text: str) -> None:
        return None

    async def check(self) -> Health:
        return Health(reachable=True, name="scripted", detail="")

    def _next(self, default: Outcome) -> Outcome:
        answer = self.script.popleft() if self.script else default
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def chats(self) -> list[str]:
        """To whom something was sent, in order."""
        return [chat for chat, _ in self.sent]


def say(text: str) -> Message:
    return Message((Line(text),))


def compose_plainly(_connection: Connection, _office: Office, row: Claimed) -> Message:
    return say(f"văn bản {row.publication_id or row.subject}")


TABLE: ComposeTable = dict.fromkeys(Purpose, compose_plainly)


def sender(
    office: Office,
    cast: Cast,
    channel: ScriptedChannel,
    *,
    per_second: float = 30,
    in_flight: int = 8,
    table: ComposeTable = TABLE,
    paced: bool = True,
) -> Sender:
    wire = Wire(
        cast.connection_id,
        per_second,
        channel.abilities,
        "test worker",
        timedelta(seconds=120),
        in_flight,
        paced,
    )
    return Sender(office, channel, wire, table)


async def owe(office: Office, *new: NewDelivery) -> int:
    def body(connection: Connection) -> int:
        return deliveries.add(connection, *new)

    return await office.database.transaction(body)


async def drain(one: Sender) -> None:
    """Step until nothing more can be taken now, and let what is under way end."""
    while await one.step() or one.busy:
        await one._finish()
