"""What divides a page: rules between stories, and boxes that hold text of their own."""

from collections.abc import Iterable, Sequence

from convert.geometry import Rect
from convert.model import Box, Container, Line, Rule

UNDERLINE = 0.35
"""A rule this close below a baseline, in em, and no wider than the line, underlines."""


def find_separators(rules: Iterable[Rule], lines: Sequence[Line], body: float) -> tuple[Rule, ...]:
    """Return the rules that divide: not underlines, not strokes shorter than 1.5 em."""
    return tuple(
        rule
        for rule in rules
        if max(rule.rect.width, rule.rect.height) >= 1.5 * body
        and not (rule.horizontal and _underlines(rule.rect, lines))
    )


def _underlines(rule: Rect, lines: Sequence[Line]) -> bool:
    for line in lines:
        baseline = line.rect.bottom - 0.22 * line.size
        if (
            -0.1 * line.size <= rule.top - baseline <= UNDERLINE * line.size
            and rule.left >= line.rect.left - 2
            and rule.right <= line.rect.right + 2
        ):
            return True
    return False


def find_containers(
    boxes: Iterable[Box], lines: Sequence[Line], page: Rect
) -> tuple[Container, ...]:
    """Return the boxes that hold text, largest first, nested by area.

    Boxes of one place (a tint and its frame, a shadow) become one container.
    """
    merged: list[Container] = []
    for box in sorted(boxes, key=lambda b: -b.rect.area):
        if box.rect.area > 0.9 * page.area or _inside(box.rect, lines) < 1:
            continue
        twin = next((i for i, c in enumerate(merged) if _same(c.rect, box.rect)), None)
        if twin is None:
            merged.append(Container(rect=box.rect, fill=box.fill, framed=box.stroke is not None))
        else:
            old = merged[twin]
            merged[twin] = Container(
                rect=old.rect,
                fill=old.fill if box.fill is None else box.fill,
                framed=old.framed or box.stroke is not None,
            )
    return tuple(
        Container(rect=c.rect, fill=c.fill, framed=c.framed, parent=_parent(i, merged))
        for i, c in enumerate(merged)
    )


def _inside(rect: Rect, lines: Sequence[Line]) -> int:
    return sum(rect.holds(line.rect.cx, line.rect.cy) for line in lines)


def _same(a: Rect, b: Rect) -> bool:
    common = a.intersect(b)
    return common is not None and common.area > 0.8 * max(a.area, b.area)


def _parent(index: int, containers: Sequence[Container]) -> int | None:
    rect = containers[index].rect
    around = [i for i, c in enumerate(containers[:index]) if rect.share_in(c.rect) > 0.95]
    return around[-1] if around else None


def innermost(containers: Sequence[Container], x: float, y: float) -> int | None:
    """Return the index of the smallest container around a point."""
    found = [i for i, c in enumerate(containers) if c.rect.holds(x, y)]
    return min(found, key=lambda i: containers[i].rect.area) if found else None
