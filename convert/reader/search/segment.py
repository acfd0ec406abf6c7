"""A part of the index that is written at once: an issue, a month or a year."""

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from convert.artifact import Artifact
from convert.reader.search.fold import fold
from convert.reader.search.packed import LEVEL, pack, script
from convert.reader.search.postings import (
    Entry,
    counted,
    joined,
    numbers,
    postings_of,
    varint,
)
from convert.reader.search.terms import terms
from convert.reader.search.texts import part_counts

SHARD = 4_000
"""Bytes of a shard before it is packed, at most about: what a browser loads for one term."""
LIST = 100
"""Shards whose first terms stand in one file: a large segment has many such lists."""
_WORD = re.compile(rb"[^ ]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """Postings and what their numbers mean."""

    issues: tuple[tuple[str, tuple[tuple[str, tuple[int, ...]], ...]], ...]
    """Date, and of each page its folder and the counts of articles in the parts of its text."""
    block: bytes
    """The postings, as `_block` writes them."""

    @property
    def count(self) -> int:
        """How many articles it holds."""
        return sum(sum(counts) for _, pages in self.issues for _, counts in pages)

    def entries(self) -> Iterator[Entry]:
        """Yield its terms in order, each with its postings."""
        line = self.block.index(b"\n")
        end = next(at for at in range(line + 1, len(self.block)) if self.block[at] < 0x80) + 1
        start = end + numbers(self.block[line + 1 : end])[0]
        lengths = counted(self.block[end:start])
        for word, length in zip(_WORD.finditer(self.block, 0, line), lengths, strict=True):
            yield word[0], self.block[start : start + length]
            start += length


def issue_segment(date: str, pages: Sequence[tuple[str, Sequence[str]]]) -> Segment:
    """Return the index of an issue, given the texts of each page's articles."""
    texts = [terms(fold(text)) for _, page in pages for text in page]
    counts = tuple((slug, part_counts(page)) for slug, page in pages if page)
    return Segment(((date, counts),), _block(postings_of(texts)))


def merged(segments: Sequence[Segment]) -> Segment:
    """Return one segment of several, which stand in order."""
    return Segment(
        tuple(issue for s in segments for issue in s.issues),
        _block(joined((s.count, s.entries()) for s in segments)),
    )


def to_bytes(segment: Segment) -> bytes:
    """Return a segment as a file that `from_bytes` reads."""
    return zlib.compress(_json(_flat(segment)) + b"\n" + segment.block, LEVEL)


def from_bytes(data: bytes) -> Segment:
    """Read what `to_bytes` wrote.

    Raises:
        ValueError: it is something else.
    """
    try:
        head, _, block = zlib.decompress(data).partition(b"\n")
        issues = tuple(
            (day, tuple((slug, tuple(counts)) for slug, *counts in pages))
            for day, pages in json.loads(head)
        )
    except (zlib.error, ValueError, TypeError) as error:
        raise ValueError(f"is no part of a search index: {error}") from error
    return Segment(issues, block)


def _flat(segment: Segment) -> list[object]:
    """Return its issues with the counts of a page behind its folder: `["a01", 3, 2]`."""
    return [[day, [[slug, *counts] for slug, counts in pages]] for day, pages in segment.issues]


def _block(entries: Iterable[Entry]) -> bytes:
    """Terms in a line, then the length of each one's postings, then the postings."""
    words, lengths, postings = bytearray(), bytearray(), bytearray()
    for word, data in entries:
        words += word + b" "
        lengths += varint(len(data))
        postings += data
    return bytes(words[:-1]) + b"\n" + varint(len(lengths)) + lengths + postings


def shards(name: str, segment: Segment) -> tuple[str, Iterator[Artifact]]:
    """Return the digest of a segment, and its files below a folder of that name.

    `directory.js` says which articles it holds and with which term each shard begins; of
    many shards it says only where each list of first terms begins.
    """
    content = hashlib.sha256()
    firsts: list[str] = []
    packed: dict[str, bytes] = {}
    for number, run in enumerate(_runs(segment.entries())):
        block = _block(run)
        content.update(block)
        firsts.append(run[0][0].decode())
        packed[f"{number}"] = pack(block)
    head = [_flat(segment), firsts]
    if len(firsts) > LIST:
        for number, at in enumerate(range(0, len(firsts), LIST)):
            packed[f"firsts{number}"] = pack(_json(firsts[at : at + LIST]))
        head = [_flat(segment), firsts[::LIST], LIST]
    content.update(_json(head))
    packed["directory"] = pack(_json(head))
    digest = content.hexdigest()[:8]
    return digest, _scripts(PurePosixPath("search", name, digest), f"{name}/{digest}", packed)


def _runs(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    run: list[Entry] = []
    size = 0
    for word, data in entries:
        run.append((word, data))
        size += len(word) + 2 + len(data)
        if size >= SHARD:
            yield run
            run, size = [], 0
    if run:
        yield run


def _scripts(folder: PurePosixPath, key: str, packed: Mapping[str, bytes]) -> Iterator[Artifact]:
    for name, data in packed.items():
        yield Artifact(folder / f"{name}.js", script(f"{key}/{name}", data))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def segments_script(listed: Iterable[tuple[str, str]]) -> bytes:
    """Return the script that names all segments, newest first: period and digest."""
    names = [f"{period}/{digest}" for period, digest in listed]
    return f"banmian.segments({json.dumps(names, separators=(',', ':'))});\n".encode()
