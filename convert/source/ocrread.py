"""Read the type of a scan into pieces, each script the way it is read best.

Latin, Cyrillic and Arabic pages go to Tesseract whole; its page analysis parts columns
well, but loses lone display type, which is read again line by line. Han pages go line by
line from the start, vertical columns with the models made for them.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image, ImageFilter

from convert.geometry import Rect
from convert.source import tesseract
from convert.source.bitmap import Grey, Mask, Scan, halved, ink_of
from convert.source.inklines import InkLine, blocks_of, find_lines
from convert.source.ocrtype import Piece, joined_text, pieces_of
from convert.source.tesseract import Row, Word

HAN_MODELS = ("chi_", "jpn", "kor")
TALLEST = 90
"""Lines of display type are made no higher than this to be read, in pixels."""
BLUR = 0.75
"""Radius that takes the grain off a line, in pixels at 300 dpi."""
LONGEST_STROKE = 50.0
"""A lone bar on a Han page may be the glyph for one, up to this length in points."""
SURE = 75
"""Lone display type read with less confidence is none."""
FAINT = 40
"""Ink of thin strokes is at least so many grey levels darker than its ground."""
INITIAL = 40
"""The same of a single large capital at the head of a text."""
RAW_LINE, ONE_GLYPH, ONE_LINE, ONE_COLUMN, WHOLE_PAGE = 13, 10, 7, 5, 3
"""Tesseract's page segmentation modes."""


def read_pieces(
    scan: Scan, language: str, rules: Sequence[Rect], pictures: Sequence[Rect]
) -> list[Piece]:
    """Return all type of a page; white type must have been made dark.

    Raises:
        TesseractError: the program or a model is missing, or it failed.
    """
    walls = [r for r in rules if r.width < r.height]
    unit = 2 * scan.scale
    ink = ink_of(halved(scan.grey), FAINT)
    han = language.startswith(HAN_MODELS)
    drawn = [r for r in rules if not han or max(r.width, r.height) > LONGEST_STROKE]
    _wipe(ink, [*pictures, *(r.grow(unit, unit) for r in drawn)], unit)
    if han:
        return _read_lines(scan, find_lines(ink, unit), language, walls)
    rows = tesseract.read_rows(scan.grey, language, scan.dpi, mode=WHOLE_PAGE)
    pieces = pieces_of(rows, scan, walls)
    _wipe(ink, [p.rect.grow(1, 1) for p in pieces], unit)
    return [*pieces, *_rescued(scan, ink, pieces, language, walls)]


def _wipe(ink: Mask, rects: Sequence[Rect], unit: float) -> None:
    for r in rects:
        top, left = max(0, int(r.top / unit)), max(0, int(r.left / unit))
        ink[top : int(r.bottom / unit) + 1, left : int(r.right / unit) + 1] = False


