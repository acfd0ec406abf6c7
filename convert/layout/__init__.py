"""Layout stage: take a page apart into regions of blocks, rules and boxes.

    spans ─writing→ columns ─lines→ lines ─measure→ type ─separators→ boxes ─blocks→ blocks

`find_layout` shows the order. All writing passes the same steps: a vertical region is
turned into its writing frame first, one that runs from right to left is mirrored.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from convert.direction import runs_leftward
from convert.geometry import Rect, Writing, WritingFrame
from convert.layout.blocks import Type, build_blocks
from convert.layout.lines import build_lines
from convert.layout.measure import body_size, column_width, leading
from convert.layout.separators import (
    find_containers,
    find_separators,
    innermost,
)
from convert.layout.writing import split_by_direction
from convert.model import (
    Block,
    Container,
    Layout,
    Line,
    Page,
    Region,
    Role,
    Rule,
    Span,
)
from convert.typeface import is_body_size

OWN_REGION = 120
"""Characters of body text in the other direction that make a region of their own."""
OWN_WAY = 4.0
"""Type is read with text of its own direction unless other text is closer by this factor."""


def find_layout(page: Page) -> Layout:
    """Return the regions of a page; each line of print is in exactly one block."""
    spans, columns = split_by_direction(page.spans)
    level = _level(page, spans)
    upright = WritingFrame(Writing.DOWNWARD, page.width)
    rows = _rows(spans, page.rules, level)
    body = body_size([*rows, *columns])
    across, down = _running(rows, body), _running(columns, body)
    if _letters(down) < OWN_REGION or _letters(across) < OWN_REGION:
        if _letters(down) > _letters(across):
            return Layout(page=page, regions=(_region(page, columns, rows, upright, level),))
        return Layout(page=page, regions=(_region(page, rows, columns, level, upright),))
    rows_here, rows_there = _part(rows, across, down)
    columns_there, columns_here = _part(columns, down, across)
    here = tuple(i for i in page.images if _distance(i.rect, across) <= _distance(i.rect, down))
    there = tuple(i for i in page.images if i not in here)
    return Layout(
        page=page,
        regions=(
            _region(replace(page, images=here), rows_here, columns_here, level, upright),
            _region(replace(page, images=there), columns_there, rows_there, upright, level),
        ),
    )


def _level(page: Page, spans: Iterable[Span]) -> WritingFrame:
    """Return the writing frame of the horizontal text of a page."""
    leftward = runs_leftward("".join([span.text for span in spans if not span.angle]))
    return WritingFrame(Writing.LEFTWARD if leftward else Writing.RIGHTWARD, page.width)


def _rows(spans: Sequence[Span], rules: Iterable[Rule], frame: WritingFrame) -> tuple[Line, ...]:
    """Join spans of horizontal writing to lines, as they stand in their writing frame."""
    if frame.writing is Writing.RIGHTWARD:
        return build_lines(spans, rules)
    placed = [replace(span, rect=frame.into(span.rect)) for span in spans]
    own = {id(there): span for there, span in zip(placed, spans, strict=True)}
    walls = [Rule(rect=frame.into(rule.rect)) for rule in rules]
    return tuple(
        replace(line, rect=frame.back(line.rect), spans=tuple(own[id(span)] for span in line.spans))
        for line in build_lines(placed, walls, leftward=True)
    )


def _letters(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _running(lines: Sequence[Line], body: float) -> tuple[Line, ...]:
    """Return the lines of running text: of body size, with others beside them."""
    level = [line for line in lines if is_body_size(line.size, body)]
    return tuple(
        line
        for line in level
        if len(line.text) > 3 and sum(_side_by_side(line, other, body) for other in level) > 1
    )


def _side_by_side(a: Line, b: Line, body: float) -> bool:
    """Whether two lines follow each other in one paragraph, in either direction."""
    if a.vertical:
        step, common = abs(a.rect.cx - b.rect.cx), a.rect.overlap_y(b.rect)
        return 0.8 * body < step < 4.4 * body and common > 0.5 * min(a.rect.height, b.rect.height)
    step, common = abs(a.rect.cy - b.rect.cy), a.rect.overlap_x(b.rect)
    return 0.8 * body < step < 4.4 * body and common > 0.5 * min(a.rect.width, b.rect.width)


def _part(
    lines: Sequence[Line], near: Sequence[Line], far: Sequence[Line]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part lines by the running text they stand closest to: (to `near`, to `far`).

    `near` runs in their own direction: text of the other one must be much closer.
    """
    own = {id(line) for line in near}
    here = tuple(
        line
        for line in lines
        if id(line) in own or _distance(line.rect, near) <= OWN_WAY * _distance(line.rect, far)
    )
    kept = {id(line) for line in here}
    return here, tuple(line for line in lines if id(line) not in kept)


def _distance(rect: Rect, lines: Iterable[Line]) -> float:
    """From a place to the nearest of the lines, in points."""
    return min(
        max(0.0, -rect.overlap_x(line.rect)) + max(0.0, -rect.overlap_y(line.rect))
        for line in lines
    )


def _into(frame: WritingFrame, line: Line) -> Line:
    return replace(line, rect=frame.into(line.rect))


def _region(
    page: Page,
    lines: Sequence[Line],
    across: Sequence[Line],
    frame: WritingFrame,
    other: WritingFrame,
) -> Region:
    """Build one region; `across` are lines that run against it, in the other frame."""
    along = [_into(frame, line) for line in lines]
    every = [*along, *(_into(frame, line) for line in across)]
    body = body_size(along)
    measures = Type(body, leading(along, body), column_width(along, body))
    sheet = frame.into(Rect(0, 0, page.width, page.height))
    boxes = [replace(box, rect=frame.into(box.rect)) for box in page.boxes]
    pictures = [replace(image, rect=frame.into(image.rect)) for image in page.images]
    separators = find_separators(
        [Rule(rect=frame.into(rule.rect)) for rule in page.rules], every, body
    )
    containers = find_containers(boxes, every, sheet)
    level = [line for line in along if not any(s.angle for s in line.spans)]
    tilted = [line for line in along if any(s.angle for s in line.spans)]
    blocks = [
        *build_blocks(level, separators, containers, measures),
        *(_alone(line, containers) for line in tilted),
        *_against(across, frame, other, containers, measures),
    ]
    return Region(
        frame=frame,
        width=sheet.width,
        height=sheet.height,
        body=measures.body,
        leading=measures.leading,
        column=measures.column,
        blocks=tuple(blocks),
        separators=separators,
        containers=containers,
        pictures=tuple(pictures),
    )


def _alone(line: Line, containers: Sequence[Container]) -> Block:
    return Block(
        lines=(line,),
        rect=line.rect,
        role=Role.OTHER,
        text=line.text,
        container=innermost(containers, line.rect.cx, line.rect.cy),
    )


def _against(
    lines: Sequence[Line],
    frame: WritingFrame,
    own: WritingFrame,
    containers: Sequence[Container],
    measures: Type,
) -> Iterator[Block]:
    """Build the blocks of lines that run against a region, in their own frame."""
    for block in build_blocks([_into(own, line) for line in lines], (), (), measures):
        rect = frame.into(own.back(block.rect))
        yield replace(
            block,
            rect=rect,
            lines=tuple(
                replace(line, rect=frame.into(own.back(line.rect))) for line in block.lines
            ),
            container=innermost(containers, rect.cx, rect.cy),
        )
