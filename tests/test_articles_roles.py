"""What a block is for, drawn: its type, its place, its words."""

from dataclasses import replace

import pytest

from convert.model import Role, Rule
from tests.newsprint import BODY, Style, print_page, read, roles, stories

BOLD, ITALIC = Style(bold=True), Style(italic=True)
BREAKS_OFF = ("The people of the river", "come from all the", "valleys of the land and", "say that")
GOES_ON = ("it is good to be on the", "water when the wind is", "low and the sun is up", "at noon.")


def test_kicker_deck_and_byline_stand_around_the_headline() -> None:
    page = print_page(
        """
        kkkkkkkk
        AAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAA
        DDDDDDDDDDDDDDD

        yyyyyyyyy

        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        """,
        words={"y": "By Ann Miller"},
        styles={"k": BOLD},
    )

    assert roles(page) == {
        "k": Role.KICKER,
        "A": Role.HEADLINE,
        "D": Role.DECK,
        "y": Role.BYLINE,
        "a": Role.PARAGRAPH,
        "c": Role.PARAGRAPH,
    }
    assert stories(page) == ["kADyac"]


def test_a_headline_in_two_lines_is_one_and_larger_type_than_its_deck() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAA
        BBBBBBBBBBBBBBBB
        BBBBBBBBBBBBBBBB
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        """
    )

    assert roles(page) == {
        "A": Role.HEADLINE,
        "B": Role.HEADLINE,
        "a": Role.PARAGRAPH,
        "c": Role.PARAGRAPH,
    }


def test_a_bold_line_between_lines_of_text_is_a_subhead() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc

        ssssss     cccccccccc
        bbbbbbbbbb cccccccccc
        bbbbbbbbbb cccccccccc
        bbbbbbbbbb cccccccccc
        bbbbbbbbbb cccccccccc
        """,
        styles={"s": BOLD},
    )

    assert roles(page)["s"] is Role.SUBHEAD
    assert stories(page) == ["Aasbc"]


def test_the_same_lines_under_rules_head_briefs() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAA ssssss
        AAAAAAAAAAAAAAAAAAAAA bbbbbbbbbb
        aaaaaaaaaa cccccccccc bbbbbbbbbb
        aaaaaaaaaa cccccccccc bbbbbbbbbb
        aaaaaaaaaa cccccccccc bbbbbbbbbb
        aaaaaaaaaa cccccccccc ----------
        aaaaaaaaaa cccccccccc tttttttt
        aaaaaaaaaa cccccccccc dddddddddd
        aaaaaaaaaa cccccccccc dddddddddd
        aaaaaaaaaa cccccccccc dddddddddd
        aaaaaaaaaa cccccccccc dddddddddd
        """,
        styles={"s": BOLD, "t": BOLD},
    )

    assert roles(page)["s"] is roles(page)["t"] is Role.HEADLINE
    assert stories(page) == ["Aac", "sb", "td"]


def test_a_label_over_briefs_is_no_head_of_theirs() -> None:
    page = print_page(
        """
        LLLLLLLL              AAAAAAAAAAAAAAAAAAAAA
        ssssss                AAAAAAAAAAAAAAAAAAAAA
        bbbbbbbbbb            aaaaaaaaaa cccccccccc
        bbbbbbbbbb            aaaaaaaaaa cccccccccc
        bbbbbbbbbb            aaaaaaaaaa cccccccccc
        bbbbbbbbbb            aaaaaaaaaa cccccccccc
        ----------            aaaaaaaaaa cccccccccc
        tttttttt              aaaaaaaaaa cccccccccc
        dddddddddd            aaaaaaaaaa cccccccccc
        dddddddddd            aaaaaaaaaa cccccccccc
        dddddddddd            aaaaaaaaaa cccccccccc
        dddddddddd            aaaaaaaaaa cccccccccc
        ----------            aaaaaaaaaa cccccccccc
        uuuuuuuu              aaaaaaaaaa cccccccccc
        eeeeeeeeee            aaaaaaaaaa cccccccccc
        eeeeeeeeee            aaaaaaaaaa cccccccccc
        eeeeeeeeee            aaaaaaaaaa cccccccccc
        eeeeeeeeee            aaaaaaaaaa cccccccccc
        """,
        styles=dict.fromkeys("stu", Style(size=8.5, bold=True)),
    )

    found = roles(page)
    assert found["L"] is Role.KICKER
    assert [found[head] for head in "stu"] == [Role.HEADLINE] * 3
    assert stories(page) == ["Aac", "Lsb", "td", "ue"]


QUOTE = """
    AAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAA
    aaaaaaaaaa cccccccccc
    aaaaaaaaaa cccccccccc
    aaaaaaaaaa cccccccccc
    aaaaaaaaaa cccccccccc

    QQQQQQQQ   cccccccccc

    bbbbbbbbbb cccccccccc
    bbbbbbbbbb cccccccccc
    bbbbbbbbbb cccccccccc
    bbbbbbbbbb cccccccccc
    """


RULED_QUOTE = """
    ---------- cccccccccc
    QQQQQQQQ   cccccccccc
    ---------- cccccccccc
               cccccccccc
