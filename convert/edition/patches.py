"""Patches: rectangles on the whole-number grid that hotspots are cut from.

The grid has 10,000 steps across the frame and as many down, the very places that
can be written, so that nothing moves, overlaps or collapses by rounding later.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from convert.geometry import DECIMALS, Rect

STEPS = 10**DECIMALS
"""Grid steps across the frame, and down."""
_THIN = 2
"""Least extent of a patch in steps: a flat rule still has an inside."""


class Patch(NamedTuple):
    """A rectangle with an area, in grid steps from the top left of the frame."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def area(self) -> int:
        """Extent in square steps."""
        return (self.right - self.left) * (self.bottom - self.top)


def to_patch(rect: Rect, width: float, height: float) -> Patch | None:
    """Put `rect` of a `width` x `height` frame on the grid; None: it lies outside."""
    left, right = _steps(rect.left / width, rect.right / width)
    top, bottom = _steps(rect.top / height, rect.bottom / height)
    return Patch(left, top, right, bottom) if left < right and top < bottom else None


def _steps(low: float, high: float) -> tuple[int, int]:
    if high < 0 or low > 1:
        return 0, 0
    start, end = round(max(low, 0) * STEPS), round(min(high, 1) * STEPS)
    if end - start < _THIN:
        start = min(start, STEPS - _THIN)
        end = start + _THIN
    return start, end


def around(patches: Iterable[Patch]) -> Patch:
    """Return the smallest patch around all `patches`; there is at least one."""
    lefts, tops, rights, bottoms = zip(*patches, strict=True)
    return Patch(min(lefts), min(tops), max(rights), max(bottoms))


def is_free(patch: Patch, foreign: Iterable[Patch]) -> bool:
    """Whether `patch` meets none of `foreign`; a common edge is no meeting."""
    left, top, right, bottom = patch
    for low_x, low_y, high_x, high_y in foreign:
        if low_x < right and left < high_x and low_y < bottom and top < high_y:
            return False
    return True


def meetings(patches: Sequence[Patch], owners: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the places of every two patches that meet and have different owners."""
    order = sorted(range(len(patches)), key=lambda place: patches[place].top)
    open_: list[int] = []
    for place in order:
        left, top, right, _ = patches[place]
        open_ = [other for other in open_ if patches[other].bottom > top]
        for other in open_:
            low, _, high, _ = patches[other]
            if low < right and left < high and owners[other] != owners[place]:
                yield other, place
        open_.append(place)


def without(patch: Patch, hole: Patch) -> list[Patch]:
    """Return what is left of `patch` around `hole`: up to four patches."""
    if is_free(patch, (hole,)):
        return [patch]
    left, top, right, bottom = patch
    upper, lower = max(top, hole.top), min(bottom, hole.bottom)
    rest = (
        (left, top, right, upper),
        (left, upper, hole.left, lower),
        (hole.right, upper, right, lower),
        (left, lower, right, bottom),
    )
    return [Patch(*part) for part in rest if part[0] < part[2] and part[1] < part[3]]
