"""Laws of the engine, on pages that nobody drew: nothing is lost, nothing depends on
the order of the file, on the size of the sheet or on its margin.
"""

from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from convert.geometry import Rect
from convert.letters import letters
from convert.model import Page, PageArticles
from tests.newsprint import Style, print_page, read

HEIGHT = 20
"""Rows of a drawn column."""
SENTENCES = (
    "The people of the river come from",
    "all the valleys of the land and say that",
    "it is good to be on the water.",
    "新桥今日正式通车两岸半小时可达",
    "By Ann Miller",
    "Foto: Anna Müller",
    "Continued on page 7",
)
FEW = settings(max_examples=40, deadline=None)
KNOWN = settings(FEW, derandomize=True)
"""Always the same pages: type is measured in quarter points and leading in fifths, so
that on a few pages a distance that is just too large is just small enough at other sizes.
"""


@st.composite
def columns(draw: st.DrawFn, letters_of: str, width: int, marks: str) -> list[str]:
    """Draw a column: text, heads, pictures and rules below each other."""
    rows: list[str] = []
    for letter in letters_of:
        mark = draw(st.sampled_from(["a", "a", "a", "A", "s", " ", *marks]))
        drawn = {"a": letter, "A": letter.upper(), "s": letter}.get(mark, mark)
        longest = {"a": 9, "A": 2, "s": 1, " ": 2, "-": 1, "#": 5}[mark]
        count = draw(st.integers(1, longest))
        inset = draw(st.integers(0, 3)) if mark in "As" else 0
        rows += [drawn * (width - inset) + " " * inset] * count
        rows += [" " * width] * draw(st.integers(0, 1))
    return (rows + [" " * width] * HEIGHT)[:HEIGHT]


@st.composite
def pages(draw: st.DrawFn, marks: str = "-#") -> Page:
    """Draw a page of three columns under a head, over two columns of plain text."""
    width = draw(st.integers(8, 12))
    three = [draw(columns(group, width, marks)) for group in ("abcde", "fghij", "klmno")]
    gutter = draw(st.sampled_from([" ", "  ", "|"] if "-" in marks else [" ", "  "]))
    body = [gutter.join(row) for row in zip(*three, strict=True)]
    across = len(body[0])
    foot = "y" * (across // 2 - 1) + "  " + "z" * (across // 2 - 1)
    art = ["X" * (across - 2)] * 2 + body + [" " * across] + [foot] * 8
    words = draw(
        st.dictionaries(st.sampled_from("abcfghklm"), st.sampled_from(SENTENCES), max_size=4)
    )
    bold = draw(st.sets(st.sampled_from("bdgilnXM"), max_size=4))
    return print_page("\n".join(art), words=words, styles={b: Style(bold=True) for b in bold})


def signature(found: PageArticles) -> list[list[tuple[str, str]]]:
    """What was found, without any coordinate: articles, their blocks, the furniture."""
    groups = [*(a.blocks for a in found.articles), found.furniture]
    return sorted([(b.role.value, b.text) for b in blocks] for blocks in groups)


@FEW
@given(pages())
def test_every_span_is_in_exactly_one_block(page: Page) -> None:
    found = read(page)

    blocks = (*(b for a in found.articles for b in a.blocks), *found.furniture)
    assert Counter(found.page.spans) == Counter(
        s for b in blocks for line in b.lines for s in line.spans
    )


@FEW
@given(pages())
def test_no_letter_is_lost(page: Page) -> None:
    found = read(page)

    printed = Counter(letters("".join(s.text for s in page.spans)))
    blocks = (*(b for a in found.articles for b in a.blocks), *found.furniture)
    assert Counter(letters("".join(b.text for b in blocks))) == printed


@FEW
@given(pages())
def test_every_picture_is_in_exactly_one_article(page: Page) -> None:
    placed = Counter(f.rect for a in read(page).articles for f in a.figures)

    large = [i.rect for i in page.images if min(i.rect.width, i.rect.height) > 20]
    assert all(placed[rect] == 1 for rect in large)
    assert set(placed) <= {i.rect for i in page.images}


@FEW
@given(pages(), st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(page: Page, random: Random) -> None:
    spans = list(page.spans)
    random.shuffle(spans)

    assert signature(read(replace(page, spans=tuple(spans)))) == signature(read(page))


@KNOWN
@given(pages(), st.sampled_from([0.75, 1.25, 1.5]))
def test_the_size_of_the_sheet_does_not_matter(page: Page, scale: float) -> None:
    assert signature(read(scaled(page, scale))) == signature(read(page))


SMALL_HEAD_AT_THE_EDGE = """
    AAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAA
    aaaaaaaa ffffffff kkkkkkkk
    aaaaaaaa ffffffff kkkkkkkk
    aaaaaaaa ffffffff kkkkkkkk
    aaaaaaaa ffffffff
    aaaaaaaa          NNNNNNNN
             iiiiiiii
             iiiiiiii


    yyyyyyyyyyyy  zzzzzzzzzzzz
    yyyyyyyyyyyy  zzzzzzzzzzzz
    yyyyyyyyyyyy  zzzzzzzzzzzz
    yyyyyyyyyyyy  zzzzzzzzzzzz
    """
"""Its head must not reach over the next column because the margin is wide."""


@FEW
@example(print_page(SMALL_HEAD_AT_THE_EDGE), 60.0)
@given(pages(marks="#"), st.sampled_from([5.0, 20.0, 60.0]))
def test_a_margin_does_not_matter(page: Page, margin: float) -> None:
    assert signature(read(with_margin(page, margin))) == signature(read(page))


@FEW
@given(pages())
def test_the_same_page_gives_the_same_result(page: Page) -> None:
    assert read(page) == read(page)


def scaled(page: Page, scale: float) -> Page:
    """The page printed larger or smaller."""

    def rect(r: Rect) -> Rect:
        return Rect(r.left * scale, r.top * scale, r.right * scale, r.bottom * scale)

    return replace(
        page,
        frame=rect(page.frame),
        spans=tuple(replace(s, rect=rect(s.rect), size=s.size * scale) for s in page.spans),
        rules=tuple(replace(r, rect=rect(r.rect)) for r in page.rules),
        boxes=tuple(replace(b, rect=rect(b.rect)) for b in page.boxes),
        images=tuple(replace(i, rect=rect(i.rect)) for i in page.images),
    )


def with_margin(page: Page, margin: float) -> Page:
    """The page with more white around it."""

    def rect(r: Rect) -> Rect:
        return r.moved(margin, margin)

    return replace(
        page,
        frame=Rect(0, 0, page.width + 2 * margin, page.height + 2 * margin),
        spans=tuple(replace(s, rect=rect(s.rect)) for s in page.spans),
        images=tuple(replace(i, rect=rect(i.rect)) for i in page.images),
    )
