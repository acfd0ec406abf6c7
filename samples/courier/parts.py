"""The parts of a story beside its text: heads, pictures, pull quotes, jump lines.

Each part is drawn from a top edge and returns the edge below it.
"""

import math
from dataclasses import dataclass

from samples.agency import paint
from samples.breaking import greedy, ragged
from samples.courier.flow import LEAD
from samples.sheet import Place, Rect, Sheet, Style, lines_down
from samples.story import Story

PAGE_W, PAGE_H = 792.0, 1404.0
MARGIN, GUTTER, COLUMNS = 28.0, 12.0, 6
COLUMN = (PAGE_W - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS
TOP = 60.0
"""Where the baseline grid starts, below the folio."""
BOTTOM = 1376.0

BYLINE = Style("sans-bold", 7.6, 9.4)
STAFF = Style("sans", 7.0, 9.0)
CAPTION = Style("narrow", 8.4, 9.6)
CREDIT = Style("sans", 5.2, 7.0, "grey", "right")
QUOTE = Style("display-italic", 14.5, 17.5, "navy")
SPEAKER = Style("narrow-bold", 8, 10)
SIGNATURE = Style("text-italic", 8.6, 10, align="right")
ABOUT = Style("text-italic", 8.2, 9.6)
JUMP = Style("sans-bold", 7.2, LEAD)


@dataclass(frozen=True, slots=True)
class Head:
    """How the head of a story is set."""

    size: float
    face: str = "display-bold"
    deck: float = 13.0
    align: str = "left"
    colour: str = "ink"
    kicker: str = "brick"


def column(number: int, count: int = 1) -> tuple[float, float]:
    """Return left edge and width of `count` columns from number 0 to 11.

    Columns 6 to 11 stand on the right-hand page of a spread.
    """
    page, number = divmod(number, COLUMNS)
    x = page * PAGE_W + MARGIN + number * (COLUMN + GUTTER)
    over = 2 * MARGIN - GUTTER if number + count > COLUMNS else 0.0
    return x, count * (COLUMN + GUTTER) - GUTTER + over


def on_grid(y: float) -> float:
    """Return the next edge at or below `y` on the baseline grid."""
    return TOP + math.ceil((y - TOP - 0.05) / LEAD) * LEAD


def row(number: int) -> float:
    """Return the upper edge of a row of the baseline grid."""
    return TOP + number * LEAD


def text_down(sheet: Sheet, text: str, box: Rect, style: Style, owner: str) -> float:
    """Break a text raggedly to the width of `box` and set it."""
    texts = ragged(text, box.w, style.face, style.size)
    return lines_down(sheet, texts, box, style, owner)


def head(sheet: Sheet, story: Story, box: Rect, look: Head) -> float:
    """Set kicker, headline and deck."""
    y = box.y
    at = lambda: Rect(box.x, y, box.w, 0)  # noqa: E731
    if story.kicker:
        style = Style("sans-bold", 8.2, 10, look.kicker, look.align, 0.4)
        y = text_down(sheet, story.kicker, at(), style, story.id) + 2
    if story.headline:
        style = Style(look.face, look.size, look.size * 1.06, look.colour, look.align)
        y = text_down(sheet, story.headline, at(), style, story.id) + look.size * 0.06
    if story.deck:
        y += 2
        style = Style("display-italic", look.deck, look.deck * 1.18, "ink", look.align)
        y = text_down(sheet, story.deck, at(), style, story.id)
    return y + 3


def byline(sheet: Sheet, story: Story, x: float, y: float, w: float) -> float:
    """Set the byline and the line below it that says whose desk it is."""
    if not story.byline:
        return y
    name, _, desk = story.byline.partition("|")
    sheet.line(name.strip(), Place(x, y + 7, w), BYLINE, story.id)
    if not desk:
        return y + 10.5
    sheet.line(desk.strip(), Place(x, y + 16, w), STAFF, story.id)
    return y + 21


def photo(sheet: Sheet, story: Story, name: str, box: Rect) -> None:
    """Fill a box with a picture, its credit and its caption."""
    texts = greedy(story.caption, box.w, CAPTION.face, CAPTION.size) if story.caption else []
    below = (7.5 if story.credit else 2) + len(texts) * CAPTION.leading + 5
    height = box.h - below
    data = paint(name, box.w, height)
    sheet.frame()
    sheet.picture(f"{name}.jpg", data, box.x, box.y, box.w, height)
    y = box.y + height
    if story.credit:
        sheet.line(story.credit, Place(box.x, y + 6.4, box.w), CREDIT, story.id)
        y += 7.5
    lines_down(sheet, texts, Rect(box.x, y + 1, box.w, 0), CAPTION, story.id)
    sheet.frame()


def quote_height(story: Story, w: float) -> float:
    """Return the room that a pull quote needs, in whole rows."""
    text, _, speaker = story.quote.partition(" — ")
    lines = len(ragged(text, w, QUOTE.face, QUOTE.size))
    height = lines * QUOTE.leading + (14 if speaker else 2) + 20
    return math.ceil(height / LEAD) * LEAD


def pull_quote(sheet: Sheet, story: Story, x: float, y: float, w: float) -> Rect:
    """Set a pull quote between two rules; return the room it takes."""
    room = Rect(x, y, w, quote_height(story, w))
    text, _, speaker = story.quote.partition(" — ")
    sheet.frame()
    sheet.rule(x, y + 4, x + w, y + 4, 1.5)
    below = text_down(sheet, text, Rect(x, y + 9, w, 0), QUOTE, story.id)
    if speaker:
        lines_down(sheet, [speaker], Rect(x, below + 2, w, 0), SPEAKER, story.id)
    sheet.rule(x, room.bottom - 5, x + w, room.bottom - 5)
    sheet.frame()
    return room


def author(sheet: Sheet, story: Story, frame: Rect) -> Rect:
    """Set the box about the author at the foot of a column; return its room."""
    texts = greedy(story.note, frame.w - 8, ABOUT.face, ABOUT.size)
    rows = math.ceil((len(texts) * ABOUT.leading + 11) / LEAD)
    room = Rect(frame.x, frame.bottom - rows * LEAD, frame.w, rows * LEAD)
    sheet.frame()
    sheet.rule(room.x, room.y + 4, room.right, room.y + 4, 0.8)
    lines_down(sheet, texts, Rect(room.x, room.y + 8, room.w, 0), ABOUT, story.id)
    sheet.frame()
    return room


def jump_line(sheet: Sheet, text: str, x: float, y: float, w: float, owner: str) -> None:
    """Set the line that sends a reader on, at the foot of the last column."""
    side = Style(JUMP.face, JUMP.size, JUMP.lead, align="right")
    sheet.line(text, Place(x, y - 0.3 * LEAD, w), side, owner)
