"""What goes with a headline in smaller type: kicker above, deck and byline below."""

from collections.abc import Sequence, Set

from convert.articles.columns import gap, shares
from convert.articles.heads.head import same_type, size
from convert.articles.heads.stacks import beside, parted
from convert.articles.pieces import Piece
from convert.articles.scene import Scene
from convert.geometry import Rect
from convert.model import Role

DECK_CHARS = 420
"""Characters of a deck at most."""
KICKER_CHARS = 90
"""Characters of a kicker at most; it has one line or two."""
LEAD_CHARS = 300
"""Characters at most of a deck in the size of the body."""
LARGER = 1.1
"""A deck of this size is one by its size alone, in multiples of the body size."""
LEVEL = 0.5
"""Tops of pieces side by side differ by less than this, in em."""
PORTRAIT = 2.5
"""A name stands this close beside a portrait, the head this close under it, in em."""
NEARER = 0.4
"""A line is its text's if it stands nearer to it than this share of its way to a head."""
DASHES = ("——", "──")
"""What a deck in Chinese begins with."""


def with_neighbours(stack: Sequence[Piece], scene: Scene, taken: Set[int]) -> list[Piece]:
    """Add kicker, deck and byline in smaller type, going outwards from the headline.

    `taken` are the ids of the pieces that other heads have.
    """
    stack = list(stack)
    free = [
        p
        for p in scene.pieces
        if p.id not in taken
        and p not in stack
        and p.block.container == stack[0].block.container
        and p.role is not Role.HEADLINE
    ]
    if stack[0].against:
        return stack + [p for p in free if p.against and any(beside(p, s) for s in stack)]
    for piece in sorted(free, key=lambda p: -p.rect.bottom):
        if _is_kicker(piece, stack, scene):
            stack.append(piece)
    for piece in sorted(free, key=lambda p: p.rect.top):
        if piece not in stack and (
            _goes_below(piece, stack, scene) or _beside_deck(piece, stack, scene.body)
        ):
            stack.append(piece)
    return stack


def _is_kicker(piece: Piece, stack: Sequence[Piece], scene: Scene) -> bool:
    """A short line directly above, with no text of its own between."""
    top = min(stack, key=lambda p: p.rect.top)
    if not _can_be_kicker(piece) or _ends_text(piece, top, scene):
        return False
    place = _with_portrait(piece, top, scene)
    reach = max(0.8 * size(top), (1.3 if place is piece.rect else PORTRAIT) * scene.body)
    return (
        -0.3 * size(top) <= gap(place, top.rect) <= reach
        and piece.rect.cy < top.rect.cy
        and shares(piece.rect, top.rect) > 0.6
        and _lines_up(piece.rect, top.rect, stack, scene.body)
    )


def _with_portrait(piece: Piece, top: Piece, scene: Scene) -> Rect:
    """The place of a name together with the portrait beside it, where a head follows below."""
    rect = piece.rect
    beside = (
        p
        for p in scene.pictures
        if -1 <= rect.left - p.right < PORTRAIT * scene.body
        and p.width < scene.region.column
        and p.top - scene.body < rect.top
        and rect.bottom < p.bottom < top.rect.top + scene.body
    )
    portrait = next(beside, None)
    return rect if portrait is None else rect.union(portrait)


def _lines_up(rect: Rect, top: Rect, stack: Sequence[Piece], body: float) -> bool:
    """Whether a line begins no farther left than a head, or both stand on one axis."""
    left = min(p.rect.left for p in stack)
    return rect.left >= left - 2 * body or abs(rect.cx - top.cx) < body


def _can_be_kicker(piece: Piece) -> bool:
    """Whether role, length and type allow it."""
    if piece.role in (Role.CAPTION, Role.CREDIT, Role.JUMP, Role.SUBHEAD, Role.BYLINE):
        return False
    if piece.chars > KICKER_CHARS or piece.lines > 2:
        return False
    return not piece.plain or (piece.lines == 1 and piece.ends.terminal)


