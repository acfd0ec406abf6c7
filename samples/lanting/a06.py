"""Page A06: a page of pictures."""

from dataclasses import replace

from samples.lanting.desk import read, read_all
from samples.lanting.flow import Type, draw, fitted
from samples.lanting.furniture import folio, foot
from samples.lanting.parts import BOTTOM, LEFT, PAGE_H, PAGE_W, RIGHT, TOP, Head, photo, upright
from samples.lanting.setting import put
from samples.sheet import Place, Rect, Sheet, Style
from samples.truth import Truth

SHOTS = (
    ("roofs", Rect(LEFT, TOP, 556, 386)),
    ("persimmons", Rect(LEFT, 474, 232, 292)),
    ("grain", Rect(LEFT + 244, 474, 476, 292)),
    ("peppers", Rect(LEFT, 778, 348, BOTTOM - 778)),
    ("dusk", Rect(LEFT + 360, 778, 360, BOTTOM - 778)),
)


def pictures() -> Truth:
    """Draw page A06: five photographs and one text."""
    sheet = Sheet(PAGE_W, PAGE_H)
    page = Truth(sheet)
    sheet.tint(-9, -9, PAGE_W + 18, PAGE_H + 18, "cream")
    folio(sheet, "A06", "影 像", "责任编辑 顾南枝 美术编辑 苏木", "brick")
    story = read("harvest")
    x, w = LEFT + 570, RIGHT - LEFT - 570
    look = Head(size=54, colour="brick", kicker=13, tracking=8)
    upright(sheet, story, Rect(x + 24, TOP, w - 24, 150), look)
    style = Style("hei", 8.6, align="center")
    put(sheet, story.byline, Place(x, TOP + 168, w), style, story.id)
    frame = Rect(x, TOP + 182, w, 466 - TOP - 190)
    draw(sheet, story, fitted(story, [frame], Type()))
    captions = []
    for (name, box), shot in zip(SHOTS, read_all("shots"), strict=True):
        photo(sheet, replace(shot, id=story.id), name, box)
        captions.append(shot.caption)
    page.add(replace(story, caption="\n".join(captions)))
    foot(sheet, "图片投稿：yingxiang@lanting.example")
    return page
