"""Open PDFs and their pages with MuPDF, each only once.

Reading and drawing need the same page one after the other, and the next page is often
of the same file. So a process keeps the document and the page that it opened last: the
page is parsed once, into a display list that gives both its text and its picture.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pymupdf

from convert.errors import EncryptedError, SourceError

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that is open; PyMuPDF's objects have no types."""

    document: Any
    page: Any
    listing: Any
    """MuPDF's display list: everything the page draws, /Rotate applied."""


def open_document(path: Path) -> Any:
    """Open a PDF, or say what is wrong with the file; do not close it.

    Raises:
        SourceError: it is missing, empty, no PDF, or has no pages.
        EncryptedError: it needs a password.
    """
    if not path.is_file():
        raise SourceError(path, "there is no such file; check the name and the folder")
    stat = path.stat()
    if stat.st_size == 0:
        raise SourceError(path, "the file is empty; send the page again")
    return _document(path, stat.st_size, stat.st_mtime_ns)


def count_pages(path: Path) -> int:
    """Return how many pages a PDF has; the errors are those of `open_document`."""
    return int(open_document(path).page_count)


def open_page(path: Path, index: int) -> Sheet:
    """Open page `index` (0-based) of a PDF; do not close it.

    Raises:
        SourceError: the file or this page of it cannot be opened.
    """
    document = open_document(path)
    stat = path.stat()
    try:
        return _sheet(path, stat.st_size, stat.st_mtime_ns, index, document)
    except (RuntimeError, ValueError, IndexError) as error:
        raise SourceError(path, f"page {index + 1} cannot be opened: {error}") from error


def user_unit(page: Any) -> float:
    """Return how many points a unit of the page's boxes has: nearly always 1."""
    kind, value = page.parent.xref_get_key(page.xref, "UserUnit")
    return float(value) if kind in {"int", "real"} and float(value) > 0 else 1.0


def close_page() -> None:
    """Let go of the page that was opened last; its document stays open."""
    _sheet.cache_clear()


def close_all() -> None:
    """Let go of the page and the document that were opened last."""
    close_page()
    _document.cache_clear()
    pymupdf.TOOLS.store_shrink(100)


@lru_cache(maxsize=1)
def _document(path: Path, _size: int, _changed: int) -> Any:
    # MuPDF keeps up to 256 MiB of decoded pictures and fonts: those of the last document.
    pymupdf.TOOLS.store_shrink(100)
    try:
        document = pymupdf.open(path, filetype="pdf")
    except (pymupdf.FileDataError, pymupdf.EmptyFileError, RuntimeError) as error:
        raise SourceError(path, "is not a readable PDF; export the page again") from error
    if document.needs_pass:
        raise EncryptedError(path, "is encrypted; remove the password and send it again")
    if document.page_count == 0:
        raise SourceError(path, "has no pages, or its page list is lost; export it again")
    return document


@lru_cache(maxsize=1)
def _sheet(_path: Path, _size: int, _changed: int, index: int, document: Any) -> Sheet:
    page = document[index]
    return Sheet(document=document, page=page, listing=page.get_displaylist())
