"""Where text stands among other text: what is above, below and beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from convert.articles.pieces import Piece
from convert.geometry import Rect

SHARE = 0.35
"""A headline stands over a column if it covers this share of its width."""


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


def covers(head: Rect, text: Rect) -> float:
    """How much of the width of `text` lies under `head`."""
    return head.overlap_x(text) / max(text.width, 0.1)


def find_places(
    texts: Sequence[Piece],
    heads: Sequence[Piece],
    rules: Sequence[Rect],
    body: float,
) -> dict[int, Place]:
    """Return the neighbourhood of every piece of running text."""
    over = {t.id: _nearest_above(t, texts, 0.4) for t in texts}
    head = {t.id: _head_above(t, heads, rules) for t in texts}
    below: dict[int, Piece] = {}
    for text in texts:
        upper = over[text.id]
        if upper is not None and (
            upper.id not in below or text.rect.top < below[upper.id].rect.top
        ):
            below[upper.id] = text
    under = {
        t.id: h
        for t in texts
        if (h := head[t.id]) is not None
        and ((a := over[t.id]) is None or a.rect.bottom < h.rect.bottom)
    }
    firsts = _firsts(texts, under)
    begin = _begins(texts, over, heads, rules, body)
    return {
        t.id: Place(
            above=None if (a := over[t.id]) is None else a.id,
            below=None if (b := below.get(t.id)) is None else b.id,
            head=None if (h := head[t.id]) is None else h.id,
            under=None if (u := under.get(t.id)) is None else u.id,
            first=t.id in firsts,
            roof=_closed(t.rect, a, heads, rules, body),
            floor=_closed_below(t.rect, b, heads, rules, body),
            begin=begin[t.id],
        )
        for t in texts
    }


def _nearest_above(text: Piece, others: Sequence[Piece], share: float) -> Piece | None:
    found = None
    for other in others:
        if (
            other.id != text.id
            and other.rect.cy < text.rect.cy
            and other.rect.bottom <= text.rect.top + 0.6 * text.block.lines[0].size
            and other.block.container == text.block.container
            and shares(other.rect, text.rect) >= share
            and (found is None or other.rect.bottom > found.rect.bottom)
        ):
            found = other
    return found


def _head_above(text: Piece, heads: Sequence[Piece], rules: Sequence[Rect]) -> Piece | None:
    found = None
    for head in heads:
        if (
            head.rect.cy < text.rect.top + 0.5 * text.block.lines[0].size
            and head.block.container == text.block.container
            and covers(head.rect, text.rect) >= SHARE
            and (found is None or head.rect.bottom > found.rect.bottom)
        ):
            found = head
    if found is not None and _closes(found.rect, text.rect, rules, heads):
        return None
    return found


def _closes(head: Rect, text: Rect, rules: Sequence[Rect], heads: Sequence[Piece]) -> bool:
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


def cut(upper: Rect, lower: Rect, rules: Iterable[Rect]) -> bool:
    """Whether a rule across most of `lower` lies between two rectangles."""
    return any(
        upper.bottom - 2 <= r.cy <= lower.top + 2
        and r.overlap_x(lower) >= 0.7 * min(lower.width, upper.width)
        and r.overlap_x(upper) > 0
        for r in rules
    )


def _firsts(texts: Sequence[Piece], under: dict[int, Piece]) -> frozenset[int]:
    first: dict[int, Piece] = {}
    for text in texts:
        head = under.get(text.id)
        if head is None:
            continue
        old = first.get(head.id)
        if old is None or text.rect.left < old.rect.left - 1:
            first[head.id] = text
    return frozenset(t.id for t in first.values())


def _closed(
    rect: Rect,
    above: Piece | None,
    heads: Sequence[Piece],
    rules: Sequence[Rect],
    body: float,
) -> bool:
    top = above.rect.bottom if above else rect.top - 4 * body
    gap = Rect(rect.left, min(top, rect.top), rect.right, rect.top)
    return above is None or gap.height > FAR * body or _blocked(gap, heads, rules)


def _closed_below(
    rect: Rect,
    below: Piece | None,
    heads: Sequence[Piece],
    rules: Sequence[Rect],
    body: float,
) -> bool:
    bottom = below.rect.top if below else rect.bottom + 4 * body
    gap = Rect(rect.left, rect.bottom, rect.right, max(bottom, rect.bottom))
    return below is None or gap.height > FAR * body or _blocked(gap, heads, rules)


def _begins(
    texts: Sequence[Piece],
    over: dict[int, Piece | None],
    heads: Sequence[Piece],
    rules: Sequence[Rect],
    body: float,
) -> dict[int, float]:
    """Return where the column of each text begins, from the top of the page down."""
    begin: dict[int, float] = {}
    for text in sorted(texts, key=lambda t: t.rect.top):
        above = over[text.id]
        broken = above is None or _closed(text.rect, above, heads, rules, body)
        begin[text.id] = (
            text.rect.top if broken or above is None else begin.get(above.id, text.rect.top)
        )
    return begin


def _blocked(gap: Rect, heads: Sequence[Piece], rules: Sequence[Rect]) -> bool:
    width = max(gap.width, 0.1)
    return any(
        gap.top - 1 <= r.cy <= gap.bottom + 1 and r.overlap_x(gap) > 0.5 * width for r in rules
    ) or any(
        gap.top - 1 <= h.rect.cy <= gap.bottom + 1 and h.rect.overlap_x(gap) > 0.35 * width
        for h in heads
    )
