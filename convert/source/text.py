"""Clean the characters of a PDF once; everything after this works on clean text."""

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
KASHIDA = "\u0640"
"""Lengthens the words of a justified line of Arabic, and is no letter of any."""
_FOLDED = (
    ("\u2e80", "\u2fdf"),  # CJK radicals supplement, Kangxi radicals
    ("\uf900", "\ufaff"),  # CJK compatibility ideographs
    ("\ufb00", "\ufdfc"),  # Latin and other ligatures, Hebrew and Arabic forms
    ("\ufe10", "\ufe1f"),  # vertical forms
    ("\ufe30", "\ufe4f"),  # CJK compatibility forms
    ("\ufe70", "\ufefc"),  # Arabic forms
    ("\uff10", "\uff19"),  # full-width digits
    ("\uff21", "\uff3a"),  # full-width capitals
    ("\uff41", "\uff5a"),  # full-width small letters
    ("\uff65", "\uff9f"),  # half-width kana
    ("\U0002f800", "\U0002fa1f"),  # compatibility supplement
)
"""Compatibility characters that mean exactly what they fold to.

Full-width punctuation, circled numbers and exponents keep their form: they say
something that their plain forms do not.
"""
_UNMAPPED = re.compile("[\ufffd\ue000-\uf8ff]")


def clean(raw: str) -> str:
    """Return `raw` without ligatures, compatibility forms and control characters.

    White space becomes single spaces, without any at the ends. A soft hyphen at the
    end stands for a broken word and becomes a hyphen; others are dropped.
    """
    text = " ".join(raw.translate(_CLEAN).split())
    if SOFT_HYPHEN not in text:
        return text
    if text.endswith(SOFT_HYPHEN):
        text = text.rstrip(SOFT_HYPHEN) + "-"
    return text.replace(SOFT_HYPHEN, "")


class _Cleaned(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = cleaned = _clean(chr(code))
        return cleaned


_CLEAN = _Cleaned()


def _clean(char: str) -> str:
    if char == SOFT_HYPHEN:
        return char
    if char.isspace():
        return " "
    if unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Cn"} or char in {"\ufffd", KASHIDA}:
        return ""
    if any(first <= char <= last for first, last in _FOLDED):
        return unicodedata.normalize("NFKC", char).strip()
    return char


def unmapped(raw: str) -> int:
    """Count the glyphs that stand for no known character."""
    return len(_UNMAPPED.findall(raw))
