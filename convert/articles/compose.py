"""Put each article's blocks in reading order and bring them back to page space."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from convert.articles.attach import Draft, titles
from convert.articles.columns import shares
from convert.articles.confidence import Judgement
from convert.articles.figures import figures_of
from convert.articles.kinds import Look, kinds_of
from convert.articles.pieces import Piece
from convert.articles.stands import by_rows
from convert.articles.tails import NEW
from convert.geometry import WritingFrame
from convert.model import Article, Block, Region, Role

TEXT = (Role.PARAGRAPH, Role.DECK)
SIGNED = 0.5
"""A signature shares this much of the narrower one's width with the text over it."""


def compose(
    drafts: Sequence[Draft],
    judgements: Sequence[Judgement],
    region: Region,
    masthead: float = 0,
) -> tuple[Article, ...]:
    """Return the articles from top to bottom, their blocks in reading order.

    `masthead` is where the paper's name begins, if this is its first page.
    """
    judged = by_rows(zip(drafts, judgements, strict=True), lambda d: d[0].rect, region.body)
    looks = [_look(draft, region.body) for draft, _ in judged]
    frame = region.frame
    return tuple(
        Article(
            kind=kind,
            confidence=judgement.confidence,
            doubts=judgement.doubts,
            areas=() if draft.ad is None else (frame.back(draft.ad),),
            blocks=tuple(block_of(p, p.role, frame) for p in look.pieces),
            figures=tuple(
                replace(figure, rect=frame.back(figure.rect))
                for figure in figures_of(look.pictures, look.pieces)
            ),
        )
        for (draft, judgement), look, kind in zip(
            judged, looks, kinds_of(looks, masthead), strict=True
        )
    )


def _look(draft: Draft, body: float) -> Look:
    head = draft.group.head if draft.group else None
    return Look(
        pieces=tuple(_with_text(draft, _in_order(draft), body)),
        pictures=tuple(draft.pictures),
        rect=draft.rect,
        main=head.main if head else None,
        ad=draft.ad is not None,
    )


def _with_text(draft: Draft, pieces: Iterable[Piece], body: float) -> Iterable[Piece]:
    """What stands under a head that has no other text is its text: a teaser's, a brief's.

    Under the title of a picture it says what the picture shows.
    """
    if draft.group and any(titles(p, draft.group, body) for p in draft.pictures):
        yield from (replace(p, role=Role.CAPTION) if p.role in TEXT else p for p in pieces)
        return
    texts = draft.group is None or any(draft.group.texts)
    told = texts or any(p.role is Role.CAPTION for p in draft.pieces)
    for piece in pieces:
        bare = piece.role is Role.DECK and not told
        yield replace(piece, role=Role.PARAGRAPH) if bare else piece


def _in_order(draft: Draft) -> Iterable[Piece]:
    group = draft.group
    texts = list(group.texts) if group else []
    head = group.head.pieces if group and group.head else ()
    signed = [p for p in draft.pieces if p.role is Role.BYLINE and _signs(p, texts)]
    opening = [p for p in draft.pieces if p.role in (Role.DECK, Role.BYLINE) and p not in signed]
    named = any(p.role is Role.BYLINE for p in (*head, *opening))
    if group is None:
        opening = []
    else:
        yield from head
        yield from sorted(opening, key=_down_the_page)
        yield from texts
        # Behind a story whose writer stands over it comes the agency that it drew on.
        role = Role.PARAGRAPH if named else Role.BYLINE
        yield from (replace(p, role=role) for p in sorted(signed, key=_down_the_page))
    rest = (p for p in draft.pieces if p not in opening and p not in signed)
    yield from sorted(rest, key=_down_the_page)


def _signs(name: Piece, texts: Sequence[Piece]) -> bool:
    """Whether a byline ends the text of its column."""
    column = [t for t in texts if shares(t.rect, name.rect) > SIGNED]
    cut_off = any(t.id + NEW == name.id for t in texts)
    above = any(t.rect.bottom <= name.rect.cy for t in column)
    below = any(t.rect.top >= name.rect.cy for t in column)
    return cut_off or (above and not below)


def _down_the_page(piece: Piece) -> tuple[float, float]:
    return piece.rect.top, piece.rect.left


def block_of(piece: Piece, role: Role, frame: WritingFrame) -> Block:
    """Return the block of a piece, back in page space."""
    block = piece.block
    return replace(
        block,
        role=role,
        rect=frame.back(block.rect),
        lines=tuple(replace(line, rect=frame.back(line.rect)) for line in block.lines),
    )
