"""What `inspect` and `preview` show: the middle of the way, as JSON and as pictures."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from convert.articles import find_articles
from convert.edition.hotspots import find_hotspots
from convert.errors import OutputError
from convert.geometry import Rect, fixed
from convert.imaging.encoders import encode
from convert.imaging.overlay import draw
from convert.imaging.render import render, straightened
from convert.layout import find_layout
from convert.model import Block, Layout
from convert.pipeline.folder import write_file
from convert.pipeline.issue import find_files
from convert.settings import Settings, SourceSettings
from convert.source import count_pages, read_page


def inspect_page(path: Path, index: int, stage: str) -> str:
    """Return what a stage saw on a page, as JSON text."""
    layout = find_layout(read_page(path, index, SourceSettings()))
    shown: Any
    if stage == "articles":
        found = find_articles(layout)
        shown = {
            "articles": [
                {
                    "kind": article.kind,
                    "confidence": fixed(article.confidence),
                    "doubts": article.doubts,
                    "blocks": [_block(b) for b in article.blocks],
                    "figures": [_rect(f.rect) for f in article.figures],
                }
                for article in found.articles
            ],
            "furniture": [_block(b) for b in found.furniture],
        }
    else:
        shown = _regions(layout, lines=stage == "lines")
    return json.dumps(shown, ensure_ascii=False, indent=1)


def _regions(layout: Layout, *, lines: bool) -> list[dict[str, Any]]:
    return [
        {
            "writing": region.frame.writing,
            "body": fixed(region.body),
            "leading": fixed(region.leading),
            "column": fixed(region.column),
            "separators": [_rect(s.rect) for s in region.separators],
            "containers": [asdict(c) | {"rect": _rect(c.rect)} for c in region.containers],
            "blocks": [_block(b, lines=lines) for b in region.blocks],
        }
        for region in layout.regions
    ]


def _block(block: Block, *, lines: bool = False) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "role": block.role,
        "rect": _rect(block.rect),
        "text": block.text,
    }
    if lines:
        shown["lines"] = [
            {"rect": _rect(x.rect), "size": fixed(x.size), "text": x.text} for x in block.lines
        ]
    return shown


def _rect(rect: Rect) -> list[float]:
    return [fixed(v) for v in (rect.left, rect.top, rect.right, rect.bottom)]


def preview_pages(inputs: Sequence[Path], out: Path, long_side: int) -> Iterator[Path]:
    """Draw every page of the inputs into `out`; yield the pictures' paths."""
    settings = Settings()
    for path in find_files(inputs):
        for index in range(count_pages(path)):
            found = find_articles(find_layout(read_page(path, index, settings.source)))
            page = found.page
            inks = settings.source.inks
            image = straightened(render(path, index, page.frame, long_side, inks), page.skew)
            spots = find_hotspots(found.articles, page.width, page.height)
            target = out / f"{path.stem}-{index + 1}.jpg"
            try:
                write_file(target, encode(draw(image, found, spots), "jpeg", settings.images))
            except OSError as error:
                raise OutputError(f"{target}: {error.strerror}") from error
            yield target
