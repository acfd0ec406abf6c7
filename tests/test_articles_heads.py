"""Vertical heads, heads over vertical text, and heads of several sizes."""

from dataclasses import replace

import pytest

from convert.articles.heads import Head
from convert.articles.heads.settle import settle
from convert.articles.pieces import Piece, measure
from convert.layout import find_layout
from convert.model import Page, Role
from tests.newsprint import Style, glyph_page, print_page, read, set_type, stories


def with_glyphs(art: str, head: str, left: float, top: float, size: float) -> Page:
    """A sketch with a headline whose glyphs stand below each other (竖题)."""
    page = print_page(art)
    glyphs = [set_type(c, left, top + i * size, size=size, width=size) for i, c in enumerate(head)]
    return replace(page, spans=(*page.spans, *glyphs))


def headlines(page: Page) -> list[tuple[str, str]]:
    """Headline and the letters of the text of every article that has a headline."""
    found = []
    for article in read(page).articles:
        heads = [b.text for b in article.blocks if b.role is Role.HEADLINE]
        text = [
            s.raw
            for b in article.blocks
            if b.role is Role.PARAGRAPH
            for line in b.lines
            for s in line.spans
        ]
        if heads:
            found.append((" ".join(heads), "".join(sorted(set(text)))))
    return sorted(found)


def test_a_vertical_head_opens_the_text_beside_it() -> None:
    page = with_glyphs(
        """
            aaaaaaaaa ccccccccc
            aaaaaaaaa ccccccccc
            aaaaaaaaa ccccccccc
            aaaaaaaaa ccccccccc
            aaaaaaaaa ccccccccc
            aaaaaaaaa ccccccccc
            aaaaaaaaa ccccccccc
            aaaaaaaaa ccccccccc
        -----------------------
        BBBBBBBBBBBBBBBBBBBBBBB
        bbbbbbbbbbb ddddddddddd
        bbbbbbbbbbb ddddddddddd
        bbbbbbbbbbb ddddddddddd
        bbbbbbbbbbb ddddddddddd
        bbbbbbbbbbb ddddddddddd
        """,
        "新桥通车",
        left=0,
        top=5,
        size=16,
    )

    found = dict(headlines(page))
    assert "a" in found["新桥通车"]
    assert {"b", "d"} == set(found["BBBBBBBBBBBBBBBBBBBBBBB"])


def test_a_horizontal_head_stands_over_vertical_text() -> None:
    rows = ["一 二 三 四 五 六 七 八 九 十"] * 24
    page = glyph_page("\n".join(rows))
    head = set_type("新桥今日通车", 10, 0, size=20, width=120)
    page = replace(page, spans=(head, *(replace(s, rect=s.rect.moved(0, 30)) for s in page.spans)))
    page = replace(page, frame=replace(page.frame, bottom=page.frame.bottom + 30))

    (article,) = read(page).articles

    assert article.blocks[0].role is Role.HEADLINE
    assert article.blocks[0].text == "新桥今日通车"
    assert {b.role for b in article.blocks[1:]} == {Role.PARAGRAPH}


BANNER = """
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA

    BBBBBBBBBBBBB    CCCCCCCCCCCCCC
    bbbbbbbbbbbbbbb  cccccccccccccc
    bbbbbbbbbbbbbbb  cccccccccccccc
    bbbbbbbbbbbbbbb  cccccccccccccc
    bbbbbbbbbbbbbbb  cccccccccccccc
    bbbbbbbbbbbbbbb  cccccccccccccc
    bbbbbbbbbbbbbbb  cccccccccccccc
    bbbbbbbbbbbbbbb  cccccccccccccc
    """


def test_a_banner_over_two_heads_leaves_each_its_story() -> None:
    found = stories(print_page(BANNER))

    assert len(found) == 2
    assert [{"b", "c"} & set(s) for s in found] in ([{"b"}, {"c"}], [{"c"}, {"b"}])


def pieces_of(art: str, **styles: Style) -> dict[str, Piece]:
    """The measured pieces of a sketch by their letter."""
    region = find_layout(print_page(art, styles=styles)).regions[0]
    return {p.block.lines[0].spans[0].raw: p for p in measure(region)}


@pytest.fixture
def pieces() -> dict[str, Piece]:
    return pieces_of(
        """
        KKKKKKK

        AAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAA

        DDDDDDDDDDDDDDDDDD

        aaaaaaaaaaa bbbbbbbbbbb
        aaaaaaaaaaa bbbbbbbbbbb
        aaaaaaaaaaa bbbbbbbbbbb
        aaaaaaaaaaa bbbbbbbbbbb
        aaaaaaaaaaa bbbbbbbbbbb
        """
    )


def test_the_largest_type_is_the_headline(pieces: dict[str, Piece]) -> None:
    settled = settle([pieces["D"], pieces["A"], pieces["K"]], turned=False)

    assert [p.role for p in settled] == [Role.KICKER, Role.HEADLINE, Role.DECK]


def test_a_byline_stays_one_whatever_its_size(pieces: dict[str, Piece]) -> None:
    byline = replace(pieces["D"], role=Role.BYLINE)

    assert [p.role for p in settle([pieces["A"], byline], turned=False)] == [
        Role.HEADLINE,
        Role.BYLINE,
    ]


def test_a_tag_on_a_ground_of_its_own_is_no_headline(pieces: dict[str, Piece]) -> None:
    tag = replace(pieces["K"], bar=True, chars=5, ratio=9.0)

    assert [p.role for p in settle([tag, pieces["A"]], turned=False)] == [
        Role.KICKER,
        Role.HEADLINE,
    ]


def test_a_banner_takes_the_head_below_it_as_its_deck(pieces: dict[str, Piece]) -> None:
    banner, head = Head((pieces["A"],)), Head((replace(pieces["D"], role=Role.HEADLINE),))

    assert [p.role for p in banner.over(head).pieces][1:] == [Role.DECK]
    assert banner.over(None) is banner


@pytest.mark.parametrize(("name", "role"), [("Analysis", Role.KICKER), ("Analysts", Role.HEADLINE)])
def test_the_usual_name_of_a_column_is_no_headline_however_large(
    name: str, role: Role, pieces: dict[str, Piece]
) -> None:
    label = replace(pieces["A"], block=replace(pieces["A"].block, text=name), chars=len(name))
    head = replace(pieces["A"], id=99, ratio=0.6 * pieces["A"].ratio)

    assert settle([label, head], turned=False)[0].role is role
