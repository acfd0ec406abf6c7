"""A French culture page: a narrow column and three wide ones, text that runs around things."""

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import Piece, read
from samples.world.setting import Body, Grid, Rect, columns, down, fill, lines_at, rows, stack
from samples.world.type import type_for

F = type_for("fr")
W, H = 800.0, 1164.0
SIDE = Rect(36, 92, 122, 1036)
GRID = Grid(178, 764, 16, 3)
LEAD = 13.0
TOP, MID, BOTTOM = 92.0, 672.0, 1128.0
PLUM, LINEN = cmyk(45, 90, 25, 35), cmyk(2, 4, 10, 4)
TEXT = Style(F("garamond"), 11, LEAD)
BODY = Body(
    TEXT,
    indent=11,
    question=Style(F("biolinum-bold"), 10.2, LEAD, PLUM),
    cap=Style(F("libertine-display"), 51, 0, PLUM),
)
SMALL = Body(Style(F("biolinum"), 9.4, 11.8), indent=0, ragged=True)
BYLINE = Style(F("biolinum-bold"), 8.8, 10.5)
CAPTION = Style(F("garamond-italic"), 9.4, 11)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="fr-magazine", language="fr", press=False, shuffle=8)
    stories = read("fr-magazine")
    folio(canvas)
    interview(canvas, stories["talk"])
    landmarks(canvas, stories["box"], Rect(SIDE.x, TOP, SIDE.w, 252))
    agenda(canvas, [stories[f"a{n}"] for n in range(1, 9)])
    canvas.stroke(GRID.left, MID - 10, 764, MID - 10, "0.8pt + ink")
    x, wide = GRID.x, GRID.wide
    review(canvas, stories["review"], Rect(x(0), MID, wide(2), BOTTOM - MID))
    framed(canvas, stories["encadre"], Rect(x(2), MID + 2, wide(1), 180))
    notice(canvas, Rect(x(2), MID + 196, wide(1), BOTTOM - MID - 196))
    return canvas


def folio(canvas: Canvas) -> None:
    canvas.line("Culture", Place(36, 66), Style(F("libertine-display"), 42, 0, PLUM), FURNITURE)
    box = Rect(36, 0, 728, 0)
    lines_at(
        canvas,
        [("Le Courrier des Sables", 54, F("libertine-italic"), 12, "ink"), ("Jeudi 26 novembre 2026  |  27", 67, F("biolinum"), 9, "ink")],
        box, FURNITURE, "right",
    )  # fmt: skip
    canvas.stroke(36, 76, 764, 76, f"2.4pt + {PLUM}")


def interview(canvas: Canvas, story: Piece) -> None:
    x, wide = GRID.x, GRID.wide
    foot = MID - 20
    top = rows(TOP, foot, LEAD)
    frames = columns(x(0), top, wide(3), foot - top, 3, GRID.gap)
    # The head stands in the middle of the columns, below a picture that opens two of them.
    deep = 14 * LEAD - 20
    canvas.photo("workshop", x(1), top, wide(2), deep)
    canvas.line(
        story["credit"],
        Place(x(1) + wide(2) + 6, top + deep),
        Style(F("biolinum"), 5.6),
        story.id,
        turn=90,
    )
    shown, other = story.all("caption")
    down(canvas, shown, (x(1), top + deep + 4, wide(2)), CAPTION, story.id, balance=False)
    canvas.frame()
    y = top + 18 * LEAD
    y = down(
        canvas,
        story["kicker"],
        (x(1), y + 6, wide(2)),
        Style(F("biolinum-bold"), 10, 12, PLUM, "center", 0.8),
        story.id,
    )
    y = down(
        canvas,
        story["headline"],
        (x(1), y + 4, wide(2)),
        Style(F("libertine-display"), 40, 42, "ink", "center"),
        story.id,
    )
    deck = Style(F("garamond-italic"), 13.4, 16, "ink", "center")
    y = down(canvas, story["deck"], (x(1) + 18, y + 8, wide(2) - 36), deck, story.id)
    center = Style(BYLINE.face, BYLINE.size, 0, "ink", "center")
    canvas.line(story["byline"], Place(x(1), y + 14, wide(2)), center, story.id)
    for edge in (top + 18 * LEAD - 2, y + 24):
        canvas.stroke(x(1) + 60, edge, x(1) + wide(2) - 60, edge, f"0.6pt + {PLUM}")
    holes = [
        Rect(x(1) - 4, top, wide(2) + 8, 14 * LEAD),
        Rect(x(1) - 4, top + 18 * LEAD - 6, wide(2) + 8, y + 30 - top - 18 * LEAD + 6),
    ]
    canvas.frame()
    w, high = 118.0, 11 * LEAD - 12
    left, at = x(1) - 8 - w / 2, top + 31 * LEAD + 1
    canvas.photo("portrait", left, at, w, high, dots=1.3)
    canvas.line(other, Place(left, at + high + 9), CAPTION, story.id)
    holes.append(Rect(left - 8, at - 3, w + 16, high + 15))
    canvas.frame()
    fill(canvas, story, frames, BODY, holes)


