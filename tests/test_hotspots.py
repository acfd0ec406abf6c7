"""Hotspots: shapes as pictures, and the laws that hold for every page."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, Polygon, union_all

from convert.edition.hotspots import find_hotspots
from convert.geometry import Rect
from convert.model import Article, Block, Figure, Kind, Ring
from tests.sketch import sketch_articles, sketch_block, sketch_size

Spots = tuple[tuple[Ring, ...], ...]


def spots(art: str, **figures: str) -> Spots:
    """Return the hotspots of a sketch in points; `p="a"`: p is a picture of a."""
    width, height = sketch_size(art)
    found = find_hotspots(sketch_articles(art, figures), width, height)
    return tuple(
        tuple(tuple((round(x * width, 1), round(y * height, 1)) for x, y in ring) for ring in rings)
        for rings in found
    )


def test_articles_side_by_side_are_rectangles_that_meet_in_the_gutter() -> None:
    assert spots(
        """
        aa bb
        aa bb
        """
    ) == (
        (((0, 0), (25, 0), (25, 20), (0, 20)),),
        (((25, 0), (50, 0), (50, 20), (25, 20)),),
    )


def test_a_column_that_runs_on_below_makes_an_l() -> None:
    long, _ = spots(
        """
        AAAAAAAA
        aa aa aa
        aa aa
        aa BBBBB
        aa bb bb
        """
    )

    assert long == (((0, 0), (80, 0), (80, 30), (25, 30), (25, 50), (0, 50)),)


def test_a_story_around_others_is_a_u() -> None:
    story, _, _ = spots(
        """
        AAAAAAAAAAA
        aa bb cc aa
        aa bb cc aa
        """
    )

    assert [len(ring) for ring in story] == [8]


def test_a_brief_in_the_middle_is_cut_out_without_leaving_a_hole() -> None:
    story, brief = spots(
        """
        AAAAAAAA
        aa aa aa
        aa    aa
        aa BB aa
        aa bb aa
        aa    aa
        aa aa aa
        """
    )

    assert brief == (((25, 25), (55, 25), (55, 55), (25, 55)),)
    assert [len(ring) for ring in story] == [4, 8]


def test_white_between_own_columns_and_below_a_short_headline_is_filled() -> None:
    assert spots(
        """
        AAA

        aa  aa  aa
        aa  aa
        """
    ) == ((((0, 0), (100, 0), (100, 40), (0, 40)),),)


def test_a_picture_belongs_to_the_area_of_its_article() -> None:
    story, other = spots(
        """
        pppp
        pppp
        aa bb
        aa bb
        """,
        p="a",
    )

    assert story == (((0, 0), (48, 0), (48, 20), (25, 20), (25, 40), (0, 40)),)
    assert len(other) == 1


def test_parts_of_an_article_that_others_keep_apart_are_polygons_of_their_own() -> None:
    story, _ = spots(
        """
        aa
        bb
        aa
        """
    )

    assert len(story) == 2


def test_a_checkerboard_falls_into_rectangles() -> None:
    first, second = spots(
        """
        aa bb
        bb aa
        """
    )

    assert [len(ring) for ring in (*first, *second)] == [4, 4, 4, 4]


def test_text_over_the_picture_of_another_article_is_not_the_pictures() -> None:
    over = Article(kind=Kind.BRIEF, blocks=(sketch_block([Rect(40, 40, 60, 50)]),))
    photo = Article(kind=Kind.PHOTO, blocks=(), figures=(Figure(rect=Rect(0, 0, 100, 100)),))

    picture, text = map(shapes, find_hotspots((photo, over), 100, 100))

    assert not picture.contains(Point(0.5, 0.45))
    assert text.contains(Point(0.5, 0.45))


@pytest.mark.parametrize("size", [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)])
def test_an_article_without_ink_has_no_area(size: tuple[float, float]) -> None:
    assert find_hotspots((Article(kind=Kind.ARTICLE, blocks=()),), *size) == ((),)


def test_ink_outside_the_page_has_no_area() -> None:
    outside = sketch_block([Rect(-50, 10, -20, 20)])

    article = Article(kind=Kind.ARTICLE, blocks=(outside,))

    assert find_hotspots((article,), 100, 100) == ((),)


def test_a_flat_rule_can_still_be_clicked() -> None:
    rule = Article(kind=Kind.ARTICLE, blocks=(), areas=(Rect(10, 100, 90, 100),))

    ((ring,),) = find_hotspots((rule,), 100, 100)

    assert Polygon(ring).area > 0


def test_thousands_of_interleaved_blocks_are_survived() -> None:
    rows = ["ab" * 25 if y % 2 else "ba" * 25 for y in range(40)]
    articles = sketch_articles("\n".join(rows))

    found = find_hotspots(articles, 500, 400)

    assert [len(rings) for rings in found] == [1000, 1000]


# --- laws ------------------------------------------------------------------------

FRAME = 300.0
numbers = st.integers(0, 28).map(lambda n: n * 10.0)


@st.composite
def rects(draw: st.DrawFn) -> Rect:
    left, top = draw(numbers), draw(numbers)
    width, height = draw(st.integers(1, 12)) * 10, draw(st.integers(1, 12)) * 10
    return Rect(left, top, min(left + width, FRAME), min(top + height, FRAME))


@st.composite
def pages(draw: st.DrawFn) -> tuple[Article, ...]:
    """Draw articles whose lines never overlap; all else may."""
    taken: set[tuple[int, int]] = set()
    articles = []
    for _ in range(draw(st.integers(1, 5))):
        areas = draw(st.lists(rects(), max_size=1))
        figures = [Figure(rect=r) for r in draw(st.lists(rects(), max_size=1))]
        found = [_fresh_block(r, taken) for r in draw(st.lists(rects(), max_size=4))]
        blocks = tuple(block for block in found if block)
        articles.append(
            Article(
                kind=Kind.ARTICLE,
                blocks=blocks,
                figures=tuple(figures),
                areas=tuple(areas),
            )
        )
    return tuple(articles)


def _fresh_block(rect: Rect, taken: set[tuple[int, int]]) -> Block | None:
    """Return a block with a line in each row of `rect` that nobody has printed in."""
    lines = []
    for y in range(int(rect.top / 10), int(rect.bottom / 10)):
        cells = {(x, y) for x in range(int(rect.left / 10), int(rect.right / 10))}
        if not cells & taken:
            taken |= cells
            lines.append(Rect(rect.left, y * 10.0, rect.right, y * 10.0 + 10))
    return sketch_block(lines) if lines else None


def shapes(rings: Sequence[Ring]) -> Polygon:
    """Return the union of the polygons; fail if one is not simple."""
    polygons = [Polygon(ring) for ring in rings]
    assert all(polygon.is_valid and polygon.area > 0 for polygon in polygons)
    return union_all(polygons)


def centres(article: Article) -> list[Point]:
    return [
        Point(line.rect.cx / FRAME, line.rect.cy / FRAME)
        for block in article.blocks
        for line in block.lines
    ]


@given(pages())
@settings(deadline=None, max_examples=200)
def test_laws(articles: tuple[Article, ...]) -> None:
    found = find_hotspots(articles, FRAME, FRAME)

    assert found == find_hotspots(articles, FRAME, FRAME)
    areas = [shapes(rings) for rings in found]
    for one, other in combinations(areas, 2):
        assert one.intersection(other).area == 0
    for article, own in zip(articles, areas, strict=True):
        assert all(own.covers(point) for point in centres(article))
        for rival, area in zip(articles, areas, strict=True):
            if rival is not article:
                assert not any(area.contains(point) for point in centres(article))
    for x, y in (corner for rings in found for ring in rings for corner in ring):
        assert 0 <= x <= 1
        assert 0 <= y <= 1


@given(pages())
@settings(deadline=None)
def test_borders_run_along_the_axes_without_needless_corners(
    articles: tuple[Article, ...],
) -> None:
    for rings in find_hotspots(articles, FRAME, FRAME):
        for ring in rings:
            turned = [*ring[1:], ring[0]]
            level = [a[1] == b[1] for a, b in zip(ring, turned, strict=True)]
            upright = [a[0] == b[0] for a, b in zip(ring, turned, strict=True)]
            assert level == [True, False] * (len(ring) // 2)
            assert upright == [False, True] * (len(ring) // 2)
