"""Who wrote: bylines over a text, names in small type, signatures under it."""

from collections.abc import Sequence

from convert.articles.columns import gap, shares
from convert.articles.cues import is_bracketed_name, is_byline, is_han_name, is_name, is_signature
from convert.articles.pieces import Piece, look
from convert.articles.roles.labels import is_label
from convert.articles.scene import Scene
from convert.geometry import Rect
from convert.model import Role
from convert.typeface import DISPLAY

BYLINE_LINES, BYLINE_CHARS = 4, 130
"""Lines and characters of a byline at most."""
NAME_CHARS = 60
"""Characters at most of a name without "by"."""
NAME_SIZE, HAN_NAME_SIZE = 1.05, 1.2
"""Names are set no larger than this, in multiples of the body size."""
ONE_NAME_SIZE, ONE_NAME_WORDS = 1.2, 4
"""One name in a face of its own may be larger; words of such a name at most."""
NEAR = 3.0
"""A name stands this near to its head above and its text below, in em."""
IN_LINE = 14.0
"""A name in Han may stand this far to the right of its head, in em."""
PORTRAYED_LINES, LARGER = 2, 1.2
"""Lines of a name at a portrait at most; the headline is larger than it by this factor."""
PORTRAIT = 13.0
"""The portrait of a writer is no wider and no higher, in em."""
SIGNED_LINES = 8
"""Lines of a signature at most: name, office and place."""
SIGNED_SIZE = 1.2
"""A signature is set no larger than this, in multiples of the body size."""
SIGNED_STEP = 1.6
"""A signature follows its text this closely, in line distances; other text does not."""
ASIDE = 2.0
"""What begins this far to the right of the text's edge is set aside from it, in em."""


def byline(piece: Piece, _: Scene) -> Role | None:
    """Words that say who wrote ("by …", 本报记者 …)."""
    short = piece.lines <= BYLINE_LINES and piece.chars <= BYLINE_CHARS
    return Role.BYLINE if short and is_byline(piece.block.text) else None


def named(piece: Piece, scene: Scene) -> Role | None:
    """A line of names in small type between a head and its text (NAME / PLACE)."""
    if piece.lines > 1 or piece.plain or piece.chars > NAME_CHARS:
        return None
    if piece.ends.cjk:
        found = _is_han_byline(piece, scene)
    else:
        found = _is_name_line(piece, scene) and (
            _text_follows(piece, scene) or _stands_under_head(piece, scene)
        )
    return Role.BYLINE if found else None


def _stands_under_head(piece: Piece, scene: Scene) -> bool:
    """Whether a name ends a head whose text stands beside it: nothing follows closely."""
    below = scene.below(piece)
    alone = below is None or gap(piece.rect, below.rect) > NEAR * scene.body
    return alone and not piece.block.text.isupper() and is_name(piece.block.text)


def _text_follows(piece: Piece, scene: Scene) -> bool:
    """Whether running text begins under a name, or under one more line: who the writer is."""
    below = scene.below(piece)
    if below is not None and below.lines == 1 and not scene.is_text(below) and not below.plain:
        piece, below = below, scene.below(below)
    return (
        below is not None
        and scene.is_text(below)
        and gap(piece.rect, below.rect) <= NEAR * scene.body
    )


def _is_han_byline(piece: Piece, scene: Scene) -> bool:
    """Whether a piece is as short as a name in Han, and a headline stands over it."""
    near = NEAR * scene.body
    return (
        piece.ratio <= HAN_NAME_SIZE
        and is_han_name(piece.block.text)
        and any(_heads_name(p, piece, scene.body) for p in scene.pieces)
        and not _stands_on_text(piece, scene)
        and any(
            -2 <= gap(piece.rect, p.rect) <= near
            and p.rect.overlap_x(piece.rect) > -near
            and scene.is_text(p)
            for p in scene.pieces
        )
    )


def _stands_on_text(piece: Piece, scene: Scene) -> bool:
    """Whether running text of its column ends right above a piece: it is a subhead there."""
    above = scene.above(piece)
    return (
        above is not None and scene.is_text(above) and gap(above.rect, piece.rect) < scene.leading
    )


def _heads_name(head: Piece, name: Piece, body: float) -> bool:
    """Whether a headline stands right above a name, or before it in its row."""
    if head.ratio < DISPLAY or head.block.container != name.block.container:
        return False
    space = name.rect.left - head.rect.right
    before = head.rect.overlap_y(name.rect) > 0 and -body < space
    over = 0 <= gap(head.rect, name.rect) + body < 4 * body
    return (before and space < IN_LINE * body) or (
        over
        and name.rect.left < head.rect.right + IN_LINE * body
        and name.rect.right > head.rect.left
    )


def _is_name_line(piece: Piece, scene: Scene) -> bool:
    """Whether a piece names people in capitals' script, right under a head."""
    above = scene.above(piece)
    return (
        above is not None
        and gap(above.rect, piece.rect) <= NEAR * scene.body
        and (piece.ratio <= NAME_SIZE or _is_one_name(piece))
        and (above.ratio >= DISPLAY or (above.lines <= 4 and not above.plain))
        and is_signature(piece.block.text)
    )


