"""Layout stage: take a page apart into regions of blocks, rules and boxes.

    spans ─writing→ columns ─lines→ lines ─measure→ type ─separators→ boxes ─blocks→ blocks

`find_layout` shows the order. Horizontal and vertical writing pass the same steps: a
vertical region is turned into its writing frame first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from convert.geometry import Rect
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
)
from convert.typeface import is_body_size

OWN_REGION = 120
"""Characters of body text in the other direction that make a region of their own."""
OWN_WAY = 4.0
"""Type is read with text of its own direction unless other text is closer by this factor."""


def find_layout(page: Page) -> Layout:
    """Return the regions of a page; each line of print is in exactly one block."""
    spans, columns = split_by_direction(page.spans)
    rows = build_lines(spans, page.rules)
    body = body_size([*rows, *columns])
    across, down = tuple(rows), tuple(columns)
    if min(_letters(across), _letters(down)) >= OWN_REGION:
        across, down = _running(rows, body), _running(columns, body)
    if _letters(down) < OWN_REGION or _letters(across) < OWN_REGION:
        if _letters(down) > _letters(across):
            return Layout(page=page, regions=(_region(page, columns, rows, turned=True),))
        return Layout(page=page, regions=(_region(page, rows, columns, turned=False),))
    rows_here, rows_there = _part(rows, across, down)
    columns_there, columns_here = _part(columns, down, across)
    here = tuple(i for i in page.images if _distance(i.rect, across) <= _distance(i.rect, down))
    there = tuple(i for i in page.images if i not in here)
    return Layout(
        page=page,
        regions=(
            _region(replace(page, images=here), rows_here, columns_here, turned=False),
            _region(replace(page, images=there), columns_there, rows_there, turned=True),
        ),
    )


def _letters(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _running(lines: Sequence[Line], body: float) -> tuple[Line, ...]:
    """Return the lines of running text: of body size, with others beside them."""
    level = [x for x in lines if is_body_size(x.size, body) and len(x.text) > 3]
    level.sort(key=_across)
    near: dict[int, int] = defaultdict(int)
    for i, line in enumerate(level):
        for other in level[i + 1 :]:
            if _across(other) - _across(line) > 4.4 * body:
                break
            if _side_by_side(line, other, body):
                near[id(line)] += 1
                near[id(other)] += 1
    return tuple(line for line in level if near[id(line)] > 1)


def _across(line: Line) -> float:
    """Where a line stands across its direction."""
    return line.rect.cx if line.vertical else line.rect.cy


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


@dataclass(frozen=True, slots=True)
class _Frame:
    """Maps page space into a writing frame and back."""

    turned: bool
    width: float
    """Of the page."""

    def rect(self, rect: Rect) -> Rect:
        return rect.turned(self.width) if self.turned else rect

    def back(self, rect: Rect) -> Rect:
        return rect.unturned(self.width) if self.turned else rect

    def line(self, line: Line) -> Line:
        return replace(line, rect=self.rect(line.rect)) if self.turned else line


def _region(page: Page, lines: Sequence[Line], across: Sequence[Line], *, turned: bool) -> Region:
    """Build one region; `across` are lines that run against its direction."""
    frame = _Frame(turned, page.width)
    along = [frame.line(line) for line in lines]
    every = [*along, *(frame.line(line) for line in across)]
    body = body_size(along)
    measures = Type(body, leading(along, body), column_width(along, body))
    sheet = frame.rect(Rect(0, 0, page.width, page.height))
    boxes = [replace(box, rect=frame.rect(box.rect)) for box in page.boxes]
    pictures = [replace(image, rect=frame.rect(image.rect)) for image in page.images]
    separators = find_separators(
        [Rule(rect=frame.rect(rule.rect)) for rule in page.rules], every, body
    )
    containers = find_containers(boxes, every, sheet)
    level = [line for line in along if not any(s.angle for s in line.spans)]
    tilted = [line for line in along if any(s.angle for s in line.spans)]
    blocks = [
        *build_blocks(level, separators, containers, measures),
        *(_alone(line, containers) for line in tilted),
        *_against(across, frame, containers, measures),
    ]
    return Region(
        turned=turned,
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
    frame: _Frame,
    containers: Sequence[Container],
    measures: Type,
) -> Iterator[Block]:
    """Build the blocks of lines that run against a region, in their own frame."""
    own = _Frame(not frame.turned, frame.width)
    for block in build_blocks([own.line(line) for line in lines], (), (), measures):
        rect = frame.rect(own.back(block.rect))
        yield replace(
            block,
            rect=rect,
            lines=tuple(
                replace(line, rect=frame.rect(own.back(line.rect))) for line in block.lines
            ),
            container=innermost(containers, rect.cx, rect.cy),
        )
