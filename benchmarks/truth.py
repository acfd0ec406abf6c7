"""Pages with truth, and how many of their articles the engine finds.

An article is found if the letters of the lines it shares with a true one are 0.8 of the
letters of either (Jaccard). Letters of pages whose truth is incomplete count only where
known.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from convert.articles import Survey, gather, survey
from convert.articles.weights import Weights
from convert.geometry import Rect
from convert.layout import find_layout
from convert.model import Kind, Region, Role
from convert.settings import LayoutSettings, SourceSettings
from convert.source import read_page

FOUND = 0.8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its truth: survey of its regions, true article of each line."""

    publication: str
    seen: tuple[Survey, ...]
    truth: Mapping[tuple[str, Rect], str]
    letters: Mapping[str, int]
    complete: bool


def load(folders: Iterable[Path]) -> tuple[Sheet, ...]:
    """Read every page below the folders that has a truth file."""
    return tuple(
        _sheet(path, json.loads(path.read_text(encoding="utf-8")))
        for folder in folders
        for path in sorted(folder.rglob("*.truth.json"))
    )


def _sheet(path: Path, truth: dict[str, Any]) -> Sheet:
    page = read_page(path.parent / truth["pdf"], 0, SourceSettings())
    layout = find_layout(page)
    seen = tuple(survey(region, Weights(), LayoutSettings()) for region in layout.regions)
    boxes = [
        (Rect(*box).moved(-page.frame.left, -page.frame.top), article["id"])
        for article in truth["articles"]
        for box in article["lines"]
    ]
    owner: dict[tuple[str, Rect], str] = {}
    letters: Counter[str] = Counter()
    for text, rect in _lines(layout.regions):
        home = next((a for box, a in boxes if box.holds(rect.cx, rect.cy)), None)
        if home is not None:
            owner[text, rect] = home
            letters[home] += len(text)
    group = truth.get("group", path.stem if path.parent.name == "world" else path.parent.name)
    return Sheet(group, seen, owner, letters, truth.get("complete", True))


def _lines(regions: Iterable[Region]) -> Iterator[tuple[str, Rect]]:
    for region in regions:
        for block in region.blocks:
            for line in block.lines:
                yield line.text, region.frame.back(line.rect)


def worth(sheets: Sequence[Sheet], weights: Weights) -> float:
    """Return how good the articles are, 0..1: F1 at 0.8 and mean overlap, by publication."""
    papers: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for sheet in sheets:
        hits, found, overlap = _judge(sheet, weights)
        paper = papers[sheet.publication]
        paper[0] += hits
        paper[1] += found
        paper[2] += len(sheet.letters)
        paper[3] += overlap
    scores = [
        (2 * hits / max(found + true, 1) + overlap / max(true, 1)) / 2
        for hits, found, true, overlap in papers.values()
    ]
    return sum(scores) / len(scores)


def found_share(sheets: Sequence[Sheet], weights: Weights, level: float = FOUND) -> float:
    """Return F1 at a level of overlap over all pages."""
    rows = [(*_judge(s, weights, level)[:2], len(s.letters)) for s in sheets]
    hits, found, true = (sum(r[i] for r in rows) for i in range(3))
    return 2 * hits / max(found + true, 1)


def _judge(sheet: Sheet, weights: Weights, level: float = FOUND) -> tuple[int, int, float]:
    """Return how many articles are right, how many were found, and the sum of overlaps."""
    parts = [own for own in _parts(sheet, weights) if sum(own.values()) > 12]
    best: dict[str, float] = {}
    for own in parts:
        whole = sum(own.values())
        for home, common in own.items():
            if home:
                share = common / (whole + sheet.letters[home] - common)
                best[home] = max(best.get(home, 0.0), share)
    return sum(b >= level for b in best.values()), len(parts), sum(best.values())


def _parts(sheet: Sheet, weights: Weights) -> Iterator[Counter[str]]:
    """Yield for each article found how many letters it has of each true one."""
    for seen in sheet.seen:
        weighed = replace(seen, around=replace(seen.around, weights=weights))
        for article in gather(weighed)[0]:
            if article.kind is Kind.AD:
                continue
            own: Counter[str] = Counter()
            for block in article.blocks:
                for line in block.lines:
                    home = sheet.truth.get((line.text, line.rect), "")
                    if home or (sheet.complete and block.role is not Role.CREDIT):
                        own[home] += len(line.text)
            yield own
