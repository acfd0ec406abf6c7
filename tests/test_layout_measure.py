"""Measures of a page's type, its rules and boxes."""

import pytest

from convert.geometry import Rect
from convert.layout.lines import build_lines
from convert.layout.measure import FALLBACK, body_size, column_width, leading
from convert.layout.separators import find_containers, find_separators, innermost
from convert.model import Box, Line, Rule
from tests.newsprint import print_page, set_type

COLUMN = """
    aaaaaaa bbbbbbb
    aaaaaaa bbbbbbb
    aaaaaaa bbbbbbb
    aaaaaaa bbb
    """
PAGE = Rect(0, 0, 200, 200)


def lines(art: str = COLUMN) -> tuple[Line, ...]:
    return build_lines(print_page(art).spans, ())


def text(left: float, top: float, width: float = 60.0) -> Line:
    (line,) = build_lines([set_type("some words", left, top, width=width)], ())
    return line


def test_the_body_is_the_size_that_covers_most_of_the_page() -> None:
    assert body_size(lines()) == 7
    assert body_size(lines(COLUMN + "    CCCC\n")) == 7


def test_a_page_of_listings_has_not_their_small_print_as_body() -> None:
    small = build_lines([set_type("x" * 20, 0, 9 * y, size=5) for y in range(10)], ())
    large = build_lines([set_type("x" * 20, 0, 10 * y, size=9) for y in range(4)], ())

    assert body_size([*small, *large]) == 9


def test_a_page_without_text_has_a_body_all_the_same() -> None:
    assert body_size([]) == FALLBACK


def test_leading_is_the_usual_step_of_lines() -> None:
    assert leading(lines(), 7) == 10
    assert leading([], 7) == pytest.approx(8.4)


def test_the_column_is_as_wide_as_its_full_lines() -> None:
    assert column_width(lines(), 7) == 70


def test_underlines_and_short_strokes_part_nothing() -> None:
    line = text(0, 0)
    under, across, stroke = (
        Rect(0, 6, 60, 6),
        Rect(0, 12, 60, 12),
        Rect(80, 0, 84, 0),
    )

    found = find_separators([Rule(rect=r) for r in (under, across, stroke)], [line], 7)

    assert [rule.rect for rule in found] == [across]


def test_a_rule_wider_than_the_line_above_it_does_not_underline() -> None:
    rule = Rule(rect=Rect(0, 6, 90, 6))

    assert find_separators([rule], [text(0, 0)], 7) == (rule,)


def test_a_tint_and_its_frame_are_one_box() -> None:
    tint = Box(rect=Rect(10, 10, 100, 60), fill=0xEEEEEE)
    frame = Box(rect=Rect(9, 9, 101, 61), stroke=0)

    (box,) = find_containers([tint, frame], [text(20, 20)], PAGE)

    assert (box.fill, box.framed) == (0xEEEEEE, True)


def test_boxes_without_text_and_the_ground_of_the_page_hold_nothing() -> None:
    empty, ground = Box(rect=Rect(10, 100, 60, 150), fill=0), Box(rect=PAGE, fill=0xFFFFFF)

    assert find_containers([empty, ground], [text(20, 20)], PAGE) == ()


def test_a_point_is_in_the_innermost_box() -> None:
    outer, inner = Box(rect=Rect(0, 0, 150, 150), stroke=0), Box(rect=Rect(10, 10, 90, 60), fill=1)

    boxes = find_containers([inner, outer], [text(20, 20)], PAGE)

    assert [box.parent for box in boxes] == [None, 0]
    assert innermost(boxes, 50, 25) == 1
    assert innermost(boxes, 120, 120) == 0
    assert innermost(boxes, 190, 190) is None
