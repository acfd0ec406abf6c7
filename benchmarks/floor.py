"""The floor: what a page costs before a single article has been looked for.

Reading text, drawings and pictures with MuPDF, rendering at 150 dpi and writing a JPEG
with Pillow. Whatever `banmian build` takes beyond this is its own.
"""

import io
from collections.abc import Iterable
from pathlib import Path

import pymupdf
from PIL import Image

DPI = 150
QUALITY = 85


def run_floor(paths: Iterable[Path]) -> int:
    """Do the least for every page of `paths`; return how many pages there are."""
    pages = 0
    for path in paths:
        with pymupdf.open(path) as document:
            for page in document:
                _touch(page)
                pages += 1
    return pages


def _touch(page: pymupdf.Page) -> None:
    page.get_text("rawdict", flags=pymupdf.TEXTFLAGS_TEXT)
    page.get_cdrawings()
    page.get_image_info()
    pixmap = page.get_pixmap(dpi=DPI)
    image = Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples)
    image.save(io.BytesIO(), "JPEG", quality=QUALITY)
