"""Spans: parted at wide gaps, taken once however often they are printed."""

from pathlib import Path

import pytest

from convert.geometry import Rect
from convert.model import Span
from convert.settings import SourceSettings
from convert.source import mupdf, words
from convert.source.spans import Word, join_words, without_twins

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*/*.pdf"))


def span(text: str, left: float = 20, top: float = 100, *, color: int = 0) -> Span:
    """A span of 10 pt whose characters are 5 pt wide."""
    rect = Rect(left, top, left + 5 * len(text), top + 10)
    return Span(text=text, raw=text, rect=rect, size=10, font="Serif", color=color)


def test_words_are_parted_at_wide_gaps_only() -> None:
    text = "one two   three"
    placed = [Word(0, 3, 0, 15), Word(4, 7, 18, 33), Word(10, 15, 44, 69)]

    runs = join_words(placed, 10)

    assert [(text[r.start : r.end], r.left, r.right) for r in runs] == [
        ("one two", 0, 33),
        ("three", 44, 69),
    ]


def test_a_shadow_is_taken_once_and_is_not_bold() -> None:
    spans, dropped = without_twins([span("Title"), span("Title", 20.9, 100.9, color=0x888888)])

    assert dropped == 1
    assert [s.bold for s in spans] == [False]


def test_type_printed_twice_a_hair_apart_is_bold() -> None:
    spans, dropped = without_twins([span("Title"), span("Title", 20.3)])

    assert dropped == 1
    assert [(s.rect.left, s.bold) for s in spans] == [(20, True)]


def test_a_part_printed_again_on_its_line_is_taken_once() -> None:
    line, part = span("Freedom of the press"), span("of the", 60)

    assert without_twins([line, part]) == ((line,), 1)
    assert without_twins([part, line]) == ((line,), 1)


def test_neighbours_are_no_parts() -> None:
    spans = (span("tata"), span("ta", 41), span("ta", 20, 112))

    assert without_twins(spans) == (spans, 0)


@pytest.mark.parametrize("pdf", SAMPLES, ids=lambda p: p.stem)
def test_glyphs_and_words_give_the_same_spans(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_words = mupdf.read(pdf, 0, SourceSettings()).spans

    def differ(*_: object) -> None:
        raise words._Differs

    monkeypatch.setattr(words, "_by_words", differ)

    assert mupdf.read(pdf, 0, SourceSettings()).spans == by_words
