"""Furniture: what belongs to the page and to no article.

Folio lines stand in a narrow band along the top or bottom of the page, apart from
everything else: above the first rule or an empty strip, short, often with a date or a
page number. A masthead is the paper's name on a first page with the facts around it:
date, number, price, codes. Where an article stands beside the masthead (报眼), only the
facts and what clings to them are furniture.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from convert.articles.cues import contacts
from convert.articles.pieces import Piece
from convert.geometry import Rect, enclosing
from convert.model import Region, Role
from convert.typeface import DISPLAY

TOP, BOTTOM = 0.09, 0.955
"""The bands where folio lines stand, as shares of the page height."""
LONG_RULE = 0.6
"""A rule this wide, as a share of the page width, closes the page head."""
HALF = 0.35
"""A rule over one page of a spread is at least this wide, as a share of the spread."""
STORY = 160
"""Letters in a column of running text that belong to a story, not to an ear."""
NAME = 3.0
"""The paper's name is set at least this large, in multiples of the body size."""
NAME_CHARS = 48
CLING = 3.0
"""Small print this near to a fact of the masthead belongs to it, in em."""
HEAD_OF_PAGE = 0.2
"""A masthead ends within this share of the page height."""

_DATE = re.compile(
    r"\d{4}\s*年|\d{1,2}\.? ?(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)"
    r"|(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.? \d{1,2}\b"
    r"|\b(19|20)\d\d\b|星期|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|曜日"
    r"|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت"
    r"|یکشنبه|دوشنبه|سه.?شنبه|چهارشنبه|پنج.?شنبه|جمعه|اتوار|منگل|بدھ|جمعرات"
    r"|יום (ראשון|שני|שלישי|רביעי|חמישי|שישי)|שבת",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\d+\s*月\s*\d+\s*日|\b\d{1,2}(\.|st|nd|rd|th|er|º)?,? (de )?[^\W\d]{3,}\.?,? (de )?(19|20)\d\d"
    r"|[^\W\d]{3,}\.? \d{1,2}(st|nd|rd|th)?,? (19|20)\d\d|\b\d{1,2}[./]\d{1,2}[./](19|20)?\d\d\b"
    r"|\d{1,2}\.? (jan|feb|m[aä]r|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])"
    r"|\d{1,2} [^\W\d_]{3,}( [^\W\d_]{3,})?[،,]? (١٩|٢٠|١٤|۱۹|۲۰|۱۴)\d\d",
    re.IGNORECASE,
)
"""A whole date: a year alone may stand in any deck."""
_FACT = re.compile(
    r"国内统一|刊号|邮发代号|总第|第\s*\d+\s*[期号]|今日.{0,3}\d+\s*版|农历|[第号]?\d+号\b|ISSN|CN ?\d\d"
    r"|\bvol\.|\bno\. ?\d|№ ?\d|\bnr\. ?\d|\bnúm|jahrgang|año [cdilmvx\d]|anno [cdilmvx\d]"
    r"|[€$£¥] ?\d|\d ?[€$£]|\d ?руб|www\.|定价|零售|العدد|شماره|شمارہ|גיליון|₪",
    re.IGNORECASE,
)
_STAFF = re.compile(r"责编|责任编辑|编辑|美编|校对|版式|電話|电话|热线|www\.|邮箱|e-?mail", re.I)


def find_furniture(pieces: Sequence[Piece], region: Region) -> dict[int, Role]:
    """Return the furniture of a region: piece id -> folio or masthead."""
    if region.turned:
        pieces, region = _upright(pieces, region)
    top = _head_line(pieces, region)
    mast = _masthead(pieces, region, top)
    if mast:
        return mast | {i: r for i, r in _bands(pieces, region, 0.0).items() if i not in mast}
    facts = {} if top else dict.fromkeys(_facts(pieces, region), Role.FOLIO)
    return _bands(pieces, region, top) | facts


def _upright(pieces: Sequence[Piece], region: Region) -> tuple[tuple[Piece, ...], Region]:
    """Turn vertical writing back: head and foot are those of the page."""
    width = region.height

    def back(rect: Rect) -> Rect:
        return rect.unturned(width)

    return tuple(replace(p, block=replace(p.block, rect=back(p.rect))) for p in pieces), replace(
        region,
        width=region.height,
        height=region.width,
        separators=tuple(replace(s, rect=back(s.rect)) for s in region.separators),
        containers=tuple(replace(c, rect=back(c.rect)) for c in region.containers),
    )


def _bands(pieces: Sequence[Piece], region: Region, top: float) -> dict[int, Role]:
    """Return what stands above `top` or in the foot of the page."""
    bottom = _foot_line(pieces, region)
    teasers = _teasers(pieces, region)
    found = {}
    for piece in pieces:
        above = piece.rect.cy < top and piece.block.container not in teasers
        if above or piece.rect.cy > bottom:
            found[piece.id] = Role.FOLIO
    return found


