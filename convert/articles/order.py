"""The reading order of one article, once all that belongs to it is known.

Chains were found among all the text of a page. Within one article the headlines of
others no longer stand in the way, and a pull quote or a picture between two columns is
only something to read past: the chains are found again.
"""

from dataclasses import replace

from convert.articles.chains import Surroundings, find_chains
from convert.articles.columns import find_places
from convert.articles.grouping import Group
from convert.articles.stands import by_columns
from convert.model import Role


def put_in_order(group: Group, around: Surroundings) -> Group:
    """Return the group with its chains joined and in reading order."""
    chains = group.chains
    if len(chains) > 1:
        chains = list(find_chains(_inside(group, around)))
    return Group(
        head=group.head,
        chains=by_columns(chains, lambda c: c[0].rect, max(around.column, 1.0)),
        insets=group.insets,
    )


def _inside(group: Group, around: Surroundings) -> Surroundings:
    """What the texts of a group see: each other, their head, the rules."""
    texts = [p for chain in group.chains for p in chain]
    heads = [] if group.head is None or group.head.vertical else list(group.head.pieces)
    heads = [p for p in heads if p.role is not Role.BYLINE]
    rows = around.rows
    if group.head is not None and any(
        t.rect.bottom < group.head.rect.top and t.rect.overlap_x(group.head.rect) > 0 for t in texts
    ):
        heads = []  # it stands in the midst of its text, which reads past it and its rules
        ground = group.head.rect.grow(2 * around.body, 4 * around.body)
        rows = tuple(r for r in rows if not ground.holds(r.cx, r.cy))
    places = find_places(texts, heads, rows, around.pictures, around.body)
    return replace(
        around, texts=texts, heads=heads, places=places, rows=rows, passed=around.pictures
    )
