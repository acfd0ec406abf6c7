"""How far a head reaches: past the bar under it and past its byline."""

from dataclasses import replace

from convert.articles.heads import build_heads
from convert.articles.pieces import measure
from convert.articles.reach import reaching
from convert.articles.roles import assign_roles
from convert.geometry import Rect
from convert.layout import find_layout
from convert.model import Box, Image, Page
from tests.newsprint import Style, print_page


def right_edge(page: Page) -> float:
    """How far to the right the row of the headline A is free."""
    region = find_layout(page).regions[0]
    pieces = assign_roles(region, measure(region), {})
    heads, _ = build_heads(pieces, region)
    (row,) = (p for p in reaching(heads, pieces, region) if p.block.lines[0].spans[0].raw == "A")
    return row.rect.right


def test_a_head_reaches_along_the_bar_that_it_stands_on() -> None:
    page = print_page(
        """
        AAAAAAAAA
        AAAAAAAAA

        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        """
    )
    bar = Box(rect=Rect(0, 4, 270, 16), fill=0xEEEEEE, stroke=0)
    picture = Image(rect=Rect(140, 0, 270, 20))

    assert right_edge(replace(page, boxes=(bar,))) == 270
    assert right_edge(replace(page, boxes=(bar,), images=(picture,))) == 140


def test_text_level_with_the_byline_does_not_stop_the_head_over_both() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAA
        AAAAAAAAAAAAA
        yyyyyyyyyyyyy ccccccccccccc
        yyyyyyyyyyyyy ccccccccccccc
                      ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        """,
        words={"y": ("By Ann Miller", "and Tom Fox")},
        styles={"y": Style(bold=True, font="Sans")},
    )

    assert right_edge(page) == 270
