"""Vertical text (竖排) on a page: rows that end at rules, numbers in a column, horizontal heads."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from convert.geometry import Rect
from convert.model import Page, Role, Rule, Span
from tests.newsprint import blocks_of, glyph_page, read, set_type

GLYPHS = "一二三四五六七八"
ROWS = "\n".join(" ".join(GLYPHS[(i + j) % 8] for j in range(6)) for i in range(12))


def under(heads: Iterable[Span], down: float) -> Page:
    """Ten columns of text that begin `down` points below the top, and heads over them."""
    page = glyph_page("\n".join(["一 二 三 四 五 六 七 八 九 十"] * 24))
    text = (replace(s, rect=s.rect.moved(0, down)) for s in page.spans)
    return replace(page, spans=(*heads, *text), frame=Rect(0, 0, 240, 240 + down))


def told(page: Page) -> list[list[tuple[Role, str]]]:
    """Role and words of all but the running text, story by story."""
    return [
        [(b.role, b.text) for b in a.blocks if b.role is not Role.PARAGRAPH]
        for a in read(page).articles
    ]


@pytest.mark.parametrize(
    ("right", "rows"), [(90.0, ["一二三四", "五六七八"]), (-1.0, ["一二三四五六七八"])]
)
def test_rows_of_vertical_text_end_at_the_rule_between_them(right: float, rows: list[str]) -> None:
    page = glyph_page("\n".join(" ".join(glyph * 5) for glyph in GLYPHS))
    rule = Rule(rect=Rect(min(0, right), 40, right, 40))

    assert blocks_of(replace(page, rules=(rule,))) == [[row] * 5 for row in rows]


def test_a_number_set_upright_in_a_column_does_not_part_the_text() -> None:
    page = glyph_page(ROWS)

    def numbered(span: Span) -> Span:
        if span.text == "五" and span.rect.left == 40:
            return replace(span, text="12", raw="12", font="Gothic")
        return span

    numbers = replace(page, spans=tuple(map(numbered, page.spans)))
    assert [len(block) for block in blocks_of(numbers)] == [6]


def test_columns_in_another_face_are_another_text() -> None:
    page = glyph_page(ROWS)
    spans = (replace(s, font="Gothic") if s.rect.left > 50 else s for s in page.spans)

    assert [len(block) for block in blocks_of(replace(page, spans=tuple(spans)))] == [3, 3]


def test_horizontal_heads_over_vertical_text_are_read_from_the_top() -> None:
    headline = set_type("新橋今日開通", 10, 16, size=24, width=144)
    kicker = set_type("町の話題", 10, 0, size=12, width=48)

    assert told(under([headline, kicker], 50)) == [
        [(Role.KICKER, "町の話題"), (Role.HEADLINE, "新橋今日開通")]
    ]


@pytest.mark.parametrize("gap", [34, 100])
def test_a_horizontal_head_without_text_opens_the_vertical_head_close_under_it(gap: int) -> None:
    top = 30 + gap
    across = set_type("町長選が告示", 20, 0, size=30, width=180)
    down = [
        set_type(glyph, 205, top + 18 * i, size=18, width=18)
        for i, glyph in enumerate("新人二人が争う")
    ]

    heads = told(under([across, *down], top))

    opened = [(Role.HEADLINE, "町長選が告示"), (Role.DECK, "新人二人が争う")]
    parted = [[(Role.HEADLINE, "町長選が告示")], [(Role.HEADLINE, "新人二人が争う")]]
    assert sorted(heads) == (sorted([opened]) if gap < 40 else sorted(parted))
