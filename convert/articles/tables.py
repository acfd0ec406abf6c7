"""Tables: cells that stand in rows between rules or on stripes become one piece a row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from convert.articles.columns import gap
from convert.articles.flow import ends_of
from convert.articles.pieces import Piece
from convert.articles.stands import by_columns
from convert.geometry import Rect, enclosing
from convert.model import Line, Region, Role
from convert.typeface import DISPLAY

ROWS = 3
"""A table has at least so many rules or stripes at one distance."""
PITCH = 3.4
"""They follow each other within this many line distances."""
CELL = 60
"""Characters of a cell at most."""
RESULT = 9
"""Characters of an entry in the right one of two lists."""
SAME = 0.28
"""Rules of one table begin and end at one place, give or take this share
of a line distance."""
LEVEL = 0.4
"""Entries of two lists stand at one height, give or take so many em."""
ROW = 0.6
"""Cells of one row do so, too."""
EDGE = 2.2
"""The first and the last row stand this near to the outer rules, in line distances."""
APART = 4.0
"""Rows of one table follow each other within so many em."""
NEW = 1_000_000
"""Ids of rows begin here, apart from those of blocks."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One line of one piece."""

    piece: Piece
    line: Line

    @property
    def rect(self) -> Rect:
        """Its place in the writing frame."""
        return self.line.rect


def tables_as_rows(region: Region, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with the cells of each table joined into its rows."""
    kept = list(pieces)
    for zone in find_tables(region, pieces):
        inside = [p for p in kept if _has_cells(p, zone) and zone.holds(p.rect.cx, p.rect.cy)]
        rows = _trimmed(list(_rows([cell for p in inside for cell in _cells(p)], region.body)))
        if sum(len(row) > 1 for row in rows) < ROWS:
            continue
        ids = {cell.piece.id for row in rows for cell in row}
        kept = [p for p in kept if p.id not in ids]
        kept += [_as_row(row, number) for number, row in enumerate(rows, NEW * (1 + min(ids)))]
    return tuple(kept)


def find_tables(region: Region, pieces: Sequence[Piece]) -> tuple[Rect, ...]:
    """Return where tables may stand: on even rules or stripes, or in two lists."""
    zones = [*_even(region.rows, region.leading), *_even(_stripes(region), region.leading)]
    ruled = (_with_edges(zone, region, pieces) for zone in zones)
    return (*ruled, *_lists(pieces, region.body))


def _stripes(region: Region) -> list[Rect]:
    """The middle lines of tints one or two lines high."""
    return [
        Rect(c.rect.left, c.rect.cy, c.rect.right, c.rect.cy)
        for c in region.containers
        if c.fill is not None and c.rect.height < PITCH * region.leading
    ]


def _even(lines: Iterable[Rect], leading: float) -> Iterator[Rect]:
    """Yield the zones of lines of one width that follow each other closely."""
    runs: list[list[Rect]] = []
    for line in sorted(lines, key=lambda r: (r.top, r.left)):
        above = next((run for run in runs if _follows(run[-1], line, leading)), None)
        if above is None:
            runs.append([line])
        else:
            above.append(line)
    for run in runs:
        yield from _zone(run)


def _follows(above: Rect, below: Rect, leading: float) -> bool:
    return (
        abs(above.left - below.left) <= SAME * leading
        and abs(above.right - below.right) <= SAME * leading
        and below.top - above.top <= PITCH * leading
    )


def _zone(run: Sequence[Rect]) -> Iterator[Rect]:
    if len(run) >= ROWS:
        yield enclosing(run)


def _with_edges(zone: Rect, region: Region, pieces: Sequence[Piece]) -> Rect:
    """Add the row over the first line and the one under the last, if cells stand there."""
    step = EDGE * region.leading
    for band in (
        Rect(zone.left, zone.top - step, zone.right, zone.top),
        Rect(zone.left, zone.bottom, zone.right, zone.bottom + step),
    ):
        cells = [
            cell
            for p in pieces
            if p.lines <= 2 and _has_cells(p, zone) and band.holds(p.rect.cx, p.rect.cy)
            for cell in _cells(p)
        ]
        for row in _rows(cells, region.body):
            if len(row) > 1:
                zone = zone.union(enclosing(cell.rect for cell in row))
    return zone


def _lists(pieces: Sequence[Piece], body: float) -> Iterator[Rect]:
    """Yield where two lists stand line by line: names left, results or pages right."""
    for right in pieces:
        if right.lines >= ROWS and max(len(x.text) for x in right.block.lines) <= RESULT:
            for left in pieces:
                if _line_by_line(left, right, body):
                    yield enclosing((left.rect, right.rect))


def _line_by_line(left: Piece, right: Piece, body: float) -> bool:
    """Whether every line of one piece has one of the other to its right."""
    return (
        left.lines == right.lines
        and left.rect.right < right.rect.left
        and left.block.container == right.block.container
        and all(
            abs(a.rect.cy - b.rect.cy) < LEVEL * body
            for a, b in zip(left.block.lines, right.block.lines, strict=True)
        )
    )


def _trimmed(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Drop what stands alone in its row over and under the table: its name, a note."""
    while rows and len(rows[0]) == 1:
        rows = rows[1:]
    while rows and len(rows[-1]) == 1:
        rows = rows[:-1]
    return rows


def _has_cells(piece: Piece, zone: Rect) -> bool:
    """Whether a piece is a cell, or cells under each other: short lines in small type."""
    longest = max(len(line.text) for line in piece.block.lines)
    return (
        longest <= CELL
        and piece.ratio < DISPLAY
        and (piece.lines == 1 or piece.rect.width < 0.6 * zone.width)
    )


def _cells(piece: Piece) -> Iterator[Cell]:
    return (Cell(piece, line) for line in piece.block.lines)


def _rows(cells: Iterable[Cell], body: float) -> Iterator[list[Cell]]:
    row: list[Cell] = []
    for cell in sorted(cells, key=lambda c: (c.rect.cy, c.rect.left)):
        if row and cell.rect.cy - row[0].rect.cy > ROW * body:
            yield sorted(row, key=lambda c: c.rect.left)
            row = []
        row.append(cell)
    if row:
        yield sorted(row, key=lambda c: c.rect.left)


def _as_row(cells: Sequence[Cell], number: int) -> Piece:
    first = cells[0].piece
    lines = tuple(cell.line for cell in cells)
    text = " ".join(line.text for line in lines)  # cells stay apart in Chinese, too
    block = replace(first.block.of_lines(lines), text=text)
    return replace(
        first,
        id=number,
        block=block,
        role=Role.TABLE,
        chars=sum(len(line.text) for line in lines),
        ends=ends_of(block),
    )


def table_chains(
    pieces: Iterable[Piece], heads: Sequence[Rect], body: float
) -> Iterator[tuple[Piece, ...]]:
    """Yield the rows of each table together: a table reads on in nothing else."""
    rows = by_columns(pieces, lambda p: p.rect, 4 * body)
    table: list[Piece] = []
    for row in rows:
        if table and not _same_table(table[-1], row, heads, body):
            yield tuple(table)
            table = []
        table.append(row)
    if table:
        yield tuple(table)


def _same_table(above: Piece, below: Piece, heads: Sequence[Rect], body: float) -> bool:
    parted = any(
        above.rect.cy < h.cy < below.rect.cy and h.overlap_x(below.rect) > 0 for h in heads
    )
    return not parted and (
        gap(above.rect, below.rect) < APART * body
        and above.rect.overlap_x(below.rect) > 0.5 * min(above.rect.width, below.rect.width)
        and above.block.container == below.block.container
    )
