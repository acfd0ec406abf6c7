"""Which piece of a head is the headline, which its kicker and its deck."""

from collections.abc import Sequence
from dataclasses import replace

from convert.articles.heads.head import in_order, same_face
from convert.articles.kind_words import names_column
from convert.articles.pieces import Piece
from convert.model import Role
from convert.typeface import DISPLAY

TAG = 15
"""Letters of a tag at most."""
NAME = 24
"""Characters at most of a name in capitals over a headline."""
TOP = 0.93
"""Type above this share of the largest one is as large."""
TWO_FACED = 110
"""A headline up to this many characters may change its face midway."""


def settle(stack: Sequence[Piece], turned: bool) -> tuple[Piece, ...]:
    """Return a head in reading order, each piece with its role.

    The largest type is the headline; what stands before it is its kicker, what stands
    behind it its deck. `turned` says that the region's text is vertical.
    """
    ordered = in_order(stack, turned)
    named = len(ordered) > 1 and _is_name(ordered[0], ordered[1:])
    top = _top(ordered[named:])
    first = next(i for i, p in enumerate(ordered) if p.ratio == top and i >= named)
    short = sum(p.chars for p in ordered if p.ratio > TOP * top) <= TWO_FACED

    def role(index: int, piece: Piece) -> Role:
        if piece.role is Role.BYLINE:
            return Role.BYLINE
        if index == 0 and named:
            return Role.KICKER
        if (
            piece.ratio > TOP * top
            and _is_tag(piece) == _is_tag(ordered[first])
            and (short or same_face(piece, ordered[first]))
        ):
            return Role.HEADLINE
        return Role.KICKER if index < first else Role.DECK

    return tuple(replace(p, role=role(i, p)) for i, p in enumerate(ordered))


def _is_name(first: Piece, others: Sequence[Piece]) -> bool:
    """Whether a usual name, or a line in capitals no larger, stands over a headline."""
    if first.lines > 1 or first.chars > NAME:
        return False
    if names_column(first.block.text):
        return any(p.role is not Role.BYLINE for p in others)
    headlines = [p for p in others if p.ratio >= first.ratio and p.role is not Role.BYLINE]
    return (
        first.block.text.isupper()
        and bool(headlines)
        and not any(p.block.text.isupper() for p in headlines)
    )


def _top(stack: Sequence[Piece]) -> float:
    """Size of the headline: the largest display type, tags aside."""
    display = (p.ratio for p in stack if not _is_tag(p) and p.ratio > DISPLAY)
    return max(display, default=max(p.ratio for p in stack))


def _is_tag(piece: Piece) -> bool:
    """Whether a piece is a word or two on a ground of its own: the name of a column."""
    return piece.bar and piece.letters <= TAG
