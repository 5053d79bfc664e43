"""Two clocks: the office's time, which the sandbox may move forward, and the machine's."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What every use case asks for the time."""

    def now(self) -> datetime:
        """The office's time (aware, UTC): due dates, hours, what people see."""
        ...

    def machine(self) -> datetime:
        """The machine's time (aware, UTC): leases, rates, retries, signatures."""
        ...


class OfficeClock:
    """The machine's clock, with the office's time ahead of it by an offset that only grows.

    Args:
        offset: how far the office's time is ahead of the machine's.
    """

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def now(self) -> datetime:
        """The office's time."""
        return self.machine() + self.offset

    def machine(self) -> datetime:
        """The machine's time."""
        return datetime.now(UTC)

    def forward(self, offset: timedelta) -> None:
        """Set the offset to a later one.

        Raises:
            ValueError: the offset would move the office's time back.
        """
        if offset < self.offset:
            raise ValueError("the office's time never moves back")
        self.offset = offset
