"""The photographs and drawings of the 澜汀日报."""

import random

from PIL import Image, ImageDraw

from samples.darkroom import Motif, figures, glints, ridge


def boat(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A white passenger boat on a misty river, a pier with people."""
    w, h = im.size
    ridge(d, 0.4, 0.05, (150, 166, 172), 61)
    ridge(d, 0.47, 0.03, (118, 138, 146), 62)
    d.rectangle([0, h * 0.54, w, h], fill=(108, 134, 142))
    glints(d, 0.56, (190, 206, 208), 63)
    d.polygon(
        [(w * 0.14, h * 0.66), (w * 0.8, h * 0.66), (w * 0.74, h * 0.76), (w * 0.2, h * 0.76)],
        fill=(236, 238, 236),
    )
    d.line([(w * 0.16, h * 0.7), (w * 0.78, h * 0.7)], fill=(40, 88, 150), width=5)
    d.rectangle([w * 0.22, h * 0.5, w * 0.7, h * 0.66], fill=(226, 230, 230))
    for k in range(10):
        x = w * (0.24 + k * 0.045)
        d.rectangle([x, h * 0.54, x + w * 0.034, h * 0.61], fill=(70, 96, 116))
    d.rectangle([w * 0.58, h * 0.42, w * 0.68, h * 0.5], fill=(206, 212, 212))
    d.line([(w * 0.6, h * 0.42), (w * 0.6, h * 0.3)], fill=(90, 90, 90), width=3)
    d.polygon([(0, h * 0.9), (w * 0.46, h * 0.86), (w * 0.46, h), (0, h)], fill=(92, 84, 76))
    figures(d, 0.93, 0.26, [0.06, 0.13, 0.19, 0.27, 0.35])


def town(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """Houses along a street at dusk, lit windows."""
    w, h = im.size
    r = random.Random(71)
    x = 0.0
    while x < w:
        wide, high = w * r.uniform(0.08, 0.15), h * r.uniform(0.3, 0.66)
        tone = r.randrange(50, 100)
        d.rectangle([x, h * 0.84 - high, x + wide, h * 0.84], fill=(tone + 30, tone + 12, tone))
        for row in range(int(high / h * 9)):
            for k in range(3):
                if r.random() < 0.7:
                    a, b = x + wide * (0.14 + 0.28 * k), h * 0.84 - high + h * (0.05 + row * 0.09)
                    lit = (244, 206, 128) if r.random() < 0.6 else (60, 62, 78)
                    d.rectangle([a, b, a + wide * 0.17, b + h * 0.05], fill=lit)
        x += wide + w * 0.006
    d.rectangle([0, h * 0.84, w, h], fill=(66, 64, 70))
    figures(d, 0.95, 0.2, [0.2, 0.33, 0.64, 0.7])


MOTIFS = {
    "boat": Motif(boat, (186, 198, 204), (222, 220, 212)),
    "town": Motif(town, (58, 64, 104), (226, 150, 110)),
}


def paint(name: str, w: float, h: float) -> bytes:
    """Return a picture of the shape `w` by `h` points."""
    return MOTIFS[name].paint(w, h)
