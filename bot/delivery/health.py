"""What a call says of its platform: that it answers, or that it cannot be reached.

A connection's row is written only when that changes. What failed for another reason (a wait that was asked
for, a refused message, a person who blocked the bot) shows that the platform answers. What answers polls and
checks while sending fails again and again is as good as away: then only something sent shows that it is back.
"""

from datetime import timedelta
from functools import partial

from bot.channels.contract import Health, Outcome, OutcomeKind
from bot.logs import get
from bot.office import Office
from storage.channels import connections
from storage.database import Connection
from storage.states import Reason

log = get(__name__)

_FOR_WANT_OF_IT = frozenset({Reason.NOT_CONNECTED, Reason.CUT_OFF, Reason.PLATFORM_FAULT})
_LATELY = timedelta(minutes=1)
_UNCERTAIN = frozenset({OutcomeKind.NOT_SENT, OutcomeKind.MAYBE})


def note_outcome(connection: Connection, office: Office, connection_id: int, outcome: Outcome) -> None:
    """Note what an attempt says, in the transaction that writes its outcome."""
    if outcome.kind is OutcomeKind.REFUSED and outcome.status is None:
        # Refused before any call was made (a text too long): nobody was asked.
        return
    failed = outcome.kind in _UNCERTAIN and outcome.reason in _FOR_WANT_OF_IT
    # A refused token is no outage of the platform, but nothing goes out here all the same.
    _note(connection, office, connection_id, is_good=not failed and outcome.kind is not OutcomeKind.STOPPED)


async def note_polled(office: Office, connection_id: int, *, failed: Reason | None = None) -> None:
    """Note what a call for what came in says; `failed` is why it brought nothing that can be used."""
    if failed is None:
        await _look_and_note(office, connection_id, is_good=True)
    elif failed in _FOR_WANT_OF_IT or failed is Reason.TOKEN:
        await _look_and_note(office, connection_id, is_good=False)


async def note_checked(office: Office, connection_id: int, health: Health) -> None:
    """Note what the answer to `Channel.check` says."""
    await _look_and_note(office, connection_id, is_good=health.reachable)


async def _look_and_note(office: Office, connection_id: int, *, is_good: bool) -> None:
    line, sending_fails = await office.database.read(
        partial(_how_it_stands, office=office, connection_id=connection_id)
    )
    if is_good and sending_fails:
        return
    is_known_good = line.failing_since is None and (line.out_since is None or line.good_since is not None)
    if is_good is is_known_good:
        return
    await office.database.transaction(
        partial(_note, office=office, connection_id=connection_id, is_good=is_good)
    )


def _how_it_stands(
    connection: Connection, office: Office, connection_id: int
) -> tuple[connections.Line, bool]:
    line = connections.line(connection, connection_id)
    # Mostly nothing fails, and nothing more is asked.
    if line.failing_since is None:
        return line, False
    since = office.clock.machine() - _LATELY
    return line, connections.sending_fails(connection, connection_id, since=since)


def _note(connection: Connection, office: Office, connection_id: int, *, is_good: bool) -> None:
    now = office.clock.machine()
    if is_good and connections.note_good(connection, connection_id, now=now):
        log.info("a platform answers again", connection=connection_id)
    elif not is_good and connections.note_failing(connection, connection_id, now=now):
        log.warning("a platform cannot be reached", connection=connection_id)
