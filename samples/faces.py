"""The type of the sample papers: their faces, and how wide a string runs in them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pymupdf

FONTS = Path("/usr/share/fonts")


@dataclass(frozen=True, slots=True)
class Face:
    """One cut of a family, as Typst names it and where Debian keeps it."""

    family: str
    file: str
    weight: int = 400
    style: str = "normal"
    stretch: int = 100


FACES = {
    "text": Face("Liberation Serif", "truetype/liberation/LiberationSerif-Regular.ttf"),
    "text-italic": Face(
        "Liberation Serif", "truetype/liberation/LiberationSerif-Italic.ttf", 400, "italic"
    ),
    "text-bold": Face("Liberation Serif", "truetype/liberation/LiberationSerif-Bold.ttf", 700),
    "display": Face("Noto Serif Display", "truetype/noto/NotoSerifDisplay-Regular.ttf"),
    "display-bold": Face("Noto Serif Display", "truetype/noto/NotoSerifDisplay-Bold.ttf", 700),
    "display-italic": Face(
        "Noto Serif Display", "truetype/noto/NotoSerifDisplay-Italic.ttf", 400, "italic"
    ),
    "sans": Face("Liberation Sans", "truetype/liberation/LiberationSans-Regular.ttf"),
    "sans-bold": Face("Liberation Sans", "truetype/liberation/LiberationSans-Bold.ttf", 700),
    "narrow": Face(
        "Liberation Sans", "truetype/liberation/LiberationSansNarrow-Regular.ttf", stretch=75
    ),
    "narrow-bold": Face(
        "Liberation Sans", "truetype/liberation/LiberationSansNarrow-Bold.ttf", 700, stretch=75
    ),
}


@cache
def font(face: str) -> pymupdf.Font:
    """Return the font behind a face, for its metrics only."""
    return pymupdf.Font(fontfile=str(FONTS / FACES[face].file))


@cache
def width(text: str, face: str, size: float) -> float:
    """Return how far `text` runs, in points, without kerning."""
    return float(font(face).text_length(text, fontsize=size))
