"""Find the direction of writing: glyphs set one under the other become columns.

Press systems place the glyphs of vertical text (竖排) and of vertical headlines (竖题)
singly and upright, so a reader sees single glyphs. Their distances join them: down a
column they stand closer than across. The order of the file says nothing.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from convert.geometry import Rect, enclosing
from convert.layout.text import spaced
from convert.model import Line, Rule, Span
from convert.typeface import is_cjk

MAX_PITCH = 2.2
"""Largest step from glyph to glyph of a column, in em; headlines are set wide."""
FAR_OFF = 1e9
"""Nobody beside."""
HANGING = frozenset("。、，．,.」』）")
"""Stops that may hang below the end of their column."""
ROW_STARTS = 4
"""So many columns near each other begin where a row (段) begins."""
ROW_NEAR = 14.0
"""Columns of one row stand this near, in em."""
UNEVEN, LOOK_BACK = 1.4, 6
"""A step longer than the least of the last few by this factor leaves a column."""
SET_SOLID = 0.08
"""Over an empty cell of a column it is as long as two, but for this share."""
ROW = 4
"""So many glyphs beside each other may be a row."""
CROSSED = 0.6
"""Glyphs of which this share stands nearer to one beside than to the next below are rows."""
STRIP = 4.0
"""Glyphs are sought in strips so wide, in points."""
ALIGNED = 0.35
"""How far glyph centres of one column may lie apart sideways, in em."""


def split_by_direction(
    spans: Iterable[Span], rules: Iterable[Rule] = ()
) -> tuple[tuple[Span, ...], tuple[Line, ...]]:
    """Return the spans of horizontal writing, and the columns of vertical writing.

    No column crosses one of the `rules`.
    """
    spans, floors = tuple(spans), _Floors(rules)
    singles = [s for s in spans if _may_stack(s)]
    columns = [
        *([s] for s in spans if s.vertical and not _may_stack(s)),
        *_stacks(singles, floors),
    ]
    taken = {id(s) for column in columns for s in column}
    rest = tuple(s for s in spans if id(s) not in taken)
    return rest, tuple(_column(c) for c in _join_columns(columns, _Rows(singles), floors))


class _Floors:
    """The horizontal rules of a page: rows (段) of vertical text end at them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rects = sorted((r.rect for r in rules if r.horizontal), key=lambda r: r.cy)
        self._heights = [r.cy for r in self._rects]

    def between(self, above: Span, below: Span) -> bool:
        """Whether a rule lies between two glyphs of one column."""
        first = bisect_right(self._heights, above.rect.cy)
        last = bisect_right(self._heights, below.rect.cy)
        return any(
            r.left <= above.rect.cx <= r.right
            and above.rect.bottom - 1 <= r.cy <= below.rect.top + 1
            for r in self._rects[first:last]
        )


def _may_stack(span: Span) -> bool:
    if span.angle or span.text.isspace() or len(span.text) > 2:
        return False
    return len(span.text) == 1 or not is_cjk(span.text[0]) or span.vertical


def _stacks(singles: Sequence[Span], floors: _Floors) -> Iterator[list[Span]]:
    """Yield runs of glyphs that go down the page."""
    beside = _row_neighbours(singles)
    rows = _Rows(singles)
    below = _links(singles, floors)
    follows = {id(b) for b in below.values()}
    for first in singles:
        if id(first) in follows:
            continue
        run = [first]
        while (span := below.get(id(run[-1]))) is not None:
            if rows.starts(span) or _leaps(run, span):
                yield from _worthy(run, beside, rows)
                run = []
            run.append(span)
        yield from _worthy(run, beside, rows)


def _leaps(run: Sequence[Span], span: Span) -> bool:
    """Whether the step down to a glyph is longer than those above it, and over no space."""
    least = min((_step(a, b) for a, b in pairwise(run[-LOOK_BACK:])), default=MAX_PITCH)
    step = _step(run[-1], span)
    empty = abs(step - 2 * least) < SET_SOLID * least
    return step > UNEVEN * least and not empty


