"""Furniture: what belongs to the page and to no article.

Folio lines stand in a narrow band along the top or bottom of the page, apart from
everything else: above the first rule or an empty strip, short, often with a date or a
page number. A masthead is the paper's name on a first page with the lines around it.
"""

import re
from collections.abc import Sequence

from convert.articles.cues import contacts
from convert.articles.pieces import Piece
from convert.geometry import Rect, enclosing
from convert.model import Region, Role

TOP, BOTTOM = 0.09, 0.955
"""The bands where folio lines stand, as shares of the page height."""
LONG_RULE = 0.6
"""A rule this wide, as a share of the page width, closes the page head."""
HALF = 0.35
"""A rule over one page of a spread is at least this wide, as a share of the spread."""
HEAD_OF_PAGE = 0.2
"""A masthead ends within this share of the page height."""

_DATE = re.compile(
    r"\d{4}\s*年|\d{1,2}\.? ?(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)"
    r"|(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.? \d{1,2}\b"
    r"|\b(19|20)\d\d\b|星期|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|曜日",
    re.IGNORECASE,
)
_STAFF = re.compile(r"责编|责任编辑|编辑|美编|校对|版式|電話|电话|热线|www\.|邮箱|e-?mail", re.I)


def find_furniture(pieces: Sequence[Piece], region: Region) -> dict[int, Role]:
    """Return the furniture of a region: piece id -> folio or masthead."""
    top = _head_line(pieces, region)
    bottom = _foot_line(pieces, region)
    teasers = _teasers(pieces, region)
    found = {}
    for piece in pieces:
        above = piece.rect.cy < top and piece.block.container not in teasers
        if above or piece.rect.cy > bottom:
            found[piece.id] = Role.FOLIO
    return found


def _head_line(pieces: Sequence[Piece], region: Region) -> float:
    """Return the y above which everything is furniture; 0 if nothing is."""
    band = TOP * region.height
    for rule in sorted(_long_rules(region), key=lambda r: r.cy):
        above = [p for p in pieces if p.rect.cy < rule.cy]
        if rule.cy > HEAD_OF_PAGE * region.height:
            break
        if above and _is_page_head(above, rule.cy <= band):
            return _with_strip(rule.cy, pieces, region)
    return _strip_end(pieces, region)


def _long_rules(region: Region) -> list[Rect]:
    """Rules across most of the page; on a spread each half may have its own."""
    levels: dict[int, list[Rect]] = {}
    for separator in region.separators:
        if separator.horizontal and separator.rect.width > HALF * region.width:
            levels.setdefault(round(separator.rect.cy), []).append(separator.rect)
    return [
        enclosing(level)
        for level in levels.values()
        if sum(r.width for r in level) > LONG_RULE * region.width
    ]


def _is_page_head(above: Sequence[Piece], narrow: bool) -> bool:
    letters = sum(p.chars for p in above)
    marked = any(_DATE.search(p.block.text) for p in above) or any(
        p.block.text.strip(" -–—").isdigit() for p in above
    )
    return (marked and letters < 600) or (narrow and letters < 200)


def _strip_end(pieces: Sequence[Piece], region: Region) -> float:
    """Without a rule: a first row of short pieces with a date or number, then a gap."""
    band = [p for p in pieces if p.rect.bottom < TOP * region.height]
    if not band:
        return 0.0
    end = max(p.rect.bottom for p in band)
    rest = [p for p in pieces if p.rect.cy >= end]
    start = min((p.rect.top for p in rest), default=region.height)
    marked = any(
        _DATE.search(p.block.text) or re.fullmatch(r"\W*[A-Z]?\d{1,3}\W*", p.block.text)
        for p in band
    )
    short = all(p.chars < 120 and p.lines <= 3 for p in band)
    return end if marked and short and start - end > 0.4 * region.body else 0.0


def _foot_line(pieces: Sequence[Piece], region: Region) -> float:
    """Return the y below which everything is furniture; the height if nothing is."""
    low = [
        p for p in pieces if p.rect.top > BOTTOM * region.height and p.chars < 200 and p.lines <= 3
    ]
    line = region.height
    for piece in sorted(low, key=lambda p: -p.rect.top):
        others = [p for p in pieces if p.rect.bottom > piece.rect.top - 1]
        marked = any(
            _STAFF.search(p.block.text)
            or _DATE.search(p.block.text)
            or p.block.text.strip().isdigit()
            or contacts(p.block.text)
            for p in others
        )
        if marked and all(p in low for p in others) and _apart(others, pieces, region):
            line = piece.rect.top - 1
    return line


def _apart(foot: Sequence[Piece], pieces: Sequence[Piece], region: Region) -> bool:
    """Whether an empty strip lies between the foot and the text above it."""
    top = min(p.rect.top for p in foot)
    above = max((p.rect.bottom for p in pieces if p.rect.cy < top), default=0.0)
    return top - above > 0.5 * region.body and sum(p.chars for p in foot) < 400


def _with_strip(line: float, pieces: Sequence[Piece], region: Region) -> float:
    """Go on to the next rule if only a strip with date or price lies before it."""
    for rule in sorted(_long_rules(region), key=lambda r: r.cy):
        if not 0 < rule.cy - line < 4 * region.body:
            continue
        between = [p for p in pieces if line < p.rect.cy < rule.cy]
        if between and all(p.lines == 1 for p in between) and _is_page_head(between, False):
            return rule.cy
    return line


def _teasers(pieces: Sequence[Piece], region: Region) -> frozenset[int]:
    """Tinted boxes with a headline and words of their own, as stand over a masthead."""
    found = set()
    for index, container in enumerate(region.containers):
        inside = [p for p in pieces if p.block.container == index]
        if (
            container.fill is not None
            and container.rect.width < LONG_RULE * region.width
            and sum(p.chars for p in inside) > 40
            and any(p.ratio > 1.25 for p in inside)
        ):
            found.add(index)
    return frozenset(found)
