"""The sender of one connection: take, send outside any transaction, settle. A step says if there was more."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.channels.contract import Channel, Outcome, OutcomeKind
from bot.delivery.composing import ComposeTable
from bot.delivery.preparing import Ready, Wire
from bot.delivery.settling import Settled, settle
from bot.delivery.taking import Batch, room_of, take
from bot.logs import get
from bot.office import Office
from storage.states import Reason

log = get(__name__)

# With nothing to do the queue is looked at this often, besides whenever the bell rings.
_IDLE = timedelta(seconds=0.5)


@dataclass
class Sender:
    """Sends what is owed on one connection, until stopped.

    Args:
        office: where the queue is.
        channel: the way out.
        wire: the connection as it is known here.
        table: how each purpose becomes a message.
    """

    office: Office
    channel: Channel
    wire: Wire
    table: ComposeTable

    def __post_init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()
        self._doubts = 0
        self._ends = False
        self.stopped: Reason | None = None

    async def run(self) -> None:
        """Send until told to end, or the platform refuses the connection; what is in hand is finished."""
        while self.stopped is None and not self._ends:
            heard = self.office.bell.rung
            batch = await self._step()
            if batch.empty:
                await self._rest(heard, batch.next_at)
        await self._finish()

    def end(self) -> None:
        """Take nothing more. Cancelling instead would drop rows that are just being taken into hand."""
        self._ends = True
        self.office.bell.ring()

    async def step(self) -> bool:
        """Take a batch and start sending it; whether there was anything."""
        return not (await self._step()).empty

    async def _step(self) -> Batch:
        room = room_of(self.wire, busy=self.busy, in_doubt=self._doubts > 0)
        body = partial(take, office=self.office, wire=self.wire, table=self.table, room=room)
        batch = await self.office.database.transaction(body)
        for ready in batch.ready:
            sending = asyncio.create_task(self._send(ready), name=f"send delivery {ready.row.id}")
            self._under_way.add(sending)
            sending.add_done_callback(self._done)
        return batch

    @property
    def busy(self) -> int:
        """How many sends are under way."""
        return len(self._under_way)

    def _done(self, sending: asyncio.Task[None]) -> None:
        self._under_way.discard(sending)
        if not sending.cancelled() and sending.exception() is not None:
            # The row stays *sending*; when its lease has run out it is rescued as *maybe*.
            log.error("recording failed", what=sending.get_name(), exc_info=sending.exception())

    async def _rest(self, heard: int, next_at: datetime | None) -> None:
        wait = _IDLE
        if next_at is not None:
            wait = min(wait, max(next_at - self.office.clock.machine(), timedelta()))
        rung = asyncio.create_task(self.office.bell.after(heard))
        try:
            await asyncio.wait(
                {rung, *self._under_way},
                timeout=wait.total_seconds(),
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            rung.cancel()

    async def _finish(self) -> None:
        if self._under_way:
            await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _send(self, ready: Ready) -> None:
        wait = ready.slot_at - self.office.clock.machine()
        await asyncio.sleep(max(0.0, wait.total_seconds()))
        outcome = await self._call(ready)
        settled = await self.office.database.transaction(
            partial(settle, office=self.office, ready=ready, outcome=outcome, doubts=self._doubts)
        )
        self._doubts = self._doubts + 1 if outcome.kind is OutcomeKind.MAYBE else 0
        self._note(ready, outcome, settled)

    async def _call(self, ready: Ready) -> Outcome:
        row = ready.row
        try:
            async with asyncio.timeout(self.wire.lease.total_seconds() / 2):
                if row.message_id is not None:
                    return await self.channel.edit(row.chat_id, row.message_id, ready.message)
                return await self.channel.send(
                    row.chat_id, ready.message, once=row.once_key, attached=ready.attached
                )
        except TimeoutError:
            return Outcome(OutcomeKind.MAYBE, reason=Reason.CUT_OFF)

    def _note(self, ready: Ready, outcome: Outcome, settled: Settled) -> None:
        note = log.debug if outcome.kind is OutcomeKind.SENT else log.info
        note(
            "delivery",
            delivery=ready.row.id,
            attempt=ready.row.attempt_number,
            outcome=outcome.kind,
            reason=outcome.reason,
            status=outcome.status,
            detail=outcome.detail,
            taken=settled.taken,
        )
        if settled.stopped is not None:
            log.error("connection stopped", connection=self.wire.connection_id, reason=settled.stopped)
            self.stopped = settled.stopped
