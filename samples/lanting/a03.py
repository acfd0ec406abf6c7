"""Page A03: what the front page left, and news from all over."""

from dataclasses import replace

from samples.lanting.desk import read
from samples.lanting.flow import Type
from samples.lanting.furniture import ad, folio, foot, notice, spanning
from samples.lanting.packages import Picture, Plan, drawn, story_in
from samples.lanting.parts import BOTTOM, LEFT, PAGE_H, PAGE_W, RIGHT, TOP, Head, grid
from samples.lanting.setting import put
from samples.sheet import Place, Rect, Sheet, Style
from samples.story import Story
from samples.truth import Truth

UPPER, LOWER, STRIP = 346.0, 662.0, 962.0


def general(rest: Story) -> Truth:
    """Draw page A03; `rest` is what the lead of A01 left over."""
    sheet = Sheet(PAGE_W, PAGE_H)
    page = Truth(sheet)
    folio(sheet, "A03", "综 合", "责任编辑 闻人砚 美术编辑 苏木")
    continued(page, rest)
    x, w = grid(6, 3, 3)
    sheet.rule(x - 7, TOP, x - 7, UPPER, 0.35)
    look = Head(size=26, face="hei-black")
    plan = Plan(columns=3, head=look, inset=(0, 2, 78, 86))
    story_in(page, read("hedgehog"), Rect(x, TOP, w, UPPER - TOP), plan)
    spanning(sheet, UPPER + 7)
    valley(page)
    low(page)
    foot(sheet, "新闻热线：0000-8800000 广告热线：0000-8800001")
    return page


def continued(page: Truth, rest: Story) -> None:
    """Set the rest of the lead under a head of its own."""
    x, w = grid(6, 0, 3)
    story = replace(
        rest,
        kicker="",
        headline="六座码头 一票到底",
        deck="",
        byline="",
        caption="",
        credit="",
        jump="（上接第1版）",
    )
    style = Style("hei-medium", 9)
    page.sheet.frame()
    put(page.sheet, story.jump, Place(x, TOP + 8, w), style, story.id)
    look = Head(size=23)
    plan = Plan(columns=3, head=look, type=Type(subheads="center"))
    story_in(page, story, Rect(x, TOP + 14, w, UPPER - TOP - 14), plan)


def valley(page: Truth) -> None:
    """Set the story in the shape of an L, the box in its corner, and its neighbours."""
    sheet = page.sheet
    x, w = grid(6, 0, 4)
    right, half = grid(6, 2, 2)
    corner = Rect(right, 540, half, LOWER - 540)
    look = Head(size=31, kicker=12, deck=12)
    clear = Rect(corner.x - 4, corner.y - 9, corner.w + 8, corner.h + 12)
    plan = Plan(columns=4, head=look, around=(clear,))
    story_in(page, read("reservoir"), Rect(x, UPPER + 16, w, LOWER - UPPER - 16), plan)
    look = Head(size=15, face="hei-bold", kicker=8.5, kicker_fill="red")
    story_in(page, read("lamp"), corner, Plan(columns=2, head=look, fill="rose"))
    x, w = grid(6, 4, 2)
    sheet.rule(x - 7, UPPER + 16, x - 7, LOWER, 0.35)
    drawn(page, read("swans"), Rect(x, UPPER + 16, w, 194), "swans")
    spanning(sheet, 562, x, x + w, 0.35)
    look = Head(size=18, face="song-bold", align="left")
    plan = Plan(columns=1, head=look, strip=-62)
    story_in(page, read("quilt"), Rect(x, 568, w, LOWER - 568), plan)


def low(page: Truth) -> None:
    """Set the lower part: two stories, a notice and an advertisement."""
    sheet = page.sheet
    spanning(sheet, LOWER + 8, LEFT, RIGHT, 1)
    top, deep = LOWER + 17, STRIP - LOWER - 26
    x, w = grid(6, 0, 2)
    look = Head(size=17, face="hei-black", colour="paper", fill="teal")
    story_in(page, read("schoolbus"), Rect(x, top, w, deep), Plan(columns=2, head=look))
    x, w = grid(6, 2, 2)
    sheet.rule(x - 7, top, x - 7, STRIP - 9, 0.35)
    picture = Picture(name="door", h=106, count=2)
    look = Head(size=20)
    story_in(
        page, read("library"), Rect(x, top, w, deep), Plan(columns=2, head=look, picture=picture)
    )
    x, w = grid(6, 4, 2)
    sheet.rule(x - 7, top, x - 7, STRIP - 9, 0.35)
    texts = (
        "因锚楼路供水管道更新，定于2026年11月26日22时至次日5时对锚楼路、柳堤路、青石巷沿线暂停供水，请提前储水。",
        "恢复供水初期水质可能短时发黄，放水数分钟后即可使用。",
        "服务电话：0000-9600000（24小时）",
        "澜汀市清源供水公司 2026年11月20日",
    )
    notice(sheet, Rect(x, top, w, 126), "停水公告", texts)
    texts = [
        ("秋冬新茶", Style("song-black", 27, colour="paper", align="center", tracking=6)),
        ("雾尖茶场 直营", Style("hei-bold", 15, colour="gold", align="center")),
        ("青埠镇南街12号 电话 0000-6600123", Style("hei", 8.5, colour="paper", align="center")),
    ]
    ad(sheet, Rect(x, top + 135, w, deep - 135), texts, "kelp")
    spanning(sheet, STRIP, LEFT, RIGHT, 1)
    for number in range(3):
        x, w = grid(6, 2 * number, 2)
        look = Head(size=15, face="hei-bold", align="left")
        box = Rect(x, STRIP + 8, w, BOTTOM - STRIP - 8)
        story_in(page, read(f"strip-{number + 1}"), box, Plan(columns=1, head=look))
