"""Who wrote, drawn: names over a text, under it, behind its last sentence, at a portrait."""

from collections.abc import Sequence

import pytest

from convert.model import Role
from tests.newsprint import Style, print_page, read, roles, stories

ITALIC, SANS = Style(italic=True), Style(size=8.0, font="Sans")
LABEL = Style(size=8.0, bold=True, font="Sans")
STORY = """
    AAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAA

    nnnnnnn
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc
    """
LAST = ("The bridge is open and", "the people walk on it", "as they did of old,")
LAST_HAN = ("新しい橋が町の川に開通し", "朝から多くの人が渡った", "橋は町の人が長く待った")


def told(last: str, lines: Sequence[str] = LAST, byline: str = "") -> list[tuple[Role, str]]:
    """The roles and words of a story behind its headline, whose last line is given."""
    art = STORY if byline else STORY.replace("n", " ")
    words = {"n": byline, "c": [*lines, last]}
    page = print_page(art, words=words, styles={"n": LABEL})
    (article,) = read(page).articles
    return [(b.role, b.text) for b in article.blocks[1:]]


@pytest.mark.parametrize(
    ("last", "signed", "lines"),
    [
        ("says the man. (dpa)", "(dpa)", LAST),
        ("says the man. (afp/kna)", "(afp/kna)", LAST),
        ("町は喜ぶ。（試作千夏）", "（試作千夏）", LAST_HAN),
        ("町は喜ぶ。（見本　遼）", "（見本 遼）", LAST_HAN),
        ("町は喜ぶ。【灯浜支局・見本一郎】", "【灯浜支局・見本一郎】", LAST_HAN),
        ("町は喜ぶ。（灯浜支局長 見本遼）", "（灯浜支局長 見本遼）", LAST_HAN),
        ("大家都说好。（本报记者 何青）", "（本报记者 何青）", LAST_HAN),
    ],
)
def test_who_signs_in_brackets_behind_the_last_sentence_is_cut_off_the_text(
    last: str, signed: str, lines: Sequence[str]
) -> None:
    role, words = told(last, lines)[-1]

    assert (role, words) == (Role.BYLINE, signed)


@pytest.mark.parametrize(
    ("last", "lines"),
    [
        ("as the mayor (SPD) said.", LAST),
        ("says a man of the party (SPD)", LAST),
        ("he came in the year (1998).", LAST),
        ("町は喜ぶ。（以下）", LAST_HAN),
        ("町は祝う（試作千夏）", LAST_HAN),
        ("町は喜ぶ。（敬称略）", LAST_HAN),
    ],
)
def test_brackets_within_a_sentence_sign_nothing(last: str, lines: Sequence[str]) -> None:
    assert {role for role, _ in told(last, lines)} == {Role.PARAGRAPH}


def test_the_agency_behind_a_story_whose_writer_stands_over_it_stays_with_its_text() -> None:
    found = told("says the man. (dpa)", byline="Von Anna Müller")

    assert found[0] == (Role.BYLINE, "Von Anna Müller")
    assert found[-1] == (Role.PARAGRAPH, "(dpa)")


def test_a_name_in_brackets_under_a_text_in_han_signs_it() -> None:
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
        words={
            "A": "新橋が開通した",
            "a": "橋は町の川にかかる。",
            "c": "町は喜ぶ。",
            "n": "（試作千夏）",
        },
        styles={"n": Style(size=8.0)},
    )

    assert roles(page)["n"] is Role.BYLINE


@pytest.mark.parametrize("name", ["Ana Gil", "Ana Gil / Toledo", "Jan van der Kok"])
def test_one_name_in_a_face_of_its_own_is_a_byline_though_larger_than_text(name: str) -> None:
    assert roles(print_page(STORY, words={"n": name}, styles={"n": SANS}))["n"] is Role.BYLINE


@pytest.mark.parametrize(
    ("words", "style"),
    [
        ("Wide open doors", SANS),
        ("Ana Gil", Style(size=8.0, bold=True)),
        ("Ana Gil", Style(size=8.6, font="Sans")),
    ],
    ids=["no name", "the face of the text", "larger"],
)
def test_other_lines_of_that_size_are_the_deck(words: str, style: Style) -> None:
    assert roles(print_page(STORY, words={"n": words}, styles={"n": style}))["n"] is Role.DECK


