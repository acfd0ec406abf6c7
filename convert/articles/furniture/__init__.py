"""Furniture: what belongs to the page and to no article.

Folio lines stand in a narrow band along the top or bottom of the page, apart from
everything else: above the first rule or an empty strip, short, often with a date or a
page number. A masthead is the paper's name on a first page with the facts around it:
date, number, price, codes. Where an article stands beside the masthead (报眼), only the
facts and what clings to them are furniture.
"""

from collections.abc import Sequence
from dataclasses import replace

from convert.articles.furniture.bands import foot_line, head_line
from convert.articles.furniture.masthead import facts, masthead
from convert.articles.furniture.stories import teasers
from convert.articles.pieces import Piece
from convert.geometry import Rect
from convert.model import Region, Role

__all__ = ["find_furniture"]


def find_furniture(pieces: Sequence[Piece], region: Region) -> dict[int, Role]:
    """Return the furniture of a region: piece id -> folio or masthead."""
    if region.turned:
        pieces, region = _upright(pieces, region)
    top = head_line(pieces, region)
    named = masthead(pieces, region, top)
    if named:
        return _bands(pieces, region, 0.0) | named
    loose = {} if top else dict.fromkeys(facts(pieces, region), Role.FOLIO)
    return _bands(pieces, region, top) | loose


def _bands(pieces: Sequence[Piece], region: Region, top: float) -> dict[int, Role]:
    """Return what stands above `top`, teasers aside, or in the foot of the page."""
    bottom = foot_line(pieces, region)
    boxes = teasers(pieces, region)
    return {
        p.id: Role.FOLIO
        for p in pieces
        if (p.rect.cy < top and p.block.container not in boxes) or p.rect.cy > bottom
    }


def _upright(pieces: Sequence[Piece], region: Region) -> tuple[tuple[Piece, ...], Region]:
    """Turn vertical writing back: head and foot are those of the page."""
    width = region.height

    def back(rect: Rect) -> Rect:
        return rect.unturned(width)

    return tuple(replace(p, block=replace(p.block, rect=back(p.rect))) for p in pieces), replace(
        region,
        width=region.height,
        height=region.width,
        separators=tuple(replace(s, rect=back(s.rect)) for s in region.separators),
        containers=tuple(replace(c, rect=back(c.rect)) for c in region.containers),
    )
