"""Read pages without usable text from their pixels: scans and outlined type.

    pixels ─bitmap→ straight ─scanmarks→ rules, tints ─reading→ words ─ocrtype→ spans

The result is the same `Page` that live text gives. It stands straight: a scan that lies
crooked is turned about the middle of its frame first, by `Page.skew`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from convert.errors import SourceError
from convert.geometry import Rect
from convert.model import Box, Image, Issue, Page, Rule
from convert.settings import SourceSettings
from convert.source import ocrcache, scanmarks, tesseract
from convert.source.bitmap import Scan, scan_page
from convert.source.ocrlang import find_language, model_of, name_of
from convert.source.ocrread import read_pieces
from convert.source.ocrtype import Piece, spans_of, with_even_sizes
from convert.source.scanmarks import Ground, Grounds
from convert.source.tesseract import TesseractError

TEXT_ON_TINT = 12
"""A tint with at least so many letters on it is a box, else a part of a picture."""
SURE = 60
"""Lines inside pictures read with less confidence are none; elsewhere half is enough."""
SOLVED = frozenset({"no-text", "type-outlined"})
"""Codes of issues that OCR settles."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is on a page besides type."""

    rules: tuple[Rect, ...]
    tints: tuple[Ground, ...]
    pictures: tuple[Rect, ...]


def read_by_ocr(path: Path, index: int, page: Page, settings: SourceSettings) -> Page:
    """Return the page read from its pixels, or as it is with an issue that says why."""
    try:
        key = ocrcache.key_of(page, settings)
        known = ocrcache.load(key)
        if known is None:
            known = read_scan(path, index, page, settings)
            ocrcache.save(key, known)
        return replace(known, source=page.source)
    except TesseractError as error:
        reason = str(error)
    except SourceError as error:
        reason = error.reason
    note = Issue(code="ocr-missing", message=f"the page was not read by OCR: {reason}")
    return replace(page, issues=(*page.issues, note))


def read_scan(path: Path, index: int, page: Page, settings: SourceSettings) -> Page:
    """Return the page as its pixels show it; `page` gives source, box and frame.

    Where they show no type, as on a photograph, the page is returned as it is.

    Raises:
        TesseractError: the program or a model is missing, or it failed.
        SourceError: the page cannot be drawn.
    """
    tesseract.version()
    scan = scan_page(path, index, settings)
    grounds = scanmarks.find_grounds(scan)
    flat = scanmarks.flattened(scan, [t for t in grounds.tints if scanmarks.is_dark(t)])
    rules = scanmarks.find_rules(flat)
    language = model_of(settings.language) or find_language(flat)
    shapes = scanmarks.find_pictures(grounds, grounds.tints)
    pieces = read_pieces(flat, language, rules, shapes)
    ground = _ground(grounds, rules, pieces)
    pieces = with_even_sizes([p for p in pieces if _is_read(p, ground.pictures)])
    return _page(page, scan, ground, pieces, language) if pieces else page


def _ground(grounds: Grounds, rules: Sequence[Rect], pieces: Sequence[Piece]) -> _Ground:
    """Tell tints with text from pictures, and rules from strokes of either."""
    tints = tuple(t for t in grounds.tints if _letters_on(t.rect, pieces) >= TEXT_ON_TINT)
    pictures = scanmarks.find_pictures(grounds, tints)
    around = [r.grow(3, 3) for r in pictures]
    type_ = [p.rect.grow(1, 1) for p in pieces if _is_read(p, pictures)]
    free = tuple(
        r
        for r in rules
        if not any(a.contains(r) for a in around) and not any(t.contains(r) for t in type_)
    )
    return _Ground(free, tints, pictures)


def _letters_on(rect: Rect, pieces: Sequence[Piece]) -> int:
    return sum(
        p.letters for p in pieces if p.confidence > SURE and rect.holds(p.rect.cx, p.rect.cy)
    )


def _is_read(piece: Piece, pictures: Sequence[Rect]) -> bool:
    if any(r.holds(piece.rect.cx, piece.rect.cy) for r in pictures):
        return piece.confidence > SURE and piece.letters > 3
    return piece.confidence > SURE / 2 and piece.letters > 0


def _page(page: Page, scan: Scan, ground: _Ground, pieces: Sequence[Piece], language: str) -> Page:
    frames, rules = scanmarks.find_frames(ground.rules)
    letters = sum(p.letters for p in pieces)
    sure = sum(p.confidence * p.letters for p in pieces) / letters if letters else 0.0
    turn = f", turned by {scan.skew:.1f}°" if scan.skew else ""
    note = Issue(
        code="ocr-used",
        message=f"read by OCR: {name_of(language)}, confidence {sure:.0f} of 100{turn}",
    )
    return replace(
        page,
        skew=scan.skew,
        spans=tuple(spans_of(pieces)),
        rules=tuple(Rule(rect=r) for r in rules),
        boxes=(
            *(Box(rect=t.rect, fill=t.level * 0x010101) for t in ground.tints),
            *(Box(rect=f, stroke=0) for f in frames),
        ),
        images=tuple(Image(rect=r) for r in ground.pictures),
        issues=(*(i for i in page.issues if i.code not in SOLVED), note),
    )
