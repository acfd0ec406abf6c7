"""Whole stories put on a sheet: head, columns, picture and quote together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samples.courier import flow
from samples.courier.flow import LEAD, set_text, slots_of, tallest
from samples.courier.parts import (
    GUTTER,
    SIGNATURE,
    Head,
    author,
    byline,
    column,
    head,
    jump_line,
    on_grid,
    photo,
    pull_quote,
)
from samples.sheet import Rect, Sheet, lines_down
from samples.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture whose height takes up what the text leaves."""

    name: str
    first: int = 0
    """Its first column, counted within the story."""
    count: int = 1
    rows: tuple[int, int] = (8, 40)
    foot: bool = False
    """At the foot of its columns instead of their head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a story stands: its columns and edges, its head, what goes with it."""

    first: int
    count: int
    top: float
    bottom: float = 0.0
    look: Head
    picture: Picture | None = None
    cap: bool = False
    quote: tuple[int, int] | None = None
    """Column and row of the pull quote, counted from the top of the text."""
    note: bool = False
    """Whether a box about the author stands at the foot of the last column."""
    loose: bool = False
    """Whether the text may stand off the baseline grid."""


def columns_of(plan: Layout, top: float, bottom: float) -> list[Rect]:
    """Return the columns of a story between two edges."""
    found = []
    for number in range(plan.first, plan.first + plan.count):
        x, w = column(number)
        found.append(Rect(x, top, w, bottom - top))
    return found


def start(sheet: Sheet, story: Story, plan: Layout) -> float:
    """Set the head of a story; return the edge where its columns begin."""
    x, w = column(plan.first, plan.count)
    sheet.frame()
    y = head(sheet, story, Rect(x, plan.top, w, 0), plan.look)
    sheet.frame()
    return y if plan.loose else on_grid(y)


def sign(sheet: Sheet, story: Story, frames: list[Rect]) -> list[Rect]:
    """Set the byline over the first column; return the columns that are left."""
    if not story.byline or story.kind == "letter":
        return frames
    first = frames[0]
    below = on_grid(byline(sheet, story, first.x, first.y, first.w))
    rest = Rect(first.x, below, first.w, first.bottom - below)
    return [rest, *frames[1:]]


def hang(frames: list[Rect], picture: Picture, rows: int) -> tuple[list[Rect], Rect]:
    """Take the room of a picture out of the columns; return them and the room."""
    taken = frames[picture.first : picture.first + picture.count]
    top = min(f.y for f in taken)
    bottom = max(f.bottom for f in taken)
    if picture.foot:
        top = bottom - rows * LEAD
        cut = [replace(f, h=top - f.y) for f in taken]
    else:
        bottom = top + rows * LEAD
        cut = [Rect(f.x, bottom, f.w, f.bottom - bottom) for f in taken]
    room = Rect(taken[0].x, top, taken[-1].right - taken[0].x, bottom - top)
    if picture.foot:
        room = replace(room, y=room.y + 4, h=room.h - 4)
    after = picture.first + picture.count
    return [*frames[: picture.first], *cut, *frames[after:]], room


def signed(story: Story, frames: list[Rect]) -> list[Rect]:
    """Return the columns as the byline will leave them."""
    return sign(Sheet(0, 0), story, frames)


def beside(sheet: Sheet, story: Story, frames: list[Rect], plan: Layout) -> list[Rect]:
    """Set pull quote and author box; return what the text must run around."""
    things = []
    if plan.quote is not None:
        frame = frames[plan.quote[0]]
        y = frame.y + plan.quote[1] * LEAD
        things.append(pull_quote(sheet, story, frame.x, y, frame.w))
    if plan.note:
        things.append(author(sheet, story, frames[-1]))
    return things


def filled(sheet: Sheet, story: Story, plan: Layout) -> int:
    """Set a story between two fixed edges; its picture takes up what is left over.

    Returns the rows that the picture got.
    """
    frames = columns_of(plan, start(sheet, story, plan), plan.bottom)
    picture = plan.picture
    if picture is None:
        columns_filled(sheet, story, plan, frames)
        return 0

    def attempt(rows: int) -> list[flow.SetLine]:
        cut = signed(story, hang(frames, picture, rows)[0])
        things = beside(Sheet(0, 0), story, cut, plan)
        return set_text(story, slots_of(cut, things), cap=plan.cap)

    rows, _ = flow.fit_rows(tallest(*picture.rows), attempt)
    cut, room = hang(frames, picture, rows)
    photo(sheet, story, picture.name, room)
    columns_filled(sheet, story, plan, cut)
    return rows


