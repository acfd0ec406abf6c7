"""The type of the sample papers: their faces, and how wide a string runs in them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pymupdf

FONTS = Path("/usr/share/fonts")
BOLD = "\ue000"
"""Stands before a word of a text that runs in the bold cut."""

SHAPED: dict[tuple[str, str], float] = {}
"""The widths, in ems, of words whose letters join: by face and word."""


@dataclass(frozen=True, slots=True)
class Face:
    """One cut of a family, as Typst names it and where Debian keeps it."""

    family: str
    file: str
    weight: int = 400
    style: str = "normal"
    stretch: int = 100
    lang: str = "en_US"
    """Whose rules break its words."""
    bold: str = ""
    """The face of words that start with the mark BOLD."""


FACES = {
    "text": Face(
        "Liberation Serif", "truetype/liberation/LiberationSerif-Regular.ttf", bold="text-bold"
    ),
    "text-italic": Face(
        "Liberation Serif", "truetype/liberation/LiberationSerif-Italic.ttf", 400, "italic"
    ),
    "text-bold": Face("Liberation Serif", "truetype/liberation/LiberationSerif-Bold.ttf", 700),
    "display": Face("Noto Serif Display", "truetype/noto/NotoSerifDisplay-Regular.ttf"),
    "display-bold": Face("Noto Serif Display", "truetype/noto/NotoSerifDisplay-Bold.ttf", 700),
    "display-italic": Face(
        "Noto Serif Display", "truetype/noto/NotoSerifDisplay-Italic.ttf", 400, "italic"
    ),
    "sans": Face(
        "Liberation Sans", "truetype/liberation/LiberationSans-Regular.ttf", bold="sans-bold"
    ),
    "sans-bold": Face("Liberation Sans", "truetype/liberation/LiberationSans-Bold.ttf", 700),
    "narrow": Face(
        "Liberation Sans",
        "truetype/liberation/LiberationSansNarrow-Regular.ttf",
        stretch=75,
        bold="narrow-bold",
    ),
    "narrow-bold": Face(
        "Liberation Sans", "truetype/liberation/LiberationSansNarrow-Bold.ttf", 700, stretch=75
    ),
    "song": Face("Noto Serif CJK SC", "opentype/noto/NotoSerifCJK-Regular.ttc", bold="song-bold"),
    "song-bold": Face("Noto Serif CJK SC", "opentype/noto/NotoSerifCJK-Bold.ttc", 700),
    "song-black": Face("Noto Serif CJK SC", "opentype/noto/NotoSerifCJK-Black.ttc", 900),
    "hei-light": Face("Noto Sans CJK SC", "opentype/noto/NotoSansCJK-Light.ttc", 300),
    "hei": Face("Noto Sans CJK SC", "opentype/noto/NotoSansCJK-Regular.ttc", bold="hei-bold"),
    "hei-medium": Face("Noto Sans CJK SC", "opentype/noto/NotoSansCJK-Medium.ttc", 500),
    "hei-bold": Face("Noto Sans CJK SC", "opentype/noto/NotoSansCJK-Bold.ttc", 700),
    "hei-black": Face("Noto Sans CJK SC", "opentype/noto/NotoSansCJK-Black.ttc", 900),
}


@cache
def font(face: str) -> pymupdf.Font:
    """Return the font behind a face, for its metrics only."""
    return pymupdf.Font(fontfile=str(FONTS / FACES[face].file))


@cache
def width(text: str, face: str, size: float) -> float:
    """Return how far `text` runs, in points, without kerning."""
    if text.startswith(BOLD):
        return width(text[1:], FACES[face].bold, size)
    if (face, text) in SHAPED:
        return SHAPED[face, text] * size
    return float(font(face).text_length(text, fontsize=size))
