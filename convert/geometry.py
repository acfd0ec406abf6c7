"""Rectangles in page space.

Page space is the only coordinate system inside the package: PDF points, origin
at the top left of the page's frame, x to the right, y downwards, after /Rotate.
`convert.source` converts into it; writers and imaging convert out of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import hypot
from typing import Self

DECIMALS = 4
"""Digits kept of a coordinate that leaves the program; the one rounding rule."""


@dataclass(frozen=True, slots=True)
class Rect:
    """An axis-aligned rectangle; it may be flat (a rule) but never inverted."""

    left: float
    top: float
    right: float
    bottom: float

    def __post_init__(self) -> None:
        if not (self.left <= self.right and self.top <= self.bottom):
            raise ValueError(f"inverted rectangle: {self}")

    @property
    def width(self) -> float:
        """Horizontal extent in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Vertical extent in points."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Extent in square points; 0 for a flat rectangle."""
        return (self.right - self.left) * (self.bottom - self.top)

    @property
    def cx(self) -> float:
        """Horizontal middle."""
        return (self.left + self.right) / 2

    @property
    def cy(self) -> float:
        """Vertical middle."""
        return (self.top + self.bottom) / 2

    def intersect(self, other: Self) -> Self | None:
        """Return the common rectangle, or None when the two do not even touch."""
        left, right = max(self.left, other.left), min(self.right, other.right)
        top, bottom = max(self.top, other.top), min(self.bottom, other.bottom)
        if left > right or top > bottom:
            return None
        return type(self)(left, top, right, bottom)

    def overlap_x(self, other: Self) -> float:
        """Shared horizontal extent in points; negative: the gap between the two."""
        return min(self.right, other.right) - max(self.left, other.left)

    def overlap_y(self, other: Self) -> float:
        """Shared vertical extent in points; negative: the gap between the two."""
        return min(self.bottom, other.bottom) - max(self.top, other.top)

    def distance(self, other: Self) -> float:
        """The gap between the two rectangles in points, 0 if they touch."""
        return hypot(max(0.0, -self.overlap_x(other)), max(0.0, -self.overlap_y(other)))

    def contains(self, other: Self, slack: float = 0.0) -> bool:
        """Whether `other` lies inside, give or take `slack` points on each side."""
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and self.right + slack >= other.right
            and self.bottom + slack >= other.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the border."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def share_in(self, other: Self) -> float:
        """How much of this rectangle lies in `other`, 0..1; flat ones count by length."""
        common = self.intersect(other)
        if common is None:
            return 0.0
        width = common.width / self.width if self.width else 1.0
        height = common.height / self.height if self.height else 1.0
        return width * height

    def grow(self, x: float, y: float) -> Self:
        """Return the rectangle with every side moved out by `x` and `y` points."""
        return type(self)(
            self.left - x,
            self.top - y,
            max(self.left - x, self.right + x),
            max(self.top - y, self.bottom + y),
        )

    def union(self, other: Self) -> Self:
        """Return the smallest rectangle around both."""
        return type(self)(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def moved(self, dx: float, dy: float) -> Self:
        """Return the rectangle shifted by `dx`, `dy` points."""
        return type(self)(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def turned(self, width: float) -> Self:
        """Map a page of vertical writing so that its columns run as lines.

        (x, y) becomes (y, width - x): the rightmost column is the top line.
        """
        return type(self)(self.top, width - self.right, self.bottom, width - self.left)

    def unturned(self, width: float) -> Self:
        """Undo `turned`."""
        return type(self)(width - self.bottom, self.left, width - self.top, self.right)

    def mirrored(self, width: float) -> Self:
        """Map a page of right-to-left writing so that its lines run to the right."""
        return type(self)(width - self.right, self.top, width - self.left, self.bottom)


class Writing(StrEnum):
    """Which way the lines of a text run."""

    RIGHTWARD = "rightward"
    LEFTWARD = "leftward"
    """Arabic, Hebrew: the first column stands at the right, too."""
    DOWNWARD = "downward"
    """竖排: each line is a column, the first at the right."""


@dataclass(frozen=True, slots=True)
class WritingFrame:
    """Maps page space into the writing frame and back.

    In its writing frame every text has lines that run from left to right and follow
    each other downwards: vertical text is turned, right-to-left text mirrored.
    """

    writing: Writing
    width: float
    """Of the page, in points."""

    def into(self, rect: Rect) -> Rect:
        """Return where a rectangle of page space stands in the writing frame."""
        match self.writing:
            case Writing.RIGHTWARD:
                return rect
            case Writing.LEFTWARD:
                return rect.mirrored(self.width)
            case Writing.DOWNWARD:
                return rect.turned(self.width)

    def back(self, rect: Rect) -> Rect:
        """Undo `into`."""
        match self.writing:
            case Writing.RIGHTWARD:
                return rect
            case Writing.LEFTWARD:
                return rect.mirrored(self.width)
            case Writing.DOWNWARD:
                return rect.unturned(self.width)


def enclosing(rects: Iterable[Rect]) -> Rect:
    """Return the smallest rectangle around all `rects`.

    Raises:
        ValueError: there is none to enclose.
    """
    rects = tuple(rects)
    if not rects:
        raise ValueError("enclosing() needs at least one rectangle")
    return Rect(
        min(r.left for r in rects),
        min(r.top for r in rects),
        max(r.right for r in rects),
        max(r.bottom for r in rects),
    )


def fixed(value: float) -> float:
    """Round a coordinate for output, without a negative zero."""
    return round(value, DECIMALS) + 0.0
