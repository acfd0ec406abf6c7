"""Remember what OCR read, by content: a page that comes again costs nothing.

The name of an entry is the digest of all that the result depends on.
"""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from convert import __version__
from convert.cache import Cache, default_folder
from convert.geometry import Rect
from convert.model import Box, Image, Issue, Page, Rule, Source, Span
from convert.settings import SourceSettings
from convert.source import tesseract

RECIPE = 1
"""Raised when the same pixels give another page."""


def key_of(page: Page, settings: SourceSettings) -> str:
    """Return the name of a page's reading.

    Raises:
        TesseractError: the program is not installed.
    """
    parts = (
        page.source.sha256,
        page.source.page,
        page.box,
        asdict(page.frame),
        asdict(settings),
        tesseract.version(),
        sorted(tesseract.languages()),
        __version__,
        RECIPE,
    )
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def load(key: str) -> Page | None:
    """Return the page of that name; None: it is not known, or its file is damaged."""
    home = default_folder()
    entry = home and Cache(home).recall(key, home)
    try:
        return _page(entry.value) if entry else None
    except (ValueError, TypeError, KeyError):
        return None


def save(key: str, page: Page) -> None:
    """Keep a page; a cache that cannot be written is no reason to stop."""
    home = default_folder()
    if home is not None:
        Cache(home).keep(key, asdict(page), (), home)


def _page(data: dict[str, Any]) -> Page:
    parts = {
        "source": Source(**data["source"]),
        "frame": Rect(**data["frame"]),
        "spans": tuple(_placed(Span, s) for s in data["spans"]),
        "rules": tuple(_placed(Rule, r) for r in data["rules"]),
        "boxes": tuple(_placed(Box, b) for b in data["boxes"]),
        "images": tuple(_placed(Image, i) for i in data["images"]),
        "issues": tuple(
            Issue(**{**i, "box": Rect(**i["box"]) if i["box"] else None}) for i in data["issues"]
        ),
    }
    return Page(**{**data, **parts})


def _placed(kind: Any, data: dict[str, Any]) -> Any:
    return kind(**{**data, "rect": Rect(**data["rect"])})
