"""Pages as both readers see them."""

from collections import Counter
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from convert.geometry import Rect
from convert.letters import letters
from convert.settings import SourceSettings
from convert.source import READERS, pick_reader
from convert.source.boxes import choose_frame, turn
from convert.source.text import clean

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*/*.pdf"))
UNLIKE = {"ar-daily": "the readers take joined Arabic letters apart differently"}
"""Pages that the readers read differently, and why."""


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("\ufb01nal o\ufb03ce", "final office"),
        ("\u2f45\u2f00", "方一"),
        ("ＡＢ１２，", "AB12，"),
        ("Wort\u00ad", "Wort-"),
        ("Wo\u00adrt", "Wort"),
        ("a\u00a0b\u3000c", "a b c"),
        ("a\x07b\u200bc\ufffd", "abc"),
        ("①²", "①²"),
    ],
)
def test_text_is_cleaned_once(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("reader", READERS)
def test_the_frame_is_the_trim_box_after_rotation(
    reader: str, rotation: int, tmp_path: Path
) -> None:
    plain, pdf = tmp_path / "plain.pdf", tmp_path / "page.pdf"
    document = pymupdf.open()
    page = document.new_page(width=300, height=400)
    page.insert_text((100, 200), "inside")
    page.insert_text((5, 12), "slug")
    document.save(plain)
    with pikepdf.open(plain) as file:
        file.pages[0].obj.TrimBox = pikepdf.Array([20, 30, 280, 380])
        file.pages[0].obj.Rotate = rotation
        file.save(pdf)

    read = pick_reader(reader)(pdf, 0, SourceSettings())

    size = (260, 350) if rotation in (0, 180) else (350, 260)
    assert (read.width, read.height) == pytest.approx(size)
    assert read.box == "trim"
    assert [s.text for s in read.spans if s.text == "slug"] == []
    assert "inside" in "".join(s.text for s in read.spans) or rotation != 0


def test_half_of_a_spread_is_a_page() -> None:
    boxes = {
        "media": Rect(0, 0, 800, 500),
        "crop": Rect(400, 0, 800, 500),
        "trim": Rect(0, 0, 800, 500),
    }

    assert choose_frame(boxes, "auto") == ("trim", Rect(400, 0, 800, 500))


def test_four_quarter_turns_are_none() -> None:
    rect = Rect(10, 20, 30, 60)

    there = turn(turn(rect, 90, 100, 200), 270, 200, 100)

    assert there == rect


@pytest.mark.parametrize("pdf", [p for p in SAMPLES if p.stem not in UNLIKE], ids=lambda p: p.stem)
def test_both_readers_give_the_same_letters(pdf: Path) -> None:
    first, second = (
        Counter(letters("".join(s.text for s in pick_reader(r)(pdf, 0, SourceSettings()).spans)))
        for r in READERS
    )

    assert first == second
