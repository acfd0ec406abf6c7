"""Join spans into lines of print: one baseline inside one column."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from convert.direction import has_leftward, in_order, runs_leftward
from convert.geometry import Rect, enclosing
from convert.model import Line, Rule, Span
from convert.typeface import is_cjk

SAME_FLOW_GAP = 1.7
"""Widest gap inside a line, in em, if the file sets both sides in one run of text."""
OTHER_FLOW_GAP = 0.55
"""The same if it does not: half an em is a wide word space, more may be a gutter."""
MAX_TEAR = 6.0
"""Widest word space of a badly justified line, in em."""
PARAGRAPH = 3.0
"""Deepest indent of a paragraph's first line, in em."""
REACH = 3.2
"""Lines this near, in em, may bridge a torn line."""
SPACE = 0.16
"""A gap of this many em between two spans is a word space."""
EDGE_SUPPORT = 5
"""So many spans start at a column's left edge."""


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


def build_lines(
    spans: Sequence[Span], rules: Iterable[Rule], *, leftward: bool = False
) -> tuple[Line, ...]:
    """Join the spans of horizontal writing; drop caps and rotated spans stay alone.

    Args:
        spans: of one page, in its writing frame.
        rules: drawn lines, in the same frame.
        leftward: whether that is the page mirrored, to be read from right to left.
    """
    walls = Walls(
        rules=tuple(r.rect for r in rules if not r.horizontal),
        edges=_column_edges(spans),
    )
    upright = [s for s in spans if s.angle == 0]
    rotated = [s for s in spans if s.angle != 0]
    runs = _join_rows(_join_in_file_order(upright, walls), walls)
    runs = _join_bridged(runs, walls)
    return (
        *(_line(_as_read(run, leftward=leftward)) for run in runs),
        *(_line([s]) for s in rotated),
    )


