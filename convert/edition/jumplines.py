"""Read a jump line: 下转第3版, Continued from Page A1, Fortsetzung auf Seite 3."""

import re
import unicodedata
from dataclasses import dataclass

from convert.edition.phrases import PHRASES, PLACEHOLDERS, Phrase
from convert.letters import letters
from convert.model import EditionBlock, Role

EDGE = 60
"""How many characters at the beginning and end of a text are looked at."""

_PROSE = {Role.PARAGRAPH, Role.QUOTE, Role.CAPTION, Role.TABLE}
_BRACKETS = re.compile(r"[\W_]{0,4}|[\W_]{0,4}版[\W_]{0,4}")
_HINT = re.compile(r"\d|[一二三四五六七八九十]|\bone\b|\bune\b", re.IGNORECASE)
_NUMERALS = {char: value for value, char in enumerate("零一二三四五六七八九十")}
_WORDS = {"one": 1, "une": 1}


def _compiled(phrase: Phrase) -> re.Pattern[str]:
    pattern = phrase.pattern
    for name, meaning in PLACEHOLDERS.items():
        pattern = pattern.replace(name, meaning)
    return re.compile(pattern, re.IGNORECASE)


_PATTERNS = tuple((phrase.onward, _compiled(phrase)) for phrase in PHRASES)


@dataclass(frozen=True, slots=True)
class PageKey:
    """What names a page, apart from how it is spelt: A03 is A3 is 3A."""

    section: str
    number: int


@dataclass(frozen=True, slots=True)
class JumpLine:
    """What one jump line says."""

    onward: bool
    """Whether the story goes on there; otherwise it comes from there."""
    page: PageKey
    slug: str
    """Key word of the story in letters only; often empty."""


def page_key(label: str) -> PageKey | None:
    """Return what `label` names, or None when it names no page."""
    plain = unicodedata.normalize("NFKC", label).strip().lower()
    if plain in _WORDS:
        return PageKey("", _WORDS[plain])
    if found := re.fullmatch(r"([a-z]*)[ -]?0*(\d+)([a-z]?)版?", plain):
        return PageKey((found[1] + found[3]).upper(), int(found[2]))
    if plain and set(plain) <= _NUMERALS.keys():
        return PageKey("", _numeral(plain))
    return None


def read_jump_line(block: EditionBlock) -> JumpLine | None:
    """Return what `block` says of a jump, or None.

    A jump line or title may hold the phrase anywhere; in prose a story goes on only
    at the very end of a block and comes from elsewhere only at its very beginning.
    """
    text = " ".join(unicodedata.normalize("NFKC", block.text).split())
    whole = block.role not in _PROSE and len(text) <= EDGE
    edges = {True: text[-EDGE:], False: text[:EDGE]}
    hinted = {onward for onward, edge in edges.items() if _HINT.search(edge)}
    if not hinted:
        return None
    for onward, pattern in _PATTERNS:
        edge = edges[onward]
        if onward not in hinted:
            continue
        found = max(pattern.finditer(edge), key=re.Match.end, default=None)
        if found is None or not (whole or _at_edge(edge, found, onward)):
            continue
        page = page_key(found["page"])
        if page is not None:
            return JumpLine(onward, page, _slug(edge, found) if whole else "")
    return None


def _at_edge(text: str, found: re.Match[str], onward: bool) -> bool:
    rest = text[found.end() :] if onward else text[: found.start()]
    return _BRACKETS.fullmatch(rest) is not None


def _slug(text: str, found: re.Match[str]) -> str:
    named = found.groupdict().get("slug")
    rest = named or text[: found.start()] + text[found.end() :]
    return letters(rest.replace("版", ""))


def _numeral(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(_NUMERALS[char]) for char in text))
    return (_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0)
