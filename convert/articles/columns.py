"""Where text stands among other text: what is above, below and beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from convert.articles.pieces import Piece
from convert.geometry import Rect
from convert.model import Role

SHARE = 0.35
"""A headline stands over a column if it covers this share of its width."""
CLOSE = 2.0
"""The text under a subhead begins this close below it, in em."""
FILLED = 0.8
"""A picture fills a column if it covers this share of its width."""
FAR = 18.0
"""Text farther above or below than this stands in another part of the page, in em."""


@dataclass(frozen=True, slots=True)
class Place:
    """The neighbourhood of one piece of running text."""

    above: int | None
    """Id of the text directly above in its column."""
    below: int | None
    """Id of the text directly below in its column."""
    head: int | None
    """Id of the nearest headline above, with or without text between."""
    under: int | None
    """Id of the headline directly above: no text between."""
    first: bool
    """Whether it is the leftmost column directly under that headline."""
    roof: bool
    """Whether a rule or a headline closes its column above."""
    floor: bool
    """Whether a rule or a headline closes its column below."""
    begin: float
    """Where its column of text begins: the top of what stands on it without a break."""


def shares(a: Rect, b: Rect) -> float:
    """Horizontal overlap of two rectangles as a share of the narrower one."""
    return a.overlap_x(b) / max(min(a.width, b.width), 0.1)


def gap(upper: Rect, lower: Rect) -> float:
    """Free space from a place down to a lower one, in points; negative if they overlap."""
    return lower.top - upper.bottom


def covers(head: Rect, text: Rect) -> float:
    """How much of the width of `text` lies under `head`."""
    return head.overlap_x(text) / max(text.width, 0.1)


def cut(upper: Rect, lower: Rect, rules: Iterable[Rect], share: float = 0.7) -> bool:
    """Whether a rule across `share` of `lower` lies between two rectangles."""
    return any(
        upper.bottom - 2 <= r.cy <= lower.top + 2
        and r.overlap_x(lower) >= share * min(lower.width, upper.width)
        and r.overlap_x(upper) > 0
        for r in rules
    )


def walled(left: Rect, right: Rect, walls: Iterable[Rect], share: float = 0.0) -> bool:
    """Whether an upright rule stands between two rectangles, along `share` of `right`."""
    return any(
        left.right - 2 <= w.cx <= right.left + 2 and w.overlap_y(right) > share * right.height
        for w in walls
    )


def empty(upper: Rect, lower: Rect, pictures: Iterable[Rect]) -> float:
    """Free space from a place down to a lower one, in points, without what a picture fills."""
    space = Rect(lower.left, upper.bottom, lower.right, max(upper.bottom, lower.top))
    filled = (
        p.overlap_y(space) for p in pictures if covers(p, space) > FILLED and p.overlap_y(space) > 0
    )
    return max(0.0, space.height - sum(filled))


@dataclass(frozen=True, slots=True)
class _Bars:
    """What closes a column of text: headlines and rules across it."""

    heads: Sequence[Piece]
    rules: Sequence[Rect]
    pictures: Sequence[Rect]
    body: float

    def close(self, rect: Rect, top: float, bottom: float) -> bool:
        """Whether a column is closed between two heights: barred, or empty for long."""
        between = Rect(rect.left, min(top, bottom), rect.right, bottom)
        free = empty(
            replace(between, bottom=between.top), replace(between, top=bottom), self.pictures
        )
        return free > FAR * self.body or self._bar(between)

    def _bar(self, between: Rect) -> bool:
        width = max(between.width, 0.1)

        def lies_in(bar: Rect, share: float) -> bool:
            level = between.top - 1 <= bar.cy <= between.bottom + 1
            return level and bar.overlap_x(between) > share * width

        return any(lies_in(r, 0.5) for r in self.rules) or any(
            lies_in(h.rect, SHARE) for h in self.heads
        )


def find_places(
    texts: Sequence[Piece],
    heads: Sequence[Piece],
    rules: Sequence[Rect],
    pictures: Sequence[Rect],
    body: float,
) -> dict[int, Place]:
    """Return the neighbourhood of every piece of running text."""
    bars = _Bars(heads, rules, pictures, body)
    texts = [_as_wide(t, texts, body) for t in texts]
    above = {t.id: _text_above(t, texts) for t in texts}
    below = _texts_below(texts, above)
    head = {t.id: _head_above(t, heads, rules) for t in texts}
    under = {
        t.id: h
        for t in texts
        if (h := head[t.id]) is not None
        and ((a := above[t.id]) is None or a.rect.bottom < h.rect.bottom)
    }
    firsts = _firsts(texts, under)
    roof = {t.id: _has_roof(t, above[t.id], bars) for t in texts}
    begin = _begins(texts, above, roof)
    return {
        t.id: Place(
            above=_id(above[t.id]),
            below=_id(below.get(t.id)),
            head=_id(head[t.id]),
            under=_id(under.get(t.id)),
            first=t.id in firsts,
            roof=roof[t.id],
            floor=_has_floor(t, below.get(t.id), bars),
            begin=begin[t.id],
        )
        for t in texts
    }


def _as_wide(text: Piece, others: Sequence[Piece], body: float) -> Piece:
    """A centred subhead, as wide as the text that it heads: it stands in that one's column."""
    if text.role is not Role.SUBHEAD:
        return text
    rect = text.rect
    below = next(
        (
            o.rect
            for o in others
            if o.role is Role.PARAGRAPH
            and 0 <= gap(rect, o.rect) < CLOSE * body
            and o.rect.left <= rect.left
            and rect.right <= o.rect.right
            and o.block.container == text.block.container
        ),
        rect,
    )
    wide = Rect(below.left, rect.top, below.right, rect.bottom)
    return replace(text, block=replace(text.block, rect=wide))


