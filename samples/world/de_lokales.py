"""A German local page: a head on a photograph, a police report, dates, stories without rules."""

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import Piece, read
from samples.world.setting import Body, Grid, Rect, columns, down, fill, lines_at, rows
from samples.world.type import type_for

F = type_for("de")
W, H = 893.0, 1098.0
GRID = Grid(40, 853, 15, 6)
LEAD = 12.2
TOP, LOW, BOTTOM = 92.0, 740.0, 1060.0
WINE, MIST = cmyk(20, 100, 60, 30), cmyk(5, 3, 3, 4)
TEXT = Style(F("libertine"), 10.4, LEAD)
BODY = Body(TEXT, indent=10)
START = Body(TEXT, indent=10)
BYLINE = Style(F("lato-bold"), 7.4, 9, tracking=0.4)
CAPTION = Style(F("lato"), 8.4, 10.4)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="de-lokales", language="de", shuffle=14)
    stories = read("de-lokales")
    x, wide = GRID.x, GRID.wide
    box = Rect(40, 0, 813, 0)
    lines_at(canvas, [("Aus der Region", 66, F("slab-bold"), 27, WINE)], box, FURNITURE, "left")
    lines_at(canvas, [("Werra-Bote", 52, F("slab-bold"), 11, "ink")], box, FURNITURE, "right")
    lines_at(
        canvas,
        [("Seite 13 · Mittwoch, 25. November 2026", 66, F("lato"), 8.4, "ink")],
        box,
        FURNITURE,
        "right",
    )
    for n in range(95):
        canvas.bar(40 + n * 8.65, 76, 4.3, 2, WINE)
    lead(canvas, stories["lead"])
    police(canvas, stories["police"], Rect(x(4), TOP, wide(2), 226))
    dates(canvas, stories["dates"], Rect(x(4), TOP + 240, wide(2), 156))
    quote(canvas, Rect(x(4), TOP + 412, wide(2), LOW - 22 - TOP - 412))
    story(canvas, stories["school"], Rect(x(0), LOW, wide(2), BOTTOM - LOW), picture=True)
    story(canvas, stories["bakery"], Rect(x(2), LOW, wide(2), 178))
    story(canvas, stories["storks"], Rect(x(2), LOW + 196, wide(2), BOTTOM - LOW - 196))
    letter(canvas, stories["letter"], Rect(x(4), LOW, wide(2), 134))
    notice(canvas, Rect(x(4), LOW + 150, wide(2), BOTTOM - LOW - 150))
    return canvas


def lead(canvas: Canvas, piece: Piece) -> None:
    """Set the lead below a photograph that carries its head."""
    x, w = GRID.x(0), GRID.wide(4)
    high = 362.0
    canvas.photo("seawall-ferry", x, TOP, w, high)
    canvas.frame()
    head = Style(F("slab-bold"), 46, 48, "paper")
    y = down(canvas, piece["headline"], (x + 22, TOP + 26, w - 44), head, piece.id)
    canvas.line(
        piece["credit"], Place(x, TOP + high + 8, w), Style(F("lato"), 6, align="right"), piece.id
    )
    y = down(
        canvas, piece["caption"], (x, TOP + high + 3, w - 80), CAPTION, piece.id, balance=False
    )
    canvas.frame()
    y = down(
        canvas, piece["deck"], (x, y + 9, w), Style(F("slab"), 13, 17), piece.id, balance=False
    )
    canvas.line(piece["byline"], Place(x, y + 14), BYLINE, piece.id)
    foot = LOW - 22
    start = rows(y + 20, foot, LEAD)
    fill(canvas, piece, columns(x, start, w, foot - start, 4, GRID.gap), START)


def police(canvas: Canvas, piece: Piece, box: Rect) -> None:
    y = down(
        canvas, piece["headline"], (box.x, box.y, box.w), Style(F("slab-bold"), 19, 21), piece.id
    )
    canvas.stroke(box.x, y + 3, box.right, y + 3, f"1.5pt + {WINE}")
    canvas.frame()
    start = y + 9
    frames = columns(box.x, start, box.w, box.bottom - start, 2, GRID.gap)
    fill(canvas, piece, frames, Body(TEXT, indent=0), enough=2)


