"""Labels: the names of columns, told from headlines by their place and their type.

A paper sets its labels in one face. What is set like the kickers over headlines names
something, too, where it stands alone over text.
"""

from collections.abc import Iterable
from dataclasses import replace

from convert.articles.columns import gap, shares
from convert.articles.heads.head import Head, same_type
from convert.articles.pieces import Look, Piece, look
from convert.articles.scene import Scene
from convert.model import Role

SMALL_DISPLAY = 1.5
"""Display type up to this size may still name a column, in multiples of the body size."""
BAR = 0.33
"""A rule this thick, in em, carries the name of a column."""
UNDER = 2.5
"""A rubric stands this close under a bar, what it names this close under it, in em."""
RUBRIC_CHARS = 60
"""Characters of a rubric at most."""


def looks_of_kickers(heads: Iterable[Head]) -> frozenset[Look]:
    """Return how kickers are set that stand over headlines."""
    return frozenset(
        look(p) for h in heads for p in h.pieces if p.role is Role.KICKER and not p.plain
    )


def with_labels(scene: Scene, heads: Iterable[Head]) -> Scene:
    """Return the scene with a kicker of every line that is set like one and opens a column."""
    heads = tuple(heads)
    kickers = looks_of_kickers(heads)
    taken = {i for head in heads for i in head.ids}

    def role(piece: Piece) -> Role:
        free = piece.id not in taken and piece.role in (Role.OTHER, Role.PARAGRAPH)
        if piece.role is Role.CAPTION and look(piece) in kickers and _crowns(piece, scene):
            return Role.KICKER
        known = free and (look(piece) in kickers or is_rubric(piece, scene))
        return Role.KICKER if known and _opens(piece, scene) else piece.role

    return replace(scene, pieces=tuple(replace(p, role=role(p)) for p in scene.pieces))


def _crowns(piece: Piece, scene: Scene) -> bool:
    """Whether a line stands on the upper edge of a picture."""
    return piece.lines == 1 and any(
        piece.rect.overlap_x(p) > 0 and abs(piece.rect.cy - p.top) < UNDER * scene.body
        for p in scene.pictures
    )


def _opens(piece: Piece, scene: Scene) -> bool:
    """Whether a line stands apart from what is above it and right over what is below."""
    if piece.lines > 1 or piece.chars > RUBRIC_CHARS:
        return False
    above, below = scene.above(piece), scene.below(piece)
    return (
        (above is None or gap(above.rect, piece.rect) > scene.leading)
        and below is not None
        and gap(piece.rect, below.rect) < UNDER * scene.body
        and abs(below.rect.left - piece.rect.left) < scene.body
    )


def with_rubric(
    stack: tuple[Piece, ...], scene: Scene, kickers: frozenset[Look]
) -> tuple[Piece, ...]:
    """A word a little larger than the text that stands alone may name a column, too."""
    named = [p for p in stack if p.role not in (Role.BYLINE, Role.DECK)]
    if len(named) != 1 or named[0].ratio >= SMALL_DISPLAY:
        return stack
    if not (look(named[0]) in kickers or begins_small(named[0]) or is_rubric(named[0], scene)):
        return stack
    return tuple(replace(p, role=Role.KICKER) if p is named[0] else p for p in stack)


def is_rubric(piece: Piece, scene: Scene) -> bool:
    """Whether a small head names a column: small letters under a bar, or alone over a rule.

    Heads of briefs come one under the other in one face; a rubric stands once.
    """
    if piece.lines > 1 or piece.chars > RUBRIC_CHARS:
        return False
    across = [r for r in scene.rules if r.overlap_x(piece.rect) > 0.8 * piece.rect.width]
    under_bar = any(
        r.height >= BAR * scene.body and 0 <= gap(r, piece.rect) < UNDER * scene.body
        for r in across
    )
    hung = any(-0.3 * scene.body < r.cy - piece.rect.bottom < 0.9 * scene.body for r in across)
    return (under_bar and piece.ends.lower) or (hung and _stands_once(piece, scene))


def _stands_once(piece: Piece, scene: Scene) -> bool:
    """Whether no other small head of its type stands in the column of a piece."""
    return not any(
        p.id != piece.id
        and p.role is Role.KICKER
        and same_type(p, piece)
        and shares(p.rect, piece.rect) > 0.5
        for p in scene.pieces
    )


def begins_small(piece: Piece) -> bool:
    """Whether a line begins with a small letter, as no headline does where there are capitals."""
    first = piece.block.text.lstrip()[:1]
    return piece.lines == 1 and piece.chars <= RUBRIC_CHARS and first.islower()
