"""Knocks handled and answers sent as at work, over a channel that keeps what it was given."""

import json
from dataclasses import dataclass, field
from typing import Any

from bot.access import Caller, Door
from bot.channels.contract import Received
from bot.delivery.sending import Sender
from bot.inbox.handling import Desk, Handled, Knock
from bot.inbox.intake import take
from bot.messages.blocks import AskContact, Button, File, Message
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.callers import caller_of
from bot.runtime.rooms import COMPOSERS
from bot.schedule import Rule
from handlers.commands.dispatch import Spoken, Token, answer
from handlers.conversation import ContactSent, Content, Text
from tests.cast import Cast, clock_of
from tests.commands.saying import buttons
from tests.delivery.scripted import ScriptedChannel, drain, sender


@dataclass
class House:
    """The office at work on one connection, which shows itself as Telegram."""

    office: Office
    cast: Cast
    channel: ScriptedChannel = field(default_factory=ScriptedChannel)
    knocks: int = 0

    def __post_init__(self) -> None:
        self._desk = Desk(self.office, self._handle, self._toast)
        self._sender: Sender = sender(
            self.office, self.cast, self.channel, per_second=1_000_000, table=COMPOSERS, paced=False
        )
        self.toasts: list[str] = []

    def phone(self, chat_id: str, *, account: str = "") -> "Phone":
        """A chat; that of somebody in the cast is `chat-<given name>`."""
        return Phone(self, chat_id, account)

    def of(self, given: str) -> "Phone":
        """The phone of somebody who is reached."""
        return self.phone(f"chat-{given}")

    async def knock(self, chat_id: str, body: dict[str, Any]) -> None:
        """One update from this chat, handled and answered."""
        self.knocks += 1
        await take(self.office, self.cast.connection_id, [Received(str(self.knocks), chat_id, body)])
        assert await self._desk.step("test desk")
        await self.goes_on()

    async def goes_on(self, *rules: Rule) -> None:
        """The clock knocks at these rules, and what is owed goes out."""
        for rule in rules:
            await rule(self.office)
        before = -1
        while before != len(self.channel.sent):
            before = len(self.channel.sent)
            # A broadcast waits until every token taken before it is due; at this rate that is an instant.
            clock_of(self.office).forward(milliseconds=1)
            await drain(self._sender)

    async def _handle(self, knock: Knock) -> Handled:
        body = json.loads(knock.body)
        spoken = Spoken(
            knock.conversation,
            _content(body),
            message_id=body.get("message_id", ""),
            press_id=str(knock.id),
            account=body["account"],
            knows_contacts=True,
        )
        return await answer(self.office, knock, spoken, door=Door.TELEGRAM)

    async def _toast(self, _knock: Knock, _press_id: str, text: str) -> None:
        self.toasts.append(text)


@dataclass
class Phone:
    """One chat, and what can be read and pressed in it."""

    house: House
    chat_id: str
    account: str

    async def says(self, text: str) -> str:
        """Type something; what came back."""
        return await self._knock({"kind": "text", "text": text})

    async def sends_number(self, phone: str, *, own: bool = True) -> str:
        """Send a telephone number; what came back."""
        return await self._knock({"kind": "contact", "phone": phone, "own": own})

    async def presses(self, label: str) -> str:
        """Press the newest button of this label; what came back."""
        return await self.presses_token(self.button(label).token)

    async def presses_token(self, token: str) -> str:
        """Press something that may have been made up."""
        return await self._knock({"kind": "press", "token": token, "message_id": "1"})

    async def who(self) -> Caller:
        """Who speaks here now."""
        connection_id = self.house.cast.connection_id
        return await caller_of(
            self.house.office, connection_id=connection_id, chat_id=self.chat_id, door=Door.TELEGRAM
        )

    @property
    def messages(self) -> list[Message]:
        """Everything that came, then what stands changed; the newest last."""
        edited = [message for chat, _, message in self.house.channel.edited if chat == self.chat_id]
        return [message for chat, message in self.house.channel.sent if chat == self.chat_id] + edited

    @property
    def text(self) -> str:
        """Everything that can be read."""
        return "\n".join(visible_text(message) for message in self.messages)

    @property
    def labels(self) -> list[str]:
        """The buttons of the newest message that has any."""
        return [one.label for one in self._newest_buttons()]

    @property
    def files(self) -> list[File]:
        """The files that came."""
        return [block for message in self.messages for block in message.blocks if isinstance(block, File)]

    @property
    def asks_for_number(self) -> bool:
        """Whether some message asks for the person's number."""
        return any(isinstance(block, AskContact) for message in self.messages for block in message.blocks)

    def button(self, label: str) -> Button:
        """The newest button of this label."""
        found = [one for message in self.messages for one in buttons(message) if one.label == label]
        assert found, [one.label for message in self.messages for one in buttons(message)]
        return found[-1]

    def _newest_buttons(self) -> list[Button]:
        for message in reversed(self.messages):
            if buttons(message):
                return buttons(message)
        return []

    async def _knock(self, body: dict[str, Any]) -> str:
        sent, edited = len(self.house.channel.sent), len(self.house.channel.edited)
        await self.house.knock(self.chat_id, body | {"account": self.account})
        new = [message for chat, message in self.house.channel.sent[sent:] if chat == self.chat_id]
        new += [message for chat, _, message in self.house.channel.edited[edited:] if chat == self.chat_id]
        return "\n".join(visible_text(message) for message in new)


def _content(body: dict[str, Any]) -> Content | Token:
    match body["kind"]:
        case "text":
            return Text(body["text"])
        case "contact":
            return ContactSent(body["phone"], is_own=body["own"])
    return Token(body["token"])
