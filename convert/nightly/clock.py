"""What time it is: the one place where the night shift asks."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """A clock; tests bring their own."""

    def now(self) -> datetime:
        """Return the time of day, in UTC; it may step."""
        ...

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Return the time of day, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds since some moment."""
        return time.monotonic()


STEP = 30.0
"""Seconds by which the two clocks may disagree before it counts as a step."""


def stepped(before: tuple[datetime, float], after: tuple[datetime, float]) -> float:
    """Return by how many seconds the time of day was set between two readings, or 0.

    A reading is (`now()`, `monotonic()`).
    """
    drift = (after[0] - before[0]).total_seconds() - (after[1] - before[1])
    return drift if abs(drift) > STEP else 0.0
