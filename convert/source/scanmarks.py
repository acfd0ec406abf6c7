"""Rules, boxes and pictures of a scan, by morphology on its pixels.

Rules are long dark runs, thin for their length, and rows of dots. Frames are rules that
meet. Tints are areas of one level that is not the paper's. Pictures are what else is not
paper.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from convert.geometry import Rect, enclosing
from convert.source.bitmap import Grey, Mask, Scan, ground, halved, pooled
from convert.source.marks import BAR, SHORTEST, THIN, dotted_rules

SHORT = 20.0
"""Runs of ink shorter than this, in points, are taken for type."""
JOIN = 4.0
"""Pieces of one rule lie at most this far apart, in points."""
MEET = 6.0
"""Sides of a frame end at most this far from its corner, in points."""
GLYPH = 120.0
"""No glyph is larger than this, in points."""
DOT = 3.2
"""The dots of a dotted rule are at most so wide and high, in points."""
STEP = 0.3
"""Neighbouring dots of one row differ by no more in height, in points."""
ORNAMENT, MANY = 9.0, 20
"""Pieces of an ornamental border are at most so large, in points, and at least so many."""
CELL = 8
"""Grounds are looked at in cells of so many pixels square."""
SOLID = 7
"""A ground is at least this many cells wide and high; thick strokes of type are less."""
SHADE = 9
"""A ground differs from the paper by at least this many grey levels."""
EVEN = 7
"""Levels of one tint differ by at most this much."""
FLAT = 50
"""Levels inside a cell without type differ by less than this."""
DARK = 140
"""Type on a ground darker than this is white."""
SMALLEST = 36.0
"""A picture or a tint is at least this wide and high, in points."""


@dataclass(frozen=True, slots=True)
class Ground:
    """An area of one level."""

    rect: Rect
    level: int


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is printed under the type: even tints, and all that is not paper."""

    tints: tuple[Ground, ...]
    light: Grey
    """Per cell: the level of its ground."""
    printed: Mask
    """Per cell: whether it is part of any ground."""
    cell: float
    """Side of a cell in points."""


# --- rules and frames -----------------------------------------------------------------


def find_rules(scan: Scan) -> tuple[Rect, ...]:
    """Return the solid and dotted rules of a page, those of frames and pictures too."""
    half = halved(scan.grey)
    ink = ground(half, 4).astype(np.int16) - half > 40
    unit = 2 * scan.scale
    labels, _ = ndimage.label(ink, np.ones((3, 3), bool))
    around = _rects(labels, unit)
    across = _bars(labels, around, unit)
    flipped = [_flipped(r) for r in around]
    down = [_flipped(r) for r in _bars(labels.T, flipped, unit)]
    borders = [*_borders(around), *(_flipped(r) for r in _borders(flipped))]
    dotted = [*_dotted(around), *(_flipped(r) for r in _dotted(flipped))]
    return (*across, *down, *dotted, *borders)


def _dotted(around: Sequence[Rect]) -> list[Rect]:
    """Rows of dots across the page."""
    return [r for r in dotted_rules(_level(_dots(around))) if r.width > r.height]


def _borders(rects: Iterable[Rect]) -> list[Rect]:
    """Ornamental borders across the page: many like pieces in a row."""
    rows: dict[tuple[int, ...], list[Rect]] = defaultdict(list)
    for r in rects:
        if DOT < max(r.width, r.height) <= ORNAMENT:
            for shift in (0.0, 0.5):  # what lies on the edge of one class is inside the other
                key = tuple(int(n + shift) for n in (r.cy, r.width, r.height))
                rows[(int(2 * shift), *key)].append(r)
    found: list[Rect] = []
    for row in rows.values():
        run: list[Rect] = []
        for r in sorted(row, key=lambda r: r.left):
            if run and r.left - run[-1].right > ORNAMENT:
                found += _whole(run)
                run = []
            run.append(r)
        found += _whole(run)
    return merged(found)


def _whole(run: Sequence[Rect]) -> list[Rect]:
    pitches = [b.left - a.left for a, b in pairwise(run)]
    even = sum(abs(p - median(pitches)) < 1 for p in pitches) if pitches else 0
    return [enclosing(run)] if even >= MANY else []


