"""Every number a person may want to change, with its unit and its reason.

Distances inside the detectors are multiples of the body type size or of the column
width, so that one setting serves tabloid and broadsheet; they stand with their
detector. The weights of the article engine stand in `convert.articles.weights`.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

Zone = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InkSettings:
    """How CMYK and spot colours are shown."""

    cmyk_profile: str = ""
    """File of the press's ICC profile, for pages that carry none."""

    black: Literal["pure", "profile"] = "pure"
    """Full black is black, or the dark grey that the profile makes of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSettings:
    """How a PDF page is read."""

    reader: str = "mupdf"
    """Name of a reader in convert.source.READERS."""

    box: str = "auto"
    """Which box is the page: auto (trim, else crop, else media), trim, crop or media."""

    ocr: Literal["auto", "off", "force"] = "auto"
    """Read pages from their pixels: where they have no text, never, or always."""

    language: str = ""
    """Of the text that OCR reads, BCP 47; empty: the page says."""

    inks: InkSettings = field(default_factory=InkSettings)


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSettings:
    """What is so on every page of the paper, where a page alone does not show it."""

    head: float = 0.0
    """What stands so near to the upper edge is in no article, in mm; 0: each page says.
    Pages with the paper's name have a head of their own."""

    foot: float = 0.0
    """The same for the lower edge."""

    furniture: tuple[Zone, ...] = ()
    """Other zones that are in no article: left, top, right, bottom in mm from the top left."""

    bylines: tuple[str, ...] = ()
    """How bylines read that the engine does not know: regular expressions of whole bylines."""

    head_fonts: tuple[str, ...] = ()
    """Fonts that set headlines only, however small: parts of their names in the PDF."""

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if min(self.head, self.foot) < 0:
            raise ValueError("head and foot are lengths in mm, not below 0")
        for left, top, right, bottom in self.furniture:
            if not (0 <= left < right and 0 <= top < bottom):
                raise ValueError("furniture: write zones as [left, top, right, bottom] in mm")
        if not all(self.head_fonts):
            raise ValueError("head_fonts: an empty name would be every font's")
        for pattern in self.bylines:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"bylines: {pattern!r}: {error}") from error


def _sizes() -> dict[str, int]:
    return {"thumbnail": 320, "page": 1400, "large": 3000}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSettings:
    """Which pictures of a page are made."""

    sizes: dict[str, int] = field(default_factory=_sizes)
    """Pixels of the longer side of each page picture by its name; none: no pictures."""

    types: tuple[Literal["jpeg", "webp", "avif", "png"], ...] = ("jpeg",)
    """File types of each page picture."""

    quality: int = 85
    """Of JPEG, 1..95."""

    webp_quality: int = 80
    """Of WebP, 1..100."""

    avif_quality: int = 60
    """Of AVIF, 1..100."""

    figures: bool = True
    """Cut the pictures of articles out of the page."""

    least_ppi: int = 100
    """A picture of fewer pixels per inch of print is worth an issue."""

    tiles: tuple[Literal["iiif", "dzi"], ...] = ()
    """Also cut the largest page picture into tiles, for deep zoom."""

    pdf: bool = False
    """Also write each page as PDF, cut to its frame, and the issue bound from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole configuration; each stage is handed only its own part."""

    source: SourceSettings = field(default_factory=SourceSettings)
    layout: LayoutSettings = field(default_factory=LayoutSettings)
    images: ImageSettings = field(default_factory=ImageSettings)
