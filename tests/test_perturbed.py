"""Our own pages, perturbed: how a file is made and how large it is printed changes nothing."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from convert.geometry import Rect
from convert.model import Page
from convert.settings import SourceSettings
from convert.source import read_page
from convert.source.marks import TYPE, Drawing, sort_marks, unit_of
from tests.newsprint import read, set_type
from tests.test_articles_laws import scaled, signature

SAMPLES = Path(__file__).parent.parent / "samples"
PAGES = ("world/ja-tate", "world/es-tabloid", "world/it-sport", "lanting/LTRB20261123A01")


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest) -> Page:
    """A page of the samples as it was read."""
    return read_page(SAMPLES / f"{request.param}.pdf", 0, SourceSettings())


def test_the_order_of_a_file_does_not_matter(page: Page) -> None:
    spans = list(page.spans)
    Random(7).shuffle(spans)

    assert signature(read(replace(page, spans=tuple(spans)))) == signature(read(page))


@pytest.mark.parametrize("scale", [0.7, 1.5])
def test_the_size_of_a_print_does_not_matter(page: Page, scale: float) -> None:
    assert signature(read(scaled(page, scale))) == signature(read(page))


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_rules_and_boxes_are_told_apart_by_the_type_of_the_page(scale: float) -> None:
    shapes = [(0, 0, 90, 3), (0, 10, 90, 22), (0, 30, 90, 90), (100, 0, 108, 3)]
    drawings = [
        Drawing(rect=Rect(*(scale * x for x in shape)), fill=0, stroke=None) for shape in shapes
    ]
    unit = unit_of([set_type("some words", 0, 0, size=scale * TYPE)])

    rules, boxes, _ = sort_marks(drawings, Rect(0, 0, 400 * scale, 400 * scale), unit)

    assert [rule.rect.height / scale for rule in rules] == [3]
    assert [box.rect.height / scale for box in boxes] == [60]
