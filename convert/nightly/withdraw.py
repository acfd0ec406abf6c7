"""Withdraw an article (撤稿): from the text, from the clickable areas, from the pictures.

What is withdrawn must not be read any more, so the page pictures are painted over where
it stood, and its own pictures go. Page PDFs and tiles that show it go as a whole.
"""

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from convert.letters import letters
from convert.model import (
    Edition,
    EditionArticle,
    EditionPage,
    Hotspot,
    Issue,
    Jump,
    PageImage,
    Ring,
)

PAINT: Mapping[str, float | tuple[int, ...]] = {
    "L": 216,
    "RGB": (216, 216, 216),
    "CMYK": (0, 0, 0, 39),
}
"""Grey in the colours that a page picture may have."""
QUALITY = 85


def withdraw(edition: Edition, ids: Collection[str], folder: Path) -> Edition:
    """Return the edition without these articles; its pictures in `folder` are painted over.

    Pictures are written anew, never changed in place: they may be links.

    Raises:
        OSError: a picture cannot be read or written.
    """
    gone = [article for article in edition.articles if article.id in ids]
    if not gone:
        return edition
    for page in edition.pages:
        _cover(page.images, page.hotspots, ids, folder)
        for half in page.halves:
            _cover(half.images, half.hotspots, ids, folder)
        if _shows(page, ids):
            _remove_whole(page, folder)
    for figure in (f for article in gone for f in article.figures if f.image):
        (folder / str(figure.image)).unlink(missing_ok=True)
    return replace(
        edition,
        pages=tuple(_page(page, gone) for page in edition.pages),
        articles=tuple(_article(a, ids) for a in edition.articles if a.id not in ids),
        issues=(*edition.issues, *_issues(gone)),
    )


def _cover(
    images: Iterable[PageImage], spots: Iterable[Hotspot], ids: Collection[str], folder: Path
) -> None:
    rings = [ring for spot in spots if spot.article in ids for ring in spot.polygons]
    if rings:
        for image in images:
            _paint(folder / image.path, rings)


def _page(page: EditionPage, gone: Iterable[EditionArticle]) -> EditionPage:
    ids = {article.id for article in gone}
    lost = sum(
        len(letters(block.text)) for a in gone for block in a.blocks if block.page == page.id
    )
    return replace(
        page,
        letters=max(0, page.letters - lost),
        hotspots=tuple(h for h in page.hotspots if h.article not in ids),
        halves=tuple(
            replace(half, hotspots=tuple(h for h in half.hotspots if h.article not in ids))
            for half in page.halves
        ),
        tiles=() if _shows(page, ids) else page.tiles,
        pdf="" if _shows(page, ids) else page.pdf,
    )


def _shows(page: EditionPage, ids: Collection[str]) -> bool:
    return any(spot.article in ids for spot in page.hotspots)


def _remove_whole(page: EditionPage, folder: Path) -> None:
    """Remove what shows the page and cannot be painted over: its tiles and its PDF."""
    for tiles in page.tiles:
        path = folder / tiles.path
        # IIIF describes its tiles inside their folder, DZI beside it.
        shutil.rmtree(path.parent if tiles.kind == "iiif" else path.with_name(f"{path.stem}_files"))
        path.unlink(missing_ok=True)
    if page.pdf:
        (folder / page.pdf).unlink(missing_ok=True)


def _article(article: EditionArticle, ids: Collection[str]) -> EditionArticle:
    jump = article.jump
    return replace(
        article,
        jump=Jump(
            to=None if jump.to in ids else jump.to,
            source=None if jump.source in ids else jump.source,
        ),
    )


def _issues(gone: Iterable[EditionArticle]) -> Iterator[Issue]:
    for article in gone:
        message = f"{article.id} was withdrawn"
        yield Issue(code="article-withdrawn", message=message, page=article.pages[0])


def _paint(path: Path, rings: Iterable[Ring]) -> None:
    with Image.open(path) as opened:
        kind = opened.format or "JPEG"
        image = opened if opened.mode in PAINT else opened.convert("RGB")
        image.load()
        draw = ImageDraw.Draw(image)
        for ring in rings:
            points = [(x * image.width, y * image.height) for x, y in ring]
            draw.polygon(points, fill=PAINT[image.mode])
        aside = path.with_name(f".{path.name}")
        image.save(aside, kind, quality=QUALITY)
    aside.replace(path)