"""


def test_display_type_that_a_sentence_runs_on_under_is_a_quote() -> None:
    page = print_page(QUOTE, words={"a": BREAKS_OFF, "b": GOES_ON})

    assert roles(page)["Q"] is Role.QUOTE
    assert stories(page) == ["AabcQ"]


def test_the_rules_that_a_quote_hangs_between_part_no_text() -> None:
    page = print_page(
        QUOTE.replace("\n\n    QQQQQQQQ   cccccccccc\n\n", RULED_QUOTE),
        words={"a": BREAKS_OFF, "b": GOES_ON},
    )
    upper, lower = sorted((r.rect for r in page.rules), key=lambda r: r.cy)
    words = next(s.rect for s in page.spans if s.raw == "Q")
    lower = lower.moved(0, words.bottom + 2 * BODY - lower.cy)
    page = replace(page, rules=(Rule(rect=upper), Rule(rect=lower)))

    assert stories(page) == ["AabcQ"]


HELD_QUOTE = QUOTE.replace("\n\n    QQQQQQQQ   cccccccccc\n\n", RULED_QUOTE)
HELD_BELOW = ("The men say that it is", "good to be on the", "water when the wind is", "low.")


@pytest.mark.parametrize(
    ("above", "role"),
    [("are good to us there", Role.QUOTE), ("are good to us there.", Role.HEADLINE)],
)
def test_what_hangs_between_two_rules_is_a_quote_though_only_a_full_stop_is_wanting(
    above: str, role: Role
) -> None:
    words = {"a": (*BREAKS_OFF[:3], above), "b": HELD_BELOW}

    assert (roles(print_page(HELD_QUOTE, words=words))["Q"] is Role.QUOTE) is (role is Role.QUOTE)
    without = print_page(HELD_QUOTE.replace("----------", "          "), words=words)
    assert roles(without)["Q"] is not Role.QUOTE


def test_only_the_text_right_above_a_quote_has_to_run_on_under_it() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
                   cccccccccc
        eeeeeeeeee cccccccccc
        eeeeeeeeee cccccccccc
        QQQQQQQQ   cccccccccc
                   cccccccccc
        bbbbbbbbbb cccccccccc
        bbbbbbbbbb cccccccccc
        bbbbbbbbbb cccccccccc
        bbbbbbbbbb cccccccccc
        """,
        words={"e": BREAKS_OFF[1::2], "b": GOES_ON},
    )

    assert roles(page)["Q"] is Role.QUOTE


