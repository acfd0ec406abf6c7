"""A Japanese regional page: text on both sides of a picture, notices of deaths, a daily column."""

from dataclasses import replace

from samples.sheet import Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.cjk import (
    Look,
    Rows,
    Slot,
    across_slots,
    down_slots,
    fill_cells,
    head_across,
    head_down,
)
from samples.world.piece import Piece, read
from samples.world.setting import Rect
from samples.world.type import type_for

F = type_for("ja")
W, H = 992.0, 1404.0
RIGHT, LEFT, TOP = 952.0, 40.0, 72.0
PITCH, SIZE = 15.2, 10.0
ROOM = SIZE * 11
ROW = ROOM + 8.4
ROWS = Rows(RIGHT, TOP, PITCH, ROOM, ROW)
right, top, span = ROWS.edge, ROWS.upper, ROWS.span
TEXT = Style(F("mincho"), SIZE, PITCH)
LOOK = Look(TEXT, indent=1.0)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="ja-chihou", language="ja", shuffle=23)
    stories = read("ja-chihou")
    canvas.stroke(LEFT, 62, RIGHT, 62, "0.6pt + ink")
    for text, align, size in (
        ("18　地　域", "left", 14),
        ("浜　坂　新　聞", "center", 13),
        ("2026年（令和8年）11月25日（水曜日）", "right", 9),
    ):
        style = Style(F("gothic-bold"), size, 0, "ink", align)
        head_across(canvas, text, (LEFT, 56 - size, RIGHT - LEFT), style, FURNITURE)
    lead(canvas, stories["lead"])
    block(canvas, stories["bus"], 4, 0, 33, "gothic-black", 33)
    block(canvas, stories["well"], 4, 35, 59, "mincho-black", 33)
    deaths(canvas, stories["obits"])
    crab(canvas, stories["crab"])
    notice(canvas, Rect(LEFT, top(8), RIGHT - LEFT, 2 * ROW - 10))
    column(canvas, stories["column"])
    rules(canvas)
    return canvas


def lead(canvas: Canvas, story: Piece) -> None:
    """Set a head across the page, and text on both sides of a picture."""
    canvas.frame()
    box = (LEFT, top(0) + 2, RIGHT - LEFT)
    head_across(
        canvas,
        story["headline"],
        box,
        Style(F("mincho-black"), 62, 0, "ink", "center", 8),
        story.id,
    )
    at = (LEFT, top(0) + 78, RIGHT - LEFT)
    head_across(
        canvas, story["deck"], at, Style(F("gothic-bold"), 24, 0, "ink", "center", 2), story.id
    )
    x, w = right(51) + 4, 42 * PITCH - 8
    high = 3 * ROW - 26
    canvas.photo("orchard", x, top(1), w, high)
    caption = Style(F("gothic"), 8.6, 11)
    note = Piece(story.id, body=(story["caption"],))
    frame = Rect(x, top(1) + high + 3, w, 12)
    fill_cells(
        canvas,
        note,
        across_slots([frame], caption),
        Look(caption, indent=0, upright=False),
        cut=False,
    )
    slots: list[Slot] = []
    for row in (1, 2, 3):
        slots += [*span(row, 0, 8, row * 2), *span(row, 51, 59, row * 2 + 1)]
    fill_cells(canvas, story, slots[:-1], LOOK)
    last = slots[-1]
    head_down(
        canvas, story["byline"], last.x + SIZE / 2, last.y + 40, Style(F("mincho"), SIZE), story.id
    )


def block(
    canvas: Canvas, story: Piece, row: int, first: int, last: int, face: str, size: float
) -> None:
    """Set a story of two rows, its head at the right."""
    canvas.frame()
    edge = right(first) - 4
    room = 2 * ROW - 16 if len(story["headline"]) * size < 2 * ROW - 40 else 0
    size = min(size, (2 * ROW - 10) / len(story["headline"]))
    head_down(canvas, story["headline"], edge, top(row), Style(F(face), size), story.id, room)
    head_down(
        canvas, story["deck"], edge - size - 7, top(row) + 8, Style(F("gothic-bold"), 14), story.id
    )
    start = first + 4
    fill_cells(canvas, story, [*span(row, start, last, 0), *span(row + 1, start, last, 1)], LOOK)


