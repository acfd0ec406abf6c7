"""A British compact: seven narrow columns, a splash, nibs, a quote between rules."""

from dataclasses import replace

from samples.breaking import ragged
from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import Piece, read
from samples.world.setting import (
    Body,
    Grid,
    Rect,
    columns,
    down,
    fill,
    grown,
    lines_at,
    rows,
    stack,
)
from samples.world.type import type_for

F = type_for("en_GB")
W, H = 794.0, 1096.0
GRID = Grid(30, 764, 10, 7)
LEAD = 10.2
TOP, MID, BOTTOM = 66.0, 650.0, 1066.0
RED = cmyk(0, 100, 95, 0)
TEXT = Style(F("text"), 8.9, LEAD)
BODY = Body(TEXT, indent=7)
BYLINE = Style(F("narrow-bold"), 9, 10.4)
CAPTION = Style(F("narrow-bold"), 8.6, 10)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="en-compact", language="en", shuffle=21)
    canvas.singly = {"n3", "single"}
    stories = read("en-compact")
    x, wide = GRID.x, GRID.wide
    box = Rect(30, 0, 734, 0)
    lines_at(canvas, [("4", 50, F("open-extra"), 20, "ink")], box, FURNITURE, "left")
    lines_at(canvas, [("THE DAILY LANTERN", 48, F("text-bold"), 13, "ink")], box, FURNITURE)
    lines_at(
        canvas,
        [("Wednesday, November 25, 2026", 48, F("narrow"), 9, "ink")],
        box,
        FURNITURE,
        "right",
    )
    canvas.stroke(30, 56, 764, 56, "2pt + ink")
    splash(canvas, stories["splash"])
    single(canvas, stories["single"])
    canvas.bar(x(6), TOP, wide(1), 15, RED)
    lines_at(
        canvas,
        [("IN BRIEF", TOP + 11.4, F("open-extra"), 10, "paper")],
        Rect(x(6), 0, wide(1), 0),
        FURNITURE,
    )
    nibs = [(stories[f"n{n}"], Style(F("narrow-bold"), 10.4, 11)) for n in range(1, 8)]
    stack(
        canvas, nibs, Rect(x(6), TOP + 20, wide(1), MID - 16 - TOP - 20), replace(BODY, ragged=True)
    )
    second(canvas, stories["second"])
    tips(canvas, stories["box"], Rect(x(4), MID, wide(3), 104))
    notice(canvas, Rect(x(4), MID + 114, wide(3), BOTTOM - MID - 114))
    canvas.stroke(x(5) - 5, TOP, x(5) - 5, MID - 14, "0.3pt + ink")
    canvas.stroke(x(6) - 5, TOP, x(6) - 5, MID - 14, "0.3pt + ink")
    canvas.stroke(30, MID - 8, 764, MID - 8, "1pt + ink")
    return canvas


def splash(canvas: Canvas, story: Piece) -> None:
    x, wide = GRID.x, GRID.wide
    y = down(canvas, story["headline"], (x(0), TOP, wide(5)), Style(F("bebas"), 79, 74), story.id)
    y -= 8
    half = (wide(5) - 14) / 2
    ends = [
        down(
            canvas,
            deck,
            (x(0) + n * (half + 14), y, half),
            Style(F("narrow"), 12.6, 14.6),
            story.id,
        )
        for n, deck in enumerate(story.all("deck"))
    ]
    y = max(ends) + 6
    canvas.frame()
    name, desk = story["byline"].split("|")
    canvas.line(name, Place(x(0), y + 8), BYLINE, story.id)
    canvas.line(desk, Place(x(0), y + 17), Style(F("narrow"), 8, 9), story.id)
    foot = MID - 14
    top = rows(y + 1, foot, LEAD)
    frames = columns(x(0), top, wide(5), foot - top, 5, GRID.gap)
    frames[0] = grown(frames[0], 0, -2 * LEAD, 0, 0)
    frames[4] = grown(frames[4], 0, 0, 0, -2 * LEAD)
    deep = 21 * LEAD - 22
    canvas.photo("workshop", x(1), top + 2, wide(3), deep)
    canvas.line(
        story["credit"], Place(x(4) - 3, top + 2 + deep), Style(F("narrow"), 5.4), story.id, turn=90
    )
    down(
        canvas, story["caption"], (x(1), top + deep + 5, wide(3)), CAPTION, story.id, balance=False
    )
    photo = Rect(x(1) - 4, top, wide(3) + 8, 21 * LEAD)
    hole = quote(canvas, story, x(2), top + 25 * LEAD, wide(2))
    fill(canvas, story, frames, BODY, [photo, hole])
    refer = Style(F("narrow-bold"), 9, LEAD, RED)
    for n, text in enumerate(story["jump"].split("|")):
        canvas.line(text, Place(x(4), foot - 1.75 * LEAD + 6 + n * LEAD), refer, story.id)
    text, _, who = story["quote"].partition(" — ")
    done = canvas.pieces[story.id]
    canvas.note(replace(done, fields={**done.fields, "other": [f"‘{text}’", who]}))


