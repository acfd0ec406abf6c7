"""Sort the drawings of a page into rules and boxes.

A drawing arrives as its bounding rectangle with its colours; what makes it a rule or a
box is its shape alone. Rows of dots or dashes are one rule. Lengths are in points of a page
set in type of 9 pt; `unit` says how much larger the type of a page is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from convert.geometry import Rect
from convert.model import Box, Image, Rule, Span

THIN = 4.0
"""A rule is at most this thick, in points."""
BAR = 16.0
"""A bar is at most this thick and eight times as long, in points."""
SHORTEST = 12.0
"""A rule is at least this long, in points."""
BOX = 13.5
"""A box is at least this wide and high, in points."""
DOTS = 8
"""So many dots in a row make a rule."""
DOT_GAP = 8.0
"""Largest gap between the dots of a rule, in points."""
DOT = 6.0
"""A dot is smaller than this, in points."""
SKETCH = 20
"""So many small curved paths in one place make a drawing."""
SKETCH_GAP, SKETCH_SIZE = 6.0, 40.0
"""They stand this close, and it is at least this large, in points."""
TYPE = 9.0
"""The type that these measures are for, in points."""

WHITE = 250
"""A colour is white if its red, green and blue are at least this, of 255."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One path: its place, its colours, whether it is more than straight lines."""

    rect: Rect
    fill: int | None
    stroke: int | None
    curved: bool = False


def is_white(color: int) -> bool:
    """Whether 0xRRGGBB cannot be told from paper."""
    return min(color >> 16, color >> 8 & 0xFF, color & 0xFF) >= WHITE


def sort_marks(
    drawings: Iterable[Drawing], frame: Rect, unit: float = 1.0
) -> tuple[tuple[Rule, ...], tuple[Box, ...], tuple[Image, ...]]:
    """Return the rules, the boxes and the vector pictures of a page."""
    rules: list[Rect] = []
    boxes: list[Box] = []
    dots: list[Rect] = []
    curves: list[Rect] = []
    for drawing in drawings:
        rect = drawing.rect.intersect(frame)
        if rect is None:
            continue
        short, long = sorted((rect.width, rect.height))
        if _is_rule(short / unit, long / unit):
            rules.append(rect)
        elif long < DOT * unit:
            dots.append(rect)
        elif drawing.curved and long < 0.5 * frame.width:
            curves.append(rect)
        elif short >= BOX * unit and not _is_paper(drawing, rect, frame):
            boxes.append(Box(rect=rect, fill=drawing.fill, stroke=drawing.stroke))
    rules += dotted_rules(dots, unit)
    return (
        tuple(Rule(rect=r) for r in dict.fromkeys(rules)),
        tuple(boxes),
        tuple(Image(rect=r) for r in _sketches(curves, unit)),
    )


def unit_of(spans: Iterable[Span]) -> float:
    """Return how much larger the usual type of a page is than the measures are for."""
    weight: Counter[float] = Counter()
    for span in spans:
        weight[span.size] += len(span.text)
    half = sum(weight.values()) / 2
    for size in sorted(weight):
        half -= weight[size]
        if half <= 0:
            return size / TYPE
    return 1.0


def _is_rule(short: float, long: float) -> bool:
    if short <= THIN:
        return long >= SHORTEST and long >= 4 * short
    return short <= BAR and long >= 8 * short


def _is_paper(drawing: Drawing, rect: Rect, frame: Rect) -> bool:
    """White grounds of half a page and more are the paper itself."""
    return rect.area > 0.95 * frame.area or (
        drawing.fill is not None
        and is_white(drawing.fill)
        and drawing.stroke is None
        and rect.area > 0.3 * frame.area
    )


def dotted_rules(dots: Iterable[Rect], unit: float = 1.0) -> Iterator[Rect]:
    """Join dots and dashes that stand in a row or in a column."""
    dots = tuple(dots)
    rows: dict[float, list[Rect]] = defaultdict(list)
    columns: dict[float, list[Rect]] = defaultdict(list)
    for dot in dots:
        rows[round(dot.cy / unit)].append(dot)
        columns[round(dot.cx / unit)].append(dot)
    for row in rows.values():
        yield from _runs(sorted(row, key=lambda d: d.left), DOT_GAP * unit, across=True)
    for column in columns.values():
        yield from _runs(sorted(column, key=lambda d: d.top), DOT_GAP * unit, across=False)


def _runs(dots: list[Rect], space: float, *, across: bool) -> Iterator[Rect]:
    run: list[Rect] = []
    for dot in dots:
        if run:
            gap = dot.left - run[-1].right if across else dot.top - run[-1].bottom
            if gap > space:
                yield from _rule_of(run)
                run = []
        run.append(dot)
    yield from _rule_of(run)


def _rule_of(run: list[Rect]) -> Iterator[Rect]:
    if len(run) >= DOTS:
        yield Rect(
            min(d.left for d in run),
            min(d.top for d in run),
            max(d.right for d in run),
            max(d.bottom for d in run),
        )


def _sketches(curves: list[Rect], unit: float) -> Iterator[Rect]:
    """Clusters of many curved paths: maps, charts, cartoons."""
    if len(curves) < SKETCH:
        return
    near_by = SKETCH_GAP * unit
    clusters: list[tuple[Rect, int]] = []
    for rect in sorted(curves, key=lambda r: (r.top, r.left)):
        near = [c for c in clusters if c[0].grow(near_by, near_by).intersect(rect) is not None]
        whole, count = rect, 1
        for cluster in near:
            whole, count = whole.union(cluster[0]), count + cluster[1]
            clusters.remove(cluster)
        clusters.append((whole, count))
    for rect, count in clusters:
        if count >= SKETCH and min(rect.width, rect.height) > SKETCH_SIZE * unit:
            yield rect
