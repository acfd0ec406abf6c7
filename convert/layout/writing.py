"""Find the direction of writing: glyphs set one under the other become columns.

Press systems place the glyphs of vertical text (竖排) and of vertical headlines (竖题)
singly and upright, so a reader sees single glyphs. Two witnesses join them: their
order in the file, and their distances.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from convert.geometry import Rect, enclosing
from convert.model import Line, Span
from convert.typeface import is_cjk

MAX_PITCH = 2.2
"""Largest step from glyph to glyph of a column, in em; headlines are set wide."""
ALIGNED = 0.35
"""How far glyph centres of one column may lie apart sideways, in em."""


def split_by_direction(
    spans: Iterable[Span],
) -> tuple[tuple[Span, ...], tuple[Line, ...]]:
    """Return the spans of horizontal writing, and the columns of vertical writing."""
    spans = tuple(spans)
    singles = [s for s in spans if _may_stack(s)]
    columns = [
        *([s] for s in spans if s.vertical and not _may_stack(s)),
        *_stacks(singles),
    ]
    taken = {id(s) for column in columns for s in column}
    rest = tuple(s for s in spans if id(s) not in taken)
    return rest, tuple(_column(c) for c in _join_columns(columns))


def _may_stack(span: Span) -> bool:
    return len(span.text) <= 2 and span.angle == 0 and not span.text.isspace()


def _stacks(singles: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield runs of glyphs that go down the page, at least two Han glyphs each."""
    beside = _row_neighbours(singles)
    run: list[Span] = []
    for span in singles:
        if run and _goes_down(run[-1], span):
            run.append(span)
            continue
        yield from _worthy(run, beside)
        run = [span]
    yield from _worthy(run, beside)


def _worthy(run: list[Span], beside: set[int]) -> Iterator[list[Span]]:
    han = sum(is_cjk(s.text[0]) for s in run)
    if han >= 2 and not (len(run) < 4 and all(id(s) in beside for s in run)):
        yield run


def _goes_down(above: Span, below: Span) -> bool:
    size = max(above.size, below.size)
    step = below.rect.cy - above.rect.cy
    return (
        abs(above.rect.cx - below.rect.cx) <= ALIGNED * size
        and 0.5 * size <= step <= MAX_PITCH * size
        and max(above.size, below.size) <= 1.25 * min(above.size, below.size)
    )


def _row_neighbours(singles: Sequence[Span]) -> set[int]:
    """Ids of glyphs whose nearest neighbour stands beside and not below."""
    rows: dict[int, list[Span]] = defaultdict(list)
    for span in singles:
        rows[round(span.rect.cy / 3)].append(span)
    found = set()
    for row in rows.values():
        row.sort(key=lambda s: s.rect.left)
        for a, b in pairwise(row):
            if 0 <= b.rect.left - a.rect.right <= 0.9 * a.size:
                found |= {id(a), id(b)}
    return found


def _join_columns(columns: list[list[Span]]) -> list[list[Span]]:
    """Join pieces of one column: turned Latin words, punctuation, columns cut in two."""
    columns.sort(key=lambda c: (round(c[0].rect.cx), c[0].rect.top))
    joined: list[list[Span]] = []
    for column in columns:
        if joined and _continues(joined[-1], column):
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
        text="".join(s.text for s in spans),
        vertical=True,
    )
