"""Read pages with pdfplumber: the second witness, and the fallback for MuPDF."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import atan2, degrees, inf
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
from pdfplumber.utils.exceptions import PdfminerException

from convert.direction import has_leftward, runs_leftward
from convert.errors import SourceError
from convert.geometry import Rect, enclosing
from convert.letters import is_spaceless
from convert.model import Image, Page, Source, Span
from convert.settings import SourceSettings
from convert.source.bidi import Glyph, bidi_spans
from convert.source.boxes import choose_frame, turn
from convert.source.digest import digest
from convert.source.marks import Drawing, sort_marks, unit_of
from convert.source.spans import (
    Style,
    Word,
    is_bold,
    is_italic,
    join_words,
    large_enough,
    make_span,
    upright_spans,
    without_twins,
)
from convert.source.text import clean

_SUBSET = re.compile(r"^[A-Z]{6}\+")
"""Before the name of a font of which only some glyphs are in the file."""
SPACE = 0.2
"""A gap of this many em between two glyphs is a word space."""
LOOSE = 0.7
"""The same before a character of a script without spaces, which may be set loosely."""

MARK = 0.6
"""A mark stands this far, in em, above or below the line of its letters at most."""


def read(path: Path, index: int, settings: SourceSettings) -> Page:
    """Read page `index` (0-based) of a PDF.

    Raises:
        SourceError: the file or this page of it cannot be read.
    """
    try:
        with pdfplumber.open(path) as document:
            if index >= len(document.pages):
                raise SourceError(path, f"has no page {index + 1}")
            return _page(document.pages[index], path, index, settings)
    except (PdfminerException, ValueError, TypeError, KeyError, OSError) as error:
        raise SourceError(path, f"page {index + 1} cannot be read: {error}") from error


def _page(page: Any, path: Path, index: int, settings: SourceSettings) -> Page:
    name, frame = _frame(page, settings.box)
    sheet = Rect(0, 0, frame.width, frame.height)
    corner = frame.moved(*page.mediabox[:2])
    spans, _ = without_twins(
        span
        for span in filter(large_enough, _spans(page, corner))
        if sheet.holds(span.rect.cx, span.rect.cy)
    )
    rules, boxes, sketches = sort_marks(_drawings(page, corner), sheet, unit_of(spans))
    images = tuple(
        Image(rect=rect, width=int(i["srcsize"][0]), height=int(i["srcsize"][1]))
        for i in page.images
        if (rect := _rect(i, corner).intersect(sheet)) is not None
        and min(rect.width, rect.height) >= 8
    )
    return Page(
        source=Source(file=path.name, page=index + 1, sha256=digest(path)),
        box=name,
        frame=frame,
        spans=spans,
        rules=rules,
        boxes=boxes,
        images=(*images, *sketches),
    )


def _frame(page: Any, wanted: str) -> tuple[str, Rect]:
    """The frame in points from the top left of the MediaBox, after /Rotate."""
    attributes = page.page_obj.attrs
    x0, y0, x1, y1 = _numbers(page.page_obj.mediabox)
    media = Rect(0, 0, x1 - x0, y1 - y0)
    boxes: dict[str, Rect | None] = {"media": media, "trim": None, "crop": None}
    for name, value in (
        ("trim", attributes.get("TrimBox")),
        ("crop", page.page_obj.cropbox),
    ):
        if value is not None:
            left, low, right, high = _numbers(value)
            boxes[name] = Rect(left - x0, y1 - high, right - x0, y1 - low)
    rotation = int(page.rotation or 0) % 360
    turned = {
        name: box and turn(box, rotation, media.width, media.height) for name, box in boxes.items()
    }
    return choose_frame(turned, wanted)


def _numbers(value: Any) -> tuple[float, float, float, float]:
    a, b, c, d = (float(v) for v in value)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _rect(thing: Any, frame: Rect) -> Rect:
    """Pdfplumber's places are y down; `frame` is in its coordinates too."""
    return Rect(
        min(thing["x0"], thing["x1"]) - frame.left,
        min(thing["top"], thing["bottom"]) - frame.top,
        max(thing["x0"], thing["x1"]) - frame.left,
        max(thing["top"], thing["bottom"]) - frame.top,
    )


def _spans(page: Any, frame: Rect) -> Iterator[Span]:
    text = "".join([str(char["text"]) for char in page.chars])
    if not has_leftward(text):
        yield from _by_style(page.chars, frame)
        return
    leftward = runs_leftward(text)
    yield from _by_style((char for char in page.chars if _style(char).angle), frame)
    level = [char for char in page.chars if not _style(char).angle]
    for flow, row in enumerate(_level_rows(level)):
        line = "".join([str(char["text"]) for char in row])
        if has_leftward(line):
            glyphs = [_glyph(char, frame) for char in row]
            yield from bidi_spans(glyphs, flow, leftward=leftward or runs_leftward(line))
        else:
            yield from _by_style(row, frame, flow)


def _by_style(chars: Iterable[Any], frame: Rect, first: int = 0) -> Iterator[Span]:
    for flow, (style, run) in enumerate(groupby(chars, key=_style), first):
        if style.angle:
            yield from _turned(list(run), style, flow, frame)
            continue
        if style.vertical:
            yield from _upright_column(run, style, flow, frame)
            continue
        for row in _rows(list(run)):
            text, words = _words(row, style, frame)
            runs = join_words(words, style.size)
            yield from upright_spans(text, runs, _baseline(row[0], frame), style, flow)


