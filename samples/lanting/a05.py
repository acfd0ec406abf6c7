"""Page A05: daily life."""

from samples.lanting.desk import read, read_all
from samples.lanting.flow import Type
from samples.lanting.furniture import ad, folio, foot, label, spanning, table
from samples.lanting.packages import Picture, Plan, briefs, story_in
from samples.lanting.parts import BOTTOM, LEFT, PAGE_H, PAGE_W, RIGHT, TOP, Head, grid
from samples.sheet import Rect, Sheet, Style
from samples.truth import Truth

UPPER, LOWER = 438.0, 706.0


def life() -> Truth:
    """Draw page A05."""
    sheet = Sheet(PAGE_W, PAGE_H)
    page = Truth(sheet)
    folio(sheet, "A05", "民 生", "责任编辑 桑以宁 美术编辑 丹青")
    x, w = grid(5, 0, 4)
    look = Head(
        size=40,
        face="hei-black",
        align="left",
        byline="left",
        kicker=12,
        kicker_fill="red",
        tracking=3,
    )
    plan = Plan(
        columns=4,
        head=look,
        picture=Picture(name="town", h=212, first=2, count=2),
        type=Type(subheads="left"),
    )
    story_in(page, read("alley"), Rect(x, TOP, w, UPPER - TOP), plan)
    x, w = grid(5, 4)
    weather = read("weather")
    table(sheet, weather, Rect(x, TOP, w, 196), (0.42, 0.2, 0.19, 0.19), "sky")
    page.add(weather)
    look = Head(size=15, face="hei-bold")
    plan = Plan(columns=1, head=look, fill="cream", stroke=0.4)
    story_in(page, read("tip"), Rect(x, 279, w, UPPER - 279), plan)
    spanning(sheet, UPPER + 8, LEFT, RIGHT, 1)
    middle(page)
    low(page)
    foot(sheet, "民生热线：0000-8800002 每日9时至21时")
    return page


def middle(page: Truth) -> None:
    """Set the questions and answers, and the story with the vertical head."""
    top = UPPER + 18
    x, w = grid(5, 0, 2)
    look = Head(size=21, kicker=10, kicker_fill="teal")
    plan = Plan(columns=2, head=look, fill="celadon")
    story_in(page, read("pension"), Rect(x, top, w, LOWER - top), plan)
    x, w = grid(5, 2, 3)
    look = Head(size=33, face="song-black", kicker=12, tracking=3)
    plan = Plan(columns=3, head=look, strip=-116)
    story_in(page, read("repairman"), Rect(x, top, w, LOWER - top), plan)
    spanning(page.sheet, LOWER + 8)


def low(page: Truth) -> None:
    """Set the lower part of the page."""
    sheet = page.sheet
    top = LOWER + 17
    x, w = grid(5, 0, 2)
    look = Head(size=24, face="song-black")
    plan = Plan(columns=2, head=look, picture=Picture(name="bench", h=142, count=2, down=-1))
    story_in(page, read("busstop"), Rect(x, top, w, BOTTOM - top), plan)
    x, w = grid(5, 2, 2)
    sheet.rule(x - 5.6, top, x - 5.6, BOTTOM, 0.35)
    look = Head(size=21, face="hei-bold")
    story_in(page, read("noodles"), Rect(x, top, w, 134), Plan(columns=2, head=look))
    texts = [
        ("搬家不搬心事", Style("song-black", 21, colour="brick", align="center", tracking=3)),
        ("蚂蚁兄弟搬运社 0000-3300110", Style("hei-bold", 11, align="center")),
        ("钢琴 书籍 花木 专车专人", Style("hei", 9, align="center")),
    ]
    ad(sheet, Rect(x, top + 146, w, BOTTOM - top - 146), texts)
    x, w = grid(5, 4)
    sheet.rule(x - 5.6, top, x - 5.6, BOTTOM, 0.35)
    y = label(sheet, "热线回音", Rect(x, top, w, 0)) + 9
    look = Head(size=12.5, face="song-bold", align="left")
    briefs(page, read_all("hotline"), Rect(x, y, w, BOTTOM - y), look)
