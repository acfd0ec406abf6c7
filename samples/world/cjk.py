"""Chinese and Japanese: lines of cells, across the page or down it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from samples.faces import BOLD, FACES, width
from samples.sheet import Rect, Slot, Style, typst_line, widest
from samples.world.canvas import Canvas
from samples.world.piece import Piece, cut_to_fit

NO_START = set(
    "、。，．：；？！）］｝〕〉》」』】〗”’ーァィゥェォッャュョぁぃぅぇぉっゃゅょ々…—·％"
)
NO_END = set("（［｛〔〈《「『【〖“‘")
HANG = set("、。，．")


@dataclass(frozen=True, slots=True)
class Cell:
    """What may not be divided, and the share of an em that it takes."""

    text: str
    ems: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How running text is set."""

    text: Style
    subhead: Style | None = None
    indent: float = 2.0
    """In ems."""
    upright: bool = True
    """Whether lines run down the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of cells where it stands."""

    cells: tuple[Cell, ...]
    slot: Slot | None
    style: Style
    gap: float
    indent: float = 0.0


def cells_of(text: str, style: Style, *, upright: bool) -> list[Cell]:
    """Divide a text into cells; two digits share one where lines run down."""
    found, bold = [], False
    for part in re.findall(r"\*|\d{2}(?!\d)|[0-9A-Za-z.%+-]+|.", text):
        if part == "*":
            bold = not bold
            continue
        face = (FACES[style.face].bold or style.face) if bold else style.face
        if upright:
            found += [Cell(part, 1.0, bold)] if re.fullmatch(r"\d{2}|.", part) else [
                Cell(c, 1.0, bold) for c in part
            ]  # fmt: skip
        elif part.isascii() or part in "“”‘’":
            ems = width(part, face, 100) / 100 if part.isascii() else 1.0
            found.append(Cell(part, ems, bold))
        else:
            found.append(Cell(part, 1.0, bold))
    return found


def take(cells: Sequence[Cell], room: float, *, upright: bool) -> int:
    """Return how many cells make the next line of so many ems."""
    wide, count = 0.0, 0
    while count < len(cells) and wide + cells[count].ems <= room + 0.01:
        wide += cells[count].ems
        count += 1
    count = max(1, count)
    if count < len(cells) and cells[count].text in NO_START:
        after = cells[count + 1].text if count + 1 < len(cells) else ""
        pull = cells[count].text in HANG if upright else room >= 12
        if pull and after not in NO_START:
            count += 1
        elif pull and not upright and room >= 16:
            count += 2
        else:
            while count > 2 and (cells[count].text in NO_START or cells[count - 1].text in NO_END):
                count -= 1
    while count > 1 and count < len(cells) and cells[count - 1].text in NO_END:
        count -= 1
    return count


def break_piece(piece: Piece, slots: Sequence[Slot], look: Look) -> list[Line]:
    """Break a piece into its slots; lines without a slot are too many."""
    lines: list[Line] = []
    free = list(slots)
    size = look.text.size
    for index, paragraph in enumerate(piece.body):
        style, indent, text = look.text, look.indent, paragraph
        if paragraph.startswith("## ") and look.subhead:
            style, text, indent = look.subhead, paragraph[3:], 0.0
        elif (index == 0 and not piece.opens) or paragraph.startswith("~ "):
            indent, text = 0.0, paragraph.removeprefix("~ ")
        cells = cells_of(text, style, upright=look.upright)
        while cells:
            slot = free.pop(0) if free else None
            room = (slot.room if slot else size * 10) / style.size
            count = take(cells, room - indent, upright=look.upright)
            line, cells = tuple(cells[:count]), cells[count:]
            gap = 0.0
            used = sum(c.ems for c in line) + indent
            hung = look.upright and line[-1].text in HANG and used > room + 0.3
            if cells or not (piece.closes or index < len(piece.body) - 1) or used > room:
                whole = len(line) - (2 if hung else 1)
                gap = (room - used + (1 if hung else 0)) * style.size / max(1, whole)
            lines.append(Line(line, slot, style, gap, indent))
            indent = 0.0
    return lines


def fill_cells(
    canvas: Canvas,
    piece: Piece,
    slots: Sequence[Slot],
    look: Look,
    *,
    enough: int = 1,
    cut: bool = True,
) -> Piece:
    """Fill slots with a piece, cut to fit."""

    def spare(p: Piece) -> int:
        lines = break_piece(p, slots, look)
        return len(slots) - len(lines)

    piece, left = cut_to_fit(piece, spare, enough=enough) if cut else (piece, spare(piece))
    if (cut and left > 3) or left < 0:
        print(f"{canvas.name} {piece.id}: {left} of {len(slots)} lines left")  # noqa: T201
    frame = None
    for line in break_piece(piece, slots, look):
        if line.slot is None:
            raise ValueError(f"{piece.id}: {-left} lines too long")
        if line.slot.frame != frame:
            canvas.frame()
            frame = line.slot.frame
        draw = draw_down if look.upright else draw_across
        draw(canvas, line, piece.id)
    canvas.frame()
    canvas.note(piece)
    return piece


