"""What the plan lets through in a month and a second."""

from collections import Counter, deque
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.standins.zalo.refusals import Refused
from tests.standins.zalo.switches import Limits, Switches


class Quota:
    """Counts what was accepted, and says when it is enough."""

    def __init__(self, limits: Limits, switches: Switches, now: Callable[[], float]) -> None:
        self._limits = limits
        self._switches = switches
        self._now = now
        self._months: Counter[str] = Counter()
        self._days: Counter[tuple[str, str]] = Counter()
        self._sent: deque[float] = deque()

    @property
    def used(self) -> int:
        """Messages of this month."""
        return self._months[self._today()[:7]]

    def use(self, count: int = 1) -> None:
        """So many more count."""
        self._months[self._today()[:7]] += count

    def must_have_room(self) -> None:
        """Before a message is accepted.

        Raises:
            Refused: the month or the second is full.
        """
        if self._limits.messages_a_month and self.used >= self._limits.messages_a_month:
            raise Refused(429, self._switches.quota_words, status=self._switches.quota_status)
        now = self._now()
        while self._sent and self._sent[0] <= now - 1:
            self._sent.popleft()
        if self._switches.messages_a_second and len(self._sent) >= self._switches.messages_a_second:
            raise Refused(429, "Too many requests", status=self._switches.quota_status)

    def accepted(self) -> None:
        """One message went out."""
        self._sent.append(self._now())
        self.use()

    def count_call(self, method: str, limit: int) -> bool:
        """One more call of a method that has a cap a day; whether it is still within it."""
        key = (method, self._today())
        self._days[key] += 1
        return not limit or self._days[key] <= limit

    def _today(self) -> str:
        return f"{datetime.fromtimestamp(self._now(), ZoneInfo(self._switches.month_zone)):%Y-%m-%d}"
