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
    """Read page `index` (0-based); a second reader tries what the first cannot.

    Raises:
        SourceError: no reader can read the page.
    """
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
