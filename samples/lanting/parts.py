"""The parts of a page of the 澜汀日报: its grids, the heads of stories, pictures, rules."""

from dataclasses import dataclass, replace

from samples.lanting import setting
from samples.lanting.flow import EM
from samples.lanting.pictures import paint
from samples.lanting.setting import length, pieces, put, put_down
from samples.sheet import Place, Rect, Sheet, Style
from samples.story import Story

PAGE_W, PAGE_H = 780.0, 1106.0
LEFT, RIGHT = 30.0, 750.0
TOP, BOTTOM = 74.0, 1064.0
"""The room for stories, between folio and foot."""

CAPTION = Style("hei-light", 7.6, 10.4)
CREDIT = Style("hei", 7.0, 9.6)
BYLINE = Style("hei", 8.6)


def columns(x: float, w: float, count: int, em: float = EM, gutter: float = 9.0) -> list[Rect]:
    """Divide a width into columns of whole squares; heights are left open."""
    if count == 1:
        return [Rect(x, 0, w, 0)]
    squares = int((w - (count - 1) * gutter + 0.01) / count / em)
    step = squares * em + (w - count * squares * em) / (count - 1)
    return [Rect(x + k * step, 0, squares * em, 0) for k in range(count)]


def grid(count: int, first: int, number: int = 1) -> tuple[float, float]:
    """Return left edge and width of `number` columns of a page of `count`."""
    across = columns(LEFT, RIGHT - LEFT, count)
    return across[first].x, across[first + number - 1].right - across[first].x


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How the head of a story is set."""

    size: float = 22.0
    face: str = "song-black"
    align: str = "center"
    colour: str = "ink"
    tracking: float = 0.0
    fill: str = ""
    """The colour of a band behind the headline."""
    kicker: float = 11.0
    kicker_fill: str = ""
    kicker_face: str = "hei"
    deck: float = 10.5
    deck_align: str = "center"
    byline: str = "center"
    """Where the byline stands; empty: nowhere."""


def shrunk(text: str, style: Style, room: float) -> Style:
    """Return a style in which a text is no wider than its room."""
    run = pieces(text, style)
    wide = length(run) + style.tracking * (len(run) - 1)
    if wide <= room:
        return style
    return replace(style, size=round(style.size * room / wide - 0.05, 1), tracking=0.0)


def head(sheet: Sheet, story: Story, box: Rect, look: Head) -> float:
    """Set kicker, headline, deck and byline; return the edge below."""
    sheet.frame()
    y = kicker(sheet, story, box, look) if story.kicker else box.y
    if story.headline:
        y = headline(sheet, story, replace(box, y=y), look)
    if story.deck:
        y += 3
        for part in story.deck.split("|"):
            style = Style("hei-medium", look.deck, align=look.deck_align)
            style = shrunk(part, style, box.w)
            put(sheet, part, Place(box.x, y + 0.88 * style.size, box.w), style, story.id)
            y += 1.25 * style.size
    if story.byline and look.byline:
        for part in story.byline.split("|"):
            y += 4
            style = replace(BYLINE, align=look.byline)
            put(sheet, part, Place(box.x, y + 0.88 * style.size, box.w), style, story.id)
            y += style.size
    sheet.frame()
    return y + 6


def kicker(sheet: Sheet, story: Story, box: Rect, look: Head) -> float:
    """Set the line over the headline, in white on a label if it has one."""
    size = look.kicker
    colour = "paper" if look.kicker_fill else "ink"
    style = Style(look.kicker_face, size, colour=colour, align=look.align)
    style = shrunk(story.kicker, style, box.w - 12)
    wide = length(pieces(story.kicker, style))
    if look.kicker_fill:
        x = box.x + (box.w - wide) / 2 - 5 if look.align == "center" else box.x
        sheet.tint(x, box.y, wide + 10, size + 6, look.kicker_fill)
        put(
            sheet,
            story.kicker,
            Place(x + 5, box.y + 3 + 0.88 * size),
            replace(style, align="left"),
            story.id,
        )
        return box.y + size + 10
    put(sheet, story.kicker, Place(box.x, box.y + 0.88 * size, box.w), style, story.id)
    return box.y + 1.35 * size


def headline(sheet: Sheet, story: Story, box: Rect, look: Head) -> float:
    """Set the headline, on a band if it has a colour."""
    parts = story.headline.split("|")
    pad = 8.0 if look.fill else 0.0
    wanted = Style(
        look.face, look.size, colour=look.colour, align=look.align, tracking=look.tracking
    )
    style = min((shrunk(p, wanted, box.w - 2 * pad) for p in parts), key=lambda s: s.size)
    if look.fill:
        deep = len(parts) * 1.16 * style.size + 2 * pad - 4
        sheet.tint(box.x, box.y, box.w, deep, look.fill)
    y = box.y + pad
    for part in parts:
        put(sheet, part, Place(box.x + pad, y + 0.9 * style.size, box.w - 2 * pad), style, story.id)
        y += 1.16 * style.size
    return y + pad


def upright(sheet: Sheet, story: Story, box: Rect, look: Head) -> None:
    """Set a vertical head into a strip: kicker, headline and deck from right to left."""
    sheet.frame()
    if look.fill:
        sheet.tint(box.x, box.y, box.w, box.h, look.fill)
    rows = [(story.kicker, "hei", look.kicker)] if story.kicker else []
    rows += [(part, look.face, look.size) for part in story.headline.split("|")]
    rows += [(part, "hei-medium", look.deck) for part in story.deck.split("|") if part]
    wide = sum(size for _, _, size in rows)
    gap = (box.w - wide) / (len(rows) + 1)
    x = box.right
    for text, face, size in rows:
        x -= gap + size
        style = Style(face, size, colour=look.colour, align="center", tracking=look.tracking)
        style = replace(shrunk(text, style, box.h - 8), align="center")
        put_down(sheet, text, Place(x, box.y + 4, box.h - 8), style, story.id)
    sheet.frame()


def wrapped(text: str, style: Style, w: float) -> list[setting.Line]:
    """Break a text into the lines of a narrow box."""
    return setting.broken(pieces(text, style), [w])


def block(sheet: Sheet, text: str, box: Rect, style: Style, owner: str, bold: int = 0) -> float:
    """Set a justified paragraph, its first `bold` characters heavier; return the edge below."""
    run = pieces(text, style, bold, "hei-bold")
    indent = 2 * style.size
    made = setting.broken(run, [box.w - indent, box.w])
    y = box.y
    for number, line in enumerate(made):
        x = box.x + (0.0 if number else indent)
        setting.draw(sheet, line, x, y + 0.88 * style.size, owner)
        y += style.leading
    return y - style.leading + 1.1 * style.size


def captioned(story: Story, w: float) -> tuple[list[setting.Line], int]:
    """Return the lines of a caption, and how many lines it takes with its credit.

    The credit stands on the last line of the caption if there is room.
    """
    lines = wrapped(story.caption, CAPTION, w) if story.caption else []
    credit = length(pieces(story.credit, CREDIT))
    beside = lines and lines[-1].length + credit + CAPTION.size <= w
    return lines, len(lines) + (1 if story.credit and not beside else 0)


def photo(sheet: Sheet, story: Story, name: str, box: Rect) -> None:
    """Fill a box with a picture, its caption and its credit."""
    lines, deep = captioned(story, box.w)
    height = box.h - deep * CAPTION.leading - (4 if deep else 0)
    sheet.frame()
    sheet.picture(f"{name}.jpg", paint(name, box.w, height), box.x, box.y, box.w, height)
    y = box.y + height + 4 + 0.88 * CAPTION.size
    for number, line in enumerate(lines):
        setting.draw(sheet, line, box.x, y + number * CAPTION.leading, story.id)
    if story.credit:
        place = Place(box.x, y + (deep - 1) * CAPTION.leading, box.w)
        put(sheet, story.credit, place, replace(CREDIT, align="right"), story.id)
    sheet.frame()
