"""Read pages with MuPDF: the first reader."""

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf

from convert.direction import has_leftward, runs_leftward
from convert.errors import SourceError
from convert.geometry import Rect
from convert.model import Image, Issue, Page, Source, Span
from convert.pdf import READER_ERRORS
from convert.settings import SourceSettings
from convert.sheet import Sheet, open_page, user_unit
from convert.source.bidi import Glyph, bidi_spans, split_alefs, with_ligatures
from convert.source.boxes import choose_frame, turn
from convert.source.digest import digest
from convert.source.hidden import Ground, hidden_spans
from convert.source.marks import Drawing, sort_marks, unit_of
from convert.source.sizes import even_spans
from convert.source.spans import (
    Run,
    Style,
    is_bold,
    is_italic,
    large_enough,
    make_span,
    upright_spans,
    without_twins,
)
from convert.source.text import clean, unmapped
from convert.source.words import place_runs

FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE
"""Not TEXT_COLLECT_STYLES: it compares every glyph with every other one."""
PICTURES = pymupdf.TEXT_PRESERVE_IMAGES
FILLED, STROKED, BOLD = 16, 32, 8
"""Bits of a span's char_flags."""
HAN_ASCENT = 0.88
"""MuPDF begins the box of a glyph of vertical writing at its baseline: so many em too low."""
FEW = 8
"""An image below this many points in either direction is no picture."""
FEW_LETTERS, MANY_CURVES = 200, 4_000
"""A page with fewer letters and more curves than this has its type in outlines."""
MANY_PATHS = 20_000
"""Beyond this many drawings only the first are sorted, with an issue."""


def read(path: Path, index: int, settings: SourceSettings) -> Page:
    """Read page `index` (0-based) of a PDF.

    Raises:
        SourceError: the file or this page of it cannot be read.
    """
    sheet = open_page(path, index, settings.inks)
    try:
        return _page(sheet, path, index, settings)
    except READER_ERRORS as error:
        raise SourceError(path, f"page {index + 1} cannot be read: {error}") from error


def frame_of(page: Any, wanted: str) -> tuple[str, Rect, Rect]:
    """Return the name of the frame, the frame, and MuPDF's page in the same points.

    Frame and page are rectangles in points from the top left of the MediaBox, after
    /Rotate: MuPDF's coordinates begin at the second one's corner.
    """
    unit = user_unit(page)
    media = page.mediabox * unit
    boxes = {
        name: _given(page, key, media, unit)
        for name, key in (
            ("trim", "TrimBox"),
            ("crop", "CropBox"),
            ("media", "MediaBox"),
        )
    }
    rotation = page.rotation % 360
    upright = {
        name: box and turn(box, rotation, media.width, media.height) for name, box in boxes.items()
    }
    name, frame = choose_frame(upright, wanted)
    shown = upright["crop"] or upright["media"]
    whole = upright["media"]
    sheet = whole or frame
    return name, frame, (shown and shown.intersect(sheet)) or sheet


def _given(page: Any, key: str, media: Any, unit: float) -> Rect | None:
    """A box as the file gives it, y down from the MediaBox's top left, unrotated."""
    if key == "MediaBox":
        return Rect(0, 0, media.width, media.height)
    kind, value = page.parent.xref_get_key(page.xref, key)
    numbers = [unit * float(v) for v in value.strip("[]").split()] if kind == "array" else []
    if len(numbers) != 4:
        if key == "TrimBox":
            return None
        box = page.cropbox * unit  # inherited, or the MediaBox
        return Rect(box.x0 - media.x0, box.y0, box.x1 - media.x0, box.y0 + box.height)
    x0, x1 = sorted((numbers[0], numbers[2]))
    y0, y1 = sorted((numbers[1], numbers[3]))
    return Rect(x0 - media.x0, media.y1 - y1, x1 - media.x0, media.y1 - y0)


