"""Page A01: the front page."""

from samples.lanting.desk import read, read_all
from samples.lanting.flow import Type
from samples.lanting.furniture import ad, dateline, foot, index, label, masthead, spanning
from samples.lanting.packages import Picture, Plan, briefs, jumping, story_in
from samples.lanting.parts import LEFT, PAGE_H, PAGE_W, RIGHT, Head, grid
from samples.sheet import Rect, Sheet, Style
from samples.story import Story
from samples.truth import Truth

INSIDE = (
    ("碎纸机吃掉的地图", "A2版"),
    ("菜价：萝卜跌了葱涨了", "A4版"),
    ("一条巷子的七种修法", "A5版"),
    ("影像：晒秋", "A6版"),
)


def front() -> tuple[Truth, Story]:
    """Draw page A01; return it with what its lead leaves for A03."""
    sheet = Sheet(PAGE_W, PAGE_H)
    page = Truth(sheet)
    x, w = grid(5, 0, 3)
    masthead(sheet, Rect(x, 24, w, 110))
    x, w = grid(5, 3, 2)
    look = Head(size=19, face="hei-bold", colour="red")
    story_in(page, read("ear"), Rect(x, 28, w, 108), Plan(columns=2, head=look, stroke=0.6))
    dateline(sheet, 144)
    rest = lead(page)
    rail(page)
    middle(page)
    low(page)
    return page, rest


def lead(page: Truth) -> Story:
    """Set the lead with its photograph; return what is left of it."""
    x, w = grid(5, 0, 4)
    look = Head(size=43, face="song-black", kicker=15, deck=13, tracking=2)
    plan = Plan(
        columns=4,
        head=look,
        type=Type(subheads="center"),
        picture=Picture(name="boat", h=186, first=1, count=2),
    )
    rest = jumping(page, read("waterbus"), Rect(x, 172, w, 422), plan, 13.2)
    spanning(page.sheet, 603, x, x + w, 1.2)
    return rest


def rail(page: Truth) -> None:
    """Set the column of briefs."""
    x, w = grid(5, 4)
    page.sheet.rule(x - 5.6, 172, x - 5.6, 760, 0.35)
    y = label(page.sheet, "简 讯", Rect(x, 172, w, 0)) + 8
    look = Head(size=12, face="hei-bold", align="left")
    briefs(page, read_all("briefs-a1"), Rect(x, y, w, 668 - y), look)
    index(page.sheet, Rect(x, 678, w, 82), INSIDE)


def middle(page: Truth) -> None:
    """Set a story on a tint, and one with its headline in white on colour."""
    x, w = grid(5, 0, 2)
    look = Head(size=20, kicker=10, kicker_fill="teal", colour="ink")
    plan = Plan(columns=2, head=look, fill="celadon", stroke=0.4)
    story_in(page, read("walnut"), Rect(x, 612, w, 226), plan)
    x, w = grid(5, 2, 2)
    look = Head(size=25, face="hei-black", fill="red", colour="paper", deck=11)
    story_in(page, read("clinic"), Rect(x, 612, w, 226), Plan(columns=2, head=look))


def low(page: Truth) -> None:
    """Set the story with the vertical head, its neighbour and the advertisement."""
    sheet = page.sheet
    x, w = grid(5, 0, 4)
    spanning(sheet, 846, x, x + w)
    look = Head(size=27, face="song-black", kicker=11)
    plan = Plan(columns=3, head=look, strip=92)
    story_in(page, read("bridge"), Rect(x, 854, w, 134), plan)
    x, w = grid(5, 4)
    spanning(sheet, 769, x, x + w, 1.2)
    look = Head(size=17, kicker=10.5)
    story_in(page, read("teacup"), Rect(x, 777, w, 211), Plan(columns=1, head=look))
    bold = Style("hei-black", 22, colour="paper", align="center", tracking=4)
    thin = Style("hei", 9.5, colour="paper", align="center")
    texts = [
        ("一盏灯 照着回家的路", bold),
        ("临渡灯具 老厂新牌 全城免费旧灯换新 热线 0000-1234567 望渡区锚楼路66号", thin),
    ]
    ad(sheet, Rect(LEFT, 997, RIGHT - LEFT, 66), texts, "navy")
    foot(
        sheet,
        "责任编辑 闻人砚 美术编辑 苏木 校对 纪长安",
        "社址：澜汀市望渡区锚楼路18号 邮编：000000 新闻热线：0000-8800000",
    )
