"""A Spanish tabloid: an inside page of local news."""

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import read
from samples.world.setting import Body, Rect, columns, down, fill, grown
from samples.world.type import type_for

F = type_for("es")
W, H = 794.0, 1134.0
LEFT, RIGHT, GAP = 34.0, 760.0, 12.0
COL = (RIGHT - LEFT - 4 * GAP) / 5
LEAD = 11.2
TOP, BOTTOM = 72.0, 1100.0
RED, TINT = cmyk(5, 100, 90, 5), cmyk(0, 6, 18, 3)
TEXT = Style(F("libertine"), 9.8, LEAD)
BODY = Body(
    TEXT,
    indent=8,
    subhead=Style(F("open-condensed"), 10.2, LEAD, RED),
    cap=Style(F("libertine-bold"), 43, 0, RED),
)
PLAIN = Body(TEXT, indent=8)
BYLINE = Style(F("sans-bold"), 7.4, 9)
CAPTION = Style(F("sans-bold"), 7.8, 9.2)


def x(column: float) -> float:
    """Return the left edge of a column."""
    return LEFT + column * (COL + GAP)


def wide(count: int) -> float:
    """Return the width of so many columns."""
    return count * (COL + GAP) - GAP


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="es-tabloid", language="es", shuffle=5)
    folio(canvas)
    stories = read("es-tabloid")
    lead(canvas, stories)
    short = [stories[f"b{n}"] for n in range(1, 6)]
    briefs(canvas, short, 8 + briefs(Canvas(W, H), short) / 9)
    second(canvas, stories["second"])
    notice(canvas)
    canvas.stroke(x(4) - GAP / 2, TOP, x(4) - GAP / 2, 770, "0.4pt + ink")
    canvas.stroke(x(3) - GAP / 2, 800, x(3) - GAP / 2, BOTTOM, "0.4pt + ink")
    return canvas


def folio(canvas: Canvas) -> None:
    canvas.bar(LEFT, 36, RIGHT - LEFT, 3.5, RED)
    canvas.line("14", Place(LEFT, 60), Style(F("open-extra"), 22), FURNITURE)
    canvas.line("LOCAL", Place(LEFT + 36, 59), Style(F("open-extra"), 14, 0, RED), FURNITURE)
    canvas.line(
        "EL DIARIO DE LA SIERRA", Place(LEFT, 56, RIGHT - LEFT),
        Style(F("display-bold"), 11, 0, "ink", "center"), FURNITURE,
    )  # fmt: skip
    canvas.line(
        "Miércoles, 25 de noviembre de 2026", Place(LEFT, 56, RIGHT - LEFT),
        Style(F("sans"), 7.6, 0, "ink", "right"), FURNITURE,
    )  # fmt: skip
    canvas.stroke(LEFT, 66, RIGHT, 66, "0.5pt + ink")


