"""Tables, drawn: by rules, by stripes, by two lists."""

from convert.model import Role
from tests.newsprint import Style, print_page, read

STORY = """
    AAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAA
    aaaaaaaaaaa bbbbbbbbbbb
    aaaaaaaaaaa bbbbbbbbbbb
    aaaaaaaaaaa bbbbbbbbbbb
    aaaaaaaaaaa bbbbbbbbbbb
    aaaaaaaaaaa bbbbbbbbbbb
    aaaaaaaaaaa bbbbbbbbbbb

"""


def tables(art: str, fill: int | None = None) -> list[list[str]]:
    """The rows of every article that is or has a table, as the letters of their cells."""
    page = print_page(STORY + art, fill=fill)
    rows = [
        [
            "".join(s.raw for line in b.lines for s in line.spans)
            for b in a.blocks
            if b.role is Role.TABLE
        ]
        for a in read(page).articles
    ]
    return [r for r in rows if r]


RULED = """
    nnnnn     ppp      qqq
    ----------------------
    nnnnnnn   ppp      qqq
    ----------------------
    nnnnnn    ppp      qqq
    ----------------------
    nnnnnn    ppp      qqq
    """


def test_cells_between_even_rules_are_rows() -> None:
    assert tables(RULED) == [["npq"] * 4]


def test_two_rules_make_no_table() -> None:
    art = RULED.split("\n")

    assert tables("\n".join(art[:5]) + "\n") == []


def test_text_between_even_rules_is_no_table() -> None:
    art = """
    nnnnnnnnnnnnnnnnnnnnnn
    ----------------------
    nnnnnnnnnnnnnnnnnnnnnn
    ----------------------
    nnnnnnnnnnnnnnnnnnnnnn
    ----------------------
    nnnnnnnnnnnnnnnnnnnnnn
    """

    assert tables(art) == []


def test_cells_on_even_stripes_are_rows() -> None:
    striped = """
    +--------------------+
    |nnnn     ppp     qqq|
    +--------------------+
    |nnnn     ppp     qqq|
    +--------------------+
    |nnnn     ppp     qqq|
    +--------------------+
    """

    assert tables(striped, fill=0xEEEEEE) == [["npq"] * 3]


def test_two_lists_line_by_line_are_a_table() -> None:
    lists = """
    nnnnnnnn     ppp
    nnnnnnnn     ppp
    nnnnnnnn     ppp
    nnnnnnnn     ppp
    """

    assert tables(lists) == [["np"] * 4]


def test_two_columns_of_text_are_none() -> None:
    assert tables("") == []


GROUP = """
    ccccccccccc {head}
    ccccccccccc
    ccccccccccc {team}     ppp       qqq
    ccccccccccc ----------------------
    ccccccccccc {team}     ppp       qqq
    ccccccccccc ----------------------
    ccccccccccc {team}     ppp       qqq
    ccccccccccc ----------------------
    ccccccccccc {team}     ppp       qqq
    ccccccccccc
"""


def test_a_small_head_reaches_over_the_whole_table_below_it() -> None:
    bold = Style(bold=True)
    page = print_page(
        STORY + GROUP.format(head="xxx", team="nnn") + GROUP.format(head="yyy", team="mmm"),
        words={"x": "Group A", "y": "Group B"},
        styles={"x": bold, "y": bold},
    )

    found = [
        (a.blocks[0].text, [b.role for b in a.blocks].count(Role.TABLE))
        for a in read(page).articles
    ]
    assert found[1:] == [("Group A", 4), ("Group B", 4)]
