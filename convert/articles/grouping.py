"""Gather heads, chains and boxes into articles.

Every chain of text is offered to every head and to every other chain; the offers are
taken in the order of their worth, as long as no article gets two heads. What has no
head and no neighbour that wants it stays an article of its own.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from convert.articles.chains import Chain, Surroundings
from convert.articles.columns import cut, shares
from convert.articles.flow import continuity
from convert.articles.heads import Head
from convert.articles.pieces import Piece
from convert.geometry import Rect, enclosing
from convert.model import Role

STORY = 200
"""Characters of running text that make a story."""


@dataclass(slots=True, eq=False)
class Group:
    """An article in the making: at most one head, any number of chains."""

    head: Head | None = None
    chains: list[Chain] = field(default_factory=list)
    insets: list[Chain] = field(default_factory=list)
    """What stands inside it with a small head or none: read after the text."""

    @property
    def rect(self) -> Rect:
        """Around everything it holds."""
        return enclosing(p.rect for p in self.pieces)

    @property
    def main_ratio(self) -> float:
        """Type size of its headline in multiples of the body size."""
        return self.head.main.ratio if self.head is not None else 0.0

    @property
    def container(self) -> int | None:
        """The box it stands in."""
        return next(iter(self.pieces)).block.container

    @property
    def texts(self) -> Iterable[Piece]:
        """Its running text."""
        return (p for chain in (*self.chains, *self.insets) for p in chain)

    def take(self, other: "Group") -> None:
        """Make `other` a part of this article: its head becomes a subhead."""
        if other.head is not None:
            self.insets.append(tuple(replace(p, role=_within(p.role)) for p in other.head.pieces))
        self.insets += other.chains + other.insets

    @property
    def letters(self) -> int:
        """Characters of its running text."""
        return sum(p.chars for p in self.texts)

    @property
    def pieces(self) -> Iterable[Piece]:
        """All its pieces, head first."""
        if self.head is not None:
            yield from self.head.pieces
        yield from self.texts


@dataclass(frozen=True, slots=True)
class Offer:
    """That chain `chain` joins node `other`; nodes are heads first, then chains."""

    worth: float
    chain: int
    other: int


def _within(role: Role) -> Role:
    """What a piece of a head is inside another story."""
    return Role.SUBHEAD if role in (Role.HEADLINE, Role.KICKER, Role.DECK) else role


def group(
    heads: Sequence[Head], chains: Sequence[Chain], around: Surroundings
) -> tuple[Group, ...]:
    """Return the articles of a region: each head and chain is in exactly one."""
    offers = sorted(
        (
            *_head_offers(heads, chains, around),
            *_chain_offers(heads, chains, around),
        ),
        key=lambda o: (-o.worth, o.chain, o.other),
    )
    groups = [Group(head=h) for h in heads] + [Group(chains=[c]) for c in chains]
    home = list(range(len(groups)))
    for offer in offers:
        a, b = home[len(heads) + offer.chain], home[offer.other]
        if a == b or (groups[a].head is not None and groups[b].head is not None):
            continue
        keep, drop = (a, b) if groups[a].head is not None else (b, a)
        groups[keep].chains += groups[drop].chains
        home = [keep if h == drop else h for h in home]
        groups[drop] = Group()
    kept = [g for g in groups if g.head is not None or g.chains]
    return tuple(_one_per_box(_with_banners(kept)))


def _with_banners(groups: list[Group]) -> list[Group]:
    """A head without text joins the head below it that is set in the smallest type."""
    for bare in [g for g in groups if g.head is not None and not g.chains]:
        head = bare.head
        if head is None or head.vertical or head.main.role is not Role.HEADLINE:
            continue
        size = head.main.block.lines[0].size
        below = [
            g
            for g in groups
            if g is not bare
            and g.head is not None
            and g.chains
            and g.head.container == head.container
            and -2 <= g.head.rect.top - head.rect.bottom <= 1.6 * size
            and shares(g.head.rect, head.rect) > 0.5
        ]
        if below:
            home = min(below, key=lambda g: (g.main_ratio, g.rect.left))
            home.head = head.over(home.head)
            groups = [g for g in groups if g is not bare]
    return groups


def _one_per_box(groups: list[Group]) -> list[Group]:
    """A box in which at most one head has a story of its own is one article."""
    boxes: dict[int, list[Group]] = {}
    for g in groups:
        box = next(iter(g.pieces)).block.container
        if box is not None:
            boxes.setdefault(box, []).append(g)
    for inside in boxes.values():
        stories = [g for g in inside if g.letters > STORY]
        if len(inside) < 2 or len(stories) > 1 or _side_by_side(inside) or _siblings(inside):
            continue
        first, *others = sorted(inside, key=lambda g: (g.rect.top, g.rect.left))
        for other in others:
            first.take(other)
        groups = [g for g in groups if g not in others]
    return groups


def _side_by_side(groups: Sequence[Group]) -> bool:
    """Whether two heads with text of their own stand beside each other: teasers."""
    own = [g.rect for g in groups if g.head is not None and g.chains]
    return any(a.overlap_x(b) <= 0 < a.overlap_y(b) for i, a in enumerate(own) for b in own[:i])


def _siblings(groups: Sequence[Group]) -> bool:
    """Whether two heads of one face have text of their own: briefs in a box."""
    mains = [g.head.main for g in groups if g.head is not None and g.chains]
    return any(
        a.family == b.family and a.bold == b.bold and abs(a.ratio - b.ratio) < 0.05
        for i, a in enumerate(mains)
        for b in mains[:i]
    )


def _head_offers(
    heads: Sequence[Head], chains: Sequence[Chain], around: Surroundings
) -> Iterable[Offer]:
    boxes = Counter(h.container for h in heads if h.container is not None)
    alone = frozenset(box for box, n in boxes.items() if n == 1)
    for h, head in enumerate(heads):
        for c, chain in enumerate(chains):
            worth = head_worth(head, chain, around, alone)
            if worth > 0.5:
                yield Offer(worth, c, h)


def head_worth(head: Head, chain: Chain, around: Surroundings, alone: frozenset[int]) -> float:
    """How well a head opens a chain; `alone` are the boxes that hold one head only."""
    first = chain[0]
    if head.container != first.block.container:
        return 0.0
    if head.container in alone:
        return 3.5
    if head.vertical:
        return _vertical_worth(head, chain, around)
    place = around.places[first.id]
    ids = head.ids
    rect = head.rect
    if place.under in ids:
        gap = (first.rect.top - rect.bottom) / around.body
        worth = 3.0 if place.first else 2.2
        worth -= 0.05 * max(0.0, gap - 2)
        if cut(rect, first.rect, around.rows):
            worth -= 1.0
        if first.ends.lower or (first.ends.cjk and not first.ends.indent):
            worth -= 0.8
        return worth
    if any(around.places[p.id].under in ids for p in chain):
        return 1.4
    hull = enclosing(p.rect for p in chain)
    if len(chain) > 1 and hull.contains(rect, around.body):
        return 1.5
    if place.head in ids:
        return 0.8
    return _beside_worth(head, first, around)


def _beside_worth(head: Head, first: Piece, around: Surroundings) -> float:
    """A head without text of its own below, left of the columns that it opens."""
    rect, place = head.rect, around.places[first.id]
    if place.under is not None or any(p.under in head.ids for p in around.places.values()):
        return 0.0
    gap = (first.rect.left - rect.right) / around.body
    level = rect.overlap_y(first.rect) > 0.4 * min(rect.height, first.rect.height)
    return 1.6 - 0.1 * max(0.0, gap) if -1 < gap < 6 and level else 0.0


def _vertical_worth(head: Head, chain: Chain, around: Surroundings) -> float:
    rect, body = around.strips.get(head.main.id, head.rect), around.body
    best = 0.0
    for piece in chain:
        gap = max(rect.left, piece.rect.left) - min(rect.right, piece.rect.right)
        common = rect.overlap_y(piece.rect) / max(1.0, min(rect.height, piece.rect.height))
        if gap < 4 * body and common > 0.5:
            best = max(best, 2.6 - 0.2 * max(0.0, gap / body - 1))
        below = (piece.rect.top - rect.bottom) / body
        if -1 < below < 7 and shares(piece.rect, rect) > 0.5 and piece is chain[0]:
            best = max(best, 1.4 - 0.1 * below - (0.0 if piece.ends.indent else 0.8))
    return best


def _chain_offers(
    heads: Sequence[Head], chains: Sequence[Chain], around: Surroundings
) -> Iterable[Offer]:
    boxes = Counter(h.container for h in heads)
    closed = frozenset(
        box for c in chains if (box := c[0].block.container) is not None and boxes[box] <= 1
    )
    for i, a in enumerate(chains):
        for j, b in enumerate(chains):
            if i == j:
                continue
            worth = chain_worth(a, b, around, closed)
            if worth > 0.6:
                yield Offer(worth, j, len(heads) + i)


def chain_worth(a: Chain, b: Chain, around: Surroundings, closed: frozenset[int]) -> float:
    """How well chain `b` goes on where chain `a` ends, as parts of one article.

    `closed` are the boxes that hold at most one head: all their text is one article.
    """
    last, first = a[-1], b[0]
    if last.block.container != first.block.container:
        return 0.0
    if last.block.container is not None and last.block.container in closed:
        return 2.0
    place = around.places[first.id]
    if place.under is not None or not 0.85 < last.ratio / first.ratio < 1.18:
        return 0.0
    near = _adjacent(last.rect, first.rect, around)
    if near <= 0:
        return 0.0
    return near + 0.5 * continuity(last.ends, first.ends, around.weights.flow)


def _adjacent(a: Rect, b: Rect, around: Surroundings) -> float:
    if shares(a, b) > 0.5 and b.top >= a.bottom - around.body:
        gap = (b.top - a.bottom) / around.body
        return 0.0 if cut(a, b, around.rows) else 1.0 - 0.03 * gap
    gap = (b.left - a.right) / around.body
    if -1 < gap < 4 and a.overlap_y(b) > -2 * around.body:
        wall = any(a.right - 2 <= w.cx <= b.left + 2 and w.overlap_y(b) > 0 for w in around.walls)
        return 0.0 if wall else 0.7
    return 0.0
