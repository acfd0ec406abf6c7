"""Remember what OCR read, by content: a page that comes again costs nothing.

One JSON file per page under $XDG_CACHE_HOME/banmian/ocr, safe to delete at any time. The
name is the digest of all that the result depends on. BANMIAN_CACHE=off turns it off.
"""

import hashlib
import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from convert import __version__
from convert.geometry import Rect
from convert.model import Box, Image, Issue, Page, Rule, Source, Span
from convert.settings import SourceSettings
from convert.source import tesseract

RECIPE = 1
"""Raised when the same pixels give another page."""


def folder() -> Path | None:
    """Return the folder of the cache; None: it is off."""
    if os.environ.get("BANMIAN_CACHE", "").lower() in {"off", "no", "0"}:
        return None
    home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(home).expanduser() / "banmian" / "ocr"


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
    home = folder()
    if home is None:
        return None
    try:
        return _page(json.loads((home / f"{key}.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def save(key: str, page: Page) -> None:
    """Keep a page; a cache that cannot be written is no reason to stop."""
    home = folder()
    if home is None:
        return
    text = json.dumps(asdict(page), ensure_ascii=False, separators=(",", ":"))
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=home, delete=False, encoding="utf-8") as file:
            file.write(text)
        Path(file.name).replace(home / f"{key}.json")
    except OSError:
        return


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
