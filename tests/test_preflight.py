"""Preflight finds what is wrong with a page, and nothing on one that is right."""

import io
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from PIL import Image

from convert.edition.metadata import PageFacts
from convert.nightly.preflight import CHECKS, Expected, compare, preflight
from convert.settings import InkSettings
from tests.night import DATE, Night, pdf, story

MM = 72 / 25.4
PLAIN = Expected(labels=("A01",), date=DATE)


def codes(path: Path, expected: Expected = PLAIN) -> list[str]:
    return [found.code for found in preflight(path, 0, expected, InkSettings())]


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_good_page_has_no_finding(tmp_path: Path) -> None:
    assert codes(written(tmp_path / "a.pdf", story("good"))) == []


@pytest.mark.parametrize(
    ("width", "labels", "found"),
    [
        (300, ("A01",), []),
        (303, ("A01",), []),
        (310, ("A01",), ["size-differs"]),
        (600, ("A02", "A03"), []),
        (300, ("A02", "A03"), ["size-differs"]),
    ],
)
def test_the_size_is_that_of_the_plan(
    width: int, labels: tuple[str, ...], found: list[str], tmp_path: Path
) -> None:
    size = (round(width * MM), round(400 * MM))
    path = written(tmp_path / "a.pdf", pdf("Head", "Some text. " * 20, size=size))

    assert codes(path, Expected(labels=labels, size=(300, 400))) == found


def test_a_file_with_more_pages_than_its_name_says(tmp_path: Path) -> None:
    path = written(tmp_path / "a.pdf", story("many"))

    assert codes(path, Expected(file_pages=3, wanted_pages=1)) == ["page-count"]


def test_a_page_without_text(tmp_path: Path) -> None:
    document = pymupdf.open()
    document.new_page()
    bare = written(tmp_path / "bare.pdf", document.tobytes())
    shape = document[0].new_shape()
    for i in range(600):
        shape.draw_line((i % 50, i // 50), (i % 50 + 1, i // 50 + 1))
        shape.finish()
    shape.commit()
    outlined = written(tmp_path / "outlined.pdf", document.tobytes())

    assert codes(bare) == ["text-none"]
    assert codes(outlined) == ["text-outlined"]


def test_rough_pictures_and_pictures_in_rgb(tmp_path: Path) -> None:
    document = pymupdf.open(stream=story("pictured"))
    data = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(data, "PNG")
    document[0].insert_image(pymupdf.Rect(20, 200, 280, 380), stream=data.getvalue())
    path = written(tmp_path / "a.pdf", document.tobytes())

    assert codes(path) == ["picture-coarse", "colour-rgb"]


def test_a_font_that_does_not_say_its_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pikepdf.open(io.BytesIO(story("unmapped"))) as file:
        descendant = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.CIDFontType2,
            BaseFont=pikepdf.Name.Odd,
            CIDSystemInfo=pikepdf.Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        )
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=pikepdf.Name.Odd,
            Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=pikepdf.Array([file.make_indirect(descendant)]),
        )
        file.pages[0].Resources.Font["/Odd"] = file.make_indirect(font)
        file.save(path)

    assert codes(path) == ["fonts-unmapped"]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (PageFacts(date=DATE, label="A01"), []),
        (PageFacts(date="2026-11-22", label="A01"), ["folio-date"]),
        (PageFacts(label="A02"), ["folio-page"]),
        (PageFacts(label="B01"), ["folio-page"]),
        (PageFacts(label="1"), []),
        (PageFacts(label="三"), []),
        (PageFacts(), []),
    ],
)
def test_the_folio_says_what_the_name_says(facts: PageFacts, found: list[str]) -> None:
    assert [f.code for f in compare(facts, PLAIN)] == found


def test_a_spread_may_print_either_of_its_pages() -> None:
    expected = Expected(labels=("A02", "A03"))

    assert compare(PageFacts(label="A03"), expected) == []


def test_what_cannot_be_opened_is_left_to_the_conversion(tmp_path: Path) -> None:
    assert codes(written(tmp_path / "a.pdf", b"no pdf")) == []


def test_the_same_file_for_two_pages_is_named(tmp_path: Path) -> None:
    night = Night(tmp_path)
    for label in ("A01", "A02"):
        night.drop(f"LT20261123{label}.pdf", story("the same"))
    night.run()

    doubts = [e.message for e in night.report().incidents if e.code == "page-doubt"]

    assert any("page-double" in message for message in doubts)


def test_every_check_has_a_cure() -> None:
    assert [code for code, check in CHECKS.items() if not check.cure] == []
