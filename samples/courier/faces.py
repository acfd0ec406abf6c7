"""The type of the Courier: its faces, and how wide a string runs in them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pymupdf

FONTS = Path("/usr/share/fonts/truetype")
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
    "text": Face("Liberation Serif", "liberation/LiberationSerif-Regular.ttf"),
    "text-italic": Face("Liberation Serif", "liberation/LiberationSerif-Italic.ttf", 400, "italic"),
    "text-bold": Face("Liberation Serif", "liberation/LiberationSerif-Bold.ttf", 700),
    "display": Face("Noto Serif Display", "noto/NotoSerifDisplay-Regular.ttf"),
    "display-bold": Face("Noto Serif Display", "noto/NotoSerifDisplay-Bold.ttf", 700),
    "display-italic": Face("Noto Serif Display", "noto/NotoSerifDisplay-Italic.ttf", 400, "italic"),
    "sans": Face("Liberation Sans", "liberation/LiberationSans-Regular.ttf"),
    "sans-bold": Face("Liberation Sans", "liberation/LiberationSans-Bold.ttf", 700),
    "narrow": Face("Liberation Sans", "liberation/LiberationSansNarrow-Regular.ttf", stretch=75),
    "narrow-bold": Face(
        "Liberation Sans", "liberation/LiberationSansNarrow-Bold.ttf", 700, stretch=75
    ),
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
