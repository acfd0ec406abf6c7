"""Layout stage: take a page apart into regions of blocks, rules and boxes.

    spans ─writing→ columns ─lines→ lines ─measure→ type ─separators→ boxes ─blocks→ blocks

`find_layout` shows the order. Horizontal and vertical writing pass the same steps: a
vertical region is turned into its writing frame first.
"""

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


def find_layout(page: Page) -> Layout:
    """Return the regions of a page; each line of print is in exactly one block."""
    spans, columns = split_by_direction(page.spans)
    rows = build_lines(spans, page.rules)
    body = body_size([*rows, *columns])
    vertical, horizontal = _body_text(columns, body), _body_text(rows, body)
    if vertical > horizontal:
        return Layout(page=page, regions=(_region(page, columns, rows, turned=True),))
    if vertical < OWN_REGION:
        return Layout(page=page, regions=(_region(page, rows, columns, turned=False),))
    inside, outside = _part(columns, body)
    return Layout(
        page=page,
        regions=(
            _region(page, rows, outside, turned=False),
            _region(page, inside, (), turned=True),
        ),
    )


def _body_text(lines: Iterable[Line], body: float) -> int:
    return sum(len(line.text) for line in lines if is_body_size(line.size, body))


def _part(columns: Sequence[Line], body: float) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part columns that stand with vertical body text from lone vertical heads."""
    text = [c.rect.grow(3 * body, 2 * body) for c in columns if c.size < 1.2 * body]
    inside = tuple(c for c in columns if any(t.intersect(c.rect) is not None for t in text))
    kept = {id(c) for c in inside}
    return inside, tuple(c for c in columns if id(c) not in kept)


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
