"""Page A04: the economy."""

from samples.lanting.desk import read
from samples.lanting.flow import Type
from samples.lanting.furniture import ad, folio, foot, spanning, table
from samples.lanting.packages import Picture, Plan, story_in
from samples.lanting.parts import BOTTOM, LEFT, PAGE_H, PAGE_W, RIGHT, TOP, Head, grid
from samples.lanting.pictures import paint
from samples.sheet import Rect, Sheet, Style
from samples.truth import Truth

UPPER, LOWER = 562.0, 792.0


def economy() -> Truth:
    """Draw page A04."""
    sheet = Sheet(PAGE_W, PAGE_H, single=True)
    page = Truth(sheet)
    folio(sheet, "A04", "经 济", "责任编辑 申时雨 美术编辑 丹青", "navy")
    x, w = grid(3, 0, 2)
    look = Head(size=33, kicker=13, deck=12, tracking=1, deck_align="right")
    plan = Plan(
        columns=2,
        head=look,
        picture=Picture(name="radish", h=176, count=2),
        type=Type(subheads="center"),
    )
    story_in(page, read("market"), Rect(x, TOP, w, UPPER - TOP), plan)
    x, w = grid(3, 2)
    prices = read("prices")
    table(sheet, prices, Rect(x, TOP, w, 250), (0.26, 0.2, 0.24, 0.3), "sky")
    page.add(prices)
    look = Head(size=21, face="hei-bold")
    story_in(page, read("eggs"), Rect(x, 336, w, UPPER - 336), Plan(columns=1, head=look))
    spanning(sheet, UPPER + 8, LEFT, RIGHT, 1)
    low(page)
    foot(sheet, "价格监测：市农产品监测站 本版内容不构成购买建议")
    return page


def low(page: Truth) -> None:
    """Set the two stories of the lower part, and the advertisement below them."""
    sheet = page.sheet
    top = UPPER + 18
    x, w = grid(3, 0)
    look = Head(size=21, face="song-bold")
    story_in(page, read("kiln"), Rect(x, top, w, LOWER - top), Plan(columns=1, head=look))
    x, w = grid(3, 1, 2)
    sheet.rule(x - 4.5, top, x - 4.5, LOWER, 0.35)
    look = Head(size=25, face="hei-black")
    plan = Plan(columns=2, head=look, picture=Picture(name="cable", h=162, first=1))
    story_in(page, read("cableway"), Rect(x, top, w, LOWER - top), plan)
    texts = [
        ("住在河湾 醒在树梢", Style("song-black", 34, colour="paper", align="center", tracking=8)),
        (
            "柳岸新居 二期公开 现房实景 看房巴士每半小时一班",
            Style("hei", 12, colour="paper", align="center"),
        ),
        (
            "接待中心 望渡区柳堤路120号 电话 0000-7700456",
            Style("hei-light", 9.5, colour="paper", align="center"),
        ),
    ]
    box = Rect(LEFT, LOWER + 10, RIGHT - LEFT, BOTTOM - LOWER - 10)
    ad(sheet, box, texts, "kelp", paint("bend", box.w, box.h * 0.6))
