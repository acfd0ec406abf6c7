"""An Italian sports page on tinted paper: tables, a scoreboard, a stack of pictures."""

from collections.abc import Sequence
from dataclasses import replace

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import Piece, read
from samples.world.setting import Body, Grid, Rect, columns, down, fill, lines_at, rows
from samples.world.type import type_for

F = type_for("it")
W, H = 794.0, 1128.0
GRID = Grid(32, 762, 12, 5)
LEAD = 11.4
TOP, BOTTOM = 78.0, 1096.0
PINK, ROSE, GREEN = cmyk(0, 10, 13, 0), cmyk(0, 24, 28, 0), cmyk(85, 20, 95, 25)
TEXT = Style(F("libertine"), 9.8, LEAD)
BODY = Body(TEXT, indent=8)
BYLINE = Style(F("roboto-bold"), 7.8, 10)
CAPTION = Style(F("roboto"), 7.8, 9.6)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="it-sport", language="it", shuffle=13)
    canvas.singly = {"tb", "m4"}
    canvas.bar(-9, -9, W + 18, H + 18, PINK)
    stories = read("it-sport")
    x, wide = GRID.x, GRID.wide
    canvas.bar(32, 34, 730, 30, "ink")
    box = Rect(42, 34, 710, 0)
    lines_at(
        canvas,
        [("CALCIO  Serie C2, tredicesima giornata", 20.5, F("roboto-black"), 14, "paper")],
        box,
        FURNITURE,
        "left",
    )
    lines_at(canvas, [("31", 22, F("roboto-black"), 18, "paper")], box, FURNITURE, "right")
    lines_at(
        canvas,
        [("LA PALESTRA · LUNEDÌ 23 NOVEMBRE 2026", 20, F("roboto"), 8, "paper")],
        Rect(42, 34, 676, 0),
        FURNITURE,
        "right",
    )
    lead(canvas, stories["lead"])
    shots(canvas, stories["shots"], Rect(x(2), 226, wide(1), 352))
    others(canvas, [stories[f"m{n}"] for n in range(1, 7)], Rect(x(0), 592, wide(3), 172))
    basket(canvas, stories["basket"], Rect(x(0), 778, wide(3), BOTTOM - 778))
    right = Rect(x(3), TOP, wide(2), 0)
    y = TOP
    for name in ("ta", "tb", "tv"):
        y = standings(canvas, stories[name], replace(right, y=y)) + 12
    y = scorers(canvas, stories["top"], replace(right, y=y)) + 14
    notice(canvas, Rect(right.x, y, right.w, BOTTOM - y))
    canvas.stroke(x(3) - 6, TOP, x(3) - 6, BOTTOM, "0.5pt + ink")
    return canvas


def lead(canvas: Canvas, story: Piece) -> None:
    x, wide = GRID.x, GRID.wide
    y = down(
        canvas,
        story["kicker"],
        (x(0), TOP, wide(3)),
        Style(F("roboto-black"), 10, 12, GREEN),
        story.id,
    )
    y = down(
        canvas,
        story["headline"],
        (x(0), y + 1, wide(3)),
        Style(F("roboto-black"), 39, 41),
        story.id,
    )
    y = down(
        canvas,
        story["deck"],
        (x(0), y + 5, wide(3)),
        Style(F("roboto"), 11.4, 14),
        story.id,
        balance=False,
    )
    canvas.frame()
    canvas.line(story["byline"], Place(x(0), y + 13), BYLINE, story.id)
    foot = 578.0
    board = 108.0
    top = rows(y + 19, foot - board - 8, LEAD)
    frames = columns(x(0), top, wide(2), foot - board - 8 - top, 2, GRID.gap)
    fill(canvas, story, frames, BODY)
    tabellino(canvas, story, Rect(x(0), foot - board, wide(2), board))


def tabellino(canvas: Canvas, story: Piece, box: Rect) -> None:
    """Set the scoreboard: the score on green, the teams and marks below it."""
    canvas.bar(box.x, box.y, box.w, box.h, ROSE)
    canvas.bar(box.x, box.y, box.w, 20, GREEN)
    home, away, *rest = story.all("other")
    style = Style(F("roboto-black"), 11, 0, "paper", "center")
    half = box.w / 2
    canvas.line(home, Place(box.x, box.y + 14, half), style, story.id)
    canvas.line(away, Place(box.x + half, box.y + 14, half), style, story.id)
    y = box.y + 24
    for text in rest:
        look = Style(F("roboto"), 7.7, 9.6)
        y = down(canvas, text, (box.x + 5, y, box.w - 10), look, story.id, balance=False) + 2.4
    canvas.frame()


def shots(canvas: Canvas, story: Piece, box: Rect) -> None:
    """Set three pictures in a stack, numbered, their captions below."""
    y = (
        down(
            canvas,
            story["headline"],
            (box.x, box.y, box.w),
            Style(F("roboto-black"), 11.4, 13),
            story.id,
        )
        + 4
    )
    high = 86.0
    for n, name in enumerate(("stadium", "market-fans", "portrait-goal"), 1):
        canvas.photo(name, box.x, y, box.w, high, dots=1.1)
        canvas.mark(f"// picture {n}")
        canvas.frame()
        number = f"#place(top + left, dx: {box.x:.1f}pt, dy: {y:.1f}pt, rect(width: 13pt, height: 13pt, fill: {GREEN}))"
        canvas.frames[-2].append(number)
        canvas.frames[-2].append(
            f"#place(top + left, dx: {box.x + 3.8:.1f}pt, dy: {y + 10:.1f}pt, "
            f'text(font: "Roboto", weight: 900, size: 9.5pt, fill: paper)[{n}])'
        )
        y += high + 3
    canvas.line(
        story["credit"],
        Place(box.x, y + 4, box.w),
        Style(F("roboto"), 5.2, align="right"),
        story.id,
    )
    y += 6
    for text in story.all("caption"):
        y = down(canvas, text, (box.x, y, box.w), CAPTION, story.id, balance=False)
    canvas.frame()
    canvas.note(story)


