"""Labels and subheads: short lines that name what stands below them.

Both give small heads the role of a kicker for the time being: what they head is
settled among their neighbours, in `convert.articles.heads`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from convert.articles.columns import gap
from convert.articles.cues import is_signature
from convert.articles.pieces import Piece
from convert.articles.scene import Scene
from convert.geometry import Rect
from convert.model import Role
from convert.typeface import DISPLAY

LABEL_CHARS = 60
"""Characters of a label at most; it has one line."""
SUBHEAD_LINES, SUBHEAD_CHARS = 3, 90
"""Lines and characters of a subhead at most."""
LARGER = 1.08
"""Type this much larger than the body, in multiples of it, is set apart from it."""
SMALLER = 0.85
"""A subhead is larger than this share of the text that it heads."""
HUNG = 2.5
"""A picture may begin this far above the foot of the label that hangs in its edge, in em."""
STEP = 2.2
"""A subhead stands this near to the text around it, in line distances."""
STOPS = (".", "。")
"""What ends a sentence and no subhead."""
LIKE_SUBHEAD_LINES = 4
"""Lines at most of what is a subhead by its face alone."""


def label(piece: Piece, scene: Scene) -> Role | None:
    """A line over a headline or a picture, unless it belongs to the text above it."""
    if piece.ratio >= DISPLAY:
        return None
    if _opens_box(piece, scene):
        return Role.KICKER
    if not (is_label(piece, scene) or _names_picture(piece, scene)):
        return None
    above = scene.above(piece)
    inside = (
        above is not None
        and scene.is_text(above)
        and gap(above.rect, piece.rect) < 0.8 * scene.leading
        and not scene.parted(above.rect, piece.rect)
        and not _hangs_on_rule(piece.rect, scene)
    )
    return None if inside else Role.KICKER


def _opens_box(piece: Piece, scene: Scene) -> bool:
    """Whether a bold line, larger than text, is the first thing in a box."""
    box = piece.block.container
    return (
        box is not None
        and piece.bold
        and piece.ratio > LARGER
        and piece.lines == 1
        and not any(
            p.block.container == box and p.rect.top < piece.rect.top
            for p in scene.pieces
            if p.id != piece.id
        )
    )


def is_label(piece: Piece, scene: Scene) -> bool:
    """A short line over a headline, or over the rule that hangs above a picture."""
    if piece.lines > 1 or piece.chars > LABEL_CHARS:
        return False
    return (
        _hangs_over_picture(piece.rect, scene)
        or _hangs_over_head(piece, scene)
        or _hangs_over_text(piece, scene)
    )


def _hangs_over_picture(rect: Rect, scene: Scene) -> bool:
    """Whether a rule underlines a place and a picture follows."""
    return _hangs_on_rule(rect, scene) and any(
        -HUNG * scene.body <= gap(rect, p) <= 2 * scene.body and p.overlap_x(rect) > 0
        for p in scene.pictures
    )


def _hangs_on_rule(rect: Rect, scene: Scene) -> bool:
    """Whether a rule much wider than a line runs right under it."""
    return any(
        -0.3 * scene.body <= rule.cy - rect.bottom <= 0.9 * scene.body
        and rule.overlap_x(rect) > 0.8 * rect.width
        and rule.width > 1.5 * rect.width
        for rule in scene.rules
    )


def _hangs_over_text(piece: Piece, scene: Scene) -> bool:
    """Whether a line in other type hangs on a rule and text follows."""
    below = scene.below(piece)
    return (
        not piece.plain
        and below is not None
        and (below.lines > 2 or (below.bold and not below.plain))
        and gap(piece.rect, below.rect) < 3 * scene.body
        and _hangs_on_rule(piece.rect, scene)
    )


def _hangs_over_head(piece: Piece, scene: Scene) -> bool:
    """Whether display type follows, flush with a piece."""
    below = scene.below(piece)
    return (
        below is not None
        and below.ratio >= DISPLAY
        and gap(piece.rect, below.rect) <= 1.6 * scene.body
        and abs(below.rect.left - piece.rect.left) < 2 * scene.body
    )


def _names_picture(piece: Piece, scene: Scene) -> bool:
    """A bold line right over a picture, flush with it and apart from the text above."""
    if piece.lines > 1 or piece.chars > LABEL_CHARS or not piece.bold:
        return False
    above = scene.above(piece)
    apart = above is None or gap(above.rect, piece.rect) > scene.leading
    return apart and any(
        -0.5 * scene.body <= gap(piece.rect, p) <= 1.5 * scene.body
        and abs(p.left - piece.rect.left) < scene.body
        for p in scene.pictures
    )


def opens_column(piece: Piece, scene: Scene) -> bool:
    """Whether text or a table begins right below a line and flush with it."""
    below = scene.below(piece)
    return (
        below is not None
        and gap(piece.rect, below.rect) < 1.6 * scene.leading
        and abs(below.rect.left - piece.rect.left) < scene.body
        and (below.role is Role.TABLE or below.lines > 2)
    )


def subhead(piece: Piece, scene: Scene) -> Role | None:
    """A short line in other type between lines of text of its column."""
    below = scene.below(piece)
    if below is None or not _can_be_subhead(piece, below):
        return None
    if below.role is Role.TABLE or _is_head_under(piece, below, scene):
        return Role.KICKER
    if not (scene.is_text(below) or (scene.is_small_print(below) and piece.bold)):
        return None
    above = scene.above(piece, column=below)
    if above is not None and _closes(piece, above, below, scene):
        return Role.PARAGRAPH
    if above is not None and not above.plain and is_signature(above.block.text):
        return Role.KICKER
    if not _heads(piece, below, scene):
        return None
    return Role.SUBHEAD if _goes_on(above, piece, scene) else Role.KICKER


def _can_be_subhead(piece: Piece, below: Piece) -> bool:
    """Whether length and type allow it: other type than the body's and no smaller."""
    short = piece.lines <= SUBHEAD_LINES and piece.chars <= SUBHEAD_CHARS
    other = piece.bold or not piece.own_family or piece.ratio > LARGER
    return short and other and SMALLER * min(below.ratio, 1.0) < piece.ratio < DISPLAY


