"""Pull quotes: display type inside a column whose text reads on below it."""

from collections.abc import Iterator, Sequence

from convert.articles.columns import gap, shares
from convert.articles.flow import OPENING, continuity
from convert.articles.pieces import Piece
from convert.articles.scene import Scene
from convert.articles.weights import Flow
from convert.geometry import Rect
from convert.model import Role
from convert.typeface import DISPLAY

QUOTE_CHARS = 500
"""Characters of a pull quote at most."""
RUNS_ON = 1.4
"""Text must read on this well over a pull quote: in the midst of a sentence."""
QUOTED = 0.8
"""The same where the quote stands in quotation marks and within one column."""
FRAMED, RULED = 0.3, 2.0
"""The same where two rules of one length hold it, and how close they are, in em."""
TEXT_ABOVE, TEXT_BELOW = 5.0, 8.0
"""The text round a quote stands this near to it, in em."""
WIDE = 1.4
"""A quote wider than its column by this factor stands in several."""
GRAM = 3
"""Han is compared by so many characters at a time, for want of word spaces."""
SAID = 0.6
"""This share of them must stand in the running text, too."""
WHOSE_LINES, WHOSE_CHARS = 3, 90
"""Lines and characters at most that say whose words a quote is."""


def quote(piece: Piece, scene: Scene) -> Role | None:
    """Whether the text of every column that the piece interrupts runs on below it."""
    if piece.ratio < DISPLAY or piece.chars > QUOTE_CHARS or piece.against:
        return None
    if piece.ends.cjk and not _is_said(piece, scene):
        return None
    columns = list(_interrupted(piece, scene))
    quoted = piece.block.text[:1] in OPENING
    if quoted and _rules_at(piece, scene) and _breaks_sentence(columns):
        return Role.QUOTE
    if any(_ruled_above_only(above, piece, below, scene) for above, below in columns):
        return None
    runs_on = all(_runs_on(above, piece, below, scene) for above, below in columns)
    return Role.QUOTE if columns and runs_on else None


def _breaks_sentence(columns: Sequence[tuple[Piece, Piece]]) -> bool:
    """Whether the text of a column goes on below in small letters, and no other one objects.

    No story begins so, whatever rules lie there.
    """
    flows = [continuity(above.ends, below.ends, Flow()) for above, below in columns]
    lower = (below.ends.lower for _, below in columns)
    return all(f >= 0 for f in flows) and any(
        f >= RUNS_ON and small for f, small in zip(flows, lower, strict=True)
    )


def _interrupted(piece: Piece, scene: Scene) -> Iterator[tuple[Piece, Piece]]:
    """Yield the text right above and the text below a piece, column by column."""
    upper = [p for p in scene.pieces if _stands_over(p, piece, scene)]
    for above in upper:
        nearest = not any(
            p.rect.top >= above.rect.bottom - 2 and shares(p.rect, above.rect) > 0.6 for p in upper
        )
        if nearest:
            below = _under(above, piece, scene)
            if below is not None and gap(piece.rect, below.rect) <= TEXT_BELOW * scene.body:
                yield above, below


def _stands_over(above: Piece, piece: Piece, scene: Scene) -> bool:
    """Whether a piece is running text right above another one."""
    return (
        above.rect.bottom <= piece.rect.top + 2
        and above.lines >= 2
        and above.own_family
        and scene.is_text(above)
        and above.rect.overlap_x(piece.rect) >= 0.5 * above.rect.width
        and gap(above.rect, piece.rect) <= TEXT_ABOVE * scene.body
    )


def _under(above: Piece, piece: Piece, scene: Scene) -> Piece | None:
    """The text that stands below a quote in the column of `above`."""
    found = (
        p
        for p in scene.pieces
        if p.rect.top > piece.rect.cy
        and scene.is_text(p)
        and abs(p.ratio - above.ratio) < 0.1
        and shares(p.rect, above.rect) > 0.6
        and p.block.container == above.block.container
    )
    return min(found, key=lambda p: p.rect.top, default=None)


def _ruled_above_only(above: Piece, piece: Piece, below: Piece, scene: Scene) -> bool:
    """Whether a rule stands over a piece and none under it: a story begins there."""
    return scene.parted(above.rect, piece.rect) and not scene.parted(piece.rect, below.rect)


def _runs_on(above: Piece, piece: Piece, below: Piece, scene: Scene) -> bool:
    """Whether one text goes on in the other, as it does past a quote."""
    wide = piece.rect.width > WIDE * above.rect.width
    needed = QUOTED if piece.block.text[:1] in OPENING and not wide else RUNS_ON
    if not wide and _hangs_between_rules(piece, scene):
        needed = FRAMED
    return continuity(above.ends, below.ends, Flow()) >= needed


def _rules_at(piece: Piece, scene: Scene) -> list[Rect]:
    """The rules close over and under a piece."""
    return [
        r
        for r in scene.rules
        if r.overlap_x(piece.rect) > 0.8 * piece.rect.width
        and max(piece.rect.top - r.cy, r.cy - piece.rect.bottom) < RULED * scene.body
    ]


def _hangs_between_rules(piece: Piece, scene: Scene) -> bool:
    """Whether two rules of one length, close over and under a piece, hold it."""
    near = _rules_at(piece, scene)
    return any(
        a.cy < piece.rect.cy < b.cy
        and abs(a.left - b.left) < 0.2 * scene.body
        and abs(a.right - b.right) < 0.2 * scene.body
        for a in near
        for b in near
    )


def _is_said(piece: Piece, scene: Scene) -> bool:
    """Whether the running text says what the piece says: Han gives few other signs."""
    words = piece.block.text
    grams = [words[i : i + GRAM] for i in range(len(words) - GRAM + 1)]
    text = "".join(p.block.text for p in scene.pieces if scene.is_text(p))
    return len(grams) > 6 and sum(g in text for g in grams) > SAID * len(grams)


def of_quote(piece: Piece, quotes: Sequence[Piece], body: float) -> Role | None:
    """A short line right below a pull quote says whose words they are."""
    if piece.lines > WHOSE_LINES or piece.chars >= WHOSE_CHARS:
        return None
    if piece.role not in (Role.KICKER, Role.SUBHEAD, Role.OTHER, Role.BYLINE):
        return None
    under = any(
        -2 <= gap(q.rect, piece.rect) < 1.5 * body and shares(piece.rect, q.rect) > 0.5
        for q in quotes
    )
    return Role.QUOTE if under else None
