"""Read pages with MuPDF: the first reader. Besides imaging the only user of pymupdf."""

import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pymupdf

from convert.errors import EncryptedError, SourceError
from convert.geometry import Rect
from convert.model import Image, Issue, Page, Source, Span
from convert.settings import SourceSettings
from convert.source.boxes import choose_frame, turn
from convert.source.digest import digest
from convert.source.marks import Drawing, sort_marks
from convert.source.sizes import even_spans
from convert.source.spans import (
    Glyph,
    Style,
    is_bold,
    is_italic,
    make_span,
    upright_spans,
    without_twins,
)
from convert.source.text import clean, unmapped

FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_COLLECT_STYLES
FILLED, STROKED, BOLD = 16, 32, 8
"""Bits of a span's char_flags."""
FEW = 8
"""An image below this many points in either direction is no picture."""
FEW_LETTERS, MANY_CURVES = 200, 4_000
"""A page with fewer letters and more curves than this has its type in outlines."""
OUTLINED = Issue(
    code="type-outlined",
    message="nearly all type is outlined, it has no text layer",
)
MANY_PATHS = 20_000
"""Beyond this many drawings only the first are sorted, with an issue."""

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def open_document(path: Path) -> Any:
    """Open a PDF, or say what is wrong with the file.

    Raises:
        SourceError: it is missing, empty, no PDF, or has no pages.
        EncryptedError: it needs a password.
    """
    if not path.is_file():
        raise SourceError(path, "there is no such file; check the name and the folder")
    if path.stat().st_size == 0:
        raise SourceError(path, "the file is empty; send the page again")
    try:
        document = pymupdf.open(path, filetype="pdf")
    except (pymupdf.FileDataError, pymupdf.EmptyFileError, RuntimeError) as error:
        raise SourceError(path, "is not a readable PDF; export the page again") from error
    if document.needs_pass:
        raise EncryptedError(path, "is encrypted; remove the password and send it again")
    if document.page_count == 0:
        raise SourceError(path, "has no pages, or its page list is lost; export it again")
    return document


def count_pages(path: Path) -> int:
    """Return how many pages a PDF has; the errors are those of `open_document`."""
    with open_document(path) as document:
        return int(document.page_count)


def read(path: Path, index: int, settings: SourceSettings) -> Page:
    """Read page `index` (0-based) of a PDF.

    Raises:
        SourceError: the file or this page of it cannot be read.
    """
    with open_document(path) as document:
        try:
            page = document[index]
            return _page(page, document, path, index, settings)
        except (RuntimeError, ValueError, IndexError) as error:
            raise SourceError(path, f"page {index + 1} cannot be read: {error}") from error


