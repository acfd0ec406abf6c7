"""Laws of what stands together: in clusters, in columns, in rows."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.articles.stands import by_columns, by_rows, clusters, count_columns
from convert.geometry import Rect

WHOLE = st.integers(0, 400)
"""Whole points: sums of them are exact."""


def place(rect: Rect) -> Rect:
    return rect


def at(left: int, top: int) -> Rect:
    return Rect(left, top, left + 50, top + 10)


RECTS = st.lists(st.builds(at, WHOLE, WHOLE), max_size=12)
SIZES = st.sampled_from([7, 36, 150])


@pytest.mark.parametrize("in_order", [by_columns, by_rows])
@given(RECTS, SIZES, WHOLE, WHOLE)
def test_a_margin_does_not_change_the_order(
    in_order: Callable[..., list[Rect]], rects: list[Rect], size: int, dx: int, dy: int
) -> None:
    moved = in_order([r.moved(dx, dy) for r in rects], place, size)

    assert moved == [r.moved(dx, dy) for r in in_order(rects, place, size)]


@given(RECTS, SIZES, WHOLE)
def test_a_margin_does_not_change_the_number_of_columns(
    rects: list[Rect], size: int, dx: int
) -> None:
    assert count_columns([r.moved(dx, 0) for r in rects], size) == count_columns(rects, size)


def test_columns_are_read_one_after_the_other() -> None:
    first, second, third = at(3, 40), at(0, 90), at(60, 10)

    assert by_columns([third, second, first], place, 50) == [first, second, third]


def test_rows_are_read_one_after_the_other() -> None:
    first, second, third = at(10, 3), at(70, 0), at(0, 40)

    assert by_rows([third, second, first], place, 20) == [first, second, third]


def test_an_indent_is_no_column() -> None:
    assert count_columns([at(0, 0), at(6, 20), at(100, 0), at(0, 40)], 8) == 2


@given(st.lists(WHOLE, unique=True))
def test_a_cluster_holds_all_that_touch_and_nothing_else(numbers: list[int]) -> None:
    found = clusters(numbers, lambda a, b: abs(a - b) <= 5)

    assert sorted(n for c in found for n in c) == sorted(numbers)
    for i, cluster in enumerate(found):
        steps = sorted(cluster)
        assert all(b - a <= 5 for a, b in pairwise(steps))
        assert all(abs(a - b) > 5 for other in found[:i] for a in other for b in cluster)
