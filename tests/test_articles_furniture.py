"""Furniture, drawn: mastheads, folios, feet, and what only stands near them."""

import pytest

from convert.model import Role
from tests.newsprint import print_page, read, roles, stories

STORY = (
    """
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
    aaaaaaaaaaaa bbbbbbbbbbbb ccccccccccccc
"""
    + "    aaaaaaaaaaaa bbbbbbbbbbbb ccccccccccccc\n" * 24
)


def furniture(art: str, **words: str) -> dict[str, Role]:
    """The furniture of a sketch: letter -> role."""
    page = print_page(art, words=words)
    return {b.lines[0].spans[0].raw: b.role for b in read(page).furniture}


def test_a_folio_over_a_rule_is_furniture() -> None:
    art = "    ff      tttttt            ddddddddddddd\n    " + "-" * 39 + STORY
    found = furniture(art, f="A03", t="Local", d="Monday, November 23, 2026")

    assert found == {"f": Role.FOLIO, "t": Role.FOLIO, "d": Role.FOLIO}


def test_a_folio_over_a_gap_is_furniture() -> None:
    art = "    ff                        ddddddddddddd\n\n" + STORY

    assert furniture(art, f="A03", d="Monday, November 23, 2026") == {
        "f": Role.FOLIO,
        "d": Role.FOLIO,
    }


def test_a_short_line_over_a_rule_is_the_name_of_the_page() -> None:
    name = "    tttttt\n    "

    assert furniture(name + "-" * 39 + STORY, t="Local") == {"t": Role.FOLIO}
    assert furniture(name + "-" * 9 + STORY, t="Local") == {}


def test_a_line_of_text_at_the_top_is_none() -> None:
    assert furniture("    tttttttttttttttttttttttttt\n\n" + STORY) == {}


def test_who_made_the_page_stands_in_its_foot() -> None:
    art = STORY + "\n    eeeeeeeeeeeeeeeeeeeee\n"

    assert furniture(art, e="责编：何青 美编：赵敏 热线 8888") == {"e": Role.FOLIO}
    assert furniture(art, e="He laughed and went home again") == {}


MASTHEAD = """
    NNNNNNNNNNNNNNNNNNNNNNNN   eeeeeeeeeeee
    NNNNNNNNNNNNNNNNNNNNNNNN   eeeeeeeeeeee
    NNNNNNNNNNNNNNNNNNNNNNNN   eeeeeeeeeeee
    NNNNNNNNNNNNNNNNNNNNNNNN   eeeeeeeeeeee
    dddddddddddddd  pppppp     eeeeeeeeeeee
    """


def test_the_papers_name_with_a_date_is_its_masthead() -> None:
    page = print_page(
        MASTHEAD.replace("eeeeeeeeeeee", " " * 12).rstrip(" ") + "\n" + STORY,
        words={"N": "The Jiangzhou Post", "d": "November 23, 2026", "p": "$ 2"},
    )

    found = roles(page)
    assert (found["N"], found["d"], found["p"]) == (Role.MASTHEAD, Role.FOLIO, Role.FOLIO)
    assert stories(page) == ["Aabc"]


def test_a_large_headline_without_a_date_is_no_masthead() -> None:
    page = print_page(
        MASTHEAD.replace("eeeeeeeeeeee", " " * 12).rstrip(" ") + "\n" + STORY,
        words={"N": "Bridge opens today", "d": "A river is crossed", "p": "at last"},
    )

    assert Role.MASTHEAD not in roles(page).values()


def test_an_article_in_the_ear_of_a_masthead_is_no_furniture() -> None:
    page = print_page(
        MASTHEAD.rstrip(" ") + "\n" + STORY,
        words={"N": "The Jiangzhou Post", "d": "November 23, 2026", "p": "$ 2"},
    )

    assert {b.lines[0].spans[0].raw for b in read(page).furniture} == {"N", "d", "p"}
    assert any("e" in story for story in stories(page))


@pytest.mark.parametrize(
    "date", ["2026年11月23日 星期一", "23. November 2026", "23 de mayo de 2026"]
)
def test_a_date_is_known_in_every_language(date: str) -> None:
    art = "    ff                        ddddddddddddd\n    " + "-" * 39 + STORY

    assert set(furniture(art, f="3", d=date)) == {"f", "d"}
