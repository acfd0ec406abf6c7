"""What belongs to no story: masthead, folios, labels, page feet, advertisements."""

from collections.abc import Sequence
from dataclasses import replace

from samples.lanting.parts import LEFT, RIGHT, Head, block, headline, shrunk
from samples.lanting.setting import put
from samples.sheet import Place, Rect, Sheet, Style
from samples.story import Story

FURNITURE = "furniture"
AD = "ad"
DATE = "2026年11月23日 星期一"


def masthead(sheet: Sheet, box: Rect) -> None:
    """Set the name of the paper and the facts below it."""
    sheet.frame()
    name = Style("song-black", 84, colour="red", align="center", tracking=14)
    put(sheet, "澜汀日报", Place(box.x, box.y + 74, box.w), name, FURNITURE)
    latin = Style("hei", 8, colour="red", align="center", tracking=2.4)
    sheet.line(
        "LANTING DAILY", Place(box.x, box.y + 91, box.w), replace(latin, face="sans"), FURNITURE
    )
    facts = Style("hei", 7.4)
    y = box.y + 106
    for text, align in (
        ("澜汀日报社主办", "left"),
        ("国内统一连续出版物号 CN50-0000", "center"),
        ("邮发代号 77-00 第11824期", "right"),
    ):
        put(sheet, text, Place(box.x, y, box.w), replace(facts, align=align), FURNITURE)
    sheet.frame()


def dateline(sheet: Sheet, y: float) -> None:
    """Set the band with the date, the weather and the addresses."""
    sheet.frame()
    sheet.tint(LEFT, y, RIGHT - LEFT, 17, "red")
    style = Style("hei-medium", 8, colour="paper")
    place = Place(LEFT + 8, y + 11.6, RIGHT - LEFT - 16)
    put(sheet, f"{DATE} 农历丙午年十月十五", place, style, FURNITURE)
    middle = "今日8版 多云转晴 7℃～15℃ 东北风3级"
    put(sheet, middle, place, replace(style, align="center"), FURNITURE)
    side = "微信公众号：lanting-ribao 汀客新闻客户端"
    put(sheet, side, place, replace(style, align="right"), FURNITURE)
    sheet.frame()


def folio(sheet: Sheet, label: str, name: str, editors: str, colour: str = "red") -> None:
    """Set the head of an inside page; even pages carry their number at the left."""
    sheet.frame()
    even = int(label[1:]) % 2 == 0
    x = LEFT if even else RIGHT - 44
    sheet.tint(x, 30, 44, 26, colour)
    number = Style("hei-bold", 17, colour="paper", align="center")
    sheet.line(label, Place(x, 49.5, 44), number, FURNITURE)
    side = "left" if even else "right"
    room = Place(LEFT + 54, 51, RIGHT - LEFT - 108)
    put(
        sheet, name, room, Style("song-black", 21, colour=colour, align=side, tracking=3), FURNITURE
    )
    far = "right" if even else "left"
    outer = Place(LEFT, 52, RIGHT - LEFT)
    put(sheet, "澜汀日报", replace(outer, y=42), Style("song-black", 13, align=far), FURNITURE)
    put(sheet, editors, outer, Style("hei", 7.4, align=far), FURNITURE)
    put(sheet, DATE, outer, Style("hei", 8, align="center"), FURNITURE)
    sheet.rule(LEFT, 59, RIGHT, 59, 1.2)
    sheet.rule(LEFT, 61.5, RIGHT, 61.5, 0.35)
    sheet.frame()


def foot(sheet: Sheet, people: str, address: str = "") -> None:
    """Set the line at the foot of a page."""
    sheet.frame()
    sheet.rule(LEFT, 1071, RIGHT, 1071, 0.5)
    style = Style("hei", 7.2, align="left" if address else "center")
    put(sheet, people, Place(LEFT, 1081, RIGHT - LEFT), style, FURNITURE)
    if address:
        put(
            sheet,
            address,
            Place(LEFT, 1081, RIGHT - LEFT),
            replace(style, align="right"),
            FURNITURE,
        )
    sheet.frame()


def label(sheet: Sheet, text: str, box: Rect, colour: str = "red") -> float:
    """Set a white label on a bar; return the edge below."""
    sheet.frame()
    sheet.tint(box.x, box.y, box.w, 18, colour)
    style = Style("hei-bold", 11, colour="paper", align="center", tracking=4)
    put(sheet, text, Place(box.x, box.y + 13, box.w), style, FURNITURE)
    sheet.frame()
    return box.y + 18


