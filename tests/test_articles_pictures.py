"""Pictures and heads, drawn: a head beside the picture of its story, names and words at one."""

from dataclasses import replace

import pytest

from convert.geometry import Rect
from convert.model import Role, Rule
from tests.newsprint import Style, print_page, read, roles, stories

BOLD = Style(bold=True)


def test_a_head_beside_the_lead_picture_opens_the_row_of_text_under_both() -> None:
    page = print_page(
        """
        ################### AAAAAAAAA
        ################### AAAAAAAAA
        ################### AAAAAAAAA
        ###################
        ###################

        aaaaaaaaa ccccccccc eeeeeeeee
        aaaaaaaaa ccccccccc eeeeeeeee
        aaaaaaaaa ccccccccc eeeeeeeee
        aaaaaaaaa ccccccccc eeeeeeeee
        aaaaaaaaa ccccccccc eeeeeeeee
        aaaaaaaaa ccccccccc eeeeeeeee
        aaaaaaaaa ccccccccc eeeeeeeee
        aaaaaaaaa ccccccccc eeeeeeeee
        """,
        styles={"A": Style(size=20.0)},
    )

    assert stories(page) == ["Aace"]


def test_the_picture_of_another_story_opens_none_for_the_head_beside_it() -> None:
    page = print_page(
        """
        BBBBBBBBBBBBBBBBBBB
        BBBBBBBBBBBBBBBBBBB
        ################### AAAAAAAAA
        ################### AAAAAAAAA
        ################### AAAAAAAAA
        ###################
        ###################

        bbbbbbbbb ddddddddd aaaaaaaaa
        bbbbbbbbb ddddddddd aaaaaaaaa
        bbbbbbbbb ddddddddd aaaaaaaaa
        bbbbbbbbb ddddddddd aaaaaaaaa
        bbbbbbbbb ddddddddd aaaaaaaaa
        bbbbbbbbb ddddddddd aaaaaaaaa
        bbbbbbbbb ddddddddd aaaaaaaaa
        bbbbbbbbb ddddddddd aaaaaaaaa
        """,
        styles={"A": Style(size=20.0)},
    )

    assert stories(page) == ["Aa", "Bbd"]


def test_a_name_beside_a_portrait_is_the_kicker_of_the_head_under_it() -> None:
    page = print_page(
        """
        ##### nnnnnnnnn
        #####
        #####
        #####

        AAAAAAAAAAAAAAA
        aaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaa
        """,
        words={"n": "Ann Miller"},
        styles={"n": Style(size=8.6, bold=True, font="Sans"), "A": Style(size=14.0)},
    )

    assert roles(page)["n"] is Role.KICKER
    assert stories(page) == ["nAa"]


def test_a_label_over_a_picture_goes_to_the_head_beside_the_picture() -> None:
    page = print_page(
        """
        kkkkkkk
        ########## AAAAAAAAAAAAAA
        ########## AAAAAAAAAAAAAA
        ########## aaaaaaaaaaaaaa
        ########## aaaaaaaaaaaaaa
        ########## aaaaaaaaaaaaaa
                   aaaaaaaaaaaaaa
        cccccccccc aaaaaaaaaaaaaa
        cccccccccc aaaaaaaaaaaaaa
        cccccccccc aaaaaaaaaaaaaa
        cccccccccc aaaaaaaaaaaaaa
        cccccccccc aaaaaaaaaaaaaa
        """,
        words={"k": "Talk"},
        styles={"k": BOLD},
    )

    assert roles(page)["k"] is Role.KICKER
    assert [s for s in stories(page) if "k" in s] == [s for s in stories(page) if "A" in s]


