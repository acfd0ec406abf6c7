"""Preflight: what is wrong with a page before anyone reads it. docs/night.md lists it.

The first checks ask the PDF, so that they also speak of a page that cannot be converted;
the last ones compare what the page prints of itself with what its file name says.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from convert.edition.metadata import PageFacts
from convert.errors import SourceError
from convert.pdf import READER_ERRORS
from convert.settings import InkSettings
from convert.sheet import open_page, user_unit

MM = 25.4 / 72
"""Millimetres in a point."""
TOLERANCE = 4.0
"""Millimetres that a page may differ from the plan."""
COARSE = 120
"""Pixels per inch below which a picture looks rough on a screen."""
LARGE = 0.02
"""Share of the page from which a picture is worth a word."""
OUTLINES = 500
"""Drawings on a page without text that are probably its letters."""


class Severity(StrEnum):
    """How much a finding matters."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What file name and plan say of a page."""

    labels: tuple[str, ...] = ()
    date: str = ""
    """ISO 8601."""
    size: tuple[float, float] | None = None
    """Of a single page, in mm."""
    file_pages: int = 1
    """Pages that the file has."""
    wanted_pages: int = 1
    """Pages that the file should have."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a page."""

    code: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class _Check:
    severity: Severity
    summary: str
    cure: str


CHECKS: Mapping[str, _Check] = MappingProxyType(
    {
        "page-count": _Check(
            Severity.ERROR,
            "the file has another number of pages than its name says",
            "Export one page to a file.",
        ),
        "page-double": _Check(
            Severity.WARNING,
            "the same file came for another page, too",
            "Send the right page.",
        ),
        "size-differs": _Check(
            Severity.WARNING,
            "the page is not as large as the plan says",
            "Export the page with its trim box, or mend `page_size`.",
        ),
        "fonts-unmapped": _Check(
            Severity.WARNING,
            "fonts that do not say which characters their glyphs are",
            "Embed fonts with ToUnicode.",
        ),
        "text-none": _Check(
            Severity.ERROR, "the page has no text", "Export with live text; OCR reads it meanwhile."
        ),
        "text-outlined": _Check(
            Severity.ERROR,
            "the text was turned into outlines",
            "Export with live text; OCR reads it meanwhile.",
        ),
        "picture-coarse": _Check(
            Severity.NOTE,
            f"pictures with fewer than {COARSE} pixels per inch",
            "Place larger pictures.",
        ),
        "colour-rgb": _Check(
            Severity.NOTE, "pictures in RGB on a page for print", "Convert them for print."
        ),
        "folio-date": _Check(
            Severity.ERROR,
            "the page prints another date than its name says",
            "Send the right page, or rename the file.",
        ),
        "folio-page": _Check(
            Severity.WARNING,
            "the page prints another page number than its name says",
            "Send the right page, or rename the file.",
        ),
    }
)
"""Every check by code, with its cure."""


def _finding(code: str, message: str) -> Finding:
    return Finding(code, CHECKS[code].severity, message)


def preflight(path: Path, index: int, expected: Expected, inks: InkSettings) -> list[Finding]:
    """Return what is wrong with page `index` of a PDF; nothing of one that does not open.

    `inks` are those that the page is read with after that: it is opened only once.
    """
    if expected.file_pages != expected.wanted_pages:
        wrong = f"the file has {expected.file_pages} pages, not {expected.wanted_pages}"
        count = [_finding("page-count", wrong)]
    else:
        count = []
    try:
        sheet = open_page(path, index, inks)
        return count + [found for check in _OF_PDF for found in check(sheet.page, expected)]
    except (SourceError, *READER_ERRORS):
        return count  # the conversion says what is wrong with it


def compare(facts: PageFacts, expected: Expected) -> list[Finding]:
    """Return where what the page prints contradicts what its name says."""
    found = []
    if facts.date and expected.date and facts.date != expected.date:
        found.append(_finding("folio-date", f"prints {facts.date}, the name says {expected.date}"))
    printed = page_number(facts.label)
    named = [page_number(label) for label in expected.labels]
    if printed and named and not any(_agree(printed, n) for n in named if n):
        said = "-".join(expected.labels)
        found.append(_finding("folio-page", f"prints {facts.label}, the name says {said}"))
    return found


def page_number(label: str) -> tuple[str, int] | None:
    """Return section and number of a label such as A03; None: it has no number."""
    match = re.fullmatch(r"([A-Z]*)(\d{1,4})", label.strip().upper())
    return (match[1], int(match[2])) if match else None


def _agree(one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether two labels may be one: a folio often leaves out the section."""
    return one[1] == other[1] and (one[0] == other[0] or not (one[0] and other[0]))


def _size(page: Any, expected: Expected) -> Iterator[Finding]:
    if expected.size is None:
        return
    unit = user_unit(page) * MM
    width, height = page.trimbox.width * unit, page.trimbox.height * unit
    if page.rotation % 180:
        width, height = height, width
    wanted = (expected.size[0] * max(1, len(expected.labels)), expected.size[1])
    if abs(width - wanted[0]) > TOLERANCE or abs(height - wanted[1]) > TOLERANCE:
        message = f"is {width:.0f} × {height:.0f} mm, planned {wanted[0]:g} × {wanted[1]:g}"
        yield _finding("size-differs", message)


def _fonts(page: Any, _: Expected) -> Iterator[Finding]:
    document = page.parent
    unmapped = [
        name
        for xref, _ext, kind, name, _ref, encoding, *_ in page.get_fonts(full=True)
        if xref and kind == "Type0" and encoding.startswith("Identity")
        if document.xref_get_key(xref, "ToUnicode")[0] == "null"
    ]
    if unmapped:
        yield _finding("fonts-unmapped", _some(unmapped))


def _text(page: Any, _: Expected) -> Iterator[Finding]:
    if page.get_text("words", flags=0):
        return
    drawings = len(page.get_cdrawings())
    if drawings >= OUTLINES:
        yield _finding("text-outlined", f"no text, but {drawings} drawings")
    else:
        yield _finding("text-none", "no text at all")


def _pictures(page: Any, _: Expected) -> Iterator[Finding]:
    area = abs(page.rect.width * page.rect.height)
    coarse, rgb = [], 0
    for info in page.get_image_info():
        left, top, right, bottom = info["bbox"]
        width, height = right - left, bottom - top
        if width <= 0 or height <= 0 or width * height < LARGE * area:
            continue
        ppi = 72 * min(info["width"] / width, info["height"] / height)
        coarse += [f"{ppi:.0f}"] if ppi < COARSE else []
        rgb += "RGB" in str(info.get("cs-name", ""))
    if coarse:
        yield _finding("picture-coarse", f"{len(coarse)} with {_some(coarse)} ppi")
    if rgb:
        yield _finding("colour-rgb", f"{rgb} of them")


_OF_PDF: tuple[Callable[[Any, Expected], Iterator[Finding]], ...] = (
    _size,
    _fonts,
    _text,
    _pictures,
)


def _some(names: Iterable[str], most: int = 4) -> str:
    known = list(dict.fromkeys(names))
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return ", ".join(known[:most]) + more
