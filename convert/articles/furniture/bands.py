"""The bands of folio lines: where the head of a page ends and its foot begins."""

from collections.abc import Iterable, Sequence

from convert.articles.cues import contacts
from convert.articles.furniture.stories import has_story
from convert.articles.furniture.words import (
    has_date,
    is_page_number,
    names_publisher,
    names_staff,
)
from convert.articles.pieces import Piece
from convert.geometry import Rect, enclosing
from convert.model import Region
from convert.typeface import DISPLAY

TOP, BOTTOM = 0.09, 0.955
"""The bands where folio lines stand, as shares of the page height."""
HEAD_OF_PAGE = 0.2
"""The head of a page, its masthead too, ends within this share of the page height."""
LONG_RULE = 0.6
"""A rule this wide, as a share of the page width, closes the page head."""
HALF = 0.35
"""A rule over one page of a spread is at least this wide, as a share of the spread."""
DATED_CHARS, SHORT_CHARS = 600, 200
"""Characters of a page head at most: with a date or number, and in the narrow band."""
STRIP_CHARS, STRIP_LINES = 120, 3
"""Characters and lines at most of each piece of a head that no rule closes."""
FOOT_CHARS, FOOT_LINES = 200, 3
"""Characters and lines at most of each piece of a foot."""
FOOT_LETTERS = 400
"""Characters of a whole foot at most."""
IMPRINT = 0.85
"""The imprint stands below this share of the page height."""
NEXT_RULE = 4.0
"""A strip with date and price is no higher than this, in em."""


def head_line(pieces: Sequence[Piece], region: Region) -> float:
    """Return the y above which everything is furniture; 0 if nothing is."""
    for rule in _long_rules(region):
        above = [p for p in pieces if p.rect.cy < rule.cy]
        if rule.cy > HEAD_OF_PAGE * region.height or has_story(above, region):
            break
        if above and _is_page_head(above, narrow=rule.cy <= TOP * region.height):
            return _with_strip(rule.cy, pieces, region)
    return _strip_end(pieces, region)


def _long_rules(region: Region) -> list[Rect]:
    """Rules across most of the page, from the top; on a spread each half may have its own."""
    levels: dict[int, list[Rect]] = {}
    for row in region.rows:
        if row.width > HALF * region.width:
            levels.setdefault(round(row.cy), []).append(row)
    rules = [
        enclosing(level)
        for level in levels.values()
        if sum(r.width for r in level) > LONG_RULE * region.width
    ]
    return sorted(rules, key=lambda r: r.cy)


def _is_page_head(above: Sequence[Piece], *, narrow: bool) -> bool:
    """Whether pieces over a rule are a page head: short, and dated or numbered."""
    letters = sum(p.chars for p in above)
    marked = any(has_date(p.block.text) or p.block.text.strip(" -–—").isdigit() for p in above)
    return (marked and letters < DATED_CHARS) or (narrow and letters < SHORT_CHARS)


def _with_strip(line: float, pieces: Sequence[Piece], region: Region) -> float:
    """Go on to the next rule if only a strip with date or price lies before it."""
    for rule in _long_rules(region):
        if not 0 < rule.cy - line < NEXT_RULE * region.body:
            continue
        between = [p for p in pieces if line < p.rect.cy < rule.cy]
        if all(p.lines == 1 for p in between) and _is_page_head(between, narrow=False):
            return rule.cy
    return line


def _strip_end(pieces: Sequence[Piece], region: Region) -> float:
    """Without a rule: a first row of short pieces with a date or number, then a gap."""
    strip: list[Piece] = []
    found = 0.0
    for piece in sorted(pieces, key=lambda p: p.rect.top):
        end = max((p.rect.bottom for p in strip), default=piece.rect.bottom)
        if strip and piece.rect.top - end > 0.4 * region.body and _names_page(strip):
            found = end
            if not _names_page([piece]):
                break
        if not _fits_strip(piece, region):
            break
        strip.append(piece)
    return found


def _fits_strip(piece: Piece, region: Region) -> bool:
    return (
        piece.rect.bottom <= TOP * region.height
        and piece.chars <= STRIP_CHARS
        and piece.lines <= STRIP_LINES
    )


def _names_page(strip: Iterable[Piece]) -> bool:
    """Whether a date or a page number stands among the pieces."""
    return any(has_date(p.block.text) or is_page_number(p.block.text) for p in strip)


def imprint_line(pieces: Sequence[Piece], region: Region) -> float:
    """Return the y below which the imprint stands; the height if there is none.

    It fills the foot of a page under a long rule, in small type and without a headline.
    """
    for rule in _long_rules(region):
        if rule.cy < IMPRINT * region.height:
            continue
        below = [p for p in pieces if p.rect.cy > rule.cy]
        named = sum(names_publisher(p.block.text) for p in below)
        if named > 1 and all(
            p.ratio < DISPLAY or p.rect.cy > BOTTOM * region.height for p in below
        ):
            return rule.cy
    return region.height


def foot_line(pieces: Sequence[Piece], region: Region) -> float:
    """Return the y below which everything is furniture; the height if nothing is."""
    low = [p for p in pieces if _fits_foot(p, region)]
    line = region.height
    for piece in sorted(low, key=lambda p: -p.rect.top):
        foot = [p for p in pieces if p.rect.bottom > piece.rect.top - 1]
        if any(_marks_foot(p.block.text) for p in foot) and (
            all(p in low for p in foot) and _apart(foot, pieces, region)
        ):
            line = piece.rect.top - 1
    return line


def _fits_foot(piece: Piece, region: Region) -> bool:
    return (
        piece.rect.top > BOTTOM * region.height
        and piece.chars < FOOT_CHARS
        and piece.lines <= FOOT_LINES
    )


def _marks_foot(text: str) -> bool:
    """Whether a text says what foot lines say: staff, a date, the page, an address."""
    return names_staff(text) or has_date(text) or text.strip().isdigit() or contacts(text) > 0


def _apart(foot: Sequence[Piece], pieces: Sequence[Piece], region: Region) -> bool:
    """Whether an empty strip lies between the foot and the text above it."""
    top = min(p.rect.top for p in foot)
    above = max((p.rect.bottom for p in pieces if p.rect.cy < top), default=0.0)
    return top - above > 0.5 * region.body and sum(p.chars for p in foot) < FOOT_LETTERS