@pytest.mark.parametrize(("style", "role"), [(BOLD, Role.DECK), (ITALIC, Role.PARAGRAPH)])
def test_a_first_paragraph_in_bold_is_the_deck_and_in_italics_text(
    style: Style, role: Role
) -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAA
        dddddddddddd
        dddddddddddd
        dddddddddddd
        dddddddddddd

        aaaaaaaaaaaa cccccccccccc
        aaaaaaaaaaaa cccccccccccc
        aaaaaaaaaaaa cccccccccccc
        aaaaaaaaaaaa cccccccccccc
        aaaaaaaaaaaa cccccccccccc
        """,
        styles={"d": style},
    )

    assert roles(page)["d"] is role


def test_display_type_between_two_finished_texts_is_a_headline() -> None:
    page = print_page(QUOTE)

    assert roles(page)["Q"] is Role.HEADLINE
    assert stories(page) == ["Aac", "Qb"]


PICTURE = """
    AAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAA
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ###########
    aaaaaaaaaaa ###########
    aaaaaaaaaaa ###########
    aaaaaaaaaaa ppppppppp
    aaaaaaaaaaa

    """


def test_other_type_under_a_picture_is_its_caption() -> None:
    assert roles(print_page(PICTURE, styles={"p": ITALIC}))["p"] is Role.CAPTION


def test_the_same_type_without_a_picture_is_none() -> None:
    page = print_page(PICTURE.replace("#", " "), styles={"p": ITALIC})

    assert roles(page)["p"] is not Role.CAPTION


def test_small_type_beside_a_picture_is_its_caption() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc

        ############### rrrrrr
        ############### rrrrrr
        ############### rrrrrr
        """,
        styles={"r": Style(italic=True, size=6)},
    )

    assert roles(page)["r"] is Role.CAPTION


def test_who_took_a_picture_stands_under_it() -> None:
    page = print_page(PICTURE, words={"p": "Foto: Anna Müller"}, styles={"p": ITALIC})

    assert roles(page)["p"] is Role.CREDIT


def test_a_tiny_line_under_a_picture_is_its_credit() -> None:
    page = print_page(PICTURE, words={"p": "ADA QUILL"}, styles={"p": Style(size=4)})

    assert roles(page)["p"] is Role.CREDIT


def test_a_caption_and_its_credit_are_parted() -> None:
    page = print_page(
        PICTURE, words={"p": "The new bridge. Foto: Anna Müller"}, styles={"p": ITALIC}
    )

    found = {b.text: b.role for a in read(page).articles for b in a.blocks}
    assert found["The new bridge."] is Role.CAPTION
    assert found["Foto: Anna Müller"] is Role.CREDIT


def test_a_line_that_sends_to_another_page_is_a_jump() -> None:
    page = print_page(
        PICTURE.replace("ppppppppp", "         ") + "jjjjjjjjjjj",
        words={"j": "Continued on page 7"},
    )

    assert roles(page)["j"] is Role.JUMP


@pytest.mark.parametrize("style", [ITALIC, Style()], ids=["italic", "plain"])
def test_names_under_a_text_sign_it(style: Style) -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa    nnnnnnnn
        """,
        words={"n": "Ann Miller"},
        styles={"n": style},
    )

    assert roles(page)["n"] is Role.BYLINE


SMALL_PRINT = (
    """
    AAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAA
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc

"""
    + "    ppppppppppp\n" * 3
)


def test_small_print_is_text_where_it_stands_in_paragraphs() -> None:
    small = {"p": Style(size=5.7)}

    assert roles(print_page(SMALL_PRINT, styles=small))["p"] is Role.OTHER
    four = print_page(SMALL_PRINT + "    ppppppppppp\n", styles=small)
    assert roles(four)["p"] is Role.PARAGRAPH


def test_a_head_under_a_rule_opens_a_brief_even_in_the_type_of_subheads() -> None:
    page = print_page(
        """
        AAAAAAAAAA
        AAAAAAAAAA
        aaaaaaaaaa ----------
        aaaaaaaaaa tttttttt
        aaaaaaaaaa dddddddddd
        aaaaaaaaaa dddddddddd
                   dddddddddd
        ssssss     dddddddddd
        bbbbbbbbbb dddddddddd
        bbbbbbbbbb
        bbbbbbbbbb
        bbbbbbbbbb

        uuuuuu
        cccccccccc
        cccccccccc
        cccccccccc
        """,
        styles=dict.fromkeys("stu", BOLD),
    )

    found = roles(page)
    assert (found["s"], found["u"], found["t"]) == (Role.SUBHEAD, Role.SUBHEAD, Role.HEADLINE)
