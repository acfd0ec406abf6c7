"""How far a head reaches: over all the columns in its row that nothing else claims.

A headline that is shorter than its story, or centred over it, stands over more columns
than its letters cover. Its row belongs to it up to the next type, picture, upright rule
or the edge of its box or of the type area: to the right where it is set flush, as far to
both sides where it is centred.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from convert.articles.columns import shares, walled
from convert.articles.heads import Head
from convert.articles.pieces import Piece
from convert.geometry import Rect, enclosing
from convert.model import Region, Role

BELOW = 8.0
"""The text that a head is set flush with begins this close below it, in em."""
IN_ROW = 0.25
"""What shares this much of a row's height stands in it."""
BESIDE = 3.0
"""A head stands this close beside the picture of its story, in em."""
LEVEL = 1.0
"""Columns that begin at one height differ by less than this, in em."""
ACROSS = 0.9
"""A rule parts a row from what is above it if it covers this share of it."""
PICTURE = 0.5
"""A picture over a larger share of the page is its ground and in nobody's way."""


def reaching(heads: Sequence[Head], pieces: Sequence[Piece], region: Region) -> list[Piece]:
    """Return the pieces of the heads, each as wide as the row of its head."""
    widened: list[Piece] = []
    for head in heads:
        if head.run_in:
            widened.append(_over_its_line(head.main, region.column))
        elif not head.vertical:
            others = [h.rect for h in heads if h is not head and h.container == head.container]
            row = _row(head, [*_beginning_in(head.rect, others, region.body)], pieces, region)
            row = enclosing((row, *_leads(head, pieces, region)))
            widened += (
                replace(p, block=replace(p.block, rect=_as_wide(p.rect, row))) for p in head.pieces
            )
    return widened


def strips(heads: Sequence[Head], pieces: Sequence[Piece], region: Region) -> dict[int, Rect]:
    """Return how far each head that runs against the text reaches along its own column.

    By the id of its headline: up and down to the next type, rule or picture in its way.
    """
    return {h.main.id: _strip(h, pieces, region) for h in heads if h.vertical}


def _over_its_line(lead: Piece, column: float) -> Piece:
    """A run-in head as if it stood over its text, as wide as a column."""
    rect = lead.rect
    right = max(rect.right, rect.left + column)
    strip = Rect(rect.left, rect.top - 0.1 * rect.height, right, rect.top)
    return replace(lead, block=replace(lead.block, rect=strip))


def _as_wide(rect: Rect, row: Rect) -> Rect:
    return Rect(min(rect.left, row.left), rect.top, max(rect.right, row.right), rect.bottom)


def _row(head: Head, lower: Sequence[Rect], pieces: Sequence[Piece], region: Region) -> Rect:
    """The row of a head, as wide as it is free; `lower` are the heads that begin in it."""
    rect, ground = _over_text(head), _ground(head, pieces, region)
    left, right = ground.left, ground.right
    for other in _obstacles(head, pieces, region, region.walls):
        if other.overlap_y(rect) < IN_ROW * min(other.height or 1.0, rect.height):
            continue
        if other.right < rect.right and other.cx < rect.left:
            left = max(left, other.right)
        elif other.left > rect.left and other.cx > rect.right:
            right = min(right, other.left)
    left = max((r.right for r in lower if r.right <= rect.left and r.right > left), default=left)
    right = min((r.left for r in lower if r.left >= rect.right and r.left < right), default=right)
    before, after = max(0.0, rect.left - left), max(0.0, right - rect.right)
    if _is_flush(rect, pieces, region):
        before = 0.0
    else:
        before = after = min(before, after)
    return Rect(rect.left - before, rect.top, rect.right + after, rect.bottom)


def _over_text(head: Head) -> Rect:
    """The place of a head without its byline, which often stands in the first column."""
    return enclosing(
        [p.rect for p in head.pieces if p.role is not Role.BYLINE] or [p.rect for p in head.pieces]
    )


def _beginning_in(row: Rect, others: Iterable[Rect], body: float) -> Iterator[Rect]:
    """Yield the heads that begin beside a row or close below it: they open their own columns."""
    return (o for o in others if row.cy <= o.top <= row.bottom + BELOW * body)


