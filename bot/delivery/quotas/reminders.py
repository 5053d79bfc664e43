"""A reminder for which a month has no room: known before it is queued, taken back where it was too late."""

import re
from collections.abc import Collection
from datetime import datetime

from bot.access import Caller, Door
from bot.delivery.lines import in_service, open_lines
from bot.delivery.quotas.purposes import Part
from bot.delivery.quotas.standing import room_at
from bot.history import entry
from bot.office import Office
from storage import history
from storage.channels import seats
from storage.chasing import reminders_not_sent
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.states import ObligationState, Urgency

_CLOCK = Caller(member_id=None, door=Door.CLOCK)
_COPY = re.compile(r"(:a\d+)+$")


def key_of(member_id: int, goes_at: datetime) -> str:
    """A reminder's `once_key` (remind:m7:2026-11-26T08:00); `goes_at` in the office's zone."""
    return f"remind:m{member_id}:{goes_at:%Y-%m-%dT%H:%M}"


class Places:
    """What is left for reminders of these members that are queued one after the other in one transaction.

    Args:
        connection: the transaction that queues them.
        office: the office.
        member_ids: of those who may be asked for.
        presses: they may use what is kept for what is compulsory.
    """

    def __init__(
        self, connection: Connection, office: Office, member_ids: Collection[int], *, presses: bool
    ) -> None:
        self._connection, self._office = connection, office
        self._part = Part.COMPULSORY if presses else Part.ORDINARY
        self._open = {line.id for line in open_lines(connection, office)}
        self._served = {line.id for line in in_service(connection, office)}
        self._ways = seats.bound(connection, member_ids)
        self._left: dict[int, int | None] = {}

    def take(self, member_id: int) -> bool:
        """Take a place for one more, at the first of the member's addresses that has any.

        Returns:
            Whether there was one; also for who has no address, of whom others tell.
        """
        ways = [one for one in self._ways.get(member_id, ()) if one in self._served]
        for way in ways:
            left = self._left_at(way) if way in self._open else 0
            if left is None:
                return True
            if left > 0:
                self._left[way] = left - 1
                return True
        # Where it is out, nothing is known: it waits there or goes around.
        return not ways or any(way not in self._open for way in ways)

    def _left_at(self, connection_id: int) -> int | None:
        if connection_id not in self._left:
            self._left[connection_id] = room_at(self._connection, self._office, connection_id, self._part)
        return self._left[connection_id]


def take_back(connection: Connection, office: Office, row: Claimed) -> None:
    """Undo what was noted when the reminder was queued: it was not sent, and goes nowhere else.

    On each obligation the count and the time stand again as before, and history says why.
    """
    if row.member_id is None:
        return
    key = _COPY.sub("", row.once_key)
    taken = []
    for one in reminders_not_sent.reminded(connection, row.member_id):
        goes_at = office.calendar.next_opening(one.reminded_at, Urgency.NORMAL)
        if key_of(row.member_id, goes_at) == key and reminders_not_sent.take_back(connection, one):
            taken.append(one)
    history.append(
        connection,
        *(
            entry(
                _CLOCK,
                office,
                thing="obligation",
                thing_id=one.id,
                from_state=ObligationState.EXPECTED,
                to_state=ObligationState.EXPECTED,
                publication_id=one.publication_id,
                member_id=row.member_id,
                unit_id=one.unit_id,
                version=one.version,
                detail=reminders_not_sent.NOT_SENT,
            )
            for one in taken
        ),
    )
