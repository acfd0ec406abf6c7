"""Open the pages of PDFs with MuPDF, each only once, with inks as they are to be seen.

Reading and drawing need the same page one after the other, and the next page is often
of the same file. So a process keeps the document and the page that it opened last: the
page is parsed once, into a display list that gives both its text and its picture.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pymupdf

from convert.errors import SourceError
from convert.inks import ink_profile, ink_space
from convert.overprint import needs_overprint
from convert.pdf import READER_ERRORS, close_document, open_document
from convert.presswork import own_profile, plate_space, show_cmyk, show_output_intent
from convert.settings import InkSettings


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that is open; PyMuPDF's objects have no types."""

    document: Any
    page: Any
    listing: Any
    """MuPDF's display list: everything the page draws, /Rotate applied."""
    plates: Any
    """Colour space to draw the plates in, if inks print over each other; None: they do not."""
    press: Any
    """Colour space that says what those plates look like in print."""


def open_page(path: Path, index: int, inks: InkSettings) -> Sheet:
    """Open page `index` (0-based) of a PDF; do not close it.

    Raises:
        SourceError: the file or this page of it cannot be opened.
        UsageError: the CMYK profile of the settings is none.
    """
    document = open_document(path, inks)
    stat = path.stat()
    try:
        return _sheet(path, stat.st_size, stat.st_mtime_ns, index, inks, document)
    except READER_ERRORS as error:
        raise SourceError(path, f"page {index + 1} cannot be opened: {error}") from error


def user_unit(page: Any) -> float:
    """Return how many points a unit of the page's boxes has: nearly always 1."""
    kind, value = page.parent.xref_get_key(page.xref, "UserUnit")
    return float(value) if kind in {"int", "real"} and float(value) > 0 else 1.0


def complaints() -> str:
    """Return what MuPDF said was wrong since the page was opened, but for its fonts."""
    lines = pymupdf.TOOLS.mupdf_warnings(reset=True).splitlines()
    return "; ".join(dict.fromkeys(line for line in lines if "freetype" not in line))


def close_page() -> None:
    """Let go of the page that was opened last; its document stays open."""
    _sheet.cache_clear()


def close_all() -> None:
    """Let go of the page and the document that were opened last."""
    close_page()
    close_document()


@lru_cache(maxsize=1)
def _sheet(
    _path: Path, _size: int, _changed: int, index: int, inks: InkSettings, document: Any
) -> Sheet:
    pymupdf.TOOLS.reset_mupdf_warnings()
    own = own_profile(document)
    profile = ink_profile(own, inks)
    if own is not None and profile is not None:
        show_output_intent(document, profile)
    page = document[index]
    overprint = needs_overprint(document, page)
    if own is None and profile is not None and not overprint:
        show_cmyk(document, page, profile)
    return Sheet(
        document=document,
        page=page,
        listing=page.get_displaylist(),
        plates=plate_space(document) if overprint else None,
        press=ink_space(profile) if overprint else None,
    )
