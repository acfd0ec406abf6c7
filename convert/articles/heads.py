"""Heads: a headline with its kicker above, its deck below and its byline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from convert.articles.columns import shares
from convert.articles.pieces import Piece
from convert.geometry import Rect, enclosing
from convert.model import Region, Role
from convert.typeface import DISPLAY

DECK_CHARS = 420
KICKER_CHARS = 90
SMALL_DISPLAY = 1.5
"""Display type up to this size may still name a column."""
BAR = 3.0
"""A rule this thick, in points, carries the name of a column."""
TINY_HEAD = 0.3
"""Type smaller than this share of the headline above it is a deck, not a head."""
TAG = 15
"""Letters of a tag at most; a Han character counts as two and a half."""
BULLETS = "●■◆▪•○□▲◇★☆"
"""What opens an item of a list."""
TWO_FACED = 110
"""A headline up to this many characters may change its face midway."""


@dataclass(frozen=True, slots=True)
class Head:
    """The pieces that open one story, in reading order."""

    pieces: tuple[Piece, ...]

    @property
    def rect(self) -> Rect:
        """Around all pieces."""
        return enclosing(p.rect for p in self.pieces)

    @property
    def main(self) -> Piece:
        """The headline itself; of a small head its largest piece."""
        return max(
            self.pieces,
            key=lambda p: (p.role is Role.HEADLINE, p.ratio, -p.rect.top),
        )

    @property
    def container(self) -> int | None:
        """The box it stands in."""
        return self.main.block.container

    @property
    def vertical(self) -> bool:
        """Whether the headline runs against the text (竖题)."""
        return self.main.against

    def over(self, other: "Head | None") -> "Head":
        """Return the head of a story whose banner this is."""
        if other is None:
            return self
        deck = tuple(
            replace(p, role=Role.DECK) if p.role is Role.HEADLINE else p for p in other.pieces
        )
        return Head((*self.pieces, *deck))

    @property
    def ids(self) -> frozenset[int]:
        """Ids of its pieces."""
        return frozenset(p.id for p in self.pieces)


def build_heads(pieces: Sequence[Piece], region: Region) -> tuple[tuple[Head, ...], frozenset[int]]:
    """Group headlines with what belongs to them; every head has a role for each piece.

    Returns the heads, and the ids of small heads that are subheads of a story: items
    of a news-in-brief column, questions of an interview.
    """
    rules = [s.rect for s in region.separators if s.horizontal]
    taken: set[int] = set()
    heads = []
    display = [p for p in pieces if p.role is Role.HEADLINE]
    for stack in _stacks(display, region, rules):
        stack = _with_neighbours(stack, pieces, taken, region, rules)
        taken |= {p.id for p in stack}
        settled = _under_label(_settle(stack), pieces, region)
        heads.append(Head(tuple(_as_rubric(p, settled, pieces, region) for p in settled)))
    subheads = _subheads(pieces, taken, region, rules)
    small = _small_heads(pieces, taken | subheads, heads, region, rules)
    return (*heads, *small), subheads


def _subheads(
    pieces: Sequence[Piece], taken: set[int], region: Region, rules: Sequence[Rect]
) -> frozenset[int]:
    """Small heads right under another head, and those level with them in other columns."""
    small = [p for p in pieces if p.role is Role.KICKER and p.id not in taken]
    over = [p for p in pieces if p.id in taken or p in small]
    under = [
        p
        for p in small
        if any(
            -2 <= p.rect.top - o.rect.bottom < 2.5 * region.body
            and shares(o.rect, p.rect) > 0.25
            and o.block.container == p.block.container
            and (o.id in taken or o.color != p.color)
            and not _between(o.rect, p.rect, rules)
            for o in over
        )
    ]
    items = [p for p in small if p.block.text.lstrip()[:1] in BULLETS]
    between = [p for p in pieces if p.role is Role.SUBHEAD]
    alike = [
        p
        for p in small
        if not _below_rule(p, rules, region.body)
        and sum(_same_face(p, s) and abs(p.ratio - s.ratio) < 0.03 for s in between) > 1
    ]
    asked = [
        p
        for p in small
        if p.ends.question and any(_same_face(p, s) and s.ends.question for s in between)
    ]
    under += items + asked + alike
    level = [
        p
        for p in small
        if any(
            abs(p.rect.top - u.rect.top) < 0.5 * region.body
            and p.family == u.family
            and p.color == u.color
            and abs(p.rect.left - u.rect.left) < 1.6 * region.column
            for u in under
        )
    ]
    return frozenset(p.id for p in (*under, *level))


def _below_rule(piece: Piece, rules: Sequence[Rect], body: float) -> bool:
    """Whether a rule across a piece's column lies right above it: something new begins."""
    return any(
        -2 <= piece.rect.top - r.cy < 3 * body and r.overlap_x(piece.rect) > 0.8 * piece.rect.width
        for r in rules
    )


