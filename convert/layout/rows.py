"""What stands in one row, and what divides a row: rules and the edges of columns."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from convert.geometry import Rect
from convert.model import Rule, Span

EDGE_SUPPORT = 5
"""More spans than this start at a column's left edge."""
DROP_CAP = 1.7
"""Type larger than the words beside it by this factor is a drop cap or a headline."""


@dataclass(frozen=True, slots=True)
class Walls:
    """What no line of print crosses: vertical rules and the left edges of columns."""

    rules: tuple[Rect, ...]
    edges: tuple[float, ...]

    def between(self, a: Span, b: Span) -> bool:
        """Whether a rule stands between two neighbours of one row."""
        return any(
            a.rect.right - 1 <= r.cx <= b.rect.left + 1 and r.top <= a.rect.cy <= r.bottom
            for r in self.rules
        )

    def is_edge(self, x: float) -> bool:
        """Whether a column starts at `x`."""
        at = bisect_left(self.edges, x - 1.0)
        return at < len(self.edges) and self.edges[at] <= x + 1.0


def walls_of(spans: Iterable[Span], rules: Iterable[Rule]) -> Walls:
    """Return what divides the rows of a page."""
    return Walls(
        rules=tuple(r.rect for r in rules if not r.horizontal),
        edges=_column_edges(spans),
    )


def _column_edges(spans: Iterable[Span]) -> tuple[float, ...]:
    starts = Counter(round(s.rect.left) for s in spans if len(s.text) > 3)
    return tuple(
        sorted(x for x, n in starts.items() if n + starts[x - 1] + starts[x + 1] > EDGE_SUPPORT)
    )


def on_one_baseline(a: Span, b: Span) -> bool:
    """Equal baselines, or a small index or exponent beside larger type."""
    small, large = sorted((a, b), key=lambda s: s.size)
    shift = abs((a.rect.bottom - 0.22 * a.size) - (b.rect.bottom - 0.22 * b.size))
    if large.size > DROP_CAP * small.size and len(small.text) > 3:
        return False  # a drop cap, or a headline beside a column of text
    if small.size > 0.85 * large.size:
        return shift <= 0.2 * small.size
    return shift <= 0.45 * large.size and large.rect.overlap_y(small.rect) >= 0.6 * small.size
