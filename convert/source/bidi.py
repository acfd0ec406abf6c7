"""Build the spans of lines with Arabic or Hebrew from their glyphs.

Files set such lines from the left or from the right, and readers order them as they can.
Only the places of the glyphs are certain: here a line is read from them alone.
"""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from convert.direction import spelled
from convert.model import Span
from convert.source.spans import WIDE_GAP, Run, Style, upright_spans

SPACE = 0.16
"""A gap of this many em between two glyphs is a word space."""
NEAR = 0.05
"""Glyphs this near, in em, touch."""
ALEFS = frozenset("اأإآٱ")
LAM = "ل"


class Glyph(NamedTuple):
    """One character of a line, where it stands in page space."""

    text: str
    left: float
    right: float
    baseline: float
    style: Style

    @property
    def hangs(self) -> bool:
        """Whether it takes no room: a mark, or a letter of the ligature beside it."""
        if not (self.text[:1].isalnum() or unicodedata.combining(self.text[:1] or " ")):
            return False
        return self.right - self.left < 0.01 * self.style.size or (
            len(self.text) == 1 and unicodedata.combining(self.text) > 0
        )


def bidi_spans(glyphs: Iterable[Glyph], flow: int, *, leftward: bool) -> Iterator[Span]:
    """Yield the spans of one line, in the order in which the line runs.

    Args:
        glyphs: all of one baseline, in the order of the file.
        flow: number of the text block in the file.
        leftward: whether the line as a whole runs from right to left.
    """
    row = list(_with_gaps(_with_marks(list(glyphs))))
    read = spelled([glyph.text for glyph in row], leftward=leftward)
    rank = {index: (at, text) for at, (index, text) in enumerate(read)}
    runs = [list(run) for run in _runs(row)]
    for run in reversed(runs) if leftward else runs:
        text = "".join(text for _, text in sorted(rank[i] for i in run))
        first = row[run[0]]
        whole = Run(0, len(text), first.left, max(row[i].right for i in run))
        yield from upright_spans(text, (whole,), first.baseline, first.style, flow)


def split_alefs(lines: Iterable[Sequence[Glyph]]) -> frozenset[str]:
    """Return the fonts that set lam and alef as two glyphs, the alef without width."""
    votes: Counter[str] = Counter()
    for glyphs in lines:
        for at, glyph in enumerate(glyphs):
            if glyph.hangs and glyph.text in ALEFS:
                before, after = _neighbours(glyphs, at, at)
                lams = [g is not None and g.text == LAM for g in (before, after)]
                votes[glyph.style.font] += lams[1] - lams[0]
    return frozenset(font for font, vote in votes.items() if vote > 0)


def with_ligatures(glyphs: Sequence[Glyph], split: Collection[str]) -> list[Glyph]:
    """Give the glyph of a ligature all its letters.

    MuPDF lists the second and further letters as if they stood at the glyph's right edge,
    without width. So stands the alef of fonts that set lam and alef apart, but that one
    belongs to the lam at its right.

    Args:
        glyphs: one line, as MuPDF lists it.
        split: fonts that set lam and alef apart.
    """
    whole: list[Glyph] = []
    hung: list[tuple[Glyph, str]] = []
    at = 0
    for hangs, group in groupby(glyphs, key=lambda g: g.hangs and not g.text.isspace()):
        run = list(group)
        start, at = at, at + len(run)
        if not hangs:
            whole += run
            continue
        left, right = _neighbours(glyphs, start, at - 1)
        mine = [g for g in run if left is not None and _ends_at(left, g)]
        apart = [g for g in mine if g.text in ALEFS and right is not None and right.text == LAM]
        if left is None or (apart and (left.text != LAM or left.style.font in split)):
            whole += run
            continue
        further = mine if glyphs[start - 1] is left and start else mine[::-1]
        hung.append((left, "".join([g.text for g in further])))
        whole += [g for g in run if g not in mine]
    for base, text in hung:
        place = next(i for i, g in enumerate(whole) if g is base)
        whole[place] = base._replace(text=base.text + text)
    return whole


