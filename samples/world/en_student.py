"""A student weekly: ragged columns, a chart, a quote on colour, a box with the staff."""

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import Piece, read
from samples.world.setting import Body, Grid, Rect, columns, down, fill, lines_at, rows
from samples.world.type import type_for

F = type_for("en_US")
W, H = 756.0, 1092.0
GRID = Grid(36, 720, 18, 4)
LEAD = 12.0
TOP, LOW, BOTTOM = 84.0, 752.0, 1058.0
TEAL, CORAL = cmyk(85, 30, 40, 30), cmyk(0, 65, 60, 0)
TEXT = Style(F("slab"), 8.8, LEAD)
BODY = Body(TEXT, indent=12, ragged=True)
BYLINE = Style(F("lato-black"), 8.2, 10)
TITLE = Style(F("lato-italic"), 8, 10)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="en-student", language="en", press=False, shuffle=37)
    stories = read("en-student")
    x, wide = GRID.x, GRID.wide
    box = Rect(36, 0, 684, 0)
    lines_at(canvas, [("NEWS", 58, F("lato-black"), 26, TEAL)], box, FURNITURE, "left")
    lines_at(canvas, [("the lamplighter", 56, F("slab-bold"), 15, "ink")], box, FURNITURE)
    lines_at(
        canvas, [("Tuesday, Nov. 24, 2026  |  3", 56, F("lato"), 9, "ink")], box, FURNITURE, "right"
    )
    canvas.bar(36, 66, 684, 5, TEAL)
    lead(canvas, stories["lead"], stories["chart"])
    for n, name in enumerate(("dining", "geese")):
        single(canvas, stories[name], Rect(x(n), LOW, wide(1), BOTTOM - LOW))
    single(canvas, stories["radio"], Rect(x(2), LOW, wide(2), 176))
    staff(canvas, Rect(x(2), LOW + 192, wide(1), BOTTOM - LOW - 192))
    notice(canvas, Rect(x(3), LOW + 192, wide(1), BOTTOM - LOW - 192))
    canvas.bar(36, LOW - 12, 684, 2, TEAL)
    return canvas


def credit(canvas: Canvas, piece: Piece, x: float, y: float) -> float:
    name, _, title = piece["byline"].partition("|")
    canvas.line(name, Place(x, y + 8), BYLINE, piece.id)
    canvas.line(title, Place(x, y + 18), TITLE, piece.id)
    return y + 22


def lead(canvas: Canvas, piece: Piece, graph: Piece) -> None:
    x, wide = GRID.x, GRID.wide
    high = 292.0
    canvas.photo("workshop-laundry", x(0), TOP, wide(4), high)
    canvas.line(
        piece["credit"],
        Place(x(0), TOP + high + 8, wide(4)),
        Style(F("lato"), 5.8, align="right"),
        piece.id,
    )
    style = Style(F("lato-italic"), 8.6, 10.6)
    y = down(
        canvas, piece["caption"], (x(0), TOP + high + 3, wide(3)), style, piece.id, balance=False
    )
    canvas.frame()
    y = down(
        canvas,
        piece["kicker"],
        (x(0), y + 8, 200),
        Style(F("lato-black"), 9, 11, CORAL, tracking=0.8),
        piece.id,
    )
    head = Style(F("slab-bold"), 33, 35)
    y = down(canvas, piece["headline"], (x(0), y + 1, wide(4)), head, piece.id)
    y = down(
        canvas,
        piece["deck"],
        (x(0), y + 4, wide(4)),
        Style(F("lato"), 13, 16),
        piece.id,
        balance=False,
    )
    y = credit(canvas, piece, x(0), y + 6)
    canvas.frame()
    foot = LOW - 24
    start = rows(y + 2, foot, LEAD)
    frames = columns(x(0), start, wide(4), foot - start, 4, GRID.gap)
    deep = 9 * LEAD - 8
    quote = Rect(x(1), start + 9 * LEAD, wide(1), deep)
    canvas.bar(quote.x, quote.y + 4, quote.w, quote.h - 4, CORAL)
    words = Style(F("slab-bold"), 15, 18.5, "paper")
    down(canvas, f"“{piece['quote']}”", (quote.x + 10, quote.y + 13, quote.w - 20), words, piece.id)
    chart(canvas, graph, Rect(x(3), foot - 14 * LEAD + 6, wide(1), 14 * LEAD - 6))
    frames[3] = Rect(x(3), start, wide(1), frames[3].h - 15 * LEAD)
    canvas.frame()
    fill(canvas, piece, frames, BODY, [Rect(quote.x, quote.y, quote.w, 9 * LEAD - 1)])
    done = canvas.pieces[piece.id]
    done.fields["other"] = [f"“{piece['quote']}”"]