def draw_down(canvas: Canvas, line: Line, owner: str) -> None:
    """Draw a line that runs down, each glyph placed singly in its upright form."""
    assert line.slot
    size = line.style.size
    y = top = line.slot.y + line.indent * size
    marks: list[str] = []
    for cell in line.cells:
        cut = bold_cut(line.style, bold=cell.bold)
        wide = size if len(cell.text) == 1 else width(cell.text, cut.face, size)
        shrink = 0.9 if len(cell.text) > 1 else 1.0
        cut = replace(cut, size=size * shrink, vertical=True)
        x = line.slot.x - wide * shrink / 2 + trimmed(cell.text, size)
        marks.append(typst_line(cell.text, (x, y + 0.88 * size), cut, None))
        y += size + line.gap
    text = "".join(c.text for c in line.cells)
    canvas.type(
        text, marks, [line.slot.x - size / 2, top, line.slot.x + size / 2, y - line.gap], owner
    )


def draw_across(canvas: Canvas, line: Line, owner: str) -> None:
    """Draw a line across the page; punctuation is placed on its own."""
    assert line.slot
    size = line.style.size
    x = start = line.slot.x + line.indent * size
    group: list[Cell] = []
    marks: list[str] = []
    for cell, after in zip(line.cells, [*line.cells[1:], None], strict=True):
        group.append(cell)
        alone = owner in canvas.singly or any(
            c is None or not (c.text.isalnum()) or c.bold != cell.bold for c in (cell, after)
        )
        if not alone:
            continue
        cut = replace(bold_cut(line.style, bold=cell.bold), tracking=round(line.gap, 3))
        shift = 0.0
        text = "".join(c.text for c in group)
        if any(len(c.text) > 1 for c in group):
            for c in group:
                at = (x + shift, line.slot.y)
                marks.append(typst_line(c.text, at, replace(cut, tracking=0), None))
                shift += c.ems * size + line.gap
        else:
            at = (x + trimmed(text, size), line.slot.y)
            marks.append(typst_line(text, at, cut, None))
            shift = sum(c.ems * size + line.gap for c in group)
        x += shift
        group = []
    text = "".join(c.text for c in line.cells)
    box = [start, line.slot.y - 0.84 * size, x - line.gap, line.slot.y + 0.12 * size]
    canvas.type(text, marks, box, owner)


def trimmed(text: str, size: float) -> float:
    """Return what Typst takes off an opening bracket at the start of a line."""
    return size / 2 if text[0] in NO_END else 0.0


def bold_cut(style: Style, *, bold: bool) -> Style:
    """Return a style, or its bold cut."""
    return replace(style, face=FACES[style.face].bold or style.face) if bold else style


def down_slots(
    right: float, top: float, count: int, pitch: float, room: float, frame: int
) -> list[Slot]:
    """Return lines that run down, from the right to the left."""
    return [Slot(right - (n + 0.5) * pitch, top, room, frame) for n in range(count)]


@dataclass(frozen=True, slots=True)
class Rows:
    """A page in rows of lines that run down, counted from the right."""

    right: float
    top: float
    pitch: float
    """From line to line."""
    room: float
    """How long a line is."""
    step: float
    """From row to row."""

    def edge(self, column: int) -> float:
        """Return the right edge of a line."""
        return self.right - column * self.pitch

    def upper(self, row: int) -> float:
        """Return the upper edge of a row."""
        return self.top + row * self.step

    def span(self, row: int, first: int, last: int, frame: int) -> list[Slot]:
        """Return the lines of a row from one column to another."""
        count = last - first + 1
        return down_slots(self.edge(first), self.upper(row), count, self.pitch, self.room, frame)


def across_slots(
    frames: Sequence[Rect], style: Style, around: Sequence[Rect] = (), first: int = 0
) -> list[Slot]:
    """Return lines across frames, clear of what they run around."""
    found = []
    for number, frame in enumerate(frames):
        for row in range(int((frame.h + 0.01) // style.leading)):
            y = frame.y + row * style.leading + 0.88 * style.size
            a, b = widest(frame, y - 0.86 * style.size, y + 0.1 * style.size, around)
            if b - a >= 5 * style.size:
                found.append(Slot(a, y, b - a, first + number))
    return found


def head_down(
    canvas: Canvas, text: str, right: float, top: float, style: Style, owner: str, room: float = 0
) -> float:
    """Set a head of lines that run down, divided by `|`; return its left edge."""
    x = right
    for part in text.split("|"):
        cells = tuple(cells_of(part, style, upright=True))
        gap = (room - len(cells) * style.size) / max(1, len(cells) - 1) if room else 0.0
        draw_down(canvas, Line(cells, Slot(x - style.size / 2, top, 0, 0), style, gap), owner)
        x -= style.leading
    return x + style.leading - style.size


def head_across(
    canvas: Canvas, text: str, box: tuple[float, float, float], style: Style, owner: str
) -> float:
    """Set a head across a box, its lines divided by `|`; return the edge below it."""
    x, y, w = box
    for part in text.split("|"):
        cells = tuple(cells_of(part, style, upright=False))
        wide = sum(c.ems for c in cells) * style.size + style.tracking * (len(cells) - 1)
        if wide > w + 1:
            raise ValueError(f"{owner}: {wide - w:.0f} pt too wide: {part}")
        left = x + {"left": 0, "center": 0.5, "right": 1}[style.align] * (w - wide)
        slot = Slot(left, y + 0.88 * style.size, w, 0)
        draw_across(canvas, Line(cells, slot, style, style.tracking), owner)
        y += style.leading
    return y - style.leading + style.size


__all__ = [
    "BOLD",
    "Look",
    "Slot",
    "across_slots",
    "down_slots",
    "fill_cells",
    "head_across",
    "head_down",
]
