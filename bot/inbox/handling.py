"""Handling knocks: the door's answer, its deliveries and the knock's end commit together."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.logs import get
from bot.messages.blocks import Message, to_json
from bot.messages.reply import Asking, Reply
from bot.office import Office
from storage.database import Connection
from storage.delivery import deliveries, renewals
from storage.delivery.deliveries import NewDelivery
from storage.inbox import dialogues, inbox
from storage.inbox.dialogues import Dialogue
from storage.inbox.inbox import Knock
from storage.states import InboxState, Lane, Purpose, Repeat

__all__ = ["Desk", "Handle", "Handled", "Knock", "Overtaken", "Toast"]

log = get(__name__)

_LEASE = timedelta(minutes=2)
_IDLE = timedelta(seconds=0.5)


@dataclass(frozen=True)
class Handled:
    """What a door made of a knock.

    Args:
        address_id: the conversation to answer in; None when nobody is to be answered.
        reply: the answer.
        message_id: the message whose button was pressed, else empty.
        press_id: the platform's id of the press, for its toast, else empty.
        about: the publication the press was about: a press on its card, or its number typed, proves that the
            card arrived.
        refused_because: the gate's word, when what came in turned out to be secret only here (a file).
        afterwards: something that may be done when the answer is safe, and may fail.
        is_receipt: the answer only says "noted": it is not sent twice, nor where its month runs short.
    """

    address_id: int | None
    reply: Reply
    message_id: str = ""
    press_id: str = ""
    about: int | None = None
    refused_because: str = ""
    afterwards: Callable[[], Awaitable[None]] | None = None
    is_receipt: bool = False


Handle = Callable[[Knock], Awaitable[Handled]]
"""The door: translates a raw update, calls the command, returns its answer. It may be run twice."""

Toast = Callable[[Knock, str, str], Awaitable[None]]
"""Shows (press id, text) where the knock came from; best effort."""


class Overtaken(Exception):
    """Another worker took the knock over in the meantime: this one's answer must not be kept."""


@dataclass
class Desk:
    """Handles knocks, one at a time per conversation, several conversations at once.

    Args:
        office: where the inbox is.
        handle: the door.
        toast: how a press is answered.
    """

    office: Office
    handle: Handle
    toast: Toast

    def __post_init__(self) -> None:
        self._ends = False

    def end(self) -> None:
        """Take no further knock; what is in hand is finished."""
        self._ends = True
        self.office.bell.ring()

    async def work(self, worker: str) -> None:
        """Handle one knock after the other until told to end; several workers may do so at once."""
        while not self._ends:
            heard = self.office.bell.rung
            if not await self.step(worker):
                await self._rest(heard)

    async def _rest(self, heard: int) -> None:
        try:
            async with asyncio.timeout(_IDLE.total_seconds()):
                await self.office.bell.after(heard)
        except TimeoutError:
            return

    async def step(self, worker: str) -> bool:
        """Handle the next knock; whether there was one."""
        now = self.office.clock.machine()
        knock = await self.office.database.transaction(
            partial(inbox.claim, worker=worker, now=now, lease=_LEASE)
        )
        if knock is None:
            return False
        try:
            async with asyncio.timeout(_LEASE.total_seconds() / 2):
                handled = await self.handle(knock)
            await self._complete(knock, handled, worker=worker)
        except Overtaken:
            log.warning("knock overtaken", knock=knock.id)
        except Exception:
            # The one place where a fault in any command ends: the knock rests, is tried again, and is
            # set aside and shown after five times; everybody else's knocks go on.
            log.exception("handling failed", knock=knock.id)
            await self._put_back(knock, worker=worker)
        else:
            await self._afterwards(knock, handled)
        return True

    async def _complete(self, knock: Knock, handled: Handled, *, worker: str) -> None:
        def body(connection: Connection) -> None:
            now = self.office.clock.machine()
            because = handled.refused_because or knock.refused_because
            if not inbox.complete(connection, knock, worker=worker, now=now, refused_because=because):
                raise Overtaken
            if handled.address_id is not None:
                self._answer(connection, knock, handled, handled.address_id)

        await self.office.database.transaction(body)
        self.office.bell.ring()

    def _answer(self, connection: Connection, knock: Knock, handled: Handled, address_id: int) -> None:
        now = self.office.clock.machine()
        if handled.message_id or handled.about is not None:
            deliveries.proven_by(
                connection,
                address_id=address_id,
                message_id=handled.message_id,
                publication_id=handled.about,
                now=now,
            )
        reply = handled.reply
        if not reply.keeps_asking:
            dialogues.put(connection, address_id, _dialogue(reply.asking))
        replaced = reply.replaces if handled.message_id else None
        messages = reply.messages
        if reply.replaces is not None and replaced is None:
            messages = (reply.replaces, *messages)
        if replaced is not None:
            renewals.replaced(connection, address_id=address_id, message_id=handled.message_id)
            self._queue(connection, knock, address_id, "edit", replaced, message_id=handled.message_id)
        for number, message in enumerate(messages, start=1):
            before = f"knock:{knock.id}:{number - 1}" if number > 1 else None
            once = Repeat.NEVER if handled.is_receipt else Repeat.ONCE
            self._queue(connection, knock, address_id, str(number), message, after=before, repeat=once)

    def _queue(
        self,
        connection: Connection,
        knock: Knock,
        address_id: int,
        part: str,
        message: Message,
        *,
        message_id: str | None = None,
        after: str | None = None,
        repeat: Repeat = Repeat.ONCE,
    ) -> None:
        deliveries.add(
            connection,
            NewDelivery(
                once_key=f"knock:{knock.id}:{part}",
                address_id=address_id,
                purpose=Purpose.REPLY,
                due_at=self.office.clock.machine(),
                lane=Lane.REPLY,
                repeat=repeat,
                subject=knock.id,
                content=to_json(message),
                message_id=message_id,
                after=after,
            ),
        )

    async def _put_back(self, knock: Knock, *, worker: str) -> None:
        now = self.office.clock.machine()
        state = await self.office.database.transaction(
            partial(inbox.put_back, knock=knock, worker=worker, now=now)
        )
        if state is InboxState.SET_ASIDE:
            log.error("knock set aside", knock=knock.id)

    async def _afterwards(self, knock: Knock, handled: Handled) -> None:
        try:
            if handled.press_id:
                await self.toast(knock, handled.press_id, handled.reply.toast)
            if handled.afterwards is not None:
                await handled.afterwards()
        except Exception:
            # The knock is done; what is shown beside the answer is best effort.
            log.exception("afterwards failed", knock=knock.id)


def _dialogue(asking: Asking | None) -> Dialogue | None:
    if asking is None:
        return None
    return Dialogue(asking.awaited, asking.subject, asking.argument, asking.until)
