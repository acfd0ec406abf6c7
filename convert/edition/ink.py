"""The ink of each article as patches, with every dispute between articles settled.

Articles rarely overlap. Where they do, lines of print go before boxes and boxes
before pictures, and the smaller article goes before the larger one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from convert.edition.patches import Patch, around, meetings, to_patch, without
from convert.geometry import Rect
from convert.model import Article, Block

_FRAGMENTS = 64
"""Into how many parts a disputed picture or box may fall before it is left out."""


class _Claim(NamedTuple):
    """A patch that an article lays claim to."""

    rank: int
    """0: the middle of a line, 1: a line, 2: a block, 3: a picture, 4: a box."""
    owner: int
    patch: Patch
    block: Block | None = None


def find_ink(articles: Sequence[Article], width: float, height: float) -> list[list[Patch]]:
    """Return the patches of each article; no two articles share a spot."""
    claims = [
        _Claim(rank, owner, patch, block)
        for owner, article in enumerate(articles)
        for rank, rect, block in _rects(article)
        if (patch := to_patch(rect, width, height))
    ]
    pairs = meetings([c.patch for c in claims], [c.owner for c in claims])
    disputed = {place for pair in pairs for place in pair}
    ink: list[list[Patch]] = [[] for _ in articles]
    for place, claim in enumerate(claims):
        if place not in disputed:
            ink[claim.owner].append(claim.patch)
    if disputed:
        for owner, patch in _settle(claims, disputed, width, height):
            ink[owner].append(patch)
    return ink


def by_size(ink: Sequence[Sequence[Patch]]) -> list[int]:
    """Return the places of all that have ink, the smallest extent first."""
    sizes = [(around(own).area, place) for place, own in enumerate(ink) if own]
    return [place for _, place in sorted(sizes)]


def _rects(article: Article) -> Iterator[tuple[int, Rect, Block | None]]:
    yield from ((2, block.rect, block) for block in article.blocks)
    yield from ((3, figure.rect, None) for figure in article.figures)
    yield from ((4, area, None) for area in article.areas)


def _settle(
    claims: Sequence[_Claim], disputed: set[int], width: float, height: float
) -> Iterator[tuple[int, Patch]]:
    """Yield owner and patch for what is left of the disputed claims."""
    by_owner: dict[int, list[Patch]] = defaultdict(list)
    for claim in claims:
        by_owner[claim.owner].append(claim.patch)
    size = {owner: around(own).area for owner, own in by_owner.items()}
    open_ = [claims[place] for place in sorted(disputed)]
    lines = [part for claim in open_ for part in _lines(claim, width, height)]
    granted: list[tuple[int, Patch]] = []
    for claim in sorted((*lines, *open_), key=lambda c: (c.rank, size[c.owner], c.owner)):
        rest = _remainder(claim, granted)
        granted.extend((claim.owner, patch) for patch in rest)
    yield from granted


def _lines(claim: _Claim, width: float, height: float) -> Iterator[_Claim]:
    """Yield the lines of a disputed block and their middles as claims of their own."""
    for line in claim.block.lines if claim.block else ():
        rect = line.rect
        middle = rect.grow(-rect.width / 4, -rect.height / 4)
        for rank, part in enumerate((middle, rect)):
            if patch := to_patch(part, width, height):
                yield _Claim(rank, claim.owner, patch)


def _remainder(claim: _Claim, granted: Sequence[tuple[int, Patch]]) -> Sequence[Patch]:
    """Return what others have left of a claim; nothing if it is in shreds."""
    rest = [claim.patch]
    for owner, patch in granted:
        if owner != claim.owner:
            rest = [part for old in rest for part in without(old, patch)]
        if len(rest) > _FRAGMENTS and claim.rank > 1:
            return ()
    return rest
