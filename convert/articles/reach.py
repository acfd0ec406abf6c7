"""How far a head reaches: over all the columns in its row that nothing else claims.

A headline that is shorter than its story, or centred over it, stands over more columns
than its letters cover. Its row belongs to it up to the next type, picture, upright rule
or the edge of its box: to the right where it is set flush, as far to both sides where
it is centred.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from convert.articles.heads import Head
from convert.articles.pieces import Piece
from convert.geometry import Rect
from convert.model import Region, Role

BELOW = 8.0
"""The text that a head is set flush with begins this close below it, in em."""
IN_ROW = 0.25
"""What shares this much of a row's height stands in it."""


def reaching(heads: Sequence[Head], pieces: Sequence[Piece], region: Region) -> list[Piece]:
    """Return the pieces of the heads, each as wide as the row of its head."""
    widened: list[Piece] = []
    for head in heads:
        if head.vertical:
            continue
        row = _row(head, pieces, region)
        widened += (
            replace(p, block=replace(p.block, rect=_as_wide(p.rect, row))) for p in head.pieces
        )
    return widened


def _as_wide(rect: Rect, row: Rect) -> Rect:
    return Rect(min(rect.left, row.left), rect.top, max(rect.right, row.right), rect.bottom)


def _row(head: Head, pieces: Sequence[Piece], region: Region) -> Rect:
    rect = head.rect
    box = None if head.container is None else region.containers[head.container].rect
    left, right = (0.0, region.width) if box is None else (box.left, box.right)
    for other in _obstacles(head, pieces, region):
        if other.contains(rect, 1):
            continue  # its own ground
        if other.overlap_y(rect) < IN_ROW * min(other.height or 1.0, rect.height):
            continue
        if other.cx < rect.left:
            left = max(left, other.right)
        elif other.cx > rect.right:
            right = min(right, other.left)
    before, after = max(0.0, rect.left - left), max(0.0, right - rect.right)
    if _is_flush(rect, pieces, region):
        before = 0.0
    else:
        before = after = min(before, after)
    return Rect(rect.left - before, rect.top, rect.right + after, rect.bottom)


def strips(heads: Sequence[Head], pieces: Sequence[Piece], region: Region) -> dict[int, Rect]:
    """Return how far each head that runs against the text reaches along its own column.

    By the id of its headline: up and down to the next type, rule or picture in its way.
    """
    return {h.main.id: _strip(h, pieces, region) for h in heads if h.vertical}


def _strip(head: Head, pieces: Sequence[Piece], region: Region) -> Rect:
    rect = head.rect
    box = None if head.container is None else region.containers[head.container].rect
    top, bottom = (0.0, region.height) if box is None else (box.top, box.bottom)
    rules = (s.rect for s in region.separators if s.horizontal)
    for other in (*_obstacles(head, pieces, region), *rules):
        if other.contains(rect, 1) or other.overlap_x(rect) < IN_ROW * min(
            other.width or 1.0, rect.width
        ):
            continue
        if other.cy < rect.top:
            top = max(top, other.bottom)
        elif other.cy > rect.bottom:
            bottom = min(bottom, other.top)
    free = min(max(0.0, rect.top - top), max(0.0, bottom - rect.bottom))
    return Rect(rect.left, rect.top - free, rect.right, rect.bottom + free)


def _is_flush(rect: Rect, pieces: Sequence[Piece], region: Region) -> bool:
    """Whether a head begins where the text below it begins, rather than centred over it."""
    return any(
        abs(p.rect.left - rect.left) < 0.8 * region.body
        and p.role is Role.PARAGRAPH
        and 0 <= p.rect.top - rect.top < rect.height + BELOW * region.body
        for p in pieces
    )


def _obstacles(head: Head, pieces: Sequence[Piece], region: Region) -> Iterable[Rect]:
    ids = head.ids
    yield from (p.rect for p in pieces if p.id not in ids and p.block.container == head.container)
    yield from (s.rect for s in region.separators if not s.horizontal)
    yield from (p.rect for p in region.pictures if p.rect.area < 0.5 * region.width * region.height)
    yield from (
        c.rect for i, c in enumerate(region.containers) if i != head.container and c.parent is None
    )
