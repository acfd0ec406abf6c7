"""A Chinese tabloid on a press sheet: upright heads, bars, tints, a table, brief news."""

from dataclasses import replace

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.cjk import Look, across_slots, fill_cells, head_across, head_down
from samples.world.piece import Piece, read
from samples.world.setting import Grid, Rect, columns, rows
from samples.world.type import type_for

F = type_for("zh")
W, H = 780.0, 1106.0
GRID = Grid(32, 748, 14, 4)
TOP, BOTTOM = 86.0, 1076.0
LEAD = 15.0
RED, TINT = cmyk(5, 100, 95, 5), cmyk(12, 0, 16, 0)
TEXT = Style(F("song"), 10.2, LEAD)
LOOK = Look(TEXT, Style(F("hei-bold"), 10.4, LEAD), 2.0, upright=False)
BYLINE = Style(F("hei"), 9.2)
CAPTION = Look(Style(F("hei"), 8.8, 12), indent=0, upright=False)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="zh-tabloid", language="zh", shuffle=9)
    canvas.singly = {"singly", "s3", AD}
    stories = read("zh-tabloid")
    x, wide = GRID.x, GRID.wide
    folio(canvas)
    lead(canvas, stories["lead"])
    briefs(canvas, [stories[f"s{n}"] for n in range(1, 5)], Rect(x(3), TOP, wide(1), 440))
    boxed(canvas, stories["box"], Rect(x(0), 540, wide(2), 248))
    table(canvas, stories["table"], Rect(x(2), 540, wide(2), 248))
    bottom(canvas, stories["singly"], Rect(x(0), 804, wide(3), BOTTOM - 804))
    notice(canvas, Rect(x(3), 804, wide(1), BOTTOM - 804))
    return canvas


def folio(canvas: Canvas) -> None:
    canvas.bar(32, 36, 66, 34, RED)
    head_across(
        canvas, "05", (32, 40, 66), Style(F("hei-black"), 26, 0, "paper", "center"), FURNITURE
    )
    head_across(canvas, "民　生", (110, 42, 120), Style(F("hei-black"), 24, 0, RED), FURNITURE)
    for n, text in enumerate(("2026年11月25日　星期三", "责编　周习　美编　吴典　校对　何例")):
        head_across(
            canvas, text, (32, 44 + 13 * n, 716), Style(F("hei"), 8.4, 0, "ink", "right"), FURNITURE
        )
    head_across(
        canvas, "桐江晚报", (32, 46, 716), Style(F("song-black"), 19, 0, "ink", "center"), FURNITURE
    )
    canvas.stroke(32, 74, 748, 74, f"1.6pt + {RED}")


def lead(canvas: Canvas, story: Piece) -> None:
    x, wide = GRID.x, GRID.wide
    canvas.frame()
    w = wide(3)
    y = head_across(
        canvas,
        story["kicker"],
        (x(0), TOP + 2, w),
        Style(F("hei-bold"), 15, 0, RED, "center"),
        story.id,
    )
    y = head_across(
        canvas,
        story["headline"],
        (x(0), y + 8, w),
        Style(F("hei-black"), 44, 0, "ink", "center"),
        story.id,
    )
    y = head_across(
        canvas,
        story["deck"],
        (x(0), y + 9, w),
        Style(F("song-bold"), 16, 0, "ink", "center"),
        story.id,
    )
    y = head_across(
        canvas, story["byline"], (x(0), y + 9, w), replace(BYLINE, align="center"), story.id
    )
    foot = 526.0
    top = rows(y + 8, foot, LEAD)
    frames = columns(x(0), top, w, foot - top, 3, GRID.gap)
    deep = 11 * LEAD - 22
    canvas.photo("market", x(1), top + 2, wide(2), deep)
    y = top + deep + 5
    head_across(canvas, story["caption"], (x(1), y, wide(2)), CAPTION.text, story.id)
    credit = replace(CAPTION.text, size=7.4, align="right")
    head_across(canvas, story["credit"], (x(1), y + 1, wide(2)), credit, story.id)
    hole = Rect(x(1) - 4, top, wide(2) + 8, 11 * LEAD - 1)
    fill_cells(canvas, story, across_slots(frames, TEXT, [hole]), LOOK)