def portrayed(piece: Piece, scene: Scene) -> Role | None:
    """The label and the name at the portrait of a columnist, whose headline follows."""
    if piece.lines > PORTRAYED_LINES or piece.plain or piece.chars > NAME_CHARS:
        return None
    portrait = next((p for p in scene.pictures if _is_portrait_of(piece, p, scene)), None)
    if portrait is None or not any(_heads(p, piece, portrait, scene.body) for p in scene.pieces):
        return None
    if _is_named(piece, portrait, scene):
        return Role.BYLINE
    below = scene.below(piece)
    over_name = below is not None and _is_named(below, portrait, scene)
    return Role.KICKER if piece.block.text.isupper() or over_name else None


def _is_named(piece: Piece, portrait: Rect, scene: Scene) -> bool:
    """Whether a line is a name under a portrait or, beside it, under a label.

    Without one the name is part of the column's title.
    """
    above = scene.above(piece)
    labelled = (
        above is not None
        and above.lines == 1
        and gap(above.rect, piece.rect) < NEAR * scene.body
        and (above.block.text.isupper() or piece.ratio >= DISPLAY)
    )
    under = piece.rect.top > portrait.cy and portrait.overlap_x(piece.rect) > 0
    name = piece.block.text
    return len(name.split()) <= ONE_NAME_WORDS and is_name(name) and (under or labelled)


def _is_portrait_of(piece: Piece, picture: Rect, scene: Scene) -> bool:
    """Whether a small picture stands right over, under or beside a line."""
    if max(picture.width, picture.height) > PORTRAIT * scene.body:
        return False
    if picture.overlap_x(piece.rect) > 0.5 * min(picture.width, piece.rect.width):
        space = max(gap(picture, piece.rect), gap(piece.rect, picture))
        return -scene.body < space < NEAR * scene.body
    beside = max(piece.rect.left - picture.right, picture.left - piece.rect.right)
    level = picture.overlap_y(piece.rect) > 0.5 * piece.rect.height
    return level and -scene.body < beside < NEAR * scene.body


def _heads(head: Piece, name: Piece, portrait: Rect, body: float) -> bool:
    """Whether a headline follows closely under a portrait and the name at it."""
    both = portrait.union(name.rect)
    return (
        head.ratio >= max(DISPLAY, LARGER * name.ratio)
        and head.block.container == name.block.container
        and -body < gap(both, head.rect) < NEAR * body + name.rect.height
        and shares(head.rect, both) > 0.5
    )


def _is_one_name(piece: Piece) -> bool:
    """Whether a piece is a name and perhaps a place, in other type than the text."""
    name, *place = piece.block.text.split("/")
    return (
        not piece.own_family
        and piece.ratio <= ONE_NAME_SIZE
        and len(name.split()) <= ONE_NAME_WORDS
        and (is_name(name) or bool(place))
    )


def signature(piece: Piece, scene: Scene) -> Role | None:
    """Who signed, below the last line of a text: in brackets, in other type, to the right."""
    if piece.lines > SIGNED_LINES or piece.ratio > SIGNED_SIZE:
        return None
    above = scene.above(piece)
    if above is None or not _ends_text(piece, above, scene):
        return None
    if is_bracketed_name(piece.block.text):
        return Role.BYLINE
    aside = piece.rect.left > above.rect.left + ASIDE * scene.body
    if piece.plain and (piece.lines > 1 or not aside):
        return None
    if not piece.plain and aside and piece.lines == 1 and _is_flush_right(piece, above, scene):
        return Role.BYLINE
    found = is_signature(piece.block.text) and not is_label(piece, scene)
    return Role.BYLINE if found else None


def _is_flush_right(piece: Piece, above: Piece, scene: Scene) -> bool:
    """Whether a few words end at the right edge of the text above them: who signed it."""
    words = piece.block.text
    return (
        abs(piece.rect.right - above.rect.right) < scene.body
        and len(words.split()) <= ONE_NAME_WORDS
        and any(map(str.isalpha, words))
        and not words.endswith(("?", "!", ":"))
    )


def _ends_text(piece: Piece, above: Piece, scene: Scene) -> bool:
    """Whether a piece closes the text above it and opens none below."""
    step = SIGNED_STEP * scene.leading
    space = gap(above.rect, piece.rect)
    if not (scene.is_text(above) and above.ends.terminal and space <= step):
        return False
    if scene.parted(above.rect, piece.rect):
        return False
    below = scene.below(piece)
    if below is None:
        return True
    under = gap(piece.rect, below.rect)
    return under >= space and not (scene.is_text(below) and under < step)


def of_writer(piece: Piece, bylines: Sequence[Piece], body: float) -> Role | None:
    """A line right below a byline, in type no larger, says what the writer is."""
    if piece.lines > 1 or piece.chars >= NAME_CHARS or piece.own_family:
        return None
    if piece.role not in (Role.OTHER, Role.KICKER, Role.SUBHEAD, Role.PARAGRAPH, Role.CAPTION):
        return None
    under = any(
        -2 <= gap(b.rect, piece.rect) < 0.6 * body
        and abs(piece.rect.left - b.rect.left) < body
        and (piece.family == b.family or piece.ratio <= b.ratio)
        for b in bylines
    )
    beside = any(
        abs(b.rect.cy - piece.rect.cy) < 0.2 * body
        and 0 <= piece.rect.left - b.rect.right < 1.5 * body
        and look(piece) == look(b)
        for b in bylines
    )
    return Role.BYLINE if under or beside else None