def quote(canvas: Canvas, story: Piece, x: float, y: float, w: float) -> Rect:
    """Set the quote between two rules, across two columns."""
    text, _, who = story["quote"].partition(" — ")
    style = Style(F("text-italic"), 16, 18.4, RED)
    count = len(ragged(f"‘{text}’", w, style.face, style.size))
    deep = int((count * 18.4 + 32) // LEAD + 1) * LEAD
    canvas.frame()
    canvas.stroke(x, y + 4, x + w, y + 4, f"2pt + {RED}")
    end = down(canvas, f"‘{text}’", (x, y + 9, w), style, story.id)
    canvas.line(who, Place(x, end + 9), Style(F("narrow-bold"), 9), story.id)
    canvas.stroke(x, y + deep - 6, x + w, y + deep - 6, f"0.6pt + {RED}")
    canvas.frame()
    return Rect(x - 2, y, w + 4, deep)


def single(canvas: Canvas, story: Piece) -> None:
    x, w = GRID.x(5), GRID.wide(1)
    y = down(canvas, story["headline"], (x, TOP, w), Style(F("text-bold"), 17, 18), story.id)
    canvas.line(story["byline"], Place(x, y + 11), BYLINE, story.id)
    top = rows(y + 16, MID - 14, LEAD)
    deep = 13 * LEAD
    canvas.photo("portrait-hale", x, top + 14 * LEAD + 2, w, deep, dots=1.5)
    down(canvas, story["caption"], (x, top + 27 * LEAD + 6, w), CAPTION, story.id)
    canvas.frame()
    hole = Rect(x, top + 14 * LEAD, w, deep + 2 * LEAD - 2)
    fill(canvas, story, [Rect(x, top, w, MID - 14 - top)], BODY, [hole], enough=0)


def second(canvas: Canvas, story: Piece) -> None:
    x, wide = GRID.x, GRID.wide
    y = down(
        canvas,
        story["kicker"],
        (x(0), MID, wide(4)),
        Style(F("open-extra"), 8.4, 10, RED),
        story.id,
    )
    y = down(
        canvas,
        story["headline"],
        (x(0), y + 2, wide(4)),
        Style(F("text-bold"), 27, 28.5),
        story.id,
    )
    y = down(
        canvas,
        story["deck"],
        (x(0), y + 4, wide(4)),
        Style(F("text"), 11.4, 13.4),
        story.id,
        balance=False,
    )
    top = rows(y + 4, BOTTOM, LEAD)
    frames = columns(x(0), top, wide(4), BOTTOM - top, 4, GRID.gap)
    canvas.photo("portrait-by", x(0), top + 2, 34, 42, dots=2.4)
    place = Place(x(0) + 40, top + 30)
    by, name = "By JOANNA", "STANDIN"
    canvas.line(by, place, BYLINE, story.id)
    canvas.line(name, replace(place, y=top + 40.4), BYLINE, story.id)
    deep = 19 * LEAD - 18
    canvas.photo("market-school", x(2), top + 2, wide(2), deep)
    down(canvas, story["caption"], (x(2), top + deep + 5, wide(2)), CAPTION, story.id)
    canvas.frame()
    holes = [
        Rect(x(2) - 4, top, wide(2) + 8, 19 * LEAD - 1),
        Rect(x(0), top, wide(1), 5 * LEAD - 1),
    ]
    fill(canvas, story, frames, BODY, holes)
    for n in (1, 2, 3):
        canvas.stroke(
            x(n) - 5, top + (20 * LEAD if n == 3 else 2), x(n) - 5, BOTTOM, "0.25pt + ink"
        )


def tips(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(0, 4, 22, 0))
    canvas.tint(box.x, box.y, box.w, box.h, "", 0.6)
    canvas.frame()
    y = down(
        canvas,
        story["headline"],
        (box.x + 8, box.y + 8, box.w - 16),
        Style(F("open-extra"), 16, 18),
        story.id,
    )
    cells = columns(box.x + 8, y + 5, box.w - 16, box.bottom - y - 9, 2, 12)
    style = Body(Style(F("narrow"), 9.2, 10.8), indent=7, ragged=True)
    fill(canvas, story, cells, style, enough=2)


def notice(canvas: Canvas, box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(60, 0, 25, 0))
    canvas.photo("ferry-ad", box.x + 8, box.y + 84, box.w - 16, 132)
    canvas.frame()
    lines_at(
        canvas,
        [
            ("ADVERTISEMENT", 8, F("narrow"), 5.4, "ink"),
            ("STARLING ISLAND", 38, F("bebas"), 33, "paper"),
            ("Day return from only £14.50", 64, F("open-bold"), 15, "ink"),
            ("We know the way now", 248, F("text-italic"), 19, "ink"),
            ("starlingferries.example · 0000 555 019", 282, F("open-bold"), 11, "ink"),
        ],
        box,
        AD,
    )
