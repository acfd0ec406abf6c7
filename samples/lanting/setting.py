"""Setting Chinese: what a line may begin and end with, and where each glyph stands.

Characters are as wide as they are high. A punctuation mark fills half of its square;
next to another mark, or at the end of a line, it gives the other half away.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from samples.faces import width
from samples.sheet import Place, Sheet, Style, typst_line

OPENING = frozenset("“‘（《")
CLOSING = frozenset("，。、；：！？”’）》")
PIECES = re.compile(r"——|……|[!-~]+|.")
"""What a line is never broken inside of."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One character, or several that stay together."""

    text: str
    style: Style

    @property
    def wide(self) -> bool:
        """Whether it stands on the grid of squares."""
        return not self.text.isascii()

    @property
    def room(self) -> float:
        """How far it runs along the line."""
        if self.text == " ":
            return self.style.size / 2
        if self.wide:
            return len(self.text) * self.style.size
        return width(self.text, self.style.face, self.style.size)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of pieces, and what is added behind each of them."""

    pieces: tuple[Piece, ...]
    spread: float = 0.0

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(p.text for p in self.pieces)

    @property
    def length(self) -> float:
        """How far it runs."""
        return length(self.pieces) + self.spread * (len(self.pieces) - 1)


def pieces(text: str, style: Style, bold: int = 0, face: str = "") -> tuple[Piece, ...]:
    """Cut text into pieces; the first `bold` characters are set in another face."""
    found, at = [], 0
    for match in PIECES.finditer(text):
        chosen = replace(style, face=face) if at < bold else style
        found.append(Piece(match.group(), chosen))
        at = match.end()
    return tuple(found)


def overlap(a: Piece, b: Piece) -> float:
    """Return how far `b` moves into the blank half of a mark."""
    blank = (a.text in CLOSING and b.text in OPENING | CLOSING) or (
        a.text in OPENING and b.text in OPENING
    )
    return a.style.size / 2 if blank else 0.0


def length(run: Sequence[Piece]) -> float:
    """Return how far pieces run without spread."""
    cuts = sum(overlap(a, b) for a, b in pairwise(run))
    return sum(p.room for p in run) - cuts


def may_break(run: Sequence[Piece], at: int) -> bool:
    """Tell whether a line may end before piece number `at`."""
    return (
        run[at].text not in CLOSING
        and run[at].text not in ("——", "……")
        and run[at - 1].text not in OPENING
    )


def first_line(run: Sequence[Piece], room: float) -> int:
    """Return how many pieces the first line takes."""
    end, used = 0, 0.0
    while end < len(run):
        step = run[end].room - (overlap(run[end - 1], run[end]) if end else 0.0)
        half = run[end].style.size / 2 if run[end].text in CLOSING else 0.0
        if used + step - half > room + 0.01:
            break
        used += step
        end += 1
    if end == len(run):
        return end
    while end > 1 and not may_break(run, end):
        end -= 1
    return max(end, 1)


def justified(run: tuple[Piece, ...], room: float) -> Line:
    """Return a line spread to fill `room`; a mark at its end may hang out by a half."""
    spare = room - length(run)
    if spare < -0.01:
        spare += run[-1].style.size / 2
    return Line(run, round(spare / max(1, len(run) - 1), 2))


def broken(run: tuple[Piece, ...], rooms: Sequence[float], *, cut_off: bool = False) -> list[Line]:
    """Break pieces into lines; the last room serves all further lines.

    `cut_off` justifies the last line too: the paragraph goes on elsewhere.
    """
    lines: list[Line] = []
    while run:
        room = rooms[min(len(lines), len(rooms) - 1)]
        end = first_line(run, room)
        last = end == len(run) and not cut_off and length(run) <= room
        lines.append(Line(run) if last else justified(run[:end], room))
        run = run[end:]
    return lines


def draw(sheet: Sheet, line: Line, x: float, y: float, owner: str) -> None:
    """Draw a line from `x` on the baseline `y`."""
    marks: list[str] = []
    held: list[Piece] = []
    start = at = x
    for number, piece in enumerate(line.pieces):
        if number:
            before = line.pieces[number - 1]
            cut = overlap(before, piece)
            at += before.room - cut + line.spread
            if sheet.single or cut or not plain(before) or not plain(piece):
                marks += run_marks(held, (start, y), line.spread)
                held, start = [], at
        held.append(piece)
    marks += run_marks(held, (start, y), line.spread)
    size = max(p.style.size for p in line.pieces)
    box = [x, y - 0.88 * size, x + line.length, y + 0.12 * size]
    sheet.type(line.text, marks, box, owner)


def plain(piece: Piece) -> bool:
    """Tell whether a piece may share a run with its neighbours."""
    return piece.wide and len(piece.text) == 1


def run_marks(run: list[Piece], at: tuple[float, float], spread: float) -> list[str]:
    """Return the marks of pieces that stand at even distances."""
    marks, x = [], at[0]
    while run:
        same = 1
        while same < len(run) and run[same].style == run[0].style:
            same += 1
        text = "".join(p.text for p in run[:same])
        if text.strip():
            style = replace(run[0].style, tracking=spread if same > 1 else 0.0)
            # Typst takes the blank half of an untracked mark at the start of a run away.
            trimmed = text[0] in OPENING and not style.tracking
            indent = style.size / 2 if trimmed else 0.0
            marks.append(typst_line(text, (x + indent, at[1]), style, 0.0))
        x += sum(p.room + spread for p in run[:same])
        run = run[same:]
    return marks


def put(sheet: Sheet, text: str, at: Place, style: Style, owner: str) -> None:
    """Set one line, aligned in the room of its place; `tracking` is its spread."""
    line = Line(pieces(text, style), style.tracking)
    slack = {"left": 0.0, "center": 0.5, "right": 1.0}[style.align]
    draw(sheet, line, at.x + slack * (at.room - line.length), at.y, owner)


def draw_down(sheet: Sheet, line: Line, x: float, y: float, owner: str) -> None:
    """Draw a line downwards from the upper edge `y`, its left edge at `x`."""
    marks, at = [], y
    for number, piece in enumerate(line.pieces):
        if number:
            before = line.pieces[number - 1]
            at += before.room - overlap(before, piece) + line.spread
        size = piece.style.size
        style = replace(piece.style, vertical=True, tracking=0.0)
        indent = size / 2 if piece.text in OPENING else 0.0
        if piece.text.strip():
            marks.append(typst_line(piece.text, (x + indent, at + 0.88 * size), style, 0.0))
    size = max(p.style.size for p in line.pieces)
    sheet.type(line.text, marks, [x, y, x + size, y + line.length], owner)


def put_down(sheet: Sheet, text: str, at: Place, style: Style, owner: str) -> None:
    """Set one vertical line from the top of its place."""
    line = Line(pieces(text, style), style.tracking)
    slack = {"left": 0.0, "center": 0.5, "right": 1.0}[style.align]
    draw_down(sheet, line, at.x, at.y + slack * (at.room - line.length), owner)
