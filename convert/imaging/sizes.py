"""One rendering of a page in all the sizes that are asked for."""

from collections.abc import Iterator, Mapping

from PIL import Image


def in_sizes(image: Image.Image, sizes: Mapping[str, int]) -> Iterator[tuple[str, Image.Image]]:
    """Yield name and picture of each size, in the order of `sizes`; none is enlarged.

    A small picture is made from the next larger one, which is quicker and looks the same.

    Args:
        image: the page, as large as the largest size or larger.
        sizes: pixels of the longer side by name.
    """
    made: dict[str, Image.Image] = {}
    for name, long_side in sorted(sizes.items(), key=lambda item: -item[1]):
        image = made[name] = scaled(image, long_side)
    for name in sizes:
        yield name, made[name]


def scaled(image: Image.Image, long_side: int) -> Image.Image:
    """Return a copy whose longer side has `long_side` pixels, or fewer if it has fewer."""
    scale = long_side / max(image.size)
    if scale >= 1:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)
