"""Page A08: the supplement, most of it set vertically."""

from dataclasses import replace
from itertools import pairwise

from samples.lanting.desk import read
from samples.lanting.flow import EM, Type, draw, fitted
from samples.lanting.furniture import FURNITURE, folio, foot, notice, spanning
from samples.lanting.packages import Picture, Plan, story_in
from samples.lanting.parts import BOTTOM, LEFT, PAGE_H, PAGE_W, RIGHT, TOP, Head, grid, upright
from samples.lanting.pictures import paint
from samples.lanting.setting import put_down
from samples.sheet import Place, Rect, Sheet, Style
from samples.story import Story
from samples.truth import Truth

UPPER, LOWER = 400.0, 676.0
VERTICAL = Type(leads=(13.0, 17.2))


def supplement() -> Truth:
    """Draw page A08."""
    sheet = Sheet(PAGE_W, PAGE_H)
    page = Truth(sheet)
    folio(sheet, "A08", "听潮副刊", "责任编辑 连翘 美术编辑 苏木", "teal")
    title(sheet)
    essay(page)
    verses(page)
    spanning(sheet, UPPER + 8)
    middle(page)
    low(page)
    foot(sheet, "听潮副刊 第2071期 题字：水无涯")
    return page


def title(sheet: Sheet) -> None:
    """Set the name of the supplement into the upper right-hand corner."""
    sheet.frame()
    sheet.tint(RIGHT - 66, TOP, 66, 176, "teal")
    name = Style("song-black", 44, colour="paper", tracking=16, align="center")
    put_down(sheet, "听潮", Place(RIGHT - 55, TOP, 176), name, FURNITURE)
    sheet.frame()
    picture = paint("wave", 66, UPPER - TOP - 184)
    sheet.picture("wave.jpg", picture, RIGHT - 66, TOP + 184, 66, UPPER - TOP - 184)
    sheet.frame()


def rows(box: Rect, count: int, squares: int) -> list[Rect]:
    """Divide a box into rows of vertical lines, each so many characters high."""
    deep = squares * EM
    step = (box.h - deep) / max(1, count - 1)
    return [Rect(box.x, box.y + k * step, box.w, deep) for k in range(count)]


def vertical(page: Truth, story: Story, box: Rect, size: float, head: float, count: int) -> None:
    """Set a story in rows of vertical lines, its head at the right."""
    sheet = page.sheet
    strip = Rect(box.right - head, box.y, head, box.h)
    look = Head(size=size, face="song-black", deck=10, tracking=size * 0.18)
    upright(sheet, replace(story, deck=story.byline), strip, look)
    squares = int((box.h - (count - 1) * 13) / count / EM)
    frames = rows(Rect(box.x, box.y, box.w - head - 8, box.h), count, squares)
    draw(sheet, story, fitted(story, frames, VERTICAL, down=True), down=True)
    for a, b in pairwise(frames):
        y = (a.bottom + b.y) / 2
        sheet.rule(box.x, y, box.right - head - 8, y, 0.3)
    page.add(story)


def essay(page: Truth) -> None:
    """Set the long essay in two rows of vertical lines."""
    box = Rect(LEFT + 246, TOP, RIGHT - LEFT - 246 - 78, UPPER - TOP)
    vertical(page, read("grandma"), box, 36, 74, 2)


def verses(page: Truth) -> None:
    """Set the poem, one vertical line for each of its own, and the drawing below."""
    sheet, story = page.sheet, read("poem")
    box = Rect(LEFT, TOP, 234, UPPER - TOP)
    sheet.tint(box.x, box.y, box.w, box.h, "celadon")
    upright(
        sheet,
        replace(story, deck=story.byline),
        Rect(box.right - 58, TOP + 8, 50, 150),
        Head(size=26, deck=9.5),
    )
    sheet.frame()
    x = box.right - 72
    for line in story.body:
        put_down(sheet, line, Place(x, TOP + 20, 140), Style("song", 10.5), story.id)
        x -= 19
    sheet.frame()
    sheet.picture(
        "frost.jpg",
        paint("frost", box.w - 20, UPPER - TOP - 178),
        box.x + 10,
        TOP + 168,
        box.w - 20,
        UPPER - TOP - 178,
    )
    sheet.frame()
    page.add(story)


def middle(page: Truth) -> None:
    """Set the second essay in three rows, and the horizontal text beside it."""
    sheet = page.sheet
    top = UPPER + 18
    vertical(page, read("jar"), Rect(LEFT, top, 390, LOWER - top), 30, 92, 3)
    x = LEFT + 404
    sheet.rule(x - 6, top, x - 6, LOWER, 0.35)
    look = Head(size=24, face="song-bold", kicker=10, kicker_fill="teal")
    picture = Picture(name="well", h=96, first=1, down=-1)
    plan = Plan(columns=2, head=look, picture=picture)
    story_in(page, read("well"), Rect(x, top, RIGHT - x, LOWER - top), plan)
    spanning(sheet, LOWER + 8)


def low(page: Truth) -> None:
    """Set the short fiction in four columns, and the call for texts."""
    top = LOWER + 17
    x, w = grid(4, 0, 4)
    look = Head(size=30, face="hei-light", kicker=10, kicker_fill="ink", tracking=8)
    plan = Plan(columns=4, head=look, picture=Picture(name="clock", h=234, first=1, count=2))
    story_in(page, read("watch"), Rect(x, top, w, BOTTOM - top - 66), plan)
    call = read("call")
    notice(page.sheet, Rect(LEFT, BOTTOM - 58, RIGHT - LEFT, 58), call.headline, call.body)
