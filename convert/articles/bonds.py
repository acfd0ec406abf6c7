"""What binds the parts of an article: a head to its text, one run of text to another.

Every score says how well two parts go together, in the unit of the weights; 0 says that
nothing does. `convert.articles.grouping` makes articles of them.
"""

from convert.articles.chains import Chain, Surroundings
from convert.articles.columns import cut, shares, walled
from convert.articles.flow import continuity
from convert.articles.heads import Head
from convert.articles.pieces import Piece
from convert.geometry import Rect, enclosing

BESIDE, NEXT = 6.0, 0.7
"""The text beside a head begins this close to it, in em, or within this share of a column."""


def head_worth(head: Head, chain: Chain, around: Surroundings, alone: frozenset[int]) -> float:
    """How well a head opens a chain; `alone` are the boxes that hold one head only."""
    first = chain[0]
    if head.container != first.block.container:
        return 0.0
    bond = around.weights.bond
    if head.container in alone:
        return bond.one_box
    if head.vertical:
        return _vertical_worth(head, chain, around)
    place = around.places[first.id]
    ids = head.ids
    rect = head.rect
    if place.under in ids:
        gap = (first.rect.top - rect.bottom) / around.body
        worth = bond.first_column if place.first else bond.column
        worth += bond.head_gap * max(0.0, gap - 2)
        if cut(rect, first.rect, around.rows):
            worth += bond.head_ruled
        return worth + _in_midst(first, around)
    if any(around.places[p.id].under in ids for p in chain):
        return bond.later_column
    hull = enclosing(p.rect for p in chain)
    if len(chain) > 1 and hull.contains(rect, around.body):
        return bond.around_head
    if place.head in ids:
        return bond.far_head
    return _beside_worth(head, first, around)


def _in_midst(first: Piece, around: Surroundings) -> float:
    """Text that does not begin like a story speaks against a head right over it."""
    opens = first.ends.indent if first.ends.cjk else not first.ends.lower
    return 0.0 if opens else around.weights.bond.in_midst


def _beside_worth(head: Head, first: Piece, around: Surroundings) -> float:
    """A head without text of its own below, left of the columns that it opens."""
    rect, place = head.rect, around.places[first.id]
    if place.under is not None or any(p.under in head.ids for p in around.places.values()):
        return 0.0
    gap = (first.rect.left - rect.right) / around.body
    level = rect.overlap_y(first.rect) > 0.4 * min(rect.height, first.rect.height)
    bond = around.weights.bond
    close = -1 < gap < max(BESIDE, NEXT * around.column / around.body)
    return bond.beside + bond.beside_gap * max(0.0, gap) if close and level else 0.0


def _vertical_worth(head: Head, chain: Chain, around: Surroundings) -> float:
    rect, body = around.strips.get(head.main.id, head.rect), around.body
    bond, best = around.weights.bond, 0.0
    for piece in chain:
        gap = max(rect.left, piece.rect.left) - min(rect.right, piece.rect.right)
        common = rect.overlap_y(piece.rect) / max(1.0, min(rect.height, piece.rect.height))
        if gap < 4 * body and common > 0.5:
            best = max(best, bond.upright + bond.upright_gap * max(0.0, gap / body - 1))
        below = (piece.rect.top - rect.bottom) / body
        if -1 < below < 7 and shares(piece.rect, rect) > 0.5 and piece is chain[0]:
            best = max(best, bond.under_upright - 0.1 * below + _in_midst(piece, around))
    return best


def chain_worth(a: Chain, b: Chain, around: Surroundings, closed: frozenset[int]) -> float:
    """How well chain `b` goes on where chain `a` ends, as parts of one article.

    `closed` are the boxes that hold at most one head: all their text is one article.
    """
    last, first = a[-1], b[0]
    if last.block.container != first.block.container:
        return 0.0
    if last.block.container is not None and last.block.container in closed:
        return around.weights.bond.closed_box
    place = around.places[first.id]
    if place.under is not None or not 0.85 < last.ratio / first.ratio < 1.18:
        return 0.0
    near = _adjacent(last.rect, first.rect, around)
    if near <= 0:
        return 0.0
    text = continuity(last.ends, first.ends, around.weights.flow)
    return near + around.weights.bond.reads_on * text


def _adjacent(a: Rect, b: Rect, around: Surroundings) -> float:
    bond = around.weights.bond
    if shares(a, b) > 0.5 and b.top >= a.bottom - around.body:
        gap = (b.top - a.bottom) / around.body
        return 0.0 if cut(a, b, around.rows) else bond.below + bond.below_gap * gap
    gap = (b.left - a.right) / around.body
    if -1 < gap < 4 and a.overlap_y(b) > -2 * around.body:
        return 0.0 if walled(a, b, around.walls) else bond.next_column
    return 0.0
