"""Running a story's text through its frames, line by line on the baseline grid."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from samples.breaking import break_paragraph, ragged
from samples.faces import width
from samples.sheet import Place, Rect, Sheet, Slot, Style, widest
from samples.story import Story

T = TypeVar("T")
SIZE, LEAD = 9.0, 10.5
TEXT = Style("text", SIZE, LEAD)
SUBHEAD = Style("sans-bold", 8.5, LEAD)
CAP = Style("display-bold", 38.5)
INDENT = 9.0


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of text where it will stand."""

    text: str
    place: Place
    style: Style
    spread: float | None
    frame: int
    hyphenated: bool = False


class TextOverflow(ValueError):
    """The text does not fit; says by how many lines."""

    def __init__(self, story: Story, lines: int) -> None:
        super().__init__(f"{story.id}: {lines} lines too long")
        self.lines = lines


def slots_of(frames: Sequence[Rect], around: Sequence[Rect] = ()) -> list[Slot]:
    """Return the room for lines in these frames, clear of what they run around."""
    found = []
    for number, frame in enumerate(frames):
        rows = int((frame.h + 0.01) // LEAD)
        for row in range(rows):
            baseline = frame.y + row * LEAD + 0.8 * SIZE
            span = widest(frame, baseline - 0.78 * SIZE, baseline + 0.22 * SIZE, around)
            if span[1] - span[0] >= 45:
                found.append(Slot(span[0], baseline, span[1] - span[0], number))
    return found


def set_text(story: Story, slots: Sequence[Slot], *, cap: bool = False) -> list[SetLine]:
    """Set a story's body into slots.

    Raises:
        TextOverflow: when there are too few.
    """
    lines: list[SetLine] = []
    slots = list(slots)
    used = 0
    if cap:
        lines, slots = [cap_line(story, slots)], beside_cap(story, slots)
    for i, paragraph in enumerate(story.body):
        fresh = slots[used:]
        if paragraph.startswith("## "):
            made = set_subhead(paragraph[3:], fresh, at_top=used == 0)
        else:
            made = set_paragraph(story, i, fresh, cap=cap and i == 0)
        if len(made) > len(fresh):
            raise TextOverflow(story, len(made) - len(fresh))
        lines += [line for line in made if line.text]
        used += len(made)
    return lines


def set_subhead(text: str, slots: Sequence[Slot], *, at_top: bool) -> list[SetLine]:
    """Set a subhead after an empty line, together with room for a line below."""
    room = slots[0].room if slots else 100
    texts = ragged(text, room, SUBHEAD.face, SUBHEAD.size)
    blank = 0 if at_top else 1
    while blank + len(texts) < len(slots) and not at_top:
        if slots[blank].frame == slots[blank + len(texts)].frame:
            break
        blank += 1
    texts = [""] * blank + texts
    return [
        SetLine(t, Place(s.x, s.y), SUBHEAD, 0.0, s.frame)
        for t, s in zip(texts, [*slots, *[Slot(0, 0, 100, 0)] * len(texts)], strict=False)
    ]


def set_paragraph(story: Story, index: int, slots: Sequence[Slot], *, cap: bool) -> list[SetLine]:
    """Set one paragraph; all but the first after a head are indented."""
    words = story.body[index].split()
    if cap:
        words = capless(words)
    first = index == 0 or story.body[index - 1].startswith("## ")
    indent = 0.0 if first and (index or not story.opens or cap) else INDENT
    if index == 0 and not story.opens:
        indent = 0.0
    rooms = [s.room for s in slots] or [100.0]
    rooms[0] -= indent
    off = index == len(story.body) - 1 and not story.closes
    broken = break_paragraph(words, rooms, TEXT.face, SIZE, cut_off=off)
    spare = [Slot(0, 0, 100, 0)] * len(broken)
    return [
        SetLine(
            b.text,
            Place(s.x + (indent if not i else 0), s.y),
            TEXT,
            b.spread,
            s.frame,
            b.hyphenated,
        )
        for i, (b, s) in enumerate(zip(broken, [*slots, *spare], strict=False))
    ]


def cap_line(story: Story, slots: Sequence[Slot]) -> SetLine:
    """Return the drop capital, three lines high."""
    place = Place(slots[0].x - 0.5, slots[0].y + 2 * LEAD)
    return SetLine(story.body[0][0], place, CAP, None, slots[0].frame)


def beside_cap(story: Story, slots: list[Slot]) -> list[Slot]:
    """Return the slots with room made for the drop capital."""
    wide = width(story.body[0][0], CAP.face, CAP.size) + 2.5
    beside = [replace(s, x=s.x + wide, room=s.room - wide) for s in slots[:3]]
    return [*beside, *slots[3:]]


def capless(words: list[str]) -> list[str]:
    """Return a paragraph without its first letter, the rest of the word in capitals."""
    rest = words[0][1:].upper()
    return [rest, *words[1:]] if rest else words[1:]


def draw(sheet: Sheet, story: Story, lines: Sequence[SetLine]) -> None:
    """Draw set lines; each column is a frame of its own."""
    frame = None
    for line in lines:
        if line.frame != frame:
            sheet.frame()
            frame = line.frame
        sheet.line(line.text, line.place, line.style, story.id, line.spread)
    sheet.frame()


def tallest(low: int, high: int) -> Iterator[int]:
    """Count rows down from high to low."""
    yield from range(high, low - 1, -1)


def fit_rows(rows: Iterator[int], attempt: Callable[[int], T]) -> tuple[int, T]:
    """Return the first number of rows with which the text fits, and the result.

    Raises:
        TextOverflow: when it never does.
    """
    worst: TextOverflow | None = None
    for count in rows:
        try:
            return count, attempt(count)
        except TextOverflow as error:
            worst = error
    raise worst or ValueError("no rows to try")


def fit_words(
    story: Story, slots: Sequence[Slot], *, cap: bool = False
) -> tuple[list[SetLine], Story, Story]:
    """Fill all slots with as much of a story as they hold; the rest jumps.

    Returns the lines, the part that is set, and the part that is left.
    """
    low, high = 0, story.words
    while low < high:
        middle = (low + high + 1) // 2
        try:
            set_text(story.divided(middle)[0], slots, cap=cap)
            low = middle
        except TextOverflow:
            high = middle - 1
    while True:
        head, tail = story.divided(low)
        lines = set_text(head, slots, cap=cap)
        if not lines[-1].hyphenated:
            return lines, head, tail
        low -= 1
