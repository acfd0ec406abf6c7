"""Find advertising before anything else, so that its text never enters a story.

An ad is a zone: a box, a picture with type on it, or several that abut. Its marks are
counted: contacts and prices, display type without running text, faces that the paper's
own text does not use, the word "Anzeige" above it, the words that open public notices.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from convert.articles.cues import contacts, is_ad_mark
from convert.articles.pieces import Piece
from convert.articles.stands import clusters
from convert.geometry import Rect, enclosing
from convert.model import Region
from convert.typeface import DISPLAY

ENOUGH = 2.5
"""Marks that make an ad."""
SMALL_AD, SMALL_ADS = 180, 12
"""Characters of a small ad at most, and how many make a page of them."""
_CALL = re.compile(r"\d{3}[ -]?\d{2}[ -]?\d{2}\b|\d{3}-\d{4}|[€$£]|\beuros?\b|@|\bTel\b|руб|[元円]")
_MONEY = re.compile(
    r"[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?([^\W\d_]{2,9}\.?\s)?([€$£]|euros?\b|руб|[元円])", re.IGNORECASE
)
STRIP = 3.0
"""A bar with one line on it is no higher than this, in em."""
LABEL = 60
"""Characters at most of what stands on a bar."""
NAME = 14
"""Letters at most of the name of a firm; more of them over a picture are a headline."""
ROW, ROW_MARK = 4, 0.5
"""So many boxes make a row of them, and what that is worth."""
TEXT_LINES, UNDER = 4, 5.0
"""Lines of a column of text at least; how close under its picture it begins, in em."""
LIKELY = 1.0
"""Marks of a part of an ad."""
_NOTICE = re.compile(
    r"公告|启事|啟事|遗失|声明|招聘|拍卖|招标|public notice|legal notice|bekanntmachung"
    r"|stellenangebot|traueranzeige|avis public|aviso|объявлени|вакансии",
    re.IGNORECASE,
)


def find_ads(pieces: Sequence[Piece], region: Region) -> tuple[tuple[Rect, frozenset[int]], ...]:
    """Return each ad as its zone and the ids of the pieces in it."""
    grounds = _grounds(pieces, region)
    marks = [
        _Mark(p, ground)
        for p in pieces
        if is_ad_mark(p.block.text)
        and (ground := _marked(p.rect, grounds, region.body)) is not None
    ]
    found = []
    taken: set[int] = set()
    zones = list(_zones(grounds, pieces, marks, region))
    for zone in zones:
        inside = [p for p in pieces if p.id not in taken and zone.holds(p.rect.cx, p.rect.cy)]
        alike = ROW_MARK if _is_one_of_a_row(zone, zones, region.body) else 0.0
        if inside and _marks(zone, inside, marks, region) + alike >= ENOUGH:
            near = [m.piece.id for m in marks if m.ground.share_in(zone) > 0.5]
            ids = frozenset((*(p.id for p in inside), *near)) - taken
            taken |= ids
            found.append((zone, ids))
    found += _small_ads([p for p in pieces if p.id not in taken], region)
    return tuple(found)


def _is_one_of_a_row(zone: Rect, zones: Iterable[Rect], body: float) -> bool:
    """Whether boxes of one size stand in a row, as small advertisers share a strip."""
    alike = (
        z
        for z in zones
        if abs(z.width - zone.width) < body
        and abs(z.height - zone.height) < body
        and min(abs(z.top - zone.top), abs(z.left - zone.left)) < body
    )
    return sum(1 for _ in alike) >= ROW


def _small_ads(pieces: Sequence[Piece], region: Region) -> Iterable[tuple[Rect, frozenset[int]]]:
    """Yield the columns of small ads: many short pieces in which most give a number to call."""
    short = [p for p in pieces if p.chars < SMALL_AD and p.ratio < DISPLAY and p.lines < 7]
    for column in clusters(short, lambda a, b: _touch(a.rect, b.rect, region)):
        offers = sum(_CALL.search(p.block.text) is not None for p in column)
        zone = enclosing(p.rect for p in column)
        box = column[0].block.container
        alone = all(
            p in short
            for p in pieces
            if p.block.container == box and zone.holds(p.rect.cx, p.rect.cy)
        )
        if offers >= SMALL_ADS and offers > 0.5 * len(column) and alone:
            yield zone, frozenset(p.id for p in column)


def _touch(a: Rect, b: Rect, region: Region) -> bool:
    """Whether two small ads stand in one column or side by side, with no long rule between."""
    if a.grow(2 * region.body, 4 * region.body).intersect(b) is None:
        return False
    upper, lower = (a, b) if a.cy < b.cy else (b, a)
    return not any(
        upper.cy < row.cy < lower.cy and row.width > 2 * region.column and row.overlap_x(lower) > 0
        for row in region.rows
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    """The word that marks advertising, and the box or picture it stands at."""

    piece: Piece
    ground: Rect


def _grounds(pieces: Sequence[Piece], region: Region) -> list[Rect]:
    """Return the boxes and the pictures that carry type, largest first."""
    sheet = region.width * region.height
    rects = [
        *(
            c.rect
            for c in region.containers
            if c.parent is None and not _is_strip(c.rect, pieces, region.body)
        ),
        *(
            p.rect
            for p in region.pictures
            if any(p.rect.holds(q.rect.cx, q.rect.cy) for q in pieces)
        ),
    ]
    return sorted((r for r in rects if r.area <= 0.6 * sheet), key=lambda r: -r.area)


def _is_strip(box: Rect, pieces: Sequence[Piece], body: float) -> bool:
    """Whether a box is the bar under the name of a column, with an address beside it perhaps."""
    inside = [p for p in pieces if box.holds(p.rect.cx, p.rect.cy)]
    slim = box.height < STRIP * body
    return slim and bool(inside) and all(p.bar and p.chars < LABEL for p in inside)


def _marked(mark: Rect, grounds: Sequence[Rect], body: float) -> Rect | None:
    """The ground that a mark stands in or at; between two it stands over the lower one."""
    near = [g for g in grounds if g.grow(2 * body, 2 * body).holds(mark.cx, mark.cy)]
    if not near:
        return None
    return min(near, key=lambda g: (not g.holds(mark.cx, mark.cy), g.top < mark.top, g.area))


def _zones(
    grounds: Sequence[Rect], pieces: Sequence[Piece], marks: Sequence[_Mark], region: Region
) -> Iterable[Rect]:
    """Return the grounds, those of one ad as one."""
    zones: list[Rect] = []
    for rect in grounds:
        at = next(
            (
                i
                for i, z in enumerate(zones)
                if rect.share_in(z) > 0.8
                or (_abut(z, rect, region.body) and _both_ads(z, rect, pieces, marks, region))
            ),
            None,
        )
        if at is None:
            zones.append(rect)
        else:
            zones[at] = zones[at].union(rect)
    return zones


def _abut(a: Rect, b: Rect, body: float) -> bool:
    same_columns = abs(a.left - b.left) < body and abs(a.right - b.right) < body
    return same_columns and -a.overlap_y(b) < 0.5 * body


def _both_ads(
    a: Rect, b: Rect, pieces: Sequence[Piece], marks: Sequence[_Mark], region: Region
) -> bool:
    """Whether neither of two boxes looks like a story."""
    for zone in (a, b):
        inside = [p for p in pieces if zone.holds(p.rect.cx, p.rect.cy)]
        if inside and _marks(zone, inside, marks, region) < LIKELY:
            return False
    return True


def _marks(zone: Rect, inside: Sequence[Piece], marks: Sequence[_Mark], region: Region) -> float:
    letters = sum(p.chars for p in inside)
    running = sum(p.chars for p in inside if _is_running(p))
    display = sum(p.chars for p in inside if p.ratio > 1.25)
    text = " ".join(p.block.text for p in inside)
    large = max(inside, key=lambda p: p.ratio)
    pictured = any(p.rect.share_in(zone) > 0.9 for p in region.pictures)
    if len(inside) == 1:
        text = _MONEY.sub("", text)  # headlines speak of money, too
    calls = contacts(text) or len(_CALL.findall(text))
    score = min(2.0, calls) * (1.0 if letters < 900 else 0.5)
    score += 1.0 if running < 0.25 * letters else -1.5
    score += 0.8 if display > 0.3 * letters else 0.0
    score += 0.6 if pictured and running < 120 else 0.0
    score += 0.5 if zone.top > 0.55 * region.height else 0.0
    score += 1.5 if _NOTICE.search(large.block.text) else 0.0
    score -= 1.5 if pictured and not calls and _opens_text(zone, region) else 0.0
    score -= 1.0 if len(inside) == 1 and not calls and letters > NAME else 0.0
    score += 3.0 if any(m.ground.share_in(zone) > 0.5 for m in marks) else 0.0
    return score


def _opens_text(zone: Rect, region: Region) -> bool:
    """Whether columns of running text begin right under most of a picture: a story's title."""
    columns = [
        b.rect
        for b in region.blocks
        if len(b.lines) >= TEXT_LINES
        and b.lines[0].size < DISPLAY * region.body
        and 0 <= b.rect.top - zone.bottom < UNDER * region.body
    ]
    return sum(max(0.0, c.overlap_x(zone)) for c in columns) > 0.5 * zone.width


def _is_running(piece: Piece) -> bool:
    """Whether a piece is text in sentences, in the paper's face or in that of a box."""
    if piece.lines < 3 or not 0.75 < piece.ratio < 1.2:
        return False
    return piece.own_family or (piece.ends.terminal and piece.chars > 60)
