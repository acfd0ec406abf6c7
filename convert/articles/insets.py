"""Insets: small things inside a story's ground that belong to it.

An info column between the columns of a story, a note in the margin, who the author is:
they look like articles of their own, but the story stands around them. Listings (TV,
results, small ads) are the same the other way round: many small columns of small print
that are one thing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from convert.articles.columns import cut, shares, walled
from convert.articles.flow import continuity
from convert.articles.grouping import Group
from convert.articles.heads import Head
from convert.articles.pieces import Piece
from convert.articles.stands import by_columns, clusters
from convert.articles.weights import Flow
from convert.geometry import Rect
from convert.model import Region, Role
from convert.typeface import DISPLAY

MINOR = 0.72
"""The head of an inset is at most this large, as a share of its story's headline."""
SMALL = 0.5
"""An inset holds at most this share of its story's characters."""
NOTE = 320
"""A note in the margin has at most so many characters."""
RUNS = 0.8
"""An inset and the text over and under it share this much of the narrower one's width."""
UNDER = 5.0
"""The head under a picture with its caption begins within so many em."""
QUOTE_FLOW = 0.8
"""Text that runs on this well over a small head makes it a pull quote."""
NEAR = 2.5
"""A note stands this close to its story, in em."""
GROUND = 0.8
"""A picture over a larger share of the page is its ground."""
PRINT = 0.9
"""Listings are set at most this large, in multiples of the body size."""
ENTRIES = 4
"""So many pieces of small print that touch are a listing."""
APART = 3.5
"""The columns of a listing stand this close, in em."""


def absorb(groups: Sequence[Group], region: Region) -> list[Group]:
    """Return the groups with every inset and note in the story it belongs to."""
    kept = _on_pictures(_with_labels(list(groups), region), region)
    kept = _listings(kept, region)
    for small in sorted(kept, key=lambda g: g.chars):
        home = _surrounding(small, kept, region) or _beside_note(small, kept, region)
        if home is not None:
            _take(home, small)
            kept.remove(small)
    return kept


def _with_labels(groups: list[Group], region: Region) -> list[Group]:
    """Give a label over a picture to the story whose head stands right under the picture."""
    for label in [g for g in groups if g.head is not None and not g.chains]:
        head = label.head
        if head is None or head.main.ratio >= DISPLAY or head.main.lines > 1:
            continue
        story = next((g for g in groups if _at_picture(g, head.rect, region)), None)
        if story is not None and story.head is not None:
            kickers = tuple(replace(p, role=Role.KICKER) for p in head.pieces)
            story.head = Head((*kickers, *story.head.pieces))
            groups = [g for g in groups if g is not label]
    return groups


def _at_picture(story: Group, label: Rect, region: Region) -> bool:
    """Whether a label stands over the picture that a story's head stands under or beside."""
    if story.head is None or any(p.role is Role.KICKER for p in story.head.pieces):
        return False
    head = story.head.rect
    if head.top < label.bottom or not story.chains:
        return False
    return any(
        -region.body < p.rect.top - label.bottom < 2 * region.body
        and min(abs(label.left - x.left) for x in (p.rect, head)) < 2 * region.body
        and (_hangs_under(head, p.rect, region) or _stands_beside(head, p.rect, region))
        for p in region.pictures
    )


def _hangs_under(head: Rect, picture: Rect, region: Region) -> bool:
    """Whether a head begins under a picture and is no wider, or centred under a portrait."""
    body = region.body
    within = head.left > picture.left - body and head.right < picture.right + body
    centred = abs(head.cx - picture.cx) < body
    return (
        -body < head.top - picture.bottom < UNDER * body
        and (within or centred)
        and not cut(picture, head, region.rows)
    )


def _stands_beside(head: Rect, picture: Rect, region: Region) -> bool:
    """Whether a head begins level with the top of a picture and close to its right."""
    return (
        0 <= head.left - picture.right < NEAR * region.body
        and abs(head.top - picture.top) < 2 * region.body
        and not walled(picture, head, region.walls)
    )


def _on_pictures(groups: list[Group], region: Region) -> list[Group]:
    """Give text that is set on a picture to the one head that is set on it, too."""
    for picture in (p.rect for p in region.pictures if p.rect.area < GROUND * _sheet(region)):
        on = [g for g in groups if picture.contains(g.rect, 1)]
        headed = [g for g in on if g.head is not None]
        if len(headed) == 1:
            for other in (g for g in on if g.head is None):
                headed[0].chains += other.chains
                groups = [g for g in groups if g is not other]
    return groups


def _sheet(region: Region) -> float:
    return region.width * region.height


def _take(story: Group, small: Group) -> None:
    """Make a small group part of a story; what the story reads on under was a quote."""
    first = next(iter(small.texts), None)
    if (
        first is None
        or _runs_past(story, small.rect)
        or not (_reads_on(story, first) or _is_body(small, story) or _opens(story, small))
    ):
        story.take(small)
        return
    story.chains += small.chains
    if small.head is not None:
        story.insets.append(tuple(replace(p, role=Role.QUOTE) for p in small.head.pieces))


