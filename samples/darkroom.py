"""Photographs and drawings made by numbers, at the shape a page asks for."""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

DOTS = 1.9
"""Pixels for every point of print."""
RGB = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Motif:
    """What a picture shows: how it is drawn, on a fade from one colour to another."""

    draw: Callable[[Image.Image, ImageDraw.ImageDraw], None]
    top: RGB
    low: RGB
    lens: bool = True
    """Whether it is a photograph and not a drawing."""

    def paint(self, w: float, h: float) -> bytes:
        """Return the picture as a CMYK JPEG of the shape `w` by `h` points."""
        size = (max(8, round(w * DOTS)), max(8, round(h * DOTS)))
        im = sky(size, self.top, self.low)
        self.draw(im, ImageDraw.Draw(im))
        if self.lens:
            im = printed(im)
        out = BytesIO()
        im.convert("CMYK").save(out, "JPEG", quality=58, optimize=True)
        return out.getvalue()


def sky(size: tuple[int, int], top: RGB, low: RGB) -> Image.Image:
    """Return an even fade from one colour to another."""
    fade = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, low), Image.new("RGB", size, top), fade)


def ridge(d: ImageDraw.ImageDraw, level: float, rough: float, fill: RGB, seed: int) -> None:
    """Draw hills, or waves, whose crest stands at a share of the height."""
    w, h = d.im.size
    r = random.Random(seed)
    waves = [(r.uniform(1, 7), r.uniform(0, 7), r.random()) for _ in range(6)]
    crest = [
        (x, h * (level + rough * sum(a * math.sin(x / w * f + p) for f, p, a in waves) / 4))
        for x in range(0, w + 4, 4)
    ]
    d.polygon([(0, h), *crest, (w, h)], fill=fill)


def glints(d: ImageDraw.ImageDraw, level: float, fill: RGB, seed: int) -> None:
    """Draw short lights on water below a level."""
    w, h = d.im.size
    r = random.Random(seed)
    for _ in range(int(w * 0.9)):
        y = h * level + (h * (1 - level)) * r.random() ** 0.8
        half = 2 + 16 * (y / h - level) * r.random() * 2
        x = r.random() * w
        d.line([(x - half, y), (x + half, y)], fill=fill, width=1)


def figures(d: ImageDraw.ImageDraw, feet: float, tall: float, places: list[float]) -> None:
    """Draw people: dark shapes that stand at shares of the width."""
    w, h = d.im.size
    r = random.Random(int(feet * 100))
    for place in places:
        x, y, t = w * place, h * feet, h * tall * r.uniform(0.9, 1.1)
        coat = tuple(r.randrange(18, 80) for _ in range(3))
        d.rounded_rectangle(
            [x - t * 0.14, y - t * 0.84, x + t * 0.14, y - t * 0.36], t * 0.09, coat
        )
        for leg in (-0.07, 0.07):
            d.line(
                [(x + leg * t, y - t * 0.4), (x + leg * 1.6 * t, y)],
                fill=(22, 22, 30),
                width=max(2, int(t * 0.09)),
            )
        for arm in (-1, 1):
            d.line(
                [
                    (x + arm * t * 0.12, y - t * 0.78),
                    (x + arm * t * r.uniform(0.2, 0.3), y - t * r.uniform(0.4, 0.75)),
                ],
                fill=coat,
                width=max(2, int(t * 0.07)),
            )
        d.ellipse([x - t * 0.075, y - t, x + t * 0.075, y - t * 0.84], fill=(176, 138, 116))


def printed(im: Image.Image) -> Image.Image:
    """Return a picture softened and dimmed to its corners, as a lens would."""
    im = im.filter(ImageFilter.GaussianBlur(1.1))
    light = ImageChops.invert(Image.radial_gradient("L").resize(im.size))
    light = light.point(lambda v: min(255, 190 + v // 2))
    im = ImageEnhance.Color(ImageEnhance.Brightness(im).enhance(1.12)).enhance(1.35)
    return ImageChops.multiply(im, Image.merge("RGB", [light] * 3))
