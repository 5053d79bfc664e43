"""Loa at work: senders, pollers, the desk and the clock's knocks, as one thing to start and stop."""

import asyncio
import os
import socket
from collections.abc import Callable, Coroutine, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from time import monotonic

from bot.channels.contract import Channel, PollingChannel
from bot.delivery.lines import in_service
from bot.delivery.preparing import Wire
from bot.delivery.quotas.months import month_of
from bot.delivery.rescuing import rescue
from bot.delivery.sending import Sender
from bot.inbox.handling import Desk, Handle
from bot.logs import get
from bot.office import Office
from bot.organisation.outages.unserved import note_unserved
from bot.retry import after_not_sent
from bot.runtime.intaking import Intake
from bot.runtime.naming import learn_account
from bot.runtime.polling import Poller
from bot.runtime.rooms import COMPOSERS, RULES
from bot.runtime.watching import Watch
from bot.schedule import Schedule
from storage.channels import connections, usages
from storage.database import Connection
from storage.inbox.inbox import Knock
from storage.lock import Leadership

log = get(__name__)

# The web inbox is the office's own database: only messengers ask for pauses.
_WEB_PER_SECOND = 1000
_HANDS = 4
"""Conversations handled at once."""
# What ran this long was sound: an earlier fault says nothing about the next one.
_SOUND_AFTER = timedelta(minutes=5)
_LOOK_EVERY = timedelta(milliseconds=20)

Work = Callable[[], Coroutine[object, object, None]]


@dataclass(frozen=True)
class Plugged:
    """A connection that is served.

    Args:
        connection_id: its row.
        channel: the way out.
        per_second: sends it may make.
        polls: the same channel, if it has to be asked for what came in.
        paced: whether its conversations rest after each message.
        beside: what else is to run for it, until cancelled.
        numbered: what its buttons offer may be answered by number too.
    """

    connection_id: int
    channel: Channel
    per_second: float = _WEB_PER_SECOND
    polls: PollingChannel | None = None
    paced: bool = False
    beside: tuple[Work, ...] = ()
    numbered: bool = False