def lead(canvas: Canvas, stories: dict) -> None:
    story, box = stories["lead"], stories["box"]
    y = down(
        canvas, story["kicker"], (x(0), TOP, 300), Style(F("open-condensed"), 12, 14, RED), story.id
    )
    y = down(
        canvas,
        story["headline"],
        (x(0), y + 3, wide(4)),
        Style(F("display-bold"), 42, 44),
        story.id,
    )
    canvas.frame()
    y += 8
    half = (wide(4) - GAP) / 2
    bottoms = []
    for n, deck in enumerate(story.all("deck")):
        bottoms.append(
            down(canvas, deck, (x(2 * n), y, half - 6), Style(F("open"), 11.2, 13.4), story.id)
        )
    y = max(bottoms) + 7
    canvas.stroke(x(0), y, x(3) + COL, y, "0.4pt + ink")
    y += 7
    canvas.frame()
    canvas.line(story["byline"], Place(x(0), y + 7), BYLINE, story.id)
    foot = 780.0
    rows = int((foot - y - 14) // LEAD)
    top = foot - rows * LEAD
    high = 20 * LEAD + 60
    canvas.photo("rower", x(1), y, wide(3), high)
    canvas.line(
        story["credit"],
        Place(x(4) - GAP + 7.5, y + high),
        Style(F("sans"), 5.2),
        story.id,
        turn=90,
    )
    down(canvas, story["caption"], (x(1), y + high + 3, wide(3)), CAPTION, story.id, balance=False)
    under = top + (int((y + high + 17 - top) // LEAD) + 1) * LEAD
    box_top = foot - 10 * LEAD - 6
    canvas.frame()
    frames = [
        Rect(x(0), top, COL, foot - top),
        Rect(x(1), under, COL, foot - under),
        *(Rect(x(n), under, COL, box_top - 8 - under) for n in (2, 3)),
    ]
    fill(canvas, story, frames, BODY)
    canvas.bar(x(2) - 2, box_top, wide(2) + 4, foot - box_top - 2, TINT)
    canvas.bar(x(2) - 2, box_top, wide(2) + 4, 2.5, RED)
    below = down(
        canvas, box["headline"], (x(2) + 6, box_top + 9, wide(2) - 12),
        Style(F("open-extra"), 14, 16), box.id,
    )  # fmt: skip
    cells = columns(x(2) + 6, below + 5, wide(2) - 12, foot - below - 10, 2, 10)
    fill(canvas, box, cells, Body(Style(F("sans"), 8.2, 10.2), indent=0), enough=3)


def briefs(canvas: Canvas, stories: list, gap: float = 8) -> float:
    """Set the briefs; return the room left below them."""
    canvas.bar(x(4), TOP, COL, 17, "ink")
    canvas.line(
        "BREVES", Place(x(4), TOP + 12.6, COL),
        Style(F("open-extra"), 11, 0, "paper", "center"), FURNITURE,
    )  # fmt: skip
    y, head = TOP + 24, Style(F("open-bold"), 11.4, 13)
    for n, story in enumerate(stories):
        canvas.frame()
        if n:
            canvas.stroke(x(4), y, x(4) + COL, y, '(paint: ink, thickness: 0.8pt, dash: "dotted")')
            y += gap
        y = down(canvas, story["headline"], (x(4), y, COL), head, story.id) + 3
        y = fill(canvas, story, [Rect(x(4), y, COL, 782 - y)], PLAIN, cut=False).y + gap
    return 782 - y


def second(canvas: Canvas, story) -> None:
    top = 794.0
    canvas.stroke(x(0), top - 5, RIGHT, top - 5, "1.2pt + ink")
    y = down(
        canvas,
        story["kicker"],
        (x(0), top + 2, COL),
        Style(F("open-condensed"), 11, 13, RED),
        story.id,
    )
    y = down(
        canvas,
        story["headline"],
        (x(0), y + 2, wide(3)),
        Style(F("display-bold"), 27, 29),
        story.id,
    )
    y = down(canvas, story["deck"], (x(0), y + 5, wide(3)), Style(F("open"), 10, 12), story.id) + 6
    canvas.line(story["byline"], Place(x(0), y + 7), BYLINE, story.id)
    rows = int((BOTTOM - y - 14) // LEAD)
    body_top = BOTTOM - rows * LEAD
    high = 9 * LEAD
    frames = columns(x(0), body_top, wide(3), rows * LEAD, 3, GAP)
    frames[0] = Rect(x(0), body_top, COL, rows * LEAD)
    canvas.photo("portrait", x(1), body_top, COL, high, dots=1.2)
    down(canvas, story["caption"], (x(1), body_top + high + 3, COL), CAPTION, story.id)
    hole = grown(Rect(x(1), body_top, COL, high), 4, 2, 4, 16)
    canvas.frame()
    fill(canvas, story, frames, PLAIN, [hole], enough=0)


def notice(canvas: Canvas) -> None:
    left, top, w, h = x(3), 800.0, wide(2), BOTTOM - 800
    green = cmyk(80, 20, 80, 30)
    canvas.bar(left, top, w, h, cmyk(25, 0, 35, 0))
    canvas.tint(left, top, w, h, "", 1)
    canvas.bar(left, top + h - 60, w, 60, green)
    place = Place(left, top + 56, w)
    for text, y, size, face, colour in (
        ("VIVEROS", 40, 18, "bebas", green),
        ("LA UMBRÍA", 86, 46, "bebas", green),
        ("Plante ahora. Coseche en junio.", 116, 13, "libertine-italic", "ink"),
        ("Ciruelos · Almendros · Higueras", 150, 12, "open-bold", "ink"),
        ("desde 9,50 €", 196, 30, "open-extra", cmyk(0, 90, 90, 0)),
        ("Camino del Soto, 8 · Valdemora", h - 34, 11, "open-bold", "paper"),
        ("Abierto de lunes a sábado", h - 18, 9, "open", "paper"),
    ):
        canvas.line(text, Place(place.x, top + y, w), Style(F(face), size, 0, colour, "center"), AD)
