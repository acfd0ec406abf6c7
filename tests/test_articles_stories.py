"""Stories on a page, drawn: which text belongs to which head, in which order."""

from dataclasses import replace

import pytest

from convert.geometry import Rect
from convert.model import Box, Kind
from tests.newsprint import Style, print_page, read, stories

BOLD = Style(bold=True)
OPEN = ("The people of the river", "come from all the", "valleys of the land and", "they say that")
GOES_ON = ("it is good to be on", "the water when the", "wind is low and the sun", "is high up at")
ENDS = ("noon as it is in the", "best of our summers,", "or so the old men say", "it has been.")
"""A text that breaks off, one that goes on in the midst of a sentence, and its end."""


def test_a_head_over_several_columns_opens_them_all() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc

        DDDDDDDDDDDDDDD EEEEEEE
        DDDDDDDDDDDDDDD EEEEEEE
        ddddddd fffffff eeeeeee
        ddddddd fffffff eeeeeee
        ddddddd fffffff eeeeeee
        ddddddd fffffff eeeeeee
        """
    )

    assert stories(page) == ["Aabc", "Ddf", "Ee"]


def test_a_head_shorter_than_its_story_reaches_to_the_next_one() -> None:
    page = print_page(
        """
        AAAAAAA         BBBBBBB
        AAAAAAA         BBBBBBB
        aaaaaaa ccccccc bbbbbbb
        aaaaaaa ccccccc bbbbbbb
        aaaaaaa ccccccc bbbbbbb
        aaaaaaa ccccccc bbbbbbb
        """
    )

    assert stories(page) == ["Aac", "Bb"]


def test_a_head_in_the_middle_reaches_to_both_sides() -> None:
    page = print_page(
        """
             AAAAAAAAAAAAA
             AAAAAAAAAAAAA

        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc
        """
    )

    assert stories(page) == ["Aabc"]


SIDE_BY_SIDE = """
    AAAAAAA         {0} bbbbbbb ddddddd
    AAAAAAA         {0} bbbbbbb ddddddd
    aaaaaaa ccccccc {0} bbbbbbb ddddddd
    aaaaaaa ccccccc {0} bbbbbbb ddddddd
    aaaaaaa ccccccc {0} bbbbbbb ddddddd
    aaaaaaa ccccccc {0} bbbbbbb ddddddd
    """


def test_an_upright_rule_parts_two_stories() -> None:
    assert stories(print_page(SIDE_BY_SIDE.format("|"))) == ["Aac", "bd"]


def test_two_heads_side_by_side_need_no_rule() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAA BBBBBBBBBBBBBBB
        AAAAAAAAAAAAAAA BBBBBBBBBBBBBBB
        aaaaaaa ccccccc bbbbbbb ddddddd
        aaaaaaa ccccccc bbbbbbb ddddddd
        aaaaaaa ccccccc bbbbbbb ddddddd
        aaaaaaa ccccccc bbbbbbb ddddddd
        aaaaaaa ccccccc bbbbbbb ddddddd
        aaaaaaa ccccccc bbbbbbb ddddddd
        """
    )

    assert stories(page) == ["Aac", "Bbd"]


