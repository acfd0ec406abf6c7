"""The pages of the 澜汀日报 of November 23, 2026."""

from collections.abc import Iterator

from samples.lanting.front import front
from samples.press import SamplePage

NAME = "LTRB20261123"


def pages() -> Iterator[SamplePage]:
    """Yield all pages of the issue."""
    first, _ = front()
    yield first.pressed(f"{NAME}A01", "zh")