def _stacks(
    display: Sequence[Piece], region: Region, rules: Sequence[Rect]
) -> Iterable[list[Piece]]:
    stacks: list[list[Piece]] = []
    banners = {p.id for p in display if _is_banner(p, display, region, rules)}
    for piece in sorted(display, key=_reading):
        home = next(
            (
                s
                for s in stacks
                if any(_stacked(p, piece, rules) and p.id not in banners for p in s)
            ),
            None,
        )
        if home is None:
            stacks.append([piece])
        else:
            home.append(piece)
    return stacks


def _is_banner(
    piece: Piece, display: Sequence[Piece], region: Region, rules: Sequence[Rect]
) -> bool:
    """A headline over several heads that stand side by side opens none of them."""
    lower = [
        p
        for p in display
        if p.id != piece.id
        and p.rect.cy > piece.rect.cy
        and p.ratio > TINY_HEAD * piece.ratio
        and _stacked(piece, p, rules)
    ]
    return any(
        a.rect.overlap_x(b.rect) < -region.body for i, a in enumerate(lower) for b in lower[:i]
    )


def _reading(piece: Piece) -> tuple[float, float]:
    if piece.against:
        return -piece.rect.right, piece.rect.top
    return piece.rect.top, piece.rect.left


def _stacked(a: Piece, b: Piece, rules: Sequence[Rect]) -> bool:
    """Whether two pieces of display type stand together as one head."""
    if a.block.container != b.block.container or a.against != b.against:
        return False
    if a.against:
        return _beside(a, b)
    gap = b.rect.top - a.rect.bottom
    limit = 0.9 * min(_size(a), _size(b)) + 0.35 * max(_size(a), _size(b))
    return (
        -max(0.5 * _size(b), 0.25 * _size(a)) <= gap <= limit
        and shares(a.rect, b.rect) > 0.5
        and not _between(a.rect, b.rect, rules)
    )


def _beside(a: Piece, b: Piece) -> bool:
    gap = max(a.rect.left, b.rect.left) - min(a.rect.right, b.rect.right)
    return gap <= 1.3 * max(_size(a), _size(b)) and a.rect.overlap_y(b.rect) > 0.3 * min(
        a.rect.height, b.rect.height
    )


def _size(piece: Piece) -> float:
    return piece.block.lines[0].size


def _between(upper: Rect, lower: Rect, rules: Sequence[Rect]) -> bool:
    return any(
        upper.cy < r.cy < lower.cy
        and r.overlap_x(lower) > 0.5 * lower.width
        and r.overlap_x(upper) > 0.5 * upper.width
        for r in rules
    )


def _with_neighbours(
    stack: list[Piece],
    pieces: Sequence[Piece],
    taken: set[int],
    region: Region,
    rules: Sequence[Rect],
) -> list[Piece]:
    """Add kicker, deck and byline in smaller type, going outwards from the headline."""
    stack = list(stack)
    free = [
        p
        for p in pieces
        if p.id not in taken
        and p not in stack
        and p.block.container == stack[0].block.container
        and p.role is not Role.HEADLINE
    ]
    if stack[0].against:
        return stack + [p for p in free if p.against and any(_beside(p, s) for s in stack)]
    for piece in sorted(free, key=lambda p: -p.rect.bottom):
        if _is_kicker(piece, stack, pieces, region):
            stack.append(piece)
    for piece in sorted(free, key=lambda p: p.rect.top):
        if piece not in stack and (
            _is_deck(piece, stack, pieces, region, rules) or _beside_deck(piece, stack, region)
        ):
            stack.append(piece)
    return stack


