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