def _masthead(pieces: Sequence[Piece], region: Region, line: float) -> dict[int, Role]:
    """The paper's name in the head of a first page, with the facts around it.

    The name is large type in the head of the page, above the line that closes it if
    there is one; a date stands beside or below it, no story above it.
    """
    head = [p for p in pieces if p.rect.top < HEAD_OF_PAGE * region.height]
    names = [
        p
        for p in head
        if p.ratio >= NAME and p.chars <= NAME_CHARS and not 0 < line < p.rect.bottom - p.ratio
    ]
    dates = [p for p in head if p.lines == 1 and p.chars < 80 and _DAY.search(p.block.text)]
    for name in sorted(names, key=lambda p: p.rect.top):
        near = [d for d in dates if _beside_name(d.rect, name.rect, region.body)]
        if not near or _running_text([p for p in head if p.rect.cy < name.rect.top], region):
            continue
        last = max(d.rect.bottom for d in near)
        zone = Rect(0, name.rect.top, region.width, max(name.rect.bottom, last))
        teasers = _teasers(pieces, region)
        facts = [
            p
            for p in pieces
            if zone.holds(p.rect.cx, p.rect.cy)
            and p.block.container not in teasers
            and p.id != name.id
            and p.ratio < 0.8 * name.ratio
            and not _is_story(p, region)
        ]
        return {name.id: Role.MASTHEAD} | {p.id: Role.FOLIO for p in facts}
    return {}


def _beside_name(fact: Rect, name: Rect, body: float) -> bool:
    gap = max(fact.top - name.bottom, name.top - fact.bottom)
    return gap < 6 * body and fact.bottom > name.top


def _facts(pieces: Sequence[Piece], region: Region) -> frozenset[int]:
    """Dates, numbers and codes in the head of a page, and the small print beside them."""
    low = HEAD_OF_PAGE * region.height
    small = [
        p for p in pieces if p.rect.bottom < low and p.lines <= 2 and p.chars < 60 and p.ratio < 1.6
    ]
    found = [p for p in small if _DATE.search(p.block.text) or _FACT.search(p.block.text)]
    if len(found) < 2:
        return frozenset()
    grown = True
    while grown:
        more = [
            p
            for p in small
            if p not in found
            and not p.plain
            and any(
                f.rect.grow(CLING * region.body, CLING * region.body).intersect(p.rect)
                for f in found
            )
        ]
        found += more
        grown = bool(more)
    return frozenset(p.id for p in found)


def _head_line(pieces: Sequence[Piece], region: Region) -> float:
    """Return the y above which everything is furniture; 0 if nothing is."""
    band = TOP * region.height
    for rule in sorted(_long_rules(region), key=lambda r: r.cy):
        above = [p for p in pieces if p.rect.cy < rule.cy]
        if rule.cy > HEAD_OF_PAGE * region.height:
            break
        if _running_text(above, region):
            break
        if above and _is_page_head(above, rule.cy <= band):
            return _with_strip(rule.cy, pieces, region)
    return _strip_end(pieces, region)


def _running_text(pieces: Iterable[Piece], region: Region) -> bool:
    """Whether a story stands among the pieces: columns of body text beside each other."""
    columns = {round(p.rect.left / region.body) for p in pieces if _is_story(p, region)}
    return len(columns) > 1


def _is_story(piece: Piece, region: Region) -> bool:
    """Whether a piece is running text of a story, by its type and its length."""
    wide = piece.rect.width > 0.5 * region.column
    return piece.own_family and 0.9 < piece.ratio < 1.12 and wide and _letters(piece) > STORY


def _letters(piece: Piece) -> float:
    """Its length; a Han character says as much as two and a half letters."""
    return piece.chars * (2.5 if piece.ends.cjk else 1.0)


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
    strip: list[Piece] = []
    found = 0.0
    for piece in sorted(pieces, key=lambda p: p.rect.top):
        end = max((p.rect.bottom for p in strip), default=piece.rect.bottom)
        if strip and piece.rect.top - end > 0.4 * region.body and _names_page(strip):
            found = end
            if not _names_page([piece]):
                break
        if piece.rect.bottom > TOP * region.height or piece.chars > 120 or piece.lines > 3:
            break
        strip.append(piece)
    return found


def _names_page(strip: Iterable[Piece]) -> bool:
    """Whether a date or a page number stands among the pieces."""
    return any(
        _DATE.search(p.block.text) or re.fullmatch(r"\W*[A-Z]?\d{1,3}\W*", p.block.text)
        for p in strip
    )


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
    """Boxes with a headline and words of their own, as stand over or beside a masthead."""
    found = set()
    for index, container in enumerate(region.containers):
        inside = [p for p in pieces if p.block.container == index]
        words = [p for p in inside if p.ratio < DISPLAY and not _DAY.search(p.block.text)]
        if (
            container.rect.width < LONG_RULE * region.width
            and sum(_letters(p) for p in words) > 40
            and any(DISPLAY < p.ratio < NAME for p in inside)
        ):
            found.add(index)
    return frozenset(found)