def _neighbours(
    glyphs: Sequence[Glyph], first: int, last: int
) -> tuple[Glyph | None, Glyph | None]:
    """Return the glyphs listed beside some that hang: left and right of their place."""
    beside = [glyphs[i] for i in (first - 1, last + 1) if 0 <= i < len(glyphs)]
    left = next((g for g in beside if any(_ends_at(g, m) for m in glyphs[first : last + 1])), None)
    right = next((g for g in beside if g is not left and _touches(g.left, glyphs[first])), None)
    return left, right


def _ends_at(glyph: Glyph, mark: Glyph) -> bool:
    return _touches(glyph.right, mark) and abs(glyph.baseline - mark.baseline) < 0.1


def _touches(x: float, mark: Glyph) -> bool:
    return abs(x - mark.left) < NEAR * mark.style.size


def _with_marks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs that take room from left to right, each with what hangs on it."""
    bases = [(i, g) for i, g in enumerate(glyphs) if not g.hangs and not g.text.isspace()]
    hung: dict[int, list[tuple[int, Glyph]]] = {i: [] for i, _ in bases}
    for i, glyph in enumerate(glyphs):
        if glyph.hangs and bases and not glyph.text.isspace():
            hung[_base(glyph, bases)].append((i, glyph))
    whole = [base._replace(text=_cluster(i, base, hung[i])) for i, base in bases]
    spaces = [g for g in glyphs if g.text.isspace()]
    return sorted([*whole, *spaces] if bases else glyphs, key=lambda g: (g.left, g.right))


def _base(mark: Glyph, bases: Sequence[tuple[int, Glyph]]) -> int:
    """Return the glyph that a mark or a further letter of a ligature belongs to."""
    x, slack = (mark.left + mark.right) / 2, NEAR * mark.style.size
    if mark.text[0] in ALEFS:
        lams = [i for i, g in bases if g.text == LAM and abs(g.left - x) < slack]
        if lams:
            return lams[0]
    return min(
        bases,
        key=lambda b: (
            round(max(b[1].left - x, x - b[1].right, 0.0) / slack),
            abs(b[1].baseline - mark.baseline) > slack and not b[1].left <= x <= b[1].right,
            b[1].left,
        ),
    )[0]


def _cluster(at: int, base: Glyph, hung: Sequence[tuple[int, Glyph]]) -> str:
    """Spell a glyph with what hangs on it: letters, then marks, each said once.

    Some files give every glyph of a cluster the text of all of it.
    """
    before = [pair for pair in hung if pair[0] < at]
    after = [pair for pair in hung if pair[0] > at]
    text = base.text
    for _, group in groupby([*reversed(before), *after], key=lambda p: (p[1].left, p[1].baseline)):
        part = "".join([glyph.text for _, glyph in group])
        marked = any(map(unicodedata.combining, part))
        text += "".join([char for char in part if not (marked and char in text)])
    return "".join(sorted(text, key=lambda c: unicodedata.combining(c) > 0))


def _with_gaps(row: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield the glyphs of a row, and a space where a gap says so."""
    reach = None
    for glyph in row:
        if reach is not None and glyph.left - reach > SPACE * glyph.style.size:
            yield Glyph(" ", reach, glyph.left, glyph.baseline, glyph.style)
        yield glyph
        reach = glyph.right if reach is None else max(reach, glyph.right)


def _runs(row: Sequence[Glyph]) -> Iterator[Iterable[int]]:
    """Yield the indices of glyphs that share a style and have no wide gap between them."""
    run: list[int] = []
    for i, glyph in enumerate(row):
        if glyph.text.isspace():
            continue
        if run:
            last = row[run[-1]]
            wide = glyph.left - last.right > WIDE_GAP * glyph.style.size
            if wide or glyph.style != last.style:
                yield range(run[0], run[-1] + 1)
                run = []
        run.append(i)
    if run:
        yield range(run[0], run[-1] + 1)
