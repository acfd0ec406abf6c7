"""Breaking text into lines: justified columns, and ragged heads.

Columns are broken paragraph by paragraph, the best way over all lines at once
(after Knuth and Plass), into slots whose widths may differ from line to line.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pyphen

from samples.faces import BOLD, FACES, width

TIGHTEST = -0.2
"""How far a word space may shrink, as a share of itself."""
LOOSEST = 2.5
"""How far it may grow, unless there is no other way."""
HYPHEN_COST = 0.5
LADDER_COST = 3.0
"""The price of a second hyphen right under the first."""
WIDOW_COST = 2.0
"""The price of a last line that is hardly there."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a line may end: after `chars` characters of word `word`."""

    word: int
    chars: int = 0
    hyphen: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """One line of a paragraph, and what each of its word spaces is widened by."""

    text: str
    spread: float
    hyphenated: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """The best way found so far to end line number `line` at `cut`."""

    cost: float
    cut: Cut
    line: int
    before: "Node | None"


@cache
def hyphens(lang: str) -> pyphen.Pyphen:
    """Return the rules of a language."""
    return pyphen.Pyphen(lang=lang, left=2, right=3)


@cache
def positions(word: str, lang: str) -> tuple[tuple[int, str], ...]:
    """Return where a word may be broken, and with which hyphen."""
    found = []
    if word.startswith(BOLD) or not lang:
        return ()
    for part in re.finditer(r"[^\W\d_]{5,}", word):
        if not part.group().isupper():
            places = hyphens(lang).positions(part.group())
            found += [(part.start() + p, "-") for p in places]
    found += [(m.end(), "") for m in re.finditer(r"\w-(?=\w)", word)]
    return tuple(sorted(found))


def cuts_of(words: Sequence[str], lang: str) -> list[Cut]:
    """Return every place where a line of these words may end, in order."""
    cuts = []
    for i, word in enumerate(words):
        cuts += [Cut(i, p, hyphen) for p, hyphen in positions(word, lang)]
        cuts.append(Cut(i + 1))
    return cuts


def text_between(words: Sequence[str], start: Cut, end: Cut) -> str:
    """Return the line that starts at one cut and ends at another."""
    if start.word == end.word:
        return words[end.word][start.chars : end.chars] + end.hyphen
    parts = [words[start.word][start.chars :], *words[start.word + 1 : end.word]]
    if end.chars:
        parts.append(words[end.word][: end.chars] + end.hyphen)
    return " ".join(parts)


def line_width(text: str, face: str, size: float) -> float:
    """Return the natural width of a line, word by word (so that it is cached)."""
    words = text.split(" ")
    gaps = (len(words) - 1) * width(" ", face, size)
    return sum(width(w, face, size) for w in words) + gaps


def stretch(text: str, room: float, face: str, size: float) -> float:
    """Return by which share its word spaces must grow to fill `room`."""
    spare = room - line_width(text, face, size)
    gaps = text.count(" ")
    if not gaps:
        return TIGHTEST * 2 if spare < 0 else spare / size
    return spare / gaps / width(" ", face, size)


def cost_of(ratio: float, node: Node, cut: Cut, *, last: bool) -> float:
    """Return how ugly a line is whose spaces grow by `ratio`."""
    if last:
        return 0.0
    cost = (ratio / 0.6) ** 2 if ratio >= 0 else (ratio / TIGHTEST) ** 2 * 0.5
    if cut.hyphen:
        cost += HYPHEN_COST + (LADDER_COST if node.cut.hyphen else 0)
    return cost


def break_paragraph(
    words: Sequence[str],
    rooms: Sequence[float],
    face: str,
    size: float,
    *,
    cut_off: bool = False,
) -> tuple[Broken, ...]:
    """Break words into lines as wide as `rooms`; the last room serves all further lines.

    `cut_off` justifies the last line too: the paragraph goes on elsewhere.
    """
    enough = int(line_width(" ".join(words), face, size) / min(rooms)) + 3
    near = tuple(round(r, 2) for r in rooms[:enough])
    for loosest in (LOOSEST, 10 * LOOSEST, math.inf):
        lines = best_lines(tuple(words), near, (face, size), cut_off, loosest)
        if lines:
            return lines
    raise ValueError(f"no way to set: {' '.join(words)}")


@cache
def best_lines(
    words: tuple[str, ...],
    rooms: tuple[float, ...],
    type_: tuple[str, float],
    cut_off: bool,
    loosest: float,
) -> tuple[Broken, ...]:
    """Return the lines whose spaces are, all together, nearest to natural; () if none."""
    face, size = type_
    room = lambda line: rooms[min(line, len(rooms) - 1)]  # noqa: E731
    active = [Node(0.0, Cut(0), 0, None)]
    for cut in cuts_of(words, FACES[face].lang):
        last = cut == Cut(len(words)) and not cut_off
        best: dict[int, Node] = {}
        living = []
        for node in active:
            text = text_between(words, node.cut, cut)
            ratio = stretch(text, room(node.line), face, size)
            if ratio < TIGHTEST:
                continue
            living.append(node)
            if ratio > loosest and not last:
                continue
            cost = node.cost + cost_of(ratio, node, cut, last=last)
            line = node.line + 1
            if line not in best or cost < best[line].cost:
                best[line] = Node(cost, cut, line, node)
        if cut == Cut(len(words)):
            if not best:
                return ()
            node = min(best.values(), key=lambda n: n.cost)
            return tuple(lines_of(words, node, rooms, type_, last=last))
        active = living + list(best.values())
    return ()


def lines_of(
    words: Sequence[str],
    node: Node,
    rooms: Sequence[float],
    type_: tuple[str, float],
    *,
    last: bool,
) -> list[Broken]:
    """Return the lines on the way to the last node."""
    nodes = [node]
    while nodes[-1].before:
        nodes.append(nodes[-1].before)
    lines = []
    for a, b in pairwise(reversed(nodes)):
        text = text_between(words, a.cut, b.cut)
        room = rooms[min(a.line, len(rooms) - 1)]
        spread = stretch(text, room, *type_) * width(" ", *type_)
        if (last and b is node) or " " not in text:
            spread = min(spread, 0.0)
        lines.append(Broken(text, spread, bool(b.cut.hyphen)))
    return lines


def ragged(text: str, room: float, face: str, size: float) -> list[str]:
    """Break a head into the fewest lines, balanced; `|` breaks it by hand."""
    if "|" in text:
        return [part.strip() for part in text.split("|")]
    lines = greedy(text, room, face, size)
    low, high = room / len(lines) * 0.8, room
    while high - low > 1:
        middle = (low + high) / 2
        if len(greedy(text, middle, face, size)) > len(lines):
            low = middle
        else:
            high = middle
    return greedy(text, high, face, size)


def greedy(text: str, room: float, face: str, size: float) -> list[str]:
    """Break text line by line, each as full as it gets."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and line_width(longer, face, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
