"""Pages A2 and A3, printed as one sheet with a story across the fold."""

from dataclasses import replace

from samples.courier import packages
from samples.courier.desk import read, read_all
from samples.courier.furniture import AD, ad, between, divide, folio, label, notice, table
from samples.courier.packages import Layout, Picture, filled, natural
from samples.courier.parts import (
    BOTTOM,
    JUMP,
    PAGE_H,
    PAGE_W,
    Head,
    column,
    on_grid,
    photo,
    row,
)
from samples.sheet import Rect, Sheet, Style, lines_down
from samples.story import Story
from samples.truth import Truth

SPLIT = 64
"""The row below the story across the fold."""


def spread(jumps: dict[str, Story]) -> Truth:
    """Draw pages A2 and A3; `jumps` is what page A1 left over."""
    sheet = Sheet(2 * PAGE_W, PAGE_H)
    folio(sheet, "A2", "OPINION", left=0, even=True)
    folio(sheet, "A3", "THE REGION", left=PAGE_W, even=False)
    page = Truth(sheet)
    opinion(page)
    letters(page)
    keepers(page)
    market(page)
    continued(page, jumps)
    business(page)
    region(page)
    return page


def opinion(page: Truth) -> None:
    """Set the editorial, the cartoon and the guest column."""
    sheet = page.sheet
    leader = read("editorial")
    y = natural(sheet, leader, Layout(first=0, count=2, top=row(0), look=Head(30)))
    drawing = read("cartoon")
    x, w = column(0, 2)
    divide(sheet, 0, 2, y + 5, 1)
    top = y + 12
    photo(sheet, drawing, "cartoon", Rect(x, top, w, row(SPLIT) - 4 - top))
    divide(sheet, 0, 2, row(SPLIT) - 1, 1)
    guest = read("column")
    plan = Layout(
        first=0,
        count=2,
        top=row(SPLIT) + 6,
        bottom=row(124),
        look=Head(25, "display-italic"),
        picture=Picture(name="portrait", first=1, rows=(6, 30)),
        note=True,
    )
    filled(sheet, guest, plan)
    page.add(leader, drawing, guest)


def letters(page: Truth) -> None:
    """Set the column of letters to the editor."""
    x, w = column(2)
    stories = read_all("letters")
    y = label(page.sheet, "LETTERS", x, row(0), w) + 5
    packages.briefs(page.sheet, stories, 2, y, BOTTOM - 4)
    page.add(*stories)
    for after in (1, 2):
        between(page.sheet, after, row(0), BOTTOM)


def keepers(page: Truth) -> None:
    """Set the feature that runs across the fold."""
    sheet, story = page.sheet, read("keepers")
    plan = Layout(
        first=3,
        count=6,
        top=row(0),
        bottom=row(SPLIT - 1),
        look=Head(66, deck=17, align="center"),
        picture=Picture(name="lighthouse", first=1, count=4, rows=(12, 50)),
        cap=True,
        quote=(5, 10),
        note=True,
    )
    filled(sheet, story, plan)
    divide(sheet, 3, 3, row(SPLIT) - 5, 1)
    divide(sheet, 6, 3, row(SPLIT) - 5, 1)
    page.add(story)


def market(page: Truth) -> None:
    """Set the story below the fold of A2, and the advertisement under it."""
    sheet, story = page.sheet, read("market")
    plan = Layout(
        first=3,
        count=3,
        top=row(SPLIT),
        bottom=row(104),
        look=Head(27),
        picture=Picture(name="market", first=0, count=3, rows=(6, 30)),
    )
    filled(sheet, story, plan)
    page.add(story)
    x, w = column(3, 3)
    texts = [
        ("THE DUMONDE PICTURE HOUSE", Style("sans-bold", 19, colour="gold", align="center")),
        (
            "All this week: “A Boat for Esmeralda”",
            Style("display-italic", 20, colour="paper", align="center"),
        ),
        (
            "Daily 4:30, 7:00 and 9:30. Matinee Saturday 2:00. Ushers in uniform, popcorn in paper.",
            Style("sans", 9.5, colour="paper", align="center"),
        ),
        (
            "12 Tallow Hill. Telephone 555-0182",
            Style("sans-bold", 10, colour="paper", align="center"),
        ),
    ]
    ad(sheet, Rect(x, row(105) + 3, w, BOTTOM - row(105) - 3), texts, "navy")


def continued(page: Truth, jumps: dict[str, Story]) -> None:
    """Set what page A1 left over, each under a head of its own."""
    wall = replace(
        jumps["seawall"],
        headline="A Wall Wins by One Vote, and a Lawsuit Is Already Waiting",
        jump="From Page A1",
    )
    boat = replace(
        jumps["ferry"],
        headline="Ferry to Run All Winter; One Islander Asks for Silence",
        jump="Continued from Page A1",
    )
    y = row(0)
    for story, size in ((wall, 25), (boat, 21)):
        rest = replace(story, kicker="", deck="", byline="", caption="", credit="", quote="")
        x, w = column(9, 3)
        page.sheet.frame()
        y = lines_down(page.sheet, [rest.jump], Rect(x, y + 2, w, 0), JUMP, rest.id) + 2
        plan = Layout(first=9, count=3, top=y, look=Head(size))
        y = natural(page.sheet, rest, plan)
        page.add(rest)
        divide(page.sheet, 9, 3, y + 5, 1)
        y += 8
    between(page.sheet, 8, row(0), row(SPLIT) - 5)


def business(page: Truth) -> None:
    """Set the business story and the two short ones beside it."""
    sheet, yard = page.sheet, read("boatyard")
    plan = Layout(
        first=6,
        count=2,
        top=row(SPLIT),
        bottom=row(124),
        look=Head(25),
        picture=Picture(name="workshop", first=0, count=2, rows=(8, 40)),
    )
    filled(sheet, yard, plan)
    page.add(yard)
    bees, pond = read("bees"), read("skate")
    y = natural(sheet, bees, Layout(first=8, count=1, top=row(SPLIT), look=Head(16)))
    divide(sheet, 8, 1, y + 6, 0.5)
    natural(sheet, pond, Layout(first=8, count=1, top=on_grid(y + 12), look=Head(16)))
    page.add(bees, pond)
    between(sheet, 7, row(SPLIT), BOTTOM)
    between(sheet, 8, row(SPLIT), BOTTOM)


def region(page: Truth) -> None:
    """Set the story on insurance, the table of tides and the paid notice."""
    sheet, story, tides = page.sheet, read("insurance"), read("tides")
    y = natural(sheet, story, Layout(first=9, count=2, top=row(SPLIT), look=Head(21)))
    x, w = column(11)
    table(sheet, tides, Rect(x, row(SPLIT) + 4, w, y - row(SPLIT) - 4), (0.34, 0.24, 0.2, 0.22))
    page.add(story, tides)
    x, w = column(9, 3)
    top = on_grid(y + 14)
    notice(sheet, replace(read("notice"), id=AD), Rect(x, top, w, BOTTOM - top), 3)
