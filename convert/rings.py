"""Polygons that a reader clicks: are they on the page, simple, apart from each other?

Both the self-check of a run and `banmian validate` ask this.
"""

from collections.abc import Iterator, Sequence

import shapely
from shapely import STRtree
from shapely.geometry import MultiPolygon, Polygon
from shapely.validation import explain_validity

from convert.geometry import Rect
from convert.model import Ring

OVERLAP = 1e-6
"""Largest common area of two articles, as a share of the page: rounding, no more."""


def on_page(ring: Ring) -> bool:
    """Whether every point lies in 0..1."""
    return all(0 <= x <= 1 and 0 <= y <= 1 for x, y in ring)


def fault(ring: Ring) -> str:
    """Return why `ring` is no simple polygon with an area, or nothing if it is one."""
    if len(set(ring)) < len(ring) or len(ring) < 3:
        return "fewer than three points, or the same point twice"
    polygon = Polygon(ring)
    if not polygon.is_valid:
        return str(explain_validity(polygon))
    return "" if polygon.area else "no area"


def clipped(ring: Ring, window: Rect) -> Iterator[Ring]:
    """Yield the parts of `ring` that lie in `window`, without slivers."""
    box = shapely.box(window.left, window.top, window.right, window.bottom)
    found = Polygon(ring).intersection(box)
    for part in getattr(found, "geoms", (found,)):
        if isinstance(part, Polygon) and part.area > OVERLAP:
            yield tuple(part.normalize().simplify(0).exterior.coords[:-1])


def overlaps(
    areas: Sequence[tuple[str, Sequence[Ring]]],
) -> Iterator[tuple[str, str, float]]:
    """Yield each pair of names whose areas overlap, and by what share of the page.

    Rings that are not simple are left out: `fault` speaks of those.
    """
    shapes = [
        MultiPolygon([Polygon(ring) for ring in rings if not fault(ring)]).buffer(0)
        for _, rings in areas
    ]
    tree = STRtree(shapes)
    pairs = {(i, int(j)) for i, shape in enumerate(shapes) for j in tree.query(shape) if i < j}
    for i, j in sorted(pairs):
        common = shapes[i].intersection(shapes[j]).area
        if common > OVERLAP and areas[i][0] != areas[j][0]:
            yield areas[i][0], areas[j][0], float(common)
