"""An Arabic daily: columns from the right to the left, joined letters."""

from samples.sheet import Style
from samples.world.canvas import AD, FURNITURE, Canvas, cmyk
from samples.world.piece import ROLES, Piece, read
from samples.world.setting import Grid, Rect, rows
from samples.world.shaped import fill_shaped, head, measure

W, H = 794.0, 1000.0
GRID = Grid(34, 760, 14, 5)
LEAD = 18.0
TOP, MID, BOTTOM = 84.0, 640.0, 966.0
TEXT = Style("ar:naskh", 12, LEAD)
RED, SAND = cmyk(10, 95, 90, 10), cmyk(3, 4, 14, 2)
FOLIO = ("صحيفة الوادي", "الأربعاء ٢٥ نوفمبر ٢٠٢٦", "محليات", "٧", "أخبار قصيرة")
NOTICE = ("زيت الجسر", "معصرة الجبل", "عصر اليوم، على مائدتكم غداً", "التوصيل مجاني")


def x(column: float) -> float:
    """Return the left edge of a column, counted from the right."""
    return GRID.x(4 - column)


def page() -> Canvas:
    """Draw the page."""
    canvas = Canvas(W, H, name="ar-daily", language="ar", press=False)
    stories = read("ar-daily")
    texts = [t for p in stories.values() for t in (*p.body, *(p[r] for r in ROLES))]
    measure([*texts, *FOLIO, *NOTICE])
    canvas.ground.append("#set align(left)")
    folio(canvas)
    lead(canvas, stories["lead"])
    news(canvas, [stories[f"n{n}"] for n in range(1, 6)])
    second(canvas, stories["second"])
    notice(canvas, Rect(x(4), MID + 6, GRID.wide(3), BOTTOM - MID - 6))
    canvas.stroke(x(3) - 7, TOP, x(3) - 7, MID - 14, "0.4pt + ink")
    canvas.stroke(34, MID - 4, 760, MID - 4, "1pt + ink")
    return canvas


def folio(canvas: Canvas) -> None:
    paper, date, section, number, _ = FOLIO
    head(canvas, paper, (34, 36, 726), Style("ar:kufi-bold", 17, 0, RED, "center"), FURNITURE)
    head(canvas, date, (34, 42, 726), Style("ar:kufi", 9, 0, "ink", "left"), FURNITURE)
    head(canvas, section, (34, 40, 690), Style("ar:kufi-bold", 13, 0, "ink", "right"), FURNITURE)
    head(canvas, number, (34, 36, 726), Style("ar:kufi-bold", 20, 0, "ink", "right"), FURNITURE)
    canvas.stroke(34, 70, 760, 70, f"2pt + {RED}")


def lead(canvas: Canvas, story: Piece) -> None:
    canvas.frame()
    w, left = GRID.wide(4), x(3)
    y = head(
        canvas,
        story["kicker"],
        (left, TOP, w),
        Style("ar:kufi-bold", 12, 0, RED, "right"),
        story.id,
    )
    y = head(
        canvas,
        story["headline"],
        (left, y + 2, w),
        Style("ar:kufi-bold", 34, 0, "ink", "right"),
        story.id,
    )
    y = head(
        canvas, story["deck"], (left, y + 2, w), Style("ar:kufi", 12, 18, "ink", "right"), story.id
    )
    y = head(
        canvas,
        story["byline"],
        (left, y + 4, w),
        Style("ar:naskh-bold", 10, 0, "ink", "right"),
        story.id,
    )
    foot = MID - 14
    top = rows(y + 4, foot, LEAD)
    frames = [Rect(x(n), top, GRID.wide(1), foot - top) for n in range(4)]
    deep = 14 * LEAD - 20
    canvas.photo("orchard", x(3), top + 2, GRID.wide(3), deep)
    caption = Style("ar:kufi", 8.4, 12, "ink", "right")
    head(canvas, story["caption"], (x(3), top + deep + 3, GRID.wide(3)), caption, story.id)
    fill_shaped(canvas, story, frames, TEXT, [Rect(x(3) - 4, top, GRID.wide(3) + 8, 14 * LEAD)])


def news(canvas: Canvas, stories: list[Piece]) -> None:
    left, w = x(4), GRID.wide(1)
    canvas.bar(left - 4, TOP - 2, w + 4, MID - 12 - TOP, SAND)
    canvas.bar(left - 4, TOP - 2, w + 4, 22, RED)
    style = Style("ar:kufi-bold", 11, 0, "paper", "center")
    head(canvas, FOLIO[-1], (left, TOP + 2, w), style, FURNITURE)
    y = TOP + 27
    for story in stories:
        canvas.frame()
        style = Style("ar:kufi-bold", 10, 15, "ink", "right")
        y = head(canvas, story["headline"], (left, y, w - 4), style, story.id)
        frame = Rect(left + 2, y + 2, w - 6, 300)
        y = fill_shaped(canvas, story, [frame], Style("ar:naskh", 10.6, 15.2), cut=False) + 9
        if story is not stories[-1]:
            canvas.stroke(left + 2, y, left + w - 4, y, "0.4pt + ink")
        y += 7


def second(canvas: Canvas, story: Piece) -> None:
    canvas.frame()
    w, left = GRID.wide(2), x(1)
    y = head(
        canvas,
        story["headline"],
        (left, MID + 2, w),
        Style("ar:kufi-bold", 25, 0, "ink", "right"),
        story.id,
    )
    y = head(
        canvas,
        story["byline"],
        (left, y + 3, w),
        Style("ar:naskh-bold", 10, 0, "ink", "right"),
        story.id,
    )
    top = rows(y + 4, BOTTOM, LEAD)
    frames = [Rect(x(n), top, GRID.wide(1), BOTTOM - top) for n in range(2)]
    fill_shaped(canvas, story, frames, TEXT)


def notice(canvas: Canvas, box: Rect) -> None:
    canvas.frame()
    canvas.bar(box.x, box.y, box.w, box.h, cmyk(40, 10, 90, 20))
    canvas.photo("orchard-ad", box.x + 10, box.y + 120, box.w - 20, box.h - 130)
    canvas.frame()
    sizes = (30, 15, 12, 11)
    y = box.y + 8
    for text, size in zip(NOTICE, sizes, strict=True):
        style = Style("ar:kufi-bold", size, 0, "paper", "center")
        y = head(canvas, text, (box.x, y, box.w), style, AD)
