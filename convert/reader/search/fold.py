"""What two spellings have in common: width, case, accents, traditional and simplified."""

import re
import unicodedata
from functools import cache

HAN = (0x3400, 0xA000)
"""Code points that have a simplified form, if any."""
_ACCENTS = re.compile("([A-Za-z\u0370-\u03ff])[\u0300-\u036f]+")
_POINTS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad]"
)
_SPACES = re.compile(r"\s+")
_HAN = "[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_BESIDE_HAN = re.compile(f"(?<={_HAN}) | (?={_HAN})")


@cache
def simplified() -> dict[int, str]:
    """Return the simplified form of every character that has one."""
    import opencc

    chars = [chr(code) for code in range(*HAN)]
    others = opencc.OpenCC("t2s").convert("\n".join(chars)).split("\n")
    return {ord(a): b for a, b in zip(chars, others, strict=True) if a != b and len(b) == 1}


def fold(text: str) -> str:
    """Return `text` as it is compared: two texts that a reader calls the same are equal."""
    apart = unicodedata.normalize("NFKD", text)
    bare = _POINTS.sub("", _ACCENTS.sub(r"\1", apart))
    whole = unicodedata.normalize("NFKC", bare).lower().replace("ς", "σ")
    return _BESIDE_HAN.sub("", _SPACES.sub(" ", whole.translate(simplified()))).strip()


def folding_script() -> bytes:
    """Return the table of simplified forms as the script fold.js.

    Before each form stands how far its character is from the one before, as one that is
    mostly a single byte and never a quotation mark or a backslash.
    """
    codes = sorted(simplified())
    steps = zip((HAN[0], *codes), codes, strict=False)
    pairs = "".join(f"{chr(ord(']') + b - a)}{simplified()[b]}" for a, b in steps)
    return f'banmian.pairs = "{pairs}";\n'.encode()
