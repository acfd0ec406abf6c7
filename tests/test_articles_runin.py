"""Run-in heads, drawn: bold words that open a paragraph and head a brief, or do not."""

import pytest

from convert.model import Role
from tests.newsprint import Style, print_page, read, stories

BOLD = Style(bold=True)
NEWS = """
    LLLLLLLLLLLLLLLLLL
    LLLLLLLLLLLLLLLLLL

    nnnnnaaaaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaaaaaaaaa
    aaaaaaaaaaaaaaaaaaaaaa
    mmmmmbbbbbbbbbbbbbbbbb
    bbbbbbbbbbbbbbbbbbbbbb
    bbbbbbbbbbbbbbbbbbbbbb
    bbbbbbbbbbbbbbbbbbbbbb
    oooooccccccccccccccccc
    cccccccccccccccccccccc
    cccccccccccccccccccccc
    cccccccccccccccccccccc
    pppppddddddddddddddddd
    dddddddddddddddddddddd
    dddddddddddddddddddddd
    dddddddddddddddddddddd
    """
NAMES = {"n": "Ada Quill, 81", "m": "Otto Reed, 77", "o": "Ivy Marsh, 90", "p": "Max Lund, 64"}
STYLES = dict.fromkeys("nmop", BOLD)


def test_people_whose_names_open_their_lines_are_briefs_of_their_own() -> None:
    page = print_page(NEWS, words=NAMES, styles=STYLES)

    assert stories(page) == ["Lna", "mb", "oc", "pd"]
    heads = [b.text for a in read(page).articles for b in a.blocks if b.role is Role.HEADLINE]
    assert set(NAMES.values()) - set(heads) <= {"Ada Quill, 81"}


@pytest.mark.parametrize(
    "names",
    [
        {"n": "The mayor:", "m": "The clerk:", "o": "The cook:", "p": "The guard:"},
        {"n": "Who came?", "m": "Who left?", "o": "Who slept?", "p": "Who paid?"},
    ],
)
def test_speakers_and_questions_head_no_briefs(names: dict[str, str]) -> None:
    assert len(stories(print_page(NEWS, words=names, styles=STYLES))) == 1


def test_names_in_bold_throughout_a_story_head_no_briefs() -> None:
    within = NEWS.replace("bbbbbbbbbbbbbbbbbbbbbb\n", "bbbbbbbbbqqqqbbbbbbbbb\n", 1)
    words = {**NAMES, "q": "Ada Quill"}
    page = print_page(within, words=words, styles={**STYLES, "q": BOLD})

    assert len(stories(page)) == 1


def test_short_entries_with_a_bold_word_are_one_list() -> None:
    rows = [line for line in NEWS.splitlines() if line.strip()]
    short = "\n".join(line for i, line in enumerate(rows) if i < 2 or (i - 2) % 4 == 0)

    assert len(stories(print_page(short, words=NAMES, styles=STYLES))) == 1
