"""A Russian weekly of a country district: heads in capitals on bars, boxes, a cut-in quote."""

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import Piece, read
from samples.world.setting import Body, Grid, Rect, columns, down, fill, lines_at, rows
from samples.world.type import type_for

F = type_for("ru")
W, H = 842.0, 1010.0
GRID = Grid(34, 808, 14, 5)
LEAD = 12.8
TOP, LOW, BOTTOM = 80.0, 556.0, 974.0
GREEN, RED, MINT = cmyk(85, 30, 90, 25), cmyk(5, 95, 90, 5), cmyk(12, 0, 14, 0)
TEXT = Style(F("sans"), 9.6, LEAD)
BODY = Body(TEXT, indent=12, first_indent=True, question=Style(F("sans-bold"), 9.6, LEAD))
AUTHOR = Style(F("sans-bold"), 8.2, 10, align="right")


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="ru-weekly", language="ru", shuffle=31)
    canvas.singly = {"qa", "bears"}
    stories = read("ru-weekly")
    x, wide = GRID.x, GRID.wide
    box = Rect(34, 0, 774, 0)
    canvas.bar(34, 34, 774, 26, GREEN)
    lines_at(canvas, [("ЖИЗНЬ РАЙОНА", 52, F("open-extra"), 15, "paper")], box, FURNITURE)
    lines_at(canvas, [("   3", 52, F("open-extra"), 15, "paper")], box, FURNITURE, "left")
    lines_at(
        canvas,
        [("№ 47, 26 ноября 2026 года    ", 51, F("sans"), 8, "paper")],
        box,
        FURNITURE,
        "right",
    )
    canvas.line("«Тихменские вести»", Place(34, 72), Style(F("text-italic"), 10), FURNITURE)
    lead(canvas, stories["lead"])
    sheet(canvas, stories["box"], Rect(x(4), TOP + 86, wide(1), 116))
    short(canvas, stories["short"], Rect(x(4), TOP + 212, wide(1), LOW - 16 - TOP - 212))
    barred(canvas, stories["bus"], Rect(x(0), LOW, wide(2), 196), GREEN)
    barred(canvas, stories["bears"], Rect(x(2), LOW, wide(3), 138), RED)
    asked(canvas, stories["qa"], Rect(x(2), LOW + 152, wide(3), 164))
    notice(canvas, Rect(x(0), LOW + 210, wide(2), BOTTOM - LOW - 210), 0)
    notice(canvas, Rect(x(2), LOW + 328, wide(3), BOTTOM - LOW - 328), 1)
    return canvas


def lead(canvas: Canvas, story: Piece) -> None:
    x, wide = GRID.x, GRID.wide
    head = Style(F("open-extra"), 36, 38)
    y = down(canvas, story["headline"], (x(0), TOP, wide(5)), head, story.id)
    y = down(
        canvas,
        story["deck"],
        (x(0), y + 4, wide(4)),
        Style(F("sans-bold"), 11, 14),
        story.id,
        balance=False,
    )
    foot = LOW - 16
    start = rows(y + 8, foot, LEAD)
    frames = columns(x(0), start, wide(4), foot - start, 4, GRID.gap)
    last = frames[3]
    frames[3] = Rect(last.x, last.y, last.w, last.h - LEAD)
    deep = 16 * LEAD - 26
    canvas.photo("workshop-boiler", x(0), start + 2, wide(2), deep)
    caption = Style(F("sans-italic"), 8, 10)
    down(
        canvas,
        story["caption"],
        (x(0), start + deep + 4, wide(2)),
        caption,
        story.id,
        balance=False,
    )
    canvas.frame()
    quote, _, who = story["other"].partition(" — ")
    w = 2 * wide(1) + GRID.gap - 2 * 82
    left, top = x(2) + 82, start + 13 * LEAD
    text = Style(F("text-italic"), 13.4, 15.6, RED)
    canvas.stroke(left, top + 4, left + w, top + 4, f"2pt + {RED}")
    y = down(canvas, quote, (left, top + 8, w), text, story.id)
    y = down(canvas, who, (left, y + 3, w), Style(F("sans-bold"), 7.6, 9), story.id, balance=False)
    canvas.stroke(left, y + 6, left + w, y + 6, f"2pt + {RED}")
    hole = Rect(left - 8, top, w + 16, y + 9 - top)
    photo = Rect(x(0) - 4, start, wide(2) + 8, 16 * LEAD - 1)
    canvas.frame()
    room = fill(canvas, story, frames, BODY, [hole, photo])
    canvas.line(story["byline"], Place(room.x, room.y + 9, room.w), AUTHOR, story.id)