def _flipped(rect: Rect) -> Rect:
    return Rect(rect.top, rect.left, rect.bottom, rect.right)


def _rects(labels: NDArray[np.int32], unit: float) -> list[Rect]:
    return [
        Rect(xs.start * unit, ys.start * unit, xs.stop * unit, ys.stop * unit)
        for ys, xs in ndimage.find_objects(labels)
    ]


def _bars(labels: NDArray[np.int32], around: Sequence[Rect], unit: float) -> list[Rect]:
    """Horizontal rules: runs of ink, joined where they touch or nearly meet.

    `around` has the outline of all that hangs together with a run, by its label: a run
    that is a stroke of a glyph is none.
    """
    runs, _ = ndimage.label(_long_runs(labels > 0, max(3, int(SHORT / unit))), np.ones((3, 3)))
    found = []
    for (ys, xs), rect in zip(ndimage.find_objects(runs), _rects(runs, unit), strict=True):
        whole = around[int(labels[ys, xs].max()) - 1]
        if not _is_stroke(rect, whole):
            found.append(rect)
    return [r for r in _in_line(found) if _is_rule(r)]


def _is_stroke(run: Rect, whole: Rect) -> bool:
    """Whether a run is part of a glyph: of something not much larger than itself."""
    return (
        max(whole.width, whole.height) <= GLYPH
        and whole.height > 2 * run.height + 2
        and whole.width < 8 * run.width
    )


