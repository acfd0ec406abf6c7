"""What belongs to no story: nameplate, folio lines, labels, index, advertisements."""

from collections.abc import Sequence

from samples.courier import flow
from samples.courier.parts import MARGIN, PAGE_W, column, text_down
from samples.sheet import Place, Rect, Sheet, Style, lines_down
from samples.story import Story

FURNITURE = "furniture"
AD = "ad"
FOLIO = Style("sans", 7.6)
DATE = "Monday, November 23, 2026"


def nameplate(sheet: Sheet, y: float) -> float:
    """Set the name of the paper between its ears, and the line below."""
    right = MARGIN + PAGE_W - 2 * MARGIN
    title = Style("display-bold", 48, align="center")
    sheet.frame()
    sheet.line("The Harbor Courier", Place(MARGIN, y + 45, right - MARGIN), title, FURNITURE)
    weather = [
        "TODAY’S WEATHER",
        "Morning fog, then sun.",
        "Wind northwest, 12 knots.",
        "High 47, low 33.",
        "High water 10:52 a.m.",
    ]
    ear(sheet, Rect(MARGIN, y, 104, 58), weather)
    edition = [
        "LATE CITY EDITION",
        "“Set down what you saw.”",
        "Founded 1908 as the",
        "Fish Pier Gazette",
        "Two dollars fifty",
    ]
    ear(sheet, Rect(right - 104, y, 104, 58), edition)
    sheet.rule(MARGIN, y + 66, right, y + 66, 1.2)
    sheet.rule(MARGIN, y + 81, right, y + 81)
    for text, align in (
        ("VOL. CXVIII, NO. 327", "left"),
        ("PORT AVERIL, MONDAY, NOVEMBER 23, 2026", "center"),
        ("© 2026 THE HARBOR COURIER COMPANY", "right"),
    ):
        style = Style("sans-bold", 7.2, align=align)
        sheet.line(text, Place(MARGIN, y + 76, right - MARGIN), style, FURNITURE)
    return y + 81


def ear(sheet: Sheet, box: Rect, texts: Sequence[str]) -> None:
    """Set one of the two boxes beside the name."""
    sheet.frame()
    sheet.tint(box.x, box.y, box.w, box.h, "", 0.5)
    first = Style("sans-bold", 7.2, 11, align="center")
    other = Style("text", 8.2, 9.8, align="center")
    y = lines_down(sheet, [texts[0]], Rect(box.x, box.y + 4, box.w, 0), first, FURNITURE)
    lines_down(sheet, list(texts[1:]), Rect(box.x, y + 1, box.w, 0), other, FURNITURE)


def folio(sheet: Sheet, page: str, name: str, *, left: float, even: bool) -> None:
    """Set the line at the head of an inside page."""
    right = left + PAGE_W - MARGIN
    x, w = left + MARGIN, PAGE_W - 2 * MARGIN
    sheet.frame()
    number, far = ("left", "right") if even else ("right", "left")
    sheet.line(page, Place(x, 42, w), Style("display-bold", 17, align=number), FURNITURE)
    centre = Style("display-bold", 15, align="center", tracking=1.2)
    sheet.line(name, Place(x, 42, w), centre, FURNITURE)
    text = f"The Harbor Courier | {DATE}"
    sheet.line(text, Place(x, 42, w), Style("sans", 7.6, align=far), FURNITURE)
    sheet.rule(x, 49, right, 49, 1.2)
    sheet.frame()


def label(sheet: Sheet, text: str, x: float, y: float, w: float) -> float:
    """Set a white label on a dark bar, as over a column of briefs."""
    sheet.frame()
    sheet.tint(x, y, w, 15, "navy")
    style = Style("sans-bold", 8.4, colour="paper", align="center", tracking=0.6)
    sheet.line(text, Place(x, y + 10.6, w), style, FURNITURE)
    sheet.frame()
    return y + 15


def index(sheet: Sheet, box: Rect, rows: Sequence[tuple[str, str]]) -> None:
    """Set the box that says what stands where."""
    sheet.frame()
    sheet.tint(box.x, box.y, box.w, box.h, "mist", 0.5)
    sheet.line(
        "INSIDE",
        Place(box.x, box.y + 13, box.w),
        Style("sans-bold", 8.4, align="center"),
        FURNITURE,
    )
    y = box.y + 26
    for name, page in rows:
        room = Place(box.x + 8, y, box.w - 16)
        sheet.line(name, room, Style("text", 9), FURNITURE)
        sheet.line(page, room, Style("text-bold", 9, align="right"), FURNITURE)
        y += 11
    sheet.frame()


