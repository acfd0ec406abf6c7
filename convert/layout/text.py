"""Text of a line: spans joined; running text of a block: lines joined, hyphenation undone."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from convert.model import Line
from convert.typeface import is_cjk

SPACE = 0.16
"""A gap of this many em between two spans is a word space."""
BETWEEN_PHRASES, SPACED = 0.45, 3
"""A space between phrases of Han, in em beyond the pitch; gaps that tell the pitch, at least."""

_BROKEN = re.compile(r"[^\W\d_][\u00ad\u2010-]$")
"""A line that ends inside a word: a letter and a hyphen."""
_COMPOUND = ("und ", "oder ", "bzw", "and ", "or ", "y ", "e ", "et ", "и ")
"""What follows a hyphen that stays: “Steuern- und”."""


def running_text(lines: Sequence[Line]) -> str:
    """Join the lines of one block as they are read."""
    return join_texts([line.text for line in lines])


def join_texts(texts: Sequence[str]) -> str:
    """Join pieces of text that follow each other, each a line or a block."""
    joined = ""
    for text in texts:
        joined = join_two(joined, text)
    return joined


def join_two(before: str, after: str) -> str:
    """Join two pieces: a word broken at the end of a line becomes whole again."""
    before, after = before.rstrip(), after.strip()
    if not before or not after:
        return before + after
    if _BROKEN.search(before[-2:]):
        if after[0].islower() and not after.startswith(_COMPOUND):
            return before[:-1] + after
        if before.endswith("\u00ad"):
            return before[:-1] + after
        return before + after if not after.startswith(_COMPOUND) else f"{before} {after}"
    if is_cjk(before[-1]) or is_cjk(after[0]):
        return before + after
    return f"{before} {after}"


def spaced(texts: Sequence[str], gaps: Sequence[float]) -> str:
    """Join what stands in one line, with a space where a gap says so.

    Args:
        texts: of its spans.
        gaps: free space between each two of them, in em.
    """
    pitch = max(0.0, median(gaps)) if len(gaps) >= SPACED else 1.0
    parts = [texts[0]]
    for gap, (a, b) in zip(gaps, pairwise(texts), strict=True):
        if gap > SPACE and not _solid(a, b, gap, pitch):
            parts.append(" ")
        parts.append(b)
    return "".join(parts)


def _solid(a: str, b: str, gap: float, pitch: float) -> bool:
    """Han is set without spaces: only a gap of a whole em or more says something.

    Between glyphs placed singly it is what goes beyond the `pitch` of their line. In em.
    """
    if not a or not b:
        return True
    if is_cjk(a[-1]) and is_cjk(b[0]):
        if len(a) > 2 and len(b) > 2:
            return gap < 0.9
        stop = not (a[-1].isalnum() and b[0].isalnum())
        return stop or gap - pitch < BETWEEN_PHRASES
    return (is_cjk(a[-1]) or is_cjk(b[0])) and gap < 0.5
