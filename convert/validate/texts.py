"""Checks of words: none lost, fields equal to their blocks, both files the same."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from convert.letters import joined, letters
from convert.validate.findings import Fault
from convert.validate.subject import Subject

FIELDS = ("kicker", "headline", "deck", "byline")


def lost_text(subject: Subject) -> Iterator[Fault]:
    """Yield every page whose blocks hold more or fewer letters than its source."""
    kept: Counter[str] = Counter()
    for block in subject.blocks():
        kept[block["page"]] += len(letters(block["text"]))
    for page in subject.pages:
        wanted, found = page["source"]["letters"], kept[page["id"]]
        if wanted != found:
            message = f"the source has {wanted} letters and digits, the blocks {found}"
            yield Fault(page["id"], message)


def different_fields(subject: Subject) -> Iterator[Fault]:
    """Yield every kicker, headline, deck or byline that is not that of the blocks."""
    for article in subject.articles:
        for name in FIELDS:
            blocks = (b["text"] for b in article["blocks"] if b["role"] == name)
            if article.get(name, "") != joined(blocks):
                yield Fault(article["id"], f"{name} is not the text of its blocks")


def disagreement(subject: Subject) -> Iterator[Fault]:
    """Yield the first place where edition.json and edition.xml differ."""
    if subject.twin is not None:
        where = _difference(subject.content, subject.twin)
        if where is not None:
            yield Fault(where or "/", "differs between edition.json and edition.xml")


def _difference(one: Any, other: Any) -> str | None:
    """Return the path of keys to the first difference, or None."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = dict.fromkeys((*one, *other))
        pairs = [(key, one.get(key), other.get(key)) for key in keys]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = [(key, *pair) for key, pair in enumerate(zip(one, other, strict=True))]
    else:
        return None if one == other else ""
    for key, first, second in pairs:
        if (rest := _difference(first, second)) is not None:
            return f"/{key}{rest}"
    return None
