"""Fit the weights of the article engine on pages with truth: `python -m benchmarks.fit FOLDER…`.

Each weight is moved up and down by a share of itself, one after the other, and a move
is kept if more letters of more articles come right (coordinate search). With `--judge`
each publication is also scored by weights that were fitted without it, the publications
dealt into a few folds: the number that says how the engine does on papers it has not seen.
"""

import argparse
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

from benchmarks.truth import Sheet, found_share, load, worth
from convert.articles.weights import Weights

STEPS = (0.6, 1.5)
"""Factors that a weight is tried with."""
FITTED = ("flow", "order", "bond")
FOLDS = 5


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