def _id(piece: Piece | None) -> int | None:
    return None if piece is None else piece.id


def _text_above(text: Piece, others: Sequence[Piece]) -> Piece | None:
    upper = (
        other
        for other in others
        if other.id != text.id
        and other.rect.cy < text.rect.cy
        and other.rect.bottom <= text.rect.top + 0.6 * text.block.lines[0].size
        and other.block.container == text.block.container
        and shares(other.rect, text.rect) >= 0.4
    )
    return max(upper, key=lambda p: p.rect.bottom, default=None)


def _texts_below(texts: Sequence[Piece], above: Mapping[int, Piece | None]) -> dict[int, Piece]:
    """Return the highest of the texts that have a text right above them, by its id."""
    below: dict[int, Piece] = {}
    for text in texts:
        upper = above[text.id]
        if upper is not None and (
            upper.id not in below or text.rect.top < below[upper.id].rect.top
        ):
            below[upper.id] = text
    return below


def _head_above(text: Piece, heads: Sequence[Piece], rules: Sequence[Rect]) -> Piece | None:
    """The nearest headline over a text, unless a rule ends its reach."""
    over = (
        head
        for head in heads
        if head.rect.cy < text.rect.top + 0.5 * text.block.lines[0].size
        and head.block.container == text.block.container
        and covers(head.rect, text.rect) >= SHARE
    )
    found = max(over, key=lambda p: p.rect.bottom, default=None)
    if found is None or _ends_reach(found.rect, text.rect, rules, heads):
        return None
    return found


def _ends_reach(head: Rect, text: Rect, rules: Sequence[Rect], heads: Sequence[Piece]) -> bool:
    """Whether a rule ends the reach of a head; one that hugs a head only underlines it."""
    return any(
        head.bottom < r.cy <= text.top + 2
        and r.overlap_x(text) >= 0.7 * text.width
        and not any(
            -2 <= r.cy - h.rect.bottom <= 0.8 * h.rect.height and r.overlap_x(h.rect) > 0
            for h in heads
        )
        for r in rules
    )


def _firsts(texts: Sequence[Piece], under: Mapping[int, Piece]) -> frozenset[int]:
    """Return the ids of the texts that are leftmost under their headline."""
    first: dict[int, Piece] = {}
    for text in texts:
        head = under.get(text.id)
        if head is None:
            continue
        old = first.get(head.id)
        if old is None or text.rect.left < old.rect.left - 1:
            first[head.id] = text
    return frozenset(t.id for t in first.values())


def _has_roof(text: Piece, above: Piece | None, bars: _Bars) -> bool:
    return above is None or bars.close(text.rect, above.rect.bottom, text.rect.top)


def _has_floor(text: Piece, below: Piece | None, bars: _Bars) -> bool:
    if below is None:
        return True
    bottom = max(below.rect.top, text.rect.bottom)
    return bars.close(text.rect, text.rect.bottom, bottom)


def _begins(
    texts: Sequence[Piece], above: Mapping[int, Piece | None], roof: Mapping[int, bool]
) -> dict[int, float]:
    """Return where the column of each text begins, from the top of the page down."""
    begin: dict[int, float] = {}
    for text in sorted(texts, key=lambda t: t.rect.top):
        upper = above[text.id]
        begin[text.id] = text.rect.top
        if upper is not None and not roof[text.id]:
            begin[text.id] = begin.get(upper.id, text.rect.top)
    return begin