def deaths(canvas: Canvas, story: Piece) -> None:
    canvas.frame()
    edge = right(0) - 4
    canvas.bar(edge - 22, top(6), 22, 96, "ink")
    head_down(
        canvas,
        story["headline"],
        edge - 3,
        top(6) + 8,
        Style(F("gothic-bold"), 16, 0, "paper"),
        story.id,
        80,
    )
    look = Look(Style(F("mincho"), 9.6, PITCH), indent=0)
    fill_cells(canvas, story, [*span(6, 2, 20, 0), *span(7, 2, 20, 1)], look, enough=3)


def crab(canvas: Canvas, story: Piece) -> None:
    canvas.frame()
    edge = right(22) - 2
    head_down(canvas, story["headline"], edge, top(6), Style(F("mincho-black"), 16.4), story.id)
    head_down(canvas, story["deck"], edge - 24, top(6), Style(F("gothic"), 12), story.id)
    x, w, high = right(60) + 2, 17 * PITCH - 6, 2 * ROW - 26
    canvas.photo("ferry-crab", x, top(6), w, high)
    head_across(
        canvas, story["caption"], (x, top(6) + high + 3, w), Style(F("gothic"), 8.6), story.id
    )
    fill_cells(canvas, story, [*span(6, 25, 42, 0), *span(7, 25, 42, 1)], LOOK)


def column(canvas: Canvas, story: Piece) -> None:
    """Set the daily column: one row over the page, its name in a box."""
    canvas.frame()
    y = top(10) + 2
    canvas.tint(LEFT, y, RIGHT - LEFT, ROOM + 14, "", 0.8)
    canvas.bar(RIGHT - 52, y, 52, ROOM + 14, cmyk(60, 20, 0, 10))
    style = Style(F("mincho-black"), 32, 0, "paper")
    head_down(canvas, story["headline"], RIGHT - 10, y + 18, style, story.id, 88)
    slots = down_slots(RIGHT - 58, y + 7, 56, 15.0, ROOM, 0)
    fill_cells(canvas, story, slots, replace(LOOK, indent=0))


def notice(canvas: Canvas, box: Rect) -> None:
    canvas.frame()
    canvas.tint(box.x, box.y, box.w, box.h, cmyk(0, 10, 30, 0), 1)
    head_down(
        canvas,
        "蔵出し新酒",
        box.right - 30,
        box.y + 14,
        Style(F("mincho-black"), 37),
        AD,
        box.h - 28,
    )
    canvas.photo("workshop-sake", box.x + 12, box.y + 12, 330, box.h - 24, dots=0.8)
    canvas.frame()
    for text, y, face, size in (
        ("しぼりたて、ことしも間に合いました。", 26, "mincho-bold", 22),
        ("純米「潮目」　720ミリリットル　1,680円", 84, "gothic-bold", 18),
        ("浜坂酒造　創業明治十二年　見学は予約制", 138, "gothic", 15),
        ("お酒は二十歳になってから", 190, "gothic", 9),
    ):
        style = Style(F(face), size, 0, "ink", "center")
        head_across(canvas, text, (box.x + 350, box.y + y, 470), style, AD)


def rules(canvas: Canvas) -> None:
    """Rule between rows and, more heavily, between stories."""
    thin, thick = "0.3pt + ink", "0.8pt + ink"
    edge = lambda row: top(row) - 4.4  # noqa: E731
    for row in (2, 3):
        canvas.stroke(right(0), edge(row), right(9), edge(row), thin)
        canvas.stroke(right(51), edge(row), LEFT, edge(row), thin)
    for row in (4, 6, 8):
        canvas.stroke(LEFT, edge(row), RIGHT, edge(row), thick)
    canvas.stroke(right(4), edge(5), right(34), edge(5), thin)
    canvas.stroke(right(39), edge(5), LEFT, edge(5), thin)
    canvas.stroke(right(34) - 5, top(4), right(34) - 5, edge(6), thick)
    canvas.stroke(right(2), edge(7), right(21), edge(7), thin)
    canvas.stroke(right(21) - 5, top(6), right(21) - 5, edge(8), thick)
    canvas.stroke(right(25), edge(7), right(43), edge(7), thin)
