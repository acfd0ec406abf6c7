"""Whether inks of a page print over each other, so that its plates must be drawn.

Most files say "overprint" somewhere, also those that hold no ink at all. Drawing plates
takes twice the time and turns RGB colours into inks and back, so it is done only where it
can be seen: where something is painted in CMYK or in a spot colour.
"""

import re
from collections.abc import Iterator
from typing import Any

from pymupdf import mupdf

from convert.pdf import forms, is_spot, named_spaces

_INK = re.compile(rb"(?:^|[\s\]>])[kK](?=[\s/\[<(]|$)")
"""The operators that choose a CMYK colour."""


def needs_overprint(document: Any, page: Any) -> bool:
    """Whether overprint can change what the page looks like."""
    if not mupdf.fz_page_uses_overprint(page.this):
        return False
    return any(map(is_spot, named_spaces(document, page))) or any(
        _INK.search(content) for content in _contents(document, page)
    )


def _contents(document: Any, page: Any) -> Iterator[bytes]:
    for number in (*page.get_contents(), *forms(document, page)):
        yield document.xref_stream(number) or b""