def _long_runs(ink: Mask, length: int) -> Mask:
    """Return the mask without horizontal runs shorter than `length`."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), np.int8)
    padded[:, 1:-1] = ink
    steps = np.diff(padded.ravel())
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    keep = ends - starts >= length
    marks = np.zeros(padded.size, np.int8)
    marks[starts[keep] + 1] = 1
    marks[ends[keep] + 1] = -1
    kept: Mask = np.cumsum(marks, dtype=np.int8).reshape(padded.shape)[:, 1:-1] > 0
    return kept


def _in_line(pieces: Iterable[Rect]) -> list[Rect]:
    """Join pieces that follow each other on one height."""
    joined: list[Rect] = []
    for piece in sorted(pieces, key=lambda r: (r.left, r.top)):
        for i, rule in enumerate(joined):
            if (
                piece.left - rule.right <= JOIN
                and piece.overlap_y(rule) >= -0.5
                and max(piece.height, rule.height) <= THIN
            ):
                joined[i] = rule.union(piece)
                break
        else:
            joined.append(piece)
    return joined


def _is_rule(rect: Rect) -> bool:
    short, long = sorted((rect.width, rect.height))
    if short <= THIN:
        return long >= max(SHORTEST, 8 * short)
    return short <= BAR and long >= 12 * short


def _dots(rects: Iterable[Rect]) -> Iterator[Rect]:
    """What has the size of a dot of a dotted rule."""
    for rect in rects:
        short, long = sorted((rect.width, rect.height))
        if long <= DOT and long <= 2 * short:
            yield rect


def _level(dots: Iterable[Rect]) -> list[Rect]:
    """Put the dots of one row on one height: a page is never quite straight."""
    level: list[Rect] = []
    row: list[Rect] = []
    for dot in (*sorted(dots, key=lambda d: d.cy), None):
        if row and (dot is None or dot.cy - row[-1].cy > STEP or dot.cy - row[0].cy > DOT):
            height = row[len(row) // 2].cy
            level += [d.moved(0, height - d.cy) for d in row]
            row = []
        if dot is not None:
            row.append(dot)
    return level


def find_frames(rules: Sequence[Rect]) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """Return the rectangles that rules enclose, and the rules that are no side of one."""
    across = [r for r in rules if r.width >= r.height]
    down = sorted((r for r in rules if r.width < r.height), key=lambda r: (r.left, r.top))
    frames: list[Rect] = []
    sides: set[Rect] = set()
    for i, left in enumerate(down):
        for right in down[i + 1 :]:
            found = _frame(left, right, across)
            if found is not None:
                frames.append(left.union(right))
                sides |= {left, right, *found}
                break
    return tuple(frames), tuple(r for r in rules if r not in sides)


def _frame(left: Rect, right: Rect, across: Sequence[Rect]) -> tuple[Rect, ...] | None:
    """Return top and bottom of the frame with these sides."""
    if right.left - left.right < SMALLEST or left.height < SMALLEST / 2:
        return None
    if abs(left.top - right.top) > MEET or abs(left.bottom - right.bottom) > MEET:
        return None
    closing = []
    for y in (left.top, left.bottom):
        side = next(
            (
                r
                for r in across
                if abs(r.cy - y) <= MEET
                and r.left <= left.right + MEET
                and r.right >= right.left - MEET
            ),
            None,
        )
        if side is None:
            return None
        if side.left >= left.left - MEET and side.right <= right.right + MEET:
            closing.append(side)
    return tuple(closing)


# --- grounds ---------------------------------------------------------------------------


def find_grounds(scan: Scan) -> Grounds:
    """Return the tints of a page and where anything but paper is."""
    half = halved(scan.grey)
    light, dark = (pooled(half, CELL // 2, dark=d) for d in (False, True))
    paper = _paper(light)
    flat = (light - dark < FLAT) & (light < paper - SHADE)
    printed = ndimage.binary_opening(light < paper - SHADE, np.ones((SOLID, SOLID), bool))
    unit = CELL * scan.scale
    tints = tuple(_tints(light, printed, flat, unit))
    plates = [p for p in _plates(half, light < paper - SHADE, paper, unit) if not _is_in(p, tints)]
    return Grounds((*tints, *plates), light, printed, unit)


def _edge_share(pixels: Grey, level: int) -> float:
    """How much of the edge of an area has its level; type does not reach the edge."""
    edges = (pixels[4:7], pixels[-7:-4], pixels[:, 4:7], pixels[:, -7:-4])
    ring = np.concatenate([e.ravel() for e in edges]).astype(np.int16)
    return float(np.mean(np.abs(ring - level) <= 3 * EVEN))


def _is_in(plate: Ground, tints: Sequence[Ground]) -> bool:
    return any(
        t.rect.grow(4, 4).contains(plate.rect) and abs(t.level - plate.level) < 2 * SHADE
        for t in tints
    )


def _plates(half: Grey, shaded: Mask, paper: int, unit: float) -> Iterator[Ground]:
    """Grounds that are nearly filled by large type: two levels and little between."""
    closed = ndimage.binary_closing(shaded, np.ones((5, 5), bool))
    core = ndimage.binary_opening(closed, np.ones((SOLID, SOLID), bool))
    for rect in _rectangles(core, unit):
        pixels = half[_cells(rect, unit / (CELL // 2), 0)]
        counts = np.bincount(pixels.ravel(), minlength=256)
        level = _centre(counts, int(ndimage.uniform_filter1d(counts, 2 * EVEN).argmax()))
        away = np.abs(np.arange(256) - level)
        near, far = (counts[m].sum() / counts.sum() for m in (away <= 2 * EVEN, away > 70))
        edge = _edge_share(pixels, level)
        if level < paper - SHADE and near > 0.4 and near + far > 0.85 and edge > 0.8:
            yield Ground(rect, level)


def _paper(light: Grey) -> int:
    """The usual level of the lighter half."""
    counts = np.bincount(light.ravel(), minlength=256)
    counts[:128] = 0
    return int(ndimage.uniform_filter1d(counts, 5).argmax())


def _tints(light: Grey, printed: Mask, flat: Mask, unit: float) -> Iterator[Ground]:
    """Areas of one level: the strongest levels first, each cell once."""
    free = printed.copy()
    level_map = ndimage.median_filter(light, 3).astype(np.int16)
    smallest = int((SMALLEST / unit) ** 2)
    while free.any():
        counts = np.bincount(level_map[free].clip(0), minlength=256)
        smooth = ndimage.uniform_filter1d(counts.astype(float), 2 * EVEN + 1) * (2 * EVEN + 1)
        peak = int(smooth.argmax())
        if smooth[peak] < smallest:
            return
        level = _centre(counts, peak)
        even = np.abs(level_map - level) <= EVEN
        closed = ndimage.binary_closing(even & flat, np.ones((9, 9), bool))
        core = ndimage.binary_opening(closed, np.ones((SOLID, SOLID), bool))
        yield from (Ground(rect, level) for rect in _rectangles(core, unit))
        free &= ~even


def _centre(counts: NDArray[np.int64], peak: int) -> int:
    """The mean level around a peak."""
    low, high = max(0, peak - EVEN), min(len(counts), peak + EVEN + 1)
    return round(float(np.average(np.arange(low, high), weights=counts[low:high] + 1e-9)))


def _rectangles(mask: Mask, unit: float) -> Iterator[Rect]:
    """The outlines of the areas that fill them, with holes at most for a picture."""
    labels, _ = ndimage.label(mask)
    for label, (ys, xs) in enumerate(ndimage.find_objects(labels), start=1):
        if max(ys.stop - ys.start, xs.stop - xs.start) * unit < SMALLEST:
            continue
        area = labels[ys, xs] == label
        filled = ndimage.binary_fill_holes(area)
        high, wide = _span(filled.mean(axis=1) >= 0.5), _span(filled.mean(axis=0) >= 0.5)
        left, top = xs.start + wide.start, ys.start + high.start
        right, bottom = xs.start + wide.stop, ys.start + high.stop
        if min(right - left, bottom - top) * unit < SMALLEST / 2:
            continue
        if filled[high, wide].mean() > 0.85 and area[high, wide].mean() > 0.4:
            yield Rect(left * unit, top * unit, right * unit, bottom * unit)


def _span(kept: Mask) -> slice:
    """From the first to the last place that is kept: without what sticks out."""
    at = np.flatnonzero(kept)
    return slice(int(at[0]), int(at[-1]) + 1) if len(at) else slice(0, 0)


def find_pictures(grounds: Grounds, tints: Sequence[Ground]) -> tuple[Rect, ...]:
    """Return the printed areas that are neither tints nor thick type."""
    left = grounds.printed.copy()
    for tint in tints:
        area = _cells(tint.rect, grounds.cell, 1)
        even = np.abs(grounds.light[area].astype(np.int16) - tint.level) <= EVEN + 2
        left[area] &= ~ndimage.binary_dilation(even, iterations=2)
    left = ndimage.binary_opening(left, np.ones((SOLID, SOLID), bool))
    labels, _ = ndimage.label(ndimage.binary_closing(left, np.ones((5, 5), bool)))
    unit = grounds.cell
    found = [
        Rect(xs.start * unit, ys.start * unit, xs.stop * unit, ys.stop * unit)
        for ys, xs in ndimage.find_objects(labels)
    ]
    return tuple(r for r in merged(found) if min(r.width, r.height) >= SMALLEST * 0.6)


def merged(rects: Iterable[Rect]) -> list[Rect]:
    """Return the rectangles, those that overlap or nearly touch made one."""
    apart: list[Rect] = []
    for rect in rects:
        whole = rect
        while near := [r for r in apart if r.grow(2, 2).intersect(whole) is not None]:
            apart = [r for r in apart if r not in near]
            for other in near:
                whole = whole.union(other)
        apart.append(whole)
    return apart


def _cells(rect: Rect, unit: float, grow: int) -> tuple[slice, slice]:
    def part(low: float, high: float) -> slice:
        return slice(max(0, round(low / unit) - grow), max(0, round(high / unit) + grow))

    return part(rect.top, rect.bottom), part(rect.left, rect.right)


def is_dark(tint: Ground) -> bool:
    """Whether type on it is white."""
    return tint.level < DARK


def flattened(scan: Scan, dark: Sequence[Ground]) -> Scan:
    """Return the scan with white type on dark grounds made dark on white."""
    mask = np.zeros(scan.grey.shape, bool)
    for tint in dark:
        area = scan.grey[_cells(tint.rect.grow(-2, -2), scan.scale, 0)]
        if area.size and _edge_share(area, tint.level) < 0.7:
            continue  # thick strokes of display type, a part of a picture
        mask[_cells(tint.rect, scan.scale, 0)] = True
    return replace(scan, grey=np.where(mask, 255 - scan.grey, scan.grey))
