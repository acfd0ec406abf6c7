"""Build the spans of a page from glyphs, whichever reader found them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from convert.geometry import Rect
from convert.model import Span
from convert.source.text import clean

WIDE_GAP = 1.0
"""A gap of this many em ends a span."""
TWIN = 0.22
"""The same glyph this near, in em, was printed twice: fake bold, a shadow."""
CELL = 24.0
"""Twins are looked for in cells of so many points: more than `TWIN` of any usual type."""
FAKE = 0.1
"""A twin of the same colour this near, in em, makes the type bold."""
ASCENT, DESCENT = 0.78, 0.22
"""The em box above and below the baseline, in em."""

_BOLD = re.compile(r"bold|black|heavy|semib|demi|fett|-bd|[-_]w[789]\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv|[-_ ]it\b", re.IGNORECASE)


class Word(NamedTuple):
    """A run of characters without white space in a longer text, in page space."""

    start: int
    """Where it begins in the text."""
    end: int
    left: float
    right: float


Run = Word
"""Words without a wide gap between them."""


class Style(NamedTuple):
    """What all glyphs of a span share."""

    font: str
    size: float
    bold: bool
    italic: bool
    color: int
    vertical: bool = False
    angle: int = 0


SMALLEST, LARGEST = 0.05, 1e5
"""Sizes of type, in points, between which it can be seen."""


@lru_cache(maxsize=1024)
def is_bold(font: str) -> bool:
    """Whether a font's name says it is bold."""
    return _BOLD.search(font) is not None


@lru_cache(maxsize=1024)
def is_italic(font: str) -> bool:
    """Whether a font's name says it is italic."""
    return _ITALIC.search(font) is not None


def join_words(words: Sequence[Word], size: float) -> list[Run]:
    """Join the words of one style to runs, parted at wide gaps."""
    runs: list[Run] = []
    for word in words:
        if runs and word.left - runs[-1].right <= WIDE_GAP * size:
            runs[-1] = Run(runs[-1].start, word.end, runs[-1].left, word.right)
        else:
            runs.append(word)
    return runs


def upright_spans(
    text: str, runs: Iterable[Run], baseline: float, style: Style, flow: int
) -> Iterator[Span]:
    """Yield a span for each run of upright text."""
    for start, end, left, right in runs:
        raw = text[start:end]
        if cleaned := clean(raw):
            rect = Rect(
                min(left, right),
                baseline - ASCENT * style.size,
                max(left, right),
                baseline + DESCENT * style.size,
            )
            yield make_span(raw, cleaned, rect, style, flow)


def make_span(raw: str, text: str, rect: Rect, style: Style, flow: int) -> Span:
    """Return a span of one style."""
    return Span(
        text=text,
        raw=raw,
        rect=rect,
        size=style.size,
        font=style.font,
        bold=style.bold,
        italic=style.italic,
        color=style.color,
        vertical=style.vertical,
        angle=style.angle,
        flow=flow,
    )


def large_enough(span: Span) -> bool:
    """Whether type has a size at all; in damaged files it may have none, or no number."""
    return SMALLEST <= span.size < LARGEST


def without_twins(spans: Iterable[Span]) -> tuple[tuple[Span, ...], int]:
    """Return the spans without those printed twice, and how many were dropped.

    What is printed again a hair's breadth aside in the same colour is bold.
    """
    seen: dict[str, dict[tuple[int, int], list[int]]] = {}
    kept: list[Span] = []
    dropped = 0
    for span in spans:
        cells = seen.setdefault(span.text, {})
        twin = next((i for i in _near(cells, span) if _is_twin(span, kept[i])), None)
        if twin is None:
            cells.setdefault(_cell(span), []).append(len(kept))
            kept.append(span)
            continue
        dropped += 1
        if _is_fake_bold(span, kept[twin]):
            kept[twin] = replace(kept[twin], bold=True)
    whole = _without_parts(kept)
    return whole, dropped + len(kept) - len(whole)


def _cell(span: Span) -> tuple[int, int]:
    return int(span.rect.left // CELL), int(span.rect.top // CELL)


def _near(cells: Mapping[tuple[int, int], list[int]], span: Span) -> Iterator[int]:
    """What stands in the cell of a span and in those around it."""
    if not cells:
        return
    column, row = _cell(span)
    for place in product((column - 1, column, column + 1), (row - 1, row, row + 1)):
        yield from cells.get(place, ())


def _is_twin(a: Span, b: Span) -> bool:
    step = max(TWIN * a.size, 0.5)
    return (
        abs(a.rect.left - b.rect.left) <= step
        and abs(a.rect.top - b.rect.top) <= step
        and abs(a.size - b.size) <= 0.1 * a.size
    )


def _is_fake_bold(a: Span, b: Span) -> bool:
    shift = abs(a.rect.left - b.rect.left) + abs(a.rect.top - b.rect.top)
    return a.color == b.color and not b.bold and 0.01 * a.size < shift <= FAKE * a.size


def _without_parts(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Drop what stands again on a part of a longer span of the same type and line."""
    doubled: set[int] = set()
    above: Span | None = None
    for number in sorted(range(len(spans)), key=lambda i: _place(spans[i])):
        span = spans[number]
        if above is not None and _is_part(span, above):
            doubled.add(number)
        elif above is None or span.rect.right > above.rect.right or not _same_row(span, above):
            above = span
    return tuple(s for i, s in enumerate(spans) if i not in doubled)


def _place(span: Span) -> tuple[float, float, float]:
    return (round(span.rect.top), span.rect.left, -span.rect.right)


def _same_row(a: Span, b: Span) -> bool:
    return round(a.rect.top) == round(b.rect.top)


def _is_part(a: Span, b: Span) -> bool:
    return (
        b.rect.contains(a.rect, TWIN * a.size)
        and abs(a.size - b.size) <= 0.1 * a.size
        and a.angle == b.angle == 0
        and not a.vertical
        and a.text in b.text
    )