def _links(singles: Sequence[Span], floors: _Floors) -> dict[int, Span]:
    """Return the glyph that each glyph stands right over, both nearest to each other."""
    strips: dict[int, list[Span]] = defaultdict(list)
    for span in singles:
        strips[int(span.rect.cx // STRIP)].append(span)
    for strip in strips.values():
        strip.sort(key=lambda s: s.rect.cy)
    below = {id(s): b for s in singles if (b := _next(s, strips)) is not None}
    above: dict[int, Span] = {}
    for span in singles:
        found = below.get(id(span))
        if found is not None:
            rival = above.get(id(found))
            if rival is None or rival.rect.cy < span.rect.cy:
                above[id(found)] = span
    return {
        id(a): b
        for a in singles
        if (b := below.get(id(a))) is not None and above[id(b)] is a and not floors.between(a, b)
    }


def _next(span: Span, strips: Mapping[int, Sequence[Span]]) -> Span | None:
    """The nearest glyph that a column goes down to from `span`."""
    reach = ALIGNED * 1.25 * span.size
    first, last = (int((span.rect.cx + d) // STRIP) for d in (-reach, reach))
    nearest: Span | None = None
    for x in range(first, last + 1):
        strip = strips.get(x, ())
        for other in strip[bisect_right(strip, span.rect.cy, key=lambda s: s.rect.cy) :]:
            if nearest is not None and other.rect.cy >= nearest.rect.cy:
                break
            if other.rect.cy > span.rect.cy + 1.25 * MAX_PITCH * span.size:
                break
            if _goes_down(span, other):
                nearest = other
                break
    return nearest


def _step(above: Span, below: Span) -> float:
    """From one glyph of a column to the next, in em."""
    return (below.rect.cy - above.rect.cy) / below.size


class _Rows:
    """Where the rows (段) of vertical text begin: many columns start at one height.

    Columns of two rows almost touch, and where a stop hangs below its column they do.
    """

    def __init__(self, singles: Iterable[Span]) -> None:
        columns: dict[int, list[Span]] = defaultdict(list)
        for span in singles:
            columns[round(span.rect.cx)].append(span)
        self._starts: dict[int, list[Span]] = defaultdict(list)
        self._runs_on: dict[int, list[Span]] = defaultdict(list)
        for column in columns.values():
            column.sort(key=lambda s: s.rect.top)
            for above, span, below in zip([None, *column], column, column[1:], strict=False):
                if _step(span, below) > 1.3:
                    continue  # a glyph of a row of horizontal type, or a widow
                if above is None or _step(above, span) > 1.3:
                    self._starts[round(span.rect.top)].append(span)
                elif above.text not in HANGING:
                    self._runs_on[round(span.rect.top)].append(span)

    def starts(self, span: Span) -> bool:
        """Whether a row begins at the top of `span`."""
        begin, run_on = (self._near(span, known) for known in (self._starts, self._runs_on))
        return begin >= ROW_STARTS and begin > 2 * run_on

    def _near(self, span: Span, known: dict[int, list[Span]]) -> int:
        at, reach = round(span.rect.top), ROW_NEAR * span.size
        return sum(
            0.5 * span.size < abs(other.rect.cx - span.rect.cx) < reach
            and abs(other.size - span.size) < 0.15 * span.size
            for top in (at - 1, at, at + 1)
            for other in known.get(top, ())
        )


def _worthy(
    run: list[Span], beside: Mapping[int, tuple[float, int]], rows: _Rows
) -> Iterator[list[Span]]:
    """Yield a run if it is a column: of two Han glyphs, or a widow where a row begins."""
    han = sum(is_cjk(s.text[0]) for s in run)
    widow = han > 0 and len(run) < 4 and rows.starts(run[0])
    step = min((b.rect.cy - a.rect.cy for a, b in pairwise(run)), default=0.0)
    nearer = [beside[id(s)][1] for s in run if beside[id(s)][0] <= 1.02 * step]
    if len(run) < 4:
        across = len(nearer) == len(run)
    else:
        across = sum(n >= ROW for n in nearer) > CROSSED * len(run)
    if widow or (han >= 2 and not across):
        yield run


def _goes_down(above: Span, below: Span) -> bool:
    size = max(above.size, below.size)
    step = below.rect.cy - above.rect.cy
    return (
        abs(above.rect.cx - below.rect.cx) <= ALIGNED * size
        and 0.5 * size <= step <= MAX_PITCH * size
        and max(above.size, below.size) <= 1.25 * min(above.size, below.size)
    )


def _row_neighbours(singles: Sequence[Span]) -> dict[int, tuple[float, int]]:
    """How far the neighbour beside a glyph is, centre to centre, by the glyph's identity.

    With it comes how many glyphs stand in the row.
    """
    rows: dict[int, list[Span]] = defaultdict(list)
    for span in singles:
        rows[round(span.rect.cy / 3)].append(span)
    found: dict[int, tuple[float, int]] = {}
    for row in rows.values():
        row.sort(key=lambda s: s.rect.left)
        for run in _runs(row):
            steps = [b.rect.cx - a.rect.cx for a, b in pairwise(run)]
            for glyph, before, after in zip(run, [FAR_OFF, *steps], [*steps, FAR_OFF], strict=True):
                found[id(glyph)] = min(before, after), len(run)
    return found


def _runs(row: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the glyphs of a row that stand close beside each other."""
    run: list[Span] = []
    for span in row:
        if run and not 0 <= span.rect.left - run[-1].rect.right <= 0.9 * run[-1].size:
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def _join_columns(columns: list[list[Span]], rows: _Rows, floors: _Floors) -> list[list[Span]]:
    """Join pieces of one column: turned Latin words, punctuation, columns cut in two."""
    columns.sort(key=lambda c: (round(c[0].rect.cx), c[0].rect.top))
    joined: list[list[Span]] = []
    for column in columns:
        if (
            joined
            and _continues(joined[-1], column)
            and not rows.starts(column[0])
            and not floors.between(joined[-1][-1], column[0])
        ):
            joined[-1].extend(column)
        else:
            joined.append(column)
    return joined


def _continues(above: Sequence[Span], below: Sequence[Span]) -> bool:
    a, b = above[-1], below[0]
    gap = b.rect.top - a.rect.bottom
    return (
        abs(a.rect.cx - b.rect.cx) <= ALIGNED * a.size
        and -0.3 * a.size <= gap <= 0.6 * a.size
        and max(a.size, b.size) <= 1.15 * min(a.size, b.size)
    )


def _column(spans: Sequence[Span]) -> Line:
    middle = sorted(s.rect.cx for s in spans)[len(spans) // 2]
    size = sorted(s.size for s in spans)[len(spans) // 2]
    box = enclosing(s.rect for s in spans)
    rect = Rect(middle - size / 2, box.top, middle + size / 2, box.bottom)
    return Line(
        spans=tuple(spans),
        rect=rect,
        size=size,
        text=spaced(
            [s.text for s in spans],
            [(b.rect.top - a.rect.bottom) / b.size for a, b in pairwise(spans)],
        ),
        vertical=True,
    )
