"""Join lines that a wide word space tears apart.

Justified narrow columns tear lines; the lines above and below run across the gap. A
gutter is never bridged by two lines.
"""

from collections.abc import Sequence
from itertools import takewhile

from convert.layout.rows import Walls, on_one_baseline
from convert.model import Span

MAX_TEAR = 6.0
"""Widest word space of a badly justified line, in em."""
PARAGRAPH = 3.0
"""Deepest indent of a paragraph's first line, in em."""
REACH = 3.2
"""Lines this near, in em, may bridge a torn line."""
BRIDGES = 2
"""So many lines bridge a gap that is no gutter."""


def join_torn(runs: list[list[Span]], walls: Walls) -> list[list[Span]]:
    """Join over a wide word space that the lines above and below run across."""
    joined: list[list[Span]] = []
    for i, run in enumerate(runs):
        last = joined[-1] if joined else None
        if (
            last is not None
            and _torn(last[-1], run[0])
            and not walls.between(last[-1], run[0])
            and _bridged(last, run, runs, i, at_edge=walls.is_edge(run[0].rect.left))
        ):
            last.extend(run)
        else:
            joined.append(run)
    return joined


def _torn(a: Span, b: Span) -> bool:
    """Whether two spans of one size stand in one row with a wide gap between them."""
    gap = b.rect.left - a.rect.right
    large = max(a.size, b.size)
    return (
        on_one_baseline(a, b)
        and 0 < gap <= MAX_TEAR * large
        and abs(a.size - b.size) < 0.12 * large
    )


def _bridged(
    left: Sequence[Span],
    right: Sequence[Span],
    runs: Sequence[list[Span]],
    at: int,
    *,
    at_edge: bool,
) -> bool:
    """Whether two of the nearest lines above and below run across a gap.

    Where columns begin at its right side, lines on one side only are those of a wider
    column that stands over or under two narrow ones.
    """
    above, below = (
        sum(
            _crosses(runs[i], left, right)
            for i in takewhile(lambda i: _near(runs[i][0], right[0]), way)
        )
        for way in (range(at - 1, -1, -1), range(at + 1, len(runs)))
    )
    return above + below >= BRIDGES and not (at_edge and 0 in (above, below))


def _near(span: Span, torn: Span) -> bool:
    return abs(span.rect.bottom - torn.rect.bottom) <= REACH * torn.size


def _crosses(run: Sequence[Span], left: Sequence[Span], right: Sequence[Span]) -> bool:
    """Whether a line of the same type and column runs across the gap of a torn one."""
    first, last = run[0], run[-1]
    a, b = left[-1], right[0]
    return (
        abs(first.rect.bottom - b.rect.bottom) > 0.7 * b.size
        and abs(first.size - b.size) < 0.06 * b.size
        and first.rect.left < a.rect.right - 0.5 * a.size
        and last.rect.right > b.rect.left + 0.5 * b.size
        and abs(first.rect.left - left[0].rect.left) < PARAGRAPH * b.size
    )
