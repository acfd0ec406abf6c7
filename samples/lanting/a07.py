"""Page A07: culture and sports."""

from samples.lanting.desk import read, read_all
from samples.lanting.furniture import ad, folio, foot, label, spanning, table
from samples.lanting.packages import Picture, Plan, briefs, story_in
from samples.lanting.parts import BOTTOM, LEFT, PAGE_H, PAGE_W, RIGHT, TOP, Head, grid
from samples.sheet import Rect, Sheet, Style
from samples.truth import Truth

UPPER, LOWER = 456.0, 780.0


def culture() -> Truth:
    """Draw page A07."""
    sheet = Sheet(PAGE_W, PAGE_H)
    page = Truth(sheet)
    folio(sheet, "A07", "文 体", "责任编辑 戎马 美术编辑 丹青", "kelp")
    x, w = grid(4, 0, 3)
    look = Head(size=36, face="hei-black", kicker=13, colour="ink", tracking=2)
    plan = Plan(columns=3, head=look, picture=Picture(name="keeper", h=172, first=1, count=2))
    story_in(page, read("match"), Rect(x, TOP, w, UPPER - TOP), plan)
    x, w = grid(4, 3)
    league = read("standings")
    table(sheet, league, Rect(x, TOP, w, 218), (0.36, 0.12, 0.14, 0.16, 0.22), "celadon")
    page.add(league)
    look = Head(size=19, face="song-bold")
    story_in(page, read("swim"), Rect(x, 304, w, UPPER - 304), Plan(columns=1, head=look))
    spanning(sheet, UPPER + 8, LEFT, RIGHT, 1)
    middle(page)
    low(page)
    foot(sheet, "文体部：0000-8800005 本版撰稿人均为特约")
    return page


def middle(page: Truth) -> None:
    """Set the review on its tint, and the story of the drum beside it."""
    top = UPPER + 18
    x, w = grid(4, 0, 2)
    look = Head(size=26, kicker=10, kicker_fill="brick", deck=11, deck_align="right")
    plan = Plan(
        columns=2, head=look, fill="sand", picture=Picture(name="lock", h=74, first=1, down=-1)
    )
    story_in(page, read("novel"), Rect(x, top, w, LOWER - top), plan)
    x, w = grid(4, 2, 2)
    look = Head(size=30, kicker=12, tracking=3)
    story_in(
        page, read("opera"), Rect(x, top, w, LOWER - top), Plan(columns=2, head=look, strip=-106)
    )
    spanning(page.sheet, LOWER + 8)


def low(page: Truth) -> None:
    """Set the lower part of the page."""
    sheet = page.sheet
    top = LOWER + 17
    x, w = grid(4, 0)
    look = Head(size=20, face="hei-bold")
    story_in(page, read("chess"), Rect(x, top, w, BOTTOM - top), Plan(columns=1, head=look))
    x, w = grid(4, 1, 2)
    sheet.rule(x - 6, top, x - 6, BOTTOM, 0.35)
    look = Head(size=21, kicker=10.5, kicker_fill="kelp")
    story_in(page, read("teahouse"), Rect(x, top, w, 118), Plan(columns=2, head=look))
    texts = [
        ("渡 口", Style("song-black", 40, colour="gold", align="center", tracking=16)),
        ("新编大戏 十二月五日 首演", Style("hei-bold", 13, colour="paper", align="center")),
        ("市戏曲院大剧场 订票 0000-5500789", Style("hei", 9.5, colour="paper", align="center")),
    ]
    ad(sheet, Rect(x, top + 130, w, BOTTOM - top - 130), texts, "brick")
    x, w = grid(4, 3)
    sheet.rule(x - 6, top, x - 6, BOTTOM, 0.35)
    y = label(sheet, "快 讯", Rect(x, top, w, 0), "kelp") + 9
    look = Head(size=13, face="hei-bold", align="left")
    briefs(page, read_all("sportsbriefs"), Rect(x, y, w, BOTTOM - y), look)
