"""Letters: what is compared when nothing may get lost; how texts are joined, written.

Line breaks, hyphens, spaces and punctuation change on the way from print to screen;
letters and digits never do. Counting them is the package's proof of conservation.
"""

import re
import unicodedata
from collections.abc import Iterable

_SPACELESS = (
    ("\u2e80", "\u30ff"),  # radicals, CJK punctuation, kana
    ("\u3400", "\u9fff"),  # Han
    ("\uf900", "\ufaff"),  # compatibility Han
    ("\uff00", "\uffef"),  # full-width forms
    ("\U00020000", "\U0003ffff"),  # Han beyond the first plane
)
"""First and last characters of the scripts that are set without spaces."""

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold: control characters and half surrogates."""


def letters(text: str) -> str:
    """Return the letters and digits of `text`, compatibility forms and case folded.

    Decomposed (NFKD) rather than composed, so that the letters of a text are the
    letters of its parts: `letters(a + b) == letters(a) + letters(b)`.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(filter(str.isalnum, folded))


def is_spaceless(char: str) -> bool:
    """Whether the script of `char` is set without spaces (Chinese, Japanese)."""
    return any(first <= char <= last for first, last in _SPACELESS)


def joined(texts: Iterable[str]) -> str:
    """Join texts into one line: by a space, but none beside Chinese or Japanese."""
    whole = ""
    for text in texts:
        part = " ".join(writable(text).split())
        if not whole or not part or is_spaceless(whole[-1]) or is_spaceless(part[0]):
            whole += part
        else:
            whole += f" {part}"
    return whole


def writable(text: str) -> str:
    """Return `text` with every character that no XML can hold replaced by U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", text)
