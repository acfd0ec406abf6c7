"""Vertical text (竖排): columns, rows (段), widows, and pages in both directions."""

from dataclasses import replace

from convert.geometry import Rect
from convert.layout import find_layout
from convert.layout.writing import split_by_direction
from convert.model import Page
from tests.newsprint import Style, glyph_page, print_page


def columns(page: Page) -> list[str]:
    """The columns of a page from right to left, each row after the other."""
    found = split_by_direction(page.spans)[1]
    return [c.text for c in sorted(found, key=lambda c: (c.rect.top // 25, -c.rect.cx))]


def test_glyphs_below_each_other_are_a_column() -> None:
    page = glyph_page(
        """
        丁 甲
        戊 乙
        己 丙
        """
    )

    assert columns(page) == ["甲乙丙", "丁戊己"]


def test_glyphs_side_by_side_stay_horizontal() -> None:
    page = glyph_page("甲乙丙丁")

    spans, found = split_by_direction(page.spans)

    assert len(spans) == 4
    assert found == ()


ROWS = """
    一 一 一 一 一
    二 二 二 二 二
    三 三 三 三 三
    四 四 四 四 四
    五 五 五 五 五
    六 六 六 六 六
    七 七 七 七 七
    八 八 八 八 八
    """
"""Two rows of four glyphs: nothing but the tops of their columns tells them apart."""


def in_rows(page: Page, *, at: int, step: float) -> Page:
    """Move every glyph from row `at` on by `step` em down: the space between two rows."""
    return replace(
        page,
        spans=tuple(
            replace(s, rect=s.rect.moved(0, step * s.size)) if s.rect.top >= 10 * at else s
            for s in page.spans
        ),
    )


def test_rows_that_stand_apart_are_read_row_by_row() -> None:
    page = in_rows(glyph_page(ROWS), at=4, step=1.0)

    assert sorted(c.text for c in split_by_direction(page.spans)[1]) == sorted(
        ["一二三四"] * 5 + ["五六七八"] * 5
    )


def test_columns_without_a_row_between_them_run_through() -> None:
    assert {c.text for c in split_by_direction(glyph_page(ROWS).spans)[1]} == {"一二三四五六七八"}


def test_a_stop_that_hangs_below_its_column_does_not_join_two_rows() -> None:
    page = glyph_page(
        """
        一 一 一 一 一 一
        二 二 二 二 二 二
        三 三 三 三 三 三
              。

        五 五 五 五 五 五
        六 六 六 六 六 六
        七 七 七 七 七 七
        """
    )

    texts = [c.text for c in split_by_direction(page.spans)[1]]

    assert texts.count("一二三。") == 1
    assert texts.count("五六七") == 6


def test_a_widow_of_one_glyph_is_a_column_where_a_row_begins() -> None:
    page = glyph_page(
        """
        一 一 一 一 一 一
          二 二 二 二 二
          三 三 三 三 三
          四 四 四 四 四
        """
    )

    spans, found = split_by_direction(page.spans)

    assert spans == ()
    assert sorted(c.text for c in found) == ["一", *["一二三四"] * 5]


def test_a_page_of_vertical_text_is_one_turned_region() -> None:
    page = glyph_page("\n".join(["一二三四五六七八九十" * 2] * 12).replace("", " ").strip())

    (region,) = find_layout(page).regions

    assert region.turned


def test_a_page_in_both_directions_has_two_regions() -> None:
    across = print_page(
        "\n".join(["AAAAAAAA", "AAAAAAAA", "", *["aaaaaaaaaa"] * 8]), styles={"a": Style(size=10)}
    )
    down = glyph_page("\n".join(["一 二 三 四 五 六 七 八"] * 18))
    beside = tuple(replace(s, rect=s.rect.moved(130, 0)) for s in down.spans)
    page = replace(down, frame=Rect(0, 0, 300, 200), spans=(*across.spans, *beside))
    regions = find_layout(page).regions

    assert [r.turned for r in regions] == [False, True]
    assert {s.raw for b in regions[0].blocks for x in b.lines for s in x.spans} == {"A", "a"}
