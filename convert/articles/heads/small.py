"""Small heads: short lines in other type that head a brief, a section, a column.

They look alike. A subhead goes on with the story of a head above it; a rubric names a
column and stands over the head of a story; what is left opens a brief of its own.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from convert.articles.columns import gap, shares
from convert.articles.heads.head import BRIEFS, Head, follows, in_order, same_face, same_type
from convert.articles.heads.labels import begins_small, is_rubric, looks_of_kickers
from convert.articles.heads.neighbours import KICKER_CHARS, LEVEL, with_neighbours
from convert.articles.heads.stacks import parted
from convert.articles.pieces import Piece, look
from convert.articles.scene import Scene
from convert.model import Role

BULLETS = "●■◆▪•○□▲◇★☆"
"""What opens an item of a list."""
NARROW = 1.1
"""The name of a column is narrower than this many columns."""
AS_LARGE = 0.95
"""A label smaller than this share of the head under it is that one's kicker."""
UNDER = 2.5
"""A subhead stands this close under a head, in em."""


def subheads(scene: Scene, taken: Set[int]) -> frozenset[int]:
    """Return the ids of small heads that go on with the story of another head.

    They stand right under it, are items of its list or questions of its interview, or
    are set like its other subheads; and so are those level with them in other columns.
    """
    small = [p for p in scene.pieces if p.role is Role.KICKER and p.id not in taken]
    known = [p for p in scene.pieces if p.role is Role.SUBHEAD]
    found = [
        p
        for p in small
        if p.block.text.lstrip()[:1] in BULLETS
        or (_under_head(p, taken, scene) and not _opens_briefs(p, scene))
        or _goes_on_asking(p, known)
        or _like_others(p, known, scene)
    ]
    level = [p for p in small if any(_level(p, s, scene) for s in found)]
    return frozenset(p.id for p in (*found, *level))


def _under_head(piece: Piece, taken: Set[int], scene: Scene) -> bool:
    """Whether a small head stands right under a head, or one as large in other colour."""
    return any(
        -2 <= gap(o.rect, piece.rect) < UNDER * scene.body
        and shares(o.rect, piece.rect) > 0.25
        and o.block.container == piece.block.container
        and (o.id in taken or (o.color != piece.color and o.ratio > AS_LARGE * piece.ratio))
        and not parted(o.rect, piece.rect, scene.rules)
        for o in scene.pieces
        if o.id in taken or o.role is Role.KICKER
    )


def _goes_on_asking(piece: Piece, known: Sequence[Piece]) -> bool:
    """Whether a small head asks, as subheads of its face do: an interview."""
    return piece.ends.question and any(same_face(piece, s) and s.ends.question for s in known)


def _like_others(piece: Piece, known: Sequence[Piece], scene: Scene) -> bool:
    """Whether several subheads are set like a small head and nothing new begins at it."""
    return not _below_rule(piece, scene) and sum(same_type(piece, s, 0.03) for s in known) > 1


def _below_rule(piece: Piece, scene: Scene) -> bool:
    """Whether a rule across a piece's column lies right above it: something new begins."""
    return any(
        -2 <= piece.rect.top - r.cy < 3 * scene.body
        and r.overlap_x(piece.rect) > 0.8 * piece.rect.width
        for r in scene.rules
    )


def _level(piece: Piece, other: Piece, scene: Scene) -> bool:
    """Whether two small heads of one face stand at one height in neighbouring columns."""
    return (
        abs(piece.rect.top - other.rect.top) < LEVEL * scene.body
        and piece.family == other.family
        and piece.color == other.color
        and abs(piece.rect.left - other.rect.left) < 1.6 * scene.region.column
    )


def small_heads(scene: Scene, taken: Set[int], heads: Sequence[Head]) -> Iterator[Head]:
    """Yield the heads in body size: each opens a column of text. The largest come first.

    Where the same type serves as kicker over real headlines it stays a kicker. `taken`
    are the pieces of `heads` and the subheads.
    """
    kickers = looks_of_kickers(heads)
    taken = set(taken)
    for piece in sorted(scene.pieces, key=lambda p: -p.ratio):
        if piece.role is not Role.KICKER or piece.id in taken:
            continue
        taken.add(piece.id)
        known = look(piece) in kickers or begins_small(piece) or is_rubric(piece, scene)
        own = replace(piece, role=Role.KICKER if known else Role.HEADLINE)
        stack = with_neighbours([own], scene, taken)
        if known and any(p.role is Role.KICKER and p.ratio < AS_LARGE * own.ratio for p in stack):
            stack[0] = replace(own, role=Role.HEADLINE)
        taken |= {p.id for p in stack}
        yield Head(under_label(tuple(in_order(stack, scene.region.turned)), scene))


def under_label(stack: tuple[Piece, ...], scene: Scene) -> tuple[Piece, ...]:
    """Where the first piece names a column of briefs, the second heads the first brief.

    The column shows it, or the row: more small heads of the second one's face stand below,
    or, under a name no wider than a column or on a bar, level with it.
    """
    if len(stack) < 2 or stack[0].lines > 1 or stack[0].chars > KICKER_CHARS:
        return stack
    label, head, *rest = stack
    slim = label.bar or label.rect.width < NARROW * scene.region.column
    if not (_opens_briefs(head, scene) or (slim and _in_row(head, scene))):
        return stack
    return replace(label, role=Role.KICKER), replace(head, role=Role.HEADLINE), *rest


def _in_row(head: Piece, scene: Scene) -> bool:
    """Whether more small heads of one's face stand at its height: letters, briefs in a row."""
    like = (
        p
        for p in scene.pieces
        if p.id != head.id
        and p.role in (Role.KICKER, Role.HEADLINE)
        and abs(p.rect.top - head.rect.top) < LEVEL * scene.body
        and same_type(p, head)
    )
    return sum(1 for _ in like) >= BRIEFS


def _opens_briefs(head: Piece, scene: Scene) -> bool:
    """Whether two more small heads of one's face stand below in the column: briefs."""
    like = (p for p in scene.pieces if p.role in (Role.KICKER, Role.HEADLINE) and follows(p, head))
    return sum(1 for _ in like) >= BRIEFS
