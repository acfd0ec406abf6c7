"""Find lines of print by their ink alone.

For what Tesseract's own page analysis loses: Han, vertical writing, lone display type.
Glyphs of a line stand nearer to each other than lines and columns do, so ink is smeared
along the writing by not quite an em; what then hangs together is a line. Display type is
joined by its own, larger em. Vertical writing is the same on the page turned.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from convert.geometry import Rect
from convert.source.bitmap import Mask

SMEAR = 0.9
"""Ink is smeared by so much, in em."""
GAP = 1.6
"""Glyphs of a line stand at most this far apart, in em: a comma is one em wide."""
CLOSE = 0.5
"""Gaps smaller than this, in em, are never gutters."""
MARK = 0.5
"""A mark of punctuation is smaller than this, in em; no column begins with one."""
SPECK = 1.2
"""Ink smaller than this, in points, is dust."""
LARGEST = 160.0
"""Nothing larger than this, in points, is a glyph."""
GUESS = 9.0
"""Size of body type before it is measured, in points."""
LONG = 1.7
"""Lines are so many times longer than high; less is a lone glyph."""
HAN = 0.92
"""Height of a line's ink, in em."""


@dataclass(frozen=True, slots=True)
class InkLine:
    """A line of print: where its ink is."""

    rect: Rect
    vertical: bool = False

    @property
    def thick(self) -> float:
        """Extent across the writing, in points: nearly the type size."""
        return self.rect.width if self.vertical else self.rect.height


def find_lines(ink: Mask, unit: float, *, level: bool = False) -> tuple[InkLine, ...]:
    """Return the lines of a mask of type, `level` only the horizontal ones.

    `unit` is points per pixel.
    """
    clean = _without_specks(ink, unit)
    if not clean.any():
        return ()
    em = _em(clean, unit)
    if level:
        lines, lone = _find(clean, em, unit, vertical=False)
        return (*lines, *(InkLine(r) for r in lone))
    vertical = _runs_down(clean, em, unit)
    first, lone = _find(clean, em, unit, vertical=vertical)
    rest = _only(clean, lone, unit)
    second, _ = _find(rest, em, unit, vertical=not vertical)
    taken = [line.rect for line in second]
    singles = [InkLine(r, vertical) for r in lone if not any(t.holds(r.cx, r.cy) for t in taken)]
    return (*first, *second, *singles)


def _without_specks(ink: Mask, unit: float) -> Mask:
    labels, _ = ndimage.label(ink, np.ones((3, 3), bool))
    keep = [False]
    for ys, xs in ndimage.find_objects(labels):
        side = max(ys.stop - ys.start, xs.stop - xs.start) * unit
        keep.append(SPECK <= side <= LARGEST)
    kept: Mask = np.array(keep)[labels]
    return kept


def _em(ink: Mask, unit: float) -> float:
    """The type size that most of the print has, in points."""
    em = GUESS
    for _ in range(2):
        sizes = {}
        for down in (False, True):
            rects = _pieces(ink.T if down else ink, em, unit)
            long_ = [r for r in rects if r.width > 4 * r.height]
            sizes[down] = sorted((r.height, r.width) for r in long_)
        ordered = max(sizes.values(), key=lambda s: sum(w for _, w in s))
        half = sum(w for _, w in ordered) / 2
        for height, width in ordered:
            half -= width
            if half <= 0:
                em = height / HAN
                break
    return min(max(em, 5.0), 24.0)


def _runs_down(ink: Mask, em: float, unit: float) -> bool:
    """Whether the writing is vertical: glyphs hang together downwards, not across."""
    lengths = []
    for mask in (ink, ink.T):
        rects = _pieces(mask, em * 0.6, unit)
        lengths.append(sum(r.width for r in rects if 4 * r.height < r.width and r.height < 2 * em))
    return lengths[1] > lengths[0]


def _pieces(ink: Mask, em: float, unit: float) -> list[Rect]:
    """What hangs together when ink is smeared across by not quite an em."""
    reach = max(1, int(SMEAR * em / unit))
    labels, _ = ndimage.label(_smeared(ink, reach), np.ones((3, 3), bool))
    return [
        Rect(xs.start * unit, ys.start * unit, xs.stop * unit, ys.stop * unit)
        for ys, xs in ndimage.find_objects(labels)
    ]