def test_text_that_is_set_on_a_picture_goes_with_the_head_on_it() -> None:
    page = print_page(
        """
        ##############################
        #AAAAAAAAAA###################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ##############################
        ################aaaaaaaaaaaa##
        ################aaaaaaaaaaaa##
        ################aaaaaaaaaaaa##
        ################aaaaaaaaaaaa##
        ################aaaaaaaaaaaa##
        ##############################

        BBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        bbbbbbbbb ddddddddd eeeeeeeeee
        bbbbbbbbb ddddddddd eeeeeeeeee
        bbbbbbbbb ddddddddd eeeeeeeeee
        bbbbbbbbb ddddddddd eeeeeeeeee
        bbbbbbbbb ddddddddd eeeeeeeeee
        bbbbbbbbb ddddddddd eeeeeeeeee
        bbbbbbbbb ddddddddd eeeeeeeeee
        """
    )

    assert stories(page) == ["Aa", "Bbde"]


def test_small_type_that_hugs_its_picture_is_a_caption_even_over_a_head() -> None:
    page = print_page(
        """
        ####################
        ####################
        ####################
        ####################
        pppppppp

        AAAAAAAAAAAAAAAA
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        """,
        styles={"p": Style(size=5.5, font="Sans"), "A": Style(size=14.0)},
    )

    assert roles(page)["p"] is Role.CAPTION


def test_display_type_in_the_middle_under_a_picture_is_its_caption_if_it_heads_nothing() -> None:
    page = print_page(
        """
        ####################
        ####################
        ####################
        ####################
            DDDDDDDDDDDD

        ---------------------
        AAAAAAAAAAAAAAAA
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        aaaaaaaaaa cccccccccc
        """,
        styles={"D": Style(size=9.6, italic=True), "A": Style(size=14.0)},
    )

    assert roles(page)["D"] is Role.CAPTION


def test_the_line_under_the_title_of_a_picture_says_what_it_shows() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaa bbbbbbbbb ccccccccc
        aaaaaaaaa bbbbbbbbb ccccccccc
        aaaaaaaaa bbbbbbbbb ccccccccc
        aaaaaaaaa bbbbbbbbb ccccccccc
        aaaaaaaaa ###################
        aaaaaaaaa ###################
        aaaaaaaaa ###################
        aaaaaaaaa ###################
        aaaaaaaaa PPPPPPPPPPPP
        aaaaaaaaa ppppppppppppppppppp
        aaaaaaaaa
        aaaaaaaaa
        """
    )

    assert (roles(page)["P"], roles(page)["p"]) == (Role.HEADLINE, Role.CAPTION)


def test_decks_side_by_side_over_a_rule_are_no_heads_of_two_stories() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        BBBBBBBBBBBBB   CCCCCCCCCCCCC
        ------------------------------
        aaaaaaaaa ccccccccc eeeeeeeeee
        aaaaaaaaa ccccccccc eeeeeeeeee
        aaaaaaaaa ccccccccc eeeeeeeeee
        aaaaaaaaa ccccccccc eeeeeeeeee
        aaaaaaaaa ccccccccc eeeeeeeeee
        """,
        styles={"A": Style(size=20.0), "B": Style(size=9.4), "C": Style(size=9.4)},
    )

    assert stories(page) == ["ABCace"]


READ_PAST = (
    """
    AAAAAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAA
    aaaaaaaaaaaaa ccccccccccccc
    aaaaaaaaaaaaa ccccccccccccc
    aaaaaaaaaaaaa ccccccccccccc
    aaaaaaaaaaaaa ccccccccccccc
"""
    + "    ############# ccccccccccccc\n" * 15
    + "    bbbbbbbbbbbbb ccccccccccccc\n" * 6
)


@pytest.mark.parametrize(("picture", "order"), [("#", "Aabc"), (" ", "Aacb")])
def test_text_is_read_past_a_picture_in_its_column_but_not_past_empty_space(
    picture: str, order: str
) -> None:
    assert stories(print_page(READ_PAST.replace("#", picture))) == [order]


