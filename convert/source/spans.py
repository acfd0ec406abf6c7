"""Build the spans of a page from glyphs, whichever reader found them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from convert.geometry import Rect
from convert.model import Span
from convert.source.text import clean

WIDE_GAP = 1.0
"""A gap of this many em ends a span."""
TWIN = 0.22
"""The same glyph this near, in em, was printed twice: fake bold, a shadow."""
ASCENT, DESCENT = 0.78, 0.22
"""The em box above and below the baseline, in em."""

_BOLD = re.compile(r"bold|black|heavy|semib|demi|fett|-bd|[-_]w[789]\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv|[-_ ]it\b", re.IGNORECASE)


class Glyph(NamedTuple):
    """One character in page space."""

    char: str
    left: float
    right: float
    baseline: float


class Style(NamedTuple):
    """What all glyphs of a span share."""

    font: str
    size: float
    bold: bool
    italic: bool
    color: int
    vertical: bool = False
    angle: int = 0


@lru_cache(maxsize=1024)
def is_bold(font: str) -> bool:
    """Whether a font's name says it is bold."""
    return _BOLD.search(font) is not None


@lru_cache(maxsize=1024)
def is_italic(font: str) -> bool:
    """Whether a font's name says it is italic."""
    return _ITALIC.search(font) is not None


def upright_spans(glyphs: Sequence[Glyph], style: Style, flow: int) -> Iterable[Span]:
    """Yield the spans of one run of upright glyphs, parted at wide gaps."""
    run: list[Glyph] = []
    limit = WIDE_GAP * style.size
    for glyph in glyphs:
        if glyph.char.isspace():
            if run:
                run.append(glyph)
            continue
        if run and glyph.left - _last(run).right > limit:
            yield from _span(run, style, flow)
            run = []
        run.append(glyph)
    yield from _span(run, style, flow)


def _last(run: Sequence[Glyph]) -> Glyph:
    return next(g for g in reversed(run) if not g.char.isspace())


def _span(run: Sequence[Glyph], style: Style, flow: int) -> Iterable[Span]:
    while run and run[-1].char.isspace():
        run = run[:-1]
    raw = "".join(g.char for g in run)
    text = clean(raw)
    if not text:
        return
    left, right, base = run[0].left, run[-1].right, run[0].baseline
    rect = Rect(
        min(left, right),
        base - ASCENT * style.size,
        max(left, right),
        base + DESCENT * style.size,
    )
    yield make_span(raw, text, rect, style, flow)


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


def without_twins(spans: Iterable[Span]) -> tuple[tuple[Span, ...], int]:
    """Return the spans without those printed twice, and how many were dropped."""
    seen: dict[tuple[str, int, int], Span] = {}
    kept: list[Span] = []
    dropped = 0
    for span in spans:
        step = max(TWIN * span.size, 0.5)
        column, row = int(span.rect.left // step), int(span.rect.top // step)
        near = (
            seen.get((span.text, column + dx, row + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1)
        )
        if any(twin is not None and _is_twin(span, twin, step) for twin in near):
            dropped += 1
            continue
        seen[span.text, column, row] = span
        kept.append(span)
    return tuple(kept), dropped


def _is_twin(a: Span, b: Span, step: float) -> bool:
    return (
        abs(a.rect.left - b.rect.left) <= step
        and abs(a.rect.top - b.rect.top) <= step
        and abs(a.size - b.size) <= 0.1 * a.size
    )
