"""An American inside page: four stories from the front page, and advertisements in steps."""

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import Piece, read
from samples.world.setting import Body, Grid, Rect, down, fill, lines_at, rows
from samples.world.type import type_for

F = type_for("en_US")
W, H = 792.0, 1154.0
GRID = Grid(34, 758, 12, 6)
LEAD = 11.0
TOP, BOTTOM = 74.0, 1122.0
TEXT = Style(F("text"), 9.6, LEAD)
BODY = Body(TEXT, indent=9)
BYLINE = Style(F("sans-bold"), 7.4, 9)
FROM = Style(F("text-italic"), 9.4, 11)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="en-jump", language="en", shuffle=17)
    canvas.singly = {"chess"}
    stories = read("en-jump")
    box = Rect(34, 0, 724, 0)
    lines_at(canvas, [("A18", 50, F("text-bold"), 16, "ink")], box, FURNITURE, "left")
    lines_at(canvas, [("The Quillet Sentinel", 49, F("text-italic"), 15, "ink")], box, FURNITURE)
    lines_at(
        canvas,
        [("WEDNESDAY, NOVEMBER 25, 2026", 49, F("sans"), 7.6, "ink")],
        box,
        FURNITURE,
        "right",
    )
    canvas.stroke(34, 58, 758, 58, "0.5pt + ink")
    canvas.stroke(34, 61, 758, 61, "0.5pt + ink")
    # The ferry story runs down, up and down again around what stands below it.
    jump(canvas, stories["ferry"], 0, 4, TOP, [532.0, 532.0, 340.0, 340.0], 27)
    jump(canvas, stories["bees"], 4, 2, TOP, [340.0, 340.0], 20)
    jump(canvas, stories["dam"], 2, 4, 358.0, [748.0, 532.0, 532.0, 748.0], 30)
    jump(canvas, stories["chess"], 2, 2, 768.0, [998.0, 998.0], 20)
    correction(canvas, stories["brief"])
    advertisements(canvas)
    return canvas


def jump(
    canvas: Canvas, story: Piece, first: int, count: int, top: float, ends: list[float], size: float
) -> None:
    """Set a continuation: head, whence it comes, columns of different depth."""
    x, w = GRID.x(first), GRID.wide(count)
    head = Style(F("text-bold"), size, size * 1.06)
    y = down(canvas, story["headline"], (x, top, w), head, story.id)
    canvas.frame()
    y += 4
    canvas.stroke(x, y, x + w, y, "0.3pt + ink")
    canvas.line(story["jump"], Place(x, y + 10.5), FROM, story.id)
    canvas.line(story["byline"], Place(x, y + 20.5), BYLINE, story.id)
    frames = []
    for n, end in enumerate(ends):
        start = rows(y + (24 if n == 0 else 5), end, LEAD)
        frames.append(Rect(GRID.x(first + n), start, GRID.wide(1), end - start))
        if n:
            edge = min(end, ends[n - 1])
            canvas.stroke(GRID.x(first + n) - 6, start, GRID.x(first + n) - 6, edge, "0.25pt + ink")
    canvas.frame()
    fill(canvas, Piece(story.id, story.kind, story.fields, story.body, opens=False), frames, BODY)
    right = first + count
    if right < 6:
        canvas.stroke(GRID.x(right) - 6, top, GRID.x(right) - 6, min(ends[-1:]), "0.25pt + ink")
    canvas.stroke(x, top - 6, x + w, top - 6, "0.5pt + ink")


def correction(canvas: Canvas, story: Piece) -> None:
    x, w = GRID.x(0), GRID.wide(2)
    canvas.stroke(x, 544, x + w, 544, "0.5pt + ink")
    y = down(canvas, story["headline"], (x, 552, w), Style(F("sans-bold"), 10, 12), story.id)
    fill(canvas, story, [Rect(x, y + 4, w, 66)], BODY, cut=False)


def advertisements(canvas: Canvas) -> None:
    """Set three advertisements, like steps from the foot of the page up to its right edge."""
    x, wide = GRID.x, GRID.wide
    first = Rect(x(0), 634.0, wide(2), BOTTOM - 634)
    second = Rect(x(2), 1012.0, wide(2), BOTTOM - 1012)
    third = Rect(x(4), 764.0, wide(2), BOTTOM - 764)
    fourth = Rect(x(3), 542.0, wide(2), 206)
    canvas.tint(first.x, first.y, first.w, first.h, cmyk(0, 0, 12, 0), 1)
    canvas.photo("orchard", first.x + 12, first.y + 116, first.w - 24, 150)
    canvas.tint(second.x, second.y, second.w, second.h, cmyk(12, 0, 0, 0), 1)
    canvas.bar(third.x, third.y, third.w, third.h, cmyk(0, 85, 90, 10))
    canvas.photo("seawall", third.x + 12, third.y + 124, third.w - 24, 110)
    canvas.tint(fourth.x, fourth.y, fourth.w, fourth.h, "", 2)
    canvas.frame()
    words = {
        AD: (
            first,
            ("Barrow & Daughters", 36, F("text-bold"), 22, "ink"),
            ("ORCHARD SALE", 78, F("bebas"), 40, cmyk(70, 20, 90, 30)),
            ("Every tree has a number. Pick yours.", 102, F("text-italic"), 13, "ink"),
            ("APPLE   $19", 304, F("sans-bold"), 20, "ink"),
            ("PEAR   $24", 332, F("sans-bold"), 20, "ink"),
            ("QUINCE   $31", 360, F("sans-bold"), 20, "ink"),
            ("Delivered by boat on Saturdays", 404, F("sans"), 12, "ink"),
            ("Route 9, Garrow · open until dark", 444, F("sans"), 11, "ink"),
        ),
        "ad2": (
            second,
            ("Free hearing tests this week", 34, F("text-italic"), 17, "ink"),
            ("DUNMORE AUDIOLOGY", 60, F("sans-bold"), 15, cmyk(100, 60, 0, 20)),
            ("555-0143", 80, F("sans-bold"), 12, "ink"),
        ),
        "ad3": (
            third,
            ("WINTER", 56, F("bebas"), 54, "paper"),
            ("RATES", 108, F("bebas"), 54, "paper"),
            ("Seawall Inn", 266, F("text-bold"), 26, "paper"),
            ("Two nights for one until March 1", 290, F("sans-bold"), 12, "paper"),
            ("seawall-inn.example", 318, F("sans-bold"), 13, "paper"),
        ),
        "ad4": (
            fourth,
            ("We buy old clocks.", 50, F("text-bold"), 24, "ink"),
            ("Running, stopped or eaten.", 76, F("text-italic"), 16, "ink"),
            ("TIBBLE & SON", 134, F("bebas"), 40, "ink"),
            ("14 Pear Street, Dunmore", 160, F("sans"), 12, "ink"),
            ("Closed at twenty to four", 178, F("sans"), 12, "ink"),
        ),
    }
    for owner, (box, *lines) in words.items():
        lines_at(canvas, lines, box, owner)
