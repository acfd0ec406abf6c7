"""Page A4: sports."""

from dataclasses import replace

from samples.courier import flow, packages
from samples.courier.desk import read, read_all
from samples.courier.flow import LEAD
from samples.courier.furniture import AD, between, divide, folio, label, notice, table
from samples.courier.packages import Layout, Picture, columns_of, filled
from samples.courier.parts import BOTTOM, PAGE_H, PAGE_W, Head, column, photo, row
from samples.sheet import Rect, Sheet
from samples.truth import Truth

SPLIT = 62
BRIEFS = 110


def back() -> Truth:
    """Draw page A4."""
    sheet = Sheet(PAGE_W, PAGE_H)
    folio(sheet, "A4", "SPORTS", left=0, even=True)
    page = Truth(sheet)
    gannets(page)
    beside(page)
    rower(page)
    marathon(page)
    scoreboard(page)
    return page


def gannets(page: Truth) -> None:
    """Set the lead: four columns under a big picture."""
    story = read("gannets")
    plan = Layout(
        first=0,
        count=4,
        top=row(0),
        bottom=row(SPLIT - 1),
        look=Head(34, deck=15),
        picture=Picture(name="stadium", first=1, count=3, rows=(10, 45)),
        cap=True,
        quote=(2, 6),
    )
    filled(page.sheet, story, plan)
    page.add(story)
    between(page.sheet, 3, row(0), row(SPLIT) - 8)
    divide(page.sheet, 0, 6, row(SPLIT) - 5, 1.2)


def beside(page: Truth) -> None:
    """Set the table of the league, and a boxed story below it."""
    sheet, league, mower = page.sheet, read("standings"), read("groundsman")
    x, w = column(4, 2)
    depth = packages.boxed(
        Sheet(0, 0), mower, Layout(first=4, count=2, top=0, look=Head(19)), "sea"
    )
    top = row(SPLIT) - 12 - depth
    bottom = packages.boxed(sheet, mower, Layout(first=4, count=2, top=top, look=Head(19)), "sea")
    table(sheet, league, Rect(x, row(0), w, top - 8 - row(0)), (0.4, 0.12, 0.12, 0.12, 0.12, 0.12))
    page.add(league, replace(mower))
    del bottom


def rower(page: Truth) -> None:
    """Set a story whose picture bites into the columns on both sides of it."""
    sheet, story = page.sheet, read("rower")
    plan = Layout(first=0, count=3, top=row(SPLIT), look=Head(26))
    frames = columns_of(plan, packages.start(sheet, story, plan), row(BRIEFS - 1))
    frames = packages.sign(sheet, story, frames)
    x, w = column(1)

    def room(rows: int) -> Rect:
        return Rect(x - 34, frames[1].y + 6 * LEAD, w + 68, rows * LEAD)

    def attempt(rows: int) -> list[flow.SetLine]:
        hole = room(rows)
        grown = Rect(hole.x - 7, hole.y - 4, hole.w + 14, hole.h + 4)
        return flow.set_text(story, flow.slots_of(frames, [grown]))

    rows, lines = flow.fit_rows(flow.tallest(6, 34), attempt)
    photo(sheet, story, "rower", room(rows))
    flow.draw(sheet, story, lines)
    page.add(story)


def marathon(page: Truth) -> None:
    """Set a story in the shape of an L around an advertisement."""
    sheet, story = page.sheet, read("marathon")
    plan = Layout(first=3, count=3, top=row(SPLIT), look=Head(26))
    frames = columns_of(plan, packages.start(sheet, story, plan), BOTTOM)
    frames = packages.sign(sheet, story, frames)

    def cut(rows: int) -> list[Rect]:
        return [frames[0], *(replace(f, h=f.h - rows * LEAD) for f in frames[1:])]

    rows, lines = flow.fit_rows(
        flow.tallest(8, 50), lambda n: flow.set_text(story, flow.slots_of(cut(n)))
    )
    flow.draw(sheet, story, lines)
    page.add(story)
    x, w = column(4, 2)
    top = cut(rows)[1].bottom + 14
    notice(sheet, replace(read("hearing"), id=AD), Rect(x, top, w, BOTTOM - top), 2)
    between(sheet, 2, row(SPLIT), BOTTOM)


def scoreboard(page: Truth) -> None:
    """Set three briefs side by side under one label."""
    x, w = column(0, 3)
    y = label(page.sheet, "ELSEWHERE IN SPORTS", x, row(BRIEFS), w) + 5
    for number, story in enumerate(read_all("briefs-a4")):
        packages.piece(page.sheet, story, number, y)
        page.add(story)
