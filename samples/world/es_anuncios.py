"""A Spanish page of classified advertisements, with a story, a horoscope and chemists on duty."""

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import TEXTS, Piece, read
from samples.world.setting import (
    Body,
    Grid,
    Rect,
    columns,
    down,
    fill,
    lines_at,
    rows,
    set_piece,
    slots,
)
from samples.world.type import type_for

F = type_for("es")
W, H = 794.0, 934.0
GRID = Grid(32, 762, 10, 6)
LEAD = 10.4
TOP, LOW, BOTTOM = 74.0, 330.0, 902.0
INK, SUN = cmyk(100, 60, 30, 40), cmyk(0, 12, 75, 0)
SMALL = Style(F("sans"), 8.3, LEAD)
BODY = Body(Style(F("text"), 9.6, 11.2), indent=8)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="es-anuncios", language="es", press=False, shuffle=29)
    stories = read("es-anuncios")
    x, wide = GRID.x, GRID.wide
    box = Rect(32, 0, 730, 0)
    canvas.bar(32, 34, 730, 28, INK)
    lines_at(
        canvas,
        [("  ANUNCIOS Y SERVICIOS", 54, F("roboto-black"), 17, "paper")],
        box,
        FURNITURE,
        "left",
    )
    lines_at(
        canvas,
        [
            (
                "El Diario de la Sierra · 26 de noviembre de 2026   41   ",
                52,
                F("roboto"),
                8.6,
                "paper",
            )
        ],
        box,
        FURNITURE,
        "right",
    )
    story(canvas, stories["story"], Rect(x(0), TOP, wide(3), LOW - 16 - TOP))
    stars(canvas, stories["horoscope"], Rect(x(3), TOP, wide(2), LOW - 16 - TOP))
    chemists(canvas, stories["chemists"], Rect(x(5), TOP, wide(1), LOW - 16 - TOP))
    classified(canvas)
    return canvas


def story(canvas: Canvas, piece: Piece, box: Rect) -> None:
    y = down(
        canvas,
        piece["kicker"],
        (box.x, box.y, box.w),
        Style(F("roboto-bold"), 7.6, 9, INK),
        piece.id,
    )
    y = down(
        canvas, piece["headline"], (box.x, y + 2, box.w), Style(F("text-bold"), 24, 26), piece.id
    )
    canvas.line(piece["byline"], Place(box.x, y + 11), Style(F("roboto-bold"), 7), piece.id)
    canvas.frame()
    top = rows(y + 15, box.bottom, 11.2)
    frames = columns(box.x, top, box.w, box.bottom - top, 3, GRID.gap)
    last = frames[2]
    canvas.photo("workshop-chairs", last.x, top + 2, last.w, 78)
    caption = Style(F("roboto"), 7.4, 9)
    down(canvas, piece["caption"], (last.x, top + 83, last.w), caption, piece.id, balance=False)
    canvas.frame()
    fill(canvas, piece, frames, BODY, [Rect(last.x - 3, top, last.w + 6, 103)])


def stars(canvas: Canvas, piece: Piece, box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(10, 4, 0, 0))
    style = Style(F("roboto-black"), 15, 17, INK)
    y = down(canvas, piece["headline"], (box.x + 8, box.y + 8, box.w - 16), style, piece.id)
    canvas.frame()
    frames = columns(box.x + 8, y + 5, box.w - 16, box.bottom - y - 9, 2, GRID.gap)
    body = Body(Style(F("roboto"), 8.2, 10.8), indent=0, ragged=True)
    fill(canvas, piece, frames, body, enough=3)


def chemists(canvas: Canvas, piece: Piece, box: Rect) -> None:
    canvas.tint(box.x, box.y, box.w, box.h, "", 0.8)
    style = Style(F("roboto-black"), 12, 13.4, cmyk(80, 10, 90, 20))
    y = down(canvas, piece["headline"], (box.x + 6, box.y + 8, box.w - 12), style, piece.id) + 4
    for text in piece.all("other"):
        face = "roboto-bold" if text.startswith("De ") else "roboto"
        y = down(
            canvas,
            text,
            (box.x + 6, y + 4, box.w - 12),
            Style(F(face), 8, 10),
            piece.id,
            balance=False,
        )
    canvas.frame()
    canvas.note(piece)


