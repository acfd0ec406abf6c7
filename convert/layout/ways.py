"""A page with text in both directions: which lines and pictures go with which.

Running text decides. All other type is read with the running text that it stands
closest to: a vertical headline (竖题) beside horizontal text, a caption set across.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from convert.geometry import Rect
from convert.model import Image, Line
from convert.typeface import is_body_size

OWN_WAY = 4.0
"""Type is read with text of its own direction unless other text is closer by this factor."""
WORD = 3
"""A shorter line, in characters, is no running text."""
NEXT, FAR = 0.8, 4.4
"""Lines of one paragraph lie between these distances, in em: one of three may be missing."""


def letters_of(lines: Iterable[Line]) -> int:
    """Return how many characters the lines have."""
    return sum(len(line.text) for line in lines)


def running(lines: Sequence[Line], body: float) -> tuple[Line, ...]:
    """Return the lines of running text: of body size, with others beside them."""
    level = [x for x in lines if is_body_size(x.size, body) and len(x.text) > WORD]
    level.sort(key=_across)
    near: dict[int, int] = defaultdict(int)
    for i, line in enumerate(level):
        for other in level[i + 1 :]:
            if _across(other) - _across(line) > FAR * body:
                break
            if _side_by_side(line, other, body):
                near[id(line)] += 1
                near[id(other)] += 1
    return tuple(line for line in level if near[id(line)] > 1)


def _across(line: Line) -> float:
    """Where a line stands across its direction."""
    return line.rect.cx if line.vertical else line.rect.cy


def _side_by_side(a: Line, b: Line, body: float) -> bool:
    """Whether two lines follow each other in one paragraph, in either direction."""
    if a.vertical:
        step, common = abs(a.rect.cx - b.rect.cx), a.rect.overlap_y(b.rect)
        shorter = min(a.rect.height, b.rect.height)
    else:
        step, common = abs(a.rect.cy - b.rect.cy), a.rect.overlap_x(b.rect)
        shorter = min(a.rect.width, b.rect.width)
    return NEXT * body < step < FAR * body and common > 0.5 * shorter


def part_lines(
    lines: Sequence[Line], near: Sequence[Line], far: Sequence[Line]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part lines by the running text they stand closest to: (to `near`, to `far`).

    `near` runs in their own direction: text of the other one must be much closer.
    """
    own = {id(line) for line in near}
    here = tuple(
        line
        for line in lines
        if id(line) in own or _distance(line.rect, near) <= OWN_WAY * _distance(line.rect, far)
    )
    kept = {id(line) for line in here}
    return here, tuple(line for line in lines if id(line) not in kept)


def part_images(
    images: Sequence[Image], near: Sequence[Line], far: Sequence[Line]
) -> tuple[tuple[Image, ...], tuple[Image, ...]]:
    """Part pictures by the running text they stand closest to: (to `near`, to `far`)."""
    here = tuple(i for i in images if _distance(i.rect, near) <= _distance(i.rect, far))
    return here, tuple(i for i in images if i not in here)


def _distance(rect: Rect, lines: Iterable[Line]) -> float:
    """From a place to the nearest of the lines, in points."""
    return min(
        max(0.0, -rect.overlap_x(line.rect)) + max(0.0, -rect.overlap_y(line.rect))
        for line in lines
    )