def _is_body(small: Group, story: Group) -> bool:
    """Whether text under a quote-like head is the story's own: its type, below its text."""
    texts = list(small.texts)
    return all(p.plain for p in texts) and any(
        p.rect.bottom <= texts[0].rect.top
        and shares(p.rect, texts[0].rect) > 0.6
        and abs(p.rect.left - texts[0].rect.left) < 0.1 * p.rect.width
        for chain in story.chains
        for p in chain
    )


def _opens(story: Group, small: Group) -> bool:
    """Whether text without a head stands over a head in the midst of its story: it begins it."""
    return (
        story.head is not None
        and small.head is None
        and small.rect.bottom < story.head.rect.top
        and shares(small.rect, story.head.rect) > 0.5
        and all(p.plain for p in small.texts if p.role is Role.PARAGRAPH)
    )


def _reads_on(story: Group, first: Piece) -> bool:
    """Whether the text of a story right above a piece runs on in it, mid-sentence."""
    above = [
        p
        for chain in story.chains
        for p in chain
        if p.rect.bottom <= first.rect.top and shares(p.rect, first.rect) > 0.6
    ]
    if not above:
        return False
    last = max(above, key=lambda p: p.rect.bottom)
    return continuity(last.ends, first.ends, Flow()) >= QUOTE_FLOW


def _surrounding(small: Group, groups: Iterable[Group], region: Region) -> Group | None:
    """The story whose ground a minor group stands in: text of it on both sides."""
    if small.container is not None and region.containers[small.container].fill is None:
        return None
    found = [
        g
        for g in groups
        if g is not small
        and g.container is None
        and g.head is not None
        and small.chars < SMALL * g.chars
        and small.main_ratio < max(MINOR * g.main_ratio, 1.0)
        and (
            _runs_past(g, small.rect)
            or (g.rect.contains(small.rect, region.body) and _stands_around(g, small.rect, region))
        )
    ]
    return min(found, key=lambda g: g.rect.area) if found else None


def _runs_past(story: Group, inset: Rect) -> bool:
    """Whether the text of a story goes on under a place that it stands over, in one column."""
    return any(
        a.rect.bottom <= inset.top
        and inset.bottom <= b.rect.top
        and min(shares(a.rect, inset), shares(b.rect, inset), shares(a.rect, b.rect)) > RUNS
        for chain in story.chains
        for a, b in pairwise(chain)
    )


def _stands_around(story: Group, inset: Rect, region: Region) -> bool:
    """Whether text of the story stands left and right of a place, or over and under it."""
    texts = [p.rect for chain in story.chains for p in chain]
    level = [t for t in texts if t.overlap_y(inset) > 0.5 * min(inset.height, t.height)]
    left = any(t.cx < inset.left for t in level)
    right = any(t.cx > inset.right for t in level)
    if left and right:
        return True
    if story.head is not None and _over_head(story.head.rect, inset, level):
        return True
    column = [t for t in texts if shares(t, inset) > 0.5]
    above = any(t.bottom <= inset.top + region.body for t in column)
    below = any(t.top >= inset.bottom - region.body for t in column)
    return above and below


def _over_head(head: Rect, inset: Rect, level: Sequence[Rect]) -> bool:
    """Whether a place is over the head, level with text of the story: a head in the midst."""
    return inset.bottom < head.top and shares(head, inset) > 0.5 and bool(level)


def _beside_note(small: Group, groups: Iterable[Group], region: Region) -> Group | None:
    """The story that a note without a head stands right beside, above or below."""
    if small.head is not None or small.chars > NOTE or small.container is not None:
        return None
    if any(p.plain for p in small.pieces):
        return None
    found: list[tuple[float, float, int, Group]] = []
    for story in groups:
        if story is small or story.container is not None or story.chars < 2 * small.chars:
            continue
        gap = min(small.rect.distance(p.rect) for p in story.pieces)
        if gap <= NEAR * region.body and not cut(*_ordered(story.rect, small.rect), region.rows):
            found.append((gap, -_common(story.rect, small.rect), len(found), story))
    return min(found)[-1] if found else None


def _ordered(a: Rect, b: Rect) -> tuple[Rect, Rect]:
    return (a, b) if a.cy < b.cy else (b, a)


def _common(a: Rect, b: Rect) -> float:
    return max(a.overlap_y(b), 0.0) + max(a.overlap_x(b), 0.0)


def _listings(groups: list[Group], region: Region) -> list[Group]:
    """Join columns of small print that touch: programmes, results, small ads."""
    small = [g for g in groups if _is_listing(g)]
    for cluster in clusters(small, lambda a, b: _touch(a.rect, b.rect, region)):
        if len(cluster) < ENTRIES:
            continue
        groups = [g for g in groups if g not in cluster] + [_one_listing(cluster, region)]
    return groups


def _one_listing(cluster: Iterable[Group], region: Region) -> Group:
    """A listing is read down its columns; the heads of its entries are subheads."""
    whole = Group()
    for group in cluster:
        whole.take(group)
    entries = by_columns(whole.texts, lambda p: p.rect, 4 * region.body)
    return Group(chains=[tuple(entries)])


def _is_listing(group: Group) -> bool:
    texts: list[Piece] = list(group.texts)
    return (
        bool(texts)
        and group.main_ratio < DISPLAY
        and all(p.ratio < PRINT for p in texts)
        and group.container is None
    )


def _touch(a: Rect, b: Rect, region: Region) -> bool:
    return a.grow(APART * region.body, APART * region.body).intersect(b) is not None
