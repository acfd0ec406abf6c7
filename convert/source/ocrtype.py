"""From words that were read to the spans of a page: sizes, weights, gaps.

A scan has no fonts. The size of a line comes from the heights of its words above the
baseline; one paragraph gets one size, and sizes of the page that nearly agree are made
equal. Strokes thicker than the body's for their size are bold.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np

from convert.geometry import Rect
from convert.model import Span
from convert.source.bitmap import Mask, Scan, ink_of
from convert.source.sizes import Measured, evened
from convert.source.spans import ASCENT, DESCENT, WIDE_GAP, Style, make_span
from convert.source.tesseract import Row, Word
from convert.source.text import clean
from convert.typeface import is_cjk

TALL = 0.71
"""Height of capitals and ascenders above the baseline, in em."""
LOW = 0.47
"""Height of small letters without ascenders, in em."""
MIXED = 0.62
"""The same of words with t, i or an accent."""
HAN = 0.92
"""Height of the tallest Han glyphs of a line, in em."""
HAN_FOOT = 0.08
"""Depth of Han glyphs below the baseline, in em."""
BOLD = 1.38
"""Strokes so much thicker than the body's, for their size, are bold."""

_TALL = frozenset("bdfhklßþðбфђћ")
_LOW = frozenset("acegmnopqrsuvwxyzавгежзклмнопрстухцчшщъыьэюя")
_DEEP = frozenset("gjpqyçşţ,;()[]{}|/Qрцщуфдђџ")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line without a wide gap, in page space."""

    words: tuple[Word, ...]
    rect: Rect
    """Around the ink."""
    base: float
    size: float
    weight: float
    """Thickness of its strokes, in em."""
    block: int
    confidence: float
    vertical: bool = False

    @property
    def letters(self) -> int:
        """How many letters and digits it has."""
        return sum(c.isalnum() for word in self.words for c in word.text)

    @property
    def sure(self) -> bool:
        """Whether its size was measured on capitals, ascenders or Han."""
        return _is_han(self.words) or any(_is_tall(word.text) for word in self.words)


def pieces_of(rows: Iterable[Row], scan: Scan, walls: Sequence[Rect]) -> list[Piece]:
    """Return the rows parted at wide gaps and at vertical rules."""
    ink = ink_of(scan.grey)
    found: list[Piece] = []
    for row in rows:
        size = _size(row, row.words)
        for words in _parts(row.words, size, scan, walls):
            found.append(_piece(row, words, size, scan, ink))
    return found


def _parts(
    words: Sequence[Word], size: float, scan: Scan, walls: Sequence[Rect]
) -> Iterator[tuple[Word, ...]]:
    part: list[Word] = []
    for word in words:
        if part and (
            word.left - part[-1].right > WIDE_GAP * size or _walled(part[-1], word, scan, walls)
        ):
            yield tuple(part)
            part = []
        part.append(word)
    yield tuple(part)


def _walled(a: Word, b: Word, scan: Scan, walls: Sequence[Rect]) -> bool:
    left, right = (a.right - 4) * scan.scale, (b.left + 4) * scan.scale
    middle = (a.top + a.bottom) / 2 * scan.scale
    return any(left <= w.cx <= right and w.top <= middle <= w.bottom for w in walls)


def _piece(row: Row, words: tuple[Word, ...], size: float, scan: Scan, ink: Mask) -> Piece:
    box = (
        min(w.left for w in words),
        min(w.top for w in words),
        max(w.right for w in words),
        max(w.bottom for w in words),
    )
    return Piece(
        words=words,
        rect=scan.rect(*box),
        base=_base(row, words) * scan.scale,
        size=size * scan.scale,
        weight=_stroke(ink[box[1] : box[3], box[0] : box[2]]) / size,
        block=row.block,
        confidence=sum(w.confidence * len(w.text) for w in words) / sum(len(w.text) for w in words),
    )


def _base(row: Row, words: Sequence[Word]) -> float:
    """Height of the baseline: what most words without descenders stand on."""
    if _is_han(words):
        return max(w.bottom for w in words) - HAN_FOOT * _size(row, words)
    feet = [w.bottom for w in words if not _DEEP & set(w.text)]
    return median(feet) if feet else row.base + row.slope * (words[0].left - words[-1].right) / 2


def _size(row: Row, words: Sequence[Word]) -> float:
    """The type size in pixels."""
    if _is_han(words):
        high = max(w.bottom for w in words) - min(w.top for w in words)
        wide = max(w.right for w in words) - min(w.left for w in words)
        return max(4.0, min(high, wide if high > 2 * wide else high) / HAN)
    base = _base(row, words)
    tall = [(base - w.top) / TALL for w in words if _is_tall(w.text)]
    low = [(base - w.top) / LOW for w in words if _LOW.issuperset(w.text.rstrip(",.-"))]
    mixed = [(base - w.top) / MIXED for w in words if w.text[0].isalpha()]
    heights = tall or low or mixed or [(w.bottom - w.top) / TALL for w in words]
    return max(4.0, median(heights))


def _is_tall(text: str) -> bool:
    return any(c.isupper() or c.isdigit() or c in _TALL for c in text)


def _is_han(words: Iterable[Word]) -> bool:
    chars = [c for w in words for c in w.text if c.isalnum()]
    return sum(is_cjk(c) for c in chars) * 2 > len(chars)


def _stroke(ink: Mask) -> float:
    """Mean length of the horizontal runs of ink, in pixels."""
    runs = np.count_nonzero(ink[:, 1:] & ~ink[:, :-1]) + np.count_nonzero(ink[:, :1])
    return float(np.count_nonzero(ink) / runs) if runs else 0.0


# --- one size for one paragraph -------------------------------------------------------


def with_even_sizes(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces, block by block, with the sizes of their paragraphs."""
    ordered = sorted(pieces, key=lambda p: (p.block, *_place(p)))
    sizes = evened([Measured(p.size, p.letters, p.block, p.sure) for p in ordered])
    return [replace(p, size=size) for p, size in zip(ordered, sizes, strict=True)]


def _place(piece: Piece) -> tuple[float, float]:
    rect = piece.rect
    return (-rect.cx, rect.top) if piece.vertical else (round(piece.base), rect.left)


# --- spans -------------------------------------------------------------------------------


def spans_of(pieces: Sequence[Piece]) -> Iterator[Span]:
    """Yield the pieces as spans in em boxes, as a page with live text has them."""
    usual = median(p.weight for p in pieces) if pieces else 0.0
    for piece in pieces:
        raw = joined_text([w.text for w in piece.words])
        text = clean(raw)
        if not text:
            continue
        bold = piece.weight > BOLD * usual
        style = Style("scan-bold" if bold else "scan", piece.size, bold, False, 0, piece.vertical)
        yield make_span(raw, text, _em_box(piece), style, piece.block)


def joined_text(words: Sequence[str]) -> str:
    """Return words as running text; Han is set without spaces."""
    parts = [words[0]]
    for a, b in pairwise(words):
        parts += [b] if is_cjk(a[-1]) or is_cjk(b[0]) else [" ", b]
    return "".join(parts)


def _em_box(piece: Piece) -> Rect:
    rect = piece.rect
    if piece.vertical:
        half = piece.size / 2
        return Rect(rect.cx - half, rect.top, rect.cx + half, rect.bottom)
    top, bottom = piece.base - ASCENT * piece.size, piece.base + DESCENT * piece.size
    return Rect(rect.left, top, rect.right, bottom)