def _smeared(ink: Mask, reach: int) -> Mask:
    """Fill the gaps of at most `reach` pixels between ink of one row."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), np.int8)
    padded[:, 1:-1] = ink
    steps = np.diff(padded.ravel())
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    row = padded.shape[1]
    near = (starts[1:] - ends[:-1] <= reach) & (starts[1:] // row == ends[:-1] // row)
    marks = np.zeros(padded.size, np.int8)
    marks[np.delete(starts, np.flatnonzero(near) + 1) + 1] = 1
    marks[np.delete(ends, np.flatnonzero(near)) + 1] = -1
    filled: Mask = np.cumsum(marks, dtype=np.int8).reshape(padded.shape)[:, 1:-1] > 0
    return filled


def _find(ink: Mask, em: float, unit: float, *, vertical: bool) -> tuple[list[InkLine], list[Rect]]:
    """Return the lines of one direction, and the glyphs that stand alone in it."""
    rects = _joined(_pieces(ink.T if vertical else ink, em, unit), em)
    columns = [] if vertical else _stacks([r for r in rects if r.height > 1.3 * em])
    lines = [r for r in rects if r.width >= LONG * r.height and r not in columns]
    lone = [r for r in rects if r.width < LONG * r.height and r.height > 0.5 * em]
    lone += [r for r in columns if r not in lone]
    if vertical:
        lines, lone = [_flipped(r) for r in lines], [_flipped(r) for r in lone]
    return [InkLine(r, vertical) for r in lines], lone


def _stacks(rows: Iterable[Rect]) -> list[Rect]:
    """Rows of two or three large glyphs, many above each other: a vertical headline."""
    found: list[Rect] = []
    stack: list[Rect] = []
    short = [r for r in rows if r.width <= 3.6 * r.height]
    for row in sorted(short, key=lambda r: (round(r.left / 6), r.top)):
        if stack and not _under(stack[-1], row):
            found += stack if len(stack) > 3 else []
            stack = []
        stack.append(row)
    return found + (stack if len(stack) > 3 else [])


def _under(above: Rect, below: Rect) -> bool:
    size = max(above.height, below.height)
    return (
        abs(above.left - below.left) <= 0.4 * size
        and abs(above.right - below.right) <= 0.4 * size
        and 0 <= below.top - above.bottom <= 1.3 * size
    )


def _flipped(rect: Rect) -> Rect:
    return Rect(rect.top, rect.left, rect.bottom, rect.right)


def _only(ink: Mask, rects: Iterable[Rect], unit: float) -> Mask:
    kept = np.zeros_like(ink)
    for r in rects:
        area = (
            slice(round(r.top / unit), round(r.bottom / unit)),
            slice(round(r.left / unit), round(r.right / unit)),
        )
        kept[area] = ink[area]
    return kept


# --- display type ----------------------------------------------------------------------


def _joined(pieces: Sequence[Rect], em: float) -> list[Rect]:
    """Join the glyphs of display type, whose gaps are wider than the body's."""
    small = _body_lines([r for r in pieces if r.height <= 1.3 * em], em)
    large = _whole_glyphs([r for r in pieces if r.height > 1.3 * em])
    joined = _chains(large, large)
    for i in range(len(joined)):
        for stroke in list(_strokes(joined[i], small)):
            joined[i] = joined[i].union(stroke)
            small.remove(stroke)
    return [*small, *_chains(joined, joined)]


def _whole_glyphs(pieces: Iterable[Rect]) -> list[Rect]:
    """Join parts of one glyph that stand above each other."""
    glyphs: list[Rect] = []
    for piece in sorted(pieces, key=lambda r: (r.top, r.left)):
        for i, glyph in enumerate(glyphs):
            whole = glyph.union(piece)
            if (
                glyph.overlap_x(piece) >= 0.6 * min(glyph.width, piece.width)
                and -glyph.overlap_y(piece) <= 0.12 * max(glyph.width, piece.width)
                and whole.height <= max(glyph.height, piece.height, 1.2 * whole.width)
                and (whole.width <= 1.4 * whole.height or glyph.overlap_y(piece) > 0)
                and max(glyph.width, piece.width) >= 0.9 * whole.width
            ):
                glyphs[i] = whole
                break
        else:
            glyphs.append(piece)
    return glyphs