def _page(sheet: Sheet, path: Path, index: int, settings: SourceSettings) -> Page:
    name, frame, shown = frame_of(sheet.page, settings.box)
    move = (shown.left - frame.left, shown.top - frame.top)
    paper = Rect(0, 0, frame.width, frame.height)
    found = [(s, seen) for s, seen in _spans(sheet.listing, move) if large_enough(s)]
    visible = [s for s, seen in found if seen]
    printed = [s for s in visible or [s for s, _ in found] if paper.holds(s.rect.cx, s.rect.cy)]
    drawings = sheet.page.get_cdrawings()
    paths = _turned(drawings[:MANY_PATHS], sheet.page)
    rules, boxes, sketches = sort_marks(_drawings(paths, move), paper, unit_of(printed))
    placed = list(_placed(sheet.listing, move, paper))
    hidden: frozenset[int] = frozenset()
    if visible:
        grounds = [_ground(path, move) for path in paths]
        hidden = hidden_spans(sheet, printed, grounds, [i.rect for i in placed], move)
    spans, twins = without_twins(s for i, s in enumerate(printed) if i not in hidden)
    if not visible:
        spans = even_spans(spans)  # the text layer of a scan
    pictures = [i for i in placed if i.rect.area <= 0.9 * paper.area or len(spans) <= 40]
    doubts = _Doubts(
        twins=twins,
        hidden=len(hidden),
        paths=len(drawings),
        outlined=is_outlined(spans, drawings),
    )
    return Page(
        source=Source(file=path.name, page=index + 1, sha256=digest(path)),
        box=name,
        frame=frame,
        spans=spans,
        rules=rules,
        boxes=boxes,
        images=(*pictures, *sketches),
        issues=tuple(_issues(sheet.document, frame, spans, doubts)),
    )


def _spans(listing: Any, move: tuple[float, float]) -> Iterator[tuple[Span, bool]]:
    """Yield every span, and whether it is printed at all."""
    text = pymupdf.TextPage(listing.get_textpage(FLAGS))
    lines = [
        (block["number"], line) for block in text.extractDICT()["blocks"] for line in block["lines"]
    ]
    whole = "".join([span["text"] for _, line in lines for span in line["spans"]])
    bidi = _Bidi(text, move, leftward=runs_leftward(whole)) if has_leftward(whole) else None
    places = place_runs([line["spans"] for _, line in lines], text)
    for number, ((flow, line), placed) in enumerate(zip(lines, places, strict=True)):
        x, y = line["dir"]
        angle = 0 if x > 0.999 else round(math.degrees(math.atan2(y, x))) % 360
        if bidi and number in bidi.glyphs:
            yield from bidi.spans(number, flow)
            continue
        for span, runs in zip(line["spans"], placed, strict=True):
            seen = _is_seen(span)
            style = _style(span, angle, upright_columns=bool(line["wmode"]))
            if style.vertical:
                spans = _whole(span, style, flow, (move[0], move[1] - HAN_ASCENT * style.size))
            elif style.angle:
                spans = _whole(span, style, flow, move)
            else:
                moved = [Run(a, b, x0 + move[0], x1 + move[0]) for a, b, x0, x1 in runs]
                baseline = span["origin"][1] + move[1]
                spans = upright_spans(span["text"], moved, baseline, style, flow)
            yield from ((s, seen) for s in spans)


def _is_seen(span: Any) -> bool:
    return bool(span["char_flags"] & (FILLED | STROKED)) and span["alpha"] > 0