def briefs(canvas: Canvas, stories: list[Piece], box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, 22, RED)
    head_across(
        canvas,
        "短　讯",
        (box.x, box.y + 4, box.w),
        Style(F("hei-black"), 14, 0, "paper", "center"),
        FURNITURE,
    )
    canvas.tint(box.x, box.y, box.w, box.h, "", 0.5)
    inner = box.w - 14
    used = []
    for story in stories:
        slots = across_slots([Rect(0, 0, inner, 900)], TEXT)
        fill_cells(blank := Canvas(W, H), story, slots, LOOK, cut=False)
        used.append(len(blank.said[story.id]))
    gap = (box.h - 32 - sum(used) * LEAD - 19 * len(used)) / len(used)
    y = box.y + 32
    for story, count in zip(stories, used, strict=True):
        canvas.frame()
        head_across(
            canvas, story["headline"], (box.x + 7, y, inner), Style(F("hei-bold"), 13), story.id
        )
        frame = Rect(box.x + 7, y + 19, inner, count * LEAD)
        fill_cells(canvas, story, across_slots([frame], TEXT), LOOK)
        y += 19 + count * LEAD + gap
        if story is not stories[-1]:
            line = '(paint: ink, thickness: 0.5pt, dash: "dashed")'
            canvas.stroke(box.x + 7, y - gap / 2 - 1, box.x + 7 + inner, y - gap / 2 - 1, line)


def boxed(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.frame()
    canvas.bar(box.x, box.y, box.w, box.h, TINT)
    left = box.x + 12
    head_down(
        canvas,
        story["headline"],
        left + 27,
        box.y + 14,
        Style(F("song-black"), 27),
        story.id,
        box.h - 28,
    )
    canvas.stroke(left + 36, box.y + 12, left + 36, box.bottom - 12, "0.5pt + ink")
    y = box.y + 10
    head_across(canvas, story["byline"], (left + 46, y, 200), BYLINE, story.id)
    top = rows(y + 14, box.bottom - 8, LEAD)
    frames = columns(left + 46, top, box.w - 70, box.bottom - 8 - top, 2, 12)
    fill_cells(canvas, story, across_slots(frames, TEXT), LOOK)


def table(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.frame()
    canvas.bar(box.x, box.y, box.w, 28, RED)
    head_across(
        canvas,
        story["headline"],
        (box.x + 12, box.y + 6, 200),
        Style(F("hei-black"), 17, 0, "paper"),
        story.id,
    )
    head_across(
        canvas,
        story["other"],
        (box.x, box.y + 33, box.w),
        Style(F("hei"), 7.6, 0, "ink", "right"),
        story.id,
    )
    frame = Rect(box.x, box.y + 46, box.w, 3 * LEAD)
    fill_cells(canvas, story, across_slots([frame], TEXT), LOOK)
    y, high, w = box.y + 46 + 3 * LEAD + 6, 21.0, box.w / 4
    for n, row in enumerate(story.all("row")):
        if n % 2 == 0:
            canvas.bar(box.x, y, box.w, high, TINT if n else cmyk(0, 25, 25, 0))
        for m, cell in enumerate(row.split("\t")):
            face = "hei-bold" if n == 0 or m == 0 else "hei"
            style = Style(F(face), 9.6, 0, "ink", "center")
            head_across(canvas, cell, (box.x + m * w, y + 5.6, w), style, story.id)
        canvas.stroke(box.x, y + high, box.right, y + high, "0.4pt + ink")
        y += high
    text = "\n".join([story["other"], *story.all("row")])
    canvas.note(
        replace(canvas.pieces[story.id], kind="table", fields={**story.fields, "other": [text]})
    )


def bottom(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.frame()
    canvas.bar(box.x, box.y, box.w, 38, RED)
    style = Style(F("hei-black"), 25, 0, "paper", "center")
    head_across(canvas, story["headline"], (box.x, box.y + 6.5, box.w), style, story.id)
    head_across(
        canvas,
        story["byline"],
        (box.x, box.y + 46, box.w),
        replace(BYLINE, align="right"),
        story.id,
    )
    top = rows(box.y + 58, box.bottom, LEAD)
    frames = columns(box.x, top, box.w, box.bottom - top, 3, GRID.gap)
    fill_cells(canvas, story, across_slots(frames, TEXT), LOOK)


def notice(canvas: Canvas, box: Rect) -> None:
    canvas.frame()
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(85, 40, 0, 20))
    for text, y, face, size, colour in (
        ("冬日暖居节", 24, "hei-black", 27, cmyk(0, 5, 60, 0)),
        ("地暖清洗", 76, "hei-bold", 22, "paper"),
        ("每平方米 3.8 元", 108, "hei", 15, "paper"),
        ("阀门免费检修", 146, "hei-bold", 18, "paper"),
        ("桐江暖通服务中心", 206, "hei", 13, "paper"),
        ("热线 000-0000000", 230, "hei-bold", 13, "paper"),
    ):
        style = Style(F(face), size, 0, colour, "center")
        head_across(canvas, text, (box.x, box.y + y, box.w), style, AD)
    canvas.line("广告", Place(box.x + 3, box.y + 8), Style(F("hei"), 5.5, 0, "paper"), AD)
