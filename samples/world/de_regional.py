"""A German regional paper: its front page."""

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import Piece, read
from samples.world.setting import Body, Grid, Rect, columns, down, fill, lines_at, rows, stack
from samples.world.type import type_for

F = type_for("de")
W, H = 992.0, 1446.0
GRID = Grid(42, 950, 14, 5)
LEAD = 12.0
TOP, MID, LOW, BOTTOM = 226.0, 862.0, 1310.0, 1408.0
BLUE, SAND = cmyk(95, 60, 5, 25), cmyk(3, 4, 14, 2)
TEXT = Style(F("serif"), 8.8, LEAD)
BODY = Body(TEXT, indent=9)
BYLINE = Style(F("open-bold"), 8.2, 10)
CAPTION = Style(F("open"), 8.2, 10.4)
CREDIT = Style(F("open"), 6.4, 8, "ink", "right")
KICKER = Style(F("open-bold"), 10, 12, BLUE)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="de-regional", language="de", shuffle=3)
    stories = read("de-regional")
    x, wide = GRID.x, GRID.wide
    teasers(canvas, [stories[f"t{n}"] for n in (1, 2, 3)])
    masthead(canvas)
    lead(canvas, stories["lead"])
    plain(canvas, stories["bus"], Rect(x(1), MID, wide(2), 212))
    plain(canvas, stories["museum"], Rect(x(1), MID + 228, wide(2), LOW - 14 - MID - 228))
    canvas.stroke(x(1), MID + 220, x(2) + GRID.column, MID + 220, "0.4pt + ink")
    comment(canvas, stories["comment"], Rect(x(3), MID, wide(2), 278))
    for n, name in enumerate(("dpa1", "dpa2")):
        plain(canvas, stories[name], Rect(x(3 + n), MID + 290, wide(1), LOW - 14 - MID - 290), 1)
    canvas.stroke(x(4) - 7, MID + 290, x(4) - 7, LOW - 14, "0.4pt + ink")
    brief_column(canvas, [stories[f"k{n}"] for n in range(1, 10)])
    index(canvas, Rect(x(0), 1000, wide(1), 142))
    weather(canvas, Rect(x(0), 1152, wide(1), LOW - 14 - 1152))
    notice(canvas)
    canvas.stroke(x(1) - 7, TOP, x(1) - 7, LOW - 14, "0.4pt + ink")
    return canvas


def teasers(canvas: Canvas, stories: list[Piece]) -> None:
    box = Rect(42, 36, 908, 78)
    canvas.bar(box.x, box.y, box.w, box.h, BLUE)
    names = ("orchard", "stadium", "workshop")
    for n, story in enumerate(stories):
        x = box.x + n * box.w / 3
        canvas.photo(names[n], x + 4, box.y + 4, 78, box.h - 8)
        canvas.frame()
        at = (x + 90, box.y + 6, box.w / 3 - 100)
        y = down(
            canvas, story["kicker"], at, Style(F("open-bold"), 7, 9, cmyk(0, 15, 80, 0)), story.id
        )
        y = down(
            canvas,
            story["headline"],
            (at[0], y, at[2]),
            Style(F("open-condensed"), 17, 18, "paper"),
            story.id,
        )
        y = down(
            canvas,
            story.body[0],
            (at[0], y + 2, at[2]),
            Style(F("open"), 7.8, 9.6, "paper"),
            story.id,
            balance=False,
        )
        canvas.line(
            story["jump"], Place(at[0], box.bottom - 5, at[2]),
            Style(F("open-bold"), 7.4, 0, cmyk(0, 15, 80, 0), "right"), story.id,
        )  # fmt: skip
        canvas.note(story)


