"""Places on a page: as an SVG path, as the part of a picture that shows them."""

from collections.abc import Iterable, Sequence

from convert.geometry import Rect, enclosing
from convert.model import EditionArticle, EditionPage, Ring

UNIT = 1000
"""Width of the drawing over a page; its height follows the page."""
MARGIN = 0.004
"""Around a part of a page that is shown alone, of the page's width."""


def height_of(page: EditionPage) -> int:
    """Return the height of the drawing over the page."""
    return max(1, round(UNIT * page.frame.height / page.frame.width))


def path_of(rings: Iterable[Ring], height: int) -> str:
    """Return polygons as the `d` of an SVG path, in units of the drawing."""
    return "".join(f"M{'L'.join(_place(x, y, height) for x, y in ring)}Z" for ring in rings)


def _place(x: float, y: float, height: int) -> str:
    return f"{_short(x * UNIT)} {_short(y * height)}"


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def rings_of(article: EditionArticle, page: EditionPage) -> tuple[Ring, ...]:
    """Return where the article can be clicked on `page`."""
    found = (h.polygons for h in page.hotspots if h.article == article.id)
    return tuple(ring for polygons in found for ring in polygons)


def area_of(rings: Sequence[Ring]) -> float:
    """Return the share of the page inside simple polygons."""
    return sum(abs(_twice(ring)) / 2 for ring in rings)


def _twice(ring: Ring) -> float:
    after = (*ring[1:], ring[0])
    return sum(x * b - a * y for (x, y), (a, b) in zip(ring, after, strict=True))


def box_of(rings: Sequence[Ring]) -> Rect | None:
    """Return the rectangle around polygons, 0..1; None if there are none."""
    boxes = [
        Rect(min(xs), min(ys), max(xs), max(ys))
        for ring in rings
        for xs, ys in [tuple(zip(*ring, strict=True))]
        if min(xs) < max(xs) and min(ys) < max(ys)
    ]
    return enclosing(boxes) if boxes else None


def view_of(box: Rect, height: int) -> tuple[int, int, int, int]:
    """Return left, top, width and height of `box` (0..1) with a margin, in drawing units."""
    grown = box.grow(MARGIN, MARGIN * UNIT / height)
    left, top = max(0.0, grown.left), max(0.0, grown.top)
    right, bottom = min(1.0, grown.right), min(1.0, grown.bottom)
    return (
        round(left * UNIT),
        round(top * height),
        max(1, round((right - left) * UNIT)),
        max(1, round((bottom - top) * height)),
    )
