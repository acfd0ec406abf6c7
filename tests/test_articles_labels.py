"""Labels, drawn: the names of columns, of briefs and of teasers are no headlines."""

import pytest

from convert.articles.kind_words import names_page
from convert.model import Role
from tests.newsprint import Style, print_page, read, roles, stories

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
        words={"k": "Court", "l": "Market"},
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


SMALL_HEAD = """
    kkkkkkk
    hhhhhhhhhhhhh
    aaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaa
    """


@pytest.mark.parametrize(
    ("label", "head", "parted"),
    [
        ("IN BRIEF", "The mayor leaves", True),
        ("THE MAYOR", "LEAVES THE TOWN", False),
        ("USA", "The mayor leaves", False),
    ],
)
def test_a_label_in_capitals_is_parted_from_the_small_head_it_is_set_like(
    label: str, head: str, parted: bool
) -> None:
    page = print_page(
        SMALL_HEAD,
        words={"k": label, "h": head},
        styles={"k": Style(size=7.2, bold=True), "h": Style(size=7.8, bold=True)},
    )

    (article,) = read(page).articles
    heads = [(b.role, b.text) for b in article.blocks if b.role is not Role.PARAGRAPH]
    split = [(Role.KICKER, label), (Role.HEADLINE, head)]
    assert heads == (split if parted else [(Role.HEADLINE, f"{label} {head}")])


@pytest.mark.parametrize(
    ("name", "headline", "role"),
    [
        ("POLITICS", "The mayor leaves", Role.KICKER),
        ("POLITICS", "THE MAYOR LEAVES", Role.HEADLINE),
        ("Politics", "The mayor leaves", Role.HEADLINE),
    ],
)
def test_a_name_in_capitals_over_a_headline_in_small_letters_is_its_kicker(
    name: str, headline: str, role: Role
) -> None:
    page = print_page(
        """
        KKKKKKKK
        AAAAAAAAAAAAAAA
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        """,
        words={"K": name, "A": headline},
        styles={"K": Style(size=10.0, font="Sans")},
    )

    assert (roles(page)["K"], roles(page)["A"]) == (role, Role.HEADLINE)


def test_a_coloured_line_smaller_than_the_small_head_under_it_is_its_kicker() -> None:
    page = print_page(
        SMALL_HEAD,
        words={"k": "Talk", "h": "The mayor leaves"},
        styles={
            "k": Style(size=7.0, bold=True, font="Sans", color=0xCC0000),
            "h": Style(size=8.0, bold=True),
        },
    )

    assert (roles(page)["k"], roles(page)["h"]) == (Role.KICKER, Role.HEADLINE)


def test_a_label_between_a_text_and_a_small_head_is_no_subhead_of_that_text() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAA
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaa

        kkkkkkk
        hhhhhhhhhhhhh
        bbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbb
        """,
        words={"k": "The talk", "h": "The mayor leaves"},
        styles={
            "k": Style(size=7.0, bold=True, font="Sans"),
            "h": Style(size=8.6, font="Sans"),
            "A": Style(size=14.0),
        },
    )

    assert (roles(page)["k"], roles(page)["h"]) == (Role.KICKER, Role.HEADLINE)
    assert stories(page) == ["Aa", "khb"]


@pytest.mark.parametrize(("size", "role"), [(12.0, Role.KICKER), (17.0, Role.HEADLINE)])
def test_smaller_type_over_the_rule_above_a_headline_is_its_kicker(size: float, role: Role) -> None:
    page = print_page(
        """
        KKKKKKKKKKKKKKKKKKKKK
        KKKKKKKKKKKKKKKKKKKKK
        ------------------------
        AAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc
        """,
        styles={"K": Style(size=size)},
    )

    assert roles(page)["K"] is role


def test_a_label_at_a_head_beside_its_picture_is_the_kicker_of_that_head() -> None:
    small = Style(size=8.0, bold=True, font="Sans")
    page = print_page(
        """
               kkkkkkk
        ######
        ###### AAAAAAAAAAAAAA
        ###### AAAAAAAAAAAAAA
        ###### aaaaaaaaaaaaaa
        ###### aaaaaaaaaaaaaa
        ###### aaaaaaaaaaaaaa
               aaaaaaaaaaaaaa
               aaaaaaaaaaaaaa
               aaaaaaaaaaaaaa
        ---------------------
        llllll
        BBBBBBBBBBBBBB
        bbbbbbbbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbbbbbbbb
        """,
        words={"k": "Talk", "l": "Court"},
        styles={"k": small, "l": small, "A": Style(size=14.0), "B": Style(size=14.0)},
    )

    assert roles(page)["k"] is Role.KICKER
    assert [s for s in stories(page) if "A" in s] == ["kAa"]
