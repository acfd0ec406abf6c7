"""Sort the drawings of a page into rules and boxes.

A drawing arrives as its bounding rectangle with its colours; what makes it a rule or a
box is its shape alone. Rows of dots or dashes are one rule.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from convert.geometry import Rect
from convert.model import Box, Image, Rule

THIN = 4.0
"""A rule is at most this thick, in points."""
BAR = 16.0
"""A bar is at most this thick and eight times as long, in points."""
SHORTEST = 12.0
"""A rule is at least this long, in points."""
BOX = 15.0
"""A box is at least this wide and high, in points."""
DOTS = 8
"""So many dots in a row make a rule."""
DOT_GAP = 8.0
"""Largest gap between the dots of a rule, in points."""
SKETCH = 20
"""So many small curved paths in one place make a drawing."""


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
    drawings: Iterable[Drawing], frame: Rect
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
        if _is_rule(short, long):
            rules.append(rect)
        elif long < 6:
            dots.append(rect)
        elif drawing.curved and long < 0.5 * frame.width:
            curves.append(rect)
        elif short >= BOX and not _is_paper(drawing, rect, frame):
            boxes.append(Box(rect=rect, fill=drawing.fill, stroke=drawing.stroke))
    rules += dotted_rules(dots)
    return (
        tuple(Rule(rect=r) for r in dict.fromkeys(rules)),
        tuple(boxes),
        tuple(Image(rect=r) for r in _sketches(curves)),
    )


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


def dotted_rules(dots: Iterable[Rect]) -> Iterator[Rect]:
    """Join dots and dashes that stand in a row or in a column."""
    dots = tuple(dots)
    rows: dict[float, list[Rect]] = defaultdict(list)
    columns: dict[float, list[Rect]] = defaultdict(list)
    for dot in dots:
        rows[round(dot.cy)].append(dot)
        columns[round(dot.cx)].append(dot)
    for row in rows.values():
        yield from _runs(sorted(row, key=lambda d: d.left), across=True)
    for column in columns.values():
        yield from _runs(sorted(column, key=lambda d: d.top), across=False)


def _runs(dots: list[Rect], *, across: bool) -> Iterator[Rect]:
    run: list[Rect] = []
    for dot in dots:
        if run:
            gap = dot.left - run[-1].right if across else dot.top - run[-1].bottom
            if gap > DOT_GAP:
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


def _sketches(curves: list[Rect]) -> Iterator[Rect]:
    """Clusters of many curved paths: maps, charts, cartoons."""
    if len(curves) < SKETCH:
        return
    clusters: list[tuple[Rect, int]] = []
    for rect in sorted(curves, key=lambda r: (r.top, r.left)):
        near = [c for c in clusters if c[0].grow(6, 6).intersect(rect) is not None]
        whole, count = rect, 1
        for cluster in near:
            whole, count = whole.union(cluster[0]), count + cluster[1]
            clusters.remove(cluster)
        clusters.append((whole, count))
    for rect, count in clusters:
        if count >= SKETCH and min(rect.width, rect.height) > 40:
            yield rect
