"""First stage: read a PDF page into a `Page`. Add a reader by adding a line here."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

from convert.errors import EncryptedError, SourceError, UsageError
from convert.model import Issue, Page
from convert.settings import SourceSettings

Reader = Callable[[Path, int, SourceSettings], Page]
"""Reads page `index` (0-based) of a file; raises SourceError if it cannot."""

READERS: Mapping[str, str] = MappingProxyType(
    {
        "mupdf": "convert.source.mupdf",
        "plumber": "convert.source.plumber",
    }
)
"""Modules with a function `read`; loaded on first use, since they are heavy."""
FALLBACK = "plumber"


def read_page(path: Path, index: int, settings: SourceSettings) -> Page:
    """Read page `index` (0-based), by OCR where it has no text of its own.

    Raises:
        SourceError: no reader can read the page.
    """
    page = _read_text(path, index, settings)
    if not wants_ocr(page, settings):
        return page
    read = import_module("convert.source.ocr").read_by_ocr
    return cast(Page, read(path, index, page, settings))


def wants_ocr(page: Page, settings: SourceSettings) -> bool:
    """Whether a page is to be read from its pixels: a scan, or outlined type."""
    if settings.ocr != "auto":
        return settings.ocr == "force"
    if any(issue.code == "type-outlined" for issue in page.issues):
        return True
    return not page.spans and bool(page.images or page.boxes or page.rules)


def _read_text(path: Path, index: int, settings: SourceSettings) -> Page:
    """A second reader tries what the first cannot."""
    try:
        return pick_reader(settings.reader)(path, index, settings)
    except EncryptedError:
        raise
    except SourceError as error:
        if settings.reader == FALLBACK or not path.is_file():
            raise
        page = pick_reader(FALLBACK)(path, index, settings)
        note = Issue(
            code="reader-fallback",
            message=f"{settings.reader} failed ({error.reason}); {FALLBACK} read the page",
        )
        return replace(page, issues=(*page.issues, note))


def pick_reader(name: str) -> Reader:
    """Return the reader of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in READERS:
        raise UsageError(f"unknown reader {name!r}; choose {', '.join(READERS)}")
    return cast(Reader, import_module(READERS[name]).read)


def count_pages(path: Path) -> int:
    """Return how many pages a PDF has.

    Raises:
        SourceError: the file cannot be read.
    """
    return cast(int, import_module("convert.pdf").count_pages(path))