class _Bidi:
    """The lines with Arabic or Hebrew of a page, read from the places of their glyphs.

    MuPDF cuts such lines where the direction changes: neighbours become one line again.
    """

    def __init__(self, text: Any, move: tuple[float, float], *, leftward: bool) -> None:
        self.leftward = leftward
        self.glyphs: dict[int, list[list[Glyph]]] = {}
        lines = [line for block in text.extractRAWDICT()["blocks"] for line in block["lines"]]
        for numbers in _joined(lines):
            parts = [lines[number] for number in numbers]
            if self._is_bidi(parts):
                self.glyphs |= {number: [] for number in numbers}
                self.glyphs[numbers[0]] = [list(_glyphs(parts, move, s)) for s in (True, False)]
        self.split = split_alefs(row for rows in self.glyphs.values() for row in rows)

    def _is_bidi(self, lines: Sequence[Any]) -> bool:
        """Whether something runs from right to left, or nothing says how it runs."""
        spans = (span for line in lines for span in line["spans"])
        text = "".join([char["c"] for span in spans for char in span["chars"]])
        return has_leftward(text) or (self.leftward and not any(map(str.isalpha, text)))

    def spans(self, number: int, flow: int) -> Iterator[tuple[Span, bool]]:
        """Yield the spans of a line, and whether they are printed at all."""
        for seen, glyphs in zip((True, False), self.glyphs[number], strict=False):
            leftward = self.leftward or runs_leftward("".join([g.text for g in glyphs]))
            whole = with_ligatures(glyphs, self.split)
            yield from ((s, seen) for s in bidi_spans(whole, flow, leftward=leftward))


def _joined(lines: Sequence[Any]) -> Iterator[list[int]]:
    """Yield the indices of upright lines, together where one goes on in the next."""
    run: list[int] = []
    for number, line in enumerate(lines):
        if line["dir"][0] <= 0.999 or line["wmode"]:
            continue
        if run and not _goes_on(lines[run[-1]], line):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _goes_on(a: Any, b: Any) -> bool:
    """Whether two lines that MuPDF lists one after the other are parts of one."""
    (ax0, _, ax1, _), (bx0, _, bx1, _) = a["bbox"], b["bbox"]
    before, after = a["spans"][-1], b["spans"][0]
    size = max(before["size"], after["size"])
    level: bool = abs(before["origin"][1] - after["origin"][1]) < 0.1 * size
    return level and bool(max(bx0 - ax1, ax0 - bx1) < size)


def _glyphs(lines: Iterable[Any], move: tuple[float, float], seen: bool) -> Iterator[Glyph]:
    for span in (span for line in lines for span in line["spans"]):
        if _is_seen(span) is seen:
            style = _style(span, 0, upright_columns=False)
            for char in span["chars"]:
                if not char["synthetic"]:
                    x0, _, x1, _ = char["bbox"]
                    baseline = char["origin"][1] + move[1]
                    yield Glyph(char["c"], x0 + move[0], x1 + move[0], baseline, style)


def _style(span: Any, angle: int, *, upright_columns: bool) -> Style:
    font = span["font"]
    return Style(
        font=font,
        size=span["size"],
        bold=bool(span["flags"] & 16 or span["char_flags"] & BOLD) or is_bold(font),
        italic=bool(span["flags"] & 2) or is_italic(font),
        color=span["color"],
        vertical=upright_columns,
        angle=0 if upright_columns else angle,
    )


def _whole(span: Any, style: Style, flow: int, move: tuple[float, float]) -> Iterator[Span]:
    """A rotated or vertical run stays in one piece, in its bounding box."""
    raw = span["text"]
    text = clean(raw)
    if text:
        x0, y0, x1, y1 = span["bbox"]
        rect = Rect(x0 + move[0], y0 + move[1], x1 + move[0], y1 + move[1])
        yield make_span(raw, text, rect, style, flow)


def _turned(paths: list[Any], page: Any) -> list[Any]:
    """Drawings are the only thing that MuPDF gives as before /Rotate."""
    if not page.rotation:
        return paths
    matrix = page.rotation_matrix
    return [path | {"rect": tuple(pymupdf.Rect(path["rect"]) * matrix)} for path in paths]


def _drawings(paths: Iterable[Any], move: tuple[float, float]) -> Iterator[Drawing]:
    dx, dy = move
    for path in paths:
        x0, y0, x1, y1 = path["rect"]
        kind = path["type"]
        rect = Rect(min(x0, x1) + dx, min(y0, y1) + dy, max(x0, x1) + dx, max(y0, y1) + dy)
        yield Drawing(
            rect=rect if "f" in kind else _inked(rect, path.get("width") or 0.0),
            fill=_rgb(path.get("fill")) if "f" in kind else None,
            stroke=_rgb(path.get("color")) if "s" in kind else None,
            curved=_is_curved(path["items"]),
        )


