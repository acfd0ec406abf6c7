"""Put each article's blocks in reading order and bring them back to page space."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from convert.articles.attach import Draft
from convert.articles.confidence import Judgement
from convert.articles.pieces import Piece
from convert.geometry import Rect
from convert.model import Article, Block, Figure, Kind, Line, Region, Role

BRIEF = 260
"""An article with fewer characters of text is a brief."""


def compose(
    drafts: Sequence[Draft],
    judgements: Sequence[Judgement],
    region: Region,
    page_width: float,
) -> tuple[Article, ...]:
    """Return the articles from top to bottom, their blocks in reading order."""
    judged = zip(drafts, judgements, strict=True)
    ordered = sorted(judged, key=lambda d: (round(d[0].rect.top / region.body), d[0].rect.left))
    return tuple(_article(d, judgement, region, page_width) for d, judgement in ordered)


def _article(draft: Draft, judgement: Judgement, region: Region, page_width: float) -> Article:
    turn = _Turn(region.turned, page_width)
    pieces = list(_in_order(draft))
    captions = [p for p in pieces if p.role is Role.CAPTION]
    return Article(
        kind=_kind(draft, pieces),
        confidence=judgement.confidence,
        doubts=judgement.doubts,
        areas=() if draft.ad is None else (turn.rect(draft.ad),),
        blocks=tuple(turn.block(p) for p in pieces),
        figures=tuple(
            Figure(
                rect=turn.rect(picture),
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


class _Turn:
    """Brings rectangles of a turned region back to page space."""

    def __init__(self, turned: bool, page_width: float) -> None:
        self.turned = turned
        self.width = page_width

    def rect(self, rect: Rect) -> Rect:
        return rect.unturned(self.width) if self.turned else rect

    def line(self, line: Line) -> Line:
        return replace(line, rect=self.rect(line.rect)) if self.turned else line

    def block(self, piece: Piece) -> Block:
        block = piece.block
        return replace(
            block,
            role=piece.role,
            rect=self.rect(block.rect),
            lines=tuple(self.line(line) for line in block.lines),
        )
