"""The sections of an issue (叠): pages whose labels begin with the same letters."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from convert.reader.text import one_line
from convert.reader.words import Words

_LETTERS = re.compile(r"[^\W\d_]{1,3}(?=\d)")


class Labelled(Protocol):
    """A page as printed: A01."""

    @property
    def label(self) -> str:
        """Its label."""
        ...


P = TypeVar("P", bound=Labelled)


@dataclass(frozen=True, slots=True)
class Section(Generic[P]):
    """Pages that are folded together."""

    name: str
    """Empty: the issue has no other section, or these pages have no letter."""
    pages: tuple[P, ...]


def sections_of(
    pages: Iterable[P], names: Mapping[str, str], words: Words
) -> tuple[Section[P], ...]:
    """Return the pages by section, in the order of the issue.

    Args:
        pages: of the issue.
        names: of sections, by their letters.
        words: to name a section that has no name.
    """
    groups = [(letters, tuple(group)) for letters, group in groupby(pages, _letters)]
    if len(groups) < 2:
        return tuple(Section("", group) for _, group in groups)
    return tuple(Section(_name(letters, names, words), group) for letters, group in groups)


def _letters(page: Labelled) -> str:
    found = _LETTERS.match(page.label)
    return found[0].upper() if found else ""


def _name(letters: str, names: Mapping[str, str], words: Words) -> str:
    if not letters:
        return ""
    return one_line(names.get(letters, "")) or words.say("section", letter=letters)
