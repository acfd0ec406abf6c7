"""Photographs that several papers print."""

import random

from PIL import Image, ImageDraw

from samples.darkroom import Motif, figures, glints, ridge


def seawall(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A wall against a rough sea, people looking over it."""
    w, h = im.size
    ridge(d, 0.42, 0.03, (96, 118, 130), 3)
    ridge(d, 0.52, 0.05, (62, 92, 108), 4)
    glints(d, 0.5, (206, 218, 222), 5)
    d.polygon([(0, h * 0.66), (w, h * 0.58), (w, h), (0, h)], fill=(128, 124, 118))
    d.polygon([(0, h * 0.66), (w, h * 0.58), (w, h * 0.62), (0, h * 0.71)], fill=(168, 164, 156))
    for k in range(9):
        x = w * k / 8
        d.line([(x, h * 0.66), (x - w * 0.02, h)], fill=(104, 100, 96), width=2)
    figures(d, 0.92, 0.36, [0.16, 0.25, 0.61, 0.69, 0.86])


def ferry(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A ferry at its berth in the evening."""
    w, h = im.size
    ridge(d, 0.46, 0.04, (92, 96, 116), 11)
    d.rectangle([0, h * 0.62, w, h], fill=(52, 72, 92))
    d.polygon(
        [(w * 0.1, h * 0.56), (w * 0.86, h * 0.56), (w * 0.8, h * 0.7), (w * 0.16, h * 0.7)],
        fill=(30, 44, 74),
    )
    d.rectangle([w * 0.18, h * 0.44, w * 0.74, h * 0.56], fill=(232, 230, 222))
    d.rectangle([w * 0.27, h * 0.34, w * 0.62, h * 0.44], fill=(214, 212, 206))
    d.rectangle([w * 0.5, h * 0.2, w * 0.57, h * 0.34], fill=(176, 58, 40))
    for k in range(12):
        x = w * (0.2 + k * 0.045)
        d.rectangle([x, h * 0.475, x + w * 0.024, h * 0.515], fill=(250, 214, 130))
    glints(d, 0.7, (226, 190, 150), 12)


def lighthouse(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A lighthouse on its rock, with a beam."""
    w, h = im.size
    d.polygon([(w * 0.655, h * 0.2), (0, h * 0.02), (0, h * 0.3)], fill=(236, 214, 172))
    d.rectangle([0, h * 0.7, w, h], fill=(46, 66, 88))
    glints(d, 0.7, (150, 168, 184), 21)
    ridge(d, 0.82, 0.1, (44, 42, 44), 27)
    d.polygon(
        [(w * 0.62, h * 0.84), (w * 0.64, h * 0.26), (w * 0.67, h * 0.26), (w * 0.69, h * 0.84)],
        fill=(232, 226, 214),
    )
    for k in (0.36, 0.56, 0.74):
        d.rectangle([w * 0.632, h * k, w * 0.679, h * (k + 0.08)], fill=(168, 48, 38))
    d.rectangle([w * 0.638, h * 0.17, w * 0.672, h * 0.25], fill=(252, 236, 170))
    d.polygon(
        [(w * 0.633, h * 0.17), (w * 0.655, h * 0.1), (w * 0.677, h * 0.17)], fill=(60, 30, 28)
    )
    d.rectangle([w * 0.71, h * 0.68, w * 0.83, h * 0.84], fill=(208, 200, 186))
    d.polygon([(w * 0.7, h * 0.68), (w * 0.77, h * 0.6), (w * 0.84, h * 0.68)], fill=(92, 44, 36))
    figures(d, 0.93, 0.14, [0.35, 0.39])


def orchard(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """Rows of trees, a ladder, pickers."""
    w, h = im.size
    d.rectangle([0, h * 0.55, w, h], fill=(112, 124, 68))
    r = random.Random(31)
    for row in range(4):
        size = h * (0.1 + row * 0.06)
        base = h * (0.58 + row * 0.1)
        for k in range(9 - row * 2):
            x = w * (k + 0.5 * (row % 2)) / (8 - row * 2)
            d.line([(x, base), (x, base - size)], fill=(70, 52, 40), width=max(2, int(size / 9)))
            green = (48 + row * 10, 84 + row * 8, 40)
            for _ in range(16):
                a, b = x + r.uniform(-0.6, 0.6) * size, base - size * r.uniform(0.8, 1.7)
                d.ellipse(
                    [a - size * 0.3, b - size * 0.26, a + size * 0.3, b + size * 0.26], fill=green
                )
            for _ in range(10):
                a, b = x + r.uniform(-0.7, 0.7) * size, base - size * r.uniform(0.75, 1.7)
                d.ellipse([a - 3, b - 3, a + 3, b + 3], fill=(190, 40, 34))
    figures(d, 0.97, 0.34, [0.3, 0.58])


def stadium(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """Players on a pitch under lights, a crowd behind."""
    w, h = im.size
    r = random.Random(41)
    d.rectangle([0, h * 0.1, w, h * 0.48], fill=(40, 42, 56))
    for _ in range(int(w * 2.2)):
        x, y = r.random() * w, h * r.uniform(0.12, 0.46)
        tone = r.randrange(60, 190)
        d.ellipse(
            [x - 3, y - 3, x + 3, y + 3],
            fill=(tone, int(tone * r.uniform(0.6, 1)), int(tone * r.uniform(0.5, 1))),
        )
    d.rectangle([0, h * 0.48, w, h], fill=(58, 112, 58))
    for k in range(0, 10, 2):
        d.polygon(
            [
                (w * k / 10, h * 0.48),
                (w * (k + 1) / 10, h * 0.48),
                (w * (k + 1.4) / 10, h),
                (w * (k - 0.2) / 10, h),
            ],
            fill=(66, 124, 64),
        )
    d.line([(0, h * 0.52), (w, h * 0.52)], fill=(228, 234, 226), width=3)
    figures(d, 0.93, 0.5, [0.2, 0.44, 0.55, 0.8])
    d.ellipse([w * 0.63, h * 0.84, w * 0.63 + h * 0.07, h * 0.91], fill=(244, 244, 238))


def rower(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A single scull on grey water."""
    w, h = im.size
    ridge(d, 0.34, 0.03, (104, 120, 116), 51)
    d.rectangle([0, h * 0.46, w, h], fill=(128, 148, 156))
    glints(d, 0.46, (214, 224, 226), 52)
    d.polygon(
        [(w * 0.06, h * 0.7), (w * 0.94, h * 0.7), (w * 0.7, h * 0.75), (w * 0.3, h * 0.75)],
        fill=(198, 172, 96),
    )
    figures(d, 0.73, 0.36, [0.5])
    for side in (-1, 1):
        d.line(
            [(w * 0.5, h * 0.58), (w * (0.5 + side * 0.42), h * 0.82)], fill=(60, 50, 44), width=4
        )


def market(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """Stalls with awnings, people before them."""
    w, h = im.size
    d.rectangle([0, h * 0.18, w, h * 0.74], fill=(140, 112, 94))
    d.rectangle([0, h * 0.74, w, h], fill=(120, 116, 112))
    for k, colour in enumerate([(178, 52, 44), (44, 92, 122), (204, 164, 60), (70, 110, 74)]):
        x = w * k / 4
        d.polygon(
            [
                (x + w * 0.02, h * 0.4),
                (x + w * 0.23, h * 0.4),
                (x + w * 0.25, h * 0.52),
                (x, h * 0.52),
            ],
            fill=colour,
        )
        d.rectangle([x + w * 0.02, h * 0.66, x + w * 0.23, h * 0.8], fill=(98, 70, 48))
        r = random.Random(k)
        for _ in range(30):
            a, b = x + w * r.uniform(0.03, 0.22), h * r.uniform(0.62, 0.67)
            d.ellipse(
                [a - 7, b - 7, a + 7, b + 7], fill=(r.randrange(90, 230), r.randrange(80, 180), 50)
            )
    figures(d, 0.97, 0.42, [0.12, 0.33, 0.48, 0.71, 0.9])


def workshop(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """Ribs of a boat in a shed, light from a window."""
    w, h = im.size
    d.rectangle([0, 0, w, h], fill=(72, 56, 44))
    d.rectangle([w * 0.08, h * 0.1, w * 0.34, h * 0.42], fill=(238, 226, 190))
    d.line([(w * 0.21, h * 0.1), (w * 0.21, h * 0.42)], fill=(72, 56, 44), width=6)
    d.rectangle([0, h * 0.84, w, h], fill=(104, 84, 62))
    for k in range(11):
        x = w * (0.16 + k * 0.07)
        d.arc(
            [x - w * 0.12, h * 0.36, x + w * 0.12, h * 0.98], 20, 175, fill=(196, 156, 100), width=7
        )
    d.line([(w * 0.1, h * 0.66), (w * 0.95, h * 0.6)], fill=(212, 172, 112), width=9)
    figures(d, 0.95, 0.56, [0.62, 0.86])


def portrait(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A head and shoulders."""
    w, h = im.size
    d.rectangle([0, 0, w, h], fill=(126, 142, 150))
    d.ellipse([w * 0.06, h * 0.66, w * 0.94, h * 1.5], fill=(48, 58, 82))
    d.ellipse([w * 0.26, h * 0.1, w * 0.74, h * 0.5], fill=(74, 56, 46))
    d.ellipse([w * 0.3, h * 0.18, w * 0.7, h * 0.74], fill=(198, 160, 136))
    for eye in (0.41, 0.59):
        d.ellipse([w * eye - 4, h * 0.42, w * eye + 4, h * 0.42 + 6], fill=(40, 34, 32))
    d.arc([w * 0.4, h * 0.5, w * 0.6, h * 0.62], 20, 160, fill=(130, 72, 66), width=4)


def cartoon(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A pen drawing: a gull reads a notice on a very high wall."""
    w, h = im.size
    d.rectangle([0, 0, w, h], fill=(250, 248, 240))
    pen = (24, 24, 24)
    d.rectangle(
        [w * 0.42, h * 0.06, w * 0.94, h * 0.86], outline=pen, width=4, fill=(232, 228, 214)
    )
    for row in range(8):
        y = h * (0.06 + row * 0.1)
        d.line([(w * 0.42, y), (w * 0.94, y)], fill=pen, width=2)
        for k in range(4):
            x = w * (0.42 + (k + 0.5 * (row % 2)) * 0.13)
            d.line([(x, y), (x, min(y + h * 0.1, h * 0.86))], fill=pen, width=2)
    d.rectangle([w * 0.52, h * 0.3, w * 0.84, h * 0.52], fill=(255, 255, 255), outline=pen, width=3)
    for k in range(4):
        d.line(
            [(w * 0.56, h * (0.345 + k * 0.04)), (w * 0.8, h * (0.345 + k * 0.04))],
            fill=pen,
            width=3,
        )
    d.line([(0, h * 0.86), (w, h * 0.86)], fill=pen, width=4)
    d.ellipse([w * 0.1, h * 0.52, w * 0.32, h * 0.74], outline=pen, width=4, fill=(255, 255, 255))
    d.ellipse([w * 0.23, h * 0.38, w * 0.36, h * 0.53], outline=pen, width=4, fill=(255, 255, 255))
    d.polygon(
        [(w * 0.35, h * 0.43), (w * 0.43, h * 0.46), (w * 0.35, h * 0.48)],
        fill=(230, 170, 50),
        outline=pen,
    )
    d.ellipse([w * 0.3, h * 0.42, w * 0.315, h * 0.44], fill=pen)
    for leg in (0.18, 0.24):
        d.line([(w * leg, h * 0.73), (w * leg, h * 0.86)], fill=pen, width=4)


MOTIFS = {
    "seawall": Motif(seawall, (108, 124, 140), (206, 208, 204)),
    "ferry": Motif(ferry, (60, 66, 104), (236, 168, 116)),
    "lighthouse": Motif(lighthouse, (38, 46, 84), (214, 142, 108)),
    "orchard": Motif(orchard, (148, 178, 206), (232, 226, 204)),
    "stadium": Motif(stadium, (16, 18, 34), (60, 66, 92)),
    "rower": Motif(rower, (160, 176, 186), (222, 222, 214)),
    "market": Motif(market, (150, 174, 196), (226, 222, 210)),
    "workshop": Motif(workshop, (90, 70, 54), (60, 46, 36)),
    "portrait": Motif(portrait, (126, 142, 150), (126, 142, 150)),
    "cartoon": Motif(cartoon, (250, 248, 240), (250, 248, 240), lens=False),
}


def paint(name: str, w: float, h: float) -> bytes:
    """Return a picture of the shape `w` by `h` points; `name-x` is another of `name`."""
    return MOTIFS[name.split("-")[0]].paint(w, h)
