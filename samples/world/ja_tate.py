"""A Japanese broadsheet: text that runs down, in ten rows, from the right to the left."""

from samples.sheet import Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.cjk import (
    Look,
    Rows,
    across_slots,
    down_slots,
    fill_cells,
    head_across,
    head_down,
)
from samples.world.piece import Piece, read
from samples.world.setting import Rect
from samples.world.type import type_for

F = type_for("ja")
W, H = 1020.0, 1440.0
RIGHT, LEFT, TOP = 983.0, 37.0, 74.0
PITCH, SIZE, CELLS = 16.0, 10.4, 12
ROOM = SIZE * CELLS
ROW = ROOM + 8.6
ROWS = Rows(RIGHT, TOP, PITCH, ROOM, ROW)
right, top, span = ROWS.edge, ROWS.upper, ROWS.span
TEXT = Style(F("mincho"), SIZE, PITCH)
LOOK = Look(TEXT, indent=1.0)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="ja-tate", language="ja", press=False)
    stories = read("ja-tate")
    folio(canvas)
    lead(canvas, stories["lead"])
    band(canvas, stories["band"])
    boxed(canvas, stories["column"])
    school(canvas, stories["school"])
    brief(canvas, stories["owl"], 4, 18, 35)
    brief(canvas, stories["snow"], 6, 36, 47)
    brief(canvas, stories["radish"], 6, 48, 58)
    rules(canvas)
    notice(canvas)
    return canvas


def folio(canvas: Canvas) -> None:
    canvas.stroke(LEFT, 64, RIGHT, 64, "0.8pt + ink")
    for text, align, face, size in (
        ("2026年（令和8年）11月25日　水曜日", "left", "mincho", 10),
        ("灯　浜　日　報", "center", "mincho-bold", 15),
        ("社会　23", "right", "gothic-bold", 15),
    ):
        head_across(
            canvas,
            text,
            (LEFT, 57 - size, RIGHT - LEFT),
            Style(F(face), size, 0, "ink", align),
            FURNITURE,
        )


def lead(canvas: Canvas, story: Piece) -> None:
    canvas.frame()
    head_down(canvas, story["headline"], right(0), top(0), Style(F("mincho-black"), 34), story.id)
    head_down(
        canvas, story["deck"], right(0) - 48, top(0) + 12, Style(F("gothic-bold"), 20, 25), story.id
    )
    canvas.frame()
    x, w = right(36) + 6, 23 * PITCH - 8
    high = 3 * ROW - 44
    canvas.photo("ferry", x, top(0), w, high)
    caption = Look(Style(F("gothic"), 8.8, 12), indent=0, upright=False)
    frame = Rect(x, top(0) + high + 4, w, 30)
    note = Piece(story.id, body=(story["caption"],))
    fill_cells(canvas, note, across_slots([frame], caption.text), caption, cut=False)
    slots = [s for row in range(3) for s in span(row, 7, 12, row)]
    slots += [*span(3, 0, 35, 3), *span(4, 0, 17, 4)]
    body = fill_cells(canvas, story, slots[:-1], LOOK)
    sign = story["byline"]
    last = slots[-1]
    head_down(canvas, sign, last.x + SIZE / 2, last.y, Style(F("mincho"), SIZE), story.id)
    canvas.note(body)


def band(canvas: Canvas, story: Piece) -> None:
    canvas.frame()
    x, w = right(59) + 2, 23 * PITCH - 6
    canvas.bar(x, top(0), w, 62, cmyk(0, 0, 0, 100))
    style = Style(F("gothic-black"), 30, 0, "paper", "center")
    head_across(canvas, story["headline"], (x, top(0) + 14, w), style, story.id)
    head_across(
        canvas,
        story["deck"],
        (x, top(0) + 78, w),
        Style(F("mincho-bold"), 22, 0, "ink", "center"),
        story.id,
    )
    fill_cells(canvas, story, [*span(1, 36, 58, 0), *span(2, 36, 58, 1)], LOOK)


