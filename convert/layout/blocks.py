"""Join lines into blocks: runs of lines of one style in one column.

A line is joined to the nearest line below it when style, distance and column agree
and nothing is drawn between. Where a wide line meets two narrow ones the column
changes, so all three stay apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from convert.geometry import Rect, enclosing
from convert.layout.separators import innermost
from convert.layout.text import running_text
from convert.model import Block, Container, Line, Role, Rule
from convert.typeface import DISPLAY, family, family_of, is_body_size

SAME_SIZE = 1.12
"""Largest ratio of the sizes of two lines of one block."""
SLACK = 0.35
"""How much wider than usual the gap inside a block may be, in em."""
DISPLAY_GAP = 0.75
"""Widest gap between two lines of a headline, in em."""
WIDOW, INDENT = 4.0, 2.6
"""Widest last line of a paragraph that may end before the next one's indent, in em."""
OTHER_GAP = 0.35
"""Usual gap at least between two lines that are not of the body's size, in em."""
IN_COLUMN, TOGETHER = 0.3, 0.5
"""What two lines over each other share: em of type, and of the narrower line's width."""
CAP_SPACE = 1.2
"""The lines beside a drop cap begin within so many em of it."""
DROP_CAP = 1.75
"""A drop cap is larger than the line beside it by at least this factor."""


@dataclass(frozen=True, slots=True)
class Type:
    """The measures of a region's body type, in points."""

    body: float
    leading: float
    column: float


def build_blocks(
    lines: Iterable[Line],
    separators: Sequence[Rule],
    containers: Sequence[Container],
    measures: Type,
) -> tuple[Block, ...]:
    """Join `lines` into blocks, from top to bottom and left to right."""
    lines = _attach_drop_caps(sorted(lines, key=_place), measures.body)
    homes = [innermost(containers, line.rect.cx, line.rect.cy) for line in lines]
    below = _links(lines, homes, separators, measures)
    blocks = [
        Block(
            lines=tuple(lines[i] for i in run),
            rect=enclosing(lines[i].rect for i in run),
            role=Role.OTHER,
            text=running_text([lines[i] for i in run]),
            container=homes[run[0]],
        )
        for run in _runs(len(lines), below)
    ]
    return tuple(sorted(blocks, key=lambda b: (b.rect.top, b.rect.left)))


def _place(line: Line) -> tuple[float, float]:
    return line.rect.top, line.rect.left


def _links(
    lines: Sequence[Line],
    homes: Sequence[int | None],
    separators: Sequence[Rule],
    measures: Type,
) -> dict[int, int]:
    """Return line -> line below it of the same block."""
    rules = [r.rect for r in separators if r.horizontal]
    down: dict[int, list[int]] = defaultdict(list)
    up: dict[int, list[int]] = defaultdict(list)
    for i, a in enumerate(lines):
        reach = a.rect.bottom + _max_gap(a, measures)
        for j in range(i + 1, len(lines)):
            b = lines[j]
            if b.rect.top > reach:
                break
            if (
                b.rect.cy > a.rect.cy + 0.5 * min(a.size, b.size)
                and _in_one_column(a, b)
                and homes[i] == homes[j]
            ):
                down[i].append(j)
                up[j].append(i)
    return {
        i: j
        for i, lower in down.items()
        if (j := _only(lines, i, lower)) >= 0
        and _only(lines, j, up[j]) == i
        and _join(lines[i], lines[j], rules, measures)
    }


def _in_one_column(a: Line, b: Line) -> bool:
    """Whether two lines stand over each other; a widow ends before the indent below it."""
    if a.rect.overlap_x(b.rect) > IN_COLUMN * min(a.size, b.size):
        return True
    return _is_widow(a, b)


def _is_widow(a: Line, b: Line) -> bool:
    """Whether `a` is the short last line of a paragraph and `b` the next one's first."""
    return (
        a.rect.width < WIDOW * a.size
        and a.size == b.size
        and 0 <= b.rect.left - a.rect.left <= INDENT * a.size
        and b.rect.width > 2 * a.rect.width
    )


def _max_gap(line: Line, measures: Type) -> float:
    """How far below a line the next one of its block may begin, in points."""
    if line.size > DISPLAY * measures.body:
        return DISPLAY_GAP * line.size
    usual = measures.leading / measures.body - 1
    if not is_body_size(line.size, measures.body):
        usual = max(usual, OTHER_GAP)
    return (usual + SLACK) * line.size