def landmarks(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, box.h, LINEN)
    canvas.bar(box.x, box.y, box.w, 3, PLUM)
    canvas.frame()
    y = down(
        canvas,
        story["headline"],
        (box.x + 8, box.y + 12, box.w - 16),
        Style(F("libertine-display"), 20),
        story.id,
    )
    cell = Rect(box.x + 8, y + 6, box.w - 16, box.bottom - y - 12)
    fill(canvas, story, [cell], SMALL, enough=3)


def agenda(canvas: Canvas, stories: list[Piece]) -> None:
    y = TOP + 270
    canvas.line(
        "À voir, à écouter",
        Place(SIDE.x, y + 12),
        Style(F("biolinum-bold"), 13, 0, PLUM),
        FURNITURE,
    )
    canvas.stroke(SIDE.x, y + 18, SIDE.x + SIDE.w, y + 18, f"1pt + {PLUM}")
    head = Style(F("libertine-bold"), 12.4, 14)
    looks = [(story, head) for story in stories]
    body = Body(Style(F("garamond"), 10.2, 12.4), indent=0, ragged=True)
    stack(canvas, looks, Rect(SIDE.x, y + 26, SIDE.w, BOTTOM - y - 26), body)


def review(canvas: Canvas, story: Piece, box: Rect) -> None:
    y = down(
        canvas,
        story["kicker"],
        (box.x, box.y, box.w),
        Style(F("biolinum-bold"), 10, 12, PLUM, "left", 0.8),
        story.id,
    )
    y = down(
        canvas,
        story["headline"],
        (box.x, y + 3, box.w),
        Style(F("libertine-bold"), 27, 29),
        story.id,
    )
    canvas.line(story["byline"], Place(box.x, y + 13), BYLINE, story.id)
    canvas.photo("market-stage", box.x, y + 20, box.w, 96)
    shown = (box.x, y + 119, box.w)
    y = down(canvas, story["caption"], shown, CAPTION, story.id, balance=False)
    canvas.frame()
    top = rows(y + 5, box.bottom, LEAD)
    frames = columns(box.x, top, box.w, box.bottom - top, 2, GRID.gap)
    fill(canvas, story, frames, Body(TEXT, indent=11))


def framed(canvas: Canvas, story: Piece, box: Rect) -> None:
    canvas.tint(box.x, box.y, box.w, box.h, "", 1)
    canvas.frame()
    y = down(
        canvas,
        story["headline"],
        (box.x + 10, box.y + 12, box.w - 20),
        Style(F("libertine-bold"), 16, 18),
        story.id,
    )
    top = rows(y + 6, box.bottom - 22, 11.8)
    cell = Rect(box.x + 10, top, box.w - 20, box.bottom - 22 - top)
    fill(canvas, story, [cell], Body(Style(F("biolinum"), 9.6, 11.8), indent=9))
    sign = Style(F("biolinum-bold"), 9, align="right")
    canvas.line(story["byline"], Place(box.x + 10, box.bottom - 9, box.w - 20), sign, story.id)


def notice(canvas: Canvas, box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(10, 30, 80, 0))
    canvas.line("PUBLICITÉ", Place(box.x, box.y - 2), Style(F("biolinum"), 5.4), AD)
    lines_at(
        canvas,
        [
            ("Le Pain", 60, F("libertine-display"), 30, "ink"),
            ("des Dunes", 92, F("libertine-display"), 30, "ink"),
            ("levain · seigle · patience", 124, F("garamond-italic"), 13, "ink"),
            ("Ouvert dès 6 heures", 190, F("biolinum-bold"), 12, "ink"),
            ("3, rue du Port, Sablières", 208, F("biolinum"), 10, "ink"),
        ],
        box,
        AD,
    )
