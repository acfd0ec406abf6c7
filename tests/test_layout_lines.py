"""Lines of print: what belongs to one baseline and one column."""

import pytest

from convert.geometry import Rect
from convert.layout.lines import build_lines
from convert.layout.text import spaced
from convert.model import Rule, Span
from tests.newsprint import print_page, set_type


def lines_of(spans: list[Span], *rules: Rect) -> list[str]:
    return [line.text for line in build_lines(spans, [Rule(rect=r) for r in rules])]


def test_a_gutter_keeps_lines_apart() -> None:
    page = print_page(
        """
        aaaaaa bbbbbb
        aaaaaa bbbbbb
        """
    )

    assert [{s.raw for s in x.spans} for x in build_lines(page.spans, ())] == [
        {"a"}, {"b"}, {"a"}, {"b"},
    ]  # fmt: skip


def test_words_set_singly_are_one_line() -> None:
    spans = [set_type("The", 0, 0, width=12), set_type("river", 14, 0, width=15)]

    assert lines_of(spans) == ["The river"]


def test_a_word_in_two_styles_stays_one_word() -> None:
    spans = [set_type("Jiang", 0, 0, width=18), set_type("zhou", 18.5, 0, width=15)]

    assert lines_of(spans) == ["Jiangzhou"]


def test_fragments_are_put_in_order_whatever_the_file_says() -> None:
    spans = [set_type("river", 14, 0, width=15, flow=7), set_type("The", 0, 0, width=12)]

    assert lines_of(spans) == ["The river"]


def test_other_baselines_are_other_lines() -> None:
    spans = [set_type("upper", 0, 0, width=20), set_type("lower", 21, 3, width=20)]

    assert lines_of(spans) == ["upper", "lower"]


def test_an_index_in_small_type_belongs_to_its_line() -> None:
    spans = [set_type("CO", 0, 0, width=9), set_type("2", 9, 4, size=4, width=2)]

    assert lines_of(spans) == ["CO2"]


def test_an_upright_rule_parts_what_stands_close() -> None:
    spans = [set_type("left", 0, 0, width=20), set_type("right", 23, 0, width=20)]

    assert lines_of(spans) == ["left right"]
    assert lines_of(spans, Rect(21.5, -5, 21.5, 12)) == ["left", "right"]


def test_a_narrow_gutter_is_known_by_the_edge_of_its_column() -> None:
    rows = range(0, 80, 10)
    spans = [set_type("words", x, y, width=40, flow=x) for y in rows for x in (0, 43)]

    assert lines_of(spans) == ["words"] * 16


def torn(*tops: int) -> list[Span]:
    """A line with a gap of three em, and whole lines at `tops`."""
    whole = [set_type("whole lines run on", 0, top, width=80) for top in tops]
    left, right = set_type("torn", 0, 20, width=25), set_type("apart", 46, 20, width=34, flow=1)
    return [*whole, left, right]


def test_a_torn_line_is_joined_where_lines_above_and_below_run_across() -> None:
    assert "torn apart" in lines_of(torn(0, 10, 30, 40))


def test_a_gutter_that_nothing_bridges_is_no_tear() -> None:
    assert "torn apart" not in lines_of(torn())
    assert "torn apart" not in lines_of(torn(10))


def test_lines_of_another_column_bridge_nothing() -> None:
    shifted = [set_type("a wide head", -40, top, width=120) for top in (10, 30)]

    assert "torn apart" not in lines_of([*torn(), *shifted])


def test_letterspaced_han_is_one_word() -> None:
    spans = [set_type(c, 25 * i, 0, size=14, width=14, flow=i) for i, c in enumerate("新桥通车")]

    assert lines_of(spans) == ["新桥通车"]


def test_turned_type_stays_alone() -> None:
    upright = set_type("Photo:", 0, 0, width=20)
    turned = Span(text="Ann", raw="Ann", rect=Rect(21, 0, 28, 7), size=7, font="Sketch", angle=90)

    assert lines_of([upright, turned]) == ["Photo:", "Ann"]


@pytest.mark.parametrize(
    ("gaps", "text"),
    [
        ((0.0, 0.0, 0.0, 0.0, 0.0), "鞋上有泥心里"),
        ((0.0, 0.0, 0.0, 0.5, 0.0), "鞋上有泥 心里"),
        ((0.4, 0.4, 0.4, 0.4, 0.4), "鞋上有泥心里"),
        ((0.4, 0.4, 0.4, 0.9, 0.4), "鞋上有泥 心里"),
    ],
)
def test_phrases_of_han_keep_a_space_that_is_more_than_their_pitch(
    gaps: tuple[float, ...], text: str
) -> None:
    assert spaced("鞋上有泥心里", gaps) == text


def test_a_stop_of_han_has_its_space_in_it() -> None:
    assert spaced("泥。心里有", (0.0, 0.6, 0.0, 0.0)) == "泥。心里有"
