"""A Chinese literary supplement: frames, a poem that runs down, text around a round picture."""

import math
from dataclasses import replace

from samples.agency import paint
from samples.sheet import Style
from samples.world.canvas import FURNITURE, Canvas, cmyk
from samples.world.cjk import (
    Look,
    Slot,
    across_slots,
    down_slots,
    fill_cells,
    head_across,
    head_down,
)
from samples.world.piece import Piece, read
from samples.world.setting import Rect, columns, rows
from samples.world.type import type_for

F = type_for("zh")
W, H = 842.0, 1190.0
TOP, BOTTOM = 112.0, 1148.0
LEAD = 16.2
TEA, PAPER, JADE = cmyk(30, 55, 80, 25), cmyk(2, 3, 10, 0), cmyk(55, 10, 45, 10)
TEXT = Style(F("song"), 10.6, LEAD)
LOOK = Look(TEXT, indent=2.0, upright=False)
DOWN = Look(Style(F("song"), 10.6, 17.4), indent=2.0)
BYLINE = Style(F("hei"), 10)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="zh-supplement", language="zh", press=True, shuffle=4)
    stories = read("zh-supplement")
    folio(canvas)
    lead(canvas, stories["lead"], Rect(40, TOP, 556, 462))
    poem(canvas, stories["poem"], Rect(614, TOP, 188, 462))
    small(canvas, stories["small"], Rect(40, 592, 262, 264))
    upright(canvas, stories["upright"], Rect(318, 592, 484, 264))
    bottom(canvas, stories["bottom"], Rect(40, 876, 762, BOTTOM - 876))
    text = "投稿：yunxi@paper.example　本版插图：段木"
    head_across(canvas, text, (40, 1156, 762), Style(F("hei"), 8, 0, "ink", "center"), FURNITURE)
    return canvas


def folio(canvas: Canvas) -> None:
    head_across(canvas, "云　溪", (40, 40, 200), Style(F("song-black"), 42, 0, TEA), FURNITURE)
    head_across(canvas, "副刊·第1187期", (210, 68, 200), Style(F("hei"), 10, 0, TEA), FURNITURE)
    for n, text in enumerate(("2026年11月28日　星期六", "桐江晚报　A11")):
        head_across(
            canvas, text, (40, 54 + 16 * n, 762), Style(F("hei"), 9.4, 0, "ink", "right"), FURNITURE
        )
    canvas.stroke(40, 94, 802, 94, f"2.4pt + {TEA}")
    canvas.stroke(40, 98, 802, 98, f"0.5pt + {TEA}")


def ornate(canvas: Canvas, box: Rect) -> None:
    """Draw a double frame with notched corners."""
    for inset, thick in ((0, 1.6), (5, 0.5)):
        canvas.tint(box.x + inset, box.y + inset, box.w - 2 * inset, box.h - 2 * inset, "", 0)
        x0, y0, x1, y1, c = box.x + inset, box.y + inset, box.right - inset, box.bottom - inset, 12
        points = [
            (x0 + c, y0), (x1 - c, y0), (x1 - c, y0 + c), (x1, y0 + c), (x1, y1 - c), (x1 - c, y1 - c),
            (x1 - c, y1), (x0 + c, y1), (x0 + c, y1 - c), (x0, y1 - c), (x0, y0 + c), (x0 + c, y0 + c),
        ]  # fmt: skip
        text = ", ".join(f"({x:.1f}pt, {y:.1f}pt)" for x, y in points)
        canvas.mark(f"#place(top + left, polygon(stroke: {thick}pt + {TEA}, {text}))")


def around_circle(x: float, y: float, r: float) -> list[Rect]:
    """Return a circle as slices that lines run around."""
    step, found = 4.0, []
    for n in range(int(2 * r / step)):
        at = -r + n * step
        half = math.sqrt(max(0.0, r * r - min(abs(at), abs(at + step)) ** 2))
        found.append(Rect(x - half, y + at, 2 * half, step))
    return found


def round_picture(canvas: Canvas, name: str, x: float, y: float, r: float) -> None:
    canvas.frame()
    file = f"{name}-{len(canvas.pictures)}.jpg"
    canvas.pictures[file] = paint(name, 2 * r, 2 * r)
    canvas.frames[-1].append(
        f"#place(top + left, dx: {x - r:.1f}pt, dy: {y - r:.1f}pt, box(clip: true, radius: {r}pt, "
        f'image("{file}", width: {2 * r:.1f}pt, height: {2 * r:.1f}pt)))'
    )
    canvas.frame()


