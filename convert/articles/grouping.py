"""Gather heads, chains and boxes into articles.

Every chain of text is offered to every head and to every other chain; the offers are
taken in the order of their worth, as long as no article gets two heads. What has no
head and no neighbour that wants it stays an article of its own.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from convert.articles.bonds import chain_worth, head_worth
from convert.articles.chains import Chain, Surroundings
from convert.articles.columns import shares
from convert.articles.flow import OPENING
from convert.articles.heads import BRIEFS, Head, follows
from convert.articles.pieces import Piece
from convert.geometry import Rect, enclosing
from convert.model import Role
from convert.typeface import DISPLAY

SMALLER = 0.8
"""What stands over a headline in type below this share of its size is its kicker."""
CROSS = 4.0
"""A horizontal head stands this close over its vertical text, in em."""
COLUMN = 0.8
"""A label stands over a column if it shares this much of its own width with it."""
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
    def chars(self) -> int:
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
    if around.column_rules:
        kept = _with_crossheads(kept, around.body)
    return tuple(_one_per_box(_with_banners(kept)))


def _with_banners(groups: list[Group]) -> list[Group]:
    """A head without text joins the head below it that is set in the smallest type."""
    for bare in [g for g in groups if g.head is not None and not g.chains]:
        head = bare.head
        if head is None or head.vertical:
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
            and (shares(g.head.rect, head.rect) > 0.5 or shares(g.rect, head.rect) > COLUMN)
        ]
        if below:
            home = min(below, key=lambda g: (g.main_ratio, g.rect.left))
            names = (
                _is_label(head)
                or _is_smaller(head, home.head)
                or _on_bar(head, home.head)
                or _opens_briefs(home, groups)
            )
            home.head = head.over(home.head, names)
            groups = [g for g in groups if g is not bare]
    return groups


def _with_crossheads(groups: list[Group], body: float) -> list[Group]:
    """A horizontal head over vertical text without a text of its own opens what is below it."""
    for bare in [g for g in groups if g.head is not None and not g.chains and g.head.vertical]:
        head = bare.head
        if head is None:
            continue
        below = [
            g
            for g in groups
            if g is not bare
            and g.head is not None
            and g.chains
            and g.container == head.container
            and -body < g.rect.left - head.rect.right < CROSS * body
            and g.rect.overlap_y(head.rect) > SMALLER * head.rect.height
        ]
        if len(below) == 1:
            below[0].head = head.over(below[0].head)
            groups = [g for g in groups if g is not bare]
    return groups


def _is_label(head: Head) -> bool:
    """Whether nothing in a head is a headline."""
    return head.main.role is not Role.HEADLINE


def _is_smaller(head: Head, below: Head | None) -> bool:
    """Whether a head is set in smaller type than the one below it, whose kicker it is."""
    return below is not None and head.main.ratio < SMALLER * below.main.ratio


def _on_bar(head: Head, below: Head | None) -> bool:
    """Whether a line on a bar stands over a small head: the name of a column of briefs."""
    return below is not None and head.main.bar and below.main.ratio < DISPLAY


def _opens_briefs(first: Group, groups: Iterable[Group]) -> bool:
    """Whether two more heads of one's face stand below, flush with it: a column of briefs."""
    if first.head is None:
        return False
    main = first.head.main
    like = (g.head.main for g in groups if g.head is not None and g.chains)
    return sum(follows(p, main) for p in like) >= BRIEFS


def _one_per_box(groups: list[Group]) -> list[Group]:
    """A box in which at most one head has a story of its own is one article."""
    boxes: dict[int, list[Group]] = {}
    for g in groups:
        if g.container is not None:
            boxes.setdefault(g.container, []).append(g)
    for inside in boxes.values():
        stories = [g for g in inside if g.chars > STORY]
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
    mains = [
        g.head.main
        for g in groups
        if g.head is not None and g.chains and g.head.main.block.text[:1] not in OPENING
    ]
    return any(
        a.family == b.family and a.bold == b.bold and abs(a.ratio - b.ratio) < 0.05
        for i, a in enumerate(mains)
        for b in mains[:i]
    )


def boxes_of_one_head(heads: Iterable[Head]) -> frozenset[int]:
    """Return the boxes in which one head stands."""
    boxes = Counter(h.container for h in heads if h.container is not None)
    return frozenset(box for box, n in boxes.items() if n == 1)


def closed_boxes(groups: Iterable[Group]) -> frozenset[int]:
    """Return the boxes with text and at most one head: all in them is one article."""
    groups = list(groups)
    heads = Counter(g.head.container for g in groups if g.head is not None)
    return frozenset(
        box
        for g in groups
        for chain in g.chains
        if (box := chain[0].block.container) is not None and heads[box] <= 1
    )


def _head_offers(
    heads: Sequence[Head], chains: Sequence[Chain], around: Surroundings
) -> Iterable[Offer]:
    alone = boxes_of_one_head(heads)
    for h, head in enumerate(heads):
        for c, chain in enumerate(chains):
            worth = head_worth(head, chain, around, alone)
            if worth > around.weights.bond.keep_head:
                yield Offer(worth, c, h)


def _chain_offers(
    heads: Sequence[Head], chains: Sequence[Chain], around: Surroundings
) -> Iterable[Offer]:
    closed = closed_boxes([*(Group(head=h) for h in heads), *(Group(chains=[c]) for c in chains)])
    for i, a in enumerate(chains):
        for j, b in enumerate(chains):
            if i == j:
                continue
            worth = chain_worth(a, b, around, closed)
            if worth > around.weights.bond.keep_chain:
                yield Offer(worth, j, len(heads) + i)
