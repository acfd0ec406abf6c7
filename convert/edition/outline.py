"""The outline of a union of patches, as simple polygons without holes.

The union is sliced into bands from top to bottom; in each band it is a row of
runs. What hangs together is traced along its border. A part with a hole, or one
that touches itself in a point, is cut in two along a band and traced again.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from convert.edition.patches import Patch

Corners = tuple[tuple[int, int], ...]
"""A polygon in grid steps, clockwise from its top left corner."""
_Edges = dict[tuple[int, int], list[tuple[int, int]]]


class _Flaw(NamedTuple):
    """Why a part is no simple polygon, and where a cut mends it."""

    y: int


def outlines(patches: Sequence[Patch]) -> tuple[Corners, ...]:
    """Return the simple polygons that cover just what `patches` cover."""
    if len(patches) == 1:
        left, top, right, bottom = patches[0]
        return (((left, top), (right, top), (right, bottom), (left, bottom)),)
    rings = (ring for part in _parts(_runs(patches)) for ring in _rings(part))
    return tuple(sorted(rings, key=lambda ring: (ring[0][1], ring[0][0])))


def _runs(patches: Sequence[Patch]) -> list[Patch]:
    """Slice the union into bands, and each band into runs that do not touch."""
    heights = sorted({y for patch in patches for y in (patch.top, patch.bottom)})
    waiting = sorted(patches, key=lambda patch: patch.top, reverse=True)
    active: list[Patch] = []
    runs: list[Patch] = []
    for top, bottom in pairwise(heights):
        while waiting and waiting[-1].top == top:
            active.append(waiting.pop())
        active = [patch for patch in active if patch.bottom > top]
        runs.extend(_row(active, top, bottom))
    return runs


def _row(active: Sequence[Patch], top: int, bottom: int) -> Iterator[Patch]:
    """Yield the runs of one band from left to right."""
    start = end = -1
    for left, right in sorted((patch.left, patch.right) for patch in active):
        if left > end:
            if end > start:
                yield Patch(start, top, end, bottom)
            start = left
        end = max(end, right)
    if end > start:
        yield Patch(start, top, end, bottom)


def _parts(runs: Sequence[Patch]) -> Iterator[list[Patch]]:
    """Yield the runs that hang together through common edges."""
    at_top: dict[int, list[int]] = defaultdict(list)
    for place, run in enumerate(runs):
        at_top[run.top].append(place)
    leader = list(range(len(runs)))

    def find(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for place, run in enumerate(runs):
        for below in at_top[run.bottom]:
            if runs[below].left < run.right and run.left < runs[below].right:
                leader[find(below)] = find(place)
    parts: dict[int, list[Patch]] = defaultdict(list)
    for place, run in enumerate(runs):
        parts[find(place)].append(run)
    yield from parts.values()


def _rings(part: Sequence[Patch]) -> Iterator[Corners]:
    """Yield the border of a connected part, of its halves if it has a flaw."""
    found = _trace(part)
    if not isinstance(found, _Flaw):
        yield found
        return
    upper = [run for run in part if run.bottom <= found.y]
    lower = [run for run in part if run.top >= found.y]
    for half in (upper, lower):
        for smaller in _parts(half):
            yield from _rings(smaller)


def _trace(part: Sequence[Patch]) -> Corners | _Flaw:
    """Walk around a connected part, unless it has a hole or touches itself."""
    edges = _edges(part)
    for (_, y), ends in edges.items():
        if len(ends) > 1:
            return _Flaw(y)
    start = min(edges, key=lambda corner: (corner[1], corner[0]))
    ring = [start]
    while (corner := edges.pop(ring[-1])[0]) != start:
        ring.append(corner)
    if edges:
        return _Flaw(min(y for _, y in edges))
    return _straightened(ring)


def _edges(part: Sequence[Patch]) -> _Edges:
    """Return the border as steps from corner to corner, the inside on the right."""
    edges: _Edges = defaultdict(list)
    ends: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for left, top, right, bottom in part:
        edges[right, top].append((right, bottom))
        edges[left, bottom].append((left, top))
        ends[top] += ((left, 1), (right, -1))
        ends[bottom] += ((left, -1), (right, 1))
    for y, changes in ends.items():
        for start, end, side in _level(sorted(changes)):
            if side > 0:
                edges[start, y].append((end, y))
            else:
                edges[end, y].append((start, y))
    return edges


def _level(changes: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield where along one height the inside is only below (1) or above (-1)."""
    side, since = 0, 0
    for x, change in changes:
        if side and x > since:
            yield since, x, side
        side, since = side + change, x


def _straightened(ring: Sequence[tuple[int, int]]) -> Corners:
    """Drop the corners at which the border goes straight on."""
    return tuple(
        (x, y)
        for (x0, y0), (x, y), (x1, y1) in zip(
            (ring[-1], *ring[:-1]), ring, (*ring[1:], ring[0]), strict=True
        )
        if not (x0 == x == x1 or y0 == y == y1)
    )
