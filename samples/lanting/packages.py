"""Whole stories put on a page: head, columns, picture, rules and tints together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from samples.lanting import flow
from samples.lanting.flow import Type
from samples.lanting.parts import Head, block, columns, head, headline, photo, upright
from samples.lanting.setting import put
from samples.sheet import Place, Rect, Sheet, Style
from samples.story import Story
from samples.truth import Truth

PLAIN = Type()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture in a story: over how many of its columns, and where."""

    name: str
    h: float
    first: int = 0
    count: int = 1
    down: float = 0.0
    """How far below the top of the columns; negative: at their foot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a story stands in its box."""

    columns: int
    head: Head = Head()  # noqa: RUF009
    type: Type = PLAIN
    picture: Picture | None = None
    fill: str = ""
    stroke: float = 0.0
    rules: bool = False
    """Whether hairlines part the columns."""
    around: Sequence[Rect] = ()
    """What stands in the way: other stories, advertisements."""
    strip: float = 0.0
    """The width of a vertical head; positive: at the left, negative: at the right."""
    inset: tuple[int, int, float, float] | None = None
    """A head inside the text: first column, columns, distance from the top, height."""


def story_in(page: Truth, story: Story, box: Rect, plan: Plan) -> None:
    """Set a story so that it fills its box."""
    sheet = page.sheet
    frames, around = opened(sheet, story, box, plan)
    lines = flow.fitted(story, frames, plan.type, around)
    flow.draw(sheet, story, lines)
    page.add(story)


def opened(sheet: Sheet, story: Story, box: Rect, plan: Plan) -> tuple[list[Rect], list[Rect]]:
    """Set all of a story but its text; return its columns and what they run around."""
    if plan.fill or plan.stroke:
        sheet.tint(box.x, box.y, box.w, box.h, plan.fill, plan.stroke)
        box = Rect(box.x + 9, box.y + 9, box.w - 18, box.h - 17)
    around = list(plan.around)
    if plan.strip:
        deep = abs(plan.strip)
        x = box.x if plan.strip > 0 else box.right - deep
        upright(sheet, story, Rect(x, box.y, deep, box.h), plan.head)
        left = box.x + (deep + 9 if plan.strip > 0 else 0)
        box = Rect(left, box.y, box.w - deep - 9, box.h)
        box = signed(sheet, story, box)
    elif plan.inset is None:
        y = head(sheet, story, box, plan.head)
        box = Rect(box.x, y, box.w, box.bottom - y)
    frames = [replace(f, y=box.y, h=box.h) for f in columns(box.x, box.w, plan.columns)]
    if plan.inset is not None:
        first, count, down, high = plan.inset
        x, right = frames[first].x, frames[first + count - 1].right
        head(sheet, story, Rect(x, box.y + down + 5, right - x, 0), plan.head)
        around.append(Rect(x, box.y + down, right - x, high))
    if plan.picture:
        around.append(pictured(sheet, story, frames, plan.picture))
    if plan.rules:
        for a, b in pairwise(frames):
            x = (a.right + b.x) / 2
            sheet.rule(x, box.y, x, box.bottom, 0.3)
    return frames, around


def signed(sheet: Sheet, story: Story, box: Rect) -> Rect:
    """Set the byline over the text beside a vertical head; return the room left."""
    if not story.byline:
        return box
    style = Style("hei", 8.6)
    put(sheet, story.byline, Place(box.x, box.y + 0.88 * style.size), style, story.id)
    return Rect(box.x, box.y + 15, box.w, box.h - 15)


def pictured(sheet: Sheet, story: Story, frames: Sequence[Rect], picture: Picture) -> Rect:
    """Place the picture of a story; return the room it takes."""
    taken = frames[picture.first : picture.first + picture.count]
    x, w = taken[0].x, taken[-1].right - taken[0].x
    y = taken[0].y + picture.down
    if picture.down < 0:
        y = taken[0].bottom - picture.h
    photo(sheet, story, picture.name, Rect(x, y, w, picture.h))
    top = y - (6 if picture.down else 0)
    return Rect(x, top, w, picture.h + y - top + (0 if picture.down < 0 else 6))


def jumping(page: Truth, story: Story, box: Rect, plan: Plan, lead: float) -> Story:
    """Set the beginning of a story and send the reader on; return the rest."""
    sheet = page.sheet
    frames, around = opened(sheet, story, box, plan)
    last = frames[-1]
    size = plan.type.text.size
    room = Rect(last.x, last.bottom - size - 1, last.w, size + 1)
    lines, part, rest = flow.run_on(story, frames, plan.type, lead, [*around, room])
    flow.draw(sheet, story, lines)
    style = Style("hei-medium", size, align="right")
    put(sheet, story.jump, Place(last.x, last.bottom - 0.12 * size, last.w), style, story.id)
    sheet.frame()
    page.add(part)
    return rest


def briefs(page: Truth, stories: Sequence[Story], box: Rect, look: Head) -> None:
    """Set short pieces below each other, spread over the height of a column."""
    sheet, text = page.sheet, replace(PLAIN.text, lead=12.6)
    depths = [piece(Sheet(0, 0), s, box, look, text) - box.y for s in stories]
    gap = (box.h - sum(depths)) / max(1, len(stories) - 1)
    if not 4 <= gap <= 30:
        raise flow.TextMisfit(stories[0], round(len(stories) * (14 - gap) / 12.6))
    y = box.y
    for number, (story, depth) in enumerate(zip(stories, depths, strict=True)):
        piece(sheet, story, replace(box, y=y), look, text)
        page.add(story)
        y += depth + gap
        if number < len(stories) - 1:
            sheet.rule(box.x, y - gap / 2, box.right, y - gap / 2, 0.35)


def piece(sheet: Sheet, story: Story, box: Rect, look: Head, text: Style) -> float:
    """Set a short piece in one column; return the edge below."""
    sheet.frame()
    y = headline(sheet, story, box, look) + 2 if story.headline else box.y
    for number, paragraph in enumerate(story.body):
        bold = 0 if number else len(story.dateline)
        y = block(sheet, paragraph, replace(box, y=y), text, story.id, bold)
        y += text.leading - 1.1 * text.size
    if story.byline:
        style = replace(text, face="hei", align="right", size=8.2)
        put(sheet, story.byline, Place(box.x, y + 0.88 * style.size, box.w), style, story.id)
        y += text.leading
    sheet.frame()
    return y - text.leading + 1.1 * text.size


def drawn(page: Truth, story: Story, box: Rect, name: str, look: Head = Head(size=18)) -> None:  # noqa: B008
    """Set a picture that is a story of its own: head, picture, caption."""
    y = head(page.sheet, story, box, look)
    photo(page.sheet, story, name, Rect(box.x, y, box.w, box.bottom - y))
    page.add(story)