def sheet(canvas: Canvas, piece: Piece, box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, box.h, MINT)
    canvas.tint(box.x, box.y, box.w, box.h, "", 0.8)
    canvas.frame()
    y = down(
        canvas,
        piece["headline"],
        (box.x + 8, box.y + 8, box.w - 16),
        Style(F("open-bold"), 11, 13, GREEN),
        piece.id,
    )
    cell = Rect(box.x + 8, y + 4, box.w - 16, box.bottom - y - 10)
    fill(canvas, piece, [cell], Body(Style(F("sans"), 8.2, 10.6), indent=0, ragged=True), enough=2)


def short(canvas: Canvas, piece: Piece, box: Rect) -> None:
    canvas.bar(box.x, box.y, box.w, 18, RED)
    style = Style(F("open-extra"), 11, 0, "paper", "center")
    canvas.line(piece["headline"], Place(box.x, box.y + 13, box.w), style, piece.id)
    canvas.frame()
    start = rows(box.y + 23, box.bottom, LEAD)
    fill(canvas, piece, [Rect(box.x, start, box.w, box.bottom - start)], Body(TEXT, indent=0))


def barred(canvas: Canvas, piece: Piece, box: Rect, colour: str) -> None:
    """Set a story whose head stands white on a bar."""
    canvas.bar(box.x, box.y, box.w, 26, colour)
    style = Style(F("open-extra"), 15, 0, "paper", "center")
    canvas.line(piece["headline"], Place(box.x, box.y + 18.4, box.w), style, piece.id)
    canvas.frame()
    start = rows(box.y + 32, box.bottom, LEAD)
    count = 2 if box.w < 400 else 3
    frames = columns(box.x, start, box.w, box.bottom - start, count, GRID.gap)
    last = frames[-1]
    frames[-1] = Rect(last.x, last.y, last.w, last.h - LEAD)
    room = fill(canvas, piece, frames, BODY)
    canvas.line(piece["byline"], Place(room.x, room.y + 9, room.w), AUTHOR, piece.id)


def asked(canvas: Canvas, piece: Piece, box: Rect) -> None:
    canvas.tint(box.x, box.y, box.w, box.h, MINT)
    canvas.frame()
    kicker = Style(F("open-bold"), 8.4, 10, GREEN)
    y = down(canvas, piece["kicker"], (box.x + 10, box.y + 8, box.w - 20), kicker, piece.id)
    y = down(
        canvas,
        piece["headline"],
        (box.x + 10, y + 2, box.w - 20),
        Style(F("text-bold"), 20, 22),
        piece.id,
    )
    canvas.line(piece["byline"], Place(box.x + 10, y + 11), Style(F("sans-italic"), 8.6), piece.id)
    start = rows(y + 18, box.bottom - 8, LEAD)
    frames = columns(box.x + 10, start, box.w - 20, box.bottom - 8 - start, 3, GRID.gap)
    fill(canvas, piece, frames, BODY)


def notice(canvas: Canvas, box: Rect, number: int) -> None:
    canvas.frame()
    owner = AD + str(number)
    dash = '(paint: ink, thickness: 1.2pt, dash: "dashed")'
    canvas.mark(
        f"#place(top + left, dx: {box.x:.1f}pt, dy: {box.y:.1f}pt, "
        f"rect(width: {box.w:.1f}pt, height: {box.h:.1f}pt, stroke: {dash}))"
    )
    lines = (
        [
            ("Реклама", 9, F("sans"), 6, "ink"),
            ("ДРОВА КОЛОТЫЕ", 58, F("open-extra"), 24, GREEN),
            ("берёза, ольха, с доставкой", 84, F("sans-bold"), 13, "ink"),
            ("Пенсионерам поможем сложить", 112, F("text-italic"), 16, "ink"),
            ("8-000-00-14-14", 168, F("open-extra"), 26, RED),
            ("звонить после шести", 192, F("sans"), 10, "ink"),
        ],
        [
            ("Реклама", 9, F("sans"), 6, "ink"),
            ("Ремонт валенок за один день", 44, F("open-extra"), 23, RED),
            ("Рынок, павильон 6, спросить Захара", 70, F("sans-bold"), 13, "ink"),
        ],
    )[number]
    lines_at(canvas, lines, box, owner)