def others(canvas: Canvas, stories: Sequence[Piece], box: Rect) -> None:
    canvas.stroke(box.x, box.y - 5, box.right, box.y - 5, "1pt + ink")
    canvas.line(
        "LE ALTRE", Place(box.x, box.y + 9), Style(F("roboto-black"), 11, 0, GREEN), FURNITURE
    )
    cells = columns(box.x, box.y + 16, box.w, box.h - 16, 3, GRID.gap)
    for n, story in enumerate(stories):
        cell = cells[n % 3]
        y = cell.y + (n // 3) * 79
        canvas.frame()
        canvas.stroke(cell.x, y - 1, cell.right, y - 1, "0.3pt + ink")
        y = down(
            canvas,
            story["headline"],
            (cell.x, y + 2, cell.w),
            Style(F("roboto-bold"), 9.4, 11),
            story.id,
        )
        fill(
            canvas,
            story,
            [Rect(cell.x, y + 2, cell.w, 6 * LEAD + 1)],
            Body(TEXT, indent=0),
            enough=2,
        )


def basket(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.stroke(box.x, box.y - 6, box.right, box.y - 6, "1pt + ink")
    y = down(
        canvas,
        story["kicker"],
        (box.x, box.y, box.w),
        Style(F("roboto-black"), 10, 12, GREEN),
        story.id,
    )
    y = down(
        canvas, story["headline"], (box.x, y + 1, box.w), Style(F("roboto-black"), 24, 26), story.id
    )
    canvas.frame()
    canvas.line(story["byline"], Place(box.x, y + 12), BYLINE, story.id)
    top = rows(y + 17, box.bottom, LEAD)
    frames = columns(box.x, top, box.w, box.bottom - top, 3, GRID.gap)
    deep = 13 * LEAD
    w = GRID.wide(2)
    canvas.photo("workshop-hoop", frames[1].x, top + 2, w, deep - 16)
    down(canvas, story["caption"], (frames[1].x, top + deep - 11, w), CAPTION, story.id)
    canvas.frame()
    fill(canvas, story, frames, BODY, [Rect(frames[1].x - 3, top, w + 6, deep)])


def standings(canvas: Canvas, story: Piece, box: Rect) -> float:
    """Set results and the table below them; return the edge below."""
    canvas.bar(box.x, box.y, box.w, 15, GREEN)
    canvas.line(
        story["headline"],
        Place(box.x + 5, box.y + 11),
        Style(F("roboto-black"), 9.6, 0, "paper"),
        story.id,
    )
    canvas.frame()
    y, step = box.y + 26, 10.9
    small, strong = Style(F("roboto"), 8), Style(F("roboto-bold"), 8)
    for row in story.all("row"):
        match, score = row.split("\t")
        canvas.line(match, Place(box.x + 4, y), small, story.id)
        canvas.line(score, Place(box.x, y, box.w - 4), replace(strong, align="right"), story.id)
        y += step
    canvas.stroke(box.x, y - 7.6, box.right, y - 7.6, "0.4pt + ink")
    y += 3
    for n, row in enumerate(story.all("rank")):
        if n % 2:
            canvas.bar(box.x, y - 8.2, box.w, step, ROSE)
        for m, cell in enumerate(row.split("\t")):
            if not cell:
                continue
            look = small if m > 1 and n else strong
            if m == 0:
                canvas.line(cell, Place(box.x + 4, y), look, story.id)
            else:
                room = Place(box.x + box.w * (0.38 + 0.12 * (m - 1)), y, box.w * 0.12 + 3)
                canvas.line(cell, room, replace(look, align="right"), story.id)
        y += step
    canvas.frame()
    other = [*story.all("row"), *story.all("rank")]
    canvas.note(replace(story, fields={**story.fields, "other": other}))
    return y - 7


def scorers(canvas: Canvas, story: Piece, box: Rect) -> float:
    canvas.bar(box.x, box.y, box.w, 96, "ink")
    style = Style(F("roboto-black"), 12, 0, cmyk(0, 10, 90, 0))
    canvas.line(story["headline"], Place(box.x + 8, box.y + 16), style, story.id)
    y = box.y + 30
    for text in story.all("other"):
        canvas.line(text, Place(box.x + 8, y), Style(F("roboto"), 8.4, 0, "paper"), story.id)
        y += 11.6
    canvas.frame()
    canvas.note(story)
    return box.y + 96


def notice(canvas: Canvas, box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(100, 60, 0, 10))
    canvas.photo("stadium-lights", box.x + 10, box.y + 116, box.w - 20, box.h - 176)
    canvas.frame()
    lines_at(
        canvas, [("Vediamoci domani sera", box.h - 26, F("libertine-italic"), 20, "paper")], box, AD
    )
    lines_at(
        canvas,
        [
            ("FARI & FARETTI", 44, F("bebas"), 34, cmyk(0, 10, 90, 0)),
            ("Impianti sportivi, anche di notte", 72, F("roboto-bold"), 14, "paper"),
            ("pronto intervento 000 12 12 00", 98, F("roboto"), 12, "paper"),
        ],
        box,
        AD,
    )