def test_a_story_may_stand_around_a_corner() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa
        aaaaaaa DDDDDDDDDDDDDDD
        aaaaaaa DDDDDDDDDDDDDDD
        aaaaaaa ddddddd eeeeeee
        aaaaaaa ddddddd eeeeeee
        aaaaaaa ddddddd eeeeeee
        aaaaaaa ddddddd eeeeeee
        """
    )

    assert stories(page) == ["Aabc", "Dde"]


def test_a_story_may_have_its_head_in_its_midst() -> None:
    page = print_page(
        """
        aaaaaaaaa ccccccccc
        aaaaaaaaa ccccccccc
        aaaaaaaaa ccccccccc
        aaaaaaaaa ccccccccc

        HHHHHHHHHHHHHHHHHHH
        HHHHHHHHHHHHHHHHHHH

        bbbbbbbbb ddddddddd
        bbbbbbbbb ddddddddd
        bbbbbbbbb ddddddddd
        bbbbbbbbb ddddddddd
        """,
        words={"a": OPEN, "b": GOES_ON, "c": GOES_ON, "d": ENDS},
    )

    (story,) = stories(page)
    assert story.index("a") < story.index("b") < story.index("c") < story.index("d")


def test_text_decides_where_place_does_not() -> None:
    art = """
        AAAAAAA         BBBBBBB
        aaaaaaa ccccccc bbbbbbb
        aaaaaaa ccccccc bbbbbbb
        aaaaaaa ccccccc bbbbbbb
        aaaaaaa ccccccc bbbbbbb

                ddddddd
                ddddddd
                ddddddd
                ddddddd
        """

    on = print_page(art, words={"a": OPEN, "c": GOES_ON, "d": ENDS})
    assert stories(on) == ["Aacd", "Bb"]


def test_a_rule_across_ends_a_story() -> None:
    page = print_page(
        """
        AAAAAAA
        AAAAAAA
        aaaaaaa
        aaaaaaa
        aaaaaaa
        aaaaaaa
        -------
        bbbbbbb
        bbbbbbb
        bbbbbbb
        bbbbbbb
        """
    )

    assert stories(page) == ["Aa", "b"]


def test_a_box_is_a_story_of_its_own() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaa ccccccc +---------+
        aaaaaaa ccccccc |BBBBBBBBB|
        aaaaaaa ccccccc |bbbbbbbbb|
        aaaaaaa ccccccc |bbbbbbbbb|
        aaaaaaa ccccccc |bbbbbbbbb|
        aaaaaaa ccccccc |bbbbbbbbb|
        aaaaaaa ccccccc +---------+
        """
    )

    assert stories(page) == ["Aac", "Bb"]


def test_an_inset_between_the_columns_belongs_to_the_story_around_it() -> None:
    art = """
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaa +--------+ ccccccccc
        aaaaaaaaa |iiiiiii | ccccccccc
        aaaaaaaaa |dddddddd| ccccccccc
        aaaaaaaaa |dddddddd| ccccccccc
        aaaaaaaaa |dddddddd| ccccccccc
        aaaaaaaaa |dddddddd| ccccccccc
        aaaaaaaaa +--------+ ccccccccc
        aaaaaaaaa bbbbbbbbb  ccccccccc
        aaaaaaaaa bbbbbbbbb  ccccccccc
        aaaaaaaaa bbbbbbbbb  ccccccccc
        aaaaaaaaa bbbbbbbbb  ccccccccc
        """

    framed = print_page(art, styles={"i": BOLD})
    tinted = print_page(art, styles={"i": BOLD}, fill=0xEEEEEE)

    assert stories(tinted) == ["Aabcid"]
    assert stories(framed) == ["Aabc", "id"]


def test_a_note_in_the_margin_belongs_to_the_story_beside_it() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaa ccccccccc
        aaaaaaaaa ccccccccc nnnnnn
        aaaaaaaaa ccccccccc nnnnnn
        aaaaaaaaa ccccccccc nnnnnn
        aaaaaaaaa ccccccccc nnnnnn
        aaaaaaaaa ccccccccc
        """,
        styles={"n": Style(italic=True, size=6)},
    )

    assert len(stories(page)) == 1


def test_a_listing_in_small_print_is_one_thing() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaaaaaaaa bbbbbbbbbbbbbbb
        aaaaaaaaaaaaaaa bbbbbbbbbbbbbbb
        aaaaaaaaaaaaaaa bbbbbbbbbbbbbbb
        aaaaaaaaaaaaaaa bbbbbbbbbbbbbbb
        aaaaaaaaaaaaaaa bbbbbbbbbbbbbbb
        aaaaaaaaaaaaaaa bbbbbbbbbbbbbbb
        aaaaaaaaaaaaaaa bbbbbbbbbbbbbbb
        -------------------------------
        wwwwwwwww xxxxxxxxx yyyyyyyyyyy
        wwwwwwwww xxxxxxxxx yyyyyyyyyyy
        wwwwwwwww xxxxxxxxx yyyyyyyyyyy
        wwwwwwwww xxxxxxxxx yyyyyyyyyyy

        uuuuuuuuu vvvvvvvvv zzzzzzzzzzz
        uuuuuuuuu vvvvvvvvv zzzzzzzzzzz
        uuuuuuuuu vvvvvvvvv zzzzzzzzzzz
        uuuuuuuuu vvvvvvvvv zzzzzzzzzzz
        """,
        styles={letter: Style(size=5.7) for letter in "uvwxyz"},
    )

    first, listing = stories(page)
    assert first == "Aab"
    assert sorted(listing) == list("uvwxyz")


