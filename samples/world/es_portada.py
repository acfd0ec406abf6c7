"""A Spanish front page: nameplate, refers with numbers, a photograph above the fold."""

from dataclasses import replace

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import Piece, read
from samples.world.setting import Body, Grid, Rect, columns, down, fill, lines_at, rows, stack
from samples.world.type import type_for

F = type_for("es")
W, H = 816.0, 1064.0
GRID = Grid(36, 780, 14, 6)
LEAD = 11.8
TOP, FOLD, LOW, BOTTOM = 198.0, 396.0, 742.0, 1032.0
BLUE = cmyk(100, 70, 10, 25)
TEXT = Style(F("text"), 10, LEAD)
BODY = Body(TEXT, indent=9)
BYLINE = Style(F("text-bold"), 8, 10)
PAGE = Style(F("text-bold"), 8.4, 10, BLUE)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="es-portada", language="es", shuffle=19)
    canvas.singly = {"strike"}
    stories = read("es-portada")
    x, wide = GRID.x, GRID.wide
    refers(canvas, [stories[f"t{n}"] for n in (1, 2, 3)])
    nameplate(canvas)
    lead(canvas, stories["lead"])
    photograph(canvas, stories["photo"], Rect(x(2), FOLD, wide(4), LOW - FOLD - 18))
    for n, name in enumerate(("strike", "bridge")):
        single(canvas, stories[name], Rect(x(2 * n), LOW, wide(2), 174))
    column(canvas, stories["view"], Rect(x(4), LOW, wide(2), BOTTOM - LOW))
    shorts(canvas, [stories[f"s{n}"] for n in range(1, 5)], Rect(x(0), LOW + 190, wide(4), 0))
    canvas.stroke(x(2) - 7, LOW, x(2) - 7, LOW + 174, "0.3pt + ink")
    canvas.stroke(x(4) - 7, LOW, x(4) - 7, BOTTOM, "0.3pt + ink")
    canvas.stroke(36, LOW - 7, 780, LOW - 7, "0.6pt + ink")
    return canvas


def refers(canvas: Canvas, stories: list[Piece]) -> None:
    for story, box in zip(stories, columns(36, 34, 744, 62, 3, 16), strict=True):
        canvas.frame()
        canvas.stroke(box.x, box.y, box.right, box.y, f"2pt + {BLUE}")
        y = down(
            canvas,
            story["kicker"],
            (box.x, box.y + 6, 120),
            Style(F("sans-bold"), 7, 9, BLUE),
            story.id,
        )
        canvas.line(
            story["jump"],
            Place(box.x, box.y + 12, box.w),
            Style(F("sans-bold"), 7, 9, "ink", "right"),
            story.id,
        )
        down(
            canvas,
            story["headline"],
            (box.x, y + 1, box.w),
            Style(F("text-bold"), 16, 17.6),
            story.id,
        )
        canvas.note(story)


def nameplate(canvas: Canvas) -> None:
    box = Rect(36, 96, 744, 0)
    canvas.frame()
    lines_at(canvas, [("EL MERIDIANO", 66, F("text-bold"), 70, "ink")], box, FURNITURE)
    canvas.stroke(36, 172, 780, 172, "0.5pt + ink")
    canvas.stroke(36, 188, 780, 188, "0.5pt + ink")
    day = "MIÉRCOLES 25 DE NOVIEMBRE DE 2026"
    lines_at(canvas, [(day, 87, F("sans"), 7.4, "ink")], box, FURNITURE, "left")
    lines_at(canvas, [("Año LI | Número 17.902", 87, F("sans"), 7.4, "ink")], box, FURNITURE)
    lines_at(
        canvas,
        [("EDICIÓN NACIONAL | Precio: 2,20 euros", 87, F("sans"), 7.4, "ink")],
        box,
        FURNITURE,
        "right",
    )


