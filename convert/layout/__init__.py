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
from convert.layout.separators import find_containers, find_separators, innermost
from convert.layout.ways import letters_of, part_images, part_lines, running
from convert.layout.writing import split_by_direction
from convert.model import Block, Container, Layout, Line, Page, Region, Role, Rule, Span

OWN_REGION = 120
"""Characters of body text in the other direction that make a region of their own."""


def find_layout(page: Page) -> Layout:
    """Return the regions of a page; each line of print is in exactly one block."""
    spans, columns = split_by_direction(page.spans, page.rules)
    level = _level(page, spans)
    upright = WritingFrame(Writing.DOWNWARD, page.width)
    rows = _rows(spans, page.rules, level)
    body = body_size([*rows, *columns])
    across, down = rows, columns
    if min(letters_of(across), letters_of(down)) >= OWN_REGION:
        across, down = running(rows, body), running(columns, body)
    if min(letters_of(across), letters_of(down)) < OWN_REGION:
        if letters_of(down) > letters_of(across):
            return Layout(page=page, regions=(_region(page, columns, rows, upright, level),))
        return Layout(page=page, regions=(_region(page, rows, columns, level, upright),))
    rows_here, rows_there = part_lines(rows, across, down)
    columns_there, columns_here = part_lines(columns, down, across)
    here, there = part_images(page.images, across, down)
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
    blocks = [
        *build_blocks(
            [line for line in along if not _is_tilted(line)], separators, containers, measures
        ),
        *(_alone(line, containers) for line in along if _is_tilted(line)),
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


def _is_tilted(line: Line) -> bool:
    return any(s.angle for s in line.spans)


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