AD = """
    AAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAA
    aaaaaaa bbbbbbb ccccccc
    aaaaaaa bbbbbbb ccccccc
    aaaaaaa bbbbbbb ccccccc
    aaaaaaa bbbbbbb ccccccc
    aaaaaaa bbbbbbb ccccccc

    {0}
    +---------------------+
    |   DDDDDDDDDDDDDDD   |
    |   DDDDDDDDDDDDDDD   |
    |   tttttttttttttt    |
    +---------------------+
    """


def kinds(art: str, **words: str) -> dict[str, Kind]:
    page = print_page(art, words=words)
    return {
        "".join(dict.fromkeys(s.raw for b in a.blocks for x in b.lines for s in x.spans)): a.kind
        for a in read(page).articles
    }


def test_a_box_with_a_number_to_call_is_an_ad() -> None:
    assert kinds(AD.format(""), t="Tel 0711 123456 www.shop.de")["Dt"] is Kind.AD


@pytest.mark.parametrize(
    ("words", "is_ad"),
    [
        ("City pays 30 € a tree", False),
        ("City pays 1,200 euros a tree", False),
        ("Trees 30 €, call 0711 123456", True),
    ],
)
def test_a_headline_alone_in_a_box_may_speak_of_money(words: str, is_ad: bool) -> None:
    art = AD.format("").replace("    |   DDDDDDDDDDDDDDD   |\n", "", 1)
    art = art.replace("tttttttttttttt", "              ").replace("   DDDDDDDDDDDDDDD   ", "D" * 21)

    assert (kinds(art, D=words)["D"] is Kind.AD) is is_ad


@pytest.mark.parametrize(("mark", "is_ad"), [("Anzeige", True), ("Seite", False)])
def test_the_word_over_a_box_makes_it_an_ad(mark: str, is_ad: bool) -> None:
    found = kinds(AD.format("mmmmmmm"), m=mark, t="Nur noch heute bei uns im Haus")

    (kind,) = {k for s, k in found.items() if "D" in s}
    assert (kind is Kind.AD) is is_ad
    assert any("m" in s for s, k in found.items() if k is Kind.AD) is is_ad


def test_a_mark_between_two_boxes_belongs_to_the_lower_one() -> None:
    art = """
        AAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc
        aaaaaaa bbbbbbb ccccccc
        +---------------------+
        |EEEEEEEEEEEEEEEEEEEEE|
        |eeeeeeeeee ffffffffff|
        |eeeeeeeeee ffffffffff|
        |eeeeeeeeee ffffffffff|
        |eeeeeeeeee ffffffffff|
        +---------------------+
                        mmmmmmm
        +---------------------+
        |   DDDDDDDDDDDDDDD   |
        |   DDDDDDDDDDDDDDD   |
        |   tttttttttttttt    |
        +---------------------+
        """
    found = kinds(art, m="Anzeige", t="Nur noch heute bei uns im Haus")

    assert [sorted(s) for s, kind in found.items() if kind is Kind.AD] == [["D", "m", "t"]]