@dataclass
class Runtime:
    """Everything that runs by itself.

    Args:
        office: whose.
        plugged: the connections, by number.
        handle: the doors.
        alone: a lock proves that no other process works with this database.
    """

    office: Office
    plugged: Mapping[int, Plugged]
    handle: Handle
    alone: bool
    _running: AsyncExitStack = field(default_factory=AsyncExitStack)

    def __post_init__(self) -> None:
        self.worker = f"{socket.gethostname()}:{os.getpid()}:{os.urandom(3).hex()}"
        self._leadership = Leadership(self.office.settings.database_url.get_secret_value())
        self.intake = Intake(self.office)
        self.schedule = Schedule(self.office, {**RULES, **self.intake.rules}, self._leadership.lead)

    async def start(self) -> None:
        """Rescue what was in hand, then let everything run."""
        if self.alone:
            await rescue(self.office, alone=True)
        self._running.push_async_callback(self._leadership.resign)
        await self.office.database.transaction(self._note_unserved)
        for plugged in self.plugged.values():
            await self._start_connection(plugged)
        desk = Desk(self.office, self.handle, self._toast)
        for hand in range(_HANDS):
            self._run(partial(desk.work, f"{self.worker}:{hand}"), f"desk {hand}")
        self._running.callback(desk.end)
        self._running.push_async_callback(self.intake.stop)
        self.schedule.start()
        self._running.push_async_callback(self.schedule.stop)

    async def stop(self) -> None:
        """Stop in reverse order; what is being sent is finished and recorded."""
        await self._running.aclose()

    async def settled(self, *, within: timedelta) -> bool:
        """Wait until nothing on these connections waits to be handled or could be sent now.

        Returns:
            Whether that came about in time.
        """
        deadline = asyncio.get_running_loop().time() + within.total_seconds()
        while asyncio.get_running_loop().time() < deadline:
            # What is queued while the first look is on its way falls due after that look's moment.
            if await self._at_rest() and await self._at_rest():
                return True
            await asyncio.sleep(_LOOK_EVERY.total_seconds())
        return False

    def _note_unserved(self, connection: Connection) -> None:
        served = {line.id for line in in_service(connection, self.office)} | set(self.plugged)
        note_unserved(connection, self.office, served)

    async def _start_connection(self, plugged: Plugged) -> None:
        await self.office.database.transaction(partial(self._begin_anew, connection_id=plugged.connection_id))
        settings = self.office.settings.sending
        wire = Wire(
            plugged.connection_id,
            plugged.per_second,
            plugged.channel.abilities,
            self.worker,
            settings.lease_after,
            settings.in_flight,
            plugged.paced,
            plugged.numbered,
        )
        sender = Sender(self.office, plugged.channel, wire, COMPOSERS)
        self._run(partial(self._send, sender), f"sender {plugged.connection_id}")
        self._running.callback(sender.end)
        learn = partial(learn_account, self.office, plugged.channel, plugged.connection_id)
        self._run(learn, f"account {plugged.connection_id}", ends_itself=False)
        watch = Watch(self.office, plugged.channel, plugged.connection_id, self._leadership.lead)
        self._run(watch.run, f"watch {plugged.connection_id}", ends_itself=False)
        if plugged.polls is not None:
            poller = Poller(self.office, plugged.polls, plugged.connection_id, self._leadership.lead)
            # The last resort, when it was resting after a fault of the database.
            self._running.push_async_callback(poller.keep)
            self._run(poller.run, f"poller {plugged.connection_id}")
            self._running.callback(poller.end)
        for number, beside in enumerate(plugged.beside):
            self._run(beside, f"beside {plugged.connection_id}.{number}", ends_itself=False)

    def _begin_anew(self, connection: Connection, *, connection_id: int) -> None:
        connections.begin_anew(connection, connection_id)
        month = month_of(self.office)
        if usages.of_month(connection, connection_id, month).spent_at is not None:
            # More may have been bought meanwhile; if not, the platform's next answer says so again.
            usages.note_spent(connection, connection_id, month, at=None)

    async def _send(self, sender: Sender) -> None:
        await sender.run()
        if sender.stopped is not None:
            reason = sender.stopped
            await self.office.database.transaction(
                partial(connections.note_stopped, connection_id=sender.wire.connection_id, reason=reason)
            )

    def _run(self, work: Work, name: str, *, ends_itself: bool = True) -> None:
        task = asyncio.create_task(_keep_at(work, name), name=name)
        # Those that are told to end finish what they have in hand first.
        within = self.office.settings.sending.lease_after / 2 if ends_itself else timedelta()
        self._running.push_async_callback(_end, task, within=within)

    async def _toast(self, knock: Knock, press_id: str, text: str) -> None:
        await self.plugged[knock.connection_id].channel.toast(press_id, text)

    async def _at_rest(self) -> bool:
        now = self.office.clock.machine()
        urgencies = self.office.calendar.open_urgencies(self.office.clock.now())
        for connection_id in self.plugged:
            question = partial(
                connections.at_rest, connection_id=connection_id, now=now, open_urgencies=urgencies
            )
            if not await self.office.database.read(question):
                return False
        return True


async def _end(task: asyncio.Task[None], *, within: timedelta) -> None:
    await asyncio.wait({task}, timeout=within.total_seconds())
    task.cancel()
    await asyncio.wait({task})


async def _keep_at(work: Work, name: str) -> None:
    failures = 0
    while True:
        begun_at = monotonic()
        try:
            await work()
        except Exception:
            # The database may be away for a while: whatever ran goes on when it is back.
            log.exception("stopped by a fault, starting again", what=name)
            if monotonic() - begun_at > _SOUND_AFTER.total_seconds():
                failures = 0
            await asyncio.sleep(after_not_sent(failures, chance=1).total_seconds())
            failures += 1
        else:
            return
