"""What every block is for, from its type, its place and its words.

RULES is the visible order of the questions; the first that is answered decides. What a
headline is to its neighbours (kicker, deck) is settled in `convert.articles.heads`.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from convert.articles.columns import shares
from convert.articles.cues import (
    is_byline,
    is_credit,
    is_han_name,
    is_jump,
    is_shot,
    is_signature,
)
from convert.articles.flow import continuity
from convert.articles.pieces import Piece
from convert.articles.weights import Flow
from convert.geometry import Rect
from convert.model import Region, Role
from convert.typeface import DISPLAY

HEAD_CHARS = 220
"""A longer piece of display type is no headline."""
CAPTION_CHARS = 500
STANDFIRST = 1.1
"""A deck is set larger than the body by this factor."""
CAPTION_LINES = 14
"""A longer piece is no caption, however near its picture."""
RUNS_ON = 1.4
"""Text must read on this well over a pull quote: in the midst of a sentence."""
QUOTE_FLOW = 0.8
"""The same where the quote stands in quotation marks."""
OPENING = "“„«»\"'‘‚「『"
NEAR = 2.4
TINY = 0.75
"""One line this small under a picture is its credit, in multiples of the body size."""
"""A caption stands this close to its picture, in em."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A region with its measured pieces: what the questions look at."""

    region: Region
    pieces: Sequence[Piece]
    pictures: tuple[Rect, ...]
    text_width: float
    """Body text narrower than this share of a column is suspicious, in points."""

    def above(self, piece: Piece) -> Piece | None:
        """The nearest piece above in the same column and container."""
        return self._nearest(piece, -1)

    def below(self, piece: Piece) -> Piece | None:
        """The nearest piece below in the same column and container."""
        return self._nearest(piece, 1)

    def _nearest(self, piece: Piece, way: int) -> Piece | None:
        found, best = None, 1e9
        for other in self.pieces:
            if other.id == piece.id or other.block.container != piece.block.container:
                continue
            if way * (other.rect.cy - piece.rect.cy) <= 0:
                continue
            if shares(other.rect, piece.rect) < 0.4:
                continue
            gap = (
                other.rect.top - piece.rect.bottom
                if way > 0
                else piece.rect.top - other.rect.bottom
            )
            if gap < best:
                found, best = other, gap
        return found


Question = Callable[[Piece, Scene], Role | None]