def masthead(canvas: Canvas) -> None:
    box = Rect(42, 116, 908, 0)
    red = cmyk(0, 95, 90, 10)
    lines_at(canvas, [("Musterstädter Anzeiger", 62, F("display-bold"), 56, "ink")], box, FURNITURE)
    lines_at(
        canvas,
        [("Die Zeitung für", 34, F("open"), 8, "ink"), ("Stadt und Kreis", 44, F("open"), 8, "ink"), ("seit 1871", 54, F("open-bold"), 8, red)],
        box, FURNITURE, "left",
    )  # fmt: skip
    lines_at(
        canvas,
        [("Einzelpreis 2,30 €", 44, F("open-bold"), 8, "ink"), ("H 2841", 54, F("open"), 8, "ink")],
        box, FURNITURE, "right",
    )  # fmt: skip
    canvas.stroke(42, 196, 950, 196, "0.8pt + ink")
    canvas.stroke(42, 212, 950, 212, "0.8pt + ink")
    lines_at(
        canvas,
        [("Mittwoch, 25. November 2026", 91.5, F("open-bold"), 8, "ink")],
        box,
        FURNITURE,
        "left",
    )
    lines_at(canvas, [("Nr. 274 · 156. Jahrgang", 91.5, F("open"), 8, "ink")], box, FURNITURE)
    lines_at(canvas, [("www.anzeiger.example", 91.5, F("open"), 8, "ink")], box, FURNITURE, "right")


def lead(canvas: Canvas, story: Piece) -> None:
    x, wide = GRID.x, GRID.wide
    y = down(
        canvas, story["kicker"], (x(1), TOP, wide(4)), Style(F("open-bold"), 13, 15, BLUE), story.id
    )
    y = down(
        canvas,
        story["headline"].replace("|", " "),
        (x(1), y + 2, wide(4)),
        Style(F("display-bold"), 57, 60),
        story.id,
    )
    y = down(
        canvas,
        story["deck"],
        (x(1), y + 4, wide(4)),
        Style(F("open"), 12.4, 16),
        story.id,
        balance=False,
    )
    y += 10
    canvas.frame()
    canvas.line(story["byline"], Place(x(1), y + 8), BYLINE, story.id)
    foot = MID - 20
    top = rows(y + 13, foot, LEAD)
    high = 336.0
    canvas.photo("rower", x(2), y, wide(3), high)
    canvas.line(story["credit"], Place(x(2), y + high + 8, wide(3)), CREDIT, story.id)
    under = down(
        canvas, story["caption"], (x(2), y + high + 11, wide(3)), CAPTION, story.id, balance=False
    )
    low = rows(under + 5, foot, LEAD)
    frames = [Rect(x(1), top, wide(1), foot - top)]
    frames += [Rect(x(n), low, wide(1), foot - low - (LEAD if n == 4 else 0)) for n in (2, 3, 4)]
    canvas.frame()
    story = Piece(story.id, story.kind, story.fields, story.body, closes=False)
    fill(canvas, story, frames, BODY)
    canvas.line(
        story["jump"],
        Place(x(4), foot - 3, wide(1)),
        Style(F("open-bold"), 8, 0, "ink", "right"),
        story.id,
    )
    canvas.stroke(x(1), MID - 9, 950, MID - 9, "1pt + ink")


def plain(canvas: Canvas, story: Piece, box: Rect, count: int = 2) -> None:
    y = down(canvas, story["kicker"], (box.x, box.y, box.w), KICKER, story.id)
    size = 25 if count == 2 else 16
    y = down(
        canvas,
        story["headline"],
        (box.x, y + 1, box.w),
        Style(F("display-bold"), size, size * 1.1),
        story.id,
    )
    canvas.frame()
    if story["byline"]:
        canvas.line(story["byline"], Place(box.x, y + 12), BYLINE, story.id)
        y += 15
    top = rows(y + 3, box.bottom, LEAD)
    fill(canvas, story, columns(box.x, top, box.w, box.bottom - top, count, GRID.gap), BODY)


