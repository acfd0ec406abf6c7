"""Draw a printed page as text, as the layout and article stages get it.

A cell is 10 pt wide and high. What stands in it says what is printed there:

    aaaa    a line of running text (7 pt); lines of one letter below each other are a column
    AAAA    a headline: one row high 10 pt, rows of one width below each other one large line
    #       a picture
    ----    a rule across, | a rule upright
    +--+    a box, closed by | and +

The letters of a page come back: every span says by `raw` which letter drew it, so that
`stories` can be compared with the picture: "Aab" is a headline A over the text a and b.
Running text is neutral, a sentence a line ("Aaaa aaaa."), unless a test gives its words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from convert.articles import find_articles
from convert.geometry import Rect, enclosing
from convert.layout import find_layout
from convert.model import Block, Box, Image, Page, PageArticles, Role, Rule, Source, Span
from convert.settings import LayoutSettings
from tests.sketch import CELL, sketch_rows, sketch_size

BODY = 7.0
"""Size of running text in points; the rows make its leading 10 pt."""
LETTERS = 3
"""Letters of running text in a cell."""
RULES = "-|+"


@dataclass(frozen=True, slots=True)
class Style:
    """How a letter is set, where it differs from its case."""

    size: float | None = None
    bold: bool = False
    italic: bool = False
    font: str = "Sketch"
    color: int = 0


PLAIN = Style()
Words = Mapping[str, str | Sequence[str]]
"""Letter -> the text of its lines, from the top; one string is the text of every line."""


def print_page(
    art: str,
    words: Words | None = None,
    styles: Mapping[str, Style] | None = None,
    fill: int | None = None,
) -> Page:
    """Return the page that `art` shows; boxes are tinted with `fill`."""
    rows = sketch_rows(art)
    width, height = sketch_size(art)
    boxes = tuple(_boxes(rows))
    styles = styles or {}
    return Page(
        source=Source(file="sketch.pdf", page=1, sha256="0" * 64),
        box="media",
        frame=Rect(0, 0, width, height),
        spans=tuple(_worded(_spans(rows, styles), words or {})),
        rules=tuple(_rules(rows, boxes)),
        boxes=tuple(Box(rect=b, fill=fill, stroke=0) for b in boxes),
        images=tuple(Image(rect=rect) for letter, rect in _areas(rows) if letter == "#"),
    )


def glyph_page(art: str, *, size: float = CELL) -> Page:
    """Return a page of Han glyphs set singly, column by column from the right (竖排)."""
    width, height = sketch_size(art)
    glyphs = [
        (x, y, glyph)
        for y, row in enumerate(sketch_rows(art))
        for x, glyph in enumerate(row)
        if glyph != " "
    ]
    return Page(
        source=Source(file="sketch.pdf", page=1, sha256="0" * 64),
        box="media",
        frame=Rect(0, 0, width, height),
        spans=tuple(
            set_type(glyph, x * CELL, y * CELL, size=size, width=size)
            for x, y, glyph in sorted(glyphs, key=lambda g: (-g[0], g[1]))
        ),
    )


def set_type(text: str, left: float, top: float, *, size: float = BODY, **more: float) -> Span:
    """Return a span; `width` in points if it is not half an em a letter; `flow`."""
    width = more.get("width", 0.5 * size * len(text))
    return Span(
        text=text,
        raw=text,
        rect=Rect(left, top, left + width, top + size),
        size=size,
        font="Sketch",
        flow=int(more.get("flow", 0)),
    )


def read(page: Page, hints: LayoutSettings | None = None) -> PageArticles:
    """Take a page through layout and articles."""
    return find_articles(find_layout(page), hints=hints)


def stories(page: Page, hints: LayoutSettings | None = None) -> list[str]:
    """Return the articles of a page, each as its letters in reading order."""
    return sorted(_drawn_by(article.blocks) for article in read(page, hints).articles)


def roles(page: Page, hints: LayoutSettings | None = None) -> dict[str, Role]:
    """Return what every letter of a page is; a letter is one thing."""
    found = read(page, hints)
    given: dict[str, set[Role]] = defaultdict(set)
    for block in (*(b for a in found.articles for b in a.blocks), *found.furniture):
        for letter in _drawn_by([block]):
            given[letter].add(block.role)
    assert {letter: sorted(r) for letter, r in given.items() if len(r) > 1} == {}
    return {letter: next(iter(r)) for letter, r in given.items()}


def blocks_of(page: Page) -> list[list[str]]:
    """Return the lines of every block that the layout stage makes of a page."""
    return [
        [line.text for line in block.lines]
        for region in find_layout(page).regions
        for block in region.blocks
    ]


def _drawn_by(blocks: Iterable[Block]) -> str:
    letters = (s.raw[:1] for b in blocks for line in b.lines for s in line.spans)
    return "".join(dict.fromkeys(letters))


def _spans(rows: Sequence[str], styles: Mapping[str, Style]) -> Iterator[Span]:
    for letter, rect in _areas(rows):
        if letter == "#" or letter in RULES:
            continue
        style = styles.get(letter, PLAIN)
        size = style.size or (rect.height if letter.isupper() else BODY)
        middle = rect.cy
        count = rect.width / rect.height if letter.isupper() else LETTERS * rect.width / CELL
        yield Span(
            text=_neutral(letter, round(count)),
            raw=letter,
            rect=Rect(rect.left, middle - size / 2, rect.right, middle + size / 2),
            size=size,
            font=style.font,
            bold=style.bold,
            italic=style.italic,
            color=style.color,
            flow=round(rect.left) * 1000 + ord(letter),
        )


def _neutral(letter: str, length: int) -> str:
    """A sentence in one letter."""
    if letter.isupper():
        return letter * max(length, 2)
    words = "".join(" " if i % 6 == 5 else letter for i in range(1, length - 1))
    return f"{letter.upper()}{words.rstrip()}."


def _worded(spans: Iterable[Span], words: Words) -> Iterator[Span]:
    """Give the spans of each letter the words of the test, line by line."""
    given = {k: iter([v] * 999 if isinstance(v, str) else v) for k, v in words.items()}
    for span in spans:
        text = next(given[span.raw]) if span.raw in given else span.text
        yield replace(span, text=text)


def _areas(rows: Sequence[str]) -> Iterator[tuple[str, Rect]]:
    """Yield runs of one character, those of headlines and pictures joined downwards."""
    areas: list[tuple[str, Rect]] = []
    for letter, run in _runs(rows):
        for i, (other, area) in enumerate(areas):
            joins = letter == "#" or letter.isupper()
            if joins and other == letter and _continues(area, run):
                areas[i] = (letter, area.union(run))
                break
        else:
            areas.append((letter, run))
    yield from areas


def _continues(area: Rect, run: Rect) -> bool:
    return (area.left, area.right, area.bottom) == (run.left, run.right, run.top)


def _runs(rows: Sequence[str]) -> Iterator[tuple[str, Rect]]:
    for y, row in enumerate(rows):
        x = 0
        for letter, group in groupby(row):
            width = len(list(group))
            if letter != " ":
                yield letter, Rect(x * CELL, y * CELL, (x + width) * CELL, (y + 1) * CELL)
            x += width


def _boxes(rows: Sequence[str]) -> Iterator[Rect]:
    """Yield the boxes: their corners are +, their sides - and |."""
    corners = [(x, y) for y, row in enumerate(rows) for x, c in enumerate(row) if c == "+"]
    for left, top in corners:
        for right, bottom in corners:
            if right > left and bottom > top and _is_closed(rows, left, top, right, bottom):
                yield Rect(
                    (left + 0.5) * CELL, (top + 0.5) * CELL,
                    (right + 0.5) * CELL, (bottom + 0.5) * CELL,
                )  # fmt: skip


def _is_closed(rows: Sequence[str], left: int, top: int, right: int, bottom: int) -> bool:
    flat = {rows[y][left + 1 : right] for y in (top, bottom)}
    upright = "".join(rows[y][x : x + 1] for y in range(top + 1, bottom) for x in (left, right))
    return flat == {"-" * (right - left - 1)} and upright == "|" * 2 * (bottom - top - 1)


def _rules(rows: Sequence[str], boxes: Sequence[Rect]) -> Iterator[Rule]:
    """Yield the rules that are no sides of boxes."""
    flat = (Rect(r.left, r.cy, r.right, r.cy) for c, r in _runs(rows) if c == "-")
    columns = ["".join(row[x : x + 1] or " " for row in rows) for x in range(max(map(len, rows)))]
    upright = (
        Rect(r.top + CELL / 2, r.left, r.top + CELL / 2, r.right)
        for c, r in _runs(columns)
        if c == "|"
    )
    for rect in (*flat, *upright):
        if not any(_is_side(rect, box) for box in boxes):
            yield Rule(rect=rect)


def _is_side(rect: Rect, box: Rect) -> bool:
    on_edge = rect.cy in (box.top, box.bottom) or rect.cx in (box.left, box.right)
    return on_edge and enclosing((rect, box)).area <= box.area + 1
