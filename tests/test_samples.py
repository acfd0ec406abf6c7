"""What the samples say of themselves is what stands on their pages."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest

WORLD = sorted((Path(__file__).parent.parent / "samples/world").glob("*.truth.json"))
TEXTS = ["kicker", "headline", "deck", "byline", "body", "caption", "credit", "other", "jump"]


def letters(text: str) -> Counter[str]:
    flat = unicodedata.normalize("NFKC", text).casefold()
    return Counter(c for c in flat if c.isalnum())


def glyphs(pdf: Path) -> Iterator[tuple[str, float, float]]:
    with pymupdf.open(pdf) as document:
        for block in document[0].get_text("rawdict")["blocks"]:
            for line in block.get("lines", []):
                for span in line["spans"]:
                    for char in span["chars"]:
                        x0, y0, x1, y1 = char["bbox"]
                        yield char["c"], (x0 + x1) / 2, (y0 + y1) / 2


@pytest.mark.parametrize("path", WORLD, ids=lambda p: p.name.split(".")[0])
def test_the_lines_of_a_story_hold_its_letters(path: Path) -> None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    page = list(glyphs(path.with_name(truth["pdf"])))
    for article in truth["articles"]:
        want = letters("".join(article[role] for role in TEXTS))
        inside = {
            i
            for x0, y0, x1, y1 in article["lines"]
            for i, (_, x, y) in enumerate(page)
            if x0 - 1 <= x <= x1 + 1 and y0 - 0.5 <= y <= y1 + 0.5
        }
        got = letters("".join(page[i][0] for i in inside))
        wrong = (want - got).total() + (got - want).total()
        # MuPDF reads some joined Arabic letters twice.
        assert wrong <= (0.02 * want.total() if truth["language"] == "ar" else 0), article["id"]