def comment(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.bar(box.x - 4, box.y - 2, box.w + 8, box.h, SAND)
    canvas.bar(box.x - 4, box.y - 2, box.w + 8, 16, BLUE)
    canvas.line(
        story["kicker"],
        Place(box.x + 4, box.y + 9.5),
        Style(F("open-bold"), 9, 0, "paper"),
        story.id,
    )
    canvas.photo("portrait", box.right - 64, box.y + 22, 60, 66, dots=1.6)
    canvas.frame()
    y = down(
        canvas,
        story["headline"],
        (box.x + 4, box.y + 26, box.w - 80),
        Style(F("display-italic"), 26, 29),
        story.id,
    )
    canvas.line(story["byline"], Place(box.x + 4, y + 14), BYLINE, story.id)
    top = rows(box.y + 94, box.bottom - 8, LEAD)
    cells = columns(box.x + 4, top, box.w - 8, box.bottom - 8 - top, 2, GRID.gap)
    fill(canvas, story, cells, Body(Style(F("open"), 8.6, LEAD), indent=9))


def brief_column(canvas: Canvas, stories: list[Piece]) -> None:
    x, w = GRID.x(0), GRID.wide(1)
    canvas.line(
        "Kurz notiert", Place(x, TOP + 13), Style(F("display-bold"), 17, 0, BLUE), FURNITURE
    )
    canvas.stroke(x, TOP + 19, x + w, TOP + 19, f"2pt + {BLUE}")
    head = Style(F("open-bold"), 10.4, 12.6)
    stack(canvas, [(s, head) for s in stories], Rect(x, TOP + 26, w, 986 - TOP - 26), BODY)


def index(canvas: Canvas, box: Rect) -> None:
    canvas.tint(box.x, box.y, box.w, box.h, "", 0.8)
    canvas.bar(box.x, box.y, box.w, 18, BLUE)
    canvas.line(
        "INHALT", Place(box.x + 6, box.y + 13), Style(F("open-bold"), 10, 0, "paper"), FURNITURE
    )
    y = box.y + 33
    for name, number in (
        ("Familienanzeigen", "12"), ("Fernsehen", "22"), ("Leserbriefe", "6"), ("Rätsel", "21"),
        ("Roman", "23"), ("Sport", "17–19"), ("Termine", "14"), ("Wirtschaft", "7"),
    ):  # fmt: skip
        style = Style(F("open"), 8.6)
        canvas.line(name, Place(box.x + 8, y), style, FURNITURE)
        canvas.line(
            number,
            Place(box.x + 8, y, box.w - 16),
            Style(F("open-bold"), 8.6, align="right"),
            FURNITURE,
        )
        y += 14


def weather(canvas: Canvas, box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(22, 5, 0, 0))
    canvas.line(
        "DAS WETTER", Place(box.x + 8, box.y + 17), Style(F("open-bold"), 10, 0, BLUE), FURNITURE
    )
    for n, (day, low, high) in enumerate(
        (("Heute", "2°", "7°"), ("Do.", "0°", "5°"), ("Fr.", "-3°", "2°"))
    ):
        x = box.x + 8 + n * (box.w - 16) / 3
        canvas.line(day, Place(x, box.y + 38), Style(F("open"), 8.4), FURNITURE)
        canvas.line(high, Place(x, box.y + 62), Style(F("open-extra"), 20), FURNITURE)
        canvas.line(low, Place(x, box.y + 78), Style(F("open"), 10), FURNITURE)
    down(
        canvas, "Am Vormittag Nebel, danach Wolken und Wind aus Südwest. Auf den Höhen fällt nachts der erste Schnee.",
        (box.x + 8, box.y + 88, box.w - 16), Style(F("open"), 8.2, 10.6), FURNITURE, balance=False,
    )  # fmt: skip


def notice(canvas: Canvas) -> None:
    box = Rect(42, LOW, 908, BOTTOM - LOW)
    canvas.line("ANZEIGE", Place(42, LOW - 3), Style(F("open"), 5.4), AD)
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(0, 45, 95, 0))
    canvas.bar(box.x, box.y, 250, box.h, cmyk(0, 80, 95, 5))
    lines_at(
        canvas,
        [
            ("MÖBEL", 44, F("open-extra"), 30, "paper"),
            ("HARTWIG", 78, F("open-extra"), 30, "paper"),
        ],
        Rect(box.x, box.y, 250, 0),
        AD,
    )
    lines_at(
        canvas,
        [("Wintertage: 20 % auf alle Polster", 46, F("open-bold"), 27, "ink"), ("nur bis Samstag · Gewerbegebiet Süd · Musterstadt", 76, F("open"), 14, "ink")],
        Rect(box.x + 250, box.y, box.w - 250, 0), AD,
    )  # fmt: skip