def lead(canvas: Canvas, story: Piece) -> None:
    """Set the lead: head over the page, text in an L around the photograph."""
    x, wide = GRID.x, GRID.wide
    canvas.frame()
    head = Style(F("text-bold"), 41, 42)
    y = down(canvas, story["headline"], (x(0), TOP, wide(6)), head, story.id)
    half = (wide(6) - 20) / 2
    ends = []
    for n, deck in enumerate(story.all("deck")):
        at = (x(0) + n * (half + 20), y + 8, half)
        ends.append(down(canvas, deck, at, Style(F("text"), 14, 16.4), story.id))
    y = max(ends) + 8
    canvas.stroke(36, y, 780, y, "0.3pt + ink")
    canvas.frame()
    canvas.line(story["byline"], Place(x(0), y + 12), BYLINE, story.id)
    frames = []
    for n in range(6):
        foot = LOW - 18 if n < 2 else FOLD - 10
        foot -= LEAD if n == 5 else 0
        start = rows(y + (17 if n == 0 else 7), foot, LEAD)
        frames.append(Rect(x(n), start, wide(1), foot - start))
    fill(canvas, replace(story, closes=False), frames, BODY)
    canvas.line(
        story["jump"], Place(x(5), FOLD - 13, wide(1)), replace(PAGE, align="right"), story.id
    )


def photograph(canvas: Canvas, story: Piece, box: Rect) -> None:
    deep = box.h - 40
    canvas.photo("ferry-night", box.x, box.y, box.w, deep)
    canvas.line(
        story["credit"],
        Place(box.x, box.y + deep + 7, box.w),
        Style(F("sans"), 5.6, align="right"),
        story.id,
    )
    y = box.y + deep + 10
    head = Style(F("text-bold"), 15)
    canvas.line(story["headline"], Place(box.x, y + 12), head, story.id)
    canvas.line(story["jump"], Place(box.x, y + 12, box.w), replace(PAGE, align="right"), story.id)
    caption = Style(F("text"), 9.4, 11)
    down(canvas, story["caption"], (box.x, y + 17, box.w), caption, story.id, balance=False)
    canvas.frame()
    canvas.note(story)


def single(canvas: Canvas, story: Piece, box: Rect) -> None:
    y = down(
        canvas, story["headline"], (box.x, box.y, box.w), Style(F("text-bold"), 23, 24.4), story.id
    )
    canvas.line(story["byline"], Place(box.x, y + 12), BYLINE, story.id)
    canvas.frame()
    start = rows(y + 17, box.bottom, LEAD)
    frames = columns(box.x, start, box.w, box.bottom - start, 2, GRID.gap)
    frames[1] = Rect(frames[1].x, start, frames[1].w, frames[1].h - LEAD)
    left = fill(canvas, story, frames, BODY)
    canvas.line(
        story["jump"], Place(left.x, left.y + 9, left.w), replace(PAGE, align="right"), story.id
    )


def column(canvas: Canvas, story: Piece, box: Rect) -> None:
    kicker = Style(F("sans-bold"), 8, 10, BLUE)
    y = down(canvas, story["kicker"], (box.x, box.y, box.w), kicker, story.id)
    y = down(
        canvas,
        story["headline"],
        (box.x, y + 2, box.w - 62),
        Style(F("text-italic"), 24, 25),
        story.id,
    )
    canvas.line(story["byline"], Place(box.x, y + 12), BYLINE, story.id)
    canvas.photo("portrait", box.right - 52, box.y, 52, 60, dots=1.6)
    canvas.frame()
    foot = BOTTOM - 92
    start = rows(y + 17, foot, 12.4)
    style = Body(Style(F("text-italic"), 10.6, 12.4), indent=10)
    fill(canvas, story, [Rect(box.x, start, box.w, foot - start)], style)
    ad = Rect(box.x, foot + 12, box.w, 80)
    canvas.bar(ad.x, ad.y, ad.w, ad.h, cmyk(0, 10, 85, 0))
    lines_at(
        canvas,
        [
            ("PARAGUAS CASA NUBE", 32, F("sans-bold"), 17, "ink"),
            ("Desde 1911, por si acaso", 52, F("text-italic"), 14, "ink"),
            ("Calle Mayor, 3", 69, F("sans"), 9, "ink"),
        ],
        ad,
        AD,
    )


def shorts(canvas: Canvas, stories: list[Piece], box: Rect) -> None:
    canvas.stroke(box.x, box.y, box.right, box.y, "0.6pt + ink")
    body = Body(Style(F("text"), 9.2, 10.8), indent=0, ragged=True)
    head = Style(F("text-bold"), 11.4, 12.6)
    for n, cell in enumerate(columns(box.x, box.y + 8, box.w, BOTTOM - box.y - 8, 4, GRID.gap)):
        stack(canvas, [(stories[n], head)], cell, body)
        if n:
            canvas.stroke(cell.x - 7, cell.y, cell.x - 7, BOTTOM, "0.3pt + ink")
