"""Put each article's blocks in reading order and bring them back to page space."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from convert.articles.attach import Draft
from convert.articles.pieces import Piece
from convert.geometry import Rect, WritingFrame
from convert.model import Article, Block, Figure, Kind, Region, Role

BRIEF = 260
"""An article with fewer characters of text is a brief."""


def compose(drafts: Sequence[Draft], region: Region) -> tuple[Article, ...]:
    """Return the articles from top to bottom, their blocks in reading order."""
    ordered = sorted(drafts, key=lambda d: (round(d.rect.top / region.body), d.rect.left))
    return tuple(_article(d, region.frame) for d in ordered)


def _article(draft: Draft, frame: WritingFrame) -> Article:
    pieces = list(_in_order(draft))
    captions = [p for p in pieces if p.role is Role.CAPTION]
    return Article(
        kind=_kind(draft, pieces),
        areas=() if draft.ad is None else (frame.back(draft.ad),),
        blocks=tuple(block_of(p, p.role, frame) for p in pieces),
        figures=tuple(
            Figure(
                rect=frame.back(picture),
                caption=" ".join(
                    c.block.text for c in captions if _belongs(c, picture, draft.pictures)
                ),
            )
            for picture in draft.pictures
        ),
    )


def _belongs(caption: Piece, picture: Rect, pictures: Sequence[Rect]) -> bool:
    def gap(other: Rect) -> float:
        dx = max(0.0, -caption.rect.overlap_x(other))
        dy = max(0.0, -caption.rect.overlap_y(other))
        return dx + dy

    return min(pictures, key=gap) is picture


def _in_order(draft: Draft) -> Iterable[Piece]:
    group = draft.group
    opening = [p for p in draft.pieces if p.role in (Role.DECK, Role.BYLINE)]
    if group is None:
        opening = []
    else:
        if group.head is not None:
            yield from group.head.pieces
        yield from sorted(opening, key=_down_the_page)
        yield from group.texts
    yield from sorted((p for p in draft.pieces if p not in opening), key=_down_the_page)


def _down_the_page(piece: Piece) -> tuple[float, float]:
    return piece.rect.top, piece.rect.left


def _kind(draft: Draft, pieces: Sequence[Piece]) -> Kind:
    if draft.ad is not None:
        return Kind.AD
    text = sum(p.chars for p in pieces if p.role is Role.PARAGRAPH)
    if draft.pictures and text < 40:
        return Kind.PHOTO
    return Kind.BRIEF if text < BRIEF else Kind.ARTICLE


def block_of(piece: Piece, role: Role, frame: WritingFrame) -> Block:
    """Return the block of a piece, back in page space."""
    block = piece.block
    return replace(
        block,
        role=role,
        rect=frame.back(block.rect),
        lines=tuple(replace(line, rect=frame.back(line.rect)) for line in block.lines),
    )
