"""A page of a right-to-left paper is a page of a left-to-right one in the mirror.

The letters of both have no case, so that nothing but the direction differs.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.articles import find_articles
from convert.geometry import Rect, Writing, WritingFrame
from convert.layout import find_layout
from convert.model import Block, Page, PageArticles, Source, Span
from convert.settings import SourceSettings
from convert.source import mupdf
from convert.source.bidi import Glyph, bidi_spans
from convert.source.spans import Style
from tests.sketch import sketch_page

RIGHTWARD, LEFTWARD = "\u0915", "\u05d0"
"""Devanagari ka and Hebrew alef."""
SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("courier/*.pdf"))
ARAB_DAILY = Path(__file__).parent.parent / "samples" / "world" / "ar-daily.pdf"

WIDTH = 800


def spoken(page: Page, letter: str) -> Page:
    """The same page with that letter for every letter and digit, on a grid of ⅛ pt."""

    def eighths(rect: Rect) -> Rect:
        return Rect(*(round(8 * v) / 8 for v in (rect.left, rect.top, rect.right, rect.bottom)))

    def say(text: str) -> str:
        return re.sub(r"\w", letter, text)

    return replace(
        page,
        frame=eighths(page.frame),
        spans=tuple(
            replace(s, rect=eighths(s.rect), text=say(s.text), raw=say(s.raw)) for s in page.spans
        ),
        rules=tuple(replace(r, rect=eighths(r.rect)) for r in page.rules),
        boxes=tuple(replace(b, rect=eighths(b.rect)) for b in page.boxes),
        images=tuple(replace(i, rect=eighths(i.rect)) for i in page.images),
    )


def mirrored(page: Page) -> Page:
    """The page in the mirror, in Hebrew."""

    def flip(rect: Rect) -> Rect:
        return rect.mirrored(page.width)

    return replace(
        page,
        spans=tuple(
            replace(
                s,
                rect=flip(s.rect),
                text=s.text.replace(RIGHTWARD, LEFTWARD),
                raw=s.raw.replace(RIGHTWARD, LEFTWARD),
            )
            for s in page.spans
        ),
        rules=tuple(replace(r, rect=flip(r.rect)) for r in page.rules),
        boxes=tuple(replace(b, rect=flip(b.rect)) for b in page.boxes),
        images=tuple(replace(i, rect=flip(i.rect)) for i in page.images),
    )


def seen(found: PageArticles, *, flip: bool) -> object:
    """What was found, as values to compare; flipped back from the mirror."""
    width = found.page.width

    def place(rect: Rect) -> Rect:
        return rect.mirrored(width) if flip else rect

    def blocks(every: Iterable[Block]) -> list[object]:
        return [
            (b.role, place(b.rect), b.text.replace(LEFTWARD, RIGHTWARD), len(b.lines))
            for b in every
        ]

    return [
        *(
            (a.kind, blocks(a.blocks), [place(f.rect) for f in a.figures], [*map(place, a.areas)])
            for a in found.articles
        ),
        blocks(found.furniture),
    ]


def check_law(page: Page) -> None:
    page = spoken(page, RIGHTWARD)
    plain = find_articles(find_layout(page))
    layout = find_layout(mirrored(page))

    assert {r.frame.writing for r in layout.regions} == {Writing.LEFTWARD}
    assert seen(find_articles(layout), flip=True) == seen(plain, flip=False)


@pytest.mark.parametrize("pdf", SAMPLES, ids=lambda p: p.stem)
def test_a_mirrored_sample_has_mirrored_articles(pdf: Path) -> None:
    check_law(mupdf.read(pdf, 0, SourceSettings()))


def test_a_mirrored_sketch_has_mirrored_articles() -> None:
    check_law(
        sketch_page(
            """
            aaaaaaaaaa bbbbbbbbbb cccccccccc
            aaaaaaaaaa bbbbbbbbbb cccccc
            aaaaaaa    bbbbbbbbbb
                       bbbbbbbbbb cccccccccc
            dddddddddd bbbb       cccccccccc
            dddddddddd            cccccccccc
            """
        )
    )


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Stories side by side and one below the other: a head over columns of text."""
    spans: list[Span] = []
    top = 40
    for _ in range(draw(st.integers(1, 3))):
        left, deepest = 20, top
        while left < 600:
            columns = draw(st.integers(1, 2))
            words = draw(st.integers(4, 12))
            spans.append(_span(left, top, 12 * words, 22))
            bottom = top + 40
            for column in range(columns):
                lines = draw(st.integers(3, 12))
                for line in range(lines):
                    width = 170 if line < lines - 1 else draw(st.integers(30, 170))
                    spans.append(_span(left + 180 * column, top + 40 + 12 * line, width, 10))
                bottom = max(bottom, top + 40 + 12 * lines)
            deepest = max(deepest, bottom)
            left += 190 * columns
        top = deepest + draw(st.integers(14, 40))
    return Page(
        source=Source(file="drawn.pdf", page=1, sha256="0" * 64),
        box="media",
        frame=Rect(0, 0, WIDTH, top),
        spans=tuple(spans),
    )