def _ends_text(piece: Piece, top: Piece, scene: Scene) -> bool:
    """Whether a line is the last of the text above it, much nearer than the head below it."""
    step = 0.6 * (scene.leading - scene.body) + 1
    near = min(NEARER * gap(piece.rect, top.rect), 0.5 * scene.leading)
    return any(
        -2 <= gap(p.rect, piece.rect) < max(step, near)
        and p.role is Role.PARAGRAPH
        and p.block.container == piece.block.container
        and abs(p.rect.left - piece.rect.left) < scene.body
        for p in scene.pieces
    )


def _goes_below(piece: Piece, stack: Sequence[Piece], scene: Scene) -> bool:
    """Text between headline and body in type that is not the body's, or a byline."""
    if piece.role in (Role.CAPTION, Role.CREDIT, Role.JUMP):
        return False
    low = max(stack, key=lambda p: p.rect.bottom)
    if not _right_below(piece, low, scene):
        return False
    if piece.role is Role.BYLINE:
        return True
    if low.role is Role.BYLINE and piece.ratio < LARGER:
        return False
    return piece.chars <= DECK_CHARS and _looks_like_deck(piece, scene)


def _right_below(piece: Piece, low: Piece, scene: Scene) -> bool:
    """Whether a piece stands close under the lowest one of a head."""
    reach = 1.6 * max(size(piece), scene.body) + 0.15 * size(low)
    return (
        -0.3 * size(piece) <= gap(low.rect, piece.rect) <= reach
        and piece.rect.cy > low.rect.cy
        and (shares(piece.rect, low.rect) > 0.5 or _moved_deck(piece, low, scene))
        and not parted(low.rect, piece.rect, scene.rules)
    )


def _moved_deck(piece: Piece, low: Piece, scene: Scene) -> bool:
    """Whether a deck that begins with a dash is set to the right under its headline."""
    moved = low.rect.left < piece.rect.left < low.rect.right + scene.region.column
    return moved and piece.block.text.startswith(DASHES)


def _looks_like_deck(piece: Piece, scene: Scene) -> bool:
    """Whether a piece is set apart from the text below it, by size, dash or face."""
    if piece.block.text.startswith(DASHES):
        return True
    if _set_as_text(piece, scene):
        return False
    if piece.ratio > LARGER:
        return True
    special = piece.bold or piece.italic or not piece.own_family
    if not special or not 12 <= piece.chars < LEAD_CHARS or _is_lead(piece, scene):
        return False
    if piece.lines == 1 and piece.rect.width <= 1.4 * scene.region.column:
        return False
    return any(
        p.role is Role.PARAGRAPH
        and p.id != piece.id
        and 0 <= gap(piece.rect, p.rect) < 4 * scene.body
        and shares(p.rect, piece.rect) > 0.5
        for p in scene.pieces
    )


def _set_as_text(piece: Piece, scene: Scene) -> bool:
    """Whether the text below goes on in the very type of a piece: it is text, too."""
    return any(
        p.role is Role.PARAGRAPH
        and p.id != piece.id
        and p.lines >= piece.lines
        and 0 <= gap(piece.rect, p.rect) < 4 * scene.body
        and shares(p.rect, piece.rect) > 0.5
        and same_type(p, piece, 0.03)
        and p.italic == piece.italic
        for p in scene.pieces
    )


def _is_lead(piece: Piece, scene: Scene) -> bool:
    """A first paragraph in italic body type is text, not a deck; in bold it is one (chapô)."""
    return (
        piece.own_family
        and not piece.bold
        and 0.95 < piece.ratio < 1.05
        and piece.lines > 2
        and piece.rect.width < 1.2 * scene.region.column
        and piece.ends.terminal
    )


def _beside_deck(piece: Piece, stack: Sequence[Piece], body: float) -> bool:
    """Whether a piece stands level with a deck and is set like it: decks in columns."""
    top = max(p.ratio for p in stack)
    return any(
        p.ratio < 0.8 * top
        and p.role is not Role.BYLINE
        and abs(p.rect.top - piece.rect.top) < LEVEL * body
        and same_type(p, piece, 0.03)
        and -body < piece.rect.left - p.rect.right < 4 * body
        for p in stack
    )