def _leads(head: Head, pieces: Sequence[Piece], region: Region) -> Iterator[Rect]:
    """Yield the pictures that a head stands beside: one row of text begins under both."""
    texts = [
        p.rect
        for p in pieces
        if p.role is Role.PARAGRAPH and p.lines > 2 and p.block.container == head.container
    ]
    for picture in (p.rect for p in region.pictures):
        foot = max(picture.bottom, head.rect.bottom)
        if picture.overlap_y(head.rect) < 0.5 * head.rect.height or picture.bottom < head.rect.cy:
            continue
        if not (_abuts(picture, head, region) and _opens_row(picture, head, pieces, region)):
            continue
        row = [t for t in texts if -1 <= t.top - foot < BELOW * region.body]
        mine = [t.top for t in row if shares(t, head.rect) > 0.5]
        under = [t.top for t in row if shares(t, picture) > 0.5]
        if any(abs(a - b) < LEVEL * region.body for a in mine for b in under):
            yield picture


def _abuts(picture: Rect, head: Head, region: Region) -> bool:
    """Whether a picture stands right beside a head, no rule between."""
    left, right = sorted((picture, head.rect), key=lambda r: r.left)
    near = 0 <= right.left - left.right < BESIDE * region.body
    return near and not walled(left, right, region.walls)


def _opens_row(picture: Rect, head: Head, pieces: Sequence[Piece], region: Region) -> bool:
    """Whether nothing stands over a picture, or only what a rule over it and the head parts."""
    row = picture.union(head.rect)
    across = [r.cy for r in region.rows if r.overlap_x(row) > ACROSS * row.width]
    return not any(
        p.rect.cy < picture.top
        and p.rect.overlap_x(picture) > 0
        and not any(p.rect.cy < y < row.top + LEVEL * region.body for y in across)
        for p in pieces
    )


def _strip(head: Head, pieces: Sequence[Piece], region: Region) -> Rect:
    """The strip of a vertical head, as long as it is free above and below alike."""
    rect, ground = head.rect, _ground(head, pieces, region)
    top, bottom = ground.top, ground.bottom
    rules = [s.rect for s in region.separators]
    for other in _obstacles(head, pieces, region, rules):
        if other.overlap_x(rect) < IN_ROW * min(other.width or 1.0, rect.width):
            continue
        if other.cy < rect.top:
            top = max(top, other.bottom)
        elif other.cy > rect.bottom:
            bottom = min(bottom, other.top)
    free = min(max(0.0, rect.top - top), max(0.0, bottom - rect.bottom))
    return Rect(rect.left, rect.top - free, rect.right, rect.bottom + free)


def _ground(head: Head, pieces: Sequence[Piece], region: Region) -> Rect:
    """The box that a head stands in, or the type area: the margin is nobody's column."""
    if head.container is None:
        return enclosing(p.rect for p in pieces)
    return region.containers[head.container].rect


def _is_flush(rect: Rect, pieces: Sequence[Piece], region: Region) -> bool:
    """Whether a head begins where the text below it begins, rather than centred over it."""
    return any(
        abs(p.rect.left - rect.left) < 0.8 * region.body
        and p.role in (Role.PARAGRAPH, Role.TABLE)
        and 0 <= p.rect.top - rect.top < rect.height + BELOW * region.body
        for p in pieces
    )


def _obstacles(
    head: Head, pieces: Sequence[Piece], region: Region, rules: Iterable[Rect]
) -> Iterator[Rect]:
    """Yield what may stand in the way of a head: type, `rules`, pictures, other boxes."""
    ids, rect, sheet = head.ids, head.rect, region.width * region.height
    found = (
        *(p.rect for p in pieces if p.id not in ids and p.block.container == head.container),
        *rules,
        *(p.rect for p in region.pictures if p.rect.area < PICTURE * sheet),
        *(
            c.rect
            for i, c in enumerate(region.containers)
            if i != head.container and c.parent is None
        ),
    )
    return (other for other in found if not other.contains(rect, 1))  # its own ground
