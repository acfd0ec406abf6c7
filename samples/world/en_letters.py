"""An American opinion page: a leader, letters that run on from column to column, an essay."""

from samples.sheet import Place, Style
from samples.world.canvas import FURNITURE, Canvas, cmyk
from samples.world.piece import Piece, read
from samples.world.setting import Body, Grid, Rect, columns, down, fill, lines_at, rows, stream
from samples.world.type import type_for

F = type_for("en_US")
W, H = 828.0, 1067.0
GRID = Grid(38, 790, 14, 6)
LEAD = 11.6
TOP, BOTTOM = 96.0, 1033.0
BLUE = cmyk(90, 60, 0, 40)
TEXT = Style(F("pt"), 9.2, LEAD)
BODY = Body(TEXT, indent=9)
LETTERS = Body(
    Style(F("pt"), 9.2, LEAD),
    indent=9,
    subhead=Style(F("lato-black"), 10.4, LEAD),
    line=Style(F("pts-bold"), 8.4, LEAD, "ink", "right"),
)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="en-letters", language="en", shuffle=6)
    stories = read("en-letters")
    x, wide = GRID.x, GRID.wide
    box = Rect(38, 0, 752, 0)
    canvas.bar(38, 34, 752, 3, BLUE)
    lines_at(canvas, [("OPINION", 68, F("lato-black"), 30, BLUE)], box, FURNITURE, "left")
    lines_at(
        canvas,
        [
            ("ASHBY HERALD", 54, F("pt-bold"), 11, "ink"),
            ("Wednesday, November 25, 2026  A11", 67, F("pts"), 8.6, "ink"),
        ],
        box,
        FURNITURE,
        "right",
    )
    canvas.stroke(38, 78, 790, 78, "0.6pt + ink")
    leader(canvas, stories["leader"], Rect(x(0), TOP, wide(2), 420))
    cartoon(canvas, stories["cartoon"], Rect(x(2), TOP, wide(4), 356))
    essay(canvas, stories["oped"])
    letters(canvas, [stories[f"l{n}"] for n in range(1, 11)])
    return canvas


def leader(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.bar(box.x - 8, box.y - 8, box.w + 16, box.h + 8, cmyk(6, 2, 0, 2))
    kicker = Style(F("lato-black"), 8.6, 10, BLUE, tracking=0.6)
    y = down(canvas, story["kicker"], (box.x, box.y, box.w), kicker, story.id)
    y = down(
        canvas, story["headline"], (box.x, y + 4, box.w), Style(F("pt-bold"), 24, 26), story.id
    )
    top = rows(y + 6, box.bottom - 8, 13.0)
    style = Body(Style(F("pt"), 10, 13.0), indent=10)
    fill(canvas, story, [Rect(box.x, top, box.w, box.bottom - 8 - top)], style)


def cartoon(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.photo("cartoon", box.x, box.y - 6, box.w, box.h - 18)
    caption = Style(F("pt-italic"), 12, 14, "ink", "center")
    canvas.line(story["caption"], Place(box.x, box.bottom - 4, box.w), caption, story.id)
    credit = Style(F("pts"), 6.6, 8, "ink", "right")
    canvas.line(story["credit"], Place(box.x, box.bottom - 16, box.w), credit, story.id)
    canvas.frame()
    canvas.note(story)


def essay(canvas: Canvas, story: Piece) -> None:
    x, w = GRID.x(4), GRID.wide(2)
    top = TOP + 376
    canvas.stroke(x, top - 6, x + w, top - 6, "1.2pt + ink")
    y = down(canvas, story["headline"], (x, top, w), Style(F("pt-bold"), 21, 23), story.id)
    y = down(canvas, story["deck"], (x, y + 5, w), Style(F("pt-italic"), 12.4, 15), story.id)
    canvas.line(story["byline"], Place(x, y + 14), Style(F("pts-bold"), 9), story.id)
    canvas.frame()
    note = Style(F("pt-italic"), 8.4, 10.4)
    foot = BOTTOM - 34
    canvas.stroke(x, foot + 8, x + 60, foot + 8, "0.5pt + ink")
    down(canvas, story["other"], (x, foot + 13, w), note, story.id, balance=False)
    canvas.frame()
    start = rows(y + 21, foot, LEAD)
    fill(canvas, story, columns(x, start, w, foot - start, 2, GRID.gap), BODY)


def letters(canvas: Canvas, stories: list[Piece]) -> None:
    """Set the letters in four columns, the two on the left below the leader."""
    x, wide = GRID.x, GRID.wide
    left, right = TOP + 436, TOP + 376
    canvas.stroke(x(0), left, x(3) + GRID.column, left, "0pt + ink")
    canvas.bar(x(2), right - 6, wide(2), 24, BLUE)
    place = Place(x(2) + 8, right + 11)
    canvas.line("LETTERS TO THE EDITOR", place, Style(F("lato-black"), 13, 0, "paper"), FURNITURE)
    foot = BOTTOM - 62
    frames = []
    for n in range(4):
        edge = left if n < 2 else right + 26
        end = foot if n == 0 else BOTTOM
        start = rows(edge, end, LEAD)
        frames.append(Rect(x(n), start, wide(1), end - start))
        if n:
            canvas.stroke(x(n) - 7, start, x(n) - 7, BOTTOM, "0.3pt + ink")
    canvas.stroke(x(4) - 7, right, x(4) - 7, BOTTOM, "0.3pt + ink")
    left_over = stream(canvas, stories, frames, LETTERS)
    if left_over > 4:
        print(f"letters: {left_over} lines left")  # noqa: T201
    canvas.tint(x(0), foot + 8, wide(1), BOTTOM - foot - 8, "", 0.6)
    down(
        canvas,
        "Write to letters@herald.example. Include your name and town. Letters are cut.",
        (x(0) + 6, foot + 14, wide(1) - 12),
        Style(F("pts"), 8, 10),
        FURNITURE,
        balance=False,
    )