LETTER = """
    AAAAAAAAAAAAAAAAAAAAAAAA
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa ccccccccccc
    aaaaaaaaaaa nnnnnnnn
    """


@pytest.mark.parametrize(
    ("words", "role"),
    [("Ana Gil Pérez. Toledo", Role.BYLINE), ("The Mayor Resigns. Bonn cheers", Role.PARAGRAPH)],
)
def test_a_name_and_a_place_parted_by_a_full_stop_sign_a_letter(words: str, role: Role) -> None:
    page = print_page(LETTER, words={"n": words}, styles={"n": Style(bold=True)})

    assert roles(page)["n"] is role
    assert stories(page) == ["Aacn"]


COLUMNIST = """
    ##### kkkkkkk
    ##### nnnnnnnnn
    #####
    #####

    AAAAAAAAAAAAAAA
    aaaaaaaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaaaaaaa
    """


def test_the_label_and_the_name_at_a_portrait_go_with_the_headline_under_it() -> None:
    page = print_page(
        COLUMNIST,
        words={"k": "OPINION", "n": "Ann Miller"},
        styles={"k": LABEL, "n": ITALIC, "A": Style(size=14.0)},
    )

    found = roles(page)
    assert (found["k"], found["n"]) == (Role.KICKER, Role.BYLINE)
    assert stories(page) == ["kAna"]


@pytest.mark.parametrize(
    ("picture", "role"), [("#####", Role.BYLINE), ("####################", Role.KICKER)]
)
def test_a_name_under_a_portrait_is_a_byline_but_not_under_a_large_picture(
    picture: str, role: Role
) -> None:
    rows = f"    {picture}\n" * 4
    page = print_page(
        f"{rows}    nnnnnnnnn\n\n" + COLUMNIST.partition("\n\n")[2],
        words={"n": "Ann Miller"},
        styles={"n": ITALIC, "A": Style(size=14.0)},
    )

    assert roles(page)["n"] is role


def test_what_the_writer_is_stands_in_small_italics_under_the_name() -> None:
    page = print_page(
        STORY.replace("    nnnnnnn\n", "    nnnnnnnnnnn\n    wwwwwwwwwwwwww\n"),
        words={"n": "By Ann Miller", "w": "Town hall reporter"},
        styles={"n": Style(bold=True, font="Sans"), "w": Style(6.0, italic=True, font="Serif")},
    )

    assert roles(page)["w"] is Role.BYLINE


def test_a_short_line_of_han_right_under_text_is_a_subhead_and_no_name() -> None:
    page = print_page(
        """
        AAAAAAAAA  aaaaaaaaaaaaa
        AAAAAAAAA  aaaaaaaaaaaaa
        AAAAAAAAA  sssss
        bbbbbbbbb  ccccccccccccc
        bbbbbbbbb  ccccccccccccc
        bbbbbbbbb  ccccccccccccc
        bbbbbbbbb  ccccccccccccc
        """,
        words=dict.fromkeys("abc", "橋は町の川にかかる。") | {"A": "新橋が開通", "s": "町の声"},
        styles={"s": Style(bold=True, font="Sans")},
    )

    assert roles(page)["s"] is Role.SUBHEAD


@pytest.mark.parametrize(
    ("words", "style", "role"),
    [
        ("Legal desk", SANS, Role.BYLINE),
        ("the staff", SANS, Role.BYLINE),
        ("Is it so?", SANS, Role.PARAGRAPH),
    ],
)
def test_a_few_words_at_the_right_edge_under_a_story_sign_it(
    words: str, style: Style, role: Role
) -> None:
    page = print_page(
        """
        AAAAAAAAAAAAAAAA
        aaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaa
                 nnnnnnn
        """,
        words={"n": words},
        styles={"n": style},
    )

    assert (roles(page)["n"] is Role.BYLINE) is (role is Role.BYLINE)
