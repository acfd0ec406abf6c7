"""Tables: cells that stand in rows between rules or on stripes become one piece a row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from convert.articles.flow import ends_of
from convert.articles.pieces import Piece
from convert.geometry import Rect, enclosing
from convert.model import Line, Region, Role
from convert.typeface import DISPLAY

ROWS = 3
"""A table has at least so many rules or stripes at one distance."""
PITCH = 3.4
"""They follow each other within this many line distances."""
CELL = 60
"""Characters of a cell at most."""
SAME = 3.0
"""Rules of one table begin and end at one place, give or take so many points."""
NEW = 200_000
"""Ids of rows are their first cell's id plus this."""


def tables_as_rows(region: Region, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with the cells of each table joined into its rows."""
    kept = list(pieces)
    for zone in find_tables(region, pieces):
        cells = [p for p in kept if _is_cell(p) and zone.holds(p.rect.cx, p.rect.cy)]
        rows = list(_rows(cells, region.body))
        if sum(len(row) > 1 for row in rows) < ROWS:
            continue
        ids = {p.id for p in cells}
        kept = [p for p in kept if p.id not in ids] + [_as_row(row) for row in rows]
    return tuple(kept)


def find_tables(region: Region, pieces: Sequence[Piece]) -> tuple[Rect, ...]:
    """Return where tables may stand: between even rules, on even stripes, with heads."""
    stripes = [
        Rect(c.rect.left, c.rect.cy, c.rect.right, c.rect.cy)
        for c in region.containers
        if c.fill is not None and c.rect.height < PITCH * region.leading
    ]
    rules = [s.rect for s in region.separators if s.horizontal]
    zones = [*_even(rules, region.leading), *_even(stripes, region.leading)]
    return tuple(_with_edges(zone, region, pieces) for zone in zones)


def _even(lines: Iterable[Rect], leading: float) -> Iterator[Rect]:
    """Yield the zones of lines of one width that follow each other closely."""
    ordered = sorted(lines, key=lambda r: (round(r.left / SAME), round(r.right / SAME), r.top))
    run: list[Rect] = []
    for line in ordered:
        if run and not _follows(run[-1], line, leading):
            yield from _zone(run)
            run = []
        run.append(line)
    yield from _zone(run)


def _follows(above: Rect, below: Rect, leading: float) -> bool:
    return (
        abs(above.left - below.left) <= SAME
        and abs(above.right - below.right) <= SAME
        and below.top - above.top <= PITCH * leading
    )


def _zone(run: Sequence[Rect]) -> Iterator[Rect]:
    if len(run) >= ROWS:
        yield enclosing(run)


def _with_edges(zone: Rect, region: Region, pieces: Sequence[Piece]) -> Rect:
    """Add the row over the first line and the one under the last, if cells stand there."""
    step = 2.2 * region.leading
    for band in (
        Rect(zone.left, zone.top - step, zone.right, zone.top),
        Rect(zone.left, zone.bottom, zone.right, zone.bottom + step),
    ):
        cells = [p for p in pieces if _is_cell(p) and band.holds(p.rect.cx, p.rect.cy)]
        for row in _rows(cells, region.body):
            if len(row) > 1:
                zone = zone.union(enclosing(p.rect for p in row))
    return zone


def _is_cell(piece: Piece) -> bool:
    return piece.chars <= CELL and piece.lines <= 2 and piece.ratio < DISPLAY


def _rows(cells: Iterable[Piece], body: float) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    for cell in sorted(cells, key=lambda p: (p.rect.cy, p.rect.left)):
        if row and cell.rect.cy - row[0].rect.cy > 0.6 * body:
            yield sorted(row, key=lambda p: p.rect.left)
            row = []
        row.append(cell)
    if row:
        yield sorted(row, key=lambda p: p.rect.left)


def _as_row(cells: Sequence[Piece]) -> Piece:
    first = cells[0]
    lines: tuple[Line, ...] = tuple(line for cell in cells for line in cell.block.lines)
    block = replace(
        first.block,
        lines=lines,
        rect=enclosing(line.rect for line in lines),
        text=" ".join(cell.block.text for cell in cells),
    )
    return replace(
        first,
        id=first.id + NEW,
        block=block,
        role=Role.TABLE,
        chars=sum(cell.chars for cell in cells),
        ends=ends_of(block),
    )


def table_chains(pieces: Iterable[Piece], body: float) -> Iterator[tuple[Piece, ...]]:
    """Yield the rows of each table together: a table reads on in nothing else."""
    rows = sorted(pieces, key=lambda p: (round(p.rect.left / (4 * body)), p.rect.top))
    table: list[Piece] = []
    for row in rows:
        if table and not _same_table(table[-1], row, body):
            yield tuple(table)
            table = []
        table.append(row)
    if table:
        yield tuple(table)


def _same_table(above: Piece, below: Piece, body: float) -> bool:
    return (
        below.rect.top - above.rect.bottom < 4 * body
        and above.rect.overlap_x(below.rect) > 0.5 * min(above.rect.width, below.rect.width)
        and above.block.container == below.block.container
    )
