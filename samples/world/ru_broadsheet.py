"""A Russian broadsheet: six columns, rubrics over thin rules, authors at the end."""

from samples.sheet import Place, Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import Piece, read
from samples.world.setting import (
    Body,
    Grid,
    Rect,
    columns,
    down,
    fill,
    grown,
    lines_at,
    rows,
    stack,
)
from samples.world.type import type_for

F = type_for("ru")
W, H = 893.0, 1262.0
GRID = Grid(36, 857, 12, 6)
LEAD = 11.2
TOP, MID, LOW, BOTTOM = 76.0, 556.0, 930.0, 1226.0
BLUE = cmyk(100, 70, 0, 20)
TEXT = Style(F("pt"), 9.0, LEAD)
BODY = Body(TEXT, indent=10, first_indent=True, question=Style(F("pt-bold"), 9.0, LEAD))
AUTHOR = Style(F("pts-bold"), 8.6, 10, align="right")
CAPTION = Style(F("pts-italic"), 8.4, 10)
CREDIT = Style(F("pts"), 6.6, 8, cmyk(0, 0, 0, 70), "right")


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="ru-broadsheet", language="ru", press=False, shuffle=11)
    folio(canvas)
    stories = read("ru-broadsheet")
    x, wide = GRID.x, GRID.wide
    lead(canvas, stories["lead"])
    single(canvas, stories["fire"], Rect(x(5), TOP, wide(1), MID - TOP), 1)
    interview(canvas, stories["talk"])
    photo_story(canvas, stories["photo"])
    single(canvas, stories["theatre"], Rect(x(2), LOW, wide(2), BOTTOM - LOW), 2)
    single(canvas, stories["school"], Rect(x(4), LOW, wide(2), BOTTOM - LOW), 2)
    news(canvas, [stories[f"n{n}"] for n in range(1, 8)])
    notice(canvas, Rect(x(0), LOW, wide(2), BOTTOM - LOW))
    canvas.stroke(x(1) - 6, TOP, x(1) - 6, LOW - 12, "0.3pt + ink")
    canvas.stroke(x(4) - 6, LOW + 16, x(4) - 6, BOTTOM, "0.3pt + ink")
    canvas.stroke(x(5) - 6, TOP, x(5) - 6, MID - 10, "0.3pt + ink")
    return canvas


def folio(canvas: Canvas) -> None:
    box = Rect(36, 0, 821, 0)
    canvas.bar(36, 34, 30, 24, BLUE)
    lines_at(canvas, [("2", 52, F("pts-bold"), 17, "paper")], Rect(36, 0, 30, 0), FURNITURE)
    lines_at(canvas, [("«СЕВЕРНЫЙ БЕРЕГ»", 52, F("pt-bold"), 15, BLUE)], box, FURNITURE)
    lines_at(
        canvas, [("№ 214 (8731)", 44, F("pts"), 8, "ink"), ("Среда, 25 ноября 2026 г.", 54, F("pts"), 8, "ink")],
        box, FURNITURE, "right",
    )  # fmt: skip
    canvas.stroke(36, 62, 857, 62, f"1.4pt + {BLUE}")


def rubric(canvas: Canvas, text: str, x: float, y: float, w: float, owner: str = "") -> float:
    """Set a rubric on a thin rule."""
    canvas.line(text, Place(x, y + 8), Style(F("pts-bold"), 8.4, 0, BLUE, tracking=1.1), owner)
    canvas.stroke(x, y + 12, x + w, y + 12, f"0.5pt + {BLUE}")
    canvas.frame()
    return y + 18


def sign(canvas: Canvas, text: str, owner: str, at: Rect) -> None:
    canvas.line(text, Place(at.x, at.y, at.w), AUTHOR, owner)


def lead(canvas: Canvas, story: Piece) -> None:
    x, wide = GRID.x, GRID.wide
    y = rubric(canvas, story["kicker"], x(1), TOP, wide(4), story.id)
    y = down(canvas, story["headline"], (x(1), y, wide(4)), Style(F("pt-bold"), 33, 36), story.id)
    y = down(
        canvas,
        story["deck"],
        (x(1), y + 6, wide(4)),
        Style(F("pts-bold"), 10.8, 13.6),
        story.id,
        balance=False,
    )
    top = rows(y + 6, MID - 14, LEAD)
    frames = columns(x(1), top, wide(4), MID - 14 - top, 4, 12)
    deep = 17 * LEAD - 24
    canvas.photo("ferry", x(3), top + 2, wide(2), deep)
    y = top + deep + 4
    y = down(canvas, story["caption"], (x(3), y, wide(2)), CAPTION, story.id, balance=False)
    canvas.line(story["credit"], Place(x(3), y + 5, wide(2)), CREDIT, story.id)
    hole = grown(Rect(x(3), top, wide(2), y + 7 - top), 4, 2, 4, 2)
    canvas.frame()
    frames[3] = Rect(x(4), top, wide(1), MID - 14 - top - LEAD)
    left = fill(canvas, story, frames, BODY, [hole])
    sign(canvas, story["byline"], story.id, Rect(left.x, left.y + 8.5, left.w, 0))


