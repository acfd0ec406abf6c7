"""Heads: a headline with its kicker above, its deck below and its byline.

display type ─stacks→ headlines ─neighbours, settle→ heads
small lines in other type ─small→ subheads of a story · heads of briefs · rubrics
"""

from collections.abc import Sequence

from convert.articles.heads.head import BRIEFS, Head, follows
from convert.articles.heads.labels import is_rubric, looks_of_kickers, with_labels, with_rubric
from convert.articles.heads.neighbours import with_neighbours
from convert.articles.heads.settle import settle
from convert.articles.heads.small import BULLETS, small_heads, subheads, under_label
from convert.articles.heads.stacks import stacks_of
from convert.articles.pieces import Piece
from convert.articles.scene import Scene, scene_of
from convert.model import Region

__all__ = ["BRIEFS", "BULLETS", "Head", "build_heads", "follows", "is_rubric"]


def build_heads(pieces: Sequence[Piece], region: Region) -> tuple[tuple[Head, ...], frozenset[int]]:
    """Group headlines with what belongs to them; every head has a role for each piece.

    Returns the heads, and the ids of small heads that are subheads of a story: items
    of a news-in-brief column, questions of an interview.
    """
    scene = scene_of(region, pieces)
    heads = _display_heads(scene)
    scene = with_labels(scene, heads)
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
        heads.append(Head(under_label(settle(whole, scene.region.turned), scene)))
    kickers = looks_of_kickers(heads)
    return [Head(with_rubric(h.pieces, scene, kickers)) for h in heads]
