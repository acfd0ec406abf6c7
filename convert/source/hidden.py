"""Find text that nobody sees: under a picture or a filled box, or white on bare paper.

Each page costs a look at its boxes and pictures. Only if some text lies in one of them is
the order of drawing asked for, and only if text may have been drawn there before it, the
order of each line. Where transparency, overprint, masks or odd shapes leave a doubt, the
text is kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from convert.geometry import Rect
from convert.model import Span
from convert.sheet import Sheet
from convert.source.layers import Layer, Layers, draw_layers
from convert.source.marks import is_white

MANY = 3_000
"""A page with more paths than this is a drawing: nobody asks for its order."""


class Ground(NamedTuple):
    """A path on the page, in page space."""

    order: int
    rect: Rect
    solid: bool
    """Whether it is a rectangle filled without transparency."""


def hidden_spans(
    sheet: Sheet,
    spans: Sequence[Span],
    paths: Sequence[Ground],
    pictures: Iterable[Rect],
    move: tuple[float, float],
) -> frozenset[int]:
    """Return the indices of the spans that nobody sees.

    Args:
        sheet: the open page.
        spans: its spans, in page space.
        paths: its vector drawing.
        pictures: its placed pictures, in page space.
        move: from MuPDF's coordinates to page space.
    """
    pale = [i for i, span in enumerate(spans) if is_white(span.color)]
    solid = [path.rect for path in paths if path.solid and _is_large(path.rect)]
    inside = _inside((*solid, *filter(_is_large, pictures)), spans)
    if len(paths) > MANY or not (pale or inside):
        return frozenset()
    layers = draw_layers(sheet.listing, move)
    marks = [*(path.rect for path in paths), *layers.areas, *(p.rect for p in layers.pictures)]
    bare = {i for i in pale if not any(_touches(mark, spans[i]) for mark in marks)}
    covers = [*_covers(paths, layers), *(p for p in layers.pictures if p.opaque)]
    covered = _perhaps_covered(spans, inside, covers, layers.texts)
    if covered:
        orders = layers.orders(sheet.page, {i: (*_origin(spans[i]), spans[i].raw) for i in covered})
        bare |= {i for i, order in orders.items() if order < covered[i]}
    return frozenset(bare)


def _is_large(rect: Rect) -> bool:
    return min(rect.width, rect.height) > 3


def _inside(rects: Iterable[Rect], spans: Sequence[Span]) -> list[int]:
    """The upright spans that lie in one of `rects`."""
    found: set[int] = set()
    middles = [
        (i, s.rect.cx, s.rect.cy) for i, s in enumerate(spans) if not (s.angle or s.vertical)
    ]
    for rect in dict.fromkeys(rects):
        left, top, right, bottom = rect.left, rect.top, rect.right, rect.bottom
        found |= {i for i, x, y in middles if left <= x <= right and top <= y <= bottom}
    return sorted(found)


def _touches(rect: Rect, span: Span) -> bool:
    return rect.overlap_x(span.rect) > 0 and rect.overlap_y(span.rect) > 0


def _covers(paths: Iterable[Ground], layers: Layers) -> Iterable[Layer]:
    """The filled rectangles that surely hide what is below, as far as they are seen."""
    for order, rect, solid in paths:
        clip = layers.clips.get(order, rect)
        shown = rect.intersect(clip) if solid and clip else None
        if shown is not None and _is_large(shown):
            yield Layer(order, shown)


def _perhaps_covered(
    spans: Sequence[Span],
    inside: Sequence[int],
    covers: Sequence[Layer],
    texts: Sequence[tuple[int, float, float, float, float]],
) -> Mapping[int, int]:
    """Return spans that may have been drawn before a cover, and when that was drawn."""
    before: dict[int, int] = {}
    after: set[int] = set()
    for i in inside:
        above = [cover.order for cover in covers if _hides(cover.rect, spans[i])]
        if not above:
            continue
        last = max(above)
        x, y = spans[i].rect.cx, spans[i].rect.cy
        here = [t for t, x0, y0, x1, y1 in texts if x0 <= x <= x1 and y0 <= y <= y1]
        if here and min(here) < last:
            before[i] = last
            if max(here) > last:
                after.add(i)
    # Text that was drawn there later is this text, unless there are two on one place.
    return {
        i: last
        for i, last in before.items()
        if i not in after or any(_clash(spans[i], spans[j]) for j in before if j != i)
    }


def _hides(rect: Rect, span: Span) -> bool:
    """Whether all ink of a span lies under `rect`."""
    slack = 0.1 * span.size
    return rect.contains(span.rect, slack)


def _clash(a: Span, b: Span) -> bool:
    common = a.rect.intersect(b.rect)
    return common is not None and common.area > 0.2 * min(a.rect.area, b.rect.area)


def _origin(span: Span) -> tuple[int, int]:
    return round(span.rect.left), round(span.rect.bottom - 0.22 * span.size)
