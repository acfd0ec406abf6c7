"""What type says before anyone reads it: scripts, families, sizes against the body."""

import re
from collections import Counter
from functools import lru_cache

from convert.model import Line

DISPLAY = 1.26
"""Type larger than body by this factor is display type."""

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(
    r"(regular|roman|bold|semi|demi|black|heavy|light|medium|thin|italic|oblique|book"
    r"|mt|ps|it$|[-, ]|\d+)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(cidfont\+|cairofont|font)?[a-z]{0,2}([-_]?\d+)+", re.IGNORECASE)


def is_cjk(char: str) -> bool:
    """Whether the character is Han, kana, Hangul or their punctuation."""
    return (
        "\u2e80" <= char <= "\u9fff"
        or "\uac00" <= char <= "\ud7af"
        or "\uf900" <= char <= "\ufaff"
        or "\uff00" <= char <= "\uffef"
    )


def is_body_size(size: float, body: float) -> bool:
    """Whether a size counts as the body's, give or take an eighth."""
    return 0.88 * body <= size <= 1.13 * body


def family(line: Line) -> str:
    """The type family of most of a line, without style names and subset tags."""
    if len(line.spans) == 1:
        return family_of(line.spans[0].font)
    letters: Counter[str] = Counter()
    for span in line.spans:
        letters[span.font] += len(span.text)
    return family_of(max(letters, key=lambda font: letters[font]))


@lru_cache(maxsize=4096)
def family_of(font: str) -> str:
    """The family part of a font name: ABCDEF+Garamond-BoldItalic is garamond.

    Where a producer only numbers its fonts (F1, TT2, CIDFont+F3) each is a family.
    """
    bare = _SUBSET.sub("", font)
    if _NUMBERED.fullmatch(bare):
        return bare.lower()
    return _STYLE.sub("", bare).lower() or bare.lower()
