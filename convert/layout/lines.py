"""Join spans into lines of print: one baseline inside one column."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from convert.direction import has_leftward, in_order, runs_leftward
from convert.geometry import enclosing
from convert.layout.rows import Walls, on_one_baseline, walls_of
from convert.layout.text import SPACE, spaced
from convert.layout.torn import join_torn
from convert.model import Line, Rule, Span
from convert.typeface import is_cjk

SAME_FLOW_GAP = 1.7
"""Widest gap inside a line, in em, if the file sets both sides in one run of text."""
OTHER_FLOW_GAP = 0.55
"""The same if it does not: half an em is a wide word space, more may be a gutter."""


def build_lines(
    spans: Sequence[Span], rules: Iterable[Rule], *, leftward: bool = False
) -> tuple[Line, ...]:
    """Join the spans of horizontal writing; drop caps and rotated spans stay alone.

    Args:
        spans: of one page, in its writing frame.
        rules: drawn lines, in the same frame.
        leftward: whether that is the page mirrored, to be read from right to left.
    """
    walls = walls_of(spans, rules)
    upright = [s for s in spans if s.angle == 0]
    rotated = [s for s in spans if s.angle != 0]
    runs = _join_rows(_join_in_file_order(upright, walls), walls)
    return (
        *(_line(_as_read(run, leftward=leftward)) for run in join_torn(runs, walls)),
        *(_line([s]) for s in rotated),
    )


def _as_read(run: list[Span], *, leftward: bool) -> list[Span]:
    """Put a run into the order of speech, where scripts of both directions may meet.

    The words of a leftward page are mirrored, so those that run rightward stand the
    wrong way round; on other pages it is the other way round.
    """
    if len(run) == 1 or not (leftward or any(has_leftward(s.text) for s in run)):
        return run
    shown = run[::-1] if leftward else run
    texts = [shown[0].text]
    for a, b in pairwise(shown):
        texts += [" " if _gap(a, b) > SPACE * max(a.size, b.size) else "", b.text]
    line_leftward = leftward or runs_leftward("".join(texts))
    return [shown[i // 2] for i in in_order(texts, leftward=line_leftward) if i % 2 == 0]


def _gap(a: Span, b: Span) -> float:
    """Between two spans, whichever stands first; negative: how far they overlap."""
    return max(b.rect.left - a.rect.right, a.rect.left - b.rect.right)


def _join_in_file_order(spans: Iterable[Span], walls: Walls) -> list[list[Span]]:
    """The file mostly sets a line from left to right: join what follows directly."""
    runs: list[list[Span]] = []
    for span in spans:
        if runs and _follows(runs[-1][-1], span, walls):
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _follows(a: Span, b: Span, walls: Walls) -> bool:
    size = max(a.size, b.size)
    if not on_one_baseline(a, b):
        return False
    gap = b.rect.left - a.rect.right
    if a.flow != b.flow or gap < -0.5 * size:
        return -0.4 * size <= gap <= 0.3 * size and not walls.is_edge(b.rect.left)
    wide = gap > 0.8 * size
    return (
        gap <= SAME_FLOW_GAP * size
        and not (wide and walls.is_edge(b.rect.left))
        and not (gap > 0.3 * size and walls.between(a, b))
    )


def _join_rows(runs: list[list[Span]], walls: Walls) -> list[list[Span]]:
    """Join the fragments of a line that stand apart in the file."""
    runs.sort(key=lambda run: (run[0].rect.bottom, run[0].rect.left))
    joined: list[list[Span]] = []
    row: list[list[Span]] = []
    for run in runs:
        if row and run[0].rect.bottom - row[0][0].rect.bottom > 0.2 * run[0].size:
            joined.extend(_join_row(row, walls))
            row = []
        row.append(run)
    joined.extend(_join_row(row, walls))
    return joined


def _join_row(row: list[list[Span]], walls: Walls) -> list[list[Span]]:
    row.sort(key=lambda run: run[0].rect.left)
    joined: list[list[Span]] = []
    for run in row:
        if joined and (
            _beside(joined[-1][-1], run[0], walls) or _letterspaced(joined[-1], run, walls)
        ):
            joined[-1].extend(run)
        else:
            joined.append(list(run))
    return joined


def _beside(a: Span, b: Span, walls: Walls) -> bool:
    gap = b.rect.left - a.rect.right
    size = max(a.size, b.size)
    limit = SAME_FLOW_GAP if a.flow == b.flow else OTHER_FLOW_GAP
    return (
        on_one_baseline(a, b)
        and -0.5 * size <= gap <= limit * size
        and not walls.between(a, b)
        and not (gap > 0.3 * size and walls.is_edge(b.rect.left))
    )


def _letterspaced(a: Sequence[Span], b: Sequence[Span], walls: Walls) -> bool:
    """Single glyphs of display type at one even distance are one spaced-out word."""
    last, nxt = a[-1], b[0]
    if len(last.text) > 2 or len(nxt.text) > 2 or not is_cjk(nxt.text[0]):
        return False
    gap = nxt.rect.left - last.rect.right
    if not on_one_baseline(last, nxt) or walls.between(last, nxt):
        return False
    if last.font != nxt.font or abs(last.size - nxt.size) > 0.1 * last.size:
        return False
    if len(a) > 1:
        before = last.rect.left - a[-2].rect.right
        return abs(gap - before) <= 0.35 * last.size
    return 0 <= gap <= 2.0 * last.size


def _line(spans: Sequence[Span]) -> Line:
    size = _main_size(spans)
    return Line(
        spans=tuple(spans),
        rect=enclosing(s.rect for s in spans),
        size=size,
        text=_text(spans),
    )


def _main_size(spans: Sequence[Span]) -> float:
    if len(spans) == 1:
        return spans[0].size
    weight: Counter[float] = Counter()
    for span in spans:
        weight[span.size] += len(span.text)
    return max(weight, key=lambda size: (weight[size], size))


def _text(spans: Sequence[Span]) -> str:
    gaps = [_gap(a, b) / max(a.size, b.size) for a, b in pairwise(spans)]
    return spaced([span.text for span in spans], gaps)