LEVEL = """
    AAAAAAAAAAAAA
    AAAAAAAAAAAAA
    aaaaaaaaaaaaa#############
    aaaaaaaaaaaaa#############
    aaaaaaaaaaaaa#############
    aaaaaaaaaaaaa#############
    aaaaaaaaaaaaa#############
    aaaaaaaaaaaaa#############
    ---------------------------
    BBBBBBBBBBBBBBBBBBBBBBBBBBB
    bbbbbbbbbbbbb ddddddddddddd
    bbbbbbbbbbbbb ddddddddddddd
    bbbbbbbbbbbbb ddddddddddddd
    bbbbbbbbbbbbb ddddddddddddd
    """


@pytest.mark.parametrize(("ruled", "owner"), [(False, "A"), (True, None)])
def test_a_picture_level_with_a_story_is_its_own_unless_a_rule_parts_them(
    ruled: bool, owner: str | None
) -> None:
    page = print_page(LEVEL)
    if ruled:
        page = replace(page, rules=(*page.rules, Rule(rect=Rect(130, 20, 130, 80))))

    (pictured,) = (a for a in read(page).articles if a.figures)
    assert (pictured.blocks[0].lines[0].spans[0].raw if pictured.blocks else None) == owner


@pytest.mark.parametrize(("point", "role"), [("▲ ", Role.CAPTION), ("", Role.PARAGRAPH)])
def test_a_line_that_points_up_is_a_caption_though_wider_than_its_picture(
    point: str, role: Role
) -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa #######
        aaaaaaaaaaaaa #######
        aaaaaaaaaaaaa #######
        aaaaaaaaaaaaa #######
        aaaaaaaaaaaaa ppppppppppppp
        aaaaaaaaaaaaa
        """,
        words={"p": f"{point}The mayor cuts the ribbon"},
        styles={"p": Style(size=6.0, font="Sans")},
    )

    assert roles(page)["p"] is role


@pytest.mark.parametrize(("rule", "role"), [("-" * 24, Role.PARAGRAPH), ("-" * 14, Role.CAPTION)])
def test_a_rule_longer_than_the_picture_parts_it_from_the_text_below(rule: str, role: Role) -> None:
    page = print_page(
        f"""
        ##############
        ##############
        ##############
        ##############
        {rule}
        aaaaaaaaaaaaaa
        aaaaaaaaaaaaaa

        BBBBBBBBBBBBBBBBBBBBBBB
        bbbbbbbbbbb ddddddddddd
        bbbbbbbbbbb ddddddddddd
        bbbbbbbbbbb ddddddddddd
        bbbbbbbbbbb ddddddddddd
        bbbbbbbbbbb ddddddddddd
        """
    )

    assert roles(page)["a"] is role


def test_a_sentence_in_the_type_of_the_subheads_under_a_picture_is_its_caption() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc
        aaaaaaaaaaa ccccccccccc

        ssssss      tttttt
        bbbbbbbbbbb ddddddddddd
        bbbbbbbbbbb ddddddddddd
        bbbbbbbbbbb ddddddddddd
        bbbbbbbbbbb ddddddddddd
        ########### ###########
        ########### ###########
        ########### ###########
        ppppppppp   qqqqqqq
        """,
        words={"p": "The mayor at the bridge.", "q": "The bridge"},
        styles=dict.fromkeys("pqst", BOLD),
    )

    assert (roles(page)["p"], roles(page)["q"]) == (Role.CAPTION, Role.SUBHEAD)


@pytest.mark.parametrize(
    ("words", "role"),
    [("ADA QUILL", Role.CREDIT), ("The boat before its last trip.", Role.CAPTION)],
)
def test_a_sentence_in_tiny_type_under_a_picture_is_its_caption(words: str, role: Role) -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaaaa ############
        aaaaaaaaaaa ############
        aaaaaaaaaaa ############
        aaaaaaaaaaa ############
        aaaaaaaaaaa cccccccccc
        aaaaaaaaaaa
        aaaaaaaaaaa
        """,
        words={"c": words},
        styles={"c": Style(size=4.5, font="Sans")},
    )

    assert roles(page)["c"] is role
