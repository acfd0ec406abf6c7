"""Display type that stands together: headlines in several lines or sizes."""

from collections.abc import Sequence

from convert.articles.columns import gap, shares
from convert.articles.heads.head import in_order, size
from convert.articles.pieces import Piece
from convert.articles.scene import Scene
from convert.geometry import Rect
from convert.model import Role

TINY_HEAD = 0.3
"""Type smaller than this share of the headline above it is a deck, not a head."""
UNDER, WIDER = 1.2, 1.8
"""The rule under decks side by side lies this close, in their size, and is so much wider."""
BESIDE = 1.3
"""Lines of a vertical headline stand this close, in multiples of the larger size."""


def stacks_of(scene: Scene) -> list[list[Piece]]:
    """Return the display type of a region, what stands together as one stack."""
    display = [p for p in scene.pieces if p.role is Role.HEADLINE]
    banners = {p.id for p in display if _is_banner(p, display, scene)}
    stacks: list[list[Piece]] = []
    for piece in in_order(display, scene.region.turned):
        home = next(
            (
                s
                for s in stacks
                if any(_stacked(p, piece, scene.rules) and p.id not in banners for p in s)
            ),
            None,
        )
        if home is None:
            stacks.append([piece])
        else:
            home.append(piece)
    return stacks


def _is_banner(piece: Piece, display: Sequence[Piece], scene: Scene) -> bool:
    """A headline over several heads that stand side by side opens none of them."""
    lower = [
        p.rect
        for p in display
        if p.id != piece.id
        and p.rect.cy > piece.rect.cy
        and p.ratio > TINY_HEAD * piece.ratio
        and _stacked(piece, p, scene.rules)
        and not _ruled_off(p, scene)
    ]
    return any(a.overlap_x(b) < -scene.body for i, a in enumerate(lower) for b in lower[:i])


def _ruled_off(piece: Piece, scene: Scene) -> bool:
    """Whether a rule under a piece and far beyond it parts it from the text: a deck."""
    return any(
        0 <= r.cy - piece.rect.bottom < UNDER * size(piece) and r.width > WIDER * piece.rect.width
        for r in scene.rules
        if r.overlap_x(piece.rect) > 0.9 * piece.rect.width
    )


def _stacked(a: Piece, b: Piece, rules: Sequence[Rect]) -> bool:
    """Whether two pieces of display type stand together as one head."""
    if a.block.container != b.block.container or a.against != b.against:
        return False
    if a.against:
        return beside(a, b)
    small, large = sorted((size(a), size(b)))
    space = gap(a.rect, b.rect)
    return (
        -max(0.5 * size(b), 0.25 * size(a)) <= space <= 0.9 * small + 0.35 * large
        and shares(a.rect, b.rect) > 0.5
        and not parted(a.rect, b.rect, rules)
    )


def beside(a: Piece, b: Piece) -> bool:
    """Whether two pieces of a vertical headline stand beside each other."""
    space = -a.rect.overlap_x(b.rect)
    lower = min(a.rect.height, b.rect.height)
    return space <= BESIDE * max(size(a), size(b)) and a.rect.overlap_y(b.rect) > 0.3 * lower


def parted(upper: Rect, lower: Rect, rules: Sequence[Rect]) -> bool:
    """Whether a rule over half of both places lies between their middles."""
    return any(
        upper.cy < r.cy < lower.cy
        and r.overlap_x(lower) > 0.5 * lower.width
        and r.overlap_x(upper) > 0.5 * upper.width
        for r in rules
    )
