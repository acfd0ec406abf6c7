"""What is no furniture: running text in the head of a page, and teasers in boxes."""

from collections.abc import Iterable, Sequence

from convert.articles.furniture.words import has_day
from convert.articles.pieces import Piece
from convert.articles.stands import count_columns
from convert.model import Region
from convert.typeface import DISPLAY

STORY = 160
"""Letters in a column of running text that belong to a story, not to an ear."""
TEASER = 40
"""Letters of a teaser at least, its headline aside."""
TEASER_HEAD = 3.0
"""Larger type is the paper's name and no teaser's, in multiples of the body size."""
TEASER_WIDTH = 0.6
"""A wider box holds the head of the page itself, as a share of the page width."""


def is_story(piece: Piece, region: Region) -> bool:
    """Whether a piece is running text of a story, by its type and its length."""
    wide = piece.rect.width > 0.5 * region.column
    return piece.own_family and 0.9 < piece.ratio < 1.12 and wide and piece.letters > STORY


def has_story(pieces: Iterable[Piece], region: Region) -> bool:
    """Whether a story stands among the pieces: columns of body text beside each other."""
    return count_columns([p.rect for p in pieces if is_story(p, region)], region.body) > 1


def teasers(pieces: Sequence[Piece], region: Region) -> frozenset[int]:
    """Boxes with a headline and words of their own, as stand over or beside a masthead."""
    return frozenset(
        index
        for index, container in enumerate(region.containers)
        if container.rect.width < TEASER_WIDTH * region.width
        and _is_teaser([p for p in pieces if p.block.container == index])
    )


def _is_teaser(inside: Sequence[Piece]) -> bool:
    words = [p for p in inside if p.ratio < DISPLAY and not has_day(p.block.text)]
    headed = any(DISPLAY < p.ratio < TEASER_HEAD for p in inside)
    return headed and sum(p.letters for p in words) > TEASER