def lead(canvas: Canvas, story: Piece, box: Rect) -> None:
    ornate(canvas, box)
    canvas.frame()
    head_across(
        canvas,
        story["headline"],
        (box.x, box.y + 24, box.w),
        Style(F("song-black"), 32, 0, "ink", "center", 4),
        story.id,
    )
    head_across(
        canvas,
        story["byline"],
        (box.x, box.y + 66, box.w),
        replace(BYLINE, align="center"),
        story.id,
    )
    foot = box.bottom - 18
    top = rows(box.y + 88, foot, LEAD)
    frames = columns(box.x + 22, top, box.w - 44, foot - top, 3, 20)
    x, y, r = frames[2].x - 10, top + 9.6 * LEAD, 74.0
    round_picture(canvas, "seawall", x, y, r)
    fill_cells(canvas, story, across_slots(frames, TEXT, around_circle(x, y, r + 7)), LOOK)


def poem(canvas: Canvas, story: Piece, box: Rect) -> None:
    """Set a poem whose lines run down, two stanzas above two."""
    canvas.bar(box.x, box.y, box.w, box.h, PAPER)
    canvas.tint(box.x + 4, box.y + 4, box.w - 8, box.h - 8, "", 0.6)
    canvas.frame()
    right = box.right - 16
    head_down(
        canvas, story["headline"], right, box.y + 30, Style(F("song-black"), 28), story.id, 84
    )
    head_down(canvas, story["byline"], right - 9, box.y + 134, Style(F("hei"), 10), story.id)
    stanzas = [p.replace("~ ", "\n~ ").strip().split("\n") for p in story.body]
    lines = [line for s in stanzas for line in s if line]
    slots = [
        Slot(
            right - 42 - (n % 8) * 14.6 - (n % 8 // 4) * 8, box.y + 34 + (n // 8) * 226, 190, n // 8
        )
        for n in range(16)
    ]
    story = replace(story, body=tuple(lines))
    fill_cells(canvas, story, slots, Look(Style(F("song"), 12, 13), indent=0), cut=False)


def small(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(10, 0, 14, 0))
    canvas.bar(box.x, box.y, 5, box.h, JADE)
    canvas.frame()
    head_across(
        canvas,
        story["headline"],
        (box.x + 20, box.y + 16, 150),
        Style(F("song-black"), 24),
        story.id,
    )
    head_across(
        canvas,
        story["byline"],
        (box.x + 20, box.y + 28, box.w - 36),
        replace(BYLINE, align="right"),
        story.id,
    )
    top = rows(box.y + 50, box.bottom - 10, LEAD)
    frame = Rect(box.x + 20, top, box.w - 36, box.bottom - 10 - top)
    fill_cells(canvas, story, across_slots([frame], TEXT), LOOK)


def upright(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.tint(box.x, box.y, box.w, box.h, "", 0.8)
    canvas.frame()
    right = box.right - 18
    head_down(
        canvas, story["headline"], right, box.y + 20, Style(F("song-black"), 36), story.id, 96
    )
    head_down(canvas, story["byline"], right - 13, box.y + 144, Style(F("hei"), 10), story.id)
    room, pitch = 11 * 10.6, 17.4
    slots = []
    for n in range(2):
        y = box.y + 10 + n * 127
        slots += down_slots(right - 50, y, 23, pitch, room, n)
    canvas.stroke(box.x + 12, box.y + 131.5, right - 50, box.y + 131.5, "0.3pt + ink")
    fill_cells(canvas, story, slots, replace(DOWN, indent=1.0))


def bottom(canvas: Canvas, story: Piece, box: Rect) -> None:
    """Set an essay whose head stands between its columns."""
    top = rows(box.y, box.bottom, LEAD)
    frames = columns(box.x, top, box.w, box.bottom - top, 4, 18)
    x, w = frames[1].x, frames[2].right - frames[1].x
    canvas.frame()
    style = Style(F("song-black"), 30, 0, "ink", "center")
    head_across(canvas, story["headline"], (x, top + 12, w), style, story.id)
    head_across(
        canvas, story["byline"], (x, top + 52, w), replace(BYLINE, align="center"), story.id
    )
    canvas.stroke(x + 40, top + 72, x + w - 40, top + 72, f"0.8pt + {TEA}")
    deep = 7 * LEAD - 20
    canvas.photo("lighthouse", frames[3].x, box.bottom - deep - 16, frames[3].w, deep)
    caption = Style(F("hei"), 8.6)
    head_across(
        canvas, story["caption"], (frames[3].x, box.bottom - 11, frames[3].w), caption, story.id
    )
    holes = [
        Rect(x - 4, top, w + 8, 5 * LEAD - 1),
        Rect(frames[3].x, box.bottom - 7 * LEAD, frames[3].w, 7 * LEAD),
    ]
    fill_cells(canvas, story, across_slots(frames, TEXT, holes), LOOK)
    canvas.stroke(box.x, box.y - 9, box.right, box.y - 9, f"0.8pt + {TEA}")
