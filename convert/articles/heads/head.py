"""The pieces that open a story, and how two of them compare."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from convert.articles.pieces import Piece
from convert.geometry import Rect, enclosing
from convert.model import Role

SAME_SIZE = 0.04
"""Two heads of one size differ by less than this, in multiples of the body size."""
BRIEFS = 2
"""So many more heads in the face of the first one make a column of briefs."""


@dataclass(frozen=True, slots=True)
class Head:
    """The pieces that open one story, in reading order."""

    pieces: tuple[Piece, ...]
    run_in: bool = False
    """Whether it is the first words of its text."""

    @property
    def rect(self) -> Rect:
        """Around all pieces."""
        return enclosing(p.rect for p in self.pieces)

    @property
    def main(self) -> Piece:
        """The headline itself; of a small head its largest piece."""
        return max(
            self.pieces,
            key=lambda p: (p.role is Role.HEADLINE, p.ratio, -p.rect.top),
        )

    @property
    def container(self) -> int | None:
        """The box it stands in."""
        return self.main.block.container

    @property
    def vertical(self) -> bool:
        """Whether the headline runs against the text (竖题)."""
        return self.main.against

    @property
    def ids(self) -> frozenset[int]:
        """Ids of its pieces."""
        return frozenset(p.id for p in self.pieces)

    def over(self, other: "Head | None", names: bool = False) -> "Head":
        """Return the head of a story whose banner this is, or whose column it `names`."""
        if other is None:
            return self
        if names:
            return Head((*(replace(p, role=Role.KICKER) for p in self.pieces), *other.pieces))
        deck = tuple(
            replace(p, role=Role.DECK) if p.role is Role.HEADLINE else p for p in other.pieces
        )
        return Head((*self.pieces, *deck))


def in_order(stack: Sequence[Piece], turned: bool) -> list[Piece]:
    """Return the pieces of a head as they are read.

    Vertical ones beside horizontal text are read from the right; horizontal ones over
    vertical text, whose frame is `turned`, from the top of the page.
    """

    def reading(piece: Piece) -> tuple[float, float]:
        if piece.against:
            return piece.rect.left if turned else -piece.rect.right, piece.rect.top
        return piece.rect.top, piece.rect.left

    return sorted(stack, key=reading)


def size(piece: Piece) -> float:
    """Size of its first line in points."""
    return piece.block.lines[0].size


def same_face(a: Piece, b: Piece) -> bool:
    """Whether two pieces are set in one family, weight and colour."""
    return a.family == b.family and a.bold == b.bold and a.color == b.color


def same_type(a: Piece, b: Piece, slack: float = SAME_SIZE) -> bool:
    """Whether two pieces are set in one face and size."""
    return same_face(a, b) and abs(a.ratio - b.ratio) < slack


def follows(piece: Piece, head: Piece) -> bool:
    """Whether a head stands below another one, in its type and flush with it."""
    return (
        piece.rect.top > head.rect.bottom
        and abs(piece.rect.left - head.rect.left) < size(head)
        and same_type(piece, head)
    )
