"""The pages of the Harbor Courier of November 23, 2026."""

from collections.abc import Iterator

from samples.courier.back import back
from samples.courier.front import front
from samples.courier.spread import spread
from samples.press import SamplePage


def pages() -> Iterator[SamplePage]:
    """Yield the front page, the spread and the back page."""
    first, jumps = front()
    yield first.pressed("HC-20261123-A001", "en")
    yield spread(jumps).pressed("HC-20261123-A002-A003", "en", shuffle=7)
    yield back().pressed("HC-20261123-A004", "en")