def _only(lines: Sequence[Line], index: int, others: Sequence[int]) -> int:
    """The neighbour of a line; -1 if two stand side by side: the column changes."""
    rect = lines[index].rect
    nearest = min(
        others,
        key=lambda k: (abs(lines[k].rect.cy - rect.cy), -rect.overlap_x(lines[k].rect)),
    )
    near = lines[nearest]
    beside = [
        k
        for k in others
        if k != nearest
        and abs(lines[k].rect.cy - near.rect.cy) < 0.5 * near.size
        and lines[k].rect.overlap_x(near.rect) <= 0
        and is_body_size(lines[k].size, near.size)
    ]
    return -1 if beside else nearest


def _join(a: Line, b: Line, rules: Sequence[Rect], measures: Type) -> bool:
    """Whether two lines over each other are of one size, style and column, without a rule."""
    small, large = sorted((a.size, b.size))
    if large > SAME_SIZE * small:
        return False
    common = a.rect.overlap_x(b.rect)
    if common < TOGETHER * min(a.rect.width, b.rect.width) and not _is_widow(a, b):
        return False
    display = large > DISPLAY * measures.body
    if not (_same_style(a, b, display=display) or (not display and _ends_in_bold(a, b))):
        return False
    return not any(
        a.rect.cy < r.cy < b.rect.cy and r.overlap_x(a.rect) > 0 and r.overlap_x(b.rect) > 0
        for r in rules
    )


def _ends_in_bold(a: Line, b: Line) -> bool:
    """Whether a bold line is the end of the sentence above it: a name, a word that counts."""
    return (
        b.bold
        and not a.bold
        and family(a) == family(b)
        and b.text.endswith(".")
        and a.text[-1:].isalnum()
        and not b.text[:1].isdigit()
    )


def _same_style(a: Line, b: Line, *, display: bool) -> bool:
    """Lines of one block share a face: a run-in head or name may stand beside it."""
    alike = (family(a), a.bold, a.italic, _color(a)) == (
        family(b),
        b.bold,
        b.italic,
        _color(b),
    )
    if display and (alike or min(len(a.spans), len(b.spans)) == max(len(a.spans), len(b.spans))):
        return alike
    return not _faces(a).isdisjoint(_faces(b))


def _faces(line: Line) -> set[tuple[str, bool]]:
    """The families and weights of a line: of most of it, and of all that is no single glyph.

    A column of vertical text is all single glyphs, its numbers in another font.
    """
    if len(line.spans) == 1:
        return {(family_of(line.spans[0].font), line.spans[0].bold)}
    parts = (s for s in line.spans if line.vertical or len(s.text) > 1)
    faces = {(family_of(s.font), s.bold) for s in parts}
    return faces | {(family(line), line.bold)}


def _color(line: Line) -> int:
    return max(line.spans, key=lambda s: len(s.text)).color


def _runs(count: int, below: dict[int, int]) -> list[list[int]]:
    """Return the lines of each block, by their numbers."""
    heads = set(range(count)) - set(below.values())
    runs = []
    for start in sorted(heads):
        run = [start]
        while run[-1] in below:
            run.append(below[run[-1]])
        runs.append(run)
    return runs


def _attach_drop_caps(lines: Sequence[Line], body: float) -> list[Line]:
    """Set each drop cap before the first line to its right."""
    caps = [
        line
        for line in lines
        if len(line.text) <= 2 and line.size > DROP_CAP * body and line.text[:1].isalnum()
    ]
    kept = {id(line): line for line in lines}
    for cap in caps:
        first = _beside_cap(cap, lines, body)
        if first is None:
            continue
        rect = Rect(
            cap.rect.left,
            first.rect.top,
            max(first.rect.right, cap.rect.right),
            first.rect.bottom,
        )
        kept[id(first)] = replace(
            first,
            spans=cap.spans + first.spans,
            rect=rect,
            text=cap.text + first.text,
        )
        del kept[id(cap)]
    return sorted(kept.values(), key=_place)


def _beside_cap(cap: Line, lines: Sequence[Line], body: float) -> Line | None:
    """The first of the lines of body type that stand to the right of a drop cap."""
    right = [
        line
        for line in lines
        if is_body_size(line.size, body)
        and len(line.text) > 4
        and -0.5 * body <= line.rect.left - cap.rect.right <= CAP_SPACE * body
        and cap.rect.top - 0.3 * cap.size <= line.rect.cy <= cap.rect.bottom
    ]
    if len(right) < 2:
        return None
    return min(right, key=lambda line: line.rect.top)