def _body_lines(pieces: Sequence[Rect], em: float) -> list[Rect]:
    """Join pieces of body type over the empty part of a comma's em.

    Such a gap is as wide as a narrow gutter, but lines above and below run across it.
    """
    places = np.array([(r.left, r.right, r.cy) for r in pieces]).reshape(-1, 3)
    lines: list[Rect] = []
    for piece in sorted(pieces, key=lambda r: (r.left, r.top)):
        for i, line in enumerate(lines):
            shared = line.overlap_y(piece) / max(0.1, min(line.height, piece.height))
            gap = piece.left - line.right
            if (
                gap <= GAP * em
                and shared >= 0.6
                and (
                    gap < (1.0 if max(piece.width, piece.height) < MARK * em else CLOSE) * em
                    or _crossed(line.right, piece.left, piece.cy, places, em)
                )
            ):
                lines[i] = line.union(piece)
                break
        else:
            lines.append(piece)
    return lines


def _crossed(left: float, right: float, y: float, places: NDArray[np.float64], em: float) -> bool:
    """Whether lines near a gap run across it, or none is near at all."""
    away = np.abs(places[:, 2] - y)
    near = places[(away < 9 * em) & (away > 0.5 * em)]
    across = (near[:, 0] < left - 0.3 * em) & (near[:, 1] > right + 0.3 * em)
    aligned = np.abs(near[:, 0] - right) < 0.35 * em
    crossing = int(across.sum())
    if not len(near):
        return right - left < 1.2 * em
    return crossing > 1 and 2 * crossing >= int(aligned.sum())


def _chains(rects: Sequence[Rect], every: Sequence[Rect]) -> list[Rect]:
    chains: list[Rect] = []
    for rect in sorted(rects, key=lambda r: (r.left, r.top)):
        for i, chain in enumerate(chains):
            if _beside(chain, rect) and not _stacked(rect, chain, every):
                chains[i] = chain.union(rect)
                break
        else:
            chains.append(rect)
    return chains


def _beside(a: Rect, b: Rect) -> bool:
    low, high = sorted((a.height, b.height))
    return (
        -low <= b.left - a.right <= 1.0 * high and a.overlap_y(b) >= 0.7 * low and high <= 1.6 * low
    )


def _stacked(rect: Rect, chain: Rect, every: Sequence[Rect]) -> bool:
    """Whether a lone glyph stands in a column: neighbours above and below are nearer."""
    if rect.width > LONG * rect.height:
        return False
    gap = max(0.0, rect.left - chain.right)
    column = [
        other
        for other in every
        if other is not rect
        and rect.overlap_x(other) >= 0.7 * min(rect.width, other.width)
        and 0.7 < other.width / rect.width < 1.4
        and -rect.overlap_y(other) < gap + rect.height
    ]
    near = [o for o in column if 0 <= -rect.overlap_y(o) < gap - 0.1 * rect.height]
    return bool(near) and len(column) > 1


def _strokes(line: Rect, flat: Sequence[Rect]) -> Iterator[Rect]:
    """Flat glyphs that belong to a line of display type, and lost parts of glyphs."""
    reach = Rect(line.left, line.top, line.right, line.bottom).grow(0.8 * line.height, 0)
    for rect in flat:
        if reach.contains(rect, 1) and rect.width >= 0.15 * line.height:
            yield rect


# --- blocks -----------------------------------------------------------------------------


def blocks_of(lines: Sequence[InkLine]) -> list[int]:
    """Return the block of each line: lines of one size that stand below each other."""
    blocks = list(range(len(lines)))
    order = sorted(range(len(lines)), key=lambda i: (_along(lines[i]).top, _along(lines[i]).left))
    for at, i in enumerate(order):
        for j in reversed(order[max(0, at - 60) : at]):
            if _one_block(lines[j], lines[i]):
                old, new = blocks[i], blocks[j]
                blocks = [new if b == old else b for b in blocks]
                break
    return blocks


def _along(line: InkLine) -> Rect:
    """The line as if it were horizontal."""
    return _flipped(line.rect) if line.vertical else line.rect


def _one_block(a: InkLine, b: InkLine) -> bool:
    one, two = _along(a), _along(b)
    low, high = sorted((one.height, two.height))
    if a.vertical != b.vertical or high > 1.3 * low:
        return False
    if one.overlap_y(two) > 0.6 * low:
        return -one.overlap_x(two) <= 1.5 * high
    return one.overlap_x(two) > 0.5 * min(one.width, two.width) and (
        -one.overlap_y(two) <= 1.1 * high
    )
