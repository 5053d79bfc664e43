"""The office's own web inbox: sending is one commit, so nothing here is ever *maybe*."""

from collections import OrderedDict

from bot.channels.abilities import ABILITIES
from bot.channels.contract import Abilities, Attached, Health, Outcome, OutcomeKind
from bot.clock import Clock
from bot.messages.blocks import File, Message, from_json, to_json
from bot.messages.splitting import normalised
from storage import files
from storage.database import Connection, Database
from storage.organisation import people
from storage.states import Platform, Reason
from storage.web_inbox import web_messages

_TOASTS_KEPT = 200


def handed_out(connection: Connection, *, address_id: int, file_id: int) -> Attached | None:
    """A file that some message of this very conversation has with it; None for every other file."""
    named = (
        block.name
        for content in web_messages.with_files(connection, address_id)
        for block in from_json(content).blocks
        if isinstance(block, File) and block.file_id == file_id
    )
    name, kept = next(named, None), files.file(connection, file_id)
    return None if name is None or kept is None else Attached(name, kept.media_type, kept.content)


class WebChannel:
    """One web inbox.

    Args:
        database: where its messages stand; the page reads them from there.
        clock: messages carry the office's time.
        connection_id: its row among the connections.
    """

    def __init__(self, database: Database, clock: Clock, connection_id: int) -> None:
        self.connection_id = connection_id
        self._database = database
        self._clock = clock
        self._toasts: OrderedDict[str, str] = OrderedDict()

    @property
    def abilities(self) -> Abilities:
        """As Telegram's: the sandbox shows a chat as Telegram unless told otherwise."""
        return ABILITIES[Platform.WEB]

    async def send(
        self, chat_id: str, message: Message, *, once: str = "", attached: Attached | None = None
    ) -> Outcome:
        """Put the message into the conversation; the same `once` puts it there only once.

        A file stays where it is kept: the page fetches it when the person asks for it.
        """
        content = to_json(normalised(message))

        def body(connection: Connection) -> Outcome:
            address = people.address_at(connection, self.connection_id, chat_id)
            if address is None:
                return Outcome(OutcomeKind.UNREACHABLE, reason=Reason.CHAT_NOT_FOUND)
            number = web_messages.put(
                connection, address_id=address.id, content=content, once_key=once, now=self._clock.now()
            )
            return Outcome(OutcomeKind.SENT, message_id=str(number))

        return await self._database.transaction(body)

    async def edit(self, chat_id: str, message_id: str, message: Message) -> Outcome:
        """Replace a message of this conversation."""
        content = to_json(normalised(message))

        def body(connection: Connection) -> Outcome:
            address = people.address_at(connection, self.connection_id, chat_id)
            if address is None:
                return Outcome(OutcomeKind.UNREACHABLE, reason=Reason.CHAT_NOT_FOUND)
            if not message_id.isdecimal() or not web_messages.replace(
                connection, int(message_id), address_id=address.id, content=content, now=self._clock.now()
            ):
                return Outcome(OutcomeKind.REFUSED, reason=Reason.MESSAGE_GONE)
            return Outcome(OutcomeKind.SENT, message_id=message_id)

        return await self._database.transaction(body)

    async def toast(self, press_id: str, text: str) -> None:
        """Keep the line for the request that brought the press; the oldest make room."""
        self._toasts[press_id] = text
        while len(self._toasts) > _TOASTS_KEPT:
            self._toasts.popitem(last=False)

    def take_toast(self, press_id: str) -> str:
        """The line that answered a press, once; empty if there was none."""
        return self._toasts.pop(press_id, "")

    async def check(self) -> Health:
        """It can be reached whenever the database can."""
        await self._database.read(lambda connection: people.address_at(connection, self.connection_id, ""))
        return Health(reachable=True, name="web", detail="")