def ad(sheet: Sheet, box: Rect, texts: Sequence[tuple[str, Style]], fill: str = "") -> None:
    """Set an advertisement: a frame, and lines of type spread over its height."""
    sheet.frame()
    sheet.tint(box.x, box.y, box.w, box.h, fill, 1.2)
    sheet.line(
        "ADVERTISEMENT",
        Place(box.x, box.y - 2, box.w),
        Style("sans", 4.8, align="center", tracking=0.5),
        AD,
    )
    inner = Rect(box.x + 10, box.y, box.w - 20, box.h)
    heights = [text_down(Sheet(0, 0), t, Rect(0, 0, inner.w, 0), s, AD) for t, s in texts]
    gap = (box.h - sum(heights)) / (len(texts) + 1)
    y = box.y + gap
    for (text, style), height in zip(texts, heights, strict=True):
        text_down(sheet, text, Rect(inner.x, y, inner.w, 0), style, AD)
        y += height + gap
    sheet.frame()


def divide(sheet: Sheet, first: int, count: int, y: float, thick: float = 0.5) -> None:
    """Draw a rule over some columns."""
    x, w = column(first, count)
    sheet.rule(x, y, x + w, y, thick)


def between(sheet: Sheet, after: int, top: float, bottom: float) -> None:
    """Draw a hairline in the gutter after a column."""
    x, w = column(after)
    sheet.rule(x + w + 6, top, x + w + 6, bottom, 0.35)


def notice(sheet: Sheet, story: Story, box: Rect, columns: int) -> None:
    """Set an advertisement that is all text: a frame, a head, columns of type."""
    sheet.frame()
    sheet.tint(box.x, box.y, box.w, box.h, "", 1.4)
    sheet.line(
        "PAID NOTICE", Place(box.x, box.y - 2, box.w), Style("sans", 4.8, align="center"), AD
    )
    inner = Rect(box.x + 9, box.y + 8, box.w - 18, 0)
    style = Style("sans-bold", 15, align="center")
    y = text_down(sheet, story.headline, inner, style, AD) + 4
    if story.deck:
        y = (
            text_down(
                sheet,
                story.deck,
                Rect(inner.x, y, inner.w, 0),
                Style("narrow", 8.6, align="center"),
                AD,
            )
            + 5
        )
    wide = (inner.w - 9 * (columns - 1)) / columns
    frames = [Rect(inner.x + k * (wide + 9), y, wide, box.bottom - y - 4) for k in range(columns)]
    flow.draw(sheet, story, flow.set_text(story, flow.slots_of(frames)))


def table(sheet: Sheet, story: Story, box: Rect, widths: Sequence[float]) -> float:
    """Set a headed table on a tint, a rule under every row; return its foot."""
    sheet.frame()
    y = (
        text_down(
            sheet,
            story.headline,
            Rect(box.x + 7, box.y + 7, box.w, 0),
            Style("sans-bold", 13),
            story.id,
        )
        + 4
    )
    height = (box.bottom - y - 26) / (story.table.count("|") + 1)
    for number, cells in enumerate(story.table.split("|")):
        cell_row(
            sheet,
            story,
            cells.split("\t"),
            Rect(box.x + 7, y, box.w - 14, height),
            widths,
            bold=not number,
        )
        y += height
        sheet.rule(box.x + 7, y, box.right - 7, y, 0.3)
    about = Style("text-italic", 7.6, 8.8)
    text_down(sheet, story.note, Rect(box.x + 7, y + 3, box.w - 14, 0), about, story.id)
    sheet.tint(box.x, box.y, box.w, box.h, "mist", 0.5)
    sheet.frame()
    return box.bottom


def cell_row(
    sheet: Sheet, story: Story, cells: list[str], box: Rect, widths: Sequence[float], *, bold: bool
) -> None:
    """Set one row of a table: the first cell to the left, the others to the right."""
    face = "narrow-bold" if bold else "narrow"
    x = box.x
    for number, (cell, share) in enumerate(zip(cells, widths, strict=True)):
        style = Style(face, 9, align="right" if number else "left")
        if cell:
            sheet.line(cell, Place(x, box.y + box.h / 2 + 3.2, box.w * share), style, story.id)
        x += box.w * share
