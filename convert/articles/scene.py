"""A region as the questions about roles and heads see it: who stands where.

What a piece is for depends on what stands above and below it in its column, on the
rules between them and on the pictures near it. Lengths are in points unless said
otherwise; thresholds stand with the questions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from convert.articles.columns import gap, shares
from convert.articles.pieces import Piece
from convert.geometry import Rect
from convert.model import Region

IN_COLUMN = 0.4
"""Two pieces stand in one column if they share this much of the narrower one's width."""
SMALL_PRINT = 0.82
"""Type up to this size, in multiples of the body size, is small print."""
LARGE_TEXT = 1.22
"""Running text is set smaller than this, in multiples of the body size."""
NARROW = 0.45
"""Body type narrower than this share of a column is seldom running text."""
PICTURE = 0.8
"""What covers more of the region than this is its ground and no picture."""
SAME_BOX, BOX_PIECES = 0.9, 6
"""A picture that shares so much with a box of more pieces than that is its ground."""
CREDIT_SIZE = 0.75
"""One line this small at a picture is its credit, in multiples of the body size."""
CREDIT_CHARS = 70
"""Characters of a credit line at most."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A region with its measured pieces."""

    region: Region
    pieces: Sequence[Piece]
    pictures: tuple[Rect, ...]
    """Each with the credit line that hangs under it."""
    rules: tuple[Rect, ...]
    """The horizontal ones."""
    _found: dict[tuple[bool, int, int], Piece | None] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    """Neighbours that were asked for: every question asks for the same ones."""

    @property
    def body(self) -> float:
        """Body type size in points."""
        return self.region.body

    @property
    def leading(self) -> float:
        """Distance of two baselines of body text in points."""
        return self.region.leading

    def above(self, piece: Piece, column: Piece | None = None) -> Piece | None:
        """The nearest piece above in the same column and container, or in another's column."""
        of = column or piece
        key = (True, piece.id, of.id)
        if key not in self._found:
            top = piece.rect.cy
            upper = (p for p in self.pieces if p.rect.cy < top and _in_one_column(p, of))
            self._found[key] = min(upper, key=lambda p: gap(p.rect, piece.rect), default=None)
        return self._found[key]

    def below(self, piece: Piece) -> Piece | None:
        """The nearest piece below in the same column and container."""
        key = (False, piece.id, piece.id)
        if key not in self._found:
            foot = piece.rect.cy
            lower = (p for p in self.pieces if p.rect.cy > foot and _in_one_column(p, piece))
            self._found[key] = min(lower, key=lambda p: gap(piece.rect, p.rect), default=None)
        return self._found[key]

    def is_wide(self, piece: Piece) -> bool:
        """Whether a piece is as wide as running text is."""
        return piece.rect.width > NARROW * self.region.column

    def is_text(self, piece: Piece) -> bool:
        """Whether a piece can be running text: the body's size, a column's width."""
        return (
            SMALL_PRINT < piece.ratio < LARGE_TEXT
            and self.is_wide(piece)
            and (piece.lines >= 2 or (piece.chars > 25 and not piece.bar))
        )

    def is_small_print(self, piece: Piece) -> bool:
        """Whether a piece is small print in paragraphs: listings, notices, imprints."""
        return piece.ratio <= SMALL_PRINT and piece.lines >= 4 and self.is_wide(piece)

    def parted(self, upper: Rect, lower: Rect) -> bool:
        """Whether a rule over any part of `lower` lies between two places."""
        return any(
            upper.bottom - 2 <= rule.cy <= lower.top + 2 and rule.overlap_x(lower) > 0
            for rule in self.rules
        )


def scene_of(region: Region, pieces: Sequence[Piece]) -> Scene:
    """Return what there is to see of a region."""
    sheet = region.width * region.height
    return Scene(
        region=region,
        pieces=pieces,
        pictures=tuple(
            _with_credit(p.rect, pieces, region.body)
            for p in region.pictures
            if p.rect.area < PICTURE * sheet and not _is_ground(p.rect, pieces, region)
        ),
        rules=region.rows,
    )


def _is_ground(picture: Rect, pieces: Sequence[Piece], region: Region) -> bool:
    """Whether a picture is a box with many pieces in it: an infographic, not a photograph."""
    return any(
        min(picture.share_in(box.rect), box.rect.share_in(picture)) > SAME_BOX
        and sum(p.block.container == index for p in pieces) > BOX_PIECES
        for index, box in enumerate(region.containers)
    )


def _in_one_column(a: Piece, b: Piece) -> bool:
    return (
        a.id != b.id
        and a.block.container == b.block.container
        and shares(a.rect, b.rect) >= IN_COLUMN
    )


def is_tiny(piece: Piece) -> bool:
    """Whether a piece is one short line in the type of credits."""
    return piece.ratio < CREDIT_SIZE and piece.lines == 1 and piece.chars <= CREDIT_CHARS


def _with_credit(picture: Rect, pieces: Sequence[Piece], body: float) -> Rect:
    """A picture with the tiny credit line that hangs under it: its caption comes next."""
    for piece in pieces:
        if (
            is_tiny(piece)
            and -1 <= gap(picture, piece.rect) <= 1.2 * body
            and within_width(piece.rect, picture, body)
        ):
            return Rect(picture.left, picture.top, picture.right, piece.rect.bottom)
    return picture


def within_width(rect: Rect, picture: Rect, body: float) -> bool:
    """Whether a place stands under or over a picture and no wider, give or take an em."""
    return rect.left >= picture.left - body and rect.right <= picture.right + body
