"""Labels, drawn: the names of columns, of briefs and of teasers are no headlines."""

import pytest

from convert.articles.kind_words import names_page
from convert.model import Role
from tests.newsprint import Style, print_page, roles, stories

BOLD, LABEL = Style(bold=True), Style(size=9.0, bold=True, font="Sans", color=0xCC0000)
BRIEFS = """
    LLLLLLLL
    hhhhhhhhhh
    aaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaa
    ---------------
    iiiiiiiiii
    bbbbbbbbbbbbbbb
    bbbbbbbbbbbbbbb
    bbbbbbbbbbbbbbb
    ---------------
    jjjjjjjjjj
    ccccccccccccccc
    ccccccccccccccc
    ccccccccccccccc
"""


@pytest.mark.parametrize("label", [Style(size=14.0), Style(size=8.0, bold=True, color=0xFFFFFF)])
def test_the_name_of_a_column_of_briefs_is_not_the_head_of_the_first(label: Style) -> None:
    page = print_page(BRIEFS, styles={"L": label, "h": BOLD, "i": BOLD, "j": BOLD})

    found = roles(page)
    assert found["L"] is Role.KICKER
    assert [found[x] for x in "hij"] == [Role.HEADLINE] * 3
    assert stories(page) == ["Lha", "ib", "jc"]


@pytest.mark.parametrize(
    ("words", "role"), [("the news", Role.KICKER), ("The News", Role.HEADLINE)]
)
def test_a_small_head_in_small_letters_names_a_column(words: str, role: Role) -> None:
    page = print_page(
        """
        LLLLLLL
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        """,
        words={"L": words},
        styles={"L": LABEL},
    )

    assert roles(page)["L"] is role


def test_what_is_set_like_the_kickers_is_one_where_it_stands_alone() -> None:
    page = print_page(
        """
        kkkkkkkk        llllll
        AAAAAAAAAAAAA   bbbbbbbbbbbb
        aaaaaaaaaaaaa   bbbbbbbbbbbb
        aaaaaaaaaaaaa   bbbbbbbbbbbb
        aaaaaaaaaaaaa   bbbbbbbbbbbb
        aaaaaaaaaaaaa   bbbbbbbbbbbb
        """,
        words={"k": "Court", "l": "School"},
        styles={"k": LABEL, "l": LABEL},
    )

    assert roles(page)["k"] is roles(page)["l"] is Role.KICKER


def test_a_kicker_wider_than_its_head_stands_on_its_axis() -> None:
    page = print_page(
        """
        kkkkkkkkkkkkkkkkkkk
              AAAAAAA
        aaaaaaaaa ccccccccc
        aaaaaaaaa ccccccccc
        aaaaaaaaa ccccccccc
        aaaaaaaaa ccccccccc
        """,
        styles={"k": Style(font="Sans")},
    )

    assert roles(page)["k"] is Role.KICKER


def test_the_last_line_of_a_text_is_not_the_kicker_of_the_head_below() -> None:
    page = print_page(
        """
        HHHHHHHHHH
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        tttttttt

        IIIIIIIIII
        bbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbb
        """,
        words={"t": "Sunday, 5 pm."},
        styles={"t": BOLD, "I": Style(size=14.0)},
    )

    assert [s for s in stories(page) if "b" in s] == ["Ib"]


def test_what_stands_under_a_head_that_has_no_text_is_its_text() -> None:
    page = print_page(
        """
        AAAAAAAAAAAA      BBBBBBBBBBBBBB
        ddddddddddddddd   bbbbbbbbbbbbbb
        ddddddddddddddd   bbbbbbbbbbbbbb
                          bbbbbbbbbbbbbb
                          bbbbbbbbbbbbbb
                          bbbbbbbbbbbbbb
        """,
        styles={"d": Style(size=9.0, font="Sans")},
    )

    assert roles(page)["d"] is Role.PARAGRAPH


@pytest.mark.parametrize("text", ["PAGE A18", "Seite 9", "Pág. 12", "стр. 4", "A2版", "▶ 5"])
def test_a_page_named_alone_sends_the_reader_there(text: str) -> None:
    assert names_page(text)
    assert not names_page(f"The council meets, {text}")
