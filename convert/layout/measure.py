"""Measure a page's type: body size, leading, column width. All distances build on it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from convert.model import Line
from convert.typeface import is_body_size

SMALLEST, LARGEST = 4.0, 22.0
"""Body type is sought between these sizes, in points."""
ONE_SIZE = 1.03
"""Sizes that differ by less than this factor are one."""
STEPS = 45
"""Line distances are told apart by so many parts of the body size."""
FALLBACK = 9.0
"""Body size of a page without text, in points."""


def body_size(lines: Iterable[Line]) -> float:
    """Return the size that covers most of the page with characters, in points.

    Counting area rather than characters keeps a page of listings from making its
    small print the body.
    """
    weight: dict[float, float] = defaultdict(float)
    for line in lines:
        if SMALLEST <= line.size <= LARGEST:
            weight[line.size] += len(line.text) * line.size**2
    if not weight:
        return FALLBACK
    sizes = sorted(weight)
    sums = [0.0, *accumulate(weight[s] for s in sizes)]

    def near(size: float) -> float:
        first, last = bisect_left(sizes, size / ONE_SIZE), bisect_right(sizes, size * ONE_SIZE)
        return sums[last] - sums[first]

    return max(sizes, key=lambda s: (near(s), weight[s], -s))


def leading(lines: Sequence[Line], body: float) -> float:
    """Return the usual distance of two baselines of body text, in points."""
    rows = sorted(
        (line for line in lines if is_body_size(line.size, body)),
        key=lambda line: (round(line.rect.left / body), line.rect.bottom),
    )
    steps: dict[int, list[float]] = defaultdict(list)
    for a, b in pairwise(rows):
        step = b.rect.bottom - a.rect.bottom
        if abs(a.rect.left - b.rect.left) < body and 0.9 * body <= step <= 2.2 * body:
            steps[round(step / body * STEPS)].append(step)
    if not steps:
        return 1.2 * body
    usual = sorted(steps[max(steps, key=lambda s: (len(steps[s]), -s))])
    return usual[len(usual) // 2]


def column_width(lines: Iterable[Line], body: float) -> float:
    """Return the usual width of a column in points: the median of full body lines."""
    widths = sorted(
        line.rect.width
        for line in lines
        if is_body_size(line.size, body) and line.rect.width > 5 * body
    )
    return widths[int(len(widths) * 0.6)] if widths else 15 * body
