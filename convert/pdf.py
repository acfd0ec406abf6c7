"""Open PDFs with MuPDF, each only once; their pages are opened in `convert.sheet`."""

from collections.abc import Hashable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pymupdf
from pymupdf import mupdf

from convert.errors import EncryptedError, SourceError

READER_ERRORS = (RuntimeError, ValueError, IndexError, mupdf.FzErrorBase)
"""What MuPDF and PyMuPDF raise over a damaged file; PyMuPDF's own are RuntimeErrors."""

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def open_document(path: Path, shown: Hashable = None) -> Any:
    """Open a PDF, or say what is wrong with the file; do not close it.

    Args:
        path: the file.
        shown: how its pages are shown, for which the document is changed in memory: another
            way to show them needs another document.

    Raises:
        SourceError: it is missing, empty, no PDF, or has no pages.
        EncryptedError: it needs a password.
    """
    if not path.is_file():
        raise SourceError(path, "there is no such file; check the name and the folder")
    stat = path.stat()
    if stat.st_size == 0:
        raise SourceError(path, "the file is empty; send the page again")
    return _document(path, stat.st_size, stat.st_mtime_ns, shown)


def count_pages(path: Path) -> int:
    """Return how many pages a PDF has; the errors are those of `open_document`."""
    return int(open_document(path).page_count)


def inner(document: Any) -> Any:
    """Return the document as MuPDF's own functions on PDF objects want it."""
    return mupdf.pdf_document_from_fz_document(document.this)


def resources(document: Any, page: Any) -> Any:
    """Return the resource dictionary of a page, perhaps inherited, perhaps null."""
    about = mupdf.pdf_lookup_page_obj(inner(document), page.number)
    return mupdf.pdf_dict_get_inheritable(about, mupdf.pdf_new_name("Resources"))


def forms(document: Any, page: Any) -> list[int]:
    """Return the objects that hold the forms of a page, those within forms too."""
    return [form[0] for form in document.get_page_xobjects(page.number)]


def named_spaces(document: Any, page: Any) -> Iterator[Any]:
    """Yield the arrays that describe named colour spaces of a page and of its forms."""
    loaded = (mupdf.pdf_load_object(inner(document), number) for number in forms(document, page))
    of_forms = (mupdf.pdf_dict_gets(form, "Resources") for form in loaded)
    for named in (resources(document, page), *of_forms):
        spaces = mupdf.pdf_dict_gets(named, "ColorSpace")
        count = mupdf.pdf_dict_len(spaces) if mupdf.pdf_is_dict(spaces) else 0
        values = (mupdf.pdf_dict_get_val(spaces, number) for number in range(count))
        yield from (value for value in values if mupdf.pdf_is_array(value))


def is_spot(space: Any) -> bool:
    """Whether an array describes a spot colour, or a mixture of them."""
    return mupdf.pdf_to_name(mupdf.pdf_array_get(space, 0)) in {"Separation", "DeviceN"}


def close_document() -> None:
    """Let go of the document that was opened last."""
    _document.cache_clear()
    pymupdf.TOOLS.store_shrink(100)


@lru_cache(maxsize=1)
def _document(path: Path, _size: int, _changed: int, _shown: Hashable) -> Any:
    # MuPDF keeps up to 256 MiB of decoded pictures and fonts: those of the last document.
    pymupdf.TOOLS.store_shrink(100)
    try:
        document = pymupdf.open(path, filetype="pdf")
    except READER_ERRORS as error:
        raise SourceError(path, "is not a readable PDF; export the page again") from error
    if document.needs_pass:
        raise EncryptedError(path, "is encrypted; remove the password and send it again")
    if document.page_count == 0:
        raise SourceError(path, "has no pages, or its page list is lost; export it again")
    return document
