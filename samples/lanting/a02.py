"""Page A02: opinion."""

from samples.lanting.desk import read, read_all
from samples.lanting.furniture import ad, folio, foot, label, spanning
from samples.lanting.packages import Picture, Plan, briefs, drawn, story_in
from samples.lanting.parts import BOTTOM, PAGE_H, PAGE_W, TOP, Head, grid
from samples.sheet import Rect, Sheet, Style
from samples.truth import Truth

UPPER, LOWER, SHOP = 432.0, 714.0, 916.0
"""The edges between the parts of the page."""


def opinion() -> Truth:
    """Draw page A02."""
    sheet = Sheet(PAGE_W, PAGE_H)
    page = Truth(sheet)
    folio(sheet, "A02", "评 论", "责任编辑 纪长安 美术编辑 苏木", "teal")
    x, w = grid(4, 0, 2)
    look = Head(size=31, kicker=11, kicker_fill="teal", tracking=2)
    story_in(page, read("leader"), Rect(x, TOP, w, UPPER - TOP), Plan(columns=2, head=look))
    x, w = grid(4, 2, 2)
    sheet.rule(x - 6, TOP, x - 6, UPPER, 0.35)
    drawn(page, read("cartoon"), Rect(x, TOP, w, UPPER - TOP), "pole")
    essay(page)
    letters(page)
    low(page)
    foot(sheet, "评论投稿：pinglun@lanting.example 读者来信请注明真实姓名与住址")
    return page


def essay(page: Truth) -> None:
    """Set the column with the portrait of its author."""
    x, w = grid(4, 0, 3)
    spanning(page.sheet, UPPER + 6, x, x + w, 1)
    look = Head(
        size=25, face="hei-medium", align="left", kicker=10, kicker_fill="ink", byline="left"
    )
    plan = Plan(columns=3, head=look, picture=Picture(name="author", h=118, first=2), rules=True)
    box = Rect(x, UPPER + 14, w, LOWER - UPPER - 14)
    story_in(page, read("shredder"), box, plan)


def letters(page: Truth) -> None:
    """Set the column of letters."""
    x, w = grid(4, 3)
    y = label(page.sheet, "读者来信", Rect(x, UPPER + 6, w, 0), "teal") + 9
    page.sheet.rule(x - 6, UPPER + 6, x - 6, BOTTOM, 0.35)
    look = Head(size=12.5, face="song-bold", align="left")
    briefs(page, read_all("letters"), Rect(x, y, w, 916 - y), look)
    look = Head(kicker=12, kicker_fill="ink", kicker_face="hei-bold")
    plan = Plan(columns=1, head=look, fill="mist")
    story_in(page, read("voices"), Rect(x, 922, w, BOTTOM - 922), plan)


def low(page: Truth) -> None:
    """Set the two short comments and the advertisement below them."""
    sheet = page.sheet
    x, w = grid(4, 0, 2)
    look = Head(size=25, face="song-black", kicker=11, colour="ink", tracking=4)
    plan = Plan(columns=2, head=look, fill="cream", stroke=0.4, strip=62)
    story_in(page, read("queue"), Rect(x, LOWER + 10, w, SHOP - LOWER - 18), plan)
    x, w = grid(4, 2)
    look = Head(size=19, face="hei-bold")
    story_in(
        page, read("spoon"), Rect(x, LOWER + 10, w, SHOP - LOWER - 18), Plan(columns=1, head=look)
    )
    x, w = grid(4, 0, 3)
    texts = [
        ("纸上山河", Style("song-black", 30, colour="red", align="center", tracking=10)),
        ("手工宣纸 旧书修复 装裱如故", Style("hei", 12, align="center")),
        ("青石斋 鹤洲区柳堤路9号 周一休息", Style("hei-light", 9, align="center")),
    ]
    ad(sheet, Rect(x, SHOP, w, BOTTOM - SHOP), texts, "sand")
