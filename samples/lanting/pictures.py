"""The photographs and drawings of the 澜汀日报."""

import math
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


def pole(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A pen drawing: a paved strip for the blind that ends at a lamp post."""
    w, h = im.size
    pen = (26, 26, 26)
    d.line([(0, h * 0.42), (w, h * 0.42)], fill=pen, width=3)
    d.polygon(
        [(w * 0.16, h), (w * 0.48, h * 0.46), (w * 0.6, h * 0.46), (w * 0.52, h)],
        fill=(246, 214, 110),
        outline=pen,
    )
    for k in range(9):
        y = h * (0.5 + k * 0.06)
        t = (y / h - 0.46) / 0.54
        d.line([(w * (0.48 - 0.32 * t), y), (w * (0.6 - 0.08 * t), y)], fill=pen, width=2)
    d.rectangle(
        [w * 0.51, h * 0.04, w * 0.575, h * 0.5], fill=(150, 150, 146), outline=pen, width=3
    )
    d.line([(w * 0.54, h * 0.05), (w * 0.8, h * 0.05)], fill=pen, width=5)
    d.ellipse([w * 0.74, h * 0.04, w * 0.84, h * 0.1], fill=(250, 240, 190), outline=pen, width=3)
    d.rectangle([w * 0.43, h * 0.2, w * 0.66, h * 0.34], fill=(255, 255, 255), outline=pen, width=3)
    for k in range(3):
        d.line(
            [(w * 0.46, h * (0.235 + k * 0.035)), (w * 0.63, h * (0.235 + k * 0.035))],
            fill=pen,
            width=3,
        )
    d.ellipse([w * 0.58, h * 0.29, w * 0.64, h * 0.33], outline=(190, 40, 30), width=4)
    d.ellipse([w * 0.24, h * 0.34, w * 0.32, h * 0.43], fill=(240, 220, 200), outline=pen, width=3)
    d.rounded_rectangle(
        [w * 0.22, h * 0.43, w * 0.34, h * 0.68], 12, fill=(120, 150, 170), outline=pen, width=3
    )
    for leg in (0.25, 0.31):
        d.line([(w * leg, h * 0.68), (w * leg, h * 0.84)], fill=pen, width=6)
    d.line([(w * 0.33, h * 0.52), (w * 0.46, h * 0.7)], fill=pen, width=4)
    d.rectangle([w * 0.245, h * 0.375, w * 0.315, h * 0.395], fill=pen)


def author(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A woman at a window, from the shoulders up."""
    w, h = im.size
    d.rectangle([0, 0, w * 0.4, h], fill=(206, 214, 206))
    d.line([(w * 0.4, 0), (w * 0.4, h)], fill=(120, 104, 88), width=6)
    d.ellipse([w * 0.2, h * 0.72, w * 0.94, h * 1.6], fill=(122, 62, 58))
    d.ellipse([w * 0.36, h * 0.12, w * 0.78, h * 0.8], fill=(42, 36, 36))
    d.ellipse([w * 0.42, h * 0.24, w * 0.72, h * 0.72], fill=(214, 178, 154))
    d.arc([w * 0.5, h * 0.52, w * 0.64, h * 0.64], 20, 160, fill=(140, 74, 66), width=3)
    for eye in (0.5, 0.63):
        d.ellipse([w * eye - 3, h * 0.45, w * eye + 3, h * 0.48], fill=(40, 34, 32))


def swans(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """White birds on still water, reeds in front."""
    w, h = im.size
    ridge(d, 0.3, 0.04, (116, 128, 124), 81)
    d.rectangle([0, h * 0.38, w, h], fill=(138, 158, 168))
    glints(d, 0.4, (206, 216, 218), 82)
    r = random.Random(83)
    for _ in range(13):
        x, y = w * r.uniform(0.06, 0.94), h * r.uniform(0.45, 0.82)
        s = h * 0.11 * y / h
        d.ellipse([x - s * 1.3, y - s * 0.5, x + s * 1.3, y + s * 0.6], fill=(244, 244, 240))
        d.line(
            [(x + s, y), (x + s * 1.2, y - s), (x + s * 1.7, y - s * 1.3)],
            fill=(244, 244, 240),
            width=max(3, int(s / 3)),
        )
        d.line(
            [(x + s * 1.7, y - s * 1.3), (x + s * 2.1, y - s * 1.2)],
            fill=(230, 150, 40),
            width=max(2, int(s / 5)),
        )
    for _ in range(90):
        x = w * r.random()
        d.line(
            [(x, h), (x + r.uniform(-8, 8), h * r.uniform(0.78, 0.95))],
            fill=(148, 122, 70),
            width=2,
        )


def door(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A child at a lit library door, shelves behind the glass."""
    w, h = im.size
    r = random.Random(91)
    d.rectangle([w * 0.3, h * 0.08, w * 0.78, h * 0.92], fill=(250, 222, 158))
    for row in range(5):
        y = h * (0.14 + row * 0.15)
        x = w * 0.33
        while x < w * 0.74:
            wide = w * r.uniform(0.008, 0.018)
            tone = (r.randrange(90, 200), r.randrange(60, 140), r.randrange(50, 120))
            d.rectangle([x, y + h * r.uniform(0, 0.03), x + wide, y + h * 0.12], fill=tone)
            x += wide + 1
    d.line([(w * 0.54, h * 0.08), (w * 0.54, h * 0.92)], fill=(70, 52, 40), width=6)
    d.rectangle([w * 0.3, h * 0.08, w * 0.78, h * 0.92], outline=(70, 52, 40), width=8)
    d.rectangle([0, h * 0.92, w, h], fill=(52, 50, 56))
    figures(d, 0.97, 0.56, [0.47])


def radish(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A lorry of white radishes at night, porters under a lamp."""
    w, h = im.size
    r = random.Random(101)
    d.polygon([(w * 0.7, 0), (w * 0.42, h), (w, h), (w * 0.8, 0)], fill=(74, 70, 66))
    d.rectangle([0, h * 0.82, w, h], fill=(54, 52, 54))
    d.rectangle([w * 0.06, h * 0.36, w * 0.58, h * 0.72], fill=(46, 76, 112))
    d.rectangle([w * 0.58, h * 0.46, w * 0.7, h * 0.76], fill=(58, 92, 130))
    d.rectangle([w * 0.6, h * 0.5, w * 0.68, h * 0.6], fill=(190, 206, 210))
    for x in (0.14, 0.24, 0.48, 0.64):
        d.ellipse([w * x - h * 0.08, h * 0.7, w * x + h * 0.08, h * 0.86], fill=(24, 24, 26))
    for _ in range(240):
        x, y = w * r.uniform(0.08, 0.56), h * r.uniform(0.2, 0.38)
        y += abs(x / w - 0.32) * h * 0.3
        d.ellipse([x - 13, y - 5, x + 13, y + 5], fill=(r.randrange(222, 246),) * 3)
        d.line([(x + 12, y), (x + 19, y - 3)], fill=(90, 140, 70), width=3)
    for _ in range(60):
        x, y = w * r.uniform(0.74, 0.97), h * r.uniform(0.78, 0.92)
        d.ellipse([x - 14, y - 5, x + 14, y + 5], fill=(r.randrange(216, 244),) * 3)
    figures(d, 0.95, 0.42, [0.36, 0.72, 0.8])


def cable(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """Baskets on a rope over hills."""
    w, h = im.size
    ridge(d, 0.42, 0.1, (132, 150, 146), 111)
    ridge(d, 0.6, 0.1, (92, 116, 96), 112)
    ridge(d, 0.82, 0.06, (66, 84, 58), 113)
    d.line([(0, h * 0.12), (w, h * 0.56)], fill=(40, 40, 44), width=3)
    for k in (0.18, 0.5, 0.8):
        x, y = w * k, h * (0.12 + 0.44 * k)
        d.line([(x, y), (x, y + h * 0.1)], fill=(40, 40, 44), width=2)
        d.rectangle([x - h * 0.08, y + h * 0.1, x + h * 0.08, y + h * 0.22], fill=(150, 104, 58))
        d.ellipse([x - h * 0.07, y + h * 0.06, x + h * 0.07, y + h * 0.14], fill=(222, 116, 40))


def bend(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A bend of the river, towers among trees."""
    w, h = im.size
    ridge(d, 0.36, 0.08, (140, 160, 170), 121)
    r = random.Random(122)
    for k in range(9):
        x, high = w * (0.52 + k * 0.052), h * r.uniform(0.3, 0.52)
        d.rectangle([x, h * 0.72 - high, x + w * 0.036, h * 0.72], fill=(226, 216, 200))
        for row in range(int(high / h * 22)):
            y = h * 0.72 - high + h * (0.02 + row * 0.042)
            d.line([(x + 4, y), (x + w * 0.036 - 4, y)], fill=(120, 140, 156), width=4)
    d.rectangle([0, h * 0.7, w, h], fill=(86, 120, 80))
    d.polygon(
        [(0, h), (0, h * 0.82), (w * 0.4, h * 0.74), (w, h * 0.9), (w, h)], fill=(112, 152, 172)
    )
    for _ in range(160):
        x, y = w * r.random(), h * r.uniform(0.64, 0.74)
        d.ellipse(
            [x - 13, y - 15, x + 13, y + 9], fill=(r.randrange(50, 90), r.randrange(96, 130), 60)
        )


def bench(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """Two seats at a stop under a tree."""
    w, h = im.size
    d.rectangle([0, h * 0.74, w, h], fill=(150, 144, 138))
    d.rectangle([w * 0.74, h * 0.1, w * 0.78, h * 0.78], fill=(92, 70, 52))
    r = random.Random(131)
    for _ in range(70):
        x, y = w * r.uniform(0.58, 0.98), h * r.uniform(0.0, 0.42)
        d.ellipse(
            [x - 16, y - 13, x + 16, y + 13],
            fill=(r.randrange(150, 210), r.randrange(120, 150), 50),
        )
    d.line([(w * 0.4, h * 0.2), (w * 0.4, h * 0.8)], fill=(70, 74, 80), width=5)
    d.rectangle([w * 0.35, h * 0.12, w * 0.45, h * 0.34], fill=(40, 96, 150))
    for side in (-1, 1):
        x = w * (0.4 + side * 0.11)
        d.rectangle([x - w * 0.09, h * 0.62, x + w * 0.09, h * 0.67], fill=(210, 120, 50))
        d.line([(x, h * 0.67), (x, h * 0.82)], fill=(70, 74, 80), width=5)
    figures(d, 0.86, 0.5, [0.24, 0.53])


def roofs(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A village on a slope, trays of drying crops on its roofs."""
    w, h = im.size
    ridge(d, 0.22, 0.08, (150, 160, 168), 141)
    ridge(d, 0.34, 0.08, (112, 128, 104), 142)
    r = random.Random(143)
    for row in range(5):
        y = h * (0.36 + row * 0.13)
        x = -w * 0.04 * (row % 2)
        while x < w:
            wide = w * r.uniform(0.11, 0.17)
            d.rectangle([x, y, x + wide, y + h * 0.14], fill=(214, 200, 176))
            d.polygon(
                [
                    (x - 6, y),
                    (x + wide * 0.12, y - h * 0.07),
                    (x + wide * 0.88, y - h * 0.07),
                    (x + wide + 6, y),
                ],
                fill=(84, 78, 78),
            )
            for k in range(3):
                a = x + wide * (0.14 + 0.26 * k)
                tone = r.choice([(214, 96, 34), (186, 38, 30), (238, 232, 214), (222, 178, 60)])
                d.ellipse(
                    [a, y - h * 0.058, a + wide * 0.22, y - h * 0.018],
                    fill=tone,
                    outline=(120, 92, 56),
                )
            d.rectangle(
                [x + wide * 0.4, y + h * 0.04, x + wide * 0.56, y + h * 0.11], fill=(92, 66, 48)
            )
            x += wide + w * r.uniform(0.008, 0.04)


def persimmons(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """Strings of persimmons before a wall."""
    w, h = im.size
    r = random.Random(151)
    for k in range(8):
        x = w * (0.08 + k * 0.12)
        low = h * r.uniform(0.72, 0.94)
        d.line([(x, 0), (x, low)], fill=(150, 130, 100), width=2)
        y = h * 0.05
        while y < low:
            s = w * 0.043
            d.ellipse(
                [x - s, y - s * 0.85, x + s, y + s * 0.85],
                fill=(r.randrange(206, 232), r.randrange(96, 124), 32),
            )
            d.rectangle([x - 3, y - s, x + 3, y - s * 0.7], fill=(90, 84, 40))
            y += s * 2.3


def grain(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A yard of rice raked into waves, an old man at work."""
    w, h = im.size
    d.rectangle([0, h * 0.3, w, h], fill=(214, 170, 84))
    ridge(d, 0.2, 0.05, (110, 124, 96), 161)
    d.rectangle([0, h * 0.32, w, h], fill=(214, 170, 84))
    for k in range(26):
        y = h * (0.36 + k * k * 0.001 + k * 0.003)
        d.line(
            [(x, y + 7 * math.sin(x / 34 + k)) for x in range(0, w + 6, 6)],
            fill=(184, 138, 58),
            width=3,
        )
    figures(d, 0.8, 0.44, [0.64])
    d.line([(w * 0.62, h * 0.56), (w * 0.4, h * 0.84)], fill=(98, 72, 46), width=6)
    d.line([(w * 0.36, h * 0.82), (w * 0.44, h * 0.87)], fill=(98, 72, 46), width=9)


def peppers(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """Strings of red peppers on an earthen wall, a door between."""
    w, h = im.size
    r = random.Random(171)
    d.rectangle([w * 0.42, h * 0.22, w * 0.6, h], fill=(72, 52, 40))
    for k in range(12):
        x = w * (0.04 + k * 0.084)
        if 0.38 < x / w < 0.62:
            continue
        for row in range(30):
            y = h * (0.1 + row * 0.024)
            lean = r.uniform(-12, 12)
            d.line(
                [(x, y), (x + lean, y + h * 0.05)],
                fill=(r.randrange(160, 206), r.randrange(20, 46), 28),
                width=7,
            )


def dusk(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """People on roofs against an evening sky."""
    w, h = im.size
    ridge(d, 0.5, 0.07, (96, 84, 104), 181)
    for k, (x, y) in enumerate([(0.0, 0.72), (0.36, 0.66), (0.7, 0.76)]):
        d.polygon(
            [
                (w * (x - 0.04), h * y),
                (w * (x + 0.04), h * (y - 0.08)),
                (w * (x + 0.26), h * (y - 0.08)),
                (w * (x + 0.34), h * y),
            ],
            fill=(44, 38, 46),
        )
        d.rectangle([w * x, h * y, w * (x + 0.3), h], fill=(58 + 6 * k, 48, 52))
        d.rectangle(
            [w * (x + 0.1), h * (y + 0.08), w * (x + 0.16), h * (y + 0.18)], fill=(246, 204, 120)
        )
        figures(d, y - 0.075, 0.24, [x + 0.1, x + 0.19])


def keeper(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A goalkeeper on his knees, the stand behind him."""
    w, h = im.size
    r = random.Random(191)
    for _ in range(int(w * 1.6)):
        x, y = w * r.random(), h * r.uniform(0.06, 0.42)
        tone = r.randrange(70, 180)
        d.ellipse(
            [x - 4, y - 4, x + 4, y + 4],
            fill=(tone, int(tone * r.uniform(0.5, 1)), int(tone * 0.8)),
        )
    d.rectangle([0, h * 0.44, w, h], fill=(70, 118, 62))
    for k in range(0, 8, 2):
        d.rectangle([w * k / 8, h * 0.44, w * (k + 1) / 8, h], fill=(78, 128, 68))
    d.rectangle([w * 0.62, h * 0.2, w * 1.1, h * 0.66], outline=(240, 240, 240), width=6)
    for k in range(14):
        d.line(
            [(w * (0.62 + k * 0.03), h * 0.2), (w * (0.62 + k * 0.03), h * 0.66)],
            fill=(190, 196, 196),
            width=1,
        )
    d.rounded_rectangle([w * 0.32, h * 0.42, w * 0.42, h * 0.74], 14, fill=(220, 180, 40))
    d.ellipse([w * 0.345, h * 0.28, w * 0.395, h * 0.42], fill=(196, 156, 130))
    d.line([(w * 0.33, h * 0.48), (w * 0.24, h * 0.24)], fill=(220, 180, 40), width=13)
    d.line([(w * 0.41, h * 0.48), (w * 0.5, h * 0.24)], fill=(220, 180, 40), width=13)
    d.polygon(
        [(w * 0.3, h * 0.86), (w * 0.33, h * 0.72), (w * 0.42, h * 0.72), (w * 0.46, h * 0.86)],
        fill=(30, 34, 40),
    )
    figures(d, 0.72, 0.34, [0.08, 0.15, 0.55])


def lock(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """The cover of a book: a gate in dark water."""
    w, h = im.size
    d.rectangle([w * 0.34, h * 0.04, w * 0.66, h * 0.96], fill=(28, 58, 72))
    d.rectangle([w * 0.34, h * 0.04, w * 0.36, h * 0.96], fill=(16, 34, 44))
    for k in range(5):
        d.rectangle(
            [w * (0.42 + k * 0.04), h * 0.3, w * (0.44 + k * 0.04), h * 0.66], fill=(206, 178, 120)
        )
    d.ellipse([w * 0.56, h * 0.1, w * 0.61, h * 0.24], fill=(234, 226, 200))
    for k in range(4):
        y = h * (0.72 + k * 0.05)
        d.line([(w * 0.4, y), (w * 0.62, y)], fill=(120, 160, 170), width=3)


def wave(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A drawing of waves, one above the other."""
    w, h = im.size
    for row in range(16):
        for k in range(4):
            x, y = w * (k / 3 - 0.17 * (row % 2)), h * (0.2 + row * 0.055)
            s = w * 0.2
            for step in range(4):
                a = s * (1 - step * 0.24)
                d.arc([x - a, y - a, x + a, y + a], 180, 360, fill=(30, 110, 116), width=3)


def frost(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A drawing of cabbage leaves with white edges."""
    w, h = im.size
    r = random.Random(211)
    for k in range(9):
        x, y = w * (0.12 + (k % 3) * 0.37), h * (0.24 + (k // 3) * 0.3)
        s = h * 0.17
        for step in range(7):
            a, b = x + r.uniform(-s, s) * 0.6, y + r.uniform(-s, s) * 0.4
            t = s * (1 - step * 0.11)
            d.ellipse(
                [a - t, b - t * 0.7, a + t, b + t * 0.7],
                fill=(96 + step * 12, 140 + step * 10, 92 + step * 8),
                outline=(244, 250, 244),
                width=4,
            )


def well(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """A stone rim seen from above, sky and a face in the water."""
    w, h = im.size
    s = min(w, h) * 0.46
    x, y = w / 2, h * 0.52
    d.ellipse([x - s * 1.5, y - s, x + s * 1.5, y + s], fill=(150, 144, 134))
    d.ellipse([x - s * 1.1, y - s * 0.74, x + s * 1.1, y + s * 0.74], fill=(34, 44, 50))
    d.ellipse([x - s * 0.6, y - s * 0.4, x + s * 0.5, y + s * 0.36], fill=(150, 186, 206))
    d.ellipse([x - s * 0.16, y - s * 0.1, x + s * 0.1, y + s * 0.2], fill=(70, 66, 66))
    for k in range(9):
        a = x - s * 1.4 + k * 5
        d.line([(a, y - s * 0.1), (a + 9, y + s * 0.1)], fill=(96, 90, 84), width=2)


def clock(im: Image.Image, d: ImageDraw.ImageDraw) -> None:
    """An old alarm clock under glass in a dark hall."""
    w, h = im.size
    d.polygon([(w * 0.1, 0), (w * 0.3, 0), (w * 0.72, h), (w * 0.3, h)], fill=(70, 74, 86))
    d.rectangle([w * 0.36, h * 0.8, w * 0.64, h], fill=(60, 46, 38))
    d.rectangle([w * 0.39, h * 0.12, w * 0.61, h * 0.8], outline=(170, 190, 200), width=3)
    s = h * 0.23
    x, y = w * 0.5, h * 0.52
    for side in (-1, 1):
        d.ellipse(
            [x + side * s * 0.8 - s * 0.3, y - s * 1.3, x + side * s * 0.8 + s * 0.3, y - s * 0.7],
            fill=(176, 140, 72),
        )
    d.ellipse([x - s, y - s, x + s, y + s], fill=(238, 228, 200), outline=(176, 140, 72), width=9)
    d.line([(x, y), (x + s * 0.5, y + s * 0.29)], fill=(20, 20, 20), width=7)
    d.line([(x, y), (x + s * 0.66, y - s * 0.38)], fill=(20, 20, 20), width=4)


MOTIFS = {
    "roofs": Motif(roofs, (180, 200, 218), (238, 222, 190)),
    "persimmons": Motif(persimmons, (198, 184, 160), (172, 154, 128)),
    "grain": Motif(grain, (186, 204, 214), (232, 220, 190)),
    "peppers": Motif(peppers, (206, 178, 134), (186, 152, 108)),
    "dusk": Motif(dusk, (84, 78, 120), (246, 170, 96)),
    "keeper": Motif(keeper, (30, 34, 48), (60, 66, 84)),
    "lock": Motif(lock, (226, 214, 188), (210, 194, 164)),
    "wave": Motif(wave, (236, 246, 244), (206, 230, 228), lens=False),
    "frost": Motif(frost, (214, 232, 216), (196, 220, 204), lens=False),
    "well": Motif(well, (112, 104, 96), (128, 120, 108)),
    "clock": Motif(clock, (34, 36, 46), (48, 46, 52)),
    "radish": Motif(radish, (28, 30, 44), (58, 54, 56)),
    "cable": Motif(cable, (168, 188, 204), (226, 222, 206)),
    "bend": Motif(bend, (150, 182, 206), (240, 220, 190)),
    "bench": Motif(bench, (198, 204, 206), (224, 218, 206)),
    "pole": Motif(pole, (252, 250, 244), (252, 250, 244), lens=False),
    "author": Motif(author, (168, 150, 128), (150, 132, 112)),
    "swans": Motif(swans, (178, 190, 200), (222, 218, 204)),
    "door": Motif(door, (36, 40, 66), (60, 58, 78)),
    "boat": Motif(boat, (186, 198, 204), (222, 220, 212)),
    "town": Motif(town, (58, 64, 104), (226, 150, 110)),
}


def paint(name: str, w: float, h: float) -> bytes:
    """Return a picture of the shape `w` by `h` points."""
    return MOTIFS[name].paint(w, h)
