"""Running text of a block: lines joined, hyphenation undone."""

import re
from collections.abc import Sequence

from convert.model import Line
from convert.typeface import is_cjk

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
