"""Run Tesseract and read what it says: words with boxes, in lines and blocks.

The program is run as a process of its own, page pictures go in through a pipe, and hOCR
comes back: nothing is written to disk, and a crash costs one page.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import numpy as np
from lxml import etree
from numpy.typing import NDArray
from PIL import Image

from convert.errors import BanmianError

PROGRAM = "tesseract"
SECONDS = 900
"""A page that takes longer than this is kept as a picture."""
_BOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_CONF = re.compile(r"x_wconf (\d+)")
_LINES = ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat")


class TesseractError(BanmianError):
    """Tesseract is missing, lacks a language, or failed on a page."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in pixels of the picture that was read."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: int
    """0..100."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of words of one block."""

    words: tuple[Word, ...]
    block: int
    slope: float
    base: float
    """Height of the baseline at the left end, in pixels."""


@lru_cache(maxsize=1)
def version() -> str:
    """Return the version of the program.

    Raises:
        TesseractError: it is not installed.
    """
    if shutil.which(PROGRAM) is None:
        raise TesseractError("the program tesseract is missing; apt-get install tesseract-ocr")
    return _run(["--version"]).decode("utf-8", "replace").split("\n")[0].strip()


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """Return the names of the models that are installed.

    Raises:
        TesseractError: the program is not installed.
    """
    version()
    lines = _run(["--list-langs"]).decode("utf-8", "replace").splitlines()[1:]
    return frozenset(line.strip() for line in lines if line.strip())


def read_rows(
    grey: NDArray[np.uint8], language: str, dpi: float, *, mode: int = 3
) -> tuple[Row, ...]:
    """Read a picture; `mode` is Tesseract's page segmentation mode.

    Raises:
        TesseractError: the model is missing, or the program failed.
    """
    need(language)
    options = ["-l", language, "--psm", str(mode), "--dpi", str(round(dpi)), "hocr"]
    pages = _pages(_run(["stdin", "stdout", *options], pgm(grey)))
    return tuple(row for page in pages for row in _rows(page))


def read_lines(
    greys: Sequence[NDArray[np.uint8]], language: str, dpi: float, *, mode: int = 7
) -> tuple[tuple[Word, ...], ...]:
    """Read pictures of single lines in one go; each gives its words.

    Raises:
        TesseractError: the model is missing, or the program failed.
    """
    if not greys:
        return ()
    need(language)
    options = ["-l", language, "--psm", str(mode), "--dpi", str(round(dpi)), "hocr"]
    found: list[tuple[Word, ...]] = []
    for page in _pages(_run(["stdin", "stdout", *options], tiff(greys))):
        found.append(tuple(word for row in _rows(page) for word in row.words))
    return tuple(found)


def script_of(grey: NDArray[np.uint8], dpi: float) -> str:
    """Return the script of a page, e.g. Latin or Han; empty: too little to tell.

    Raises:
        TesseractError: the program or its model for scripts is missing.
    """
    need("osd")
    options = ["--psm", "0", "--dpi", str(round(dpi))]
    try:
        said = _run(["stdin", "stdout", *options], pgm(grey)).decode("utf-8", "replace")
    except TesseractError:
        return ""  # too few characters
    match = re.search(r"^Script: (\w+)", said, re.MULTILINE)
    return match[1] if match else ""


def tiff(greys: Sequence[NDArray[np.uint8]]) -> bytes:
    """Return pictures as the pages of one TIFF file."""
    first, *rest = (Image.fromarray(grey) for grey in greys)
    buffer = BytesIO()
    first.save(buffer, "TIFF", save_all=True, append_images=rest)
    return buffer.getvalue()


def need(language: str) -> None:
    """Make sure that a model is installed.

    Raises:
        TesseractError: it is not.
    """
    for name in language.split("+"):
        if name not in languages():
            package = "tesseract-ocr-" + name.replace("_", "-")
            raise TesseractError(f"the OCR model {name} is missing; apt-get install {package}")


def pgm(grey: NDArray[np.uint8]) -> bytes:
    """Return the picture as a PGM file."""
    height, width = grey.shape
    return b"P5 %d %d 255\n" % (width, height) + np.ascontiguousarray(grey).tobytes()


def _run(arguments: Iterable[str], given: bytes = b"") -> bytes:
    command = [PROGRAM, *arguments]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, timeout=SECONDS, env=environment, check=False
        )
    except OSError as error:
        raise TesseractError(f"tesseract cannot be run: {error.strerror}") from error
    except subprocess.TimeoutExpired as error:
        raise TesseractError(f"tesseract took longer than {SECONDS} seconds") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        raise TesseractError(f"tesseract failed: {reason or done.returncode}")
    return done.stdout


def _pages(hocr: bytes) -> Iterator[Any]:
    if hocr.strip():
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        root = etree.fromstring(hocr, parser)
        yield from (e for e in root.iter() if e.get("class") == "ocr_page")


def _rows(page: Any) -> Iterator[Row]:
    block = -1
    for element in page.iter():
        kind = element.get("class")
        if kind == "ocr_carea":
            block += 1
        elif kind in _LINES:
            words = tuple(_words(element))
            if words:
                yield _row(element, words, block)


def _row(element: Any, words: tuple[Word, ...], block: int) -> Row:
    title = element.get("title", "")
    bottom = _numbers(_BOX, title)[3]
    slope, offset = _numbers(_BASE, title) or (0.0, 0.0)
    return Row(words, block, slope, bottom + offset)


def _words(line: Any) -> Iterator[Word]:
    for element in line.iter():
        if element.get("class") == "ocrx_word":
            title = element.get("title", "")
            left, top, right, bottom = (int(n) for n in _numbers(_BOX, title))
            text = "".join(element.itertext()).strip()
            if text and right > left and bottom > top:
                yield Word(text, left, top, right, bottom, int(_numbers(_CONF, title)[0]))


def _numbers(pattern: re.Pattern[str], title: str) -> tuple[float, ...]:
    match = pattern.search(title)
    return tuple(float(n) for n in match.groups()) if match else ()