def index(sheet: Sheet, box: Rect, rows: Sequence[tuple[str, str]]) -> None:
    """Set the box that says what stands on the inside pages."""
    sheet.frame()
    sheet.tint(box.x, box.y, box.w, box.h, "mist", 0.4)
    title = Style("hei-bold", 9, colour="red", align="center", tracking=3)
    put(sheet, "今日导读", Place(box.x, box.y + 14, box.w), title, FURNITURE)
    step = (box.h - 21) / len(rows)
    for number, (text, page) in enumerate(rows):
        place = Place(box.x + 5, box.y + 21 + (number + 0.62) * step, box.w - 10)
        put(sheet, text, place, Style("hei", 7.6), FURNITURE)
        put(sheet, page, place, Style("hei-bold", 7.6, align="right"), FURNITURE)
    sheet.frame()


def ad(
    sheet: Sheet,
    box: Rect,
    texts: Sequence[tuple[str, Style]],
    fill: str = "",
    picture: bytes = b"",
) -> None:
    """Set an advertisement: a frame, and lines of type spread over its height."""
    sheet.frame()
    sheet.tint(box.x, box.y, box.w, box.h, fill, 0.8)
    if picture:
        high = box.h * 0.6
        sheet.picture(f"ad-{round(box.y)}.jpg", picture, box.x, box.y, box.w, high)
        box = Rect(box.x, box.y + high, box.w, box.h - high)
    put(
        sheet,
        "广告",
        Place(box.x, box.bottom - 3, box.w - 4),
        Style("hei", 5.6, colour=texts[-1][1].colour, align="right"),
        AD,
    )
    wide = box.w - 20
    styles = [shrunk(text, style, wide) for text, style in texts]
    gap = (box.h - sum(s.size for s in styles)) / (len(texts) + 1)
    y = box.y + gap
    for (text, _), style in zip(texts, styles, strict=True):
        put(sheet, text, Place(box.x + 10, y + 0.88 * style.size, wide), style, AD)
        y += style.size + gap
    sheet.frame()


def notice(sheet: Sheet, box: Rect, title: str, paragraphs: Sequence[str]) -> None:
    """Set an advertisement that is all text: a frame, a head, small type."""
    sheet.frame()
    sheet.tint(box.x, box.y, box.w, box.h, "", 1.0)
    style = Style("song-black", 15, align="center", tracking=3)
    put(sheet, title, Place(box.x, box.y + 21, box.w), style, AD)
    text = Style("hei-light", 8, 11.4)
    y = box.y + 31
    for paragraph in paragraphs:
        y = block(sheet, paragraph, Rect(box.x + 9, y, box.w - 18, 0), text, AD) + 2.6
    if y > box.bottom + 1:
        raise ValueError(f"{title}: {y - box.bottom:.0f} points too long")
    sheet.frame()


def spanning(
    sheet: Sheet, y: float, x: float = LEFT, right: float = RIGHT, thick: float = 0.6
) -> None:
    """Draw a rule over columns."""
    sheet.rule(x, y, right, y, thick)


def table(sheet: Sheet, story: Story, box: Rect, widths: Sequence[float], fill: str) -> None:
    """Set a headed table on a tint, a rule under every row."""
    sheet.frame()
    sheet.tint(box.x, box.y, box.w, box.h, fill, 0.5)
    inner = Rect(box.x + 7, box.y + 8, box.w - 14, 0)
    y = headline(sheet, story, inner, Head(size=16, face="hei-bold")) + 2
    rows = [cells.split("\t") for cells in story.table.split("|")]
    high = (box.bottom - y - 17) / len(rows)
    for number, cells in enumerate(rows):
        face = "hei" if number else "hei-bold"
        x = inner.x
        for k, (cell, share) in enumerate(zip(cells, widths, strict=True)):
            style = Style(face, 8.4, align="right" if k > 1 else "left")
            room = Place(x, y + high / 2 + 3, inner.w * share)
            put(sheet, cell, room, style, story.id)
            x += inner.w * share
        y += high
        sheet.rule(inner.x, y, inner.right, y, 0.3)
    about = Style("hei-light", 7)
    put(
        sheet,
        story.note,
        Place(inner.x, y + 11, inner.w),
        shrunk(story.note, about, inner.w),
        story.id,
    )
    sheet.frame()
