"""Find where the text of a line stands, word by word, without asking for every glyph.

MuPDF gives spans without the places of their words, words without their spans, or every
glyph by itself, which costs several times as much as the first two together. Words and
spans come in the same order, so they can be laid side by side.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from convert.source.spans import WIDE_GAP, Run, Word, join_words

_WORD = re.compile(r"[^\x00-\x20\xa0\u202a-\u202e]+")
"""MuPDF's idea of a word."""
_BLANK = re.compile(r"[\x1c-\x1f\x85\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
"""White space that does not part MuPDF's words."""
_GLYPHS = re.compile(r"\S+")


class _Differs(Exception):  # noqa: N818 - it says that two lists are not the same
    """MuPDF's words are not the words of its spans."""


def place_runs(lines: Sequence[Sequence[Any]], text: Any) -> list[list[list[Run]]]:
    """Return the runs of each span of each line, in MuPDF's coordinates.

    Args:
        lines: the spans of each line, as `extractDICT` gives them.
        text: the text page they come from.
    """
    try:
        return _by_words(lines, text.extractWORDS())
    except _Differs:
        blocks = text.extractRAWDICT()["blocks"]
        raw = (line["spans"] for block in blocks for line in block["lines"])
        return [[_by_glyphs(span) for span in spans] for spans in raw]


def _by_words(lines: Iterable[Sequence[Any]], words: Sequence[Any]) -> list[list[list[Run]]]:
    placed = []
    first = 0
    for spans in lines:
        whole = "".join([span["text"] for span in spans])
        pieces = _WORD.findall(whole)
        own = words[first : first + len(pieces)]
        if [word[4] for word in own] != pieces or _BLANK.search(whole):
            raise _Differs
        first += len(pieces)
        if len(spans) == 1:
            placed.append([_alone(spans[0], own)])
        else:
            placed.append(list(_side_by_side(spans, iter(own))))
    return placed


def _alone(span: Any, words: Sequence[Any]) -> list[Run]:
    """The runs of the only span of a line; most have one run."""
    if not words:
        return []
    limit = WIDE_GAP * span["size"]
    text = span["text"]
    for before, after in pairwise(words):
        if after[0] - before[2] > limit:
            places = zip(_WORD.finditer(text), words, strict=True)
            found = [Word(m.start(), m.end(), word[0], word[2]) for m, word in places]
            return join_words(found, span["size"])
    last = words[-1]
    end = text.rindex(last[4]) + len(last[4])
    return [Run(text.index(words[0][4]), end, words[0][0], last[2])]


def _side_by_side(spans: Iterable[Any], words: Iterator[Any]) -> Iterator[list[Run]]:
    """The runs of spans that share a line; a word may go on from one to the next."""
    word: Any = None
    rest = ""
    for span in spans:
        found: list[Word] = []
        for match in _WORD.finditer(span["text"]):
            left = span["origin"][0]
            if not rest:
                word = next(words)
                left, rest = word[0], word[4]
            rest = rest[len(match[0]) :]
            right = span["bbox"][2] if rest else word[2]
            found.append(Word(match.start(), match.end(), left, right))
        yield join_words(found, span["size"])


def _by_glyphs(span: Any) -> list[Run]:
    glyphs = span["chars"]
    found = [
        Word(m.start(), m.end(), glyphs[m.start()]["origin"][0], glyphs[m.end() - 1]["bbox"][2])
        for m in _GLYPHS.finditer("".join([glyph["c"] for glyph in glyphs]))
    ]
    return join_words(found, span["size"])