def chart(canvas: Canvas, piece: Piece, box: Rect) -> None:
    """Draw bars with their names and numbers."""
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(8, 2, 4, 0))
    y = down(
        canvas,
        piece["headline"],
        (box.x + 8, box.y + 8, box.w - 16),
        Style(F("lato-black"), 11, 13),
        piece.id,
    )
    texts = piece.all("other")
    for name, share in zip(texts[::2], texts[1::2], strict=True):
        y += 6
        canvas.line(name, Place(box.x + 8, y + 8), Style(F("lato"), 8), piece.id)
        room = (box.w - 50) * int(share[:-1]) / 75
        canvas.bar(box.x + 8, y + 11, room, 10, TEAL)
        canvas.line(share, Place(box.x + 12 + room, y + 19), Style(F("lato-black"), 8.4), piece.id)
        y += 22
    small = Style(F("lato"), 5.8)
    canvas.line(piece["credit"], Place(box.x + 8, box.bottom - 5), small, piece.id)
    canvas.frame()
    canvas.note(piece)


def single(canvas: Canvas, piece: Piece, box: Rect) -> None:
    size = 19 if box.w < 200 else 24
    y = down(
        canvas,
        piece["headline"],
        (box.x, box.y, box.w),
        Style(F("slab-bold"), size, size * 1.1),
        piece.id,
    )
    y = credit(canvas, piece, box.x, y + 5)
    canvas.frame()
    start = rows(y + 2, box.bottom, LEAD)
    count = 1 if box.w < 200 else 2
    frames = columns(box.x, start, box.w, box.bottom - start, count, GRID.gap)
    fill(canvas, piece, frames, BODY)


def staff(canvas: Canvas, box: Rect) -> None:
    """Set the box that says who makes the paper."""
    canvas.tint(box.x, box.y, box.w, box.h, "", 0.8)
    canvas.line(
        "the lamplighter",
        Place(box.x, box.y + 20, box.w),
        Style(F("slab-bold"), 13, 0, TEAL, "center"),
        FURNITURE,
    )
    y = box.y + 36
    for text in (
        "Editor in chief: R. Sample", "Managing editor: J. Proof", "News: D. Placeholder",
        "Arts: S. Inkling", "Photo: P. Negative", "Printed on Tuesdays since 1926",
    ):  # fmt: skip
        canvas.line(
            text, Place(box.x, y, box.w), Style(F("lato"), 8, 0, "ink", "center"), FURNITURE
        )
        y += 13


def notice(canvas: Canvas, box: Rect) -> None:
    canvas.frame()
    canvas.bar(box.x, box.y, box.w, box.h, TEAL)
    lines_at(
        canvas,
        [
            ("SUDS & STUDY", 38, F("bebas"), 28, "paper"),
            ("open all night", 58, F("lato-italic"), 12, "paper"),
            ("31 dryers.", 78, F("lato-black"), 15, "paper"),
            ("All of them dry.", 94, F("lato-black"), 15, "paper"),
            ("212 College Ave.", 107, F("lato"), 9, "paper"),
        ],
        box,
        AD,
    )
