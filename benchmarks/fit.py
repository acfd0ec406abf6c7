"""Fit the weights of the article engine on pages with truth: `python -m benchmarks.fit FOLDER…`.

Each weight is moved up and down by a share of itself, one after the other, and a move
is kept if more letters of more articles come right (coordinate search). With `--judge`
each publication is also scored by weights that were fitted without it, the publications
dealt into a few folds: the number that says how the engine does on papers it has not seen.

An article is found if the letters of the lines it shares with a true one are 0.8 of the
letters of either. Letters of pages whose truth is incomplete count only where known.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from convert.articles import Survey, gather, survey
from convert.articles.weights import Weights
from convert.geometry import Rect
from convert.layout import find_layout
from convert.model import Kind, Region, Role
from convert.settings import SourceSettings
from convert.source import read_page

STEPS = (0.6, 1.5)
"""Factors that a weight is tried with."""
FITTED = ("flow", "order", "bond")
FOUND = 0.8
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its truth: survey of its regions, true article of each line."""

    publication: str
    width: float
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
    seen = tuple(survey(region, Weights()) for region in layout.regions)
    boxes = [
        (Rect(*box).moved(-page.frame.left, -page.frame.top), article["id"])
        for article in truth["articles"]
        for box in article["lines"]
    ]
    owner: dict[tuple[str, Rect], str] = {}
    letters: Counter[str] = Counter()
    for text, rect in _lines(layout.regions, page.width):
        home = next((a for box, a in boxes if box.holds(rect.cx, rect.cy)), None)
        if home is not None:
            owner[text, rect] = home
            letters[home] += len(text)
    group = truth.get("group", path.stem if path.parent.name == "world" else path.parent.name)
    return Sheet(group, page.width, seen, owner, letters, truth.get("complete", True))


def _lines(regions: Iterable[Region], width: float) -> Iterator[tuple[str, Rect]]:
    for region in regions:
        for block in region.blocks:
            for line in block.lines:
                yield line.text, line.rect.unturned(width) if region.turned else line.rect


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


def found_share(sheets: Sequence[Sheet], weights: Weights) -> float:
    """Return F1 at 0.8 over all pages."""
    rows = [(*_judge(s, weights)[:2], len(s.letters)) for s in sheets]
    hits, found, true = (sum(r[i] for r in rows) for i in range(3))
    return 2 * hits / max(found + true, 1)


def _judge(sheet: Sheet, weights: Weights) -> tuple[int, int, float]:
    """Return how many articles are right, how many were found, and the sum of overlaps."""
    parts = [own for own in _parts(sheet, weights) if sum(own.values()) > 12]
    best: dict[str, float] = {}
    for own in parts:
        whole = sum(own.values())
        for home, common in own.items():
            if home:
                share = common / (whole + sheet.letters[home] - common)
                best[home] = max(best.get(home, 0.0), share)
    return sum(b >= FOUND for b in best.values()), len(parts), sum(best.values())


def _parts(sheet: Sheet, weights: Weights) -> Iterator[Counter[str]]:
    """Yield for each article found how many letters it has of each true one."""
    for seen in sheet.seen:
        weighed = replace(seen, around=replace(seen.around, weights=weights))
        for article in gather(weighed, sheet.width)[0]:
            if article.kind is Kind.AD:
                continue
            own: Counter[str] = Counter()
            for block in article.blocks:
                for line in block.lines:
                    home = sheet.truth.get((line.text, line.rect), "")
                    if home or (sheet.complete and block.role is not Role.CREDIT):
                        own[home] += len(line.text)
            yield own


def fit(sheets: Sequence[Sheet], weights: Weights, rounds: int = 1) -> Weights:
    """Return better weights for these pages; a change must be worth something."""
    best = worth(sheets, weights)
    for _ in range(rounds):
        for group in FITTED:
            for name in (f.name for f in fields(getattr(weights, group))):
                for step in STEPS:
                    part = getattr(weights, group)
                    moved = replace(part, **{name: round(getattr(part, name) * step, 3)})
                    tried = replace(weights, **{group: moved})
                    score = worth(sheets, tried)
                    if score > best + 0.0005:
                        weights, best = tried, score
    return weights


def main() -> None:
    """Print what fitting gains, the changed weights, and the scores on unseen papers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--judge", action="store_true", help="score each paper unseen")
    options = parser.parse_args()
    sheets = load(options.folders)
    start = Weights()
    fitted = fit(sheets, start)
    print(f"given  {worth(sheets, start):.4f}   fitted {worth(sheets, fitted):.4f}")  # noqa: T201
    for group in FITTED:
        old, new = getattr(start, group), getattr(fitted, group)
        for name in (f.name for f in fields(old)):
            if getattr(old, name) != getattr(new, name):
                print(f"  {group}.{name}: {getattr(old, name)} -> {getattr(new, name)}")  # noqa: T201
    if options.judge:
        papers = sorted({s.publication for s in sheets})
        for fold in range(FOLDS):
            held = papers[fold::FOLDS]
            unseen = fit([s for s in sheets if s.publication not in held], start)
            for paper in held:
                own = [s for s in sheets if s.publication == paper]
                given, seen, blind = (found_share(own, w) for w in (start, fitted, unseen))
                print(f"{paper:24} given {given:.3f} fitted {seen:.3f} unseen {blind:.3f}")  # noqa: T201


if __name__ == "__main__":
    main()