def classified(canvas: Canvas) -> None:
    """Set the small advertisements, column by column, and the displayed ones at the foot."""
    x, wide = GRID.x, GRID.wide
    canvas.stroke(32, LOW - 8, 762, LOW - 8, f"2pt + {INK}")
    ends = [BOTTOM, BOTTOM, 632, 632, BOTTOM, 456]
    frames = [Rect(x(n), LOW, wide(1), end - LOW) for n, end in enumerate(ends)]
    body = Body(SMALL, indent=0)
    room = slots(frames, SMALL, ())
    text = (TEXTS / "paid" / "es-anuncios.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("# "):
            if len(room) < 8:
                break
            slot = room[0]
            canvas.bar(slot.x, slot.y - 7.6, wide(1), 11.4, SUN)
            style = Style(F("roboto-black"), 7.4, 0, INK, "center")
            canvas.line(line[2:], Place(slot.x, slot.y + 0.6, wide(1)), style, AD)
            room = room[2:] if room[1].frame == slot.frame else room[1:]
            continue
        lines = set_piece(Piece("paid", body=(line,)), room, body)
        if lines[-1].y < 0:
            break
        for made in lines:
            canvas.line(made.text, Place(made.x, made.y), made.style, AD, made.spread)
        left = len(lines)
        room = room[left:]
        if room and left and room[0].frame == lines[-1].frame:
            slot = room[0]
            canvas.stroke(slot.x, slot.y - 3, slot.x + wide(1), slot.y - 3, "0.2pt + ink")
            room = room[1:]
    canvas.frame()
    for n in range(1, 6):
        canvas.stroke(x(n) - 5, LOW, x(n) - 5, min(ends[n - 1], ends[n]), "0.25pt + ink")
    displayed(
        canvas, Rect(x(2), 642, wide(2), BOTTOM - 642), Rect(x(5), 462, wide(1), BOTTOM - 462)
    )


def displayed(canvas: Canvas, wide: Rect, tall: Rect) -> None:
    canvas.tint(wide.x, wide.y, wide.w, wide.h, "", 2.4)
    canvas.tint(wide.x + 5, wide.y + 5, wide.w - 10, wide.h - 10, "", 0.4)
    lines_at(
        canvas,
        [
            ("†", 42, F("text-bold"), 30, "ink"),
            ("PRIMER ANIVERSARIO", 66, F("text-bold"), 10, "ink"),
            ("DOÑA ÁNGELA MUESTRA VILLAR", 94, F("text-bold"), 12.4, "ink"),
            ("Maestra de Valdemora", 112, F("text-italic"), 11, "ink"),
            ("Sus hijos y sus treinta y dos promociones", 144, F("text"), 10.4, "ink"),
            ("de alumnos la recuerdan con cariño.", 158, F("text"), 10.4, "ink"),
            ("La misa se celebrará el sábado a las 19 horas", 186, F("text"), 10.4, "ink"),
            ("en la iglesia de San Justo.", 200, F("text"), 10.4, "ink"),
            ("Valdemora, 26 de noviembre de 2026", 240, F("text-italic"), 9, "ink"),
        ],
        wide,
        AD,
    )
    canvas.bar(tall.x, tall.y, tall.w, tall.h, INK)
    canvas.photo("market-stall", tall.x + 8, tall.y + 170, tall.w - 16, 150)
    canvas.frame()
    lines_at(
        canvas,
        [
            ("VACIAMOS", 44, F("bebas"), 27, SUN),
            ("PISOS", 74, F("bebas"), 33, SUN),
            ("en un solo día", 98, F("text-italic"), 14, "paper"),
            ("Muebles, libros,", 124, F("roboto"), 11, "paper"),
            ("recuerdos", 140, F("roboto"), 11, "paper"),
            ("000 90 90", 366, F("roboto-black"), 19, SUN),
            ("Hermanos Trasto", 396, F("roboto-bold"), 11, "paper"),
        ],
        tall,
        AD,
    )
