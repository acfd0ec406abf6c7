"""The truth of a sample page says what its PDF says, where it says it."""

import json
import unicodedata
from collections import Counter
from pathlib import Path

import pymupdf
import pytest

from convert.geometry import Rect, enclosing

ROOT = Path(__file__).parent.parent
TRUTHS = sorted(ROOT.glob("samples/*/*.truth.json"))
ROLES = ("kicker", "headline", "deck", "byline", "body", "caption", "credit", "other", "jump")


def letters(text: str) -> Counter[str]:
    """Count letters and digits."""
    flat = unicodedata.normalize("NFKC", text).casefold()
    return Counter(c for c in flat if c.isalnum())


def printed(page: pymupdf.Page) -> list[tuple[str, float, float]]:
    """Return every character of a page with the middle of its box."""
    return [
        (
            char["c"],
            (char["bbox"][0] + char["bbox"][2]) / 2,
            (char["bbox"][1] + char["bbox"][3]) / 2,
        )
        for block in page.get_text("rawdict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        for char in span["chars"]
    ]


@pytest.mark.parametrize("path", TRUTHS, ids=lambda p: p.name.split(".")[0])
def test_every_article_stands_in_its_boxes(path: Path) -> None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    with pymupdf.open(path.parent / truth["pdf"]) as document:
        chars = printed(document[0])

    for article in truth["articles"]:
        lines = [Rect(*line).grow(1, 0.5) for line in article["lines"]]
        around = enclosing(lines)
        near = [(c, x, y) for c, x, y in chars if around.holds(x, y)]
        said = letters("".join(article[role] for role in ROLES))
        found = letters("".join(c for c, x, y in near if any(r.holds(x, y) for r in lines)))
        wrong = (said - found).total() + (found - said).total()
        # MuPDF reads some joined Arabic letters twice.
        assert wrong <= (0.02 * said.total() if truth["language"] == "ar" else 0), article["id"]