def test_pictures_wall_to_wall_are_a_story_in_pictures() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaaa bbbbbbbbbb cccccccccc
        aaaaaaaaaa bbbbbbbbbb cccccccccc
        aaaaaaaaaa bbbbbbbbbb cccccccccc
        aaaaaaaaaa bbbbbbbbbb cccccccccc
        --------------------------------
        ########## ########## ##########
        ########## ########## ##########
        ########## ########## ##########
        pppppppp   qqqqqqqq   rrrrrrrr
        """,
        styles={letter: Style(italic=True) for letter in "pqr"},
    )

    pictured = [a for a in read(page).articles if a.figures]
    assert [len(a.figures) for a in pictured] == [3]
    assert [sorted({f.caption[:1] for f in a.figures}) for a in pictured] == [["P", "Q", "R"]]


def test_a_picture_with_its_caption_alone_is_a_photo() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAA
        aaaaaaa bbbbbbb
        aaaaaaa bbbbbbb
        aaaaaaa bbbbbbb
        aaaaaaa bbbbbbb
        ---------------
        ###############
        ###############
        ###############
        ppppppppppp
        """,
        styles={"p": Style(italic=True)},
    )

    assert [a.kind for a in read(page).articles if a.figures] == [Kind.PHOTO]
    assert stories(page) == ["Aab", "p"]


def test_text_runs_on_below_an_inset_that_stands_in_its_column() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAAAAA
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa ccccccccccccc
        aaaaaaaaaaaaa -------------
        aaaaaaaaaaaaa iiiiiiiii
        aaaaaaaaaaaaa nnnnnnnnnnnnn
        aaaaaaaaaaaaa nnnnnnnnnnnnn
        aaaaaaaaaaaaa nnnnnnnnnnnnn
        aaaaaaaaaaaaa nnnnnnnnnnnnn
        aaaaaaaaaaaaa nnnnnnnnnnnnn
        aaaaaaaaaaaaa nnnnnnnnnnnnn
        aaaaaaaaaaaaa -------------
        aaaaaaaaaaaaa ddddddddddddd
        aaaaaaaaaaaaa ddddddddddddd
        aaaaaaaaaaaaa ddddddddddddd
        aaaaaaaaaaaaa ddddddddddddd
        """,
        words={
            "c": ("The people of the river", "came from there to", "see it, and", "say that"),
            "d": ("it was good to be there", "at noon.", "So they came", "again."),
        },
        styles={"i": Style(bold=True, font="Sans"), "n": Style(font="Sans", size=6.8)},
    )  # fmt: skip

    assert stories(page) == ["Aacdin"]


def test_a_head_does_not_reach_past_one_that_begins_below_it_in_the_next_column() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAA
        AAAAAAAAAAAAA
        aaaaaaaaaaaaa
        aaaaaaaaaaaaa BBBBBBBBBBBBB
        aaaaaaaaaaaaa BBBBBBBBBBBBB ddddddddddddd
        aaaaaaaaaaaaa bbbbbbbbbbbbb ddddddddddddd
        aaaaaaaaaaaaa bbbbbbbbbbbbb ddddddddddddd
        aaaaaaaaaaaaa bbbbbbbbbbbbb ddddddddddddd
        aaaaaaaaaaaaa bbbbbbbbbbbbb ddddddddddddd
        """
    )

    assert stories(page) == ["Aa", "Bbd"]


def test_a_centred_subhead_over_a_wide_measure_goes_on_with_the_columns_above() -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAA
        aaaaaaaaa ccccccccc
        aaaaaaaaa ccccccccc
        aaaaaaaaa ccccccccc
        aaaaaaaaa ccccccccc

                sss
        bbbbbbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbbbbbb
        bbbbbbbbbbbbbbbbbbb
        """,
        styles={"s": BOLD},
    )

    assert stories(page) == ["Aasbc"]


def test_a_box_filled_by_one_head_is_the_ground_of_that_head() -> None:
    page = print_page(
        """
        BBBBBBBBB
        BBBBBBBBB
        BBBBBBBBB
        BBBBBBBBB
        BBBBBBBBB
        BBBBBBBBB
        BBBBBBBBB
        BBBBBBBBB

        aaaaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaaaa
        """,
        styles={"B": Style(size=70.0)},
    )

    def boxed(*, right: float) -> list[str]:
        box = Box(rect=Rect(0, 0, right, 85), fill=0xEEEEEE, stroke=0)
        return stories(replace(page, boxes=(box,)))

    assert boxed(right=110) == ["Ba"]
    assert boxed(right=220) == ["B", "a"]
