"""The pages of the 澜汀日报 of November 23, 2026."""

from collections.abc import Iterator

from samples.lanting.a02 import opinion
from samples.lanting.a03 import general
from samples.lanting.a04 import economy
from samples.lanting.a05 import life
from samples.lanting.a06 import pictures
from samples.lanting.a07 import culture
from samples.lanting.a08 import supplement
from samples.lanting.front import front
from samples.press import SamplePage

NAME = "LTRB20261123"


def pages() -> Iterator[SamplePage]:
    """Yield all pages of the issue."""
    first, rest = front()
    yield first.pressed(f"{NAME}A01", "zh")
    yield opinion().pressed(f"{NAME}A02", "zh")
    yield general(rest).pressed(f"{NAME}A03", "zh", shuffle=3)
    yield economy().pressed(f"{NAME}A04", "zh")
    yield life().pressed(f"{NAME}A05", "zh", shuffle=5)
    yield pictures().pressed(f"{NAME}A06", "zh")
    yield culture().pressed(f"{NAME}A07", "zh")
    yield supplement().pressed(f"{NAME}A08", "zh")
