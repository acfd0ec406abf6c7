"""Running text, display type, and what is known without looking round."""

from convert.articles.columns import gap
from convert.articles.cues import is_dateline, is_jump
from convert.articles.kind_words import names_page
from convert.articles.pieces import Piece
from convert.articles.scene import SMALL_PRINT, Scene
from convert.model import Role
from convert.typeface import DISPLAY

HEAD_CHARS = 220
"""Characters of a headline at most: longer display type is a deck, or text set large."""
DECK_LINES = 5
"""Lines of display type at most: more are text set large."""
LINE_CHARS = 12
"""A line or two in body type are text from so many characters on."""
TAIL_STEP = 2.2
"""The line cut off from its text stands this near to it, in line distances."""
TAIL_INDENT = 2.6
"""Their left edges lie this close, in em: the deepest indent."""


def table(piece: Piece, _: Scene) -> Role | None:
    """A row of a table, as `convert.articles.tables` made it."""
    return Role.TABLE if piece.role is Role.TABLE else None


def jump(piece: Piece, _: Scene) -> Role | None:
    """A line that sends the reader to another page, or says where he comes from."""
    text = piece.block.text
    return Role.JUMP if is_jump(text) or names_page(text) else None


def display(piece: Piece, _: Scene) -> Role | None:
    """Display type: a headline, unless it is long or has no letters."""
    if piece.ratio < DISPLAY:
        return None
    if not any(c.isalpha() for c in piece.block.text):
        return Role.OTHER
    if piece.chars > HEAD_CHARS:
        return Role.PARAGRAPH if piece.lines > DECK_LINES else Role.DECK
    return Role.HEADLINE


def paragraph(piece: Piece, scene: Scene) -> Role | None:
    """Type of the body's size that is long or wide enough, or ends such text."""
    on_bar = piece.bar and piece.lines == 1
    if on_bar or not SMALL_PRINT < piece.ratio < DISPLAY:
        return None
    long = piece.lines >= 3 or (scene.is_wide(piece) and piece.chars > LINE_CHARS)
    return Role.PARAGRAPH if long or _is_tail(piece, scene) else None


def dateline(piece: Piece, _: Scene) -> Role | None:
    """Words in other type that a report opens with are part of its text."""
    return Role.PARAGRAPH if piece.lines == 1 and is_dateline(piece.block.text) else None


def small_print(piece: Piece, scene: Scene) -> Role | None:
    """Small print in paragraphs is text too."""
    return Role.PARAGRAPH if scene.is_small_print(piece) else None


def _is_tail(piece: Piece, scene: Scene) -> bool:
    """A last short line of running text, cut off by a subhead, a quote or a column's end."""
    if not piece.plain or piece.lines > 1:
        return False
    return any(
        near is not None
        and abs(near.rect.left - piece.rect.left) < TAIL_INDENT * scene.body
        and max(gap(piece.rect, near.rect), gap(near.rect, piece.rect)) < TAIL_STEP * scene.leading
        and (scene.is_text(near) or near.lines == 1)
        for near in (scene.above(piece), scene.below(piece))
    )
