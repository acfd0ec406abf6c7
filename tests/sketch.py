"""Draw a page as text: the shortest way to state a layout in a test.

One character is 10 pt wide and one row 10 pt high. A run of one letter in a row is
a line of print; lines of the same letter and width below each other are a block.
Lower case is running text, upper case of the same letter its headline:

    AAAA bb
    aa a bb      a headline over two columns, beside it another article
    aa a bb
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePath
from textwrap import dedent
from typing import NamedTuple

from convert.geometry import Rect, enclosing
from convert.model import (
    Article,
    Block,
    Figure,
    Kind,
    Line,
    Page,
    Role,
    Source,
    Span,
)

CELL = 10.0
"""Width of one character and height of one row in points."""


class Run(NamedTuple):
    """A run of one character in one row."""

    letter: str
    rect: Rect


def sketch_rows(art: str) -> list[str]:
    """Return the rows of a sketch."""
    return dedent(art).strip("\n").splitlines()


def sketch_size(art: str) -> tuple[float, float]:
    """Return width and height of the page in points."""
    rows = sketch_rows(art)
    return max(map(len, rows), default=1) * CELL, max(len(rows), 1) * CELL


def sketch_runs(art: str) -> tuple[Run, ...]:
    """Return every run of one character, row by row from left to right."""
    return tuple(_runs(sketch_rows(art)))


def sketch_page(art: str, size: float = CELL) -> Page:
    """Read `art` as a page just read: each run of one character is a span."""
    width, height = sketch_size(art)
    return Page(
        source=Source(file=PurePath("sketch.pdf").name, page=1, sha256="0" * 64),
        box="media",
        frame=Rect(0, 0, width, height),
        spans=tuple(_span(run, size) for run in sketch_runs(art)),
    )


def sketch_articles(art: str, figures: Mapping[str, str] | None = None) -> tuple[Article, ...]:
    """Read `art` as the articles of a page, in the order of their letters.

    `figures` says which article a character is a picture of: `{"#": "a"}`.
    """
    figures = figures or {}
    stacks = _stacks(sketch_runs(art))
    owners = [figures.get(s[0].letter, s[0].letter.lower()) for s in stacks]
    return tuple(
        _article([s for s, o in zip(stacks, owners, strict=True) if o == owner], figures)
        for owner in sorted(set(owners))
    )


def sketch_block(rects: Sequence[Rect], letter: str = "a") -> Block:
    """Return a block of lines in those places; capitals make it a headline."""
    runs = [Run(letter, rect) for rect in rects]
    lines = tuple(
        Line(
            spans=(span := _span(run, CELL),),
            rect=run.rect,
            size=CELL,
            text=span.text,
        )
        for run in runs
    )
    return Block(
        lines=lines,
        rect=enclosing(rects),
        role=Role.HEADLINE if letter.isupper() else Role.PARAGRAPH,
        text=" ".join(line.text for line in lines),
    )


def _runs(rows: Sequence[str]) -> Iterator[Run]:
    for y, row in enumerate(rows):
        x = 0
        for letter, group in groupby(row):
            width = len(list(group))
            if letter != " ":
                yield Run(
                    letter,
                    Rect(x * CELL, y * CELL, (x + width) * CELL, (y + 1) * CELL),
                )
            x += width


def _span(run: Run, size: float) -> Span:
    text = run.letter * max(1, round(run.rect.width / CELL))
    return Span(text=text, raw=text, rect=run.rect, size=size, font="Sketch")


def _stacks(runs: Sequence[Run]) -> list[list[Run]]:
    """Collect runs of one character and width that stand below each other."""
    stacks: list[list[Run]] = []
    for run in runs:
        for stack in stacks:
            last = stack[-1]
            if last.letter == run.letter and (
                last.rect.moved(0, CELL) == run.rect
            ):  # fmt: skip
                stack.append(run)
                break
        else:
            stacks.append([run])
    return stacks


def _article(stacks: Sequence[Sequence[Run]], figures: Mapping[str, str]) -> Article:
    return Article(
        kind=Kind.ARTICLE,
        blocks=tuple(
            sketch_block([run.rect for run in stack], stack[0].letter)
            for stack in stacks
            if stack[0].letter not in figures
        ),
        figures=tuple(
            Figure(rect=enclosing(run.rect for run in stack))
            for stack in stacks
            if stack[0].letter in figures
        ),
    )
