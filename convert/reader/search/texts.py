"""The texts of a page, in which the search checks what it found: in parts, quick to load."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import PurePosixPath

from convert.artifact import Artifact
from convert.reader.render import script_json
from convert.reader.search.packed import pack, script

PART = 3_000
"""Bytes of a part before it is packed, if no article alone has more."""


def searched(title: str, text: str) -> str:
    """Return what is found of an article."""
    return f"{title}\n{text}"


def part_counts(texts: Sequence[str]) -> tuple[int, ...]:
    """Return how many articles each part of a page's text holds: whole ones, in order."""
    counts: list[int] = []
    room = 0
    for text in texts:
        size = len(text.encode("utf-8", "replace"))
        if size > room or not counts:
            counts.append(0)
            room = PART
        counts[-1] += 1
        room -= size
    return tuple(counts)


def text_files(day: str, slug: str, told: Sequence[tuple[str, str, str]]) -> Iterator[Artifact]:
    """Yield the parts of a page's text, `text.js`, `text1.js` …: id, title and text of articles."""
    rest = iter(told)
    for part, count in enumerate(part_counts([searched(title, text) for _, title, text in told])):
        data = script_json(list(islice(rest, count))).encode("utf-8", "replace")
        name, key = (f"text{part}.js", f"/{part}") if part else ("text.js", "")
        yield Artifact(PurePosixPath(slug, name), script(f"{day}/{slug}{key}", pack(data)))