def frame_of(page: Any, wanted: str) -> tuple[str, Rect, Rect]:
    """Return the name of the frame, the frame, and MuPDF's page in the same points.

    Frame and page are rectangles in points from the top left of the MediaBox, after
    /Rotate: MuPDF's coordinates begin at the second one's corner.
    """
    media = page.mediabox
    boxes = {
        name: _given(page, key, media)
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


def _given(page: Any, key: str, media: Any) -> Rect | None:
    """A box as the file gives it, y down from the MediaBox's top left, unrotated."""
    kind, value = page.parent.xref_get_key(page.xref, key)
    numbers = [float(v) for v in value.strip("[]").split()] if kind == "array" else []
    if key != "TrimBox" and len(numbers) != 4:
        box = page.cropbox if key == "CropBox" else media
        if key == "MediaBox":
            return Rect(0, 0, media.width, media.height)
        top = box.y0
        return Rect(box.x0 - media.x0, top, box.x1 - media.x0, top + box.height)
    if len(numbers) != 4:
        return None
    if key == "MediaBox":
        return Rect(0, 0, media.width, media.height)
    x0, x1 = sorted((numbers[0], numbers[2]))
    y0, y1 = sorted((numbers[1], numbers[3]))
    return Rect(x0 - media.x0, media.y1 - y1, x1 - media.x0, media.y1 - y0)


def _page(page: Any, document: Any, path: Path, index: int, settings: SourceSettings) -> Page:
    name, frame, shown = frame_of(page, settings.box)
    move = (shown.left - frame.left, shown.top - frame.top)
    sheet = Rect(0, 0, frame.width, frame.height)
    found = list(_spans(page, move))
    visible = [s for s, seen in found if seen]
    spans, twins = without_twins(
        s for s in (visible or [s for s, _ in found]) if sheet.holds(s.rect.cx, s.rect.cy)
    )
    if not visible:
        spans = even_spans(spans)  # the text layer of a scan
    drawings = page.get_cdrawings()
    outlined = sum(len(s.text) for s in spans) < FEW_LETTERS and curves(drawings) > MANY_CURVES
    rules, boxes, sketches = sort_marks(_drawings(drawings[:MANY_PATHS], move), sheet)
    images = (*_images(page, move, sheet, len(spans)), *sketches)
    return Page(
        source=Source(file=path.name, page=index + 1, sha256=digest(path)),
        box=name,
        frame=frame,
        spans=spans,
        rules=rules,
        boxes=boxes,
        images=images,
        issues=(
            *_issues(document, frame, spans, twins, len(drawings)),
            *((OUTLINED,) if spans and outlined else ()),
        ),
    )


def _spans(page: Any, move: tuple[float, float]) -> Iterator[tuple[Span, bool]]:
    dx, dy = move
    for block in page.get_text("rawdict", flags=FLAGS)["blocks"]:
        flow = block["number"]
        for line in block["lines"]:
            x, y = line["dir"]
            angle = 0 if x > 0.999 else round(math.degrees(math.atan2(y, x))) % 360
            upright_columns = bool(line["wmode"])
            for span in line["spans"]:
                flags = span["char_flags"]
                seen = bool(flags & (FILLED | STROKED)) and span["alpha"] > 0
                font = span["font"]
                style = Style(
                    font=font,
                    size=span["size"],
                    bold=bool(span["flags"] & 16 or flags & BOLD) or is_bold(font),
                    italic=bool(span["flags"] & 2) or is_italic(font),
                    color=span["color"],
                    vertical=upright_columns,
                    angle=0 if upright_columns else angle,
                )
                if style.angle or upright_columns:
                    yield from ((s, seen) for s in _whole(span, style, flow, move))
                    continue
                glyphs = [
                    Glyph(
                        c["c"],
                        c["origin"][0] + dx,
                        c["bbox"][2] + dx,
                        c["origin"][1] + dy,
                    )
                    for c in span["chars"]
                ]
                yield from ((s, seen) for s in upright_spans(glyphs, style, flow))


def _whole(span: Any, style: Style, flow: int, move: tuple[float, float]) -> Iterable[Span]:
    """A rotated or vertical run stays in one piece, in its bounding box."""
    raw = "".join(c["c"] for c in span["chars"])
    text = clean(raw)
    if text:
        x0, y0, x1, y1 = span["bbox"]
        rect = Rect(x0 + move[0], y0 + move[1], x1 + move[0], y1 + move[1])
        yield make_span(raw, text, rect, style, flow)


def _drawings(paths: Iterable[Any], move: tuple[float, float]) -> Iterator[Drawing]:
    dx, dy = move
    for path in paths:
        x0, y0, x1, y1 = path["rect"]
        kind = path["type"]
        yield Drawing(
            rect=Rect(min(x0, x1) + dx, min(y0, y1) + dy, max(x0, x1) + dx, max(y0, y1) + dy),
            fill=_rgb(path.get("fill")) if "f" in kind else None,
            stroke=_rgb(path.get("color")) if "s" in kind else None,
            curved=_is_curved(path["items"]),
        )


def curves(paths: Iterable[Any]) -> int:
    """Count the curves of all paths; a glyph in outlines has ten or more."""
    return sum(item[0] == "c" for path in paths for item in path["items"])


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


def _images(page: Any, move: tuple[float, float], sheet: Rect, spans: int) -> Iterator[Image]:
    dx, dy = move
    for info in page.get_image_info():
        x0, y0, x1, y1 = info["bbox"]
        rect = Rect(x0 + dx, y0 + dy, x1 + dx, y1 + dy).intersect(sheet)
        if rect is None or min(rect.width, rect.height) < FEW:
            continue
        if rect.area > 0.9 * sheet.area and spans > 40:
            continue
        yield Image(rect=rect, width=info["width"], height=info["height"])


def _issues(
    document: Any, frame: Rect, spans: tuple[Span, ...], twins: int, paths: int
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
    if max(frame.width, frame.height) > 14_400:
        yield Issue(code="page-size", message="the page is larger than 200 inches")
    if paths > MANY_PATHS:
        yield Issue(
            code="too-many-paths",
            message=f"{paths} drawings; only the first {MANY_PATHS} were looked at",
        )
    strange = sum(unmapped(s.raw) for s in spans)
    if strange:
        yield Issue(
            code="text-unmapped",
            message=f"{strange} glyphs stand for no known character (no ToUnicode)",
        )
    if twins:
        yield Issue(code="text-twins", message=f"{twins} overprinted pieces taken once")
