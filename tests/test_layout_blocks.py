"""Blocks: lines of one style in one column, and what parts them."""

from dataclasses import replace

import pytest

from convert.layout import find_layout
from convert.layout.text import join_texts
from convert.model import Page, Span
from tests.newsprint import Style, blocks_of, print_page, set_type


def parts(art: str, **styles: Style) -> list[str]:
    """The blocks of a sketch, each as the letters of its lines."""
    page = print_page(art, styles=styles)
    return [
        "".join(line.spans[0].raw for line in block.lines)
        for region in find_layout(page).regions
        for block in region.blocks
    ]


def with_text(art: str, *spans: Span) -> Page:
    page = print_page(art)
    return replace(page, spans=(*spans, *page.spans))


def test_lines_below_each_other_are_a_block() -> None:
    assert parts(
        """
        aaaaaaa bbbbbbb
        aaaaaaa bbbbbbb
        aaaaaaa bbbbbbb
        """
    ) == ["aaa", "bbb"]


def test_a_blank_row_parts_blocks() -> None:
    assert parts(
        """
        aaaaaaa
        aaaaaaa

        bbbbbbb
        bbbbbbb
        """
    ) == ["aa", "bb"]


def test_a_rule_parts_lines_that_stand_close() -> None:
    page = print_page(
        """
        aaaaaaa
        aaaaaaa
        bbbbbbb
        bbbbbbb
        """
    )
    ruled = print_page(
        """
        -------
        """
    ).rules[0]
    ruled = replace(ruled, rect=ruled.rect.moved(0, 15))

    assert len(find_layout(page).regions[0].blocks) == 1
    assert len(find_layout(replace(page, rules=(ruled,))).regions[0].blocks) == 2


def test_a_box_parts_what_is_inside_from_what_is_outside() -> None:
    assert parts(
        """
        aaaaaaaaa
        aaaaaaaaa
        +-------+
        |bbbbbbb|
        |bbbbbbb|
        +-------+
        """
    ) == ["aa", "bb"]


def test_where_one_line_meets_two_the_column_changes() -> None:
    assert parts(
        """
        ccccccccccccccc
        ccccccccccccccc
        aaaaaaa bbbbbbb
        aaaaaaa bbbbbbb
        aaaaaaa bbbbbbb
        aaaaaaa bbbbbbb
        aaaaaaa bbbbbbb
        aaaaaaa bbbbbbb
        """
    ) == ["cc", "aaaaaa", "bbbbbb"]


@pytest.mark.parametrize(
    "style", [Style(bold=True), Style(size=9), Style(font="Grotesk")], ids=["bold", "size", "face"]
)
def test_other_type_is_another_block(style: Style) -> None:
    art = """
        aaaaaaa
        bbbbbbb
        bbbbbbb
        """

    assert parts(art, a=style) == ["a", "bb"]
    assert parts(art) == ["abb"]


def test_a_line_with_one_word_in_bold_stays_in_its_block() -> None:
    mixed = (
        replace(set_type("Berlin", 0, 21.5, width=20), bold=True),
        set_type("goes on in body type", 22, 21.5, width=48),
    )
    page = with_text(
        """
        aaaaaaa
        aaaaaaa
        """,
        *mixed,
    )

    assert [len(block) for block in blocks_of(page)] == [3]


def test_the_widow_of_a_paragraph_stays_with_the_next_one() -> None:
    assert parts(
        """
        aaaaaaaaa
        aaaaaaaaa
        a
         bbbbbbbb
        bbbbbbbbb
        """
    ) == ["aaabb"]


def test_a_drop_cap_opens_the_line_beside_it() -> None:
    cap = set_type("T", 0, 0, size=17, width=9)
    page = with_text(
        """
         aaaaaaaaaaaa
         aaaaaaaaaaaa
        aaaaaaaaaaaaa
        aaaaaaaaaaaaa
        aaaaaaaaaaaaa
        """,
        cap,
    )

    (block,) = blocks_of(page)
    assert block[0].startswith("TAaaa")
    assert len(block) == 5


def test_a_large_letter_without_lines_beside_it_is_no_drop_cap() -> None:
    cap = set_type("T", 0, 60, size=17, width=9)
    page = with_text(
        """
        aaaaaaaaaaaaa
        aaaaaaaaaaaaa
        aaaaaaaaaaaaa
        """,
        cap,
    )

    assert ["T"] in blocks_of(page)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The river", "is high"], "The river is high"),
        (["The news-", "paper"], "The newspaper"),
        (["Steuern-", "und Zollrecht"], "Steuern- und Zollrecht"),
        (["Rhein-", "Main"], "Rhein-Main"),
        (["die Brü\u00ad", "cke"], "die Brücke"),
        (["from 9 -", "to 5"], "from 9 - to 5"),
        (["新桥今日", "通车"], "新桥今日通车"),
        (["第", "A1版"], "第A1版"),
        (["one", "", "two"], "one two"),
        ([], ""),
    ],
)
def test_lines_are_joined_as_they_are_read(lines: list[str], text: str) -> None:
    assert join_texts(lines) == text


@pytest.mark.parametrize(
    ("before", "last", "blocks"),
    [
        ("says so and smiles", "ADA QUILL.", 1),
        ("and so it ends.", "ADA QUILL.", 2),
        ("says so and smiles", "What is next", 2),
    ],
)
def test_a_sentence_may_end_in_bold_on_a_line_of_its_own(
    before: str, last: str, blocks: int
) -> None:
    page = print_page(
        """
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        bbbbbb
        """,
        words={"a": ["The old woman", "from the harbor", before], "b": last},
        styles={"b": Style(bold=True)},
    )

    assert len(blocks_of(page)) == blocks