def _is_head_under(piece: Piece, below: Piece, scene: Scene) -> bool:
    """Whether the line right under a label is a small head: larger, in a face that text has not."""
    return (
        piece.lines == 1
        and below.lines <= SUBHEAD_LINES
        and not below.plain
        and (below.bold or not below.own_family)
        and below.ratio > max(LARGER, LARGER * piece.ratio)
        and gap(piece.rect, below.rect) < scene.leading
        and abs(below.rect.left - piece.rect.left) < scene.body
    )


def _heads(piece: Piece, below: Piece, scene: Scene) -> bool:
    """Whether the text below follows closely and is no narrower."""
    close = gap(piece.rect, below.rect) <= STEP * scene.leading
    return close and piece.rect.right <= below.rect.right + scene.body


def _goes_on(above: Piece | None, piece: Piece, scene: Scene) -> bool:
    """Whether a piece stands in a text that began above it."""
    return (
        above is not None
        and (scene.is_text(above) or (above.plain and above.ends.terminal))
        and gap(above.rect, piece.rect) < STEP * scene.leading
        and not scene.parted(above.rect, piece.rect)
    )


def _closes(piece: Piece, above: Piece, below: Piece, scene: Scene) -> bool:
    """Whether a line in other type ends the text above it: what follows is ruled off."""
    return (
        scene.is_text(above)
        and gap(above.rect, piece.rect) < 0.8 * (scene.leading - scene.body) + 1
        and scene.parted(piece.rect, below.rect)
    )


def like_subheads(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """A caption in the very type of the subheads is one that stands under a picture.

    What ends with a full stop, as no subhead does, says what is to be seen.
    """
    faces = Counter(_face(p) for p in pieces if p.role is Role.SUBHEAD)
    return tuple(
        replace(p, role=Role.SUBHEAD)
        if p.role is Role.CAPTION
        and p.lines <= LIKE_SUBHEAD_LINES
        and not p.block.text.endswith(STOPS)
        and faces[_face(p)] > 1
        else p
        for p in pieces
    )


def _face(piece: Piece) -> tuple[str, bool, bool, int, float]:
    return piece.family, piece.bold, piece.italic, piece.color, round(piece.ratio, 1)
