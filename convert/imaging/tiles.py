"""Cut a page picture into tiles, so that deep zoom works from any web server.

Formats: IIIF Image API 3.0, compliance level 0 (https://iiif.io/api/image/3.0/), and Deep
Zoom, as its first publisher described it and OpenSeadragon reads it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from lxml import etree
from PIL import Image

from convert.imaging.encoders import encode
from convert.settings import ImageSettings

SIDE = 512
"""Pixels of a tile."""
DEEP_ZOOM = "http://schemas.microsoft.com/deepzoom/2008"

File = tuple[str, bytes]
"""Name and content; the first file describes the others."""


def cut_tiles(image: Image.Image, kind: str, name: str, settings: ImageSettings) -> Iterator[File]:
    """Yield the files of one set of tiles; the first describes the others.

    Args:
        image: the page.
        kind: a name in TILERS.
        name: what the files of this page begin with, relative to the edition.
        settings: the quality of the tiles.
    """
    return TILERS[kind](image, name, settings)


def _iiif(image: Image.Image, name: str, settings: ImageSettings) -> Iterator[File]:
    factors = [factor for factor, _ in _pyramid(image.size)]
    sizes = [_shrunk(image.size, factor) for factor in reversed(factors)]
    about = {
        "@context": "http://iiif.io/api/image/3/context.json",
        "id": name.rsplit("/", 1)[-1],
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level0",
        "width": image.width,
        "height": image.height,
        "sizes": [{"width": width, "height": height} for width, height in sizes],
        "tiles": [{"width": SIDE, "height": SIDE, "scaleFactors": factors}],
    }
    yield f"{name}/info.json", json.dumps(about, indent=1).encode() + b"\n"
    for factor, size in _pyramid(image.size):
        level = _resized(image, size)
        whole = f"full/{size[0]},{size[1]}"
        yield f"{name}/{whole}/0/default.jpg", encode(level, "jpeg", settings)
        for left, top, tile in _tiles(level):
            region = _region((left, top), tile.size, factor, image.size)
            path = f"{region}/{tile.width},{tile.height}/0/default.jpg"
            yield f"{name}/{path}", encode(tile, "jpeg", settings)


def _dzi(image: Image.Image, name: str, settings: ImageSettings) -> Iterator[File]:
    root = etree.Element("Image", nsmap={None: DEEP_ZOOM})  # type: ignore[dict-item]
    for key, value in (("Format", "jpg"), ("Overlap", "0"), ("TileSize", str(SIDE))):
        root.set(key, value)
    size = etree.SubElement(root, "Size")
    size.set("Width", str(image.width))
    size.set("Height", str(image.height))
    yield f"{name}.dzi", etree.tostring(root, encoding="utf-8", xml_declaration=True)
    deepest = (max(image.size) - 1).bit_length()
    for level in range(deepest + 1):
        picture = _resized(image, _shrunk(image.size, 2 ** (deepest - level)))
        for left, top, tile in _tiles(picture):
            path = f"{name}_files/{level}/{left // SIDE}_{top // SIDE}.jpg"
            yield path, encode(tile, "jpeg", settings)


def _pyramid(size: tuple[int, int]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield factor and size of each level, from the whole size to one tile."""
    factor = 1
    while True:
        small = _shrunk(size, factor)
        yield factor, small
        if max(small) <= SIDE:
            return
        factor *= 2


def _shrunk(size: tuple[int, int], factor: int) -> tuple[int, int]:
    return (-(-size[0] // factor), -(-size[1] // factor))


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    if size == image.size:
        return image
    return image.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)


def _tiles(image: Image.Image) -> Iterator[tuple[int, int, Image.Image]]:
    for top in range(0, image.height, SIDE):
        for left in range(0, image.width, SIDE):
            right, bottom = min(left + SIDE, image.width), min(top + SIDE, image.height)
            yield left, top, image.crop((left, top, right, bottom))


def _region(
    corner: tuple[int, int], size: tuple[int, int], factor: int, whole: tuple[int, int]
) -> str:
    """The part of the whole picture that a tile shows, as IIIF names it."""
    left, top = corner[0] * factor, corner[1] * factor
    width = min(size[0] * factor, whole[0] - left)
    height = min(size[1] * factor, whole[1] - top)
    return "full" if (width, height) == whole else f"{left},{top},{width},{height}"


TILERS: Mapping[str, Callable[[Image.Image, str, ImageSettings], Iterator[File]]] = (
    MappingProxyType({"iiif": _iiif, "dzi": _dzi})
)
