"""Reading chains: which piece of running text goes on in which.

Each piece has at most one successor and one predecessor. All pairs are scored by place
and by text, and the best set of pairs is found at once, as a matching of successors
(after Gao, Tang, Lin and Wang, "Newspaper article reconstruction using ant colony
optimization and bipartite graph", Applied Soft Computing 2013), where ending a chain
is an option of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from lap import lapjv

from convert.articles.columns import Place, covers, cut, empty, shares
from convert.articles.flow import continuity
from convert.articles.pieces import Piece
from convert.articles.stands import count_columns
from convert.articles.weights import Weights
from convert.geometry import Rect
from convert.model import Role

Chain = tuple[Piece, ...]
"""Pieces of running text in reading order."""
_NEVER = -9.0
PAST = 0.8
"""Text above and below an inset shares this much of its width."""
MIDST = 1.4
"""A text score that only a sentence running on can reach."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that the score of two pieces looks at."""

    texts: Sequence[Piece]
    heads: Sequence[Piece]
    places: dict[int, Place]
    rows: tuple[Rect, ...]
    """Horizontal rules."""
    walls: tuple[Rect, ...]
    """Upright rules."""
    pictures: tuple[Rect, ...]
    """Those that are not the ground of text."""
    passed: tuple[Rect, ...]
    """Those of them that a column is read past."""
    body: float
    column: float
    weights: Weights
    strips: Mapping[int, Rect] = field(default_factory=dict)
    """How far heads that run against the text reach, by the id of the headline."""
    column_rules: bool = False
    """Whether rules stand between the columns of one story: rows (段) have them always."""


def find_chains(around: Surroundings) -> tuple[Chain, ...]:
    """Return the chains of all texts; each text is in exactly one."""
    texts = around.texts
    if not texts:
        return ()
    scores = np.full((len(texts), len(texts)), _NEVER)
    for i, a in enumerate(texts):
        for j, b in enumerate(texts):
            if i != j and a.block.container == b.block.container:
                scores[i, j] = _score(a, b, around)
    return _assemble(texts, _match(scores, around.weights.order.keep))


def _match(scores: np.ndarray, keep: float) -> dict[int, int]:
    """Return i -> j of the best matching in which every pair beats ending the chain."""
    n = len(scores)
    cost = np.zeros((n, 2 * n))
    cost[:, :n] = -scores
    cost[:, n:] = -keep
    _, successors, _ = lapjv(cost, extend_cost=True)
    pairs = {i: int(j) for i, j in enumerate(successors) if 0 <= j < n and scores[i, j] > keep}
    return _without_cycles(pairs, scores)


def _without_cycles(pairs: dict[int, int], scores: np.ndarray) -> dict[int, int]:
    for start in sorted(pairs):
        path, at = [start], start
        while at in pairs:
            at = pairs[at]
            if at == start:
                weakest = min(path, key=lambda i: scores[i, pairs[i]])
                del pairs[weakest]
                break
            if at in path:
                break
            path.append(at)
    return pairs


def _assemble(texts: Sequence[Piece], pairs: dict[int, int]) -> tuple[Chain, ...]:
    starts = [i for i in range(len(texts)) if i not in set(pairs.values())]
    chains = []
    for start in starts:
        run = [start]
        while run[-1] in pairs:
            run.append(pairs[run[-1]])
        chains.append(tuple(texts[i] for i in run))
    return tuple(chains)


def _score(a: Piece, b: Piece, around: Surroundings) -> float:
    order = around.weights.order
    if not 0.8 < a.ratio / b.ratio < 1.25:
        return _NEVER
    if around.places[b.id].above == a.id:
        place = _down(a, b, around)
    elif b.rect.left > a.rect.cx and b.rect.left > a.rect.right - around.body:
        place = _right(a, b, around)
    elif _stands_past_inset(a, b, around):
        place = order.down
    else:
        return _NEVER
    if place <= _NEVER:
        return _NEVER
    alike = a.family == b.family or Role.SUBHEAD in (a.role, b.role)
    style = 0.0 if alike else order.other_style
    text = _reads_on(a, b, around)
    if text >= MIDST and not b.ends.cjk and around.places[b.id].above != a.id:
        place += _midst(a, b, around)
    return place + style + text


