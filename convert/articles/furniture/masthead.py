"""The masthead: the paper's name on a first page with the facts around it."""

from collections.abc import Sequence

from convert.articles.columns import gap
from convert.articles.furniture.bands import HEAD_OF_PAGE
from convert.articles.furniture.stories import has_story, is_story, teasers
from convert.articles.furniture.words import has_date, has_day, has_fact
from convert.articles.pieces import Piece
from convert.geometry import Rect
from convert.model import Region, Role

NAME = 3.0
"""The paper's name is set at least this large, in multiples of the body size."""
NAME_CHARS = 48
"""Characters of the paper's name at most."""
DATE_CHARS = 80
"""Characters at most of the line with the date."""
UNDER_NAME = 6.0
"""The date stands no farther below the name than this, in em."""
FACT_SIZE = 0.8
"""What is set larger than this share of the name's size is no fact."""
LINE_CHARS, LINE_SIZE = 60, 1.6
"""Characters of a fact at most, and its size in multiples of the body size."""
CLING = 3.0
"""Small print this near to a fact of the masthead belongs to it, in em."""


def masthead(pieces: Sequence[Piece], region: Region, line: float) -> dict[int, Role]:
    """Return the paper's name in the head of a first page, and the facts around it.

    The name is large type in the head of the page, above the `line` that closes it if
    there is one; a date stands beside or below it, no story above it.
    """
    head = [p for p in pieces if p.rect.top < HEAD_OF_PAGE * region.height]
    dates = [p for p in head if p.lines == 1 and p.chars < DATE_CHARS and has_day(p.block.text)]
    for name in _names(head, line):
        near = [d for d in dates if _at_name(d.rect, name.rect, region.body)]
        if near and not has_story([p for p in head if p.rect.cy < name.rect.top], region):
            last = max(d.rect.bottom for d in near)
            zone = Rect(0, name.rect.top, region.width, max(name.rect.bottom, last))
            around = _around(name, zone, pieces, region)
            return {name.id: Role.MASTHEAD} | {p.id: Role.FOLIO for p in around}
    return {}


def _names(head: Sequence[Piece], line: float) -> list[Piece]:
    """What may be the paper's name, from the top."""
    found = [
        p
        for p in head
        if p.ratio >= NAME and p.chars <= NAME_CHARS and not 0 < line < p.rect.bottom - p.ratio
    ]
    return sorted(found, key=lambda p: p.rect.top)


def _at_name(fact: Rect, name: Rect, body: float) -> bool:
    """Whether a fact stands beside the paper's name or below it."""
    space = max(gap(name, fact), name.top - fact.top)
    return space < UNDER_NAME * body and fact.bottom > name.top


def _around(name: Piece, zone: Rect, pieces: Sequence[Piece], region: Region) -> list[Piece]:
    """The facts of a masthead: what is in its zone and neither story nor teaser."""
    boxes = teasers(pieces, region)
    return [
        p
        for p in pieces
        if zone.holds(p.rect.cx, p.rect.cy)
        and p.block.container not in boxes
        and p.id != name.id
        and p.ratio < FACT_SIZE * name.ratio
        and not is_story(p, region)
    ]


def facts(pieces: Sequence[Piece], region: Region) -> frozenset[int]:
    """Dates, numbers and codes in the head of a page, and the small print beside them."""
    small = [p for p in pieces if _can_be_fact(p, region)]
    found = [p for p in small if has_date(p.block.text) or has_fact(p.block.text)]
    if len(found) < 2:
        return frozenset()
    reach = CLING * region.body
    grown = True
    while grown:
        more = [
            p
            for p in small
            if p not in found
            and not p.plain
            and any(f.rect.grow(reach, reach).intersect(p.rect) for f in found)
        ]
        found += more
        grown = bool(more)
    return frozenset(p.id for p in found)


def _can_be_fact(piece: Piece, region: Region) -> bool:
    return (
        piece.rect.bottom < HEAD_OF_PAGE * region.height
        and piece.lines <= 2
        and piece.chars < LINE_CHARS
        and piece.ratio < LINE_SIZE
    )