def _rescued(
    scan: Scan, ink: Mask, pieces: Sequence[Piece], language: str, walls: Sequence[Rect]
) -> list[Piece]:
    """Read what the page analysis left out: lone lines, most of them display type."""
    sizes = sorted(p.size for p in pieces for _ in range(p.letters))
    body = sizes[len(sizes) // 2] if sizes else 9.0
    left = [
        line
        for line in find_lines(ink, 2 * scan.scale, level=True)
        if 0.6 * body <= line.thick and line.rect.width > 0.6 * body
    ]
    caps = [line for line in left if _may_be_initial(line.rect, body)]
    lines = [line for line in left if line not in caps and line.rect.width > body]
    first = max((p.block for p in pieces), default=0) + 1
    found = _read_lines(scan, lines, language, walls)
    found = [p for p in found if p.confidence >= SURE and p.letters > 1]
    rows = _rows(scan, [(c, len(lines) + i) for i, c in enumerate(caps)], language, ONE_GLYPH)
    initials = [p for p in pieces_of(rows, scan, ()) if _is_initial(p)]
    return [replace(p, block=p.block + first) for p in (*found, *initials)]


def _may_be_initial(rect: Rect, body: float) -> bool:
    return 1.4 * body <= rect.height <= 8 * body and rect.width <= 1.7 * rect.height


def _is_initial(piece: Piece) -> bool:
    text = "".join(w.text for w in piece.words).strip("\"'“„«‘")
    return len(text) == 1 and text.isupper() and piece.confidence > INITIAL


def _read_lines(
    scan: Scan, lines: Sequence[InkLine], language: str, walls: Sequence[Rect]
) -> list[Piece]:
    blocks = blocks_of(lines)
    across = [i for i, line in enumerate(lines) if not line.vertical]
    down = [i for i, line in enumerate(lines) if line.vertical]
    han = language.startswith(HAN_MODELS)
    mode = RAW_LINE if han else ONE_LINE
    rows = _rows(scan, [(lines[i], blocks[i]) for i in across], language, mode)
    upwards = f"{language}_vert"
    if len(down) < len(across) and upwards not in tesseract.languages():
        upwards = language  # a vertical head or two need no model of their own
    columns = _rows(scan, [(lines[i], blocks[i]) for i in down], upwards, ONE_COLUMN)
    level = pieces_of(rows, scan, walls)
    upright = [replace(p, vertical=True) for p in pieces_of(columns, scan, ())]
    return [*level, *upright]


def _rows(scan: Scan, lines: Sequence[tuple[InkLine, int]], language: str, mode: int) -> list[Row]:
    """Read lines; a line of Han becomes one word as long as its ink."""
    pictures = [_picture(scan, line) for line, _ in lines]
    read = tesseract.read_lines([p for p, _, _ in pictures], language, scan.dpi, mode=mode)
    rows = []
    for (line, block), (_, scale, pad), words in zip(lines, pictures, read, strict=True):
        left, top = line.rect.left / scan.scale, line.rect.top / scan.scale
        if not words:
            continue
        placed = [_placed(w, scale, left - pad, top - pad) for w in words]
        if mode in (RAW_LINE, ONE_COLUMN):
            placed = [_as_one(words, line.rect, scan.scale)]
        rows.append(Row(tuple(placed), block, 0.0, line.rect.bottom / scan.scale))
    return rows


def _as_one(words: Sequence[Word], rect: Rect, scale: float) -> Word:
    chars = sum(len(w.text) for w in words)
    return Word(
        joined_text([w.text for w in words]),
        round(rect.left / scale),
        round(rect.top / scale),
        round(rect.right / scale),
        round(rect.bottom / scale),
        round(sum(w.confidence * len(w.text) for w in words) / chars),
    )


def _placed(word: Word, scale: float, left: float, top: float) -> Word:
    return replace(
        word,
        left=round(word.left / scale + left),
        top=round(word.top / scale + top),
        right=round(word.right / scale + left),
        bottom=round(word.bottom / scale + top),
    )


def _picture(scan: Scan, line: InkLine) -> tuple[Grey, float, float]:
    """The picture of a line: its scale, and its margin in pixels of the page."""
    rect = line.rect.grow(0.5, 0.5)
    top, left = max(0, round(rect.top / scan.scale)), max(0, round(rect.left / scan.scale))
    grey = scan.grey[top : round(rect.bottom / scan.scale), left : round(rect.right / scan.scale)]
    image = Image.fromarray(grey).filter(ImageFilter.GaussianBlur(BLUR))
    thick = image.width if line.vertical else image.height
    scale = min(1.0, TALLEST / thick)
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.LANCZOS)
    levels = np.asarray(image).astype(np.float32)
    low, high = np.percentile(levels, (2, 90))
    even = np.clip((levels - low) * 255 / (high - low + 1), 0, 255).astype(np.uint8)
    pad = max(6, round(0.2 * min(even.shape)))
    margin = pad / scale + 0.5 / scan.scale
    return np.pad(even, pad, constant_values=255), scale, margin
