"""Which caption and which credit belong to which picture of an article."""

from collections.abc import Iterable, Sequence

from convert.articles.pieces import Piece
from convert.articles.tails import NEW
from convert.geometry import Rect
from convert.letters import joined
from convert.model import Figure, Role

OVER = 0.5
"""What stands over a picture is this much farther than what stands under it, in em."""


def figures_of(pictures: Sequence[Rect], pieces: Sequence[Piece]) -> tuple[Figure, ...]:
    """Return the pictures with the words of the captions and credits nearest to them.

    A credit that was cut off a caption stays with it.
    """
    captions = {p.id: p for p in pieces if p.role is Role.CAPTION}
    names = [p for p in pieces if p.role is Role.CREDIT]
    at = {p.id: _nearest(p, pictures) for p in captions.values()} if pictures else {}
    for credit in names if pictures else ():
        whole = captions.get(credit.id - NEW, credit)
        at[credit.id] = _nearest(whole, pictures)
    return tuple(
        Figure(
            rect=picture,
            caption=_words(p for p in captions.values() if at[p.id] == index),
            credit=_words(p for p in names if at[p.id] == index),
        )
        for index, picture in enumerate(pictures)
    )


def _nearest(piece: Piece, pictures: Sequence[Rect]) -> int:
    em = piece.block.lines[0].size

    def gap(index: int) -> float:
        picture = pictures[index]
        dx, dy = -piece.rect.overlap_x(picture), -piece.rect.overlap_y(picture)
        over = OVER * em if piece.rect.cy < picture.top else 0.0
        return max(0.0, dx) + max(0.0, dy) + over

    return min(range(len(pictures)), key=gap)


def _words(pieces: Iterable[Piece]) -> str:
    return joined(p.block.text for p in pieces)