def columns_filled(sheet: Sheet, story: Story, plan: Layout, frames: list[Rect]) -> None:
    """Set byline, text and what the text runs around into columns."""
    frames = sign(sheet, story, frames)
    things = beside(sheet, story, frames, plan)
    flow.draw(sheet, story, set_text(story, slots_of(frames, things), cap=plan.cap))


def natural(sheet: Sheet, story: Story, plan: Layout, rows: int = 3) -> float:
    """Set a story in columns as short as they can be; return its lower edge."""
    top = start(sheet, story, plan)

    def attempt(count: int) -> list[flow.SetLine]:
        frames = signed(story, columns_of(plan, top, top + count * LEAD))
        things = beside(Sheet(0, 0), story, frames, plan)
        return set_text(story, slots_of(frames, things), cap=plan.cap)

    count, _ = flow.fit_rows(iter(range(rows, 200)), attempt)
    columns_filled(sheet, story, plan, columns_of(plan, top, top + count * LEAD))
    return top + count * LEAD


def jumping(
    sheet: Sheet, story: Story, frames: Sequence[Rect], things: Sequence[Rect], *, cap: bool
) -> tuple[Story, Story]:
    """Fill columns with the beginning of a story and send the reader on.

    Returns the part that is set and the part that is left.
    """
    last = frames[-1]
    frames = [*frames[:-1], Rect(last.x, last.y, last.w, last.h - LEAD)]
    lines, part, rest = flow.fit_words(story, slots_of(frames, things), cap=cap)
    flow.draw(sheet, story, lines)
    jump_line(sheet, story.jump, last.x, last.bottom, last.w, story.id)
    return part, rest


BRIEF = Head(11.5, "sans-bold")


def piece(sheet: Sheet, story: Story, first: int, top: float) -> float:
    """Set a short piece in one column, signed at its end if it is a letter."""
    plan = Layout(first=first, count=1, top=top, look=BRIEF, loose=True)
    y = natural(sheet, story, plan, 1)
    if not story.byline or story.kind != "letter":
        return y
    x, w = column(first)
    return lines_down(sheet, story.byline.split("| "), Rect(x, y + 1, w, 0), SIGNATURE, story.id)


def briefs(sheet: Sheet, stories: Sequence[Story], first: int, top: float, bottom: float) -> None:
    """Set short pieces below each other, spread over the height of a column."""
    depths = [piece(Sheet(0, 0), s, first, top) - top for s in stories]
    gaps = max(1, len(stories) - 1)
    spare = (bottom - top - sum(depths)) / gaps
    x, w = column(first)
    y = top
    for number, (story, depth) in enumerate(zip(stories, depths, strict=True)):
        piece(sheet, story, first, y)
        if number < gaps:
            sheet.rule(x, y + depth + spare / 2, x + w, y + depth + spare / 2, 0.4)
        y += depth + spare


def boxed(sheet: Sheet, story: Story, plan: Layout, fill: str) -> float:
    """Set a story on a tint, a little narrower than its columns; return its foot."""
    x, w = column(plan.first, plan.count)
    inner = Rect(x + 8, plan.top + 8, w - 16, 0)
    sheet.frame()
    y = on_grid(head(sheet, story, inner, plan.look))
    y = on_grid(byline(sheet, story, inner.x, y, inner.w))
    wide = (inner.w - GUTTER * (plan.count - 1)) / plan.count

    def attempt(rows: int) -> list[flow.SetLine]:
        frames = [
            Rect(inner.x + k * (wide + GUTTER), y, wide, rows * LEAD) for k in range(plan.count)
        ]
        return set_text(story, slots_of(frames))

    rows, lines = flow.fit_rows(iter(range(3, 200)), attempt)
    flow.draw(sheet, story, lines)
    bottom = y + rows * LEAD + 7
    sheet.tint(x, plan.top, w, bottom - plan.top, fill, 0.6)
    return bottom