def _as_read(run: list[Span], *, leftward: bool) -> list[Span]:
    """Put a run into the order of speech, where scripts of both directions may meet.

    The words of a leftward page are mirrored, so those that run rightward stand the
    wrong way round; on other pages it is the other way round.
    """
    if len(run) == 1 or not (leftward or any(has_leftward(s.text) for s in run)):
        return run
    shown = run[::-1] if leftward else run
    texts = [shown[0].text]
    for a, b in pairwise(shown):
        texts += [" " if _gap(a, b) > SPACE * max(a.size, b.size) else "", b.text]
    line_leftward = leftward or runs_leftward("".join(texts))
    return [shown[i // 2] for i in in_order(texts, leftward=line_leftward) if i % 2 == 0]


def _gap(a: Span, b: Span) -> float:
    """Between two spans, whichever stands first; negative: how far they overlap."""
    return max(b.rect.left - a.rect.right, a.rect.left - b.rect.right)


def _column_edges(spans: Iterable[Span]) -> tuple[float, ...]:
    starts = Counter(round(s.rect.left) for s in spans if len(s.text) > 3)
    return tuple(
        sorted(x for x, n in starts.items() if n + starts[x - 1] + starts[x + 1] > EDGE_SUPPORT)
    )


def _join_in_file_order(spans: Iterable[Span], walls: Walls) -> list[list[Span]]:
    """The file mostly sets a line from left to right: join what follows directly."""
    runs: list[list[Span]] = []
    for span in spans:
        if runs and _follows(runs[-1][-1], span, walls):
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _follows(a: Span, b: Span, walls: Walls) -> bool:
    size = max(a.size, b.size)
    if not _on_one_baseline(a, b):
        return False
    gap = b.rect.left - a.rect.right
    if a.flow != b.flow or gap < -0.5 * size:
        return -0.4 * size <= gap <= 0.3 * size and not walls.is_edge(b.rect.left)
    wide = gap > 0.8 * size
    return (
        gap <= SAME_FLOW_GAP * size
        and not (wide and walls.is_edge(b.rect.left))
        and not (gap > 0.3 * size and walls.between(a, b))
    )


def _on_one_baseline(a: Span, b: Span) -> bool:
    """Equal baselines, or a small index or exponent beside larger type."""
    small, large = sorted((a, b), key=lambda s: s.size)
    shift = abs((a.rect.bottom - 0.22 * a.size) - (b.rect.bottom - 0.22 * b.size))
    if large.size > 1.7 * small.size and len(small.text) > 3:
        return False  # a drop cap, or a headline beside a column of text
    if small.size > 0.85 * large.size:
        return shift <= 0.2 * small.size
    return shift <= 0.45 * large.size and large.rect.overlap_y(small.rect) >= 0.6 * small.size


def _join_rows(runs: list[list[Span]], walls: Walls) -> list[list[Span]]:
    """Join the fragments of a line that stand apart in the file."""
    runs.sort(key=lambda run: (run[0].rect.bottom, run[0].rect.left))
    joined: list[list[Span]] = []
    row: list[list[Span]] = []
    for run in runs:
        if row and run[0].rect.bottom - row[0][0].rect.bottom > 0.2 * run[0].size:
            joined.extend(_join_row(row, walls))
            row = []
        row.append(run)
    joined.extend(_join_row(row, walls))
    return joined


def _join_row(row: list[list[Span]], walls: Walls) -> list[list[Span]]:
    row.sort(key=lambda run: run[0].rect.left)
    joined: list[list[Span]] = []
    for run in row:
        if joined and (
            _beside(joined[-1][-1], run[0], walls) or _letterspaced(joined[-1], run, walls)
        ):
            joined[-1].extend(run)
        else:
            joined.append(list(run))
    return joined


def _beside(a: Span, b: Span, walls: Walls) -> bool:
    gap = b.rect.left - a.rect.right
    size = max(a.size, b.size)
    limit = SAME_FLOW_GAP if a.flow == b.flow else OTHER_FLOW_GAP
    return (
        _on_one_baseline(a, b)
        and -0.5 * size <= gap <= limit * size
        and not walls.between(a, b)
        and not (gap > 0.3 * size and walls.is_edge(b.rect.left))
    )


def _join_bridged(runs: list[list[Span]], walls: Walls) -> list[list[Span]]:
    """Join over a wide word space that the lines above and below run across.

    Justified narrow columns tear lines apart; a gutter is never bridged by two lines.
    """
    joined: list[list[Span]] = []
    for i, run in enumerate(runs):
        last = joined[-1] if joined else None
        if (
            last is not None
            and _torn(last[-1], run[0])
            and not walls.between(last[-1], run[0])
            and _bridged(last, run, runs, i)
        ):
            last.extend(run)
        else:
            joined.append(run)
    return joined


def _torn(a: Span, b: Span) -> bool:
    gap = b.rect.left - a.rect.right
    return (
        _on_one_baseline(a, b)
        and 0 < gap <= MAX_TEAR * max(a.size, b.size)
        and (abs(a.size - b.size) < 0.12 * max(a.size, b.size))
    )


def _bridged(
    left: Sequence[Span], right: Sequence[Span], runs: Sequence[list[Span]], at: int
) -> bool:
    """Whether two of the nearest lines above and below run across a gap."""
    b = right[0]
    found = sum(
        _crosses(runs[i], left, right)
        for way in (range(at - 1, -1, -1), range(at + 1, len(runs)))
        for i in takewhile(
            lambda i: abs(runs[i][0].rect.bottom - b.rect.bottom) <= REACH * b.size, way
        )
    )
    return found >= 2


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


def _letterspaced(a: Sequence[Span], b: Sequence[Span], walls: Walls) -> bool:
    """Single glyphs of display type at one even distance are one spaced-out word."""
    last, nxt = a[-1], b[0]
    if len(last.text) > 2 or len(nxt.text) > 2 or not is_cjk(nxt.text[0]):
        return False
    gap = nxt.rect.left - last.rect.right
    if not _on_one_baseline(last, nxt) or walls.between(last, nxt):
        return False
    if last.font != nxt.font or abs(last.size - nxt.size) > 0.1 * last.size:
        return False
    if len(a) > 1:
        before = last.rect.left - a[-2].rect.right
        return abs(gap - before) <= 0.35 * last.size
    return 0 <= gap <= 2.0 * last.size


def _line(spans: Sequence[Span]) -> Line:
    size = _main_size(spans)
    return Line(
        spans=tuple(spans),
        rect=enclosing(s.rect for s in spans),
        size=size,
        text=_text(spans),
    )


def _main_size(spans: Sequence[Span]) -> float:
    if len(spans) == 1:
        return spans[0].size
    weight: Counter[float] = Counter()
    for span in spans:
        weight[span.size] += len(span.text)
    return max(weight, key=lambda size: (weight[size], size))


def _text(spans: Sequence[Span]) -> str:
    parts = [spans[0].text]
    for a, b in pairwise(spans):
        gap = _gap(a, b)
        wide = gap > SPACE * max(a.size, b.size)
        if wide and not _solid(a.text, b.text, gap / max(a.size, b.size)):
            parts.append(" ")
        parts.append(b.text)
    return "".join(parts)


def _solid(a: str, b: str, gap: float) -> bool:
    """Han is set without spaces: only a gap of a whole em or more says something."""
    if not a or not b:
        return True
    if is_cjk(a[-1]) and is_cjk(b[0]):
        return gap < 0.9 or len(a) <= 2 or len(b) <= 2
    return (is_cjk(a[-1]) or is_cjk(b[0])) and gap < 0.5