def _stands_past_inset(a: Piece, b: Piece, around: Surroundings) -> bool:
    """Whether text runs on, mid-sentence, below other type that stands in its column."""
    if a.family != b.family or b.rect.top < a.rect.bottom or shares(a.rect, b.rect) < PAST:
        return False
    if _reads_on(a, b, around) < MIDST:
        return False
    between = (
        t for t in around.texts if a.rect.cy < t.rect.cy < b.rect.cy and shares(t.rect, b.rect) > 0
    )
    return all(t.family != a.family for t in between)


def _midst(a: Piece, b: Piece, around: Surroundings) -> float:
    """Text that begins in the midst of a sentence is nobody's first column."""
    mine, other = around.places[a.id], around.places[b.id]
    return -0.65 * (min(0.0, _by_heads(a, b, mine, other, around)) + _higher(b, mine, around))


def _reads_on(a: Piece, b: Piece, around: Surroundings) -> float:
    """What the text says; a subhead between two paragraphs says nothing."""
    if Role.SUBHEAD in (a.role, b.role):
        return 0.0
    return continuity(a.ends, b.ends, around.weights.flow)


def _down(a: Piece, b: Piece, around: Surroundings) -> float:
    order = around.weights.order
    gap = empty(a.rect, b.rect, around.passed) / around.body
    score = order.down + order.down_gap * min(gap, 40)
    between = Rect(b.rect.left, a.rect.bottom, b.rect.right, max(a.rect.bottom, b.rect.top))
    for head in around.heads:
        if (
            head.block.container == b.block.container
            and between.top - 1 <= head.rect.cy <= between.bottom + 1
            and (covers(head.rect, b.rect) > 0.35)
        ):
            score += order.over_head
            break
    if cut(a.rect, b.rect, around.rows):
        score += order.over_rule
    return score


def _right(a: Piece, b: Piece, around: Surroundings) -> float:
    order = around.weights.order
    gutter = max(0.0, b.rect.left - a.rect.right - 2.5 * around.body) / around.column
    if b.rect.top > a.rect.bottom + 2 * around.body or gutter > 4:
        return _NEVER
    mine, other = around.places[a.id], around.places[b.id]
    score = order.right + order.right_gap * gutter
    score += order.skipped * _columns_between(a, b, around)
    one_head = mine.head is not None and mine.head == other.head
    if _wall_between(a.rect, b.rect, around.walls):
        score += order.column_rule if one_head or around.column_rules else order.wall
    if not other.roof:
        score += order.not_top
    if not mine.floor:
        score += order.not_bottom
    if abs(a.rect.top - b.rect.top) < 0.7 * around.body:
        score += order.level
    score += _higher(b, mine, around)
    return score + _by_heads(a, b, mine, other, around)


def _higher(b: Piece, mine: Place, around: Surroundings) -> float:
    """A story seldom goes on higher than it began."""
    order = around.weights.order
    head = next((h for h in around.heads if h.id == mine.head), None)
    begin = mine.begin if head is None else min(mine.begin, head.rect.top)
    rise = (begin - b.rect.top) / around.body
    return max(order.higher * rise, order.highest) if rise > 2 else 0.0


def _by_heads(a: Piece, b: Piece, mine: Place, other: Place, around: Surroundings) -> float:
    order = around.weights.order
    if mine.head is not None and mine.head == other.head:
        return order.same_head
    if other.under is not None:
        return order.first_under_head if other.first else order.under_head
    if mine.head is not None:
        head = next(h for h in around.heads if h.id == mine.head)
        if b.rect.top < head.rect.top - around.body:
            return order.above_head
    return 0.0


def _columns_between(a: Piece, b: Piece, around: Surroundings) -> int:
    between = [
        t.rect
        for t in around.texts
        if t.rect.left > a.rect.right - around.body
        and t.rect.right < b.rect.left + around.body
        and t.rect.overlap_y(b.rect) > 2 * around.body
        and t.block.container == a.block.container
        and shares(t.rect, a.rect) <= 0
    ]
    return count_columns(between, around.body)


def _wall_between(a: Rect, b: Rect, walls: Sequence[Rect]) -> bool:
    top, bottom = max(a.top, b.top), min(a.bottom, b.bottom)
    return any(
        a.right - 2 <= w.cx <= b.left + 2
        and min(bottom, w.bottom) - max(top, w.top) > 0.3 * max(bottom - top, 1.0)
        for w in walls
    )
