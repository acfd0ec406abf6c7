"""Things that stand together: in clusters, in columns, in rows.

Columns and rows are counted from the first of them, never from the edge of the sheet:
a margin must not change what stands in which.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from convert.geometry import Rect

T = TypeVar("T")


def clusters(items: Iterable[T], touch: Callable[[T, T], bool]) -> list[list[T]]:
    """Return the items, those together that touch each other, directly or through others."""
    found: list[list[T]] = []
    for item in items:
        near = [c for c in found if any(touch(item, other) for other in c)]
        found = [c for c in found if c not in near]
        found.append([item, *(other for c in near for other in c)])
    return found


def by_columns(items: Iterable[T], place: Callable[[T], Rect], width: float) -> list[T]:
    """Return the items column by column, each from the top; columns begin `width` apart."""
    items = list(items)
    left = min((place(i).left for i in items), default=0.0)
    return sorted(items, key=lambda i: (round((place(i).left - left) / width), place(i).top))


def by_rows(items: Iterable[T], place: Callable[[T], Rect], height: float) -> list[T]:
    """Return the items row by row, each from the left; rows begin `height` apart."""
    items = list(items)
    top = min((place(i).top for i in items), default=0.0)
    return sorted(items, key=lambda i: (round((place(i).top - top) / height), place(i).left))


def count_columns(rects: Sequence[Rect], apart: float) -> int:
    """Return how many columns there are: their left edges lie more than `apart` apart."""
    lefts = sorted(r.left for r in rects)
    return sum(i == 0 or left - lefts[i - 1] > apart for i, left in enumerate(lefts))
