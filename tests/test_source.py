"""Pages as both readers see them."""

from collections import Counter
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from convert.geometry import Rect
from convert.model import Page
from convert.settings import SourceSettings
from convert.source import READERS, pick_reader
from convert.source.boxes import choose_frame, turn
from convert.source.text import clean
from convert.typeface import is_cjk

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*/*.pdf"))
UNLIKE = {
    "ru-broadsheet": "MuPDF parts a word in letter-spaced capitals, where a pair is kerned apart",
}
"""Pages whose words the readers give differently, and why."""


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


@pytest.mark.parametrize("reader", READERS)
def test_glyphs_of_a_vertical_font_stand_where_they_are_drawn(reader: str, tmp_path: Path) -> None:
    pdf = tmp_path / "page.pdf"
    with pikepdf.new() as file:
        page = file.add_blank_page(page_size=(200, 300))
        glyphs = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.CIDFontType0,
            BaseFont=pikepdf.Name("/HeiseiMin-W3"),
            FontDescriptor=pikepdf.Dictionary(FontBBox=pikepdf.Array([0, -120, 1000, 880])),
            CIDSystemInfo=pikepdf.Dictionary(
                Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Japan1"), Supplement=4
            ),
        )
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=pikepdf.Name("/HeiseiMin-W3"),
            Encoding=pikepdf.Name("/UniJIS-UTF16-V"),
            DescendantFonts=pikepdf.Array([file.make_indirect(glyphs)]),
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=file.make_indirect(font)))
        text = "国東".encode("utf-16-be").hex()
        page.Contents = file.make_stream(f"BT /F1 20 Tf 100 200 Td <{text}> Tj ET".encode())
        file.save(pdf)

    spans = pick_reader(reader)(pdf, 0, SourceSettings()).spans

    assert [(s.text, s.vertical) for s in spans] == [("国", True), ("東", True)]
    for span, top in zip(spans, (100, 120), strict=True):
        assert (span.rect.left, span.rect.right) == pytest.approx((90, 110))
        assert (span.rect.top, span.rect.bottom) == pytest.approx((top, top + 20))


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


def _words(page: Page) -> Counter[str]:
    """The words of a page; Han is set without spaces, so characters stand for words."""
    words = [w for s in page.spans for w in s.text.split()]
    return Counter("".join(words) if any(map(is_cjk, "".join(words))) else words)


@pytest.mark.parametrize("pdf", SAMPLES, ids=lambda p: p.stem)
def test_both_readers_give_the_same_words_and_frame(pdf: Path) -> None:
    first, second = (pick_reader(reader)(pdf, 0, SourceSettings()) for reader in READERS)

    assert (_words(first) == _words(second)) is (pdf.stem not in UNLIKE)
    assert (first.box, first.source) == (second.box, second.source)
    assert second.frame.contains(first.frame, 0.01)
    assert first.frame.contains(second.frame, 0.01)
    assert len(first.rules) == len(second.rules)
    assert len(first.images) == len(second.images)


@pytest.mark.parametrize("reader", READERS)
def test_style_is_read(reader: str, tmp_path: Path) -> None:
    pdf = tmp_path / "page.pdf"
    document = pymupdf.open()
    page = document.new_page(width=300, height=400)
    page.insert_text((40, 100), "Bold red", fontname="hebo", color=(1, 0, 0))
    page.insert_text((40, 150), "Slanted", fontname="heit")
    page.insert_text((200, 300), "Upwards", rotate=90)
    page.draw_rect(pymupdf.Rect(40, 200, 140, 260), color=None, fill=(0, 0, 1))
    document.save(pdf)

    read = pick_reader(reader)(pdf, 0, SourceSettings())

    styles = [(s.text, s.bold, s.italic, s.color, s.angle) for s in read.spans]
    assert styles == [
        ("Bold red", True, False, 0xFF0000, 0),
        ("Slanted", False, True, 0, 0),
        ("Upwards", False, False, 0, 270),
    ]
    assert read.spans[2].size == pytest.approx(11, abs=0.5)
    assert [(b.fill, b.stroke) for b in read.boxes] == [(0x0000FF, None)]


@pytest.mark.parametrize("reader", READERS)
def test_text_in_a_form_is_read(reader: str, tmp_path: Path) -> None:
    inner, pdf = pymupdf.open(), tmp_path / "page.pdf"
    inner.new_page(width=100, height=50).insert_text((10, 20), "In a form")
    outer = pymupdf.open()
    outer.new_page(width=300, height=400).show_pdf_page(pymupdf.Rect(50, 100, 250, 200), inner, 0)
    outer.save(pdf)

    read = pick_reader(reader)(pdf, 0, SourceSettings())

    assert [s.text for s in read.spans] == ["In a form"]
    assert read.spans[0].rect.left == pytest.approx(70, abs=0.5)
