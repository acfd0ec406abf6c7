"""Page A1."""

from samples.agency import paint
from samples.courier import packages
from samples.courier.desk import read, read_all
from samples.courier.flow import LEAD
from samples.courier.furniture import ad, between, divide, index, label, nameplate
from samples.courier.packages import Layout, Picture, columns_of, filled, hang, jumping, natural
from samples.courier.parts import (
    BOTTOM,
    PAGE_H,
    PAGE_W,
    Head,
    column,
    on_grid,
    photo,
    pull_quote,
    text_down,
)
from samples.sheet import Place, Rect, Sheet, Style, lines_down
from samples.story import Story
from samples.truth import Truth

FOOT = on_grid(1262)
"""The lower edge of the news, above the strip of the advertisement."""
MIDDLE = on_grid(705)
"""The edge between the lead and what stands below it."""


def front() -> tuple[Truth, dict[str, Story]]:
    """Draw page A1; return it with what jumps to A3."""
    sheet = Sheet(PAGE_W, PAGE_H)
    page = Truth(sheet)
    page.add(*teasers(sheet, 26))
    nameplate(sheet, 92)
    top = on_grid(182)
    rail(page, top)
    wall = lead(page, top)
    boat = ferry(page)
    right(page)
    strip(sheet)
    return page, {"seawall": wall, "ferry": boat}


def teasers(sheet: Sheet, y: float) -> list[Story]:
    """Set the strip over the nameplate that points inside."""
    stories = read_all("refers-a1")
    for number, (story, name) in enumerate(
        zip(stories, ("stadium", "lighthouse", "cartoon"), strict=True)
    ):
        x, w = column(number * 2, 2)
        sheet.tint(x, y, w, 58, "sea")
        sheet.frame()
        sheet.picture(f"{name}-t.jpg", paint(name, 54, 50), x + 4, y + 4, 54, 50)
        at = Rect(x + 64, y + 3, w - 68, 0)
        below = lines_down(
            sheet, [story.kicker], at, Style("sans-bold", 6.8, colour="brick"), story.id
        )
        at = Rect(at.x, below + 1, at.w, 0)
        below = text_down(sheet, story.headline, at, Style("display-bold", 11.5, 12.2), story.id)
        at = Rect(at.x, below + 1, at.w, 0)
        below = text_down(sheet, story.body[0], at, Style("narrow", 7.8, 8.6), story.id)
        side = Style("sans-bold", 6.4, align="right")
        sheet.line(story.jump, Place(x, y + 54, w - 5), side, story.id)
    sheet.frame()
    return stories


def rail(page: Truth, top: float) -> None:
    """Set the left-hand column: briefs, and a short story at its foot."""
    sheet = page.sheet
    x, w = column(0)
    school = read("school")
    look = Head(17.5)
    depth = natural(Sheet(0, 0), school, Layout(first=0, count=1, top=top, look=look)) - top
    start = FOOT - depth
    natural(sheet, school, Layout(first=0, count=1, top=start, look=look))
    page.add(school)
    stories = read_all("briefs-a1")[:5]
    y = label(sheet, "NEWS IN BRIEF", x, top, w) + 5
    packages.briefs(sheet, stories, 0, y, start - 8)
    page.add(*stories)
    divide(sheet, 0, 1, start - 5, 1)
    between(sheet, 0, top, FOOT)


def lead(page: Truth, top: float) -> Story:
    """Set the lead: head over five columns, text in the shape of an L."""
    sheet, story = page.sheet, read("seawall")
    plan = Layout(first=1, count=5, top=top, look=Head(56, deck=17))
    frames = columns_of(plan, packages.start(sheet, story, plan), MIDDLE - LEAD)
    frames, room = hang(frames, Picture(name="seawall", count=3), 23)
    photo(sheet, story, "seawall", room)
    frames = packages.sign(sheet, story, frames)
    part, rest = jumping(sheet, story, frames, (), cap=True)
    page.add(part)
    divide(sheet, 1, 5, MIDDLE - 5, 1)
    return rest


def ferry(page: Truth) -> Story:
    """Set the second story, with a picture and a pull quote; it jumps too."""
    sheet, story = page.sheet, read("ferry")
    plan = Layout(first=1, count=3, top=MIDDLE, look=Head(27))
    frames = columns_of(plan, packages.start(sheet, story, plan), FOOT)
    frames, room = hang(frames, Picture(name="ferry", first=1, count=2), 22)
    photo(sheet, story, "ferry", room)
    frames = packages.sign(sheet, story, frames)
    x, w = column(2)
    said = pull_quote(sheet, story, x, frames[1].y + 5 * LEAD, w)
    part, rest = jumping(sheet, story, frames, [said], cap=False)
    page.add(part)
    between(sheet, 3, MIDDLE, FOOT)
    return rest


def right(page: Truth) -> None:
    """Set the box that goes with the lead, and a feature below it."""
    sheet, box, apple = page.sheet, read("wallbox"), read("orchardfeature")
    bottom = packages.boxed(sheet, box, Layout(first=4, count=2, top=MIDDLE, look=Head(17)), "sand")
    page.add(box)
    top = on_grid(bottom + 8)
    plan = Layout(
        first=4,
        count=2,
        top=top,
        bottom=FOOT,
        look=Head(23, deck=12.5),
        picture=Picture(name="orchard", first=1, rows=(6, 30)),
    )
    filled(sheet, apple, plan)
    page.add(apple)


def strip(sheet: Sheet) -> None:
    """Set the foot of the page: an advertisement and the index."""
    x, w = column(0, 4)
    texts = [
        (
            "WINTER COATS. HONEST WOOL. ONE PRICE.",
            Style("sans-bold", 21, colour="paper", align="center"),
        ),
        (
            "Thistle & Brandt, Outfitters, 14 Cooper Street. Open until eight, Sundays until four.",
            Style("sans", 9.5, colour="paper", align="center"),
        ),
        ("$129", Style("display-bold", 30, colour="gold", align="center")),
    ]
    ad(sheet, Rect(x, FOOT + 14, w, BOTTOM - FOOT - 14), texts, "brick")
    x, w = column(4, 2)
    rows = [
        ("The last keepers of Cape Solace", "A2-A3"),
        ("Opinion and letters", "A2"),
        ("Business and region", "A3"),
        ("Tides and public notices", "A3"),
        ("Sports", "A4"),
        ("Second Division table", "A4"),
    ]
    index(sheet, Rect(x, FOOT + 14, w, BOTTOM - FOOT - 14), rows)
    divide(sheet, 0, 6, FOOT + 5)
