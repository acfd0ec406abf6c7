"""Captions and credits: what stands in, under or beside a picture."""

from convert.articles.columns import gap, shares, walled
from convert.articles.cues import is_byline, is_credit, is_shot, is_told
from convert.articles.pieces import Piece, look
from convert.articles.roles.labels import SUBHEAD_LINES, is_label, opens_column
from convert.articles.scene import Scene, is_tiny, within_width
from convert.articles.stands import count_columns
from convert.geometry import Rect
from convert.model import Role
from convert.typeface import DISPLAY

CAPTION_CHARS = 500
"""Characters of a caption at most."""
CAPTION_LINES = 14
"""Lines of a caption at most, however near its picture."""
INSIDE_CHARS = 200
"""The same for a caption that stands in its picture."""
SMALLER, HUGGED = 0.95, 0.5
"""A line set smaller than this, in multiples of the body size, is a caption even over a head
if it stands nearer to its picture than this share of its way to the head."""
SMALL_DISPLAY = 1.5
"""A caption may be set in type up to this size, in multiples of the body size."""
PLAIN_LINES = 5
"""Lines at most of a caption that is set like running text."""
STANDFIRST = 1.1
"""A deck is set larger than the body by this factor."""
STANDFIRST_LINES = 4
"""Lines of a deck over several columns at most."""
NEAR = 2.4
"""A caption stands this close under its picture, a credit on any side, in em."""
FAR = 7.0
"""A credit in Han (…/摄) may stand under a caption of some lines, in em."""
BESIDE = 1.8
"""A caption stands this close beside its picture, in em."""
BESIDE_SIZE = 1.15
"""It is set smaller than this, in multiples of the body size: larger type names the picture."""
SLIM = 0.85
"""A caption beside its picture is narrower than this share of a column."""
LINES_OVER = 2
"""Lines of a caption over its picture at most."""
LONGER = 1.1
"""A rule longer than a picture by this factor is not the picture's."""
ICON = 4.0
"""A picture smaller than so many square em has no caption."""
POINTERS = "▲▼◀▶△▽↑↓←→"
"""What points from a caption to its picture."""


def credit(piece: Piece, scene: Scene) -> Role | None:
    """Who took or drew a picture: by its words, on its edge, or in tiny type."""
    tilted = any(s.angle for line in piece.block.lines for s in line.spans)
    if tilted or (is_credit(piece.block.text) and piece.ratio < DISPLAY):
        in_han = piece.ends.cjk and not tilted and not is_byline(piece.block.text)
        reach = (FAR if in_han else NEAR) * scene.body
        close = is_shot(piece.block.text) or any(
            p.grow(reach, reach).intersect(piece.rect) for p in scene.pictures
        )
        return Role.CREDIT if close else (Role.OTHER if tilted else None)
    at_foot = (
        is_tiny(piece)
        and not is_told(piece.block.text)
        and not _is_sentence(piece.block.text)
        and any(
            _is_under(piece.rect, p, scene.body) or abs(piece.rect.bottom - p.bottom) < 1
            for p in scene.pictures
        )
    )
    return Role.CREDIT if at_foot else None


def _is_sentence(text: str) -> bool:
    """Whether a text ends with a full stop and says more than names."""
    return text.endswith(".") and sum(word[0].islower() for word in text.split()) > 1


def caption(piece: Piece, scene: Scene) -> Role | None:
    """What says what a picture shows."""
    if not _can_be_caption(piece) or (is_label(piece, scene) and not _hugs(piece, scene)):
        return None
    if piece.chars < INSIDE_CHARS and any(p.contains(piece.rect, 2) for p in scene.pictures):
        return Role.CAPTION
    if _stands_on_picture(piece, scene):
        return Role.CAPTION
    points = piece.block.text[:1] in POINTERS
    if not points and (_in_midst(piece) or _under_head(piece, scene)):
        return None
    if piece.ratio > STANDFIRST and _is_standfirst(piece, scene):
        return Role.DECK
    if points or not piece.plain:
        found = _at_picture(piece, scene) or (points and _points_up(piece, scene))
        return Role.CAPTION if found else None
    alone = piece.lines <= PLAIN_LINES and _stands_alone(piece, scene)
    return Role.CAPTION if alone and _under_picture(piece, scene) else None


def _stands_on_picture(piece: Piece, scene: Scene) -> bool:
    """Whether a line or two in other type than text and heads stand right over a picture.

    A short bold line there is its title; where a caption stands under the picture, this is none.
    """
    if piece.plain or piece.bold or piece.lines > LINES_OVER:
        return False
    above = scene.above(piece)
    if above is not None and gap(above.rect, piece.rect) < 0.5 * scene.leading:
        return False
    return any(
        0 <= p.top - piece.rect.bottom < BESIDE * scene.body
        and abs(p.left - piece.rect.left) < scene.body
        and piece.rect.right < p.right + scene.body
        and p.width > scene.region.column
        and not any(_tells_under(q, p, scene) for q in scene.pieces)
        for p in scene.pictures
    )


def _tells_under(piece: Piece, picture: Rect, scene: Scene) -> bool:
    """Whether a piece under a picture can be its caption; a credit is none."""
    return (
        not piece.plain
        and piece.ratio < DISPLAY
        and not is_credit(piece.block.text)
        and _is_under(piece.rect, picture, scene.body)
    )