def _inked(rect: Rect, width: float) -> Rect:
    """A drawn line is as thick as its stroke: MuPDF gives the path alone."""
    if min(rect.width, rect.height) >= width:
        return rect
    across, down = (0.0, width / 2) if rect.width > rect.height else (width / 2, 0.0)
    return rect.grow(across, down)


def _ground(path: Any, move: tuple[float, float]) -> Ground:
    x0, y0, x1, y1 = path["rect"]
    items = path["items"]
    rect = Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)).moved(*move)
    solid = "f" in path["type"] and path.get("fill_opacity", 1) in (None, 1)
    if solid and len(items) == 1 and items[0][0] == "re":
        return Ground(path["seqno"], rect, solid=True)
    pen = (path.get("width") or 0) / 2
    return Ground(path["seqno"], rect.grow(pen, pen), solid=False)


def is_outlined(spans: Iterable[Span], paths: Iterable[Any]) -> bool:
    """Whether a page has nearly all its type in outlines, each glyph of ten curves or more."""
    if sum(len(s.text) for s in spans) >= FEW_LETTERS:
        return False
    curves = sum(item[0] == "c" for path in paths for item in path["items"])
    return int(curves) > MANY_CURVES


def _is_curved(items: Iterable[Any]) -> bool:
    curves = diagonals = 0
    for item in items:
        if item[0] == "c":
            curves += 1
        elif item[0] == "l":
            (ax, ay), (bx, by) = item[1], item[2]
            diagonals += abs(ax - bx) > 1 and abs(ay - by) > 1
    return curves > 8 or diagonals > 2


def _rgb(color: Any) -> int | None:
    if color is None:
        return None
    red, green, blue = (int(255 * c + 0.5) for c in color)
    return red << 16 | green << 8 | blue


def _placed(listing: Any, move: tuple[float, float], sheet: Rect) -> Iterator[Image]:
    dx, dy = move
    for info in pymupdf.TextPage(listing.get_textpage(PICTURES)).extractIMGINFO():
        x0, y0, x1, y1 = info["bbox"]
        rect = Rect(x0 + dx, y0 + dy, x1 + dx, y1 + dy).intersect(sheet)
        if rect is None or min(rect.width, rect.height) < FEW:
            continue
        yield Image(rect=rect, width=info["width"], height=info["height"])


class _Doubts(NamedTuple):
    """How many of each were met."""

    twins: int
    hidden: int
    paths: int
    outlined: bool


def _issues(
    document: Any, frame: Rect, spans: tuple[Span, ...], doubts: _Doubts
) -> Iterator[Issue]:
    if document.is_repaired:
        yield Issue(
            code="source-repaired",
            message="the file is damaged and was read with repair; send it again",
        )
    if not spans:
        yield Issue(
            code="no-text",
            message="the page has no text layer; it is kept as a picture",
        )
    elif doubts.outlined:
        yield Issue(
            code="type-outlined",
            message="nearly all type is outlined, it has no text layer",
        )
    if max(frame.width, frame.height) > 14_400:
        yield Issue(code="page-size", message="the page is larger than 200 inches")
    if doubts.paths > MANY_PATHS:
        yield Issue(
            code="too-many-paths",
            message=f"{doubts.paths} drawings; only the first {MANY_PATHS} were looked at",
        )
    strange = sum(unmapped(s.raw) for s in spans)
    if strange:
        yield Issue(
            code="text-unmapped",
            message=f"{strange} glyphs stand for no known character (no ToUnicode)",
        )
    if doubts.twins:
        message = f"{doubts.twins} overprinted pieces taken once"
        yield Issue(code="text-twins", message=message)
    if doubts.hidden:
        message = f"{doubts.hidden} pieces of text that nobody can see were left out"
        yield Issue(code="text-hidden", message=message)
