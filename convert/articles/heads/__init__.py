"""Heads: a headline with its kicker above, its deck below and its byline.

display type ─stacks→ headlines ─neighbours, settle→ heads
small lines in other type ─small→ subheads of a story · heads of briefs · rubrics
"""

from collections.abc import Sequence

from convert.articles.heads.head import Head
from convert.articles.heads.neighbours import with_neighbours
from convert.articles.heads.settle import settle
from convert.articles.heads.small import BULLETS, small_heads, subheads, under_label, with_rubric
from convert.articles.heads.stacks import stacks_of
from convert.articles.pieces import Piece
from convert.articles.scene import Scene, scene_of
from convert.model import Region

__all__ = ["BULLETS", "Head", "build_heads"]


def build_heads(pieces: Sequence[Piece], region: Region) -> tuple[tuple[Head, ...], frozenset[int]]:
    """Group headlines with what belongs to them; every head has a role for each piece.

    Returns the heads, and the ids of small heads that are subheads of a story: items
    of a news-in-brief column, questions of an interview.
    """
    scene = scene_of(region, pieces)
    heads = _display_heads(scene)
    taken = frozenset(i for head in heads for i in head.ids)
    within = subheads(scene, taken)
    return (*heads, *small_heads(scene, taken | within, heads)), within


def _display_heads(scene: Scene) -> list[Head]:
    """Return the heads in display type, each with its neighbours."""
    heads: list[Head] = []
    taken: set[int] = set()
    for stack in stacks_of(scene):
        whole = with_neighbours(stack, scene, taken)
        taken |= {p.id for p in whole}
        heads.append(Head(with_rubric(under_label(settle(whole), scene), scene)))
    return heads
