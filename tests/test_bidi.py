"""Lines of Arabic and Hebrew: read from the places of their glyphs alone."""

from collections.abc import Sequence

from convert.source.bidi import Glyph, bidi_spans, split_alefs, with_ligatures
from convert.source.spans import Style

STYLE = Style(font="Naskh", size=10, bold=False, italic=False, color=0)
BOLD = STYLE._replace(font="Naskh-Bold", bold=True)


def row(shown: str, left: float = 0, style: Style = STYLE) -> list[Glyph]:
    """Glyphs 5 pt wide as they stand from left to right, spaces among them."""
    return [Glyph(char, left + 5 * i, left + 5 * i + 5, 100, style) for i, char in enumerate(shown)]


def hanging(char: str, x: float, baseline: float = 100) -> Glyph:
    return Glyph(char, x, x, baseline, STYLE)


def texts(glyphs: Sequence[Glyph]) -> list[str]:
    return [span.text for span in bidi_spans(glyphs, 0, leftward=True)]


def test_the_box_is_around_all_glyphs() -> None:
    (span,) = bidi_spans(row("םלוע םולש", left=30), 0, leftward=True)

    assert span.text == "שלום עולם"
    assert (span.rect.left, span.rect.right) == (30, 75)


def test_the_order_of_the_file_does_not_matter() -> None:
    glyphs = row(".2026 רבמבונ 25 ,םולש")

    assert texts(glyphs) == texts(glyphs[::-1]) == ["שלום, 25 נובמבר 2026."]


def test_spans_part_at_wide_gaps_and_styles_and_come_as_they_are_read() -> None:
    glyphs = [*row("ףוס"), *row("עצמא", 40), *row("הלחתה", 60, BOLD)]

    assert texts(glyphs) == ["התחלה", "אמצע", "סוף"]


def test_a_gap_is_a_word_space() -> None:
    assert texts([*row("ףוס"), *row("הלחתה", 18)]) == ["התחלה סוף"]


def test_a_mark_belongs_to_the_letter_it_stands_on() -> None:
    glyphs = [*row("דמحم"), hanging("\u064e", 12, 96)]

    assert texts(glyphs) == ["محَמד"]


def test_a_cluster_said_twice_is_taken_once() -> None:
    """Some files give the mark's glyph the text of letter and mark."""
    glyphs = [*row("ام"), hanging("ا", 2, 97), hanging("\u064b", 2, 97)]

    assert texts(glyphs) == ["ماً"]


def test_a_ligature_has_all_its_letters() -> None:
    """MuPDF lists the glyph lam-alef in للاتصال as alef without width, then lam."""
    left_to_right = row("لاصتلل")
    listed = [*left_to_right[::-1][:1], hanging("ا", 25), *left_to_right[::-1][1:]]

    whole = with_ligatures(listed, frozenset())

    assert [g.text for g in whole] == ["ل", "لا", "ت", "ص", "ا", "ل"]
    assert texts(whole) == ["للاتصال"]


def test_an_alef_set_apart_belongs_to_the_lam_at_its_right() -> None:
    """Some fonts set lam-alef as an alef without width and a lam: لالم, with another lam."""
    line = [*row("ملل")[::-1][:1], hanging("ا", 10), *row("مل")[::-1]]
    plain = [*row("حل")[::-1][:1], hanging("ا", 5), *row("ح")]

    split = split_alefs([plain])

    assert split == {"Naskh"}
    assert texts(with_ligatures(plain, split)) == ["لاح"]
    assert texts(with_ligatures(line, split)) == ["لالم"]
