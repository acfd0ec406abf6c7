"""The floor: what a page costs before a single article has been looked for.

Reading text, drawings and pictures with MuPDF, rendering at 150 dpi and writing a JPEG
with Pillow. Whatever `banmian build` takes beyond this is its own.
"""

import io
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pymupdf
from PIL import Image

from convert.pipeline.forks import LOADED

DPI = 150
QUALITY = 85


def run_floor(paths: Iterable[Path]) -> None:
    """Do the least for every page of `paths`."""
    for path in paths:
        with pymupdf.open(path) as document:
            for page in document:
                _touch(page)


def run_floor_in_processes(paths: Sequence[Path], workers: int) -> None:
    """Do the same, a file at a time, in processes that have it all loaded."""
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__, *LOADED])
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        list(pool.map(run_floor, [[path] for path in paths]))


def _touch(page: pymupdf.Page) -> None:
    page.get_text("rawdict", flags=pymupdf.TEXTFLAGS_TEXT)
    page.get_cdrawings()
    page.get_image_info()
    pixmap = page.get_pixmap(dpi=DPI)
    image = Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples)
    image.save(io.BytesIO(), "JPEG", quality=QUALITY)
