"""Tables of patterns by language: the form in which the engine knows words."""

import re
from collections.abc import Iterable, Mapping, Sequence

Table = Mapping[str, Sequence[str]]
"""Languages (BCP 47, several parted by spaces) -> patterns; "": of any language."""


def patterns_of(table: Table) -> tuple[str, ...]:
    """Return the patterns of all languages."""
    return tuple(pattern for of_language in table.values() for pattern in of_language)


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return what matches where any of the patterns does, without case."""
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)
