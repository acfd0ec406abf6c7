"""How many articles come right: `python -m benchmarks.quality FOLDER…`.

One row per publication, and what each witness brings: the same with one of them silenced.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path

from benchmarks.truth import Sheet, found_share, load
from convert.articles.weights import Flow, Weights

WITHOUT: Mapping[str, Weights] = {
    "text that runs on": replace(Weights(), flow=Flow(**{f.name: 0.0 for f in fields(Flow)})),
    "rules": replace(
        Weights(),
        order=replace(Weights().order, over_rule=0.0, wall=0.0, column_rule=0.0),
        bond=replace(Weights().bond, head_ruled=0.0),
    ),
    "headlines": replace(
        Weights(),
        order=replace(
            Weights().order,
            over_head=0.0,
            same_head=0.0,
            first_under_head=0.0,
            under_head=0.0,
            above_head=0.0,
        ),
    ),
    "columns": replace(
        Weights(), order=replace(Weights().order, not_top=0.0, not_bottom=0.0, skipped=0.0)
    ),
}
"""Weights with one witness silenced, by its name."""


def by_publication(sheets: Sequence[Sheet]) -> dict[str, list[Sheet]]:
    """Return the sheets of each publication, in order."""
    papers: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        papers.setdefault(sheet.publication, []).append(sheet)
    return papers


def main(folders: Sequence[Path]) -> None:
    """Print the table and the ablations."""
    sheets = load(folders)
    print(f"{'publication':28}{'pages':>6}{'f1@0.8':>8}{'f1@0.9':>8}")  # noqa: T201
    for paper, own in (*by_publication(sheets).items(), ("all", list(sheets))):
        scores = [found_share(own, Weights(), level) for level in (0.8, 0.9)]
        print(f"{paper:28}{len(own):6}{scores[0]:8.3f}{scores[1]:8.3f}")  # noqa: T201
    for name, weights in WITHOUT.items():
        scores = [found_share(sheets, weights, level) for level in (0.8, 0.9)]
        print(f"{'without ' + name:34}{scores[0]:8.3f}{scores[1]:8.3f}")  # noqa: T201


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