def dates(canvas: Canvas, piece: Piece, box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, box.h, MIST)
    head = Style(F("slab-bold"), 17, 19, WINE)
    y = down(canvas, piece["headline"], (box.x + 10, box.y + 9, box.w - 20), head, piece.id) + 4
    for text in piece.all("other"):
        day = text.startswith("*")
        y += 5 if day else 1
        style = Style(F("lato"), 9, 11.4, WINE if day else "ink")
        y = down(canvas, text, (box.x + 10, y, box.w - 20), style, piece.id, balance=False)
    canvas.frame()
    canvas.note(piece)


def quote(canvas: Canvas, box: Rect) -> None:
    """Set the saying of the day; it belongs to no story."""
    canvas.stroke(box.x, box.y, box.right, box.y, f"1.5pt + {WINE}")
    canvas.stroke(box.x, box.bottom, box.right, box.bottom, f"0.5pt + {WINE}")
    canvas.line(
        "WORT DES TAGES", Place(box.x, box.y + 16), Style(F("lato-bold"), 8, 0, WINE), FURNITURE
    )
    style = Style(F("libertine-italic"), 27, 32)
    y = down(
        canvas,
        "„Eine Gemeinde ist kein Puzzle. Es fehlt immer mehr als ein Teil.“",
        (box.x, box.y + 36, box.w),
        style,
        FURNITURE,
    )
    down(
        canvas,
        "Aus dem Protokoll der Sitzung vom 3. November",
        (box.x, y + 12, box.w),
        CAPTION,
        FURNITURE,
    )


def story(canvas: Canvas, piece: Piece, box: Rect, *, picture: bool = False) -> None:
    canvas.frame()
    y = box.y
    if picture:
        canvas.photo("workshop-school", box.x, y, box.w, 118)
        y = down(canvas, piece["caption"], (box.x, y + 121, box.w), CAPTION, piece.id) + 7
        canvas.frame()
    y = down(canvas, piece["headline"], (box.x, y, box.w), Style(F("slab-bold"), 18, 20), piece.id)
    if piece["byline"]:
        canvas.line(piece["byline"], Place(box.x, y + 12), BYLINE, piece.id)
        y += 14
    start = rows(y + 4, box.bottom, LEAD)
    fill(canvas, piece, columns(box.x, start, box.w, box.bottom - start, 2, GRID.gap), BODY)


def letter(canvas: Canvas, piece: Piece, box: Rect) -> None:
    canvas.tint(box.x, box.y, box.w, box.h, "", 0.6)
    canvas.bar(box.x + 10, box.y - 5, 74, 10, "paper")
    canvas.line(
        piece["kicker"],
        Place(box.x + 14, box.y + 3),
        Style(F("lato-bold"), 8, 0, WINE, tracking=0.5),
        piece.id,
    )
    canvas.frame()
    y = down(
        canvas,
        piece["headline"],
        (box.x + 12, box.y + 14, box.w - 24),
        Style(F("slab-bold"), 15, 17),
        piece.id,
    )
    foot = box.bottom - 22
    start = rows(y + 4, foot, 11.6)
    cell = Rect(box.x + 12, start, box.w - 24, foot - start)
    fill(canvas, piece, [cell], Body(Style(F("libertine-italic"), 10.2, 11.6), indent=0))
    sign = Style(F("lato-bold"), 8.4, align="right")
    canvas.line(piece["byline"], Place(box.x + 12, box.bottom - 9, box.w - 24), sign, piece.id)


def notice(canvas: Canvas, box: Rect) -> None:
    canvas.frame()
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(70, 0, 90, 10))
    lines_at(
        canvas,
        [
            ("Anzeige", 8, F("lato"), 5.6, "paper"),
            ("Gärtnerei Moosbach", 54, F("slab-bold"), 22, "paper"),
            ("Adventskränze", 102, F("libertine-italic"), 30, "paper"),
            ("selbst gebunden oder selbst binden", 128, F("lato"), 11, "paper"),
            ("Kurs am Samstag um 10 Uhr", 150, F("lato-bold"), 12, "paper"),
        ],
        box,
        AD,
    )