def _hugs(piece: Piece, scene: Scene) -> bool:
    """Whether small type stands under a picture, much nearer to it than to what follows.

    A paper sets its labels in one face: what is set like another one is none the less a label.
    """
    below = scene.below(piece)
    if below is None or piece.ratio > SMALLER:
        return False
    space = gap(piece.rect, below.rect)
    hugs = any(
        -1 <= gap(p, piece.rect) < HUGGED * space and within_width(piece.rect, p, scene.body)
        for p in scene.pictures
    )
    return hugs and not any(
        p.id != piece.id and look(p) == look(piece) and is_label(p, scene) for p in scene.pieces
    )


def headless(piece: Piece, scene: Scene) -> Role | None:
    """A line of small display type in the middle under a picture that heads no text."""
    if not DISPLAY <= piece.ratio < SMALL_DISPLAY or piece.lines > 2:
        return None
    below = scene.below(piece)
    heads = (
        below is not None
        and gap(piece.rect, below.rect) < NEAR * scene.body
        and not scene.parted(piece.rect, below.rect)
    )
    under = any(
        -1 <= gap(p, piece.rect) <= NEAR * scene.body
        and abs(p.cx - piece.rect.cx) < scene.body
        and within_width(piece.rect, p, scene.body)
        for p in scene.pictures
        if not _is_icon(p, scene.body)
    )
    return Role.CAPTION if under and not heads else None


def _can_be_caption(piece: Piece) -> bool:
    """Whether length and type allow it."""
    short = 3 <= piece.chars <= CAPTION_CHARS and piece.lines <= CAPTION_LINES
    return short and piece.ratio < DISPLAY


def _at_picture(piece: Piece, scene: Scene) -> bool:
    return _under_picture(piece, scene) or any(
        _is_beside(piece, p, scene) for p in scene.pictures if not _is_icon(p, scene.body)
    )


def _points_up(piece: Piece, scene: Scene) -> bool:
    """Whether a picture hangs right over a line that points to it, however wide that is."""
    return any(
        -scene.body <= gap(p, piece.rect) <= NEAR * scene.body and shares(p, piece.rect) > 0.5
        for p in scene.pictures
        if not _is_icon(p, scene.body)
    )


def _under_picture(piece: Piece, scene: Scene) -> bool:
    return any(
        _is_under(piece.rect, p, scene.body) and not _ruled_off(piece.rect, p, scene)
        for p in scene.pictures
        if not _is_icon(p, scene.body)
    )


def _ruled_off(rect: Rect, picture: Rect, scene: Scene) -> bool:
    """Whether a rule longer than a picture parts it from what is below: no frame of its own."""
    return any(
        picture.bottom - 2 <= rule.cy <= rect.top + 2
        and rule.overlap_x(rect) > 0
        and rule.width > LONGER * picture.width
        for rule in scene.rules
    )


def _is_icon(picture: Rect, body: float) -> bool:
    return picture.area < ICON * body * body


def _is_under(rect: Rect, picture: Rect, body: float) -> bool:
    """Close below a picture and within its width."""
    return -body <= gap(picture, rect) <= NEAR * body and within_width(rect, picture, body)


def _is_beside(piece: Piece, picture: Rect, scene: Scene) -> bool:
    """Close beside a picture, its foot near the picture's, narrow, no rule between."""
    rect, body, column = piece.rect, scene.body, scene.region.column
    if piece.lines <= SUBHEAD_LINES and opens_column(piece, scene):
        return False
    close = any(
        -0.5 * body <= space <= BESIDE * body
        for space in (rect.left - picture.right, picture.left - rect.right)
    )
    like_text = piece.own_family and not piece.bold and piece.ratio > 0.93
    return (
        close
        and not like_text
        and piece.ratio < BESIDE_SIZE
        and rect.width < SLIM * column
        and rect.top >= picture.top - body
        and rect.bottom <= picture.bottom + 2 * body
        and not (rect.width > 0.55 * column and _walled(rect, picture, scene))
    )


def _walled(rect: Rect, picture: Rect, scene: Scene) -> bool:
    """Whether an upright rule stands between a text and a picture."""
    left, right = (picture, rect) if picture.cx < rect.cx else (rect, picture)
    return walled(left, right, scene.region.walls, 0.3)


def _stands_alone(piece: Piece, scene: Scene) -> bool:
    """Whether no text follows a piece closely: a gap or a rule sets it off."""
    below = scene.below(piece)
    return (
        below is None
        or gap(piece.rect, below.rect) > 0.8 * scene.leading
        or scene.parted(piece.rect, below.rect)
    )


def _is_standfirst(piece: Piece, scene: Scene) -> bool:
    """A line or two in larger type over several columns of text: a deck without its head."""
    texts = [
        p.rect
        for p in scene.pieces
        if 0 <= gap(piece.rect, p.rect) < 5 * scene.body
        and scene.is_text(p)
        and p.lines > 2
        and shares(p.rect, piece.rect) > 0.5
    ]
    wide = piece.rect.width > 1.2 * scene.region.column
    short = piece.lines <= STANDFIRST_LINES and not piece.ends.lower
    return wide and short and count_columns(texts, scene.body) > 1


def _in_midst(piece: Piece) -> bool:
    """Running text that begins or breaks off in the middle of a sentence."""
    return piece.plain and (piece.ends.lower or piece.ends.hyphen or not piece.ends.terminal)


def _under_head(piece: Piece, scene: Scene) -> bool:
    """Whether a headline stands right above a piece and flush with it: a teaser's words."""
    above = scene.above(piece)
    return (
        above is not None
        and above.ratio >= DISPLAY
        and gap(above.rect, piece.rect) < 0.8 * scene.body
        and abs(piece.rect.left - above.rect.left) < 0.5 * scene.body
    )