def _level_rows(chars: Iterable[Any]) -> Iterator[list[Any]]:
    """Part the glyphs of a page where the baseline changes; marks stand above or below it."""
    row: list[Any] = []
    for char in chars:
        if row and abs(char["matrix"][5] - row[0]["matrix"][5]) > MARK * char["size"]:
            yield row
            row = []
        row.append(char)
    if row:
        yield row


def _glyph(char: Any, frame: Rect) -> Glyph:
    left, right = float(char["x0"]) - frame.left, float(char["x1"]) - frame.left
    return Glyph(str(char["text"]), left, right, _baseline(char, frame), _style(char))


def _baseline(char: Any, frame: Rect) -> float:
    return float(char["top"] + char["y1"] - char["matrix"][5]) - frame.top


def _turned(chars: Sequence[Any], style: Style, flow: int, frame: Rect) -> Iterator[Span]:
    """A rotated run stays in one piece, in its bounding box."""
    raw = "".join(str(char["text"]) for char in chars)
    text = clean(raw)
    if text:
        rect = enclosing(_rect(char, frame) for char in chars)
        across = "x" if style.angle % 180 == 90 else "y"
        size = median(float(c[f"{across}1"] - c[f"{across}0"]) for c in chars)
        yield make_span(raw, text, rect, style._replace(size=round(size, 2)), flow)


def _upright_column(chars: Iterable[Any], style: Style, flow: int, frame: Rect) -> Iterator[Span]:
    """Glyphs of a font for vertical writing hang from the point where they are set."""
    for char in chars:
        raw = str(char["text"])
        if text := clean(raw):
            left, right, top = char["x0"], char["x1"], _baseline(char, frame)
            rect = Rect(left - frame.left, top, right - frame.left, top + style.size)
            yield make_span(raw, text, rect, style, flow)


def _style(char: Any) -> Style:
    font = _SUBSET.sub("", str(char["fontname"]))
    right, up = char["matrix"][:2]
    angle = round(degrees(atan2(-up, right))) % 360
    return Style(
        font=font,
        size=0 if angle else round(float(char["size"]), 2),
        bold=is_bold(font),
        italic=is_italic(font),
        color=_rgb(char.get("non_stroking_color")) or 0,
        vertical=not angle and float(char["adv"]) < 0,
        angle=angle,
    )


def _is_curved(path: Iterable[Any]) -> bool:
    """Whether a path is more than straight lines, as the first reader counts them."""
    curves = diagonals = 0
    last: Any = None
    for command, *points in path:
        if command == "c":
            curves += 1
        elif command == "l" and last is not None:
            (ax, ay), (bx, by) = last, points[-1]
            diagonals += abs(ax - bx) > 1 and abs(ay - by) > 1
        last = points[-1] if points else last
    return curves > 8 or diagonals > 2


def _rgb(color: Any) -> int | None:
    """Grey, RGB or CMYK shares as 0xRRGGBB; None: a pattern or a spot colour."""
    shares = color if isinstance(color, tuple | list) else (color,)
    if not all(isinstance(share, int | float) for share in shares):
        return None
    if len(shares) == 4:
        *inks, black = shares
        shares = [(1 - ink) * (1 - black) for ink in inks]
    elif len(shares) == 1:
        shares = [shares[0]] * 3
    if len(shares) != 3:
        return None
    red, green, blue = (round(255 * min(1, max(0, share))) for share in shares)
    return int(red << 16 | green << 8 | blue)


def _rows(chars: list[Any]) -> Iterator[list[Any]]:
    """Part a run of one style where the baseline changes or the type goes back."""
    row: list[Any] = []
    for char in chars:
        if row and (
            abs(char["bottom"] - row[-1]["bottom"]) > 0.2 * char["size"]
            or char["x0"] < row[-1]["x0"] - 0.5 * char["size"]
        ):
            yield row
            row = []
        row.append(char)
    if row:
        yield row


def _words(row: Iterable[Any], style: Style, frame: Rect) -> tuple[str, list[Word]]:
    """Join the glyphs of a row; a gap is a word space."""
    text, reach = "", -inf
    words: list[Word] = []
    for char in row:
        left, right = char["x0"] - frame.left, char["x1"] - frame.left
        glyph = str(char["text"])
        wide = LOOSE if is_spaceless(glyph[:1]) else SPACE
        gap = left - reach > wide * style.size
        reach = right
        if glyph.isspace():
            text += glyph
            continue
        if words and words[-1].end == len(text) and not gap:
            words[-1] = words[-1]._replace(end=len(text + glyph), right=right)
        else:
            text += " " if text and gap else ""
            words.append(Word(len(text), len(text + glyph), left, right))
        text += glyph
    return text, words


def _drawings(page: Any, frame: Rect) -> Iterator[Drawing]:
    for thing in (*page.rects, *page.lines, *page.curves):
        yield Drawing(
            rect=_rect(thing, frame),
            fill=(_rgb(thing["non_stroking_color"]) or 0) if thing.get("fill") else None,
            stroke=(_rgb(thing["stroking_color"]) or 0) if thing.get("stroke") else None,
            curved=_is_curved(thing.get("path") or ()),
        )