def _ends_text(piece: Piece, pieces: Sequence[Piece], region: Region) -> bool:
    """Whether a line is the last of the text right above it, in whatever type."""
    return any(
        -2 <= piece.rect.top - p.rect.bottom < 0.6 * (region.leading - region.body) + 1
        and p.role is Role.PARAGRAPH
        and p.block.container == piece.block.container
        and abs(p.rect.left - piece.rect.left) < region.body
        for p in pieces
    )


def _is_kicker(
    piece: Piece, stack: Sequence[Piece], pieces: Sequence[Piece], region: Region
) -> bool:
    """A short line directly above, with no text of its own between."""
    if piece.role in (Role.CAPTION, Role.CREDIT, Role.JUMP, Role.SUBHEAD):
        return False
    if piece.chars > KICKER_CHARS or piece.lines > 2 or piece.role is Role.BYLINE:
        return False
    if piece.plain and (piece.lines > 1 or not piece.ends.terminal):
        return False
    if _ends_text(piece, pieces, region):
        return False
    top = min(stack, key=lambda p: p.rect.top)
    gap = top.rect.top - piece.rect.bottom
    return (
        -0.3 * _size(top) <= gap <= max(0.8 * _size(top), 1.3 * region.body)
        and piece.rect.cy < top.rect.cy
        and shares(piece.rect, top.rect) > 0.6
        and piece.rect.left >= min(p.rect.left for p in stack) - 2 * region.body
    )


def _is_deck(
    piece: Piece,
    stack: Sequence[Piece],
    pieces: Sequence[Piece],
    region: Region,
    rules: Sequence[Rect],
) -> bool:
    """Text between headline and body in type that is not the body's, or a byline."""
    if piece.role in (Role.CAPTION, Role.CREDIT, Role.JUMP):
        return False
    low = max(stack, key=lambda p: p.rect.bottom)
    gap = piece.rect.top - low.rect.bottom
    if not (
        -0.3 * _size(piece) <= gap <= 1.6 * max(_size(piece), region.body) + 0.15 * _size(low)
        and piece.rect.cy > low.rect.cy
        and shares(piece.rect, low.rect) > 0.5
        and not _between(low.rect, piece.rect, rules)
    ):
        return False
    if piece.role is Role.BYLINE:
        return True
    if low.role is Role.BYLINE and piece.ratio < 1.1:
        return False
    return piece.chars <= DECK_CHARS and _looks_like_deck(piece, pieces, region)


def _beside_deck(piece: Piece, stack: Sequence[Piece], region: Region) -> bool:
    """Whether a piece stands level with a deck and is set like it: decks in columns."""
    top = max(p.ratio for p in stack)
    return any(
        p.ratio < 0.8 * top
        and p.role is not Role.BYLINE
        and abs(p.rect.top - piece.rect.top) < 0.5 * region.body
        and abs(p.ratio - piece.ratio) < 0.03
        and _same_face(p, piece)
        and -region.body < piece.rect.left - p.rect.right < 4 * region.body
        for p in stack
    )


def _looks_like_deck(piece: Piece, pieces: Sequence[Piece], region: Region) -> bool:
    if piece.block.text.startswith(("——", "──", "——")):
        return True
    if piece.ratio > 1.1:
        return True
    special = piece.bold or piece.italic or not piece.own_family
    if not special or piece.chars < 12 or _is_lead(piece, region):
        return False
    if piece.rect.width > 1.4 * region.column or piece.lines > 1:
        columns = sum(
            1
            for p in pieces
            if p.role is Role.PARAGRAPH
            and p.id != piece.id
            and 0 <= p.rect.top - piece.rect.bottom < 4 * region.body
            and shares(p.rect, piece.rect) > 0.5
        )
        return columns > 0 and piece.chars < 300
    return False


def _is_tag(piece: Piece) -> bool:
    """Whether a piece is a word or two on a ground of its own: the name of a column."""
    return piece.bar and piece.chars * (2.5 if piece.ends.cjk else 1.0) <= TAG


def _under_label(
    stack: tuple[Piece, ...], pieces: Sequence[Piece], region: Region
) -> tuple[Piece, ...]:
    """Where the first piece names a column of briefs, the second heads the first brief.

    The column shows it: more small heads of the second one's face stand below.
    """
    if len(stack) < 2 or stack[0].lines > 1 or stack[0].chars > KICKER_CHARS:
        return stack
    label, head, *rest = stack
    like = [
        p
        for p in pieces
        if p.id != head.id
        and p.role in (Role.KICKER, Role.HEADLINE)
        and _same_face(p, head)
        and abs(p.ratio - head.ratio) < 0.04
        and abs(p.rect.left - head.rect.left) < region.body
        and p.rect.top > head.rect.bottom
    ]
    if len(like) < 2:
        return stack
    return replace(label, role=Role.KICKER), replace(head, role=Role.HEADLINE), *rest


