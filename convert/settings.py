"""Every number a person may want to change, with its unit and its reason.

Distances inside the detectors are multiples of the body type size or of the column
width, so that one setting serves tabloid and broadsheet; they stand with their
detector. The weights of the article engine stand in `convert.articles.weights`.
"""

from dataclasses import dataclass, field
from typing import Literal


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSettings:
    """Which pictures of a page are made."""

    long_side: int = 1400
    """Pixels of the longer side of the page picture; 0 makes no pictures."""

    thumbnail: int = 320
    """Pixels of the longer side of the thumbnail; 0 makes none."""

    quality: int = 85
    """JPEG quality, 1..95."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole configuration; each stage is handed only its own part."""

    source: SourceSettings = field(default_factory=SourceSettings)
    images: ImageSettings = field(default_factory=ImageSettings)
