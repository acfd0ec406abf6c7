"""The articles of pages with truth stay found: floors that only go up.

`tests/floors.json` holds F1 at 0.8 by publication, for the samples and for the pages that
`BANMIAN_CORPUS` names. A change that finds more raises them; none may lower them.
"""

import json
import os
from pathlib import Path

import pytest

from benchmarks.quality import by_publication
from benchmarks.truth import found_share, load
from convert.articles.weights import Weights

FLOORS: dict[str, dict[str, float]] = json.loads(
    (Path(__file__).parent / "floors.json").read_text(encoding="utf-8")
)
SAMPLES = Path(__file__).parent.parent / "samples"
CORPUS = Path(os.environ.get("BANMIAN_CORPUS") or "nowhere")


def shares(folder: Path) -> dict[str, float]:
    """F1 at 0.8 of each publication below a folder."""
    papers = by_publication(load([folder]))
    return {name: found_share(own, Weights()) for name, own in papers.items()}


def test_the_articles_of_the_samples_stay_found() -> None:
    found = shares(SAMPLES)

    assert found.keys() == FLOORS["samples"].keys()
    assert {n: f for n, f in found.items() if f < FLOORS["samples"][n]} == {}


def test_the_articles_of_other_papers_stay_found() -> None:
    if not CORPUS.is_dir():
        pytest.skip("NOT RUN: BANMIAN_CORPUS names no folder with pages and their truth")
    found = shares(CORPUS)

    assert {n: f for n, f in found.items() if f < FLOORS["corpus"].get(n, 1.0)} == {}