def _is_lead(piece: Piece, region: Region) -> bool:
    """A first paragraph in bold or italic body type is text, not a deck."""
    return (
        piece.own_family
        and 0.95 < piece.ratio < 1.05
        and piece.lines > 2
        and piece.rect.width < 1.2 * region.column
        and piece.ends.terminal
    )


def _settle(stack: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give each piece of a head its role: the largest type is the headline."""
    ordered = sorted(stack, key=_reading)
    top = max((p.ratio for p in ordered if not _is_tag(p) and p.ratio > DISPLAY), default=0.0)
    top = top or max(p.ratio for p in ordered)
    first = next(i for i, p in enumerate(ordered) if p.ratio == top)
    short = sum(p.chars for p in ordered if p.ratio > 0.93 * top) <= TWO_FACED
    settled = []
    for i, piece in enumerate(ordered):
        if piece.role is Role.BYLINE:
            settled.append(piece)
        elif (
            piece.ratio > 0.93 * top
            and _is_tag(piece) == _is_tag(ordered[first])
            and (short or _same_face(piece, ordered[first]))
        ):
            settled.append(replace(piece, role=Role.HEADLINE))
        else:
            role = Role.KICKER if i < first else Role.DECK
            settled.append(replace(piece, role=role))
    return tuple(settled)


def _same_face(a: Piece, b: Piece) -> bool:
    return a.family == b.family and a.bold == b.bold and a.color == b.color


def _as_rubric(
    piece: Piece, stack: Sequence[Piece], pieces: Sequence[Piece], region: Region
) -> Piece:
    """A word a little larger than the text that stands alone may name a column, too."""
    alone = all(p.id == piece.id or p.role is Role.BYLINE for p in stack)
    if alone and piece.ratio < SMALL_DISPLAY and _is_rubric(piece, pieces, region):
        return replace(piece, role=Role.KICKER)
    return piece


def _is_rubric(piece: Piece, pieces: Sequence[Piece], region: Region) -> bool:
    """Whether a small head names a column: over a rule or under a bar, and alone.

    Heads of briefs come one under the other in one face; a rubric stands once.
    """
    if piece.lines > 1 or piece.chars > KICKER_CHARS / 2:
        return False
    over = [s.rect for s in region.separators if s.horizontal]
    over = [r for r in over if r.overlap_x(piece.rect) > 0.8 * piece.rect.width]
    hung = any(-0.3 * region.body < r.cy - piece.rect.bottom < 0.9 * region.body for r in over)
    under_bar = any(
        r.height >= BAR and 0 <= piece.rect.top - r.bottom < 2.5 * region.body for r in over
    )
    if not (hung or (under_bar and piece.ends.lower)):
        return False
    return not any(
        p.id != piece.id
        and p.role is Role.KICKER
        and _same_face(p, piece)
        and shares(p.rect, piece.rect) > 0.5
        and abs(p.ratio - piece.ratio) < 0.04
        for p in pieces
    )


def _small_heads(
    pieces: Sequence[Piece],
    taken: set[int],
    heads: Sequence[Head],
    region: Region,
    rules: Sequence[Rect],
) -> Iterable[Head]:
    """Heads in body size: a short line in other type that opens a column of text.

    Where the same type serves as kicker over real headlines it stays a kicker.
    """
    kickers = {
        (p.family, p.color, round(p.ratio, 1))
        for h in heads
        for p in h.pieces
        if p.role is Role.KICKER
    }
    for piece in pieces:
        if piece.role is not Role.KICKER or piece.id in taken:
            continue
        taken.add(piece.id)
        known = (piece.family, piece.color, round(piece.ratio, 1)) in kickers or _is_rubric(
            piece, pieces, region
        )
        own = replace(piece, role=Role.KICKER if known else Role.HEADLINE)
        stack = _with_neighbours([own], pieces, taken, region, rules)
        taken |= {p.id for p in stack}
        yield Head(_under_label(tuple(sorted(stack, key=_reading)), pieces, region))
