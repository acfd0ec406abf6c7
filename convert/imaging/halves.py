"""The two pages of a spread, each with pictures and hotspots of its own."""

from collections.abc import Iterable, Iterator

from PIL import Image

from convert.geometry import Rect, fixed
from convert.model import Hotspot, Ring
from convert.rings import clipped

LEFT = Rect(0.0, 0.0, 0.5, 1.0)
RIGHT = Rect(0.5, 0.0, 1.0, 1.0)


def half_picture(image: Image.Image, half: Rect) -> Image.Image:
    """Return the part of a spread's picture that one of its pages takes."""
    return image.crop(
        (round(half.left * image.width), 0, round(half.right * image.width), image.height)
    )


def half_hotspots(hotspots: Iterable[Hotspot], half: Rect) -> Iterator[Hotspot]:
    """Yield the hotspots of a spread that reach into a half, as shares of that half."""
    for hotspot in hotspots:
        rings = [ring for whole in hotspot.polygons for ring in clipped(whole, half)]
        if rings:
            yield Hotspot(article=hotspot.article, polygons=tuple(_moved(r, half) for r in rings))


def _moved(ring: Ring, half: Rect) -> Ring:
    return tuple(
        (fixed((x - half.left) / half.width), fixed((y - half.top) / half.height)) for x, y in ring
    )