def _span(left: int, top: int, width: int, size: int) -> Span:
    text = " ".join(["xxxxx"] * max(1, 2 * width // (5 * size)))
    rect = Rect(left, top, left + width, top + size)
    return Span(text=text, raw=text, rect=rect, size=size, font="Serif")


@settings(deadline=None, max_examples=25)
@given(pages())
def test_any_mirrored_page_has_mirrored_articles(page: Page) -> None:
    check_law(page)


@given(
    st.sampled_from(Writing),
    st.tuples(*[st.integers(0, 500)] * 4),
)
def test_a_frame_brings_back_what_it_maps(writing: Writing, sides: tuple[int, ...]) -> None:
    x0, x1 = sorted(sides[:2])
    y0, y1 = sorted(sides[2:])
    rect = Rect(x0, y0, x1, y1)
    frame = WritingFrame(writing, WIDTH)

    assert frame.back(frame.into(rect)) == rect


def _drawn() -> Page:
    """A small Arabic page: a headline over two columns, set glyph by glyph."""
    body = Style(font="Naskh", size=10, bold=False, italic=False, color=0)
    head = body._replace(size=24, bold=True)
    words = "وصل القطار إلى محطة الجسر في صباح"
    spans = [*_set("القطار يعود", 590, 40, head)]
    for column, right in enumerate((590, 390)):
        for line in range(9):
            ends = "أمس." if (column, line) == (1, 8) else "أمس"
            spans += _set(f"{words} {ends}", right, 80 + 12 * line, body)
    return Page(
        source=Source(file="drawn.pdf", page=1, sha256="0" * 64),
        box="media",
        frame=Rect(0, 0, 600, 220),
        spans=tuple(spans),
    )


def _set(text: str, right: float, baseline: float, style: Style) -> Iterable[Span]:
    """Set letters from right to left, each half an em wide."""
    step = style.size / 2
    glyphs = [
        Glyph(char, right - step * (i + 1), right - step * i, baseline, style)
        for i, char in enumerate(text)
    ]
    return bidi_spans(glyphs, 0, leftward=True)


@pytest.mark.parametrize("pdf", [None, ARAB_DAILY] if ARAB_DAILY.exists() else [None])
def test_an_arabic_page_is_read_from_the_right(pdf: Path | None) -> None:
    page = mupdf.read(pdf, 0, SourceSettings()) if pdf else _drawn()

    lead = find_articles(find_layout(page)).articles[0]

    head = next(b for b in lead.blocks if b.role == "headline")
    texts = [b for b in lead.blocks if b.role == "paragraph"]
    columns = [b.rect.left for b in texts]
    assert head.text.startswith("القطار يعود")
    assert texts[0].text.startswith("وصل القطار إلى محطة الجسر في")
    assert len(columns) > 1
    assert columns == sorted(columns, reverse=True)
