"""Does one piece of text go on in another? The strongest witness of reading order.

Type setters leave traces at every break of a column: a broken word, a sentence without
its stop, a full last line, an indent where a paragraph begins. This module reads them;
it knows nothing of where the pieces stand.
"""

from dataclasses import dataclass

from convert.articles.weights import Flow
from convert.model import Block
from convert.typeface import is_cjk

TERMINAL = frozenset(".!?…。！？؟۔：:”»“\"')）」』】›")
"""What a finished sentence may end on."""
CLOSING = frozenset("”»“\"')）」』】›’")
"""What may stand behind the stop."""
MIDWORD = frozenset("をんっゃゅょぁぃぅぇぉーァィゥェォッャュョ、。」』）】％")
"""Kana and stops that no sentence of Japanese begins with, nor a line of Chinese."""
HYPHENS = ("-", "\u2010", "\u00ad")
"""What a broken word ends on: hyphen-minus, hyphen, soft hyphen."""
INDENT = 0.6
"""A first line that begins this far inside its column is indented, in em."""
FULL = 0.92
"""A line that fills this share of its column is full."""


@dataclass(frozen=True, slots=True)
class Ends:
    """How a block of text begins and ends."""

    cjk: bool
    hyphen: bool
    """The last word is broken."""
    terminal: bool
    """The last sentence is finished."""
    full: bool
    """The last line reaches the right edge of the column."""
    indent: bool
    """The first line begins a paragraph by its indent."""
    lower: bool
    """The first letter is small."""
    question: bool
    """The last sentence asks."""


def ends_of(block: Block) -> Ends:
    """Read the traces at both ends of a block."""
    first, last = block.lines[0], block.lines[-1]
    text, tail = block.text, last.text.rstrip()
    head = text.lstrip()[:1]
    left, right = block.rect.left, block.rect.right
    if len(block.lines) > 2:  # the column is as wide as its usual line
        lefts = sorted(line.rect.left for line in block.lines)
        rights = sorted(line.rect.right for line in block.lines)
        left, right = lefts[len(lefts) // 3], rights[2 * len(rights) // 3]
    size = first.size
    return Ends(
        cjk=(bool(text) and is_cjk(text[0])) or (bool(tail) and is_cjk(tail[-1])),
        hyphen=tail.endswith(HYPHENS) and len(tail) > 1 and tail[-2].isalpha(),
        terminal=_is_terminal(tail),
        full=last.rect.right >= right - (1 - FULL) * max(right - left, size),
        indent=first.rect.left - left > INDENT * size,
        lower=head.islower() or head in MIDWORD,
        question=tail.rstrip("".join(CLOSING)).endswith(("?", "？", "؟")),
    )


def _is_terminal(tail: str) -> bool:
    bare = tail.rstrip("".join(CLOSING))
    if bare != tail:
        return not bare or bare[-1] in TERMINAL or not bare[-1:].isalpha() or (is_cjk(bare[-1]))
    return tail[-1:] in TERMINAL


def continuity(a: Ends, b: Ends, weights: Flow) -> float:
    """Return how well text `b` goes on where text `a` ends; 0 says nothing."""
    if a.cjk and b.cjk:
        return _continuity_cjk(a, b, weights)
    if a.hyphen:
        return weights.hyphen if b.lower else weights.hyphen_capital
    if a.terminal:
        if b.lower:
            return weights.stop_lower
        return weights.stop_indent if b.indent else weights.stop_flush
    if b.lower:
        return weights.open_lower
    if b.indent:
        return weights.open_indent
    return weights.open_full if a.full else weights.open_short


def _continuity_cjk(a: Ends, b: Ends, weights: Flow) -> float:
    if b.lower:
        return weights.open_lower
    if not a.terminal:
        if b.indent:
            return weights.cjk_open_indent
        return weights.cjk_open_full if a.full else weights.cjk_open_short
    if b.indent:
        return weights.cjk_stop_indent
    return weights.cjk_stop_full if a.full else weights.cjk_stop_flush
