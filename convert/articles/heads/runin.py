"""Run-in heads: bold words that open a paragraph and head a brief (deaths, people, short news).

A column of them is many small stories without a line between. Names in bold that open
paragraphs of one story look alike, but there bold words stand within the text, too; what
ends with a colon or a question mark is a speaker, a question or an entry of a list; and
where a story begins under its head it opens with the place it is told from.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from convert.articles.cues import is_dateline
from convert.articles.flow import ends_of
from convert.articles.heads.head import Head
from convert.articles.pieces import Piece
from convert.articles.scene import Scene, scene_of
from convert.articles.tails import cut_lines
from convert.model import Line, Region, Role, Span

ITEMS, LETTERS = 3, 150
"""So many briefs make a column of them; letters that half of them have at least."""
LONGEST, SHORTEST = 60, 3
"""Letters of a run-in head at most and at least."""
NO_HEAD = (":", "：", "—", "–", "?", "？")
"""How no head of a brief ends."""
STEP = 1_000_000
"""Ids of the items of a piece are its own plus multiples of this."""
Cuts = dict[Span, tuple[Span, Span]]
Face = tuple[str, float]
"""Family and size of the text that opens in bold."""


@dataclass(frozen=True, slots=True)
class _Item:
    """Lines of a piece, from one run-in head to the next."""

    piece: Piece
    first: int
    last: int

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its lines of print."""
        return self.piece.block.lines[self.first : self.last]

    @property
    def letters(self) -> float:
        """How much it says, as `Piece.letters`."""
        share = sum(len(line.text) for line in self.lines) / max(self.piece.chars, 1)
        return share * self.piece.letters


def run_in_heads(
    pieces: Sequence[Piece], region: Region, cuts: Cuts
) -> tuple[tuple[Piece, ...], tuple[Head, ...]]:
    """Return the pieces with every brief on its own, and the heads cut off their first lines.

    `cuts` takes the spans that are cut in two.
    """
    scene = scene_of(region, pieces)
    faces: dict[Face, list[_Item]] = defaultdict(list)
    for piece in pieces:
        if piece.role is Role.PARAGRAPH:
            faces[piece.family, round(piece.ratio, 1)] += _items(piece)
    briefs: set[tuple[int, int]] = set()
    for items in faces.values():
        follow = [item for item in items if not _opens_story(item, scene)]
        if _are_briefs(follow):
            ids = {item.piece.id for item in follow}
            briefs |= {
                (item.piece.id, item.first)
                for item in items
                if item in follow or _goes_before(item, ids, scene)
            }
    kept: list[Piece] = []
    heads: list[Head] = []
    for piece in pieces:
        own = [item for item in _items(piece) if (piece.id, item.first) in briefs]
        if piece.role is not Role.PARAGRAPH or not own:
            kept.append(piece)
            continue
        if own[0].first:
            kept.append(_part(piece, piece.block.lines[: own[0].first], piece.id))
        for number, item in enumerate(own, 1):
            at = len(_lead(item.lines[0]))
            name, text = cut_lines(item.lines, at, region.frame, cuts)
            head = _part(piece, name, piece.id + (2 * number - 1) * STEP)
            heads.append(Head((replace(head, role=Role.HEADLINE, bold=True),), run_in=True))
            kept.append(_part(piece, text, piece.id + 2 * number * STEP))
    return tuple(kept), tuple(heads)


def _items(piece: Piece) -> list[_Item]:
    lines = piece.block.lines
    starts = [
        i
        for i, line in enumerate(lines)
        if _lead(line) and (i == 0 or lines[i - 1].text.rstrip("”»“)）』」 ")[-1:] in ".!?。！？")
    ]
    return [_Item(piece, a, b) for a, b in pairwise([*starts, len(lines)])]


def _lead(line: Line) -> str:
    """The bold words that a line opens with; none if all of it is bold, or they end in a colon."""
    if not line.spans[0].bold or line.vertical:
        return ""
    plain = next((s for s in line.spans if not s.bold), None)
    if plain is None:
        return ""
    lead = line.text[: line.text.find(plain.text.strip())]
    said = lead.strip()
    short = len(said) <= LONGEST and sum(map(str.isalpha, said)) >= SHORTEST
    return lead if short and not said.endswith(NO_HEAD) and not is_dateline(said) else ""


def _opens_story(item: _Item, scene: Scene) -> bool:
    """Whether something else than text stands over an item: it is the beginning of a story."""
    above = scene.above(item.piece)
    return item.first == 0 and (above is None or above.role is not Role.PARAGRAPH)


def _goes_before(item: _Item, ids: Set[int], scene: Scene) -> bool:
    """Whether a brief follows an item, in its piece or right below it."""
    below = scene.below(item.piece)
    return item.piece.id in ids or (below is not None and below.id in ids)


def _are_briefs(items: Sequence[_Item]) -> bool:
    if len(items) < ITEMS or median(item.letters for item in items) < LETTERS:
        return False
    return not any(_has_bold_within(item) for item in items)


def _has_bold_within(item: _Item) -> bool:
    first, *others = item.lines
    return any(s.bold for line in others for s in line.spans) or any(_turns_bold(first))


def _turns_bold(line: Line) -> Iterator[bool]:
    """Whether each span is bold behind one that is not."""
    return (after.bold and not before.bold for before, after in pairwise(line.spans))


def _part(piece: Piece, lines: tuple[Line, ...], number: int) -> Piece:
    block = piece.block.of_lines(lines)
    chars = sum(len(line.text) for line in lines)
    return replace(piece, id=number, block=block, chars=chars, ends=ends_of(block))
