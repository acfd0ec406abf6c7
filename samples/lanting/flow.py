"""Running a story through its columns, horizontal or vertical, so that it fills them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from samples.lanting import setting
from samples.lanting.setting import Line
from samples.sheet import Rect, Sheet, Slot, Style, widest
from samples.story import Story

EM = 9.0
TEXT = Style("song", EM)
LEADS = (12.0, 15.6)
"""The closest and the widest step from line to line."""


@dataclass(frozen=True, slots=True)
class Type:
    """The faces of a story's text."""

    text: Style = TEXT
    bold: str = "hei-bold"
    """The face of datelines and subheads."""
    subheads: str = "left"
    leads: tuple[float, float] = LEADS


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of text where it will stand."""

    line: Line
    x: float
    y: float
    frame: int
    filed: int
    """How many characters of the filed text it takes."""


class TextMisfit(ValueError):
    """The text is too long or too short for its columns; says by how many lines."""

    def __init__(self, story: Story, lines: int) -> None:
        word = "long" if lines > 0 else "short"
        super().__init__(f"{story.id}: {abs(lines)} lines too {word}")
        self.lines = lines


def slots_across(
    frames: Sequence[Rect], rows: int, size: float, around: Sequence[Rect]
) -> list[Slot]:
    """Return the lines of columns, all on the grid of `rows` that fills the highest."""
    top = min(f.y for f in frames)
    lead = (max(f.bottom for f in frames) - top - size) / max(1, rows - 1)
    found = []
    for number, frame in enumerate(frames):
        for row in range(rows):
            y = top + row * lead
            if y < frame.y - 0.1 or y + size > frame.bottom + 0.1:
                continue
            low, high = widest(frame, y, y + size, around)
            if high - low >= 5 * size:
                found.append(Slot(low, y + 0.88 * size, high - low, number))
    return found


def slots_down(frames: Sequence[Rect], lines: int, size: float, _: Sequence[Rect]) -> list[Slot]:
    """Return the vertical lines of rows, from right to left, `lines` in the widest."""
    wide = max(f.w for f in frames)
    lead = (wide - size) / max(1, lines - 1)
    return [
        Slot(frame.right - size - k * lead, frame.y, frame.h, number)
        for number, frame in enumerate(frames)
        for k in range(int((frame.w - size + 0.1) / lead) + 1)
    ]


def set_text(
    story: Story, slots: Sequence[Slot], type_: Type, *, down: bool = False
) -> list[SetLine]:
    """Set a story's body into slots; what finds no slot is set into the last."""
    lines: list[SetLine] = []
    used = 0
    spare = Slot(0, 0, slots[-1].room if slots else 100.0, -1)
    for number, paragraph in enumerate(story.body):
        fresh = [*slots[used:], *[spare] * len(paragraph)]
        if paragraph.startswith("## "):
            skip = 1 if len(fresh) > 1 and fresh[0].frame != fresh[1].frame else 0
            line = Line(setting.pieces(paragraph[3:], Style(type_.bold, type_.text.size)))
            slot = fresh[skip]
            indent = 0.0
            if type_.subheads == "center":
                indent = (slot.room - line.length) / 2
            lines.append(SetLine(line, slot.x + indent, slot.y, slot.frame, len(paragraph)))
            used += skip + 1
            continue
        made = paragraph_lines(story, number, [s.room for s in fresh], type_)
        indent = made[0][0]
        for k, (_, line) in enumerate(made):
            slot, shift = fresh[k], indent if not k else 0.0
            x, y = (slot.x, slot.y + shift) if down else (slot.x + shift, slot.y)
            lines.append(SetLine(line, x, y, slot.frame, len(line.text)))
        used += len(made)
    return lines


def paragraph_lines(
    story: Story, number: int, rooms: list[float], type_: Type
) -> list[tuple[float, Line]]:
    """Break one paragraph; return its lines with their indents."""
    indent = 2 * type_.text.size if number or story.opens else 0.0
    bold = len(story.dateline) if not number else 0
    run = setting.pieces(story.body[number], type_.text, bold, type_.bold)
    off = number == len(story.body) - 1 and not story.closes
    rooms = [rooms[0] - indent, *rooms[1:]]
    made = setting.broken(run, rooms, cut_off=off)
    return [(indent if not k else 0.0, line) for k, line in enumerate(made)]


def fitted(
    story: Story,
    frames: Sequence[Rect],
    type_: Type,
    around: Sequence[Rect] = (),
    *,
    down: bool = False,
) -> list[SetLine]:
    """Set a story with the widest leading at which it fills its columns.

    Raises:
        TextMisfit: when no leading in bounds does.
    """
    size = type_.text.size
    extent = max(f.w for f in frames) if down else span(frames)
    low, high = type_.leads
    fewest, most = (extent - size) / high + 1, (extent - size) / low + 1
    counts = range(math.ceil(fewest - 0.01), int(most) + 1)
    slots_of = slots_down if down else slots_across
    for count in counts:
        slots = slots_of(frames, count, size, around)
        lines = set_text(story, slots, type_, down=down)
        left = len(slots) - len(lines)
        if lines[-1].frame >= 0:
            if count == counts.start and left > len(frames) + 1:
                raise TextMisfit(story, -left)
            return lines
    raise TextMisfit(story, -left)


def span(frames: Sequence[Rect]) -> float:
    """Return how high all columns together are."""
    return max(f.bottom for f in frames) - min(f.y for f in frames)


def run_on(
    story: Story, frames: Sequence[Rect], type_: Type, lead: float, around: Sequence[Rect] = ()
) -> tuple[list[SetLine], Story, Story]:
    """Fill all columns with as much of a story as they hold; the rest jumps.

    Returns the lines, the part that is set, and the part that is left.
    """
    size = type_.text.size
    rows = round((span(frames) - size) / lead) + 1
    slots = slots_across(frames, rows, size, around)
    lines = [line for line in set_text(story, slots, type_) if line.frame >= 0]
    head, tail = story.divided(sum(line.filed for line in lines))
    return lines, head, tail


def draw(sheet: Sheet, story: Story, lines: Sequence[SetLine], *, down: bool = False) -> None:
    """Draw set lines; each column is a frame of its own."""
    mark = setting.draw_down if down else setting.draw
    frame = None
    for line in lines:
        if line.frame != frame:
            sheet.frame()
            frame = line.frame
        mark(sheet, line.line, line.x, line.y, story.id)
    sheet.frame()