def single(canvas: Canvas, story: Piece, box: Rect, count: int) -> None:
    y = rubric(canvas, story["kicker"], box.x, box.y, box.w, story.id)
    size = 17 if count == 1 else 20
    y = down(
        canvas,
        story["headline"],
        (box.x, y, box.w),
        Style(F("pt-bold"), size, size * 1.1),
        story.id,
    )
    bottom = box.bottom - (14 if count == 1 else 0)
    top = rows(y + 5, bottom, LEAD)
    frames = columns(box.x, top, box.w, bottom - top, count, 12)
    last = frames[-1]
    frames[-1] = Rect(last.x, last.y, last.w, last.h - LEAD)
    canvas.frame()
    left = fill(canvas, story, frames, BODY)
    sign(canvas, story["byline"], story.id, Rect(left.x, left.y + 8.5, left.w, 0))


def interview(canvas: Canvas, story: Piece) -> None:
    x, wide = GRID.x, GRID.wide
    canvas.stroke(x(1), MID - 6, 857, MID - 6, "0.3pt + ink")
    y = rubric(canvas, story["kicker"], x(1), MID, wide(3), story.id)
    canvas.photo("portrait", x(1), y + 2, wide(1), 150, dots=1.2)
    down(canvas, story["caption"], (x(1), y + 155, wide(1)), CAPTION, story.id)
    under = y + 170
    y = down(canvas, story["headline"], (x(2), y, wide(2)), Style(F("pt-italic"), 30, 32), story.id)
    y = down(
        canvas,
        story["deck"],
        (x(2), y + 6, wide(2)),
        Style(F("pts-bold"), 9.6, 12),
        story.id,
        balance=False,
    )
    sign(canvas, story["byline"], story.id, Rect(x(2), y + 9, wide(2), 0))
    y += 14
    foot = LOW - 14
    frames = []
    for n, edge in enumerate((under, y, y)):
        top = rows(edge, foot, LEAD)
        frames.append(Rect(x(1 + n), top, wide(1), foot - top - (LEAD if n == 2 else 0)))
    canvas.frame()
    talk = Piece(story.id, story.kind, story.fields, story.body, closes=False)
    fill(canvas, talk, frames, BODY)
    canvas.line(
        story["jump"],
        Place(x(3), foot - 3, wide(1)),
        Style(F("pts-bold"), 7.8, 0, BLUE, "right"),
        story.id,
    )


def photo_story(canvas: Canvas, story: Piece) -> None:
    x, wide = GRID.x, GRID.wide
    y = rubric(canvas, story["kicker"], x(4), MID, wide(2), story.id)
    canvas.photo("market", x(4), y + 2, wide(2), 236)
    y = down(
        canvas, story["headline"], (x(4), y + 245, wide(2)), Style(F("pts-bold"), 13, 15), story.id
    )
    y = down(
        canvas,
        story["caption"],
        (x(4), y + 4, wide(2)),
        Style(F("pts"), 8.8, 11.2),
        story.id,
        balance=False,
    )
    canvas.line(story["credit"], Place(x(4), y + 7, wide(2)), CREDIT, story.id)
    canvas.stroke(x(4) - 6, MID + 4, x(4) - 6, LOW - 12, "0.3pt + ink")


def news(canvas: Canvas, stories: list[Piece]) -> None:
    y = rubric(canvas, "КОРОТКО", GRID.x(0), TOP, GRID.wide(1))
    small = Style(F("pt-bold"), 9.0, LEAD)
    stack(
        canvas,
        [(s, small) for s in stories],
        Rect(GRID.x(0), y + 2, GRID.wide(1), LOW - 16 - y),
        BODY,
    )


def notice(canvas: Canvas, box: Rect) -> None:
    canvas.tint(box.x, box.y, box.w, box.h, cmyk(10, 0, 0, 0), 1.5)
    canvas.bar(box.x + 14, box.y + 14, box.w - 28, 96, BLUE)
    lines_at(
        canvas,
        [
            ("Реклама", 8.5, F("pts"), 6, "ink"),
            ("ОКНА ЗА ТРИ ДНЯ", 58, F("pts-bold"), 22, "paper"),
            ("не дует, не свистит, не плачет", 84, F("pt-italic"), 12, "paper"),
            ("Замер бесплатно", 150, F("pts-bold"), 17, "ink"),
            ("Рассрочка на 10 месяцев", 176, F("pts"), 13, "ink"),
            ("Скидка пенсионерам 15 %", 198, F("pts"), 13, "ink"),
            ("00-00-17", 244, F("pts-bold"), 32, BLUE),
            ("ул. Кожевенная, 4, вход со двора", 272, F("pts"), 9, "ink"),
        ],
        box,
        AD,
    )
