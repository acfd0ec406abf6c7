"""What every block is for, from its type, its place and its words.

RULES is the visible order of the questions; the first that is answered decides. What a
headline is to its neighbours (kicker, deck) is settled in `convert.articles.heads`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from convert.articles.pieces import Piece
from convert.articles.roles.bylines import byline, named, of_writer, portrayed, signature
from convert.articles.roles.captions import caption, credit, headless
from convert.articles.roles.labels import label, like_subheads, subhead
from convert.articles.roles.quotes import of_quote, quote
from convert.articles.roles.text import dateline, display, jump, paragraph, small_print, table
from convert.articles.scene import Scene, scene_of
from convert.model import Region, Role

Question = Callable[[Piece, Scene], Role | None]
"""Answers with a role, or with None: somebody else may know."""

RULES: Sequence[Question] = (
    table,
    jump,
    credit,
    quote,
    headless,
    portrayed,
    display,
    dateline,
    byline,
    named,
    caption,
    signature,
    label,
    subhead,
    paragraph,
    small_print,
)


def assign_roles(
    region: Region, pieces: Sequence[Piece], known: Mapping[int, Role]
) -> tuple[Piece, ...]:
    """Return the pieces with their roles; `known` are those that need no question, by id."""
    scene = scene_of(region, pieces)
    given = [replace(p, role=known.get(p.id) or _ask(p, scene)) for p in pieces]
    return _look_again(given, scene.body)


def _ask(piece: Piece, scene: Scene) -> Role:
    for question in RULES:
        role = question(piece, scene)
        if role is not None:
            return role
    return Role.OTHER


def _look_again(pieces: Sequence[Piece], body: float) -> tuple[Piece, ...]:
    """Correct roles by those of other pieces: a name goes with what it stands under."""
    pieces = like_subheads(pieces)
    quotes = [p for p in pieces if p.role is Role.QUOTE]
    bylines = [p for p in pieces if p.role is Role.BYLINE]
    return tuple(
        replace(p, role=of_quote(p, quotes, body) or of_writer(p, bylines, body) or p.role)
        for p in pieces
    )
