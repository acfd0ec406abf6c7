"""The self-check of every run finds what a fault of the program would do to a page."""

from dataclasses import replace

from convert.edition.check import check, check_edition, check_hotspots
from convert.model import Block, Edition, EditionPage, Hotspot, PageArticles, Role
from tests.desk import block, page_of, small_edition, story

LEAD = story((Role.HEADLINE, "New bridge opens"), (Role.PARAGRAPH, "It crosses the river."))
PAGE = page_of([LEAD], [block("A01", role=Role.FOLIO, top=5)])
BOW_TIE = ((0.1, 0.1), (0.2, 0.2), (0.2, 0.1), (0.1, 0.2))
SQUARE = ((0.1, 0.1), (0.3, 0.1), (0.3, 0.3), (0.1, 0.3))
BESIDE = ((0.9, 0.1), (1.1, 0.1), (1.1, 0.2), (0.9, 0.2))


def with_blocks(*blocks: Block) -> PageArticles:
    return replace(PAGE, articles=(replace(LEAD, blocks=blocks),))


def with_hotspots(*hotspots: Hotspot) -> Edition:
    edition = small_edition()
    first: EditionPage = replace(edition.pages[0], hotspots=hotspots)
    return replace(edition, pages=(first, *edition.pages[1:]))


def codes(page: PageArticles) -> list[str]:
    return [issue.code for issue in check(page)]


def test_a_page_that_is_kept_whole_is_well() -> None:
    assert check(PAGE) == ()
    assert check_edition(small_edition()) == ()
    assert check_hotspots(small_edition().pages[0]) == ()


def test_a_span_in_no_block_is_lost() -> None:
    (issue,) = check(with_blocks(LEAD.blocks[0]))

    assert issue.code == "span-lost"
    assert issue.box == LEAD.blocks[1].rect


def test_a_span_in_two_blocks_is_doubled() -> None:
    assert codes(with_blocks(*LEAD.blocks, LEAD.blocks[1])) == ["span-doubled"]


def test_a_letter_that_is_not_printed_is_told() -> None:
    head, text = LEAD.blocks

    assert codes(with_blocks(head, replace(text, text="It crosses a river."))) == ["text-differs"]


def test_spaces_and_hyphens_are_no_letters() -> None:
    head, text = LEAD.blocks

    assert codes(with_blocks(head, replace(text, text="It cros-ses  the river"))) == []


def test_a_hotspot_that_crosses_itself_is_told() -> None:
    article = small_edition().articles[0].id
    edition = with_hotspots(Hotspot(article=article, polygons=(BOW_TIE,)))

    assert [i.code for i in check_hotspots(edition.pages[0])] == ["hotspot-shape"]


def test_a_hotspot_beside_the_page_is_told() -> None:
    article = small_edition().articles[0].id
    edition = with_hotspots(Hotspot(article=article, polygons=(BESIDE,)))

    assert [i.code for i in check_hotspots(edition.pages[0])] == ["hotspot-off-page"]


def test_a_place_that_opens_two_articles_is_told() -> None:
    one, other = (a.id for a in small_edition().articles)
    edition = with_hotspots(
        Hotspot(article=one, polygons=(SQUARE,)), Hotspot(article=other, polygons=(SQUARE,))
    )

    assert [i.code for i in check_hotspots(edition.pages[0])] == ["hotspot-overlap"]


def test_an_article_that_cannot_be_clicked_is_told() -> None:
    (issue,) = check_edition(with_hotspots())

    assert (issue.code, issue.page) == ("hotspot-missing", "p01")


def test_an_id_that_names_two_things_is_told() -> None:
    edition = small_edition()
    again = (*edition.furniture, edition.furniture[0])

    assert [i.code for i in check_edition(replace(edition, furniture=again))] == ["id-double"]