def boxed(canvas: Canvas, story: Piece) -> None:
    canvas.frame()
    x, y, w, h = right(59), top(3) - 2, 23 * PITCH - 4, 3 * ROW - 6
    canvas.tint(x, y, w, h, cmyk(0, 3, 12, 0), 0.8)
    canvas.tint(x + 3, y + 3, w - 6, h - 6, "", 0.3)
    edge = x + w - 14
    head_down(
        canvas, story["headline"], edge, y + 20, Style(F("mincho-bold"), 30), story.id, room=200
    )
    head_down(canvas, story["byline"], edge - 8, y + 262, Style(F("gothic"), 11), story.id)
    room, pitch = 11 * SIZE, 15.6
    deep = (h - 24) / 3
    slots = [
        s
        for row in range(3)
        for s in down_slots(edge - 40, y + 15 + row * deep, 19, pitch, room, row)
    ]
    for row in (1, 2):
        canvas.stroke(x + 12, y + 11 + row * deep, edge - 40, y + 11 + row * deep, "0.3pt + ink")
    fill_cells(canvas, story, slots, LOOK)


def school(canvas: Canvas, story: Piece) -> None:
    canvas.frame()
    head_down(canvas, story["headline"], right(0), top(5), Style(F("gothic-black"), 36), story.id)
    head_down(
        canvas, story["deck"], right(0) - 44, top(5) + 6, Style(F("mincho-bold"), 16), story.id
    )
    x, w = right(36) + 6, 8 * PITCH - 8
    canvas.photo("portrait", x, top(5), w, ROOM - 16, dots=1.4)
    head_across(
        canvas, story["caption"], (x, top(5) + ROOM - 11, w), Style(F("gothic"), 8.4), story.id
    )
    fill_cells(canvas, story, [*span(5, 4, 27, 0), *span(6, 4, 35, 1)], LOOK)


def brief(canvas: Canvas, story: Piece, row: int, first: int, last: int) -> None:
    canvas.frame()
    size = min(17.0, ROOM / len(story["headline"]))
    head_down(
        canvas,
        story["headline"],
        right(first) - 5,
        top(row),
        Style(F("gothic-bold"), size),
        story.id,
    )
    fill_cells(canvas, story, span(row, first + 2, last, 0), LOOK)


def rules(canvas: Canvas) -> None:
    """Rule the rows, and the borders of stories more heavily."""
    thin, thick = "0.3pt + ink", "0.8pt + ink"
    edge = lambda row: top(row) - 4.6  # noqa: E731
    x = right(36) - 1
    for row, first, last in ((1, 7, 13), (2, 7, 13)):
        canvas.stroke(right(first), edge(row), right(last), edge(row), thin)
    canvas.stroke(right(0), edge(3), right(13), edge(3), thin)
    canvas.stroke(right(36) + 4, edge(4), right(0), edge(4), thin)
    canvas.stroke(right(36) + 4, edge(5), right(0), edge(5), thick)
    canvas.stroke(right(36) + 4, edge(4), right(18), edge(4), thick)
    canvas.stroke(right(18), edge(4), right(18), edge(5), thick)
    canvas.stroke(x + 2, top(0), x + 2, edge(7), thick)
    canvas.stroke(right(4), edge(6), right(28), edge(6), thin)
    canvas.stroke(LEFT, edge(2), x - 4, edge(2), thin)
    canvas.stroke(LEFT, edge(6), x - 4, edge(6), thick)
    canvas.stroke(right(48), top(6), right(48), edge(7), thin)
    canvas.stroke(LEFT, edge(7), RIGHT, edge(7), thick)


def notice(canvas: Canvas) -> None:
    canvas.frame()
    y, h = top(7) + 2, 1408 - top(7) - 2
    canvas.tint(LEFT, y, RIGHT - LEFT, h, cmyk(8, 0, 4, 0), 1)
    canvas.photo("lighthouse", LEFT + 14, y + 14, 360, h - 28, dots=0.8)
    canvas.frame()
    x, w = LEFT + 400, RIGHT - LEFT - 430
    for text, dy, face, size, colour in (
        ("海の見える宿で、冬を待つ。", 36, "mincho-bold", 34, cmyk(100, 80, 10, 20)),
        ("一泊二食付き　平日　9,800円から", 104, "gothic-bold", 22, cmyk(0, 90, 80, 10)),
        ("送迎あり・全室和室・露天風呂・朝市へ徒歩三分", 154, "gothic", 15, "ink"),
        ("灯浜温泉　うしお荘", 220, "mincho-black", 44, "ink"),
        ("ご予約　000-0000-0000（午前9時～午後8時）", 300, "gothic", 15, "ink"),
    ):
        head_across(canvas, text, (x, y + dy, w), Style(F(face), size, 0, colour, "center"), AD)
