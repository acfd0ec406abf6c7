"""Pictures and heads, drawn: a head beside the picture of its story, names and words at one."""

from convert.model import Role
from tests.newsprint import Style, print_page, roles, stories

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
