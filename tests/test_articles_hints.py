"""What a profile says of a paper's pages: each hint mends a page that is read wrongly without."""

import tomllib

import pytest
from pydantic import ValidationError

from convert.model import Role
from convert.profile import Profile
from convert.settings import LayoutSettings
from tests.newsprint import Style, print_page, roles, stories
from tests.test_articles_furniture import MASTHEAD, STORY

MM = 72 / 25.4


def hints(text: str) -> LayoutSettings:
    """Return hints as a profile gives them."""
    profile = Profile.model_validate(tomllib.loads(f"[settings.layout]\n{text}"))
    return profile.page_settings().layout


def test_what_stands_in_the_head_of_the_paper_is_in_no_article() -> None:
    page = print_page("    ssssssssssssssssssss\n\n" + STORY, words={"s": "Where the city meets"})

    assert roles(page).get("s") is not Role.FOLIO
    assert roles(page, hints("head = 5"))["s"] is Role.FOLIO
    assert stories(page, hints("head = 5")) == ["Aabc"]


def test_a_first_page_has_a_head_of_its_own() -> None:
    page = print_page(
        MASTHEAD.rstrip(" ") + "\n" + STORY,
        words={"N": "The Jiangzhou Post", "d": "November 23, 2026", "p": "$ 2"},
    )

    assert roles(page)["e"] is Role.PARAGRAPH
    assert roles(page, hints("head = 20")) == roles(page)


def test_what_stands_in_the_foot_of_the_paper_is_in_no_article() -> None:
    page = print_page(STORY + "\n    ssssssssssssssssssss\n", words={"s": "Where the city meets"})

    assert roles(page).get("s") is not Role.FOLIO
    assert roles(page, hints("foot = 5"))["s"] is Role.FOLIO


def test_what_stands_in_a_zone_of_the_paper_is_in_no_article() -> None:
    strip = "                                              ssssssss\n" * 2
    page = print_page(STORY + strip, words={"s": "Pocket money"})
    zone = [round(value / MM) for value in (450, 270, 550, 320)]

    assert roles(page).get("s") is not Role.FOLIO
    assert roles(page, hints(f"furniture = [{zone}]"))["s"] is Role.FOLIO


HEADED = (
    """
    AAAAAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAA
    wwwwwwwwwwwwwwwwwwww
    aaaaaaaaaaaaa bbbbbbbbbbbbb
"""
    + "    aaaaaaaaaaaaa bbbbbbbbbbbbb\n" * 14
)


def test_bylines_read_as_the_paper_writes_them() -> None:
    page = print_page(HEADED, words={"w": "penned for you: the old hand"}, styles={"w": Style(7.6)})

    assert roles(page)["w"] is not Role.BYLINE
    assert roles(page, hints(r"bylines = ['penned for you: .+']"))["w"] is Role.BYLINE


TWO = """
    AAAAAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAA
    aaaaaaaaaaaaa bbbbbbbbbbbbb
    aaaaaaaaaaaaa bbbbbbbbbbbbb
    aaaaaaaaaaaaa bbbbbbbbbbbbb
    aaaaaaaaaaaaa bbbbbbbbbbbbb
    aaaaaaaaaaaaa hhhhhhhhh
    aaaaaaaaaaaaa ccccccccccccc
    aaaaaaaaaaaaa ccccccccccccc
    aaaaaaaaaaaaa ccccccccccccc
    aaaaaaaaaaaaa ccccccccccccc
    aaaaaaaaaaaaa ccccccccccccc
"""


def test_the_font_of_the_heads_begins_a_story() -> None:
    styles = {"h": Style(7.5, bold=True, font="ABCDEF+Headliner-Bold")}
    page = print_page(TWO, words={"h": "Small news"}, styles=styles)

    assert stories(page) != ["Aab", "hc"]
    assert stories(page, hints("head_fonts = ['Headliner']")) == ["Aab", "hc"]


@pytest.mark.parametrize(
    "text",
    [
        "hed = 3",
        "head = -1",
        "furniture = [[10, 0, 5, 9]]",
        "furniture = [[10, 0, 5]]",
        "bylines = ['(']",
        "head_fonts = ['']",
    ],
)
def test_a_hint_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        hints(text)
