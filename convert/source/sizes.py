"""One size for one paragraph: type sizes that were measured, not declared, are noisy.

Lines of a block whose sizes nearly agree are one paragraph and take its median; sizes of
the page that nearly agree are made equal, the one with most letters leads.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from convert.geometry import Rect
from convert.model import Span
from convert.source.spans import ASCENT, DESCENT

PARAGRAPH = 0.14
"""Neighbours in one block whose sizes differ by less than this share are one paragraph."""
FEW, SHORT = 10, 0.3
"""Unsure sizes, those of so few letters among them, may differ by this share."""
LEVEL = 0.08
"""Sizes of the page that differ by less than this share are one size."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A size, how many letters have it, and in which block they stand."""

    size: float
    letters: int
    block: int
    sure: bool = True
    """Whether it was measured on letters that tell: capitals, ascenders, Han."""


def evened(measured: Sequence[Measured]) -> list[float]:
    """Return the size of each; those of a block must follow each other."""
    groups = list(_paragraphs(measured))
    leads = [middle([measured[i] for i in group]) for group in groups]
    weight: dict[float, int] = defaultdict(int)
    for group, lead in zip(groups, leads, strict=True):
        weight[round(lead, 1)] += sum(measured[i].letters + 1 for i in group)
    levels: list[float] = []
    for size in sorted(weight, key=lambda s: (-weight[s], s)):
        if all(abs(size / level - 1) > LEVEL for level in levels):
            levels.append(size)
    sizes = [m.size for m in measured]
    for group, lead in zip(groups, leads, strict=True):
        for i in group:
            sizes[i] = min(levels, key=lambda s: (abs(lead / s - 1), s))
    return sizes


def _paragraphs(measured: Sequence[Measured]) -> Iterator[list[int]]:
    group: list[int] = []
    for i, one in enumerate(measured):
        if group and (
            one.block != measured[group[0]].block
            or not _like(one, middle([measured[j] for j in group]))
        ):
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _like(one: Measured, size: float) -> bool:
    """Whether a size fits a paragraph; that of a few letters may be far off."""
    return abs(one.size / size - 1) <= (PARAGRAPH if one.sure and one.letters > FEW else SHORT)


def middle(measured: Sequence[Measured]) -> float:
    """The size that half of the letters do not exceed."""
    ordered = sorted(measured, key=lambda m: m.size)
    half = sum(m.letters + 1 for m in ordered) / 2
    for one in ordered:
        half -= one.letters + 1
        if half <= 0:
            return one.size
    return ordered[-1].size


def even_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans of a hidden text layer, whose sizes differ from word to word."""
    lines = [list(line) for _, line in groupby(spans, key=_line)]
    measured = [
        Measured(
            middle([Measured(s.size, len(s.text), 0) for s in line]),
            sum(len(s.text) for s in line),
            line[0].flow,
        )
        for line in lines
    ]
    return tuple(
        _resized(span, size)
        for line, size in zip(lines, evened(measured), strict=True)
        for span in line
    )


def _line(span: Span) -> tuple[int, int]:
    return span.flow, round((span.rect.bottom - DESCENT * span.size) / 2)


def _resized(span: Span, size: float) -> Span:
    if span.vertical or span.angle:
        return replace(span, size=size)
    base = span.rect.bottom - DESCENT * span.size
    rect = Rect(span.rect.left, base - ASCENT * size, span.rect.right, base + DESCENT * size)
    return replace(span, size=size, rect=rect)