def assign_roles(region: Region, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with their roles."""
    scene = Scene(
        region=region,
        pieces=pieces,
        pictures=tuple(
            _with_credit(p.rect, pieces, region.body)
            for p in region.pictures
            if p.rect.area < 0.8 * region.width * region.height
        ),
        text_width=0.45 * region.column,
    )
    asked = tuple(replace(p, role=_ask(p, scene)) for p in pieces)
    asked = _like_subheads(asked)
    quotes = [p for p in asked if p.role is Role.QUOTE]
    bylines = [p for p in asked if p.role is Role.BYLINE]
    return tuple(
        replace(p, role=Role.QUOTE)
        if p.lines <= 3 and p.chars < 90 and _signs(p, quotes, region.body)
        else replace(p, role=Role.BYLINE)
        if p.lines == 1 and p.chars < 60 and _goes_with(p, bylines, region.body)
        else p
        for p in asked
    )


def _like_subheads(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """A caption in the very type of the subheads is one that stands under a picture."""
    faces = Counter(_face(p) for p in pieces if p.role is Role.SUBHEAD)
    return tuple(
        replace(p, role=Role.SUBHEAD)
        if p.role is Role.CAPTION and p.lines <= 4 and faces[_face(p)] > 1
        else p
        for p in pieces
    )


def _face(piece: Piece) -> tuple[str, bool, bool, int, float]:
    return piece.family, piece.bold, piece.italic, piece.color, round(piece.ratio, 1)


def _with_credit(picture: Rect, pieces: Sequence[Piece], body: float) -> Rect:
    """A picture with the tiny credit line that hangs under it: its caption comes next."""
    for piece in pieces:
        if (
            piece.ratio < TINY
            and piece.lines == 1
            and piece.chars <= 70
            and -1 <= piece.rect.top - picture.bottom <= 1.2 * body
            and piece.rect.left >= picture.left - body
            and piece.rect.right <= picture.right + body
        ):
            return Rect(picture.left, picture.top, picture.right, piece.rect.bottom)
    return picture


def _goes_with(piece: Piece, bylines: Sequence[Piece], body: float) -> bool:
    """A line right below a byline in the same small type says what the writer is."""
    return piece.role in (Role.OTHER, Role.KICKER, Role.SUBHEAD, Role.PARAGRAPH) and any(
        -2 <= piece.rect.top - b.rect.bottom < 0.6 * body
        and abs(piece.rect.left - b.rect.left) < body
        and piece.family == b.family
        and not piece.own_family
        for b in bylines
    )


def _signs(piece: Piece, quotes: Sequence[Piece], body: float) -> bool:
    """A short line right below a pull quote says whose words they are."""
    return piece.role in (Role.KICKER, Role.SUBHEAD, Role.OTHER, Role.BYLINE) and any(
        -2 <= piece.rect.top - q.rect.bottom < 1.5 * body and shares(piece.rect, q.rect) > 0.5
        for q in quotes
    )


def _ask(piece: Piece, scene: Scene) -> Role:
    for question in RULES:
        role = question(piece, scene)
        if role is not None:
            return role
    return Role.OTHER


def _table(piece: Piece, _: Scene) -> Role | None:
    return Role.TABLE if piece.role is Role.TABLE else None


def _jump(piece: Piece, _: Scene) -> Role | None:
    return Role.JUMP if is_jump(piece.block.text) else None


def _credit(piece: Piece, scene: Scene) -> Role | None:
    tilted = any(s.angle for line in piece.block.lines for s in line.spans)
    if tilted or (is_credit(piece.block.text) and piece.ratio < DISPLAY):
        close = any(_touches(piece.rect, p, scene.region.body) for p in scene.pictures)
        close = close or is_shot(piece.block.text)
        return Role.CREDIT if close else (Role.OTHER if tilted else None)
    tiny = piece.ratio < TINY and piece.lines == 1 and piece.chars <= 70
    body = scene.region.body
    if tiny and any(
        _is_under(piece.rect, p, body) or abs(piece.rect.bottom - p.bottom) < 1
        for p in scene.pictures
    ):
        return Role.CREDIT
    return None


def _display(piece: Piece, _: Scene) -> Role | None:
    if piece.ratio < DISPLAY:
        return None
    if not any(c.isalpha() for c in piece.block.text):
        return Role.OTHER
    if piece.chars > HEAD_CHARS:
        return Role.PARAGRAPH if piece.lines > 5 else Role.DECK
    return Role.HEADLINE


def _quote(piece: Piece, scene: Scene) -> Role | None:
    """Display type inside a column whose text reads on below it: a pull quote."""
    if piece.ratio < DISPLAY or piece.chars > CAPTION_CHARS or piece.against:
        return None
    if piece.ends.cjk and not _is_said(piece, scene):
        return None
    columns = votes = 0
    for above in scene.pieces:
        if not _is_text(above, scene) or above.rect.bottom > piece.rect.top + 2:
            continue
        if above.lines < 2 or not above.own_family:
            continue
        if above.rect.overlap_x(piece.rect) < 0.5 * above.rect.width:
            continue
        if piece.rect.top - above.rect.bottom > 5 * scene.region.body:
            continue
        below = _under(above, piece, scene)
        if below is None or below.rect.top - piece.rect.bottom > 8 * scene.region.body:
            continue
        columns += 1
        wide = piece.rect.width > 1.4 * above.rect.width
        ruled = _ruled(above.rect, piece.rect, scene.region)
        if ruled and not _ruled(piece.rect, below.rect, scene.region):
            return None
        needed = QUOTE_FLOW if piece.block.text[:1] in OPENING and not wide else RUNS_ON
        votes += continuity(above.ends, below.ends, Flow()) >= needed
    return Role.QUOTE if columns and votes == columns else None


def _is_said(piece: Piece, scene: Scene) -> bool:
    """Whether the running text says what the piece says: Han gives few other signs."""
    words = piece.block.text
    grams = [words[i : i + 3] for i in range(len(words) - 2)]
    text = "".join(p.block.text for p in scene.pieces if _is_text(p, scene))
    return len(grams) > 6 and sum(g in text for g in grams) > 0.6 * len(grams)


def _under(above: Piece, quote: Piece, scene: Scene) -> Piece | None:
    """The text that stands below a quote in the column of `above`."""
    found = [
        p
        for p in scene.pieces
        if p.rect.top > quote.rect.cy
        and _is_text(p, scene)
        and abs(p.ratio - above.ratio) < 0.1
        and shares(p.rect, above.rect) > 0.6
        and p.block.container == above.block.container
    ]
    return min(found, key=lambda p: p.rect.top) if found else None


def _byline(piece: Piece, _: Scene) -> Role | None:
    if piece.lines <= 4 and piece.chars <= 130 and is_byline(piece.block.text):
        return Role.BYLINE
    return None


def _named(piece: Piece, scene: Scene) -> Role | None:
    """A line of names in small type between a head and its text (NAME / PLACE)."""
    if piece.lines > 1 or piece.ratio > 1.2 or piece.plain or piece.chars > 60:
        return None
    below, body = scene.below(piece), scene.region.body
    if below is None or not _is_text(below, scene) or below.rect.top - piece.rect.bottom > 3 * body:
        return None
    if piece.ends.cjk:
        headed = any(_heads_name(p, piece, body) for p in scene.pieces)
        return Role.BYLINE if headed and is_han_name(piece.block.text) else None
    above = scene.above(piece)
    if above is None or piece.rect.top - above.rect.bottom > 3 * body or piece.ratio > 1.05:
        return None
    if above.ratio < DISPLAY and not (above.lines <= 4 and not above.plain):
        return None
    return Role.BYLINE if is_signature(piece.block.text) else None


def _heads_name(head: Piece, name: Piece, body: float) -> bool:
    """Whether a headline stands right above a name, or before it in its row."""
    if head.ratio < DISPLAY or head.block.container != name.block.container:
        return False
    before = head.rect.overlap_y(name.rect) > 0 and -body < name.rect.left - head.rect.right
    over = 0 <= name.rect.top - head.rect.bottom + body < 4 * body
    return (before and name.rect.left - head.rect.right < 14 * body) or (
        over and name.rect.left < head.rect.right + 14 * body and name.rect.right > head.rect.left
    )


def _signature(piece: Piece, scene: Scene) -> Role | None:
    """Who signed, below the last line of a text and in other type or to the right."""
    if piece.lines > 8 or piece.ratio > 1.15 or (piece.plain and piece.lines > 1):
        return None
    above, below = scene.above(piece), scene.below(piece)
    step = 1.6 * scene.region.leading
    if above is None or not _is_text(above, scene) or not above.ends.terminal:
        return None
    if piece.rect.top - above.rect.bottom > step or _ruled(above.rect, piece.rect, scene.region):
        return None
    if below is not None and _is_text(below, scene) and below.rect.top - piece.rect.bottom < step:
        return None
    if _is_label(piece, scene) or (
        below is not None
        and below.rect.top - piece.rect.bottom < piece.rect.top - above.rect.bottom
    ):
        return None
    aside = piece.rect.left > above.rect.left + 2 * scene.region.body
    if piece.plain and not aside:
        return None
    return Role.BYLINE if is_signature(piece.block.text) else None


def _caption(piece: Piece, scene: Scene) -> Role | None:
    if not _can_be_caption(piece) or _is_label(piece, scene):
        return None
    body = scene.region.body
    if any(p.contains(piece.rect, 2) for p in scene.pictures) and piece.chars < 200:
        return Role.CAPTION
    marked = piece.block.text[:1] in "▲▼◀▶△▽↑↓←→"
    if not marked and (_in_midst(piece) or _under_head(piece, scene)):
        return None
    if piece.ratio > STANDFIRST and _is_standfirst(piece, scene):
        return Role.DECK
    for picture in scene.pictures:
        if picture.area < 4 * body * body:
            continue
        if _is_under(piece.rect, picture, body) or _is_beside(piece, picture, scene):
            if not piece.plain or marked:
                return Role.CAPTION
            follow = scene.below(piece)
            alone = (
                follow is None
                or follow.rect.top - piece.rect.bottom > 0.8 * scene.region.leading
                or _ruled(piece.rect, follow.rect, scene.region)
            )
            if alone and piece.lines <= 5 and _is_under(piece.rect, picture, body):
                return Role.CAPTION
    return None


def _can_be_caption(piece: Piece) -> bool:
    """Whether length and type allow it."""
    short = 3 <= piece.chars <= CAPTION_CHARS and piece.lines <= CAPTION_LINES
    return short and piece.ratio < DISPLAY


def _is_standfirst(piece: Piece, scene: Scene) -> bool:
    """A line or two in larger type over several columns of text: a deck without its head."""
    body = scene.region.body
    columns = {
        round(p.rect.left / body)
        for p in scene.pieces
        if 0 <= p.rect.top - piece.rect.bottom < 5 * body
        and _is_text(p, scene)
        and p.lines > 2
        and shares(p.rect, piece.rect) > 0.5
    }
    return len(columns) > 1 and piece.lines <= 4 and piece.rect.width > 1.2 * scene.region.column


def _in_midst(piece: Piece) -> bool:
    """Running text that begins or breaks off in the middle of a sentence."""
    return piece.plain and (piece.ends.lower or piece.ends.hyphen or not piece.ends.terminal)


def _under_head(piece: Piece, scene: Scene) -> bool:
    """Whether a headline stands right above a piece and flush with it: a teaser's words."""
    above = scene.above(piece)
    return (
        above is not None
        and above.ratio >= DISPLAY
        and piece.rect.top - above.rect.bottom < 0.8 * scene.region.body
        and abs(piece.rect.left - above.rect.left) < 0.5 * scene.region.body
    )


def _is_label(piece: Piece, scene: Scene) -> bool:
    """A short line over a headline, or over the rule that hangs above a picture."""
    body = scene.region.body
    if piece.lines > 1 or piece.chars > 60:
        return False
    hung = any(
        rule.horizontal
        and -0.3 * body <= rule.rect.cy - piece.rect.bottom <= 0.9 * body
        and rule.rect.overlap_x(piece.rect) > 0.8 * piece.rect.width
        and rule.rect.width > 1.5 * piece.rect.width
        for rule in scene.region.separators
    )
    if hung and any(
        -1.2 * body <= p.top - piece.rect.bottom <= 2 * body and p.overlap_x(piece.rect) > 0
        for p in scene.pictures
    ):
        return True
    below = scene.below(piece)
    return (
        below is not None
        and below.ratio >= DISPLAY
        and below.rect.top - piece.rect.bottom <= 1.6 * body
        and abs(below.rect.left - piece.rect.left) < 2 * body
    )


def _names_picture(piece: Piece, scene: Scene) -> bool:
    """A bold line right over a picture, flush with it and apart from the text above."""
    body = scene.region.body
    if piece.lines > 1 or piece.chars > 60 or not piece.bold:
        return False
    above = scene.above(piece)
    apart = above is None or piece.rect.top - above.rect.bottom > scene.region.leading
    return apart and any(
        -0.5 * body <= p.top - piece.rect.bottom <= 1.5 * body
        and abs(p.left - piece.rect.left) < body
        for p in scene.pictures
    )


def _label(piece: Piece, scene: Scene) -> Role | None:
    if piece.ratio >= DISPLAY or not (_is_label(piece, scene) or _names_picture(piece, scene)):
        return None
    above = scene.above(piece)
    inside = (
        above is not None
        and _is_text(above, scene)
        and piece.rect.top - above.rect.bottom < 0.8 * scene.region.leading
        and not _ruled(above.rect, piece.rect, scene.region)
    )
    return None if inside else Role.KICKER


def _touches(rect: Rect, picture: Rect, body: float) -> bool:
    return picture.grow(NEAR * body, NEAR * body).intersect(rect) is not None


def _is_under(rect: Rect, picture: Rect, body: float) -> bool:
    """Close below a picture and within its width."""
    return (
        -body <= rect.top - picture.bottom <= NEAR * body
        and rect.left >= picture.left - body
        and rect.right <= picture.right + body
    )


def _walled(rect: Rect, picture: Rect, region: Region) -> bool:
    """Whether an upright rule stands between a text and a picture."""
    left, right = (picture, rect) if picture.cx < rect.cx else (rect, picture)
    return any(
        not s.horizontal
        and left.right - 3 <= s.rect.cx <= right.left + 3
        and s.rect.overlap_y(rect) > 0.3 * rect.height
        for s in region.separators
    )


def _is_beside(piece: Piece, picture: Rect, scene: Scene) -> bool:
    """Close beside a picture, its foot near the picture's, narrow, no rule between."""
    region = scene.region
    rect, body = piece.rect, region.body
    if piece.lines == 1 and _opens_column(piece, scene):
        return False
    left_gap, right_gap = rect.left - picture.right, picture.left - rect.right
    return (
        (-0.5 * body <= left_gap <= 1.8 * body or -0.5 * body <= right_gap <= 1.8 * body)
        and rect.width < 0.85 * region.column
        and rect.top >= picture.top - body
        and rect.bottom <= picture.bottom + 2 * body
        and not (piece.own_family and not piece.bold and piece.ratio > 0.93)
        and not (rect.width > 0.55 * region.column and _walled(rect, picture, region))
    )


def _opens_column(piece: Piece, scene: Scene) -> bool:
    """Whether text or a table begins right below a line and flush with it."""
    below, body = scene.below(piece), scene.region.body
    return (
        below is not None
        and below.rect.top - piece.rect.bottom < 1.6 * scene.region.leading
        and abs(below.rect.left - piece.rect.left) < body
        and (below.role is Role.TABLE or below.lines > 2)
    )


def _subhead(piece: Piece, scene: Scene) -> Role | None:
    """A short line in other type between lines of text of its column."""
    if piece.lines > 3 or piece.chars > 90 or piece.ratio >= DISPLAY:
        return None
    if not (piece.bold or not piece.own_family or piece.ratio > 1.08):
        return None
    above, below = scene.above(piece), scene.below(piece)
    if below is None or piece.ratio <= 0.85 * min(below.ratio, 1.0):
        return None
    if below.role is not Role.TABLE and not (
        _is_text(below, scene) or (_small(below, scene) and piece.bold)
    ):
        return None
    if below.role is Role.TABLE:
        return Role.KICKER
    if above is not None and _closes(piece, above, below, scene):
        return Role.PARAGRAPH
    if above is not None and not above.plain and is_signature(above.block.text):
        return Role.KICKER
    step = scene.region.leading * 2.2
    if below.rect.top - piece.rect.bottom > step or piece.rect.right > (
        below.rect.right + scene.region.body
    ):
        return None
    if (
        above is not None
        and _is_text(above, scene)
        and piece.rect.top - above.rect.bottom < step
        and not _ruled(above.rect, piece.rect, scene.region)
    ):
        return Role.SUBHEAD
    return Role.KICKER  # a small head: settled among its neighbours


def _closes(piece: Piece, above: Piece, below: Piece, scene: Scene) -> bool:
    """Whether a line in other type ends the text above it: what follows is ruled off."""
    return (
        _is_text(above, scene)
        and piece.rect.top - above.rect.bottom
        < 0.8 * (scene.region.leading - scene.region.body) + 1
        and _ruled(piece.rect, below.rect, scene.region)
    )


def _ruled(upper: Rect, lower: Rect, region: Region) -> bool:
    return any(
        rule.horizontal
        and upper.bottom - 2 <= rule.rect.cy <= lower.top + 2
        and rule.rect.overlap_x(lower) > 0
        for rule in region.separators
    )


def _is_text(piece: Piece, scene: Scene) -> bool:
    return (
        0.82 < piece.ratio < 1.22
        and piece.rect.width > scene.text_width
        and (piece.lines >= 2 or piece.chars > 25)
    )


def _paragraph(piece: Piece, scene: Scene) -> Role | None:
    if not 0.82 < piece.ratio < DISPLAY:
        return None
    wide = piece.rect.width > scene.text_width
    if piece.lines >= 3 or (wide and piece.chars > 12) or _is_tail(piece, scene):
        return Role.PARAGRAPH
    return None


def _is_tail(piece: Piece, scene: Scene) -> bool:
    """A last short line of running text, cut off by a subhead, a quote or a column's end."""
    if not piece.plain or piece.lines > 1:
        return False
    step = 2.2 * scene.region.leading
    return any(
        near is not None
        and abs(near.rect.left - piece.rect.left) < 2.6 * scene.region.body
        and max(near.rect.top - piece.rect.bottom, piece.rect.top - near.rect.bottom) < step
        and (_is_text(near, scene) or near.lines == 1)
        for near in (scene.above(piece), scene.below(piece))
    )


def _small(piece: Piece, scene: Scene) -> Role | None:
    """Small print in paragraphs is text too: listings, notices, imprints."""
    if piece.ratio <= 0.82 and piece.lines >= 4 and piece.rect.width > scene.text_width:
        return Role.PARAGRAPH
    return None


RULES: Sequence[Question] = (
    _table,
    _jump,
    _credit,
    _quote,
    _display,
    _byline,
    _named,
    _caption,
    _signature,
    _label,
    _subhead,
    _paragraph,
    _small,
)
