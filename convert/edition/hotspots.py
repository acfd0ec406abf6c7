"""The clickable area of each article on a page.

    ink ─join→ pieces ─spread→ the same with a margin ─close→ filled ─outlines→ polygons

An article that can be one rectangle is one. Otherwise it is as few rectangles as
its neighbours allow, grown together and drawn round; smaller articles go first, so
that a brief inside a story is cut out of the story and not the other way round.
"""

from collections.abc import Sequence
from itertools import combinations
from statistics import median_low

from convert.edition.ink import by_size, find_ink
from convert.edition.outline import outlines
from convert.edition.patches import STEPS, Patch, around, is_free, meetings
from convert.geometry import fixed
from convert.model import Article, Ring

_MARGIN = 0.8
"""Margin around an article in type sizes: up to half a gutter, if nothing is near."""
_STRAIGHT = 3.0
"""A border may be moved this many margins to run on in line with another piece's."""
_RECENT = 6
"""How many pieces back a block looks for one to join; blocks stand in order."""
_MANY = 48
"""Pieces of one article beyond which its outline is left as it is."""


def find_hotspots(
    articles: Sequence[Article], width: float, height: float
) -> tuple[tuple[Ring, ...], ...]:
    """Return the polygons of each article, 0..1 of the frame, none over another.

    An article without anything on the page has none.
    """
    if not (width > 0 and height > 0):
        return tuple(() for _ in articles)
    pieces = find_ink(articles, width, height)
    order = by_size(pieces)
    for owner in order:
        pieces[owner] = _joined(pieces[owner], _others(pieces, owner))
    margin = _MARGIN * _type_size(articles)
    margins = round(margin / width * STEPS), round(margin / height * STEPS)
    pieces = _spread(pieces, margins)
    for owner in order:
        pieces[owner] = _closed(pieces[owner], _others(pieces, owner), margins)
    return tuple(tuple(map(_to_ring, outlines(own))) for own in pieces)


def _to_ring(corners: Sequence[tuple[int, int]]) -> Ring:
    return tuple((fixed(x / STEPS), fixed(y / STEPS)) for x, y in corners)


def _type_size(articles: Sequence[Article]) -> float:
    """Return the usual height of a line in points."""
    sizes = [
        block.lines[0].size for article in articles for block in article.blocks
        if block.lines
    ]  # fmt: skip
    return median_low(sizes) if sizes else 0.0


def _others(pieces: Sequence[Sequence[Patch]], owner: int) -> list[Patch]:
    """Return what meets the extent of an article and belongs to others."""
    extent = (around(pieces[owner]),)
    return [
        patch
        for other, own in enumerate(pieces)
        if other != owner
        for patch in own
        if not is_free(patch, extent)
    ]


def _joined(own: Sequence[Patch], foreign: Sequence[Patch]) -> list[Patch]:
    """Return few patches around all of `own` that meet nothing foreign."""
    if not foreign:
        return [around(own)]
    pieces: list[Patch] = []
    for patch in own:
        for place in reversed(range(max(0, len(pieces) - _RECENT), len(pieces))):
            both = around((pieces[place], patch))
            if is_free(both, foreign):
                pieces[place] = both
                break
        else:
            pieces.append(patch)
    return _paired(pieces, foreign)


def _paired(own: Sequence[Patch], foreign: Sequence[Patch]) -> list[Patch]:
    """Join two pieces, the ones that need the least of the page, while any can be."""
    pieces = list(own)
    while len(pieces) <= _MANY and (
        joints := [
            (both.area - first.area - second.area, first, second)
            for first, second in combinations(pieces, 2)
            if is_free(both := around((first, second)), foreign)
        ]
    ):
        _, first, second = min(joints)
        pieces = [p for p in pieces if p not in (first, second)]
        pieces.append(around((first, second)))
    return pieces


def _spread(pieces: Sequence[Sequence[Patch]], margins: tuple[int, int]) -> list[list[Patch]]:
    """Give every piece its margin; where two articles are near, each takes half."""
    flat = [patch for own in pieces for patch in own]
    owners = [owner for owner, own in enumerate(pieces) for _ in own]
    wide, high = margins
    grown = [
        [max(left - wide, 0), max(top - high, 0),
         min(right + wide, STEPS), min(bottom + high, STEPS)]
        for left, top, right, bottom in flat
    ]  # fmt: skip
    for one, two in meetings([Patch(*sides) for sides in grown], owners):
        near, axis = _apart(flat[one], flat[two], margins)
        first, second = (one, two) if near else (two, one)
        middle = (flat[first][axis + 2] + flat[second][axis]) // 2
        grown[first][axis + 2] = min(grown[first][axis + 2], middle)
        grown[second][axis] = max(grown[second][axis], middle)
    spread: list[list[Patch]] = [[] for _ in pieces]
    for owner, sides in zip(owners, grown, strict=True):
        spread[owner].append(Patch(*sides))
    return spread


def _apart(one: Patch, two: Patch, margins: tuple[int, int]) -> tuple[bool, int]:
    """Say if `one` comes before `two`, and along which axis they are further apart."""
    gaps = [
        (max(one[axis], two[axis]) - min(one[axis + 2], two[axis + 2])) / max(margins[axis], 1)
        for axis in (0, 1)
    ]
    axis = 0 if gaps[0] >= gaps[1] else 1
    return one[axis] < two[axis], axis


def _closed(
    own: Sequence[Patch], foreign: Sequence[Patch], margins: tuple[int, int]
) -> list[Patch]:
    """Grow the pieces of an article towards each other, over all that is free."""
    if len(own) == 1 or len(own) > _MANY:
        return list(own)
    pieces = list(own)
    for place, piece in enumerate(pieces):
        for side in range(4):
            piece = _pushed(piece, side, own, foreign, margins[side % 2])
        pieces[place] = piece
    return _paired(pieces, foreign)


def _pushed(
    piece: Patch, side: int, own: Sequence[Patch], foreign: Sequence[Patch], margin: int
) -> Patch:
    """Move one side of a piece out as far as the article's other pieces call for."""
    outwards = 1 if side > 1 else -1
    reach = _STRAIGHT * margin
    stops = {
        stop
        for other in own
        for stop in (other[side % 2], other[side % 2 + 2])
        if (way := (stop - piece[side]) * outwards) > 0
        and (way <= reach or _faces(piece, other, side))
    }
    for stop in sorted(stops, reverse=side > 1):
        moved = piece._replace(**{Patch._fields[side]: stop})
        if is_free(moved, foreign):
            return moved
    return piece


def _faces(piece: Patch, other: Patch, side: int) -> bool:
    """Whether moving that side of `piece` would run into `other`."""
    across = 1 - side % 2
    return piece[across] < other[across + 2] and other[across] < piece[across + 2]
